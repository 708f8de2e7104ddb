"""Nodes: what was typed, and where, with no type guessed. Knows nothing of YAML, keys or records."""

from typing import Any

from thidua_cli.diagnostic import Place, Route

MAX_DEPTH = 40
MAX_SCALAR = 400_000

Plain = str | None | list[Any] | dict[str, Any]
"""A value as typed: text, nothing, a list or a group."""
Spot = tuple[int, int, int]
"""Line, column and the column after the end of a key."""


_NO_KEYS: dict[str, Spot] = {}


class Node:
    """A value as typed. ``value`` is ``None``, ``str``, ``list[Node]`` or ``dict[str, Node]``.

    Line and column count from 1; ``end`` is the column after the last character on that line, or
    ``None`` for a value of several lines, a list or a group. ``spots`` says where the keys of a group stand.
    """

    __slots__ = ("column", "end", "line", "spots", "value")

    def __init__(
        self, value: Any, line: int = 0, column: int = 0, end: int | None = None, spots: dict[str, Spot] = _NO_KEYS
    ) -> None:
        self.value: Any = value
        self.line = line
        self.column = column
        self.end = end
        self.spots = spots

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.line, self.column, self.end)

    @property
    def keys(self) -> dict[str, Place]:
        """Where the keys of a mapping stand."""
        return {key: Place(*spot) for key, spot in self.spots.items()}


def plain(node: Node) -> Plain:
    """A node without its places."""
    if type(node.value) is dict:
        return {key: plain(item) for key, item in node.value.items()}
    if type(node.value) is list:
        return [plain(item) for item in node.value]
    found: str | None = node.value
    return found


def node_at(top: Node | None, route: Route) -> Node | None:
    """The node a route leads to, if the whole way exists."""
    node = top
    for step in route:
        value = node.value if node is not None else None
        if isinstance(value, dict) and step in value:
            node = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            node = value[step]
        else:
            return None
    return node


def locate(top: Node | None, route: Route, *, on_key: bool = False) -> Place | None:
    """The place a route leads to: the deepest step that exists, or its key with ``on_key``."""
    if top is None:
        return None
    node, place = top, top.place
    for number, step in enumerate(route):
        value = node.value
        if type(value) is dict and isinstance(step, str) and step in value:
            key_place = Place(*node.spots[step])
            node = value[step]
            last = number == len(route) - 1
            is_block = type(node.value) in (dict, list) or node.value is None
            place = key_place if is_block or (on_key and last) else node.place
        elif type(value) is list and isinstance(step, int) and 0 <= step < len(value):
            node = value[step]
            place = node.place
        else:
            break
    return place
