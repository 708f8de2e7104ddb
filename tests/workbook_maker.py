"""Workbooks for tests, drawn as rows of text: one string a row, cells between bars, written with openpyxl.

An independent library makes them, so that our reader is not tested against our writer alone.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from thidua_cli.book import Book, Drive, read_book
from thidua_cli.sheet.answers import NO_ANSWERS, Answers
from thidua_cli.sheet.importing import Outcome, import_list
from thidua_cli.sheet.opening import open_workbook

ROOT = Path(__file__).parent.parent
OFFICE = ROOT / "examples" / "quan-11"
CAMPAIGN = "quan-11-2024-60-ngay-dem"
_BOOKS: dict[Path, Book] = {}


def drawn(text: str) -> list[list[Any]]:
    """The cells of a drawing; an empty line is an empty row."""
    rows = [line.strip() for line in text.strip("\n").split("\n")]
    return [[cell.strip() or None for cell in row.split("|")] for row in rows]


def workbook(*sheets: tuple[str, str] | str, edit: Any = None) -> bytes:
    """A workbook of drawn sheets, each a drawing or a name and a drawing; ``edit`` changes it before saving."""
    made = Workbook()
    made.remove(made.active)
    for sheet in sheets:
        name, text = sheet if isinstance(sheet, tuple) else ("Danh sách", sheet)
        page = made.create_sheet(name)
        for number, row in enumerate(drawn(text), 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    page.cell(number, column, value)
    if edit is not None:
        edit(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def office(top: Path = OFFICE) -> tuple[Drive, Book]:
    """The example office, read once."""
    if top not in _BOOKS:
        _BOOKS[top] = read_book(top)
    return _BOOKS[top].drives[CAMPAIGN], _BOOKS[top]


def imported(
    data: bytes, name: str = "ds.xlsx", answers: Answers = NO_ANSWERS, hidden: Any = "ask", unit: str | None = None,
    top: Path = OFFICE,
) -> Outcome:  # fmt: skip
    """What importing a file into the example office would do."""
    drive, book = office(top)
    return import_list(open_workbook(data, name), drive, book, answers, hidden, unit)


def values(outcome: Outcome) -> list[dict[str, Any]]:
    """The records' values, in the workbook's order."""
    return [change.draft.values for change in outcome.changes]


def said(outcome: Outcome, code: str) -> list[tuple[str, str, str]]:
    """What was said under a code: sheet, cell, message."""
    return [(one.sheet, one.cell, one.message) for one in outcome.troubles if one.code.id == code]


def refused(outcome: Outcome) -> list[tuple[str, str]]:
    """The cells that stop an import, with the codes."""
    return [(one.cell, one.code.id) for one in outcome.errors]
