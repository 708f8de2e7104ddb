"""A Word file opened with suspicion: a bounded ZIP, XML without document types, bounded depth.

Files come by mail from anybody. Knows parts and bytes; knows nothing of paragraphs.
"""

import zipfile
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

from thidua_cli import ooxml
from thidua_cli.diagnostic import Refused

MAX_FILE: Final = 64_000_000
MAX_PART: Final = 16_000_000
"""Text of one part after unpacking. A list of 5,000 people is 8 MB; a bomb of 10 MB unpacks to 10 GB."""
MAX_ENTRIES: Final = 4_000

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
        except ooxml.DAMAGED as error:
            raise Refused("tệp không phải tệp Word hoặc bị cụt", _AGAIN) from error
        if len(names) > MAX_ENTRIES:
            raise Refused(f"tệp có {len(names)} phần, nhiều bất thường", _AGAIN)
        self.names = frozenset(names)
        if DOCUMENT not in self.names:
            raise Refused("tệp không có phần văn bản của Word", _AGAIN)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None when there is no such part."""
        return ooxml.part(self._zip, name, MAX_PART) if name in self.names else None

    def xml(self, name: str) -> ElementTree.Element | None:
        """The tree of a part, or None when there is no such part."""
        data = self.part(name)
        return None if data is None else ooxml.tree(data, name)
