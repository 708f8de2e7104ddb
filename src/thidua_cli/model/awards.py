"""Awards, how many, by which route, with which papers."""

from typing import NamedTuple

from thidua_cli.model.citing import AWARD_ID, AWARD_IDS, PAPER, ROLE_ID, ROLE_IDS, TEXT_ID, TEXT_IDS
from thidua_cli.model.criteria import CONDITION, Condition
from thidua_cli.model.deadline import Period, period_fields
from thidua_cli.source import AMOUNT, ID, IDS, TEXT, YES_NO, Choice, Field, ListOf, Record, Whole

REPORT = "báo cáo thành tích"
SHORT_REPORT = "báo cáo tóm tắt thành tích"
REPORTS = frozenset((REPORT, SHORT_REPORT))
CONFERRED = frozenset(("khen thưởng", "biểu dương"))
"""The kinds of award that somebody in authority gives, and so belong to a level."""
AWARD_LEVELS = ("cơ sở", "xã, phường", "quận, huyện", "tỉnh, thành phố", "nhà nước")
"""The levels of an award (cấp khen thưởng), from the lowest."""


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
    merit_period: Period | None
    clause: str | None

    def named(self, concrete: str | None) -> "Award":
        """Itself, or of an open set ("các hình thức khác") the concrete award somebody named."""
        return self._replace(name=concrete, short_name=concrete) if self.open_set and concrete else self

    @property
    def verb(self) -> str:
        """What is done with it: a letter of praise is sent, anything else is conferred."""
        return "gửi" if self.kind == "biểu dương" else "tặng"

    def is_above(self, office: str | None) -> bool:
        """Whether its level is known to stand above the office's."""
        ladder = AWARD_LEVELS
        return self.level in ladder and office in ladder and ladder.index(self.level) > ladder.index(office)


def without_giver(name: str) -> str:
    """``Bằng khen``: the name of an award without who confers it."""
    return name.partition(" của ")[0]


class Quota(NamedTuple):
    """The most that may be proposed; no quota at all is not a quota of zero."""

    award: str | None
    units: tuple[str, ...]
    value: int | None
    clause: str | None


class Route(NamedTuple):
    """Who leads proposals in a field (tuyến trình).

    ``awards`` are those that always go by this route, whatever field a nomination names; ``own_unit``
    is "không" where the plan leaves sending to the lead body alone.
    """

    field: str
    name: str
    awards: tuple[str, ...]
    leads: tuple[str, ...]
    with_units: tuple[str, ...]
    own_unit: bool | None
    clause: str | None


class Step(NamedTuple):
    """A step of the procedure and the role that does it."""

    step: str
    role: str | None
    addressees: tuple[str, ...]
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
    issued_by: str | None = None


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


CUSTOMARY = Procedure(
    "",
    AppliesTo(()),
    (),
    None,
    None,
    tuple(
        RequiredPaper(kind, None, per, None, None, None, None, None, None)
        for kind, per in (("tờ trình", "hồ sơ"), ("biên bản", "cuộc họp"), (REPORT, "trường hợp"))
    ),
    None,
)
"""What is printed where a plan lists no papers: what offices send by custom. Nothing of it is demanded."""

_CLAUSE = Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch")
QUOTA = Whole(
    Quota,
    "số lượng tối đa",
    Field("hinh_thuc", "award", AWARD_ID, "hình thức"),
    Field("don_vi", "units", IDS, "các đơn vị cùng chung số lượng"),
    Field("gia_tri", "value", AMOUNT, "số lượng", need="value"),
    _CLAUSE,
    spoilt={"value": None},
)
AWARD = Record(
    Award,
    "hình thức",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten_hinh_thuc", "name", TEXT, "tên đầy đủ", need="value"),
    Field("ten_ngan", "short_name", TEXT, "tên ngắn dùng trong hồ sơ", need="value"),
    Field(
        "loai_hinh_thuc",
        "kind",
        Choice("khen thưởng", "biểu dương", "danh hiệu", "giới thiệu gương", "suy tôn", "giải thưởng", "xếp hạng"),
        "loại",
        need="value",
    ),
    Field(
        "cap_khen_thuong",
        "level",
        Choice(*AWARD_LEVELS),
        "cấp khen thưởng",
        need="key",
    ),
    Field("tham_quyen", "authority", TEXT, "người có thẩm quyền", need="key"),
    Field(
        "hinh_thuc_thay_the",
        "fallback",
        Record(
            Fallback,
            "hình thức thay thế",
            Field("hinh_thuc", "awards", AWARD_IDS, "các hình thức", need="value"),
            _CLAUSE,
        ),
        "hình thức kế hoạch mở ra khi chưa đạt",
    ),
    Field("ngoai_tuyen_trinh", "outside_route", YES_NO, "không trình qua văn phòng này"),
    Field("hinh_thuc_mo", "open_set", YES_NO, "tập hình thức mở"),
    Field(
        "thoi_gian_thanh_tich",
        "merit_period",
        Record(
            Period,
            "thời gian thành tích của hình thức",
            *period_fields(Field("ten_thoi_gian", "name", TEXT, "tên, ví dụ năm học 2023 - 2024")),
        ),
        "khi hình thức tính thành tích theo thời gian khác với đợt",
    ),
    _CLAUSE,
)
_PAPER = Record(
    RequiredPaper,
    "tài liệu phải có",
    Field("loai_tai_lieu", "kind", PAPER, "loại giấy tờ", need="value"),
    Field("ghi_trong_van_ban", "as_printed", TEXT, "kế hoạch gọi là"),
    Field("lap_cho", "per", Choice("hồ sơ", "cuộc họp", "trường hợp"), "mỗi … một bản", need="value"),
    Field("mau_so", "form", TEXT, "mẫu số"),
    Field("theo_van_ban", "by_text", TEXT_ID, "theo văn bản"),
    Field(
        "cua_cap_trinh",
        "of_submitting_level",
        YES_NO,
        "của cấp trình khen thưởng: cuộc họp phải là của đơn vị trình hoặc cấp trên của đơn vị ấy",
    ),
    Field(
        "co_xac_nhan_cua_don_vi",
        "unit_confirms",
        YES_NO,
        "có xác nhận của đơn vị; mẫu báo cáo có chỗ xác nhận, báo cáo Word thì xem trên bản giấy",
    ),
    Field("cua_co_quan", "issued_by", TEXT, "kế hoạch in giấy của cơ quan nào: chữ phải có trong tên cơ quan ban hành"),
    Field("chi_ap_dung_khi", "only_when", CONDITION, "chỉ phải có khi"),
    _CLAUSE,
)
PROCEDURE = Record(
    Procedure,
    "thành phần hồ sơ",
    Field("id", "id", ID, "mã", need="value"),
    Field(
        "ap_dung_cho",
        "applies_to",
        Record(
            AppliesTo,
            "áp dụng cho",
            Field("hinh_thuc", "awards", AWARD_IDS, "các hình thức", need="value"),
        ),
        "các hình thức",
        need="value",
    ),
    Field("theo_van_ban", "by_texts", TEXT_IDS, "theo văn bản"),
    Field("so_bo_ho_so", "sets", AMOUNT, "số bộ", need="key"),
    Field("cach_gui", "channel", TEXT, "cách gửi", need="key"),
    Field("tai_lieu_phai_co", "papers", ListOf(_PAPER), "tài liệu phải có", need="value"),
    _CLAUSE,
)
ROUTE = Record(
    Route,
    "tuyến trình",
    Field("linh_vuc", "field", ID, "mã lĩnh vực", need="value"),
    Field("ten_linh_vuc", "name", TEXT, "tên lĩnh vực", need="value"),
    Field("hinh_thuc", "awards", AWARD_IDS, "các hình thức luôn theo tuyến này, dù đề nghị ghi lĩnh vực nào"),
    Field("don_vi_chu_tri", "leads", ROLE_IDS, "vai trò chủ trì"),
    Field("don_vi_phoi_hop", "with_units", ROLE_IDS, "vai trò phối hợp"),
    Field("duoc_tu_trinh", "own_unit", YES_NO, "đơn vị của người được đề nghị tự trình được; bỏ trống là được"),
    _CLAUSE,
)
STEP = Record(
    Step,
    "bước xử lý",
    Field("buoc_xu_ly", "step", Choice("tiếp nhận", "thẩm định", "xét", "trình cấp trên"), "bước", need="value"),
    Field("don_vi", "role", ROLE_ID, "vai trò"),
    Field("gui_den", "addressees", ROLE_IDS, "trình lên đâu, khi kế hoạch nói"),
    _CLAUSE,
)
