"""Which cases may be one person (co-the-la-mot): close and unproven, less what the office has reviewed. Pure.

A citizen number proves both ways, a different birth proves the one; a name alone proves nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from thidua_cli.book import Book
from thidua_cli.model.nomination import Nomination
from thidua_cli.viet.text import fold, strip_marks


class Alike(NamedTuple):
    """Two cases that may be one, and what speaks for it."""

    earlier: Nomination
    later: Nomination
    why: str


def alike(book: Book, cases: Iterable[Nomination], *, of_any_year: bool = False) -> Iterator[Alike]:
    """For each case the first earlier one of the same year that may be the same person or small collective;
    or all ``of_any_year``."""
    known: dict[tuple[str, object], list[Nomination]] = {}
    related = reorganised(book)
    of_units: dict[str, list[Nomination]] = {}
    for case in cases:
        # By birth as well as by name, so that a common name costs nothing where births are stated.
        name, born = strip_marks(_name(book, case)), year_of_birth(case)
        if not name:
            continue
        near: Iterable[Nomination] = known.get((name, _ANY if born is None else born), ())
        near = near if born is None else chain(near, known.get((name, None), ()))
        if case.unit in related and _is_whole(case):
            near = chain(near, *(of_units.get(unit, ()) for unit in sorted(related[case.unit])))
            of_units.setdefault(case.unit, []).append(case)
        for other in near:
            why = likeness(book, related, other, case)
            if why and (of_any_year or case.year == other.year) and not _reviewed(book, other, case):
                yield Alike(other, case, why)
                if not of_any_year:
                    break
        known.setdefault((name, born), []).append(case)
        known.setdefault((name, _ANY), []).append(case)


_ANY = "bất kỳ"


def likeness(book: Book, related: dict[str, set[str]], one: Nomination, other: Nomination) -> str:
    """What speaks for two cases being one; empty when nothing does, or a number or a birth speaks against.
    ``related`` are the units as ``reorganised``."""
    if one.subject_kind != other.subject_kind:
        return ""
    if one.citizen_number and other.citizen_number:
        return "cùng số định danh" if one.citizen_number == other.citizen_number else ""
    same_name = _name(book, one) == _name(book, other)
    if one.subject_kind == "tập thể":
        if one.unit == other.unit:
            return "cùng tên tập thể" if same_name else ""
        may_be = same_name or (_is_whole(one) and _is_whole(other))
        return "đơn vị trước và sau khi sắp xếp" if may_be and other.unit in related.get(one.unit, ()) else ""
    if None not in (one.born_on, other.born_on):
        if one.born_on != other.born_on:
            return ""
        return "cùng họ tên, cùng ngày sinh" if same_name else "họ tên chỉ khác dấu, cùng ngày sinh"
    years = {year_of_birth(one), year_of_birth(other)}
    if not same_name or (None not in years and len(years) == 2):
        return ""
    return "cùng họ tên, chưa đủ ngày sinh" if None in years else "cùng họ tên, cùng năm sinh"


def _is_whole(case: Nomination) -> bool:
    """Whether a case is a unit itself, not a group in it."""
    return case.subject_kind == "tập thể" and case.group_name is None


def reorganised(book: Book) -> dict[str, set[str]]:
    """Each unit that a reorganisation touched, with what it became and was before."""
    found: dict[str, set[str]] = {}
    for unit in book.units.values():
        for other in (*unit.predecessors, *unit.successors):
            found.setdefault(unit.id, set()).add(other)
            found.setdefault(other, set()).add(unit.id)
    return found


def _reviewed(book: Book, one: Nomination, other: Nomination) -> bool:
    """Whether someone looked at the two and wrote down that they are not one."""
    pair = {f"{case.file.split('/')[1]}/{case.id}" for case in (one, other)}
    return any(pair <= set(entry.cases) for entry in book.distinct)


def year_of_birth(case: Nomination) -> int | None:
    """The year of birth, however it is stated."""
    return case.born_on.year if case.born_on else case.birth_year


def _name(book: Book, case: Nomination) -> str:
    """The name to compare: one key for every spelling of a unit's name or alias."""
    typed = fold(case.full_name or case.group_name or "")
    unit = book.units.get(case.unit)
    if case.subject_kind != "tập thể" or unit is None:
        return typed
    if not typed:
        return fold(unit.name)
    return fold(unit.name) if typed in map(fold, unit.names) else typed
