"""Text and small pieces as WordprocessingML: escaping, runs, paragraphs, short rules.

Knows no paper and no decree; sizes come in points, distances in twips.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

Jc = Literal["left", "center", "right", "both"]

BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
BODY_SIZE: Final = 14
"""The size the shipped styles give to Normal; a run says its size only when it differs."""

_SPECIAL = re.compile("[&<>\n\r\t\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": BREAK,
    "\r": BREAK,
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}


class Xml(str):
    """Text that is markup already and must not be escaped again."""

    __slots__ = ()


def escape(text: str) -> str:
    """Text for element content, nothing lost: line ends and tabs become Word's own.

    Characters XML 1.0 forbids cannot stand in a .docx at all; U+FFFD shows where one stood.
    """
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda m: _WRITTEN.get(m[0], "\ufffd"), text.replace("\r\n", "\n"))


def finalize(value: object) -> str:
    """What the template engine writes for a value: markup as it is, all else escaped."""
    if type(value) is str:
        return escape(value)
    if type(value) is Xml:
        return value
    return "" if value is None else escape(str(value))


@lru_cache(maxsize=256)
def run_properties(size: int = BODY_SIZE, *, bold: bool = False, italic: bool = False, caps: bool = False) -> str:
    """The format of a run. Capitals are a format: the words stay as they were written."""
    inner = "<w:b/>" * bold + "<w:i/>" * italic + "<w:caps/>" * caps
    if size != BODY_SIZE:
        inner += f'<w:sz w:val="{size * 2}"/>'
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(text: str, properties: str = "") -> str:
    """A run of escaped text."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


@lru_cache(maxsize=512)
def paragraph_properties(
    jc: Jc = "left",
    *,
    before: int = 0,
    after: int = 0,
    line: int = 0,
    exact: bool = False,
    first: int = 0,
    left: int = 0,
    right: int = 0,
    hanging: int = 0,
    keep_next: bool = False,
    rule: bool = False,
    boxed: bool = False,
    size: int = BODY_SIZE,
) -> str:
    """The format of a paragraph, its parts in the order the schema demands."""
    parts = "<w:keepNext/>" * keep_next
    if rule:
        parts += f"<w:pBdr>{_side('top')}</w:pBdr>"
    if boxed:
        parts += "<w:pBdr>" + "".join(map(_side, ("top", "left", "bottom", "right"))) + "</w:pBdr>"
    spacing = f' w:before="{before}"' * bool(before) + f' w:after="{after}"' * bool(after)
    if line:
        spacing += f' w:line="{line}" w:lineRule="{"exact" if exact else "auto"}"'
    if spacing:
        parts += f"<w:spacing{spacing}/>"
    indent = f' w:left="{left}"' * bool(left or hanging) + f' w:right="{right}"' * bool(right)
    indent += f' w:hanging="{hanging}"' * bool(hanging) + f' w:firstLine="{first}"' * bool(first)
    if indent:
        parts += f"<w:ind{indent}/>"
    if jc != "left":
        parts += f'<w:jc w:val="{jc}"/>'
    if size != BODY_SIZE:
        parts += f'<w:rPr><w:sz w:val="{size * 2}"/></w:rPr>'
    return f"<w:pPr>{parts}</w:pPr>" if parts else ""


def _side(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>'


def paragraph(properties: str, *runs: str) -> str:
    """A paragraph."""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def lines(texts: Sequence[str]) -> str:
    """Lines broken by us, inside one run."""
    return BREAK.join(escape(text) for text in texts)


def short_rule(length: int, room: int, *, before: int = 40) -> str:
    """A rule ``length`` twips long in the middle of ``room``.

    It is the border of an empty line of exact height: a drawn shape floats away when somebody
    edits the heading, underscores change with the face.
    """
    side = max(0, (room - length) // 2)
    properties = paragraph_properties(
        "left",
        before=before,
        line=60,
        exact=True,
        left=side,
        right=side,
        rule=True,
        keep_next=True,
        size=2,
    )
    return paragraph(properties)


def cell(width: int, *paragraphs: str) -> str:
    """A cell of a table without lines."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def plain_table(widths: Sequence[int], *rows: str) -> str:
    """A table without lines that only places things side by side; no margins inside its cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def table_row(*cells: str) -> str:
    """A row that never splits over two pages."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
