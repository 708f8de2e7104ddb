"""What the readers of Word and Excel files share: a package of anybody's opened within bounds, and Excel's days.

Knows no document and no workbook.
"""

import lzma
import re
import struct
import zipfile
import zlib
from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO
from typing import IO, Final
from xml.etree import ElementTree
from xml.parsers import expat

from thidua_cli.diagnostic import Refused

AGAIN: Final = "mở bằng Word, Excel hoặc LibreOffice, lưu lại rồi chạy lại"
DAMAGED: Final = (
    *(KeyError, ValueError, EOFError, OSError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
)
"""What a damaged package may make its readers raise."""
MAX_DEPTH: Final = 200
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The numbers of the built-in formats that show a number as a day or a time."""
_NO_CODE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def part(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The bytes of a part, never more than the bound whatever the directory promises."""
    try:
        with package.open(name) as opened:
            data = opened.read(most + 1)
    except DAMAGED as error:
        raise Refused(f"phần {name} của tệp bị hỏng hoặc có mật khẩu", AGAIN) from error
    if len(data) > most:
        raise too_large(name)
    return data


def tree(data: bytes, name: str) -> ElementTree.Element:
    """The tree of a part: without a document type, and not nested deep enough to break who walks it."""
    refuse_doctype(BytesIO(data), name)
    depth = 0

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise Refused(f"phần {name} của tệp lồng quá {MAX_DEPTH} bậc", "tệp bất thường, không mở")

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
        return ElementTree.fromstring(data)
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise damaged(name) from error


def damaged(name: str) -> Refused:
    """What to say of a part whose XML is torn."""
    return Refused(f"phần {name} của tệp bị hỏng", AGAIN)


def too_large(name: str) -> Refused:
    """What to say of a part that no honest file has so large."""
    return Refused(f"phần {name} của tệp bung ra quá lớn", "chép riêng nội dung sang một tệp mới rồi dùng tệp ấy")


def local(tag: str) -> str:
    """A tag without its namespace: transitional and strict files differ only there."""
    return tag.rpartition("}")[2]


class _Element(Exception):
    """The first element: the head of the part is over."""


def refuse_doctype(opened: IO[bytes], name: str) -> None:
    """Refuse a part that declares a document type, in whatever encoding and however far down its head. Office programs
    never write one, and its entities can fill the memory. Damage is left to who reads the part."""

    def doctype(*_: object) -> None:
        raise Refused(f"phần {name} có khai báo XML mà Word, Excel không bao giờ ghi", "tệp bất thường, không mở")

    def element(*_: object) -> None:
        raise _Element

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = doctype, element
    with suppress(_Element, expat.ExpatError, ValueError, LookupError):
        while chunk := opened.read(65_536):
            parser.Parse(chunk)


def shows_day(number: int, code: str) -> bool:
    """Whether a format of Excel, by its number and its code, shows a number as a day or a time."""
    return "%" not in code and (number in _DATE_FORMATS or bool(re.search("[dmyDMY]", _NO_CODE.sub("", code))))


def serial_day(serial: float, epoch_1904: bool = False) -> date | None:
    """The day of a serial number, or nothing when it is none; 29/02/1900 never was."""
    whole = int(serial)
    if not 1 <= whole < 109_500 or (whole == 60 and not epoch_1904):
        return None
    if epoch_1904:
        return date(1904, 1, 1) + timedelta(days=whole)
    return date(1899, 12, 30 if whole > 60 else 31) + timedelta(days=whole)
