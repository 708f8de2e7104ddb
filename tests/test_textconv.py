"""Word and Excel as lines for git: what stands there is shown, and a hostile package is refused in a sentence."""

import contextlib
import zipfile
from collections.abc import Callable
from datetime import date, time
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from branches import git, save
from hypothesis import given, settings
from hypothesis import strategies as st
from running import thidua

from thidua_cli.diagnostic import Refused
from thidua_cli.sheet.opening import open_workbook
from thidua_cli.textconv import LARGEST, plain_lines
from thidua_cli.word.document import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str) -> bytes:
    paper = docx.Document()
    for words in paragraphs:
        paper.add_paragraph(words)
    table = paper.add_table(rows=2, cols=2)
    for row, name in enumerate(("Lê Thị Cẩm", "Trần Văn Bình")):
        table.cell(row, 0).text, table.cell(row, 1).text = str(row + 1), name
    inner = table.cell(1, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "trong ô"
    paper.sections[0].footer.paragraphs[0].text = "Lưu: VT"
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def package(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def test_word_gives_paragraphs_tables_and_footers_in_order() -> None:
    lines = [line for line in plain_lines(word("TỜ TRÌNH", "Hai dòng\nmột đoạn")) if line]

    assert lines == [
        "TỜ TRÌNH",
        "Hai dòng",
        "một đoạn",
        "| 1 | Lê Thị Cẩm |",
        "| 2 | Trần Văn Bình / | trong ô | |",
        "== footer1 ==",
        "Lưu: VT",
    ]


def test_tracked_changes_say_so() -> None:
    body = (
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Số </w:t></w:r><w:del><w:r><w:delText>01</w:delText></w:r>'
        "</w:del><w:ins><w:r><w:t>02</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )

    assert list(plain_lines(package(word__document_xml=body.encode()))) == ["Số [xóa: 01][thêm: 02]"]


def test_a_file_saved_as_strict_open_xml_reads_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Số 01</w:t></w:r></w:p></w:body></w:document>'

    assert list(plain_lines(package(word__document_xml=body.encode()))) == ["Số 01"]


def test_excel_gives_sheets_rows_dates_and_formulas() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Cá nhân"
    sheet.append(["TT", "Họ và tên", "Ngày sinh", "Số"])
    sheet.append([1, "Lê Thị\nCẩm", date(1988, 2, 20), "001234567012"])
    sheet.append([2, "Trần Văn Bình", date(1990, 7, 5), time(12, 0)])
    sheet["F4"] = "=SUM(A2:A2)"
    out = BytesIO()
    book.save(out)

    assert list(plain_lines(out.getvalue())) == [
        "== Cá nhân ==",
        "TT | Họ và tên | Ngày sinh | Số",
        "1 | Lê Thị ⏎ Cẩm | 20/02/1988 | 001234567012",
        "2 | Trần Văn Bình | 05/7/1990 | 0.5",
        " |  |  |  |  |  (=SUM(A2:A2))",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không phải tệp Word"),
        (b"PK\x03\x04 ", "không phải tệp Word"),
        (package(mimetype=b"x"), "không phải tệp Word"),
        (package(word__document_xml=b"<w:a"), "bị hỏng"),
        (package(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "khai báo XML"),
        (
            package(
                word__document_xml='<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")
            ),
            "khai báo XML",
        ),
        (package(word__document_xml=b" " * (LARGEST + 1)), "quá lớn"),
        (package(word__document_xml=b"<a>" * 5000 + b"</a>" * 5000), "lồng quá 200 bậc"),
    ],
)
def test_a_package_that_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        list(plain_lines(data))


@pytest.mark.parametrize("reader", [lambda data: list(plain_lines(data)), read, lambda data: open_workbook(data, "ds")])
def test_a_part_whose_packing_is_torn_is_refused_by_every_reader(reader: Callable[[bytes], object]) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as made:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            made.writestr(name, "".join(f"<a>{number}</a>" for number in range(500)))
    data = bytearray(out.getvalue())
    for name in (b"_rels/.rels", b"word/document.xml"):
        at = data.index(name) + len(name) + 9
        data[at : at + 20] = b"\xff" * 20

    with pytest.raises(Refused, match="bị hỏng"):
        reader(bytes(data))


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3000))
def test_damage_never_raises_anything_else(junk: bytes, at: int) -> None:
    data = word("một")
    with contextlib.suppress(Refused):
        list(plain_lines(data[:at] + junk + data[at + len(junk) :]))


def test_git_shows_a_changed_word_file_by_its_words(tmp_path: Path) -> None:
    import sys

    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("*.docx diff=thidua\n", encoding="utf-8")
    command = f'"{sys.executable}" -c "from thidua_cli.cli import main; main()" textconv'
    git(tmp_path, "config", "diff.thidua.textconv", command)
    (tmp_path / "a.docx").write_bytes(word("Đề nghị Giấy khen"))
    save(tmp_path, "một")
    (tmp_path / "a.docx").write_bytes(word("Đề nghị Bằng khen"))
    told = git(tmp_path, "diff")

    assert "-Đề nghị Giấy khen" in told
    assert "+Đề nghị Bằng khen" in told


def test_the_verb_shows_nothing_a_terminal_obeys(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(
        package(
            word__document_xml=(
                f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>a\u202e\x9bb</w:t></w:r></w:p></w:body></w:document>'
            ).encode()
        )
    )

    assert thidua("textconv", tmp_path / "a.docx").stdout == "a\ufffd\ufffdb\n"
    done = thidua("textconv", tmp_path / "khong.docx")
    assert done.returncode == 2
    assert "không có tệp" in done.stderr
