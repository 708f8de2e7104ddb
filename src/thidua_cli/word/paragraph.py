"""A paragraph as a value: its stretches of text in one format each, where it stands, how it is set."""

import re
from typing import Final, NamedTuple
from unicodedata import normalize

from thidua_cli.word.styles import Look

_SPACE: Final = re.compile(r"\s+")


class Piece(NamedTuple):
    """A stretch of text in one format."""

    text: str
    look: Look


class Paragraph(NamedTuple):
    """A paragraph: what it says and how it looks."""

    pieces: tuple[Piece, ...]
    where: str
    align: str
    first: float
    before: float
    line: float | None
    listed: bool
    in_table: bool

    @property
    def raw(self) -> str:
        """The text with its line breaks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        """The text on one line, in one Unicode form."""
        return tidy(self.raw)


def tidy(text: str) -> str:
    """Text on one line in one Unicode form: what saving a file again must not change."""
    return _SPACE.sub(" ", normalize("NFC", text)).strip()
