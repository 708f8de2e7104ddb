"""Numbers as Vietnamese clerks type them and as papers print them; exact, never through float.

Knows nothing of fields: the caller says whether a text is an amount, a decimal or a ratio.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from thidua_cli.viet.numerals import MOST_DIGITS
from thidua_cli.viet.numerals import in_words as in_words
from thidua_cli.viet.numerals import letter as letter
from thidua_cli.viet.numerals import roman as roman
from thidua_cli.viet.text import capital

if TYPE_CHECKING:
    # At run time it is imported where needed: it costs more than all of this room together.
    from fractions import Fraction


class NumberFault(Enum):
    """Why a text is not the number asked for; the caller words the message."""

    COMMA = "comma"
    """A comma where none may be: in an amount, or a second one in a decimal."""
    AMBIGUOUS = "ambiguous"
    """Two readings are possible: ``1.234`` as a decimal, ``12.34`` as đồng."""
    NO_PERCENT = "no-percent"
    """A bare number as a ratio: ``95`` and ``0,95`` may both be 95%."""
    NOT_NUMBER = "not-number"
    """No number at all, or one of more than 18 digits."""
    NEGATIVE = "negative"
    """A number, but below zero; nothing in a dossier is."""


_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)"
_DIGITS_AND_SIGNS = re.compile(r"[0-9][0-9., ]*")
_MOST_PLACES = 2 * (MOST_DIGITS + 2)
"""The decimals a typed number, or the product of two (``95%`` of another), can have."""


def _bare(s: str) -> str | NumberFault:
    """The text, trimmed, if it is digits, points, commas and spaces between two digits."""
    text = s.translate(_SPACES).strip()
    positive = text[1:].lstrip() if text.startswith(("-", "\u2212")) else text
    digits = sum(c.isdigit() for c in positive)
    if not _DIGITS_AND_SIGNS.fullmatch(positive) or positive[-1] in ".," or digits > MOST_DIGITS:
        return NumberFault.NOT_NUMBER
    return positive if positive == text else NumberFault.NEGATIVE


def parse_amount(s: str) -> int | NumberFault:
    """A whole amount: đồng, people, ballots.

    Digits, or groups of three parted by points or by spaces, so ``1.234`` is 1234. A comma is a
    fault even as English grouping; broken or mixed groups are ambiguous.
    """
    text = _bare(s)
    if isinstance(text, NumberFault):
        return text
    if "," in text:
        return NumberFault.COMMA
    if text.isdigit() or re.fullmatch(_GROUPED, text):
        return int(text.replace(".", "").replace(" ", ""))
    return NumberFault.AMBIGUOUS


def parse_decimal(s: str) -> Fraction | NumberFault:
    """An exact number such as ``95,5``: the comma is decimal, and so is a point (``95.5``) unless
    exactly three digits follow it (``1.234`` is ambiguous). Whole groups before a comma, or two
    and more of them, leave no doubt: ``1.234,5``, ``1.234.567``.
    """
    text = _bare(s)
    if isinstance(text, NumberFault):
        return text
    if text.count(",") > 1:
        return NumberFault.COMMA
    whole, comma, rest = text.partition(",")
    if not comma and text.count(".") == 1 and " " not in text:
        whole, _, rest = text.partition(".")
        if len(rest) == 3:
            return NumberFault.AMBIGUOUS
    if not (whole.isdigit() or re.fullmatch(_GROUPED, whole)) or not (rest + "0").isdigit():
        return NumberFault.AMBIGUOUS
    from fractions import Fraction

    return Fraction(int(whole.replace(".", "").replace(" ", "") + rest), 10 ** len(rest))


def parse_ratio(s: str, *, percent_field: bool = False) -> Fraction | NumberFault:
    """A share as an exact fraction: ``95%`` and ``95,5 %`` are 19/20 and 191/200, ``2/3`` is 2/3.

    A bare number is a fault (95 or 95%?) unless ``percent_field`` says that the field's unit
    is percent; then ``95,5`` is 191/200. A denominator of 0 is not a number.
    """
    text = s.strip()
    above, slash, below = text.partition("/")
    if slash:
        return _fraction(parse_amount(above), parse_amount(below))
    value = parse_decimal(text.removesuffix("%"))
    if isinstance(value, NumberFault):
        return value
    return value / 100 if percent_field or text.endswith("%") else NumberFault.NO_PERCENT


def _fraction(above: int | NumberFault, below: int | NumberFault) -> Fraction | NumberFault:
    if isinstance(above, NumberFault):
        return above
    if isinstance(below, NumberFault):
        return below
    from fractions import Fraction

    return Fraction(above, below) if below else NumberFault.NOT_NUMBER


def format_amount(n: int) -> str:
    """``4.053.000.000``: points between groups of three, as money stands in papers."""
    return f"{n:,}".replace(",", ".")


def format_money(amount: Fraction | int) -> str:
    """An amount in đồng; a part of a đồng, which no rule rounds, is printed with its decimals."""
    whole, rest = divmod(amount, 1)
    return format_amount(int(whole)) + (f",{int(rest * 100):02d}" if rest else "")


def money_in_words(amount: Fraction | int) -> str:
    """An amount as papers open a sentence with it: ``Bảy trăm mười nghìn đồng``."""
    return f"{capital(in_words(int(amount)))} đồng"


def format_decimal(value: Fraction | int, most: int | None = None) -> str:
    """A number as papers write it: ``1.234,5``, a decimal comma and no zeros at its end.

    All its decimals are printed, so that what was typed never seems to reach a line it misses; one
    whose decimals have no end has four. ``most`` rounds half up to so many at the most.
    """
    if value.denominator == 1:
        return format_amount(int(value))
    if most is None:
        most = _MOST_PLACES if 10**_MOST_PLACES % value.denominator == 0 else 4
    shown = _half_up(value * 10**most)
    whole, rest = divmod(abs(shown), 10**most)
    places = f"{rest:0{most}d}".rstrip("0")
    return f"{'-' if shown < 0 else ''}{format_amount(whole)}{',' if places else ''}{places}"


def format_percent(value: Fraction, places: int = 2, threshold: Fraction | None = None) -> str:
    """A share as ``96,50%``, rounded half up, but never across a line it has not crossed.

    The lines are 100% and ``threshold``. Where ``places`` decimals would print 94,996% as 95,00%
    beside a standard of 95%, or 100,004% as 100,00%, decimals are added until the printed number
    stands on the value's own side. A value exactly on a line is simply rounded.
    """
    lines = [line for line in (1, threshold) if line is not None and line != value]
    while True:
        unit = 100 * 10**places
        shown = _half_up(value * unit)
        if all((shown > line * unit) == (value > line) and shown != line * unit for line in lines):
            break
        places += 1
    whole, decimals = divmod(abs(shown), 10**places)
    tail = f",{decimals:0{places}d}" if places else ""
    return f"{'-' if shown < 0 else ''}{whole}{tail}%"


def format_ratio(
    numerator: int | Fraction,
    denominator: int | Fraction,
    threshold: Fraction | None = None,
) -> str:
    """``numerator`` of ``denominator`` as a percentage, by the rule of `format_percent`.

    ZeroDivisionError when there is nothing to compare with: the caller must say so in words.
    """
    from fractions import Fraction

    return format_percent(Fraction(numerator) / Fraction(denominator), threshold=threshold)


def _half_up(x: Fraction | int) -> int:
    size = (2 * abs(x.numerator) + x.denominator) // (2 * x.denominator)
    return -size if x < 0 else size


def two_digits(n: int) -> str:
    """A count or day as papers write it, so that no digit can be put before: ``01``, ``10``."""
    return f"{n:02d}"
