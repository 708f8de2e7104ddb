"""One value of a record changed in its text: every other byte, comments too, stays as it was.

Knows YAML's form, not its meaning; what cannot be done safely on one line is refused with None.
"""

import re
from io import StringIO

from thidua_cli.diagnostic import Route
from thidua_cli.source.nodes import Node, node_at
from thidua_cli.source.parsing import parse, parse_nodes
from thidua_cli.source.writing import quoted

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n\r\t]*\Z")


def scalar(text: str, like: str = "") -> str:
    """A value as YAML writes it: bare where that reads back the same, in quotes otherwise."""
    if like[:1] not in ("'", '"') and _PLAIN.match(text):
        read, found = parse(f"k: {text}\n", "")
        if not found and read == {"k": text}:
            return text
    return quoted(text)


def with_value(text: str, route: Route, value: str) -> str | None:
    """The text with the value at ``route`` replaced, or a top-level key added at its end.

    None when the way does not exist, or leads to a group or to a value of several lines.
    """
    top, found = parse_nodes(text, "")
    if top is None or found or not route:
        return None
    node = node_at(top, route)
    if node is None:
        return _with_key(text, top, route, value)
    if not (node.value is None or isinstance(node.value, str)):
        return None
    lines = _lines(text)
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    if node.value is None and node.end == node.column:
        return _with_blank_filled(lines, top, route, value)
    if node.end is None:
        return None
    before, old, after = line[: node.column - 1], line[node.column - 1 : node.end - 1], line[node.end - 1 :]
    lines[node.line - 1] = before + scalar(value, old) + after
    return _checked("".join(lines), route, value)


def _lines(text: str) -> list[str]:
    """The lines with their ends, as places count them; other signs some call line ends are within a line."""
    return list(StringIO(text, newline=""))


def without_item(text: str, route: Route) -> str | None:
    """The text without one item of a list, when the item stands alone on its line."""
    top, _ = parse_nodes(text, "")
    node = node_at(top, route)
    if node is None or not isinstance(node.value, str) or node.end is None:
        return None
    lines = _lines(text)
    if not lines[node.line - 1].lstrip().startswith("- "):
        return None
    return "".join([*lines[: node.line - 1], *lines[node.line :]])


def with_items_ordered(text: str, route: Route, order: list[str]) -> str | None:
    """The text with the items of a list, one to a line, in another order; their comments go with them."""
    top, _ = parse_nodes(text, "")
    node = node_at(top, route)
    items = node.value if node is not None and isinstance(node.value, list) else []
    if sorted(order) != sorted(str(one.value) for one in items) or any(one.end is None for one in items):
        return None
    lines = _lines(text)
    if any(not lines[one.line - 1].lstrip().startswith("- ") for one in items):
        return None
    own = {str(one.value): lines[one.line - 1] for one in items}
    for one, value in zip(items, order, strict=True):
        lines[one.line - 1] = own[value]
    return "".join(lines)


def _with_blank_filled(lines: list[str], top: Node, route: Route, value: str) -> str | None:
    """A key that stands there without a value gets one behind its colon; its comment stays."""
    parent = node_at(top, route[:-1])
    place = parent.keys.get(str(route[-1])) if parent is not None and parent.keys is not None else None
    if place is None or place.end is None:
        return None
    line = lines[place.line - 1]
    colon = line.find(":", place.end - 1)
    if colon < 0:
        return None
    rest = line[colon + 1 :]
    gap = "" if not rest.strip() or rest[:1].isspace() else " "
    lines[place.line - 1] = f"{line[: colon + 1]} {scalar(value)}{gap}{rest.rstrip(' ') if not rest.strip() else rest}"
    return _checked("".join(lines), route, value)


def _with_key(text: str, top: Node, route: Route, value: str) -> str | None:
    """A new key at the end of the record's own keys."""
    if len(route) != 1 or not isinstance(top.value, dict):
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    body = text if not text or text.endswith("\n") else text + newline
    return _checked(f"{body}{route[0]}: {scalar(value)}{newline}", route, value)


def _checked(text: str, route: Route, value: str) -> str | None:
    """The text, once reading it again has shown that the value stands where it should."""
    top, found = parse_nodes(text, "")
    node = node_at(top, route) if not found else None
    return text if node is not None and node.value == value else None
