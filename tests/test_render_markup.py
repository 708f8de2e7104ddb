"""The body of a template: blocks, opaque tags, and what lies outside the profile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.render.markup import Heading, Many, Paragraph, Row, Table, Tag, parse


def blocks(body: str):
    found, diagnostics = parse(body, 1, "x.md")
    assert not diagnostics
    return found


def codes(body: str) -> list[tuple[int, str]]:
    return [(d.place.line, d.code.id) for d in parse(body, 1, "x.md")[1]]


def test_paragraph_keeps_its_tags_opaque() -> None:
    (block,) = blocks("Kính gửi {{ a.b | ngay_chu }}, **đậm {{ c.d }}** và *nghiêng*.")
    assert isinstance(block, Paragraph)
    assert [(r.kind, r.text, r.bold, r.italic) for r in block.runs] == [
        ("text", "Kính gửi ", False, False),
        ("value", "{{ a.b | ngay_chu }}", False, False),
        ("text", ", ", False, False),
        ("text", "đậm ", True, False),
        ("value", "{{ c.d }}", True, False),
        ("text", " và ", False, False),
        ("text", "nghiêng", False, True),
        ("text", ".", False, False),
    ]


def test_text_stays_as_typed() -> None:
    (block,) = blocks(r"a & b &amp; 1 < 2 \* 3, x_y_z, “ngoặc” 5 * 6")
    assert block.runs[0].text == "a & b &amp; 1 < 2 * 3, x_y_z, “ngoặc” 5 * 6"


def test_tags_around_blocks_need_no_blank_lines() -> None:
    found = blocks("{% for g in x.y %}\n{{ g.ten }}: một.\n{% endfor %}\nHai.")
    assert [type(b) for b in found] == [Tag, Paragraph, Tag, Paragraph]
    assert [b.line for b in found] == [1, 2, 3, 4]


def test_headings_and_several_paragraphs() -> None:
    found = blocks("# Một\n\n## {{ a.b }};\n\n### Ba\n\n{{ a.c | doan }}\n")
    assert [b.level for b in found[:3]] == [1, 2, 3]
    assert found[3] == Many("a.c", 7)
    assert isinstance(found[0], Heading)


TABLE = """\
| TT | Tên |
|:---:|---|
{% for d in x.y %}
| {{ loop.index }} | {{ d.ten | ngay_so }} \\| {% if d.z %}{{ d.z }}{% endif %} |
{% endfor %}
{% endif %}
"""


def test_table_keeps_row_tags_and_hands_back_those_of_the_block() -> None:
    opening, table, closing = blocks("{% if x.y %}\n" + TABLE)
    assert isinstance(opening, Tag)
    assert isinstance(table, Table)
    assert table.align == ("center", "left")
    assert [type(row) for row in table.rows] == [Tag, Row, Tag]
    assert [r.text for r in table.rows[1].cells[1]][:2] == ["{{ d.ten | ngay_so }}", " | "]
    assert closing.word == "endif"
    assert closing.line == 7


@pytest.mark.parametrize(
    ("body", "line", "code"),
    [
        ("- một\n- hai", 1, "TD705"),
        ("Đoạn.\n\n1. một", 3, "TD705"),
        ("```\nmã\n```", 1, "TD705"),
        ("Đoạn.\n\n    thụt lề", 3, "TD705"),
        ("> trích", 1, "TD705"),
        ("a\n\n---\n\nb", 3, "TD705"),
        ("<div>\nx\n</div>", 1, "TD705"),
        ("một `mã`", 1, "TD705"),
        ("một [liên kết](http://x)", 1, "TD705"),
        ("một ![hình](x.png)", 1, "TD705"),
        ("một  \nhai", 1, "TD705"),
        ("#### bốn", 1, "TD705"),
        ("| a | b |\n|---|---|\n| c |", 3, "TD705"),
        ("một {{ a.b", 1, "TD701"),
        ("một {% if a.b %}hai", 1, "TD707"),
        ("một {% endif %}", 1, "TD707"),
        ("một {% if a.b %}x{% endfor %}", 1, "TD707"),
        ("| a |\n|---|\n{% for x in y.z %}\n| b |\n", 4, "TD707"),
        ("Nhiệm vụ: {{ a.b | doan }}", 1, "TD710"),
        ("# {{ a.b | doan }}", 1, "TD710"),
        ("| a |\n|---|\n| {{ a.b | doan }} |", 3, "TD710"),
    ],
)
def test_outside_the_profile(body: str, line: int, code: str) -> None:
    assert codes(body) == [(line, code)]


@given(st.text(alphabet=st.sampled_from("ab đ*_#|-`<>{}%[]()!\\\n 1.:&~^"), max_size=120))
def test_any_body_is_read_without_raising(body: str) -> None:
    parse(body, 1, "x.md")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_is_read_without_raising(body: str) -> None:
    parse(body, 1, "x.md")
