"""Units as pages: what each has sent, what it still owes before the next stage, what was found, what it has
handed in. Repeats findings; sets none."""

from typing import Any, NamedTuple

from thidua_cli.book import Drive
from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.model.unit import Unit
from thidua_cli.site.campaigns import Sent, dossier, verdict_counts
from thidua_cli.site.cases import Sign, sign_of
from thidua_cli.site.plans import due
from thidua_cli.site.shelf import Shelf, Stall, show_day
from thidua_cli.site.words import in_words

PER_PAGE = 300
"""Findings on a page, and cases listed on a unit's first page; the campaign's table has all of them."""
STYLES = ("missed", "open", "open", "off")
"""By severity."""


class Item(NamedTuple):
    """A finding as a reader meets it; ``about`` leads to the case or names the record."""

    label: str
    style: str
    code: str
    text: str
    clause: str
    remedy: str
    about: str
    place: str


class Listed(NamedTuple):
    """A case of the unit, leading to its row."""

    name: str
    award: str
    verdict: Sign
    place: str


class OfUnit(NamedTuple):
    """One campaign on a unit's page."""

    campaign: str
    folder: str
    dossiers: tuple[Sent, ...]
    cases: tuple[Listed, ...]
    verdicts: tuple[tuple[Sign, int], ...]
    duties: tuple[tuple[str, str, str, str], ...]
    owed: tuple[tuple[str, tuple[Item, ...]], ...]
    found: tuple[Item, ...]
    owes: int
    wrong: int
    total: int


class UnitPage(NamedTuple):
    """A unit with its campaigns."""

    id: str
    name: str
    kind: str
    path: str
    campaigns: tuple[OfUnit, ...]

    @property
    def cases(self) -> int:
        """All its cases."""
        return sum(one.total for one in self.campaigns)

    @property
    def owes(self) -> int:
        """All it still owes."""
        return sum(one.owes for one in self.campaigns)

    @property
    def wrong(self) -> int:
        """Everything found that is more than a note."""
        return sum(one.wrong for one in self.campaigns)


def unit_pages(shelf: Shelf) -> list[UnitPage]:
    """Every unit, in the order of units.yaml; one walk over cases, dossiers and findings for all of them."""
    found: dict[str, list[OfUnit]] = {id_: [] for id_ in shelf.unit_pages}
    for stall in shelf.stalls:
        for id_, part in _parts(shelf, stall).items():
            found[id_].append(part)
    pages = []
    for id_, path in shelf.unit_pages.items():
        unit = shelf.book.units.get(id_)
        name, kind = (unit.name, unit.kind or "") if unit else (id_, "chưa có trong danh sách đơn vị")
        pages.append(UnitPage(id_, name, kind, path, tuple(found[id_])))
    return pages


def _parts(shelf: Shelf, stall: Stall) -> dict[str, OfUnit]:
    """What a campaign holds of each unit; units it has nothing of are left out."""
    drive = stall.drive
    cases: dict[str, list[Any]] = {}
    dossiers: dict[str, list[Sent]] = {}
    items: dict[str, list[Diagnostic]] = {}
    for case in stall.cases:
        cases.setdefault(case.proposer, []).append(case)
    for one in drive.dossiers.values():
        dossiers.setdefault(one.unit, []).append(dossier(shelf, stall, one))
    for finding in shelf.inspection.found:
        owner = _owner(finding.file, drive, shelf)
        if owner in shelf.unit_pages:
            items.setdefault(owner, []).append(finding)
    parts = {}
    for id_ in shelf.unit_pages:
        unit = shelf.book.units.get(id_)
        duties = tuple(_duties(stall, unit)) if unit else ()
        if not (id_ in cases or id_ in dossiers or id_ in items or duties):
            continue
        own = cases.get(id_, [])
        listed = tuple(
            Listed(
                shelf.mask.subject(stall.desk, case),
                stall.look.award(case),
                sign_of(stall.look.judgements[case.id].verdict),
                stall.place(case),
            )
            for case in own[:PER_PAGE]
        )
        mine = items.get(id_, [])
        parts[id_] = OfUnit(
            drive.plan.name,
            stall.folder,
            tuple(dossiers.get(id_, ())),
            listed,
            tuple(verdict_counts(stall, own)),
            duties,
            _by_stage(shelf, stall, [one for one in mine if one.due]),
            tuple(_item(shelf, stall, one) for one in sorted(mine, key=lambda one: one.severity) if not one.due),
            sum(1 for one in mine if one.due),
            sum(1 for one in mine if not one.due and not one.allowed and one.severity is not Severity.NOTE),
            len(own),
        )
    return parts


def paged(unit: UnitPage) -> list[UnitPage]:
    """The unit's page, and as many more as its findings need; what stands once stands on the first."""
    pages: list[list[OfUnit]] = [[]]
    room = PER_PAGE
    for one in unit.campaigns:
        waiting = [(stage, item) for stage, items in one.owed for item in items] + [("", item) for item in one.found]
        here = one
        while True:
            pages[-1].append(here._replace(**_split(waiting[:room])))
            waiting, room = waiting[room:], room - len(waiting[:room])
            if not waiting:
                break
            pages.append([])
            room = PER_PAGE
            here = one._replace(dossiers=(), cases=(), duties=(), total=0)
    stem = unit.path.removesuffix(".html")
    paths = [unit.path, *(f"{stem}--{index + 1}.html" for index in range(1, len(pages)))]
    return [unit._replace(path=path, campaigns=tuple(page)) for path, page in zip(paths, pages, strict=True)]


def _split(items: list[tuple[str, Item]]) -> dict[str, Any]:
    stages: dict[str, list[Item]] = {}
    for stage, item in items:
        stages.setdefault(stage, []).append(item)
    found = tuple(stages.pop("", ()))
    return {"owed": tuple((stage, tuple(each)) for stage, each in stages.items()), "found": found}


def _owner(file: str, drive: Drive, shelf: Shelf) -> str:
    """Whose record a finding stands in, by the record's path."""
    room, _, rest = file.removeprefix(f"{drive.folder}/").partition("/")
    name = rest.removesuffix(".yaml")
    if not file.startswith(f"{drive.folder}/"):
        return ""
    if room == "nominations":
        return name.partition("/")[0]
    if room == "duties":
        return name.partition("/")[2]
    if room == "dossiers" and name in drive.dossiers:
        return drive.dossiers[name].unit
    if room == "meetings" and name in drive.meetings:
        return shelf.book.meeting_unit(drive.meetings[name]) or ""
    return ""


def _by_stage(shelf: Shelf, stall: Stall, owed: list[Diagnostic]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """What is owed, under the stage that will demand it."""
    stages: dict[str, list[Item]] = {}
    for one in owed:
        stages.setdefault(one.due, []).append(_item(shelf, stall, one))
    return tuple((stage, tuple(items)) for stage, items in stages.items())


def _item(shelf: Shelf, stall: Stall, one: Diagnostic) -> Item:
    drive = stall.drive
    room, _, rest = one.file.removeprefix(f"{drive.folder}/").partition("/")
    name = rest.removesuffix(".yaml")
    about, place = "", ""
    if room == "nominations" and name in drive.nominations:
        case = drive.nominations[name]
        about, place = shelf.mask.subject(stall.desk, case), stall.place(case)
    elif room == "dossiers" and name in drive.dossiers:
        about = f"hồ sơ {drive.dossiers[name].number or 'chưa cấp số'}"
    elif room == "meetings" and name in drive.meetings:
        about = f"cuộc họp ngày {show_day(drive.meetings[name].held_on)}"
    return Item(
        # The reason may name people, so a page that may be public says only that there is one.
        "chấp nhận có lý do" if one.allowed else one.severity.label,
        STYLES[Severity.NOTE if one.allowed else one.severity],
        one.code.id,
        in_words(shelf.mask.finding(one)),
        one.clause,
        in_words(shelf.mask.remedy(one)),
        about,
        place,
    )


def _duties(stall: Stall, unit: Unit) -> list[tuple[str, str, str, str]]:
    """The plan's duties of a unit: name, deadline, what is in the repository, clause."""
    found = []
    for duty in stall.drive.plan.duties:
        done = stall.drive.duties.get(f"{duty.id}/{unit.id}")
        if done is not None and not done.blank:
            day = done.received_on or done.sent_on or done.issued_on
            state = f"đã có{f', ngày {show_day(day)}' if day else ''}"
        elif unit.id in stall.bound[duty.id]:
            state = "chưa thấy trong thư mục"
        else:
            continue
        found.append((duty.name, due(duty.deadline), state, duty.clause or ""))
    return found
