"""A .docx written as a stream: fixed parts as shipped, one document part as it comes, flat memory.

Knows ZIP and the package's part names; knows nothing of papers. Same input, same bytes: no clock,
no order of a dictionary, no name of a maker.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from thidua_cli.render.layout_xml import escape

STATIC: Final = Path(__file__).with_name("static")
DOCUMENT: Final = "word/document.xml"
CUSTOM: Final = "docProps/custom.xml"

_LEVEL = 6
_DATE = 0x21  # 1980-01-01 in ZIP's calendar: the first day it knows, so no day at all
_STREAMED = 0x08  # sizes follow the data, as every Java-made .docx has it
_DEFLATED = 8
_CHUNK = 1 << 15
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_AFTER = struct.Struct("<IIII")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")

_CUSTOM_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)


class _Entry(NamedTuple):
    """What the central directory says of a part."""

    name: bytes
    flags: int
    crc: int
    packed: int
    size: int
    offset: int


class _Blob(NamedTuple):
    """A part deflated once."""

    name: bytes
    crc: int
    data: bytes
    size: int


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _blob(name: str, data: bytes) -> _Blob:
    return _Blob(name.encode("ascii"), zlib.crc32(data), _deflate(data), len(data))


@cache
def _static_blobs() -> tuple[_Blob, ...]:
    """The shipped parts, deflated once per process; ``[Content_Types].xml`` comes first."""
    index: dict[str, str] = json.loads((STATIC / "index.json").read_text(encoding="ascii"))
    return tuple(_blob(name, (STATIC / file).read_bytes()) for name, file in index.items())


def custom_part(properties: Mapping[str, str]) -> bytes:
    """The custom properties, in the order of their names; their numbers start at 2 by the format."""
    items = "".join(
        _PROPERTY.format(pid=pid, name=escape(name).replace('"', "&quot;"), value=escape(value))
        for pid, (name, value) in enumerate(sorted(properties.items()), 2)
    )
    return f"{_CUSTOM_HEAD}{items}</Properties>\n".encode()


class _Writer:
    """Appends parts to a stream that need not be seekable."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.offset = 0
        self.entries: list[_Entry] = []

    def _write(self, data: bytes) -> None:
        self.out.write(data)
        self.offset += len(data)

    def _local(self, name: bytes, flags: int, crc: int, packed: int, size: int) -> None:
        self._write(_LOCAL.pack(0x04034B50, 20, flags, _DEFLATED, 0, _DATE, crc, packed, size, len(name), 0) + name)

    def blob(self, blob: _Blob) -> None:
        """A part whose size is known."""
        start = self.offset
        self._local(blob.name, 0, blob.crc, len(blob.data), blob.size)
        self._write(blob.data)
        self.entries.append(_Entry(blob.name, 0, blob.crc, len(blob.data), blob.size, start))

    def stream(self, part: str, chunks: Iterable[bytes]) -> None:
        """A part that is made while it is written."""
        start, name = self.offset, part.encode("ascii")
        self._local(name, _STREAMED, 0, 0, 0)
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        crc = size = 0
        begin = self.offset
        for chunk in chunks:
            crc, size = zlib.crc32(chunk, crc), size + len(chunk)
            self._write(packer.compress(chunk))
        self._write(packer.flush())
        packed = self.offset - begin
        self._write(_AFTER.pack(0x08074B50, crc, packed, size))
        self.entries.append(_Entry(name, _STREAMED, crc, packed, size, start))

    def close(self) -> None:
        """The central directory."""
        start = self.offset
        for e in self.entries:
            self._write(
                _CENTRAL.pack(
                    0x02014B50,
                    20,
                    20,
                    e.flags,
                    _DEFLATED,
                    0,
                    _DATE,
                    e.crc,
                    e.packed,
                    e.size,
                    len(e.name),
                    0,
                    0,
                    0,
                    0,
                    0,
                    e.offset,
                )
                + e.name
            )
        count = len(self.entries)
        self._write(_END.pack(0x06054B50, 0, 0, count, count, self.offset - start, start, 0))


def _buffered(chunks: Iterable[str]) -> Iterator[bytes]:
    """Small strings joined to chunks worth deflating."""
    held: list[str] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size >= _CHUNK:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join(held).encode()


def write_docx(chunks: Iterable[str], properties: Mapping[str, str], out: Path | BinaryIO) -> None:
    """Write one paper: ``chunks`` make up ``word/document.xml``."""
    if isinstance(out, Path):
        with out.open("wb") as stream:
            write_docx(chunks, properties, stream)
        return
    writer = _Writer(out)
    for blob in _static_blobs():
        writer.blob(blob)
    writer.blob(_blob(CUSTOM, custom_part(properties)))
    writer.stream(DOCUMENT, _buffered(chunks))
    writer.close()
