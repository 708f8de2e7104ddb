"""A commented sample of a record, made from the same table that reads it."""

from collections.abc import Iterator, Mapping

from thidua_cli.source.kinds import ListOf
from thidua_cli.source.records import Field, Record

_NO_REMARKS: Mapping[str, list[str]] = {}


def scaffold(
    record: Record,
    filled: dict[str, str | list[str]],
    leave_out: frozenset[str] = frozenset(),
    remarks: Mapping[str, list[str]] = _NO_REMARKS,
) -> str:
    """YAML text of a record: each key it needs with a comment that says what it is, ``filled`` values
    in place (a list is written as lines below its key), the other keys named at the end. ``remarks`` are
    further comments for a key."""
    asked = [field for field in record.fields if field.key not in leave_out]
    lines = list(_fields(asked, filled, remarks))
    others = [field for field in asked if not _shown(field, filled)]
    if others:
        lines += ["", "# Các khóa khác, dùng khi cần:"]
        lines += [f"#   {field.key}: {field.help}" for field in others]
    return "\n".join(lines) + "\n"


def _shown(field: Field, filled: dict[str, str | list[str]]) -> bool:
    return bool(field.need) or field.key in filled


def _fields(fields: list[Field], filled: dict[str, str | list[str]], remarks: Mapping[str, list[str]]) -> Iterator[str]:
    for field in fields:
        if not _shown(field, filled):
            continue
        yield f"# {field.help}"
        yield from (f"# {remark}" for remark in remarks.get(field.key, ()))
        value = filled.get(field.key, "")
        if isinstance(value, list):
            yield f"{field.key}:"
            yield from (f"  {line}" for line in value)
            continue
        if value:
            yield f"{field.key}: {value}"
            continue
        inner = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        if isinstance(inner, Record) and any(one.need for one in inner.fields):
            if field.need == "key":
                yield f"{field.key}: null"
            yield f"# {field.key}:"
            bullet = "- " if isinstance(field.kind, ListOf) else ""
            for number, one in enumerate(each for each in inner.fields if each.need):
                lead = bullet if number == 0 else "  " if bullet else ""
                yield f"#   {lead}{one.key}:    # {one.help}"
        else:
            empty = " null" if field.need == "key" else ""
            sample = f"    # ví dụ: {field.sample}" if field.sample else ""
            yield f"{field.key}:{empty}{sample}"
