"""Who got what under a decision, as everything that follows it prints them: the calling list, the sign-off
sheet, the book of awards, the Giấy khen. One reading of the record, so that none of them can disagree."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from thidua_cli.judge.money import Reward, decided_rewards
from thidua_cli.model.dossier import DecidedCase, Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.naming import Desk
from thidua_cli.viet.numbers import format_amount, format_decimal, format_money, money_in_words, two_digits


class Awarded(NamedTuple):
    """A line of a decision; ``reward`` is ``None`` once the decision no longer stands for it."""

    line: DecidedCase
    case: Nomination | None
    name: str
    place: str
    reward: Reward | None

    @property
    def values(self) -> dict[str, str]:
        """The line as papers print it; money that has no ground is the reason why."""
        paid = self.reward.paid if self.reward else None
        why = self.reward.unpaid if self.reward else "đã hủy bỏ hoặc thay thế"
        return {
            "ten": self.name,
            "don_vi": self.place,
            "so_tien": format_money(paid) if paid is not None else why if self.reward else "",
            "so_vao_so": self.line.book_number or "",
            "so_hieu_phoi": self.line.blank_number or "",
            "ghi_chu": "" if self.reward else why,
        }


def awarded(desk: Desk, decision: Decision) -> list[Awarded]:
    """Every line of a decision, in its order."""
    rewards = {one.row: one for one in decided_rewards(desk.book, desk.drive, decision, desk.look.today)}
    found = []
    for row, line in enumerate(decision.cases):
        case = desk.drive.nominations.get(line.nomination or "")
        name = line.printed_name or (desk.addressed(case) if case else line.nomination or "")
        place = desk.position_and_unit(case) if case is not None and case.subject_kind != "tập thể" else ""
        found.append(Awarded(line, case, name, place, rewards.get(row)))
    return found


def standing(lines: Iterable[Awarded]) -> list[Awarded]:
    """The lines for which the decision still stands."""
    return [one for one in lines if one.reward is not None]


def called(decision: Decision, lines: list[Awarded]) -> list[Awarded]:
    """Those who are called up, in the order the office set, then in that of the decision."""
    order = {id_: place for place, id_ in enumerate(decision.calling_order)}
    last = len(order)
    return sorted(lines, key=lambda one: order.get(one.line.nomination or one.name, last))


def merit(desk: Desk, decision: Decision) -> str:
    """The achievement as decision and Giấy khen print it, letter for letter."""
    return decision.merit or desk.drive.plan.merit or ""


def total(lines: Iterable[Awarded]) -> Fraction | None:
    """All that is handed over; ``None`` when nothing is."""
    paid = [one.reward.paid for one in lines if one.reward and one.reward.paid is not None]
    return sum(paid, Fraction(0)) if paid else None


def total_values(lines: list[Awarded]) -> dict[str, Any]:
    """The sum under a list in figures and in words, and how many lines it leaves out."""
    sum_ = total(lines)
    left = sum(one.reward is not None and one.reward.paid is None for one in lines)
    return {
        "tong_tien": format_money(sum_) if sum_ is not None else "",
        "tong_tien_bang_chu": money_in_words(sum_) if sum_ is not None else "",
        "khong_tinh": f"{two_digits(left)} trường hợp chưa có mức tiền, không tính vào tổng" if left else "",
    }


def money_sentence(decision: Decision, lines: list[Awarded]) -> str:
    """What Điều 2 says of money: each sum with its rule, how many, the total and its fund. Empty unless every
    case has a ground, because a decision that gives some their sum and is silent on others is wrong."""
    fund = f", trích từ {decision.fund}" if decision.fund else ""
    sum_ = total(lines)
    if sum_ is None or any(one.reward is None or one.reward.paid is None for one in lines):
        stated = decision.total_money
        return f"Tổng số tiền thưởng: {format_amount(stated)} đồng{fund}" if stated else ""
    groups: dict[tuple[str, str], int] = {}
    for one in lines:
        if one.reward is not None:
            kind = one.reward.subject_kind or "trường hợp"
            groups[kind, _sum(one.reward)] = groups.get((kind, _sum(one.reward)), 0) + 1
    each = "; ".join(f"{two_digits(count)} {kind}, mỗi {kind} {text}" for (kind, text), count in groups.items())
    return f"Mức tiền thưởng: {each}. Tổng cộng {format_money(sum_)} đồng ({money_in_words(sum_)}){fund}"


def _sum(reward: Reward) -> str:
    """A sum with the rule it comes from, unrounded and rounded; one stated otherwise stands alone."""
    amount, paid = reward.amount, reward.paid or Fraction(0)
    if amount.factor is None or amount.salary is None or paid not in (amount.exact, amount.rounded):
        return f"{format_money(paid)} đồng"
    rule = f"{format_decimal(amount.factor)} × {format_amount(amount.salary)} đồng"
    if paid == amount.exact:
        return f"{format_money(paid)} đồng ({rule})"
    return f"{format_money(paid)} đồng ({rule} = {format_money(amount.exact or 0)} đồng, làm tròn)"
