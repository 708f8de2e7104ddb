"""The tables of the law room: which file holds what, with which keys, and what question each value answers.

A table is read by `source.Record` like any record; nothing here knows a day, an office or a verdict.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from thidua_cli.law.dated import DATED_FIELDS, Dated, Key
from thidua_cli.model.awards import AWARD_LEVELS
from thidua_cli.source import (
    AMOUNT,
    DATE,
    DECIMAL,
    ID,
    IDS,
    RATIO,
    TEXT,
    TEXTS,
    YES_NO,
    Choice,
    Field,
    MapOf,
    Plain,
    Reading,
)
from thidua_cli.source import Record as _Record
from thidua_cli.source.codes import NGAY_SAI, SAI_DANG, THIEU_KHOA
from thidua_cli.viet.dates import parse_date

AWARD, TITLE = "khen thưởng", "danh hiệu"


class Text(NamedTuple):
    """A law, decree or circular. ``citation`` is set for those that papers cite as their basis."""

    id: str | None
    role: str
    number: str | None
    citation: str | None
    replaced_by: str | None


class AwardForm(NamedTuple):
    """An award (hình thức khen thưởng) or title (danh hiệu): its code, how plans name it, who may get it."""

    ids: tuple[str, ...]
    name: str | None
    aliases: tuple[str, ...]
    kind: str | None
    subjects: tuple[str, ...]


class Authority(NamedTuple):
    """Who may confer what. ``gone``: the authority exists no longer, ``successor`` took over."""

    id: str
    name: str | None
    level: str | None
    aliases: tuple[str, ...]
    awards: tuple[str, ...]
    gone: bool | None
    successor: str | None


class FormNumber(NamedTuple):
    """The number a decree gives a kind of paper; no number means the decree has no such form."""

    papers: tuple[str, ...]
    number: str | None
    by_text: str | None


class Coefficient(NamedTuple):
    """The multiple of the lương cơ sở that goes with an award."""

    awards: tuple[str, ...]
    levels: tuple[str, ...]
    subjects: tuple[str, ...]
    factor: Fraction | None
    rule: str | None


class Salary(NamedTuple):
    """The lương cơ sở, in đồng a month."""

    amount: int | None


class Rounding(NamedTuple):
    """How an amount of reward money is rounded; 1 is not at all."""

    multiple: int | None
    direction: str | None


class Threshold(NamedTuple):
    """The share of votes a text of the State asks for some titles."""

    awards: tuple[str, ...]
    share: Fraction | None
    counted_on: str | None


class Composition(NamedTuple):
    """What a text of the State asks a dossier to hold."""

    what: str
    papers: tuple[str, ...]
    sets: int | None


class DecidingDay(NamedTuple):
    """Which day's law answers a question (transition rules)."""

    matter: str
    day: str | None


class Point(NamedTuple):
    """A provision our own rules cite, by what they cite it for."""

    point: str
    citation: str | None


class Coverage(NamedTuple):
    """The last day the data are known for, and what comes after it."""

    last_day: date | None
    then: str | None


class DaysOff(NamedTuple):
    """Days off by name: those the code of labour ties to a day, those set year by year, and the weekend
    days that are worked in exchange."""

    fixed: dict[date, str] | None
    yearly: dict[date, str] | None
    worked: dict[date, str] | None


class Table(NamedTuple):
    """A file of dated values: how an entry is read, and which questions it answers.

    ``needed`` are the keys an entry must fill unless it is an explicit gap.
    """

    record: _Record
    keys: Callable[[Any], tuple[Key, ...]]
    needed: tuple[str, ...] = ()


class _DatedRecord(_Record):
    """A value and its dated fields, typed side by side in one group of keys."""

    @property
    def attrs(self) -> tuple[str, ...]:
        return *super().attrs, *Dated._fields[1:]

    def build(self, values: list[Any]) -> Dated[Any]:
        own = len(super().attrs)
        return Dated(self.cls(*values[:own]), *values[own:])


def _record(cls: type, name: str, *fields: Field) -> _Record:
    return _DatedRecord(cls, name, *fields, *DATED_FIELDS)


def _each(attr: str) -> Callable[[Any], tuple[Key, ...]]:
    return lambda value: tuple((one,) for one in getattr(value, attr))


class _NamedDays:
    """Days, each with its name: ``02/9/2024: Quốc khánh``."""

    label = "các ngày, mỗi ngày một dòng"
    _names = MapOf(TEXT)

    def read(self, value: Plain, reading: Reading) -> dict[date, str] | None:
        named = self._names.read(value, reading)
        days = {parse_date(text): name for text, name in (named or {}).items()}
        if None in days:
            wrong = next(text for text in named or {} if parse_date(text) is None)
            reading.report(NGAY_SAI, f"“{wrong}” không phải một ngày", remedy="viết ngày/tháng/năm, ví dụ 02/9/2026")
        return {day: name for day, name in days.items() if day is not None}


_DAYS = _NamedDays()
_AWARDS = Field("hinh_thuc", "awards", IDS, "mã hình thức, danh hiệu ở awards.yaml", need="value")
TABLES: dict[str, Table] = {
    "texts": Table(
        _record(
            Text,
            "văn bản luật",
            Field("id", "id", ID, "mã"),
            Field(
                "vai_tro",
                "role",
                Choice("luật", "nghị định", "thông tư", "thẩm quyền", "văn bản khác"),
                "vai trò; “thẩm quyền”: văn bản quy định thẩm quyền của người quyết định",
                need="value",
            ),
            Field("so_ky_hieu", "number", TEXT, "số và ký hiệu"),
            Field("cum_vien_dan", "citation", TEXT, "cụm viện dẫn, khi là căn cứ chung của giấy tờ"),
            Field("thay_bang", "replaced_by", ID, "mã văn bản thay thế"),
        ),
        lambda one: ((one.role,) if one.role != "văn bản khác" else (one.role, one.id or ""),),
        ("id", "number"),
    ),
    "awards": Table(
        _record(
            AwardForm,
            "hình thức, danh hiệu",
            Field("ma", "ids", IDS, "mã", need="value"),
            Field("ten", "name", TEXT, "tên theo luật"),
            Field("ten_khac", "aliases", TEXTS, "cách kế hoạch gọi"),
            Field("loai", "kind", Choice(AWARD, TITLE, "biểu dương"), "khen thưởng · danh hiệu · biểu dương"),
            Field("doi_tuong", "subjects", TEXTS, "đối tượng được tặng"),
        ),
        _each("ids"),
        ("name", "kind", "subjects"),
    ),
    "authority": Table(
        _record(
            Authority,
            "thẩm quyền",
            Field("nguoi_co_tham_quyen", "id", ID, "mã", need="value"),
            Field("ten", "name", TEXT, "tên gọi"),
            Field("cap_khen_thuong", "level", Choice(*AWARD_LEVELS), "cấp khen thưởng, như ở kế hoạch", need="value"),
            Field("ten_khac", "aliases", TEXTS, "cụm chữ nhận ra người ấy trong quyết định"),
            Field("hinh_thuc", "awards", IDS, "được tặng những hình thức, danh hiệu nào"),
            Field("khong_con", "gone", YES_NO, "cấp này không còn"),
            Field("chuyen_cho", "successor", TEXT, "ai nhận thẩm quyền"),
        ),
        lambda one: ((one.id,),),
        ("name",),
    ),
    "forms": Table(
        _record(
            FormNumber,
            "mẫu số",
            Field("loai_giay", "papers", TEXTS, "loại giấy", need="value"),
            Field("mau_so", "number", TEXT, "số của mẫu; null là nghị định không có mẫu ấy"),
            Field("theo_van_ban", "by_text", ID, "mã văn bản ở texts.yaml"),
        ),
        _each("papers"),
        ("by_text",),
    ),
    "money": Table(
        _record(
            Coefficient,
            "hệ số tiền thưởng",
            _AWARDS,
            Field("cap_khen_thuong", "levels", TEXTS, "chỉ với các cấp này"),
            Field("doi_tuong", "subjects", TEXTS, "đối tượng", need="value"),
            Field("he_so", "factor", DECIMAL, "hệ số nhân với lương cơ sở"),
            Field("cach_tinh", "rule", TEXT, "cách ra hệ số, khi không ghi thẳng"),
        ),
        lambda one: tuple(product(one.awards, one.levels or ("",), one.subjects)),
        ("factor",),
    ),
    "salary": Table(
        _record(Salary, "lương cơ sở", Field("muc_luong", "amount", AMOUNT, "đồng một tháng")),
        lambda one: (("lương cơ sở",),),
        ("amount",),
    ),
    "rounding": Table(
        _record(
            Rounding,
            "làm tròn tiền thưởng",
            Field("boi_so", "multiple", AMOUNT, "làm tròn đến bội số này của đồng"),
            Field("huong", "direction", Choice("lên", "xuống", "gần nhất"), "hướng làm tròn"),
        ),
        lambda one: (("làm tròn",),),
        ("multiple", "direction"),
    ),
    "voting": Table(
        _record(
            Threshold,
            "ngưỡng phiếu",
            _AWARDS,
            Field("ty_le_tan_thanh", "share", RATIO, "tỷ lệ tán thành"),
            Field("tinh_tren", "counted_on", TEXT, "tính trên"),
        ),
        _each("awards"),
        ("share", "counted_on"),
    ),
    "dossiers": Table(
        _record(
            Composition,
            "thành phần hồ sơ",
            Field("ho_so", "what", TEXT, "hồ sơ nào", need="value"),
            Field("tai_lieu", "papers", TEXTS, "tài liệu phải có"),
            Field("so_bo_ho_so", "sets", AMOUNT, "số bộ"),
        ),
        lambda one: ((one.what,),),
        ("papers",),
    ),
    "deciding": Table(
        _record(
            DecidingDay,
            "ngày quyết định luật áp dụng",
            Field("viec", "matter", TEXT, "việc", need="value"),
            Field("theo_ngay", "day", Choice("nhận hồ sơ", "quyết định", "họp"), "luật của ngày nào"),
        ),
        lambda one: ((one.matter,),),
        ("day",),
    ),
    "points": Table(
        _record(
            Point,
            "điều khoản",
            Field("diem", "point", TEXT, "điểm", need="value"),
            Field("cum_vien_dan", "citation", TEXT, "cách viện dẫn"),
        ),
        lambda one: ((one.point,),),
        ("citation",),
    ),
    "days_off": Table(
        _record(
            DaysOff,
            "ngày nghỉ",
            Field("ngay_nghi", "fixed", _DAYS, "ngày nghỉ luật ấn định: ngày và tên"),
            Field("ngay_nghi_tung_nam", "yearly", _DAYS, "ngày nghỉ quyết định từng năm: Tết, nghỉ bù, hoán đổi"),
            Field("ngay_lam_bu", "worked", _DAYS, "thứ Bảy, Chủ nhật đi làm bù; hoặc ngày văn phòng vẫn làm việc"),
        ),
        lambda one: (("ngày nghỉ",),),
    ),
    "coverage": Table(
        _record(
            Coverage,
            "ngày cuối của dữ liệu",
            Field("biet_den", "last_day", DATE, "ngày cuối dữ liệu còn đúng", need="value"),
            Field("sau_do", "then", TEXT, "sau ngày ấy có gì"),
        ),
        lambda one: (("ngày cuối",),),
        ("last_day",),
    ),
}


def read_table(name: str, value: Plain, reading: Reading) -> tuple[Dated[Any], ...]:
    """The entries of a table; what a clerk wrote wrong is reported and left out."""
    table = TABLES[name]
    if type(value) is not list:
        reading.report(
            SAI_DANG, "cần một danh sách", on_key=True, remedy="mỗi mục bắt đầu bằng dấu gạch và một dấu cách"
        )
        return ()
    entries = []
    for row, item in enumerate(value):
        reading.route.append(row)
        before = len(reading.found)
        entry = table.record.read(item, reading, file=reading.file, row=row) if item is not None else None
        if entry is not None and len(reading.found) == before and _complete(entry, table, reading):
            entries.append(entry)
        reading.route.pop()
    return tuple(entries)


def _complete(entry: Dated[Any], table: Table, reading: Reading) -> bool:
    """A value, or an explicit gap; an entry that is neither would answer with nothing."""
    key_of = {attr: key for key, attr in table.record.attr_of.items()}
    lacking = [key_of[attr] for attr in table.needed if getattr(entry.value, attr) in (None, ())]
    if lacking and entry.unknown is None:
        reading.report(
            THIEU_KHOA,
            f"{table.record.name} thiếu {', '.join(lacking)}",
            remedy=f"ghi {', '.join(lacking)}; chưa biết thì ghi chua_du_can_cu và lý do",
        )
        return False
    return True
