"""Legacy fonts: the TCVN3 table agrees with iconv letter by letter, VNI with a table written by hand."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.viet.legacy import TCVN3, by_content, by_font, convert
from thidua_cli.viet.spelling import is_vietnamese

NAMES = [
    # as the bytes stand in a workbook, as the font shows them
    ("TrÇn ThÞ NguyÖt", "TCVN3", "Trần Thị Nguyệt"),
    ("§ç V¨n H­ëng", "TCVN3", "Đỗ Văn Hưởng"),
    ("ñy ban nh©n d©n Ph­êng 17", "TCVN3", "ủy ban nhân dân Phường 17"),
    ("Nguyeãn Thò Hoàng Yeán", "VNI", "Nguyễn Thị Hồng Yến"),
    ("Ñoã Vaên Höôûng", "VNI", "Đỗ Văn Hưởng"),
    ("Traàn Quyønh Nhö", "VNI", "Trần Quỳnh Như"),
    ("ÑAËNG THÒ MYÕ LEÄ", "VNI", "ĐẶNG THỊ MỸ LỆ"),
    ("Kyù xaõ Hieäp Bình", "VNI", "Ký xã Hiệp Bình"),
]


@pytest.mark.skipif(shutil.which("iconv") is None, reason="không có iconv")
def test_the_tcvn3_table_agrees_with_iconv_on_all_letters() -> None:
    for byte in range(1, 256):
        said = subprocess.run(
            ["iconv", "-f", "TCVN", "-t", "UTF-8"], input=bytes([byte]), capture_output=True, check=True
        )
        letter = said.stdout.decode()
        if letter.isalpha() and not letter.isascii():
            assert TCVN3[byte] == letter, hex(byte)
        elif byte < 0x80:
            assert byte not in TCVN3, hex(byte)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="không có iconv")
@given(st.text("ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ Nguyen", min_size=1, max_size=30))
def test_what_iconv_writes_in_tcvn3_reads_back(text: str) -> None:
    back = {letter: byte for byte, letter in TCVN3.items() if byte >= 0x80}
    typed = "".join(chr(back.get(sign, ord(sign))) for sign in text)

    assert convert(typed, "TCVN3") == text


@pytest.mark.parametrize(("typed", "encoding", "meant"), NAMES)
def test_names_convert_exactly_and_are_recognised_by_content(typed: str, encoding: str, meant: str) -> None:
    assert convert(typed, encoding) == meant  # type: ignore[arg-type]
    assert by_content(typed) == (meant, encoding)


def test_a_font_says_what_its_text_is() -> None:
    assert by_font("§ç V¨n H­ëng", ".VnTime") == "Đỗ Văn Hưởng"
    assert by_font("§ç V¨n H­ëng", ".VnTimeH") == "ĐỖ VĂN HƯỞNG"
    assert by_font("Lan Anh", ".VnArialH") == "LAN ANH"
    assert by_font("Ñoã Vaên Höôûng", "VNI-Times") == "Đỗ Văn Hưởng"
    assert by_font("Đỗ Văn Hưởng", ".VnTime") == "Đỗ Văn Hưởng", "already Unicode"
    assert by_font("m« h×nh “mét cöa”", ".VnTime") == "mô hình “một cửa”", "curly quotes stay"
    assert by_font("Đỗ Văn Hưởng", "Times New Roman") == "Đỗ Văn Hưởng"


@pytest.mark.parametrize(
    "text",
    ["Đỗ Văn Hưởng", "Hà", "Hoà", "Lê Thị Á", "H’Hen Niê", "Y Êban", "Peña", "© Công ty Hòa", "25 °C", "100 m²", 
     "Trà Ôn", "café", "Ô Môn", "Tôn Nữ Ái Vy", "naïve Müller"],
)  # fmt: skip
def test_what_is_no_legacy_text_stays(text: str) -> None:
    assert by_content(text) is None


def test_syllables() -> None:
    for word in ("nghiêng", "quý", "giữ", "Thuở", "khuya", "đường", "Ý", "xoèn", "gìn", "Huỳnh", "rượu"):
        assert is_vietnamese(word), word
    for word in ("V¨n", "ệễ", "nguye", "hoángg", "ßt", "zô"):
        assert not is_vietnamese(word), word
