"""Who owes what by when: each duty of the plan beside what each unit has handed in, on a given day.

Knows no clock: the day comes with the question. Nothing here is a verdict on a person.
"""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from thidua_cli.book import Book, Drive, Held
from thidua_cli.model.campaign import Campaign
from thidua_cli.model.dossier import Dossier, Stage
from thidua_cli.model.duty import ACTIVITY, INTRODUCING, PROPOSING, REGISTERING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.unit import Unit

_ISSUER = "ủy ban nhân dân"
_CLUSTER = "cụm, khối thi đua"
_NOT_ORGANISED = frozenset((_ISSUER, _CLUSTER, "khu phố", "tổ dân phố", "tập thể nhỏ"))
"""Kinds that "every unit" of a plan does not mean: who asks, clusters, and groups that keep no books."""


class State(IntEnum):
    """How a duty stands; the order is that of urgency."""

    OWED = 0
    LATE = 1
    SHORT = 2
    DUE = 3
    UNDATED = 4
    PAST_AT_ISSUE = 5
    NOTHING_TO_SEND = 6
    DONE = 7

    @property
    def label(self) -> str:
        """The office's own word."""
        return (
            "còn nợ, đã qua hạn",
            "đã làm, trễ hạn",
            "đã làm, chưa đủ số lượng",
            "chưa đến hạn",
            "không ấn định ngày",
            "hạn đã qua khi kế hoạch ban hành",
            "việc tổ chức, không phải nộp",
            "đã làm",
        )[self]


class Standing(NamedTuple):
    """One thing a unit has to do, and how it stands.

    ``duty`` is ``None`` for a dossier, whose own record tells how far it has come; beside a duty to propose
    ``dossier`` is the one that did it. ``through`` names the unit above whose doing counts for this one; ``day``
    is the day that decides.
    """

    unit: str
    duty: DutyKind | None
    dossier: Dossier | None
    state: State
    held: Held | None
    done: HandedIn | None
    through: str | None
    day: date | None
    number: int
    stage: Stage | None = None

    @property
    def last_day(self) -> date | None:
        """The last day still in time; ``None`` where the plan sets none."""
        return self.held.last_day if self.held else None

    @property
    def name(self) -> str:
        """What is to be done."""
        return self.duty.name if self.duty else f"hồ sơ {self.dossier.id}" if self.dossier else ""

    @property
    def clause(self) -> str:
        """What asks for it: the clause of the duty, or what sets the deadline of a dossier."""
        return (self.duty.clause if self.duty else self.held.source if self.held else "") or ""


def earliest_issue(plan: Campaign) -> date | None:
    """The day of the plan, or where it is lost the first day it can have been issued on."""
    return plan.issued_on or (plan.issued_between.since if plan.issued_between else None)


def begun(plan: Campaign) -> date | None:
    """The first day anybody can have carried the plan out: of its period, its issue, or the texts it rests on, the
    earliest; a movement is often launched by one of those before the plan repeats it."""
    texts = [plan.texts[one.text].issued_on for one in plan.bases if one.text in plan.texts]
    days = [earliest_issue(plan), plan.period.since if plan.period else None, *texts]
    return min((day for day in days if day), default=None)


def past_at_issue(plan: Campaign, last: date | None) -> bool:
    """Whether a deadline had passed before the plan existed: nobody can be blamed for it."""
    issued = earliest_issue(plan)
    return last is not None and issued is not None and last < issued


def first_day(duty: DutyKind, held: Held | None, plan: Campaign) -> date | None:
    """The first day on which something can be handed in for a duty: that of its window; for a registration at
    least not before both the plan and its period, since it would be of another campaign."""
    if duty.kind == ACTIVITY:
        return None
    if held is not None and held.deadline.since is not None:
        return held.deadline.since
    begun = [earliest_issue(plan), plan.period.since if plan.period else None]
    return min((day for day in begun if day), default=None) if duty.kind == REGISTERING else None


def standings(drive: Drive, book: Book, today: date) -> list[Standing]:
    """Every duty of every unit that has it, and every dossier, in the order of the deadlines."""
    found = [
        standing(duty, unit, drive, book, today) for duty in drive.plan.duties for unit in doers(duty, drive, book)
    ]
    found += [_of_dossier(one, drive, book, today) for one in drive.dossiers.values() if not one.withdrawn]
    return sorted(found, key=lambda one: (one.last_day or date.max, one.state))


# -- whose duty it is ----------------------------------------------------------------------------


def doers(duty: DutyKind, drive: Drive, book: Book) -> list[Unit]:
    """The units a duty binds, in the order of units.yaml."""
    kinds = _kinds(duty, drive.plan)
    return [unit for unit in book.units.values() if _binds(duty, unit, kinds, drive, book)]


def _binds(duty: DutyKind, unit: Unit, kinds: frozenset[str], drive: Drive, book: Book) -> bool:
    """Whether a duty is a unit's own: of one of the ``kinds`` it binds, of a cluster, or by its role."""
    who = duty.doers
    if who is None:
        return False
    cluster = book.units.get(unit.cluster or "") if who.clusters else None
    named = (
        unit.kind in kinds
        or not set(unit.roles).isdisjoint(who.roles)
        or (cluster is not None and not {cluster.id, *cluster.roles}.isdisjoint(who.clusters))
    )
    return named and _exists(unit, drive.plan) and _owes(unit, duty, drive)


def _kinds(duty: DutyKind, plan: Campaign) -> frozenset[str]:
    """The kinds of units a duty binds."""
    if duty.doers is None:
        return frozenset()
    return _all_kinds(plan) if duty.doers.all_units else frozenset(duty.doers.unit_kinds)


def _all_kinds(plan: Campaign) -> frozenset[str]:
    """The kinds "every unit" means: those the plan's own list of units names, as far as they are organised."""
    named = {kind for line in plan.eligible for kind in line.unit_kinds}
    if not named:
        named = {
            "phòng chuyên môn",
            "đơn vị sự nghiệp công lập",
            "UBND phường",
            "trường học",
            "MTTQ, tổ chức chính trị - xã hội",
            "ngành dọc",
            "lực lượng vũ trang",
            "ban quản lý dự án",
        }
    return frozenset(named) - _NOT_ORGANISED


def _exists(unit: Unit, plan: Campaign) -> bool:
    """Whether a unit existed during the campaign; one that ended before it, or began after it, owes nothing."""
    first, last = (plan.period.since, plan.period.last_day) if plan.period else (None, None)
    return not ((unit.until and first and unit.until < first) or (unit.since and last and unit.since > last))


def _owes(unit: Unit, duty: DutyKind, drive: Drive) -> bool:
    """Whether a unit is there on the last day of a duty, or did it all the same."""
    if unit.since is None and unit.until is None:
        return True
    held = drive.deadline_of_duty(duty, unit.id)
    last = held.last_day if held else None
    return last is None or unit.exists_on(last) or f"{duty.id}/{unit.id}" in drive.duties


# -- how it stands -------------------------------------------------------------------------------


def standing(duty: DutyKind, unit: Unit, drive: Drive, book: Book, today: date) -> Standing:
    """How one duty of one unit stands on a day."""
    held = drive.deadline_of_duty(duty, unit.id)
    done, through = handed_in(duty, unit.id, drive, book)
    sent = _sent_dossier(duty, unit.id, drive) if done is None else None
    day = done.day if done else sent.day if sent else None
    if day is not None and day > today:
        done, sent, through, day = None, None, None, None  # looked at from before, it had not come yet
    count = len(done.role_models) if done else 0
    last = held.last_day if held else None
    if day is not None or (done is not None and last is None):
        state = State.DONE
        if day is not None and last is not None and day > last and not past_at_issue(drive.plan, last):
            state = State.LATE
        elif done is not None and duty.kind == INTRODUCING and count < (duty.at_least or 0):
            state = State.SHORT
    elif duty.kind == ACTIVITY:
        state = State.NOTHING_TO_SEND
    elif last is None:
        state = State.UNDATED
    elif past_at_issue(drive.plan, last):
        state = State.PAST_AT_ISSUE
    else:
        state = State.OWED if today > last else State.DUE
    return Standing(unit.id, duty, sent, state, held, done, through, day, count)


def handed_in(duty: DutyKind, unit: str, drive: Drive, book: Book) -> tuple[HandedIn | None, str | None]:
    """What was handed in for a unit: by itself, or where the duty says so by the nearest above it that has to; else by
    a unit it came from in a reorganisation."""
    known = book.units.get(unit)
    for here in book.above(unit):
        done = drive.duties.get(f"{duty.id}/{here}")
        if done is not None and not done.blank:
            return done, here if here != unit else None
        bound = book.units.get(here) if duty.covers_subordinates else None
        # Who has to do it is not excused by what is above.
        if bound is None or _binds(duty, bound, _kinds(duty, drive.plan), drive, book):
            break
    if known is not None and known.since is not None:
        for before in sorted(book.kin(unit)):
            done, older = drive.duties.get(f"{duty.id}/{before}"), book.units.get(before)
            if done is not None and not done.blank and older is not None and (older.since or date.min) < known.since:
                return done, before
    return None, None


def _sent_dossier(duty: DutyKind, unit: str, drive: Drive) -> Dossier | None:
    """The dossier by which a unit did its duty to propose: the dossier is the thing handed in."""
    if duty.kind != PROPOSING:
        return None
    for dossier in drive.dossiers.values():
        if dossier.unit != unit or dossier.withdrawn or not dossier.day:
            continue
        awards = {case.award for case in drive.cases_of(dossier)}
        if not duty.awards or awards & set(duty.awards):
            return dossier
    return None


def _of_dossier(dossier: Dossier, drive: Drive, book: Book, today: date) -> Standing:
    held = drive.deadline_of(dossier)
    last = held.last_day if held else None
    day = dossier.day
    stage = book.stage(drive, dossier)
    if day is not None and day > today:
        day, stage = None, min(stage, Stage.MET)
    if day is not None:
        state = State.LATE if last is not None and day > last else State.DONE
    elif last is None:
        state = State.DONE if stage >= Stage.SUBMITTED else State.UNDATED
    else:
        state = State.OWED if today > last else State.DUE
    return Standing(dossier.unit, None, dossier, state, held, None, None, day, 0, stage)
