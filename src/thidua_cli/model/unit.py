"""Units, the people who head them and their councils, over time; and the office itself."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.source import (
    AMOUNT,
    DATE,
    ID,
    IDS,
    LEAST_SHARE,
    NUMBER,
    RATIO,
    TEXT,
    TEXTS,
    YES_NO,
    Choice,
    Field,
    Least,
    ListOf,
    MapOf,
    Record,
)
from thidua_cli.viet.names import name_key
from thidua_cli.viet.text import ToneStyle

LEVEL_LADDER = ("cơ sở", "xã, phường", "quận, huyện", "tỉnh, thành phố", "trung ương")
"""The levels of an authority, from the lowest."""
UNIT_KINDS = (
    "phòng chuyên môn",
    "đơn vị sự nghiệp công lập",
    "UBND phường",
    "trường học",
    "MTTQ, tổ chức chính trị - xã hội",
    "hội quần chúng",
    "cơ quan Đảng",
    "ngành dọc",
    "lực lượng vũ trang",
    "ban quản lý dự án",
    "doanh nghiệp",
    "hợp tác xã",
    "khu phố",
    "tổ dân phố",
    "tập thể nhỏ",
    "ủy ban nhân dân",
    "cụm, khối thi đua",
)
GENDER = Choice("nam", "nữ")
CLUSTER_ROLE = Choice("cụm trưởng", "khối trưởng", "cụm phó")


class Issued(NamedTuple):
    """The identity of an issued paper."""

    number: str | None
    issued_on: date | None


ISSUED = Record(
    Issued,
    "số, ngày văn bản",
    Field("so_ky_hieu", "number", NUMBER, "số và ký hiệu"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành"),
)


class Post(NamedTuple):
    """Who held a leading post of a unit, from when to when."""

    full_name: str
    gender: str | None
    position: str | None
    since: date | None
    until: date | None

    def held_on(self, day: date | None) -> bool:
        """Whether the post was held that day; without a day, whether it is still held."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


POST = Record(
    Post,
    "người giữ chức vụ",
    Field("ho_ten", "full_name", TEXT, "họ và tên", need="value"),
    Field("gioi_tinh", "gender", GENDER, "nam · nữ", need="useful"),
    Field("chuc_vu", "position", TEXT, "chức vụ, không kèm tên đơn vị", need="useful"),
    Field("tu_ngay", "since", DATE, "giữ chức từ ngày"),
    Field("den_ngay", "until", DATE, "đến ngày"),
)


class Member(NamedTuple):
    """A member of a council, or a person who took part where a unit has no council."""

    full_name: str
    gender: str | None
    position: str | None
    council_role: str | None
    since: date | None
    until: date | None

    def held_on(self, day: date | None) -> bool:
        """Whether the person was a member that day."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


MEMBER = Record(
    Member,
    "thành viên",
    Field("ho_ten", "full_name", TEXT, "họ và tên", need="value"),
    Field("gioi_tinh", "gender", GENDER, "nam · nữ", need="useful"),
    Field("chuc_vu", "position", TEXT, "chức vụ", need="useful"),
    Field("chuc_danh_hoi_dong", "council_role", TEXT, "chức danh trong Hội đồng", need="useful"),
    Field("tu_ngay", "since", DATE, "là thành viên từ ngày"),
    Field("den_ngay", "until", DATE, "đến ngày"),
)


class CouncilRules(NamedTuple):
    """What the office's own rules say of quorum and votes; nothing of it is law (law.md §7.2)."""

    number: str | None
    issued_on: date | None
    quorum: Fraction | None
    approval: Least | None
    counted_on: str | None
    blank_ballots: str | None
    subject_abstains: bool | None
    clause: str | None


COUNCIL_RULES = Record(
    CouncilRules,
    "quy chế Hội đồng",
    Field("so_ky_hieu", "number", NUMBER, "số, ký hiệu quy chế"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành"),
    Field("ty_le_du_hop", "quorum", RATIO, "tỷ lệ dự họp tối thiểu"),
    Field("ty_le_tan_thanh", "approval", LEAST_SHARE, "tỷ lệ tán thành tối thiểu: 2/3, trên 1/2, quá bán"),
    Field("tinh_tren", "counted_on", Choice("tổng số thành viên", "số dự họp"), "tỷ lệ tính trên"),
    Field(
        "phieu_trang",
        "blank_ballots",
        Choice("không có ý kiến", "không hợp lệ"),
        "phiếu trắng tính là; ghi để lưu, không dùng khi đối chiếu",
    ),
    Field("nguoi_duoc_xet_khong_bieu_quyet", "subject_abstains", YES_NO, "người được xét không biểu quyết"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của quy chế"),
)


class Council(NamedTuple):
    """A Hội đồng Thi đua - Khen thưởng."""

    id: str
    name: str
    abbreviation: str | None
    founding: Issued | None
    own_seal: bool | None
    members: tuple[Member, ...]
    rules: CouncilRules | None


COUNCIL = Record(
    Council,
    "Hội đồng",
    Field("id", "id", ID, "mã của Hội đồng", need="value"),
    Field("ten_hoi_dong", "name", TEXT, "tên Hội đồng", need="value"),
    Field("chu_viet_tat", "abbreviation", TEXT, "chữ viết tắt trong số biên bản"),
    Field("quyet_dinh_thanh_lap", "founding", ISSUED, "quyết định thành lập, kiện toàn"),
    Field(
        "duoc_dung_con_dau", "own_seal", YES_NO, "được dùng con dấu của cơ quan; ghi để lưu, không dùng khi đối chiếu"
    ),
    Field("thanh_vien", "members", ListOf(MEMBER), "các thành viên, theo thứ tự"),
    Field("quy_che", "rules", COUNCIL_RULES, "quy chế hoạt động"),
)


class Unit(NamedTuple):
    """An organisation: what it is called, who heads it, how it signs, what is true of it."""

    id: str
    name: str
    formal_name: str | None
    aliases: tuple[str, ...]
    kind: str | None
    parent: str | None
    public: bool | None
    cluster: str | None
    cluster_role: str | None
    heads: tuple[Post, ...]
    deputies: tuple[Post, ...]
    head_lines: tuple[str, ...]
    motto: str | None
    place_name: str | None
    abbreviation: str | None
    drafter: str | None
    regime: str | None
    facts: dict[str, bool] | None
    roles: tuple[str, ...]
    since: date | None
    until: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    council: Council | None

    @property
    def printed_name(self) -> str:
        """The name as it stands on a decision."""
        return self.formal_name or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the unit goes by, the official one first."""
        return self.name, self.printed_name, *self.aliases

    def exists_on(self, day: date) -> bool:
        """Whether the unit is there that day, as far as its days are stated."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def head_on(self, day: date | None) -> Post | None:
        """Who headed the unit that day."""
        for post in self.heads:
            if post.held_on(day):
                return post
        return None

    def post_of(self, full_name: str, day: date | None) -> tuple[Post, bool] | None:
        """The leading post a person held that day, and whether it was that of head."""
        name = name_key(full_name)
        for posts, is_head in ((self.heads, True), (self.deputies, False)):
            for post in posts:
                if name_key(post.full_name) == name and post.held_on(day):
                    return post, is_head
        return None


UNIT = Record(
    Unit,
    "đơn vị",
    Field("id", "id", ID, "mã: chữ thường, gạch nối", need="value", sample="ubnd-phuong-17"),
    Field("ten_don_vi", "name", TEXT, "tên chính thức, đầy đủ", need="value"),
    Field("ten_ghi_quyet_dinh", "formal_name", TEXT, "tên in trên quyết định, bằng", need="useful"),
    Field("ten_khac", "aliases", TEXTS, "cách viết khác đã gặp"),
    Field("loai_don_vi", "kind", Choice(*UNIT_KINDS), "loại đơn vị", need="value"),
    Field("truc_thuoc", "parent", ID, "đơn vị cấp trên trực tiếp"),
    Field("cong_lap", "public", YES_NO, "trường công lập"),
    Field("cum_khoi", "cluster", ID, "cụm, khối thi đua"),
    Field("vai_tro_cum_khoi", "cluster_role", CLUSTER_ROLE, "vai trò trong cụm, khối"),
    Field("nguoi_dung_dau", "heads", ListOf(POST), "người đứng đầu theo thời gian", need="useful"),
    Field("cap_pho", "deputies", ListOf(POST), "cấp phó theo thời gian"),
    Field("tieu_de_trai", "head_lines", TEXTS, "các dòng trái đầu giấy, dòng cuối đậm", need="useful"),
    Field(
        "tieu_de_phai",
        "motto",
        Choice("quốc hiệu", "theo quy định của Đảng", "theo quy định của đoàn thể"),
        "bên phải đầu giấy",
    ),
    Field("dia_danh", "place_name", TEXT, "địa danh in trước ngày tháng", need="useful"),
    Field("chu_viet_tat", "abbreviation", TEXT, "chữ viết tắt trong số văn bản", need="useful"),
    Field("don_vi_soan_thao", "drafter", TEXT, "chữ viết tắt bộ phận soạn thảo, ở dòng Lưu"),
    Field("che_do_lam_viec", "regime", Choice("thủ trưởng", "tập thể"), "quyết định có ký TM. hay không"),
    Field("su_that", "facts", MapOf(YES_NO), "sự thật của đơn vị; thiếu là chưa biết", need="useful"),
    Field("giu_vai_tro", "roles", IDS, "vai trò của đơn vị trong kế hoạch"),
    Field("tu_ngay", "since", DATE, "có từ ngày"),
    Field("den_ngay", "until", DATE, "hết ngày"),
    Field("tien_than", "predecessors", IDS, "đơn vị trước khi sắp xếp"),
    Field("ke_thua", "successors", IDS, "đơn vị sau khi sắp xếp"),
    Field("hoi_dong", "council", COUNCIL, "Hội đồng; null là không có"),
)
UNITS = ListOf(UNIT)


class OfficeSettings(NamedTuple):
    """What an office chooses for all its papers."""

    listing_order: tuple[str, ...]
    tone_style: ToneStyle | None
    privacy: str | None
    names_in_body: int | None


class Office(NamedTuple):
    """The office a repository belongs to."""

    level: str | None
    unit: str
    standing_body: str | None
    settings: OfficeSettings | None


OFFICE = Record(
    Office,
    "thidua.yaml",
    Field(
        "cap_co_quan",
        "level",
        Choice(*LEVEL_LADDER),
        "cấp của cơ quan",
        need="value",
    ),
    Field("don_vi", "unit", ID, "mã đơn vị của chính văn phòng", need="value"),
    Field("co_quan_thuong_truc", "standing_body", ID, "cơ quan thường trực Hội đồng", need="useful"),
    Field(
        "thiet_lap",
        "settings",
        Record(
            OfficeSettings,
            "thiết lập",
            Field("thu_tu_liet_ke", "listing_order", TEXTS, "thứ tự nhóm trong danh sách"),
            Field(
                "kieu_dat_dau",
                "tone_style",
                Choice("òa, úy", "oà, uý"),
                "kiểu đặt dấu thanh của lời mẫu giấy; dữ liệu giữ như đã ghi",
            ),
            Field("muc_bao_mat", "privacy", Choice("nội bộ", "công khai"), "mức bảo mật"),
            Field("so_ten_trong_to_trinh", "names_in_body", AMOUNT, "quá số này thì tên chỉ ghi ở Phụ lục"),
        ),
        "thiết lập chung",
    ),
)
