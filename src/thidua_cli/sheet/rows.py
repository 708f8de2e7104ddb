"""The rows of a sheet to drafts: which column is whose value, what "nt" repeats, whom the row is about."""

import re
from decimal import Decimal
from itertools import count

from thidua_cli.sheet import codes
from thidua_cli.sheet.contexts import Contexts
from thidua_cli.sheet.drafts import Draft, Log, Pending
from thidua_cli.sheet.grid import Cell, Row, letters, place
from thidua_cli.sheet.header import Header
from thidua_cli.sheet.headings import (
    ANYONE,
    AWARD_MARK,
    FEMALE,
    FIRST_NAMES,
    GIVEN_NAME,
    GROUP,
    HOUSE,
    IGNORED,
    MALE,
    NUMBER,
    POST_AND_UNIT,
    PROPOSER,
    REFERENCE,
    SUBJECTS,
    Column,
    near_heading,
)
from thidua_cli.sheet.values import Bad, Scope, award_of, is_mark, read, words
from thidua_cli.viet.names import is_capitals, is_full_name
from thidua_cli.viet.text import fold

_DITTO = frozenset(
    fold(sign)
    for sign in ("nt", "-nt-", "- nt -", "n.t", "nt.", "như trên", "-như trên-", '"', '""', "''", "//", "-//-")
)
_HONORIFIC = re.compile(r"(ông|bà|anh|chị|đ/c|đồng chí)\.?\s+(?=\S)", re.IGNORECASE)
_GENDERED = {"ông": "nam", "bà": "nữ", "anh": "nam", "chị": "nữ"}
_HOUSEHOLD = re.compile(r"hộ(?:\s+gia\s+đình)?\s+(?:của\s+)?(?=\S)", re.IGNORECASE)
_JOINTS = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
UNREAD_NAME = "@ten_hong"
"""The key under which a draft notes the cell of a name that could not be read."""
_KIND_OF = {GROUP: "tập thể", HOUSE: "hộ gia đình", "ho_ten": "cá nhân", FIRST_NAMES: "cá nhân"}


class Rows:
    """Reads the data rows of one sheet."""

    def __init__(self, sheet: str, scope: Scope, contexts: Contexts, log: Log) -> None:
        self.sheet, self.scope, self.contexts, self.log = sheet, scope, contexts, log
        self.header: Header | None = None
        self.drafts: list[Draft] = []
        self.references: list[Draft] = []
        self.pending: dict[int, Pending] = {}
        self.addressed: list[tuple[str, str, str, str]] = []
        self._above: dict[int, Cell] = {}
        self.tables = count(1)

    def begin(self, header: Header) -> None:
        """A table begins; figures of the one before are read by the habit of their own columns."""
        self.header = header
        self._above = {}
        self.pending = {at + 1000 * next(self.tables): one for at, one in self.pending.items()}
        for first, second in header.twice:
            self.log.say(
                codes.COT_TRUNG,
                f"cột {letters(first)} “{header.columns[first].heading}” và cột {letters(second)}"
                f" “{header.columns[second].heading}” cùng một nội dung",
                self.sheet,
                place(header.row, second),
                "giữ một cột",
                "tệp --map ghi cột kia là: bỏ qua",
            )

    def row(self, row: Row, filled: frozenset[int], *, struck: bool = False) -> None:
        """Read one row. Words struck through in it are said, unless the whole row is ``struck`` and wanted so."""
        assert self.header is not None
        header = self.header
        draft = Draft(self.sheet, row.number, place(row.number, header.subject))
        if header.subject in filled and self.drafts:
            self._continued(row, filled)
            return
        cells = {at: self._repeated(at, cell, row.number) for at, cell in row.cells.items()}
        names: dict[int, str] = {}
        for at, column in header.columns.items():
            cell = cells.get(at)
            where = place(row.number, at)
            if column.key in ("don_vi", "hinh_thuc_de_nghi"):
                draft.blank[column.key] = where
            if cell is None or column.key in (NUMBER, IGNORED):
                continue
            if cell.struck and not struck:
                message = f"ô có chữ gạch ngang, vẫn đọc cả ô: “{' '.join(cell.text.split())}”"
                self.log.say(codes.HIEU_LA, message, self.sheet, where, "chữ đã bỏ thì xóa khỏi ô")
            try:
                self._column(draft, column, cell, where, names, at)
            except Bad as bad:
                self.log.say(bad.code, bad.message, self.sheet, where, bad.remedy, bad.office)
                draft.cells.setdefault(_key_of(column), where)
            for code, message, remedy in self.scope.taken_notes():
                self.log.say(code, message, self.sheet, where, remedy)
        self._left_out(row, filled)
        self._above = {**self._above, **{at: cell for at, cell in cells.items() if cell.text}}
        subject = self._named(draft, names)
        if header.columns[header.subject].key == REFERENCE:
            self.references.append(draft)
            return
        self._subject(draft, subject)
        self.drafts.append(draft)

    def _left_out(self, row: Row, filled: frozenset[int]) -> None:
        """Say which cells stand under no heading, or under one nobody knows."""
        assert self.header is not None
        for at in sorted(row.cells.keys() - self.header.columns.keys() - filled):
            if at in self.header.unknown:
                self._unknown(at)
            else:
                text = " ".join(row.cells[at].text.split())
                message = f"“{text}” không nhập: cột {letters(at)} không có tiêu đề"
                self.log.say(codes.KHONG_NHAP, message, self.sheet, place(row.number, at))

    def _named(self, draft: Draft, names: dict[int, str]) -> str:
        """The name of a row, and the key of the column that gives it; a table of people and collectives has one for
        each. Only family and given names are put together: two whole names are two cases in one row.
        """
        assert self.header is not None
        columns = self.header.columns
        whole = [at for at in names if columns[at].key != GIVEN_NAME]
        subject = whole[0] if whole else self.header.subject
        other = next((at for at in whole if fold(names[at]) != fold(names[subject])), None)
        if other is not None:
            draft.cells[UNREAD_NAME] = place(draft.row, other)
            self.log.say(
                codes.O_SAI,
                f"dòng này ghi hai tên: “{names[subject]}” ở cột {columns[subject].heading},"
                f" “{names[other]}” ở cột {columns[other].heading}",
                self.sheet,
                place(draft.row, other),
                "mỗi dòng một trường hợp: xóa một ô, hoặc tách thành hai dòng; là nơi công tác thì chuyển sang cột Đơn vị",
            )
        draft.name_cell = place(draft.row, subject)
        draft.name = " ".join(text for at, text in names.items() if at == subject or at not in whole)
        return columns[subject].key

    def _unknown(self, at: int) -> None:
        assert self.header is not None
        heading = self.header.unknown[at]
        near = near_heading(heading)
        self.log.say(
            codes.COT_LA,
            f"không nhận ra cột “{heading}”",
            self.sheet,
            place(self.header.row, at),
            (f"có phải “{near}”? " if near else "") + "sửa tiêu đề",
            f"tệp --map ghi cot → {heading}: tên cột như trong mẫu (ví dụ Chức vụ), hay bỏ qua",
        )

    def _repeated(self, at: int, cell: Cell, row: int) -> Cell:
        """The cell, or what "nt" says it repeats."""
        assert self.header is not None
        if cell.kind != "text" or fold(cell.text) not in _DITTO or at not in self.header.columns:
            return cell
        if at in self._above and at != self.header.subject:
            return self._above[at]
        self.log.say(
            codes.NHU_TREN,
            f"“{cell.text.strip()}” nhưng phía trên không có gì để lấy",
            self.sheet,
            place(row, at),
            "gõ đủ giá trị vào ô",
        )
        return Cell("")

    def _column(self, draft: Draft, column: Column, cell: Cell, where: str, names: dict[int, str], at: int) -> None:
        key = column.key
        if key in SUBJECTS or key == GIVEN_NAME:
            text = words(cell, self.scope)
            if text:
                names[at] = text
        elif key in (MALE, FEMALE):
            self._gender_column(draft, key, cell, where)
        elif key.startswith(AWARD_MARK):
            self._award_column(draft, key, cell, where)
        elif key == POST_AND_UNIT:
            self._post_and_unit(draft, words(cell, self.scope), where)
        elif key == PROPOSER:
            found = read(key, cell, self.scope)
            draft.proposer = found if isinstance(found, str) else None
        elif key.startswith("so_lieu.") and key.removeprefix("so_lieu.") in self.scope.drive.terms.figures.names:
            self._figure(draft, column, cell, where, at)
        else:
            self._plain(draft, key, read(key, cell, self.scope), where)

    def _plain(self, draft: Draft, key: str, value: str | list[str] | None, where: str) -> None:
        if value is None:
            return
        if key == "ngay_sinh" and isinstance(value, str) and len(value) == 4:
            key = "nam_sinh"
        if key == "hinh_thuc_de_nghi" and draft.get(key) is not None:
            raise Bad(codes.O_SAI, "dòng này chọn hai hình thức", "giữ một hình thức")
        draft.put(key, value, where)

    def _gender_column(self, draft: Draft, key: str, cell: Cell, where: str) -> None:
        """The year, or a tick, under "Nam" or "Nữ": the column says the gender."""
        gender = "nam" if key == MALE else "nữ"
        if draft.get("gioi_tinh") not in (None, gender):
            raise Bad(codes.O_SAI, "cả cột Nam và cột Nữ đều có dữ liệu", "để trống một cột")
        if not is_mark(cell):
            self._plain(draft, "ngay_sinh", read(key, cell, self.scope), where)
        draft.put("gioi_tinh", gender, where)

    def _award_column(self, draft: Draft, key: str, cell: Cell, where: str) -> None:
        if not is_mark(cell):
            raise Bad(codes.O_SAI, f"“{cell.text}”: cột hình thức chỉ đánh dấu x", "đánh x, hoặc để trống")
        name = read("hinh_thuc_de_nghi", Cell(award_of(key)), self.scope)
        self._plain(draft, "hinh_thuc_de_nghi", name, where)

    def _post_and_unit(self, draft: Draft, text: str, where: str) -> None:
        """A position and a unit in one cell are parted only where the rest is a unit's name, whole."""
        if not text:
            return
        for joint in _JOINTS.finditer(text):
            unit = self.scope.units.find(text[joint.end() :])
            if unit is not None:
                draft.put("chuc_vu", text[: joint.start()], where)
                draft.put("don_vi", unit, where)
                return
        unit = self.scope.units.find(text)
        if unit is None:
            raise Bad(
                codes.GIA_TRI_LA,
                f"không tách được chức vụ và đơn vị trong “{text}”",
                "viết chức vụ, dấu phẩy, tên đơn vị; hoặc tách thành hai cột",
            )
        draft.put("don_vi", unit, where)

    def _figure(self, draft: Draft, column: Column, cell: Cell, where: str, at: int) -> None:
        id_ = column.key.removeprefix("so_lieu.")
        unit = self.scope.drive.terms.units_of_figures.get(id_)
        pending = self.pending.setdefault(at, Pending(column.key, unit, column.scale))
        text = words(cell, self.scope)
        if not text:
            return
        percent = "%" in cell.shown or text.endswith("%")
        if cell.kind == "number":
            exact = Decimal(text).scaleb(2) if "%" in cell.shown else Decimal(text)
            pending.entries.append((draft, text, where, exact, percent))
        elif cell.kind == "date":
            raise Bad(codes.O_SAI, f"Excel đã đổi số thành ngày {text}", "đặt định dạng ô là Text rồi gõ lại số")
        else:
            pending.entries.append((draft, text, where, None, percent))
        draft.cells.setdefault(column.key, where)

    def _continued(self, row: Row, filled: frozenset[int]) -> None:
        """A second row of the same person, whose name cell is merged: its words are added to the first's."""
        assert self.header is not None
        self._left_out(row, filled)
        draft = self.drafts[-1]
        for at, cell in row.cells.items():
            column = self.header.columns.get(at)
            if at in filled or column is None or column.key in (NUMBER, IGNORED):
                continue
            before = draft.get(column.key)
            try:
                value = words(cell, self.scope)
            except Bad as bad:
                self.log.say(bad.code, bad.message, self.sheet, place(row.number, at), bad.remedy, bad.office)
                continue
            if column.key in ("tom_tat_thanh_tich", "chuc_vu", "nhiem_vu") and isinstance(before, str):
                draft.put(column.key, f"{before} {value}", draft.cells[column.key])
            elif value and value != before:
                self.log.say(
                    codes.O_SAI,
                    "ô thứ hai của cùng một trường hợp",
                    self.sheet,
                    place(row.number, at),
                    "bỏ trộn ô tên và viết mỗi trường hợp một dòng, hoặc gộp nội dung vào ô trên",
                )

    def _subject(self, draft: Draft, column: str) -> None:
        """Whom the row is about: kind, name, unit, from the row itself and then from what stands above it."""
        stated = draft.values.pop("doi_tuong", None)
        above, cell, unread = self.contexts.find("kind")
        kind = stated if isinstance(stated, str) else above or _KIND_OF.get(column)
        if stated is None and column in (GROUP, HOUSE):
            kind = _KIND_OF[column]
        name = draft.name
        if kind is None and column == ANYONE:
            # Only a person holds a position, so a filled cell of that column says what the row is.
            kind = self._kind_by_name(name) or ("cá nhân" if draft.get("chuc_vu") else None)
            if kind is None and unread:
                self.contexts.passed(unread, above)
                draft.cells["doi_tuong"] = cell
        draft.kind = kind
        if kind == "hộ gia đình":
            name = _HOUSEHOLD.sub("", name, count=1)
        honorific = _HONORIFIC.match(name)
        if honorific and kind != "tập thể":
            name = self._addressed(draft, name, honorific)
        draft.name = name
        if kind == "tập thể" and name:
            self._collective(draft, name)
        elif name:
            draft.put("ho_ten", name, draft.name_cell)
        self._handed_down(draft, "don_vi", "unit")
        self._handed_down(draft, "hinh_thuc_de_nghi", "award")

    def _handed_down(self, draft: Draft, key: str, what: str) -> None:
        """What the row leaves open, as the groups and titles above it say; a group row nobody understands is asked about."""
        if draft.get(key) is not None or key in draft.cells:
            return
        value, cell, unread = self.contexts.find(what)
        if unread and (value or what in unread.lost):
            self.contexts.passed(unread, value)
        if value:
            draft.put(key, value, cell)
        elif unread and what in unread.lost:
            draft.cells[key] = cell

    def _addressed(self, draft: Draft, name: str, honorific: re.Match[str]) -> str:
        """The name without its form of address. Ông, Anh … may be a family name as well: it is kept where the row
        says so, and what was done is said where the sheet has no habit of addressing people.
        """
        word, rest = honorific[1], name[honorific.end() :]
        gender, stated = _GENDERED.get(fold(word)), draft.get("gioi_tinh")
        may_be_name = gender is not None and word[0].isupper()
        if may_be_name and name in self.scope.names:
            return name if is_capitals(name) else self.scope.names[name]
        if may_be_name and (stated not in (None, gender) or not is_full_name(rest)):
            why = f"cột Giới tính ghi {stated}" if stated not in (None, gender) else f"bỏ đi thì chỉ còn “{rest}”"
            self.log.say(
                codes.HIEU_LA,
                f"“{name}” giữ cả chữ “{word}”: {why}",
                self.sheet,
                draft.name_cell,
                f"nếu “{word}” là cách xưng hô thì xóa chữ ấy trong ô",
            )
            return name
        if may_be_name:
            self.addressed.append((draft.name_cell, word, name, rest))
        if gender and stated is None:
            draft.put("gioi_tinh", gender, draft.name_cell)
        return rest

    def finish(self) -> None:
        """Say which forms of address were left out, unless most names of the sheet have one."""
        people = sum(draft.kind != "tập thể" for draft in self.drafts)
        if len(self.addressed) > 1 and 2 * len(self.addressed) > people:
            return
        for cell, word, name, rest in self.addressed:
            self.log.say(
                codes.HIEU_LA,
                f"“{name}” hiểu là {rest}, bỏ chữ “{word}”",
                self.sheet,
                cell,
                office=f"nếu “{word}” là họ, tệp --map ghi ho_ten → {name}: {name}",
            )

    def _kind_by_name(self, name: str) -> str | None:
        if self.scope.units.find(name):
            return "tập thể"
        if _HOUSEHOLD.match(name):
            return "hộ gia đình"
        return "cá nhân" if _HONORIFIC.match(name) else None

    def _collective(self, draft: Draft, name: str) -> None:
        """A collective is a unit of the office, or a smaller group within one."""
        unit = self.scope.units.find(name)
        if unit is not None:
            draft.put("don_vi", unit, draft.name_cell)
            return
        draft.put("ten_tap_the", name, draft.name_cell)
        if draft.get("don_vi") is None:
            for joint in _JOINTS.finditer(name):
                within = self.scope.units.find(name[joint.end() :])
                if within is not None:
                    draft.put("don_vi", within, draft.name_cell)
                    return


def _key_of(column: Column) -> str:
    if column.key in SUBJECTS or column.key == GIVEN_NAME:
        return UNREAD_NAME
    return {POST_AND_UNIT: "don_vi", MALE: "ngay_sinh", FEMALE: "ngay_sinh"}.get(
        column.key, "hinh_thuc_de_nghi" if column.key.startswith(AWARD_MARK) else column.key
    )
