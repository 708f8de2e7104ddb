"""Bytes of a file to a Workbook, by what the bytes are and not by the file's ending."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from thidua_cli.diagnostic import Refused
from thidua_cli.ooxml import DAMAGED
from thidua_cli.sheet.grid import Cell, Grid, Merge, Row, Workbook
from thidua_cli.sheet.open_xlsx import open_xlsx, plain_number
from thidua_cli.viet.dates import format_short

MAX_FILE = 60_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "Err:502", "#ERR"))
_SAVE_AS = "mở bằng Excel rồi lưu thành .xlsx"


# The rows' own numbers and references may be damaged too.
_DAMAGE = (*DAMAGED, IndexError, OverflowError)


def open_workbook(data: bytes, name: str) -> Workbook:
    """The workbook in a file's bytes; it, and reading its rows, raises ``Refused`` with the
    reason and the remedy, and nothing else whatever the bytes are."""
    try:
        workbook = _open(data, name)
    except BaseException as damage:
        if not _is_damage(damage):
            raise
        raise Refused("tệp bị hỏng", _SAVE_AS) from damage
    return workbook._replace(grids=tuple(grid._replace(rows=partial(_sound, grid.rows)) for grid in workbook.grids))


def _sound(rows: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    try:
        yield from rows()
    except BaseException as damage:
        if not _is_damage(damage):
            raise
        raise Refused("tệp bị hỏng", _SAVE_AS) from damage


def _is_damage(raised: BaseException) -> bool:
    # calamine's own failures on damaged files arrive as a panic, which is no Exception.
    return isinstance(raised, _DAMAGE) or type(raised).__name__ in ("PanicException", "CalamineError")


def _open(data: bytes, name: str) -> Workbook:
    if len(data) > MAX_FILE:
        raise Refused("tệp lớn quá 60 MB", "chép riêng danh sách sang một tệp mới rồi nhập tệp ấy")
    if data.startswith(b"PK"):
        try:
            archive = ZipFile(BytesIO(data))
            names = archive.namelist()
        except BadZipFile as damage:
            raise Refused("tệp bị hỏng hoặc chép dở", "chép lại tệp, " + _SAVE_AS) from damage
        if "[Content_Types].xml" in names:
            return open_xlsx(archive, name)
        if "content.xml" in names:
            return _calamine(data, name, ".ods")
        raise Refused("tệp nén này không phải bảng tính", _SAVE_AS)
    if data.startswith(_OLE):
        return _calamine(data, name, ".xls")
    _refuse_others(data.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower())
    return _csv(data, name)


def _refuse_others(start: bytes) -> None:
    """Say what a file is that would be read as text and make no sense as a list."""
    if not start:
        raise Refused("tệp trống", "chép lại tệp, hoặc xin đơn vị gửi lại")
    if start.startswith(b"%pdf"):
        raise Refused("tệp này là PDF, không phải bảng tính", "xin đơn vị gửi tệp Excel của danh sách")
    if start.startswith(b"{\\rtf"):
        raise Refused("tệp này là văn bản RTF, không phải bảng tính", "chép bảng sang Excel rồi lưu thành .xlsx")
    if start.startswith((b"<!", b"<?", b"<html", b"<head", b"<meta", b"<table", b"<style")):
        raise Refused("tệp này là trang web (HTML, XML) mang đuôi bảng tính, không phải bảng tính", _SAVE_AS)


def _calamine(data: bytes, name: str, format_: str) -> Workbook:
    """Old and foreign formats, by values only."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as locked:
        raise Refused("tệp có mật khẩu", "bỏ mật khẩu trong Excel rồi lưu lại") from locked
    except CalamineError as damage:
        why = "tệp có mật khẩu hoặc bị hỏng" if format_ == ".xls" else "tệp bị hỏng"
        raise Refused(why, _SAVE_AS) from damage
    grids = []
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        merges = tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in _areas(sheet))
        hidden = meta.visible != SheetVisibleEnum.Visible
        grids.append(Grid(meta.name, hidden, merges, partial(_calamine_rows, sheet)))
    merged = ", ô trộn" if format_ == ".ods" else ""  # calamine knows them of the older format only
    blind = f"tệp {format_} không cho biết dòng ẩn, chữ gạch ngang, phông chữ{merged}; ô báo lỗi (#REF!, #N/A) đọc như ô trống"
    return Workbook(name, tuple(grids), blind)


def _areas(sheet: Any) -> Any:
    try:
        return sheet.merged_cell_ranges or ()
    except Exception:  # the library keeps merged areas for some formats only
        return ()


def _calamine_rows(sheet: Any) -> Iterator[Row]:
    first = sheet.start[0] if sheet.start else 0
    left = sheet.start[1] if sheet.start else 0
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        cells = {left + column: cell for column, value in enumerate(values) if (cell := _value(value)) is not None}
        yield Row(number, False, cells)


def _value(value: Any) -> Cell | None:
    if isinstance(value, bool):
        return Cell("có" if value else "không")
    if isinstance(value, (int, float)):
        return Cell(plain_number(Decimal(repr(value))), "number")
    if isinstance(value, (datetime, date)):
        return Cell(format_short(value.date() if isinstance(value, datetime) else value), "date")
    text = str(value)
    if not text.strip():
        return None
    return Cell(text, "broken") if text in _ERRORS else Cell(text)


def _csv(data: bytes, name: str) -> Workbook:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as unreadable:
        raise Refused(
            "tệp không phải bảng tính, cũng không phải CSV theo UTF-8",
            "trong Excel chọn Lưu thành… CSV UTF-8, hoặc lưu thành .xlsx",
        ) from unreadable
    if "\x00" in text:
        raise Refused("tệp không phải bảng tính", _SAVE_AS)
    return Workbook(name, (Grid("", False, (), partial(_csv_rows, text)),))


def _csv_rows(text: str) -> Iterator[Row]:
    head = text[:20_000]
    counts = {sign: sum(sign in line for line in head.splitlines()[:50]) for sign in ("\t", ";", ",")}
    delimiter = max(counts, key=lambda sign: counts[sign])
    # Strict, because otherwise a quotation mark nobody closed takes the rows below into its cell.
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for values in reader:
            cells = {column: Cell(_unquoted(value)) for column, value in enumerate(values) if value.strip()}
            yield Row(number, False, cells)
            number = reader.line_num + 1
    except csv.Error as unclosed:
        raise Refused(
            f'dòng {number}: dấu ngoặc kép (") chưa đóng, hoặc đóng ở giữa ô',
            "trong ô dùng dấu “ ”; hoặc đặt cả ô trong ngoặc kép và gõ đôi dấu bên trong; hoặc gửi tệp .xlsx",
        ) from unclosed


def _unquoted(value: str) -> str:
    """Our own CSV keeps a text from being a formula by an apostrophe; it is no part of the text."""
    return value[1:] if value[:1] == "'" and value[1:2] in tuple("=+-@\t") else value
