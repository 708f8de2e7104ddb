"""Vietnamese text compared, named and shown: Unicode forms, tone marks, near misses, safe printing.

Knows nothing of what the text means or which record it stands in.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Literal
from unicodedata import normalize

ToneStyle = Literal["òa, úy", "oà, uý"]
"""Where the tone stands in open oa, oe, uy; Decree 30 prints both, a document keeps to one."""

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining huyền, hỏi, ngã, sắc, nặng, in dictionary order."""

_MARK = "\u0300-\u036f"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARK}])+")
# Ð (eth) and Ɖ look like Đ and come out of old font converters; zero-width characters come with
# text pasted from the web, and nobody can see why two names differ.
_ALIKE = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′", "'")
    | dict.fromkeys("ðɖ", "đ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


nfc = partial(normalize, "NFC")
"""The one Unicode form we write: precomposed, as TCVN 6909:2001 and Decree 30 want it."""


@lru_cache(maxsize=16384)
def fold(s: str) -> str:
    """A key for "the same text to a reader"; compare it, never print it.

    Blind to case, Unicode form, tone placement, kinds of dash and quote, runs of spaces and
    invisible characters. Tone marks themselves count: ``hoa`` is not ``hòa``.
    """
    return " ".join(filter(None, map(_fold_word, s.split())))


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    """A word at a time, since the language has some seven thousand and names are made of few of them."""
    if word.isascii():
        return word.lower()
    text = normalize("NFD", normalize("NFD", word).casefold()).translate(_ALIKE)
    return nfc(_WORD.sub(_tone_last, text))


def _tone_last(word: re.Match[str]) -> str:
    # A syllable has one tone, so its place carries nothing: parking it behind the word forgives
    # every habit of placing it, and slips such as "tòan" too.
    tones = sorted(mark for mark in word[0] if mark in TONES)
    return "".join(mark for mark in word[0] if mark not in TONES) + "".join(tones) if tones else word[0]


_UNMARKED = str.maketrans("đĐðÐɖƉ", "dDdDdD", "".join(map(chr, range(0x300, 0x370))))


def strip_marks(s: str) -> str:
    """The text without tone and letter marks, case kept: ``Đỗ Thị Hòa`` gives ``Do Thi Hoa``."""
    if s.isascii():
        return s
    return nfc(normalize("NFD", s).translate(_UNMARKED))


_RESERVED = r"con|prn|aux|nul|(?:com|lpt)[0-9]"


def slug(s: str, limit: int = 60) -> str:
    """A file name for ``s``: ASCII kebab, never empty, never a device name of Windows.

    At most ``limit`` (10 or more) characters, cut between words where it can be. Different texts
    may share a slug; whoever writes files must look for that.
    """
    words = re.findall("[a-z0-9]+", strip_marks(normalize("NFKD", s)).lower())
    name = "-".join(words)
    if len(name) > limit:
        head, dash, _ = name[: limit + 1].rpartition("-")
        name = head if dash else name[:limit]
    if re.fullmatch(_RESERVED, name):
        return f"{name}-ten"  # "Con" is a plausible name here and cannot be a file on Windows
    return name or "khong-ten"


_PAIRS = [
    first + second
    for pair in ("oa", "oe", "uy")
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
]
# The whole syllable must match: in "toán" the place is fixed, in "quý" the u belongs to the
# initial (so no q here), and a foreign word is none of our business.
_OPEN = rf"(?i)(?<![^\W\d_])([bcdđghklmnprstvx]*)(\w\w)(?![^\W\d_]|[{_MARK}])"


def place_tone(s: str, style: ToneStyle) -> str:
    """The text in NFC with every open oa, oe, uy written in one style; all else stays."""
    table = _placed(style)
    return re.sub(_OPEN, lambda m: m[1] + table.get(m[2], m[2]), nfc(s))


@cache
def _placed(style: ToneStyle) -> dict[str, str]:
    """Every open oa, oe, uy with its tone the other way, and how the style has it."""
    early = {nfc(p + tone): nfc(p[0] + tone + p[1]) for p in _PAIRS for tone in TONES}
    return early if style == "òa, úy" else {after: before for before, after in early.items()}


def editor_lines(s: str) -> str:
    """``s`` with the line ends editors count by, each as ``\\n``; those only YAML and web pages know become spaces.

    U+0085, U+2028 and U+2029 come along with pasted text. Every character keeps its place in its line.
    """
    s = s.replace("\r\n", "\n").replace("\r", "\n")
    for end in "\u0085\u2028\u2029":
        s = s.replace(end, " ")
    return s


def before_ending(s: str, ending: str) -> str | None:
    """The words before the last ones where these read as ``ending``; None where they do not.

    ``Chủ tịch Uỷ ban nhân dân`` ends like ``Ủy ban nhân dân``: offices place the tone either way.
    """
    words, size = s.split(), len(ending.split())
    return " ".join(words[:-size]) if fold(" ".join(words[-size:])) == fold(ending) else None


def capital(s: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return s[:1].upper() + s[1:]


def uncapital(s: str) -> str:
    """The text with its first letter small, for the middle of a sentence; an abbreviation stays as it is."""
    return s if s[1:2].isupper() else s[:1].lower() + s[1:]


_LONGEST = 64


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` was probably meant to be, or None.

    Marks, case, spaces, ``_`` and ``-`` do not count. First a few slips of the finger, then shared
    whole words (``ten`` for ``ho_ten``) if one candidate alone fits best. Digits must agree:
    Q11-T2 is no slip for Q11-T1. The order of ``candidates`` does not matter.
    """
    if len(word) > _LONGEST:
        return None
    asked = _words(word)
    known = [(_words(c), c) for c in candidates]
    slips = [(_slips(asked, words), fold(c) != fold(word), c) for words, c in known]
    near = [(count, marks, c) for count, marks, c in slips if count is not None]
    if near:
        return min(near)[2]
    shared = [(len(set(asked) ^ set(w)), c) for w, c in known if _one_within_other(asked, w)]
    shared.sort()
    alone = len(shared) == 1 or (len(shared) > 1 and shared[0][0] < shared[1][0])
    return shared[0][1] if alone else None


def nearest(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """What to do about a word nobody knows: take the candidate it was probably meant to be, else ``otherwise``."""
    near = suggest(word, candidates)
    return f"có phải “{near}”?" if near else otherwise


def _words(s: str) -> list[str]:
    return re.findall(r"[^\W_]+", strip_marks(fold(s)))


def _one_within_other(a: list[str], b: list[str]) -> bool:
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a))


def _slips(asked: list[str], words: list[str]) -> int | None:
    """How many slips lie between two names; None when too many to be the same name."""
    a, b = "".join(asked), "".join(words)
    allowed = max(1, max(len(a), len(b)) // 4) if min(len(a), len(b)) > 3 else 0
    if a == b or abs(len(a) - len(b)) > allowed or re.findall(r"\d", a) != re.findall(r"\d", b):
        return 0 if a == b and a else None
    count = _distance(a, b)
    return count if count <= allowed else None


def _distance(a: str, b: str) -> int:
    """Edits between two short words; neighbours changing places count once."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


# Bidirectional controls can make a line read differently from what it says (CVE-2021-42574).
_BIDI = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_UNSAFE = f"[\0-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff]"
_UNSAFE_IN_PROSE = f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff]"


def has_control(s: str) -> bool:
    """True when ``s`` holds what no office text may: control characters, escapes, bidi controls.

    Tab and line ends are allowed; lone surrogates are not.
    """
    return not s.isprintable() and re.search(_UNSAFE_IN_PROSE, s) is not None


def visible(s: str) -> str:
    """``s`` made safe to print on one line of a terminal.

    Each unsafe character, tab and line end too, becomes exactly one visible sign (␛, ␊, else �),
    so columns counted before still point at the right place.
    """
    return s if s.isprintable() else re.sub(_UNSAFE, lambda m: _picture(ord(m[0])), s)


def _picture(point: int) -> str:
    if point < 0x20:
        return chr(0x2400 + point)
    return "␡" if point == 0x7F else "\ufffd"
