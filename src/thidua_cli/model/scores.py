"""A scale of points (thang điểm) and a unit's sheet under it (bảng điểm). Knows no cluster and adds up no sheet."""

from fractions import Fraction
from typing import NamedTuple

from thidua_cli.source import AMOUNT, DECIMAL, ID, TEXT, Field, ListOf, Record


class Item(NamedTuple):
    """What is scored; an item with children is the sum of them."""

    id: str
    name: str
    most: Fraction | None
    appraiser: str | None
    clause: str | None
    children: tuple["Item", ...] = ()


def leaves(items: tuple[Item, ...]) -> list[Item]:
    """The items that are scored themselves: those without children, and the children of the others."""
    return [leaf for item in items for leaf in (item.children or (item,))]


def most_of(item: Item) -> Fraction | None:
    """An item's maximum: its own, or the sum of its children's."""
    if item.most is not None or not item.children:
        return item.most
    parts = [child.most for child in item.children if child.most is not None]
    return sum(parts, Fraction()) if len(parts) == len(item.children) else None


class Bonus(NamedTuple):
    """Points added on top, up to a maximum."""

    id: str
    name: str
    most: Fraction | None


class Deduction(NamedTuple):
    """Points taken off each time something happens, up to a maximum."""

    id: str
    name: str
    per_time: Fraction | None
    most: Fraction | None


class Line(NamedTuple):
    """A line of a unit's sheet. Zero is a score; an absent score is absent."""

    item: str
    own: Fraction | None
    appraised: Fraction | None
    times: int | None
    reason: str | None


_ITEM = (
    Field("id", "id", ID, "mã nội dung chấm", need="value"),
    Field("ten", "name", TEXT, "tên", need="value"),
    Field("diem_toi_da", "most", DECIMAL, "điểm tối đa; có nội dung con thì là tổng của chúng"),
    Field("don_vi_cham", "appraiser", ID, "đơn vị thẩm định điểm, theo vai trò của kế hoạch hoặc mã đơn vị"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của thang điểm"),
)
_CHILD = Record(Item, "nội dung con", *_ITEM)
ITEM = Record(
    Item,
    "nội dung chấm",
    *_ITEM,
    Field("noi_dung_con", "children", ListOf(_CHILD), "các nội dung con"),
)
BONUS = Record(
    Bonus,
    "điểm thưởng",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten", "name", TEXT, "tên", need="value"),
    Field("diem_toi_da", "most", DECIMAL, "điểm tối đa", need="value"),
)
DEDUCTION = Record(
    Deduction,
    "điểm trừ",
    Field("id", "id", ID, "mã", need="value"),
    Field("ten", "name", TEXT, "tên", need="value"),
    Field("diem_moi_lan", "per_time", DECIMAL, "điểm trừ mỗi lần", need="value"),
    Field("diem_toi_da", "most", DECIMAL, "trừ nhiều nhất"),
)
LINE = Record(
    Line,
    "dòng điểm",
    Field("noi_dung_cham", "item", ID, "mã nội dung chấm, điểm thưởng hoặc điểm trừ", need="value"),
    Field("diem_tu_cham", "own", DECIMAL, "điểm đơn vị tự chấm"),
    Field("diem_tham_dinh", "appraised", DECIMAL, "điểm sau thẩm định"),
    Field("so_lan", "times", AMOUNT, "số lần bị trừ"),
    Field("ly_do_chenh_lech", "reason", TEXT, "lý do chênh lệch"),
)
