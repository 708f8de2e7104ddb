"""The comments of a YAML text. The event stream has none, so lines are scanned for them, knowing where scalars end.

Knows nothing of what a comment says.
"""

import re
from typing import Any, NamedTuple

import yaml
from yaml.events import ScalarEvent

from thidua_cli.source.events import LOADER
from thidua_cli.viet.text import editor_lines

_MARK = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(NamedTuple):
    """A comment: where its ``#`` stands, what it says, and the line it speaks of — its own, or for a
    comment alone on its line the next line that holds anything else."""

    line: int
    column: int
    text: str
    about: int


def comments_of(text: str) -> list[Comment]:
    """Every comment of a text, in order; none in a text that cannot be parsed."""
    text = editor_lines(text)
    try:
        inside = _scalars(text)
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError):
        return []
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines):
        for mark in _MARK.finditer(line):
            at = (number, mark.start())
            if any(start <= at < end for start, end in inside.get(number, ())):
                continue
            said = line[mark.end() :].rstrip("\r").strip()
            alone = not line[: mark.start()].strip()
            found.append(Comment(number + 1, mark.start() + 1, said, (_next(lines, number) if alone else number) + 1))
            break
    return found


_Span = tuple[tuple[int, int], tuple[int, int]]


def _scalars(text: str) -> dict[int, list[_Span]]:
    """The spans in which ``#`` is text, by line; the head line of a block scalar is not one of them."""
    spans: dict[int, list[_Span]] = {}
    loader: Any = LOADER(text)
    while (event := loader.get_event()) is not None:
        if type(event) is not ScalarEvent:
            continue
        first: Any = event.start_mark
        last: Any = event.end_mark
        start, end = (first.line, first.column), (last.line, last.column)
        if event.style in ("|", ">"):
            start = (start[0] + 1, 0)
        for line in range(start[0], end[0] + 1):
            spans.setdefault(line, []).append((start, end))
    return spans


def _next(lines: list[str], number: int) -> int:
    """The next line that is neither empty nor a comment alone; the comment's own when there is none."""
    for later in range(number + 1, len(lines)):
        said = lines[later].strip()
        if said and not said.startswith("#"):
            return later
    return number
