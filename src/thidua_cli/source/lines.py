"""The YAML people write, read line by line: keys, values and lists by indentation, one thing a line.

Most records hold nothing else, and read so they cost a third of what the parser of all of YAML costs. Whatever is
not plainly of this shape is left to that parser, so nothing here reports a mistake; a test holds the two alike.
"""

import re
from typing import Any

from thidua_cli.source.nodes import MAX_DEPTH, MAX_SCALAR, Node, Plain, Spot

_LINE = re.compile(r"( *)(- +)?(?:([A-Za-z0-9][A-Za-z0-9_./-]{0,80}):(?: +|$))?")
_FOREIGN = frozenset("-?:,[]{}#&*!|>%@`\"'")
_UNPLAIN = _FOREIGN | frozenset(("", " ", "~", "n"))
"""How a value may begin that has to be looked at closely; ``n`` is that of ``null``."""
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_LIST = re.compile(r"\[([^\[\]{}\"'#&*!|>%@`:?\\]*)\]")
_NULLS = frozenset(("~", "null"))
_BELOW = frozenset((">-", ">", "|-", "|", "{}"))


_Head = tuple[int, int, str | None]
"""The beginning of a line: its indent; where the content of a list item stands, -1 on other lines; its key."""
_Line = tuple[int, int, str | None, "str | tuple[str, ...] | None", str]
"""A line by its shape: its beginning; its value, several where they stand in brackets; the sign of what is not one
value: of what stands on the lines below, of values in brackets or of an empty group."""
_ASIDE: _Line = (0, -1, None, None, "")
"""An empty line, or a remark alone on its line."""
_BELOW_KEY = ":"
"""The sign of a key that ends its line: a group, a list or nothing follows."""
_seen: dict[str, _Line] = {}
_heads: dict[str, _Head] = {}
_MOST_SEEN, _LONG = 4096, 200
"""The records of a campaign share most of their lines and nearly all of their keys, so each is looked at once in a
while only; a long line is nobody else's."""

_Where = tuple[int, int, int | None]
_Marks = dict[int, list[tuple[Spot, _Where]]]
"""For each list or group, by its identity: where each of its keys and values stands."""
_NOWHERE: Spot = (0, 0, 0)


class _Unusual(Exception):
    """Not plainly of the shape people write."""


def values(text: str) -> Plain:
    """The values of a text of the usual shape; ``None`` when only the parser of all of YAML can tell."""
    document = _read(text, None)
    return None if document is None else document[""]


def nodes(text: str) -> Node | None:
    """The same values, each with its place."""
    marks: _Marks = {}
    document = _read(text, marks)
    if document is None or document[""] is None:
        return None
    (mark,) = marks[id(document)]
    return _placed(document[""], *mark, marks)


def node_of_key(text: str, key: str) -> Node | None:
    """The same, of what stands below one key of the top: to place one thing, the rest of a file need not be read.
    ``None`` also where the lines do not tell for sure which are the key's."""
    found = _only(_split(text), key)
    if found is None:
        return None
    first, kept = found
    marks: _Marks = {}
    try:
        group = _build(kept, marks)[""]
    except _Unusual:
        return None
    where = (first, 1, None)
    return Node({}, *where, {}) if group is None else _placed(group, _NOWHERE, where, marks)


def _only(lines: list[str], key: str) -> tuple[int, list[str]] | None:
    """The line of the first key of the top, and the lines with all blank but those of one key, to be counted alike."""
    first, inside, times = 0, False, 0
    kept = [""] * len(lines)
    for number, line in enumerate(lines):
        if line[:1] not in _OF_NO_KEY:
            found = _LINE.match(line)
            if found is None or found[3] is None:
                return None
            first = first or number + 1
            inside = found[3] == key
            times += inside
        if inside:
            kept[number] = line
    return (first, kept) if first and times < 2 else None


_OF_NO_KEY = frozenset((" ", "-", "#", ""))
"""How a line begins that belongs to the key above it, or to none."""


def _split(text: str) -> list[str]:
    return (text.replace("\r\n", "\n") if "\r" in text else text).split("\n")


def _read(text: str, marks: _Marks | None) -> dict[str, Plain] | None:
    try:
        return _build(_split(text), marks)
    except _Unusual:
        return None


def _build(lines: list[str], marks: _Marks | None) -> dict[str, Plain]:
    """The document, below a key of its own. One flat loop, because it runs once for every line of every file: calls
    cost more than the work."""
    document: dict[str, Plain] = {"": None}
    top: Any = document
    at, in_map = -1, True
    waiting: str | None = ""
    stack = [(at, top, in_map)]
    if marks is not None:
        marks[id(document)] = [(_NOWHERE, (0, 0, None))]
    number, last = 0, len(lines)
    seen = _seen.get
    while number < last:
        line = lines[number]
        number += 1
        shape = seen(line) or _look(line)
        if shape is _ASIDE:
            continue
        indent, inner, key, value, sign = shape
        if indent != at or inner >= 0 or not in_map:  # otherwise it is the next key of the same group
            while at > indent or (at == indent and inner < 0 and not in_map):
                stack.pop()
                at, top, in_map = stack[-1]
                waiting = None
            opened: Any
            if at < indent or (in_map and inner >= 0):
                if waiting is None or len(stack) >= MAX_DEPTH:
                    raise _Unusual
                in_map = inner < 0
                top[waiting] = opened = {} if in_map else []
                if marks is not None:
                    marks[id(opened)] = []
                    marks[id(top)][-1] = marks[id(top)][-1][0], (number, indent + 1, None)
                at, top = indent, opened
                stack.append((at, top, in_map))
            if key is not None and inner >= 0:
                top.append(opened := {})
                if marks is not None:
                    marks[id(opened)] = []
                    marks[id(top)].append((_NOWHERE, (number, inner + 1, None)))
                at, top, in_map = inner, opened, True
                stack.append((at, top, True))
        waiting = None
        if marks is not None:
            marks[id(top)].append(_spots(line, number, at, shape))
        whole: Any = value
        if sign:
            if sign == _BELOW_KEY:
                waiting = key
            elif sign == "[]":
                whole = list(value or ())
                if marks is not None:
                    marks[id(whole)] = _inside_brackets(line, number, whole)
            elif sign == "{}":
                whole = {}
            else:
                whole, number = _block(lines, number, at, sign)
        if key is None:
            if in_map:
                raise _Unusual
            top.append(whole)
        elif key in top:
            raise _Unusual
        else:
            top[key] = whole
    return document


def _look(line: str) -> _Line:
    """The shape of a line."""
    if len(line) > MAX_SCALAR or not line.isprintable():
        raise _Unusual
    # Nearly every line nobody wrote before holds other words below a known key, or in a list.
    head, _, raw = line.partition(": ")
    known = _heads.get(head)
    if known is None:
        spaces, dash, raw = line.partition("- ")
        known = (len(spaces), len(spaces) + 2, None) if dash and not spaces.strip(" ") else None
    if known and raw[:1] not in _UNPLAIN and raw[-1] not in " :" and " #" not in raw and ": " not in raw:
        shape: _Line = (*known, raw, "")
    else:
        shape = _look_closely(line)
    if len(line) < _LONG:
        if len(_seen) >= _MOST_SEEN:
            _seen.clear()
        _seen[line] = shape
    return shape


def _look_closely(line: str) -> _Line:
    found = _LINE.match(line)
    assert found is not None
    spaces, dash, key = found.groups()
    raw = line[found.end() :].rstrip(" ")
    inner = len(spaces) + len(dash) if dash else -1
    head = len(spaces), inner, key
    value: str | tuple[str, ...] | None = None
    sign, first = "", raw[:1]
    if key is not None:
        if len(_heads) >= _MOST_SEEN:
            _heads.clear()
        _heads[line[: found.end(3)]] = head
    if first not in _UNPLAIN:
        value = _bare(raw)
    elif first in ("", "#"):
        if key is None:
            if dash:
                raise _Unusual
            return _ASIDE
        sign = _BELOW_KEY
    elif raw in _BELOW:
        sign = raw
    elif first == "[" and (listed := _LIST.fullmatch(raw)):
        value, sign = _bracketed(listed[1]), "[]"
    elif quoted := first in "\"'" and _QUOTED.fullmatch(raw):
        value = quoted[1] or quoted[2] or ""
    elif first in _FOREIGN:
        raise _Unusual
    elif (value := _bare(raw)) in _NULLS:
        value = None
    return *head, value, sign


def _bare(raw: str) -> str:
    """Words without quotes, without the remark behind them."""
    words = raw.partition(" #")[0].rstrip(" ") if " #" in raw else raw
    if words[-1] == ":" or ": " in words:
        raise _Unusual
    return words


def _bracketed(inside: str) -> tuple[str, ...]:
    """The values in brackets."""
    parts = tuple(part.strip() for part in inside.split(",")) if inside.strip() else ()
    if any(not part or part[0] == "-" or part in _NULLS for part in parts):
        raise _Unusual
    return parts


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
            if parted or (words and indent != deep) or not bare.isprintable():
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


# -- places ------------------------------------------------------------------------------------------


def _spots(line: str, number: int, at: int, shape: _Line) -> tuple[Spot, _Where]:
    """Where the key and the value of a line stand."""
    indent, inner, key, value, sign = shape
    start = inner if inner >= 0 else indent
    if key is not None:
        start += len(key) + 1
    raw = line[start:].lstrip(" ")
    column = len(line) - len(raw) + 1
    end: int | None
    if sign == _BELOW_KEY:
        column = end = start + 1
    elif sign:
        end = None
    elif raw[0] in "\"'":
        end = column + len(raw.rstrip(" "))
    else:
        end = column + len(value or _bare(raw.rstrip(" ")))
    return (number, at + 1, at + 1 + len(key or "")), (number, column, end)


def _inside_brackets(line: str, number: int, listed: list[Any]) -> list[tuple[Spot, _Where]]:
    """Where each value of a list in brackets stands."""
    spots: list[tuple[Spot, _Where]] = []
    column = line.index("[") + 1
    for value, part in zip(listed, line[column:].split(","), strict=False):
        start = column + len(part) - len(part.lstrip()) + 1
        spots.append((_NOWHERE, (number, start, start + len(value))))
        column += len(part) + 1
    return spots


def _placed(value: Plain, spot: Spot, where: _Where, marks: _Marks) -> Node:
    """The node of a value and of all within it."""
    if not isinstance(value, (dict, list)):
        return Node(value, *where)
    held = marks.get(id(value), ())
    if isinstance(value, list):
        return Node([_placed(one, *mark, marks) for one, mark in zip(value, held, strict=True)], *where, {})
    group = {key: _placed(one, *mark, marks) for (key, one), mark in zip(value.items(), held, strict=True)}
    return Node(group, *where, {key: key_spot for key, (key_spot, _) in zip(value, held, strict=True)})
