"""Money after the decision as lists: every case with its sum or the reason there is none, a sign-off sheet for each
decision, and the book of awards. What has no ground is named and never added up."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from thidua_cli.judge.money import Reward, rewards
from thidua_cli.model.dossier import Decision
from thidua_cli.render.values import Awarded, awarded, merit, standing
from thidua_cli.sheet.tables import Head, Money, Office, Section, Table
from thidua_cli.viet.dates import format_long, format_short
from thidua_cli.viet.numbers import format_amount, format_decimal, format_money, money_in_words, two_digits

_Row = tuple[str | int, ...]


def workbook(office: Office) -> tuple[Table, ...]:
    """The money list, then a sign-off sheet for each decision that pays anybody."""
    return (_list(office), *_sign_offs(office))


def _list(office: Office) -> Table:
    heads = (
        Head("TT", 5), Head("Tập thể, cá nhân", 30), Head("Đơn vị đề nghị", 30), Head("Đối tượng", 12),
        Head("Hình thức", 18), Head("Hệ số × lương cơ sở", 20), Head("Chưa làm tròn (đồng)", 14),
        Head("Số tiền (đồng)", 14), Head("Ghi chú", 40),
    )  # fmt: skip
    return Table("tien-thuong", "TIỀN THƯỞNG", office.drive.plan.name, heads, _list_rows(office))


def _list_rows(office: Office) -> Iterator[_Row | Section]:
    groups: dict[str, list[Reward]] = {}
    for one in rewards(office.look.book, office.drive, office.look.today):
        groups.setdefault(_decision_name(one.decision) if one.decision else "Chưa có quyết định", []).append(one)
    for head, group in groups.items():
        yield Section(head)
        for order, one in enumerate(group, 1):
            amount = one.amount
            known = one.decision is not None and amount.factor is not None and amount.salary is not None
            yield (
                order,
                one.who,
                one.unit,
                one.subject_kind,
                one.award,
                f"{format_decimal(amount.factor or Fraction())} × {format_amount(amount.salary or 0)}" if known else "",
                _cell(amount.exact) if known else "",
                _cell(one.paid),
                one.unpaid or _note(one),
            )
        yield from _sum(group, 7, 9)


def _note(one: Reward) -> str:
    """What somebody who pays this should know: a sum the decision states otherwise, a rule nobody has verified."""
    if one.stated is not None and one.stated not in (one.amount.exact, one.amount.rounded):
        return "quyết định ghi khác mức tính được" if one.amount.payable is not None else "theo quyết định"
    return "" if one.amount.verified else "mức tính có giá trị chưa đối chiếu với nguyên văn"


def _sum(group: list[Reward], column: int, columns: int) -> Iterator[_Row | Section]:
    """The row of the total, its sum in the given column, with its words below; none where nothing is paid."""
    paid = [one.paid for one in group if one.paid is not None]
    if paid:
        total = sum(paid, Fraction())
        cells: list[str | int] = [""] * columns
        cells[1], cells[column] = "Tổng cộng", _cell(total)
        yield tuple(cells)
        yield Section(f"Bằng chữ: {money_in_words(total)}.")
    if len(paid) < len(group):
        yield Section(f"{two_digits(len(group) - len(paid))} trường hợp chưa có mức tiền, không tính vào tổng")


def _cell(amount: Fraction | None) -> str | int:
    """An amount as a number where it is whole đồng, in words of digits otherwise, nothing where there is none."""
    if amount is None:
        return ""
    return Money(amount) if amount.denominator == 1 else format_money(amount)


def _decision_name(decision: Decision) -> str:
    number = f"Quyết định số {decision.number}" if decision.number else f"Quyết định {decision.id} chưa ghi số"
    return f"{number} {format_long(decision.issued_on)}" if decision.issued_on else f"{number}, chưa ghi ngày"


def _sign_offs(office: Office) -> Iterator[Table]:
    heads = (
        Head("TT", 5), Head("Tập thể, cá nhân", 34), Head("Chức vụ, đơn vị", 46), Head("Hình thức", 18),
        Head("Số tiền (đồng)", 16), Head("Ký nhận", 24),
    )  # fmt: skip
    number = 0
    for decision in office.drive.decisions.values():
        lines = standing(awarded(office.desk, decision))
        if any(one.reward is not None and one.reward.paid is not None for one in lines):
            number += 1
            yield Table(
                f"ky-nhan-{number}",
                "BẢNG KÝ NHẬN TIỀN THƯỞNG",
                f"Kèm theo {_decision_name(decision)}",
                heads,
                list(_sign_rows(office, decision, lines)),
            )


def _sign_rows(office: Office, decision: Decision, lines: Iterable[Awarded]) -> Iterator[_Row | Section]:
    group = []
    for order, one in enumerate(lines, 1):
        if one.reward is not None:
            group.append(one.reward)
            amount = _cell(one.reward.paid) or one.reward.unpaid
            yield (
                order,
                one.name,
                one.place,
                one.reward.award,
                amount,
                "",
            )
    yield from _sum(group, 4, 6)


def book_of_awards(office: Office) -> Table:
    """Sổ khen thưởng: every line of every decision, those no longer standing marked."""
    heads = (
        Head("TT", 5), Head("Số vào sổ", 10), Head("Quyết định", 16), Head("Ngày", 12), Head("Tập thể, cá nhân", 30),
        Head("Chức vụ, đơn vị", 34), Head("Hình thức", 16), Head("Nội dung thành tích", 44),
        Head("Tiền thưởng (đồng)", 14), Head("Số hiệu phôi", 12), Head("Ghi chú", 20),
    )  # fmt: skip
    return Table("so-khen-thuong", "SỔ KHEN THƯỞNG", office.drive.plan.name, heads, _book_rows(office))


def _book_rows(office: Office) -> Iterator[_Row]:
    number = 0
    for decision in office.drive.decisions.values():
        for one in awarded(office.desk, decision):
            number += 1
            values = one.values
            yield (
                number,
                values["so_vao_so"],
                decision.number or "",
                format_short(decision.issued_on) if decision.issued_on else "",
                one.name,
                one.place,
                office.drive.plan.award_name(decision.award, decision.concrete_for(one.case)),
                merit(office.desk, decision),
                _cell(one.reward.paid) if one.reward else "",
                values["so_hieu_phoi"],
                values["ghi_chu"] or (one.reward.unpaid if one.reward else ""),
            )
