"""A commented sample of a record, made from the same table that reads it."""

from collections.abc import Iterator

from thidua_cli.source.kinds import ListOf
from thidua_cli.source.records import Field, Record


def scaffold(record: Record, filled: dict[str, str | list[str]], leave_out: frozenset[str] = frozenset()) -> str:
    """YAML text of a record: each key it needs with a comment that says what it is, ``filled`` values
    in place (a list is written as lines below its key), the other keys named at the end."""
    asked = [field for field in record.fields if field.key not in leave_out]
    lines = list(_fields(asked, filled, ""))
    others = [field for field in asked if not _shown(field, filled)]
    if others:
        lines += ["", "# Các khóa khác, dùng khi cần:"]
        lines += [f"#   {field.key}: {field.help}" for field in others]
    return "\n".join(lines) + "\n"


def _shown(field: Field, filled: dict[str, str | list[str]]) -> bool:
    return bool(field.need) or field.key in filled


def _fields(fields: list[Field], filled: dict[str, str | list[str]], margin: str) -> Iterator[str]:
    for field in fields:
        if not _shown(field, filled):
            continue
        yield f"{margin}# {field.help}"
        value = filled.get(field.key, "")
        if isinstance(value, list):
            yield f"{margin}{field.key}:"
            yield from (f"{margin}  {line}" for line in value)
            continue
        if value:
            yield f"{margin}{field.key}: {value}"
            continue
        inner = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        if isinstance(inner, Record) and any(one.need for one in inner.fields):
            if field.need == "key":
                yield f"{margin}{field.key}: null"
            yield f"{margin}# {field.key}:"
            bullet = "- " if isinstance(field.kind, ListOf) else ""
            for number, one in enumerate(each for each in inner.fields if each.need):
                lead = bullet if number == 0 else "  " if bullet else ""
                yield f"{margin}#   {lead}{one.key}:    # {one.help}"
        else:
            empty = " null" if field.need == "key" else ""
            sample = f"    # ví dụ: {field.sample}" if field.sample else ""
            yield f"{margin}{field.key}:{empty}{sample}"
