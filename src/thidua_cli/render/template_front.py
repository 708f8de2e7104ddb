"""The keys of a template's front matter, and which of them hold fields or texts with fields.

Knows nothing of the body; what a shape demands stands in ``template_shapes``.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.model.duty import DUTY_KINDS, FINAL, HALFWAY
from thidua_cli.source import (
    DECIMAL,
    ID,
    IDS,
    TEXT,
    TEXTS,
    YES_NO,
    Choice,
    Field,
    ListOf,
    Record,
)

ShapeName = Literal["tên loại", "công văn", "biên bản", "báo cáo thành tích", "quyết định", "phụ lục", "phiếu"]
KEEP_OFFICE: Final = "luu_van_thu"
KEEP_FILE: Final = "luu_ho_so"


class SignColumn(NamedTuple):
    """A column of signatures: its heading if the paper gives one, and the field of the signer."""

    title: str | None
    signer: str


class Columns(NamedTuple):
    """The widths of a table in cm, and whether its head repeats and its rows stay whole."""

    widths: tuple[Fraction, ...]
    repeat_head: bool | None
    keep_rows: bool | None


class Enclosed(NamedTuple):
    """What an annex goes with: the kind of paper, and the field with the name of its issuer."""

    paper: str
    issuer: str


class Copied(NamedTuple):
    """What whoever makes a copy adds below it: form of copy, who copies, number, day, copies, signer (Mẫu 3.1)."""

    form: str
    letterhead: str
    number_pattern: str | None
    number: str | None
    day: str | None
    copies: tuple[str, ...]
    signer: str


class Front(NamedTuple):
    """The front matter as typed values; see keys.md §12."""

    name: str
    shape: ShapeName
    per: str
    reviews: tuple[str, ...]
    file_stem: str
    motto: bool | None
    letterhead: str | None
    number_pattern: str | None
    number: str | None
    day: str | None
    kind: str | None
    subject: str | None
    authority: str | None
    enclosed: Enclosed | None
    copied: Copied | None
    recipients: str | None
    grounds: tuple[str, ...]
    copies: tuple[str, ...]
    signatures: tuple[SignColumn, ...]
    tables: tuple[Columns, ...]
    landscape: str | None
    annexes: tuple[str, ...]
    roots: tuple[str, ...]

    @property
    def dated_below(self) -> bool:
        """Whether place and day stand above the signature: the head of a working paper has no room for them."""
        return self.shape == "phiếu" and self.day is not None

    def paths(self) -> Iterator[tuple[Route, str]]:
        """Every key that must name a field."""
        single = {
            "dau_giay": self.letterhead,
            "so_ky_hieu": self.number,
            "ngay_ban_hanh": self.day,
            "kinh_gui": self.recipients,
        }
        for key, path in single.items():
            if path is not None:
                yield (key,), path
        for index, column in enumerate(self.signatures):
            yield ("cot_ky", index, "nguoi_ky"), column.signer
        if self.enclosed is not None:
            yield ("kem_theo", "cua"), self.enclosed.issuer
        if self.copied is not None:
            single = {
                "dau_giay": self.copied.letterhead,
                "so_ky_hieu": self.copied.number,
                "ngay_sao": self.copied.day,
                "nguoi_ky": self.copied.signer,
            }
            yield from ((("ban_sao", key), path) for key, path in single.items() if path is not None)

    def texts(self) -> Iterator[tuple[Route, str]]:
        """Every key that holds text with fields in it, or the name of a field."""
        single = {
            "mau_so_ky_hieu": self.number_pattern,
            "trich_yeu": self.subject,
            "ten_loai": self.kind,
            "tham_quyen": self.authority,
        }
        for key, text in single.items():
            if text is not None:
                yield (key,), text
        for index, text in enumerate(self.grounds):
            yield ("can_cu", index), text
        for index, text in enumerate(self.copies):
            if text not in (KEEP_OFFICE, KEEP_FILE):
                yield ("noi_nhan", index), text
        if self.copied is not None:
            if self.copied.number_pattern is not None:
                yield ("ban_sao", "mau_so_ky_hieu"), self.copied.number_pattern
            for index, text in enumerate(self.copied.copies):
                if text not in (KEEP_OFFICE, KEEP_FILE):
                    yield ("ban_sao", "noi_nhan", index), text


_SIGN = Record(
    SignColumn,
    "cột ký",
    Field("tieu_de", "title", TEXT, "dòng in hoa trên chức vụ, ví dụ THƯ KÝ"),
    Field("nguoi_ky", "signer", TEXT, "trường của người ký, hoặc của danh sách người ký", "value"),
)
_COLUMNS = Record(
    Columns,
    "bảng",
    Field("do_rong", "widths", ListOf(DECIMAL), "bề rộng từng cột, cm", "value"),
    Field("lap_dong_dau", "repeat_head", YES_NO, "dòng đầu bảng lặp lại ở mỗi trang"),
    Field("khong_cat_dong", "keep_rows", YES_NO, "một hàng không đứt sang hai trang"),
)
_ENCLOSED = Record(
    Enclosed,
    "kèm theo",
    Field("van_ban", "paper", TEXT, "tên loại văn bản chính, ví dụ Tờ trình", "value"),
    Field("cua", "issuer", TEXT, "trường tên cơ quan ban hành", "value"),
)
_COPIED = Record(
    Copied,
    "bản sao",
    Field("hinh_thuc_sao", "form", Choice("SAO Y", "SAO LỤC", "TRÍCH SAO"), "hình thức sao", "value"),
    Field("dau_giay", "letterhead", TEXT, "trường đầu giấy của cơ quan sao", "value"),
    Field("mau_so_ky_hieu", "number_pattern", TEXT, "phần sau số bản sao, ví dụ /TrS-UBND"),
    Field("so_ky_hieu", "number", TEXT, "trường của số bản sao đã cấp"),
    Field("ngay_sao", "day", TEXT, "trường của ngày sao"),
    Field("noi_nhan", "copies", TEXTS, "nơi nhận bản sao"),
    Field("nguoi_ky", "signer", TEXT, "trường của người ký bản sao", "value"),
)
FRONT: Final = Record(
    Front,
    "phần đầu mẫu giấy",
    Field("ten_giay", "name", TEXT, "tên giấy trong danh mục", "value"),
    Field(
        "kieu_giay",
        "shape",
        Choice(
            "tên loại",
            "công văn",
            "biên bản",
            "báo cáo thành tích",
            "quyết định",
            "phụ lục",
            "phiếu",
        ),
        "kiểu giấy",
        "value",
    ),
    Field(
        "lap_cho",
        "per",
        Choice(
            "hồ sơ",
            "cuộc họp",
            "họp cụm, khối",
            "trường hợp",
            "cơ quan",
            "quyết định",
            "kỳ báo cáo",
            "trình cấp trên",
            "đơn vị có người được khen",
            "người, đơn vị được khen",
            *DUTY_KINDS,
            "gương",
            "xếp hạng",
        ),
        "một bản cho mỗi …",
        "value",
    ),
    Field("ky_bao_cao", "reviews", ListOf(Choice(HALFWAY, FINAL)), "giấy của sơ kết, tổng kết hay cả hai"),
    Field("ten_tep", "file_stem", ID, "tên tệp ra", "value"),
    Field("quoc_hieu", "motto", YES_NO, "phiếu có Quốc hiệu, Tiêu ngữ và số ở đầu giấy"),
    Field("dau_giay", "letterhead", TEXT, "trường của đầu giấy"),
    Field("mau_so_ky_hieu", "number_pattern", TEXT, "phần sau số; null = không số"),
    Field("so_ky_hieu", "number", TEXT, "trường của số, ký hiệu đã cấp"),
    Field("ngay_ban_hanh", "day", TEXT, "trường của ngày ban hành"),
    Field("ten_loai", "kind", TEXT, "tên loại, in hoa"),
    Field("trich_yeu", "subject", TEXT, "trích yếu"),
    Field("tham_quyen", "authority", TEXT, "dòng thẩm quyền của quyết định"),
    Field("kem_theo", "enclosed", _ENCLOSED, "văn bản mà phụ lục kèm theo"),
    Field("ban_sao", "copied", _COPIED, "phần của người sao, dưới một bản sao"),
    Field("kinh_gui", "recipients", TEXT, "trường danh sách nơi gửi"),
    Field("can_cu", "grounds", TEXTS, "các căn cứ: trường hoặc câu"),
    Field("noi_nhan", "copies", TEXTS, "nơi nhận: trường, câu, luu_van_thu hoặc luu_ho_so"),
    Field("cot_ky", "signatures", ListOf(_SIGN), "các cột ký, trái sang phải"),
    Field("bang", "tables", ListOf(_COLUMNS), "các bảng theo thứ tự trong thân"),
    Field("huong_giay", "landscape", Choice("dọc", "ngang"), "hướng giấy"),
    Field("phu_luc", "annexes", IDS, "giấy kèm theo"),
    Field("truong_su_dung", "roots", TEXTS, "các gốc dữ liệu được dùng", "value"),
)
