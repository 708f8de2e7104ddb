"""Lints on meetings: who was there, whether the votes add up, whether they reach what is asked.

A threshold comes from dated law where one is known, otherwise from the council's own rules, which
never make an error; where neither says anything the numbers are only recorded.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from thidua_cli.diagnostic import Diagnostic, Route, Severity
from thidua_cli.law import Dated
from thidua_cli.law.tables import Threshold
from thidua_cli.model.meeting import AGREED, CHOICES, IN_FAVOUR, NO_OPINION, Absentee, Meeting, Vote
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.unit import CouncilRules, Member
from thidua_cli.rules import codes_council as codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.names import name_key
from thidua_cli.viet.numbers import format_ratio
from thidua_cli.viet.text import nearest

_BY_BALLOT = ("bỏ phiếu kín", "bỏ phiếu công khai")
_ByLaw = dict[tuple[str, str | None, date | None], Dated[Threshold] | None]
"""The threshold of the law by award and day, looked up once for all cases of all meetings."""


def officers(look: Look) -> Iterator[Diagnostic]:
    """Chủ tọa, thư ký ở trong những người dự; chủ tọa là Chủ tịch hoặc Phó Chủ tịch Hội đồng."""
    for meeting, members, present in _meetings(look):
        here = {name_key(one.full_name) for one in present}
        for key, name, word in (("chu_toa", meeting.chair, "chủ tọa"), ("thu_ky", meeting.secretary, "thư ký")):
            if name and name_key(name) not in here:
                yield Diagnostic(
                    codes.VANG_MA_CHU_TRI,
                    f"{word} {name} không có trong những người dự họp",
                    meeting.file,
                    (key,),
                    record=meeting.id,
                    remedy=nearest(name, [one.full_name for one in present], f"ghi {word} là người dự họp"),
                )
        chair = next(
            (one for one in members if meeting.chair and name_key(one.full_name) == name_key(meeting.chair)), None
        )
        if look.book.council(meeting.council) and chair and "chủ tịch" not in (chair.council_role or "").lower():
            yield Diagnostic(
                codes.CHU_TOA_KHONG_DUNG,
                f"chủ tọa {chair.full_name} là {chair.council_role or 'thành viên'}",
                meeting.file,
                ("chu_toa",),
                record=meeting.id,
                remedy="Chủ tịch hoặc Phó Chủ tịch Hội đồng chủ trì; nếu được ủy quyền thì ghi trong biên bản",
            )
        if meeting.began_at and meeting.ended_at and meeting.ended_at <= meeting.began_at:
            yield Diagnostic(
                codes.GIO_HOP_NGUOC,
                "giờ kết thúc không sau giờ bắt đầu",
                meeting.file,
                ("gio_ket_thuc",),
                record=meeting.id,
                remedy="kiểm tra hai giờ",
            )


def _meetings(look: Look) -> Iterator[tuple[Meeting, tuple[Member, ...], tuple[Member, ...]]]:
    """Meetings whose membership is known, with the members and those present."""
    for meeting in look.drive.meetings.values():
        members = look.book.members(meeting)
        if members:
            yield meeting, members, meeting.those_present(members)


def named_members(look: Look) -> Iterator[Diagnostic]:
    """Người vắng, người dự, người không tham gia, ban kiểm phiếu đều là thành viên vào ngày họp."""
    for meeting, members, _ in _meetings(look):
        known = {name_key(one.full_name) for one in members}
        named: list[tuple[str, Route]] = [
            *((one.full_name, ("vang_mat", i, "ho_ten")) for i, one in enumerate(meeting.absent)),
            *((name, ("du_hop", i)) for i, name in enumerate(meeting.present)),
            *((name, ("ban_kiem_phieu", i)) for i, name in enumerate(meeting.tellers)),
            *(
                (name, ("bieu_quyet", i, "khong_tham_gia", j))
                for i, vote in enumerate(meeting.votes)
                for j, name in enumerate(vote.stood_aside)
            ),
        ]
        for name, route in named:
            if name and name_key(name) not in known:
                yield Diagnostic(
                    codes.KHONG_PHAI_THANH_VIEN,
                    f"{name} không phải thành viên vào ngày họp",
                    meeting.file,
                    route,
                    record=meeting.id,
                    remedy=nearest(name, [one.full_name for one in members], "kiểm tra thanh_vien trong units.yaml"),
                )


def counted_once(look: Look) -> Iterator[Diagnostic]:
    """Một người đếm một lần: không nêu hai lần, không vừa dự vừa vắng, vắng thì không ở trong số đứng ngoài."""
    for meeting, members, present in _meetings(look):
        came, away, gone = {name_key(name) for name in meeting.present}, set[str](), _gone(members, present)
        for i, one in enumerate(meeting.absent):
            key = name_key(one.full_name)
            route: Route = ("vang_mat", i)
            if key in came:
                yield _counted_twice(meeting, one.full_name, "vừa có tên trong du_hop vừa có tên trong vang_mat", route)
            elif key in away:
                yield _counted_twice(meeting, one.full_name, "có tên hai lần trong vang_mat", route)
            else:
                yield from _two_opinions(meeting, one, i)
            away.add(key)
        for i, vote in enumerate(meeting.votes):
            aside: set[str] = set()
            for j, name in enumerate(vote.stood_aside):
                key, route = name_key(name), ("bieu_quyet", i, "khong_tham_gia", j)
                if key in aside:
                    yield _counted_twice(meeting, name, "có tên hai lần trong khong_tham_gia", route)
                elif key in gone:
                    yield _counted_twice(meeting, name, "vắng, không ở trong số người dự họp", route)
                aside.add(key)


def _gone(members: Iterable[Member], present: Iterable[Member]) -> set[str]:
    """The members who did not take part."""
    return {name_key(one.full_name) for one in members} - {name_key(one.full_name) for one in present}


def _counted_twice(meeting: Meeting, name: str, said: str, route: Route) -> Diagnostic:
    return Diagnostic(
        codes.DEM_HAI_LAN,
        f"{name} {said}",
        meeting.file,
        route,
        record=meeting.id,
        remedy="bỏ một dòng theo biên bản; hai thành viên trùng họ tên thì ghi thêm chữ phân biệt, cả ở thanh_vien",
    )


def _two_opinions(meeting: Meeting, away: Absentee, at: int) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for i, opinion in enumerate(away.opinions):
        for j, case in enumerate(opinion.cases):
            if case in seen:
                yield Diagnostic(
                    codes.BIEU_QUYET_HAI_LAN,
                    f"{away.full_name} đã cho ý kiến về {case} ở trên",
                    meeting.file,
                    ("vang_mat", at, "y_kien_bang_van_ban", "y_kien", i, "truong_hop", j),
                    record=meeting.id,
                    remedy="giữ một ý kiến; một thành viên một phiếu",
                )
            seen.add(case)


def sums(look: Look) -> Iterator[Diagnostic]:
    """Các con số của một lần biểu quyết cộng lại đúng."""
    for meeting, members, present in _meetings(look):
        gone = _gone(members, present)
        yield from _ballots(meeting, len(present))
        ballots = meeting.ballots if meeting.method in _BY_BALLOT else None
        for index, vote in enumerate(meeting.votes):
            if None in (vote.in_favour, vote.against, vote.no_opinion):
                continue
            said = (vote.in_favour or 0) + (vote.against or 0) + (vote.no_opinion or 0)
            aside = len({name_key(name) for name in vote.stood_aside} - gone)
            if ballots is not None and ballots.valid is not None:
                # One who stands aside either gets no ballot for the case or leaves its line blank.
                right, what = said in (ballots.valid, ballots.valid - aside), f"{ballots.valid} phiếu hợp lệ"
            else:
                right, what = said + aside == len(present), f"{len(present)} người dự họp"
                # Told at the name that is there twice, or of somebody who was not.
                right = right or (aside < len(vote.stood_aside) and said + len(vote.stood_aside) == len(present))
            if not right:
                yield Diagnostic(
                    codes.TONG_SO_PHIEU,
                    f"cộng được {said}{f' và {aside} người không tham gia' if aside else ''}, khác {what}",
                    meeting.file,
                    ("bieu_quyet", index, "tan_thanh"),
                    record=f"{meeting.id}/{index}",
                    remedy="đếm lại theo biên bản kiểm phiếu",
                )


def _ballots(meeting: Meeting, present: int) -> Iterator[Diagnostic]:
    """Phát ra, thu vào, hợp lệ, không hợp lệ."""
    ballots = meeting.ballots
    if ballots is None:
        return
    out, back, valid, invalid = ballots.handed_out, ballots.returned, ballots.valid, ballots.invalid
    checks = (
        (out is not None and out > present, "phat_ra", f"phát ra {out} phiếu cho {present} người dự họp"),
        (None not in (out, back) and (back or 0) > (out or 0), "thu_vao", f"thu vào {back} phiếu, phát ra {out}"),
        (
            None not in (back, valid, invalid) and (valid or 0) + (invalid or 0) != back,
            "hop_le",
            f"{valid} hợp lệ và {invalid} không hợp lệ, thu vào {back}",
        ),
    )
    for wrong, key, message in checks:
        if wrong:
            yield Diagnostic(
                codes.PHIEU_KHONG_KHOP,
                message,
                meeting.file,
                ("phieu", key),
                record=meeting.id,
                remedy="kiểm tra biên bản kiểm phiếu; ý kiến bằng văn bản không tính vào phiếu",
            )


def counts_bear(look: Look) -> Iterator[Diagnostic]:
    """Kết luận thống nhất không trái với số phiếu đã ghi."""
    by_law: _ByLaw = {}
    for meeting in look.drive.meetings.values():
        for index, vote in enumerate(meeting.votes):
            cast = (vote.in_favour or 0) + (vote.against or 0) + (vote.no_opinion or 0)
            if not cast or vote.conclusion not in AGREED:
                continue
            other_award = vote.conclusion != AGREED[0]
            if any(meeting.outvoted(vote, case) for case in vote.cases or ("",)):
                yield Diagnostic(
                    codes.KET_LUAN_TRAI_PHIEU,
                    f"kết luận “{vote.conclusion}” với {vote.in_favour} tán thành, {vote.against or 0} không tán thành",
                    meeting.file,
                    ("bieu_quyet", index, "ket_luan"),
                    record=f"{meeting.id}/{index}",
                    severity_override=Severity.REVIEW if vote.in_favour or other_award else None,
                    remedy="ghi số phiếu về hình thức kết luận"
                    if other_award
                    else "đối chiếu biên bản: sửa số phiếu hoặc kết luận",
                )
            elif said := _below_half(look, meeting, vote, cast, by_law):
                yield Diagnostic(
                    codes.KET_LUAN_TRAI_PHIEU,
                    said,
                    meeting.file,
                    ("bieu_quyet", index, "ket_luan"),
                    record=f"{meeting.id}/{index}",
                    severity_override=Severity.REVIEW,
                    remedy="đối chiếu biên bản; Hội đồng, cụm, khối có quy chế biểu quyết thì theo quy chế ấy",
                )


def _below_half(look: Look, meeting: Meeting, vote: Vote, cast: int, by_law: _ByLaw) -> str:
    """What is said of a choice, or of the first case, that not even half was for and no threshold is known for."""
    if vote.in_favour is None or 2 * vote.in_favour >= cast + len(meeting.absent):  # whatever the absent wrote
        return ""
    if vote.subject is not None and 2 * vote.in_favour < cast:
        return (
            f"chọn {vote.subject} với {vote.in_favour}/{cast} tán thành, chưa đến nửa; kế hoạch không quy định ngưỡng"
        )
    council = look.book.council(meeting.council)
    if council is not None and council.rules is not None and council.rules.approval:
        return ""
    for case in vote.cases if vote.subject is None else ():
        written = [choice for choice in meeting.answered(case).values() if choice in CHOICES]
        favour, voices = vote.in_favour + written.count(IN_FAVOUR), cast + len(written)
        record = look.drive.nominations.get(case)
        if record is not None and 2 * favour < voices and _by_law(look, meeting, vote, record, by_law) is None:
            return (
                f"{look.label(record)}: {favour}/{voices} tán thành, chưa đến nửa; quy chế của Hội đồng chưa ghi ngưỡng"
            )
    return ""


def attested_for_all(look: Look) -> Iterator[Diagnostic]:
    """Điều kiện loại trừ khai từng trường hợp, không ghi chung cho mọi trường hợp."""
    attested = [one for one in look.drive.meetings.values() if one.general_attestations]
    entries = [entry for group in look.drive.criteria for entry in group.walk()] if attested else []
    clauses = {entry.exclusion: entry.clause or "" for entry in entries if entry.exclusion}
    for entry in entries:
        clauses.pop(entry.attestation or "", None)  # what some criterion asks to be attested may well be
    for meeting in attested:
        for i, point in enumerate(meeting.general_attestations):
            if point in clauses:
                yield Diagnostic(
                    codes.XAC_NHAN_CHUNG_LOAI_TRU,
                    f"“{look.drive.terms.attestations.name(point)}” là điều kiện loại trừ, ghi ở đây là nói mọi trường hợp đều có",
                    meeting.file,
                    ("xac_nhan_chung", i),
                    clause=clauses[point],
                    record=meeting.id,
                    remedy="bỏ dòng này; từng trường hợp khai có hoặc không ở dieu_kien_loai_tru",
                )


def named_award(look: Look) -> Iterator[Diagnostic]:
    """Kết luận đề nghị hình thức khác thì ghi là hình thức nào."""
    for meeting in look.drive.meetings.values():
        for index, vote in enumerate(meeting.votes):
            if vote.names_no_award:
                yield Diagnostic(
                    codes.CHUA_GHI_HINH_THUC_KHAC,
                    f"kết luận “{vote.conclusion}” mà chưa ghi hình thức nào",
                    meeting.file,
                    ("bieu_quyet", index, "ket_luan"),
                    record=f"{meeting.id}/{index}",
                    remedy="ghi hinh_thuc_ket_luan: hình thức Hội đồng đề nghị theo biên bản",
                )


def once(look: Look) -> Iterator[Diagnostic]:
    """Một trường hợp biểu quyết một lần trong một cuộc họp."""
    for meeting in look.drive.meetings.values():
        seen: set[str] = set()
        for i, vote in enumerate(meeting.votes):
            for j, case in enumerate(vote.cases):
                if case in seen:
                    yield Diagnostic(
                        codes.BIEU_QUYET_HAI_LAN,
                        f"{case} đã được biểu quyết ở mục trên",
                        meeting.file,
                        ("bieu_quyet", i, "truong_hop", j),
                        record=meeting.id,
                        remedy="giữ một kết quả",
                    )
                seen.add(case)


def enough(look: Look) -> Iterator[Diagnostic]:
    """Tỷ lệ dự họp và tỷ lệ tán thành theo luật, rồi theo quy chế của Hội đồng."""
    by_law: _ByLaw = {}
    for meeting, members, present in _meetings(look):
        council = look.book.council(meeting.council)
        own = council.rules if council else None
        total = len(members)
        if own and own.quorum and len(present) < own.quorum * total:
            yield Diagnostic(
                codes.KHONG_DU_DU_HOP,
                f"{len(present)}/{total} thành viên dự họp, quy chế yêu cầu {format_ratio(own.quorum, 1)}",
                meeting.file,
                ("vang_mat",),
                on_key=True,
                clause=_rules_clause(own),
                record=meeting.id,
                remedy="lấy thêm ý kiến bằng văn bản hoặc họp lại, theo quy chế",
            )
        for index, vote in enumerate(meeting.votes):
            if vote.conclusion in AGREED and vote.in_favour is not None:
                yield from _approval(look, meeting, index, vote, total, len(present), own, by_law)


def _rules_clause(own: CouncilRules) -> str:
    parts = [own.clause or "", f"Quy chế {own.number}" if own.number else "quy chế của Hội đồng"]
    return ", ".join(part for part in parts if part)


def _by_law(look: Look, meeting: Meeting, vote: Vote, record: Nomination, by_law: _ByLaw) -> Dated[Threshold] | None:
    """The threshold of the law for the award a case was voted on for, on the day of the meeting."""
    award_id = vote.award or record.award
    asked = (award_id, record.concrete_of(award_id), meeting.held_on)
    if asked not in by_law:
        award = look.drive.plan.award_named(asked[0], asked[1])
        by_law[asked] = look.book.law.threshold_for(award.name if award else "", meeting.held_on or date.min)
    return by_law[asked]


def _approval(
    look: Look,
    meeting: Meeting,
    index: int,
    vote: Vote,
    total: int,
    present: int,
    own: CouncilRules | None,
    by_law: _ByLaw,
) -> Iterator[Diagnostic]:
    where: Route = ("bieu_quyet", index, "tan_thanh")
    for case in vote.cases:
        record = look.drive.nominations.get(case)
        if record is None:
            continue
        national = _by_law(look, meeting, vote, record, by_law)
        share = national.value.share if national is not None else None
        if share is None and not own:
            continue
        own_voice = record.full_name if own and own.subject_abstains else None
        favour = (vote.in_favour or 0) + meeting.in_favour_in_writing(case, own_voice)
        if national is not None and share is not None and favour < share * total:
            yield Diagnostic(
                codes.DUOI_NGUONG_LUAT if national.verified else codes.KHONG_DU_TAN_THANH,
                f"{look.label(record)}: {favour}/{total} thành viên tán thành ({format_ratio(favour, total)}), cần từ {_share(share)}",
                meeting.file,
                where,
                clause=national.cited,
                record=f"{meeting.id}/{case}",
                remedy="tính trên tổng số thành viên; người vắng cho ý kiến bằng văn bản",
            )
        elif own and own.approval and (national is None or not national.verified):
            base = present if own.counted_on == "số dự họp" else total
            if not own.approval.met_by(favour, base):
                yield Diagnostic(
                    codes.KHONG_DU_TAN_THANH,
                    f"{look.label(record)}: {favour}/{base} tán thành ({format_ratio(favour, base)}), quy chế cần "
                    f"{'trên' if own.approval.beyond else 'từ'} {_share(own.approval.share)}",
                    meeting.file,
                    where,
                    clause=_rules_clause(own),
                    record=f"{meeting.id}/{case}",
                    remedy=f"quy chế tính trên {own.counted_on or 'tổng số thành viên'}; kiểm tra kết luận",
                )
                own = None  # said once for a vote; what the law asks is still looked at for each case


def _share(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}" if (value * 100).denominator != 1 else f"{value * 100}%"


def on_oneself(look: Look) -> Iterator[Diagnostic]:
    """Người được xét không biểu quyết: chỉ xét khi quy chế của Hội đồng yêu cầu."""
    for meeting, members, present in _meetings(look):
        council = look.book.council(meeting.council)
        if council is None or council.rules is None or not council.rules.subject_abstains:
            continue
        here = {name_key(one.full_name) for one in present}
        written = {
            (name_key(away.full_name), case)
            for away in meeting.absent
            for opinion in away.opinions
            if opinion.choice != NO_OPINION
            for case in opinion.cases
        }
        for index, vote in enumerate(meeting.votes):
            aside = {name_key(name) for name in vote.stood_aside}
            for case in vote.cases:
                record = look.drive.nominations.get(case)
                name = record.full_name if record else None
                key = name_key(name) if name and len(members) > 1 else ""
                if key in here and key not in aside:
                    said = f"{name} dự họp và được xét, chưa ghi không tham gia biểu quyết"
                    remedy = "tách trường hợp này thành một mục biểu quyết, ghi khong_tham_gia"
                elif (key, case) in written:
                    said = f"{name} vắng, cho ý kiến bằng văn bản về chính mình"
                    remedy = "tỷ lệ tán thành tính không có ý kiến này; kiểm tra vang_mat"
                else:
                    continue
                yield Diagnostic(
                    codes.TU_BIEU_QUYET,
                    said,
                    meeting.file,
                    ("bieu_quyet", index, "truong_hop"),
                    on_key=True,
                    clause=_rules_clause(council.rules),
                    record=f"{meeting.id}/{case}",
                    remedy=remedy,
                )


RULES = (
    officers,
    named_members,
    counted_once,
    sums,
    counts_bear,
    attested_for_all,
    named_award,
    once,
    enough,
    on_oneself,
)
