"""Things to be done (việc phải làm): what the plan asks of whom and by when, and what was handed in."""

from datetime import date
from typing import NamedTuple

from thidua_cli.model.deadline import DEADLINE, Deadline
from thidua_cli.model.unit import UNIT_KINDS
from thidua_cli.source import AMOUNT, DATE, FILE, ID, IDS, TEXT, TEXTS, YES_NO, Choice, Field, ListOf, Record

DUTY_KINDS = (
    "đăng ký",
    "báo cáo",
    "hồ sơ cụm, khối",
    "giới thiệu gương",
    "thang điểm",
    "chấm điểm",
    "ký kết giao ước",
    "phát động",
    "tổng kết cụm, khối",
    "đề nghị khen thưởng",
    "hoạt động",
)


class Doers(NamedTuple):
    """Who must do a duty: all units, units of some kinds, clusters, or roles of the plan."""

    all_units: bool | None
    unit_kinds: tuple[str, ...]
    clusters: tuple[str, ...]
    roles: tuple[str, ...]


class DutyKind(NamedTuple):
    """Something the plan asks to be done (việc phải làm)."""

    id: str
    name: str
    kind: str | None
    doers: Doers | None
    covers_subordinates: bool | None
    by_text: str | None
    by_scale: str | None
    addressee: str | None
    through: str | None
    deadline: Deadline | None
    repeats: str | None
    at_least: int | None
    papers: tuple[str, ...]
    contents: tuple[str, ...]
    printed_as: str | None
    read_as: str | None
    inferred_from: str | None
    clause: str | None


DUTY = Record(
    DutyKind,
    "việc phải làm",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_viec", "name", TEXT, "tên việc", need="value"),
    Field("loai_viec", "kind", Choice(*DUTY_KINDS), "loại việc", need="value"),
    Field(
        "don_vi_thuc_hien",
        "doers",
        Record(
            Doers,
            "đơn vị thực hiện",
            Field("tat_ca_don_vi", "all_units", YES_NO, "mọi đơn vị"),
            Field("loai_don_vi", "unit_kinds", ListOf(Choice(*UNIT_KINDS)), "loại đơn vị"),
            Field("cum_khoi", "clusters", IDS, "cụm, khối"),
            Field("vai_tro_don_vi", "roles", IDS, "vai trò"),
        ),
        "ai phải làm",
        need="value",
    ),
    Field("tinh_cho_cap_duoi", "covers_subordinates", YES_NO, "tính cho đơn vị cấp dưới"),
    Field("theo_van_ban", "by_text", ID, "theo văn bản"),
    Field("theo_thang_diem", "by_scale", ID, "theo thang điểm"),
    Field("gui_den", "addressee", ID, "gửi đến", need="key"),
    Field("gui_qua", "through", ID, "gửi qua"),
    Field("thoi_han", "deadline", DEADLINE, "thời hạn", need="key"),
    Field("lap_lai", "repeats", Choice("quý", "sáu tháng", "năm", "giai đoạn"), "lặp lại"),
    Field("it_nhat", "at_least", AMOUNT, "ít nhất"),
    Field("tai_lieu_phai_co", "papers", TEXTS, "tài liệu phải có"),
    Field("noi_dung_phai_co", "contents", TEXTS, "nội dung phải có"),
    Field("in_la", "printed_as", TEXT, "in là"),
    Field("doc_la", "read_as", TEXT, "đọc là"),
    Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch"),
)


class Launch(NamedTuple):
    """How a unit launched the campaign."""

    launched_on: date | None
    form: str | None


class HandedIn(NamedTuple):
    """One thing a unit handed in."""

    id: str
    file: str
    duty: str
    unit: str
    number: str | None
    issued_on: date | None
    sent_on: date | None
    received_on: date | None
    attachment: str | None
    launch: Launch | None
    target_count: int | None


HANDED_IN = Record(
    HandedIn,
    "việc đã làm",
    Field("so_ky_hieu", "number", TEXT, "số văn bản"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày văn bản"),
    Field("ngay_gui", "sent_on", DATE, "ngày gửi"),
    Field("ngay_nhan", "received_on", DATE, "ngày nhận, bên nhận ghi"),
    Field("tep_dinh_kem", "attachment", FILE, "tệp"),
    Field(
        "phat_dong",
        "launch",
        Record(
            Launch,
            "phát động",
            Field("ngay_phat_dong", "launched_on", DATE, "ngày phát động"),
            Field("hinh_thuc_phat_dong", "form", TEXT, "hình thức phát động"),
        ),
        "buổi phát động",
    ),
    Field("so_luong_chi_tieu", "target_count", AMOUNT, "số chỉ tiêu cụ thể"),
)
