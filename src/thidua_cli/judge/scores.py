"""Sheets of points under a cluster's scale: totals, what is missing, and the ranking. Adds exact numbers, decides nothing."""

from fractions import Fraction
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.standing import doers
from thidua_cli.model.duty import SCORING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import LEADING, Meeting, Vote
from thidua_cli.model.scores import Item, Line
from thidua_cli.model.unit import Unit

_ZERO = Fraction(0)


class Sheet(NamedTuple):
    """A member's points.

    ``total`` is what the appraising body left, ``own`` what the unit gave itself; each is ``None``
    while a line is missing. ``points`` holds the appraised points of every item, parents included.
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
    def final(self) -> bool:
        """Whether every member has a complete sheet; before that places are provisional."""
        return bool(self.sheets) and all(sheet.complete for sheet in self.sheets)


def leaves(items: tuple[Item, ...]) -> list[Item]:
    """The items that are scored themselves: those without children, and the children of the others."""
    return [leaf for item in items for leaf in (item.children or (item,))]


def most_of(item: Item) -> Fraction | None:
    """An item's maximum: its own, or the sum of its children's."""
    if item.most is not None or not item.children:
        return item.most
    parts = [child.most for child in item.children]
    return sum((part for part in parts if part is not None), _ZERO) if None not in parts else None


def boards(drive: Drive, book: Book) -> list[Board]:
    """Every scoring duty of the plan, by cluster."""
    found = []
    for duty in drive.plan.duties:
        if duty.kind != SCORING:
            continue
        members = doers(duty, drive, book)
        for cluster in dict.fromkeys(unit.cluster for unit in members):
            own = [unit for unit in members if unit.cluster == cluster]
            found.append(_board(duty, book.units.get(cluster or ""), own, drive, book))
    return found


def scale_for(duty: DutyKind, cluster: str | None, drive: Drive) -> HandedIn | None:
    """The scale a cluster handed in for the scoring."""
    return drive.duties.get(f"{duty.by_scale}/{cluster}") if duty.by_scale and cluster else None


def _board(duty: DutyKind, cluster: Unit | None, members: list[Unit], drive: Drive, book: Book) -> Board:
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
    for bonus in scale.bonuses:
        given = _points(lines.get(bonus.id), own=own)
        if given is None and own is False:
            given = _ZERO
        total += min(given or _ZERO, bonus.most) if bonus.most is not None else given or _ZERO
    for deduction in scale.deductions:
        line = lines.get(deduction.id)
        taken = (deduction.per_time or _ZERO) * (line.times or 0) if line else _ZERO
        total -= min(taken, deduction.most) if deduction.most is not None else taken
    return total


def rank(sheets: tuple[Sheet, ...], tie_order: tuple[str, ...]) -> tuple[Rank, ...]:
    """The complete sheets by points, then by the items the scale names for ties, in that order; units
    that stay equal share a place and the next place is left out."""

    def key(one: Sheet) -> tuple[Fraction, ...]:
        return (one.total or _ZERO, *(one.points.get(item, _ZERO) for item in tie_order))

    ordered = sorted((one for one in sheets if one.complete), key=key, reverse=True)
    keys = [key(one) for one in ordered]
    return tuple(Rank(keys.index(key(one)) + 1, one, keys.count(key(one)) > 1) for one in ordered)
