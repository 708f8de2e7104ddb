"""Lints on what a decision rests on: a dossier received, an appraisal, a meeting, one merit for one award.

What is lacking may lie in papers outside the repository, so people look again; nothing here is a verdict.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Code, Diagnostic, Mark, Severity
from thidua_cli.judge.concluded import Concluded, conclusions, latest
from thidua_cli.judge.grounds import same_body
from thidua_cli.judge.people import alike, reorganised
from thidua_cli.law import ONE_MERIT_ONE_AWARD
from thidua_cli.model.dossier import DISAGREED, UNFIT, UNSUPPLIED, Appraisal, Decision
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes_council as codes
from thidua_cli.rules.look import Look
from thidua_cli.source import MAX_BYTES
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import fold


class Line(NamedTuple):
    """A case a decision still stands for, its position there, and the campaign of both."""

    decision: Decision
    at: int
    case: Nomination
    drive: Drive


def lines(drive: Drive) -> Iterator[Line]:
    """Every known case of every decision made here that has not been cancelled for it."""
    for decision in drive.decisions.values():
        for at, line in enumerate(() if decision.from_old_system else decision.cases):
            case = drive.nominations.get(line.nomination or "")
            if case is not None and decision.stands_for(case.id):
                yield Line(decision, at, case, drive)


def _is_units_own(look: Look, decision: Decision) -> bool:
    """Whether the award is conferred by a unit itself, which needs no dossier here."""
    award = look.drive.plan.award(decision.award)
    return award is not None and bool(award.outside_route)


def dossier_and_appraisal(look: Look) -> Iterator[Diagnostic]:
    """Trường hợp được khen ở trong hồ sơ đã nhận trước ngày quyết định, thẩm định không phản đối."""
    unfit, told = _unfit(look), set[tuple[str, str]]()
    unread = look.files("dossiers") - look.drive.dossiers.keys()  # may hold any of the cases
    for line in lines(look.drive):
        if _is_units_own(look, line.decision):
            continue
        dossier, said = look.dossier(line.case), _dossier_lacking(look, line)
        if said and (dossier is not None or not unread):
            yield _on(
                line,
                codes.QUYET_DINH_THIEU_CAN_CU,
                said,
                "kiểm tra hồ sơ trình; hồ sơ giấy ở ngoài thì ghi lý do chấp nhận",
            )
        opinion = unfit.get(line.case.id)
        if opinion is not None:
            yield _on(
                line,
                codes.QUYET_DINH_THIEU_CAN_CU,
                f"ý kiến thẩm định: {opinion[0]}",
                "bỏ khỏi quyết định, hoặc ghi ý kiến thẩm định sau cùng",
                opinion[1],
            )
        if dossier is not None and (line.decision.id, dossier.id) not in told:
            told.add((line.decision.id, dossier.id))
            yield from _disagreed(line, look.drive.appraised(dossier.id))


def _dossier_lacking(look: Look, line: Line) -> str:
    case, dossier = line.case, look.dossier(line.case)
    if dossier is None:
        withdrawn = any(case.id in one.cases for one in look.drive.dossiers.values())
        return "hồ sơ trình đã rút" if withdrawn else "không nằm trong hồ sơ trình nào"
    came, what = (dossier.received_on, "nhận") if dossier.received_on else (dossier.sent_on, "gửi")
    if came is None:
        return "" if dossier.issued_on else f"hồ sơ {dossier.id} chưa ghi đã gửi, đã nhận"
    day = line.decision.issued_on
    if day is not None and came > day:
        return f"hồ sơ {dossier.id} {what} ngày {format_short(came)}, sau ngày quyết định {format_short(day)}"
    return ""


def _unfit(look: Look) -> dict[str, tuple[str, Mark]]:
    """The cases the last appraisal of their dossier finds unfit, or still incomplete, and where."""
    drive = look.drive
    supplied = {one.id for one in drive.dossiers.values() if any(asked.supplied_on for asked in one.requests)}
    found = {}
    for case, (id_, at) in drive.opinion_on.items():
        appraisal = drive.appraisals[id_]
        result = appraisal.opinions[at].result
        if result == UNFIT or (result == UNSUPPLIED and appraisal.dossier not in supplied):
            found[case] = result, Mark(appraisal.file, ("ket_qua_tham_dinh", at, "ket_qua"), "ý kiến thẩm định")
    return found


def _disagreed(line: Line, appraised: list[Appraisal]) -> Iterator[Diagnostic]:
    """The bodies whose last answer on the dossier was that they do not agree; said once, not for each of its cases."""
    last = {
        (fold(one.body or ""), fold(one.subject or "")): (appraisal, index, one)
        for appraisal in appraised
        for index, one in enumerate(appraisal.bodies)
    }
    for appraisal, index, one in last.values():
        if one.answer == DISAGREED:
            about = f" ({one.subject})" if one.subject else ""
            mark = Mark(appraisal.file, ("y_kien_co_quan", index, "ket_qua_tra_loi"), "ý kiến cơ quan")
            said = f"{one.body} trả lời {DISAGREED}{about} khi được hỏi về hồ sơ {appraisal.dossier}"
            remedy = "xem lại các trường hợp ý kiến ấy nói đến; đã giải quyết thì ghi lý do chấp nhận"
            yield _on(line, codes.QUYET_DINH_THIEU_CAN_CU, said, remedy, mark)


def considered(look: Look) -> Iterator[Diagnostic]:
    """Trường hợp được khen đã được cuộc họp làm căn cứ xét, thống nhất, đúng hình thức được quyết định."""
    if not look.drive.decisions:
        return
    standing, own = conclusions(look.book, look.drive), _of_office(look)
    for line in lines(look.drive):
        cited = [look.drive.meetings.get(id_) for id_ in line.decision.meetings]
        if None in cited:
            continue  # said where the meeting is cited
        word = _of_cited(look, cited, line) if cited else standing.get(line.case.id)
        if cited and word is None:
            lacking = "chưa được cuộc họp làm căn cứ xét"
        elif not cited and _passed_over(look, line, word, own):
            lacking = "chưa được cuộc họp nào của cơ quan quyết định xét"
        else:
            yield from _as_concluded(look, line, word)
            continue
        remedy = "ghi cuộc họp đã xét vào cuoc_hop, hoặc bỏ khỏi quyết định"
        yield _on(line, codes.QUYET_DINH_THIEU_CAN_CU, lacking, remedy)


def _of_cited(look: Look, cited: Iterable[Meeting | None], line: Line) -> Concluded | None:
    """The last word of the meetings a decision rests on, or of the same body until the day of the decision."""
    drive, case = look.drive, line.case.id
    voted = [Concluded(one, vote[1]) for one in cited if one and (vote := drive.vote_on(one, case))]
    until = line.decision.issued_on or date.max
    for one in drive.meetings_on(case) if voted else ():
        again = any(same_body(before.meeting, one) and one.follows(before.meeting) for before in voted)
        vote = drive.vote_on(one, case) if again and (one.held_on or date.max) <= until else None
        voted += [Concluded(one, vote[1])] if vote else []
    return latest(voted)


def _of_office(look: Look) -> frozenset[str]:
    """The meetings this office records of its own council."""
    office, held = look.book.office, look.drive.meetings.values()
    own = (one for one in held if one.votes and office and look.book.meeting_unit(one) == office.unit)
    return frozenset(one.id for one in own)


def _passed_over(look: Look, line: Line, word: Concluded | None, own: frozenset[str]) -> bool:
    """Whether the deciding office records meetings of its own council and none of them considered the case."""
    office, award = look.book.office, look.drive.plan.award(line.decision.award)
    if office is None or award is None or award.outside_route or award.level not in (None, office.level):
        return False
    return bool(own) and (word is None or word.meeting.id not in own)


def _as_concluded(look: Look, line: Line, word: Concluded | None) -> Iterator[Diagnostic]:
    """The conclusion that stands holds; without any the award is the proposed one."""
    decision, case, name = line.decision, line.case, look.drive.plan.award_name
    if word is not None and not word.agreed:
        said = f"cuộc họp {word.meeting.id} kết luận “{word.vote.conclusion}”, quyết định {name(decision.award)}"
        yield _on(line, codes.KHAC_KET_LUAN, said, "bỏ khỏi quyết định, hoặc ghi cuộc họp đã thống nhất")
        return
    # A unit confers its own award on whoever it likes; what was proposed to others does not bind it.
    own = _is_units_own(look, decision) and not decision.meetings
    concluded = word.award(case) if word is not None else case.award
    if own or concluded == decision.award:
        return
    told = f"cuộc họp {word.meeting.id} kết luận" if word is not None else "đề nghị"
    also = "" if word is not None else "; chưa có cuộc họp nào kết luận như vậy"
    said = f"{told} {name(concluded)}, quyết định {name(decision.award)}{also}"
    yield _on(line, codes.KHAC_KET_LUAN, said, "kiểm tra hinh_thuc_ket_luan của cuộc họp và hinh_thuc_khen")


def _on(line: Line, code: Code, said: str, remedy: str, *related: Mark) -> Diagnostic:
    return Diagnostic(
        code,
        f"{line.case.id}: {said}",
        line.decision.file,
        ("truong_hop", line.at),
        record=f"{line.decision.id}/{line.case.id}",
        remedy=remedy,
        related=related,
    )


def once(look: Look) -> Iterator[Diagnostic]:
    """Một thành tích không được quyết định khen hai lần."""
    first: dict[str, Decision] = {}
    for decision in sorted(look.drive.decisions.values(), key=lambda one: (one.issued_on or date.max, one.id)):
        for at, line in enumerate(decision.cases):
            case = line.nomination
            if case is None or not decision.stands_for(case):
                continue
            earlier = first.get(case)
            if earlier is None:
                first[case] = decision
                continue
            said = f"{case} đã được khen theo {earlier.number or earlier.id}"
            mark = Mark(earlier.file, ("so_ky_hieu",), "quyết định trước")
            yield _twice(look.book, decision, at, case, said, mark, decision.issued_on or look.today)


def one_merit(look: Look) -> Iterator[Diagnostic]:
    """Một thành tích không được quyết định khen hai lần, cả khi kê ở hai đề nghị, ở hai năm của một phong trào."""
    for line, before, said, _ in _repeated(look.book, lines(look.drive)):
        yield _awarded_again(look.book, line, before, said, line.decision.issued_on or look.today)


def one_merit_in_campaigns(book: Book) -> Iterator[Diagnostic]:
    """Một thành tích không được quyết định khen ở hai đợt; cùng một giải pháp thì cần xem lại, vì có thể là kết quả mới."""
    if sum(bool(drive.decisions) for drive in book.drives.values()) < 2:
        return
    decided = (line for drive in book.drives.values() for line in lines(drive))
    for line, before, said, surely in _repeated(book, decided):
        if line.drive is not before.drive:
            yield _awarded_again(book, line, before, said, line.decision.issued_on if surely else None)


def _repeated(book: Book, decided: Iterable[Line]) -> Iterator[tuple[Line, Line, str, bool]]:
    """The cases decided again for what an earlier one was decided for: both, what to say, and whether it is the same
    report."""
    in_time = sorted(decided, key=lambda one: one.decision.issued_on or date.max)
    line_of, told = {line.case.file: line for line in in_time}, set()
    related = reorganised(book)
    for earlier, case, why in alike(book, (line.case for line in line_of.values()), of_any_year=True):
        same_number = case.citizen_number and case.citizen_number == earlier.citizen_number
        of_one_unit = earlier.unit == case.unit or (case.unit in related and earlier.unit in book.kin(case.unit))
        if case.file in told or not (same_number or of_one_unit):
            continue
        line, before = line_of[case.file], line_of[earlier.file]
        shared, surely = _shared(book, before, line)
        if shared:
            told.add(case.file)
            number = before.decision.number or before.decision.id
            where = earlier.id if line.drive is before.drive else f"{before.drive.id}/{earlier.id}"
            said = f"{case.id}: {shared} đã được khen ở {where}, theo {number} ({why})"
            yield line, before, said, surely


def _awarded_again(book: Book, line: Line, before: Line, said: str, day: date | None) -> Diagnostic:
    mark = Mark(before.decision.file, ("truong_hop", before.at), "lần khen trước")
    return _twice(book, line.decision, line.at, line.case.id, said, mark, day)


def _twice(book: Book, decision: Decision, at: int, case: str, said: str, before: Mark, day: date | None) -> Diagnostic:
    """``day`` is the one whose law says so, ``None`` where nobody can say that anything is wrong."""
    clause = book.law.provision_on(ONE_MERIT_ONE_AWARD, day) if day is not None else ""
    return Diagnostic(
        codes.KHEN_HAI_LAN,
        said,
        decision.file,
        ("truong_hop", at),
        clause=clause,
        record=f"{decision.id}/{case}",
        # Where the law of that day has not been looked up, nothing is wrong in its name.
        severity_override=None if clause else Severity.REVIEW,
        remedy="bỏ khỏi một quyết định, hoặc ghi huy_bo ở quyết định trước",
        related=(before,),
    )


def _shared(book: Book, one: Line, other: Line) -> tuple[str, bool]:
    """The achievement two cases both state: a report, word for word, which leaves no doubt, or a solution; empty when
    there is none."""
    reports = [line.drive.path_of(line.case.report, line.case.file) for line in (one, other) if line.case.report]
    if len(reports) == 2:
        first, second = ((book.disk.read(path, MAX_BYTES) or b"").split() for path in reports)
        if reports[0] == reports[1] or (first and first == second):
            return "cùng một báo cáo thành tích", True
    told = {fold(solution.name) for solution in one.case.solutions if solution.name}
    same = next((solution.name for solution in other.case.solutions if fold(solution.name or "") in told), None)
    return (f"“{same}”", False) if same else ("", False)


BOOK_RULES = (one_merit_in_campaigns,)
RULES = (dossier_and_appraisal, considered, once, one_merit)
