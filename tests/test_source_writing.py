"""What is written reads back: any text in any shape, and the shapes clerks meet."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.model.nomination import NOMINATION
from thidua_cli.source import parse
from thidua_cli.source.writing import dump, entry_lines

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
PROSE = st.lists(
    st.sampled_from(
        [
            "Giải",
            "ngân",
            "96,50%",
            "(đến",
            "12/12/2024);",
            "“Một",
            "cửa”:",
            "- gạch",
            "#1",
            "null",
            "no",
            "'",
            '"',
            "~",
            "012",
            "a: b",
            "x #y",
            "\n",
            "?",
            "&",
            "*",
            "!",
            "|",
            ">",
            "[",
            "{",
            "@",
            "`",
            "%",
            ",",
            "---",
        ],
    ),
    max_size=40,
).map(" ".join)
VALUE = st.recursive(
    st.one_of(ANY_TEXT, PROSE, st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(string.ascii_lowercase + "_ :#đ0", min_size=1, max_size=12), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=400)
@given(
    st.dictionaries(
        st.one_of(st.text(string.ascii_lowercase, min_size=1, max_size=9), PROSE.filter(bool)),
        VALUE,
        min_size=1,
        max_size=5,
    )
)
def test_any_values_read_back_the_same(values: dict) -> None:
    text = "\n".join(entry_lines(values, "")) + "\n"

    assert parse(text, "x.yaml") == (values, []), text


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Lê Thị Cẩm", "ho_ten: Lê Thị Cẩm"),
        ("20/02/1988", "ho_ten: 20/02/1988"),
        ("001234567012", "ho_ten: 001234567012"),
        ("4.200.000.000", "ho_ten: 4.200.000.000"),
        ("95,5%", "ho_ten: 95,5%"),
        ("không", "ho_ten: không"),
        ("no", 'ho_ten: "no"'),
        ("Mô hình: một cửa", 'ho_ten: "Mô hình: một cửa"'),
        ("-nt-", 'ho_ten: "-nt-"'),
        ("=1+1", 'ho_ten: "=1+1"'),
        ("“Một cửa”", 'ho_ten: "“Một cửa”"'),
        ("", 'ho_ten: ""'),
        (" Lê", 'ho_ten: " Lê"'),
    ],
)
def test_how_single_values_look(value: str, line: str) -> None:
    assert dump(NOMINATION, {"ho_ten": value}) == line + "\n"


def test_keys_stand_in_the_order_of_the_record_and_lists_in_block_style() -> None:
    values = {
        "hinh_thuc_de_nghi": "Giấy khen quận",
        "doi_tuong": "cá nhân",
        "so_lieu": {"von_ke_hoach_giao": "1.000", "don_vi_tinh": "đồng"},
        "nhom_nguoi": ["cán bộ", "công chức, viên chức"],
        "giai_phap": [{"loai_giai_phap": "sáng kiến", "ten_giai_phap": "Sổ ảnh"}],
    }

    assert dump(NOMINATION, values) == (
        "doi_tuong: cá nhân\n"
        "nhom_nguoi:\n  - cán bộ\n  - công chức, viên chức\n"
        "hinh_thuc_de_nghi: Giấy khen quận\n"
        "so_lieu:\n  don_vi_tinh: đồng\n  von_ke_hoach_giao: 1.000\n"
        "giai_phap:\n  - ten_giai_phap: Sổ ảnh\n    loai_giai_phap: sáng kiến\n"
    )


def test_long_prose_is_folded() -> None:
    text = "Cùng đội rà soát 143 hộ kinh doanh bằng giải pháp “Phiếu so doanh thu”; " * 3
    written = dump(NOMINATION, {"tom_tat_thanh_tich": text.strip()})

    assert written.startswith("tom_tat_thanh_tich: >-\n  Cùng đội")
    assert all(len(line) <= 102 for line in written.splitlines())
