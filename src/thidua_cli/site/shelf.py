"""What every page is made from: the repository, its answers, the day, the mask, and where pages stand.

Looked up once for the whole site, so that no page searches the records again.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from thidua_cli.book import Book
from thidua_cli.judge.concluded import conclusions
from thidua_cli.judge.history import decided_cases
from thidua_cli.judge.standing import doers
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.naming import Desk
from thidua_cli.rules import Inspection
from thidua_cli.rules.look import Look
from thidua_cli.site.masking import Mask
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import given_name_key
from thidua_cli.viet.text import slug

PER_PAGE = 100
"""Cases on a page: with their reasons about half a megabyte, which any office machine opens at once."""
_Item = TypeVar("_Item")


class Stall:
    """One campaign on the shelf: its cases in the order they are shown, what became of each, and
    which units each duty of the plan is ``bound`` to."""

    def __init__(self, look: Look, folder: str) -> None:
        self.look, self.drive = look, look.drive
        self.desk = Desk(look)
        self.folder = folder
        self.cases = _in_order(self.desk)
        self.number = {case.id: index for index, case in enumerate(self.cases)}
        self.decided = decided_cases(look.drive)
        self.concluded = conclusions(look.book, look.drive)
        self.bound = {
            duty.id: {unit.id for unit in doers(duty, look.drive, look.book)} for duty in look.drive.plan.duties
        }

    @property
    def pages(self) -> int:
        """How many pages the table of cases takes."""
        return max(1, -(-len(self.cases) // PER_PAGE))

    def table_page(self, index: int) -> str:
        """The path of a page of the table, counted from 0."""
        return f"{self.folder}/doi-chieu{f'-{index + 1}' if index else ''}.html"

    def anchor(self, case: Nomination) -> str:
        """A case's mark in its page; a number, because an id spells the name."""
        return f"th-{self.number[case.id] + 1}"

    def place(self, case: Nomination) -> str:
        """Where a case stands in the site."""
        return f"{self.table_page(self.number[case.id] // PER_PAGE)}#{self.anchor(case)}"

    def award(self, id_: str | None) -> str:
        """An award's short name."""
        return self.drive.plan.award_name(id_ or "")


class Shelf:
    """The whole site's materials."""

    def __init__(self, book: Book, inspection: Inspection, day: date | None, *, internal: bool) -> None:
        self.book, self.inspection, self.day, self.internal = book, inspection, day, internal
        self.mask = Mask(book, internal=internal)
        taken: set[str] = set()
        self.stalls = [Stall(look, f"dot/{_unused(look.drive.id, taken)}") for look in inspection.looks]
        self.unit_pages = _unit_pages(book)

    @property
    def office(self) -> str:
        """The office's name."""
        return self.book.unit_name(self.book.own) if self.book.own else "Văn phòng chưa ghi tên"


def show_day(day: date | None) -> str:
    """A day as papers print it, or nothing."""
    return format_short(day) if day else ""


def _in_order(desk: Desk) -> list[Nomination]:
    """By kind of subject, then unit, then name as lists of people go; the council's own order stands on
    the papers, and here people look for a name."""
    kinds = {kind: index for index, kind in enumerate(desk.order)}
    units = {id_: index for index, id_ in enumerate(desk.book.units)}
    return sorted(
        desk.drive.nominations.values(),
        key=lambda case: (
            kinds.get(case.subject_kind, len(kinds)),
            units.get(case.proposer, len(units)),
            case.proposer,
            given_name_key(case.full_name or desk.subject_name(case)),
            case.id,
        ),
    )


def _unit_pages(book: Book) -> dict[str, str]:
    """The page of every unit the records speak of, also of those units.yaml does not know."""
    taken: set[str] = set()
    named: dict[str, None] = dict.fromkeys(book.units)
    for drive in book.drives.values():
        named |= dict.fromkeys(one.proposer for one in drive.nominations.values())
        named |= dict.fromkeys(one.unit for one in drive.dossiers.values())
        named |= dict.fromkeys(one.unit for one in drive.duties.values())
    return {id_: f"don-vi/{_unused(id_, taken)}.html" for id_ in named if id_}


def _unused(text: str, taken: set[str]) -> str:
    """A file name nothing else has."""
    base = name = slug(text)
    count = 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name


def chunks(items: Sequence[_Item], size: int) -> list[list[_Item]]:
    """The items by pages; one empty page for none."""
    return [list(items[start : start + size]) for start in range(0, len(items), size)] or [[]]
