"""Names of people and units: their Vietnamese order, their form of address, when two are the same.

Knows no units and no people, and never decides the order of a paper: that is the council's.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from thidua_cli.viet.text import TONES, fold

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {ord(sign): ord("A") + rank for rank, sign in enumerate(_ALPHABET)}
_NO_TONE = str.maketrans(dict.fromkeys(TONES, ""))
_PIECE = re.compile(r"[0-9]+|[^\W0-9_]+")

NameKey = tuple[str, str, str]
"""Given name, middle names, family name, each as a `collation_key`."""


@lru_cache(maxsize=16384)
def collation_key(text: str) -> str:
    """A key that sorts as a Vietnamese dictionary does; compare it, never print it.

    Syllable by syllable: first letters (a ă â b c d đ e ê …), then tone (ngang, huyền, hỏi, ngã,
    sắc, nặng), then the next syllable. Blind to case and punctuation; numbers sort by size, so
    Phường 3 stands before Phường 17.
    """
    return "".join(_syllable_key(syllable) for syllable in re.split(r"[\s-]+", fold(text)))


def _syllable_key(syllable: str) -> str:
    marked = normalize("NFD", syllable)
    tone = max((TONES.find(sign) + 1 for sign in marked), default=0)
    pieces = _PIECE.findall(normalize("NFC", marked.translate(_NO_TONE)))
    letters = "".join(_number_key(p) if p.isdecimal() else p.translate(_RANKS) for p in pieces)
    # The tone's sign is below every letter's, so that "Ho" stands before "Hoa".
    return f"{letters}{chr(1 + tone)}" if letters else ""


def _number_key(digits: str) -> str:
    significant = digits.lstrip("0")
    return chr(min(0x10 + len(significant), 0x2F)) + significant


@lru_cache(maxsize=16384)
def given_name_key(full_name: str) -> NameKey:
    """Sorts people as Vietnamese lists do: by given name, then middle names, then family name."""
    *before, given = full_name.split() or [""]
    return (
        collation_key(given),
        collation_key(" ".join(before[1:])),
        collation_key(" ".join(before[:1])),
    )


_HEADS = frozenset(("phó", "trưởng", "chánh"))
_OFFICES = (
    "bí thư",
    "chủ tịch",
    "giám đốc",
    "tổng giám đốc",
    "chủ nhiệm",
    "ủy viên",
    "tổng phụ trách",
    "tổng biên tập",
)


def is_office(position: str) -> bool:
    """Whether a post is an office one is appointed or elected to (Bí thư, Tổ trưởng, Phó Giám đốc), and not an
    occupation or a rank (công chức, thợ điện): the first words tell, those after them name where."""
    words = position.lower().split()[:3]
    return not _HEADS.isdisjoint(words) or " ".join(words).startswith(_OFFICES)


def honorific(gender: str | None) -> str:
    """``Ông`` for nam, ``Bà`` for nữ; ``Ông (Bà)`` when the record does not say: never guessed.

    In the middle of a sentence the caller lowers it.
    """
    return {"nam": "Ông", fold("nữ"): "Bà"}.get(fold(gender or ""), "Ông (Bà)")


_TITLES = (
    *("ông", "bà", "thầy", "cô", "đồng chí", "đ/c", "đ.c", "đc"),
    *("gs", "pgs", "ts", "ths", "th.s", "bs", "ks", "cn"),
)
_ADDRESSES = tuple(map(fold, _TITLES))
_ADDRESS = rf"^(?:(?:{'|'.join(map(re.escape, _ADDRESSES))})(?:[.:]\s*|\s+))+(?=\S+\s)"


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """A key for "the same person's name"; compare it, never print it.

    A form of address or a degree before a name is no part of it: ``Ông Lê Văn Tám`` is ``Lê Văn Tám``.
    """
    text = fold(name)
    return re.sub(_ADDRESS, "", text) if text.startswith(_ADDRESSES) else text


# Both sides are folded, because folding parks tones behind their words.
_SHORT = (
    (r"\bubnd\b", fold("ủy ban nhân dân")),
    (r"\bp\.\s*(?=\d)", fold("phường") + " "),
    # A ward with a name of letters stands behind its committee; what begins with "P." is a division.
    (r"^p\.\s*(?=[^\W\d])", fold("phòng") + " "),
)


def spelt_out(name: str) -> str:
    """A key for the name of a unit, with its usual short forms (``UBND P.17``, ``P. Nội vụ``) in full; compare it, never print it."""
    text = fold(name.strip(" .:;,"))
    if "ubnd" in text or "p." in text:
        for short, long in _SHORT:
            text = re.sub(short, long, text)
    return text


def same_name(a: str, b: str) -> bool:
    """Whether two names read the same: ``Đỗ Thị Hoà`` and ``Bà ĐỖ THỊ HÒA`` do, ``Hoa`` does not."""
    return name_key(a) == name_key(b)


def is_full_name(text: str) -> bool:
    """Whether a text can be a person's name at all: two words with letters, which ``-`` and ``abc`` are not."""
    return sum(any(map(str.isalpha, word)) for word in name_key(text).split()) > 1


def is_capitals(name: str) -> bool:
    """Whether a name is all in capitals; Decree 30/2020 wants a signer's name in small letters."""
    return name.isupper()
