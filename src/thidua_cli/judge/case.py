"""A nomination with the campaign and the repository around it: what every word is laid beside."""

from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination


class Case(NamedTuple):
    """A nomination with the campaign and the repository around it: its dossier, the meetings that voted on it.

    ``award`` is the one it is laid beside, the proposed one or another; ``objections`` keeps why a meeting is
    no ground for it, by meeting: every point it attests asks again. ``came_on`` is the day of what no dossier submits:
    a role model is handed in by a duty.
    """

    record: Nomination
    award: str
    drive: Drive
    book: Book
    dossier: Dossier | None
    meetings: list[Meeting]
    objections: dict[str, str]
    came_on: date | None = None

    @classmethod
    def of(
        cls, record: Nomination, drive: Drive, book: Book, award: str | None = None, came_on: date | None = None
    ) -> "Case":
        """The case a nomination is."""
        dossier, meetings = drive.dossier_with(record.id), drive.meetings_on(record.id)
        return cls(record, award or record.award, drive, book, dossier, meetings, {}, came_on)

    @property
    def handed_over(self) -> date | None:
        """The day the case's dossier was received, or else sent, or the last day something was supplied to it
        at the receiver's request: what is dated later cannot have been known."""
        if self.dossier is None or not self.dossier.requests:
            return self.dossier.day if self.dossier is not None else self.came_on
        days = [self.dossier.day, *(request.supplied_on for request in self.dossier.requests)]
        return max((day for day in days if day), default=None)
