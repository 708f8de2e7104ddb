"""The passages a report is read by, for the lints on its words: sections of the prose, and the summary.

The words the lints go by are data, in ``static/reports.yaml``.
"""

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from thidua_cli.book.prose import Section, prose
from thidua_cli.diagnostic import Code, Diagnostic, Mark, Place
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules.look import Look
from thidua_cli.source import TEXTS, Field, Reading, Record, parse
from thidua_cli.viet.text import nfc


class Passage(NamedTuple):
    """A section of the prose, or the summary of the record (which has a route and no lines). ``low`` is its text
    in small letters, as all words are compared."""

    case: Nomination
    file: str
    section: Section
    low: str
    route: str = ""

    @property
    def called(self) -> str:
        """The passage as people name it."""
        if self.route:
            return "tóm tắt thành tích"
        return f"mục “{self.section.title}”" if self.section.title else "báo cáo"

    @property
    def title(self) -> str:
        """The title of the section, in small letters."""
        return self.section.title.lower()

    def place(self, words: range) -> Place | None:
        """Where the words stand in the file."""
        if self.route:
            return None
        line, column = self.section.place(words.start)
        return Place(line, column, column + len(words))


def passages(look: Look, case: Nomination) -> list[Passage]:
    """What a case tells, read anew from the disk."""
    file = look.drive.prose_of(case)
    found = [Passage(case, file, one, one.text.lower()) for one in prose(look.book.disk, file)] if file else []
    if case.summary:
        found.append(Passage(case, case.file, Section("", case.summary), case.summary.lower(), "tom_tat_thanh_tich"))
    return [one for one in found if one.low]


def say(code: Code, passage: Passage, words: range, message: str, remedy: str, *related: Mark) -> Diagnostic:
    """A finding about some words of a passage."""
    return Diagnostic(
        code,
        message,
        passage.file,
        (passage.route,) if passage.route else (),
        place=passage.place(words),
        # The prose has no route, so the title tells two findings of one report apart.
        record=f"{passage.case.id}/{passage.section.title}",
        remedy=remedy,
        related=related,
    )


def quoted(passage: Passage, offset: int) -> str:
    """The start of a sentence, enough to find it again."""
    words = passage.section.text[offset:].split("\n", 1)[0].split()
    return " ".join(words[:10]).rstrip(".,;:") + (" …" if len(words) > 10 else "")


class Words(NamedTuple):
    """The lists of ``static/reports.yaml``."""

    praise: tuple[str, ...]
    numerals: tuple[str, ...]
    results: tuple[str, ...]
    background: tuple[str, ...]
    beside: tuple[str, ...]
    bodies: tuple[str, ...]


_LISTS = Record(
    Words,
    "từ ngữ báo cáo",
    Field("loi_khen_suong", "praise", TEXTS, "lời khen không nói được gì"),
    Field("so_bang_chu", "numerals", TEXTS, "con số viết bằng chữ"),
    Field("muc_ket_qua", "results", TEXTS, "mục kể kết quả"),
    Field("muc_nen", "background", TEXTS, "mục tả hoàn cảnh"),
    Field("khong_ke_thanh_tich", "beside", TEXTS, "câu không kể thành tích"),
    Field("chu_ngu_tap_the", "bodies", TEXTS, "tập thể làm chủ ngữ"),
)


@cache
def words() -> Words:
    """The words the lints go by, in small letters."""
    file = os.path.join(os.path.dirname(__file__), "static", "reports.yaml")
    with open(file, encoding="utf-8") as handle:
        values, problems = parse(handle.read(), "reports.yaml")
    reading = Reading("reports.yaml")
    assert values is not None, problems
    lists: Words = _LISTS.read(values, reading)
    assert not reading.found, reading.found
    return Words(*(tuple(nfc(word).lower() for word in one) for one in lists))


def said_in(text: str, which: tuple[str, ...]) -> range | None:
    """Where a text first says one of some words or phrases, as whole words.

    Nearly no text says any: looking for each is ten times faster than one pattern of all, and needs no making.
    """
    spans = [range(at, at + len(one)) for one in which if one in text for at in _places(text, one)]
    return min(spans, key=lambda span: span.start, default=None)


def begins_with(text: str, at: int, which: tuple[str, ...]) -> bool:
    """Whether one of some words or phrases stands at a place of a text, as whole words."""
    return text.startswith(which, at) and any(
        text.startswith(one, at) and _is_whole(text, at, at + len(one)) for one in which
    )


def _places(text: str, one: str) -> Iterator[int]:
    at = text.find(one)
    while at >= 0:
        if _is_whole(text, at, at + len(one)):
            yield at
        at = text.find(one, at + 1)


def _is_whole(text: str, start: int, stop: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum())


@lru_cache(maxsize=1024)
def is_of_results(title: str) -> bool:
    """Whether a section of that title tells results."""
    return said_in(title, words().results) is not None


@lru_cache(maxsize=1024)
def is_background(title: str) -> bool:
    """Whether a section is one where two people of one job may well say the same."""
    return said_in(title, words().background) is not None and not is_of_results(title)
