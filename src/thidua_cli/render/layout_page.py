"""The page of one paper in Word's units: widths, distances, the section that closes the document.

Turns the decree's numbers into twips once per template; knows nothing of text.
"""

from fractions import Fraction
from typing import NamedTuple

from thidua_cli.render.nd30 import TWIPS_PER_CM, TWIPS_PER_POINT, Decree

LINE: int = 240
"""A single line in Word's unit for line spacing."""


class Page(NamedTuple):
    """Everything measured in twips that the parts of a layout share."""

    decree: Decree
    landscape: bool
    width: int
    left: int
    right: int
    indent: int
    before: int
    line: int

    def size(self, name: str) -> int:
        """The size of a component, in points."""
        return self.decree.size(name)

    def points(self, group: str, name: str) -> int:
        """A distance the decree gives in points, in twips."""
        measures = self.decree.paragraph if group == "doan" else self.decree.layout
        return round(measures[name].chosen * TWIPS_PER_POINT)

    def rule(self, name: str, above: int) -> int:
        """The length of a rule under a line ``above`` twips long."""
        return round(self.decree.layout[name].chosen * above / 100)


def page_of(decree: Decree, landscape: bool) -> Page:
    """The page for one direction of paper."""
    across = decree.page_twips("cao" if landscape else "rong")
    width = across - decree.page_twips("le_trai") - decree.page_twips("le_phai")
    left = round(width * decree.layout["cot_trai"].chosen / 1000)
    indent = round(decree.paragraph["lui_dong_dau"].chosen * TWIPS_PER_CM)
    before = round(decree.paragraph["cach_doan"].chosen * TWIPS_PER_POINT)
    line = round(decree.paragraph["gian_dong"].chosen * LINE)
    return Page(decree, landscape, width, left, width - left, indent, before, line)


def section(page: Page) -> str:
    """Page size, margins and the page number in the top margin, hidden on the first page.

    Decree 30/2020, Phụ lục I: số trang. Each paper is a document of its own, so an annex counts
    from 1 without more ado.
    """
    decree = page.decree
    across, down = decree.page_twips("rong"), decree.page_twips("cao")
    turned = ' w:orient="landscape"' if page.landscape else ""
    if page.landscape:
        across, down = down, across
    margins = {
        side: decree.page_twips(name)
        for side, name in (("top", "le_tren"), ("right", "le_phai"), ("bottom", "le_duoi"), ("left", "le_trai"))
    }
    header = round(decree.layout["dau_trang"].chosen * TWIPS_PER_CM / 10)
    sides = "".join(f' w:{side}="{value}"' for side, value in margins.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{across}" w:h="{down}"{turned}/>'
        f'<w:pgMar{sides} w:header="{header}" w:footer="{header}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def cm(value: Fraction) -> int:
    """Centimetres in twips."""
    return round(value * TWIPS_PER_CM)
