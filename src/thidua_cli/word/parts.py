"""The parts of an administrative paper found in any Word file: head, title, grounds, body, signatures.

A part is known by what it says and where it stands, never by who made the file. What is not found is
not there for this room; only ``checks`` decide whether that is a fault.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from thidua_cli.render.nd30 import Decree
from thidua_cli.viet.text import fold
from thidua_cli.word.document import Document, Table
from thidua_cli.word.paragraph import Paragraph

_HEAD: Final = 16
_MOTTO: Final = fold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_WISH: Final = re.compile(fold("Độc lập") + r"\W+" + fold("Tự do") + r"\W+" + fold("Hạnh phúc") + r"\W*\Z")
_NUMBER: Final = re.compile(r"Số\s*:?.*/", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày.*tháng.*năm", re.IGNORECASE)
_GROUND: Final = ("Căn cứ", "Theo ", "Xét ", "Thực hiện ", "Trên cơ sở")
_ANNEX: Final = re.compile(r"Phụ lục(?:\s+[IVXLC\d]+)?\Z", re.IGNORECASE)
_COPY: Final = re.compile(r"(?:SAO Y|SAO LỤC|TRÍCH SAO)\Z")
_COPIES: Final = fold("Nơi nhận")


class Parts(NamedTuple):
    """What was found. ``shape`` is a kind of paper, ``công văn``, ``phụ lục`` or "" when unknown."""

    shape: str
    motto: Paragraph | None
    wish: Paragraph | None
    issuers: tuple[Paragraph, ...]
    number: Paragraph | None
    day: Paragraph | None
    about: Paragraph | None
    title: Paragraph | None
    subject: tuple[Paragraph, ...]
    enclosed: Paragraph | None
    recipients: tuple[Paragraph, ...]
    grounds: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    copies: tuple[Paragraph, ...]
    signatures: tuple[tuple[Paragraph, ...], ...]


def parts_of(document: Document, decree: Decree) -> Parts:
    """The parts of a paper; of a copy those of what is copied, since below them stands the copier's own part."""
    return _Finder(_original(document), decree).parts()


def _original(document: Document) -> Document:
    """A document without what whoever copied it added below (Phụ lục I, phần bản sao)."""
    placing = [(at, one) for at, one in enumerate(document.blocks) if isinstance(one, Table) and not one.ruled]
    for index, block in placing[1:]:
        if any(_COPY.match(one.text) for one in block.paragraphs()):
            return document._replace(blocks=document.blocks[:index])
    return document


class _Finder:
    """Walks a document once from the top and once from the bottom."""

    def __init__(self, document: Document, decree: Decree) -> None:
        self.document = document
        self.all = [one for one in document.paragraphs() if one.text]
        self.kinds = {fold(kind): kind for kind in decree.kinds}
        self.titled = self._title_at()
        placed = next((index for index, one in enumerate(self.all) if not one.in_table), len(self.all))
        # Without a title the head is what the first table places side by side, else the first lines.
        self.head = self.all[: self.titled if self.titled is not None else placed or _HEAD]

    def parts(self) -> Parts:
        title = self.all[self.titled] if self.titled is not None else None
        about = next((one for one in self.head if one.text.startswith("V/v")), None)
        annex = bool(self.all) and _ANNEX.match(self.all[0].text) is not None
        shape = "phụ lục" if annex else self._kind(title) if title else "công văn" if about else ""
        start = self._after_head()
        recipients = self._recipients(start)
        grounds = self._grounds(start, recipients)
        signatures, copies, foot = self._foot()
        body = self._body(start, {id(one) for one in (*recipients, *grounds)}, foot)
        return Parts(
            shape,
            self._first(lambda text: fold(text).startswith(_MOTTO)),
            self._first(lambda text: _WISH.match(fold(text)) is not None),
            self._issuers(),
            self._first(lambda text: _NUMBER.match(text) is not None),
            next((one for one in self.head if _DAY.search(one.text) and "Kèm theo" not in one.text), None),
            about,
            self.all[0] if annex else title,
            self._subject(annex),
            next((one for one in self.all[:_HEAD] if one.text.startswith("(Kèm theo")), None),
            recipients,
            grounds,
            body,
            copies,
            signatures,
        )

    def _first(self, test: Callable[[str], bool]) -> Paragraph | None:
        return next((one for one in self.head[:_HEAD] if test(one.text)), None)

    def _kind(self, title: Paragraph) -> str:
        text = fold(title.text)
        return next((kind for key, kind in self.kinds.items() if text == key or text.startswith(f"{key} ")), "").lower()

    def _title_at(self) -> int | None:
        """The first line in capitals that names a kind of paper."""
        for index, one in enumerate(self.all[: _HEAD + 8]):
            shown = one.text.upper() if all(piece.look.caps for piece in one.pieces if piece.text.strip()) else one.text
            if self._kind(one) and shown.isupper() and _capital(one.text):
                return index
        return None

    def _issuers(self) -> tuple[Paragraph, ...]:
        """The lines above the number, on the side where the motto is not."""
        first = self.document.blocks[0] if self.document.blocks else None
        tables = [one for one in self.document.blocks[:4] if isinstance(one, Table)]
        table = first if isinstance(first, Table) else tables[0] if tables else None
        if table is None or table.ruled or not table.rows or not table.rows[0].cells:
            return ()
        lines = [one for one in table.rows[0].cells[0].paragraphs if one.text]
        return tuple(
            one
            for one in lines
            if not _NUMBER.match(one.text) and not fold(one.text).startswith(_MOTTO) and "V/v" not in one.text
        )

    def _after_head(self) -> int:
        if self.titled is not None:
            return self.titled + 1
        return next((index for index, one in enumerate(self.all) if not one.in_table), len(self.all))

    def _subject(self, annex: bool) -> tuple[Paragraph, ...]:
        """The centred bold lines under the title."""
        start = 1 if annex else self.titled + 1 if self.titled is not None else len(self.all)
        found = []
        for one in self.all[start : start + 4]:
            if one.align != "center" or one.in_table or one.text.startswith(("(", "Kính gửi")):
                break
            found.append(one)
        return tuple(found)

    def _recipients(self, start: int) -> tuple[Paragraph, ...]:
        for index in range(start, min(start + 8, len(self.all))):
            if self.all[index].text.startswith("Kính gửi"):
                rest = []
                for one in self.all[index + 1 : index + 30]:
                    if not one.text.startswith(("-", "–")):
                        break
                    rest.append(one)
                return (self.all[index], *rest)
        return ()

    def _grounds(self, start: int, above: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """The legal bases: between title (or Kính gửi) and text, nowhere else. A column of a table may be
        headed "Căn cứ", and a paragraph of the text may begin with the word."""
        passed = {id(one) for one in above}
        found: list[Paragraph] = []
        for one in self.all[start:]:
            if id(one) in passed or (not found and _above_text(one)):
                continue
            # "Thực hiện Kế hoạch …, đơn vị đã …" opens the text; a ground ends in a semicolon or is italic. A
            # công văn has no list of its own by the decree, so there even "Căn cứ …" may open the text.
            sure = one.text.startswith("Căn cứ") and (self.titled is not None or bool(found))
            marked = one.text.startswith(_GROUND if found else "Căn cứ") and (one.text.endswith(";") or _slanted(one))
            if (sure or marked) and not one.in_table and not one.text.endswith(":"):
                found.append(one)
            else:
                break
        return tuple(found)

    def _foot(self) -> tuple[tuple[tuple[Paragraph, ...], ...], tuple[Paragraph, ...], int]:
        """Signature columns, Nơi nhận, and where the foot begins among all paragraphs."""
        tables = [one for one in self.document.blocks if isinstance(one, Table) and not one.ruled]
        last = tables[-1] if tables else None
        texts = [one for one in last.paragraphs() if one.text] if last is not None else []
        head = {id(one) for one in self.head}
        if last is None or not texts or id(texts[0]) in head:
            return (), self._copies(), self._index(self._copies())
        columns: dict[int, list[Paragraph]] = {}
        for row in last.rows:
            for number, cell in enumerate(row.cells):
                columns.setdefault(number, []).extend(one for one in cell.paragraphs if one.text)
        copies = self._copies()
        inside = {id(one) for one in copies}
        signatures = tuple(
            tuple(one for one in column if id(one) not in inside) for _, column in sorted(columns.items())
        )
        return tuple(one for one in signatures if one), copies, self._index(tuple(texts))

    def _copies(self) -> tuple[Paragraph, ...]:
        for index, one in enumerate(self.all):
            if fold(one.text).startswith(_COPIES):
                same = one.where.rpartition(",")[0] if one.in_table else ""
                rest: list[Paragraph] = []
                for other in self.all[index + 1 :]:
                    if one.in_table and not (other.in_table and other.where == one.where):
                        break
                    if not other.text.startswith(("-", "–")) and (not same or not rest):
                        break
                    rest.append(other)
                return (one, *rest)
        return ()

    def _index(self, found: tuple[Paragraph, ...]) -> int:
        if not found:
            return len(self.all)
        return next((index for index, one in enumerate(self.all) if one is found[0]), len(self.all))

    def _body(self, start: int, taken: set[int], foot: int) -> tuple[Paragraph, ...]:
        body = [one for one in self.all[start:foot] if not one.in_table and id(one) not in taken]
        while body and body[0].align == "center":
            body.pop(0)
        return tuple(body)


def _capital(text: str) -> bool:
    return any(one.isalpha() for one in text)


def _above_text(one: Paragraph) -> bool:
    """A line of the head that runs on below the title: its subject, centred or bold, or set in a table."""
    return one.in_table or one.align == "center" or all(p.look.bold for p in one.pieces if p.text.strip())


def _slanted(one: Paragraph) -> bool:
    return bool(one.pieces) and all(piece.look.italic for piece in one.pieces if piece.text.strip())
