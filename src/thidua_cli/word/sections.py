"""The sections of a Word file: page, margins, and where the page number stands. Knows no decree."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from thidua_cli.word.package import Package
from thidua_cli.word.paragraph import Paragraph
from thidua_cli.word.styles import Look, W, number

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Section(NamedTuple):
    """A section's page in twips, and where its page number stands."""

    width: float | None
    height: float | None
    margins: dict[str, float]
    title_page: bool
    numbered: str
    first_numbered: bool
    number_looks: tuple[Look, ...]
    number_align: str


class Sections:
    """The sections of a document with what their headers and footers number."""

    def __init__(self, package: Package, paragraph: Callable[..., Paragraph]) -> None:
        self.package = package
        self.paragraph = paragraph
        self.targets = _targets(package.xml("word/_rels/document.xml.rels"))

    def read(self, body: Element) -> tuple[Section, ...]:
        """Every section of a body."""
        return tuple(self._section(one) for one in body.iter(f"{W}sectPr"))

    def _section(self, section: Element) -> Section:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        title = section.find(f"{W}titlePg")
        sides = ("top", "bottom", "left", "right")
        found = {side: number(margins.get(f"{W}{side}")) for side in sides} if margins is not None else {}
        header, footer = (self._numbers(section, f"{W}{name}Reference", "default") for name in ("header", "footer"))
        first = [self._numbers(section, f"{W}{name}Reference", "first") for name in ("header", "footer")]
        shown = header or footer
        return Section(
            number(size.get(f"{W}w")) if size is not None else None,
            number(size.get(f"{W}h")) if size is not None else None,
            {side: value for side, value in found.items() if value is not None},
            title is not None and title.get(f"{W}val") not in ("0", "false", "off"),
            "đầu trang" if header else "chân trang" if footer else "",
            any(first),
            tuple(piece.look for piece in shown[0].pieces if piece.text.strip()) if shown else (),
            shown[0].align if shown else "",
        )

    def _numbers(self, section: Element, tag: str, kind: str) -> list[Paragraph]:
        """The paragraphs of a header or footer that hold a page number."""
        for reference in section.iter(tag):
            if (reference.get(f"{W}type") or "default") == kind:
                target = self.targets.get(reference.get(f"{_R}id") or "", "")
                tree = self.package.xml(f"word/{target}") if target else None
                if tree is not None:
                    return [self.paragraph(one, "", [], in_table=False) for one in _numbering(tree)]
        return []


def _numbering(tree: Element) -> Iterator[Element]:
    for one in tree.iter(f"{W}p"):
        fields = [text.text or "" for text in one.iter(f"{W}instrText")]
        fields += [field.get(f"{W}instr") or "" for field in one.iter(f"{W}fldSimple")]
        if "PAGE" in "".join(fields).upper().split():
            yield one


def _targets(tree: Element | None) -> dict[str, str]:
    return {one.get("Id") or "": one.get("Target") or "" for one in tree} if tree is not None else {}
