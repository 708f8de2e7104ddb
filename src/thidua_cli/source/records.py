"""Groups of keys to typed records: one table says the keys, their kinds and what each is for.

The same table reads files, suggests near misses and writes the comments of the scaffolds.
"""

from functools import cached_property
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from thidua_cli.source import codes
from thidua_cli.source.kinds import Id, Kind, ListOf, MapOf, Text
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
    return kind.cls(**kind.blank) if field.need == "value" and isinstance(kind, Record) else None


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
        self._readers = {field.key: (field.attr, field.kind.read, field) for field in fields}
        names: tuple[str, ...] = cls._fields  # type: ignore[attr-defined]
        self._size = len(names)
        self._in_order = itemgetter(*names, names[0])  # one more, so that a group of one key is a tuple as well

    @cached_property
    def attr_of(self) -> dict[str, str]:
        """Our attribute by the record's key."""
        return {field.key: field.attr for field in self.fields}

    @cached_property
    def blank(self) -> dict[str, Any]:
        """What stands for each key that is absent, by attribute."""
        return {field.attr: _absent(field) for field in self.fields}

    def read(self, group: Plain, reading: Reading, **extra: Any) -> Any:
        """The record, with ``None`` or ``()`` where a key is absent or could not be read."""
        if type(group) is not dict:
            reading.report(
                codes.SAI_DANG, f"cần các khóa của {self.name}, mỗi khóa một dòng", remedy="viết khóa: giá trị"
            )
            return None
        values = self.blank | extra
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
            if item is None:
                _report_blank(key, reader[2], reading)
                continue
            route.append(key)
            value = reader[1](item, reading)
            route.pop()
            if value is not None:
                values[reader[0]] = value
        if not self._needed_keys <= group.keys():
            self._check_needed(meant | group.keys(), reading)
        return self.build(values)

    def build(self, values: dict[str, Any]) -> Any:
        """The record from its values by attribute."""
        if len(values) < self._size:
            return self.cls(**values)  # the class has defaults for what is no key
        return tuple.__new__(self.cls, self._in_order(values)[:-1])

    def _near(self, key: str, group: dict[str, Any], reading: Reading) -> Field | None:
        """Report an unknown key; a clear near miss is read as the key it was meant to be."""
        near = self.aliases.get(key) or suggest(key, [name for name in self.by_key if name not in group])
        where = (*reading.route, key)
        if near is None:
            reading.report(
                codes.KHOA_LA,
                f"khóa “{key}” không có trong {self.name}",
                route=where,
                on_key=True,
                remedy=f"các khóa dùng được: {', '.join(self.by_key)}",
            )
            return None
        reading.report(
            codes.KHOA_LA,
            f"khóa “{key}” không có trong {self.name}",
            route=where,
            on_key=True,
            remedy=f"viết là {near}",
        )
        return self.by_key.get(near)

    def _check_needed(self, seen: set[str], reading: Reading) -> None:
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
