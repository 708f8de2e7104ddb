"""Days and deadlines in a sentence, under the key of the plan's own wording.

A day that the calendar does not have, or that lacks its year, is never completed from elsewhere, but for
the first day of a range, whose month and year may stand with the second; that is said.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from thidua_cli.plantext.patterns import FROM_NOW, RANGE, WORDINGS
from thidua_cli.viet.dates import first_and_last, format_short, parse_date, parse_month


class Set(NamedTuple):
    """A day set by a sentence: keys of a deadline with their values, the words, what is in doubt."""

    days: dict[str, str]
    words: str
    span: tuple[int, int]
    doubts: tuple[str, ...]


def days_set(text: str) -> list[Set]:
    """What a sentence sets, in order; a range with a stricter day behind it is one."""
    found = [*_ranges(text), *_from_now(text)]
    taken = [one.span for one in found]
    for wording in WORDINGS:
        for match in wording.pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            value, doubt = _value(match)
            doubts = tuple(one for one in (doubt, wording.doubt) if one)
            found.append(Set({wording.key: value} if value else {}, match[0], match.span(), doubts))
    return sorted(found, key=lambda one: one.span)


def day_in(match: re.Match[str]) -> date | None:
    """The day of the groups d, m, y of a match; ``None`` for one the calendar does not have."""
    groups = match.groupdict()
    parts = [groups.get(f"{name}2") or groups.get(name) for name in ("d", "m", "y")]
    return parse_date("/".join(part or "" for part in parts))


def _value(match: re.Match[str]) -> tuple[str, str]:
    groups = match.groupdict()
    if groups.get("y3"):
        found = parse_month(f"{groups['m3']}/{groups['y3']}")
        return (f"{found[1]}/{found[0]}", "") if found else ("", f"“{match[0]}” không phải một tháng")
    if groups.get("y4"):
        return (groups["y4"], "") if first_and_last(groups["y4"]) else ("", f"“{match[0]}” không phải một năm")
    day = day_in(match)
    return (format_short(day), "") if day else ("", f"“{match[0]}”: ngày không có trong lịch")


def _ranges(text: str) -> Iterator[Set]:
    for match in RANGE.finditer(text):
        last = day_in(match)
        doubts = []
        month = match["m0"] or (str(last.month) if last else None)
        year = match["y0"] or (str(last.year) if last else None)
        first = parse_date(f"{match['d0']}/{month}/{year}")
        if first is None or last is None:
            yield Set({}, match[0], match.span(), (f"“{match[0]}”: có ngày không có trong lịch",))
            continue
        if match["y0"] is None:
            doubts.append(f"ngày đầu không ghi {'năm' if match['m0'] else 'tháng, năm'}, lấy theo ngày cuối")
        if first > last:
            doubts.append("ngày đầu sau ngày cuối")
        key = "den_het" if match["end"] else "den_ngay"
        yield Set({"tu_ngay": format_short(first), key: format_short(last)}, match[0], match.span(), tuple(doubts))


def _from_now(text: str) -> Iterator[Set]:
    for match in FROM_NOW.finditer(text):
        value, doubt = _value(match)
        doubts = tuple(one for one in (doubt, "“từ nay” không phải một ngày: chưa ghi được tu_ngay") if one)
        yield Set({"den_het": value} if value else {}, match[0], match.span(), doubts)
