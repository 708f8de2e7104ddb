"""A plan (kế hoạch thi đua) as data: what it says, clause by clause, and what it leaves open.

Every section key of a plan must be present; ``null`` means the plan does not say.
"""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from thidua_cli.model.criteria import CONDITION, Condition
from thidua_cli.model.deadline import DEADLINE, Deadline, Period, period_fields
from thidua_cli.model.unit import UNIT_KINDS
from thidua_cli.source import (
    AMOUNT, DATE, ID, IDS, TEXT, TEXTS, THRESHOLD, YES_NO, Choice, Field, ListOf, MapOf, Record,
)

SUBJECT_KINDS = ("tập thể", "cá nhân", "hộ gia đình")
SUBJECT_KIND = Choice(*SUBJECT_KINDS)
PERSON_GROUPS = (
    "lãnh đạo, quản lý", "cán bộ", "công chức, viên chức", "người lao động",
    "người lao động trực tiếp", "doanh nhân", "chiến sĩ", "nhân dân",
)
PERSON_GROUP = Choice(*PERSON_GROUPS)
REPORT = "báo cáo thành tích"
SHORT_REPORT = "báo cáo tóm tắt thành tích"
REPORTS = frozenset((REPORT, SHORT_REPORT))


class LegalText(NamedTuple):
    """A cited text, as it is right; ``as_printed`` keeps what a plan misprinted."""

    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    title: str | None
    citation: str | None
    as_printed: dict[str, str] | None
    valid_from: date | None
    valid_to: date | None
    replaced_by: str | None
    clause: str | None

    @property
    def short(self) -> str:
        """How the text is cited the second time: kind and number."""
        return f"{self.kind} số {self.number}" if self.number else self.kind or "văn bản"


LEGAL_TEXT = Record(
    LegalText, "văn bản viện dẫn",
    Field("loai_van_ban", "kind", TEXT, "tên loại", need="value"),
    Field("so_ky_hieu", "number", TEXT, "số và ký hiệu", need="key"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành", need="key"),
    Field("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành", need="key"),
    Field("trich_yeu", "title", TEXT, "trích yếu"),
    Field("cum_vien_dan", "citation", TEXT, "cụm đủ để viện dẫn, có chữ nối"),
    Field("ghi_trong_van_ban", "as_printed", MapOf(TEXT), "chỗ kế hoạch in khác"),
    Field("hieu_luc_tu", "valid_from", DATE, "có hiệu lực từ"),
    Field("hieu_luc_den", "valid_to", DATE, "hết hiệu lực"),
    Field("thay_bang", "replaced_by", ID, "văn bản thay thế"),
    Field("dieu_khoan", "clause", TEXT, "chỗ kế hoạch viện dẫn"),
)


class Basis(NamedTuple):
    """A legal basis of the plan and the verb it is introduced with."""

    text: str
    verb: str | None


class Eligibility(NamedTuple):
    """One line of who may be nominated."""

    subject_kind: str
    unit_kinds: tuple[str, ...]
    person_groups: tuple[str, ...]
    of_eligible_unit: bool | None
    public_schools: bool | None
    ward_count: int | None
    clause: str | None
    note: str | None


class Content(NamedTuple):
    """A content of emulation a solution may be tied to."""

    id: str
    name: str
    texts: tuple[str, ...]
    clause: str | None


class Movement(NamedTuple):
    """A movement inside the campaign, with its own launcher and years."""

    name: str
    launched_by: str | None
    from_year: int | None
    to_year: int | None
    texts: tuple[str, ...]
    clause: str | None


class Target(NamedTuple):
    """A target figure; it feeds reports and never blocks a nomination (plans.md X4.25)."""

    id: str
    name: str
    at_least: Fraction | None
    more_than: Fraction | None
    exactly: Fraction | None
    at_most: Fraction | None
    unit_of_measure: str | None
    set_by: str | None
    scope: str | None
    clause: str | None


class Fallback(NamedTuple):
    """Which other awards a plan opens for one who falls short of this one."""

    awards: tuple[str, ...]
    clause: str | None


class Award(NamedTuple):
    """A form of commendation the plan knows."""

    id: str
    name: str
    short_name: str
    kind: str | None
    level: str | None
    authority: str | None
    fallback: Fallback | None
    outside_route: bool | None
    open_set: bool | None
    clause: str | None


class Quota(NamedTuple):
    """The most that may be proposed; no quota at all is not a quota of zero."""

    award: str | None
    units: tuple[str, ...]
    value: int | None
    clause: str | None


class Route(NamedTuple):
    """Who leads proposals in a field (tuyến trình)."""

    field: str
    name: str
    leads: tuple[str, ...]
    with_units: tuple[str, ...]
    clause: str | None


class Step(NamedTuple):
    """A step of the procedure and the role that does it."""

    step: str
    role: str | None
    clause: str | None


class RequiredPaper(NamedTuple):
    """A paper a dossier must hold; ``per`` is hồ sơ, cuộc họp or trường hợp."""

    kind: str
    as_printed: str | None
    per: str
    form: str | None
    by_text: str | None
    of_submitting_level: bool | None
    unit_confirms: bool | None
    only_when: Condition | None
    clause: str | None


class AppliesTo(NamedTuple):
    """Which awards a procedure serves."""

    awards: tuple[str, ...]


class Procedure(NamedTuple):
    """A list of papers for some awards, how many sets and by which channel."""

    id: str
    applies_to: AppliesTo
    by_texts: tuple[str, ...]
    sets: int | None
    channel: str | None
    papers: tuple[RequiredPaper, ...]
    clause: str | None


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


class OpenPoint(NamedTuple):
    """Something the plan mentions and does not settle."""

    subject: str
    clause: str | None


class ScanNote(NamedTuple):
    """A misprint or an uncertain reading of the plan's text."""

    where: str
    printed_as: str | None
    read_as: str | None
    note: str | None


class Money(NamedTuple):
    """What the plan says of funds."""

    text: str
    clause: str | None


class Entry(NamedTuple):
    """An entry of the data dictionary: its name, where it is stated, its unit of measure."""

    name: str
    stated_on: str | None = None
    unit_of_measure: str | None = None
    derived: str | None = None
    with_fact: str | None = None
    pledge: str | None = None


class Dictionary(NamedTuple):
    """The plan's own data dictionary (``du_lieu``): facts, figures, attestations, papers by id."""

    facts: dict[str, Entry]
    figures: dict[str, Entry]
    attestations: dict[str, Entry]
    papers: dict[str, Entry]


class Signer(NamedTuple):
    """Who signs, and in what capacity, line by line."""

    full_name: str | None
    capacity: tuple[str, ...]


class IssueBounds(NamedTuple):
    """Between which days a plan without a date was issued."""

    since: date | None
    up_to: date | None
    inferred_from: str | None


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
    slogan: str | None
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
        return next((award for award in self.awards if award.id == id_), None)

    def procedure(self, id_: str | None) -> Procedure | None:
        """The procedure of that id."""
        return next((procedure for procedure in self.procedures if procedure.id == id_), None)

    def procedure_for(self, award: str | None) -> Procedure | None:
        """The procedure that serves an award."""
        return next((one for one in self.procedures if award in one.applies_to.awards), None)


_CLAUSE = Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch")
_SIGNER_FIELDS = (
    Field("ho_ten", "full_name", TEXT, "họ và tên"),
    Field("quyen_han_ky", "capacity", TEXTS, "các dòng quyền hạn, chức vụ"),
)
SIGNER = Record(Signer, "người ký", *_SIGNER_FIELDS)
QUOTA = Record(
    Quota, "số lượng tối đa",
    Field("hinh_thuc", "award", ID, "hình thức"),
    Field("don_vi", "units", IDS, "các đơn vị cùng chung số lượng"),
    Field("gia_tri", "value", AMOUNT, "số lượng", need="value"),
    _CLAUSE,
)
_ENTRY = Record(
    Entry, "mục từ điển",
    Field("ten", "name", TEXT, "tên đầy đủ", need="value"),
    Field("ghi_o", "stated_on", Choice("đơn vị", "cá nhân", "suy ra"), "ghi ở đâu"),
    Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính"),
    Field("suy_tu", "derived", Choice("người đứng đầu", "lãnh đạo"), "suy từ chức vụ nào ở units.yaml"),
    Field("cau_cam_ket", "pledge", TEXT, "vế cam kết in ở Tờ trình khi mọi trường hợp đã khai không"),
    Field("voi_su_that", "with_fact", TEXT, "và đơn vị phải có sự thật này"),
)
_ENTRIES = MapOf(_ENTRY)
_DICTIONARY = Record(
    Dictionary, "từ điển số liệu",
    Field("su_that", "facts", _ENTRIES, "sự thật của đơn vị, cá nhân", need="key"),
    Field("so_lieu", "figures", _ENTRIES, "số liệu", need="key"),
    Field("xac_nhan", "attestations", _ENTRIES, "điểm xác nhận, kể cả điểm loại trừ", need="key"),
    Field("tai_lieu", "papers", _ENTRIES, "tài liệu chứng minh", need="key"),
)
_PERIOD = Record(
    Period, "thời gian",
    *period_fields(Field("chu_ky", "cycle", Choice("một đợt", "hằng năm", "nhiều năm"), "chu kỳ")),
)
_PHASE = Record(
    Period, "giai đoạn",
    *period_fields(Field("ten_giai_doan", "name", TEXT, "tên giai đoạn", need="value")),
)
_ELIGIBILITY = Record(
    Eligibility, "đối tượng đủ điều kiện",
    Field("doi_tuong", "subject_kind", SUBJECT_KIND, "tập thể · cá nhân · hộ gia đình", need="value"),
    Field("loai_don_vi", "unit_kinds", ListOf(Choice(*UNIT_KINDS)), "loại đơn vị"),
    Field("nhom_nguoi", "person_groups", ListOf(PERSON_GROUP), "nhóm người"),
    Field("thuoc_tap_the_du_dieu_kien", "of_eligible_unit", YES_NO, "phải thuộc tập thể đủ điều kiện"),
    Field("truong_hoc_cong_lap", "public_schools", YES_NO, "chỉ trường công lập"),
    Field("so_luong_phuong", "ward_count", AMOUNT, "số phường"),
    _CLAUSE,
    Field("ghi_chu", "note", TEXT, "ghi chú"),
)
_TARGET = Record(
    Target, "chỉ tiêu",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_chi_tieu", "name", TEXT, "tên", need="value"),
    Field("dat_tu", "at_least", THRESHOLD, "từ … trở lên"),
    Field("vuot", "more_than", THRESHOLD, "trên …"),
    Field("bang", "exactly", THRESHOLD, "bằng"),
    Field("khong_qua", "at_most", THRESHOLD, "không quá"),
    Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính"),
    Field("nguon_giao", "set_by", ID, "văn bản giao"),
    Field("pham_vi", "scope", TEXT, "phạm vi"),
    _CLAUSE,
)
_AWARD = Record(
    Award, "hình thức",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_hinh_thuc", "name", TEXT, "tên đầy đủ", need="value"),
    Field("ten_ngan", "short_name", TEXT, "tên ngắn dùng trong hồ sơ", need="value"),
    Field("loai_hinh_thuc", "kind", Choice("khen thưởng", "biểu dương", "danh hiệu", "giới thiệu gương", "suy tôn", "giải thưởng", "xếp hạng"), "loại", need="value"),
    Field("cap_khen_thuong", "level", Choice("cơ sở", "xã, phường", "quận, huyện", "tỉnh, thành phố", "nhà nước"), "cấp khen thưởng", need="key"),
    Field("tham_quyen", "authority", TEXT, "người có thẩm quyền", need="key"),
    Field("hinh_thuc_thay_the", "fallback", Record(
        Fallback, "hình thức thay thế",
        Field("hinh_thuc", "awards", IDS, "các hình thức", need="value"), _CLAUSE,
    ), "hình thức kế hoạch mở ra khi chưa đạt"),
    Field("ngoai_tuyen_trinh", "outside_route", YES_NO, "không trình qua văn phòng này"),
    Field("hinh_thuc_mo", "open_set", YES_NO, "tập hình thức mở"),
    _CLAUSE,
)
_PAPER = Record(
    RequiredPaper, "tài liệu phải có",
    Field("loai_tai_lieu", "kind", TEXT, "loại giấy tờ", need="value"),
    Field("ghi_trong_van_ban", "as_printed", TEXT, "kế hoạch gọi là"),
    Field("lap_cho", "per", Choice("hồ sơ", "cuộc họp", "trường hợp"), "mỗi … một bản", need="value"),
    Field("mau_so", "form", TEXT, "mẫu số"),
    Field("theo_van_ban", "by_text", ID, "theo văn bản"),
    Field("cua_cap_trinh", "of_submitting_level", YES_NO, "của cấp trình khen thưởng"),
    Field("co_xac_nhan_cua_don_vi", "unit_confirms", YES_NO, "có xác nhận của đơn vị"),
    Field("chi_ap_dung_khi", "only_when", CONDITION, "chỉ phải có khi"),
    _CLAUSE,
)
_PROCEDURE = Record(
    Procedure, "thành phần hồ sơ",
    Field("id", "id", ID, "mã", need="value"),
    Field("ap_dung_cho", "applies_to", Record(
        AppliesTo, "áp dụng cho", Field("hinh_thuc", "awards", IDS, "các hình thức", need="value"),
    ), "các hình thức", need="value"),
    Field("theo_van_ban", "by_texts", IDS, "theo văn bản"),
    Field("so_bo_ho_so", "sets", AMOUNT, "số bộ", need="key"),
    Field("cach_gui", "channel", TEXT, "cách gửi", need="key"),
    Field("tai_lieu_phai_co", "papers", ListOf(_PAPER), "tài liệu phải có", need="value"),
    _CLAUSE,
)
DUTY_KINDS = (
    "đăng ký", "báo cáo", "hồ sơ cụm, khối", "giới thiệu gương", "thang điểm", "chấm điểm",
    "ký kết giao ước", "phát động", "tổng kết cụm, khối", "đề nghị khen thưởng", "hoạt động",
)
_DUTY = Record(
    DutyKind, "việc phải làm",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_viec", "name", TEXT, "tên việc", need="value"),
    Field("loai_viec", "kind", Choice(*DUTY_KINDS), "loại việc", need="value"),
    Field("don_vi_thuc_hien", "doers", Record(
        Doers, "đơn vị thực hiện",
        Field("tat_ca_don_vi", "all_units", YES_NO, "mọi đơn vị"),
        Field("loai_don_vi", "unit_kinds", ListOf(Choice(*UNIT_KINDS)), "loại đơn vị"),
        Field("cum_khoi", "clusters", IDS, "cụm, khối"),
        Field("vai_tro_don_vi", "roles", IDS, "vai trò"),
    ), "ai phải làm", need="value"),
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
    _CLAUSE,
)


def _section(key: str, attr: str, kind: Any, help_: str) -> Field:
    """A key every plan must state, if only as ``null``."""
    return Field(key, attr, kind, help_, need="key")


CAMPAIGN = Record(
    Campaign, "kế hoạch",
    _section("so_ky_hieu", "number", TEXT, "số và ký hiệu"),
    _section("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành"),
    Field("ban_hanh_trong_khoang", "issued_between", Record(
        IssueBounds, "khoảng ngày ban hành",
        Field("tu_ngay", "since", DATE, "sớm nhất"), Field("den_ngay", "up_to", DATE, "muộn nhất"),
        Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ"),
    ), "khoảng ngày ban hành khi mất ngày"),
    _section("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành"),
    _section("loai_van_ban", "kind", TEXT, "tên loại"),
    _section("dia_danh", "place_name", TEXT, "địa danh in trên kế hoạch"),
    _section("trich_yeu_goc", "title_as_printed", TEXT, "trích yếu như in"),
    Field("trich_yeu", "title", TEXT, "trích yếu đã đính chính", need="value"),
    Field("cum_vien_dan", "citation", TEXT, "cụm đủ để viện dẫn", need="value"),
    Field("ten_dot", "name", TEXT, "tên đợt dùng trong trích yếu", need="value"),
    Field("ten_goi_tat", "short_name", TEXT, "tên gọi ở lần nhắc sau", need="value"),
    _section("loai_hinh_khen_thuong", "award_type", Choice("công trạng", "đột xuất", "phong trào thi đua", "cống hiến", "niên hạn", "đối ngoại"), "loại hình khen thưởng"),
    _section("thanh_tich_ghi", "merit", TEXT, "nguyên văn thành tích ghi trên quyết định, bằng"),
    _section("khau_hieu", "slogan", TEXT, "khẩu hiệu"),
    _section("chu_de_nam", "year_theme", TEXT, "chủ đề năm"),
    _section("nguoi_ky", "signer", SIGNER, "người ký"),
    _section("van_ban", "texts", MapOf(LEGAL_TEXT), "sổ văn bản viện dẫn"),
    _section("can_cu_phap_ly", "bases", ListOf(Record(
        Basis, "căn cứ", Field("van_ban", "text", ID, "mã văn bản", need="value"),
        Field("dong_tu", "verb", Choice("Căn cứ", "Thực hiện"), "chữ mở đầu"),
    )), "căn cứ"),
    _section("vai_tro_don_vi", "roles", MapOf(TEXT), "vai trò kế hoạch nêu tên"),
    _section("thoi_gian", "period", _PERIOD, "thời gian"),
    _section("giai_doan", "phases", ListOf(_PHASE), "các giai đoạn"),
    _section("doi_tuong_du_dieu_kien", "eligible", ListOf(_ELIGIBILITY), "ai đủ điều kiện"),
    _section("noi_dung_thi_dua", "contents", ListOf(Record(
        Content, "nội dung thi đua", Field("id", "id", ID, "mã", need="value"),
        Field("ten", "name", TEXT, "tên", need="value"), Field("van_ban", "texts", IDS, "văn bản"), _CLAUSE,
    )), "nội dung thi đua"),
    _section("phong_trao_con", "movements", ListOf(Record(
        Movement, "phong trào", Field("ten", "name", TEXT, "tên", need="value"),
        Field("phat_dong_boi", "launched_by", TEXT, "cơ quan phát động"),
        Field("tu_nam", "from_year", AMOUNT, "từ năm"), Field("den_nam", "to_year", AMOUNT, "đến năm"),
        Field("van_ban", "texts", IDS, "văn bản"), _CLAUSE,
    )), "phong trào, cuộc vận động bên trong"),
    _section("chi_tieu_thi_dua", "targets", ListOf(_TARGET), "chỉ tiêu, chỉ nuôi báo cáo"),
    _section("hinh_thuc", "awards", ListOf(_AWARD), "các hình thức"),
    _section("so_luong_toi_da", "quotas", ListOf(QUOTA), "số lượng kế hoạch ấn định"),
    _section("han_nop_ho_so", "deadline", DEADLINE, "hạn nộp hồ sơ"),
    _section("tuyen_trinh", "routes", ListOf(Record(
        Route, "tuyến trình", Field("linh_vuc", "field", ID, "mã lĩnh vực", need="value"),
        Field("ten_linh_vuc", "name", TEXT, "tên lĩnh vực", need="value"),
        Field("don_vi_chu_tri", "leads", IDS, "vai trò chủ trì"),
        Field("don_vi_phoi_hop", "with_units", IDS, "vai trò phối hợp"), _CLAUSE,
    )), "tuyến trình theo lĩnh vực"),
    _section("quy_trinh", "steps", ListOf(Record(
        Step, "bước xử lý",
        Field("buoc_xu_ly", "step", Choice("tiếp nhận", "thẩm định", "xét", "trình cấp trên"), "bước", need="value"),
        Field("don_vi", "role", ID, "vai trò"), _CLAUSE,
    )), "các bước xử lý"),
    _section("thanh_phan_ho_so", "procedures", ListOf(_PROCEDURE), "thành phần hồ sơ theo thủ tục"),
    _section("viec_phai_lam", "duties", ListOf(_DUTY), "việc phải làm"),
    _section("kinh_phi", "money", Record(
        Money, "kinh phí", Field("noi_dung", "text", TEXT, "nội dung", need="value"), _CLAUSE,
    ), "kinh phí"),
    _section("noi_nhan", "recipients", TEXTS, "Nơi nhận"),
    _section("diem_chua_quy_dinh", "open_points", ListOf(Record(
        OpenPoint, "điểm chưa quy định", Field("noi_dung", "subject", TEXT, "nội dung", need="value"), _CLAUSE,
    )), "điều kế hoạch nhắc mà không quy định"),
    _section("ghi_chu_so_hoa", "scan_notes", ListOf(Record(
        ScanNote, "ghi chú số hóa", Field("vi_tri", "where", TEXT, "vị trí", need="value"),
        Field("in_la", "printed_as", TEXT, "in là"), Field("doc_la", "read_as", TEXT, "đọc là"),
        Field("ghi_chu", "note", TEXT, "ghi chú"),
    )), "lỗi in, chỗ đọc chưa chắc"),
    _section("du_lieu", "dictionary", _DICTIONARY, "từ điển số liệu"),
)


class DisabledRule(NamedTuple):
    """A rule an office switches off, with its reason."""

    code: str
    reason: str | None


class CampaignSettings(NamedTuple):
    """What an office switches in a campaign."""

    disabled: tuple[DisabledRule, ...]


class Supplement(NamedTuple):
    """A text issued after the plan that supplements it (quota, extension, guidance)."""

    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    deadline: Deadline | None
    deadline_units: tuple[str, ...]
    quotas: tuple[Quota, ...]


class LocalCampaign(NamedTuple):
    """An office's own file beside a shipped plan: which plan, switches, supplementing texts."""

    plan: str | None
    settings: CampaignSettings | None
    supplements: tuple[Supplement, ...]


LOCAL_FIELDS = (
    Field("ke_hoach", "plan", ID, "mã kế hoạch có sẵn"),
    Field("thiet_lap", "settings", Record(
        CampaignSettings, "thiết lập của đợt",
        Field("quy_tac_khong_dung", "disabled", ListOf(Record(
            DisabledRule, "quy tắc không dùng", Field("quy_tac", "code", TEXT, "mã", need="value"),
            Field("ly_do", "reason", TEXT, "lý do", need="value"),
        )), "quy tắc không dùng"),
    ), "thiết lập"),
    Field("van_ban_bo_sung", "supplements", ListOf(Record(
        Supplement, "văn bản bổ sung",
        Field("loai_van_ban", "kind", TEXT, "tên loại", need="value"),
        Field("so_ky_hieu", "number", TEXT, "số, ký hiệu", need="value"),
        Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành", need="value"),
        Field("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành", need="value"),
        Field("noi_dung", "subject", TEXT, "nội dung"),
        Field("han_nop_ho_so", "deadline", DEADLINE, "gia hạn nộp hồ sơ"),
        Field("gia_han_cho", "deadline_units", IDS, "chỉ gia hạn cho các đơn vị này; bỏ trống là mọi đơn vị"),
        Field("so_luong_toi_da", "quotas", ListOf(QUOTA), "phân bổ số lượng"),
    )), "văn bản bổ sung của bên nhận hồ sơ"),
)
LOCAL_CAMPAIGN = Record(LocalCampaign, "tệp của đợt", *LOCAL_FIELDS)
