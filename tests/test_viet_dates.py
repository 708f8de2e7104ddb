"""viet.dates: days and hours as typed, as printed by Decree 30."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.viet.dates import (
    format_long,
    format_short,
    format_time,
    parse_date,
    parse_month,
    parse_time,
    weekday,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5/7/2024", date(2024, 7, 5)),
        ("05/07/2024", date(2024, 7, 5)),
        ("05/7/2024", date(2024, 7, 5)),
        ("2024-12-20", date(2024, 12, 20)),
        ("1994-11-2", date(1994, 11, 2)),
        ("94-11-2", None),
        (" 29/2/2024 ", date(2024, 2, 29)),
        ("01/01/1900", date(1900, 1, 1)),
        ("31/12/2199", date(2199, 12, 31)),
        ("29/2/2023", None),
        ("31/11/2024", None),
        ("12/20/2024", None),
        ("0/1/2024", None),
        ("31/12/1899", None),
        ("1/1/2200", None),
        ("01/11", None),
        ("12/2024", None),
        ("20/12/24", None),
        ("20-12-2024", None),
        ("20.12.2024", None),
        ("20/12/2024 14:00", None),
        ("٢٠/12/2024", None),
        ("", None),
    ],
)
def test_parse_date(typed: str, meant: date | None) -> None:
    assert parse_date(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/2024", (2024, 12)),
        ("1/2024", (2024, 1)),
        ("01/2024", (2024, 1)),
        ("13/2024", None),
        ("0/2024", None),
        ("12/24", None),
        ("12/1024", None),
        ("1/12/2024", None),
        ("", None),
    ],
)
def test_parse_month(typed: str, meant: tuple[int, int] | None) -> None:
    assert parse_month(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:00", (14, 0)),
        ("8:05", (8, 5)),
        ("14 giờ 00", (14, 0)),
        ("14 gio\u031b\u0300 00", (14, 0)),
        ("14 GIỜ 30 phút", (14, 30)),
        ("14h30", (14, 30)),
        ("14H", (14, 0)),
        ("7g30", (7, 30)),
        ("15 giờ", (15, 0)),
        ("00:00", (0, 0)),
        ("23:59", (23, 59)),
        ("24:00", None),
        ("14:60", None),
        ("14:5", None),
        ("14", None),
        ("750", None),
        ("14:00:00", None),
        ("chiều", None),
        ("", None),
    ],
)
def test_parse_time(typed: str, meant: tuple[int, int] | None) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2024, 12, 16), "16/12/2024", "ngày 16 tháng 12 năm 2024"),
        (date(2024, 7, 17), "17/7/2024", "ngày 17 tháng 7 năm 2024"),
        (date(2020, 3, 5), "05/3/2020", "ngày 05 tháng 3 năm 2020"),
        (date(1988, 2, 20), "20/02/1988", "ngày 20 tháng 02 năm 1988"),
        (date(2024, 1, 1), "01/01/2024", "ngày 01 tháng 01 năm 2024"),
    ],
)
def test_days_in_papers(day: date, short: str, long: str) -> None:
    assert format_short(day) == short
    assert format_long(day) == long


def test_hours_in_papers() -> None:
    assert format_time(14, 0) == "14 giờ 00"
    assert format_time(8, 5) == "08 giờ 05"


@given(DAYS)
def test_days_survive_printing_and_reading(day: date) -> None:
    assert parse_date(format_short(day)) == parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day


@given(st.integers(0, 23), st.integers(0, 59))
def test_hours_survive_printing_and_reading(hour: int, minute: int) -> None:
    assert parse_time(format_time(hour, minute)) == (hour, minute)


@given(st.text())
def test_reading_never_raises(s: str) -> None:
    parse_date(s), parse_month(s), parse_time(s)


def test_weekdays() -> None:
    # 16/12/2024 was a Monday.
    names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    assert [weekday(date(2024, 12, 16 + n)) for n in range(7)] == names


@given(DAYS.filter(lambda day: day.year < 2199))
def test_a_week_later_is_the_same_weekday(day: date) -> None:
    assert weekday(day) == weekday(day + timedelta(7)) != weekday(day + timedelta(1))
