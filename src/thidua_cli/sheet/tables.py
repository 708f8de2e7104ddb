"""A list as plain values: title, columns, rows in sections. Whoever writes it decides the format."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from thidua_cli.book import Drive
from thidua_cli.judge.regime import decision_of
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values import Desk
from thidua_cli.rules.look import Look
from thidua_cli.viet.names import collation_key, given_name_key


class Head(NamedTuple):
    """A column: its heading and its width in characters. ``flat`` is its name in CSV and JSON."""

    title: str
    width: int
    flat: str = ""


class Section(str):
    """A row that names the group of rows below it."""


class Money(int):
    """An amount in đồng: a number that spreadsheets print in groups of three."""


Value = str | int | Fraction | None
"""What a cell of a list holds; an exact number is written as a number, nothing as an empty cell."""


class Table(NamedTuple):
    """A list. ``kind`` names its file, or its page where several lists make one workbook; ``flat`` lists
    are for machines and become CSV and JSON."""

    kind: str
    title: str
    subtitle: str
    heads: tuple[Head, ...]
    rows: Iterable[tuple[Value, ...] | Section]
    flat: bool = False


class Office(NamedTuple):
    """What lists are made from: a campaign under inspection, the order of names, and for whom.

    ``public`` lists hold only who has been decided, and of them what a public list needs. Data for machines
    name a person by a token unless ``personal``: the token follows from the record's id, so whoever has the
    repository can undo it, and it makes nothing anonymous.
    """

    look: Look
    alphabetical: bool = False
    personal: bool = False
    public: bool = False

    @property
    def desk(self) -> Desk:
        """How papers name people, collectives and awards."""
        return Desk(self.look)

    @property
    def drive(self) -> Drive:
        """The campaign."""
        return self.look.drive

    def cases(self) -> list[Nomination]:
        """Every case in the order of the dossiers, which is the council's; the rest as they lie on
        disk. By given name only where that was asked for."""
        listed = [case for _, _, case in self.look.listed()]
        seen = {case.id for case in listed}
        cases = list(dict.fromkeys(case.id for case in listed)) + [
            id_ for id_ in self.drive.nominations if id_ not in seen
        ]
        found = [self.drive.nominations[id_] for id_ in cases if not self.public or self._decided(id_)]
        return sorted(found, key=self._alphabet) if self.alphabetical else found

    def _decided(self, id_: str) -> bool:
        decision = decision_of(self.drive, id_)
        return decision is not None and decision.issued_on is not None

    def token(self, case: Nomination) -> str:
        """What a case is called in data for machines."""
        if self.personal or case.subject_kind == "tập thể":
            return case.id
        return f"{case.proposer}/{sha256(case.id.encode()).hexdigest()[:12]}"

    def _alphabet(self, case: Nomination) -> tuple[bool, tuple[str, str, str]]:
        if case.full_name and case.subject_kind != "tập thể":
            return True, given_name_key(case.full_name)
        return False, (collation_key(self.desk.subject_name(case)), "", "")

    def by_kind(self) -> Iterator[tuple[str, list[Nomination]]]:
        """The cases by kind of subject, in the office's order of kinds."""
        cases = self.cases()
        for kind in self.desk.order:
            members = [case for case in cases if case.subject_kind == kind]
            if members:
                yield kind, members
