"""Dated law, as data with source and confidence. What is not in the data is not known here."""

from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from thidua_cli.source import DATE, RATIO, TEXT, TEXTS, Choice, Field, ListOf, Reading, Record, parse
from thidua_cli.viet.text import fold

VERIFIED = "đã đối chiếu"
_DATED = (
    Field("hieu_luc_tu", "valid_from", DATE, "hiệu lực từ", need="value"),
    Field("hieu_luc_den", "valid_to", DATE, "hiệu lực đến", need="key"),
    Field("do_tin_cay", "confidence", Choice(VERIFIED, "một nguồn", "suy ra"), "độ tin cậy", need="value"),
    Field("nguon", "source", TEXT, "nguồn", need="value"),
)


class Basis(NamedTuple):
    """A law or decree that papers cite as their basis, with the days it is in force."""

    citation: str
    valid_from: date
    valid_to: date | None
    confidence: str
    source: str


class Threshold(NamedTuple):
    """The share of votes a text of the State asks for some titles."""

    titles: tuple[str, ...]
    share: Fraction
    counted_on: str
    valid_from: date
    valid_to: date | None
    confidence: str
    source: str


_BASES = ListOf(
    Record(Basis, "văn bản luật", Field("cum_vien_dan", "citation", TEXT, "cụm viện dẫn", need="value"), *_DATED)
)
_THRESHOLDS = ListOf(
    Record(
        Threshold,
        "ngưỡng phiếu",
        Field("danh_hieu", "titles", TEXTS, "danh hiệu", need="value"),
        Field("ty_le_tan_thanh", "share", RATIO, "tỷ lệ tán thành", need="value"),
        Field("tinh_tren", "counted_on", TEXT, "tính trên", need="value"),
        *_DATED,
    )
)


@lru_cache(maxsize=8)
def _read(name: str) -> tuple[Any, ...]:
    """A file of this room; a mistake in it is our own bug and raises."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    node, problems = parse(text, name)
    reading = Reading(name)
    kind = _BASES if name == "texts.yaml" else _THRESHOLDS
    if node is None or problems:
        raise ValueError(f"{name}: {problems}")
    found = kind.read(node, reading)
    if reading.found:
        raise ValueError(f"{name}: {reading.found}")
    return found


def _in_force(one: Basis | Threshold, day: date) -> bool:
    return one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)


def bases_on(day: date) -> tuple[str, ...]:
    """The citations in force on a day; empty before the first day we know."""
    return tuple(one.citation for one in _read("texts.yaml") if _in_force(one, day))


def threshold_for(award: str, day: date) -> Threshold | None:
    """The national threshold for a title on a day; ``None`` where none is known, as for Bằng khen,
    Giấy khen and Thư khen."""
    name = fold(award)
    found: Threshold | None = next(
        (
            one
            for one in _read("voting.yaml")
            if _in_force(one, day) and any(fold(title) in name for title in one.titles)
        ),
        None,
    )
    return found
