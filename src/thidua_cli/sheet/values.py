"""A cell to the value a record holds, or the reason why not; nothing is filled in that did not stand there."""

import re
from typing import Any

from thidua_cli.book import Drive
from thidua_cli.diagnostic import Code
from thidua_cli.model.nomination import NOMINATION
from thidua_cli.ooxml import serial_day
from thidua_cli.sheet import codes
from thidua_cli.sheet.grid import Cell
from thidua_cli.sheet.headings import AWARD_MARK, FEMALE, MALE, PROPOSER
from thidua_cli.sheet.known import Awards, Units
from thidua_cli.source import DATE, YES_NO, Choice, Field, ListOf, Record
from thidua_cli.viet.dates import format_short, parse_date
from thidua_cli.viet.legacy import by_content
from thidua_cli.viet.text import fold, has_control, nearest, nfc

MARKS = frozenset(fold(sign) for sign in ("x", "✓", "✔", "√", "v", "có", "1"))
_NOTHING = frozenset(("-", "--", "---", "–", "—", ".", "..", "...", "…", "/"))
_YEAR = re.compile(r"(19|20)\d\d")
_MONTH_AND_YEAR = re.compile(r"(?:tháng )?\d{1,2}\s*[/.-]\s*((?:19|20)\d\d)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?\Z")
_DAY_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_LOOSE_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2,4})")
_WIDE_FORMAT = re.compile(r"0+")


class Bad(Exception):
    """A cell that cannot be read: the finding's code, its message, the remedy, and what the office can do instead."""

    def __init__(self, code: Code, message: str, remedy: str, office: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy, self.office = code, message, remedy, office


class Scope:
    """What values are read against: the office's units and answered names, the plan's awards, fields and contents."""

    def __init__(self, drive: Drive, units: Units, awards: Awards, names: dict[str, str]) -> None:
        self.drive, self.units, self.awards, self.names = drive, units, awards, names
        self.notes: list[tuple[Code, str, str]] = []
        plan = drive.plan
        self.fields = {fold(name): one.field for one in plan.routes for name in (one.field, one.name)}
        self.contents = {fold(name): one.id for one in plan.contents for name in (one.id, one.name)}

    def note(self, code: Code, message: str, remedy: str = "") -> None:
        """Say something about the cell being read."""
        self.notes.append((code, message, remedy))

    def taken_notes(self) -> list[tuple[Code, str, str]]:
        """What was said since the last time."""
        said, self.notes = self.notes, []
        return said


def words(cell: Cell, scope: Scope) -> str:
    """The words of a cell in Unicode, on one line."""
    if cell.kind == "broken":
        raise Bad(
            codes.O_KHONG_CO_GIA_TRI,
            cell.text if cell.text.startswith("công thức") else f"ô báo lỗi {cell.text}",
            "mở bằng Excel cho tính xong, chép rồi dán thành giá trị, lưu lại",
        )
    text = cell.text
    if cell.font:
        scope.note(codes.PHONG_CU, f"chuyển từ {cell.font}: “{text}”", "so với bản in một lượt")
    else:
        found = by_content(text)
        if found is not None:
            text = found[0]
            scope.note(codes.PHONG_CU, f"chuyển từ {found[1]}, nhận theo nội dung: “{text}”", "so với bản in một lượt")
    if has_control(text):
        raise Bad(codes.O_SAI, "ô có ký tự điều khiển không in được", "gõ lại nội dung ô, đừng dán từ phần mềm khác")
    text = " ".join(nfc(text).split())
    return "" if text in _NOTHING else text


def read(key: str, cell: Cell, scope: Scope) -> str | list[str] | None:
    """The value of a cell under a column's key; ``None`` for nothing."""
    text = words(cell, scope)
    if not text:
        return None
    special = _SPECIAL.get(key)
    if special is not None:
        value: str = special(text, cell, scope)
        return value
    field = field_of(key)
    if field is None:
        return text
    kind: Any = field.kind
    if isinstance(kind, ListOf):
        return _several(text, kind)
    if kind is DATE:
        return _day(text, cell, scope)
    if kind is YES_NO:
        return _yes_no(text)
    if isinstance(kind, Choice):
        return _choice(text, kind)
    return text


def field_of(key: str) -> Field | None:
    """The field of the nomination's table that a dotted key leads to."""
    record: Any = NOMINATION
    field: Field | None = None
    for step in key.split("."):
        if step.isdigit():
            continue
        if not isinstance(record, Record) or step not in record.by_key:
            # A plan's own entry: an exclusion or a fact is answered có or không.
            return Field(step, step, YES_NO) if key.startswith(("dieu_kien_loai_tru.", "su_that.")) else None
        field = record.by_key[step]
        kind: Any = field.kind
        kind = kind.kind if isinstance(kind, ListOf) else kind
        record = getattr(kind, "known", kind)
    return field


def _unit(text: str, cell: Cell, scope: Scope) -> str:
    found = scope.units.find(text)
    if found is None:
        if not any(sign.isalnum() for sign in text):
            raise Bad(codes.GIA_TRI_LA, f"“{text}” không phải tên đơn vị", "điền tên đơn vị, hoặc để trống")
        near = scope.units.near(text)
        raise Bad(
            codes.GIA_TRI_LA,
            f"không rõ đơn vị “{text}”",
            f"có phải “{near}”? " * bool(near) + "viết đủ tên đơn vị",
            f"ghi “{text}” vào ten_khac của đơn vị ở units.yaml",
        )
    return found


def _award(text: str, cell: Cell, scope: Scope) -> str:
    found = scope.awards.find(text)
    if found is None:
        near = scope.awards.near(text)
        known = ", ".join(one.short_name for one in scope.awards.open)
        raise Bad(
            codes.GIA_TRI_LA,
            f"không rõ hình thức “{text}”",
            (f"có phải “{near}”? " if near else f"kế hoạch có: {known}; ") + "viết đúng tên ấy",
            f"tệp --map ghi hinh_thuc → {text}: tên trong kế hoạch",
        )
    name = scope.awards.name(found.id)
    if not found.exact:
        scope.note(codes.HIEU_LA, f"“{text}” hiểu là {name}", "nếu không phải, viết đủ tên hình thức")
    return name


def _field(text: str, cell: Cell, scope: Scope) -> str:
    return _listed(text, scope.fields, "lĩnh vực", [one.name for one in scope.drive.plan.routes])


def _content(text: str, cell: Cell, scope: Scope) -> str:
    return _listed(text, scope.contents, "nội dung thi đua", [one.name for one in scope.drive.plan.contents])


def _listed(text: str, ids: dict[str, str], what: str, names: list[str]) -> str:
    found = ids.get(fold(text)) or ids.get(fold(text.partition(":")[0]))
    if found is None:
        remedy = nearest(text, names, f"kế hoạch có: {'; '.join(names)}")
        raise Bad(codes.GIA_TRI_LA, f"không rõ {what} “{text}”", remedy)
    return found


def _citizen(text: str, cell: Cell, scope: Scope) -> str:
    """Twelve digits exactly; what Excel has made of them is never repaired, because it cannot be."""
    remedy = "đặt định dạng cột là Text rồi gõ lại đủ 12 số"
    if re.fullmatch(r"\d+([.,]\d+)?e\+?\d+", text, re.IGNORECASE):
        raise Bad(codes.SO_DINH_DANH_HONG, f"Excel đã đổi số định danh thành {text}, các số sau đã mất", remedy)
    digits = text.replace(" ", "").replace(".", "") if cell.kind == "text" else text
    if cell.kind == "number" and _WIDE_FORMAT.fullmatch(cell.shown):
        digits = digits.zfill(len(cell.shown))  # the cell's own format shows the zeros
    if re.fullmatch(r"\d{12}", digits):
        return digits
    if cell.kind == "number":
        raise Bad(codes.SO_DINH_DANH_HONG, f"số định danh {text} đã mất số 0 ở đầu hoặc thiếu số", remedy)
    raise Bad(codes.SO_DINH_DANH_HONG, f"số định danh “{text}” không đủ 12 chữ số", remedy)


def _birth(text: str, cell: Cell, scope: Scope) -> str:
    """A day, or a year where only the year stands."""
    if cell.kind != "date" and _YEAR.fullmatch(text):
        return text
    if month := _MONTH_AND_YEAR.fullmatch(text):
        raise Bad(codes.O_SAI, f"“{text}” chưa có ngày", f"gõ đủ ngày/tháng/năm; chỉ biết năm thì gõ {month[1]}")
    return _day(text, cell, scope)


def _day(text: str, cell: Cell, scope: Scope) -> str:
    if cell.kind == "number":
        serial = serial_day(float(text)) if re.fullmatch(r"\d{5}", text) else None
        if serial is None:
            raise Bad(codes.O_SAI, f"“{text}” không phải một ngày", "gõ ngày/tháng/năm, ví dụ 05/3/2024")
        day = format_short(serial)
        scope.note(codes.HIEU_LA, f"số ngày {text} của Excel hiểu là {day}", "đặt định dạng ô là ngày để nhìn thấy")
        return day
    bare = _MIDNIGHT.sub("", text)
    loose = _LOOSE_DAY.fullmatch(bare) or _DAY_IN_WORDS.fullmatch(bare)
    found = parse_date("/".join(loose.groups()) if loose else bare)
    if found is None:
        if loose is not None and len(loose[3]) < 4:
            raise Bad(codes.O_SAI, f"“{text}”: năm chỉ có {len(loose[3])} chữ số", "năm viết đủ bốn số")
        remedy = "gõ ngày/tháng/năm, ví dụ 05/3/2024"
        raise Bad(codes.O_SAI, f"“{text}” không phải một ngày trên lịch", remedy)
    return format_short(found)


def _gender(text: str, cell: Cell, scope: Scope) -> str:
    found = {"nam": "nam", fold("nữ"): "nữ", "nu": "nữ", fold("ông"): "nam", fold("bà"): "nữ"}.get(
        fold(text.strip("."))
    )
    if found is None:
        raise Bad(codes.GIA_TRI_LA, f"“{text}”: cần nam hoặc nữ", "viết nam, nữ, hoặc Ông, Bà")
    return found


def _yes_no(text: str) -> str:
    if fold(text) in MARKS:
        return "có"
    if fold(text) in (fold("không"), "khong", "0"):
        return "không"
    raise Bad(codes.GIA_TRI_LA, f"“{text}”: cần có hoặc không", "viết có, hoặc không")


def _choice(text: str, kind: Choice) -> str:
    found = next((value for value in kind.values if fold(value) == fold(text)), None)
    if found is None:
        remedy = nearest(text, kind.values, f"chọn {kind.label}")
        raise Bad(codes.GIA_TRI_LA, f"“{text}” không thuộc danh sách", remedy)
    return found


def _several(text: str, kind: ListOf) -> list[str]:
    """Several values in a cell: parted by semicolons, or by commas where no value holds one itself."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if not isinstance(kind.kind, Choice):
        return [part.strip() for one in parts for part in one.split(",") if part.strip()]
    choice = kind.kind
    known = {fold(value) for value in choice.values}
    values: list[str] = []
    for part in parts:
        pieces = [part] if fold(part) in known else _joined_pieces(part.split(","), known)
        values += [_choice(piece, choice) for piece in pieces]
    return list(dict.fromkeys(values))


def _joined_pieces(pieces: list[str], known: set[str]) -> list[str]:
    """Pieces between commas put together again where a value holds a comma: "lãnh đạo, quản lý"."""
    found: list[str] = []
    while pieces:
        size = next((n for n in range(len(pieces), 0, -1) if fold(",".join(pieces[:n]).strip()) in known), 1)
        found.append(",".join(pieces[:size]).strip())
        pieces = pieces[size:]
    return found


_SPECIAL: dict[str, Any] = {
    "don_vi": _unit,
    PROPOSER: _unit,
    "hinh_thuc_de_nghi": _award,
    "linh_vuc": _field,
    "giai_phap.0.noi_dung_thi_dua": _content,
    "so_dinh_danh": _citizen,
    "ngay_sinh": _birth,
    "gioi_tinh": _gender,
    MALE: _birth,
    FEMALE: _birth,
}


def is_mark(cell: Cell) -> bool:
    """Whether a cell only ticks its column."""
    return fold(cell.text) in MARKS


def award_of(key: str) -> str:
    """The words of the award that a tick column stands for."""
    return key.removeprefix(AWARD_MARK)
