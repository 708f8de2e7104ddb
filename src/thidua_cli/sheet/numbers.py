"""Numbers typed as text, read by the habit of their whole column: is the comma decimal here, or the point?"""

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from thidua_cli.sheet import codes
from thidua_cli.sheet.values import Bad
from thidua_cli.viet.numbers import format_amount

# What leaves no doubt: two and more groups, or a part after the sign that is no group of three.
_COMMA_IS_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})")
_POINT_IS_DECIMAL = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})")
_DONG = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?\Z", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)")


class Habit(Enum):
    """How a column writes its numbers."""

    VIETNAMESE = "dấu phẩy là phần lẻ, dấu chấm ngăn nhóm"
    ENGLISH = "dấu chấm là phần lẻ, dấu phẩy ngăn nhóm"
    MIXED = "cột dùng lẫn hai cách"
    UNKNOWN = "không rõ"


def bare(text: str) -> str:
    """The number without spaces between groups, its percent sign and the word đồng."""
    return _SPACES.sub("", _DONG.sub("", text.strip())).removesuffix("%").strip()


def in_full(text: str) -> bool:
    """Whether a number says by itself that it counts đồng."""
    return _DONG.search(text.strip()) is not None


def habit_of(texts: list[str]) -> Habit:
    """The habit of a column, from those of its numbers that leave no doubt."""
    numbers = [bare(text) for text in texts]
    vietnamese = any(_COMMA_IS_DECIMAL.fullmatch(number) for number in numbers)
    english = any(_POINT_IS_DECIMAL.fullmatch(number) for number in numbers)
    if vietnamese and english:
        return Habit.MIXED
    return Habit.VIETNAMESE if vietnamese else Habit.ENGLISH if english else Habit.UNKNOWN


def read_number(text: str, habit: Habit, *, money: bool) -> Decimal:
    """A number typed as text; raises ``Bad`` where two readings remain."""
    number = bare(text)
    if re.fullmatch(r"\d+", number):
        return Decimal(number)
    if not re.fullmatch(r"\d[\d.,]*", number):
        raise Bad(codes.O_SAI, f"“{text}” không phải số", "chỉ gõ chữ số; đơn vị tính ghi ở tiêu đề cột")
    if habit is Habit.MIXED:
        raise Bad(
            codes.O_SAI,
            f"“{text}”: cột này khi thì dấu phẩy, khi thì dấu chấm là phần lẻ",
            "viết cả cột một cách: 4.200.000.000 hoặc 95,5",
        )
    if habit is Habit.UNKNOWN and money and re.fullmatch(r"\d{1,3}\.\d{3}", number):
        habit = Habit.VIETNAMESE  # đồng has no decimals, so a point can only part groups
    if habit is Habit.UNKNOWN:
        raise Bad(
            codes.O_SAI,
            f"“{text}” đọc được hai nghĩa: dấu ngăn nhóm hay phần lẻ",
            "viết số không có dấu, hoặc đủ cả nhóm: 1.234.000",
        )
    whole = number.replace("." if habit is Habit.VIETNAMESE else ",", "")
    digits = whole.replace(",", ".")
    grouped = number.split("," if habit is Habit.VIETNAMESE else ".")[0]
    sign = "." if habit is Habit.VIETNAMESE else ","
    if digits.count(".") > 1 or (
        sign in grouped and not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+", grouped)
    ):
        raise Bad(codes.O_SAI, f"“{text}”: các nhóm số bị lệch", "mỗi nhóm đủ ba chữ số: 4.200.000.000")
    return Decimal(digits)


def written(value: Decimal, unit: str | None, scale: int | None) -> str:
    """The number as a record writes it, in the plan's unit: exact, decimals behind a comma."""
    money = unit == "đồng"
    if scale is not None and money:
        value = value.scaleb(scale)
    exact = Fraction(value)
    if money and exact.denominator != 1:
        raise Bad(codes.O_SAI, f"{value} đồng có phần lẻ", "kiểm tra đơn vị tính của cột: đồng hay triệu đồng")
    if exact.denominator == 1:
        return format_amount(int(exact)) if money else str(int(exact))
    return format(value.normalize(), "f").replace(".", ",")
