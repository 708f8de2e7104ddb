"""Giấy khen on pre-printed stock: places against a ruler, words against the decision, nothing shrunk or guessed."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from harness import load, write
from running import ROOT, thidua

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DECISION = """\
so_ky_hieu: 5012/QĐ-UBND
ngay_ban_hanh: 30/12/2024
tham_quyen: Chủ tịch Ủy ban nhân dân Quận 11
nguoi_ky:
  ho_ten: Lê Minh Khôi
  quyen_han_ky: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
hinh_thuc_khen: Giấy khen quận
thanh_tich_ghi: Đã có thành tích xuất sắc năm 2024
truong_hop:
  - phuong-1/phuong-1
  - de_nghi: phuong-1/ly-thi-mai
    so_vao_so: 118
"""
STOCK = """\
ten_phoi: Phôi thử
ap_dung_cho: Giấy khen quận
kho_giay:
  chieu_rong: 297
  chieu_cao: 210
o_in:
  - ten_o: Họ tên
    loi_in: "{{ bang.ten }}"
    cach_trai: 40
    chan_dong_dau: 96
    be_rong: 217
    co_chu: 22
    kieu_chu: [đậm]
  - ten_o: Chức vụ
    loi_in: "{{ bang.chuc_vu_don_vi }}"
    cach_trai: 40
    chan_dong_dau: 110
    be_rong: 60
    so_dong: 3
    cach_dong: 9
    co_chu: 14
    canh_le: trái
  - ten_o: Ngày
    loi_in: "{{ bang.dia_danh }}, {{ bang.ngay_quyet_dinh | ngay_chu }}"
    cach_trai: 165,5
    chan_dong_dau: 155
    be_rong: 105
    co_chu: 13
    canh_le: phải
  - ten_o: Người ký
    loi_in: "{{ bang.quyen_han_ky }}"
    cach_trai: 165
    chan_dong_dau: 162
    be_rong: 105
    so_dong: 2
    co_chu: 14
  - ten_o: Sổ
    loi_in: "Số vào sổ: {{ bang.so_vao_so }}"
    cach_trai: 28
    chan_dong_dau: 194
    be_rong: 100
    co_chu: 12
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office with one decision and one stock."""
    top = tmp_path / "office"
    write(load("office:goc"), top)
    (top / "campaigns" / "q11" / "decisions").mkdir()
    (top / "campaigns" / "q11" / "decisions" / "qd.yaml").write_text(DECISION, encoding="utf-8")
    (top / "stock").mkdir()
    (top / "stock" / "gk.yaml").write_text(STOCK, encoding="utf-8")
    units = (top / "units.yaml").read_text(encoding="utf-8")
    units = units.replace(
        "    loai_don_vi: ủy ban nhân dân\n", "    loai_don_vi: ủy ban nhân dân\n    dia_danh: Quận 11\n", 1
    )
    units = units.replace(
        "  loai_don_vi: ủy ban nhân dân\n", "  loai_don_vi: ủy ban nhân dân\n  dia_danh: Quận 11\n", 1
    )
    (top / "units.yaml").write_text(units, encoding="utf-8")
    return top


def change(office: Path, file: str, *pairs: tuple[str, str]) -> None:
    path = office / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


QD = "campaigns/q11/decisions/qd.yaml"
GK = "stock/gk.yaml"


def made(office: Path, out: Path, *more: str) -> Path:
    done = thidua("render", "giay-khen", office, "--out", out, *more)
    assert done.returncode == 0, done.stderr
    return out / "q11" / "giay-khen" / "qd.docx"


def document(path: Path) -> ET.Element:
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read("word/document.xml"))


def frames(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Every printed line with its frame's numbers."""
    return [
        (
            "".join(text.text or "" for text in one.iter(f"{W}t")),
            {k.removeprefix(W): v for k, v in frame.attrib.items()},
        )
        for one in document(path).iter(f"{W}p")
        if (frame := one.find(f"{W}pPr/{W}framePr")) is not None
    ]


def sheets(path: Path) -> list[list[str]]:
    """The lines of each sheet."""
    pages: list[list[str]] = [[]]
    for one in document(path).iter(f"{W}p"):
        text = "".join(part.text or "" for part in one.iter(f"{W}t"))
        if text:
            pages[-1].append(text)
        if one.find(f"{W}pPr/{W}sectPr") is not None:
            pages.append([])
    return pages


# -- words -----------------------------------------------------------------------------------------


def test_each_awarded_has_a_sheet_with_the_words_of_the_decision(office: Path, tmp_path: Path) -> None:
    assert sheets(made(office, tmp_path / "out")) == [
        ["Ủy ban nhân dân Phường 1", "Quận 11, ngày 30 tháng 12 năm 2024", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        [
            "Bà Lý Thị Mai",
            "Công chức Văn",
            "phòng - Thống kê, Ủy",
            "ban nhân dân Phường 1",
            "Quận 11, ngày 30 tháng 12 năm 2024",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Số vào sổ: 118",
        ],
    ]


def test_a_box_whose_field_is_not_known_is_left_for_the_pen_and_said(office: Path, tmp_path: Path) -> None:
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert "ô “Sổ” để trống ở 1 tờ" in done.stdout  # no “Số vào sổ: ” with nothing behind it
    assert "ô “Chức vụ” để trống ở 1 tờ" in done.stdout


def test_a_name_is_text_whatever_it_looks_like(office: Path, tmp_path: Path) -> None:
    odd = "Đội <b>&quot;7*7&quot; {{ bang.nguoi_ky }} {% if x %}"
    change(office, QD, ("  - phuong-1/phuong-1", f"  - ten_ghi_quyet_dinh: '{odd}'"))

    assert sheets(made(office, tmp_path))[0][0] == odd


def test_whoever_the_decision_no_longer_stands_for_gets_no_sheet(office: Path, tmp_path: Path) -> None:
    with (office / QD).open("a", encoding="utf-8") as out:
        out.write("huy_bo:\n  - so_ky_hieu: 9/QĐ-UBND\n    ly_do: khai sai\n    truong_hop: [phuong-1/phuong-1]\n")

    assert [page[0] for page in sheets(made(office, tmp_path))] == ["Bà Lý Thị Mai"]


def test_one_sheet_is_printed_again_by_naming_its_case(office: Path, tmp_path: Path) -> None:
    case = office / "campaigns" / "q11" / "nominations" / "phuong-1" / "ly-thi-mai.yaml"
    done = thidua("render", "giay-khen", case, "--out", tmp_path)

    assert done.returncode == 0, done.stderr
    assert [page[0] for page in sheets(tmp_path / "q11" / "giay-khen" / "qd.docx")] == ["Bà Lý Thị Mai"]


def test_the_same_records_give_the_same_bytes(office: Path, tmp_path: Path) -> None:
    assert made(office, tmp_path / "a").read_bytes() == made(office, tmp_path / "b").read_bytes()


# -- places ----------------------------------------------------------------------------------------


def test_a_frame_stands_where_the_ruler_says(office: Path, tmp_path: Path) -> None:
    placed = dict(frames(made(office, tmp_path)))
    name = placed["Bà Lý Thị Mai"]

    # 40 mm = 2268 twips, 217 mm = 12302; a line of 22 points is 27,5 points high, four fifths of it above the feet of
    # the letters: 96 mm − 22 points = 5443 − 440.
    assert (name["x"], name["w"], name["y"]) == ("2268", "12302", "5003")
    assert (name["hAnchor"], name["vAnchor"]) == ("page", "page")
    assert placed["Quận 11, ngày 30 tháng 12 năm 2024"]["x"] == "9383"  # 165,5 mm


def test_what_the_printer_puts_askew_is_taken_off_everywhere(office: Path, tmp_path: Path) -> None:
    straight = frames(made(office, tmp_path / "a"))
    change(office, GK, ("o_in:", "may_in_lech:\n  sang_phai: 2,5\n  len_tren: 1\no_in:"))
    moved = frames(made(office, tmp_path / "b"))

    assert [text for text, _ in straight] == [text for text, _ in moved]
    for (_, before), (_, after) in zip(straight, moved, strict=True):
        assert int(after["x"]) - int(before["x"]) in (-141, -142)  # 2,5 mm = 141,7 twips to the left
        assert int(after["y"]) - int(before["y"]) in (56, 57)  # 1 mm = 56,7 twips down


def test_each_sheet_is_a_section_of_the_stocks_own_size(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("chieu_rong: 297", "chieu_rong: 420"), ("chieu_cao: 210", "chieu_cao: 297"))
    sizes = [one.attrib for one in document(made(office, tmp_path)).iter(f"{W}pgSz")]

    assert [(one[f"{W}w"], one[f"{W}h"], one[f"{W}orient"]) for one in sizes] == [("23811", "16838", "landscape")] * 2


MM = 25.4 / 72


def measured(pdf: Path, page: int) -> dict[str, tuple[float, float]]:
    """Where each line of a page begins and stands, in millimetres from the left and the upper edge."""
    pypdf = pytest.importorskip("pypdf")
    sheet = pypdf.PdfReader(pdf).pages[page]
    height = float(sheet.mediabox.height)
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            x, y = inner[4] * outer[0] + outer[4], inner[5] * outer[3] + outer[5]
            found[text.strip()] = (x * MM, (height - y) * MM)

    sheet.extract_text(visitor_text=note)
    return found


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice makes the PDF")
def test_a_sheet_measured_in_its_pdf_is_within_a_millimetre_of_its_description(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("o_in:", "may_in_lech:\n  sang_trai: 1,5\n  xuong_duoi: 2\no_in:"))
    printed = made(office, tmp_path, "--pdf")
    lines = measured(printed.with_suffix(".pdf"), 1)

    # The printer puts everything 1,5 mm to the left and 2 mm down, so the file puts it 1,5 to the right and 2 up.
    assert lines["Công chức Văn"] == pytest.approx((40 + 1.5, 110 - 2), abs=1)
    assert lines["phòng - Thống kê, Ủy"] == pytest.approx((41.5, 119 - 2), abs=1)  # 9 mm below
    assert lines["ban nhân dân Phường 1"] == pytest.approx((41.5, 128 - 2), abs=1)
    text = (
        subprocess.run(
            ["pdftotext", "-bbox", "-f", "2", "-l", "2", printed.with_suffix(".pdf"), "-"],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        if shutil.which("pdftotext")
        else ""
    )
    edges = {
        word: (float(left) * MM, float(right) * MM)
        for left, right, word in re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(\S+)</word>', text)
    }
    assert lines["Bà Lý Thị Mai"][1] == pytest.approx(96 - 2, abs=1)
    if edges:
        assert (edges["Bà"][0] + edges["Mai"][1]) / 2 == pytest.approx(40 + 217 / 2 + 1.5, abs=1)  # in the middle
        assert edges["2024"][1] == pytest.approx(165.5 + 105 + 1.5, abs=1)  # at the right edge


# -- what does not fit, what is not there ------------------------------------------------------------


def test_a_name_too_long_for_its_box_is_named_and_not_printed(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("be_rong: 217", "be_rong: 60"))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert (
        "lỗi[TD711] stock/gk.yaml:7: Ủy ban nhân dân Phường 1: “Ủy ban nhân dân Phường 1” không vừa ô “Họ tên”"
        in done.stderr
    )
    assert "cần 2 dòng, ô có 1" in done.stderr
    assert "Lý Thị Mai: “Bà" not in done.stderr  # 60 mm are enough for her
    assert not list(tmp_path.rglob("*.docx"))


def test_whoever_might_be_mr_or_mrs_is_named_and_not_printed(office: Path, tmp_path: Path) -> None:
    change(office, "campaigns/q11/nominations/phuong-1/ly-thi-mai.yaml", ("gioi_tinh: nữ\n", ""))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert "Chưa biết Ông hay Bà: Ông (Bà) Lý Thị Mai" in done.stderr
    assert not list(tmp_path.rglob("*.docx"))


def test_a_draft_is_printed_all_the_same_with_its_stamp(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("be_rong: 217", "be_rong: 60"))

    assert [page[0] for page in sheets(made(office, tmp_path, "--draft"))] == ["DỰ THẢO", "DỰ THẢO"]


def test_a_word_wider_than_its_box_does_not_fit(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("be_rong: 60", "be_rong: 12"), ("so_dong: 3", "so_dong: 15"), ("cach_dong: 9", "cach_dong: 6"))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert "có từ rộng hơn ô" in done.stderr


def test_capitals_are_measured_as_capitals_and_stay_a_format(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("be_rong: 217", "be_rong: 98"))
    assert sheets(made(office, tmp_path / "a"))[0][0] == "Ủy ban nhân dân Phường 1"

    change(office, GK, ("[đậm]", "[đậm, in hoa]"))
    done = thidua("render", "giay-khen", office, "--out", tmp_path / "b")

    assert "cần 2 dòng, ô có 1" in done.stderr
    change(office, GK, ("co_chu: 22", "co_chu: 22\n    so_dong: 2"))
    assert sheets(made(office, tmp_path / "c"))[0][:2] == ["Ủy ban nhân", "dân Phường 1"]


def test_a_face_nobody_can_measure_is_said(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("    kieu_chu: [đậm]", "    phong_chu: Monotype Corsiva"), ("be_rong: 217", "be_rong: 30"))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 0
    assert "ghi chú[TD712] stock/gk.yaml:7: ô “Họ tên”: chữ của phông Monotype Corsiva không đo được" in done.stderr


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("{{ bang.ho_ten }}", "TD703", "không có trường “ho_ten”"),
        ("{{ quyet_dinh.so_ky_hieu }}", "TD703", "không có gốc dữ liệu “quyet_dinh”"),
        ("{{ bang.ten", "TD701", "thẻ"),
        ("{% if bang.ten %}a{% endif %}", "TD702", "{% … %}"),
        ("{{ 9 * 9 }}", "TD702", "phép tính"),
    ],
)
def test_a_box_may_print_only_the_fields_of_the_sheet(
    office: Path, tmp_path: Path, text: str, code: str, words: str
) -> None:
    change(office, GK, ("{{ bang.ten }}", text))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert f"lỗi[{code}] stock/gk.yaml:8: " in done.stderr
    assert words in done.stderr
    assert not list(tmp_path.rglob("*.docx"))


@pytest.mark.parametrize("kind", ["giay-khen", "phoi-can-chinh"])
def test_measures_that_make_no_sense_print_nothing(office: Path, tmp_path: Path, kind: str) -> None:
    change(office, GK, ("chieu_rong: 297", "chieu_rong: 297.000.000.000"), ("so_dong: 3", "so_dong: 999.999.999"))
    done = thidua("render", kind, office, "--out", tmp_path, *(["--draft"] if kind == "phoi-can-chinh" else []))

    assert done.returncode == 1
    assert "TD780" in done.stderr
    assert not list(tmp_path.rglob("*.docx"))


def test_without_a_stock_for_the_award_nothing_is_printed(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("Giấy khen quận", "Bằng khen Thành phố"))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert "chưa có phôi cho Giấy khen" in done.stderr


def test_a_stock_that_is_half_described_is_not_used(office: Path, tmp_path: Path) -> None:
    change(office, GK, ("    chan_dong_dau: 96\n", ""))
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert "tệp phôi còn lỗi, xem thidua validate" in done.stderr


def test_two_stocks_for_one_award_are_a_question_for_the_office(office: Path, tmp_path: Path) -> None:
    shutil.copy(office / GK, office / "stock" / "cu.yaml")
    done = thidua("render", "giay-khen", office, "--out", tmp_path)

    assert done.returncode == 1
    assert "có nhiều phôi (cu, gk)" in done.stderr


# -- the sheet to measure a printer by -----------------------------------------------------------------


def test_the_calibration_sheet_has_its_crosses_every_box_and_the_way_to_use_it(office: Path, tmp_path: Path) -> None:
    done = thidua("render", "phoi-can-chinh", office, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "q11" / "phoi-can-chinh" / "gk.docx"
    words = [text for text, _ in frames(path)]

    assert {"Họ tên", "Chức vụ", "Ngày", "Người ký", "Sổ"} <= set(words)
    assert any("cách mép trái 20 mm, mép trên 20 mm" in text for text in words)
    assert any("may_in_lech của stock/gk.yaml" in text for text in words)
    points = {
        (int(one.get("x") or 0) / 36000, int(one.get("y") or 0) / 36000)
        for one in document(path).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}pt")
    }
    assert {(14, 20), (26, 20), (20, 14), (20, 26), (271, 190), (283, 190)} <= points  # the arms of two crosses
    assert {(40, 110), (100, 110), (40, 119), (40, 128)} <= points  # the dotted lines of a box of three lines


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice makes the PDF")
def test_the_calibration_sheet_is_one_page_and_its_crosses_are_where_it_says(office: Path, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    thidua("render", "phoi-can-chinh", office, "--out", tmp_path, "--pdf")
    pages = pypdf.PdfReader(tmp_path / "q11" / "phoi-can-chinh" / "gk.pdf").pages

    assert len(pages) == 1
    drawn = pages[0].get_contents().get_data().decode("latin-1")
    starts = [(float(x) * MM, 210 - float(y) * MM) for x, y in re.findall(r"([\d.]+) ([\d.]+) m\b", drawn)]
    assert any(abs(x - 14) < 1 and abs(y - 20) < 1 for x, y in starts)
    assert any(abs(x - 271) < 1 and abs(y - 190) < 1 for x, y in starts)


def test_a_new_stock_is_a_description_to_fill_in(office: Path, tmp_path: Path) -> None:
    (office / GK).unlink()
    assert thidua("new", "stock", "moi", "--repo", office).returncode == 0
    measures = (("cach_trai:", "cach_trai: 40"), ("be_rong:", "be_rong: 217"))
    path = office / "stock" / "moi.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in measures:
        text = text.replace(f"    {old}\n", f"    {new}\n")
    text = text.replace("chan_dong_dau:\n", "chan_dong_dau: 96\n", 1).replace(
        "chan_dong_dau:\n", "chan_dong_dau: 120\n", 1
    )
    text = text.replace("ten_phoi:", "ten_phoi: Phôi mới").replace(
        "  -    # tên ngắn", "  - Giấy khen quận    # tên ngắn"
    )
    path.write_text(text, encoding="utf-8")

    assert [page[:2] for page in sheets(made(office, tmp_path))] == [
        ["Ủy ban nhân dân Phường 1", "Đã có thành tích xuất sắc năm 2024"],
        ["Bà Lý Thị Mai", "Đã có thành tích xuất sắc năm 2024"],
    ]


# -- read back ---------------------------------------------------------------------------------------


def altered(path: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    path.write_bytes(out.getvalue())


def test_verify_lays_each_sheet_beside_its_decision(office: Path, tmp_path: Path) -> None:
    printed = made(office, tmp_path)
    assert "đúng như in" in thidua("verify", printed, "--repo", office).stdout

    altered(printed, "Bà Lý Thị Mai", "Bà Lý Thị May")
    done = thidua("verify", printed, "--repo", office)

    assert done.returncode == 1
    assert "tờ 2: tờ in “Bà Lý Thị May”, quyết định là “Bà Lý Thị Mai”" in done.stdout


def test_verify_knows_a_single_sheet_printed_again(office: Path, tmp_path: Path) -> None:
    case = office / "campaigns" / "q11" / "nominations" / "phuong-1" / "ly-thi-mai.yaml"
    thidua("render", "giay-khen", case, "--out", tmp_path)
    printed = tmp_path / "q11" / "giay-khen" / "qd.docx"
    assert "đúng như in" in thidua("verify", printed, "--repo", office).stdout

    altered(printed, "Bà Lý Thị Mai", "Bà Lý Thị May")
    done = thidua("verify", printed, "--repo", office)

    assert "tờ 1: tờ in “Bà Lý Thị May”" in done.stdout
    assert "đã đổi sau khi in" not in done.stdout


def test_verify_finds_a_sheet_printed_before_the_decision_changed(office: Path, tmp_path: Path) -> None:
    printed = made(office, tmp_path)
    change(office, QD, ("30/12/2024", "31/12/2024"))
    done = thidua("verify", printed, "--repo", office)

    assert done.returncode == 1
    assert "quyết định hoặc phôi đã đổi sau khi in" in done.stdout
    assert "quyết định là “Quận 11, ngày 31 tháng 12 năm 2024”" in done.stdout


def test_verify_does_not_pretend_to_compare_a_calibration_sheet(office: Path, tmp_path: Path) -> None:
    thidua("render", "phoi-can-chinh", office, "--out", tmp_path)
    done = thidua("verify", tmp_path, "--repo", office)

    assert done.returncode == 0
    assert "không có gì để đối chiếu với bản ghi" in done.stdout


# -- examples ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("example", "count"), [("quan-11", 71), ("phuong-2026", 7)])
def test_the_examples_print_a_sheet_for_everyone(example: str, count: int, tmp_path: Path) -> None:
    done = thidua("render", "giay-khen", ROOT / "examples" / example, "--out", tmp_path)
    (printed,) = tmp_path.rglob("*.docx")

    assert done.returncode == 0, done.stderr
    assert len(sheets(printed)) == count
