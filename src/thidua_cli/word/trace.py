"""Which value of the records stands behind each word of a paper we would print.

The paper is printed a second time with every value marked: a letter no paper uses is put behind a
text, another day stands for a day. So nobody keeps a list of which field prints where, and a new
field or template needs nothing here.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.render.layout_head import NATIONAL
from thidua_cli.render.press import Sheet
from thidua_cli.word.document import read
from thidua_cli.word.lines import Line, lines_of
from thidua_cli.word.tokens import Token, tokens

_FIRST: Final = 0xF0000  # a plane no font draws and no keyboard types
_LAST: Final = 0xFFFFD
_MARKS: Final = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_DAY: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\Z")
_HOUR: Final = re.compile(r"\d{2}:\d{2}\Z")


class Value(NamedTuple):
    """A value of a context: the way to it, and what it holds."""

    path: Route
    text: str


class Traced(NamedTuple):
    """A line of the expected paper: for each of its texts the tokens, and the values behind them."""

    line: Line
    tokens: tuple[tuple[Token, ...], ...]
    spans: tuple[tuple["Span", ...], ...]


class Span(NamedTuple):
    """A stretch of tokens that prints one value."""

    start: int
    end: int
    value: Value


def values_of(context: Any, path: Route = ()) -> Iterator[Value]:
    """Every text of a context with the way to it."""
    if isinstance(context, Mapping):
        for key, one in context.items():
            yield from values_of(one, (*path, key))
    elif isinstance(context, list):
        for index, one in enumerate(context):
            yield from values_of(one, (*path, index))
    elif isinstance(context, str) and context.strip():
        yield Value(path, context)


class _Marker:
    """Gives every text its mark and every day and hour its stand-in."""

    def __init__(self) -> None:
        self.marks: dict[str, Value] = {}
        self.days: dict[str, Value] = {}
        self.count = 0

    def marked(self, context: Any, path: Route = ()) -> Any:
        if isinstance(context, Mapping):
            return {key: self.marked(one, (*path, key)) for key, one in context.items()}
        if isinstance(context, list):
            return [self.marked(one, (*path, index)) for index, one in enumerate(context)]
        if not isinstance(context, str) or not context.strip() or context == NATIONAL:
            return context
        self.count += 1
        value = Value(path, context)
        if _DAY.match(context):
            return self._other_day(value)
        if _HOUR.match(context):
            return self._other_hour(value)
        return "\n".join(self._line(path, line) for line in context.split("\n"))

    def _line(self, path: Route, line: str) -> str:
        """A line with its mark: a long text becomes a paragraph for each of its lines."""
        self.count += 1
        if not line.strip() or _FIRST + self.count > _LAST:
            return line
        mark = chr(_FIRST + self.count)
        self.marks[mark] = Value(path, line)
        return line + mark

    def _other_day(self, value: Value) -> str:
        if len(value.text) > 7:
            day = date(1900, 1, 1) + timedelta(days=self.count % 70_000)
            self.days[f"{day.day}/{day.month}/{day.year}"] = value
            return day.isoformat()
        month, year = self.count % 12 + 1, 1900 + self.count // 12 % 200
        self.days[f"?/{month}/{year}"] = value
        return f"{year}-{month:02d}"

    def _other_hour(self, value: Value) -> str:
        hour, minute = self.count // 60 % 24, self.count % 60
        self.days[f"{hour}:{minute:02d}"] = value
        return f"{hour:02d}:{minute:02d}"


def traced(sheet: Sheet) -> list[Traced]:
    """The lines of a paper as the records want it, each token with the values it prints."""
    plain = lines_of(read(sheet.written()))
    marker = _Marker()
    shadow = lines_of(read(sheet.written(marker.marked(sheet.context))))
    lengths = {value: len(tokens(value.text)) for value in (*marker.marks.values(), *marker.days.values())}
    return [
        _trace(line, shadow[index] if len(shadow) == len(plain) else line, marker, lengths)
        for index, line in enumerate(plain)
    ]


def _trace(line: Line, shadow: Line, marker: _Marker, lengths: dict[Value, int]) -> Traced:
    own, spans = [], []
    for index, text in enumerate(line.texts):
        found = tuple(tokens(text))
        own.append(found)
        other = shadow.texts[index] if index < len(shadow.texts) else text
        spans.append(tuple(_spans(found, other, marker, lengths)))
    return Traced(line, tuple(own), tuple(spans))


def _spans(own: tuple[Token, ...], shadow: str, marker: _Marker, lengths: dict[Value, int]) -> Iterator[Span]:
    """The values of one text; nothing when the shadow came out otherwise (then nothing is claimed)."""
    ends: list[tuple[int, str]] = []
    clean: list[str] = []
    length = 0
    for part in re.split(f"({_MARKS.pattern})", shadow):
        if _MARKS.match(part):
            ends.append((length, part))
        else:
            clean.append(part)
            length += len(part)
    other = tokens("".join(clean))
    if len(other) != len(own):
        return
    for index, token in enumerate(other):
        value = marker.days.get(token.key) if token.kind in ("day", "hour") else None
        if value is not None:
            yield Span(index, index + 1, value)
    for offset, mark in ends:
        value = marker.marks.get(mark)
        last = max((index for index, token in enumerate(other) if token.start < offset), default=None)
        if value is not None and last is not None:
            yield Span(max(0, last + 1 - lengths[value]), last + 1, value)
