"""What the readers of Word and Excel files share about the XML of a package. Knows no document and no workbook."""

from contextlib import suppress
from typing import IO, Final
from xml.parsers import expat

DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The numbers of the built-in formats that show a number as a day or a time."""


def local(tag: str) -> str:
    """A tag without its namespace: transitional and strict files differ only there."""
    return tag.rpartition("}")[2]


class _Found(Exception):
    """The first declaration or element that tells."""


def has_doctype(part: IO[bytes]) -> bool:
    """Whether a part declares a document type, in whatever encoding and however far down its head. Office programs
    never write one, and its entities can fill the memory. Damage is left to who reads the part."""
    found = False

    def doctype(*_: object) -> None:
        nonlocal found
        found = True
        raise _Found

    def element(*_: object) -> None:
        raise _Found

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    with suppress(_Found, expat.ExpatError, ValueError, LookupError):
        while chunk := part.read(65_536):
            parser.Parse(chunk)
    return found
