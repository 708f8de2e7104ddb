"""viet.numbers: what clerks type, what papers print; every expected value written by hand."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.viet.numbers import (
    NumberFault,
    format_amount,
    format_decimal,
    format_percent,
    format_ratio,
    in_words,
    letter,
    parse_amount,
    parse_decimal,
    parse_ratio,
    roman,
    two_digits,
)

COMMA, AMBIGUOUS = NumberFault.COMMA, NumberFault.AMBIGUOUS
NOT_NUMBER, NEGATIVE = NumberFault.NOT_NUMBER, NumberFault.NEGATIVE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4.200.000.000", 4_200_000_000),
        ("4 200 000 000", 4_200_000_000),
        ("4\u00a0200\u202f000", 4_200_000),
        ("4200000000", 4_200_000_000),
        ("1.234", 1234),
        (" 12 ", 12),
        ("05", 5),
        ("010", 10),
        ("0", 0),
        ("1,5", COMMA),
        ("4,200,000", COMMA),
        ("1.234,0", COMMA),
        ("12.34", AMBIGUOUS),
        ("1234.567", AMBIGUOUS),
        ("0.123", AMBIGUOUS),
        ("1.23.456", AMBIGUOUS),
        ("1.234 567", AMBIGUOUS),
        ("1  234", AMBIGUOUS),
        ("12 34", AMBIGUOUS),
        ("", NOT_NUMBER),
        ("-", NOT_NUMBER),
        ("--5", NOT_NUMBER),
        ("1.234.", NOT_NUMBER),
        (".5", NOT_NUMBER),
        ("4,2 tỷ", NOT_NUMBER),
        ("1e3", NOT_NUMBER),
        ("42_000", NOT_NUMBER),
        ("٣", NOT_NUMBER),
        ("²", NOT_NUMBER),
        ("9" * 19, NOT_NUMBER),
        ("9" * 6000, NOT_NUMBER),
        ("-5", NEGATIVE),
        ("\u22121.234", NEGATIVE),
    ],
)
def test_parse_amount(typed: str, meant: int | NumberFault) -> None:
    assert parse_amount(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("95,5", F(191, 2)),
        ("95.5", F(191, 2)),
        ("95", F(95)),
        ("0,1", F(1, 10)),
        ("1,234", F(617, 500)),
        ("95.1234", F(951234, 10000)),
        ("1.234.567", F(1_234_567)),
        ("1.234,5", F(2469, 2)),
        ("1 234,5", F(2469, 2)),
        ("1 234", F(1234)),
        ("1.234", AMBIGUOUS),
        ("0.123", AMBIGUOUS),
        ("1234.567", AMBIGUOUS),
        ("1,234.5", AMBIGUOUS),
        ("1.234.56", AMBIGUOUS),
        ("5, 5", AMBIGUOUS),
        ("1,234,567", COMMA),
        ("95,", NOT_NUMBER),
        (",5", NOT_NUMBER),
        ("95%", NOT_NUMBER),
        ("2/3", NOT_NUMBER),
        ("NaN", NOT_NUMBER),
        ("-1,5", NEGATIVE),
    ],
)
def test_parse_decimal(typed: str, meant: F | NumberFault) -> None:
    assert parse_decimal(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("95%", F(19, 20)),
        ("95,5%", F(191, 200)),
        (" 95 % ", F(19, 20)),
        ("100%", F(1)),
        ("115,25%", F(461, 400)),
        ("0%", F(0)),
        ("2/3", F(2, 3)),
        ("2 / 3", F(2, 3)),
        ("1.200/1.500", F(4, 5)),
        ("95", NumberFault.NO_PERCENT),
        ("0,95", NumberFault.NO_PERCENT),
        ("95.123%", AMBIGUOUS),
        ("2/0", NOT_NUMBER),
        ("2/", NOT_NUMBER),
        ("/3", NOT_NUMBER),
        ("1/2/3", NOT_NUMBER),
        ("2/3%", NOT_NUMBER),
        ("95%%", NOT_NUMBER),
        ("%", NOT_NUMBER),
        ("2,5/3", COMMA),
        ("-95%", NEGATIVE),
        ("-2/3", NEGATIVE),
        ("2/-3", NEGATIVE),
    ],
)
def test_parse_ratio(typed: str, meant: F | NumberFault) -> None:
    assert parse_ratio(typed) == meant


def test_parse_ratio_in_a_field_of_percents() -> None:
    assert parse_ratio("95,5", percent_field=True) == F(191, 200)
    assert parse_ratio("95,5%", percent_field=True) == F(191, 200)
    assert parse_ratio("95.500", percent_field=True) == AMBIGUOUS


@given(st.text())
def test_reading_never_raises(s: str) -> None:
    for read in (parse_amount, parse_decimal, parse_ratio):
        assert isinstance(read(s), int | F | NumberFault)


@pytest.mark.parametrize(
    ("n", "shown"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (4_053_000_000, "4.053.000.000"), (-4053, "-4.053")],
)
def test_format_amount(n: int, shown: str) -> None:
    assert format_amount(n) == shown


@given(st.integers(0, 10**18 - 1))
def test_amounts_survive_printing_and_reading(n: int) -> None:
    assert parse_amount(format_amount(n)) == n


@pytest.mark.parametrize(
    ("value", "most", "shown"),
    [
        (2, None, "2"),
        (F(2), None, "2"),
        (F(199999, 100000), None, "1,99999"),  # beside a bound of 2, which it misses
        (F(100001, 100000), None, "1,00001"),
        (F(45, 100), None, "0,45"),
        (F(12345, 10), None, "1.234,5"),
        (F(5, 10**18), None, "0,000000000000000005"),
        (F(2, 3), None, "0,6667"),
        (F(-5, 4), None, "-1,25"),
        (F(-1, 4000), 3, "0"),
        (F(1225, 100), 1, "12,3"),  # half goes up
        (F(1224, 100), 1, "12,2"),
        (F(1996, 1000), 2, "2"),
        (-1234, None, "-1.234"),
    ],
)
def test_format_decimal(value: int | F, most: int | None, shown: str) -> None:
    assert format_decimal(value, most) == shown


@given(st.integers(0, 10**18 - 1), st.integers(0, 17))
def test_no_decimal_of_a_typed_number_is_lost(digits: int, places: int) -> None:
    shown = format_decimal(F(digits, 10**places))
    assert F(Decimal(shown.replace(".", "").replace(",", "."))) == F(digits, 10**places)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (F(965, 1000), "96,50%"),
        (F(2, 3), "66,67%"),
        (F(1), "100,00%"),
        (F(0), "0,00%"),
        (F(5, 100000), "0,01%"),  # half goes up
        (F(49, 1000000), "0,00%"),
        (F(12345, 1000), "1234,50%"),
        (F(-1, 2), "-50,00%"),
        (F(94996, 100000), "95,00%"),  # no standard beside it
        (F(99996, 100000), "99,996%"),
        (F(1000001, 1000000), "100,0001%"),
    ],
)
def test_format_percent(value: F, shown: str) -> None:
    assert format_percent(value) == shown


@pytest.mark.parametrize(
    ("value", "places", "threshold", "shown"),
    [
        (F(94996, 100000), 2, F(95, 100), "94,996%"),
        (F(949999, 1000000), 2, F(95, 100), "94,9999%"),
        (F(94996, 100000), 0, F(95, 100), "94,996%"),
        (F(94, 100), 0, F(95, 100), "94%"),
        (F(95, 100), 2, F(95, 100), "95,00%"),
        (F(95001, 100000), 2, F(95, 100), "95,001%"),  # "vượt 95%" is met
        (F(2, 3), 2, F(2, 3), "66,67%"),
        (F(66666, 100000), 2, F(2, 3), "66,666%"),
    ],
)
def test_format_percent_beside_a_threshold(value: F, places: int, threshold: F, shown: str) -> None:
    assert format_percent(value, places, threshold) == shown


SHARES = st.fractions(0, 3, max_denominator=10**7)


def printed(shown: str) -> F:
    return F(Decimal(shown.removesuffix("%").replace(",", "."))) / 100


@given(SHARES, SHARES, st.integers(0, 4))
@example(F(94996, 100000), F(95, 100), 2)
@example(F(999999, 1000000), F(95, 100), 0)
def test_no_printed_share_stands_on_the_wrong_side(value: F, threshold: F, places: int) -> None:
    shown = printed(format_percent(value, places, threshold))
    for line in (threshold, F(1)):
        if value < line:
            assert shown < line
        if value > line:
            assert shown > line
    assert abs(shown - value) <= F(1, 2 * 100 * 10**places)


@given(st.integers(0, 30000))
def test_shares_survive_printing_and_reading(hundredths: int) -> None:
    share = F(hundredths, 10000)
    assert parse_ratio(format_percent(share)) == share


def test_format_ratio() -> None:
    assert format_ratio(4_053_000_000, 4_200_000_000) == "96,50%"
    assert format_ratio(94996, 100000, threshold=F(95, 100)) == "94,996%"
    with pytest.raises(ZeroDivisionError):
        format_ratio(1, 0)


@pytest.mark.parametrize(("n", "shown"), [(0, "00"), (1, "01"), (9, "09"), (10, "10"), (123, "123")])
def test_two_digits(n: int, shown: str) -> None:
    assert two_digits(n) == shown


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_015, "một nghìn không trăm mười lăm"),
        (2_024, "hai nghìn không trăm hai mươi tư"),
        (10_500, "mười nghìn năm trăm"),
        (21_000, "hai mươi mốt nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_205_000, "một triệu hai trăm linh năm nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
        (1_000_000_000, "một tỷ"),
        (4_053_000_000, "bốn tỷ không trăm năm mươi ba triệu"),
        (5_000_000_007, "năm tỷ không trăm linh bảy"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (1_050_000_000_000, "một nghìn không trăm năm mươi tỷ"),
        (10**15, "một triệu tỷ"),
    ],
)
def test_in_words(n: int, words: str) -> None:
    assert in_words(n) == words


@given(st.integers(0, 10**18 - 1))
def test_in_words_has_no_stray_spaces(n: int) -> None:
    assert in_words(n).split(" ") == in_words(n).split()


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_in_words_tells_numbers_apart(a: int, b: int) -> None:
    assert (in_words(a) == in_words(b)) == (a == b)


@pytest.mark.parametrize(("n", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")])
def test_roman(n: int, sign: str) -> None:
    assert roman(n) == sign
    assert roman(n) == sign  # and again: nothing is used up


def test_letters_are_those_of_a_vietnamese_text() -> None:
    assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert [letter(24), letter(25)] == ["aa", "ab"]


def test_outside_their_range_they_raise() -> None:
    for call, n in ((in_words, -1), (in_words, 10**18), (roman, 0), (roman, 4000), (letter, 0)):
        with pytest.raises(ValueError, match=str(n)):
            call(n)
