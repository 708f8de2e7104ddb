"""The header of a table: one row or two, found among titles by the headings it holds."""

import re
from typing import NamedTuple

from thidua_cli.sheet.grid import Merge, Row
from thidua_cli.sheet.headings import (
    AWARD_MARK,
    BIRTH,
    FEMALE,
    FIRST_NAMES,
    GIVEN_NAME,
    MALE,
    NAME,
    NUMBER,
    SUBJECTS,
    Column,
    Headings,
    in_unicode,
)

_COUNTING = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])\)?(?:\s*=.*)?")


class Header(NamedTuple):
    """The columns of a table by position, those nobody knows, and where the row's number and subject stand;
    ``subjects`` are all columns that may name it."""

    row: int
    rows: int
    columns: dict[int, Column]
    unknown: dict[int, str]
    number: int | None
    subject: int
    twice: tuple[tuple[int, int], ...]
    subjects: frozenset[int]


def find_header(row: Row, below: list[Row], wide: dict[int, list[Merge]], headings: Headings) -> Header | None:
    """The header that begins at a row, or ``None``."""
    tops = {column: cell.text for column, cell in row.cells.items() if cell.kind == "text"}
    spans = {merge.left: merge.right for merge in wide.get(row.number, ())}
    subs = _sub_headings(row, below[0] if below else None, tops, spans)
    columns, unknown = _columns(tops, subs, spans, headings)
    known = {column.key for column in columns.values()}
    if not (known & SUBJECTS or (len(known) > 2 and "don_vi" in known)) or len(known) < 2:
        return None
    rows = 1 + bool(subs)
    if len(below) >= rows and _is_counting(below[rows - 1]):
        rows += 1
    return _header(row.number, rows, columns, unknown)


def _sub_headings(row: Row, below: Row | None, tops: dict[int, str], spans: dict[int, int]) -> dict[int, str]:
    """The second row of a header: words only, and only under headings that leave room for them."""
    if below is None or below.number != row.number + 1 or len(tops) < 2 or not below.cells:
        return {}
    if any(cell.kind != "text" for cell in below.cells.values()):
        return {}
    subs = {column: cell.text for column, cell in below.cells.items()}
    for column in subs:
        parent = _parent(column, tops)
        # A heading has a second one below it where it spans columns, or leaves the next one bare for another.
        if parent is None or (
            column == parent and parent not in spans and (parent + 1 in tops or parent + 1 not in subs)
        ):
            return {}
        if column != parent and column in tops:
            return {}
        if spans.get(parent, column) < column:
            return {}
    return {} if _is_counting(below) else subs


def _parent(column: int, tops: dict[int, str]) -> int | None:
    return max((at for at in tops if at <= column), default=None)


def _columns(
    tops: dict[int, str], subs: dict[int, str], spans: dict[int, int], headings: Headings
) -> tuple[dict[int, Column], dict[int, str]]:
    columns: dict[int, Column] = {}
    unknown: dict[int, str] = {}
    parents = {_parent(column, tops) for column in subs}
    for at in sorted({*tops, *subs}):
        if at in subs:
            parent = tops[_parent(at, tops) or 0] if _parent(at, tops) in tops else ""
            column = _below(parent, subs[at], headings)
            heading = f"{parent}: {subs[at]}"
        elif at in parents:
            continue
        else:
            column, heading = headings.find(tops[at]), tops[at]
        if column is not None:
            columns[at] = column
            if column.key == NAME and spans.get(at, at) == at + 1 and at not in subs:
                # One heading over two columns: family and middle names, then the given name.
                columns[at] = column._replace(key=FIRST_NAMES)
                columns[at + 1] = column._replace(key=GIVEN_NAME)
        else:
            unknown[at] = in_unicode(" ".join(heading.split()))
    return columns, unknown


def _below(parent: str, sub: str, headings: Headings) -> Column | None:
    """The column a sub-heading means below its heading."""
    above = headings.find(parent)
    shown = f"{parent}: {sub}"
    own = headings.find(sub)
    if above is not None and above.key in (BIRTH, "gioi_tinh") and own is not None and own.key in (MALE, FEMALE):
        return Column(own.key, shown)
    if above is not None and above.key == NAME and own is not None and own.key in (FIRST_NAMES, GIVEN_NAME):
        return Column(own.key, shown)
    if above is not None and above.key == "hinh_thuc_de_nghi":
        return Column(f"{AWARD_MARK}{sub.strip()}", shown)
    whole = headings.find(f"{parent} {sub}")
    if whole is not None:
        return Column(whole.key, shown, whole.scale)
    if own is not None and own.key != GIVEN_NAME:
        return Column(own.key, shown, own.scale)
    return None


def _is_counting(row: Row) -> bool:
    """A row that only counts the columns: (1) (2) (3), or A B 1 2."""
    return len(row.cells) > 2 and all(_COUNTING.fullmatch(cell.text.strip()) for cell in row.cells.values())


def _header(number: int, rows: int, columns: dict[int, Column], unknown: dict[int, str]) -> Header:
    keys = {at: column.key for at, column in columns.items()}
    if not set(keys.values()) & SUBJECTS:
        # A list of units only: the unit is whom the row is about.
        at = next(at for at, key in keys.items() if key == "don_vi")
        columns[at] = columns[at]._replace(key="@tap_the")
        keys[at] = "@tap_the"
    subjects = [at for at, key in keys.items() if key in SUBJECTS]
    seen: dict[str, int] = {}
    twice = []
    for at, key in keys.items():
        if key in seen and not key.startswith("@bo_qua"):
            twice.append((seen[key], at))
        seen.setdefault(key, at)
    counted = next((at for at, key in keys.items() if key == NUMBER), None)
    return Header(number, rows, columns, unknown, counted, subjects[0], tuple(twice), frozenset(subjects))
