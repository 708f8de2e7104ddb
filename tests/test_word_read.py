"""Word files from anybody: hostile ones get one sentence, honest ones are read as their reader sees them."""

import io
import struct
import zipfile

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.diagnostic import Refused
from thidua_cli.word.document import Table, read
from thidua_cli.word.package import MAX_PART
from thidua_cli.word.tokens import label_length, tokens

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(document: bytes | str, **parts: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
        for name, data in parts.items():
            package.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def body(inner: str) -> bytes:
    return packed(f"<w:document {W}><w:body>{inner}</w:body></w:document>")


def plain(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lying_directory() -> bytes:
    """A bomb whose directory promises ten bytes: the bound must hold for what comes out."""
    data = bytearray(packed(b" " * (MAX_PART * 4)))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


ENTITIES = f'<!DOCTYPE w [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><w:document {W}><w:body/></w:document>'
FILE = f'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>&a;</w:body></w:document>'
HOSTILE = {
    "empty": b"",
    "no zip": b"PK not a zip at all",
    "old word": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "truncated": plain("một", "hai")[:-400],
    "half": plain("một", "hai")[:3000],
    "another zip": packed("x").replace(b"word/document.xml", b"word/dokument.xml"),
    "bomb": packed(b" " * (MAX_PART + 1)),
    "lying bomb": lying_directory(),
    "entities": packed(ENTITIES),
    "outside file": packed(FILE),
    "entities in utf-16": packed(ENTITIES.encode("utf-16")),
    "entities in properties": packed(
        f"<w:document {W}><w:body/></w:document>", **{"docProps__custom.xml": ENTITIES, "word__styles.xml": ENTITIES}
    ),
    "broken xml": packed(f"<w:document {W}><w:body><w:p></w:body></w:document>"),
    "deep": body("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
    "not xml": packed(b"\xff\xfe\x00\x01 nothing"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_sentence(name: str) -> None:
    with pytest.raises(Refused) as caught:
        read(HOSTILE[name])

    assert str(caught.value)
    assert caught.value.remedy
    assert not any(word in str(caught.value) for word in ("Error", "Traceback", "invalid", "zip"))


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_bytes_are_read_or_refused(data: st.DataObject) -> None:
    good = bytearray(plain("Số: 05/TTr-UBND", "ngày 05 tháng 02 năm 2024"))
    for _ in range(data.draw(st.integers(1, 12))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    changed = bytes(good[: data.draw(st.integers(0, len(good)))])
    for candidate in (changed, bytes(good)):
        try:
            document = read(candidate)
        except Refused:
            continue
        assert all(one.where for one in document.paragraphs())


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    text = (
        f"<w:p>{run.format('có ')}<w:del><w:r><w:delText>năm</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('sáu')}</w:ins><w:hyperlink>{run.format(' người')}</w:hyperlink>"
        "<w:r><w:tab/><w:t>họp</w:t><w:br/><w:t>xét</w:t><w:noBreakHyphen/></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )

    assert [one.text for one in read(body(text)).paragraphs()] == ["có sáu người họp xét-"]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = (
        f"<w:p><w:r><w:t>ngoài</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert [one.text for one in read(body(text)).paragraphs()] == ["ngoài", "trong khung"]


def test_format_comes_through_styles_and_defaults() -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Heading 1"].font.size = Pt(20)
    document.add_paragraph("thường")
    document.add_paragraph("đề mục", style="Heading 1")
    document.add_paragraph().add_run("riêng").font.name = "Times New Roman"
    out = io.BytesIO()
    document.save(out)
    first, second, third = [one for one in read(out.getvalue()).paragraphs() if one.text]

    assert (first.pieces[0].look.face, first.pieces[0].look.size) == ("Arial", 11)
    assert second.pieces[0].look.size == 20
    assert second.pieces[0].look.bold
    assert third.pieces[0].look.face == "Times New Roman"


def test_rows_and_cells_say_where_they_stand() -> None:
    document = docx.Document()
    table = document.add_table(2, 3, style="Table Grid")
    table.rows[1].cells[2].text = "96,50%"
    out = io.BytesIO()
    document.save(out)
    block = next(one for one in read(out.getvalue()).blocks if isinstance(one, Table))

    assert block.ruled
    assert block.rows[1].where == "bảng 1, hàng 2"
    assert block.rows[1].cells[2].text == "96,50%"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ngày 05 tháng 7 năm 2024", "5/7/2024", True),
        ("ngày 05 tháng 7 năm 2024", "05/07/2024", True),
        ("ngày 5 tháng 7 năm 2024", "ngày 7 tháng 5 năm 2024", False),
        ("14 giờ 00", "14h00", True),
        ("14 giờ 00", "14 giờ", True),
        ("96,50%", "96,5%", True),
        ("96,50%", "96,05%", False),
        ("06 người", "6 người", True),
        ("4.053.000.000 đồng", "4053000000 đồng", True),
        ("1.246", "1,246", False),
        ("05/TTr-UBND", "5/TTr-UBND", True),
        ("05/TTr-UBND", "50/TTr-UBND", False),
        ("thủy", "thuỷ", True),
        ("98/2023/NĐ-CP", "98/2022/NĐ-CP", False),
    ],
)
def test_two_spellings_of_one_fact_are_one_token(one: str, other: str, same: bool) -> None:
    assert ([t.key for t in tokens(one)] == [t.key for t in tokens(other)]) is same


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("II. Kết quả", "Kết quả"),
        ("a) Ông", "Ông"),
        ("đ) Ông", "Ông"),
        ("- Lưu", "Lưu"),
        ("1.246 hồ sơ", "1.246 hồ sơ"),
    ],
)
def test_labels_follow_from_their_place(text: str, rest: str) -> None:
    assert text[label_length(text) :] == rest
