"""Lists as workbooks ready to print: A4 landscape, the head row on every page, page numbers, same bytes every day."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

from thidua_cli.sheet.tables import Money, Section, Table

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_BORN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""No day of the clock may stand in a workbook."""


def new_workbook(out: BytesIO) -> Any:
    """A workbook that keeps one row in memory, takes no text for a formula and no day from the clock."""
    from thidua_cli.sheet.worksheet import Book

    workbook = Book(
        out,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    workbook.set_properties({"created": _BORN, "author": "", "company": ""})
    return workbook


def set_page(sheet: Any, head_row: int) -> None:
    """A4 landscape, one page wide, the head row repeated, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.79, right=0.59, top=0.79, bottom=0.79)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row)
    sheet.set_footer("&C&P/&N")
    sheet.freeze_panes(head_row + 1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{1 << 20}"})


_NAME = 31
_FORBIDDEN = str.maketrans("[]:*?/\\", "-------")


def xlsx(*tables: Table) -> bytes:
    """The lists as a workbook, a sheet each."""
    out = BytesIO()
    workbook = new_workbook(out)
    styles = _Styles(workbook)
    for number, table in enumerate(tables, 1):
        name = table.kind.translate(_FORBIDDEN)
        # Two long names may be one once they are cut.
        _sheet(workbook.add_worksheet(name if len(name) <= _NAME else f"{number}-{name}"[:_NAME]), table, styles)
    workbook.close()
    return out.getvalue()


class _Styles:
    """The formats of a workbook, shared by its sheets."""

    def __init__(self, workbook: Any) -> None:
        self.cell = workbook.add_format({**_FONT, "border": 1})
        self.money = workbook.add_format({**_FONT, "border": 1, "num_format": "#,##0"})
        # The apostrophe that Excel hides: a text beginning with = stays one even after somebody edits the cell.
        self.guarded = workbook.add_format({**_FONT, "border": 1, "quote_prefix": True})
        self.head = workbook.add_format({**_FONT, "border": 1, "bold": True, "align": "center", "valign": "vcenter"})
        self.section = workbook.add_format({**_FONT, "border": 1, "bold": True, "text_wrap": False})
        spread = {**_FONT, "align": "center_across", "text_wrap": False}
        self.title = workbook.add_format({**spread, "bold": True, "font_size": 14})
        self.under = workbook.add_format({**spread, "italic": True})

    def of(self, value: object) -> Any:
        """The format of a value in the list."""
        if isinstance(value, Money):
            return self.money
        return self.guarded if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else self.cell


_LINE, _TALLEST = 15.75, 408.75
"""Points of a line of twelve-point type, and Excel's own bound of a row, in whole pixels of a screen."""
HEIGHT_OF_TITLE = 18.75
"""Points of a line of fourteen."""


def _lines(value: object, width: float) -> int:
    """How many lines a text takes in a column. Not every program works out a row's height when it opens a list
    nobody has typed in yet, and lines that do not fit lie over each other."""
    # A column is measured in digits of Excel's own face, 5.25 points each; a letter of ours takes about 5.05, and
    # what is left over is for words in capitals. Where that face is missing columns come out wider, never narrower.
    letters = max(1, int(width))
    if not isinstance(value, str) or (len(value) <= letters and "\n" not in value):
        return 1
    return sum(len(wrap(one, letters)) or 1 for one in value.split("\n"))


def height_of(values: Iterable[object], widths: Iterable[float]) -> float:
    """The height of a row in points; 0, which leaves it to the program, where one line holds it all."""
    lines = max(map(_lines, values, widths), default=1)
    return min(_LINE * lines, _TALLEST) if lines > 1 else 0


def height_of_head(titles: Iterable[str], widths: Iterable[float]) -> float:
    """The height of the row of heads, whose bold words are wider."""
    return height_of(titles, (width - 2 for width in widths)) or _LINE


def _sheet(sheet: Any, table: Table, styles: _Styles) -> None:
    widths = [column.width for column in table.heads]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    row = 0
    for words, style, height in ((table.title, styles.title, HEIGHT_OF_TITLE), (table.subtitle, styles.under, 0)):
        if words:
            sheet.write_line(row, across(words, style, len(widths)), height)
            row += 1
    row += 1
    titles = [column.title for column in table.heads]
    sheet.write_line(row, ((title, styles.head) for title in titles), height_of_head(titles, widths))
    set_page(sheet, row)
    for values in table.rows:
        row += 1
        if isinstance(values, Section):
            sheet.write_line(row, across(values, styles.section, len(widths)))
            continue
        cells = (("" if value is None else value, styles.of(value)) for value in values)
        sheet.write_line(row, cells, height_of(values, widths))


def across(words: str, style: Any, columns: int) -> list[tuple[str, Any]]:
    """Words over all columns: the first cell has them, the rest share its look."""
    return [(words, style), *[("", style)] * (columns - 1)]
