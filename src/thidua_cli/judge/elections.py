"""The word of the vocabulary on what a cluster (cụm, khối) chooses of its members. Pure; it counts no ballots of its own."""

from thidua_cli.book import Drive
from thidua_cli.judge.answers import MET, NOT_MET, OPEN, TO_CONFIRM, Finding
from thidua_cli.judge.case import Case
from thidua_cli.judge.counts import paper_there
from thidua_cli.model.criteria import Election, PaperNeed
from thidua_cli.model.duty import CLOSING
from thidua_cli.model.meeting import AGREED, LEADING, NOT_AGREED, Meeting, Vote
from thidua_cli.model.unit import Unit
from thidua_cli.viet.dates import format_short


def chosen(word: Election, case: Case, confirmed: Finding) -> Finding:
    """Whether the unit's own cluster chose it, and nobody else. ``confirmed`` is the attestation: it never
    stands for the minutes, it only says what a paper of them says."""
    unit = case.book.units.get(case.record.unit)
    cluster = case.book.units.get(unit.cluster or "") if unit else None
    if cluster is None or case.record.group_name:
        return Finding(
            OPEN,
            f"{case.book.nominee(case.record)} chưa được ghi là thành viên của cụm, khối nào",
            ("don_vi",),
            TO_CONFIRM,
            "ghi cum_khoi của đơn vị ở units.yaml; chỉ thành viên cụm, khối mới được chọn",
        )
    votes = _votes(word, cluster.id, case)
    own = [one for one in votes if one[2] == case.record.unit]
    others = [one for one in votes if one[2] != case.record.unit and _won(one[1])]
    others = [one for one in others if _out_of_time(one[0], cluster, case) is None]
    if own:
        other = next((one for one in others if not _outvoted(one[0], own[-1][0])), None)
        found = _own(*own[-1][:2], word, cluster.name)
        if found.verdict is MET:
            found = _out_of_time(own[-1][0], cluster, case) or _voting_twice(own[-1][0], case) or found
        if found.verdict is MET and other is not None:
            name = case.book.unit_name(other[2])
            return _doubt(f"{cluster.name} còn chọn {name}; mỗi cụm, khối một đơn vị", other[0])
        stated = any(one.point == word.attestation for one in case.record.attestations)
        return min(found, confirmed, key=lambda one: one.verdict) if stated else found
    if others:
        meeting, _, chosen_instead = others[0]
        text = f"{cluster.name} chọn {case.book.unit_name(chosen_instead)} là {word.subject}"
        return Finding(NOT_MET, text, ("bieu_quyet",), file=meeting.file)
    paper = paper_there(PaperNeed(word.paper, None, ()), case.record.papers, ("tai_lieu",), case)
    if paper.verdict is OPEN:
        text = f"chưa thấy cuộc họp của {cluster.name} chọn {word.subject}; {paper.text}"
        return paper._replace(
            text=text, remedy=f"ghi cuộc họp ở meetings/ với cum_khoi: {cluster.id}; hoặc {paper.remedy}"
        )
    return min(paper, confirmed, key=lambda one: one.verdict)


def _votes(word: Election, cluster: str, case: Case) -> list[tuple[Meeting, Vote, str]]:
    """The cluster's votes on the matter with the unit each is about, oldest first."""
    return sorted(
        (
            (meeting, vote, unit)
            for meeting in case.drive.meetings.values()
            if meeting.cluster == cluster
            for vote in meeting.votes
            if vote.subject == word.subject and (unit := elected(case.drive, vote)) is not None
        ),
        key=lambda one: one[0].when,
    )


def _outvoted(earlier: Meeting, later: Meeting) -> bool:
    """Whether a cluster voted again on a later day; of one day, or without a day, neither vote gives way."""
    return None not in (earlier.held_on, later.held_on) and earlier.when[0] < later.when[0]


def _won(vote: Vote) -> bool:
    """Whether the vote says that the unit was chosen, and its numbers do not say the contrary."""
    return vote.conclusion == AGREED[0] and vote.in_favour is not None and vote.in_favour > (vote.against or 0)


def _own(meeting: Meeting, vote: Vote, word: Election, cluster: str) -> Finding:
    day = f" ngày {format_short(meeting.held_on)}" if meeting.held_on else ""
    if _won(vote):
        return Finding(MET, f"{cluster} họp{day} chọn là {word.subject}", ("bieu_quyet",), file=meeting.file)
    if vote.conclusion == NOT_AGREED[0]:
        return Finding(NOT_MET, f"{cluster} họp{day}: {vote.conclusion}", ("bieu_quyet",), file=meeting.file)
    count = f"{vote.in_favour or 0} tán thành, {vote.against or 0} không tán thành"
    said = f"kết luận “{vote.conclusion}”" if vote.conclusion else "chưa ghi kết luận"
    return _doubt(f"{cluster} họp{day}: {count}, {said}", meeting)


def _out_of_time(meeting: Meeting, cluster: Unit, case: Case) -> Finding | None:
    """What keeps a choice from being one of this campaign: its day, or that the unit did not exist on it."""
    day, unit, period = meeting.held_on, case.book.units.get(case.record.unit), case.drive.plan.period
    if day is None:
        return None  # said where it was read
    met = f"{cluster.name} họp ngày {format_short(day)}"
    if period is not None and period.holds(day) is False:
        return _doubt(f"{met}, ngoài thời gian của đợt thi đua", meeting, "ngay_hop")
    if unit is not None and not unit.exists_on(day):
        return _doubt(f"{met}, ngày ấy chưa có hoặc không còn {unit.name}", meeting, "ngay_hop")
    for duty in case.drive.duties_for(case.record.award):
        held = case.drive.deadline_of_duty(duty, cluster.id) if duty.kind == CLOSING else None
        if held is not None and held.last_day is not None and day > held.last_day:
            last = format_short(held.last_day)
            return _doubt(f"{met}, sau ngày cuối {last} của việc “{duty.name}” ({held.source})", meeting, "ngay_hop")
    return None


def _voting_twice(meeting: Meeting, case: Case) -> Finding | None:
    """A member with two delegates had two ballots, so nobody can say who would have been chosen with one."""
    units = [delegate.unit for delegate in meeting.delegates]
    if len(set(units)) == len(units):
        return None
    twice = next(unit for unit in units if units.count(unit) > 1)
    return _doubt(f"{case.book.unit_name(twice)} có hai đại diện dự họp, mỗi đơn vị một phiếu", meeting, "dai_dien")


def _doubt(text: str, meeting: Meeting, key: str = "bieu_quyet") -> Finding:
    remedy = "kiểm tra lại ngày họp, số phiếu, kết luận theo biên bản"
    return Finding(OPEN, text, (key,), TO_CONFIRM, remedy, meeting.file)


def elected(drive: Drive, vote: Vote) -> str | None:
    """The unit a cluster's vote is about: named, or that of the nomination it is about."""
    cases = (drive.nominations.get(id_) for id_ in vote.cases)
    return vote.unit or (next((case.unit for case in cases if case), None) if vote.subject == LEADING else None)
