"""The deadlines still open as a calendar (iCalendar), one all-day event for each thing to be sent."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from thidua_cli.book import Book, Drive
from thidua_cli.judge.standing import Standing, State
from thidua_cli.viet.dates import format_short

_OPEN = frozenset((State.OWED, State.SHORT, State.DUE))


def calendar(found: Iterable[tuple[Drive, Standing]], book: Book, today: date) -> bytes:
    """The calendar of what is not done yet; what has no day of its own cannot stand in one.

    The same records on the same day give the same bytes, and an event keeps its id from day to day, so
    that a calendar taken in again doubles nothing.
    """
    groups: dict[tuple[str, str, date], list[tuple[Drive, Standing]]] = {}
    for drive, one in found:
        last = one.last_day
        if last is not None and one.state in _OPEN:
            what = one.duty.id if one.duty else f"ho-so-{one.dossier.id}" if one.dossier else one.name
            groups.setdefault((drive.id, what, last), []).append((drive, one))
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//thidua//status//VI")
    made.add("x-wr-calname", "Hạn thi đua, khen thưởng")
    for (campaign, what, last), members in sorted(groups.items(), key=lambda item: (item[0][2], item[0])):
        drive, one = members[0]
        event = Event()
        event.add("uid", f"{what}.{campaign}.{last.isoformat()}@thidua")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", last)
        event.add("dtend", last + timedelta(days=1))
        event.add("summary", f"Hạn cuối: {one.name}")
        event.add("description", "\n".join(_told(drive, members, book)))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def _told(drive: Drive, members: list[tuple[Drive, Standing]], book: Book) -> list[str]:
    """The wording of the deadline, its clause, and who has still to send."""
    one = members[0][1]
    lines = [drive.plan.name]
    if one.held is not None:
        since = one.held.deadline.since
        opens = f"từ ngày {format_short(since)}, " if since else ""
        lines.append(f"{opens}{one.held.deadline.wording}" + (f" ({one.clause})" if one.clause else ""))
    lines.append("chưa gửi: " + ", ".join(book.unit_name(each.unit) for _, each in members))
    return lines
