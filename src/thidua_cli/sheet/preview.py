"""What an import would do, in lines for the terminal: every finding, the table of cases, the changes."""

from collections import Counter
from collections.abc import Iterator

from thidua_cli.diagnostic import Severity
from thidua_cli.sheet.grid import Trouble
from thidua_cli.sheet.importing import Change, FieldChange, Outcome
from thidua_cli.source import Plain
from thidua_cli.viet.text import visible

Line = list[tuple[str, str]]
_SIGN = {"mới": "+", "đổi": "~", "như cũ": " ", "như cũ, nguồn mới": " "}
_WIDEST = 46


def lines(outcome: Outcome, workbook: str, *, whole: bool = False) -> Iterator[Line]:
    """The preview; with ``whole`` also the text of every new file."""
    yield [(visible(workbook), "bold")]
    yield from _troubles(outcome.troubles, whole=whole)
    yield []
    yield from _table(outcome.changes)
    for change in outcome.changes:
        if change.status == "đổi":
            yield from _diff(change)
        elif change.status == "mới" and whole:
            yield from _whole(change)
    yield []
    yield [(_summary(outcome), "bold red" if outcome.errors else "bold green")]


_MANY = 8


def _troubles(troubles: tuple[Trouble, ...], *, whole: bool) -> Iterator[Line]:
    """Every error; of what is only said, the first few of a kind on a sheet and how many more."""
    shown: Counter[tuple[str, str, str]] = Counter()
    for one in troubles:
        kind = (one.code.id, one.sheet, one.advice)
        shown[kind] += 1
        if whole or one.code.severity is Severity.ERROR or shown[kind] <= _MANY:
            yield from _trouble(one)
    for (code, sheet, _), count in shown.items():
        more = count - _MANY
        is_error = any(one.code.id == code and one.code.severity is Severity.ERROR for one in troubles)
        if more > 0 and not whole and not is_error:
            yield [(f"… {code}, trang {visible(sheet)}: còn {more} ô cùng loại; thêm --diff để xem hết", "dim")]


def where(found: Trouble | FieldChange) -> str:
    """The cell as people say it."""
    sheet = f"trang {found.sheet}" if found.sheet else ""
    return ", ".join(part for part in (sheet, f"ô {found.cell}" if found.cell else "") if part)


def _trouble(one: Trouble) -> Iterator[Line]:
    place = where(one)
    style = one.code.severity.style
    yield [
        (f"{one.code.severity.label}[{one.code.id}] ", style),
        (f"{visible(place)}: " if place else "", ""),
        (visible(one.message), "bold" if one.code.severity is Severity.ERROR else ""),
    ]
    if one.advice:
        yield [("  = ", "blue"), (visible(one.advice), "")]


def _table(changes: tuple[Change, ...]) -> Iterator[Line]:
    if not changes:
        return
    heads = (*changes[0].shown, "Trong kho")
    rows = [(*one.shown.values(), one.status) for one in changes]
    widths = [min(_WIDEST, max(len(cell) for cell in column)) for column in zip(heads, *rows, strict=True)]
    yield [("  " + "  ".join(f"{head:<{width}}" for head, width in zip(heads, widths, strict=True)), "bold")]
    for row in rows:
        text = "  ".join(f"{visible(cell)[:width]:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield [(f"{_SIGN[row[-1]]} {text}", "green" if row[-1] == "mới" else "yellow" if row[-1] == "đổi" else "")]


def _diff(change: Change) -> Iterator[Line]:
    yield []
    yield [(f"~ {change.path}", "bold yellow")]
    for field in change.fields:
        if field.old is not None:
            yield [(f"  - {field.key}: {_shown(field.old)}", "red")]
        yield [(f"  + {field.key}: {_shown(field.new)}", "green"), (f"  ({visible(where(field))})", "dim")]


def _whole(change: Change) -> Iterator[Line]:
    yield []
    yield [(f"+ {change.path}", "bold green")]
    for line in change.text.splitlines():
        yield [(f"  + {visible(line)}", "green")]


def _shown(value: Plain) -> str:
    if isinstance(value, list):
        return visible("; ".join(str(one) for one in value))
    return visible(str(value))


def _summary(outcome: Outcome) -> str:
    if outcome.errors:
        cells = len({(one.sheet, one.cell) for one in outcome.errors})
        return f"{len(outcome.errors)} lỗi ở {cells} ô: chưa nhận dòng nào. Sửa các ô trên rồi nhập lại."
    new, changed = outcome.count("mới"), outcome.count("đổi")
    return f"{new} mới, {changed} thay đổi, {len(outcome.changes) - new - changed} như cũ"
