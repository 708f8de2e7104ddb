"""The file of saved answers (``--map``): read, and each answer held against what the campaign and the office know."""

from collections.abc import Callable

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.sheet import codes
from thidua_cli.sheet.answers import NO_ANSWERS, ONE, TWO, Answers
from thidua_cli.sheet.headings import Headings, in_unicode
from thidua_cli.sheet.known import Awards, Units
from thidua_cli.source import TEXT, Choice, Field, MapOf, Reading, Record, decode, locate, parse, parse_nodes
from thidua_cli.viet.text import fold, suggest

_WORDS = MapOf(TEXT)
_ANSWERS = Record(
    Answers,
    "tệp trả lời --map",
    Field("cot", "headings", _WORDS, "tiêu đề cột: khóa, tiêu đề mẫu, hoặc bỏ qua"),
    Field("don_vi", "units", _WORDS, "cách viết: mã hay tên đơn vị"),
    Field("hinh_thuc", "awards", _WORDS, "cách viết: tên ngắn hoặc mã hình thức"),
    Field("trung_ten", "namesakes", MapOf(Choice(ONE, TWO)), "họ tên, ngày sinh: một người · hai người"),
    Field("ho_ten", "names", _WORDS, "HỌ TÊN IN HOA, hay tên mở đầu bằng Ông, Bà, Anh, Chị: cách viết đúng"),
)


def read_answers(data: bytes, file: str, drive: Drive, book: Book) -> tuple[Answers, list[Diagnostic]]:
    """The answers in a file, and what is wrong with it, each at its line."""
    text, problems = decode(data, file)
    values = None
    if text is not None:
        values, problems = parse(text, file)
    if text is None or values is None:
        return NO_ANSWERS, problems
    reading = Reading(file)
    found: Answers | None = _ANSWERS.read(values, reading)
    if found is not None:
        _check(found, reading, drive, book)
    top = parse_nodes(text, file)[0] if reading.found else None
    problems += [one._replace(place=locate(top, one.route, on_key=one.on_key)) for one in reading.found]
    if found is None:
        return NO_ANSWERS, problems
    # Names in capitals differ from their answers by case alone, so their spelling counts as it is.
    answers = Answers(
        _folded(found.headings),
        _folded(found.units),
        _folded(found.awards),
        dict(found.names or {}),
        _folded(found.namesakes),
    )
    return answers, problems


def _check(found: Answers, reading: Reading, drive: Drive, book: Book) -> None:
    """An answer that leads nowhere would be as good as none, and nobody would know."""
    headings, awards, units = Headings(drive, NO_ANSWERS), Awards(drive, NO_ANSWERS), Units(book, NO_ANSWERS)
    known: dict[str, tuple[dict[str, str] | None, str, Callable[[str], object], Callable[[str], str | None]]] = {
        "cot": (found.headings, "khóa", headings.meant, headings.near_key),
        "don_vi": (found.units, "đơn vị", units.find, lambda said: suggest(said, book.units) or units.near(said)),
        "hinh_thuc": (found.awards, "hình thức", awards.all.find, awards.near),
    }
    for key, (group, what, find, near) in known.items():
        for spelling, meaning in (group or {}).items():
            if not find(meaning):
                likely = near(meaning)
                reading.report(
                    codes.GIA_TRI_LA,
                    f"{what} “{meaning}” không có",
                    remedy=f"có phải {likely}?" if likely else "",
                    route=(key, spelling),
                )


def _folded(group: dict[str, str] | None) -> dict[str, str]:
    return {fold(in_unicode(spelling)): meaning for spelling, meaning in (group or {}).items()}
