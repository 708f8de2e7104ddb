"""Sheets of pre-printed stock as WordprocessingML: every line in a frame of its own place, nothing of Decree 30.

A frame (``w:framePr``) holds its text as plain paragraphs: Word, LibreOffice and whoever reads the file back see the
words in order, and the distances are the page's own, from its left and upper edge. Each sheet is a section, because
a frame belongs to the page of the section it stands in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from io import BytesIO
from typing import Final

from thidua_cli.model.stock import ABOVE, BOLD, CAPITALS, ITALIC, LEADING, MM_PER_POINT, Box, Stock
from thidua_cli.render.layout_xml import escape
from thidua_cli.render.package import write_docx
from thidua_cli.render.stock import Form, Ink, measured, twips
from thidua_cli.viet.numbers import format_decimal

CERTIFICATE, CALIBRATION = "giay-khen", "phoi-can-chinh"
_OPEN: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)
_CLOSE: Final = "</w:body></w:document>"
_MARGIN: Final = 567
_EMU: Final = 36000  # to the millimetre
_ALIGN: Final = {"trái": "left", "giữa": "center", "phải": "right"}


def certificates(form: Form, pages: Iterable[list[Ink]], properties: Mapping[str, str], *, draft: bool) -> bytes:
    """A sheet for each recipient, in one file."""
    stock = form.stock
    openings = [_opening(stock, box) for box in stock.boxes]
    stamp = _note(stock, "DỰ THẢO", Fraction(12), Fraction(15)) if draft else ""
    return _written((stamp + _frames(openings, inks) for inks in pages), stock, properties)


def certificate_properties(form: Form, record: str, pages: Sequence[list[Ink]]) -> dict[str, str]:
    """What a file remembers of its making: the decision, and digests of what all its sheets say and of the stock."""
    said = json.dumps([[ink.lines for ink in inks] for inks in pages], ensure_ascii=False)
    return {
        "thidua-giay": CERTIFICATE,
        "thidua-ban-ghi": record,
        "thidua-du-lieu": sha256(said.encode()).hexdigest(),
        "thidua-mau": sha256(repr(form.stock).encode()).hexdigest(),
    }


def _written(sheets: Iterable[str], stock: Stock, properties: Mapping[str, str]) -> bytes:
    out = BytesIO()
    write_docx(_document(sheets, stock), properties, out)
    return out.getvalue()


def _document(sheets: Iterable[str], stock: Stock) -> Iterator[str]:
    yield _OPEN
    before = ""
    for sheet in sheets:
        if before:
            yield before + _foot(_section(stock))
        before = sheet
    yield before + _foot("") + _section(stock) + _CLOSE


def _foot(section: str) -> str:
    """The one paragraph of a sheet that is no frame: the frames before it hang on it, and it ends the section."""
    return f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>'


def _section(stock: Stock) -> str:
    across, down = twips(stock.paper.width), twips(stock.paper.height)
    turned = ' w:orient="landscape"' * (across > down)
    sides = "".join(f' w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:pgSz w:w="{across}" w:h="{down}"{turned}/>'
        f'<w:pgMar{sides} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )


def _frames(openings: Sequence[tuple[str, str]], inks: Iterable[Ink]) -> str:
    """The boxes of a sheet, each line a paragraph of its box's frame."""
    return "".join(
        f"{opening[bool(index)]}{escape(line)}</w:t></w:r></w:p>"
        for opening, ink in zip(openings, inks, strict=True)
        for index, line in enumerate(ink.lines)
    )


def _opening(stock: Stock, box: Box) -> tuple[str, str]:
    """What stands before the words of a box's first line, and of each line below it."""
    # Where Word breaks the lines, the distance between them has to be the line's own.
    own = min(box.line_height, box.distance) if measured(stock, box) else box.distance
    height, gap = twips(own), twips(box.distance) - twips(own)
    place = _place(stock, box.left, box.baseline - own * ABOVE, box.width)
    run = _run_properties(stock.font_of(box), box.size, box.style)
    first, below = (
        f'<w:p><w:pPr>{place}<w:spacing w:before="{before}" w:line="{height}" w:lineRule="exact"/>'
        f'<w:jc w:val="{_ALIGN[box.align or "giữa"]}"/></w:pPr><w:r>{run}<w:t xml:space="preserve">'
        for before in (0, gap)
    )
    return first, below


def _place(stock: Stock, left: Fraction, top: Fraction, width: Fraction) -> str:
    """Where a frame stands on the page. The printer's own error is taken off; Word takes 0 for no place at all."""
    x = max(1, twips(left - stock.shift.right))
    y = max(1, twips(top - stock.shift.down))
    return (
        f'<w:framePr w:w="{twips(width)}" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
    )


def _run_properties(font: str, size: int, style: tuple[str, ...]) -> str:
    name = escape(font).replace('"', "&quot;")
    faces = "".join(f' w:{kind}="{name}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    marks = "<w:b/>" * (BOLD in style) + "<w:i/>" * (ITALIC in style) + "<w:caps/>" * (CAPITALS in style)
    return f'<w:rPr><w:rFonts{faces}/>{marks}<w:sz w:val="{size * 2}"/></w:rPr>'


# -- the sheet to measure the printer by ---------------------------------------------------------------

_STEP: Final = 10
_ARM: Final = 6
_CROSS: Final = 20
_Line = tuple[Fraction, Fraction, Fraction, Fraction]


def calibration(stock: Stock) -> bytes:
    """A sheet of ordinary paper: a grid of centimetres, four crosses to measure, each box with its name."""
    properties = {"thidua-giay": CALIBRATION, "thidua-ban-ghi": stock.id}
    return _written([_calibration(stock)], stock, properties)


def _calibration(stock: Stock) -> str:
    width, height = stock.paper
    far, low = width - _CROSS, height - _CROSS
    corners = [(Fraction(x), Fraction(y)) for y in (_CROSS, low) for x in (_CROSS, far)]
    crosses = [
        line for x, y in corners for line in ((x - _ARM, y, x + _ARM, y), (x, y - _ARM, x, y + _ARM))
    ]  # fmt: skip
    shapes = (
        _shape(stock, 1, list(_grid(width, height)), "C8C8C8", 3175),
        _shape(stock, 2, crosses, "000000", 9525),
        _shape(stock, 3, [line for box in stock.boxes for line in _outline(box)], "1F4E9E", 9525),
    )
    labels = [
        _note(stock, str(x), Fraction(x), Fraction(5), Fraction(10))
        for x in range(2 * _STEP, int(width) - 5, 2 * _STEP)
    ]
    labels += [
        _note(stock, str(y), Fraction(5), Fraction(y), Fraction(10))
        for y in range(2 * _STEP, int(height) - 5, 2 * _STEP)
    ]
    labels += [_note(stock, box.name, box.left, box.top - Fraction(1, 2), box.width) for box in stock.boxes]
    labels += [_note(stock, text, Fraction(30), Fraction(24 + 5 * at), Fraction(230), 10) for at, text in _told(stock)]
    anchor = f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r>{"".join(shapes)}</w:r></w:p>'
    return "".join(labels) + anchor


def _told(stock: Stock) -> Iterator[tuple[int, str]]:
    x, y = (format_decimal(Fraction(value)) for value in (_CROSS, _CROSS))
    shift = stock.shift
    noted = f"{_side(shift.right, 'phải', 'trái')}; {_side(shift.down, 'xuống dưới', 'lên trên')}"
    yield 0, f"TỜ CĂN CHỈNH · {stock.name}"
    yield (
        1,
        f"In trên giấy thường đúng khổ, tỷ lệ 100%, không “vừa trang”. Tâm chữ thập phải cách mép trái {x} mm, mép trên {y} mm.",
    )
    yield (
        2,
        f"Đo được lệch bao nhiêu thì cộng vào may_in_lech của {stock.file} rồi in lại. Tờ này đã tính máy in lệch: {noted}.",
    )
    yield (
        3,
        "Khung xanh là ô in, vạch ngang trong khung là chân từng dòng chữ: đặt chồng lên tờ phôi, soi qua ánh sáng để so với dòng kẻ.",
    )


def _side(value: Fraction, positive: str, negative: str) -> str:
    return f"{format_decimal(abs(value))} mm {positive if value >= 0 else negative}" if value else f"0 mm {positive}"


def _grid(width: Fraction, height: Fraction) -> Iterator[_Line]:
    for x in range(_STEP, int(width), _STEP):
        yield Fraction(x), Fraction(), Fraction(x), height
    for y in range(_STEP, int(height), _STEP):
        yield Fraction(), Fraction(y), width, Fraction(y)


def _outline(box: Box) -> Iterator[_Line]:
    """The edges of a box and the baseline of each of its lines."""
    right, top = box.left + box.width, box.top
    bottom = box.last_baseline
    yield box.left, top, right, top
    yield box.left, top, box.left, bottom
    yield right, top, right, bottom
    for line in range(box.lines):
        y = box.baseline + box.distance * line
        yield box.left, y, right, y


def _note(
    stock: Stock, text: str, left: Fraction, baseline: Fraction, width: Fraction = Fraction(30), size: int = 7
) -> str:
    """A small text of our own on a sheet."""
    height = size * MM_PER_POINT * LEADING
    place = _place(stock, left, baseline - height * ABOVE, width)
    spacing = f'<w:spacing w:line="{twips(height)}" w:lineRule="exact"/>'
    run = _run_properties("Times New Roman", size, ())
    return f'<w:p><w:pPr>{place}{spacing}</w:pPr><w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _shape(stock: Stock, number: int, lines: Sequence[_Line], colour: str, thick: int) -> str:
    """Lines anywhere on the page as one drawing that covers it; one drawing for each colour."""
    width, height = (round(side * _EMU) for side in stock.paper)
    right, down = (round(-shift * _EMU) for shift in (stock.shift.right, stock.shift.down))
    paths = "".join(
        f'<a:moveTo><a:pt x="{round(x0 * _EMU)}" y="{round(y0 * _EMU)}"/></a:moveTo>'
        f'<a:lnTo><a:pt x="{round(x1 * _EMU)}" y="{round(y1 * _EMU)}"/></a:lnTo>'
        for x0, y0, x1, y1 in lines
    )
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
        f'simplePos="0" relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{right}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Lưới {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:custGeom><a:avLst/>'
        '<a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}" fill="none">{paths}</a:path></a:pathLst></a:custGeom><a:noFill/>'
        f'<a:ln w="{thick}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )
