"""Which meetings speak for a case: of a body that may, in time, on a count that bears the conclusion, not taken back.

Every function says in words why a meeting does not; an empty text means that it does.
"""

from datetime import date

from thidua_cli.judge.case import Case
from thidua_cli.model.meeting import AGREED, Meeting, Vote
from thidua_cli.viet.dates import format_short


def objection(meeting: Meeting, case: Case) -> str:
    """Why a meeting is no ground for a case."""
    known = case.objections.get(meeting.id)
    if known is None:
        said = refusal(meeting, case) or _unordered(meeting, case) or outsider(meeting, case)
        known = case.objections[meeting.id] = said or _early(meeting, case) or _late(meeting, case)
    return known


_UNREAD = ("chưa rõ kết luận", "chưa rõ số tán thành")


def is_unread(said: str) -> bool:
    """Whether a meeting is no ground only for a word of its vote that is lacking or could not be read, which is an
    error where it stands."""
    return said.endswith(_UNREAD)


def refusal(meeting: Meeting, case: Case) -> str:
    """Why a meeting did not agree to propose the case, by its own vote or by a later one of the same body."""
    own = _against(meeting, case)
    if own:
        return own
    for later in case.meetings:
        said = _against(later, case) if same_body(meeting, later) and later.follows(meeting) else ""
        if said:
            when = f" ngày {format_short(later.held_on)}" if later.held_on else ""
            return f"không phải lần xét sau cùng: cuộc họp {later.id}{when} {said}"
    return ""


def _unordered(meeting: Meeting, case: Case) -> str:
    """Another meeting of the same body that did not agree, of the same day: which had the last word is not known."""
    for other in case.meetings:
        said = _against(other, case) if same_body(meeting, other) and other.follows(meeting) is None else ""
        if said:
            return (
                f"chưa rõ là lần xét sau cùng: cuộc họp {other.id} cùng ngày {said}; ghi gio_bat_dau của hai cuộc họp"
            )
    return ""


def before_the_campaign(day: date | None, case: Case) -> str:
    """That a day was before the campaign, or the year an award is of, began: nobody could know then what would be done
    in it."""
    period = case.drive.plan.period
    if day is None or period is None:
        return ""
    first, whose, year = period.since, "đợt", case.record.year
    if year is not None and period.yearly and (first is None or first.year < year):
        first, whose = date(year, 1, 1), "năm xét"
    if first is None or day >= first:
        return ""
    return f"ngày {format_short(day)}, trước ngày đầu của {whose} {format_short(first)}"


def _early(meeting: Meeting, case: Case) -> str:
    said = before_the_campaign(meeting.held_on, case)
    return said and f"họp {said}"


def _late(meeting: Meeting, case: Case) -> str:
    """That the body of who submits met after the dossier had left; a council above meets later by its nature."""
    day, handed_over = meeting.held_on, case.handed_over
    if day is None or handed_over is None or day <= handed_over:
        return ""
    if case.book.meeting_unit(meeting) != (case.dossier.unit if case.dossier else case.record.proposer):
        return ""
    return f"họp ngày {format_short(day)}, sau ngày nộp hồ sơ {format_short(handed_over)}"


def same_body(meeting: Meeting, other: Meeting) -> bool:
    """Whether two meetings are one body's, held at different times."""
    return other.id != meeting.id and _body(other) == _body(meeting)


def _against(meeting: Meeting, case: Case) -> str:
    voted = case.drive.vote_on(meeting, case.record.id)
    if voted is None:
        return "chưa xét trường hợp này"
    vote = voted[1]
    if vote.conclusion not in AGREED:
        return f"kết luận “{vote.conclusion}” trường hợp này" if vote.conclusion else _UNREAD[0]
    if vote.in_favour is None:
        return _UNREAD[1]
    if meeting.contradicts(vote, case.record.id):
        return f"chỉ có {vote.in_favour} tán thành, {vote.against or 0} không tán thành"
    return _of_another_award(vote, case)


def _of_another_award(vote: Vote, case: Case) -> str:
    """That a vote was for another award; one that names none, or the proposed one, vouches for any that follows."""
    if vote.names_no_award:
        return f"kết luận “{vote.conclusion}” mà chưa ghi hình thức nào"
    if vote.award in (None, case.award, case.record.award):
        return ""
    name = case.drive.plan.award_name
    return f"kết luận {name(vote.award)}, không phải {name(case.award)}"


def _body(meeting: Meeting) -> str:
    return meeting.council or meeting.cluster or meeting.unit or meeting.id


def outsider(meeting: Meeting, case: Case) -> str:
    """Why it is not for this body to speak: it is none of the nominee's unit, of one above it, of who
    proposes or submits the case, of a cluster of theirs, nor of the office itself."""
    book = case.book
    whose = book.meeting_unit(meeting)
    if whose is None:
        return "chưa rõ của Hội đồng, đơn vị hay cụm, khối nào"
    record, dossier = case.record, case.dossier
    if whose in (record.unit, record.proposer, book.own):  # as nearly always; what is above is asked of the others
        return ""
    near = {record.unit, record.proposer, *((dossier.unit,) if dossier else ())}
    units = {id_ for one in near for id_ in book.above(one)}
    clusters = {unit.cluster for id_ in units if (unit := book.units.get(id_))}
    if whose in units | clusters:
        return ""
    if any(whose in book.kin(one) for one in near):
        # In a reorganisation the council of the old unit has often met before the new one submits.
        unit, day = book.units.get(whose), meeting.held_on
        if unit is None or day is None or unit.exists_on(day):
            return ""
        return f"là của {unit.name}, ngày {format_short(day)} chưa có hoặc không còn đơn vị ấy"
    return f"là của {book.unit_name(whose)}, không phải của {book.unit_name(record.unit)} hay cấp trên"
