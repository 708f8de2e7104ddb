"""The layout numbers of Decree 30/2020, each with its clause and the range the decree leaves.

Knows nothing of papers; another office's set, or another decree, is another YAML file.
"""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from thidua_cli import source

FILE = Path(__file__).with_name("static") / "nd30.yaml"
TWIPS_PER_POINT = 20
TWIPS_PER_CM = Fraction(1440 * 100, 254)


class Measure(NamedTuple):
    """One number as chosen, the range it must stay in, the clause, and why this one."""

    chosen: Fraction
    low: Fraction | None
    high: Fraction | None
    clause: str
    reason: str | None


class Decree(NamedTuple):
    """A whole set of numbers: page in mm, sizes in points, paragraphs and layout as their file says."""

    document: str
    since: date
    page: dict[str, Measure]
    sizes: dict[str, Measure]
    paragraph: dict[str, Measure]
    layout: dict[str, Measure]
    kept_together: tuple[str, ...]
    face: str
    binds: tuple[str, ...]
    kinds: tuple[str, ...]

    def size(self, name: str) -> int:
        """The chosen size of a component, in whole points."""
        return int(self.sizes[name].chosen)

    def smallest(self, name: str) -> int:
        """The smallest size the decree allows for a component."""
        measure = self.sizes[name]
        return int(measure.chosen if measure.low is None else measure.low)

    def page_twips(self, name: str) -> int:
        """A page measure in twips."""
        return round(self.page[name].chosen * TWIPS_PER_CM / 10)


_MEASURE = source.Record(
    Measure,
    "số đo",
    source.Field("chon", "chosen", source.DECIMAL, "số đã chọn", "value"),
    source.Field("tu", "low", source.DECIMAL, "nhỏ nhất nghị định cho phép"),
    source.Field("den", "high", source.DECIMAL, "lớn nhất nghị định cho phép"),
    source.Field("dieu_khoan", "clause", source.TEXT, "chỗ quy định", "value"),
    source.Field("ly_do", "reason", source.TEXT, "vì sao chọn số này"),
)
_MEASURES = source.MapOf(_MEASURE)
_TABLE = source.Record(
    Decree,
    "bảng số đo",
    source.Field("van_ban", "document", source.TEXT, "số, ký hiệu nghị định", "value"),
    source.Field("trang", "page", _MEASURES, "trang giấy, mm", "value"),
    source.Field("co_chu", "sizes", _MEASURES, "cỡ chữ, pt", "value"),
    source.Field("doan", "paragraph", _MEASURES, "đoạn văn", "value"),
    source.Field("bo_cuc", "layout", _MEASURES, "bố cục", "value"),
    source.Field("khong_tach", "kept_together", source.TEXTS, "cụm từ không tách", "value"),
    source.Field("tu_ngay", "since", source.DATE, "ngày có hiệu lực", "value"),
    source.Field("phong_chu", "face", source.TEXT, "phông chữ", "value"),
    source.Field("bat_buoc_voi", "binds", source.TEXTS, "loại đơn vị mà nghị định bắt buộc", "value"),
    source.Field("ten_loai", "kinds", source.TEXTS, "tên loại văn bản hành chính", "value"),
)


@cache
def decree() -> Decree:
    """The shipped set. A fault in it is our own bug, so it raises."""
    values, found = source.parse(FILE.read_text(encoding="utf-8"), FILE.name)
    reading = source.Reading(FILE.name)
    table: Any = None if values is None else _TABLE.read(values, reading)
    if found or reading.found or table is None:
        raise ValueError([diagnostic.message for diagnostic in (*found, *reading.found)])
    return table  # type: ignore[no-any-return]
