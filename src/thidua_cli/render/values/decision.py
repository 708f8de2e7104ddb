"""A decision, and the submission it rests on, as papers print them. The deciding act is a person's own,
never ``TM.`` (Nghị định 30/2020, Phụ lục I, II.7.b)."""

from typing import Any

from thidua_cli.model.awards import without_giver
from thidua_cli.model.dossier import Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.awarded import Awarded, awarded, called, merit, money_sentence, standing, total_values
from thidua_cli.render.values.dossier import list_row
from thidua_cli.render.values.meeting import minutes_citation
from thidua_cli.render.values.naming import BLANK_SIGNER, LISTS, NOT_STATED, Desk, capacity_of, citation, iso, signs_for
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import uncapital


def decision_values(desk: Desk, decision: Decision) -> dict[str, Any]:
    """The root ``quyet_dinh``."""
    office = desk.book.own_unit
    cases = decided_cases(desk, decision)
    award = desk.award(decision.award)
    name = desk.drive.plan.award_title(decision.award, desk.drive.concrete_of(decision))
    authority = desk.authority(decision.authority or (award.authority if award else "") or "")
    lines = awarded(desk, decision)
    stands = standing(lines)
    meetings = desk.drive.meetings_of(decision)
    return {
        "so_ky_hieu": decision.number or "",
        "ngay_ban_hanh": iso(decision.issued_on),
        "dau_giay": head_of(office),
        "chu_viet_tat": office.abbreviation or "" if office else "",
        "don_vi_ban_hanh": office.name if office else "",
        "tham_quyen": authority.upper() or NOT_STATED,
        "nguoi_quyet_dinh": authority or NOT_STATED,
        "hinh_thuc": name,
        "ten_ngan": without_giver(name),
        "nhom_doi_tuong": desk.kinds(cases),
        "so_luong": desk.counts(cases),
        "kinh_gui": [authority or NOT_STATED],
        "cac_bien_ban": [minutes_citation(desk, meeting) for meeting in meetings],
        "theo_de_nghi": _proposed_by(desk, decision),
        "thanh_tich_ghi": merit(desk, decision),
        "thanh_tich_ghi_trong_cau": uncapital(merit(desk, decision)) or NOT_STATED,
        "cau_tien_thuong": money_sentence(decision, stands),
        "duoc_khen": [one.values for one in stands],
        "vao_so": [one.values for one in lines],
        "goi_ten": [one.values for one in called(decision, stands)],
        "ngay_trao": iso(decision.handed_over_on),
        "hoi_nghi_trao": decision.ceremony or "",
        **total_values(stands),
        "ky_ghi_ten": BLANK_SIGNER,
        "can_cu_tham_quyen": _power(desk, decision),
        "thi_hanh": "Thủ trưởng các cơ quan, đơn vị liên quan",
        "nguoi_ky": decision_signer(desk, decision),
        **{key: [list_row(desk, case) for case in cases if case.subject_kind == kind] for key, kind in LISTS.items()},
        "ten_khac": [line.printed_name for line in decision.cases if line.nomination is None and line.printed_name],
        "to_trinh": _submission(desk, decision),
    }


def decided_cases(desk: Desk, decision: Decision) -> list[Nomination]:
    """The nominations a decision names, in printed order."""
    known = desk.drive.nominations
    return [known[line.nomination] for line in decision.cases if line.nomination in known]


def _power(desk: Desk, decision: Decision) -> str:
    """The first ground of a decision, the text that gives the power to decide: as the office states it among its
    law, else a blank that is seen."""
    period = desk.drive.plan.period
    day = decision.issued_on or (period and period.last_day) or desk.drive.plan.issued_on
    stated = desk.book.law.authority_on(day) if day else ""
    return stated or f"{NOT_STATED} (văn bản quy định thẩm quyền của người quyết định)"


def _proposed_by(desk: Desk, decision: Decision) -> str:
    body = desk.book.standing_body
    head = body.head_on(decision.issued_on) if body else None
    who = (
        f"{head.position or 'Thủ trưởng'} {body.name}"
        if body and head
        else (body.name if body else "cơ quan thường trực")
    )
    paper = decision.submission
    where = f" tại {citation(paper.number, paper.issued_on, 'Tờ trình')}" if paper and paper.number else ""
    return f"Theo đề nghị của {who}{where}"


def decision_signer(desk: Desk, decision: Decision) -> dict[str, Any]:
    """Who signs a decision: as the record says, else the head of the office."""
    office = desk.book.own_unit
    head = office.head_on(decision.issued_on) if office else None
    if decision.signer and decision.signer.capacity:
        lines = [line for line in decision.signer.capacity if not line.startswith("TM.")]
    else:
        lines = [capacity_of(head, office)[-1]] if office else []
    name = (decision.signer.full_name if decision.signer else None) or (head.full_name if head else "")
    return {"quyen_han_ky": lines, "ho_ten": name, "ghi_chu": ""}


def _submission(desk: Desk, decision: Decision) -> dict[str, Any]:
    """The Tờ trình of the standing body that carries the draft decision."""
    body = desk.book.standing_body
    paper = decision.submission
    return {
        "so_ky_hieu": (paper.number if paper else None) or "",
        "ngay_ban_hanh": iso(paper.issued_on if paper else None),
        "dau_giay": head_of(body),
        "ten_don_vi": body.name if body else "",
        "chu_viet_tat": body.abbreviation or "" if body else "",
        "nguoi_ky": signs_for(body, paper.issued_on if paper else None),
    }


def certificates(desk: Desk, decision: Decision) -> list[tuple[Awarded, dict[str, str]]]:
    """The root ``bang`` for everyone the decision still stands for, letter for letter what the decision prints."""
    values = decision_values(desk, decision)
    day, signer = decision.issued_on, values["nguoi_ky"]
    shared = {
        "thanh_tich_ghi": values["thanh_tich_ghi"],
        "hinh_thuc": values["hinh_thuc"],
        "ten_ngan": values["ten_ngan"],
        "so_quyet_dinh": values["so_ky_hieu"],
        "ngay_quyet_dinh": values["ngay_ban_hanh"],
        "ngay": two_digits(day.day) if day else "",
        "thang": (two_digits(day.month) if day.month <= 2 else str(day.month)) if day else "",
        "nam": str(day.year) if day else "",
        "dia_danh": values["dau_giay"]["dia_danh"],
        "nguoi_quyet_dinh": values["nguoi_quyet_dinh"].removeprefix(NOT_STATED),
        "quyen_han_ky": "\n".join(signer["quyen_han_ky"]),
        "nguoi_ky": signer["ho_ten"],
    }
    return [
        (one, {**shared, "ten": one.name, "chuc_vu_don_vi": one.place, "so_vao_so": one.line.book_number or ""})
        for one in standing(awarded(desk, decision))
    ]
