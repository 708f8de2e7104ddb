"""What a person or a unit has received, over all campaigns of a repository and what nominations declare.

Two records are one person when the citizen number says so, or when name and birth agree; a name alone
proves nothing, so people of one name are kept apart and shown as such, and so are those the office has
reviewed and found to be two.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.people import year_of_birth
from thidua_cli.model.dossier import DecidedCase, Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.viet.names import honorific
from thidua_cli.viet.text import fold


class Received(NamedTuple):
    """One award: when, by which decision, in which campaign; ``declared`` when only a nomination says so,
    ``cancelled`` when a later paper took it back."""

    decided_on: date | None
    number: str
    award: str
    campaign: str
    file: str
    declared: bool
    cancelled: bool
    authority: str = ""

    @property
    def drafted(self) -> bool:
        """Whether it is to be given by a decision nobody has issued."""
        return self.decided_on is None and not self.declared

    @property
    def confirmable(self) -> bool:
        """Whether a decision of the repository shows it and no later paper took it back."""
        return not (self.declared or self.cancelled or self.drafted)


class Holder(NamedTuple):
    """A person or collective with what it has received, newest first; ``addressed`` is how a paper names it."""

    name: str
    born: str
    unit: str
    addressed: str
    received: tuple[Received, ...]


def history(book: Book, asked: str) -> list[Holder]:
    """Everyone and everything called ``asked`` (a name, a unit's id, name or alias) that holds an award."""
    wanted = _names(book, asked)
    return _holders(one for one in _every(book) if fold(one[0]) in wanted)


def everyone(book: Book) -> list[Holder]:
    """Everyone and everything that holds an award."""
    return _holders(_every(book))


def _every(book: Book) -> Iterator["_Found"]:
    apart = _apart(book)
    for drive in book.drives.values():
        yield from _decided(book, drive, apart)
        yield from _declared(book, drive, apart)


def _holders(every: Iterable["_Found"]) -> list[Holder]:
    found: dict[tuple[str, str, str], list[Received]] = {}
    shown: dict[tuple[str, str, str], tuple[str, str, str, str]] = {}
    for name, born, unit, addressed, key, received in every:
        found.setdefault(key, []).append(received)
        shown.setdefault(key, (name, born, unit, addressed))
    return [Holder(*shown[key], _newest(entries)) for key, entries in found.items()]


def _names(book: Book, asked: str) -> set[str]:
    """The folded names that mean what was asked for."""
    names = {fold(asked)}
    for unit in book.units.values():
        own = {fold(name) for name in (unit.id, *unit.names)}
        if fold(asked) in own:
            names |= own
    return names


def _newest(entries: list[Received]) -> tuple[Received, ...]:
    """Without what a nomination declares and a decision of the repository already shows."""
    decided = {(fold(one.number), one.decided_on) for one in entries if not one.declared}
    kept = [one for one in entries if not one.declared or (fold(one.number), one.decided_on) not in decided]
    unique = {(fold(one.number), one.decided_on, one.award): one for one in kept}
    return tuple(sorted(unique.values(), key=lambda one: one.decided_on or date.min, reverse=True))


def decided_lines(drive: Drive) -> Iterator[tuple[Decision, DecidedCase]]:
    """The lines of decisions that stand: issued on a day, and no later paper took them back."""
    for decision in drive.decisions.values():
        for line in decision.cases if decision.issued_on else ():
            if decision.stands_for(line.nomination or line.printed_name or ""):
                yield decision, line


def decided_cases(drive: Drive) -> dict[str, Decision]:
    """The cases a decision names and no later paper took back, with that decision."""
    return {line.nomination: decision for decision, line in decided_lines(drive) if line.nomination}


_Apart = set[tuple[str, str]]
_Found = tuple[str, str, str, str, tuple[str, str, str], Received]


def _decided(book: Book, drive: Drive, apart: _Apart) -> Iterator[_Found]:
    for decision in drive.decisions.values():
        form = drive.plan.award(decision.award)
        for line in decision.cases:
            case = drive.nominations.get(line.nomination or "")
            concrete = decision.concrete_for(case)
            received = Received(
                decision.issued_on,
                decision.number or decision.id,
                drive.plan.award_title(decision.award, concrete),
                drive.plan.name,
                decision.file,
                False,
                not decision.stands_for(line.nomination or line.printed_name or ""),
                decision.authority or (form.authority if form else "") or "",
            )
            if case is not None:
                yield (*_identity(book, drive, case, apart), received)
            elif line.printed_name:
                yield line.printed_name, "", "", line.printed_name, (fold(line.printed_name), "", ""), received


def _declared(book: Book, drive: Drive, apart: _Apart) -> Iterator[_Found]:
    for case in drive.nominations.values():
        for one in case.past_awards:
            day = one.issued_on or (date(one.year, 1, 1) if one.year else None)
            yield (
                *_identity(book, drive, case, apart),
                Received(day, one.number or "", one.award, "", case.file, True, False),
            )


def _identity(
    book: Book, drive: Drive, case: Nomination, apart: _Apart
) -> tuple[str, str, str, str, tuple[str, str, str]]:
    """Name, birth, unit and form of address to show, and the key that tells two of one name apart."""
    name = book.nominee(case)
    born = str(year_of_birth(case) or "")
    unit = book.unit_name(case.unit) if case.full_name else ""
    post = book.post_of(case, drive)
    title = honorific(case.gender or (post[0].gender if post else None))
    addressed = {"cá nhân": f"{title} {name}", "hộ gia đình": f"Hộ gia đình {title.lower()} {name}"}
    key = (fold(name), born, case.unit if not born or (fold(name), born) in apart else "")
    if case.citizen_number:
        key = ("", "", case.citizen_number)
    return name, born, unit, addressed.get(case.subject_kind, name), key


def _apart(book: Book) -> _Apart:
    """The names and births that belong to two people, as someone wrote down; their units tell them apart."""
    said = {id_ for entry in book.distinct for id_ in entry.cases}
    return {
        (fold(book.nominee(case)), str(year_of_birth(case) or ""))
        for drive in book.drives.values()
        for id_, case in drive.nominations.items()
        if said and f"{drive.id}/{id_}" in said
    }
