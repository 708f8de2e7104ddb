"""Lists as workbooks ready to print: A4 landscape, the head row on every page, page numbers, same bytes every day."""

from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from textwrap import wrap
from typing import Any

from thidua_cli.sheet.tables import Money, Section, Table

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_BORN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""No day of the clock may stand in a workbook."""


def new_workbook(out: BytesIO) -> Any:
    """A workbook that keeps one row in memory, takes no text for a formula and no day from the clock."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(
        out,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    workbook.set_properties({"created": _BORN, "author": "", "company": ""})
    return workbook


def set_page(sheet: Any, head_row: int, columns: int) -> None:
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
        across = {**_FONT, "align": "center_across", "text_wrap": False}
        self.title = workbook.add_format({**across, "bold": True, "font_size": 14})
        self.under = workbook.add_format({**across, "italic": True})


_LINE, _TALLEST = 15.75, 409
"""Points of a line of twelve-point type, and Excel's own bound of a row."""
_PRINTED = 2_000
"""Rows beyond are for filtering, not for paper; the writer holds every height given in memory."""


def _lines(value: object, width: float) -> int:
    """How many lines a text takes in a column. Not every program works out a row's height when it opens a list
    nobody has typed in yet, and lines that do not fit lie over each other."""
    # A column is measured in digits of Excel's own face; of our narrower one a fifth more goes in.
    letters = max(1, int(width * 1.2))
    if not isinstance(value, str) or (len(value) <= letters and "\n" not in value):
        return 1
    return sum(len(wrap(one, letters)) or 1 for one in value.split("\n"))


def _sheet(sheet: Any, table: Table, styles: _Styles) -> None:
    for at, column in enumerate(table.heads):
        sheet.set_column(at, at, column.width)
    row = 0
    for words, style in ((table.title, styles.title), (table.subtitle, styles.under)):
        if words:
            sheet.write_string(row, 0, words, style)
            for at in range(1, len(table.heads)):
                sheet.write_blank(row, at, None, style)
            row += 1
    row += 1
    for at, column in enumerate(table.heads):
        sheet.write_string(row, at, column.title, styles.head)
    lines = max((_lines(column.title, column.width - 2) for column in table.heads), default=1)  # bold is wider
    sheet.set_row(row, _LINE * lines)
    set_page(sheet, row, len(table.heads))
    widths = [column.width for column in table.heads]
    for values in table.rows:
        row += 1
        if isinstance(values, Section):
            sheet.write_string(row, 0, values, styles.section)
            for at in range(1, len(table.heads)):
                sheet.write_blank(row, at, None, styles.section)
            continue
        lines = max(map(_lines, values, widths), default=1) if row < _PRINTED else 1
        if lines > 1:
            sheet.set_row(row, min(_LINE * lines, _TALLEST))
        for at, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, at, value, styles.money if isinstance(value, Money) else styles.cell)
            elif isinstance(value, Fraction):
                sheet.write_number(row, at, float(value), styles.cell)
            elif value:
                sheet.write_string(row, at, value, styles.guarded if value[0] in "=+-@" else styles.cell)
            else:
                sheet.write_blank(row, at, None, styles.cell)
