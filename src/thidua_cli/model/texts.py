"""Cited texts: one registry for a plan, everything else cites its key."""

from datetime import date
from typing import NamedTuple

from thidua_cli.model.citing import TEXT_ID
from thidua_cli.source import DATE, ID, NUMBER, TEXT, Choice, Field, MapOf, Record


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
    LegalText,
    "văn bản viện dẫn",
    Field("loai_van_ban", "kind", TEXT, "tên loại", need="value"),
    Field("so_ky_hieu", "number", NUMBER, "số và ký hiệu", need="key"),
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


BASIS = Record(
    Basis,
    "căn cứ",
    Field("van_ban", "text", TEXT_ID, "mã văn bản", need="value"),
    Field("dong_tu", "verb", Choice("Căn cứ", "Thực hiện"), "chữ mở đầu"),
)
