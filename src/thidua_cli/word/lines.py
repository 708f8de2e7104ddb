"""A document as the lines that are compared: a paragraph outside tables, or a row of a ruled table.

Tables without lines only place things side by side (head, signatures), so their paragraphs count as
lines of their own. Numbers of rows and paragraphs follow from their place and are left out of keys.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from thidua_cli.viet.text import fold
from thidua_cli.word.document import Document, Table
from thidua_cli.word.paragraph import tidy
from thidua_cli.word.tokens import label_length

_ORDINALS: Final = tuple(map(fold, ("TT", "STT", "Số TT", "Số thứ tự")))
_DRAFT: Final = fold("DỰ THẢO")
_ORDINAL: Final = re.compile(r"\d{1,4}\.?\Z")
_MANY_COLUMNS: Final = 4
_END: Final = " .;,:/"


class Line(NamedTuple):
    """A line: its texts (one, or one for each cell), where it stands, what it is compared by."""

    texts: tuple[str, ...]
    where: str
    heads: tuple[str, ...]
    key: str
    listed: bool

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.heads)

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(text for text in self.texts if text)

    def place(self, cell: int) -> str:
        """Where a cell stands, by the heading of its column."""
        head = self.heads[cell] if cell < len(self.heads) else ""
        return f"{self.where}, cột “{head}”" if head else self.where


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that say something, without a draft's stamp."""
    found = [line for line in _lines(document) if line.text]
    return found[1:] if found and found[0].key == _DRAFT else found


def _lines(document: Document) -> Iterator[Line]:
    for block in document.blocks:
        if not isinstance(block, Table):
            yield _of_paragraph(block.raw, block.where)
        elif block.ruled or any(len(row.cells) >= _MANY_COLUMNS for row in block.rows):
            yield from _of_table(block)
        else:
            for one in block.paragraphs():
                yield _of_paragraph(one.raw, one.where)


def _of_paragraph(raw: str, where: str) -> Line:
    text = tidy(raw)
    label = label_length(text)
    return Line((text[label:],), where, (), fold(text[label:]).rstrip(_END), bool(label))


def _of_table(table: Table) -> Iterator[Line]:
    heads = tuple(cell.text for cell in table.rows[0].cells for _ in range(cell.span)) if table.rows else ()
    numbered = bool(heads) and fold(heads[0]) in _ORDINALS
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        if numbered and texts and _ORDINAL.match(texts[0]):
            texts[0] = ""
        columns = heads if len(heads) >= len(texts) else heads + ("",) * (len(texts) - len(heads))
        yield Line(tuple(texts), row.where, columns or ("",), fold(" | ".join(texts)), listed=True)
