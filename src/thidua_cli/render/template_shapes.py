"""What each shape of paper must have and must not have, checked before any data.

Rests on the forms of Decree 30/2020, Phụ lục III, and on the page being as wide as it is.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from thidua_cli.diagnostic import Code, Diagnostic, Place, Route
from thidua_cli.render import codes
from thidua_cli.render.markup import Block, Heading, Paragraph, Table, Tag, is_numbered_text
from thidua_cli.render.nd30 import decree
from thidua_cli.render.template_front import Front
from thidua_cli.viet.numbers import format_decimal

ENDS_WITH_MARK = frozenset(("tên loại", "công văn", "biên bản", "quyết định"))
"""Shapes whose text closes with ``./.`` (forms 1.2 to 1.9)."""

_TITLED = frozenset(("tên loại", "biên bản", "báo cáo thành tích", "quyết định", "phiếu"))
_Finding = tuple[Code, Route | int, str, str]


def check_shape(
    front: Front, blocks: Sequence[Block], file: str, place: Callable[[Route], Place]
) -> Iterator[Diagnostic]:
    """Every way in which the paper contradicts its own shape."""
    for code, where, message, remedy in (*_head(front), *_slots(front), *_tables(front, blocks), *_end(front, blocks)):
        at = Place(where) if isinstance(where, int) else place(where)
        yield Diagnostic(code, message, file, place=at, remedy=remedy)


def _head(front: Front) -> Iterator[_Finding]:
    wrong = codes.PHAN_DAU_SAI
    if front.shape == "công văn":
        if front.kind:
            yield (
                wrong,
                ("ten_loai",),
                "công văn không có tên loại (Mẫu 1.5)",
                "viết ten_loai: null; nội dung đưa vào trich_yeu, in sau “V/v”",
            )
        if not front.subject:
            yield (wrong, ("kieu_giay",), "công văn cần trích yếu", "thêm trich_yeu")
    elif front.shape in _TITLED and not front.kind:
        yield (wrong, ("kieu_giay",), f"kiểu giấy “{front.shape}” cần tên loại", "thêm ten_loai")
    if front.shape not in ("phụ lục", "phiếu") and not front.letterhead:
        yield (wrong, ("kieu_giay",), "mẫu chưa nói đầu giấy của ai", "thêm dau_giay: <trường>, ví dụ don_vi.dau_giay")
    if front.shape == "biên bản" and front.day:
        yield (
            wrong,
            ("ngay_ban_hanh",),
            "biên bản không có dòng địa danh, ngày tháng (Mẫu 1.9)",
            "bỏ ngay_ban_hanh; ngày họp viết trong thân biên bản",
        )


def _slots(front: Front) -> Iterator[_Finding]:
    wrong = codes.PHAN_DAU_SAI
    if front.shape == "quyết định" and not front.authority:
        yield (
            wrong,
            ("kieu_giay",),
            "quyết định cần dòng thẩm quyền (Mẫu 1.2)",
            "thêm tham_quyen, ví dụ CHỦ TỊCH ỦY BAN NHÂN DÂN …",
        )
    if front.shape == "phụ lục":
        if front.enclosed is None:
            yield (
                wrong,
                ("kieu_giay",),
                "phụ lục phải ghi kèm theo văn bản nào (Mẫu 2.1)",
                "thêm kem_theo với hai khóa van_ban, cua",
            )
        if front.copies or front.signatures:
            yield (
                wrong,
                ("kieu_giay",),
                "phụ lục không có nơi nhận, không có chữ ký riêng",
                "bỏ noi_nhan, cot_ky; phần ký ở văn bản chính",
            )
    elif front.motto and front.shape != "phiếu":
        yield (
            wrong,
            ("quoc_hieu",),
            "chỉ phiếu mới cần quoc_hieu; các kiểu giấy khác luôn có Quốc hiệu",
            "bỏ quoc_hieu",
        )
    elif front.enclosed is not None:
        yield (wrong, ("kem_theo",), "chỉ phụ lục mới có kem_theo", "bỏ kem_theo")
    if front.grounds and front.shape not in ("tên loại", "quyết định"):
        yield (
            wrong,
            ("can_cu",),
            f"kiểu giấy “{front.shape}” không có phần căn cứ",
            "bỏ can_cu; việc dẫn văn bản viết trong thân",
        )


def _tables(front: Front, blocks: Sequence[Block]) -> Iterator[_Finding]:
    tables = [block for block in blocks if isinstance(block, Table)]
    if len(tables) != len(front.tables):
        at = tables[-1].line if len(tables) > len(front.tables) else ("bang",)
        yield (
            codes.BANG_KHONG_VUA,
            at,
            f"thân mẫu có {len(tables)} bảng, phần đầu khai {len(front.tables)} bảng",
            "mỗi bảng một mục trong khóa bang, theo đúng thứ tự",
        )
        return
    width = text_width_cm(front)
    for index, (table, columns) in enumerate(zip(tables, front.tables, strict=True)):
        route = ("bang", index, "do_rong")
        if len(columns.widths) != len(table.head):
            yield (
                codes.BANG_KHONG_VUA,
                route,
                f"khai {len(columns.widths)} cột, bảng ở dòng {table.line} có {len(table.head)} cột",
                "viết đủ bề rộng từng cột, tính bằng cm",
            )
        elif sum(columns.widths) > width:
            total, room = format_decimal(sum(columns.widths, Fraction())), format_decimal(width)
            yield (
                codes.BANG_KHONG_VUA,
                route,
                f"bảng rộng {total} cm, phần chữ của trang rộng {room} cm",
                "bớt bề rộng các cột, hoặc huong_giay: ngang",
            )


def _end(front: Front, blocks: Sequence[Block]) -> Iterator[_Finding]:
    if front.shape not in ENDS_WITH_MARK:
        return
    last = blocks[-1] if blocks else None
    sentence = isinstance(last, Paragraph) or (isinstance(last, Heading) and is_numbered_text(last.runs))
    if sentence and isinstance(last, Paragraph | Heading) and last.runs[-1].kind != "tag":
        return
    line = last.line if last is not None else 1
    what = "nằm trong if hoặc for" if isinstance(last, Tag) else "không phải một đoạn văn"
    yield (
        codes.KET_THUC_KHONG_RO,
        line,
        f"phần cuối của thân mẫu {what}",
        "kết thúc bằng một câu luôn được in; dấu “./.” tự đặt",
    )


def text_width_cm(front: Front) -> Fraction:
    """The width of the text on this paper's page."""
    page = decree().page
    across = page["cao" if front.landscape == "ngang" else "rong"]
    return (across.chosen - page["le_trai"].chosen - page["le_phai"].chosen) / 10
