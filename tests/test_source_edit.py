"""One value changed in a record: the value reads back, every other byte stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.source import locate, parse_nodes
from thidua_cli.source.edit import scalar, with_items_ordered, with_value, without_item

RECORD = """\
# Hồ sơ: chú thích đầu tệp.
don_vi_trinh: ubnd-phuong-17   # đơn vị
so_ky_hieu:
ngay_ban_hanh: null  # văn thư cấp
da_ky_ban_hanh: "không"
truong_hop:
  - a/mot   # đầu
  - a/hai
  - b/ba

nguoi_ky:
  ho_ten: Nguyễn Văn An
  quyen_han_ky: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
cau: >-
  Nhiều dòng
  của một câu.
"""


def value(text: str, *route: str | int) -> object:
    node, found = parse_nodes(text, "x.yaml")
    assert not found
    for step in route:
        assert node is not None
        node = node.value[step]
    assert node is not None
    return node.value


@pytest.mark.parametrize(
    ("route", "new", "line"),
    [
        (("so_ky_hieu",), "203/TTr-UBND", "so_ky_hieu: 203/TTr-UBND"),
        (("ngay_ban_hanh",), "17/12/2024", "ngay_ban_hanh: 17/12/2024  # văn thư cấp"),
        (("da_ky_ban_hanh",), "có", 'da_ky_ban_hanh: "có"'),
        (("don_vi_trinh",), "phong-tckh", "don_vi_trinh: phong-tckh   # đơn vị"),
        (("nguoi_ky", "ho_ten"), "Trần Văn: Bình", '  ho_ten: "Trần Văn: Bình"'),
        (("nguoi_ky", "quyen_han_ky", 1), "TRƯỞNG PHÒNG", "  quyen_han_ky: [KT. CHỦ TỊCH, TRƯỞNG PHÒNG]"),
        (("truong_hop", 0), "a/bốn", "  - a/bốn   # đầu"),
    ],
)
def test_a_value_is_replaced_and_the_rest_stays(route: tuple[str | int, ...], new: str, line: str) -> None:
    changed = with_value(RECORD, route, new)
    assert changed is not None
    before, after = RECORD.splitlines(), changed.splitlines()

    assert value(changed, *route) == new
    assert [two for one, two in zip(before, after, strict=True) if one != two] == [line]


def test_a_key_that_is_not_there_is_added_at_the_end() -> None:
    changed = with_value(RECORD, ("lan_nop",), "1")

    assert changed == RECORD + "lan_nop: 1\n"


def test_line_ends_of_windows_stay() -> None:
    record = RECORD.replace("\n", "\r\n")
    changed = with_value(record, ("so_ky_hieu",), "203/TTr-UBND")

    assert changed == record.replace("so_ky_hieu:", "so_ky_hieu: 203/TTr-UBND")


@pytest.mark.parametrize("route", [("truong_hop",), ("cau",), ("nguoi_ky", "khong_co"), ("truong_hop", 9), ()])
def test_what_cannot_be_done_on_one_line_is_refused(route: tuple[str | int, ...]) -> None:
    assert with_value(RECORD, route, "x") is None


def test_a_list_loses_an_item_or_gets_another_order() -> None:
    shorter = without_item(RECORD, ("truong_hop", 1))
    turned = with_items_ordered(RECORD, ("truong_hop",), ["b/ba", "a/mot", "a/hai"])

    assert shorter == RECORD.replace("  - a/hai\n", "")
    assert turned == RECORD.replace(
        "  - a/mot   # đầu\n  - a/hai\n  - b/ba\n", "  - b/ba\n  - a/mot   # đầu\n  - a/hai\n"
    )
    assert with_items_ordered(RECORD, ("truong_hop",), ["a/mot", "a/hai"]) is None
    assert without_item(RECORD, ("nguoi_ky", "quyen_han_ky", 0)) is None


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_text_written_reads_back(text: str) -> None:
    changed = with_value(RECORD, ("so_ky_hieu",), text)

    assert changed is not None
    assert value(changed, "so_ky_hieu") == text
    node, _ = parse_nodes(f"k: {scalar(text)}\n", "")
    assert locate(node, ("k",)) is not None


def test_a_sign_only_yaml_takes_for_a_line_end_moves_no_line() -> None:
    text = 'mot: a\u2028b\nhai: "x"\nba: c\n'

    assert with_value(text, ("hai",), "y") == text.replace('"x"', '"y"')
