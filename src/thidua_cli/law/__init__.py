"""Dated law, as data with source and confidence. What is not in the data is not known here."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from thidua_cli.source import DATE, TEXT, Choice, Field, ListOf, Reading, Record, parse


class Basis(NamedTuple):
    """A law or decree that papers cite as their basis, with the days it is in force."""

    citation: str
    valid_from: date
    valid_to: date | None
    confidence: str
    source: str


_BASES = ListOf(
    Record(
        Basis,
        "văn bản luật",
        Field("cum_vien_dan", "citation", TEXT, "cụm viện dẫn", need="value"),
        Field("hieu_luc_tu", "valid_from", DATE, "hiệu lực từ", need="value"),
        Field("hieu_luc_den", "valid_to", DATE, "hiệu lực đến", need="key"),
        Field("do_tin_cay", "confidence", Choice("đã đối chiếu", "một nguồn", "suy ra"), "độ tin cậy", need="value"),
        Field("nguon", "source", TEXT, "nguồn", need="value"),
    )
)


@lru_cache(maxsize=1)
def bases() -> tuple[Basis, ...]:
    """Every basis we know, oldest first."""
    text = (Path(__file__).parent / "texts.yaml").read_text(encoding="utf-8")
    node, problems = parse(text, "law/texts.yaml")
    assert node is not None and not problems
    reading = Reading("law/texts.yaml")
    found: tuple[Basis, ...] = _BASES.read(node, reading)
    assert not reading.found, reading.found
    return found


def bases_on(day: date) -> tuple[str, ...]:
    """The citations in force on a day; empty before the first day we know."""
    return tuple(
        one.citation for one in bases() if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)
    )
