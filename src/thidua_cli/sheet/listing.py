"""A workbook to drafts: every sheet read, figures settled, side sheets attached, what is missing said."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.sheet import codes
from thidua_cli.sheet.answers import Answers
from thidua_cli.sheet.contexts import Contexts
from thidua_cli.sheet.drafts import Draft, Log, Pending
from thidua_cli.sheet.grid import Grid, Row, Trouble, Workbook, place
from thidua_cli.sheet.headings import BIRTH, REFERENCE, Headings, in_unicode, name_of_scale, scale_named
from thidua_cli.sheet.known import Awards, Units
from thidua_cli.sheet.numbers import habit_of, in_full, read_number, written
from thidua_cli.sheet.rows import UNREAD_NAME, Rows
from thidua_cli.sheet.table import (
    DATA,
    HEADER,
    SECTION,
    SKIPPED,
    TITLE,
    TOTAL,
    TYPED_OVER,
    UNNUMBERED,
    UNSURE,
    Piece,
    pieces,
    unread,
)
from thidua_cli.sheet.values import Bad, Scope
from thidua_cli.viet.text import fold, strip_marks

Hidden = Literal["ask", "read", "skip"]
OWN_SHEETS = ("Hướng dẫn", "Danh mục")
"""The sheets of our template that hold no list."""
_TELLING = {"don_vi": "Đơn vị", BIRTH: "Ngày sinh", "so_dinh_danh": "Số định danh"}
"""What tells two of one name apart on a side sheet, and the column that says it."""
_BIRTH = (BIRTH, "nam_sinh")
_SOLUTION = "giai_phap.0"
_UNIT_OF_MEASURE = "so_lieu.don_vi_tinh"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_YEAR = re.compile(r"\bnam (20\d\d)\b")
_COUNTED = re.compile(r"(\d+)\s*(tập thể|cá nhân|hộ|người|trường hợp)")


class Listing(NamedTuple):
    """What a workbook holds: the drafts in the order of its rows, and everything that has to be said."""

    drafts: list[Draft]
    troubles: list[Trouble]


class ListReader:
    """Reads one workbook for one campaign."""

    def __init__(self, drive: Drive, book: Book, answers: Answers, hidden: Hidden, unit: str | None) -> None:
        self.drive, self.hidden, self.unit = drive, hidden, unit
        self.units, self.awards = Units(book, answers), Awards(drive, answers)
        self.headings = Headings(drive, answers)
        known = {case.full_name: case.full_name for case in drive.nominations.values() if case.full_name}
        self.scope = Scope(drive, self.units, self.awards, known | answers.names)
        self.log = Log()
        self.drafts: list[Draft] = []
        self.references: list[Draft] = []

    def read(self, workbook: Workbook) -> Listing:
        """Everything in the workbook."""
        if workbook.blind:
            self.log.say(codes.KHONG_NHAP, workbook.blind, remedy="bảng có những thứ ấy thì lưu thành .xlsx rồi nhập")
        tables = sum([self._sheet(grid) for grid in workbook.grids])
        if not tables:
            self.log.say(
                codes.KHONG_THAY_BANG,
                "không trang nào có dòng tiêu đề nhận ra được",
                remedy="dòng tiêu đề cần ít nhất Họ và tên (hoặc Tên tập thể) và một cột khác;"
                " tiêu đề riêng thì ghi vào tệp --map",
            )
        elif not self.drafts and not self.references:
            self.log.say(codes.KHONG_THAY_BANG, "bảng chưa có dòng nào", remedy="điền danh sách dưới dòng tiêu đề")
        self._attach()
        for draft in self.drafts:
            self._check_complete(draft)
        return Listing(self.drafts, list(self.log.said))

    def _sheet(self, grid: Grid) -> bool:
        contexts = Contexts(grid.name, self.units, self.awards, self.log)
        rows = Rows(grid.name, self.scope, contexts, self.log)
        found, signed = False, _Signatures()
        titles: list[tuple[str, str]] = []  # of a sheet without a table they mean nothing
        for piece in pieces(grid, self.headings):
            if piece.kind == TITLE:
                cells = piece.row.cells.items()
                titles += [(in_unicode(" ".join(cell.text.split())), place(piece.row.number, at)) for at, cell in cells]
            elif piece.kind == HEADER and piece.header is not None:
                for text, cell in titles:
                    contexts.title(text, cell)
                self._of_past_year(grid.name, titles)
                found, titles = True, []
                rows.begin(piece.header)
                for heading in unread(piece.header):
                    self.log.say(codes.KHONG_NHAP, f"cột “{heading}” không vào hồ sơ", grid.name)
            elif piece.kind == SECTION:
                self._section(piece, contexts, rows, grid)
            elif piece.kind == TOTAL:
                self._total(piece, rows, grid.name)
            elif piece.kind == SKIPPED:
                if piece.text == "khối chữ ký":
                    signed.add(piece.row)
                    continue
                message = f"dòng {piece.row.number} không nhập: {piece.text}"
                self.log.say(codes.KHONG_NHAP, message, grid.name, place(piece.row.number, next(iter(piece.row.cells))))
            elif piece.kind == TYPED_OVER:
                self._typed_over(piece, rows, grid.name)
            elif piece.kind == DATA:
                self._data(piece, rows, grid)
            signed.end()
        for first, what in signed.blocks():
            self.log.say(codes.KHONG_NHAP, f"{what} không nhập: khối chữ ký", grid.name, first)
        if titles and not grid.hidden and grid.name not in OWN_SHEETS:
            self.log.say(codes.KHONG_NHAP, "trang không có bảng nào nhận ra được", grid.name)
        rows.finish()
        self._settle(rows.pending.values())
        self._say_whose(rows, contexts, grid)
        self.drafts += rows.drafts
        self.references += rows.references
        return found

    def _say_whose(self, rows: Rows, contexts: Contexts, grid: Grid) -> None:
        """Which unit proposes each row: the one asked for, the row's own, the title's, else that of its work."""
        for draft in rows.drafts:
            draft.proposer = self.unit or draft.proposer or contexts.proposer
            if draft.get("don_vi") is None and "don_vi" not in draft.cells and draft.proposer:
                draft.put("don_vi", draft.proposer, contexts.proposer_cell if draft.proposer != self.unit else "")
            unit = draft.get("don_vi")
            if not draft.proposer and isinstance(unit, str):
                draft.proposer, draft.guessed = unit, True
        if contexts.proposer and not self.unit and rows.drafts:
            name = self.units.units[contexts.proposer].name
            self.log.say(
                codes.HIEU_LA,
                f"đơn vị đề nghị: {name}, theo tiêu đề",
                grid.name,
                contexts.proposer_cell,
                office="nếu không phải, thêm --unit mã-đơn-vị",
            )

    def _of_past_year(self, sheet: str, titles: list[tuple[str, str]]) -> None:
        """Ask about a list that names only years before the campaign: it was left in the workbook from the last one,
        or its title was."""
        period = self.drive.plan.period
        began = period.since.year if period and period.since else 0
        years = [(year, "") for year in _YEAR.findall(sheet)]
        years += [(year, cell) for text, cell in titles for year in _OF_YEAR.findall(strip_marks(text).lower())]
        if years and int(max(years)[0]) < began:
            year, cell = max(years)
            self.log.say(
                codes.NAM_TRUOC,
                f"bảng ghi năm {year}, đợt thi đua bắt đầu từ năm {began}",
                sheet,
                cell,
                "bảng của năm trước thì xóa khỏi tệp rồi nhập lại; tên trang, tiêu đề gõ cũ thì sửa năm",
            )

    def _data(self, piece: Piece, rows: Rows, grid: Grid) -> None:
        subjects = rows.header.subjects if rows.header else ()
        names = [cell for at in subjects if (cell := piece.row.cells.get(at)) is not None]
        struck = bool(names) and all(cell.struck == "whole" for cell in names)
        if (piece.row.hidden or grid.hidden or struck) and self.hidden != "read":
            where = place(piece.row.number, rows.header.subject if rows.header else 0)
            what = f"dòng {piece.row.number} " + ("đang ẩn" if piece.row.hidden else "bị gạch ngang")
            what = "trang đang ẩn" if grid.hidden else what
            if self.hidden == "skip":
                self.log.say(codes.KHONG_NHAP, f"{what}: bỏ qua theo --hidden skip", grid.name, where)
            else:
                sign = "gạch ngang" if struck and not piece.row.hidden and not grid.hidden else "ẩn"
                remedy = f"là trường hợp đề nghị thì bỏ {sign}; không thì xóa"
                office = "thêm --hidden read để nhập, --hidden skip để bỏ mọi dòng ẩn, dòng gạch ngang"
                self.log.say(codes.DONG_AN, f"{what} mà có dữ liệu", grid.name, where, remedy, office)
            return
        rows.row(piece.row, piece.filled, struck=struck)

    def _section(self, piece: Piece, contexts: Contexts, rows: Rows, grid: Grid) -> None:
        at = next((at for at, cell in piece.row.cells.items() if piece.text and piece.text in cell.text), 0)
        where = place(piece.row.number, at)
        text = in_unicode(piece.text)
        if contexts.section(text, piece.level.strip("?"), where):
            return
        named = rows.header is not None and rows.header.columns[rows.header.subject].key != REFERENCE
        if piece.level == UNNUMBERED and named:
            self.log.say(
                codes.O_SAI,
                f"“{text}” không có số thứ tự và không có ô nào khác: tên người hay tên nhóm?",
                grid.name,
                where,
                "là trường hợp đề nghị thì ghi số thứ tự; là nhóm thì đánh số nhóm I, II hoặc A, B; còn lại thì xóa",
            )
        elif piece.level in (UNSURE, UNNUMBERED):
            self._data(piece, rows, grid)
        elif piece.text:
            contexts.unread(text, piece.level, where, first=piece.first)

    def _typed_over(self, piece: Piece, rows: Rows, sheet: str) -> None:
        """A case typed over the sample is not to be lost with it."""
        at = rows.header.number if rows.header else None
        self.log.say(
            codes.O_SAI,
            f"STT ghi “{piece.row.cells[at or 0].text.strip()}” nhưng dòng này không còn là dòng mẫu",
            sheet,
            place(piece.row.number, at or 0),
            "là trường hợp đề nghị thì thay chữ ấy bằng số thứ tự; là mẫu thì xóa cả dòng",
        )

    def _total(self, piece: Piece, rows: Rows, sheet: str) -> None:
        for number, kind in _COUNTED.findall(in_unicode(piece.text).lower()):
            counted = {"người": "cá nhân", "trường hợp": ""}.get(kind, kind)
            read = sum((draft.kind or "").startswith(counted) for draft in rows.drafts)
            if int(number) != read:
                at = next(iter(piece.row.cells))
                self.log.say(
                    codes.TONG_KHAC,
                    f"dòng tổng ghi {number} {kind}, đọc được {read:02d}",
                    sheet,
                    place(piece.row.number, at),
                    "đếm lại; nếu dòng tổng gõ cũ thì sửa dòng tổng",
                )

    def _settle(self, columns: Iterable[Pending]) -> None:
        """Read figures now that all of their columns are known. Money is kept in đồng, so the unit a row states beside
        its figures says how they are read, and is đồng from then on.
        """
        in_dong = []
        for pending in columns:
            habit = habit_of([text for _, text, _, exact, _ in pending.entries if exact is None])
            for draft, text, where, exact, percent in pending.entries:
                scale = pending.scale
                stated = draft.get(_UNIT_OF_MEASURE)
                if pending.unit == "đồng" and isinstance(stated, str):
                    named = scale_named(stated)
                    if scale not in (None, named):
                        self._two_units(draft, stated, name_of_scale(scale or 0))
                        continue
                    if named is not None:
                        scale = named
                        in_dong.append(draft)
                try:
                    value = exact if exact is not None else read_number(text, habit, money=pending.unit == "đồng")
                    if scale and in_full(text):
                        why = f"“{text}” ghi bằng đồng, cột này tính bằng {name_of_scale(scale)}"
                        raise Bad(codes.O_SAI, why, "chỉ gõ chữ số, theo đơn vị tính của cột")
                    shown = written(value, pending.unit, scale)
                    draft.put(pending.key, f"{shown}%" if percent else shown, where)
                except Bad as bad:
                    self.log.say(bad.code, bad.message, draft.sheet, where, bad.remedy, bad.office)
        for draft in in_dong:
            draft.put(_UNIT_OF_MEASURE, "đồng", draft.cells[_UNIT_OF_MEASURE])

    def _two_units(self, draft: Draft, stated: str, headed: str) -> None:
        self.log.say(
            codes.O_SAI,
            f"ô này ghi “{stated}”, tiêu đề cột số liệu ghi “{headed}”",
            draft.sheet,
            draft.cells[_UNIT_OF_MEASURE],
            "số ở các cột ấy tính bằng gì thì ghi một đơn vị tính ở cả hai chỗ",
        )

    def _attach(self) -> None:
        """Give each row of a side sheet to the case it names."""
        by_name: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            unit = self.units.units.get(str(draft.get("don_vi")))
            whole = [
                draft.name,
                *([unit.name] if unit and draft.kind == "tập thể" and not draft.get("ten_tap_the") else []),
            ]
            for name in dict.fromkeys(fold(one) for one in whole):
                by_name.setdefault(name, []).append(draft)
        for row in self.references:
            if UNREAD_NAME in row.cells:
                continue  # said already, at the cell
            owners = by_name.get(fold(row.name), [])
            if not owners and (found := self.units.find(row.name)):
                owners = [one for one in self.drafts if one.kind == "tập thể" and one.get("don_vi") == found]
            told = _told_apart(owners, row)
            if len(told) == 1:
                self._give(told[0], row)
                continue
            if not row.name:
                message = "dòng này chưa ghi của trường hợp nào"
                self.log.say(codes.THIEU_O, message, row.sheet, row.name_cell, "viết tên như ở trang danh sách")
                continue
            why, remedy = "không có trong danh sách", "viết đúng tên ở danh sách"
            if owners:
                why = f"là tên của {len(owners)} trường hợp, " + (
                    "dòng này chưa rõ là của ai" if told else "không trường hợp nào khớp đơn vị, ngày sinh của dòng này"
                )
                remedy = f"điền cột {_telling(owners)} của dòng này như ở danh sách; chưa có cột thì thêm"
            self.log.say(codes.GIA_TRI_LA, f"“{row.name}” {why}", row.sheet, row.name_cell, remedy)

    def _give(self, owner: Draft, row: Draft) -> None:
        """Add a side row's values to its case; what the case says already may be said again, never otherwise."""
        apart = next((key for key in _TELLING if _agree(owner, row, key) is False), None)
        if apart is not None:
            key = apart if row.get(apart) else "nam_sinh"
            own = apart if owner.get(apart) else "nam_sinh"
            self._differ(
                owner, own, row, key, "của người khác thì ghi đúng tên, đơn vị; cùng một người thì sửa cho khớp"
            )
            return
        mark = f"{row.sheet}!" if row.sheet != owner.sheet else ""
        moves = _moves(owner, row)
        for key, cell in row.cells.items():
            value = row.get(key)
            if value is None or key == "don_vi" or (key in _BIRTH and _agree(owner, row, BIRTH)):
                continue
            own = next((after + key.removeprefix(before) for before, after in moves if key.startswith(before)), key)
            old = owner.get(own)
            if old is None:
                owner.put(own, value, mark + cell)
            elif fold(str(old)) != fold(str(value)):
                self._differ(owner, own, row, key, "giữ một giá trị; hai người cùng tên thì điền cột Đơn vị, Ngày sinh")

    def _differ(self, owner: Draft, own: str, row: Draft, key: str, remedy: str) -> None:
        sheet, cell = owner.place_of(tuple(own.split(".")))
        old, new = (self.units.shown(str(one)) if key == "don_vi" else one for one in (owner.get(own), row.get(key)))
        there = f"trang {sheet}, ô {cell}" if sheet != row.sheet else f"ô {cell}"
        self.log.say(
            codes.O_SAI,
            f"{owner.name}: ô này ghi “{new}”, {there} ghi “{old}”",
            row.sheet,
            row.cells[key],
            remedy,
        )

    def _check_complete(self, draft: Draft) -> None:
        """What a nomination cannot be without."""
        wanted = (
            ("doi_tuong", draft.kind, "chưa rõ là tập thể, cá nhân hay hộ gia đình", "thêm cột Đối tượng"),
            ("ten", draft.name, "chưa có tên", "điền tên"),
            ("don_vi", draft.get("don_vi"), "chưa có đơn vị", "điền cột Đơn vị"),
            (
                "hinh_thuc_de_nghi",
                draft.get("hinh_thuc_de_nghi"),
                "chưa có hình thức đề nghị",
                "điền hình thức đề nghị",
            ),
        )
        # What a name that cannot be read would have said is not asked for as well.
        nameless = UNREAD_NAME in draft.cells
        by_name = {"doi_tuong", "ten"} | ({"don_vi"} if draft.kind in (None, "tập thể") else set())
        for key, value, message, remedy in wanted:
            if not value and key not in draft.cells and not (nameless and key in by_name):
                office = "thêm --unit mã-đơn-vị" if key == "don_vi" else ""
                self.log.say(codes.THIEU_O, message, draft.sheet, draft.blank.get(key, draft.name_cell), remedy, office)
        if draft.kind:
            draft.values = {"doi_tuong": draft.kind, **draft.values}


class _Signatures:
    """The rows of signatures left out, told in blocks: a list may go on below them."""

    def __init__(self) -> None:
        self._rows: list[list[Row]] = []
        self._open = False

    def add(self, row: Row) -> None:
        """A row of signatures."""
        if not self._open:
            self._rows.append([])
        self._rows[-1].append(row)
        self._open = True

    def end(self) -> None:
        """A row of another kind."""
        self._open = False

    def blocks(self) -> Iterator[tuple[str, str]]:
        """The first cell of each block, and its rows as people say them."""
        for rows in self._rows:
            first, last = rows[0].number, rows[-1].number
            more = f" đến {last}" if last > first else ""
            if self._open and rows is self._rows[-1]:
                more = " và các dòng dưới"
            yield place(first, next(iter(rows[0].cells))), f"dòng {first}{more}"


def _told_apart(owners: list[Draft], row: Draft) -> list[Draft]:
    """Those a side row may mean, by what else it says of whom it is about."""
    for key in _TELLING:
        if len(owners) > 1 and any(_agree(one, row, key) is not None for one in owners):
            owners = [one for one in owners if _agree(one, row, key)]
    return owners


def _telling(owners: list[Draft]) -> str:
    """The column that would tell cases of one name apart."""
    for key, column in _TELLING.items():
        if len({_stated(one, key) for one in owners}) == len(owners):
            return column
    return " và ".join(_TELLING.values())


def _agree(owner: Draft, row: Draft, key: str) -> bool | None:
    """Whether both say the same under a telling key, ``None`` when one says nothing; a year agrees with its days."""
    ours, theirs = _stated(owner, key), _stated(row, key)
    if not ours or not theirs:
        return None
    return ours[-4:] == theirs[-4:] if key == BIRTH and 4 in (len(ours), len(theirs)) else ours == theirs


def _stated(draft: Draft, key: str) -> str:
    return str(draft.get(key) or (draft.get("nam_sinh") if key == BIRTH else "") or "")


def _moves(owner: Draft, row: Draft) -> list[tuple[str, str]]:
    """Where a side row's solution and its paper stand among those of the case, longest route first."""
    known = owner.get("giai_phap") or []
    assert isinstance(known, list)
    name = fold(str(row.get(f"{_SOLUTION}.ten_giai_phap") or ""))
    at = next((i for i, one in enumerate(known) if not name or fold(str(one.get("ten_giai_phap", ""))) == name), None)
    papers = len(known[at].get("tai_lieu", [])) if at is not None else 0
    solution = f"giai_phap.{len(known) if at is None else at}"
    return [(f"{_SOLUTION}.tai_lieu.0", f"{solution}.tai_lieu.{papers}"), (_SOLUTION, solution)]
