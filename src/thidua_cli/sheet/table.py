"""A sheet read as people read it: titles, the header, section rows, the rows themselves, totals, signatures.

Reads row by row and keeps only what later rows need. It knows where things stand, not what they mean.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua_cli.sheet.grid import Cell, Grid, Merge, Row
from thidua_cli.sheet.header import Header, find_header
from thidua_cli.sheet.headings import IGNORED, SUBJECTS, Headings, in_unicode
from thidua_cli.sheet.sample import is_marked, is_sample
from thidua_cli.viet.text import nfc

_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng|ấn định|danh sách (?:này )?(?:có|gồm))\b")
_SIGNATURE = re.compile(
    r"(?:người lập|thủ trưởng|xác nhận của|tm\.|kt\.|tl\.|tuq\.|chủ tịch$|trưởng phòng$|giám đốc$|hiệu trưởng$|nơi nhận"
    r"|ký tên|\(ký|(?:.{0,40}, )?ngày\s*[\d….]+\s*tháng)"
)
_ORDINAL = re.compile(r"\(?(\d{1,5}(?:\.\d{1,3})*)[.)]?\Z")
_SECTION = re.compile(r"(?:([IVX]{1,5})|([A-Z])|(\d{1,2}))\s*[.)/:-]?\Z")
_LED_SECTION = re.compile(r"(?:([IVX]{1,5})|([A-Z])|(\d{1,2}))\s*[.)/:-]\s*(?=\S)")
TITLE, SECTION, DATA, TOTAL, SKIPPED, HEADER = "title", "section", "data", "total", "skipped", "header"
UNSURE, UNNUMBERED = "?", "??"
"""The level of one text in the column of names: a name or a group, and likelier a group where names are numbered."""
TYPED_OVER = "typed over"
"""A row still marked as a sample that holds a case."""


class Piece(NamedTuple):
    """What one row is. ``level`` is the numbering style of a section, ``first`` that it begins one (I, A, 1);
    ``filled`` the columns whose value comes from a merged area that began above."""

    kind: str
    row: Row
    text: str = ""
    level: str = ""
    header: Header | None = None
    filled: frozenset[int] = frozenset()
    first: bool = False


def pieces(grid: Grid, headings: Headings) -> Iterator[Piece]:
    """The rows of a sheet, each as what it is; blank rows are left out."""
    reader = _Reader(grid, headings)
    yield from reader.read()


class _Reader:
    def __init__(self, grid: Grid, headings: Headings) -> None:
        self.grid, self.headings = grid, headings
        self.header: Header | None = None
        self.closed = self.counted = False
        self.ahead: deque[Row] = deque()
        self.rows = grid.rows()
        self._tall: dict[int, list[Merge]] = {}
        self._wide: dict[int, list[Merge]] = {}
        for merge in grid.merges:
            if merge.bottom > merge.top:
                self._tall.setdefault(merge.top, []).append(merge)
            if merge.right > merge.left:
                self._wide.setdefault(merge.top, []).append(merge)
        self._open: list[tuple[Merge, Cell]] = []

    def read(self) -> Iterator[Piece]:
        while (row := self._next()) is not None:
            if not row.cells or self._only_numbered(row):
                continue
            if self._may_be_header(row):
                found = find_header(row, self._peek(2), self._wide, self.headings)
                if found is not None:
                    for _ in range(found.rows - 1):
                        self.ahead.popleft()
                    self.header, self.closed, self.counted, self._open = found, False, False, []
                    yield Piece(HEADER, row, header=found)
                    continue
            yield self._piece(row)

    def _only_numbered(self, row: Row) -> bool:
        """Rows numbered in advance and never filled."""
        number = self.header.number if self.header else None
        return number in row.cells and len(row.cells) == 1 and _ORDINAL.match(row.cells[number].text) is not None

    def _next(self) -> Row | None:
        return self.ahead.popleft() if self.ahead else next(self.rows, None)

    def _peek(self, count: int) -> list[Row]:
        while len(self.ahead) < count:
            row = next(self.rows, None)
            if row is None:
                break
            self.ahead.append(row)
        return list(self.ahead)[:count]

    def _may_be_header(self, row: Row) -> bool:
        """A later header repeats a heading in the column that names the subject; asking only there is cheap."""
        if self.header is None:
            return True
        cell = row.cells.get(self.header.subject)
        if cell is not None and cell.kind == "text":
            found = self.headings.find(cell.text)
            return found is not None and found.key in SUBJECTS
        return self.closed

    def _piece(self, row: Row) -> Piece:
        if self.header is None:
            return Piece(TITLE, row, joined(row.cells.values()))
        raw = joined(row.cells.values())
        number = row.cells.get(self.header.number, Cell("")).text.strip() if self.header.number is not None else ""
        if is_marked(number):
            return Piece(SKIPPED if is_sample(row, self.header.columns) else TYPED_OVER, row, "dòng mẫu")
        is_named = not self.header.subjects.isdisjoint(row.cells)
        is_counted = _ORDINAL.match(number) is not None and is_named
        self.counted = self.counted or is_counted
        if not is_counted:
            if any(_TOTAL.match(_plain(cell.text)) for cell in row.cells.values()):
                self.closed = True
                return Piece(TOTAL, row, raw)
            if any(_SIGNATURE.match(_plain(cell.text)) for cell in row.cells.values()) and len(row.cells) <= 3:
                self.closed = True
                return Piece(SKIPPED, row, "khối chữ ký")
            section = self._section(row, number)
            if section is not None and not (self.closed and not section.level.strip("?")):
                return section
            if self.closed and (not is_named or len(row.cells) < 4):
                return Piece(SKIPPED, row, "khối chữ ký")
        cells, filled = self._filled(row)
        return Piece(DATA, row._replace(cells=cells), raw, filled=filled)

    def _section(self, row: Row, number: str) -> Piece | None:
        """A row that names a group: a roman or lettered number, or one text across the table."""
        assert self.header is not None
        if any(merge.left == self.header.subject and merge.bottom >= row.number for merge, _ in self._open):
            return None  # a further row of the person above
        texts = [cell.text.strip() for cell in row.cells.values() if not cell.text.strip().isdigit()]
        wide = any(merge.right - merge.left >= 2 for merge in self._wide.get(row.number, ()))
        numbered = _SECTION.match(number)
        words = [text for text in texts if text != number]
        if numbered and not numbered[3] and len(words) <= 1:
            return Piece(SECTION, row, words[0] if words else "", _style(numbered), first=_opens(numbered))
        if len(texts) == 1 and (self.header.subject not in row.cells or wide or _LED_SECTION.match(texts[0])):
            led = _LED_SECTION.match(texts[0])
            if led is None:
                return Piece(SECTION, row, texts[0])
            return Piece(SECTION, row, texts[0][led.end() :], _style(led), first=_opens(led))
        if len(texts) == 1:
            return Piece(SECTION, row, texts[0], UNNUMBERED if self.counted else UNSURE)
        return None

    def _filled(self, row: Row) -> tuple[dict[int, Cell], frozenset[int]]:
        """The cells with those of tall merged areas that reach into this row."""
        cells, filled = dict(row.cells), set()
        self._open = [(merge, cell) for merge, cell in self._open if merge.bottom >= row.number]
        for merge, cell in self._open:
            if merge.left not in cells:
                cells[merge.left] = cell
                filled.add(merge.left)
        for merge in self._tall.get(row.number, ()):
            top = row.cells.get(merge.left)
            if top is not None:
                self._open.append((merge, top))
        return cells, frozenset(filled)


def _plain(text: str) -> str:
    """Lower case on one line. Not ``fold``, whose tones stand where no pattern expects them."""
    return " ".join(nfc(in_unicode(text)).lower().split())


def _style(found: re.Match[str]) -> str:
    return "I" if found[1] else "A" if found[2] else "1"


def _opens(found: re.Match[str]) -> bool:
    return (found[1] or found[2] or found[3]) in ("I", "A", "1")


def joined(cells: Iterable[Cell]) -> str:
    """The words of a row as one line."""
    return " ".join(" ".join(cell.text.split()) for cell in cells)


def unread(header: Header) -> list[str]:
    """The headings whose columns are read by nobody, and on purpose."""
    return [column.heading for column in header.columns.values() if column.key == IGNORED]
