"""Things to be done (việc phải làm): what the plan asks of whom, by when, and with what inside."""

from typing import NamedTuple

from thidua_cli.model.citing import AWARD_IDS, DUTY_ID, ROLE_ID, ROLE_IDS, TEXT_ID
from thidua_cli.model.deadline import DEADLINE, Deadline
from thidua_cli.model.unit import UNIT_KINDS
from thidua_cli.source import AMOUNT, ID, TEXT, TEXTS, YES_NO, Choice, Field, ListOf, Record

REGISTERING = "đăng ký"
REPORTING = "báo cáo"
INTRODUCING = "giới thiệu gương"
SCALING = "thang điểm"
SCORING = "chấm điểm"
PLEDGING = "ký kết giao ước"
LAUNCHING = "phát động"
CLOSING = "tổng kết cụm, khối"
PROPOSING = "đề nghị khen thưởng"
HALFWAY, FINAL = "sơ kết", "tổng kết"
ACTIVITY = "hoạt động"
SUBMITTING = frozenset((INTRODUCING, CLOSING, PROPOSING))
"""The duties by which an award is proposed; their deadline is then the dossier's."""
DUTY_KINDS = (
    REGISTERING,
    REPORTING,
    "hồ sơ cụm, khối",
    INTRODUCING,
    SCALING,
    SCORING,
    PLEDGING,
    LAUNCHING,
    CLOSING,
    PROPOSING,
    ACTIVITY,
)

REGISTRATION = Choice("thi đua", "danh hiệu", "công trình")


class Doers(NamedTuple):
    """Who must do a duty: all units, units of some kinds, the members of clusters, or roles of the plan."""

    all_units: bool | None
    unit_kinds: tuple[str, ...]
    clusters: tuple[str, ...]
    roles: tuple[str, ...]


class DutyKind(NamedTuple):
    """Something the plan asks to be done (việc phải làm).

    ``registers`` is what a registration is of; ``awards`` are those a duty to propose, to introduce or to elect is about; its deadline is then theirs.
    ``reviews`` says which review a report serves, ``for_office`` that it speaks for the whole office
    and not for the unit that writes it, so that its figures are never added to those of the units.
    """

    id: str
    name: str
    kind: str | None
    doers: Doers | None
    covers_subordinates: bool | None
    registers: str | None
    awards: tuple[str, ...]
    by_text: str | None
    by_scale: str | None
    addressees: tuple[str, ...]
    through: str | None
    deadline: Deadline | None
    repeats: str | None
    at_least: int | None
    papers: tuple[str, ...]
    contents: tuple[str, ...]
    by_movement: bool | None
    reviews: tuple[str, ...]
    for_office: bool | None
    told_with_case: bool | None
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
            Field("cum_khoi", "clusters", ROLE_IDS, "các đơn vị thành viên của cụm, khối"),
            Field("vai_tro_don_vi", "roles", ROLE_IDS, "vai trò"),
        ),
        "ai phải làm",
        need="value",
    ),
    Field("tinh_cho_cap_duoi", "covers_subordinates", YES_NO, "tính cho đơn vị cấp dưới không phải tự làm"),
    Field("loai_dang_ky", "registers", REGISTRATION, "việc đăng ký: đăng ký gì"),
    Field("hinh_thuc", "awards", AWARD_IDS, "hình thức được đề nghị, giới thiệu, suy tôn"),
    Field("theo_van_ban", "by_text", TEXT_ID, "theo văn bản"),
    Field("theo_thang_diem", "by_scale", DUTY_ID, "theo thang điểm"),
    Field("gui_den", "addressees", ROLE_IDS, "gửi đến", need="key"),
    Field("gui_qua", "through", ROLE_ID, "gửi qua"),
    Field("thoi_han", "deadline", DEADLINE, "thời hạn", need="key"),
    Field(
        "lap_lai",
        "repeats",
        Choice("quý", "sáu tháng", "năm", "giai đoạn"),
        "lặp lại; ghi để lưu, không dùng khi đối chiếu",
    ),
    Field("it_nhat", "at_least", AMOUNT, "ít nhất"),
    Field("tai_lieu_phai_co", "papers", TEXTS, "tài liệu phải có"),
    Field("noi_dung_phai_co", "contents", TEXTS, "nội dung phải có"),
    Field("theo_tung_phong_trao", "by_movement", YES_NO, "phải nêu kết quả từng phong trào"),
    Field("ky_bao_cao", "reviews", ListOf(Choice(HALFWAY, FINAL)), "báo cáo dùng cho sơ kết, tổng kết"),
    Field("bao_cao_chung", "for_office", YES_NO, "báo cáo chung của cơ quan phát động, không riêng đơn vị lập"),
    Field("nhac_khi_de_nghi", "told_with_case", YES_NO, "đơn vị được đề nghị mà chưa làm thì nêu một ghi chú"),
    Field("in_la", "printed_as", TEXT, "in là"),
    Field("doc_la", "read_as", TEXT, "đọc là"),
    Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch"),
)
