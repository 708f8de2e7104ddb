"""Days, months and hours as clerks type them and as Decree 30/2020 prints them.

Knows no clock and no deadline: what "trước ngày" means stands in the model.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from thidua_cli.viet.text import nfc

_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
_MONTH = r"([0-9]{1,2})/([0-9]{4})"
_CLOCK = "([0-9]{1,2}):([0-9]{2})"
_SPOKEN = r"(?i)([0-9]{1,2})\s*(?:giờ|h|g)(?:\s*([0-9]{1,2})(?:\s*(?:phút|ph|p))?)?"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@lru_cache(maxsize=4096)
def parse_date(s: str) -> date | None:
    """The day of ``5/7/2024``, ``05/07/2024``, ``2024-07-05`` or ``2024-7-5``; day before month, always.

    None for anything else, for a day the calendar does not have and outside 1900–2199, where a
    slip of the finger is likelier than a date.
    """
    text = s.strip()
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(_ISO, text):
        year, month, day = map(int, found.groups())
    else:
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_month(s: str) -> tuple[int, int] | None:
    """``12/2024`` as (year, month), so that months compare as they follow; None if it is none."""
    found = re.fullmatch(_MONTH, s.strip())
    if not found:
        return None
    month, year = int(found[1]), int(found[2])
    return (year, month) if 1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR else None


def parse_year(s: str) -> int | None:
    """The year of ``2024``; None for anything else."""
    text = s.strip()
    return int(text) if re.fullmatch("[0-9]{4}", text) and _FIRST_YEAR <= int(text) <= _LAST_YEAR else None


def parse_span(s: str) -> tuple[date, date] | None:
    """The first and last day of ``2024``, ``2022-2025``, ``6/2024``, ``01/01/2024 - 30/6/2024``.

    Both ends lie inside; None for anything else and for an end before its beginning.
    """
    since, dash, until = re.sub("[–—]", "-", s).partition("-")
    first, last = first_and_last(since), first_and_last(until if dash else since)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def first_and_last(s: str) -> tuple[date, date] | None:
    """The first and last day of a year, a month or a day."""
    text = s.strip()
    if day := parse_date(text):
        return day, day
    if month := parse_month(text):
        year, number = month
        after = date(year + number // 12, number % 12 + 1, 1)
        return date(year, number, 1), after - timedelta(days=1)
    lone = parse_year(text)
    return (date(lone, 1, 1), date(lone, 12, 31)) if lone else None


def parse_time(s: str) -> tuple[int, int] | None:
    """(hour, minute) of ``14:00``, ``14 giờ 00``, ``14h30``, ``14g`` or ``14 giờ 5 phút``.

    None for anything else; ``24:00`` too, since its day would be in doubt.
    """
    text = nfc(s).strip()
    found = re.fullmatch(_CLOCK, text) or re.fullmatch(_SPOKEN, text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def format_short(day: date) -> str:
    """``16/12/2024``, ``05/7/2024``, ``20/02/1988``: for tables and citations.

    Decree 30/2020, Phụ lục I: a zero before days below 10 and before months 1 and 2 only.
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def format_long(day: date) -> str:
    """``ngày 16 tháng 12 năm 2024``: for running text, with the zeros of `format_short`."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def format_time(hour: int, minute: int) -> str:
    """``14 giờ 00``, ``08 giờ 30``, as minutes of a meeting print it."""
    return f"{hour:02d} giờ {minute:02d}"


def weekday(day: date) -> str:
    """``thứ Hai`` … ``Chủ nhật``, with the capitals of Decree 30/2020, Phụ lục II."""
    return _WEEKDAYS[day.weekday()]
