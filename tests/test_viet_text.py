"""viet.text: hand-written tables first, then laws that hold for any text at all."""

import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.viet.text import (
    fold,
    has_control,
    nfc,
    place_tone,
    slug,
    strip_marks,
    suggest,
    uncapital,
    visible,
)

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐEÊOÔƠUƯYáàảãạấầẩẫậéẻóòỏõọúùủũụýỳỷỹỵ\u0300\u0301\u0323 -–1_")
ANY_TEXT = st.one_of(VIETNAMESE, st.text(), st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("HÒA", "Hoà"),
        ("Ủy ban", "Uỷ ban"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("toàn", "tòan"),
        ("quý", "qúy"),
        ("Nguyễn", normalize("NFD", "Nguyễn")),
        ("ấ", "a\u0301\u0302"),
        ("Thi đua - Khen thưởng", "thi đua – khen thưởng"),
        ("A - B", "a — b"),
        ("Phòng  Nội\u00a0vụ ", "Phòng Nội vụ"),
        ("“Quyết tâm”", '"quyết tâm"'),
        ("K’Sor", "k'sor"),
        ("ĐỖ", "Ðỗ"),  # Đ against eth
        ("Lan\u200b", "Lan"),
        ("", "  "),
    ],
)
def test_fold_forgives(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoa", "hòa"),
        ("hòa", "hóa"),
        ("má", "mã"),
        ("đạt", "dat"),
        ("o", "ô"),
        ("nội vụ", "nộivụ"),
        ("hò a", "ho à"),
        ("Lý", "Lí"),
        ("résumé", "résume"),
    ],
)
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANY_TEXT)
@example("re\u0301su\u0300me\u0323")
@example("\u0345\u0301α")
def test_fold_is_idempotent_and_blind_to_unicode_form(s: str) -> None:
    assert fold(fold(s)) == fold(s)
    assert fold(normalize("NFD", s)) == fold(normalize("NFC", s)) == fold(s)


@given(VIETNAMESE)
def test_fold_is_blind_to_capitals(s: str) -> None:
    assert fold(s.upper()) == fold(s.lower()) == fold(s)


def test_nfc_composes() -> None:
    assert nfc("e\u0302\u0323") == "\u1ec7"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Đỗ Thị Hòa", "Do Thi Hoa"),
        ("NGƯỠNG đường", "NGUONG duong"),
        (normalize("NFD", "Ứng Hòa"), "Ung Hoa"),
        ("한글 ok", "한글 ok"),
        ("", ""),
    ],
)
def test_strip_marks(text: str, bare: str) -> None:
    assert strip_marks(text) == bare


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Võ Thị Thu Hà", "vo-thi-thu-ha"),
        ("Phòng Tài chính - Kế hoạch, Quận 11", "phong-tai-chinh-ke-hoach-quan-11"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "con-ten"),
        ("Côn", "con-ten"),
        ("COM1", "com1-ten"),
        ("lpt¹", "lpt1-ten"),
        ("Con 1", "con-1"),
        ("---", "khong-ten"),
        ("", "khong-ten"),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


def test_slug_is_cut_between_words_and_checked_after_the_cut() -> None:
    assert slug("một hai ba bốn", limit=10) == "mot-hai-ba"
    assert slug("một hai bảy bốn", limit=10) == "mot-hai"
    assert slug("x" * 99, limit=10) == "x" * 10
    assert slug("nul " + "x" * 99, limit=10) == "nul-ten"


@given(ANY_TEXT, st.integers(10, 80))
def test_slug_is_a_safe_file_name(s: str, limit: int) -> None:
    name = slug(s, limit)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= limit
    devices = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
    assert name not in devices


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("hòa", "hoà"),
        ("Hóa", "Hoá"),
        ("HỎA", "HOẢ"),
        ("khỏe", "khoẻ"),
        ("Ủy ban", "Uỷ ban"),
        ("ỦY BAN", "UỶ BAN"),
        ("thủy, lũy; tùy.", "thuỷ, luỹ; tuỳ."),
        ("ngụy", "nguỵ"),
        ("Khánh Hòa-Phú Thọ", "Khánh Hoà-Phú Thọ"),
    ],
)
def test_place_tone(early: str, late: str) -> None:
    for text in (early, late, normalize("NFD", early)):
        assert place_tone(text, "òa, úy") == early
        assert place_tone(text, "oà, uý") == late


@pytest.mark.parametrize(
    "text",
    ["quý", "qúy", "quỳ", "quà", "toán", "hoàn", "ngoài", "khuỷu", "thuyền", "huyện", "của", "mía"],
)
def test_place_tone_leaves_the_rest(text: str) -> None:
    assert place_tone(text, "òa, úy") == text
    assert place_tone(text, "oà, uý") == text


@given(VIETNAMESE)
@example("hoà quý hòa uỷ")
def test_place_tone_goes_round(s: str) -> None:
    early, late = place_tone(s, "òa, úy"), place_tone(s, "oà, uý")
    assert place_tone(early, "oà, uý") == late
    assert place_tone(late, "òa, úy") == early
    assert place_tone(early, "òa, úy") == early
    assert fold(early) == fold(late) == fold(s)


KEYS = ["ho_ten", "chuc_vu", "ngay_hop", "ngay_sinh", "so_ky_hieu", "gioi_tinh", "ten_don_vi"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("họ tên", "ho_ten"),
        ("Họ và tên", "ho_ten"),
        ("hoten", "ho_ten"),
        ("ho-ten", "ho_ten"),
        ("Hoạ tên", "ho_ten"),
        ("chuc_vụ", "chuc_vu"),
        ("chcu_vu", "chuc_vu"),
        ("gioitinhs", "gioi_tinh"),
        ("số ký hiệu văn bản", "so_ky_hieu"),
        ("sinh", "ngay_sinh"),
        ("ngay", None),  # two dates fit equally well
        ("ngay_ky", None),
        ("minh_chung", None),
        ("", None),
        ("…", None),
        ("x" * 5000, None),
    ],
)
def test_suggest(typed: str, meant: str | None) -> None:
    assert suggest(typed, KEYS) == meant
    assert suggest(typed, reversed(KEYS)) == meant


def test_suggest_ten_when_one_name_only_is_asked() -> None:
    assert suggest("ten", ["ho_ten", "chuc_vu"]) == "ho_ten"


def test_suggest_prefers_the_same_marks_and_the_longer_agreement() -> None:
    assert suggest("ĐẠT", ["dat", "đạt"]) == "đạt"
    assert suggest("không đạt yêu cầu", ["đạt", "không đạt"]) == "không đạt"


def test_suggest_takes_no_short_word_for_another() -> None:
    assert suggest("hop", ["nop"]) is None
    assert suggest("họp", ["hop"]) == "hop"


def test_suggest_never_changes_a_digit() -> None:
    assert suggest("Q11-T4", ["Q11-T1", "Q11-T2"]) is None
    assert suggest("quan-11-2024-60-ngy-dem", ["quan-11-2024-60-ngay-dem"]) is not None


@given(ANY_TEXT, st.lists(ANY_TEXT))
def test_suggest_answers_with_a_candidate_or_none(word: str, known: list[str]) -> None:
    assert suggest(word, known) in [*known, None]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Lê Thị Hòa", False),
        ("dòng một\r\ndòng hai\tcột", False),
        ("“Quyết tâm” – 100%", False),
        ("a\x1b[31mđỏ", True),
        ("a\0b", True),
        ("a\x7f", True),
        ("a\x9b31m", True),
        ("abc\u202efdp.exe", True),
        ("\ud800", True),
    ],
)
def test_has_control(text: str, holds: bool) -> None:
    assert has_control(text) is holds


def test_visible() -> None:
    assert visible("a\x1b[31mđỏ\n\t\0") == "a␛[31mđỏ␊␉␀"
    assert visible("\x7f\x9b\u202e\ud800") == "␡\ufffd\ufffd\ufffd"
    assert visible("Lê Thị Hòa – “99%”") == "Lê Thị Hòa – “99%”"


@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)))
def test_visible_is_safe_and_keeps_columns(s: str) -> None:
    shown = visible(s)
    assert len(shown) == len(s)
    assert not has_control(shown)
    assert not set(shown) & set("\t\r\n")
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chủ tịch Hội đồng", "chủ tịch Hội đồng"),
        ("CC VP-TK", "CC VP-TK"),
        ("UBND phường", "UBND phường"),
        ("Ủy viên", "ủy viên"),
        ("Ý kiến", "ý kiến"),
        ("", ""),
    ],
)
def test_an_abbreviation_keeps_its_capital_within_a_sentence(text: str, shown: str) -> None:
    assert uncapital(text) == shown
