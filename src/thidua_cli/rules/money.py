"""Lints on reward money and on the legal data themselves: stated sums, the budget, an office's own values, the last day."""

from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.regime import received_day
from thidua_cli.law import TABLES
from thidua_cli.rules import codes_law as codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_amount, format_money


def stated_sums(look: Look) -> Iterator[Diagnostic]:
    """Tiền thưởng ghi ở quyết định là hệ số nhân lương cơ sở của ngày quyết định, làm tròn hay không."""
    if not any(line.money for decision in look.drive.decisions.values() for line in decision.cases):
        return
    from thidua_cli.judge.money import rewards  # few records state a sum

    for one in rewards(look.book, look.drive, look.today):
        amount = one.amount
        if one.decision is None or one.stated is None or amount.exact is None or amount.salary is None:
            continue
        if one.stated in (amount.exact, amount.rounded):
            continue
        sure = all(value.verified for value in amount.rests_on)
        rounded = f", làm tròn {format_amount(int(amount.rounded))}" if amount.rounded is not None else ""
        yield Diagnostic(
            codes.TIEN_THUONG_LECH if sure else codes.LUAT_CHUA_DOI_CHIEU,
            f"{one.who}: ghi {format_amount(one.stated)} đồng; tính ra {format_amount(int(amount.exact))}{rounded}",
            one.file,
            ("truong_hop", one.row, "tien_thuong"),
            clause="; ".join(value.cited for value in amount.rests_on),
            record=f"{one.decision.id}/{one.row}",
            remedy="kiểm tra hình thức, đối tượng và ngày quyết định; thidua money in từng phép tính",
        )


def stated_totals(look: Look) -> Iterator[Diagnostic]:
    """Tổng tiền thưởng ghi ở quyết định bằng tổng từng trường hợp, làm tròn hay không."""
    totals = [decision for decision in look.drive.decisions.values() if decision.total_money]
    if not totals:
        return
    from thidua_cli.judge.money import decided_rewards

    for decision in totals:
        lines = list(decided_rewards(look.book, look.drive, decision, look.today))
        paid = [one.paid for one in lines if one.paid is not None]
        if not lines or len(paid) < len(lines):
            continue  # a case without a ground: the total may hold what nobody can add up
        exact = sum(paid if one.stated is not None or one.amount.exact is None else one.amount.exact
                    for one, paid in zip(lines, paid, strict=True))  # fmt: skip
        total = sum(paid)
        if decision.total_money in (total, exact):
            continue
        sure = all(one.stated is not None or all(value.verified for value in one.amount.rests_on) for one in lines)
        yield Diagnostic(
            codes.TIEN_THUONG_LECH if sure else codes.LUAT_CHUA_DOI_CHIEU,
            f"ghi tổng {format_amount(decision.total_money or 0)} đồng; cộng {len(lines)} trường hợp được {format_money(total)}",
            decision.file,
            ("tong_tien_thuong",),
            record=decision.id,
            remedy="bỏ tong_tien_thuong để tự cộng, hoặc kiểm tra tien_thuong từng trường hợp",
        )


def budget(look: Look) -> Iterator[Diagnostic]:
    """Tổng tiền thưởng của cấp mình không vượt kinh phí của đợt."""
    settings = look.drive.local.settings if look.drive.local else None
    if settings is None or settings.budget is None:
        return
    from thidua_cli.judge.money import rewards

    level = look.book.office.level if look.book.office else None
    decided = [one for one in rewards(look.book, look.drive, look.today) if one.decision and level in (None, one.level)]
    # The unrounded sum: how sums are rounded is not verified, so it cannot make an office exceed its budget.
    total = sum(one.amount.exact for one in decided if one.amount.exact is not None)
    if total > settings.budget:
        yield Diagnostic(
            codes.VUOT_KINH_PHI,
            f"tiền thưởng đã quyết định {format_amount(int(total))} đồng, kinh phí {format_amount(settings.budget)} đồng",
            look.drive.file,
            ("thiet_lap", "kinh_phi_khen_thuong"),
            record=look.drive.id,
            remedy="bổ sung kinh phí, hoặc kiểm tra lại danh sách; thidua money in từng trường hợp",
        )


def last_day(look: Look) -> Iterator[Diagnostic]:
    """Dữ liệu luật hết ở ngày nào, nói một lần."""
    law = look.book.law
    last = law.last_covered
    days = [received_day(dossier) for dossier in look.drive.dossiers.values()]
    days += [decision.issued_on for decision in look.drive.decisions.values()]
    if look.today > last or any(day is not None and day > last for day in days):
        yield Diagnostic(
            codes.LUAT_CHUA_CO,
            f"dữ liệu luật đến hết {format_short(last)}; {law.afterwards}".rstrip("; "),
            "thidua.yaml",
            remedy="hồ sơ nhận, quyết định ký sau ngày ấy: chưa đủ căn cứ về thẩm quyền, mẫu, tiền thưởng",
        )


def own_values(look: Look) -> Iterator[Diagnostic]:
    """Giá trị luật của văn phòng: nói là đang dùng, và không được chồng lên nhau."""
    for name, entries in look.book.law.own.items():
        yield Diagnostic(
            codes.LUAT_CUA_VAN_PHONG,
            f"{len(entries)} giá trị luật của văn phòng dùng trước dữ liệu của thidua",
            f"law/{name}.yaml",
        )
        keys = TABLES[name].keys
        for index, later in enumerate(entries):
            for earlier in entries[:index]:
                if not set(keys(later.value)) & set(keys(earlier.value)):
                    continue
                if (earlier.valid_to is None or later.valid_from <= earlier.valid_to) and (
                    later.valid_to is None or earlier.valid_from <= later.valid_to
                ):
                    yield Diagnostic(
                        codes.GIA_TRI_LUAT_CHONG,
                        f"cùng một câu hỏi đã có trả lời ở mục {earlier.row + 1}, từ {format_short(earlier.valid_from)}",
                        later.file,
                        (later.row, "hieu_luc_tu"),
                        record=f"{name}/{later.row}",
                        remedy="ghi hieu_luc_den cho mục trước, hoặc bỏ một mục",
                    )


RULES = (stated_sums, stated_totals, budget, last_day, own_values)
