"""``render`` on pre-printed stock: a sheet for everyone a decision awards, and the sheet to measure a printer by."""

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.output import write_file
from thidua_cli.cli.screen import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua_cli.book import Book
    from thidua_cli.diagnostic import Diagnostic
    from thidua_cli.model.dossier import Decision
    from thidua_cli.model.stock import Stock
    from thidua_cli.render.stock import Form, Ink
    from thidua_cli.render.values import Awarded, Desk


def calibration_sheets(desk: "Desk", out: Path, *, force: bool) -> list[Path]:
    """A sheet for every stock this campaign prints on, and where they were written; that there is none is said."""
    from thidua_cli.render.stock_sheet import CALIBRATION, calibration

    used = {stock.id: stock for award in desk.drive.plan.awards for stock in desk.book.stocks_for(desk.drive, award.id)}
    printed = []
    for stock in used.values():
        target = out / CALIBRATION / f"{stock.id}.docx"
        write_file(target, [calibration(stock)], force=force)
        say(f"{target}: in trên giấy thường, tỷ lệ 100%, rồi đo chữ thập")
        printed.append(target)
    if not used:
        _no_stock(desk.book, f"đợt {desk.drive.id} chưa có phôi nào")
    return printed


def certificates_of(
    desk: "Desk",
    decision: "Decision",
    out: Path,
    wanted: "Callable[[Awarded], bool]",
    *,
    draft: bool,
    force: bool,
) -> Path | None:
    """The sheets of one decision in one file; ``None`` when something keeps them from being printed, which is said."""
    from thidua_cli.diagnostic import Severity
    from thidua_cli.render.stock import prepare
    from thidua_cli.render.stock_sheet import CERTIFICATE, certificate_properties, certificates
    from thidua_cli.render.values import certificates as values_of
    from thidua_cli.viet.names import honorific
    from thidua_cli.viet.text import fold

    stock = _stock(desk, decision)
    if stock is None:
        return None
    form, found = prepare(stock)
    _say(desk.book, found)
    if form is None:
        return None
    everyone = [(one, form.filled(values)) for one, values in values_of(desk, decision)]
    people = [(one, inks) for one, inks in everyone if wanted(one)]
    pages = [inks for _, inks in people]
    misfits = [bad for one, inks in people for bad in form.misfits(one.name, inks)]
    _say(desk.book, [*misfits, *form.unmeasured()])
    nameless = [one.name for one, _ in people if fold(honorific(None)) in fold(one.name)]
    for name in nameless:
        say(f"Chưa biết Ông hay Bà: {name}", "ghi gioi_tinh ở tệp đề nghị", err=True)
    if nameless and not draft:
        return None
    if any(one.severity is Severity.ERROR for one in misfits) and not draft:
        say(f"Chưa in {CERTIFICATE} của {decision.id}: có chữ không vừa ô; --draft để in thử", err=True)
        return None
    target = out / CERTIFICATE / f"{decision.id}.docx"
    properties = certificate_properties(form, decision.id, [inks for _, inks in everyone])
    write_file(target, [certificates(form, pages, properties, draft=draft)], force=force)
    say(f"{target}: {len(pages)} tờ trên {stock.name}")
    _empty(form, pages)
    return target


def _stock(desk: "Desk", decision: "Decision") -> "Stock | None":
    stocks = desk.book.stocks_for(desk.drive, decision.award)
    award = desk.drive.plan.award_name(decision.award, desk.drive.concrete_of(decision))
    if not stocks:
        _no_stock(desk.book, f"chưa in được {decision.id}: chưa có phôi cho {award}")
    elif len(stocks) > 1:
        names = ", ".join(one.id for one in stocks)
        say(
            f"Chưa in được {decision.id}: {award} có nhiều phôi ({names})",
            "bỏ hình thức này khỏi ap_dung_cho của phôi không còn dùng",
            err=True,
        )
    return stocks[0] if len(stocks) == 1 else None


def _no_stock(book: "Book", what: str) -> None:
    broken = any(book.disk.below("stock")) and not book.stocks
    remedy = "tệp phôi còn lỗi, xem thidua validate" if broken else "mô tả phôi ở stock/<tên phôi>.yaml của văn phòng"
    say(f"{what[:1].upper()}{what[1:]}", remedy, err=True)


def _empty(form: "Form", pages: "list[list[Ink]]") -> None:
    """Which boxes were left for the pen, and on how many sheets."""
    for index, box in enumerate(form.stock.boxes):
        left = sum(not inks[index].lines for inks in pages)
        if left:
            say(f"  = ô “{box.name}” để trống ở {left} tờ")


def _say(book: "Book", found: "Iterable[Diagnostic]") -> None:
    from thidua_cli.book.places import Places

    places = Places(book)
    for one in found:
        line = places.of(one).line
        say(f"{one.severity.label}[{one.code.id}] {one.file}:{line}: {one.message}", one.remedy, err=True)
