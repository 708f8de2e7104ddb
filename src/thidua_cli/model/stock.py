"""An office's pre-printed stock (phôi) as the office describes it: what is printed where, in millimetres, and how
many sheets came, were printed, were spoiled. Knows no award's form by law; the stock says what it is for."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.source import AMOUNT, DATE, DECIMAL, TEXT, TEXTS, Choice, Field, ListOf, Record

FONT = "Times New Roman"
MM_PER_POINT = Fraction(254, 720)
LEADING = Fraction(5, 4)
"""The height of a line over the size of its letters: Word cuts off what a line of exact height has no room for."""
ABOVE = Fraction(4, 5)
"""Of a line of exact height, what lies above the feet of the letters; Word and LibreOffice share it."""
BOLD, ITALIC, CAPITALS = "đậm", "nghiêng", "in hoa"


class Paper(NamedTuple):
    """The size of a sheet, in millimetres."""

    width: Fraction
    height: Fraction


class Misprint(NamedTuple):
    """How far the office's printer puts everything from where it was told, in millimetres."""

    to_right: Fraction | None = None
    to_left: Fraction | None = None
    downwards: Fraction | None = None
    upwards: Fraction | None = None

    @property
    def right(self) -> Fraction:
        """How far to the right; negative is to the left."""
        return (self.to_right or Fraction()) - (self.to_left or Fraction())

    @property
    def down(self) -> Fraction:
        """How far down; negative is up."""
        return (self.downwards or Fraction()) - (self.upwards or Fraction())


class Box(NamedTuple):
    """A place on the sheet: what is printed there, and the lines it may take.

    ``baseline`` is where the letters of the first line stand, because that is what a ruler finds: the dotted line.
    """

    name: str
    text: str
    left: Fraction
    baseline: Fraction
    width: Fraction
    size: int
    line_count: int | None
    pitch: Fraction | None
    align: str | None
    font: str | None
    style: tuple[str, ...]

    @property
    def lines(self) -> int:
        """How many lines fit."""
        return self.line_count or 1

    @property
    def letter_height(self) -> Fraction:
        """The height of its letters in millimetres."""
        return self.size * MM_PER_POINT

    @property
    def line_height(self) -> Fraction:
        """The height of a line in millimetres: room for the marks above Ễ and below Ộ."""
        return self.letter_height * LEADING

    @property
    def distance(self) -> Fraction:
        """From the feet of one line to those of the next, in millimetres."""
        return self.pitch or self.line_height

    @property
    def top(self) -> Fraction:
        """Where the first line begins, in millimetres from the upper edge."""
        return self.baseline - self.line_height * ABOVE

    @property
    def last_baseline(self) -> Fraction:
        """Where the letters of the last line stand."""
        return self.baseline + self.distance * (self.lines - 1)

    @property
    def bottom(self) -> Fraction:
        """Where the last line ends."""
        return self.last_baseline + self.line_height * (1 - ABOVE)


class Spoiled(NamedTuple):
    """A sheet that was spoiled."""

    serial: str | None
    day: date | None
    reason: str | None


class Stock(NamedTuple):
    """A kind of stock."""

    id: str
    file: str
    name: str
    awards: tuple[str, ...]
    paper: Paper
    misprint: Misprint | None
    font: str | None
    boxes: tuple[Box, ...]
    received: int | None
    printed: int | None
    left: int | None
    spoiled: tuple[Spoiled, ...]

    @property
    def shift(self) -> Misprint:
        """The printer's own error, none unless it was measured."""
        return self.misprint or Misprint()

    def font_of(self, box: Box) -> str:
        """The face a box is set in."""
        return box.font or self.font or FONT


_PAPER = Record(
    Paper,
    "khổ giấy",
    Field("chieu_rong", "width", DECIMAL, "chiều rộng tờ giấy, mm", need="value"),
    Field("chieu_cao", "height", DECIMAL, "chiều cao tờ giấy, mm", need="value"),
)
_MISPRINT = Record(
    Misprint,
    "máy in lệch",
    Field("sang_phai", "to_right", DECIMAL, "máy in lệch sang phải, mm"),
    Field("sang_trai", "to_left", DECIMAL, "máy in lệch sang trái, mm"),
    Field("xuong_duoi", "downwards", DECIMAL, "máy in lệch xuống dưới, mm"),
    Field("len_tren", "upwards", DECIMAL, "máy in lệch lên trên, mm"),
)
_BOX = Record(
    Box,
    "ô in",
    Field("ten_o", "name", TEXT, "tên ô, để báo lỗi và in trên tờ căn chỉnh", need="value"),
    Field("loi_in", "text", TEXT, 'chữ in vào ô, trường viết trong ngoặc kép: "{{ bang.ten }}"', need="value"),
    Field("cach_trai", "left", DECIMAL, "từ mép trái tờ giấy đến mép trái ô, mm", need="value"),
    Field("chan_dong_dau", "baseline", DECIMAL, "từ mép trên tờ giấy đến chân dòng chữ đầu tiên, mm", need="value"),
    Field("be_rong", "width", DECIMAL, "bề rộng ô, mm", need="value"),
    Field("co_chu", "size", AMOUNT, "cỡ chữ", need="value"),
    Field("so_dong", "line_count", AMOUNT, "số dòng nhiều nhất của ô; bỏ trống là 1"),
    Field("cach_dong", "pitch", DECIMAL, "từ chân dòng này đến chân dòng sau, mm; bỏ trống là 1,25 cỡ chữ"),
    Field("canh_le", "align", Choice("trái", "giữa", "phải"), "căn lề trong ô; bỏ trống là giữa"),
    Field("phong_chu", "font", TEXT, "phông chữ của riêng ô"),
    Field("kieu_chu", "style", ListOf(Choice(BOLD, ITALIC, CAPITALS)), "đậm, nghiêng, in hoa"),
)
STOCK = Record(
    Stock,
    "phôi in sẵn",
    Field("ten_phoi", "name", TEXT, "tên phôi", need="value"),
    Field("ap_dung_cho", "awards", TEXTS, "in cho hình thức nào: tên, tên ngắn hoặc mã của kế hoạch", need="value"),
    Field("kho_giay", "paper", _PAPER, "khổ giấy", need="value"),
    Field("may_in_lech", "misprint", _MISPRINT, "máy in lệch bao nhiêu, đo trên tờ căn chỉnh"),
    Field("phong_chu", "font", TEXT, "phông chữ chung; bỏ trống là Times New Roman"),
    Field("o_in", "boxes", ListOf(_BOX), "các ô in", need="value"),
    Field("so_luong_nhan", "received", AMOUNT, "số phôi đã nhận"),
    Field("so_luong_da_in", "printed", AMOUNT, "số phôi đã in, dùng được"),
    Field("so_luong_con", "left", AMOUNT, "số phôi còn lại"),
    Field(
        "phoi_hong",
        "spoiled",
        ListOf(
            Record(
                Spoiled,
                "phôi hỏng",
                Field("so_hieu_phoi", "serial", TEXT, "số hiệu phôi"),
                Field("ngay_hong", "day", DATE, "ngày hỏng"),
                Field("ly_do", "reason", TEXT, "lý do hỏng"),
            )
        ),
        "từng tờ phôi hỏng",
    ),
)
