"""A thing handed in for a duty (``duties/<việc>/<đơn vị>.yaml``); the duty's kind says what else it holds."""

from datetime import date
from typing import NamedTuple

from thidua_cli.model.duty import (
    CLOSING,
    INTRODUCING,
    LAUNCHING,
    PLEDGING,
    REGISTERING,
    REGISTRATION,
    REPORTING,
    SCALING,
    SCORING,
)
from thidua_cli.model.nomination import ATTESTATION, ORIGIN, PAPERS, Attestation, Imported, Paper
from thidua_cli.model.scores import BONUS, DEDUCTION, ITEM, LINE, Bonus, Deduction, Item, Line
from thidua_cli.model.unit import GENDER, ISSUED, Issued
from thidua_cli.source import (
    AMOUNT,
    DATE,
    FILE,
    ID,
    IDS,
    MEASURE,
    NUMBER,
    PERCENT,
    TEXT,
    TEXTS,
    YEAR,
    Choice,
    Field,
    ListOf,
    Quantity,
    Record,
)


class Launch(NamedTuple):
    """How a unit launched the campaign."""

    launched_on: date | None
    form: str | None


class RoleModel(NamedTuple):
    """Someone introduced as an example (gương): a person, or a small collective."""

    full_name: str | None
    group_name: str | None
    gender: str | None
    position: str | None
    unit: str | None
    summary: str | None
    report: str | None
    attestations: tuple[Attestation, ...]


class TargetResult(NamedTuple):
    """What a report says of one target; here *chưa đạt* is right, it is a figure and no person.

    ``target`` is one of the plan, ``name`` one the unit set itself. The share is worked out from both
    amounts; a typed one (``share``) is only compared with them.
    """

    target: str | None
    name: str | None
    movement: str | None
    plan_year: int | None
    assigned: Quantity | None
    done: Quantity | None
    estimate: Quantity | None
    share: Quantity | None
    unit_of_measure: str | None
    as_of: date | None
    source: str | None
    rating: str | None


class MovementResult(NamedTuple):
    """What a report says of one movement, beside what was registered."""

    movement: str
    registered: str | None
    result: str | None


class Party(NamedTuple):
    """Who signs a pledge for a unit."""

    unit: str
    full_name: str | None
    position: str | None


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
    papers: tuple[Paper, ...]
    meeting: str | None
    note: str | None
    # đăng ký, phát động
    registered_kinds: tuple[str, ...]
    titles: tuple[str, ...]
    targets: tuple[str, ...]
    target_count: int | None
    unit_plan: Issued | None
    launch: Launch | None
    # giới thiệu gương
    role_models: tuple[RoleModel, ...]
    # báo cáo
    target_results: tuple[TargetResult, ...]
    movement_results: tuple[MovementResult, ...]
    # ký kết giao ước
    signed_on: date | None
    parties: tuple[Party, ...]
    pledges: tuple[str, ...]
    # thang điểm
    items: tuple[Item, ...]
    bonuses: tuple[Bonus, ...]
    deductions: tuple[Deduction, ...]
    tie_order: tuple[str, ...]
    # chấm điểm
    lines: tuple[Line, ...]
    appraisal: str | None
    imported: Imported | None

    @property
    def day(self) -> date | None:
        """The day that decides: the day received, else the day sent (plans.md X4.39); of a pledge the day it was
        signed, which is what the plan dates."""
        return self.signed_on or self.received_on or self.sent_on

    @property
    def blank(self) -> bool:
        """Whether the file says nothing yet: a record made to be filled in is not a thing handed in."""
        return not any(self[HandedIn._fields.index("unit") + 1 :])


_REGISTERING = frozenset((REGISTERING, LAUNCHING))
OF_KINDS: dict[str, frozenset[str]] = {
    "loai_dang_ky": _REGISTERING,
    "danh_hieu_dang_ky": _REGISTERING,
    "chi_tieu_dang_ky": _REGISTERING,
    "so_luong_chi_tieu": _REGISTERING,
    "ke_hoach_don_vi": _REGISTERING,
    "phat_dong": _REGISTERING,
    "guong": frozenset((INTRODUCING,)),
    "ket_qua_chi_tieu": frozenset((REPORTING, CLOSING)),
    "ket_qua_phong_trao": frozenset((REPORTING, CLOSING)),
    "ngay_ky_ket": frozenset((PLEDGING,)),
    "cac_ben_ky": frozenset((PLEDGING,)),
    "noi_dung_giao_uoc": frozenset((PLEDGING,)),
    "noi_dung_cham": frozenset((SCALING,)),
    "diem_thuong": frozenset((SCALING,)),
    "diem_tru": frozenset((SCALING,)),
    "thu_tu_phan_hang": frozenset((SCALING,)),
    "bang_diem": frozenset((SCORING,)),
    "y_kien_don_vi_cham": frozenset((SCORING,)),
    "nguon_nhap": frozenset((SCORING,)),
}
"""Which kinds of duty a key belongs to (keys.md §11); a key not listed belongs to every kind."""

RATINGS = ("đạt", "vượt", "chưa đạt", "chưa có số liệu")
_ROLE_MODEL = Record(
    RoleModel,
    "gương",
    Field("ho_ten", "full_name", TEXT, "họ và tên"),
    Field("ten_tap_the", "group_name", TEXT, "tên tập thể, khi giới thiệu tập thể"),
    Field("gioi_tinh", "gender", GENDER, "nam · nữ"),
    Field("chuc_vu", "position", TEXT, "chức vụ, công việc"),
    Field("don_vi", "unit", ID, "đơn vị; bỏ trống là đơn vị giới thiệu"),
    Field("tom_tat_thanh_tich", "summary", TEXT, "việc tốt, trong vài câu"),
    Field("bao_cao_thanh_tich", "report", FILE, "tệp báo cáo thành tích"),
    Field("xac_nhan", "attestations", ListOf(ATTESTATION), "điểm xác nhận"),
)
_TARGET_RESULT = Record(
    TargetResult,
    "kết quả chỉ tiêu",
    Field("chi_tieu", "target", ID, "mã chỉ tiêu của kế hoạch", need="useful"),
    Field("ten_chi_tieu", "name", TEXT, "tên chỉ tiêu đơn vị tự đăng ký, khi kế hoạch không có"),
    Field("phong_trao", "movement", ID, "mã phong trào của kế hoạch mà chỉ tiêu thuộc về"),
    Field("nam_ke_hoach", "plan_year", YEAR, "năm của chỉ tiêu, khi kế hoạch nhiều năm"),
    Field("chi_tieu_giao", "assigned", MEASURE, "số được giao, hoặc đã đăng ký", need="useful"),
    Field("thuc_hien", "done", MEASURE, "số đã thực hiện", need="useful"),
    Field("uoc_thuc_hien", "estimate", MEASURE, "số ước thực hiện; chưa phải kết quả"),
    Field("ty_le", "share", PERCENT, "tỷ lệ, chỉ khi nguồn có ghi; công cụ tính lại từ số giao và số thực hiện"),
    Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính", need="useful"),
    Field("ngay_chot", "as_of", DATE, "ngày chốt số liệu", need="useful"),
    Field("nguon", "source", TEXT, "nguồn", need="useful"),
    Field("danh_gia", "rating", Choice(*RATINGS), "đạt · vượt · chưa đạt · chưa có số liệu"),
)
HANDED_IN = Record(
    HandedIn,
    "việc đã làm",
    Field("so_ky_hieu", "number", NUMBER, "số văn bản", need="useful"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày văn bản", need="useful"),
    Field("ngay_gui", "sent_on", DATE, "ngày gửi", need="useful"),
    Field("ngay_nhan", "received_on", DATE, "ngày nhận, bên nhận ghi"),
    Field("tep_dinh_kem", "attachment", FILE, "tệp", need="useful"),
    Field("tai_lieu", "papers", PAPERS, "tài liệu kèm theo"),
    Field("cuoc_hop", "meeting", ID, "cuộc họp cụm, khối làm căn cứ"),
    Field("ghi_chu", "note", TEXT, "ghi chú"),
    Field(
        "loai_dang_ky",
        "registered_kinds",
        ListOf(REGISTRATION),
        "đăng ký thi đua · danh hiệu · công trình",
    ),
    Field("danh_hieu_dang_ky", "titles", TEXTS, "danh hiệu đăng ký"),
    Field("chi_tieu_dang_ky", "targets", TEXTS, "chỉ tiêu đăng ký"),
    Field("so_luong_chi_tieu", "target_count", AMOUNT, "số chỉ tiêu cụ thể"),
    Field("ke_hoach_don_vi", "unit_plan", ISSUED, "kế hoạch của đơn vị"),
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
    Field("guong", "role_models", ListOf(_ROLE_MODEL), "các gương được giới thiệu"),
    Field("ket_qua_chi_tieu", "target_results", ListOf(_TARGET_RESULT), "kết quả từng chỉ tiêu"),
    Field(
        "ket_qua_phong_trao",
        "movement_results",
        ListOf(
            Record(
                MovementResult,
                "kết quả phong trào",
                Field("phong_trao", "movement", ID, "mã phong trào của kế hoạch", need="value"),
                Field("noi_dung_dang_ky", "registered", TEXT, "nội dung đã đăng ký"),
                Field("ket_qua", "result", TEXT, "kết quả đạt được", need="value"),
            )
        ),
        "kết quả từng phong trào, so với nội dung đã đăng ký",
    ),
    Field("ngay_ky_ket", "signed_on", DATE, "ngày ký kết"),
    Field(
        "cac_ben_ky",
        "parties",
        ListOf(
            Record(
                Party,
                "bên ký",
                Field("don_vi", "unit", ID, "đơn vị", need="value"),
                Field("ho_ten", "full_name", TEXT, "người ký"),
                Field("chuc_vu", "position", TEXT, "chức vụ"),
            )
        ),
        "các bên ký giao ước",
    ),
    Field("noi_dung_giao_uoc", "pledges", TEXTS, "nội dung giao ước"),
    Field("noi_dung_cham", "items", ListOf(ITEM), "các nội dung chấm"),
    Field("diem_thuong", "bonuses", ListOf(BONUS), "điểm thưởng"),
    Field("diem_tru", "deductions", ListOf(DEDUCTION), "điểm trừ"),
    Field("thu_tu_phan_hang", "tie_order", IDS, "thứ tự nội dung xét khi bằng điểm"),
    Field("bang_diem", "lines", ListOf(LINE), "bảng điểm"),
    Field("y_kien_don_vi_cham", "appraisal", TEXT, "ý kiến đơn vị thẩm định điểm"),
    ORIGIN,
)
