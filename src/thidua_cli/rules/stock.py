"""Lints on pre-printed stock: boxes on the sheet, one stock for an award, the count of sheets and their serials."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_cli.book import Book
from thidua_cli.diagnostic import Diagnostic, Route
from thidua_cli.rules import codes_stock as codes
from thidua_cli.viet.numbers import format_amount, format_decimal
from thidua_cli.viet.text import nearest

if TYPE_CHECKING:
    from thidua_cli.model.stock import Box, Stock

LARGEST = 558
"""The widest page Word takes, 22 inches, in millimetres."""


def boxes(book: Book) -> Iterator[Diagnostic]:
    """Mỗi ô nằm trọn trên tờ giấy."""
    for stock in book.stocks:
        faults = [*_size(stock)]
        for index, box in enumerate(stock.boxes):
            faults += [(("o_in", index, key), f"ô “{box.name}” {said}") for key, said in _outside(stock, box)]
        for route, message in faults:
            yield Diagnostic(
                codes.O_NGOAI_PHOI,
                message,
                stock.file,
                route,
                record=f"{stock.id}/{'/'.join(map(str, route))}",
                remedy="đo lại trên tờ phôi, tính bằng mm từ mép trái và mép trên",
            )


def _size(stock: "Stock") -> Iterator[tuple[Route, str]]:
    for key, side in (("chieu_rong", stock.paper.width), ("chieu_cao", stock.paper.height)):
        if not 0 < side <= LARGEST:
            yield ("kho_giay", key), f"khổ giấy {format_decimal(side)} mm, Word nhận đến {LARGEST} mm"


def _outside(stock: "Stock", box: "Box") -> Iterator[tuple[str, str]]:
    paper, right = stock.paper, box.left + box.width
    if not box.width or not box.size:
        yield "ten_o", "không có bề rộng hoặc cỡ chữ"
    elif right > paper.width:
        yield "be_rong", f"hết ở {format_decimal(right)} mm, tờ giấy rộng {format_decimal(paper.width)} mm"
    if box.distance < box.letter_height:
        yield "cach_dong", f"có dòng cách dòng {format_decimal(box.distance)} mm, thấp hơn chữ cỡ {box.size}"
    elif not 0 < box.baseline <= box.last_baseline <= paper.height:
        last = format_decimal(box.last_baseline)
        yield "chan_dong_dau", f"có dòng cuối ở {last} mm, tờ giấy cao {format_decimal(paper.height)} mm"


def overlaps(book: Book) -> Iterator[Diagnostic]:
    """Hai ô không chồng lên nhau."""
    for stock in book.stocks:
        for index, box in enumerate(stock.boxes):
            over = next((one for one in stock.boxes[:index] if _overlap(one, box)), None)
            if over is not None:
                yield Diagnostic(
                    codes.O_CHONG_NHAU,
                    f"ô “{box.name}” chồng lên ô “{over.name}”",
                    stock.file,
                    ("o_in", index, "chan_dong_dau"),
                    record=f"{stock.id}/{index}",
                    remedy="dời một ô, hoặc bớt so_dong, be_rong; thidua render phoi-can-chinh vẽ từng ô",
                )


def _overlap(one: "Box", other: "Box") -> bool:
    beside = one.left + one.width <= other.left or other.left + other.width <= one.left
    return not beside and one.top < other.bottom and other.top < one.bottom


def awards(book: Book) -> Iterator[Diagnostic]:
    """Phôi in cho hình thức có trong một đợt; mỗi hình thức một phôi."""
    drives = book.drives.values()
    for stock in book.stocks:
        for index, said in enumerate(stock.awards):
            if any(drive.terms.awards.find(said) for drive in drives):
                continue
            names = [award.short_name for drive in drives for award in drive.plan.awards]
            remedy = nearest(said, names, "ghi tên ngắn của hình thức như trong kế hoạch")
            yield _about(stock, index, f"không đợt nào có hình thức “{said}”", remedy)
    for drive in drives:
        for award in drive.plan.awards:
            stocks = book.stocks_for(drive, award.id)
            for stock in stocks[1:]:
                index = list(map(drive.terms.awards.find, stock.awards)).index(award.id)
                remedy = "bỏ hình thức này khỏi phôi không còn dùng"
                yield _about(stock, index, f"{award.short_name} đã in trên phôi {stocks[0].id}", remedy)


def _about(stock: "Stock", index: int, message: str, remedy: str) -> Diagnostic:
    route = ("ap_dung_cho", index)
    return Diagnostic(codes.PHOI_CHO_HINH_THUC, message, stock.file, route, record=f"{stock.id}/{index}", remedy=remedy)


def counts(book: Book) -> Iterator[Diagnostic]:
    """Phôi nhận bằng đã in cộng hỏng cộng còn."""
    for stock in book.stocks:
        if stock.received is None or stock.printed is None or stock.left is None:
            continue
        used = stock.printed + len(stock.spoiled) + stock.left
        if used != stock.received:
            yield Diagnostic(
                codes.SO_PHOI_LECH,
                f"nhận {format_amount(stock.received)}; đã in {format_amount(stock.printed)}, hỏng {len(stock.spoiled)}, "
                f"còn {format_amount(stock.left)}, cộng {format_amount(used)}",
                stock.file,
                ("so_luong_nhan",),
                record=stock.id,
                remedy="đếm lại phôi còn, ghi đủ từng tờ hỏng ở phoi_hong",
            )


def serials(book: Book) -> Iterator[Diagnostic]:
    """Một số hiệu phôi dùng một lần."""
    for stock in book.stocks:
        seen: dict[str, str] = {}
        for file, route, serial, what in _serials(book, stock):
            if serial in seen:
                yield Diagnostic(
                    codes.SO_HIEU_PHOI_TRUNG,
                    f"số hiệu phôi {serial} {seen[serial]}",
                    file,
                    route,
                    record=f"{stock.id}/{serial}",
                    remedy="đối chiếu với tờ phôi, sửa số hiệu ghi sai",
                )
            seen.setdefault(serial, what)


def _serials(book: Book, stock: "Stock") -> Iterator[tuple[str, Route, str, str]]:
    """Every serial written down for a stock: the file and key, the number, and what became of that sheet."""
    for index, one in enumerate(stock.spoiled):
        if one.serial:
            yield stock.file, ("phoi_hong", index, "so_hieu_phoi"), one.serial, "đã ghi hỏng"
    for drive in book.drives.values():
        for decision in drive.decisions.values():
            if stock in book.stocks_for(drive, decision.award):
                for row, line in enumerate(decision.cases):
                    if line.blank_number:
                        whose = f"đã ghi cho {line.nomination or line.printed_name} ở {decision.number or decision.id}"
                        yield decision.file, ("truong_hop", row, "so_hieu_phoi"), line.blank_number, whose


BOOK_RULES = (boxes, overlaps, awards, counts, serials)
