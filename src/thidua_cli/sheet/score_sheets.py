"""Score sheets (bảng chấm điểm) as they come back filled in: each page one unit's sheet under its cluster's scale.

What a sheet adds up itself is compared with its lines and never taken.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.scores import DEDUCTIONS, Board, Row, boards, numbered, rows, sheet
from thidua_cli.model.handed import HANDED_IN, HandedIn
from thidua_cli.sheet import codes, grid
from thidua_cli.sheet.answers import Answers
from thidua_cli.sheet.drafts import Draft, Log
from thidua_cli.sheet.grid import Cell, Grid, Workbook, place
from thidua_cli.sheet.importing import Change, Outcome, in_order, laid_beside
from thidua_cli.sheet.known import Awards, Units
from thidua_cli.sheet.listing import OWN_SHEETS, Hidden
from thidua_cli.sheet.values import Bad, Scope, words
from thidua_cli.source import Reading
from thidua_cli.viet.numbers import NumberFault, format_decimal, parse_decimal
from thidua_cli.viet.text import fold, nearest

NUMBER, NAME, OWN, APPRAISED = "TT", "Nội dung", "Điểm tự chấm", "Điểm thẩm định"
TIMES, REASON, TOTAL = "Số lần bị trừ", "Lý do chênh lệch", "Tổng cộng"
"""The headings of a sheet, by which it is read again when it comes back."""
_KEYS = {OWN: "diem_tu_cham", APPRAISED: "diem_tham_dinh", TIMES: "so_lan", REASON: "ly_do_chenh_lech"}
_POINTS = ("diem_tu_cham", "diem_tham_dinh")
_HEADER_WITHIN = 20
"""Rows in which the heading of a page stands."""


class _Columns(NamedTuple):
    """Where the columns of a page stand; ``keys`` by column."""

    name: int
    number: int | None
    keys: dict[int, str]


class _Typed(NamedTuple):
    """What a row says: how it begins, and its values and their cells by key."""

    row: int
    number: str
    name: str
    cell: str
    values: dict[str, str]
    cells: dict[str, str]


def is_of_scores(workbook: Workbook) -> bool:
    """Whether a workbook holds score sheets, and no list of nominees."""
    return any(_columns(row) for page in workbook.grids for row in islice(page.rows(), _HEADER_WITHIN))


def _columns(row: grid.Row) -> _Columns | None:
    found = {fold(cell.text): column for column, cell in row.cells.items()}
    keys = {found[fold(title)]: key for title, key in _KEYS.items() if fold(title) in found}
    if fold(NAME) not in found or set(_POINTS).isdisjoint(keys.values()):
        return None
    return _Columns(found[fold(NAME)], found.get(fold(NUMBER)), keys)


def import_scores(
    workbook: Workbook, drive: Drive, book: Book, answers: Answers, hidden: Hidden = "ask", unit: str | None = None
) -> Outcome:
    """Read the pages and lay them beside the duties of the repository."""
    reader = _Reader(drive, book, answers, hidden, unit)
    drafts = [draft for page in workbook.grids if page.name not in OWN_SHEETS for draft in reader.page(page)]
    changes: list[Change] = []
    first: dict[str, str] = {}
    for draft in drafts:
        if (before := first.setdefault(draft.id, draft.sheet)) != draft.sheet:
            message = f"{draft.name} đã có bảng chấm điểm ở trang {before}"
            reader.log.say(codes.GIA_TRI_LA, message, draft.sheet, remedy="giữ một trang")
            continue
        shown = {"Trang": draft.sheet, "Đơn vị": draft.name, "Việc": draft.id.partition("/")[0]}
        change = laid_beside(draft, "duties", HANDED_IN, shown, drive, book, workbook.name, reader.log)
        changes += [change] if change is not None else []
    return Outcome(tuple(changes), in_order(reader.log, workbook))


class _Reader:
    def __init__(self, drive: Drive, book: Book, answers: Answers, hidden: Hidden, unit: str | None) -> None:
        self.drive, self.book, self.hidden, self.unit = drive, book, hidden, unit
        self.units = Units(book, answers)
        self.scope = Scope(drive, self.units, Awards(drive, answers), {})
        self.boards = [board for board in boards(drive, book) if board.scale is not None]
        self.log = Log()

    def page(self, page: Grid) -> Iterator[Draft]:
        """The sheet a page holds; nothing where it holds none, or none of its cells is filled in."""
        titles: list[str] = []
        columns: _Columns | None = None
        typed: list[_Typed] = []
        for row in page.rows():
            if columns is None:
                columns = _columns(row)
                titles += [] if columns else [cell.text for cell in row.cells.values()]
            elif not row.cells.keys().isdisjoint((columns.name, *columns.keys)) and self._is_read(page, row):
                typed.append(self._typed(page, row, columns))
        if columns is None:
            if titles:
                self.log.say(codes.KHONG_NHAP, "trang không phải bảng chấm điểm", page.name)
            return
        unit = self._unit(page, titles)
        board = self._board(page, unit) if unit else None
        if unit and board:
            yield from self._draft(page, unit, board, typed)

    def _is_read(self, page: Grid, row: grid.Row) -> bool:
        if (row.hidden or page.hidden) and self.hidden == "ask":
            what = (
                ("trang đang ẩn", "")
                if page.hidden
                else (f"dòng {row.number} bị ẩn", place(row.number, min(row.cells)))
            )
            office = "thêm --hidden read để nhập, --hidden skip để bỏ"
            self.log.say(codes.DONG_AN, what[0], page.name, what[1], "bỏ ẩn, hoặc xóa", office)
        return not (row.hidden or page.hidden) or self.hidden == "read"

    def _typed(self, page: Grid, row: grid.Row, columns: _Columns) -> _Typed:
        values, cells = {}, {}
        for column, key in columns.keys.items():
            text = self._text(page, row.number, column, row.cells[column]) if column in row.cells else ""
            if text:
                values[key], cells[key] = text, place(row.number, column)
        number = row.cells[columns.number].text.strip(" .") if columns.number in row.cells else ""
        name = self._text(page, row.number, columns.name, row.cells.get(columns.name, Cell("")))
        return _Typed(row.number, number, name, place(row.number, columns.name), values, cells)

    def _text(self, page: Grid, number: int, column: int, cell: Cell) -> str:
        """The words of a cell; a number as records write it."""
        where = place(number, column)
        try:
            if cell.struck:
                raise Bad(codes.O_SAI, f"“{cell.text}” bị gạch ngang", "xóa hẳn, hoặc bỏ gạch ngang")
            text = words(cell, self.scope)
        except Bad as bad:
            self.log.say(bad.code, str(bad), page.name, where, bad.remedy, bad.office)
            return ""
        for code, message, remedy in self.scope.taken_notes():
            self.log.say(code, message, page.name, where, remedy)
        return text.replace(".", ",") if cell.kind == "number" else text

    # -- whose sheet, under which scale ----------------------------------------------------------------

    def _unit(self, page: Grid, titles: list[str]) -> str | None:
        """The unit a page is of: by its own name, by what stands above its table, or as asked."""
        said = [part for text in titles for part in text.split(" · ")]
        named = list(dict.fromkeys(filter(None, map(self.units.find, (page.name, *said)))))
        scored = {one.unit for board in self.boards for one in board.sheets}
        found = [one for one in named if one in scored] or ([self.unit] if self.unit in scored else [])
        if len(found) == 1 and self.unit in (None, found[0]):
            return found[0]
        names = " và ".join(self.book.unit_name(one) for one in found)
        what = f"trang ghi {names}" if found else "không rõ bảng chấm điểm của đơn vị nào"
        remedy = "đặt tên trang là mã hoặc tên của một đơn vị được chấm điểm trong cụm, khối có thang điểm"
        self.log.say(codes.GIA_TRI_LA, what, page.name, remedy=remedy)
        return None

    def _board(self, page: Grid, unit: str) -> Board | None:
        found = [board for board in self.boards if any(one.unit == unit for one in board.sheets)]
        if len(found) == 1:
            return found[0]
        listed = ", ".join(board.duty.id for board in found)
        self.log.say(
            codes.GIA_TRI_LA,
            f"đơn vị có nhiều bảng điểm: {listed}",
            page.name,
            office="ghi thẳng vào duties/<việc>/<đơn vị>.yaml",
        )
        return None

    # -- the lines -------------------------------------------------------------------------------------

    def _draft(self, page: Grid, unit: str, board: Board, typed: list[_Typed]) -> Iterator[Draft]:
        assert board.scale is not None
        found, totals = self._of_rows(page, list(numbered(rows(None, board.scale))), typed)
        self._only_sums(page, board.scale, found)
        lines = [(id_, one, values) for id_, (row, one) in found.items() if (values := self._line(page, row, one))]
        if not lines:
            self.log.say(codes.KHONG_NHAP, "trang chưa điền điểm nào", page.name)
            return
        draft = Draft(page.name, lines[0][1].row, lines[0][1].cell)
        draft.id, draft.name, draft.proposer = f"{board.duty.id}/{unit}", self.book.unit_name(unit), unit
        for at, (id_, one, values) in enumerate(lines):
            draft.put(f"bang_diem.{at}.noi_dung_cham", id_, "")
            for key, text in values.items():
                draft.put(f"bang_diem.{at}.{key}", text, one.cells[key])
        reading = Reading("")
        handed = HANDED_IN.read(draft.values, reading, id=draft.id, file="", duty=board.duty.id, unit=unit)
        for wrong in reading.found:
            self.log.say(wrong.code, wrong.message, *draft.place_of(wrong.route), wrong.remedy)
        if handed is not None and not reading.found:
            self._compare(page, board.scale, handed, found, totals)
        yield draft

    def _of_rows(
        self, page: Grid, known: list[tuple[str, Row]], typed: list[_Typed]
    ) -> tuple[dict[str, tuple[Row, _Typed]], list[_Typed]]:
        """By the scale's rows what a page says of each, told by its name and, of two alike, its number; and the
        totals."""
        found: dict[str, tuple[Row, _Typed]] = {}
        totals: list[_Typed] = []
        for one in typed:
            named = [(number, row) for number, row in known if fold(row.name) == fold(one.name)]
            same = [row for number, row in named if len(named) == 1 or number == one.number]
            if fold(one.name).startswith(fold(TOTAL)):
                totals.append(one)
            elif len(same) == 1 and same[0].id not in found:
                found[same[0].id] = same[0], one
            elif one.values and not totals:  # below the total people sign
                message = f"“{one.name}” đã có ở dòng trên" if same else f"thang điểm không có nội dung “{one.name}”"
                remedy = nearest(one.name, [row.name for _, row in known], "giữ nguyên tên nội dung như bảng mẫu")
                self.log.say(codes.GIA_TRI_LA, message, page.name, one.cell, remedy)
        return found, totals

    def _only_sums(self, page: Grid, scale: HandedIn, found: dict[str, tuple[Row, _Typed]]) -> None:
        """An item scored as a whole whose parts are empty: its points would be lost."""
        for item in scale.items:
            if item.children and item.id in found:
                _, one = found[item.id]
                parts = [found[child.id][1].values for child in item.children if child.id in found]
                for key in set(_POINTS) & one.values.keys():
                    if not any(key in part for part in parts):
                        message, remedy = f"“{item.name}” là tổng các nội dung con", "điền điểm ở từng nội dung con"
                        self.log.say(codes.O_SAI, message, page.name, one.cells[key], remedy)

    def _line(self, page: Grid, row: Row, one: _Typed) -> dict[str, str]:
        """What a row gives to the record: of a deduction how many times, of what has parts nothing."""
        points = {key: text for key, text in one.values.items() if key in _POINTS}
        rest = {key: text for key, text in one.values.items() if key not in _POINTS}
        if row.children:
            for key in rest:
                message = f"“{row.name}” là tổng các nội dung con: ô này không nhập"
                self.log.say(codes.KHONG_NHAP, message, page.name, one.cells[key], "ghi ở nội dung con")
            return {}
        if row.group == DEDUCTIONS:
            if points and "so_lan" not in rest and any(text.strip("-0,") for text in points.values()):
                message, remedy = f"“{row.name}” chưa ghi số lần", f"điền cột {TIMES}; điểm trừ do công cụ tính"
                self.log.say(codes.THIEU_O, message, page.name, one.cell, remedy)
            return rest
        if "so_lan" in rest:
            message = f"“{row.name}” không phải điểm trừ nên không có số lần"
            self.log.say(codes.O_SAI, message, page.name, one.cells["so_lan"], "xóa ô này; điểm ghi ở cột điểm")
        return points | rest

    def _compare(
        self,
        page: Grid,
        scale: HandedIn,
        handed: HandedIn,
        found: dict[str, tuple[Row, _Typed]],
        totals: list[_Typed],
    ) -> None:
        """What a page adds up itself beside what its lines come to."""
        whole = sheet(handed.unit, handed, scale)
        summed = {row.id: (row.own, row.appraised) for row in rows(handed, scale)}
        lines = [(one, summed[row.id]) for row, one in found.values() if row.children or row.group == DEDUCTIONS]
        for one, both in (*lines, *((total, (whole.own, whole.total)) for total in totals)):
            for key, points in zip(_POINTS, both, strict=True):
                if key in one.values and points is not None and not _says(one.values[key], points):
                    message = f"“{one.name}” ghi {one.values[key]}, các dòng cộng lại là {format_decimal(points)}"
                    self.log.say(codes.TONG_KHAC, message, page.name, one.cells[key], "kiểm tra các dòng, sửa tổng")


def _says(text: str, points: Fraction) -> bool:
    """Whether a text is the number, a deduction's with its sign or without."""
    typed = parse_decimal(text.strip().removeprefix("-"))
    return not isinstance(typed, NumberFault) and typed == abs(points)
