"""The report: findings with their places and excerpts, what is still to be done, and the totals.

Here, and only here, a route becomes a line: the files that have findings are parsed once more.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from thidua_cli.book import OFFICE_FILE, Book, Drive
from thidua_cli.book.places import Places
from thidua_cli.diagnostic import Diagnostic, Mark, Place, Route, Severity
from thidua_cli.model.dossier import Stage
from thidua_cli.model.nomination import OWN_DATA, Imported, Nomination
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.rules import Inspection, codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import two_digits


class Spot(NamedTuple):
    """A place that can be shown: file, place, the text of its line and a label."""

    file: str
    place: Place
    text: str
    label: str


class Placed(NamedTuple):
    """A finding with its place and the places it relates to; ``workbook`` is the cell an imported value
    came from, in words; ``fresh`` when it stands on a line the branch changed."""

    finding: Diagnostic
    spot: Spot
    related: tuple[Spot, ...]
    workbook: str = ""
    fresh: bool = False

    @property
    def weighs(self) -> bool:
        """Whether it counts: what someone allowed with a reason no longer does."""
        return not self.finding.allowed


class ToDo(NamedTuple):
    """What is still to be done for one dossier, or for cases that stand in none."""

    dossier: str
    unit: str
    stage: str
    deadline: str
    items: tuple[Placed, ...]


class Nominee(NamedTuple):
    """A case as people name it, for formats that speak of cases: its proposing unit, its name, the award
    proposed and where it stood in its workbook."""

    id: str
    file: str
    unit: str
    label: str
    award: str
    workbook: str


Lines = Mapping[str, tuple[range, ...]]
"""The lines a branch changed, by file of the repository."""


class Past(NamedTuple):
    """What the last run said: its findings by fingerprint and each case's award."""

    fingerprints: tuple[str, ...]
    awards: dict[str, str]


class Scene(NamedTuple):
    """What a report is made for beside its findings: the day, the folder of the office inside its git
    repository (with ``/`` behind it), the lines a branch changed, and what the last run said."""

    today: date
    prefix: str = ""
    changed: Lines = MappingProxyType({})
    past: Past | None = None


class Report(NamedTuple):
    """Everything ``validate`` has to say, in the order it is said."""

    findings: tuple[Placed, ...]
    todo: tuple[ToDo, ...]
    counts: dict[Severity, int]
    cases: tuple[tuple[str, int], ...]
    allowed: int
    nominees: tuple[Nominee, ...]
    scene: Scene

    def path(self, spot: Spot) -> tuple[str, Place]:
        """Where a spot stands for those who know only the git repository: a plan that travels with
        thidua is no file there, so the office's own first file stands for it."""
        if spot.file.startswith("thidua:"):
            return f"{self.scene.prefix}{OFFICE_FILE}", Place(1)
        return f"{self.scene.prefix}{spot.file}", spot.place

    def pressing(self) -> list[Placed]:
        """The findings for those who see only the first few: what weighs before what is allowed, the
        gravest first, then those on changed lines."""
        return sorted(self.findings, key=lambda one: (not one.weighs, one.finding.severity, not one.fresh))

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found."""
        return min(self.counts, default=None)

    @property
    def summary(self) -> str:
        """The closing line: findings by severity, cases by kind of subject."""
        parts = [f"{self.counts[one]} {one.label}" for one in Severity if self.counts.get(one)]
        if self.allowed:
            parts.append(f"{self.allowed} chấp nhận có lý do")
        total = sum(count for _, count in self.cases)
        kinds = ", ".join(f"{two_digits(count)} {kind}" for kind, count in self.cases)
        return f"{', '.join(parts) or 'Không có lỗi'} · {total} trường hợp{f' ({kinds})' if kinds else ''}"


_LONGEST_LINE = 2_000
"""No format shows more of a line; a record without line ends would otherwise be printed whole."""


class _Spots:
    """Places with their lines, and the cells of a workbook they were typed in."""

    def __init__(self, book: Book) -> None:
        self.places = Places(book)
        self._imported: dict[str, Imported] = {}
        for drive in book.drives.values():
            self._imported |= {case.file: case.imported for case in drive.nominations.values() if case.imported}
            self._imported |= {done.file: done.imported for done in drive.duties.values() if done.imported}

    def workbook(self, one: Diagnostic) -> str:
        """Where in a workbook the datum of a finding was typed; empty when it was typed here."""
        origin = self._imported.get(one.file)
        return origin.where(one.route) if origin is not None else ""

    def spot(self, file: str, place: Place, label: str = "") -> Spot:
        lines = self.places.lines(file)
        text = lines[place.line - 1][:_LONGEST_LINE] if 0 < place.line <= len(lines) else ""
        return Spot(file, place, text, label)


def build(
    inspection: Inspection,
    book: Book,
    shown: Callable[[str], bool] = lambda file: True,
    scene: Scene | None = None,
) -> Report:
    """The report of an inspection, narrowed to the files that ``shown`` accepts."""
    scene = scene or Scene(max((look.today for look in inspection.looks), default=date.min))
    spots = _Spots(book)
    mine = sorted((one for one in inspection.found if shown(one.file)), key=lambda one: one.file)
    findings = sorted((_fresh(_placed(one, spots), scene) for one in mine if not one.due), key=_order)
    counts = Counter(one.finding.severity for one in findings if one.weighs)
    todo = _todo([one for one in mine if one.due], inspection.looks, spots)
    return Report(
        tuple(findings),
        todo,
        dict(sorted(counts.items())),
        _cases(inspection.looks),
        sum(bool(one.allowed) for one in mine),
        tuple(_nominees(inspection.looks)),
        scene,
    )


def _fresh(placed: Placed, scene: Scene) -> Placed:
    line = placed.spot.place.line
    return placed._replace(fresh=any(line in run for run in scene.changed.get(placed.spot.file, ())))


def _nominees(looks: Iterable[Look]) -> Iterator[Nominee]:
    for look in looks:
        for id_, case in look.drive.nominations.items():
            yield Nominee(
                id_,
                case.file,
                look.book.unit_name(case.proposer),
                look.label(case),
                look.award(case),
                _workbook(case),
            )


def _workbook(case: Nomination) -> str:
    """Where the case stood in the workbook it was read from: a unit's clerk knows no other place."""
    return case.imported.where(()) if case.imported is not None and case.imported.file else ""


_QUOTED = "“[^”]*”"


def _placed(one: Diagnostic, spots: _Spots) -> Placed:
    """A finding with its places. The line of a citizen number, a birth date or a home address is named and not
    repeated: a server keeps its logs and reports for more people than the record is for."""

    def private(route: Route) -> bool:
        return one.code == codes.RIENG_TU_CONG_KHAI or not OWN_DATA.isdisjoint(map(str, route))

    def shown(spot: Spot, route: Route) -> Spot:
        return spot._replace(text="") if private(route) else spot

    def mark(at: Mark) -> Spot:
        return shown(spots.spot(at.file, at.place or spots.places.at(at.file, at.route), at.label), at.route)

    spot = shown(spots.spot(one.file, spots.places.of(one)), one.route)
    if private(one.route):
        one = one._replace(message=re.sub(_QUOTED, "giá trị ở đây", one.message))
    return Placed(one, spot, tuple(mark(at) for at in one.related), workbook=spots.workbook(one))


def _order(placed: Placed) -> tuple[bool, str, int, int, str]:
    one = placed.finding
    return one.severity is Severity.NOTE, one.file, placed.spot.place.line, placed.spot.place.column, one.code.id


def _todo(found: list[Diagnostic], looks: Iterable[Look], spots: _Spots) -> tuple[ToDo, ...]:
    """What is due later, by dossier in the repository's order."""
    groups = []
    for look in looks:
        waiting = [one for one in found if one.file.startswith(look.drive.folder + "/")]
        by_dossier: dict[str, list[Diagnostic]] = {}
        for one in waiting:
            by_dossier.setdefault(_dossier_of(one, look.drive), []).append(one)
        for id_ in [*look.drive.dossiers, ""]:
            if id_ in by_dossier:
                items = sorted((_placed(one, spots) for one in by_dossier[id_]), key=_order)
                groups.append(_group(id_, look, tuple(items)))
    return tuple(groups)


def _group(id_: str, look: Look, items: tuple[Placed, ...]) -> ToDo:
    dossier = look.drive.dossiers.get(id_)
    if dossier is None:
        return ToDo("", "", Stage.PREPARING.label, "", items)
    held = look.drive.deadline_of(dossier)
    last = held.last_day if held else None
    deadline = (
        f"hạn cuối {format_short(last)}{' (đã qua)' if look.today > last else ''}"
        if last
        else "kế hoạch không quy định hạn"
    )
    return ToDo(id_, look.book.unit_name(dossier.unit), look.stages[id_].label, deadline, items)


def _dossier_of(one: Diagnostic, drive: Drive) -> str:
    name = one.file.removeprefix(f"{drive.folder}/").removesuffix(".yaml")
    room, _, rest = name.partition("/")
    if room == "dossiers":
        return rest
    return drive.dossier_of.get(rest, "") if room == "nominations" else ""


def _cases(looks: Iterable[Look]) -> tuple[tuple[str, int], ...]:
    counts = Counter(
        case.subject_kind for look in looks for case in look.drive.nominations.values() if case.subject_kind
    )
    return tuple((kind, counts[kind]) for kind in SUBJECT_KINDS if counts[kind])
