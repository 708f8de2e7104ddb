"""A review of a campaign (sơ kết, tổng kết): what units reported of each target and movement, added up.

Totals are worked out here and typed nowhere; where the figures do not bear a total, the reason stands in
its place. Knows no clock and prints nothing.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.reports import NO_FIGURE, Rating, compared, rate
from thidua_cli.judge.standing import doers, handed_in
from thidua_cli.model.campaign import Movement, Target
from thidua_cli.model.deadline import Period
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.handed import HandedIn, MovementResult, TargetResult
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import fold


class Review(NamedTuple):
    """Which review is meant: *sơ kết* or *tổng kết*, of one unit (``None``: of the whole office), over
    which days (``None``: over the whole campaign)."""

    kind: str
    unit: str | None
    span: Period | None

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the span; what has no day belongs only to the whole campaign."""
        return self.span is None or (day is not None and self.span.holds(day) is not False)

    def holds_year(self, year: int) -> bool:
        """Whether a year touches the span."""
        span = self.span
        return span is None or (
            (span.since is None or span.since.year <= year) and (span.last_day is None or year <= span.last_day.year)
        )


class Told(NamedTuple):
    """What one report says of one target."""

    unit: str
    file: str
    for_office: bool
    result: TargetResult
    rating: Rating | None


class Line(NamedTuple):
    """One target over all reports. ``assigned`` and ``done`` are the sums of the units' own amounts, and
    ``rating`` what they say; ``lacking`` tells why there is no sum."""

    target: Target | None
    name: str
    movement: str | None
    year: int | None
    told: tuple[Told, ...]
    assigned: Fraction | None
    done: Fraction | None
    unit_of_measure: str
    rating: Rating | None
    lacking: str

    @property
    def own(self) -> Told | None:
        """The office's own figure, from the report that speaks for all of it."""
        return next((one for one in self.told if one.for_office), None)

    @property
    def units(self) -> tuple[Told, ...]:
        """What the units told of themselves."""
        return tuple(one for one in self.told if not one.for_office)


class Moved(NamedTuple):
    """One movement: what each unit registered and reached, in words and in figures."""

    movement: Movement
    told: tuple[tuple[str, MovementResult], ...]
    lines: tuple[Line, ...]


def reports(review: Review, drive: Drive) -> list[tuple[HandedIn, DutyKind]]:
    """The reports a review rests on, in the order of the plan's duties."""
    found = []
    for duty in drive.plan.duties:
        if review.kind in duty.reviews:
            found += [
                (done, duty)
                for done in drive.duties.values()
                if done.duty == duty.id and review.unit in (None, done.unit) and not (review.unit and duty.for_office)
            ]
    return found


def yet_to_report(review: Review, drive: Drive, book: Book) -> list[str]:
    """The units that owe a report for the review and have sent none."""
    duties = [duty for duty in drive.plan.duties if review.kind in duty.reviews and not duty.for_office]
    owing: dict[str, bool] = {}
    for duty in duties:
        for unit in doers(duty, drive, book):
            there = handed_in(duty, unit.id, drive, book)[0] is not None
            owing[unit.id] = owing.get(unit.id, False) or there
    return [unit for unit, there in owing.items() if not there]


def lines(review: Review, drive: Drive, book: Book) -> list[Line]:
    """Every target that was reported on, those of the plan first and in its order; a target of the plan
    nobody reported on stands there too, without a figure."""
    targets = {target.id: target for target in drive.plan.targets}
    groups: dict[tuple[str, int | None], list[Told]] = {}
    for id_ in targets:
        groups[id_, None] = []
    for done, duty in reports(review, drive):
        for result in done.target_results:
            inside = review.holds_year(result.plan_year) if result.plan_year else review.holds(result.as_of)
            if not inside or (result.target is not None and result.target not in targets):
                continue
            key = (result.target or f"{result.movement}/{fold(result.name or '')}", result.plan_year)
            target = targets.get(result.target or "")
            told = Told(done.unit, done.file, bool(duty.for_office), result, rate(target, result))
            groups.setdefault(key, []).append(told)
    reported = {id_ for (id_, year), told in groups.items() if told and year is not None}
    waiting = yet_to_report(review, drive, book) if review.unit is None else []
    return [
        _line(targets.get(id_), year, told, waiting, book)
        for (id_, year), told in sorted(groups.items(), key=lambda one: _order(one[0], list(targets)))
        if told or id_ not in reported
    ]


def _order(key: tuple[str, int | None], targets: list[str]) -> tuple[int, int]:
    return (targets.index(key[0]) if key[0] in targets else len(targets), key[1] or 0)


def movements(review: Review, drive: Drive, every: list[Line]) -> list[Moved]:
    """The movements somebody reported on, in the plan's order, each with its part of the review's lines."""
    sent = reports(review, drive)
    found = []
    for movement in drive.plan.movements:
        told = tuple(
            (done.unit, result)
            for done, _ in sent
            for result in done.movement_results
            if result.movement == movement.id
        )
        own = tuple(one for one in every if movement.id and one.movement == movement.id)
        if told or own:
            found.append(Moved(movement, told, own))
    return found


def _line(target: Target | None, year: int | None, told: list[Told], waiting: list[str], book: Book) -> Line:
    name = target.name if target is not None else next((one.result.name for one in told if one.result.name), "") or ""
    movement = next((one.result.movement for one in told if one.result.movement), None)
    own = _not_counted_above([one for one in told if not one.for_office], book)
    measure = next((one.result.unit_of_measure for one in own if one.result.unit_of_measure), "") or ""
    lacking = _no_sum(own)
    assigned = done = None
    if not lacking:
        assigned = sum((one.result.assigned.value for one in own if one.result.assigned), Fraction())
        done = sum((one.result.done.value for one in own if one.result.done), Fraction())
    rating = _rated(target, assigned, done, waiting if target is not None else [], lacking)
    return Line(target, name, movement, year, tuple(told), assigned, done, measure, rating, lacking)


def _not_counted_above(told: list[Told], book: Book) -> list[Told]:
    """Without the units whose figure is inside that of a unit above them, so that nothing counts twice."""
    told_by = {one.unit for one in told}
    return [one for one in told if not told_by & set(list(book.above(one.unit))[1:])]


def _no_sum(own: Iterable[Told]) -> str:
    """Why figures cannot be added up, or ``""``."""
    told = list(own)
    if not told:
        return "chưa đơn vị nào báo cáo"
    bare = [one for one in told if one.result.done is None or one.result.assigned is None or one.result.as_of is None]
    if bare:
        return f"{two_digits(len(bare))} đơn vị chưa đủ số giao, số thực hiện hoặc ngày chốt"
    if any(one.is_share for each in told for one in (each.result.done, each.result.assigned) if one is not None):
        return "có đơn vị chỉ ghi tỷ lệ, không cộng được"
    if len({fold(one.result.unit_of_measure or "") for one in told}) > 1:
        return "các đơn vị ghi đơn vị tính khác nhau"
    return ""


def _rated(
    target: Target | None, assigned: Fraction | None, done: Fraction | None, waiting: list[str], lacking: str
) -> Rating | None:
    """What a sum says. It is no result of the whole office while a unit has yet to report."""
    level = target.level if target is not None else None
    if target is not None and level is None:
        return None
    if lacking or assigned is None or done is None:
        return Rating(NO_FIGURE, lacking=lacking)
    share = done / assigned if assigned else None
    if waiting:
        return Rating(NO_FIGURE, share, lacking=f"còn {two_digits(len(waiting))} đơn vị chưa gửi báo cáo")
    if level is None:
        return Rating(compared(None, done, assigned), share, assigned)
    if level.is_share:
        if share is None:
            return Rating(NO_FIGURE, None, level.value, "tổng số giao bằng 0")
        return Rating(compared(target, share, level.value), share, level.value)
    if assigned != level.value:
        return Rating(NO_FIGURE, share, level.value, "tổng số giao cho các đơn vị khác mức của kế hoạch")
    return Rating(compared(target, done, level.value), share, level.value)
