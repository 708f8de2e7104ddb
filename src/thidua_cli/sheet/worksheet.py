"""XlsxWriter's worksheet with a way to write a line whole. Dear to import: only where a workbook is made.

XlsxWriter takes a text that begins with ``<r>`` and ends with ``</r>`` for markup of its own and writes it as it
stands, so a name so written would be XML of the workbook. Here a text is text, and a line costs a third.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from thidua_cli.sheet.grid import letters

_letters = cache(letters)
_NOT_PLAIN = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_LONGEST = 32_767
"""Characters Excel takes in a cell, as UTF-16 counts them; it calls a workbook with more of them damaged."""


class Lines(Worksheet):  # type: ignore[misc]  # the library declares no types
    """A worksheet of lines written once each, from the top."""

    def write_line(self, row: int, cells: Iterable[tuple[str | int | Fraction, Any]], height: float = 0) -> None:
        """Write a line below all others: from the first column on, a value and its format. An empty text is an
        empty cell of that format; without a format it is no cell. ``height`` is in points; 0 leaves it to the program.
        """
        written = {
            column: f'<c r="{_letters(column)}{row + 1}" s="{style._get_xf_index()}"{self._content(value)}'
            for column, (value, style) in enumerate(cells)
            if style is not None
        }
        for column in (min(written), max(written)) if written else ():
            self._check_dimensions(row, column)
        self._write_single_row(row)
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        self.fh.write(f'<row r="{row + 1}"{tall}>{"".join(written.values())}</row>')

    def _content(self, value: str | int | Fraction) -> str:
        if not isinstance(value, str):
            return f"><v>{float(value):.16G}</v></c>"
        if not value:
            return "/>"
        text = value
        if len(text) > _LONGEST // 2:
            text = text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")
        if _NOT_PLAIN.search(text):
            text = self._escape_data(self._escape_control_characters(text))
        kept = "" if text == text.strip() else ' xml:space="preserve"'
        return f' t="inlineStr"><is><t{kept}>{text}</t></is></c>'


class Book(xlsxwriter.Workbook):  # type: ignore[misc]  # the library declares no types
    """A workbook of such worksheets."""

    worksheet_class = Lines
