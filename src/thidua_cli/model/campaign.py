"""A plan (kế hoạch thi đua) as data: what it says, clause by clause, and what it leaves open.

Every section key of a plan must be present; ``null`` means the plan does not say.
"""

from datetime import date
from typing import Any, NamedTuple

from thidua_cli.model.awards import AWARD, PROCEDURE, QUOTA, ROUTE, STEP, Award, Procedure, Quota, Route, Step
from thidua_cli.model.citing import TEXT_ID, TEXT_IDS
from thidua_cli.model.deadline import DEADLINE, Deadline, Period, period_fields
from thidua_cli.model.duty import DUTY, DutyKind
from thidua_cli.model.signer import SIGNER, Signer
from thidua_cli.model.subjects import AWARD_TYPE, DICTIONARY, ELIGIBILITY, Dictionary, Eligibility
from thidua_cli.model.texts import BASIS, LEGAL_TEXT, Basis, LegalText
from thidua_cli.source import (
    DATE,
    ID,
    MEASURE,
    NUMBER,
    TEXT,
    TEXTS,
    YEAR,
    Choice,
    Field,
    ListOf,
    MapOf,
    Quantity,
    Record,
)
from thidua_cli.viet.names import spelt_out
from thidua_cli.viet.text import fold


class Content(NamedTuple):
    """A content of emulation a solution may be tied to."""

    id: str
    name: str
    texts: tuple[str, ...]
    clause: str | None


class Movement(NamedTuple):
    """A movement or drive inside the campaign, with its own launcher and years."""

    id: str | None
    name: str
    kind: str | None
    launched_by: str | None
    from_year: int | None
    to_year: int | None
    texts: tuple[str, ...]
    clause: str | None


class Target(NamedTuple):
    """A target figure; it feeds reports and never blocks a nomination (plans.md X4.25)."""

    id: str
    name: str
    at_least: Quantity | None
    more_than: Quantity | None
    exactly: Quantity | None
    at_most: Quantity | None
    unit_of_measure: str | None
    set_by: str | None
    scope: str | None
    clause: str | None

    @property
    def level(self) -> Quantity | None:
        """The level the plan sets; ``None`` where it sets none."""
        levels = (self.at_least, self.more_than, self.exactly, self.at_most)
        return next((one for one in levels if one is not None), None)


class OpenPoint(NamedTuple):
    """Something the plan mentions and does not settle."""

    subject: str
    clause: str | None


NUMBERING_SLIPS = ("nhảy số", "lặp số")


class ScanNote(NamedTuple):
    """A misprint, an uncertain reading or a slip of numbering in the plan's text."""

    where: str
    printed_as: str | None
    read_as: str | None
    numbering: str | None
    note: str | None


class Money(NamedTuple):
    """What the plan says of funds."""

    text: str
    clause: str | None


class IssueBounds(NamedTuple):
    """Between which days a plan without a date was issued."""

    since: date | None
    up_to: date | None
    inferred_from: str | None


# Nobody means two awards by "Bằng khen của Thủ tướng" and "Bằng khen Thủ tướng".
_BETWEEN = frozenset(fold("của chủ tịch").split())


def _award_key(name: str) -> str:
    return " ".join(word for word in spelt_out(name).split() if word not in _BETWEEN)


class Campaign(NamedTuple):
    """The plan."""

    id: str
    file: str
    number: str | None
    issued_on: date | None
    issued_between: IssueBounds | None
    issuer: str | None
    kind: str | None
    place_name: str | None
    title_as_printed: str | None
    title: str
    citation: str
    name: str
    short_name: str
    award_type: str | None
    merit: str | None
    slogans: tuple[str, ...]
    year_theme: str | None
    signer: Signer | None
    texts: dict[str, LegalText]
    bases: tuple[Basis, ...]
    roles: dict[str, str]
    period: Period | None
    phases: tuple[Period, ...]
    eligible: tuple[Eligibility, ...]
    contents: tuple[Content, ...]
    movements: tuple[Movement, ...]
    targets: tuple[Target, ...]
    awards: tuple[Award, ...]
    quotas: tuple[Quota, ...]
    deadline: Deadline | None
    routes: tuple[Route, ...]
    steps: tuple[Step, ...]
    procedures: tuple[Procedure, ...]
    duties: tuple[DutyKind, ...]
    money: Money | None
    recipients: tuple[str, ...]
    open_points: tuple[OpenPoint, ...]
    scan_notes: tuple[ScanNote, ...]
    dictionary: Dictionary | None

    def award(self, id_: str | None) -> Award | None:
        """The award of that id."""
        for award in self.awards:  # asked for every case by many rules, so in the cheapest way
            if award.id == id_:
                return award
        return None

    def duty(self, id_: str | None) -> DutyKind | None:
        """The duty of that id."""
        return next((one for one in self.duties if one.id == id_), None)

    def award_named(self, id_: str, concrete: str | None) -> Award | None:
        """The award of that id, of an open set the ``concrete`` one of it."""
        award = self.award(id_)
        return award.named(concrete) if award else None

    def award_name(self, id_: str, concrete: str | None = None) -> str:
        """The award's short name, of an open set the ``concrete`` one of it; an unknown id as typed."""
        award = self.award_named(id_, concrete)
        return award.short_name if award else id_

    def award_title(self, id_: str, concrete: str | None = None) -> str:
        """The same in full, as papers print it."""
        award = self.award_named(id_, concrete)
        return award.name if award else id_

    def called_elsewhere(self, award: str, concrete: str | None) -> Award | None:
        """The award the plan has by the very name somebody gave one of its open set ``award``; the place may follow."""
        form = self.award(award) if concrete else None
        if form is None or not form.open_set:
            return None
        said = _award_key(concrete or "")
        for other in self.awards:
            full = _award_key(other.name)
            if not other.open_set and (said in (full, _award_key(other.short_name)) or said.startswith(f"{full} ")):
                return other
        return None

    def has_route(self, award: Award) -> bool:
        """Whether an office proposes an award: it is not conferred elsewhere, nor only mentioned as an
        open set without any procedure and without anyone told to propose it."""
        told = self.procedure_for(award.id) is not None or any(award.id in duty.awards for duty in self.duties)
        return not award.outside_route and (told or not award.open_set)

    def route_of(self, field: str | None, award: str | None) -> Route | None:
        """The route of a proposal: its award's own, else that of the field it names."""
        of_field = None
        for route in self.routes:
            if award in route.awards:
                return route
            if of_field is None and route.field == field:
                of_field = route
        return of_field

    def procedure(self, id_: str | None) -> Procedure | None:
        """The procedure of that id."""
        for procedure in self.procedures:
            if procedure.id == id_:
                return procedure
        return None

    def procedure_for(self, award: str | None) -> Procedure | None:
        """The procedure that serves an award."""
        for one in self.procedures:
            if award in one.applies_to.awards:
                return one
        return None


_CLAUSE = Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch")

_PERIOD = Record(
    Period,
    "thời gian",
    *period_fields(
        Field("chu_ky", "cycle", Choice("một đợt", "hằng năm", "nhiều năm"), "chu kỳ"),
        Field("nam_chi_tieu", "target_year", YEAR, "năm của chỉ tiêu được xét, khi đợt kéo sang năm khác"),
    ),
)

_PHASE = Record(
    Period,
    "giai đoạn",
    *period_fields(Field("ten_giai_doan", "name", TEXT, "tên giai đoạn", need="value")),
)

_TARGET = Record(
    Target,
    "chỉ tiêu",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_chi_tieu", "name", TEXT, "tên", need="value"),
    Field("dat_tu", "at_least", MEASURE, "từ … trở lên"),
    Field("vuot", "more_than", MEASURE, "trên …"),
    Field("bang", "exactly", MEASURE, "bằng"),
    Field("khong_qua", "at_most", MEASURE, "không quá"),
    Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính"),
    Field("nguon_giao", "set_by", TEXT_ID, "văn bản giao"),
    Field("pham_vi", "scope", TEXT, "phạm vi"),
    _CLAUSE,
)


def _section(key: str, attr: str, kind: Any, help_: str) -> Field:
    """A key every plan must state, if only as ``null``."""
    return Field(key, attr, kind, help_, need="key")


CAMPAIGN = Record(
    Campaign,
    "kế hoạch",
    _section("so_ky_hieu", "number", NUMBER, "số và ký hiệu"),
    _section("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành"),
    Field(
        "ban_hanh_trong_khoang",
        "issued_between",
        Record(
            IssueBounds,
            "khoảng ngày ban hành",
            Field("tu_ngay", "since", DATE, "sớm nhất"),
            Field("den_ngay", "up_to", DATE, "muộn nhất"),
            Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ"),
        ),
        "khoảng ngày ban hành khi mất ngày",
    ),
    _section("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành"),
    _section("loai_van_ban", "kind", TEXT, "tên loại"),
    _section("dia_danh", "place_name", TEXT, "địa danh in trên kế hoạch"),
    _section("trich_yeu_goc", "title_as_printed", TEXT, "trích yếu như in; ghi để lưu, không dùng khi đối chiếu"),
    Field("trich_yeu", "title", TEXT, "trích yếu đã đính chính", need="value"),
    Field("cum_vien_dan", "citation", TEXT, "cụm đủ để viện dẫn", need="value"),
    Field("ten_dot", "name", TEXT, "tên đợt dùng trong trích yếu", need="value"),
    Field("ten_goi_tat", "short_name", TEXT, "tên gọi ở lần nhắc sau", need="value"),
    _section(
        "loai_hinh_khen_thuong",
        "award_type",
        AWARD_TYPE,
        "loại hình khen thưởng",
    ),
    _section("thanh_tich_ghi", "merit", TEXT, "nguyên văn thành tích ghi trên quyết định, bằng"),
    _section("khau_hieu", "slogans", TEXTS, "khẩu hiệu, chủ đề thi đua"),
    _section("chu_de_nam", "year_theme", TEXT, "chủ đề năm; ghi để lưu, không dùng khi đối chiếu"),
    _section("nguoi_ky", "signer", SIGNER, "người ký"),
    _section("van_ban", "texts", MapOf(LEGAL_TEXT), "sổ văn bản viện dẫn"),
    _section("can_cu_phap_ly", "bases", ListOf(BASIS), "căn cứ"),
    _section("vai_tro_don_vi", "roles", MapOf(TEXT), "vai trò kế hoạch nêu tên"),
    _section("thoi_gian", "period", _PERIOD, "thời gian"),
    _section("giai_doan", "phases", ListOf(_PHASE), "các giai đoạn"),
    _section("doi_tuong_du_dieu_kien", "eligible", ListOf(ELIGIBILITY), "ai đủ điều kiện"),
    _section(
        "noi_dung_thi_dua",
        "contents",
        ListOf(
            Record(
                Content,
                "nội dung thi đua",
                Field("id", "id", ID, "mã", need="value"),
                Field("ten", "name", TEXT, "tên", need="value"),
                Field("van_ban", "texts", TEXT_IDS, "văn bản"),
                _CLAUSE,
            )
        ),
        "nội dung thi đua",
    ),
    _section(
        "phong_trao_con",
        "movements",
        ListOf(
            Record(
                Movement,
                "phong trào",
                Field("id", "id", ID, "mã, khi báo cáo theo từng phong trào"),
                Field("ten", "name", TEXT, "tên", need="value"),
                Field("loai_phong_trao", "kind", Choice("phong trào thi đua", "cuộc vận động", "giải thưởng"), "loại"),
                Field("phat_dong_boi", "launched_by", TEXT, "cơ quan phát động; ghi để lưu, không dùng khi đối chiếu"),
                Field("tu_nam", "from_year", YEAR, "từ năm; ghi để lưu, không dùng khi đối chiếu"),
                Field("den_nam", "to_year", YEAR, "đến năm; ghi để lưu, không dùng khi đối chiếu"),
                Field("van_ban", "texts", TEXT_IDS, "văn bản"),
                _CLAUSE,
            )
        ),
        "phong trào, cuộc vận động bên trong",
    ),
    _section("chi_tieu_thi_dua", "targets", ListOf(_TARGET), "chỉ tiêu, chỉ nuôi báo cáo"),
    _section("hinh_thuc", "awards", ListOf(AWARD), "các hình thức"),
    _section("so_luong_toi_da", "quotas", ListOf(QUOTA), "số lượng kế hoạch ấn định"),
    _section("han_nop_ho_so", "deadline", DEADLINE, "hạn nộp hồ sơ"),
    _section("tuyen_trinh", "routes", ListOf(ROUTE), "tuyến trình theo lĩnh vực"),
    _section("quy_trinh", "steps", ListOf(STEP), "các bước xử lý"),
    _section("thanh_phan_ho_so", "procedures", ListOf(PROCEDURE), "thành phần hồ sơ theo thủ tục"),
    _section("viec_phai_lam", "duties", ListOf(DUTY), "việc phải làm"),
    _section(
        "kinh_phi",
        "money",
        Record(
            Money,
            "kinh phí",
            Field("noi_dung", "text", TEXT, "nội dung", need="value"),
            _CLAUSE,
        ),
        "kinh phí",
    ),
    _section("noi_nhan", "recipients", TEXTS, "Nơi nhận"),
    _section(
        "diem_chua_quy_dinh",
        "open_points",
        ListOf(
            Record(
                OpenPoint,
                "điểm chưa quy định",
                Field("noi_dung", "subject", TEXT, "nội dung", need="value"),
                _CLAUSE,
            )
        ),
        "điều kế hoạch nhắc mà không quy định",
    ),
    _section(
        "ghi_chu_so_hoa",
        "scan_notes",
        ListOf(
            Record(
                ScanNote,
                "ghi chú số hóa",
                Field("vi_tri", "where", TEXT, "vị trí", need="value"),
                Field("in_la", "printed_as", TEXT, "in là"),
                Field("doc_la", "read_as", TEXT, "đọc là"),
                Field("danh_so", "numbering", Choice(*NUMBERING_SLIPS), "kế hoạch đánh số sai thế nào"),
                Field("ghi_chu", "note", TEXT, "ghi chú"),
            )
        ),
        "lỗi in, chỗ đọc chưa chắc, chỗ đánh số sai",
    ),
    _section("du_lieu", "dictionary", DICTIONARY, "từ điển số liệu"),
)
