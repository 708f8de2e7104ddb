"""Text typed for fonts older than Unicode: TCVN3 (ABC, ``.VnTime``) and VNI, recognised and converted exactly.

Knows nothing of workbooks. A text that cannot be wholly read in an encoding is left as it stands.
"""

import re
from typing import Literal

from thidua_cli.viet.spelling import is_vietnamese
from thidua_cli.viet.text import TONES, nfc

Encoding = Literal["TCVN3", "VNI"]

# TCVN 5712 by byte, 0x80 to 0xFF. In .VnTime the bytes below 0xA0 are curly quotes and dashes, which
# arrive as their own Unicode signs and stay; only raw C1 characters are the capitals of VN1.
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOW = {1: "Ú", 2: "Ụ", 4: "Ừ", 5: "Ử", 6: "Ữ", 17: "Ứ", 18: "Ự", 19: "Ỳ", 20: "Ỷ", 21: "Ỹ", 22: "Ý", 23: "Ỵ"}
TCVN3 = {0x80 + index: letter for index, letter in enumerate(_TCVN)} | _TCVN_LOW
"""From a byte of TCVN 5712 to its letter."""
_FROM_TCVN = str.maketrans(TCVN3)

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = tuple(TONES)
_HAT, _BREVE = "\u0302", "\u0306"
# In VNI a mark follows its vowel as a letter of its own.
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
_VNI_BASES = {"a": "âáàåãäêéèúüëùøûõï", "e": "âáàåãäùøûõï", "o": "âáàåãäùøûõï",
              "u": "ùøûõï", "y": "ùøûõï", "ô": "ùøûõï", "ö": "ùøûõï"}  # fmt: skip


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for base, marks in _VNI_BASES.items():
        letter = _VNI_SINGLE.get(base, base)
        table |= {base + mark: nfc(letter + _VNI_MARKS[mark]) for mark in marks}
    for source, letter in list(table.items()):
        # A capital is typed with a capital mark, and by careless hands with a small one.
        table[source.upper()] = letter.upper()
        table[source[:1].upper() + source[1:]] = letter.upper()
    return table


VNI = _vni_table()
"""From one or two characters of VNI to their letter."""
_VNI_PIECE = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def font_encoding(font: str) -> tuple[Encoding, bool] | None:
    """The encoding a font's name stands for, and whether the font draws capitals (``.VnTimeH``)."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "TCVN3", name.endswith("h")
    return ("VNI", False) if re.match(r"vni[ -]", name) else None


def convert(text: str, encoding: Encoding) -> str | None:
    """The text in Unicode, or ``None`` when it holds a letter the encoding does not have."""
    if encoding == "TCVN3":
        if any(ord(sign) > 0xFF and sign.isalpha() for sign in text):
            return None
        return nfc(text.translate(_FROM_TCVN))
    rest = _VNI_PIECE.sub("", text)
    if any(ord(sign) > 0x7F and sign.isalpha() for sign in rest):
        return None
    return nfc(_VNI_PIECE.sub(lambda found: VNI[found[0]], text))


def by_font(text: str, font: str) -> str:
    """The text as a legacy font shows it; unchanged for other fonts and for text already in Unicode."""
    meant = font_encoding(font)
    if meant is None:
        return text
    encoding, capitals = meant
    converted = convert(text, encoding)
    if converted is None or (text.isascii() and not capitals):
        return text
    return converted.upper() if capitals else converted


def by_content(text: str) -> tuple[str, Encoding] | None:
    """The text converted, and from what, when it can only be a legacy encoding: at least half of its
    marked words are no Vietnamese as they stand, and every one is after converting."""
    if text.isascii():
        return None
    # A sign alone (©, ±) is no word of any encoding.
    tokens = [token for token in _SPLIT.split(text) if not token.isascii() and len(token) > 1]
    strange = sum(not is_vietnamese(token) for token in tokens)
    if strange == 0 or strange * 2 < len(tokens):
        return None
    readings: list[tuple[str, Encoding]] = []
    encodings: tuple[Encoding, ...] = ("TCVN3", "VNI")
    for encoding in encodings:
        converted = convert(text, encoding)
        if converted is not None and converted != text and _all_vietnamese(converted):
            readings.append((converted, encoding))
    return readings[0] if len(readings) == 1 else None


_SPLIT = re.compile(r"[\s!-/:-@\[-`{-~“”‘’–—…]+")


def _all_vietnamese(text: str) -> bool:
    return all(token.isascii() or is_vietnamese(token) for token in _SPLIT.split(text))
