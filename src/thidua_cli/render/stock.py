"""What stands in the boxes of pre-printed stock: fields filled, lines broken and measured, what does not fit named.

Every text is set as plain words here and becomes markup only in ``stock_sheet``. Nothing is shrunk to fit: the
Giấy khen of two people look alike, or somebody is told.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from jinja2 import Environment, Template, nodes

from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.model.stock import BOLD, CAPITALS, FONT, ITALIC, Box, Stock
from thidua_cli.render import codes
from thidua_cli.render.fields import ON_STOCK
from thidua_cli.render.layout import environment
from thidua_cli.render.metrics import Face, break_lines, text_width, words_of
from thidua_cli.render.nd30 import TWIPS_PER_CM
from thidua_cli.render.template_check import Checker
from thidua_cli.viet.text import fold

_FACES: Final[dict[tuple[bool, bool], Face]] = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
_SLACK: Final = Fraction(1, 2)
"""Millimetres kept free at the end of a line: Word rounds widths otherwise than we do and would break it again."""


class Ink(NamedTuple):
    """A box with the lines printed in it; none when a field it needs is not known."""

    box: Box
    lines: tuple[str, ...]


class Form(NamedTuple):
    """A stock whose boxes passed their contract: how each is filled, and the fields each needs."""

    stock: Stock
    templates: tuple[Template, ...]
    needs: tuple[frozenset[str], ...]

    def filled(self, values: Mapping[str, str]) -> list[Ink]:
        """The boxes for one recipient. A box that needs what is not known stays empty for the pen."""
        found = []
        for box, template, needs in zip(self.stock.boxes, self.templates, self.needs, strict=True):
            known = all(values[name] for name in needs)
            text = template.render(bang=values) if known else ""
            found.append(Ink(box, _lines(box, text, measured(self.stock, box))))
        return found

    def misfits(self, whose: str, inks: list[Ink]) -> Iterator[Diagnostic]:
        """The boxes whose text is too long for them."""
        for index, (box, lines) in enumerate(inks):
            wide = measured(self.stock, box) and _too_wide(box, lines)
            if len(lines) <= box.lines and not wide:
                continue
            what = f"cần {len(lines)} dòng, ô có {box.lines}" if len(lines) > box.lines else "có từ rộng hơn ô"
            yield Diagnostic(
                codes.CHU_KHONG_VUA,
                f"{whose}: “{' '.join(lines)}” không vừa ô “{box.name}”: {what}",
                self.stock.file,
                ("o_in", index, "so_dong" if box.line_count else "ten_o"),
                record=f"{self.stock.id}/{index}",
                remedy="tăng so_dong, be_rong hoặc giảm co_chu của ô cho mọi người; chữ không tự thu nhỏ",
            )

    def unmeasured(self) -> Iterator[Diagnostic]:
        """The boxes set in a face whose letters we cannot measure."""
        for index, box in enumerate(self.stock.boxes):
            if not measured(self.stock, box):
                yield Diagnostic(
                    codes.PHONG_KHONG_DO,
                    f"ô “{box.name}”: chữ của phông {self.stock.font_of(box)} không đo được, Word tự xuống dòng",
                    self.stock.file,
                    ("o_in", index, "ten_o"),
                    record=f"{self.stock.id}/{index}",
                    remedy="xem bản in thử trên giấy thường trước khi in lên phôi",
                )


def prepare(stock: Stock) -> tuple[Form | None, list[Diagnostic]]:
    """A stock checked before any data; ``None`` when a box asks for a field that does not exist."""
    found: list[Diagnostic] = []
    needs = []
    for index, box in enumerate(stock.boxes):
        checker = Checker(stock.file, ON_STOCK)
        checker.source(box.text, 1, tags=False)
        # The checker counts lines of a template; a box is a value in a record, found by its key.
        found += (one._replace(place=None, route=("o_in", index, "loi_in")) for one in checker.found)
        if not checker.found:
            tree = Environment(autoescape=False).parse(box.text)
            needs.append(frozenset(node.attr for node in tree.find_all(nodes.Getattr)))
    if any(one.severity is Severity.ERROR for one in found):
        return None, found
    plain = environment(str)
    return Form(stock, tuple(plain.from_string(box.text) for box in stock.boxes), tuple(needs)), found


def measured(stock: Stock, box: Box) -> bool:
    """Whether the letters of a box can be measured."""
    return fold(stock.font_of(box)) == fold(FONT)


@lru_cache(maxsize=256)
def _lines(box: Box, text: str, measurable: bool) -> tuple[str, ...]:
    """The lines of a text, broken where a reader would; typed breaks stay, an unmeasured face is left to Word.

    Kept, because everyone a decision awards has the same achievement, day and signer.
    """
    if not measurable:
        return tuple(line for part in text.split("\n") if (line := " ".join(words_of(part))))
    lines = []
    for part in text.split("\n"):
        words = words_of(part)
        for line in break_lines(_shown(box, part), box.size, _face(box), _room(box)):
            count = len(line.split(" "))
            lines.append(" ".join(words[:count]))
            words = words[count:]
    return tuple(lines)


def _shown(box: Box, text: str) -> str:
    """A text as it will look: capitals are a format, so the words themselves stay as they were written."""
    return text.upper() if CAPITALS in box.style else text


@lru_cache(maxsize=256)
def _too_wide(box: Box, lines: tuple[str, ...]) -> bool:
    return any(text_width(_shown(box, line), box.size, _face(box)) > _room(box) for line in lines)


def _room(box: Box) -> int:
    return twips(box.width - _SLACK)


def _face(box: Box) -> Face:
    return _FACES[BOLD in box.style, ITALIC in box.style]


def twips(millimetres: Fraction) -> int:
    """Millimetres in Word's unit."""
    return round(millimetres * TWIPS_PER_CM / 10)
