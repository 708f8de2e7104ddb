"""A Word file as its reader sees it: paragraphs and table rows in order, with place and format.

Deleted text is gone, inserted text is there, text boxes follow their paragraph. Knows no record.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from thidua_cli.word.package import DOCUMENT, Package
from thidua_cli.word.paragraph import Paragraph, Piece
from thidua_cli.word.sections import Section, Sections
from thidua_cli.word.styles import Styles, W, number

CUSTOM: Final = "docProps/custom.xml"
_VT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText", _FALLBACK))


class Cell(NamedTuple):
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    span: int

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(text for one in self.paragraphs if (text := one.text))


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell, ...]
    where: str

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(text for cell in self.cells if (text := cell.text))


class Table(NamedTuple):
    """A table; one without lines only places things side by side."""

    rows: tuple[Row, ...]
    ruled: bool

    def paragraphs(self) -> Iterator[Paragraph]:
        """Everything in it, row by row."""
        return (one for row in self.rows for cell in row.cells for one in cell.paragraphs)


class Document(NamedTuple):
    """A whole file."""

    blocks: tuple[Paragraph | Table, ...]
    sections: tuple[Section, ...]
    properties: dict[str, str]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those in tables too."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.paragraphs()
            else:
                yield block


def read(data: bytes) -> Document:
    """The document in the bytes of a .docx; raises ``Refused``."""
    package = Package(data)
    tree = package.xml(DOCUMENT)
    body = tree.find(f"{W}body") if tree is not None else None
    styles = Styles(package.xml("word/styles.xml"), package.xml("word/theme/theme1.xml"))
    reader = _Reader(styles)
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    sections = Sections(package, reader.paragraph).read(body) if body is not None else ()
    return Document(blocks, sections, _properties(package.xml(CUSTOM)))


def _properties(tree: Element | None) -> dict[str, str]:
    if tree is None:
        return {}
    return {
        one.get("name") or "": (one.findtext(f"{_VT}lpwstr") or "").strip() for one in tree.iter(f"{_CUSTOM}property")
    }


class _Reader:
    """Walks a body; counts paragraphs and tables so that every finding can say where it stands."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.paragraph_count = 0
        self.table_count = 0

    def blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        for one in parent:
            if one.tag == f"{W}p":
                self.paragraph_count += 1
                yield from self._paragraphs(one, f"đoạn {self.paragraph_count}", in_table=False)
            elif one.tag == f"{W}tbl":
                self.table_count += 1
                yield self._table(one, f"bảng {self.table_count}")
            elif one.tag not in _GONE and one.tag != f"{W}sectPr":
                yield from self.blocks(one)

    def _table(self, table: Element, where: str) -> Table:
        rows: list[Row] = []
        for row in _within(table, f"{W}tr", f"{W}tbl"):
            if row.find(f"{W}trPr/{W}del") is None:
                place = f"{where}, hàng {len(rows) + 1}"
                cells = [
                    self._cell(cell, f"{place}, cột {index}")
                    for index, cell in enumerate(_within(row, f"{W}tc", f"{W}tr"), 1)
                ]
                rows.append(Row(tuple(cells), place))
        borders = table.find(f"{W}tblPr/{W}tblBorders")
        drawn = table.iter(f"{W}tblBorders"), table.iter(f"{W}tcBorders")
        lines = [edge for group in drawn for edges in group for edge in edges]
        styled = table.find(f"{W}tblPr/{W}tblStyle")
        ruled = any(edge.get(f"{W}val") not in (None, "nil", "none") for edge in lines)
        return Table(tuple(rows), ruled or (styled is not None and borders is None))

    def _cell(self, cell: Element, where: str) -> Cell:
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide = number(span.get(f"{W}val")) if span is not None else None
        inner = (
            one for block in _within(cell, f"{W}p", f"{W}tc") for one in self._paragraphs(block, where, in_table=True)
        )
        return Cell(tuple(inner), int(wide or 1))

    def _paragraphs(self, paragraph: Element, where: str, *, in_table: bool) -> Iterator[Paragraph]:
        """The paragraph, and after it those of the text boxes hanging on it."""
        boxes: list[Element] = []
        yield self.paragraph(paragraph, where, boxes, in_table=in_table)
        for box in boxes:
            for one in _within(box, f"{W}p", f"{W}txbxContent"):
                yield from self._paragraphs(one, where, in_table=True)

    def paragraph(self, paragraph: Element, where: str, boxes: list[Element], *, in_table: bool) -> Paragraph:
        """One paragraph."""
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = named.get(f"{W}val") if named is not None else None
        shape = self.styles.shape(style, properties)
        pieces: list[Piece] = []
        for run in _runs(paragraph, boxes):
            text = "".join(_texts(run, boxes))
            if text:
                pieces.append(Piece(text, self.styles.look(style, run.find(f"{W}rPr"))))
        return Paragraph(
            tuple(pieces),
            where,
            shape.get("align") or "left",
            shape.get("first") or 0,
            shape.get("before") or 0,
            shape.get("line", 1.0),
            bool(shape.get("listed")),
            in_table,
        )


def _within(parent: Element, tag: str, stop: str) -> Iterator[Element]:
    """Elements of a tag below a parent, through wrappers, but not inside another ``stop`` or each other."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag == f"{W}tbl" and tag == f"{W}p":
            for row in _within(one, f"{W}tr", f"{W}tbl"):
                for cell in _within(row, f"{W}tc", f"{W}tr"):
                    yield from _within(cell, tag, stop)
        elif one.tag != stop and one.tag not in _GONE:
            yield from _within(one, tag, stop)


def _runs(parent: Element, boxes: list[Element]) -> Iterator[Element]:
    for one in parent:
        if one.tag == f"{W}r":
            yield one
        elif one.tag == f"{W}txbxContent":
            boxes.append(one)
        elif one.tag not in _GONE:
            yield from _runs(one, boxes)


def _texts(run: Element, boxes: list[Element]) -> Iterator[str]:
    for one in run:
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag == f"{W}tab":
            yield "\t"
        elif one.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif one.tag == f"{W}noBreakHyphen":
            yield "-"
        elif one.tag == f"{W}txbxContent":
            boxes.append(one)
        elif one.tag not in _GONE:
            yield from _texts(one, boxes)
