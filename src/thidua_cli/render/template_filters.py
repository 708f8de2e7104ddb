"""The filters a template may use: how a plain value is written out. A closed list.

Knows nothing of XML. A value it cannot read is a bug of whoever filled the fields, so it raises.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from thidua_cli.viet.dates import format_long, format_short, format_time, parse_time
from thidua_cli.viet.numbers import two_digits

BLANK_NUMBER: Final = " " * 8
"""Room to write a number by hand; spaces, not dots (the forms of Decree 30/2020, Phụ lục III)."""
BLANK_DAY: Final = " " * 6
_SHORT_BLANK_DAY: Final = " " * 4


def doan(value: str | None) -> list[str]:
    """The paragraphs of a long text: each line that holds something."""
    lines = (line.strip(" \t\r") for line in (value or "").split("\n"))
    return [line for line in lines if line]


def ngay_chu(value: str | None) -> str:
    """``2024-12-16`` as *ngày 16 tháng 12 năm 2024*; ``2024-12`` and nothing leave room for a pen.

    A paper gets its day with its number, after signing (Decree 30/2020, Điều 15 khoản 2), so the
    month and year known before are printed and the day is left open.
    """
    if value and len(value) > 7:
        return format_long(date.fromisoformat(value))
    if value:
        year, month = value.split("-")
        zero = "0" if int(month) <= 2 else ""
        return f"ngày{BLANK_DAY}tháng {zero}{int(month)} năm {year}"
    return f"ngày{BLANK_DAY}tháng{BLANK_DAY}năm{BLANK_NUMBER}"


def ngay_so(value: str | None) -> str:
    """``2024-12-16`` as *16/12/2024*, for tables; open parts stay open."""
    if value and len(value) > 7:
        return format_short(date.fromisoformat(value))
    if value:
        year, month = value.split("-")
        return f"{_SHORT_BLANK_DAY}/{month}/{year}"
    return ""


def gio_chu(value: str | None) -> str:
    """``14:00`` as *14 giờ 00*; nothing as room for a pen."""
    if not value:
        return f"{_SHORT_BLANK_DAY}giờ{_SHORT_BLANK_DAY}"
    parts = parse_time(value)
    if parts is None:
        raise ValueError(value)
    return format_time(*parts)


def hai_chu_so(value: int) -> str:
    """A count so that no digit can be put before it: 4 as *04*."""
    return two_digits(value)


FILTERS: Final[dict[str, Callable[[Any], Any]]] = {
    "doan": doan,
    "ngay_chu": ngay_chu,
    "ngay_so": ngay_so,
    "gio_chu": gio_chu,
    "hai_chu_so": hai_chu_so,
}
