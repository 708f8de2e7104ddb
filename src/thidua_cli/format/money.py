"""Reward money as lines for people: each case with its sum, totals by award and unit, words, sources, budget."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from thidua_cli.format.lines import Line
from thidua_cli.judge.money import Amount, Reward
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_amount, format_decimal, format_money, money_in_words, two_digits
from thidua_cli.viet.text import visible

_DOUBT = " (*)"


def lines(title: str, rewards: tuple[Reward, ...], budget: int | None, level: str | None) -> Iterator[Line]:
    """The money of one campaign; the budget is that of the office's own level, which pays what it confers."""
    yield [("Tiền thưởng", "bold"), (f" · {visible(title)}", "")]
    for head, group in _groups(rewards):
        yield []
        yield [(head, "bold")]
        yield from _table(group)
    yield []
    yield from _subtotals("Theo hình thức", rewards, lambda one: one.award)
    yield []
    yield from _subtotals("Theo đơn vị đề nghị", rewards, lambda one: one.unit)
    yield []
    yield from _totals(rewards)
    if budget is not None:
        yield _against(rewards, budget, level)
    yield []
    yield from _sources(rewards)


def _groups(rewards: Iterable[Reward]) -> Iterator[tuple[str, list[Reward]]]:
    """Rewards by decision, those only planned last."""
    groups: dict[str, list[Reward]] = {}
    for one in rewards:
        if one.decision is not None:
            number = (
                f"Quyết định số {visible(one.decision.number)}" if one.decision.number else "Quyết định chưa ghi số"
            )
            head = f"{number}, {format_short(one.day)}"
        else:
            head = f"Chưa có quyết định, tính như quyết định ngày {format_short(one.day)}"
        groups.setdefault(head, []).append(one)
    yield from groups.items()


def _table(group: list[Reward]) -> Iterator[Line]:
    names = [visible(one.who)[:44] for one in group]
    awards = [visible(one.award) for one in group]
    wide, award_wide = max([len("Trường hợp"), *map(len, names)]), max([len("Hình thức"), *map(len, awards)])
    yield [
        (
            f"  {'Trường hợp':<{wide}}  {'Đối tượng':<11}  {'Hình thức':<{award_wide}}  "
            f"{'Hệ số × lương cơ sở':<19}  {'Chưa làm tròn':>13}  {'Làm tròn':>13}",
            "dim",
        )
    ]
    for one, name, award in zip(group, names, awards, strict=True):
        yield [(f"  {name:<{wide}}  {one.subject_kind:<11}  {award:<{award_wide}}  ", ""), *_sum(one)]


def _sum(one: Reward) -> Line:
    amount = one.amount
    if amount.exact is None or amount.factor is None or amount.salary is None:
        return [(amount.why, "yellow")]
    product = f"{format_decimal(amount.factor)} × {format_amount(amount.salary)}"
    rounded = format_money(amount.rounded) if amount.rounded is not None else "–"
    line: Line = [(f"{product:<19}  {format_money(amount.exact):>13}  {rounded:>13}", "")]
    if not amount.verified:
        line.append((_DOUBT, "yellow"))
    if one.stated is not None and one.stated not in (amount.exact, amount.rounded):
        line.append((f"  quyết định ghi {format_amount(one.stated)}", "yellow"))
    return line


def _added(rewards: Iterable[Reward], of: Callable[[Amount], Fraction | None]) -> Fraction:
    return sum((amount for one in rewards if (amount := of(one.amount)) is not None), Fraction(0))


def _exact(rewards: Iterable[Reward]) -> Fraction:
    return _added(rewards, lambda amount: amount.exact)


def payable(rewards: Iterable[Reward]) -> Fraction:
    """What is to be paid: rounded where a rule is known."""
    return _added(rewards, lambda amount: amount.payable)


def _subtotals(name: str, rewards: tuple[Reward, ...], key: Callable[[Reward], str]) -> Iterator[Line]:
    groups: dict[str, list[Reward]] = {}
    for one in rewards:
        groups.setdefault(visible(key(one)), []).append(one)
    wide = max((len(label) for label in groups), default=0)
    yield [(name, "bold")]
    for label, group in groups.items():
        open_ = sum(one.amount.exact is None for one in group)
        note = f"  ({two_digits(open_)} chưa có căn cứ)" if open_ else ""
        sums = [format_money(_exact(group)), format_money(payable(group))] if open_ < len(group) else ["–", "–"]
        yield [
            (
                f"  {label:<{wide}}  {len(group):>3} trường hợp  {sums[0]:>14}  {sums[1]:>14}{note}",
                "",
            )
        ]


def _totals(rewards: tuple[Reward, ...]) -> Iterator[Line]:
    decided = [one for one in rewards if one.decision is not None]
    planned = [one for one in rewards if one.decision is None]
    for name, group in (("đã quyết định", decided), ("chưa quyết định", planned)):
        if any(one.amount.exact is not None for one in group):
            total = payable(group)
            yield [
                (f"Tổng {name}: {format_money(total)} đồng", "bold"),
                (f" ({money_in_words(total)}); chưa làm tròn {format_money(_exact(group))} đồng", ""),
            ]
    open_ = [one for one in rewards if one.amount.exact is None]
    if open_:
        yield [(f"{two_digits(len(open_))} trường hợp chưa có căn cứ, không tính vào tổng", "yellow")]


def _against(rewards: tuple[Reward, ...], budget: int, level: str | None) -> Line:
    own = [one for one in rewards if level is None or one.level == level]
    left = budget - payable(own)
    whose = f", tính hình thức của cấp {level}" if level else ""
    said = f"còn {format_money(left)} đồng" if left >= 0 else f"vượt {format_money(-left)} đồng"
    return [
        (f"Kinh phí của đợt: {format_amount(budget)} đồng; {said}", "" if left >= 0 else "bold red"),
        (f" (thiet_lap: kinh_phi_khen_thuong{whose})", "dim"),
    ]


def _sources(rewards: tuple[Reward, ...]) -> Iterator[Line]:
    """Every value an amount rests on, once, with its days, its source and its confidence."""
    seen: dict[str, None] = {}
    for one in rewards:
        for value in one.amount.rests_on:
            what = "lương cơ sở" if hasattr(value.value, "amount") else _factor(one)
            seen.setdefault(f"{what}: {visible(value.cited)}")
        rule = one.amount.rounding
        if rule is not None:
            how = f"làm tròn {rule.value.direction} bội số {format_amount(rule.value.multiple or 1)} đồng"
            seen.setdefault(f"{how}: {visible(rule.cited)}")
        elif one.amount.exact is not None:
            seen.setdefault(f"làm tròn ngày {format_short(one.day)}: chưa có căn cứ, để nguyên")
    yield [("Căn cứ", "bold")]
    for text in seen:
        yield [(f"  {text}", "dim")]
    if any(one.amount.exact is not None and not one.amount.verified for one in rewards):
        yield [
            ("  (*) có giá trị chưa đối chiếu với nguyên văn; văn phòng đối chiếu rồi thì ghi ở law/ của mình", "dim")
        ]


def _factor(one: Reward) -> str:
    value = one.amount.rests_on[0].value
    rule = f" = {value.rule}" if value.rule else ""
    return f"hệ số {visible(one.award)}, {one.subject_kind} {format_decimal(one.amount.factor or Fraction(0))}{rule}"
