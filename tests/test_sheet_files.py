"""Files of every kind, import into a repository, provenance, the annotated copy, and what is written when."""

import json
import re
import shutil
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from running import thidua
from test_sheet_shapes import SIMPLE
from workbook_maker import CAMPAIGN, OFFICE, ROOT, imported, refused, said, values, workbook

from thidua_cli.book import read_book
from thidua_cli.diagnostic import Refused
from thidua_cli.model.nomination import Imported
from thidua_cli.render.values import Desk, slip_values
from thidua_cli.rules import inspect
from thidua_cli.sheet import open_xlsx
from thidua_cli.sheet.annotate import annotated
from thidua_cli.sheet.opening import open_workbook

WORKBOOKS = ROOT / "tests" / "workbooks"
NOMINATIONS = f"campaigns/{CAMPAIGN}/nominations"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A copy of the example office in a folder with marks and spaces in its name."""
    shutil.copytree(OFFICE, tmp_path / "Hồ sơ Quận 11")
    return tmp_path / "Hồ sơ Quận 11"


def files(top: Path) -> dict[str, bytes]:
    return {str(path.relative_to(top)): path.read_bytes() for path in top.rglob("*") if path.is_file()}


# -- other formats -----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_old_and_foreign_workbooks(ending: str) -> None:
    name = f"phuong-17.{ending}"
    outcome = imported((WORKBOOKS / name).read_bytes(), name)

    assert refused(outcome) == []
    assert values(outcome) == [
        {"doi_tuong": "cá nhân", "ho_ten": "Nguyễn Văn Thử", "ngay_sinh": "05/3/1980", "so_dinh_danh": "079080001234",
         "chuc_vu": "Chuyên viên", "don_vi": "ubnd-phuong-17", "hinh_thuc_de_nghi": "Giấy khen quận"},
        {"doi_tuong": "cá nhân", "ho_ten": "Trần Thị Hai", "ngay_sinh": "12/5/1985",
         "chuc_vu": "Chuyên viên", "don_vi": "ubnd-phuong-17", "hinh_thuc_de_nghi": "Giấy khen quận"},
        {"doi_tuong": "cá nhân", "ho_ten": "Lê Văn Ba", "nam_sinh": "1990",
         "chuc_vu": "Chuyên viên", "don_vi": "phong-tckh", "hinh_thuc_de_nghi": "Giấy khen quận"},
    ]  # fmt: skip
    assert outcome.changes[0].draft.cells["ngay_sinh"] == "C6"
    (blind,) = (message for sheet, _, message in said(outcome, "TD165") if not sheet and ending in message)
    assert "không cho biết dòng ẩn" in blind
    assert "ô báo lỗi (#REF!, #N/A) đọc như ô trống" in blind
    assert ("ô trộn" in blind) is (ending == "ods")
    assert [cell for _, cell, _ in said(outcome, "TD163")] == ["B7"]


ROWS = "STT;Họ và tên;Năm sinh;Đơn vị;Hình thức\n1;Nguyễn Văn Thử;1980;UBND Phường 17;Giấy khen quận\n"


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.replace(";", "\t").encode("utf-16"),
        ROWS.replace(";", ",").replace("\n", "\r\n").encode(),
    ],
)
def test_csv_in_the_ways_excel_saves_it(data: bytes) -> None:
    outcome = imported(data, "ds.csv")

    assert refused(outcome) == []
    assert values(outcome)[0]["ho_ten"] == "Nguyễn Văn Thử"
    assert outcome.changes[0].draft.cells["nam_sinh"] == "C2"


SUMMED = (
    "STT;Họ và tên;Đơn vị;Hình thức;Tóm tắt thành tích\n"
    "1;Nguyễn Văn Thử;UBND Phường 17;Giấy khen quận;{}\n2;Trần Thị Hai;UBND Phường 17;Giấy khen quận;tốt\n"
)


@pytest.mark.parametrize("cell", ['"Khung giờ xanh', '"Khung giờ xanh" giảm 30%', f'"{"a" * 140_000}'])
def test_a_quotation_mark_nobody_closed_is_said_with_its_line_and_takes_no_row_with_it(cell: str) -> None:
    with pytest.raises(Refused, match="dòng 2: dấu ngoặc kép"):
        imported(SUMMED.format(cell).encode(), "ds.csv")


@pytest.mark.parametrize(
    ("cell", "read"),
    [('"Khung ""giờ xanh""\nhai dòng"', 'Khung "giờ xanh" hai dòng'), ('Giải pháp "Khung giờ xanh"', 'Giải pháp "Khung giờ xanh"')],
)  # fmt: skip
def test_quotation_marks_closed_as_excel_closes_them_are_read(cell: str, read: str) -> None:
    outcome = imported(SUMMED.format(cell).encode(), "ds.csv")

    assert refused(outcome) == []
    assert [one["tom_tat_thanh_tich"] for one in values(outcome)] == [read, "tốt"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ROWS.encode("cp1258", "replace"), "CSV theo UTF-8"),
        (b"PK\x03\x04broken", "hỏng"),
        (b"%PDF-1.4\n\x00\x01", "là PDF, không phải bảng tính"),
        (b"%PDF-1.4 junk", "là PDF, không phải bảng tính"),
        (b"", "tệp trống"),
        (b"\xef\xbb\xbf\r\n", "tệp trống"),
        ("\r\n<HTML><table><tr><td>Họ và tên</td></tr></table></HTML>".encode(), "trang web .*không phải bảng tính"),
        (b'<?xml version="1.0"?><Workbook/>', "không phải bảng tính"),
        (b"{\\rtf1 STT}", "RTF, không phải bảng tính"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "mật khẩu hoặc bị hỏng"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_reason(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        open_workbook(data, "ds")


@pytest.mark.parametrize("before", [b"", b"<!--" + b" " * 200_000 + b"-->"], ids=["at the top", "far down"])
def test_a_workbook_with_entity_declarations_is_refused(before: bytes) -> None:
    def declared(text: bytes) -> bytes:
        return b'<?xml version="1.0"?>' + before + b'<!DOCTYPE a [<!ENTITY b "c">]>' + text.partition(b"?>")[2]

    with pytest.raises(Refused, match="khai báo XML"):
        imported(altered(declared))


def altered(change: Callable[[bytes], bytes], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A simple list with one part of its package changed."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook(SIMPLE))) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def below_the_list(rows: bytes) -> bytes:
    """A simple list with more rows."""
    return altered(lambda text: text.replace(b"</sheetData>", rows + b"</sheetData>"))


def test_rows_beyond_those_of_excel_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = len(imported(below_the_list(b"")).changes)
    there = sum(1 for _ in open_workbook(workbook(SIMPLE), "ds").grids[0].rows())
    monkeypatch.setattr(open_xlsx, "MAX_ROWS", 5_000)

    assert len(imported(below_the_list(b"<row><c/></row>" * (5_000 - there))).changes) == listed
    with pytest.raises(Refused, match="bung ra quá lớn"):
        imported(below_the_list(b"<row><c/></row>" * (5_001 - there)))


@pytest.mark.parametrize(
    ("part", "before", "much"),
    [
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<row>" + b"<c/>" * 600_000 + b"</row>"),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<row/>" * 17_000_000),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<a/>" * 600_000),
        ("xl/styles.xml", b"<fonts", b"<a/>" * 6_000_000),
    ],
    ids=["one row", "a large sheet", "before the rows", "styles"],
)
def test_a_workbook_that_is_a_bomb_is_refused(part: str, before: bytes, much: bytes) -> None:
    data = altered(lambda text: text.replace(before, much + before, 1), part)

    assert len(data) < 1_000_000
    with pytest.raises(Refused, match="bung ra quá lớn"):
        imported(data)


def test_words_that_begin_like_merged_cells_are_passed_over_once() -> None:
    """Looked through to the end from each of them, these would take minutes."""
    data = below_the_list(b"<!--" + b"<mergeCell " * 100_000 + b"-->")

    assert len(imported(data).changes) == len(imported(workbook(SIMPLE)).changes)


SOUND = [workbook(SIMPLE), *(path.read_bytes() for path in sorted(WORKBOOKS.iterdir()))]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_whatever_raise_anything_but_a_refusal(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(SOUND))
    broken = bytearray(whole)
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=12)):
        broken[at] = byte
    cut = bytes(broken[: data.draw(st.integers(1, len(whole)))])
    with suppress(Refused):
        imported(cut)


PART = st.text(st.sampled_from("0123456789AZaz <>/=&;\"'!:.-"), max_size=12)


@settings(max_examples=100, deadline=None)
@given(PART, PART, PART)
def test_no_attribute_of_a_cell_raises(reference: str, style: str, value: str) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        f'<c r={quoteattr(reference)} s={quoteattr(style)} t="s"><v>{escape(value)}</v></c></row></sheetData></worksheet>'
    )
    out = BytesIO()
    with ZipFile(BytesIO(workbook(SIMPLE))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    with suppress(Refused):
        imported(out.getvalue())


# -- long lists --------------------------------------------------------------------------------------

HEADS = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị", "Hình thức đề nghị", "Tóm tắt thành tích")


def long_list(rows: int) -> bytes:
    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"constant_memory": True})
    page = made.add_worksheet("DS")
    for at, head in enumerate(HEADS):
        page.write_string(0, at, head)
    for row in range(1, rows + 1):
        cells = (
            str(row),
            f"Nguyễn Văn Số {row}",
            "nam",
            "05/3/1980",
            "Chuyên viên",
            "UBND Phường 17",
            "Giấy khen quận",
        )
        for at, value in enumerate((*cells, f"Giải quyết {row} hồ sơ trong 30 ngày")):
            page.write_string(row, at, value)
    made.close()
    return out.getvalue()


def test_five_thousand_rows_import_whole() -> None:
    outcome = imported(long_list(5000))

    assert refused(outcome) == []
    assert len({change.id for change in outcome.changes}) == 5000
    assert outcome.changes[-1].draft.cells["tom_tat_thanh_tich"] == "H5001"


def test_memory_grows_with_the_records_and_no_faster() -> None:
    def peak(rows: int) -> int:
        data = long_list(rows)
        imported(long_list(10))
        tracemalloc.start()
        outcome = imported(data)
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert len(outcome.changes) == rows
        return held

    small, large = peak(250), peak(2500)

    assert large < 11 * small
    assert large / 2500 < 12_000, "bytes a record, its text and its cells"


# -- into the repository -----------------------------------------------------------------------------


def test_preview_writes_nothing_and_write_writes_the_files(top: Path, tmp_path: Path) -> None:
    (tmp_path / "ds.xlsx").write_bytes(workbook(SIMPLE))
    before = files(top)

    preview = thidua("import", tmp_path / "ds.xlsx", "--repo", top)
    assert preview.returncode == 0
    assert files(top) == before
    assert "2 mới, 0 thay đổi, 0 như cũ" in preview.stdout
    assert "Chưa ghi gì" in preview.stdout

    written = thidua("import", tmp_path / "ds.xlsx", "--repo", top, "--write")
    assert written.returncode == 0, written.stderr
    new = {path: data for path, data in files(top).items() if path not in before}
    assert {path: data for path, data in files(top).items() if path in before} == before
    assert set(new) == {
        f"{NOMINATIONS}/ubnd-phuong-17/nguyen-van-thu.yaml",
        f"{NOMINATIONS}/phong-tckh/tran-thi-hai.yaml",
    }
    assert new[f"{NOMINATIONS}/ubnd-phuong-17/nguyen-van-thu.yaml"].decode() == (
        "doi_tuong: cá nhân\nho_ten: Nguyễn Văn Thử\ngioi_tinh: nam\nngay_sinh: 05/3/1980\nchuc_vu: Chuyên viên\n"
        "don_vi: ubnd-phuong-17\nhinh_thuc_de_nghi: Giấy khen quận\n"
        "nguon_nhap:\n  tep: ds.xlsx\n  trang: Danh sách\n  dong: 2\n  o:\n"
        "    gioi_tinh: C2\n    ngay_sinh: D2\n    chuc_vu: E2\n    don_vi: F2\n    hinh_thuc_de_nghi: G2\n    ho_ten: B2\n"
    )
    again = thidua("import", tmp_path / "ds.xlsx", "--repo", top)
    assert "0 mới, 0 thay đổi, 2 như cũ" in again.stdout


def test_a_folder_is_said_to_be_one(top: Path) -> None:
    done = thidua("import", ".", "--repo", top, cwd=top)

    assert done.returncode == 2
    assert ". là thư mục" in done.stderr
    assert "không có khong-co.xlsx" in thidua("import", "khong-co.xlsx", "--repo", top, cwd=top).stderr


def test_an_answer_that_leads_nowhere_stops_the_import(top: Path, tmp_path: Path) -> None:
    (tmp_path / "ds.xlsx").write_bytes(workbook(SIMPLE))
    (tmp_path / "tra-loi.yaml").write_text("don_vi:\n  P18: phuong-18\ncot:\n  KT: hinh_thuc\n", encoding="utf-8")
    done = thidua("import", tmp_path / "ds.xlsx", "--repo", top, "--map", tmp_path / "tra-loi.yaml")

    assert done.returncode == 2
    assert "tra-loi.yaml:4: khóa “hinh_thuc” không có (và 1 chỗ khác)" in done.stderr


def test_one_bad_cell_stops_all(top: Path, tmp_path: Path) -> None:
    (tmp_path / "ds.xlsx").write_bytes(workbook(SIMPLE.replace("1985", "1985?")))
    before = files(top)

    done = thidua("import", tmp_path / "ds.xlsx", "--repo", top, "--write", "--update")

    assert done.returncode == 1
    assert files(top) == before
    assert "lỗi[TD160] trang Danh sách, ô D3: “1985?” không phải một ngày trên lịch" in done.stdout
    assert "1 lỗi ở 1 ô: chưa nhận dòng nào" in done.stdout


CHANGED = """
STT | Họ và tên  | Chức vụ               | Đơn vị         | Hình thức đề nghị | Tóm tắt thành tích
1   | Lê Thị Cẩm | Chuyên viên chính     | UBND Phường 17 | Giấy khen quận    |
2   | Trần Mới   | Chuyên viên           | UBND Phường 17 | Giấy khen quận    | Làm tốt
"""


HOA = """
STT | Họ và tên      | Ngày sinh | Chức vụ     | Đơn vị         | Hình thức đề nghị
1   | Nguyễn Thị Hòa | {} | Chuyên viên | UBND Phường 17 | Giấy khen quận
"""


def test_a_namesake_of_another_birthday_is_asked_about_and_nobody_is_lost(top: Path, tmp_path: Path) -> None:
    listed, answers = tmp_path / "ds.xlsx", tmp_path / "tra-loi.yaml"
    folder = top / "campaigns/quan-11-2024-60-ngay-dem/nominations/ubnd-phuong-17"

    def given(born: str, *more: str | Path) -> str:
        listed.write_bytes(workbook(HOA.format(born)))
        done = thidua("import", listed, "--repo", top, *more)
        return done.stdout + done.stderr

    assert "1 mới" in given("05/3/1990", "--write")
    first = (folder / "nguyen-thi-hoa.yaml").read_text("utf-8")
    asked = given("05/3/1975", "--write", "--update")
    assert "TD161" in asked
    assert "sinh ngày 05/3/1990, bảng ghi sinh ngày 05/3/1975: một người ghi nhầm hay hai người?" in asked
    assert "trung_ten → Nguyễn Thị Hòa, 05/3/1975: một người hay hai người" in asked
    assert (folder / "nguyen-thi-hoa.yaml").read_text("utf-8") == first
    assert "TD161" in given("1975")
    assert "TD161" not in given("1990")

    answers.write_text("trung_ten:\n  Nguyễn Thị Hòa, 05/3/1975: hai người\n", "utf-8")
    assert "1 mới" in given("05/3/1975", "--map", answers, "--write")
    assert (folder / "nguyen-thi-hoa.yaml").read_text("utf-8") == first
    assert "05/3/1975" in (folder / "nguyen-thi-hoa-2.yaml").read_text("utf-8")
    (folder / "nguyen-thi-hoa-2.yaml").unlink()

    answers.write_text("trung_ten:\n  Nguyễn Thị Hòa, 05/3/1975: một người\n", "utf-8")
    assert "0 mới, 1 thay đổi" in given("05/3/1975", "--map", answers, "--update")
    assert "05/3/1975" in (folder / "nguyen-thi-hoa.yaml").read_text("utf-8")


def test_a_person_already_there_is_shown_as_a_change_and_updated_only_when_asked(top: Path, tmp_path: Path) -> None:
    (tmp_path / "lan-2.xlsx").write_bytes(workbook(CHANGED))
    path = top / NOMINATIONS / "ubnd-phuong-17" / "le-thi-cam.yaml"
    before, all_before = path.read_text(encoding="utf-8"), files(top)
    old = re.search(r"^chuc_vu: (.*)$", before, re.MULTILINE)
    assert old is not None

    written = thidua("import", tmp_path / "lan-2.xlsx", "--repo", top, "--write")
    assert written.returncode == 0, written.stderr
    assert {path for path, data in files(top).items() if all_before.get(path) != data} == {
        f"{NOMINATIONS}/ubnd-phuong-17/tran-moi.yaml"
    }
    assert f"  - chuc_vu: {old[1]}" in written.stdout
    assert "  + chuc_vu: Chuyên viên chính  (trang Danh sách, ô C2)" in written.stdout
    assert "Đã ghi 1 tệp" in written.stdout
    assert "Giữ nguyên 1 trường hợp đã có mà bảng ghi khác; thêm --update" in written.stdout
    assert f"  {NOMINATIONS}/ubnd-phuong-17/le-thi-cam.yaml" in written.stdout

    done = thidua("import", tmp_path / "lan-2.xlsx", "--repo", top, "--update")
    assert done.returncode == 0, done.stdout + done.stderr
    after = path.read_text(encoding="utf-8")
    origin = re.compile(r"^nguon_nhap:\n(?:  .*\n)*", re.MULTILINE)
    assert origin.sub("", after) == origin.sub("", before).replace(old[0], "chuc_vu: Chuyên viên chính")
    assert after.startswith("# Công chức đề nghị Giấy khen quận"), "comments stay"
    assert "  tep: lan-2.xlsx\n" in after
    assert (top / NOMINATIONS / "ubnd-phuong-17" / "tran-moi.yaml").is_file()


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A ward where the Front proposes people who work in the quarters."""
    shutil.copytree(OFFICE.parent / "phuong-2026", tmp_path / "phuong")
    return tmp_path / "phuong"


TRI = """
STT | Họ và tên     | Ngày sinh  | Chức vụ                     | Đơn vị     | Hình thức đề nghị
1   | Hồ Quang Trí  | {}         | Tổ trưởng Tổ tự quản ngõ 14 | Khu phố 2  | Giấy khen phường
"""
FRONT = "ubmttq-phuong/ho-quang-tri"


@pytest.mark.parametrize(
    ("born", "unit", "new", "words"),
    [
        ("17/11/1963", [], False, f"hiểu là {FRONT} đã có"),
        ("", [], True, f"có thể đã có ở {FRONT}"),  # nothing says that he is the same
        ("17/11/1964", [], True, "đơn vị đề nghị lấy theo nơi công tác: Khu phố 2"),  # another man
        ("17/11/1963", ["--unit", "khu-pho-2"], True, f"có thể đã có ở {FRONT}"),
        ("17/11/1963", ["--unit", "ubmttq-phuong"], False, "0 mới"),
    ],
)
def test_who_another_unit_has_proposed_is_not_taken_for_new_in_silence(
    ward: Path, tmp_path: Path, born: str, unit: list[str], new: bool, words: str
) -> None:
    (tmp_path / "ds.xlsx").write_bytes(workbook(TRI.format(born)))
    done = thidua("import", tmp_path / "ds.xlsx", "--repo", ward, "--write", *unit)

    assert words in done.stdout
    assert ("1 mới" in done.stdout) is new
    assert ("lấy theo nơi công tác" in done.stdout) is (new and not unit)
    assert ("có thể đã có" in done.stdout) is ("có thể" in words)
    made = ward / "campaigns" / "ngo-sach-nha-xanh-2026" / "nominations" / "khu-pho-2" / "ho-quang-tri.yaml"
    assert made.is_file() is new


def test_a_unit_proposed_by_another_is_known_by_being_the_unit(ward: Path, tmp_path: Path) -> None:
    text = "STT | Tên tập thể | Hình thức đề nghị | Tóm tắt thành tích\n1 | Khu phố {} | Giấy khen phường | Làm tốt"
    (tmp_path / "co.xlsx").write_bytes(workbook(text.format(2)))
    (tmp_path / "moi.xlsx").write_bytes(workbook(text.format(3)))

    known = thidua("import", tmp_path / "co.xlsx", "--repo", ward).stdout
    assert "hiểu là ubmttq-phuong/khu-pho-2 đã có" in known
    assert "0 mới, 1 thay đổi" in known
    assert "1 mới" in thidua("import", tmp_path / "moi.xlsx", "--repo", ward).stdout


ONE = """
STT | Họ và tên | Ngày sinh | Số định danh | Đơn vị | Hình thức đề nghị
1   | {} | {} | {} | UBND Phường {} | Giấy khen quận
"""


@pytest.mark.parametrize(
    ("name", "born", "ward", "told"),
    [
        ("Lê Thị Cấm", "20/02/1988", 17, True),  # a mark
        ("Lê Thị Cẩn", "20/02/1988", 17, True),  # a letter
        ("Lê Thị Cẩ", "20/02/1988", 17, True),
        ("Lê Thị Hẩn", "20/02/1988", 17, False),
        ("Lê Thị Cấm", "21/02/1988", 17, False),
        ("Lê Thị Cấm", "20/02/1988", 18, False),
        ("Lê Thị Cẩm", "20/02/1988", 17, False),  # herself
    ],
)
def test_a_name_that_was_corrected_is_not_a_second_person_in_silence(
    name: str, born: str, ward: int, told: bool
) -> None:
    outcome = imported(workbook(ONE.format(name, born, "", ward)))

    assert refused(outcome) == []
    assert any("Lê Thị Cẩm đã có ở" in message for _, _, message in said(outcome, "TD170")) is told


def test_twins_who_are_both_listed_are_two() -> None:
    text = (
        ONE.format("Lê Thị Cẩn", "20/02/1988", "", 17)
        + "2 | Lê Thị Cẩm | 20/02/1988 | | UBND Phường 17 | Giấy khen quận\n"
    )

    assert said(imported(workbook(text)), "TD170") == []


def test_a_citizen_number_the_repository_has_under_another_name_is_refused(top: Path) -> None:
    path = top / NOMINATIONS / "ubnd-phuong-17" / "le-thi-cam.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "so_dinh_danh: 079188001234\n", encoding="utf-8")
    other = ONE.format("Nguyễn Thị Hằng", "05/3/1979", "079188001234", 17)
    moved = other + "2 | Lê Thị Cẩm | 20/02/1988 | 079188001235 | UBND Phường 17 | Giấy khen quận\n"

    assert refused(imported(workbook(other), top=top)) == [("D2", "TD161")]
    assert refused(imported(workbook(moved), top=top)) == [], "the list gives her another number"
    assert refused(imported(workbook(ONE.format("Lê Thị Cẩm", "20/02/1988", "079188001234", 17)), top=top)) == []


def test_a_change_that_would_lose_a_comment_is_refused(top: Path, tmp_path: Path) -> None:
    path = top / NOMINATIONS / "ubnd-phuong-17" / "le-thi-cam.yaml"
    text = path.read_text(encoding="utf-8")
    assert "nhom_nguoi:\n  - " in text
    path.write_text(text.replace("nhom_nguoi:\n  - ", "nhom_nguoi:\n  # theo quyết định 12\n  - "), encoding="utf-8")
    data = workbook(CHANGED.replace("Tóm tắt thành tích", "Nhóm người").replace("| Làm tốt", "| cán bộ").replace(
        "Giấy khen quận    |\n2", "Giấy khen quận    | nhân dân\n2"))  # fmt: skip
    (tmp_path / "ds.xlsx").write_bytes(data)

    done = thidua("import", tmp_path / "ds.xlsx", "--repo", top, "--update")

    assert done.returncode == 1
    assert "TD167" in done.stdout
    assert "theo quyết định 12" in path.read_text(encoding="utf-8")


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from thidua_cli.cli.output import write_all

    (tmp_path / "a").write_bytes(b"old")
    real, calls = os.replace, []

    def failing(source: Any, target: Any) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError("held by Word")
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="held"):
        write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})

    assert files(tmp_path) == {"a": b"old"}


def test_validate_points_to_the_cell_as_well_as_to_the_line(top: Path, tmp_path: Path) -> None:
    (tmp_path / "DS-P17.xlsx").write_bytes(
        workbook(("Cá nhân", SIMPLE.replace("Giấy khen quận", "Bằng khen Thành phố")))
    )
    assert thidua("import", tmp_path / "DS-P17.xlsx", "--repo", top, "--write").returncode == 0
    path = f"{NOMINATIONS}/ubnd-phuong-17/nguyen-van-thu.yaml"
    target = top / path
    target.write_text(
        target.read_text(encoding="utf-8").replace("ngay_sinh: 05/3/1980", "ngay_sinh: 35/3/1980"), encoding="utf-8"
    )

    text = thidua("validate", top).stdout
    assert f"--> {path}:4:12" in text
    assert "= nhập từ DS-P17.xlsx, trang Cá nhân, ô D2" in text
    found = json.loads(thidua("validate", top, "--format", "json").stdout)["findings"]
    assert {one["workbook"] for one in found if one["code"] == "TD108"} == {"DS-P17.xlsx, trang Cá nhân, ô D2"}
    others = {
        one["workbook"] for one in found if not one["file"].endswith(("nguyen-van-thu.yaml", "tran-thi-hai.yaml"))
    }
    assert others <= {""}


def test_the_check_slip_points_only_to_the_cell(top: Path) -> None:
    path = top / NOMINATIONS / "ubnd-phuong-17" / "le-thi-cam.yaml"
    origin = "nguon_nhap:\n  tep: DS-P17.xlsx\n  trang: Cá nhân\n  dong: 8\n  o:\n    ngay_sinh: D8\n"
    text = re.sub(r"^nguon_nhap:\n(?:  .*\n)*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(re.sub("(?m)^ngay_sinh: .*$", "ngay_sinh: 31/11/1988", text) + origin, encoding="utf-8")
    inspection = inspect(read_book(top), date(2024, 12, 18))
    desk = Desk(inspection.looks[0])
    found = [one for one in inspection.found if one.file.endswith("le-thi-cam.yaml")]

    slip = slip_values(desk, desk.drive.dossiers["phuong-17"], found)

    assert [row["o_dau"] for row in slip["viec"] if "31/11/1988" in row["noi_dung"]] == [
        "DS-P17.xlsx, trang Cá nhân, ô D8"
    ]
    assert not any(".yaml" in row["o_dau"] for row in slip["viec"])


def test_a_place_is_the_nearest_cell_known() -> None:
    figures = {"so_lieu.von_ke_hoach_giao": "Số liệu!D5", "so_lieu.von_giai_ngan": "Số liệu!E5"}
    cells = {"chuc_vu": "D8", "giai_phap.0.ten_giai_phap": "Giải pháp!C5", "giai_phap.0": "B8", **figures}
    origin = Imported("DS-P17.xlsx", "Cá nhân", 8, cells)

    assert origin.where(("chuc_vu",)) == "DS-P17.xlsx, trang Cá nhân, ô D8"
    assert origin.where(("giai_phap", 0, "ten_giai_phap")) == "DS-P17.xlsx, trang Giải pháp, ô C5"
    assert origin.where(("giai_phap", 0, "tai_lieu")) == "DS-P17.xlsx, trang Cá nhân, ô B8"
    assert origin.where(("xac_nhan",)) == "DS-P17.xlsx, trang Cá nhân, dòng 8"
    assert origin.where(("so_lieu", "von_giai_ngan")) == "DS-P17.xlsx, trang Số liệu, ô E5"
    assert origin.where(("so_lieu",)) == "DS-P17.xlsx, trang Số liệu, dòng 5", "of all its figures, not of the person"
    assert origin.where(()) == "DS-P17.xlsx, trang Cá nhân, dòng 8"


# -- the annotated copy ------------------------------------------------------------------------------


def _dressed(made: Any) -> None:
    page = made.active
    page.column_dimensions["B"].width = 41
    page["A1"].fill = PatternFill("solid", fgColor="FFDDEBF7")
    rule = DataValidation(type="list", formula1='"nam,nữ"')
    rule.add("C2:C99")
    page.add_data_validation(rule)
    page["G2"].comment = Comment("đã hỏi Phòng Nội vụ", "chị Cẩm")
    page["D3"].comment = Comment("xem lại", "chị Cẩm")
    page.freeze_panes = "A2"


def test_the_annotated_copy_keeps_everything_and_adds_comments() -> None:
    data = workbook(SIMPLE.replace("1985", "1985?").replace("nam", "x"), ("Khác", "ghi chú"), edit=_dressed)
    outcome = imported(data)
    copy = annotated(data, outcome.troubles)

    assert copy is not None
    made = openpyxl.load_workbook(BytesIO(copy))
    page = made["Danh sách"]
    assert page.column_dimensions["B"].width == 41
    assert page["A1"].fill.fgColor.rgb == "FFDDEBF7"
    assert [(str(one.sqref), one.formula1) for one in page.data_validations.dataValidation] == [("C2:C99", '"nam,nữ"')]
    assert page.freeze_panes == "A2"
    assert page["G2"].comment.text == "đã hỏi Phòng Nội vụ"
    assert page["C2"].comment.text == "“x”: cần nam hoặc nữ\n→ viết nam, nữ, hoặc Ông, Bà"
    assert page["D3"].comment.text.startswith("xem lại\nthidua: “1985?” không phải một ngày trên lịch")
    assert made["Khác"]["A1"].value == "ghi chú"
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(copy)) as new:
        touched = {name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)}
    assert touched <= {
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/drawings/legacyDrawing1.vml",
    } | {name for name in touched if "rels" in name}


def test_the_annotated_copy_tells_a_unit_only_what_it_can_do_in_its_list() -> None:
    text = SIMPLE.replace("UBND Phường 17", "UBND Phường 71").replace("bằng khen thành phố", "Bằng khen Thành phô")
    data = workbook(text.replace("Nguyễn Văn Thử", "NGUYỄN VĂN THỬ").replace("STT", "Mã ngạch"))
    outcome = imported(data)
    copy = annotated(data, outcome.troubles)

    assert copy is not None
    (page,) = openpyxl.load_workbook(BytesIO(copy))
    said = {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}
    assert said["F2"].endswith("→ viết đủ tên đơn vị")
    assert said["G3"].endswith("→ có phải “Bằng khen Thành phố”? viết đúng tên ấy")
    assert said["B2"].endswith("→ gõ lại chữ thường trong ô")
    assert not any("--map" in one or ".yaml" in one for one in said.values())
    for_the_office = " ".join(one.advice for one in outcome.errors)
    assert for_the_office.count("--map") >= 2
    assert "units.yaml" in for_the_office


def test_a_copy_annotated_again_says_what_is_still_wrong_and_says_it_once() -> None:
    others = SIMPLE.replace("Nữ", "y").replace("Văn Thử", "Văn Bảy").replace("Thị Hai", "Thị Tư")
    data = workbook(SIMPLE.replace("1985", "1985?").replace("nam", "x"), ("Khác", others), edit=_dressed)
    once = annotated(data, imported(data).troubles)
    assert once is not None
    twice = annotated(once, imported(once).troubles)
    assert twice is not None

    def mended(made: Any) -> None:
        made["Danh sách"]["C2"] = "nam"
        made["Khác"]["C3"] = "nữ"

    def notes(copy: bytes) -> dict[str, str]:
        made = openpyxl.load_workbook(BytesIO(copy))
        return {
            f"{page.title}!{cell.coordinate}": cell.comment.text
            for page in made
            for row in page
            for cell in row
            if cell.comment
        }

    assert notes(twice) == notes(once)
    assert set(notes(once)) == {"Danh sách!G2", "Danh sách!C2", "Danh sách!D3", "Khác!C3"}
    made = openpyxl.load_workbook(BytesIO(once))
    mended(made)
    out = BytesIO()
    made.save(out)
    again = annotated(out.getvalue(), imported(out.getvalue()).troubles)
    assert again is not None
    assert set(notes(again)) == {"Danh sách!G2", "Danh sách!D3"}
    assert notes(again)["Danh sách!D3"].count("1985?") == 1
    with ZipFile(BytesIO(again)) as package:
        drawings = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".vml"))
    assert len(re.findall(r"<\w+:shape ", drawings)) == 2


def test_a_workbook_without_comments_gets_only_what_comments_need() -> None:
    data = workbook(SIMPLE.replace("1985", "1985?"), ("Khác", "ghi chú"))
    copy = annotated(data, imported(data).troubles)

    assert copy is not None
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(copy)) as new:
        same = [name for name in old.namelist() if old.read(name) == new.read(name)]
        assert set(old.namelist()) - set(same) == {"xl/worksheets/sheet1.xml", "[Content_Types].xml"}
        before, after = (package.read("xl/worksheets/sheet1.xml").decode() for package in (old, new))
    assert re.sub(r"<legacyDrawing [^>]*/>", "", after) == before
    assert openpyxl.load_workbook(BytesIO(copy))["Danh sách"]["D3"].comment is not None


def test_annotate_never_writes_over_the_list_or_into_other_formats(top: Path, tmp_path: Path) -> None:
    source = tmp_path / "ds.xlsx"
    source.write_bytes(workbook(SIMPLE.replace("1985", "1985?")))

    before = source.read_bytes()

    assert thidua("import", source, "--repo", top, "--annotate", source).returncode == 2
    assert source.read_bytes() == before
    other = thidua("import", source, "--repo", top, "--annotate", tmp_path / "ban-sao.docx")
    assert other.returncode == 2
    assert "đặt tên có đuôi .xlsx" in other.stderr
    assert not (tmp_path / "ban-sao.docx").exists()
    done = thidua("import", source, "--repo", top, "--annotate", tmp_path / "co-chu-thich.xlsx")
    assert done.returncode == 1
    assert (tmp_path / "co-chu-thich.xlsx").is_file()
    old = thidua("import", WORKBOOKS / "phuong-17.xls", "--repo", top, "--annotate", tmp_path / "x.xlsx")
    assert old.returncode == 2
    assert "lưu danh sách thành .xlsx" in old.stderr
