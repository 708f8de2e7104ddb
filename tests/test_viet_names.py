"""viet.names: the order of Vietnamese names, written out by hand, and forms of address."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.viet.names import (
    collation_key,
    given_name_key,
    honorific,
    is_capitals,
    is_full_name,
    is_office,
    same_name,
)

NUMBERED = [  # every line strictly after the one before
    "",
    "Phường 3",
    "Phường 17",
    "Phường A",
]
DICTIONARY = [
    "an",
    "án",
    "ăn",
    "ân",
    "ba",
    "ba ba",
    "ba bì",
    "bà ba",
    "bả",
    "bã",
    "bá",
    "bạ",
    "bác",
    "chi",
    "dung",
    "dũng",
    "đa",
    "em",
    "êm",
    "ho",
    "hoa",
    "hòa",
    "hóa",
    "hoan",
    "ma",
    "mà",
    "mả",
    "mã",
    "má",
    "mạ",
    "o",
    "ô",
    "ơ",
    "tư",
    "uyên",
    "ưng",
    "vân",
    "yến",
]
PEOPLE = [
    "Nguyễn Văn An",
    "Trần Văn Ân",
    "Bình",
    "Lê Bình",
    "Lê Thị Bình",
    "Nguyễn Thị Bình",
    "Lê Văn Bình",
    "Trần Thị Dung",
    "Lê Anh Dũng",
    "Phạm Văn Đức",
    "Trần Thị Hoa",
    "Bùi Thị Hòa",
    "Lê Thị Hoàng",
]


@pytest.mark.parametrize("ordered", [NUMBERED, DICTIONARY], ids=["numbers", "dictionary"])
def test_dictionary_order(ordered: list[str]) -> None:
    for before, after in pairwise(ordered):
        assert collation_key(before) < collation_key(after), (before, after)


def test_people_stand_by_given_name() -> None:
    for before, after in pairwise(PEOPLE):
        assert given_name_key(before) < given_name_key(after), (before, after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("HÒA", "hòa"),
        ("Hòa", normalize("NFD", "Hòa")),
        ("K'Sor", "K’Sor"),
        ("Thi đua - Khen thưởng", "Thi đua Khen thưởng"),
        ("Phường 03", "Phường 3"),
    ],
)
def test_what_reads_the_same_sorts_the_same(one: str, other: str) -> None:
    assert collation_key(one) == collation_key(other)


@given(st.text())
def test_any_name_has_a_key(s: str) -> None:
    assert collation_key(s) == collation_key(normalize("NFD", s))
    assert len(given_name_key(s)) == 3


def test_numbers_of_any_length_have_a_key() -> None:
    assert collation_key("9" * 90) < collation_key("a")


@pytest.mark.parametrize(
    ("gender", "address"),
    [
        ("nam", "Ông"),
        (" Nam ", "Ông"),
        ("nữ", "Bà"),
        ("NỮ", "Bà"),
        (normalize("NFD", "nữ"), "Bà"),
        ("nu", "Ông (Bà)"),
        ("", "Ông (Bà)"),
        (None, "Ông (Bà)"),
    ],
)
def test_honorific(gender: str | None, address: str) -> None:
    assert honorific(gender) == address


def test_same_name() -> None:
    assert same_name("Đỗ Thị Hoà", "ĐỖ  THỊ HÒA")
    assert not same_name("Đỗ Thị Hoa", "Đỗ Thị Hòa")
    assert not same_name("Đỗ Hòa", "Đỗ Thị Hòa")


@pytest.mark.parametrize(
    "address",
    ["Ông ", "BÀ ", "đồng chí ", "Đồng  chí: ", "Đ/c ", "đ/c. ", "Đ.c. ", "Cô ", "ThS. ", "PGS.TS. ", "Bà TS "],
)
def test_a_form_of_address_is_no_part_of_a_name(address: str) -> None:
    assert same_name(f"{address}Đỗ Thị Hòa", "Đỗ Thị Hòa")
    assert same_name(f"{address}Đỗ Hòa", "Bà Đỗ Hòa")


def test_a_name_that_looks_like_an_address_stays() -> None:
    assert not same_name("Bà Hòa", "Hòa")
    assert not same_name("Tsẩm Thị Hòa", "Thị Hòa")
    assert not same_name("Bành Thị Hòa", "Thị Hòa")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Lê Hòa", True),
        ("Ông Lê Hòa", True),
        ("-", False),
        ("abc", False),
        ("", False),
        ("1 2", False),
        ("Lê -", False),
    ],
)
def test_what_can_be_a_full_name(text: str, is_one: bool) -> None:
    assert is_full_name(text) is is_one


def test_is_capitals() -> None:
    assert is_capitals("NGUYỄN VĂN A")
    assert is_capitals(normalize("NFD", "NGUYỄN ĐỨC"))
    assert not is_capitals("Nguyễn Văn A")
    assert not is_capitals("NGUYỄN VăN A")
    assert not is_capitals("")
    assert not is_capitals("11")


@pytest.mark.parametrize(
    ("office", "none"),
    [
        ("Bí thư Đoàn phường", "Công chức Văn phòng - Thống kê"),
        ("Tổ trưởng Tổ tự quản ngõ 14", "Tổ viên Tổ tự quản ngõ 14"),
        ("Phó Trưởng phòng Tài chính", "Chuyên viên, Phòng Tài chính"),
        ("Chi hội trưởng Phụ nữ", "Người dân, chạy xe ba gác"),
        ("Tổng phụ trách Đội", "Giáo viên Trường Tiểu học"),
        ("ỦY VIÊN THƯỜNG TRỰC", "Chủ quán cơm"),
        ("Phó Giám đốc", "Nhân viên"),
    ],
)
def test_an_office_is_told_from_an_occupation(office: str, none: str) -> None:
    assert is_office(office)
    assert not is_office(none)
    assert not is_office("")
