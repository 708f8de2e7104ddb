"""Which meeting's word on a case stands when several have considered it. Counts no votes and asks nothing of quorums."""

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.meeting import NOT_AGREED, Meeting, Vote
from thidua_cli.model.nomination import Nomination


class Concluded(NamedTuple):
    """The vote on a case that stands, and the meeting it was taken in."""

    meeting: Meeting
    vote: Vote

    @property
    def agreed(self) -> bool:
        """Whether the meeting lets the case go on, as proposed or with another award."""
        return self.vote.conclusion not in NOT_AGREED

    def award(self, case: Nomination) -> str:
        """The award concluded on; a vote that names none is about the one proposed."""
        return self.vote.award or case.award


def latest(voted: Iterable[Concluded]) -> Concluded | None:
    """The word of the last of several meetings."""
    return max(voted, key=lambda one: (one.meeting.when, one.meeting.id), default=None)


def conclusions(book: Book, drive: Drive) -> dict[str, Concluded]:
    """For each case considered, the latest vote of the office's own meetings; of others where it held none on the case.

    Units meet before they send a case up, and their minutes stand in the same folder under names of their own.
    """
    own = book.own

    def rank(meeting: Meeting) -> tuple[bool, tuple[date, time], str]:
        return book.meeting_unit(meeting) == own, meeting.when, meeting.id

    found: dict[str, Concluded] = {}
    for meeting in sorted(drive.meetings.values(), key=rank, reverse=True):
        for vote in meeting.votes:
            for case in vote.cases:
                found.setdefault(case, Concluded(meeting, vote))
    return found
