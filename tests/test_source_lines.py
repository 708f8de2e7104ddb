"""Read line by line or by the parser of all of YAML, a text gives the same values in the same places."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thidua_cli.source import Node, events, lines, plain

ROOT = Path(__file__).parent.parent


def told(node: Node | None) -> Any:
    """A node with all it says, as plain values."""
    if node is None:
        return None
    value = node.value
    if type(value) is dict:
        value = {key: told(item) for key, item in value.items()}
    elif type(value) is list:
        value = [told(item) for item in value]
    return value, node.line, node.column, node.end, node.spots


def agrees(text: str) -> bool:
    """Whether the lines were read, and then to the same end; a text left to the parser is no disagreement."""
    top = lines.nodes(text)
    if top is None:
        assert lines.values(text) is None, text
        return False
    assert lines.values(text) == plain(top), text
    assert (told(top), []) == (told(events.parse(text, "f")[0]), events.parse(text, "f")[1]), text
    for key in top.value if isinstance(top.value, dict) and top.column == 1 else ():
        alone = lines.node_of_key(text, key)
        assert alone is not None, (text, key)
        assert alone.place == top.place, (text, key)
        assert isinstance(alone.value, dict)
        assert (alone.keys, told(alone.value[key])) == ({key: top.keys[key]}, told(top.value[key])), (text, key)
    return True


def test_what_is_shipped_is_read_alike_and_by_its_lines() -> None:
    shipped = [*ROOT.glob("campaigns/**/*.yaml"), *ROOT.glob("src/thidua_cli/law/*.yaml")]
    left = [path for path in shipped if not agrees(path.read_text(encoding="utf-8"))]
    assert shipped
    assert not left


def test_every_example_is_read_alike_and_nearly_all_by_their_lines() -> None:
    files = [*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("tests/cases/*.yaml")]
    read = sum(agrees(path.read_bytes().decode("utf-8", "replace")) for path in files)
    assert read > 0.9 * len(files)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# chỉ chú thích\n",
        "- a\n- b\n",
        "a: 1\na: 2\n",
        "a: 1\n\tb: 2\n",
        "a: 1\n? b\n: 2\n",
        "{a: 1}\n",
        "a: 'x\n",
    ],
)
def test_a_key_is_not_read_alone_where_its_lines_are_not_plain(text: str) -> None:
    assert lines.node_of_key(text, "a") is None


def test_of_a_key_that_is_not_there_only_the_top_is_known() -> None:
    top = lines.node_of_key("# đầu tệp\n\na: 1\nb:\n  c: 2\n", "c")
    assert told(top) == ({}, 3, 1, None, {})


SHAPES = [
    "a: 1\n",
    "- a\n- b\n",
    "- a: 1\n  b: 2\n-   c: 3\n    d:\n",
    "a:\n- 1\n- 2\nb: 3\n",
    "a:\n  - 1\n  - b: 2\n    c:\n      - x\n",
    "a: >-\n  một hai\n  ba # bốn\nb: |\n  năm\n\nc: |-\n    sáu\n",
    "- >-\n  một\n  hai\n- ba\n",
    "a: [x, y z ,w]\nb: []\nc: {}\n",
    'a: "x # y"\nb: \'z: \'\nc: ""\n',
    "a: x  # lời chú\nb:   # lời chú\nc: ~\nd: null\n# e: 1\n\nf: 14:00\n",
    "a: 001085012345\r\nb: có\r\n",
    "01/01/2017: Tết Dương lịch\n",
    "a: >\n  một\n  hai\n",
]


@pytest.mark.parametrize("text", SHAPES)
def test_the_usual_shapes_are_read_by_their_lines(text: str) -> None:
    assert agrees(text)


UNUSUAL = [
    "",
    "# lời chú\n",
    "chữ\n",
    "a: 1\na: 2\n",
    "a: &x 1\nb: *x\n",
    "a: !!int 1\n",
    "a: x\n  y\n",
    "a: x\n  b: y\n",
    "a:\n    b: 1\n  c: 2\n",
    "a: b: c\n",
    "a: b:\n",
    'a: "x\n  y"\n',
    'a: "\\u0041"\n',
    "a: 'it''s'\n",
    "a: [x,, y]\n",
    "a: [x, {b: 1}]\n",
    "a: {b: 1}\n",
    "a:\tb\n",
    "- - 1\n",
    "? a\n: b\n",
    "---\na: 1\n",
    "a: 1\n---\nb: 2\n",
    "a: |\n  một\n    hai\n",
    "a: >-\n  một\n\n  hai\n",
    "a: >-\n",
    "a: |\n  không xuống dòng",
    "a: @x\n",
    "a: x\u2028b: y\n",
    "a: x\u0085b: y\n",
    "\ufeffa: 1\n",
    "a: 1\n b: 2\n",
    "-\n  a: 1\n",
    "- \n- a\n",
    "a: - b\n",
    "a:\n- 1\n  - 2\n",
    "k" * 1100 + ": 1\n",
    "".join("  " * depth + "a:\n" for depth in range(60)),
    "a: " + "x" * 400_001 + "\n",
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_whatever_is_not_plainly_of_that_shape_is_left_to_the_parser(text: str) -> None:
    assert lines.nodes(text) is None
    assert lines.values(text) is None


PIECES = st.one_of(
    st.sampled_from(list("abé0-:,[]{}#&*!|>%@`?~'\"\\=\t\n .\u00a0\u0301")),
    st.sampled_from(["c1", "nd-2", "Lê Thị", ": ", "- ", "  ", "\n  ", "\n    ", "\n- ", " # ", ">-", "|-\n  ", "? "]),
    st.sampled_from(["null", "\r\n", "---", "...", "<<: ", "12:30", ".5", "a:\n", "b: x\n", "A/b.c: "]),
)
WHOLE_LINES = st.lists(
    st.builds(
        lambda depth, dash, key, value: " " * depth + dash + key + value,
        st.integers(0, 5),
        st.sampled_from(["", "", "- ", "-   ", "-"]),
        st.sampled_from(["", "a: ", "b:", "c:  ", "d: "]),
        st.sampled_from(
            ["", "x", "x y", '"q"', "'q'", "[u, v]", "[]", "{}", ">-", "|", "# r", "x # r", "~", "e: f", "-"]
        ),
    ),
    max_size=9,
).map(lambda found: "\n".join(found) + "\n")


@settings(max_examples=1500)
@given(st.one_of(WHOLE_LINES, st.lists(PIECES, max_size=25).map("".join)))
@example("a: >-\n  x\n \nb: 1\n")
@example("a: >-\n  x\n    \n")
@example("a:\n- >-\n  x\n")
@example("- a:\n  - b\n  c: d\n")
@example("- null ")
@example("a: ~ \nb: null  # không\n")
def test_no_text_is_read_otherwise_than_by_the_parser(text: str) -> None:
    agrees(text)
