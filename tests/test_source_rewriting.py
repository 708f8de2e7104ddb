"""A hand-edited file keeps its comments and its own lines when an import changes values in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.model.nomination import NOMINATION
from thidua_cli.source import parse
from thidua_cli.source.rewriting import rewrite
from thidua_cli.source.writing import dump

FILE = """\
# Công chức hộ tịch; chị Vy đang nghỉ phép, hỏi lại ngày 18.
doi_tuong: cá nhân
ho_ten: Tôn Nữ Ái Vy   # đã đối chiếu căn cước
ngay_sinh: 03/01/1993

# đơn vị
don_vi: ubnd-phuong-18
hinh_thuc_de_nghi: Giấy khen quận
tom_tat_thanh_tich: >-
  Giải quyết 612 hồ sơ hộ tịch
  trong 30 ngày.
giai_phap:
  - ten_giai_phap: Khung giờ xanh
    # mã nội dung xem kế hoạch
    noi_dung_thi_dua: nd-3
    tai_lieu:
      - loai_tai_lieu: chứng minh
        so_ky_hieu: 64/XN-UBND
# cuối tệp
"""


def read(text: str) -> dict:
    found, problems = parse(text, "x")
    assert not problems
    assert isinstance(found, dict)
    return found


def test_changed_added_and_appended_values_leave_all_other_lines() -> None:
    new = read(FILE)
    new["ho_ten"] = "Tôn Nữ Ái Vi"
    new["chuc_vu"] = "Công chức Tư pháp - Hộ tịch"
    new["tom_tat_thanh_tich"] = "Giải quyết 640 hồ sơ."
    new["giai_phap"][0]["noi_dung_thi_dua"] = "nd-1"
    new["giai_phap"][0]["da_ap_dung"] = "có"
    new["giai_phap"].append({"ten_giai_phap": "Sổ ảnh"})

    assert (
        rewrite(FILE, new, NOMINATION)
        == """\
# Công chức hộ tịch; chị Vy đang nghỉ phép, hỏi lại ngày 18.
doi_tuong: cá nhân
ho_ten: Tôn Nữ Ái Vi   # đã đối chiếu căn cước
ngay_sinh: 03/01/1993
chuc_vu: Công chức Tư pháp - Hộ tịch

# đơn vị
don_vi: ubnd-phuong-18
hinh_thuc_de_nghi: Giấy khen quận
tom_tat_thanh_tich: Giải quyết 640 hồ sơ.
giai_phap:
  - ten_giai_phap: Khung giờ xanh
    # mã nội dung xem kế hoạch
    noi_dung_thi_dua: nd-1
    da_ap_dung: có
    tai_lieu:
      - loai_tai_lieu: chứng minh
        so_ky_hieu: 64/XN-UBND
  - ten_giai_phap: Sổ ảnh
# cuối tệp
"""
    )


def test_a_comment_inside_a_value_that_must_go_is_refused() -> None:
    text = "nhom_nguoi:\n  - cán bộ   # theo quyết định\n"

    assert rewrite(text, {"nhom_nguoi": ["nhân dân"]}, NOMINATION) is None


@pytest.mark.parametrize("text", ["{ho_ten: A, chuc_vu: B}\n", "ho_ten: [a\n", ""])
def test_what_lines_cannot_change_is_refused(text: str) -> None:
    assert rewrite(text, {"ho_ten": "C", "chuc_vu": "B"}, NOMINATION) is None


def test_windows_line_ends_stay() -> None:
    assert (
        rewrite("ho_ten: A\r\nchuc_vu: B\r\n", {"ho_ten": "C", "chuc_vu": "B"}, NOMINATION)
        == "ho_ten: C\r\nchuc_vu: B\r\n"
    )


KEYS = st.sampled_from(["doi_tuong", "ho_ten", "chuc_vu", "tom_tat_thanh_tich", "nhom_nguoi", "so_lieu", "giai_phap"])
TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80)
GROUP = st.dictionaries(st.sampled_from(["don_vi_tinh", "nguon", "von", "ten_giai_phap"]), TEXT, min_size=1)
RECORD = st.dictionaries(
    KEYS,
    st.one_of(TEXT, GROUP, st.lists(TEXT, min_size=1, max_size=3), st.lists(GROUP, min_size=1, max_size=3)),
    min_size=1,
)


@settings(max_examples=300)
@given(RECORD, RECORD)
def test_a_rewritten_file_holds_the_new_values_or_nothing(old: dict, more: dict) -> None:
    text = dump(NOMINATION, old)

    assert rewrite(text, old, NOMINATION) == text
    for new in (old | more, more | old):
        revised = rewrite(text, new, NOMINATION)
        assert revised is None or read(revised) == new
    added = rewrite(text, more | old, NOMINATION)
    assert added is not None, "adding keys is always possible"
