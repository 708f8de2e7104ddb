"""Text cut into what a reader compares: words, numbers, days, hours, document numbers.

Two ways to write one day or one number give one key, so that only what the paper says counts, not
how it says it. Knows no record.
"""

import re
from typing import Final, Literal, NamedTuple

from thidua_cli.viet.text import fold

Kind = Literal["word", "number", "day", "hour", "paper"]


class Token(NamedTuple):
    """A word or figure: what it means, what kind it is, and where it stands in its text."""

    key: str
    kind: Kind
    start: int
    end: int


_GAP: Final = r"[\s\u00a0.…_]*"
_TOKEN: Final = re.compile(
    rf"""
    (?P<long>ngày{_GAP}(?P<d>\d{{1,2}})?{_GAP}tháng{_GAP}(?P<m>\d{{1,2}})?{_GAP}năm{_GAP}(?P<y>\d{{4}})?)
  | (?P<day>(?<![\d/])\d{{1,2}}/\d{{1,2}}/\d{{4}}(?![\d/]))
  | (?P<hour>(?<!\d)\d{{1,2}}:\d{{2}}(?!\d)|(?<!\d)\d{{1,2}}\s*(?:giờ|h|g)\s*(?:\d{{1,2}}(?!\d)(?:\s*phút)?)?(?!\w))
  | (?P<paper>(?-i:(?:(?<![\w/])\d+[a-z]?)?/(?:\d{{4}}/)?[A-ZĐƯ][\w\u0300-\u036f]*(?:-[A-ZĐƯ][\w\u0300-\u036f]*)*))
  | (?P<number>\d[\d.,/]*\d%?|\d%?)
  | (?P<word>(?:[^\W\d_]|[\u0300-\u036f])+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_LABEL: Final = re.compile(r"\s*(?:(?:[IVXLC]+|\d{1,3}|[a-zđ])[.)]|[-+–•])\s+", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """The tokens of a text; marks between them count for nothing."""
    return [_token(found) for found in _TOKEN.finditer(text)]


def keys(text: str) -> str:
    """A text by what it means, so that 16/12/2024 is ngày 16 tháng 12 năm 2024."""
    return " ".join(token.key for token in tokens(text))


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup
    raw = found[0]
    if found["long"] is not None:
        return Token(_day(found["d"], found["m"], found["y"]), "day", *found.span())
    if found["day"] is not None:
        return Token(_day(*raw.split("/")), "day", *found.span())
    if found["hour"] is not None:
        hours = [int(part) for part in re.findall(r"\d+", raw)]
        return Token(f"{hours[0]}:{hours[1] if len(hours) > 1 else 0:02d}", "hour", *found.span())
    if found["paper"] is not None:
        number, slash, rest = raw.partition("/")
        return Token(f"{number.lstrip('0')}{slash}{fold(rest)}", "paper", *found.span())
    if kind == "number":
        return Token(_number(raw), "number", *found.span())
    return Token(fold(raw), "word", *found.span())


def _day(day: str | None, month: str | None, year: str | None) -> str:
    return "/".join(str(int(part)) if part else "?" for part in (day, month, year))


def _number(raw: str) -> str:
    """``06`` and ``6``, ``96,50%`` and ``96,5%``, ``1.246`` and ``1246`` are one number."""
    share = "%" if raw.endswith("%") else ""
    parts = raw.rstrip("%").split("/")
    return "/".join(_plain(part) for part in parts) + share


def _plain(part: str) -> str:
    whole, comma, rest = part.partition(",")
    if _GROUPED.match(whole):
        whole = whole.replace(".", "")
    rest = rest.rstrip("0") if comma and rest.isdecimal() else rest
    return (whole.lstrip("0") or "0") + (f",{rest}" if rest else "")


def label_length(text: str) -> int:
    """How many characters number a paragraph (``II. ``, ``a) ``, ``- ``): they follow from its place."""
    found = _LABEL.match(text)
    return found.end() if found else 0


def is_blank_day(key: str) -> bool:
    """Whether a day still has room for a pen."""
    return "?" in key
