"""Who may be nominated, and the data dictionary in which a plan says what is stated of them."""

from typing import NamedTuple

from thidua_cli.model.unit import CLUSTER_ROLE, UNIT_KINDS
from thidua_cli.source import AMOUNT, TEXT, YES_NO, Choice, Field, ListOf, MapOf, Record

SUBJECT_KINDS = ("tập thể", "cá nhân", "hộ gia đình")
SUBJECT_KIND = Choice(*SUBJECT_KINDS)
AWARD_TYPE = Choice("công trạng", "đột xuất", "phong trào thi đua", "cống hiến", "niên hạn", "đối ngoại")
"""The kinds of commendation (loại hình, Luật 06/2022/QH15, Điều 8)."""
PEOPLE = "nhân dân"
"""The group of who works in no unit: inhabitants, pupils."""
PERSON_GROUPS = (
    "lãnh đạo, quản lý",
    "cán bộ",
    "công chức, viên chức",
    "người lao động",
    "người lao động trực tiếp",
    "doanh nhân",
    "chiến sĩ",
    PEOPLE,
)
PERSON_GROUP = Choice(*PERSON_GROUPS)


class Eligibility(NamedTuple):
    """One line of who may be nominated."""

    subject_kind: str
    unit_kinds: tuple[str, ...]
    person_groups: tuple[str, ...]
    of_eligible_unit: bool | None
    public_schools: bool | None
    ward_count: int | None
    cluster_roles: tuple[str, ...]
    clause: str | None
    note: str | None


ELIGIBILITY = Record(
    Eligibility,
    "đối tượng đủ điều kiện",
    Field("doi_tuong", "subject_kind", SUBJECT_KIND, "tập thể · cá nhân · hộ gia đình", need="value"),
    Field("loai_don_vi", "unit_kinds", ListOf(Choice(*UNIT_KINDS)), "loại đơn vị"),
    Field("nhom_nguoi", "person_groups", ListOf(PERSON_GROUP), "nhóm người"),
    Field("thuoc_tap_the_du_dieu_kien", "of_eligible_unit", YES_NO, "phải thuộc tập thể đủ điều kiện"),
    Field("truong_hoc_cong_lap", "public_schools", YES_NO, "chỉ trường công lập"),
    Field("so_luong_phuong", "ward_count", AMOUNT, "số phường; ghi để lưu, không dùng khi đối chiếu"),
    Field("vai_tro_cum_khoi", "cluster_roles", ListOf(CLUSTER_ROLE), "đơn vị giữ vai trò trong cụm, khối"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch"),
    Field("ghi_chu", "note", TEXT, "ghi chú"),
)


class Entry(NamedTuple):
    """An entry of the data dictionary: its name, where it is stated, its unit of measure."""

    name: str
    stated_on: str | None = None
    unit_of_measure: str | None = None
    derived: str | None = None
    with_fact: str | None = None
    pledge: str | None = None
    unit_kinds: tuple[str, ...] = ()
    person_groups: tuple[str, ...] = ()


class Dictionary(NamedTuple):
    """The plan's own data dictionary (``du_lieu``): facts, figures, attestations, papers by id."""

    facts: dict[str, Entry]
    figures: dict[str, Entry]
    attestations: dict[str, Entry]
    papers: dict[str, Entry]


_ENTRY = Record(
    Entry,
    "mục từ điển",
    Field("ten", "name", TEXT, "tên đầy đủ", need="value"),
    Field("ghi_o", "stated_on", Choice("đơn vị", "cá nhân", "suy ra"), "ghi ở đâu"),
    Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính"),
    Field(
        "suy_tu",
        "derived",
        Choice("người đứng đầu", "lãnh đạo", "loại đơn vị", "nhóm người"),
        "suy từ chức vụ, loại đơn vị ở units.yaml, hoặc nhóm người ở đề nghị",
    ),
    Field(
        "loai_don_vi",
        "unit_kinds",
        ListOf(Choice(*UNIT_KINDS)),
        "đúng khi loại đơn vị là một trong; với sự thật ghi ở đơn vị: các loại không thể ghi không",
    ),
    Field("nhom_nguoi", "person_groups", ListOf(PERSON_GROUP), "đúng khi thuộc một trong các nhóm"),
    Field("cau_cam_ket", "pledge", TEXT, "vế cam kết in ở Tờ trình khi mọi trường hợp đã khai không"),
    Field("voi_su_that", "with_fact", TEXT, "và đơn vị phải có sự thật này"),
)
_ENTRIES = MapOf(_ENTRY)
DICTIONARY = Record(
    Dictionary,
    "từ điển số liệu",
    Field("su_that", "facts", _ENTRIES, "sự thật của đơn vị, cá nhân", need="key"),
    Field("so_lieu", "figures", _ENTRIES, "số liệu", need="key"),
    Field("xac_nhan", "attestations", _ENTRIES, "điểm xác nhận, kể cả điểm loại trừ", need="key"),
    Field("tai_lieu", "papers", _ENTRIES, "tài liệu chứng minh", need="key"),
)
