"""Sheets of points under a cluster's scale: totals, what is missing, and the ranking. Adds exact numbers, decides nothing."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.standing import doers
from thidua_cli.model.duty import SCORING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import LEADING, Meeting, Vote
from thidua_cli.model.scores import Bonus, Deduction, Item, Line, leaves, most_of
from thidua_cli.model.unit import Unit

_ZERO = Fraction(0)
ITEMS, BONUSES, DEDUCTIONS = "nội dung chấm", "điểm thưởng", "điểm trừ"
"""The groups of a scale's rows."""


class Sheet(NamedTuple):
    """A member's points.

    ``total`` is what the appraising body left, ``own`` what the unit gave itself; each is ``None``
    while a line is missing. ``points`` holds the appraised points of every item, parents included, of
    bonuses, and below zero those of deductions.
    """

    unit: str
    handed: HandedIn | None
    own: Fraction | None
    total: Fraction | None
    missing: tuple[str, ...]
    unappraised: tuple[str, ...]
    over: tuple[str, ...]
    points: dict[str, Fraction]

    @property
    def complete(self) -> bool:
        """Whether every item has its appraised score. Zero is a score."""
        return self.total is not None


class Row(NamedTuple):
    """A row of a scale with what one unit's sheet says of it, as people read it.

    A deduction's points are below zero. ``None`` is a score that is not there; 0 is a score.
    """

    id: str
    name: str
    group: str
    children: int
    depth: int
    most: Fraction | None
    own: Fraction | None
    appraised: Fraction | None
    times: int | None
    appraiser: str | None
    reason: str


class Rank(NamedTuple):
    """A place in the ranking; units that no tie-break parts share it."""

    place: int
    sheet: Sheet
    shared: bool


class Board(NamedTuple):
    """The scoring of one cluster: its scale, its members' sheets, and who leads."""

    duty: DutyKind
    cluster: Unit | None
    scale: HandedIn | None
    sheets: tuple[Sheet, ...]
    ranking: tuple[Rank, ...]
    leading: tuple[tuple[Meeting, Vote], ...]

    @property
    def full(self) -> Fraction | None:
        """The most a unit can have without bonuses; ``None`` while the scale lacks a maximum."""
        return _whole(map(most_of, self.scale.items)) if self.scale else None

    @property
    def names(self) -> dict[str, str]:
        """The names of the scale's rows, by id."""
        return {row.id: row.name for row in rows(None, self.scale)} if self.scale else {}

    def tied(self, rank: Rank) -> tuple[tuple[str, Fraction], ...]:
        """What was looked at to part a unit from others of equal points: the names of what the scale
        lists for ties, with its points; nothing for a unit whose points nobody else has."""
        if self.scale is None or sum(one.sheet.total == rank.sheet.total for one in self.ranking) < 2:
            return ()
        names, points = self.names, rank.sheet.points
        return tuple((names[id_], points.get(id_, _ZERO)) for id_ in self.scale.tie_order if id_ in names)

    @property
    def final(self) -> bool:
        """Whether every member has a complete sheet; before that places are provisional."""
        return bool(self.sheets) and all(sheet.complete for sheet in self.sheets)


def _whole(parts: Iterable[Fraction | None]) -> Fraction | None:
    """A sum, or ``None`` while one of its parts is missing."""
    total = _ZERO
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def rows(handed: HandedIn | None, scale: HandedIn) -> Iterator[Row]:
    """Every row of the scale in its order: items with their children, bonuses, deductions."""
    lines = {line.item: line for line in handed.lines} if handed else {}

    def row(one: Item | Bonus, group: str, depth: int, children: tuple[Item, ...] = ()) -> Row:
        line = lines.get(one.id)
        own, appraised = (
            (_all(lines, children, own=True), _all(lines, children, own=False))
            if children
            else (line.own if line else None, line.appraised if line else None)
        )
        most = most_of(one) if isinstance(one, Item) else one.most
        appraiser = one.appraiser if isinstance(one, Item) else None
        reason = (line.reason if line else None) or ""
        return Row(one.id, one.name, group, len(children), depth, most, own, appraised, None, appraiser, reason)

    for item in scale.items:
        yield row(item, ITEMS, 0, item.children)
        for child in item.children:
            yield row(child, ITEMS, 1)
    for bonus in scale.bonuses:
        yield row(bonus, BONUSES, 0)
    for each in scale.deductions:
        line = lines.get(each.id)
        taken = _taken(each, line) if line and line.times is not None else None
        reason = (line.reason if line else None) or ""
        most = -each.most if each.most is not None else None
        yield Row(each.id, each.name, DEDUCTIONS, 0, 0, most, taken, taken, line.times if line else None, None, reason)


def numbered(of_scale: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """The rows of a scale as a sheet numbers them, each group anew: 1, 1.1, 1.2, 2."""
    group, order, child = "", 0, 0
    for row in of_scale:
        order, group = (order, group) if row.group == group else (0, row.group)
        order, child = (order, child + 1) if row.depth else (order + 1, 0)
        yield f"{order}.{child}" if row.depth else str(order), row


def _all(lines: dict[str, Line], children: tuple[Item, ...], *, own: bool) -> Fraction | None:
    """The sum of the children's points, or ``None`` while one of them is missing."""
    return _whole(_points(lines.get(child.id), own=own) for child in children)


def _given(bonus: Bonus, line: Line | None, *, own: bool) -> Fraction:
    """A bonus, no more than its most; one that is not there is none."""
    given = _points(line, own=own) or _ZERO
    return min(given, bonus.most) if bonus.most is not None else given


def _taken(deduction: Deduction, line: Line | None) -> Fraction:
    """The points a unit loses, below zero, no more than the most that may be taken."""
    taken = (deduction.per_time or _ZERO) * (line.times or 0) if line else _ZERO
    return -(min(taken, deduction.most) if deduction.most is not None else taken)


def boards(drive: Drive, book: Book) -> list[Board]:
    """Every scoring duty of the plan, by cluster."""
    found = []
    for duty in drive.plan.duties:
        if duty.kind != SCORING:
            continue
        members = doers(duty, drive, book)
        for cluster in dict.fromkeys(unit.cluster for unit in members):
            own = [unit for unit in members if unit.cluster == cluster]
            found.append(_board(duty, book.units.get(cluster or ""), own, drive))
    return found


def scale_for(duty: DutyKind, cluster: str | None, drive: Drive) -> HandedIn | None:
    """The scale a cluster handed in for the scoring."""
    return drive.duties.get(f"{duty.by_scale}/{cluster}") if duty.by_scale and cluster else None


def _board(duty: DutyKind, cluster: Unit | None, members: list[Unit], drive: Drive) -> Board:
    scale = scale_for(duty, cluster.id if cluster else None, drive)
    sheets = tuple(sheet(unit.id, drive.duties.get(f"{duty.id}/{unit.id}"), scale) for unit in members)
    leading = tuple(
        (meeting, vote)
        for meeting in drive.meetings.values()
        if cluster is not None and meeting.cluster == cluster.id
        for vote in meeting.votes
        if vote.subject == LEADING
    )
    return Board(duty, cluster, scale, sheets, rank(sheets, scale.tie_order if scale else ()), leading)


def sheet(unit: str, handed: HandedIn | None, scale: HandedIn | None) -> Sheet:
    """A unit's sheet added up under a scale. A bonus or a deduction that is not there is none; an item
    that is not there is missing, and makes no total."""
    if handed is None or scale is None:
        return Sheet(unit, handed, None, None, (), (), (), {})
    lines = {line.item: line for line in handed.lines}
    wanted = leaves(scale.items)
    missing = tuple(item.id for item in wanted if _points(lines.get(item.id), own=None) is None)
    unappraised = tuple(item.id for item in wanted if item.id not in missing and lines[item.id].appraised is None)
    points = {item.id: lines[item.id].appraised or _ZERO for item in wanted if item.id in lines}
    for item in scale.items:
        if item.children:
            points[item.id] = sum((points.get(child.id, _ZERO) for child in item.children), _ZERO)
    points |= {bonus.id: _given(bonus, lines.get(bonus.id), own=False) for bonus in scale.bonuses}
    points |= {each.id: _taken(each, lines.get(each.id)) for each in scale.deductions}
    own = (
        None if any(_points(lines.get(item.id), own=True) is None for item in wanted) else _sum(lines, scale, own=True)
    )
    total = None if missing or unappraised else _sum(lines, scale, own=False)
    return Sheet(unit, handed, own, total, missing, unappraised, _over(lines, scale), points)


def _over(lines: dict[str, Line], scale: HandedIn) -> tuple[str, ...]:
    """The items given more than the scale's maximum."""
    limits = {item.id: item.most for item in leaves(scale.items)}
    limits |= {bonus.id: bonus.most for bonus in scale.bonuses}
    return tuple(
        id_
        for id_, most in limits.items()
        if most is not None and id_ in lines and max(lines[id_].own or _ZERO, lines[id_].appraised or _ZERO) > most
    )


def _points(line: Line | None, *, own: bool | None) -> Fraction | None:
    """A line's points: the unit's own, the appraised, or (``own=None``) either."""
    if line is None:
        return None
    if own is None:
        return line.appraised if line.appraised is not None else line.own
    return line.own if own else line.appraised


def _sum(lines: dict[str, Line], scale: HandedIn, *, own: bool) -> Fraction:
    total = sum((_points(lines[item.id], own=own) or _ZERO for item in leaves(scale.items)), _ZERO)
    total += sum((_given(bonus, lines.get(bonus.id), own=own) for bonus in scale.bonuses), _ZERO)
    return total + sum((_taken(each, lines.get(each.id)) for each in scale.deductions), _ZERO)


def rank(sheets: tuple[Sheet, ...], tie_order: tuple[str, ...]) -> tuple[Rank, ...]:
    """The complete sheets by points, then by the items the scale names for ties, in that order; units
    that stay equal share a place and the next place is left out."""

    def key(one: Sheet) -> tuple[Fraction, ...]:
        return (one.total or _ZERO, *(one.points.get(item, _ZERO) for item in tie_order))

    ordered = sorted((one for one in sheets if one.complete), key=key, reverse=True)
    keys = [key(one) for one in ordered]
    return tuple(Rank(keys.index(key(one)) + 1, one, keys.count(key(one)) > 1) for one in ordered)
