"""The day a site speaks of: the latest day anything in the records happened, so that the clock plays no part."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.book import Book, Drive


def latest_day(book: Book) -> date | None:
    """The latest day something was done, by the records; deadlines and plans lie ahead and do not count."""
    return max((day for drive in book.drives.values() for day in _days(drive) if day), default=None)


def _days(drive: Drive) -> Iterator[date | None]:
    yield drive.plan.issued_on
    for case in drive.nominations.values():
        yield case.reported_on
        yield case.figures.as_of if case.figures else None
    for meeting in drive.meetings.values():
        yield meeting.held_on
    for dossier in drive.dossiers.values():
        yield from (dossier.issued_on, dossier.sent_on, dossier.received_on)
        for request in dossier.requests:
            yield from (request.asked_on, request.supplied_on)
    for appraisal in drive.appraisals.values():
        yield appraisal.appraised_on
    for done in drive.duties.values():
        yield from (done.issued_on, done.sent_on, done.received_on)
    for decision in drive.decisions.values():
        yield from (decision.issued_on, decision.handed_over_on)
