"""The YAML people write, read line by line: keys, values and lists by indentation, one thing a line.

Most records hold nothing else, and read so they cost a third of what the parser of all of YAML costs. Whatever is
not plainly of this shape is left to that parser, so nothing here reports a mistake; a test holds the two alike.
"""

import re
from typing import NamedTuple

from thidua_cli.source.nodes import MAX_DEPTH, MAX_SCALAR, Node

_LINE = re.compile(r"( *)(- +)?(?:([A-Za-z0-9][A-Za-z0-9_./-]{0,80}):(?: +|$))?")
_FOREIGN = frozenset("-?:,[]{}#&*!|>%@`\"'")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_LIST = re.compile(r"\[([^\[\]{}\"'#&*!|>%@`:?\\]*)\]")
_NULLS = frozenset(("~", "null"))
_BELOW = frozenset((">-", ">", "|-", "|", "{}"))


_Values = tuple[tuple[str, int], ...]


class _Line(NamedTuple):
    """A line by its shape. ``inner`` is where the content of a list item stands, -1 on other lines; a list in
    brackets has its values with their columns; ``block`` is the sign of words on the lines below, or of an empty group."""

    indent: int
    inner: int
    key: str | None
    value: "str | _Values | None"
    column: int
    end: int | None
    block: str = ""


_ASIDE = _Line(0, -1, None, None, 0, 0)
"""An empty line, or a remark alone on its line."""
_seen: dict[str, _Line] = {}
_MOST_SEEN, _LONG = 4096, 200
"""The records of a campaign share most of their lines, so each is looked at once in a while only; a long line is
nobody else's."""


class _Unusual(Exception):
    """Not plainly of the shape people write."""


def read(text: str) -> Node | None:
    """The top node of a text of the usual shape; ``None`` when only the parser of all of YAML can tell."""
    text = text.replace("\r\n", "\n")
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _build(text.split("\n"))
    except _Unusual:
        return None


def _build(lines: list[str]) -> Node | None:
    """One flat loop, because it runs once for every line of every file: calls cost more than the work."""
    # The document is what stands below a key of its own.
    top, at, in_map = Node({}, spots={}), -1, True
    waiting: str | None = ""
    stack = [(at, top)]
    number, last = 0, len(lines)
    while number < last:
        line = lines[number]
        number += 1
        shape = _seen.get(line) or _look(line)
        if shape is _ASIDE:
            continue
        indent, inner, key, value, column, end, block = shape
        while at > indent or (at == indent and inner < 0 and not in_map):
            stack.pop()
            at, top = stack[-1]
            in_map = type(top.value) is dict
            waiting = None
        if at < indent or (in_map and inner >= 0):
            if waiting is None or len(stack) >= MAX_DEPTH:
                raise _Unusual
            opened = Node([] if inner >= 0 else {}, number, indent + 1, None, {})
            top.value[waiting] = opened
            at, top, in_map = indent, opened, inner < 0
            stack.append((at, top))
        waiting = None
        if key is not None and inner >= 0:
            opened = Node({}, number, inner + 1, None, {})
            top.value.append(opened)
            at, top, in_map = inner, opened, True
            stack.append((at, top))
        node = Node(value, number, column, end)
        if block == "{}":
            node.value = {}
        elif block:
            node.value, number = _block(lines, number, at, block)
        elif type(value) is tuple:
            node.value = [Node(one, number, first, first + len(one)) for one, first in value]
        if key is None:
            if in_map:
                raise _Unusual
            top.value.append(node)
        else:
            if key in top.value:
                raise _Unusual
            top.value[key] = node
            top.spots[key] = (node.line, at + 1, at + 1 + len(key))
            if column == end:
                waiting = key
    found: Node | None = stack[0][1].value.get("")
    return found


def _look(line: str) -> _Line:
    """The shape of a line."""
    if len(line) > MAX_SCALAR:
        raise _Unusual
    found = _LINE.match(line)
    assert found is not None
    spaces, dash, key = found.groups()
    raw = line[found.end() :].rstrip(" ")
    indent, column = len(spaces), found.end() + 1
    inner = indent + len(dash) if dash else -1
    value: str | _Values | None = None
    end: int | None = column + len(raw)
    block, first = "", raw[:1]
    if first in ("", "#"):
        if key is None:
            if dash:
                raise _Unusual
            return _ASIDE
        column = end = found.end(3) + 2
    elif raw in _BELOW:
        block, end = raw, None
    elif first == "[" and (listed := _LIST.fullmatch(raw)):
        value, end = _values(listed[1], column + 1), None
    elif quoted := first in "\"'" and _QUOTED.fullmatch(raw):
        value = quoted[1] or quoted[2] or ""
    else:
        value = raw.partition(" #")[0].rstrip(" ") if " #" in raw else raw
        if first in _FOREIGN or value[-1] == ":" or ": " in value:
            raise _Unusual
        end = column + len(value)
        if value in _NULLS:
            value = None
    shape = _Line(indent, inner, key, value, column, end, block)
    if len(line) < _LONG:
        if len(_seen) >= _MOST_SEEN:
            _seen.clear()
        _seen[line] = shape
    return shape


def _values(inside: str, column: int) -> _Values:
    """The values in brackets, each with its column."""
    found = []
    for part in inside.split(",") if inside.strip() else ():
        value = part.strip()
        if not value or value[0] == "-" or value in _NULLS:
            raise _Unusual
        found.append((value, column + len(part) - len(part.lstrip())))
        column += len(part) + 1
    return tuple(found)


def _block(lines: list[str], number: int, at: int, sign: str) -> tuple[str, int]:
    """The words below ``>-``, ``>``, ``|-`` or ``|``, all indented alike, and the number of lines then read."""
    words: list[str] = []
    deep, parted = 0, False
    while number < len(lines):
        line = lines[number]
        bare = line.lstrip(" ")
        if bare:
            indent = len(line) - len(bare)
            if indent <= at:
                break
            if parted or (words and indent != deep):
                raise _Unusual
            deep = indent
            words.append(bare)
        else:
            parted = True
            if line or not words:
                raise _Unusual
        number += 1
    if not words or (not sign.endswith("-") and lines[-1]):
        raise _Unusual
    text = (" " if sign[0] == ">" else "\n").join(words)
    if len(text) > MAX_SCALAR:
        raise _Unusual
    return text if sign.endswith("-") else text + "\n", number
