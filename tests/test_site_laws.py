"""Laws of the site: shares add up, no text becomes markup, no hidden name comes through, colours can be read."""

import re
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import Page

from thidua_cli.book import Book, read_book
from thidua_cli.model.meeting import Meeting
from thidua_cli.render.values.counting import PARTS, shares, show_share
from thidua_cli.rules import inspect
from thidua_cli.site import build
from thidua_cli.site.masking import Mask, initials
from thidua_cli.site.words import WORDS

ROOT = Path(__file__).parent.parent
SITE = ROOT / "src" / "thidua_cli" / "site"
DAY = date(2025, 1, 10)
COUNTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=8)


@given(COUNTS)
def test_shares_add_up_and_none_is_a_tenth_away(counts: list[int]) -> None:
    found, total = shares(counts), sum(counts)

    assert sum(found) == (PARTS if total else 0)
    for count, tenths in zip(counts, found, strict=True):
        assert not total or abs(Fraction(count * PARTS, total) - tenths) < 1
        assert count or not tenths, "nothing is no share"


@given(COUNTS)
def test_more_is_never_shown_as_a_smaller_share(counts: list[int]) -> None:
    pairs = sorted(zip(counts, shares(counts), strict=True))
    for (fewer, small_share), (more, large_share) in pairwise(pairs):
        assert fewer == more or small_share <= large_share


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ([1, 1, 1], ["33,4%", "33,3%", "33,3%"]),
        ([8, 74], ["9,8%", "90,2%"]),
        ([0, 5], ["0,0%", "100,0%"]),
        ([1, 5, 0], ["16,7%", "83,3%", "0,0%"]),
        ([0, 0], ["0,0%", "0,0%"]),
    ],
)
def test_shares_worked_by_hand(counts: list[int], printed: list[str]) -> None:
    assert [show_share(one) for one in shares(counts)] == printed


# -- text from records ----------------------------------------------------------------------------


@cache
def small() -> Book:
    """An office of one collective, small enough to be built a hundred times."""
    return read_book(ROOT / "examples" / "loi-thuong-gap" / "giai-ngan-94-96")


def pages_with(text: str) -> dict[str, str]:
    """The pages when everything a clerk types freely is this text."""
    book = small()
    units = {id_: unit._replace(name=text, formal_name=text) for id_, unit in book.units.items()}
    drives = {}
    for id_, drive in book.drives.items():
        plan = drive.plan._replace(name=text, citation=text, title=text, merit=text)
        criteria = tuple(one._replace(name=text, clause=text) for one in drive.criteria)
        cases = {
            key: case._replace(summary=text, group_name=text, full_name=text) for key, case in drive.nominations.items()
        }
        meetings: dict[str, Meeting] = drive.meetings
        dossiers = {key: one._replace(number=text) for key, one in drive.dossiers.items()}
        drives[id_] = drive._replace(
            plan=plan, criteria=criteria, nominations=cases, meetings=meetings, dossiers=dossiers
        )
    book = book._replace(units=units, drives=drives)
    # Whether a text may be somebody's name (TD616) hangs on the text, and is nothing the pages decide.
    inspection = inspect(book, DAY)
    inspection = inspection._replace(found=tuple(one for one in inspection.found if one.code.id != "TD616"))
    return {one.path: one.data.decode() for one in build(book, inspection, DAY, internal=True)}


@cache
def harmless() -> dict[str, Page]:
    return {path: Page(text) for path, text in pages_with("Chữ").items()}


HOSTILE = st.one_of(
    st.sampled_from(
        (
            "<script>alert(1)</script>",
            "</style><script>1</script>",
            '" onmouseover="alert(1)',
            "'><img src=x onerror=1>",
            "{{ 7 * 7 }}{% raw %}",
            "</title></head>",
            "<!-- --> ]]> &amp; &#x3c;b&#x3e;",
            "javascript:alert(1)",
            "\u202eđảo\u2066",
        )
    ),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).map(lambda text: f"x{text}"),
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_no_text_becomes_markup_and_none_is_lost(text: str) -> None:
    shown = "".join(text.split())
    found = pages_with(text)

    assert found.keys() == harmless().keys()
    for path, source in found.items():
        page = Page(source)
        assert [tag for tag, _ in page.tags] == [tag for tag, _ in harmless()[path].tags], path
        assert page.tags == harmless()[path].tags
        assert not page.wrong
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", source)
    if shown.isprintable():
        assert shown in "".join(Page(found["index.html"]).text.split())


# -- names ----------------------------------------------------------------------------------------

SYLLABLE = st.sampled_from(
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Võ",
        "Thị",
        "Văn",
        "Minh",
        "Hòa",
        "Thuỳ",
        "Cẩm",
        "An",
        "Ý",
        "Đặng",
        "Quốc",
        "Ái",
        "K'Brẻo",
    ]
)
NAME = st.lists(SYLLABLE, min_size=2, max_size=5).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(NAME, st.text("abc ,.:;“”()đ12", max_size=12), st.text("abc ,.:;“”()đ12", max_size=12), st.integers(0, 3))
def test_a_hidden_name_never_comes_through(name: str, before: str, after: str, form: int) -> None:
    book = small()
    drives = {
        id_: drive._replace(
            nominations={
                key: case._replace(subject_kind="cá nhân", full_name=name) for key, case in drive.nominations.items()
            }
        )
        for id_, drive in book.drives.items()
    }
    mask = Mask(book._replace(drives=drives), internal=False)
    written = (name, name.upper(), name.lower(), name.replace(" ", "  "))[form]

    said = mask.says(f"{before} {written} {after}")

    assert written not in said
    assert initials(name) in said
    assert Mask(book._replace(drives=drives), internal=True).says(written) == written


def test_initials() -> None:
    assert initials("Lê Thị Cẩm") == "L. T. C."
    assert initials("Đinh Quốc Khánh") == "Đ. Q. K."
    assert initials("") == "•••"


def test_words_are_those_of_the_records() -> None:
    model = "".join(path.read_text(encoding="utf-8") for path in (SITE.parent / "model").glob("*.py"))
    assert not set(WORDS) - set(re.findall(r'Field\(\s*"(\w+)"', model))


# -- colours --------------------------------------------------------------------------------------


def palettes() -> list[dict[str, str]]:
    css = (SITE / "static" / "site.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{([^}]*)\}", css)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in blocks]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_word_can_be_read_by_day_and_by_night() -> None:
    light, dark, printed = palettes()

    for palette in (light, dark, light | printed):
        for ink in ("ink", "soft", "link", "met", "missed", "open", "off"):
            for ground in ("paper", "ground", "head"):
                assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground, palette[ink])
        for line in ("focus", "s0", "s1", "s2", "s3", "s4", "s5"):
            assert contrast(palette[line], palette["paper"]) >= 3, line


def test_a_name_another_one_begins_with_is_hidden_at_the_end_of_a_sentence() -> None:
    book = small()
    drives = {}
    for id_, drive in book.drives.items():
        (case, *_) = drive.nominations.values()
        people = [case._replace(subject_kind="cá nhân", full_name=name) for name in ("Lê Thị", "Lê Thị Cẩm Hòa")]
        drives[id_] = drive._replace(nominations={one.full_name or "": one for one in people})
    mask = Mask(book._replace(drives=drives), internal=False)

    assert mask.says("không phải Lê Thị Cẩm Hòa mà là Lê Thị") == "không phải L. T. C. H. mà là L. T."
