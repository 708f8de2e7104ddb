"""Plain values to the block YAML that clerks read: one key a line, quotes only where text would change.

Whatever is written reads back as exactly the same values; a test holds this for any text.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from thidua_cli.source.kinds import ListOf
from thidua_cli.source.nodes import Plain
from thidua_cli.source.records import Record

_WIDTH = 100
# Text that may stand bare: begins with a letter or digit, holds no sign that could start anything else.
_BARE = re.compile(r"[^\W_][\w .,/()%;+–“”‘’°²³…-]*", re.UNICODE)
_BARE_KEY = re.compile(r"[^\W_][\w-]*", re.UNICODE)
_WORDS_OF_YAML = frozenset(("null", "~", "true", "false", "yes", "no", "on", "off", "y", "n"))
_CLEAN_LINE = re.compile(
    r"(?![\s#-])[^\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+",
    re.UNICODE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_HIDDEN = re.compile(
    r"[\\\"\x00-\x1f\x7f-\xa0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\U00010000-\U0010ffff]"
)


def dump(record: Record, values: Mapping[str, Plain]) -> str:
    """YAML text of a record, its keys in the order of the record's table, unknown keys last."""
    return "\n".join(entry_lines(in_order(record, values), "")) + "\n"


def in_order(record: Record | None, values: Mapping[str, Plain]) -> dict[str, Plain]:
    """The group and the groups within it, in the order of their tables."""
    if record is None:
        return dict(values)
    known = [field.key for field in record.fields if field.key in values]
    ordered: dict[str, Plain] = {}
    for key in [*known, *(key for key in values if key not in record.by_key)]:
        ordered[key] = _inner(record, key, values[key])
    return ordered


def inner_record(record: Record | None, key: str) -> Record | None:
    """The table of the group, or of the list of groups, that stands under a key."""
    field = record.by_key.get(key) if record is not None else None
    kind = field.kind if field is not None else None
    if isinstance(kind, ListOf):
        kind = kind.kind
    known = getattr(kind, "known", kind)
    return known if isinstance(known, Record) else None


def _inner(record: Record, key: str, value: Plain) -> Plain:
    inside = inner_record(record, key)
    if isinstance(value, dict):
        return in_order(inside, value)
    if isinstance(value, list):
        return [in_order(inside, one) if isinstance(one, dict) else one for one in value]
    return value


def entry_lines(group: Mapping[str, Plain], margin: str) -> Iterator[str]:
    """The lines of a group's keys, each indented by ``margin``."""
    for key, value in group.items():
        yield from _entry(_key(key), value, margin)


def _entry(key: str, value: Plain, margin: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{margin}{key}:"
        yield from entry_lines(value, margin + "  ")
    elif isinstance(value, list) and value:
        yield f"{margin}{key}:"
        yield from _items(value, margin + "  ")
    elif isinstance(value, (dict, list)):
        yield f"{margin}{key}: {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield from _led(f"{margin}{key}:", value, margin + "  ")


def _items(items: Iterable[Plain], margin: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict) and item:
            first, *rest = entry_lines(item, margin + "  ")
            yield f"{margin}- {first[len(margin) + 2 :]}"
            yield from rest
        elif isinstance(item, list) and item:
            first, *rest = _items(item, margin + "  ")
            yield f"{margin}- {first[len(margin) + 2 :]}"
            yield from rest
        elif isinstance(item, (dict, list)):
            yield f"{margin}- {'{}' if isinstance(item, dict) else '[]'}"
        else:
            yield from _led(f"{margin}-", item, margin + "  ")


def _led(lead: str, text: str | None, margin: str) -> Iterator[str]:
    """A scalar after its key or dash."""
    if text is None:
        yield f"{lead} null"
    elif _is_bare(text) and len(lead) + len(text) < _WIDTH:
        yield f"{lead} {text}"
    elif _folds(text):
        yield f"{lead} >-"
        yield from (margin + line for line in _wrapped(text, margin))
    elif "\n" in text and all(_CLEAN_LINE.fullmatch(line) and not line.endswith(" ") for line in text.split("\n")):
        yield f"{lead} |-"
        yield from (margin + line for line in text.split("\n"))
    else:
        yield f"{lead} {quoted(text)}"


def _is_bare(text: str) -> bool:
    return bool(_BARE.fullmatch(text)) and not text.endswith(" ") and text.lower() not in _WORDS_OF_YAML


def _folds(text: str) -> bool:
    """Whether folding and unfolding at single spaces gives the text back."""
    return (
        len(text) > 60 and "  " not in text and not text.endswith(" ") and _CLEAN_LINE.fullmatch(text) is not None
        and not _HIDDEN.search(text.replace('"', ""))
    )  # fmt: skip


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH - len(margin), break_long_words=False, break_on_hyphens=False)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) and key.lower() not in _WORDS_OF_YAML else quoted(key)


def scalar(text: str) -> str:
    """The text as a value on the line of its key."""
    return text if _is_bare(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes, everything that does not show written out."""
    return '"' + _HIDDEN.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
