"""A plan's text as passages with the line each begins on: legacy encodings read, wrapped lines put together,
notes of whoever typed it in set apart. A text too garbled to trust is refused with what was measured.

Knows paragraphs; knows nothing of what a plan says.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua_cli.diagnostic import Refused
from thidua_cli.plantext.patterns import MARKER, NEVER_JOINED, OPENER
from thidua_cli.viet.legacy import Encoding, convert
from thidua_cli.viet.numerals import roman
from thidua_cli.viet.spelling import legibility
from thidua_cli.viet.text import nfc

MAX_LETTERS = 400_000
"""The longest of the plans this was made from has 38,000 letters."""
MOST_MISSPELT = 0.10
FEWEST_WORDS = 40

_BREAKS = re.compile(r"\r\n?|\n")
# What no editor counts as a new line, and what nobody sees, become plain spaces or nothing.
_SPACES = str.maketrans(
    dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u2002\u2003\u2007\u2009\u202f", " ") | {"\t": "  "}
)
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_RUN = re.compile(r" {2,}")
_STARS = re.compile(r"(?<=\w)\*\*(?=[^\s*])")
_DOUBTFUL = re.compile(r"\[([^\[\]]{1,200})\?\]")
_SIC = re.compile(r"\s{0,3}\{sic\}")
_BEFORE_SIC = re.compile(r"(\S{1,30}(?: \S{1,30})?)\s{0,3}\{sic\}")
_LONGEST = 20_000
_HEADING = 120
# A text set in columns of so many letters was wrapped by hand or by a scanner; its full lines reach so far.
_FEWEST_COLUMNS, _MOST_COLUMNS, _FULL = 40, 120, 0.8
_WRAPPED = 60
_ACROSS_PAGES = 40
_ENDED = (".", ";", ":", "!", "?", "/.")


MAX_BYTES = 8_000_000


class Line(NamedTuple):
    """A line of a text file, or a paragraph of a Word file, and where it stands. ``listed`` tells that Word
    numbers it: the number is not in the text."""

    where: str
    text: str
    listed: bool = False


class Passage(NamedTuple):
    """A paragraph on one line. ``doubts`` are the words its typist was unsure of; ``gap`` tells of an empty
    line before it."""

    where: str
    text: str
    doubts: tuple[str, ...] = ()
    gap: bool = False


class Source(NamedTuple):
    """A text that may be trusted. ``remarks`` say what was done to it; ``numbered`` that its clauses stand
    in the text itself."""

    passages: tuple[Passage, ...]
    remarks: tuple[str, ...]
    numbered: bool = True


def decoded(data: bytes) -> str:
    """The text of a .txt as Notepad may have saved it; raises ``Refused`` for what is no text."""
    if len(data) > MAX_BYTES:
        raise Refused(f"tệp quá {MAX_BYTES // 1_000_000} MB", "chỉ đưa tệp chữ của một kế hoạch")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise Refused("tệp không phải văn bản (có byte rỗng)", "mở bằng Word, lưu thành .docx hoặc .txt (UTF-8)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Typed for a font older than Unicode: one byte a letter, as Windows keeps it.
        return data.decode("cp1252", errors="replace")


def lines_of(text: str) -> list[Line]:
    """The lines of a text file, numbered as every editor numbers them."""
    return [Line(f"dòng {number}", one) for number, one in enumerate(_BREAKS.split(text), 1)]


def source_of(lines: Iterable[Line], *, wrapped: bool = True) -> Source:
    """The passages of a text; raises ``Refused`` where it cannot be trusted. ``wrapped`` tells that a
    paragraph may go over several lines, as it does in a text file and never in Word."""
    given = list(lines)
    if sum(len(one.text) for one in given) > MAX_LETTERS:
        raise Refused(f"văn bản dài quá {MAX_LETTERS:,} chữ".replace(",", "."), "chỉ đưa tệp của một kế hoạch")
    kept = [one for one in given if not one.text.lstrip().startswith("#")]
    remarks = []
    if len(kept) < len(given):
        remarks.append(f"bỏ qua {len(given) - len(kept)} dòng bắt đầu bằng dấu #, coi là ghi chú của người gõ")
    clean, encoding = _readable(kept)
    if encoding:
        remarks.append(f"văn bản gõ bằng bảng mã cũ {encoding}, đã đổi sang Unicode")
    listed = sum(one.listed for one in clean)
    if listed:
        remarks.append(f"Word tự đánh số {listed} đoạn, số không nằm trong chữ: đối chiếu mọi dieu_khoan với bản in")
    return Source(tuple(_joined(_labelled(_pieces(clean)), wrapped)), tuple(remarks), numbered=not listed)


def _clean(text: str) -> str:
    return _RUN.sub("  ", _UNSEEN.sub("", nfc(text)).translate(_SPACES)).strip()


def _readable(lines: list[Line]) -> tuple[list[Line], Encoding | None]:
    """The lines as they stand, or out of the legacy encoding they were typed in."""
    clean = [one._replace(text=_clean(one.text)) for one in lines]
    found = legibility("\n".join(one.text for one in clean))
    if found.misspelt_share > MOST_MISSPELT:
        old = _legacy(lines)
        if old is not None:
            return old
        share = f"{found.misspelt} trong {found.words} tiếng ({found.misspelt_share:.0%})"
        raise Refused(
            f"{share} không đọc được thành tiếng Việt hoặc mất dấu, ví dụ: {', '.join(found.examples)}",
            f"chỉ nhận văn bản có không quá {MOST_MISSPELT:.0%} tiếng như vậy; gõ lại hoặc nhận dạng chữ lại từ bản "
            "quét rõ hơn, hoặc lấy tệp Word gốc",
        )
    if found.words < FEWEST_WORDS:
        raise Refused(
            f"chỉ đọc được {found.words} tiếng, chưa thành một kế hoạch",
            "kiểm tra có đúng tệp không; bản quét (ảnh) thì phải nhận dạng chữ trước",
        )
    return clean, None


def _legacy(lines: list[Line]) -> tuple[list[Line], Encoding] | None:
    """The lines converted as they were typed, before anything unseen is taken out: in TCVN3 ư is a soft hyphen."""
    text = "\n".join(one.text.replace("\n", " ") for one in lines)
    encodings: tuple[Encoding, ...] = ("TCVN3", "VNI")
    for encoding in encodings:
        read = convert(text, encoding)
        if read is not None and legibility(read).misspelt_share <= MOST_MISSPELT:
            pairs = zip(lines, read.split("\n"), strict=True)
            return [one._replace(text=_clean(_capitals(one.text, part))) for one, part in pairs], encoding
    return None


def _capitals(typed: str, read: str) -> str:
    """A line typed in capitals: .VnTime has no marked ones, so those came out small."""
    plain = [sign for sign in typed if sign.isascii() and sign.isalpha()]
    return read.upper() if plain and all(sign.isupper() for sign in plain) else read


def _pieces(lines: list[Line]) -> Iterator[Line]:
    """The lines without Markdown stars. A title glued to its heading stands on its own again."""
    for one in lines:
        before, *after = _STARS.split(one.text, maxsplit=1)
        for piece in (before, *after) if before.isupper() else (one.text,):
            yield one._replace(text=piece.replace("*", "").strip())


def _labelled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with the marks Word keeps to itself, as papers usually have them: I. over capitals, 1. over a
    heading, a dash before a sentence."""
    large = small = 0
    for one in lines:
        if not one.listed or not one.text or MARKER.match(one.text):
            yield one
            continue
        if one.text.isupper():
            large, small = large + 1, 0
            mark = f"{roman(min(large, 39))}."
        elif len(one.text) <= _HEADING and not one.text.endswith(_ENDED):
            small += 1
            mark = f"{small}."
        else:
            mark = "-"
        yield one._replace(text=f"{mark} {one.text}")


def _joined(lines: Iterable[Line], wrapped: bool) -> list[Passage]:
    given = list(lines)
    full = _FULL * max((len(one.text) for one in given if "  " not in one.text), default=0)
    found: list[Passage] = []
    gap, ended, before = False, not wrapped, ""
    for one in given:
        if not one.text:
            gap = True
            continue
        ended = ended or one.text.startswith("Nơi nhận")
        cut = not gap and _FEWEST_COLUMNS <= full <= len(before) and full <= _MOST_COLUMNS
        if found and not ended and _goes_on(_unsaid(found[-1].text), _unsaid(one.text), gap=gap, cut=cut):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {one.text}")
        else:
            found.append(Passage(one.where, one.text, (), gap))
        gap, before = False, one.text
    return [_told(one) for one in found if _unsaid(one.text)]


def _unsaid(text: str) -> str:
    """The text without its typist's signs."""
    return _SIC.sub("", _DOUBTFUL.sub(r"\1", text)).strip()


def _told(one: Passage) -> Passage:
    """The passage with its typist's doubts set apart."""
    noted = (*_DOUBTFUL.findall(one.text), *_BEFORE_SIC.findall(one.text))
    return one._replace(
        text=_unsaid(one.text), doubts=tuple(said for said in noted if any(sign.isalnum() for sign in said))
    )


def _goes_on(before: str, text: str, *, gap: bool, cut: bool) -> bool:
    """Whether a line continues the one before: wrapped by hand, or cut by a page. ``cut`` tells that the
    line before ran to the margin of a text set in columns: a dash may then stand inside a name."""
    if not text or before.isupper() or NEVER_JOINED.search(before) or OPENER.match(text):
        return False
    if before.endswith(_ENDED) or len(before) > _LONGEST:
        return False
    if MARKER.match(text):
        return cut and text[0] in "-–"
    small = text[0].islower()
    if gap:
        return small and len(before) >= _ACROSS_PAGES
    return small or cut or len(before) >= _WRAPPED
