"""A record's file with some values changed and every other line, comments too, left as its writer had it.

Works on lines, because no YAML library gives a clerk's file back unharmed; whatever it cannot change
without losing a comment it refuses, and its result is read again before it is handed out.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from thidua_cli.source.nodes import Node, Plain, plain
from thidua_cli.source.parsing import parse, parse_nodes
from thidua_cli.source.records import Record
from thidua_cli.source.writing import entry_lines, in_order, inner_record


class _Edit(NamedTuple):
    """Lines ``start`` up to ``end`` (0-based, exclusive) become ``lines``."""

    start: int
    end: int
    lines: list[str]


class _CommentInTheWay(Exception):
    """A value cannot be changed without losing a comment inside it."""


def rewrite(text: str, new: dict[str, Plain], record: Record) -> str | None:
    """The file's text with the values of ``new``; ``None`` when a comment would be lost or the file
    is written in a way (braces, tabs) that lines cannot be changed in."""
    node, problems = parse_nodes(text, "")
    if node is None or problems or type(node.value) is not dict or not node.value:
        return None
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    lines = [line.removesuffix("\r") for line in lines]
    try:
        edits = sorted(_Reviser(lines).group(node, new, record, len(lines)), key=lambda edit: (edit.start, edit.end))
    except _CommentInTheWay:
        return None
    for edit in reversed(edits):
        lines[edit.start : edit.end] = edit.lines
    revised = (ending + "\n").join(lines)
    again, problems = parse(revised, "")
    if problems or again != new:
        return None
    return revised


class _Reviser:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def group(self, node: Node, new: dict[str, Any], record: Record | None, end: int) -> Iterator[_Edit]:
        """The edits that make a block group hold ``new``; ``end`` is the line after its last."""
        assert node.keys is not None
        starts = {key: place.line - 1 for key, place in node.keys.items()}
        if len(set(starts.values())) != len(starts) or not new:
            raise _CommentInTheWay  # braces: several keys on one line
        order = list(starts)
        ends = {key: self._trimmed(starts[key], starts[after]) for key, after in pairwise(order)}
        ends[order[-1]] = self._trimmed(starts[order[-1]], end)
        column = next(iter(node.keys.values())).column - 1
        for key in order:
            if key not in new:
                raise _CommentInTheWay  # nothing an import brings takes a key away
            yield from self._value(key, node.value[key], new[key], record, (starts[key], ends[key], column))
        wanted = list(in_order(record, new))
        for key in (key for key in wanted if key not in starts):
            before = [one for one in wanted[: wanted.index(key)] if one in starts]
            at = max(ends[one] for one in before) if before else starts[order[0]]
            if not before and self.lines[at][:column].strip():
                at = ends[order[0]]  # the first key of a list's element shares its line with the dash
            yield _Edit(at, at, self._fresh(key, new[key], record, " " * column))

    def _fresh(self, key: str, value: Plain, record: Record | None, margin: str) -> list[str]:
        return list(entry_lines(in_order(record, {key: value}), margin))

    def _value(
        self, key: str, node: Node, new: Plain, record: Record | None, span: tuple[int, int, int]
    ) -> Iterator[_Edit]:
        start, end, column = span
        if plain(node) == new:
            return
        inside = inner_record(record, key)
        below = node.line - 1 > start
        if type(node.value) is dict and isinstance(new, dict) and node.value and below:
            yield from self.group(node, new, inside, end)
            return
        if type(node.value) is list and isinstance(new, list) and below and self._same_items(node, new):
            yield from self._items(node, new, inside, end)
            return
        if type(node.value) in (dict, list) and any("#" in line for line in self.lines[start:end]):
            raise _CommentInTheWay
        fresh = self._fresh(key, new, record, " " * column)
        lead = self.lines[start][:column]
        fresh[0] = lead + fresh[0][column:]
        fresh[0] += self._comment_after(node, start, single=len(fresh) == 1)
        yield _Edit(start, end, fresh)

    def _comment_after(self, node: Node, start: int, *, single: bool) -> str:
        """The comment on a value's own line, to be kept there."""
        line = self.lines[start]
        if node.end is not None and node.line - 1 == start:
            rest = line[node.end - 1 :]
        else:
            _, mark, rest = line.partition(" #")
            rest = mark + rest
        if rest.strip() and not single:
            raise _CommentInTheWay
        return rest.rstrip()

    def _same_items(self, node: Node, new: list[Any]) -> bool:
        """Whether the old elements can stay where they are: groups changed in place, more appended."""
        old = node.value
        return len(new) >= len(old) and all(
            plain(one) == two or (type(one.value) is dict and isinstance(two, dict) and one.value)
            for one, two in zip(old, new, strict=False)
        )

    def _items(self, node: Node, new: list[Any], inside: Record | None, end: int) -> Iterator[_Edit]:
        old = node.value
        starts = [one.line - 1 for one in old]
        for one, two, stop in zip(old, new, [*starts[1:], end], strict=False):
            if plain(one) != two:
                yield from self.group(one, two, inside, stop)
        more = new[len(old) :]
        if more:
            margin = " " * (node.column - 1)
            rows = list(
                entry_lines({"x": [in_order(inside, one) if isinstance(one, dict) else one for one in more]}, "")
            )
            at = self._trimmed(starts[-1], end)
            yield _Edit(at, at, [margin + row[2:] for row in rows[1:]])

    def _trimmed(self, start: int, end: int) -> int:
        """The end of an entry without the blank lines and comments below it, which belong to what follows."""
        while end - 1 > start and (not self.lines[end - 1].strip() or self.lines[end - 1].lstrip().startswith("#")):
            end -= 1
        return end
