"""The table of contents of a dossier, and the slip that says what it still lacks."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.nomination import NOMINATION, Nomination
from thidua_cli.render.values.naming import BLANK_SIGNER, Desk, iso
from thidua_cli.render.values.plain import label, paper_of, plainly
from thidua_cli.render.values.reminder import issuer_of
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.dates import format_long, format_short, format_time
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import capital


class Entry(NamedTuple):
    """A paper in the dossier: where it lies in the folder, and how the table of contents lists it."""

    path: str
    number: str
    day: str
    title: str
    author: str
    copy: str


def contents_values(desk: Desk, dossier: Dossier, entries: list[Entry]) -> dict[str, Any]:
    """The root ``muc_luc``."""
    unit = desk.book.units.get(dossier.unit)
    return {
        "dau_giay": head_of(unit),
        "ten_ho_so": f"Hồ sơ đề nghị khen thưởng trong {desk.drive.plan.name} của {desk.unit_name(dossier.unit)}",
        "van_ban": [
            {
                "so_ky_hieu": entry.number,
                "ngay": entry.day,
                "ten_trich_yeu": entry.title,
                "tac_gia": entry.author,
                "dang_ban": entry.copy,
                "so_trang": "",
            }
            for entry in entries
        ],
        "tong_so": two_digits(len(entries)),
        "ngay_lap": iso(dossier.issued_on),
        "nguoi_lap": {**BLANK_SIGNER, "quyen_han_ky": ["NGƯỜI LẬP"]},
    }


def slip_values(desk: Desk, dossier: Dossier, found: Iterable[Diagnostic]) -> dict[str, Any]:
    """The root ``phieu``: what is to be supplemented or made clear, in words a clerk can act on."""
    unit = desk.book.units.get(dossier.unit)
    cases = {
        file: case for case in desk.drive.cases_of(dossier) for file in (case.file, desk.drive.prose_of(case)) if file
    }
    shown = [one for one in found if one.severity is not Severity.NOTE and not one.allowed]
    held = desk.drive.deadline_of(dossier)
    last = held.last_day if held else None
    return {
        "dau_giay": head_of(unit),
        "ben_nhan": head_of(issuer_of(desk)),
        "da_yeu_cau": [
            {
                "ngay": format_short(one.asked_on) if one.asked_on else "",
                "noi_dung": one.subject or "",
                "da_bo_sung": format_short(one.supplied_on) if one.supplied_on else "",
            }
            for one in dossier.requests
        ],
        "ten_don_vi": desk.unit_name(dossier.unit),
        "van_ban": _own_paper(dossier),
        "ngay_nhan": _received(dossier),
        "lan_nop": str(dossier.attempt) if dossier.attempt else "",
        "han_cuoi": f"{format_short(last)} ({held.source})" if held and last else "",
        "ket_qua": _outcome(cases, shown, len(dossier.cases) - len(desk.drive.cases_of(dossier))),
        "viec": [_row(desk, one, cases.get(one.file), dossier) for one in shown],
        "ngay_lap": "",
        "nguoi_kiem_tra": {**BLANK_SIGNER, "quyen_han_ky": ["NGƯỜI KIỂM TRA"]},
    }


def _own_paper(dossier: Dossier) -> str:
    if dossier.number is None:
        return ""
    day = f" {format_long(dossier.issued_on)}" if dossier.issued_on else ""
    return f"số {dossier.number}{day}"


def _received(dossier: Dossier) -> str:
    if dossier.received_on is None:
        return ""
    hour = f"{format_time(dossier.received_at.hour, dossier.received_at.minute)}, " if dossier.received_at else ""
    return f"{hour}{format_long(dossier.received_on)}"


def _outcome(cases: dict[str, Nomination], found: list[Diagnostic], unread: int) -> str:
    """How many cases are complete, to be supplemented, to be made clear; a case has a record and may have prose.
    Nothing is known of one whose record is not there or could not be read."""
    everyone = {case.id for case in cases.values()}
    touched = {cases[one.file].id for one in found if one.file in cases}
    lacking = {cases[one.file].id for one in found if one.file in cases and (one.severity is Severity.ERROR or one.due)}
    counts = (
        ("đủ thành phần", len(everyone - touched)),
        ("cần bổ sung", len(lacking)),
        ("cần làm rõ", len(touched - lacking)),
        ("chưa đọc được", unread),
    )
    parts = "; ".join(f"{two_digits(count)} {what}" for what, count in counts if count)
    return f"{two_digits(len(everyone) + unread)} trường hợp{f': {parts}' if parts else ''}"


def _row(desk: Desk, one: Diagnostic, case: Nomination | None, dossier: Dossier) -> dict[str, str]:
    """A finding as the unit reads it, which sees its papers and its workbook and no record of ours."""
    whose, record = (desk.addressed(case), NOMINATION) if case else paper_of(desk, one, dossier)
    name = desk.look.label(case) if case else ""
    key = next((step for step in one.route if isinstance(step, str)), "")
    where = f"Mục {label(desk, key, record) or key}" if key else ""
    if case is not None and one.file != case.file:
        where = f"Báo cáo thành tích, dòng {one.place.line}" if one.place else "Báo cáo thành tích"
    elif case is not None and case.imported is not None and case.imported.file:
        where = case.imported.where(one.route)
    return {
        "truong_hop": whose,
        "noi_dung": capital(plainly(desk, one.message.removeprefix(f"{name}: "), record)),
        "o_dau": where,
        "can_cu": one.clause or "Đối chiếu giữa các bản ghi",
        "cach_lam": capital(plainly(desk, one.remedy, record)),
    }
