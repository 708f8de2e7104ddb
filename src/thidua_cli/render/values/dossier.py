"""A dossier as its Tờ trình or công văn, its list and its slip print it."""

from datetime import date
from typing import Any

from thidua_cli.model.awards import REPORTS, RequiredPaper, without_giver
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.meeting import AGREED, Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.meeting import minutes_citation
from thidua_cli.render.values.naming import LISTS, NOT_STATED, Desk, capacity_of, citation, iso
from thidua_cli.render.values.nomination import figures_of, is_written, met_branches
from thidua_cli.viet.dates import format_long
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import capital, uncapital

HIGHER = "trình cấp trên"
_OWN_PAPER = frozenset(("tờ trình", "công văn"))


def dossier_values(desk: Desk, dossier: Dossier) -> dict[str, Any]:
    """The root ``ho_so``."""
    cases = desk.drive.cases_of(dossier)
    procedure = desk.papers_for(dossier)
    addressees, through = _sent_to(desk, dossier)
    addressee = addressees[0] if addressees else NOT_STATED
    meetings = desk.drive.meetings_of(dossier)
    first = desk.award(cases[0].award) if cases else None
    attached = _attached(desk, dossier, cases)
    return {
        "so_ky_hieu": dossier.number or "",
        "ngay_ban_hanh": iso(dossier.issued_on) or _month(desk, dossier),
        "kinh_gui": [f"{name} (qua {through})" if through else name for name in addressees],
        "noi_trinh": addressee,
        "nhom_doi_tuong": desk.kinds(cases),
        "ten_hinh_thuc": desk.award_of(cases[0]) if cases else "",
        "tham_quyen": first.authority or "" if first else "",
        "cac_bien_ban": [minutes_citation(desk, meeting) for meeting in meetings],
        "ket_qua_phat_dong": dossier.launch_result or launch_of(desk, dossier.unit),
        "so_lieu_noi_bat": [
            row
            for case in cases
            if case.unit == dossier.unit and case.subject_kind == "tập thể"
            for row in figures_of(desk, case)
        ],
        "cuoc_hop": [_meeting_line(desk, meeting, cases) for meeting in meetings],
        "ghi_ten": "có" if len(cases) <= desk.most_named else "",
        "nhom": _groups(desk, cases, addressee),
        "goi_chung": called_together(cases),
        **{key: [list_row(desk, case) for case in cases if case.subject_kind == kind] for key, kind in LISTS.items()},
        "so_truong_hop": desk.counts(cases),
        "so_theo_hinh_thuc": "; ".join(
            f"{_bare_form(desk, group[0])}: {desk.counts(group)}" for group in desk.by_award(cases)
        ),
        "cam_ket": pledges(desk, cases),
        "so_bo_ho_so": two_digits(procedure.sets) if procedure.sets else "",
        "thanh_phan": [{"cau": part} for part in attached],
        "cau_thanh_phan": _sentence(attached),
        "nguoi_xet": _considered_by(desk, meetings),
        "cach_gui": procedure.channel or "",
        "nguoi_ky": _signer(desk, dossier),
    }


def _sent_to(desk: Desk, dossier: Dossier) -> tuple[list[str], str]:
    """To whom a dossier goes and through whom: as its deadline says, or as the duty to propose its
    awards does; a plan that names nobody leaves the office itself."""
    awards = {case.award for case in desk.drive.cases_of(dossier)}
    duty = next(
        (one for one in desk.drive.plan.duties if one.addressees and awards and awards <= set(one.awards)), None
    )
    held = desk.drive.deadline_of(dossier)
    roles, through = (held.deadline.addressees, held.deadline.through) if held else ((), None)
    if duty is not None and not roles:
        roles, through = duty.addressees, duty.through
    if not roles and desk.drive.plan.deadline is not None:
        roles, through = desk.drive.plan.deadline.addressees, desk.drive.plan.deadline.through
    unit = desk.book.units.get(dossier.unit)
    if unit is not None and set(unit.roles) & set(roles):
        # The addressee itself submits: then it goes up, where the plan says so.
        roles = tuple(role for step in desk.drive.plan.steps if step.step == HIGHER for role in step.addressees)
        through = None
    office = desk.book.office
    names = [desk.role_name(role) for role in roles]
    if not names and office is not None and office.unit != dossier.unit:
        names = [desk.book.unit_name(office.unit)]
    return names, desk.role_name(through) if through else ""


def _month(desk: Desk, dossier: Dossier) -> str:
    """Year and month of a paper not yet dated: the month of its meeting, or of the deadline."""
    days = [meeting.held_on for meeting in desk.drive.meetings_of(dossier)]
    held = desk.drive.deadline_of(dossier)
    known: list[date] = [day for day in (dossier.sent_on, *days, held.last_day if held else None) if day]
    return known[0].isoformat()[:7] if known else ""


def launch_of(desk: Desk, unit: str) -> str:
    """The launch as the unit's own duty record tells it; nothing is asked twice."""
    for done in desk.drive.duties.values():
        if done.unit == unit and done.launch is not None:
            name = desk.book.unit_name(unit)
            targets = f" với {two_digits(done.target_count)} chỉ tiêu cụ thể" if done.target_count else ""
            paper = f" ban hành {citation(done.number, done.issued_on, 'Kế hoạch')}," if done.number else ""
            day = f" {format_long(done.launch.launched_on)}" if done.launch.launched_on else ""
            form = f" (hình thức: {done.launch.form})" if done.launch.form else ""
            return f"{name} đã{paper} phát động {desk.drive.plan.short_name}{day}{form}{targets}."
    return ""


def _meeting_line(desk: Desk, meeting: Meeting, cases: list[Nomination]) -> dict[str, str]:
    members = desk.book.members(meeting)
    present = meeting.those_present(members)
    council = desk.book.council(meeting.council)
    agreed = [case for case in cases if (vote := desk.drive.vote_on(meeting, case.id)) and vote[1].conclusion in AGREED]
    return {
        "ngay_hop": iso(meeting.held_on),
        "ten_hoi_dong": council.name if council else f"tập thể lãnh đạo {desk.book.unit_name(meeting.unit or '')}",
        "so_co_mat": two_digits(len(present)),
        "tong_so": two_digits(len(members)),
        "so_truong_hop": desk.counts(agreed),
    }


def _considered_by(desk: Desk, meetings: list[Meeting]) -> str:
    """Who gets a copy for having considered the cases: the council, or those who met where a unit has none."""
    if any(desk.book.council(meeting.council) for meeting in meetings):
        return "Thành viên Hội đồng Thi đua - Khen thưởng"
    return "Các thành viên dự họp xét khen thưởng" if meetings else ""


def _bare_form(desk: Desk, case: Nomination) -> str:
    """``Bằng khen``: the name of a case's form without its giver, whom the Tờ trình names before it; where
    the plan names none, as in an open set, the name keeps it."""
    form = desk.award(case.award)
    name = desk.award_of(case)
    return without_giver(name) if form is None or form.authority else name


def _groups(desk: Desk, cases: list[Nomination], addressee: str) -> list[dict[str, Any]]:
    level = desk.book.office.level if desk.book.office else None
    groups = []
    for members in desk.by_award(cases):
        form = desk.award(members[0].award)
        authority = form.authority or "cấp có thẩm quyền" if form else ""
        if form is not None and form.is_above(level):
            ask = f"Đề nghị {addressee} xem xét, trình {authority}"
        else:
            ask = f"Đề nghị {desk.authority(authority, addressee)}"
        groups.append(
            {
                "cau_de_nghi": ask,
                "tang_gi": f"{form.verb if form else 'tặng'} {_bare_form(desk, members[0])}",
                "so_luong": desk.counts(members),
                "truong_hop": [list_row(desk, case) for case in members],
            }
        )
    return groups


def list_row(desk: Desk, case: Nomination) -> dict[str, str]:
    """A nominee as lists print it."""
    year = str(case.born_on.year if case.born_on else case.birth_year or "")
    gender = desk.gender(case)
    branches = met_branches(desk.look.judgements[case.id].answers)
    return {
        "ten_day_du": desk.full_name(case),
        "ten_ghi_quyet_dinh": desk.subject_name(case),
        "ho_ten": case.full_name or "",
        "xung_ho_ten": desk.addressed(case),
        "nam_sinh_nam": year if gender == "nam" else "",
        "nam_sinh_nu": year if gender == "nữ" else "",
        "chuc_vu_don_vi": desk.position_and_unit(case) if case.subject_kind != "tập thể" else "",
        "tom_tat_thanh_tich": case.summary or NOT_STATED,
        "hinh_thuc": desk.award_of(case),
        "tieu_chuan": "; ".join(branch.clause.partition(", ")[2] or branch.clause for branch in branches),
        "ten_linh_vuc": capital(desk.field_name(case)),
        "ghi_chu": "",
    }


def called_together(cases: list[Nomination]) -> str:
    """Whom the paper has named, at the head of a sentence."""
    return "Trường hợp" if len(cases) == 1 else "Các trường hợp"


def pledges(desk: Desk, cases: list[Nomination]) -> list[str]:
    """Each pledge that the records bear out for every case; what is not confirmed is not printed."""
    words = desk.drive.plan.dictionary
    exclusions = dict.fromkeys(one.exclusion for group in desk.drive.criteria for one in group.walk() if one.exclusion)
    pledges = []
    for id_ in exclusions:
        entry = words.attestations.get(id_) if words else None
        if entry and entry.pledge and cases and all((case.exclusions or {}).get(id_) is False for case in cases):
            pledges.append(entry.pledge)
    if cases and all(case.not_under_review and case.not_under_review.stated for case in cases):
        pledges.append(
            f"{'các ' if len(cases) > 1 else ''}{desk.kinds(cases)} được đề nghị không thuộc trường hợp chưa xét khen thưởng theo quy định"
        )
    return pledges


def _attached(desk: Desk, dossier: Dossier, cases: list[Nomination]) -> list[str]:
    """The lines of "Hồ sơ kèm theo": what the plan asks for, then what the cases have besides. A Tờ trình that left
    the rest out would count fewer papers than the table of contents beside it."""
    asked = desk.papers_for(dossier).papers
    lines = [_paper_phrase(desk, paper, cases, dossier) for paper in asked]
    named = {paper.kind for paper in asked}
    rest = dict.fromkeys(one.kind for case in cases for one, _ in case.every_paper() if one.kind not in named)
    return [line for line in (*lines, *(_evidence_phrase(desk, kind, cases) for kind in rest)) if line]


def _paper_phrase(desk: Desk, paper: RequiredPaper, cases: list[Nomination], dossier: Dossier) -> str:
    """A line of "Hồ sơ kèm theo": the paper and how many, counted from the records."""
    if paper.kind in _OWN_PAPER:
        return ""
    if paper.per == "cuộc họp":
        count = len(dossier.meetings)
        return f"Biên bản họp xét khen thưởng ({two_digits(count)} bản chính)" if count else ""
    if paper.kind in REPORTS:
        name = desk.drive.terms.papers.name(paper.kind)
        written = [case for case in cases if is_written(desk, case)]
        return f"{capital(name)} của {desk.counts(written)} ({two_digits(len(written))} bản chính)" if written else ""
    return _evidence_phrase(desk, paper.kind, cases)


def _evidence_phrase(desk: Desk, kind: str, cases: list[Nomination]) -> str:
    """What the cases have of one kind of evidence; nothing of nothing."""
    found = {(one.number, one.file) for case in cases for one, _ in case.every_paper() if one.kind == kind}
    name = desk.drive.terms.papers.name(kind)
    if name.startswith("xác nhận"):
        name = f"văn bản {name}"
    elif name.startswith("chứng minh"):
        name = f"văn bản, tài liệu {name} và kết quả áp dụng"
    return f"{capital(name)} ({two_digits(len(found))} văn bản)" if found else ""


def _sentence(parts: list[str]) -> str:
    """The attached papers joined into a sentence, first letters lowered."""
    lowered = [uncapital(part) for part in parts]
    return (
        ", ".join(lowered[:-1]) + (" và " if len(lowered) > 1 else "") + lowered[-1]
        if lowered
        else "các giấy tờ theo quy định"
    )


def _signer(desk: Desk, dossier: Dossier) -> dict[str, Any]:
    unit = desk.book.units.get(dossier.unit)
    if dossier.signer is not None and dossier.signer.capacity:
        return {"quyen_han_ky": list(dossier.signer.capacity), "ho_ten": dossier.signer.full_name or "", "ghi_chu": ""}
    head = unit.head_on(dossier.issued_on) if unit else None
    lines = capacity_of(head, unit) if unit else []
    name = (dossier.signer.full_name if dossier.signer else None) or (head.full_name if head else "")
    return {"quyen_han_ky": lines, "ho_ten": name, "ghi_chu": ""}
