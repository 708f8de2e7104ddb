"""The closed vocabulary of criteria (keys.md §4): what a plan may ask, in words a clerk can lay
beside the clause. A general expression language is refused on purpose.
"""

from fractions import Fraction
from typing import NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.model.citing import ATTESTATION, AWARD_ID, AWARD_IDS, DUTY_ID, FACT, FIGURE, PAPER, TEXT_ID, TEXT_IDS
from thidua_cli.model.meeting import LEADING, NEXT_CHAIR
from thidua_cli.model.subjects import SUBJECT_KIND
from thidua_cli.model.unit import LEVEL_LADDER
from thidua_cli.source import (
    AMOUNT,
    MEASURE,
    TEXT,
    TEXTS,
    THRESHOLD,
    YES_NO,
    Choice,
    Deferred,
    Field,
    ListOf,
    MapOf,
    OneOf,
    Plain,
    Quantity,
    Reading,
    Record,
)

_PLACES = {word: rank for rank, level in enumerate(LEVEL_LADDER[1:4], 1) for word in level.split(", ")}
SCOPES = {"đơn vị": 0, **_PLACES, "toàn quốc": 4}
"""How far a solution is applied, by how high that stands; the places are those of the levels of authority."""


class _PaperText:
    """A paper that must be there, written as its kind alone."""

    label = "mã tài liệu"

    def read(self, value: Plain, reading: Reading) -> "PaperNeed | None":
        kind = TEXT.read(value, reading)
        return None if kind is None else PaperNeed(kind, None, ())


class Condition(NamedTuple):
    """When a criterion applies at all; it reads facts, never a nominee's own claim."""

    fact: str | None
    all_of: tuple["Condition", ...]
    any_of: tuple["Condition", ...]


_condition = Deferred("điều kiện áp dụng")
CONDITION = Record(
    Condition,
    "chi_ap_dung_khi",
    Field("su_that", "fact", FACT, "tên hoặc mã sự thật"),
    Field("tat_ca", "all_of", ListOf(_condition), "mọi sự thật sau"),
    Field("mot_trong", "any_of", ListOf(_condition), "một trong các sự thật sau"),
)
_condition.kind = CONDITION


class Share(NamedTuple):
    """A ratio of two figures, compared by multiplying exact numbers, never by dividing and rounding."""

    done: str
    planned: str
    label: str | None
    excluded: tuple[str, ...]
    at_least: Fraction | None
    more_than: Fraction | None
    at_most: Fraction | None

    @property
    def ceiling(self) -> Fraction | None:
        """What the ratio cannot exceed unless a figure is mistaken: the plan's own, or the whole of what
        was assigned once everything added to it is left out."""
        return self.at_most if self.at_most is not None or not self.excluded else Fraction(1)


class Comparison(NamedTuple):
    """A figure against a number or another figure."""

    figure: str
    against: str | None
    at_least: Quantity | None
    more_than: Quantity | None
    exactly: Quantity | None
    at_most: Quantity | None


class Earlier(NamedTuple):
    """One date of a record strictly before another of the same record."""

    actual: str
    registered: str


class PaperNeed(NamedTuple):
    """A paper that must be there: its kind, the least level of its issuer, the texts it carries out; ``own``:
    it is of the unit itself, or of one above it, and made for this campaign. ``awards`` are those whose dossier
    has it; empty means all. ``issued_by`` must stand in its issuer's name; ``answers`` is the kind of paper it
    answers, so it is another one and not older."""

    kind: str
    level_from: str | None
    carries_out: tuple[str, ...]
    own: bool | None = None
    awards: tuple[str, ...] = ()
    issued_by: str | None = None
    answers: str | None = None


class Count(NamedTuple):
    """At least n elements, each of which meets every inner word at once."""

    what: str
    at_least: int
    one_of: dict[str, tuple[str, ...]] | None
    stated: tuple[str, ...]
    scope_from: str | None
    earlier: Earlier | None
    papers: tuple[PaperNeed, ...]


class UnitResult(NamedTuple):
    """A head is considered together with the unit's own result."""

    criterion: str
    attestation: str


class OtherText(NamedTuple):
    """A criterion that stands in another text and is settled only by an attestation."""

    text: str
    attestation: str


class Election(NamedTuple):
    """What a cluster (cụm, khối) chooses of its own members: the minutes recorded in ``meetings/`` say
    so, else a paper, and someone who states what it says."""

    subject: str
    paper: str
    attestation: str


class AppliesTo(NamedTuple):
    """Which subjects and awards a group of criteria is for; empty means all."""

    subject_kinds: tuple[str, ...]
    awards: tuple[str, ...]


_ASKS_NOTHING = frozenset(
    ["id", "name", "clause", "note", "kind", "applies_to", "binding_for", "only_when", "scope_from", "route"]
)


class Criterion(NamedTuple):
    """One entry of the plan's criteria, with its children, its clause and the route it stands at."""

    id: str | None
    name: str
    clause: str | None
    note: str | None
    kind: str | None
    applies_to: AppliesTo | None
    binding_for: tuple[str, ...] | None
    only_when: Condition | None
    all_of: tuple["Criterion", ...]
    any_of: tuple["Criterion", ...]
    attestation: str | None
    exclusion: str | None
    papers: tuple[PaperNeed, ...]
    share: Share | None
    comparison: Comparison | None
    earlier: Earlier | None
    one_of: dict[str, tuple[str, ...]] | None
    scope_from: str | None
    counting: Count | None
    registered: str | None
    unit_result: UnitResult | None
    other_text: OtherText | None
    election: Election | None
    route: Route = ()

    def walk(self) -> "list[Criterion]":
        """This criterion and all below it."""
        return [self, *(found for child in (*self.all_of, *self.any_of) for found in child.walk())]

    @property
    def asks(self) -> bool:
        """Whether it says at all what to compare; how far a solution is applied is asked of counted ones only."""
        return any(value for name, value in zip(self._fields, self, strict=True) if name not in _ASKS_NOTHING)

    def placed(self, route: Route, inherited: str | None = None) -> "Criterion":
        """This criterion and all below it with the route each stands at, and its parent's clause where it states none."""
        clause = self.clause or inherited
        return self._replace(
            clause=clause,
            all_of=tuple(one.placed((*route, "tat_ca", i), clause) for i, one in enumerate(self.all_of)),
            any_of=tuple(one.placed((*route, "mot_trong", i), clause) for i, one in enumerate(self.any_of)),
            route=route,
        )


_PAPER_NEED = ListOf(
    OneOf(
        _PaperText(),
        Record(
            PaperNeed,
            "can_tai_lieu",
            Field("loai_tai_lieu", "kind", PAPER, "mã hoặc tên tài liệu", need="value"),
            Field("cap_tu", "level_from", Choice(*LEVEL_LADDER), "cấp ban hành ít nhất"),
            Field("thuc_hien_van_ban", "carries_out", TEXT_IDS, "thực hiện các văn bản"),
            Field("cua_don_vi", "own", YES_NO, "văn bản của chính đơn vị hay cấp trên, làm cho đợt này"),
            Field("hinh_thuc", "awards", AWARD_IDS, "chỉ cần với các hình thức mà hồ sơ phải có tài liệu ấy"),
            Field("cua_co_quan", "issued_by", TEXT, "chữ phải có trong tên cơ quan ban hành"),
            Field("tra_loi_tai_lieu", "answers", PAPER, "trả lời tài liệu nào: phải là văn bản khác, không có trước"),
        ),
    )
)
_EARLIER = Record(
    Earlier,
    "som_hon",
    Field("ngay_thuc_te", "actual", TEXT, "khóa ngày thực tế", need="value"),
    Field("ngay_dang_ky", "registered", TEXT, "khóa ngày đăng ký", need="value"),
)
_ONE_OF = MapOf(TEXTS)
COUNTED = ("giai_phap", "giai_phap_cua_thanh_vien", "cong_trinh", "tai_lieu")
_criterion = Deferred("tiêu chuẩn")
CRITERION = Record(
    Criterion,
    "tiêu chuẩn",
    Field("id", "id", TEXT, "mã, ví dụ TC-1"),
    Field("ten", "name", TEXT, "tên", need="value"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản; con không ghi thì theo cha"),
    Field("ghi_chu", "note", TEXT, "điều cần biết khi chưa đạt"),
    Field("loai_tieu_chuan", "kind", Choice("tiêu chuẩn khen thưởng", "tiêu chí thi đua", "lưu ý"), "loại"),
    Field(
        "ap_dung_cho",
        "applies_to",
        Record(
            AppliesTo,
            "ap_dung_cho",
            Field("doi_tuong", "subject_kinds", ListOf(SUBJECT_KIND), "đối tượng"),
            Field("hinh_thuc", "awards", AWARD_IDS, "hình thức"),
        ),
        "đối tượng × hình thức",
    ),
    Field("bat_buoc_voi", "binding_for", ListOf(AWARD_ID, absent=None), "hình thức mà không đạt là lỗi"),
    Field("chi_ap_dung_khi", "only_when", CONDITION, "chỉ áp dụng khi"),
    Field("tat_ca", "all_of", ListOf(_criterion), "phải đạt tất cả"),
    Field("mot_trong", "any_of", ListOf(_criterion), "đạt một trong"),
    Field("can_xac_nhan", "attestation", ATTESTATION, "điểm phải có xác nhận"),
    Field("khong_duoc", "exclusion", ATTESTATION, "điều kiện loại trừ"),
    Field("can_tai_lieu", "papers", _PAPER_NEED, "tài liệu phải có"),
    Field(
        "ty_le",
        "share",
        Record(
            Share,
            "ty_le",
            Field("thuc_hien", "done", FIGURE, "số thực hiện", need="value"),
            Field("so_voi", "planned", FIGURE, "số kế hoạch", need="value"),
            Field("goi_la", "label", TEXT, "cách gọi trong giấy tờ"),
            Field("khong_tinh", "excluded", ListOf(FIGURE), "số không tính vào cả hai vế"),
            Field("dat_tu", "at_least", THRESHOLD, "từ … trở lên"),
            Field("vuot", "more_than", THRESHOLD, "trên …"),
            Field("khong_qua", "at_most", THRESHOLD, "tỷ lệ không thể quá; quá là số liệu sai, chưa đủ căn cứ"),
        ),
        "tỷ lệ hai số liệu",
    ),
    Field(
        "so_sanh",
        "comparison",
        Record(
            Comparison,
            "so_sanh",
            Field("so_lieu", "figure", FIGURE, "số liệu", need="value"),
            Field("voi", "against", FIGURE, "so với số liệu"),
            Field("dat_tu", "at_least", MEASURE, "từ … trở lên"),
            Field("vuot", "more_than", MEASURE, "trên …"),
            Field("bang", "exactly", MEASURE, "bằng"),
            Field("khong_qua", "at_most", MEASURE, "không quá"),
        ),
        "so sánh một số liệu",
    ),
    Field("som_hon", "earlier", _EARLIER, "ngày thực tế trước ngày đăng ký"),
    Field("thuoc", "one_of", _ONE_OF, "giá trị thuộc danh sách"),
    Field("pham_vi_tu", "scope_from", Choice(*SCOPES), "phạm vi áp dụng ít nhất"),
    Field(
        "so_luong_it_nhat",
        "counting",
        Record(
            Count,
            "so_luong_it_nhat",
            Field("dem", "what", Choice(*COUNTED), "đếm gì", need="value"),
            Field("it_nhat", "at_least", AMOUNT, "ít nhất", need="value"),
            Field("thuoc", "one_of", _ONE_OF, "giá trị thuộc danh sách"),
            Field("phai_neu", "stated", TEXTS, "khóa của phần tử phải được nêu"),
            Field("pham_vi_tu", "scope_from", Choice(*SCOPES), "phạm vi ít nhất"),
            Field("som_hon", "earlier", _EARLIER, "sớm hơn"),
            Field("can_tai_lieu", "papers", _PAPER_NEED, "tài liệu phải có"),
        ),
        "ít nhất n phần tử, mỗi phần tử cùng lúc đạt mọi từ bên trong",
    ),
    Field("da_dang_ky", "registered", DUTY_ID, "việc đăng ký phải làm đúng hạn"),
    Field(
        "ket_qua_don_vi",
        "unit_result",
        Record(
            UnitResult,
            "ket_qua_don_vi",
            Field("xem_xet", "criterion", TEXT, "mã tiêu chuẩn của tập thể", need="value"),
            Field("can_xac_nhan", "attestation", ATTESTATION, "điểm xác nhận", need="value"),
        ),
        "kết quả của tập thể do người này đứng đầu",
    ),
    Field(
        "theo_van_ban_khac",
        "other_text",
        Record(
            OtherText,
            "theo_van_ban_khac",
            Field("van_ban", "text", TEXT_ID, "mã văn bản", need="value"),
            Field("can_xac_nhan", "attestation", ATTESTATION, "điểm xác nhận", need="value"),
        ),
        "tiêu chuẩn ở văn bản khác",
    ),
    Field(
        "cum_khoi_chon",
        "election",
        Record(
            Election,
            "cum_khoi_chon",
            Field("noi_dung_bieu_quyet", "subject", Choice(LEADING, *NEXT_CHAIR), "chọn gì", need="value"),
            Field("can_tai_lieu", "paper", PAPER, "biên bản, khi cuộc họp không ghi ở meetings/", need="value"),
            Field("can_xac_nhan", "attestation", ATTESTATION, "điểm xác nhận, đi cùng biên bản", need="value"),
        ),
        "được cụm, khối của mình chọn, có biên bản",
    ),
)
_criterion.kind = CRITERION
CRITERIA = ListOf(CRITERION)
