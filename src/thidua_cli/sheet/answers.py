"""The saved answers of an office (``--map``): what its own headings and spellings mean."""

from typing import NamedTuple

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.source import TEXT, Field, MapOf, Reading, Record, decode, parse
from thidua_cli.viet.text import fold

SKIP = "bỏ qua"


class Answers(NamedTuple):
    """What headings, units, awards and names in capitals mean, each by its folded spelling."""

    headings: dict[str, str]
    units: dict[str, str]
    awards: dict[str, str]
    names: dict[str, str]


_WORDS = MapOf(TEXT)
ANSWERS = Record(
    Answers,
    "tệp trả lời --map",
    Field("cot", "headings", _WORDS, "tiêu đề cột: khóa, tiêu đề mẫu, hoặc bỏ qua"),
    Field("don_vi", "units", _WORDS, "cách viết: mã đơn vị"),
    Field("hinh_thuc", "awards", _WORDS, "cách viết: tên ngắn hoặc mã hình thức"),
    Field("ho_ten", "names", _WORDS, "HỌ TÊN IN HOA: Họ tên viết thường"),
)
NO_ANSWERS = Answers({}, {}, {}, {})


def read_answers(data: bytes, file: str) -> tuple[Answers, list[Diagnostic]]:
    """The answers in a file, and what is wrong with it."""
    text, problems = decode(data, file)
    values = None
    if text is not None:
        values, problems = parse(text, file)
    if values is None:
        return NO_ANSWERS, problems
    reading = Reading(file)
    found: Answers | None = ANSWERS.read(values, reading)
    if found is None:
        return NO_ANSWERS, problems + reading.found
    # Names in capitals differ from their answers by case alone, so their spelling counts as it is.
    answers = Answers(_folded(found.headings), _folded(found.units), _folded(found.awards), dict(found.names or {}))
    return answers, problems + reading.found


def _folded(group: dict[str, str] | None) -> dict[str, str]:
    return {fold(spelling): meaning for spelling, meaning in (group or {}).items()}
