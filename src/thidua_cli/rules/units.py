"""Lints on units: who sends, who is nominated and who decides must exist on that day, and be one kind of thing."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.judge.facts import entry_of
from thidua_cli.judge.regime import received_day
from thidua_cli.model.unit import UNIT_KINDS, Unit
from thidua_cli.rules import codes_people
from thidua_cli.rules import codes_units as own
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import fold


def _limit(unit: Unit | None, day: date | None) -> str:
    """When the unit began or ended, if it did not exist that day."""
    if unit is None or day is None:
        return ""
    if unit.until and day > unit.until:
        return f"đến {format_short(unit.until)}"
    return f"từ {format_short(unit.since)}" if unit.since and day < unit.since else ""


def _heirs(look: Look, unit: Unit) -> str:
    after = [one.id for one in look.book.units.values() if unit.id in one.predecessors]
    names = [look.book.unit_name(id_) for id_ in dict.fromkeys((*unit.successors, *after))]
    return f"đơn vị kế thừa: {', '.join(names) or 'chưa ghi ke_thua ở units.yaml'}"


def of_dossiers(look: Look) -> Iterator[Diagnostic]:
    """Đơn vị trình còn tồn tại vào ngày ký văn bản."""
    for dossier in look.drive.dossiers.values():
        unit = look.book.units.get(dossier.unit)
        day = dossier.submitted_on
        limit = _limit(unit, day)
        if unit is not None and day is not None and limit:
            yield Diagnostic(
                codes_people.DON_VI_KHONG_CON,
                f"{unit.name} chỉ tồn tại {limit}, văn bản ngày {format_short(day)}",
                dossier.file,
                ("don_vi_trinh",),
                record=dossier.id,
                remedy=_heirs(look, unit),
            )


def of_nominations(look: Look) -> Iterator[Diagnostic]:
    """Đơn vị của trường hợp còn tồn tại vào ngày nhận hồ sơ; đơn vị trình thì đã xét ở hồ sơ.

    A collective that is no more cannot be commended; a person works on somewhere, so only the unit
    written for the person is to be looked at.
    """
    for dossier, _, case in look.listed():
        unit = look.book.units.get(case.unit)
        day = received_day(dossier)
        limit = _limit(unit, day)
        if unit is not None and day is not None and limit and case.unit != dossier.unit:
            yield Diagnostic(
                codes_people.DON_VI_KHONG_CON,
                f"{look.label(case)}: {unit.name} chỉ tồn tại {limit}, hồ sơ ngày {format_short(day)}",
                case.file,
                ("don_vi",),
                record=case.id,
                severity_override=None if case.subject_kind == "tập thể" else Severity.REVIEW,
                remedy=_heirs(look, unit),
            )


def of_decisions(look: Look) -> Iterator[Diagnostic]:
    """Cơ quan ban hành quyết định còn tồn tại vào ngày ban hành."""
    office = look.book.own_unit
    for decision in look.drive.decisions.values():
        limit = _limit(office, decision.issued_on)
        if office is not None and decision.issued_on and limit and not decision.from_old_system:
            yield Diagnostic(
                codes_people.DON_VI_KHONG_CON,
                f"{office.name} chỉ tồn tại {limit}, quyết định ngày {format_short(decision.issued_on)}",
                decision.file,
                ("ngay_ban_hanh",),
                record=decision.id,
                remedy=_heirs(look, office),
            )


def kind_against_fact(book: Book) -> Iterator[Diagnostic]:
    """Sự thật ghi “không” mà loại đơn vị nói có: một doanh nghiệp không thể không là tổ chức kinh tế."""
    for index, unit in enumerate(book.units.values()):
        for fact, value in (unit.facts or {}).items():
            name = next((name for drive in book.drives.values() if (name := _denied(drive, unit, fact))), None)
            if name is not None and value is False:
                yield Diagnostic(
                    codes_people.SU_THAT_KHAC_LOAI,
                    f"{unit.name} là {unit.kind} mà ghi “{name}”: không",
                    "units.yaml",
                    (index, "su_that", fact),
                    record=unit.id,
                    remedy="sửa loai_don_vi hoặc su_that; giấy tờ chỉ loại này phải có đang không được đòi",
                )


def _denied(drive: Drive, unit: Unit, fact: str) -> str | None:
    """The name of a fact that a unit of this kind cannot deny, under one campaign's plan."""
    entry = entry_of(drive.terms.facts.find(fact) or fact, drive)
    return entry.name if entry.stated_on == "đơn vị" and unit.kind in entry.unit_kinds else None


_TAKING_PART = ("cơ sở", "xã, phường")


def outside_the_plan(look: Look) -> Iterator[Diagnostic]:
    """Đơn vị của văn phòng thuộc loại mà kế hoạch không giao việc, không xét khen, cũng không giữ vai trò nào."""
    book, plan = look.book, look.drive.plan
    unit = book.own_unit
    named = {kind for line in plan.eligible for kind in line.unit_kinds}
    named |= {kind for duty in plan.duties if duty.doers for kind in duty.doers.unit_kinds}
    if unit is None or not named or unit.kind in named or set(unit.roles) & set(plan.roles):
        return
    if book.office is None or book.office.level not in _TAKING_PART:
        return  # offices above them organise
    if unit.cluster or (plan.issuer and fold(plan.issuer) == fold(unit.name)):
        return
    yield Diagnostic(
        own.NGOAI_KE_HOACH,
        f"{unit.name}: kế hoạch không giao việc, không xét khen cho loại đơn vị “{unit.kind}”",
        "units.yaml",
        (list(book.units).index(unit.id), "loai_don_vi"),
        record=f"{look.drive.id}/{unit.id}",
        remedy=f"kế hoạch có: {'; '.join(kind for kind in UNIT_KINDS if kind in named)}; "
        "đơn vị tổ chức đợt thì ghi giu_vai_tro",
    )


_NEEDED = {"dia_danh": "địa danh", "chu_viet_tat": "số, ký hiệu", "nguoi_dung_dau": "người ký"}


def for_papers(look: Look) -> Iterator[Diagnostic]:
    """Điều units.yaml chưa ghi về đơn vị trình mà văn bản của hồ sơ phải in."""
    index = {id_: position for position, id_ in enumerate(look.book.units)}
    told = set()
    for dossier in look.drive.dossiers.values():
        unit = look.book.units.get(dossier.unit)
        if unit is None or not dossier.cases or dossier.withdrawn or dossier.submitted_on or unit.id in told:
            continue
        stated = {
            "dia_danh": unit.place_name,
            "chu_viet_tat": unit.abbreviation or dossier.number,
            "nguoi_dung_dau": unit.heads or dossier.signer,
        }
        lacking = [key for key, value in stated.items() if not value]
        if lacking:
            told.add(unit.id)
            yield Diagnostic(
                own.DON_VI_CHUA_DU,
                f"{unit.name} chưa ghi {', '.join(lacking)}: văn bản của hồ sơ {dossier.id} in ra còn trống "
                f"{', '.join(_NEEDED[key] for key in lacking)}",
                "units.yaml",
                (index[unit.id],),
                record=f"{look.drive.id}/{unit.id}",
                remedy="điền các khóa ấy cho đơn vị ở units.yaml",
            )


_BODIES = frozenset(
    map(fold, ("ủy ban nhân dân", "hội đồng nhân dân", "ủy ban mttq việt nam", "ủy ban mặt trận tổ quốc việt nam"))
)


def torn_heads(book: Book) -> Iterator[Diagnostic]:
    """Tên cơ quan ở đầu giấy đứng trọn trong một mục: mục trên là cơ quan chủ quản, in không đậm."""
    for index, unit in enumerate(book.units.values()):
        for place, line in enumerate(unit.head_lines[:-1]):
            if fold(line) in _BODIES:
                whole = f"{line} {unit.head_lines[place + 1]}"
                yield Diagnostic(
                    own.DAU_GIAY_TACH_TEN,
                    f"{unit.name}: dòng “{line}” đứng riêng nên in như cơ quan chủ quản, không đậm",
                    "units.yaml",
                    (index, "tieu_de_trai", place),
                    record=unit.id,
                    remedy=f"ghi một mục “{whole}”; giấy tự xuống dòng",
                )


RULES = (of_dossiers, of_nominations, of_decisions, outside_the_plan, for_papers)
BOOK_RULES = (kind_against_fact, torn_heads)
