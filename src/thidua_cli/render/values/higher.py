"""What the office's own council agreed to propose to the level above, as its Tờ trình and list print it."""

from typing import Any

from thidua_cli.model.awards import Award, without_giver
from thidua_cli.model.meeting import AGREED, Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.dossier import HIGHER, called_together, list_row, pledges
from thidua_cli.render.values.meeting import minutes_citation
from thidua_cli.render.values.naming import LISTS, Desk, iso, signs_for
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.numbers import two_digits


def goes_up(desk: Desk, meeting: Meeting) -> list[tuple[Nomination, str]]:
    """The cases a meeting of the office's own council agreed on for an award above the office, in the council's
    order, each with the award concluded on; an award that does not pass through the office is none of its."""
    office = desk.book.office
    if office is None or desk.book.meeting_unit(meeting) != office.unit:
        return []
    found = []
    for vote in meeting.votes:
        for id_ in vote.cases if vote.conclusion in AGREED else ():
            case = desk.drive.nominations.get(id_)
            award = desk.award(vote.award or case.award) if case else None
            if case and award and award.is_above(office.level) and not award.outside_route:
                found.append((case, award.id))
    return found


def higher_values(desk: Desk, meeting: Meeting) -> dict[str, Any]:
    """The root ``trinh_cap_tren``."""
    unit = desk.book.units.get(desk.book.meeting_unit(meeting) or "")
    proposed = goes_up(desk, meeting)
    cases = [case for case, _ in proposed]
    paper = meeting.higher_submission
    council, members = desk.book.council(meeting.council), desk.book.members(meeting)
    authorities = list(dict.fromkeys(award.authority or "" for _, id_ in proposed if (award := desk.award(id_))))
    rows = [(case, list_row(desk, case) | {"hinh_thuc": desk.award_of(case, id_)}) for case, id_ in proposed]
    groups = [[case for case, id_ in proposed if id_ == award.id] for award in desk.drive.plan.awards]
    return {
        "so_ky_hieu": (paper.number if paper else None) or "",
        "ngay_ban_hanh": iso(paper.issued_on) if paper and paper.issued_on else iso(meeting.held_on)[:7],
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else "",
        "chu_viet_tat": unit.abbreviation or "" if unit else "",
        "kinh_gui": _addressees(desk) or authorities,
        "noi_trinh": ", ".join(_addressees(desk) or authorities),
        "nhom_doi_tuong": desk.kinds(cases),
        "so_luong": desk.counts(cases),
        "so_theo_hinh_thuc": "; ".join(
            f"{_bare(award)}: {desk.counts(group)}"
            for award, group in zip(desk.drive.plan.awards, groups, strict=True)
            if group
        ),
        "cac_bien_ban": [minutes_citation(desk, meeting)],
        "ngay_hop": iso(meeting.held_on),
        "ten_hoi_dong": council.name if council else "",
        "so_co_mat": two_digits(len(meeting.those_present(members))),
        "tong_so": two_digits(len(members)),
        "ghi_ten": "có" if len(cases) <= desk.most_named else "",
        "nhom": [
            _group(desk, award, group) for award, group in zip(desk.drive.plan.awards, groups, strict=True) if group
        ],
        **{key: [row for case, row in rows if case.subject_kind == kind] for key, kind in LISTS.items()},
        "goi_chung": called_together(cases),
        "cam_ket": pledges(desk, cases),
        "nguoi_ky": signs_for(unit, (paper.issued_on if paper else None) or meeting.held_on),
    }


def _addressees(desk: Desk) -> list[str]:
    """To whom the plan says its office submits; a plan that names nobody leaves those who confer the awards."""
    return [desk.role_name(role) for step in desk.drive.plan.steps if step.step == HIGHER for role in step.addressees]


def _bare(award: Award) -> str:
    """A form without its giver, whom the paper names before it."""
    return without_giver(award.name) if award.authority else award.name


def _group(desk: Desk, award: Award, cases: list[Nomination]) -> dict[str, Any]:
    return {
        "cau_de_nghi": f"Đề nghị {award.authority or 'cấp có thẩm quyền'} xem xét",
        "tang_gi": f"{award.verb} {_bare(award)}",
        "so_luong": desk.counts(cases),
        "truong_hop": [list_row(desk, case) for case in cases],
    }
