"""A meeting as its minutes print it."""

from typing import Any

from thidua_cli.book.prose import Section, lead_section
from thidua_cli.judge import Verdict, blamed
from thidua_cli.judge.elections import elected
from thidua_cli.judge.people import alike
from thidua_cli.model.meeting import AGREED, CHOICES, IN_FAVOUR, Absentee, Meeting, Vote, WrittenOpinion
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.unit import Member, Unit
from thidua_cli.render.values.naming import BLANK_SIGNER, NOT_STATED, Desk, citation, iso, joined, lowered, signs_for
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.names import honorific, name_key
from thidua_cli.viet.numbers import format_ratio, two_digits
from thidua_cli.viet.text import capital, fold

_OPENING = (
    "chủ tọa tuyên bố lý do, thông qua nội dung",
    "chủ tọa tuyên bố lý do, thông qua nội dung cuộc họp",
    "mở đầu",
)
_DISCUSSION = ("thảo luận", "báo cáo tóm tắt thành tích và thảo luận")
_CONCLUSION = ("kết luận",)


def minutes_citation(desk: Desk, meeting: Meeting) -> str:
    """``Biên bản số 02/BB-HĐTĐKT ngày 16 tháng 12 năm 2024 của Hội đồng …``."""
    council = desk.book.council(meeting.council)
    issuer = council.name if council else desk.book.unit_name(meeting.unit or "")
    return citation(meeting.number, meeting.held_on, "Biên bản", issuer)


def meeting_values(desk: Desk, meeting: Meeting, prose: list[Section]) -> dict[str, Any]:
    """The root ``cuoc_hop``; ``prose`` is the course of the meeting in words."""
    members = desk.book.members(meeting)
    cases = [case for vote in meeting.votes for case in desk.drive.cases_of(vote)]
    return {
        **_body(desk, meeting),
        **_when_and_where(meeting),
        **_people(desk, meeting, members),
        **_course(prose),
        **_looked_at(desk, meeting, cases),
        **_concluded(desk, meeting, members),
    }


def _body(desk: Desk, meeting: Meeting) -> dict[str, Any]:
    """Who met: a council, or the people of a unit without one."""
    council = desk.book.council(meeting.council)
    unit = desk.book.units.get(desk.book.meeting_unit(meeting) or "")
    founding = council.founding if council else None
    return {
        "don_vi": _host(meeting, unit),
        "so_ky_hieu": meeting.number or "",
        "dau_giay": head_of(unit, "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG") if council else head_of(unit),
        "co_hoi_dong": "có" if council else "",
        "ten_cuoc_hop": f"{council.name} xét, đề nghị khen thưởng"
        if council
        else f"xét, đề nghị khen thưởng của {unit.name if unit else ''}",
        "chu_the": "Hội đồng" if council else "Cuộc họp",
        "hoi_dong": {
            "ten_hoi_dong": council.name if council else "",
            "chu_viet_tat": (council.abbreviation if council else unit.abbreviation if unit else None) or "",
            "quyet_dinh": citation(founding.number, founding.issued_on, "Quyết định")
            if founding and founding.number
            else "",
        },
        "don_vi_trinh": unit.name if unit else "",
    }


def _when_and_where(meeting: Meeting) -> dict[str, Any]:
    return {
        "thang_hop": meeting.held_on.isoformat()[:7] if meeting.held_on else "",
        "ngay_hop": iso(meeting.held_on),
        "gio_bat_dau": meeting.began_at.strftime("%H:%M") if meeting.began_at else "",
        "gio_ket_thuc": meeting.ended_at.strftime("%H:%M") if meeting.ended_at else "",
        "dia_diem": meeting.place or "",
    }


def _people(desk: Desk, meeting: Meeting, members: tuple[Member, ...]) -> dict[str, Any]:
    """Who was asked to come, who was there, and who signs."""
    present = meeting.those_present(members)
    return {
        "nguoi_duoc_moi": [_invited(member) for member in members],
        "tong_so": two_digits(len(members)),
        "so_co_mat": two_digits(len(present)),
        "so_vang": two_digits(len(members) - len(present)),
        "thanh_vien": [_attendance(desk, meeting, member, present) for member in members],
        "khach_moi": "; ".join(meeting.guests),
        "chu_toa": _officer(meeting.chair, members) | ({"quyen_han_ky": []} if meeting.cluster else {}),
        "thu_ky": _officer(meeting.secretary, members) | {"quyen_han_ky": []},
        "ban_kiem_phieu": [_titled(name, members) for name in meeting.tellers],
        "dai_dien_kiem_phieu": {
            "quyen_han_ky": [],
            "ho_ten": meeting.tellers[0] if meeting.tellers else "",
            "ghi_chu": "",
        },
        "nguoi_lap": _blank("NGƯỜI LẬP"),
        "nguoi_cho_y_kien": _blank("THÀNH VIÊN CHO Ý KIẾN"),
    }


def _course(prose: list[Section]) -> dict[str, Any]:
    """How the meeting went, in the words beside its record."""
    opening, prose = lead_section(prose, _OPENING)
    discussion, prose = lead_section(prose, _DISCUSSION)
    conclusion, prose = lead_section(prose, _CONCLUSION)
    return {
        "mo_dau": opening,
        "thao_luan": discussion,
        "dien_bien": [{"tieu_de": section.title, "noi_dung": section.text} for section in prose],
        "ket_luan": conclusion,
    }


def _looked_at(desk: Desk, meeting: Meeting, cases: list[Nomination]) -> dict[str, Any]:
    """The cases the meeting considered, and what is to be asked about them."""
    return {
        "theo_hinh_thuc": [
            {"hinh_thuc": desk.award_of(group[0]), "so_luong": desk.counts(group)} for group in desk.by_award(cases)
        ],
        "can_xem": _unclear(desk, cases),
        "co_the_trung": _doubles(desk, cases),
        "hinh_thuc_xet": "; ".join(dict.fromkeys(desk.award_of(case) for case in cases)),
        "quy_dinh_so_luong": _quota(desk, meeting),
        "so_truong_hop_xet": desk.counts(cases),
        "truong_hop": [_case(desk, meeting, case) for case in cases],
        "xem_xet_tap_the": _heads(desk, cases),
    }


def _concluded(desk: Desk, meeting: Meeting, members: tuple[Member, ...]) -> dict[str, Any]:
    """How it voted, what it attests, and what it asks for."""
    ballots = meeting.ballots
    return {
        "xac_nhan_chung": [desk.drive.terms.attestations.name(point) for point in meeting.general_attestations],
        "cach_bieu_quyet": meeting.method or "",
        "phieu": {
            "phat_ra": _count(ballots.handed_out),
            "thu_vao": _count(ballots.returned),
            "hop_le": _count(ballots.valid),
            "khong_hop_le": _count(ballots.invalid),
        }
        if ballots
        else None,
        "ket_qua": [
            _result(desk, meeting, vote, case, len(members))
            for vote in meeting.votes
            for case in desk.drive.cases_of(vote)
        ],
        "y_kien_van_ban": _written(desk, meeting, members),
        "binh_xet": [_chosen(desk, vote, len(members)) for vote in meeting.votes if vote.subject],
        "cau_de_nghi": _proposal(desk, meeting),
    }


def _host(meeting: Meeting, unit: Unit | None) -> dict[str, Any]:
    return {
        "ten_don_vi": unit.name if unit else "",
        "chu_viet_tat": unit.abbreviation or "" if unit else "",
        "dau_giay": head_of(unit),
        "nguoi_ky": signs_for(unit, meeting.held_on),
    }


def _blank(title: str) -> dict[str, Any]:
    return {**BLANK_SIGNER, "quyen_han_ky": [title]}


def _titled(name: str, members: tuple[Member, ...]) -> str:
    member = next((one for one in members if fold(one.full_name) == fold(name)), None)
    return f"{honorific(member.gender if member else None)} {name}"


def _invited(member: Member) -> str:
    role = f", {member.council_role or member.position}" if member.council_role or member.position else ""
    return f"{honorific(member.gender)} {member.full_name}{role}"


def _unclear(desk: Desk, cases: list[Nomination]) -> list[str]:
    """Each case that is not plainly met, with the criteria that are open or missed."""
    said = []
    for case in cases:
        judgement = desk.look.judgements[case.id]
        if judgement.verdict is not Verdict.MET:
            said.append(f"{desk.addressed(case)}: {comparison_of(desk, case)}")
    return said


def comparison_of(desk: Desk, case: Nomination) -> str:
    """A case's answer in a cell, with the criteria that keep it from being met."""
    judgement = desk.look.judgements[case.id]
    if judgement.verdict is Verdict.MET:
        return judgement.verdict.label
    names = [
        answer.criterion.id
        for verdict in (Verdict.NOT_MET, Verdict.OPEN)
        for answer in blamed(judgement.answers, verdict)
        if answer.criterion.id
    ]
    return f"{judgement.verdict.label}{': ' + ', '.join(dict.fromkeys(names)) if names else ''}"


def _doubles(desk: Desk, cases: list[Nomination]) -> list[str]:
    """Pairs of cases that may be one, less what the office has reviewed."""
    return [
        f"{desk.full_name(earlier)} và {desk.full_name(later)} ({why})"
        for earlier, later, why in alike(desk.book, cases)
    ]


def _appraised(desk: Desk, case: Nomination) -> str:
    """The standing body's opinion on a case."""
    if case.id not in desk.drive.opinion_on:
        return ""
    appraisal, at = desk.drive.opinion_on[case.id]
    opinion = desk.drive.appraisals[appraisal].opinions[at]
    award = f" sang {desk.award_name(opinion.award)}" if opinion.award else ""
    return f"{opinion.result}{award}{': ' + opinion.reason if opinion.reason else ''}"


def _attendance(desk: Desk, meeting: Meeting, member: Member, present: tuple[Member, ...]) -> dict[str, str]:
    away = next((one for one in meeting.absent if fold(one.full_name) == fold(member.full_name)), None)
    note = "" if member in present else _absence(away)
    return {
        "xung_ho_ten": f"{honorific(member.gender)} {member.full_name}",
        "chuc_vu": _position(desk, meeting, member),
        "chuc_danh_hoi_dong": member.council_role or _office_held(meeting, member),
        "ghi_chu": note,
    }


def _office_held(meeting: Meeting, member: Member) -> str:
    """What somebody without a seat in a council did at the meeting."""
    held = {fold(meeting.chair or ""): "Chủ tọa", fold(meeting.secretary or ""): "Thư ký"}
    return held.get(fold(member.full_name), "")


def _position(desk: Desk, meeting: Meeting, member: Member) -> str:
    """A post; in a cluster with the unit the member votes for, said once."""
    name = fold(member.full_name)
    unit = next((one.unit for one in meeting.delegates if fold(one.full_name) == name), None)
    return joined(member.position or "", desk.book.unit_name(unit), " ") if unit else member.position or ""


def _absence(away: Absentee | None) -> str:
    reason = f", {away.reason}" if away and away.reason else ""
    written = "; có ý kiến bằng văn bản" if away and isinstance(away.written, WrittenOpinion) else ""
    return f"Vắng{reason}{written}"


def _officer(name: str | None, members: tuple[Member, ...]) -> dict[str, Any]:
    member = next((one for one in members if name and fold(one.full_name) == fold(name)), None)
    role = member.council_role or "" if member else ""
    return {
        "xung_ho_ten": f"{honorific(member.gender if member else None)} {name or ''}".strip(),
        "chuc_danh_hoi_dong": role or (member.position or "" if member else ""),
        "quyen_han_ky": [role.upper()] if role else [],
        "ho_ten": name or "",
        "ghi_chu": "",
    }


def _quota(desk: Desk, meeting: Meeting) -> str:
    unit = desk.book.meeting_unit(meeting)
    found = [
        f"{two_digits(quota.value)} {desk.award_name(quota.award)} ({source})"
        for quota, source in desk.drive.quotas
        if quota.value is not None and (not quota.units or unit in quota.units)
    ]
    return "được phân bổ tối đa " + "; ".join(found) if found else "kế hoạch không ấn định số lượng"


def _case(desk: Desk, meeting: Meeting, case: Nomination) -> dict[str, str]:
    vote = desk.drive.vote_on(meeting, case.id)
    aside = [
        name for name in (vote[1].stood_aside if vote else ()) if case.full_name and fold(name) == fold(case.full_name)
    ]
    title = honorific(desk.gender(case) or None).lower()
    return {
        "ten_day_du": desk.full_name(case) if case.subject_kind != "tập thể" else f"Tập thể {desk.subject_name(case)}",
        "tom_tat_thanh_tich": (case.summary or NOT_STATED).rstrip(". "),
        "hinh_thuc": desk.award_of(case),
        "doi_chieu": comparison_of(desk, case),
        "tham_dinh": _appraised(desk, case),
        "khong_bieu_quyet": ", ".join(f"{title} {name}" for name in aside),
    }


def _heads(desk: Desk, cases: list[Nomination]) -> list[str]:
    """Said only when a head of unit was considered and the unit's result with him (Lưu ý of the plan)."""
    said = []
    for case in cases:
        for answer in desk.look.judgements[case.id].named():
            if answer.criterion.unit_result is not None and answer.verdict is Verdict.MET:
                said.append(
                    f"Khi xét {desk.in_sentence(case)}, người đứng đầu đơn vị, cuộc họp đã xem xét thành tích của tập thể {desk.unit_name(case.unit)}"
                )
    return said


def _result(desk: Desk, meeting: Meeting, vote: Vote, case: Nomination, total: int) -> dict[str, str]:
    favour = (vote.in_favour or 0) + meeting.in_favour_in_writing(case.id)
    return {
        "ten_day_du": desk.addressed(case),
        "hinh_thuc": desk.award_of(case, vote.award),
        "tan_thanh": two_digits(vote.in_favour or 0),
        "khong_tan_thanh": _count(vote.against),
        "khong_co_y_kien": _count(vote.no_opinion),
        "khong_tham_gia": _count(len(vote.stood_aside)),
        "ty_le": f"{favour}/{total} ({format_ratio(favour, total)})" if total else "",
    }


def _written(desk: Desk, meeting: Meeting, members: tuple[Member, ...]) -> str:
    """What absent members said in writing: it is in the shares, and in no column of the votes cast."""
    rows = [id_ for vote in meeting.votes for id_ in vote.cases if id_ in desk.drive.nominations]
    answers = [meeting.answered(id_) for id_ in rows]
    said = []
    for away in meeting.absent:
        name, told = name_key(away.full_name), []
        for choice in CHOICES:
            numbers = [number for number, one in enumerate(answers, 1) if one.get(name) == choice]
            where = f" (số thứ tự {', '.join(map(str, numbers))})" if choice != IN_FAVOUR else ""
            told += [f"{choice} {two_digits(len(numbers))} trường hợp{where}"] if numbers else []
        if told:
            said.append(f"{lowered(_titled(away.full_name, members))} {', '.join(told)}")
    return "; ".join(said)


def _chosen(desk: Desk, vote: Vote, total: int) -> dict[str, str]:
    """What a cluster's vote chose."""
    favour = vote.in_favour or 0
    return {
        "noi_dung": capital(vote.subject or ""),
        "don_vi": desk.book.unit_name(elected(desk.drive, vote) or ""),
        "tan_thanh": two_digits(favour),
        "khong_tan_thanh": _count(vote.against),
        "khong_co_y_kien": _count(vote.no_opinion),
        "ty_le": f"{favour}/{total} ({format_ratio(favour, total)})" if total else "",
        "ket_luan": vote.conclusion or "",
    }


def _count(number: int | None) -> str:
    return two_digits(number) if number else "0"


def _proposal(desk: Desk, meeting: Meeting) -> str:
    """What the council concluded, by award."""
    agreed: list[Nomination] = []
    for vote in meeting.votes:
        if vote.conclusion in AGREED:
            for case in desk.drive.cases_of(vote):
                award = vote.award or case.award
                agreed.append(case._replace(award=award, concrete_award=case.concrete_of(award)))
    verbs = {award.id: award.verb for award in desk.drive.plan.awards}
    return "đề nghị " + "; ".join(
        f"{verbs[group[0].award]} {desk.award_of(group[0])} cho {desk.counts(group)}" for group in desk.by_award(agreed)
    )
