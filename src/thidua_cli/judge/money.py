"""Reward money: coefficient × lương cơ sở on the day of the decision, unrounded and rounded, each with its source.

Where no rule is known there is no amount, only the reason; nothing is filled in.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.concluded import conclusions
from thidua_cli.judge.regime import level_of
from thidua_cli.law import Dated, Law
from thidua_cli.law.tables import Rounding
from thidua_cli.model.awards import Award
from thidua_cli.model.dossier import Decision
from thidua_cli.viet.dates import format_short


class Amount(NamedTuple):
    """An amount and what it rests on; ``why`` is set instead where there is no ground for one."""

    factor: Fraction | None = None
    salary: int | None = None
    exact: Fraction | None = None
    rounded: Fraction | None = None
    rests_on: tuple[Dated[Any], ...] = ()
    rounding: Dated[Rounding] | None = None
    why: str = ""

    @property
    def payable(self) -> Fraction | None:
        """Rounded where a rule for that is known, unrounded otherwise."""
        return self.rounded if self.rounded is not None else self.exact

    @property
    def verified(self) -> bool:
        """Whether everything the payable amount rests on has been verified."""
        used = (*self.rests_on, self.rounding) if self.rounding is not None else self.rests_on
        changed = self.rounded != self.exact
        return bool(used) and all(one.verified for one in (used if changed else self.rests_on))


class Reward(NamedTuple):
    """The money of one case under one decision; without a decision it is only planned."""

    who: str
    unit: str
    subject_kind: str
    award: str
    level: str | None
    decision: Decision | None
    day: date
    amount: Amount
    stated: int | None
    file: str
    row: int
    case: str

    @property
    def paid(self) -> Fraction | None:
        """What is handed over: what the decision states, otherwise what the rule gives on its day.

        ``None`` without a ground; zero, which only a decision can state, is no money either.
        """
        if self.stated is not None:
            return Fraction(self.stated) or None
        return self.amount.payable if self.decision is not None else None

    @property
    def unpaid(self) -> str:
        """Why nothing is handed over; empty when something is."""
        if self.paid is not None:
            return ""
        if self.stated is not None:
            return "quyết định ghi không chi"
        return self.amount.why if self.decision is not None else "chưa có căn cứ: chưa có ngày quyết định"


def reward_amount(law: Law, award: Award | None, said: str | None, subject_kind: str, day: date) -> Amount:
    """The money that goes with an award on a day, for a kind of subject."""
    id_ = law.award_id(award.name, award.short_name) if award else None
    if id_ is None:
        return Amount(why="chưa có căn cứ: không rõ hình thức này theo luật là gì")
    level = level_of(law, said, award)[1] or ""
    keys = ((id_, level, subject_kind), (id_, "", subject_kind))
    found = next((one for key in keys if (one := law.answer("money", key, day)) is not None), None)
    if found is None or found.unknown:
        reason = found.unknown if found else "không thấy hệ số cho đối tượng này"
        if found is None and day > law.last_covered:
            reason = f"dữ liệu luật chỉ đến {format_short(law.last_covered)}; {law.afterwards}"
        return Amount(why=f"chưa có căn cứ: {reason}")
    salary = law.known("salary", ("lương cơ sở",), day)
    if salary is None:
        return Amount(why=f"chưa có căn cứ: chưa biết lương cơ sở ngày {format_short(day)}")
    exact = found.value.factor * salary.value.amount
    rule = law.known("rounding", ("làm tròn",), day)
    rounded = rounded_to(exact, rule.value) if rule is not None else None
    return Amount(found.value.factor, salary.value.amount, exact, rounded, (found, salary), rule)


def rounded_to(exact: Fraction, rule: Rounding) -> Fraction:
    """An amount rounded to a multiple; a half goes up when the rule says the nearest."""
    multiple = rule.multiple or 1
    steps = exact / multiple
    whole = {"lên": -(-steps // 1), "xuống": steps // 1}.get(rule.direction or "", (steps + Fraction(1, 2)) // 1)
    return Fraction(whole * multiple)


def rewards(book: Book, drive: Drive, today: date) -> tuple[Reward, ...]:
    """Every case decided, by its decision's day, then every case still undecided as if decided today."""
    decided = sorted(drive.decisions.values(), key=lambda one: (one.issued_on or date.max, one.id))
    return (
        *(one for decision in decided for one in decided_rewards(book, drive, decision, today)),
        *_planned(book, drive, today),
    )


def decided_rewards(book: Book, drive: Drive, decision: Decision, today: date) -> Iterator[Reward]:
    """The money of every case for which a decision still stands, in the decision's order."""
    for row, line in enumerate(decision.cases):
        case = drive.nominations.get(line.nomination or "")
        award = drive.plan.award_named(decision.award, decision.concrete_for(case))
        who = line.nomination or line.printed_name or ""
        if not decision.stands_for(who):
            continue
        day = decision.issued_on or today
        if case is None:
            amount = Amount(why="chưa có căn cứ: quyết định không nối với đề nghị nào nên chưa biết đối tượng")
        else:
            amount = reward_amount(book.law, award, decision.authority, case.subject_kind, day)
        yield Reward(
            book.nominee(case) if case else who,
            book.unit_name(case.proposer) if case else "đơn vị chưa ghi",
            case.subject_kind if case else "",
            award.short_name if award else decision.award,
            level_of(book.law, decision.authority, award)[1],
            decision if decision.issued_on else None,
            day,
            amount,
            line.money,
            decision.file,
            row,
            line.nomination or "",
        )


def _planned(book: Book, drive: Drive, today: date) -> Iterator[Reward]:
    concluded = conclusions(book, drive)
    for case in drive.nominations.values():
        if case.id in drive.decision_on:
            continue
        last = concluded.get(case.id)
        if last is not None and not last.agreed:
            continue
        award_id = last.award(case) if last is not None else case.award
        award = drive.plan.award_named(award_id, case.concrete_of(award_id))
        yield Reward(
            book.nominee(case),
            book.unit_name(case.proposer),
            case.subject_kind,
            award.short_name if award else award_id,
            level_of(book.law, None, award)[1],
            None,
            today,
            reward_amount(book.law, award, None, case.subject_kind, today),
            None,
            case.file,
            0,
            case.id,
        )
