"""What is sent: a dossier (hồ sơ trình), its appraisal and the decision that follows.

The stage of a dossier follows from its records; nobody types it.
"""

from datetime import date, time
from enum import IntEnum
from typing import NamedTuple

from thidua_cli.model.awards import Procedure
from thidua_cli.model.deadline import DEADLINE, Deadline
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.signer import SIGNER, Signer
from thidua_cli.model.unit import ISSUED, Issued
from thidua_cli.source import (
    AMOUNT,
    DATE,
    ID,
    IDS,
    NUMBER,
    TEXT,
    TIME,
    YES_NO,
    Choice,
    Field,
    ListOf,
    OneOf,
    Plain,
    Reading,
    Record,
)
from thidua_cli.viet.text import fold


class Stage(IntEnum):
    """How far a dossier has come; papers are born in this order."""

    PREPARING = 0
    MET = 1
    SUBMITTED = 2
    RECEIVED = 3
    APPRAISED = 4
    CONSIDERED = 5
    DECIDED = 6

    @property
    def label(self) -> str:
        """The office's own word (keys.md 0.2)."""
        return (
            "đang chuẩn bị",
            "đã họp xét",
            "đã trình",
            "đã tiếp nhận",
            "đã thẩm định",
            "Hội đồng đã xét",
            "đã quyết định",
        )[self]

    @property
    def before(self) -> str:
        """How to say that something is due before this stage."""
        return (
            "",
            "trước khi họp xét",
            "trước khi trình",
            "trước khi được tiếp nhận",
            "trước khi thẩm định xong",
            "trước khi Hội đồng xét",
            "trước khi quyết định",
        )[self]


class SupplementRequest(NamedTuple):
    """What the receiving office asked to be supplemented, and when it came."""

    asked_on: date | None
    subject: str | None
    deadline: Deadline | None
    supplied_on: date | None


_NUMBERED_KINDS = ("QĐ", "NQ", "KH", "BC", "BB", "TTr", "TB", "GM")
"""Kinds of paper whose letters (Nghị định 30/2020, Phụ lục III) no office has for a part of itself."""


def _kind_letters(number: str) -> str:
    """The letters of the kind in a paper's number: ``TTr`` of ``203/TTr-UBND``; "" where it has none we know."""
    letters = fold(number.rpartition("/")[2].partition("-")[0])
    return next((one for one in _NUMBERED_KINDS if fold(one) == letters), "")


def misnumbered(number: str, procedure: Procedure | None) -> bool:
    """Whether a dossier that this procedure has sent by Tờ trình bears the number of another kind of paper."""
    papers = {one.kind for one in procedure.papers if one.per == "hồ sơ"} if procedure else set()
    return "tờ trình" in papers and "công văn" not in papers and _kind_letters(number) not in ("", "TTr")


class Dossier(NamedTuple):
    """A submission: who sends, under which procedure, which cases in which order, when."""

    id: str
    file: str
    unit: str
    procedure: str | None
    number: str | None
    issued_on: date | None
    signer: Signer | None
    meetings: tuple[str, ...]
    cases: tuple[str, ...]
    launch_result: str | None
    channel: str | None
    sent_on: date | None
    received_on: date | None
    received_at: time | None
    incoming_number: str | None
    received_by: str | None
    attempt: int | None
    requests: tuple[SupplementRequest, ...]
    signed_and_issued: bool | None
    withdrawn: bool | None

    @property
    def day(self) -> date | None:
        """The day that decides: the day received, else the day sent (plans.md X4.39)."""
        return self.received_on or self.sent_on

    @property
    def submitted_on(self) -> date | None:
        """The day of its Tờ trình, else the day it was sent: that of the posts and the units it speaks of."""
        return self.issued_on or self.sent_on


DOSSIER = Record(
    Dossier,
    "hồ sơ trình",
    Field("don_vi_trinh", "unit", ID, "đơn vị ký Tờ trình", need="value"),
    Field("thu_tuc", "procedure", ID, "thủ tục của kế hoạch", need="key"),
    Field("so_ky_hieu", "number", NUMBER, "số Tờ trình; trống đến khi văn thư cấp số", need="useful"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày Tờ trình", need="useful"),
    Field("nguoi_ky", "signer", SIGNER, "người ký Tờ trình", need="useful"),
    Field("cuoc_hop", "meetings", IDS, "các cuộc họp làm căn cứ", need="useful"),
    Field("truong_hop", "cases", ListOf(TEXT), "các đề nghị, theo thứ tự in", need="value"),
    Field("ket_qua_phat_dong", "launch_result", TEXT, "mục I của Tờ trình"),
    Field("cach_gui", "channel", TEXT, "cách đã gửi"),
    Field("ngay_gui", "sent_on", DATE, "ngày văn bản đi", need="useful"),
    Field("ngay_nhan", "received_on", DATE, "ngày đến, do bên nhận ghi"),
    Field("gio_nhan", "received_at", TIME, "giờ đến"),
    Field("so_den", "incoming_number", TEXT, "số đến; ghi để lưu, không dùng khi đối chiếu"),
    Field("nguoi_nhan", "received_by", TEXT, "người nhận"),
    Field("lan_nop", "attempt", AMOUNT, "lần nộp thứ mấy"),
    Field(
        "yeu_cau_bo_sung",
        "requests",
        ListOf(
            Record(
                SupplementRequest,
                "yêu cầu bổ sung",
                Field("ngay_yeu_cau", "asked_on", DATE, "ngày yêu cầu"),
                Field("noi_dung", "subject", TEXT, "nội dung"),
                Field("thoi_han", "deadline", DEADLINE, "thời hạn"),
                Field("ngay_bo_sung", "supplied_on", DATE, "ngày bổ sung"),
            )
        ),
        "bên nhận yêu cầu bổ sung",
    ),
    Field("da_ky_ban_hanh", "signed_and_issued", YES_NO, "đã ký ban hành: từ đây giấy là bản gốc"),
    Field("da_rut", "withdrawn", YES_NO, "đã rút hồ sơ"),
)


UNSUPPLIED, CHANGED, UNFIT = "đề nghị bổ sung", "đề nghị chuyển hình thức", "không đủ điều kiện"
"""What an appraisal may find of a case besides that it is in order."""
DISAGREED = "không nhất trí"


class CaseOpinion(NamedTuple):
    """The standing body's opinion on a case; it is not the council's conclusion."""

    case: str
    result: str | None
    award: str | None
    reason: str | None


class BodyOpinion(NamedTuple):
    """What a consulted body answered."""

    body: str | None
    subject: str | None
    number: str | None
    issued_on: date | None
    answer: str | None


class Appraisal(NamedTuple):
    """The appraisal (thẩm định) of a dossier."""

    id: str
    file: str
    dossier: str
    appraiser: str | None
    appraised_on: date | None
    opinions: tuple[CaseOpinion, ...]
    bodies: tuple[BodyOpinion, ...]
    advice: str | None


APPRAISAL = Record(
    Appraisal,
    "thẩm định",
    Field("ho_so_trinh", "dossier", ID, "hồ sơ được thẩm định", need="value"),
    Field("nguoi_tham_dinh", "appraiser", TEXT, "người thẩm định"),
    Field("ngay_tham_dinh", "appraised_on", DATE, "ngày thẩm định", need="value"),
    Field(
        "ket_qua_tham_dinh",
        "opinions",
        ListOf(
            Record(
                CaseOpinion,
                "kết quả thẩm định",
                Field("truong_hop", "case", TEXT, "trường hợp", need="value"),
                Field(
                    "ket_qua",
                    "result",
                    Choice("đủ điều kiện", UNSUPPLIED, CHANGED, UNFIT),
                    "kết quả",
                    need="value",
                ),
                Field("hinh_thuc_kien_nghi", "award", TEXT, "hình thức kiến nghị"),
                Field("ly_do", "reason", TEXT, "lý do"),
            )
        ),
        "ý kiến cho từng trường hợp",
    ),
    Field(
        "y_kien_co_quan",
        "bodies",
        ListOf(
            Record(
                BodyOpinion,
                "ý kiến cơ quan",
                Field("co_quan", "body", TEXT, "cơ quan", need="value"),
                Field("noi_dung", "subject", TEXT, "nội dung hỏi"),
                Field("so_ky_hieu", "number", NUMBER, "số"),
                Field("ngay_ban_hanh", "issued_on", DATE, "ngày"),
                Field("ket_qua_tra_loi", "answer", Choice("nhất trí", DISAGREED, "chưa có ý kiến"), "trả lời"),
            )
        ),
        "ý kiến cơ quan được hỏi",
    ),
    Field("kien_nghi_hoi_dong", "advice", TEXT, "kiến nghị với Hội đồng; ghi để lưu, không dùng khi đối chiếu"),
)


class DecidedCase(NamedTuple):
    """A line of a decision: a nomination, or a name from before the tool was used."""

    nomination: str | None
    printed_name: str | None
    money: int | None
    book_number: str | None
    blank_number: str | None


class Correction(NamedTuple):
    """A later paper that corrects, cancels or replaces a decision."""

    number: str | None
    issued_on: date | None
    reason: str | None
    cases: tuple[str, ...]


class Decision(NamedTuple):
    """What was decided: the third value of an award."""

    id: str
    file: str
    number: str | None
    issued_on: date | None
    title: str | None
    authority: str | None
    signer: Signer | None
    submission: Issued | None
    award: str
    concrete_award: str | None
    meetings: tuple[str, ...]
    cases: tuple[DecidedCase, ...]
    merit: str | None
    fund: str | None
    total_money: int | None
    handed_over_on: date | None
    ceremony: str | None
    corrections: tuple[Correction, ...]
    cancellations: tuple[Correction, ...]
    replacements: tuple[Correction, ...]
    from_old_system: bool | None
    calling_order: tuple[str, ...] = ()

    @property
    def later_papers(self) -> tuple[tuple[str, tuple[Correction, ...]], ...]:
        """The papers that corrected, cancelled or replaced it, by the key they stand at."""
        return ("dinh_chinh", self.corrections), ("huy_bo", self.cancellations), ("thay_the", self.replacements)

    def stands_for(self, case: str) -> bool:
        """Whether it still stands for a case: neither cancelled nor replaced for it."""
        return not any(not later.cases or case in later.cases for later in (*self.cancellations, *self.replacements))

    def concrete_for(self, *cases: Nomination | None) -> str | None:
        """Which award of an open set it gives these cases: its own word, else the only one they were proposed for."""
        proposed = {case.concrete_of(self.award) if case else None for case in cases}
        return self.concrete_award or (proposed.pop() if len(proposed) == 1 else None)


class _CaseText:
    """A case written as its id alone."""

    label = "đơn vị/người"

    def read(self, value: Plain, reading: Reading) -> DecidedCase | None:
        id_ = TEXT.read(value, reading)
        return None if id_ is None else DecidedCase(id_, None, None, None, None)


_CORRECTION = Record(
    Correction,
    "văn bản sửa đổi",
    Field("so_ky_hieu", "number", NUMBER, "số"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày"),
    Field("ly_do", "reason", TEXT, "lý do"),
    Field("truong_hop", "cases", ListOf(TEXT), "trường hợp"),
)
DECISION = Record(
    Decision,
    "quyết định",
    Field("so_ky_hieu", "number", NUMBER, "số và ký hiệu"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành"),
    Field("trich_yeu", "title", TEXT, "trích yếu"),
    Field("tham_quyen", "authority", TEXT, "người có thẩm quyền"),
    Field("nguoi_ky", "signer", SIGNER, "người ký; không TM. khi thẩm quyền là cá nhân"),
    Field("to_trinh_can_cu", "submission", ISSUED, "Tờ trình làm căn cứ"),
    Field("hinh_thuc_khen", "award", TEXT, "hình thức được tặng", need="value"),
    Field("hinh_thuc_cu_the", "concrete_award", TEXT, "tên hình thức, khi kế hoạch chỉ nói “các hình thức khác”"),
    Field("cuoc_hop", "meetings", IDS, "cuộc họp Hội đồng làm căn cứ"),
    Field(
        "truong_hop",
        "cases",
        ListOf(
            OneOf(
                _CaseText(),
                Record(
                    DecidedCase,
                    "trường hợp được khen",
                    Field("de_nghi", "nomination", TEXT, "đề nghị"),
                    Field("ten_ghi_quyet_dinh", "printed_name", TEXT, "tên in"),
                    Field("tien_thuong", "money", AMOUNT, "tiền thưởng"),
                    Field("so_vao_so", "book_number", TEXT, "số vào sổ"),
                    Field("so_hieu_phoi", "blank_number", TEXT, "số hiệu phôi"),
                ),
            )
        ),
        "theo thứ tự in",
        need="value",
    ),
    Field("thanh_tich_ghi", "merit", TEXT, "bỏ trống là của kế hoạch"),
    Field("nguon_kinh_phi", "fund", TEXT, "nguồn kinh phí"),
    Field("tong_tien_thuong", "total_money", AMOUNT, "tổng tiền thưởng"),
    Field("ngay_trao", "handed_over_on", DATE, "ngày trao"),
    Field("hoi_nghi_trao", "ceremony", TEXT, "hội nghị trao"),
    Field("dinh_chinh", "corrections", ListOf(_CORRECTION), "đính chính"),
    Field("huy_bo", "cancellations", ListOf(_CORRECTION), "hủy bỏ"),
    Field("thay_the", "replacements", ListOf(_CORRECTION), "thay thế"),
    Field("nhap_tu_he_thong_cu", "from_old_system", YES_NO, "quyết định trước khi dùng công cụ"),
    Field(
        "thu_tu_goi_ten",
        "calling_order",
        ListOf(TEXT),
        "thứ tự gọi lên nhận tại hội nghị; ai không ghi thì gọi sau, theo thứ tự của quyết định",
    ),
)
