"""A nomination with the campaign and the repository around it: what every word is laid beside."""

from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import Verdict
from thidua_cli.model.nomination import Nomination

MET, OPEN, NOT_MET = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET


class Case(NamedTuple):
    """A nomination with the campaign and the repository around it.

    ``objections`` keeps why a meeting is no ground for it, by meeting: every point it attests asks again.
    """

    record: Nomination
    drive: Drive
    book: Book
    objections: dict[str, str]

    @property
    def handed_over(self) -> date | None:
        """The day the case's dossier was received, or else sent, or the last day something was supplied to it
        at the receiver's request: what is dated later cannot have been known."""
        dossier = self.drive.dossiers.get(self.drive.dossier_of.get(self.record.id, ""))
        if dossier is None:
            return None
        days = [dossier.day, *(request.supplied_on for request in dossier.requests)]
        return max((day for day in days if day), default=None)
