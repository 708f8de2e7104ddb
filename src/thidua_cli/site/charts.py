"""Bars as whole numbers on a line of 1000, drawn by the template as inline SVG with the table beneath.

Knows no case and no colour: a segment has a place in the legend, and the style sheet paints it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.render.values.counting import PARTS, Part, Row

MOST_BARS = 30
"""Beyond this a picture shows less than its table, which is always whole."""


class Segment(NamedTuple):
    """A stretch of a bar."""

    series: int
    label: str
    size: int
    start: int
    width: int


class Bar(NamedTuple):
    """A row as a bar."""

    label: str
    total: int
    segments: tuple[Segment, ...]


class Chart(NamedTuple):
    """A picture and its table."""

    title: str
    note: str
    head: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]

    @property
    def cut(self) -> bool:
        """Whether the picture shows fewer rows than the table."""
        return len(self.bars) < len(self.rows)


def of_counts(title: str, note: str, head: str, rows: Iterable[Row]) -> Chart:
    """Bars as long as what they count, the longest filling the line."""
    every = tuple(rows)
    longest = max((one.total for one in every), default=0) or 1
    return _chart(title, note, head, every, longest)


def of_shares(title: str, note: str, head: str, rows: Iterable[Row]) -> Chart:
    """Bars that all fill the line, parted by the printed shares."""
    return _chart(title, note, head, tuple(rows), 0)


def _chart(title: str, note: str, head: str, rows: tuple[Row, ...], longest: int) -> Chart:
    bars = tuple(Bar(one.label, one.total, _segments(one.parts, longest)) for one in rows[:MOST_BARS])
    series = tuple(part.label for part in rows[0].parts) if rows else ()
    return Chart(title, note, head, series, bars, rows)


def _segments(parts: tuple[Part, ...], longest: int) -> tuple[Segment, ...]:
    """Ends are rounded, not widths, so that neighbours meet; ``longest`` 0 takes the shares as they are."""
    found, done = [], 0
    for index, part in enumerate(parts):
        start = done * PARTS // longest if longest else done
        done += part.size if longest else part.tenths
        end = done * PARTS // longest if longest else done
        if part.size:
            found.append(Segment(index, part.label, part.size, start, end - start))
    return tuple(found)
