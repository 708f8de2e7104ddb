"""A Word file opened with suspicion: a bounded ZIP, XML without document types, bounded depth.

Files come by mail from anybody. Knows parts and bytes; knows nothing of paragraphs.
"""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from thidua_cli.diagnostic import Refused
from thidua_cli.ooxml import has_doctype

MAX_FILE: Final = 64_000_000
MAX_PART: Final = 16_000_000
"""Text of one part after unpacking. A list of 5,000 people is 8 MB; a bomb of 10 MB unpacks to 10 GB."""
MAX_ENTRIES: Final = 4_000
MAX_DEPTH: Final = 200

DOCUMENT: Final = "word/document.xml"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"


_AGAIN: Final = "mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chạy lại"


class Package:
    """The parts of a .docx, each parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        if data[:4] == _OLD_WORD:
            raise Refused("tệp .doc đời cũ hoặc .docx có mật khẩu", "mở bằng Word, bỏ mật khẩu, lưu thành .docx")
        if len(data) > MAX_FILE:
            raise Refused(f"tệp quá {MAX_FILE // 1_000_000} MB", "giảm cỡ ảnh trong tệp rồi lưu lại")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, struct.error, ValueError, OSError, EOFError) as error:
            raise Refused("tệp không phải tệp Word hoặc bị cụt", _AGAIN) from error
        if len(names) > MAX_ENTRIES:
            raise Refused(f"tệp có {len(names)} phần, nhiều bất thường", _AGAIN)
        self.names = frozenset(names)
        if DOCUMENT not in self.names:
            raise Refused("tệp không có phần văn bản của Word", _AGAIN)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, never more than the bound whatever the directory promises."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as opened:
                data = opened.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise Refused(f"phần {name} của tệp Word bị hỏng hoặc có mật khẩu", _AGAIN) from error
        if len(data) > MAX_PART:
            raise Refused(f"phần {name} bung ra quá {MAX_PART // 1_000_000} MB", "tệp bất thường, không mở")
        return data

    def xml(self, name: str) -> ElementTree.Element | None:
        """The tree of a part, or None when there is no such part."""
        data = self.part(name)
        if data is None:
            return None
        _refuse_tricks(data, name)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise Refused(f"phần {name} của tệp Word bị hỏng", _AGAIN) from error


def _refuse_tricks(data: bytes, name: str) -> None:
    """No document type (entities that grow or read files), no nesting deep enough to break a walk."""
    if has_doctype(BytesIO(data)):
        raise Refused(f"phần {name} có khai báo DTD, tệp Word không bao giờ có", "tệp bất thường, không mở")
    parser = expat.ParserCreate()
    depth = 0

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise Refused(f"phần {name} lồng quá {MAX_DEPTH} bậc", "tệp bất thường, không mở")

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(f"phần {name} của tệp Word bị hỏng", _AGAIN) from error
