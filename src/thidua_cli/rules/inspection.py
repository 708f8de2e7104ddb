"""One run of all lints over a repository: every family in order, what trips, what is let stand, what only echoes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from thidua_cli.beside import LEAST, Beside
from thidua_cli.book import Book, Drive, damaged_routes
from thidua_cli.diagnostic import Diagnostic, Routes, Severity
from thidua_cli.judge import Judgement, Verdict, judge
from thidua_cli.model.dossier import Stage
from thidua_cli.rules import (
    allowances,
    bases,
    clusters,
    codes,
    concluded,
    criteria,
    decisions,
    dossiers,
    duties,
    law,
    meetings,
    money,
    people,
    plan,
    privacy,
    references,
    reports,
    signers,
    stock,
    times,
    units,
    unlikely,
)
from thidua_cli.rules.look import BookRule, Look, Rule

T = TypeVar("T")
RULES: tuple[Rule, ...] = (
    *references.RULES,
    *times.RULES,
    *unlikely.RULES,
    *dossiers.RULES,
    *signers.RULES,
    *concluded.RULES,
    *criteria.RULES,
    *people.RULES,
    *units.RULES,
    *meetings.RULES,
    *decisions.RULES,
    *bases.RULES,
    *duties.RULES,
    *clusters.RULES,
    *plan.RULES,
    *law.RULES,
    *money.RULES,
    *reports.RULES,
    *privacy.RULES,
)
BOOK_RULES: tuple[BookRule, ...] = (
    *references.BOOK_RULES,
    *people.BOOK_RULES,
    *units.BOOK_RULES,
    *decisions.BOOK_RULES,
    *bases.BOOK_RULES,
    *stock.BOOK_RULES,
)


class Inspection(NamedTuple):
    """All findings of a repository, those of reading first, and the answers they rest on."""

    found: tuple[Diagnostic, ...]
    looks: tuple[Look, ...]


class ByFile:
    """The findings of an inspection by file, for whoever asks for one paper after another."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self._numbered: dict[str, list[tuple[int, Diagnostic]]] = {}
        for number, one in enumerate(found):
            self._numbered.setdefault(one.file, []).append((number, one))

    def of(self, files: Iterable[str]) -> list[Diagnostic]:
        """The findings of some files, in the order they were made."""
        return [one for _, one in sorted(pair for file in set(files) for pair in self._numbered.get(file, ()))]


def inspect(book: Book, today: date, *, final: bool = False) -> Inspection:
    """Run every lint over every campaign. ``final`` judges each dossier as if it were being sent."""
    trips: list[Diagnostic] = []
    unanswered = [Look(book, one, today, {}, _stages(book, one, final=final)) for one in book.drives.values()]
    of_answers, *others = _parted()
    begun = [_begun(look, others) for look in unanswered]
    looks = tuple(_answered(look, trips) for look in unanswered)
    damaged = damaged_routes(book.found)
    off = {drive.folder: _switched_off(drive) for drive in book.drives.values()}
    found: list[Diagnostic] = []
    for of_all in () if book.held_up_by else BOOK_RULES:
        ran = _found_by(of_all, book, "thidua.yaml", trips)
        found += (one for one in ran if one.code.id not in off.get(_folder(one.file), ()))
    for look, groups in zip(looks, begun, strict=True):
        by_rule = _run(of_answers, look, trips)
        for group in groups:
            ran_there, tripped_there = group.result()
            by_rule |= ran_there
            trips += tripped_there
        in_order = (one for number in range(len(RULES)) for one in by_rule[number])
        found += (one for one in in_order if one.code.id not in off[look.drive.folder])
    found = [one for one in found if not _is_echo(one, damaged)]
    kept_on = [one for look in looks for one in _kept_on(look.drive)]
    shown = _without_shadows(list(dict.fromkeys((*book.found, *trips, *kept_on, *found))))
    return Inspection(allowances.applied(shown, book), looks)


def look_at(drive: Drive, book: Book, today: date) -> Look:
    """A campaign with its answers and stages."""
    return _answered(Look(book, drive, today, {}, _stages(book, drive, final=False)), None)


def _answered(look: Look, trips: list[Diagnostic] | None) -> Look:
    """With the answers. A case the judging trips over is left open, and said in ``trips``; without ``trips`` the
    failure goes on to the caller."""
    judgements: dict[str, Judgement] = {}
    for id_, case in look.drive.nominations.items():
        try:
            judgements[id_] = judge(case, look.drive, look.book)
        except Exception as error:
            if trips is None:
                raise
            from thidua_cli.rules.tripped import tripped

            trips.append(tripped("judge", error, case.file))
            judgements[id_] = Judgement(id_, case.award, Verdict.OPEN, (), (), uncovered=False)
    return look._replace(judgements=judgements)


def _stages(book: Book, drive: Drive, *, final: bool) -> dict[str, Stage]:
    least = Stage.SUBMITTED if final else Stage.PREPARING
    return {id_: max(book.stage(drive, dossier), least) for id_, dossier in drive.dossiers.items()}


_Ran = tuple[dict[int, list[Diagnostic]], list[Diagnostic]]
"""What rules found, by their position among all rules, and their trips."""


_Numbered = list[tuple[int, Rule]]
"""Rules with their position among all."""


def _parted() -> tuple[_Numbered, _Numbered, _Numbered]:
    """The rules that need the answers, those that read as many files again, and the rest."""
    of_answers: _Numbered = []
    of_reports: _Numbered = []
    rest: _Numbered = []
    for number, rule in enumerate(RULES):
        kind = of_answers if rule in criteria.RULES else of_reports if rule in reports.RULES else rest
        kind.append((number, rule))
    return of_answers, of_reports, rest


def _begun(look: Look, groups: list[_Numbered]) -> list[Beside[_Ran]]:
    """The rules that need no answers, begun group by group while the cases are judged."""

    def run(rules: _Numbered) -> _Ran:
        trips: list[Diagnostic] = []
        return _run(rules, look, trips), trips

    return [Beside(partial(run, rules), worth=len(look.drive.nominations) >= LEAST) for rules in groups]


def _run(rules: _Numbered, look: Look, trips: list[Diagnostic]) -> dict[int, list[Diagnostic]]:
    return {number: [*_found_by(rule, look, look.drive.file, trips)] for number, rule in rules}


def _found_by(
    rule: Callable[[T], Iterator[Diagnostic]], of: T, file: str, trips: list[Diagnostic]
) -> Iterator[Diagnostic]:
    """What a rule finds; where it trips, that is noted apart, so that no filter can hide it."""
    try:
        yield from rule(of)
    except Exception as error:
        from thidua_cli.rules.tripped import tripped

        trips.append(tripped(f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}", error, file))


def _without_shadows(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without the answers that only repeat an error standing at the same datum: a mistyped id is
    one mistake, not also a criterion missed; a paper not yet complete is one lack, not two."""
    wrong = {
        (one.file, one.route, one.code == codes.CHUA_DAT)
        for one in found
        if one.route and one.severity <= (Severity.UNDECIDED if one.code == codes.THIEU_THANH_PHAN else Severity.ERROR)
    }
    return tuple(
        one
        for one in found
        if not (
            one.severity is Severity.UNDECIDED
            and one.code != codes.THIEU_THANH_PHAN
            and {(one.file, one.route, True), (one.file, one.route, False)} & wrong
        )
        and not (one.code in (codes.CHUA_DAT, codes.CAN_HOI_DONG) and (one.file, one.route, False) in wrong)
    )


def _is_echo(one: Diagnostic, damaged: dict[str, Routes]) -> bool:
    """Whether a finding only repeats that a datum could not be read: one mistake, one message."""
    there = damaged.get(one.file)
    return there is not None and (there.within(one.route) or there.around(one.route))


_BY_ID = {code.id: code for code in codes.CODES}


def _asked_off(drive: Drive) -> list[tuple[int, str, bool]]:
    """The rules an office asks to switch off: position, code, and whether that is allowed."""
    asked = drive.local.settings.disabled if drive.local and drive.local.settings else ()
    return [
        (index, one.code, one.code in _BY_ID and _BY_ID[one.code].basis == "thông lệ")
        for index, one in enumerate(asked)
    ]


def _folder(file: str) -> str:
    """The campaign's folder a file stands in, ``campaigns/<id>``."""
    return "/".join(file.split("/", 2)[:2])


def _switched_off(drive: Drive) -> set[str]:
    return {code for _, code, allowed in _asked_off(drive) if allowed}


def _kept_on(drive: Drive) -> list[Diagnostic]:
    """Only rules of practice may be switched off; the others say so."""
    return [
        Diagnostic(
            codes.KHONG_TAT_DUOC,
            f"quy tắc {code} không tắt được" if code in _BY_ID else f"không có quy tắc {code}",
            drive.file,
            ("thiet_lap", "quy_tac_khong_dung", index),
            remedy="bỏ dòng này",
        )
        for index, code, allowed in _asked_off(drive)
        if not allowed
    ]
