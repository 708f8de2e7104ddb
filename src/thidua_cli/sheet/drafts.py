"""A row to a draft nomination: its values, and the cell each of them stood in."""

from decimal import Decimal
from typing import Any

from thidua_cli.sheet.grid import Trouble
from thidua_cli.source import Plain


class Draft:
    """A nomination being read from a row: ``values`` as the record will hold them, ``cells`` from the
    dotted key of a value to its cell (with the sheet's name when that is another one). ``guessed`` says that
    nothing names the proposing unit and the unit of work stands for it."""

    __slots__ = ("blank", "cells", "guessed", "id", "kind", "name", "name_cell", "proposer", "row", "sheet", "values")

    def __init__(self, sheet: str, row: int, name_cell: str) -> None:
        self.sheet, self.row, self.name_cell = sheet, row, name_cell
        self.kind: str | None = None
        self.name = ""
        self.proposer: str | None = None
        self.guessed = False
        self.id = ""
        self.blank: dict[str, str] = {}
        self.values: dict[str, Plain] = {}
        self.cells: dict[str, str] = {}

    def put(self, key: str, value: Plain, cell: str) -> None:
        """Set the value of a dotted key."""
        put(self.values, key, value)
        if cell:
            self.cells[key] = cell

    def get(self, key: str) -> Plain:
        """The value of a dotted key, or ``None``."""
        value: Plain = get(self.values, key)
        return value

    def place_of(self, route: tuple[str | int, ...]) -> tuple[str, str]:
        """Sheet and cell of the datum a route leads to: its own cell, a part's, or the subject's."""
        key = ".".join(str(step) for step in route)
        for known in (key, *(one for one in self.cells if one.startswith(f"{key}."))):
            if known in self.cells:
                return self._split(self.cells[known])
        while "." in key:
            key = key.rpartition(".")[0]
            if key in self.cells:
                return self._split(self.cells[key])
        return self.sheet, self.name_cell

    def _split(self, cell: str) -> tuple[str, str]:
        sheet, mark, inner = cell.rpartition("!")
        return (sheet, inner) if mark else (self.sheet, cell)

    def origin(self, workbook: str) -> dict[str, Plain]:
        """The ``nguon_nhap`` of the record."""
        origin: dict[str, Plain] = {"tep": workbook}
        if self.sheet:
            origin["trang"] = self.sheet
        origin["dong"] = str(self.row)
        origin["o"] = dict(self.cells)
        return origin


def put(group: dict[str, Any], key: str, value: Plain) -> None:
    """Set a dotted key, making groups and list elements on the way."""
    steps = key.split(".")
    here: Any = group
    for step, after in zip(steps, [*steps[1:], ""], strict=True):
        if not after:
            here[step] = value
        elif after.isdigit():
            here = here.setdefault(step, [])
        elif step.isdigit():
            while len(here) <= int(step):
                here.append({})
            here = here[int(step)]
        else:
            here = here.setdefault(step, {})


def get(group: Any, key: str) -> Any:
    """The value of a dotted key, or ``None``."""
    for step in key.split("."):
        if isinstance(group, list) and step.isdigit():
            group = group[int(step)] if int(step) < len(group) else None
        elif isinstance(group, dict):
            group = group.get(step)
        else:
            return None
    return group


class Pending:
    """The figures of one column still to be read, once the column's habit is known."""

    __slots__ = ("entries", "key", "scale", "unit")

    def __init__(self, key: str, unit: str | None, scale: int | None) -> None:
        self.key, self.unit, self.scale = key, unit, scale
        self.entries: list[tuple[Draft, str, str, Decimal | None, bool]] = []


class Log:
    """What is said while a workbook is read."""

    def __init__(self) -> None:
        self.said: dict[Trouble, None] = {}

    def say(self, code: Any, message: str, sheet: str = "", cell: str = "", remedy: str = "", office: str = "") -> None:
        """Note a finding at a cell; the same one is said once."""
        self.said.setdefault(Trouble(code, message, sheet, cell, remedy, office))
