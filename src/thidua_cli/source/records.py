"""Groups of keys to typed records: one table says the keys, their kinds and what each is for.

The same table reads files, suggests near misses and writes the comments of the scaffolds.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal, NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.source import codes
from thidua_cli.source.kinds import Deferred, Id, Kind, ListOf, MapOf, OneOf, Text, meaning_of
from thidua_cli.source.nodes import Plain
from thidua_cli.source.reading import Reading
from thidua_cli.viet.text import suggest


class Field(NamedTuple):
    """A key of a record.

    ``need`` is ``value`` when the key must be filled, ``key`` when it must stand there but may be
    ``null`` (a plan's "không quy định"), ``useful`` when scaffolds should offer it.
    """

    key: str
    attr: str
    kind: Kind
    help: str = ""
    need: Literal["", "useful", "key", "value"] = ""
    sample: str = ""


def _absent(field: Field) -> Any:
    """What stands for a key that is absent or could not be read. A key every record must have is
    never ``None`` where it is text or a group, so that no later room falls over a clerk's gap."""
    kind = field.kind
    if isinstance(kind, ListOf):
        return kind.absent
    if isinstance(kind, MapOf) and field.need in ("key", "value"):
        return {}
    if field.need == "value" and isinstance(kind, (Text, Id)):
        return ""
    return kind.build(kind.blank) if field.need == "value" and isinstance(kind, Record) else None


def _report_blank(key: str, field: Field, reading: Reading) -> None:
    if field.need == "value":
        reading.report(
            codes.THIEU_KHOA,
            f"khóa {field.key} chưa có giá trị",
            route=(*reading.route, key),
            on_key=True,
            remedy=field.help,
        )


class Record:
    """How a group of keys becomes a value of type ``cls`` (a NamedTuple).

    Attributes of ``cls`` that are no key (its id, its file) are given to ``read`` as ``extra``.
    """

    def __init__(self, cls: type, name: str, *fields: Field, aliases: dict[str, str] | None = None) -> None:
        self.cls = cls
        self.name = name
        self.label = f"nhóm khóa của {name}"
        self.fields = fields
        self.by_key = {field.key: field for field in fields}
        self.aliases = aliases or {}
        self._needed = tuple(field for field in fields if field.need in ("key", "value"))
        self._needed_keys = frozenset(field.key for field in self._needed)
        self._places = {attr: place for place, attr in enumerate(self.attrs)}
        self._leading: dict[type, list[tuple[int, Field]]] = {}
        self._readers = {field.key: (self._places[field.attr], meaning_of(field.kind), field) for field in fields}

    @cached_property
    def attr_of(self) -> dict[str, str]:
        """Our attribute by the record's key."""
        return {field.key: field.attr for field in self.fields}

    @property
    def attrs(self) -> tuple[str, ...]:
        """The attributes of a value, in order."""
        names: tuple[str, ...] = self.cls._fields  # type: ignore[attr-defined]
        return names

    @cached_property
    def blank(self) -> list[Any]:
        """What stands for each attribute that is absent, in order."""
        absent = self.cls._field_defaults | {field.attr: _absent(field) for field in self.fields}  # type: ignore[attr-defined]
        return [absent.get(attr) for attr in self.attrs]

    def leading_to(self, sort: type) -> list[tuple[int, Field]]:
        """The fields in which a value of that sort of kind may stand, each with its place in the record."""
        if sort not in self._leading:
            self._leading[sort] = [(self._places[one.attr], one) for one in self.fields if _holds(one.kind, sort)]
        return self._leading[sort]

    def build(self, values: list[Any]) -> Any:
        """A value from those of its attributes, in order."""
        return tuple.__new__(self.cls, values)

    def read(self, group: Plain, reading: Reading, **extra: Any) -> Any:
        """The record, with ``None`` or ``()`` where a key is absent or could not be read."""
        if type(group) is not dict:
            first = next((one for one in self.fields if one.need == "value"), self.fields[0])
            below = reading.route and isinstance(reading.route[-1], str)
            reading.report(
                codes.SAI_DANG,
                f"cần các khóa của {self.name}, mỗi khóa một dòng",
                remedy=f"{'xuống dòng, thụt vào hai dấu cách, ' if below else ''}viết {first.key}: trước giá trị",
            )
            return None
        values = self.blank.copy()
        for name, value in extra.items():
            values[self._places[name]] = value
        readers, route = self._readers, reading.route
        meant: set[str] = set()
        for key, item in group.items():
            reader = readers.get(key)
            if reader is None:
                near = self._near(key, group, reading)
                if near is None:
                    continue
                meant.add(near.key)
                reader = readers[near.key]
            place, meaning, field = reader
            if meaning is not None and type(item) is str:
                # Most values are one well-written text: then nobody has to know where it stands.
                value = meaning(item)
                if value is not None:
                    values[place] = value
                    continue
            if item is None or (type(item) is str and isinstance(field.kind, Text)):
                _report_blank(key, field, reading)
                continue
            route.append(key)
            value = field.kind.read(item, reading)
            route.pop()
            if value is not None:
                values[place] = value
        if not group.keys() >= self._needed_keys:
            self._check_needed(meant | group.keys(), reading)
        return self.build(values)

    def _near(self, key: str, group: dict[str, Any], reading: Reading) -> Field | None:
        """Report an unknown key; a clear near miss is read as the key it was meant to be."""
        if reading.full:
            return None
        near = self.aliases.get(key) or suggest(key, [name for name in self.by_key if name not in group])
        reading.report(
            codes.KHOA_LA,
            f"khóa “{key}” không có trong {self.name}",
            route=(*reading.route, key),
            on_key=True,
            remedy=f"viết là {near}" if near else f"các khóa dùng được: {', '.join(self.by_key)}",
        )
        return self.by_key.get(near or "")

    def _check_needed(self, seen: set[str], reading: Reading) -> None:
        if reading.full:
            return
        lost = {
            found.route[len(reading.route)]
            for found in reading.found
            if len(found.route) > len(reading.route) and found.route[: len(reading.route)] == tuple(reading.route)
        }
        for field in self._needed:
            if field.key not in seen and field.key not in lost:
                note = "" if field.need == "value" else "; kế hoạch không quy định thì viết null"
                reading.report(
                    codes.THIEU_KHOA,
                    f"{self.name} thiếu khóa {field.key}",
                    route=(*reading.route, field.key),
                    remedy=f"thêm {field.key}: {field.help}{note}",
                )


class Whole(Record):
    """A record whose blanks speak for all (every unit, every award): a slip in it must not be read as such a blank,
    so with one the attributes of ``spoilt`` are set. What stands under the keys ``apart`` stands for itself."""

    def __init__(
        self, cls: type, name: str, *fields: Field, spoilt: dict[str, Any], apart: tuple[str, ...] = ()
    ) -> None:
        super().__init__(cls, name, *fields)
        self.spoilt = spoilt
        self.apart = apart

    def read(self, group: Plain, reading: Reading, **extra: Any) -> Any:
        """The record; see the class for what a slip makes of it."""
        before, depth = len(reading.found), len(reading.route)
        value = super().read(group, reading, **extra)
        routes = [one.route[depth : depth + 1] for one in reading.found[before:]]
        slips = any(not route or route[0] not in self.apart for route in routes)
        return value._replace(**self.spoilt) if slips and value is not None else value


def mapped(kind: Any, value: Any, route: Route, sort: type, change: Callable[[Any, Any, Route], Any]) -> Any:
    """A value that was read, with every single value of a kind of this ``sort`` in it as ``change`` makes it, told
    the kind and where the value stands.

    A single text may stand for a list of one, so the texts of a list have no step of their own."""
    if isinstance(kind, sort):
        return change(kind, value, route)
    if isinstance(kind, Deferred):
        return mapped(kind.kind, value, route, sort, change)
    if isinstance(kind, OneOf):  # whose text stands for a record of one key
        return mapped(kind.group, value, route, sort, change)
    if isinstance(kind, MapOf):
        return {key: mapped(kind.kind, one, (*route, key), sort, change) for key, one in value.items()}
    if isinstance(kind, ListOf):
        single = isinstance(kind.kind, sort)
        steps = [route if single else (*route, index) for index in range(len(value))]
        return tuple(mapped(kind.kind, one, at, sort, change) for at, one in zip(steps, value, strict=True))
    values = None
    for place, field in kind.leading_to(sort):
        if held := value[place]:
            values = values or [*value]
            values[place] = mapped(field.kind, held, (*route, field.key), sort, change)
    return kind.build(values) if values else value


def _holds(kind: Any, sort: type, above: tuple[Any, ...] = ()) -> bool:
    """Whether a value of that sort may stand in one of this kind."""
    if isinstance(kind, sort):
        return True
    if isinstance(kind, Record):
        return kind not in above and any(_holds(field.kind, sort, (*above, kind)) for field in kind.fields)
    inner = getattr(kind, "group", None) or getattr(kind, "kind", None)
    return inner is not None and _holds(inner, sort, above)
