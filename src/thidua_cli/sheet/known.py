"""What an office knows by name: its units and the plan's awards, as lists write them."""

import re
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.awards import Award
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.model.unit import Unit
from thidua_cli.sheet.answers import Answers
from thidua_cli.viet.names import spelt_out
from thidua_cli.viet.text import fold, strip_marks, suggest


class Known(NamedTuple):
    """An id found by a name; ``exact`` is false where only the beginning of the name stood there."""

    id: str
    exact: bool = True


class Units:
    """Units by any of their names; a name two units share means neither."""

    def __init__(self, book: Book, answers: Answers) -> None:
        self.units = book.units
        self._ids: dict[str, str | None] = {}
        for unit in book.units.values():
            for name in _names(unit):
                self._put(spelt_out(name), unit.id)
        for unit in book.units.values():
            if unit.abbreviation and spelt_out(unit.abbreviation) not in self._ids:
                self._put(fold(unit.abbreviation), unit.id)
        self._own: dict[str, str] = {}  # while it is empty, an answer means what the office itself calls the unit
        self._own = {spelling: found for spelling, said in answers.units.items() if (found := self.find(said))}

    def _put(self, name: str, id_: str) -> None:
        if name and self._ids.get(name, id_) != id_:
            self._ids[name] = None
        elif name:
            self._ids[name] = id_

    def find(self, text: str) -> str | None:
        """The id of the unit a text names."""
        own = self._own.get(fold(text))
        return own or self._ids.get(spelt_out(text))

    def shown(self, id_: str) -> str:
        """A unit by a name that leads back to it."""
        unit = self.units.get(id_)
        names = (unit.name, unit.printed_name) if unit else ()
        return next((name for name in names if self.find(name) == id_), id_)

    def near(self, text: str) -> str | None:
        """The unit's name that was probably meant."""
        return suggest(text, [name for unit in self.units.values() for name in unit.names])


def _names(unit: Unit) -> list[str]:
    lines = list(unit.head_lines)
    joined = [" ".join(lines)] if lines else []
    return [unit.id, *unit.names, *joined, *lines[-1:]]


class Awards:
    """The awards that may be nominated, by full name, short name, id, or the beginning only one has."""

    def __init__(self, drive: Drive, answers: Answers) -> None:
        self.all = drive.terms.awards
        self.open = [one for one in drive.plan.awards if drive.plan.has_route(one)]
        self._own = {spelling: found for spelling, text in answers.awards.items() if (found := self.all.find(text))}
        spelt = [(_spelt(name), one.id) for one in self.open for name in (one.name, one.short_name)]
        shared = {key for key, id_ in spelt for other, theirs in spelt if key == other and id_ != theirs}
        self._spelt = {key: id_ for key, id_ in spelt if key not in shared}

    def find(self, text: str) -> Known | None:
        """The award a text names."""
        own = self._own.get(fold(text)) or self.all.find(text)
        if own:
            return Known(own)
        if (spelt := self._spelt.get(_spelt(text))) is not None:
            return Known(spelt, exact=False)
        asked = fold(text)
        begun = [one.id for one in self.open if len(asked.split()) > 1 and _begins(one, asked)]
        return Known(begun[0], exact=False) if len(begun) == 1 else None

    def within(self, text: str) -> Known | None:
        """The only award a title or a section names among other words."""
        folded = f" {fold(text)} "
        for exact in (True, False):
            found = {one.id for one in self.open for name in _spellings(one, exact) if f" {fold(name)} " in folded}
            if len(found) == 1:
                return Known(found.pop(), exact)
            if found:
                return None
        return None

    def name(self, id_: str) -> str:
        """The short name, as records write it."""
        return next((one.short_name for one in self.open if one.id == id_), id_)

    def near(self, text: str) -> str | None:
        """The short name that was probably meant."""
        return suggest(text, [one.short_name for one in self.open])


# Both sides are folded, because folding parks tones behind their words.
_SHORT = tuple(
    (re.compile(rf"\b{short}\b\.?"), f" {fold(full)} ")
    for short, full in (
        *(("bk", "bằng khen"), ("gk", "giấy khen"), ("tk", "thư khen")),
        *(("tp", "thành phố"), ("q", "quận"), ("ct", "chủ tịch")),
    )
)
_UNSAID = re.compile(rf"\b(?:{'|'.join(map(fold, ('của', 'chủ tịch', 'ủy ban nhân dân')))})\b")


def _spelt(text: str) -> str:
    """A key for an award as offices write it: short forms in full, and without who signs where the level says it."""
    text = spelt_out(text)
    for short, full in _SHORT:
        text = short.sub(full, text)
    return " ".join(_UNSAID.sub(" ", text).split())


def _begins(award: Award, asked: str) -> bool:
    return any(f"{fold(name)} ".startswith(f"{asked} ") for name in (award.short_name, award.name))


def _spellings(award: Award, exact: bool) -> tuple[str, ...]:
    return (award.name, award.short_name) if exact else (" ".join(award.short_name.split()[:2]),)


def kind_within(text: str) -> str | None:
    """The only kind of subject a title or a section names."""
    folded = f" {fold(text)} "
    found = [kind for kind in SUBJECT_KINDS if f" {fold(kind)} " in folded or f" {strip_marks(kind)} " in folded]
    return found[0] if len(found) == 1 else None
