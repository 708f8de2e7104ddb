"""A workbook as plain values: sheets, rows and cells, whatever the file was. Knows no column's meaning."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from thidua_cli.diagnostic import Code

CellKind = Literal["text", "number", "date", "broken"]
Struck = Literal["", "part", "whole"]


class Cell(NamedTuple):
    """What stands in a cell.

    ``text`` is the words, the exact number or the day (``dd/mm/yyyy``); of a broken cell (formula
    without result, error) what was found. ``shown`` is the number format. ``font`` names the legacy
    encoding the words were converted from. ``struck`` says how much of it is struck through.
    """

    text: str
    kind: CellKind = "text"
    shown: str = ""
    font: str = ""
    struck: Struck = ""


class Row(NamedTuple):
    """A row: its number as people see it, whether it is hidden, its filled cells by column from 0."""

    number: int
    hidden: bool
    cells: dict[int, Cell]


class Merge(NamedTuple):
    """A merged area; rows from 1, columns from 0, all inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """One sheet. ``rows`` starts reading anew each time it is called."""

    name: str
    hidden: bool
    merges: tuple[Merge, ...]
    rows: Callable[[], Iterator[Row]]


class Workbook(NamedTuple):
    """A workbook. ``blind`` says what its format keeps from us (hidden rows, fonts, error cells)."""

    name: str
    grids: tuple[Grid, ...]
    blind: str = ""


class Trouble(NamedTuple):
    """A finding at a cell: what is wrong there and what to do. ``cell`` is empty for a whole sheet; ``office`` is what
    only the office that takes the list in can do instead, and no unit has to read."""

    code: Code
    message: str
    sheet: str = ""
    cell: str = ""
    remedy: str = ""
    office: str = ""

    @property
    def advice(self) -> str:
        """What to do, for the office."""
        return "; hoặc ".join(filter(None, (self.remedy, self.office)))


def letters(column: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place(row: int, column: int) -> str:
    """A cell as people name it: ``B5``."""
    return f"{letters(column)}{row}"


def parse_place(name: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of ``B5``."""
    name = name.replace("$", "")
    split = next((index for index, sign in enumerate(name) if sign.isdigit()), len(name))
    column = 0
    for sign in name[:split].upper():
        column = column * 26 + ord(sign) - ord("A") + 1
    return int(name[split:] or 0), column - 1
