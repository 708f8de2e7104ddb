"""The page, the face, the sizes and the page number, against the numbers of Decree 30."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from thidua_cli.render.nd30 import TWIPS_PER_CM, Decree, Measure
from thidua_cli.viet.numbers import format_decimal
from thidua_cli.word import codes_layout as codes
from thidua_cli.word.document import Document
from thidua_cli.word.finding import Finding
from thidua_cli.word.paragraph import Paragraph
from thidua_cli.word.parts import Parts
from thidua_cli.word.sections import Section

_SLACK: Final = 0.6  # mm: LibreOffice rounds twips, printers do not notice
_LONG: Final = 4_500
"""Letters that never fit on one page: a paper of one page needs no page number."""
_SIDES: Final = (
    ("top", "le_tren", "lề trên"),
    ("bottom", "le_duoi", "lề dưới"),
    ("left", "le_trai", "lề trái"),
    ("right", "le_phai", "lề phải"),
)


def page(document: Document, decree: Decree) -> Iterator[Finding]:
    """Size and margins of every section."""
    for number, section in enumerate(document.sections, 1):
        where = "trang giấy" if len(document.sections) == 1 else f"phần {number}"
        yield from _size(section, decree, where)
        for side, key, name in _SIDES:
            if side in section.margins:
                yield from _margin(_mm(section.margins[side]), decree.page[key], name, where)


def _mm(twips: float) -> float:
    return float(Fraction(twips) / TWIPS_PER_CM * 10)


def _size(section: Section, decree: Decree, where: str) -> Iterator[Finding]:
    if section.width is None or section.height is None:
        return
    here = sorted((_mm(section.width), _mm(section.height)))
    wanted = sorted(float(decree.page[key].chosen) for key in ("rong", "cao"))
    if any(abs(one - other) > _SLACK for one, other in zip(here, wanted, strict=True)):
        yield Finding(
            codes.KHO_GIAY,
            f"khổ giấy {_vn(here[0])} x {_vn(here[1])} mm, không phải A4",
            where,
            clause=_clause_of(decree.page["rong"]),
            remedy="chọn khổ A4 (210 x 297 mm) ở Bố trí trang",
        )


def _margin(here: float, measure: Measure, name: str, where: str) -> Iterator[Finding]:
    low, high = _range(measure)
    if here < low - _SLACK or here > high + _SLACK:
        yield Finding(
            codes.LE_TRANG,
            f"{name} {_vn(here)} mm, quy định {_vn(low)}-{_vn(high)} mm",
            where,
            clause=_clause_of(measure),
            remedy=f"đặt {name} {_vn(float(measure.chosen))} mm",
        )


def faces(document: Document, decree: Decree) -> Iterator[Finding]:
    """Every face that is not the decree's; one finding for each."""
    seen: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            face = piece.look.face
            if face and face.lower() != decree.face.lower() and any(one.isalnum() for one in piece.text):
                seen.setdefault(face, []).append(paragraph)
    for face, paragraphs in seen.items():
        count = len({id(one) for one in paragraphs})
        yield Finding(
            codes.PHONG_CHU,
            f"chữ {face} ở {count} đoạn, quy định {decree.face}",
            paragraphs[0].where,
            clause="Phụ lục I, phần phông chữ trình bày văn bản",
            remedy=f"chọn cả đoạn, đổi phông sang {decree.face}",
        )


def sizes(parts: Parts, decree: Decree) -> Iterator[Finding]:
    """The size of every part the decree gives one."""
    above = parts.issuers
    for key, name, paragraphs in (
        ("quoc_hieu", "Quốc hiệu", (parts.motto,)),
        ("tieu_ngu", "Tiêu ngữ", (parts.wish,)),
        ("co_quan", "tên cơ quan", above),
        ("so_ky_hieu", "số, ký hiệu", (parts.number,)),
        ("dia_danh", "địa danh, ngày tháng", (parts.day,)),
        ("trich_yeu_cong_van", "trích yếu công văn", (parts.about,)),
        ("ten_loai", "tên loại", (parts.title,)),
        ("trich_yeu", "trích yếu", parts.subject),
        ("kinh_gui", "Kính gửi", parts.recipients),
        ("noi_dung", "nội dung", (*parts.grounds, *parts.body)),
        ("quyen_han", "phần ký", tuple(one for column in parts.signatures for one in column)),
        ("noi_nhan", "“Nơi nhận:”", parts.copies[:1]),
        ("liet_ke_noi_nhan", "liệt kê nơi nhận", parts.copies[1:]),
    ):
        yield from _sizes_of([one for one in paragraphs if one is not None], decree.sizes[key], name)


def _sizes_of(paragraphs: list[Paragraph], measure: Measure, name: str) -> Iterator[Finding]:
    low, high = _range(measure)
    wrong = [(one, size) for one in paragraphs for size in [_odd_size(one, low, high)] if size is not None]
    if wrong:
        first, size = wrong[0]
        range_ = _vn(low) if low == high else f"{_vn(low)}-{_vn(high)}"
        more = f" ({len(wrong)} đoạn)" if len(wrong) > 1 else ""
        yield Finding(
            codes.CO_CHU,
            f"{name} cỡ {_vn(size)}{more}, quy định {range_}",
            first.where,
            clause=_clause_of(measure),
            remedy=f"đặt cỡ chữ {_vn(float(measure.chosen))}",
        )


def _odd_size(paragraph: Paragraph, low: float, high: float) -> float | None:
    for piece in paragraph.pieces:
        size = piece.look.size
        if size is not None and piece.text.strip() and not low <= size <= high:
            return size
    return None


def page_number(document: Document, decree: Decree) -> Iterator[Finding]:
    """Centred in the top margin, from page 2 on."""
    measure = decree.sizes["so_trang"]
    low, high = _range(measure)
    clause = _clause_of(measure)

    def tell(said: str, todo: str) -> Finding:
        return Finding(codes.SO_TRANG, said, "số trang", clause=clause, remedy=todo)

    letters = sum(len(one.text) for one in document.paragraphs())
    for section in document.sections[:1]:
        if not section.numbered:
            if letters > _LONG:
                yield tell("văn bản nhiều trang không có số trang", "chèn số trang ở giữa lề trên, từ trang 2")
            continue
        if section.numbered != "đầu trang":
            yield tell("số trang ở chân trang", "đặt số trang ở giữa lề trên")
        elif section.number_align != "center":
            yield tell("số trang không canh giữa", "canh giữa số trang")
        if not section.title_page or section.first_numbered:
            yield tell("trang đầu hiện số trang", "đánh dấu “Khác trang đầu” và để trống đầu trang thứ nhất")
        wrong = [look.size for look in section.number_looks if look.size is not None and not low <= look.size <= high]
        if wrong:
            yield tell(f"số trang cỡ {_vn(wrong[0])}, quy định {_vn(low)}-{_vn(high)}", f"đặt cỡ {_vn(high)}")


def _range(measure: Measure) -> tuple[float, float]:
    low = measure.low if measure.low is not None else measure.chosen
    high = measure.high if measure.high is not None else measure.chosen
    return float(low), float(high)


def _clause_of(measure: Measure) -> str:
    return f"{measure.clause}, Nghị định 30/2020/NĐ-CP"


def _vn(value: float) -> str:
    return format_decimal(Fraction(value), 1)
