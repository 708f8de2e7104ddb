"""Numbers as words and as the numerals of headings: *hai mươi tư*, IV, đ).

Knows no units and no headings; `numbers` passes its functions on.
"""

MOST_DIGITS = 18
"""Words end where *tỷ* would have to be said twice; numbers are read no further either."""

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_AFTER_MUOI = _DIGITS.copy()
_AFTER_MUOI[1], _AFTER_MUOI[4], _AFTER_MUOI[5] = "mốt", "tư", "lăm"


def in_words(n: int) -> str:
    """A whole number from 0 below 10^18 in words, without a unit: ``hai mươi tư``.

    As money is usually written in official papers: *linh*, *nghìn*, *tỷ*; *mốt*, *tư*, *lăm* after
    *mươi*, but *bốn* after *linh* and *mười*; empty groups are left out, and a later group is read
    in full (``một triệu không trăm linh năm``). ValueError outside the range.
    """
    if not 0 <= n < 10**MOST_DIGITS:
        raise ValueError(n)
    billions, rest = divmod(n, 10**9)
    if not billions:
        return " ".join(_below_billion(rest, False)) or _DIGITS[0]
    return " ".join([*_below_billion(billions, False), "tỷ", *_below_billion(rest, True)])


def _below_billion(n: int, follows: bool) -> list[str]:
    words: list[str] = []
    for size, name in ((10**6, ["triệu"]), (10**3, ["nghìn"]), (1, [])):
        group = n // size % 1000
        if group:
            words += _group(group, follows or bool(words)) + name
    return words


def _group(n: int, in_full: bool) -> list[str]:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or in_full else []
    if tens == 0:
        linh = ["linh"] if words else []
        return words + linh + [_DIGITS[ones]] if ones else words
    if tens == 1:
        last = "lăm" if ones == 5 else _DIGITS[ones]
        return [*words, "mười", last] if ones else [*words, "mười"]
    return [*words, _DIGITS[tens], "mươi"] + ([_AFTER_MUOI[ones]] if ones else [])


_ROMAN = [
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
]


def roman(n: int) -> str:
    """A Phần or a Phụ lục number (Decree 30): 4 is ``IV``; ValueError outside 1–3999."""
    if not 1 <= n <= 3999:
        raise ValueError(n)
    signs = ""
    for size, sign in _ROMAN:
        times, n = divmod(n, size)
        signs += sign * times
    return signs


_LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(n: int) -> str:
    """The letter of the n-th điểm, from 1: a b c d đ e g …, without ă â ê ô ơ ư (Decree 30).

    After ``y`` comes ``aa``, a case the decree does not know. ValueError below 1.
    """
    if n < 1:
        raise ValueError(n)
    before, place = divmod(n - 1, len(_LETTERS))
    return (letter(before) if before else "") + _LETTERS[place]
