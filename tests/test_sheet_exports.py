"""Exports: what they hold, how they print, that LibreOffice opens them, that they come back in unchanged."""

import csv
import json
import shutil
import subprocess
import tracemalloc
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import load, write
from running import thidua
from workbook_maker import CAMPAIGN, OFFICE, imported, office, refused, said

from thidua_cli.book import read_book
from thidua_cli.judge.money import rewards
from thidua_cli.rules import look_at
from thidua_cli.sheet.exports import KINDS, exported
from thidua_cli.sheet.tables import Head, Office, Section, Table
from thidua_cli.sheet.template import ROWS, filled, template
from thidua_cli.sheet.write_text import csv_lines, json_lines
from thidua_cli.sheet.write_xlsx import xlsx
from thidua_cli.source import decode, parse

NOMINATIONS = f"campaigns/{CAMPAIGN}/nominations"


def desk(*, alphabetical: bool = False, personal: bool = False, public: bool = False) -> Office:
    drive, book = office()
    return Office(look_at(drive, book, date.max), alphabetical, personal, public)


def files(kind: str, made: Office | None = None) -> dict[str, bytes]:
    return {name: b"".join(pieces) for name, pieces in exported(kind, made or desk())}


def cells(data: bytes) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(BytesIO(data)).active.iter_rows(values_only=True)]


ROW = ("=1+1", "+84", "-nt-", "@x", "001234567012", 7)
TRICKY = Table("thu", "THỬ", "", tuple(Head(str(n), 10, f"c{n}") for n in range(6)), [Section("I. Nhóm"), ROW])


def test_a_cell_that_begins_like_a_formula_is_text() -> None:
    page = openpyxl.load_workbook(BytesIO(xlsx(TRICKY))).active
    row = next(row for row in page.iter_rows() if row[0].value == "=1+1")

    assert [cell.data_type for cell in row] == ["s", "s", "s", "s", "s", "n"]
    assert [cell.value for cell in row] == list(ROW)
    assert [cell.quotePrefix for cell in row] == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    "text",
    ["<r>A & B</r>", "<r><t>x</t></r>", " hai  dấu cách ", "_x0041_", "hai\ndòng", "&amp;", "]]>", "ầ" * 40_000],
    ids=lambda text: text[:12],
)
def test_what_looks_like_markup_of_a_workbook_is_text(text: str) -> None:
    """XlsxWriter alone would write the first two as XML of the sheet, and Excel refuse the workbook or hide the name."""
    (row,) = cells(xlsx(Table("thu", "", "", (Head("Họ tên", 10),), [(text,)])))[2:]

    assert row == [text[:32_767].replace("_x0041_", "_x005F_x0041_")]  # openpyxl leaves Excel's own escape as it is


def test_a_cell_holds_no_more_than_excel_takes() -> None:
    """Excel counts a letter beyond the first 65,536 as two."""
    (row,) = cells(xlsx(Table("thu", "", "", (Head("Họ tên", 10),), [("a" + "𠀀" * 40_000,)])))[2:]

    assert row == ["a" + "𠀀" * 16_383]


def test_csv_takes_no_formula_and_json_changes_nothing() -> None:
    text = "".join(csv_lines(TRICKY))
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeffc0,c1")
    assert rows[1] == ["'=1+1", "'+84", "'-nt-", "'@x", "001234567012", "7"]
    assert json.loads("".join(json_lines(TRICKY))) == [dict(zip((f"c{n}" for n in range(6)), ROW, strict=True))]


def test_lists_print_on_a4_landscape_with_the_head_row_on_every_page() -> None:
    page = openpyxl.load_workbook(BytesIO(files("trich-ngang")["trich-ngang.xlsx"])).active

    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == "9"
    assert page.print_title_rows == "$4:$4"
    assert page.oddFooter.center.text == "&P/&N"
    assert [cell.value for cell in page[4]][:3] == ["TT", "Tên tập thể, cá nhân", "Giới tính"]


def test_the_short_list_stands_in_the_councils_order() -> None:
    drive, _ = office()
    rows = cells(files("trich-ngang")["trich-ngang.xlsx"])
    names = [row[1] for row in rows[4:] if isinstance(row[0], int)]
    sections = [row[0] for row in rows if isinstance(row[0], str) and row[0][1:3] == ". "]
    dossier = drive.dossiers["phuong-17"]
    people = [drive.nominations[id_].full_name for id_ in dossier.cases if drive.nominations[id_].full_name]

    assert sections == ["A. TẬP THỂ", "B. CÁ NHÂN"]
    assert len(names) == len(drive.nominations)
    assert [name for name in names if name in people] == people


def test_alphabetical_order_is_by_given_name_and_only_on_request() -> None:
    rows = cells(files("trich-ngang", desk(alphabetical=True))["trich-ngang.xlsx"])
    at = next(number for number, row in enumerate(rows) if row[0] == "B. CÁ NHÂN")
    names = [row[1] for row in rows[at + 1 :]]

    assert names[:8] == [
        "Trần Quốc Bảo", "Trần Văn Bình", "Lê Thị Cẩm", "Hứa Thị Lan Chi", "Nguyễn Thị Út Chín", "Quan Chí Cường",
        "Phạm Văn Dũng", "Sơn Thị Mỹ Duyên",
    ]  # fmt: skip
    assert names[8:11] == ["Lâm Thị Hồng Đào", "Cao Thành Đạt", "Mai Quốc Đoàn"], "Đ stands after D"
    assert names[-3:] == ["Trần Khánh Vân", "Tôn Nữ Ái Vy", "Phạm Thị Như Ý"]


def test_the_consolidated_list_counts_by_award_and_unit() -> None:
    rows = cells(files("tong-hop")["tong-hop.xlsx"])
    total = rows[-1]

    assert rows[3][:2] == ["TT", "Đơn vị đề nghị"]
    assert rows[3][2] == "Bằng khen Thành phố: tập thể"
    assert total[1] == "Tổng cộng"
    assert total[-1] == len(office()[0].nominations) == sum(total[2:-1])
    ward = next(row for row in rows if row[1] == "Ủy ban nhân dân Phường 17")
    assert ward[-1] == sum(case.proposer == "ubnd-phuong-17" for case in office()[0].nominations.values())


def test_the_councils_table_shows_the_comparison_and_never_a_verdict_of_its_own() -> None:
    rows = cells(files("hoi-dong")["hoi-dong.xlsx"])
    heads = rows[3]
    ward = next(row for row in rows if row[1] and str(row[1]).startswith("Ủy ban nhân dân Phường 17"))

    assert heads[3] == "Hình thức đề nghị"
    assert ward[3] == "Bằng khen Thành phố"
    assert heads[5:] == ["Đối chiếu tiêu chuẩn", "Điều chưa đạt, chưa rõ", "Tán thành", "Kết luận của Hội đồng"]
    assert ward[5] == "đạt"


def duty_rows(top: Path) -> dict[tuple[str, str], list[Any]]:
    """The status of duties: from the duty's name and the unit to deadline, number, sent, received and state."""
    (drive,) = (book := read_book(top)).drives.values()
    duty, found = "", {}
    for row in cells(files("viec-phai-lam", Office(look_at(drive, book, date.max)))["viec-phai-lam.xlsx"])[4:]:
        if isinstance(row[0], int):
            found[duty, str(row[1])] = row[2:]
        else:
            duty = str(row[0]).partition(". ")[2].partition(" (")[0]
    return found


def test_duties_show_what_was_handed_in_and_what_was_not() -> None:
    """Quận 7: ward 3 sent no report; the first quarter was over before the plan was issued; the office of education
    did its duty to propose by the dossier it sent."""
    rows = duty_rows(OFFICE.parent / "quan-7")
    ward, education = "Ủy ban nhân dân Phường Mẫu", "Phòng Giáo dục và Đào tạo"
    report, first, proposing, meetings = (
        "báo cáo tổng kết năm 2024",
        "giới thiệu gương Quý I",
        "hồ sơ đề xuất danh hiệu ngành Giáo dục và Đào tạo, năm học 2023 - 2024",
        "tổ chức sơ kết, tổng kết và tuyên dương, khen thưởng kịp thời",
    )

    assert [rows[case] for case in ((report, f"{ward} 1"), (report, f"{ward} 3"), (first, f"{ward} 1"))] == [
        ["hạn cuối 14/11/2024", "201/BC-UBND", "13/11/2024", "13/11/2024", "đã làm"],
        ["hạn cuối 14/11/2024", None, None, None, "chưa có"],
        ["hạn cuối 09/01/2024", None, None, None, "hạn đã qua khi kế hoạch ban hành"],
    ]
    assert rows[proposing, education] == ["hạn cuối 24/6/2024", "310/TTr-GDĐT", "20/6/2024", "21/6/2024", "đã làm"]
    assert rows[meetings, education] == ["không quy định", None, None, None, "việc tổ chức, không phải nộp"]


@pytest.mark.parametrize(("received", "state"), [("18/11/2024", "đã làm"), ("19/11/2024", "đã làm, trễ hạn")])
def test_a_duty_is_in_time_until_the_day_it_was_extended_to(tmp_path: Path, received: str, state: str) -> None:
    """The plan says before 15/11; the receiver extended that to 18/11 for ward 1 alone."""
    write(load("duties:gia-han-viec"), tmp_path)
    report = tmp_path / "campaigns/q7/duties/tong-ket/phuong-1.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("15/11/2024", received), encoding="utf-8")
    rows = duty_rows(tmp_path)

    assert rows["báo cáo tổng kết năm 2024", "Phường 1"] == ["hạn cuối 18/11/2024", None, None, received, state]
    assert rows["báo cáo tổng kết năm 2024", "Phường 2"] == ["hạn cuối 14/11/2024", None, None, None, "chưa có"]


WARD = OFFICE.parent / "phuong-2026"
WARD_MEETINGS = "campaigns/ngo-sach-nha-xanh-2026/meetings"
TEACHER = "truong-tieu-hoc-an-mau/bang-thi-my-dung"


def council_says(top: Path) -> tuple[Any, Any, str, str]:
    """The teacher's votes and conclusion in the council's table, then what the flat list and the money say of her."""
    drive, book = next(iter(read_book(top).drives.values())), read_book(top)
    made = Office(look_at(drive, book, date.max), personal=True)
    row = next(row for row in cells(files("hoi-dong", made)["hoi-dong.xlsx"]) if "Bàng Thị Mỹ Dung" in str(row[1]))
    flat = next(one for one in json.loads(files("de-nghi", made)["de-nghi.json"]) if one["ma"] == TEACHER)
    planned = any(one.case == TEACHER for one in rewards(book, drive, date(2026, 7, 20)))
    return row[7], row[8], flat["ket_luan_hoi_dong"], "có tiền" if planned else "không tiền"


def test_the_offices_own_council_stands_over_the_meeting_of_the_unit_that_proposed(tmp_path: Path) -> None:
    """The school met on 3/7 in a file whose name sorts last, the ward's council on 17/7."""
    top = tmp_path / "phuong"
    shutil.copytree(WARD, top)
    shutil.rmtree(top / "campaigns" / "ngo-sach-nha-xanh-2026" / "decisions")
    agreed = "thống nhất đề nghị"
    assert council_says(top) == (5, agreed, agreed, "có tiền")

    ward = top / WARD_MEETINGS / "phuong-2026-07-17.yaml"
    text = ward.read_text(encoding="utf-8")
    ward.write_text(
        text.replace("tan_thanh: 5\n    khong_tan_thanh: 0", "tan_thanh: 2\n    khong_tan_thanh: 3").replace(
            agreed, "chưa thống nhất"
        ),
        encoding="utf-8",
    )
    assert council_says(top) == (2, "chưa thống nhất", "chưa thống nhất", "không tiền")

    later = ward.read_text(encoding="utf-8").replace("ngay_hop: 17/7/2026", "ngay_hop: 20/6/2026")
    ward.write_text(later, encoding="utf-8")
    assert council_says(top)[:2] == (2, "chưa thống nhất"), "its own council's, on whatever day it met"

    ward.unlink()
    assert council_says(top) == (3, agreed, agreed, "có tiền"), "the school's, as long as the ward has not met"


BLOC = OFFICE.parent / "quan-7"
Q7 = "quan-7-2024-thi-dua-yeu-nuoc"


def pages(path: Path) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(path)
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def test_each_members_sheet_is_a_page_with_zero_as_zero_and_nothing_as_nothing(tmp_path: Path) -> None:
    bloc = tmp_path / "quan-7"
    shutil.copytree(BLOC, bloc)
    sheet = bloc / "campaigns" / Q7 / "duties" / "cham-diem" / "ubnd-phuong-mau-3.yaml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("    diem_tham_dinh: 28\n", ""), encoding="utf-8")
    done = thidua("export", bloc, "--only", "cham-diem", "--out", tmp_path / "bang")
    found = pages(tmp_path / "bang" / Q7 / "cham-diem.xlsx")

    assert done.returncode == 0, done.stderr
    assert list(found) == ["ubnd-phuong-mau-1", "ubnd-phuong-mau-2", "ubnd-phuong-mau-3"]
    rows = {row[1] or row[0]: row for row in found["ubnd-phuong-mau-1"]}
    assert rows["Giải ngân vốn đầu tư công"][:7] == [
        "1.2", "Giải ngân vốn đầu tư công", 20, 20, 20, None, "Phòng Tài chính - Kế hoạch",
    ]  # fmt: skip
    assert rows["Phát triển kinh tế - xã hội"][2:5] == [40, 38, 37]
    assert rows["Mô hình được Thành phố công nhận"][2:5] == [5, 0, 0]
    assert rows["Báo cáo trễ hạn"][2:6] == [-5, -2, -2, 2]
    assert rows["Tổng cộng"][2:5] == [100, 93, 91.5]
    third = {row[1]: row for row in found["ubnd-phuong-mau-3"]}
    assert third["Cải cách hành chính"][2:5] == [30, 28, None]
    assert third["Tổng cộng"][2:5] == [100, 91, None]


def test_the_ranking_shows_what_parted_equal_units_and_who_is_not_ranked(tmp_path: Path) -> None:
    bloc = tmp_path / "quan-7"
    shutil.copytree(BLOC, bloc)
    (bloc / "campaigns" / Q7 / "duties" / "cham-diem" / "ubnd-phuong-mau-3.yaml").unlink()
    thidua("export", bloc, "--only", "xep-hang", "--out", tmp_path / "bang")
    rows = pages(tmp_path / "bang" / Q7 / "xep-hang.xlsx")["khoi-phuong"]

    assert rows[0][0] == "BẢNG TỔNG HỢP ĐIỂM, XẾP HẠNG (tạm xếp, còn đơn vị chưa đủ điểm)"
    second, first = "Ủy ban nhân dân Phường Mẫu 1", "Ủy ban nhân dân Phường Mẫu 2"
    tie = "Phát triển kinh tế - xã hội: {}; Cải cách hành chính: {}"
    assert rows[4] == [1, first, 38, 24.5, 29, 0, 0, 92, 91.5, tie.format("38", "24,5")]
    assert rows[5] == [2, second, 37, 26.5, 30, 0, -2, 93, 91.5, tie.format("37", "26,5")]
    assert rows[6][0] == "Chưa xếp hạng"
    assert rows[7] == [None, "Ủy ban nhân dân Phường Mẫu 3", *[None] * 7, "chưa có bảng điểm"]
    assert rows[8][0].startswith("Đơn vị dẫn đầu: Ủy ban nhân dân Phường Mẫu 1 (bình xét ở cuộc họp ngày 14/11/2024")


def test_an_office_without_clusters_is_told_so(tmp_path: Path) -> None:
    done = thidua("export", OFFICE, "--only", "xep-hang", "--out", tmp_path)

    assert done.returncode == 0
    assert "chưa có thang điểm" in done.stdout
    assert not list(tmp_path.rglob("*.xlsx"))


def test_flat_data_has_a_row_a_case_and_no_citizen_numbers() -> None:
    made = files("de-nghi")
    rows = json.loads(made["de-nghi.json"])
    table = list(csv.DictReader(StringIO(made["de-nghi.csv"].decode("utf-8-sig"))))
    ward = next(row for row in rows if row["ma"] == "ubnd-phuong-17/ubnd-phuong-17")

    assert len(rows) == len(table) == len(office()[0].nominations)
    assert ward["von_ke_hoach_giao"] == "4200000000"
    assert ward["ket_qua_doi_chieu"] == "đạt"
    assert "so_dinh_danh" not in ward
    answers = json.loads(files("doi-chieu")["doi-chieu.json"])
    one = next(row for row in answers if row["ma"] == ward["ma"] and row["tieu_chuan"] == "Q11-T1a")
    assert (one["dieu_khoan"], one["ket_qua"]) == ("Mục III.2, Tập thể, dấu cộng thứ 1", "đạt")
    assert {row["hinh_thuc"] for row in json.loads(files("quyet-dinh")["quyet-dinh.json"])} <= {
        "bk-tp",
        "tk-tp",
        "gk-q",
    }


def test_data_for_machines_name_a_person_only_when_asked() -> None:
    """A collective is no person; a person is a token, the same in every table so that they can be joined."""
    plain, asked = files("de-nghi")["de-nghi.json"], files("de-nghi", desk(personal=True))["de-nghi.json"]
    hidden, shown = json.loads(plain), json.loads(asked)
    (at,) = (at for at, row in enumerate(shown) if row["ma"] == "ubnd-phuong-17/le-thi-cam")
    told, kept = shown[at], hidden[at]

    assert (told["ten"], told["ngay_sinh"] or told["nam_sinh"]) != ("", "")
    assert (kept["ten"], kept["ngay_sinh"], kept["nam_sinh"], kept["tom_tat_thanh_tich"]) == ("", "", "", "")
    assert "le-thi-cam" not in plain.decode()
    assert "Lê Thị Cẩm" not in plain.decode()
    assert kept["ma"] in {row["ma"] for row in json.loads(files("doi-chieu")["doi-chieu.json"])}
    assert any(row["ten"].startswith("Ủy ban nhân dân Phường 17") for row in hidden)


def test_a_public_list_holds_only_who_was_decided_and_no_birth() -> None:
    public = desk(public=True)
    rows = cells(files("trich-ngang", public)["trich-ngang.xlsx"])
    (heads,) = (row for row in rows if row[0] == "TT")
    named = {row[1] for row in rows if isinstance(row[0], int)}
    drive = public.drive
    decided = {line.nomination for one in drive.decisions.values() if one.issued_on is not None for line in one.cases}

    assert not {"Giới tính", "Ngày sinh"} & set(heads)
    assert 0 < len(named) == len(decided & set(drive.nominations)) < len(drive.nominations)


def test_other_lists_are_not_for_the_public(tmp_path: Path) -> None:
    done = thidua("export", OFFICE, "--only", "hoi-dong", "--public", "--out", tmp_path)

    assert done.returncode == 2
    assert "bảng hoi-dong không dành cho công khai" in done.stderr
    assert thidua("export", OFFICE, "--public", "--out", tmp_path).returncode == 0
    assert {path.stem for path in tmp_path.rglob("*.*")} == {"trich-ngang", "quyet-dinh"}


def test_the_same_records_give_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    for number, zone in enumerate(("UTC", "Asia/Ho_Chi_Minh")):
        done = thidua("export", OFFICE, "--out", tmp_path / str(number), TZ=zone, PYTHONHASHSEED=str(number))
        assert done.returncode == 0, done.stderr
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / str(n) / CAMPAIGN).iterdir()} for n in (0, 1)
    )

    assert len(first) == len(KINDS) - 2 + 3, "three flat lists in two formats each, no clusters"
    assert first == second
    assert thidua("export", OFFICE, "--out", tmp_path / "0").returncode == 2, "nothing is written over"


def test_a_wrong_kind_gets_the_nearest_one(tmp_path: Path) -> None:
    done = thidua("export", OFFICE, "--out", tmp_path, "--only", "trich-ngan")

    assert done.returncode == 2
    assert "có phải “trich-ngang”?" in done.stderr


def test_long_lists_are_written_in_flat_memory() -> None:
    def peak(count: int) -> int:
        def rows() -> Iterator[tuple[str | int, ...]]:
            for number in range(count):
                yield number, f"Nguyễn Văn {number}", "x" * 50, "y" * 50

        heads = tuple(Head(name, 10, name) for name in "abcd")
        tracemalloc.start()
        made = xlsx(Table("dai", "DÀI", "", heads, rows()))
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held - 2 * len(made)  # the file itself, and the copy handed out

    small, large = peak(500), peak(10_000)

    assert large < small + 1_500_000


# -- the template ------------------------------------------------------------------------------------


def test_the_template_is_made_from_the_plans_dictionary() -> None:
    made = openpyxl.load_workbook(BytesIO(template(*office())))

    assert made.sheetnames == ["Hướng dẫn", "Tập thể", "Cá nhân", "Số liệu", "Giải pháp", "Danh mục"]
    people = made["Cá nhân"]
    heads = {cell.value: cell.column_letter for cell in people[2]}
    assert list(heads)[:6] == ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị"]
    assert "Là nhiệm vụ thường xuyên hằng năm" in [str(name)[:1].upper() + str(name)[1:] for name in heads]
    rules = {str(one.sqref).split(":")[0].rstrip("0123456789"): one for one in people.data_validations.dataValidation}
    assert rules[heads["Giới tính"]].formula1 == '"nam,nữ"'
    assert rules[heads["Đơn vị"]].formula1.startswith("'Danh mục'!$A$2:$A$")
    assert rules[heads["Hình thức đề nghị"]].formula1 == "'Danh mục'!$B$2:$B$4"
    assert str(rules[heads["Giới tính"]].sqref) == f"{heads['Giới tính']}3:{heads['Giới tính']}{ROWS + 3}"
    assert people.column_dimensions[heads["Số định danh"]].width > 0
    assert [made["Danh mục"].cell(row, 2).value for row in (2, 3, 4)] == [
        "Bằng khen Thành phố",
        "Thư khen Thành phố",
        "Giấy khen quận",
    ]
    figures = [cell.value for cell in made["Số liệu"][2]]
    assert "Số vốn đăng ký bổ sung (đồng)" in figures
    assert people["A3"].value == "Mẫu"


def test_no_line_of_the_template_lies_over_the_next() -> None:
    """Not every program works out the height of a row when it opens a list: the rows that are written have theirs."""
    made = openpyxl.load_workbook(BytesIO(template(*office())))
    people, how = made["Cá nhân"], made["Hướng dẫn"]
    line = 15

    assert people.row_dimensions[1].height > line, "a title of fourteen points"
    assert people.row_dimensions[2].height >= 3 * line, "Khai không thuộc / trường hợp / chưa xét"
    assert people.row_dimensions[3].height >= 2 * line, "the sample's summary takes two"
    assert [how.row_dimensions[row].height is None for row in (3, 4)] == [False, True], "two lines, and one"
    assert how.row_dimensions[3].height >= 2 * line
    assert how.page_setup.orientation == "landscape"
    assert {cell.border.top.style for cell in people[1]} == {None}, "no borders of the columns through the title"


def test_the_sample_row_is_never_imported() -> None:
    assert refused(imported(template(*office()))) == [("", "TD151")]


@pytest.mark.parametrize(
    ("cells", "lost"),
    [
        ({"B3": "Trần Thị Thật"}, True),
        ({"B3": "Trần Thị Thật", "A3": "1"}, False),
        ({"F3": "Ủy ban nhân dân Phường 18"}, False),  # the sample's unit is the office's first, whichever it was
        ({"B3": None, "C3": None}, False),
        ({"D3": "06/02/1988"}, True),
    ],
)
def test_a_case_typed_over_the_sample_row_is_not_lost_with_it(cells: dict[str, str | None], lost: bool) -> None:
    made = openpyxl.load_workbook(BytesIO(template(*office())))
    for cell, value in cells.items():
        made["Cá nhân"][cell] = value
    out = BytesIO()
    made.save(out)
    asked = [(sheet, cell) for sheet, cell, message in said(imported(out.getvalue()), "TD160") if "dòng mẫu" in message]

    assert asked == ([("Cá nhân", "A3")] if lost else [])


def fill(data: bytes, rows: dict[str, list[dict[str, Any]]]) -> bytes:
    """The template, filled as a clerk fills it: by the heads of its columns, below the sample."""
    made = openpyxl.load_workbook(BytesIO(data))
    for name, lines in rows.items():
        heads = {cell.value: cell.column for cell in made[name][2]}
        for number, line in enumerate(lines, 1):
            for head, value in {"STT": number, **line}.items():
                cell = made[name].cell(number + 3, heads[head], value)
                if isinstance(value, str):
                    cell.data_type = "s"  # typed with an apostrophe: "=Giải ngân" is no formula
    out = BytesIO()
    made.save(out)
    return out.getvalue()


FILLED: dict[str, list[dict[str, Any]]] = {
    "Tập thể": [
        {"Tên tập thể": "Ủy ban nhân dân Phường 18", "Hình thức đề nghị": "Bằng khen Thành phố",
         "là nhiệm vụ thường xuyên hằng năm".capitalize(): "không", "Tóm tắt thành tích": "=Giải ngân 97,50%"},
        {"Tên tập thể": "Tổ Một cửa", "Đơn vị": "Ủy ban nhân dân Phường 18", "Hình thức đề nghị": "Giấy khen quận"},
    ],
    "Cá nhân": [
        {"Họ và tên": "Trần Thị Mẫu", "Giới tính": "nữ", "Ngày sinh": "05/02/1988", "Chức vụ": "Công chức",
         "Đơn vị": "Ủy ban nhân dân Phường 18", "Nhóm người": "công chức, viên chức", "Số định danh": "001234567012",
         "Hình thức đề nghị": "Giấy khen quận", "Vai trò": "tham gia", "Ngày báo cáo thành tích": "13/12/2024",
         "Khai không thuộc trường hợp chưa xét": "có", "Người khai": "Trần Thị Mẫu"},
    ],
    "Số liệu": [
        {"Trường hợp": "Ủy ban nhân dân Phường 18", "Năm kế hoạch": "2024", "Loại số": "thực hiện",
         "Số vốn đăng ký bổ sung (đồng)": 0, "Số vốn đã giải ngân theo kế hoạch được giao (đồng)": 6825000000},
    ],
    "Giải pháp": [
        {"Trường hợp": "Trần Thị Mẫu", "Tên giải pháp": "Khung giờ xanh", "Loại giải pháp": "giải pháp", "Đã áp dụng": "có",
         "Nội dung thi đua": "giải ngân vốn đầu tư công năm 2024", "Số, ký hiệu": "64/XN-UBND",
         "Loại tài liệu": "chứng minh mô hình, sáng kiến, giải pháp"},
        {"Trường hợp": "Trần Thị Mẫu", "Tên giải pháp": "Khung giờ xanh", "Số, ký hiệu": "65/XN-UBND",
         "Loại tài liệu": "biên bản nghiệm thu"},
        {"Trường hợp": "Trần Thị Mẫu", "Tên giải pháp": "Sổ ảnh", "Loại giải pháp": "sáng kiến"},
    ],
}  # fmt: skip


def records(top: Path) -> dict[str, Any]:
    """Every nomination's values, without where they came from."""
    found = {}
    for path in sorted((top / NOMINATIONS).rglob("*.yaml")):
        text, _ = decode(path.read_bytes(), path.name)
        assert text is not None
        values, _ = parse(text, path.name)
        assert isinstance(values, dict)
        values.pop("nguon_nhap", None)
        found[f"{path.parent.name}/{path.stem}"] = values
    return found


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The example office with no nominations yet."""
    shutil.copytree(OFFICE, tmp_path / "vp")
    for folder in ("nominations", "dossiers", "meetings", "decisions", "appraisals"):
        shutil.rmtree(tmp_path / "vp" / "campaigns" / CAMPAIGN / folder, ignore_errors=True)
    return tmp_path / "vp"


def test_template_filled_imported_exported_and_imported_again_gives_the_same_records(
    bare: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "mau.xlsx"
    done = thidua("export", bare, "--template", CAMPAIGN, "--out", empty)
    assert done.returncode == 0, done.stderr
    (tmp_path / "dien.xlsx").write_bytes(fill(empty.read_bytes(), FILLED))
    written = thidua("import", tmp_path / "dien.xlsx", "--repo", bare, "--write")
    assert written.returncode == 0, written.stdout + written.stderr
    first = records(bare)

    assert first["ubnd-phuong-18/tran-thi-mau"] == {
        "doi_tuong": "cá nhân", "ho_ten": "Trần Thị Mẫu", "gioi_tinh": "nữ", "ngay_sinh": "05/02/1988", "chuc_vu": "Công chức",
        "don_vi": "ubnd-phuong-18", "so_dinh_danh": "001234567012", "nhom_nguoi": ["công chức, viên chức"],
        "hinh_thuc_de_nghi": "Giấy khen quận", "vai_tro": ["tham gia"], "ngay_bao_cao": "13/12/2024",
        "giai_phap": [
            {"ten_giai_phap": "Khung giờ xanh", "loai_giai_phap": "giải pháp", "noi_dung_thi_dua": "nd-2", "da_ap_dung": "có",
             "tai_lieu": [{"loai_tai_lieu": "chứng minh mô hình, sáng kiến, giải pháp", "so_ky_hieu": "64/XN-UBND"},
                          {"loai_tai_lieu": "biên bản nghiệm thu", "so_ky_hieu": "65/XN-UBND"}]},
            {"ten_giai_phap": "Sổ ảnh", "loai_giai_phap": "sáng kiến"},
        ],
        "khong_thuoc_truong_hop_chua_xet": {"khai": "có", "nguoi_khai": "Trần Thị Mẫu"},
    }  # fmt: skip
    assert first["ubnd-phuong-18/ubnd-phuong-18"] == {
        "doi_tuong": "tập thể", "don_vi": "ubnd-phuong-18", "hinh_thuc_de_nghi": "Bằng khen Thành phố",
        "tom_tat_thanh_tich": "=Giải ngân 97,50%",
        "so_lieu": {"nam_ke_hoach": "2024", "loai_so": "thực hiện", "von_giai_ngan_theo_ke_hoach": "6.825.000.000",
                    "von_dang_ky_bo_sung": "0"},
        "dieu_kien_loai_tru": {"nhiem_vu_thuong_xuyen": "không"},
    }  # fmt: skip
    assert first["ubnd-phuong-18/to-mot-cua"]["ten_tap_the"] == "Tổ Một cửa"

    drive = read_book(bare).drives[CAMPAIGN]
    again = filled(drive, read_book(bare))
    outcome = imported(again, top=bare)
    assert refused(outcome) == []
    assert outcome.count("đổi") == outcome.count("mới") == 0
    shutil.rmtree(bare / NOMINATIONS)
    (tmp_path / "ve.xlsx").write_bytes(again)
    assert thidua("import", tmp_path / "ve.xlsx", "--repo", bare, "--write").returncode == 0
    assert records(bare) == first


def test_the_whole_example_office_comes_back_unchanged() -> None:
    outcome = imported(filled(*office()))

    assert refused(outcome) == []
    assert [change.fields for change in outcome.changes if change.fields] == []
    assert {change.id for change in outcome.changes} == set(office()[0].nominations)


# -- LibreOffice -------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("soffice") is None, reason="không có LibreOffice")
def test_libreoffice_opens_every_export_with_its_drop_downs(tmp_path: Path) -> None:
    made = {name: data for kind in KINDS for name, data in files(kind).items() if name.endswith(".xlsx")}
    made["mau.xlsx"] = template(*office())
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "ods",
         "--outdir", str(tmp_path / "ods"), *(str(tmp_path / name) for name in made)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip

    assert {path.stem for path in (tmp_path / "ods").iterdir()} == {name.removesuffix(".xlsx") for name in made}
    from zipfile import ZipFile

    with ZipFile(tmp_path / "ods" / "mau.ods") as package:
        content = package.read("content.xml").decode()
    assert "cell-content-is-in-list(&quot;nam&quot;;&quot;nữ&quot;)" in content
    assert content.count("cell-content-is-in-list(") >= 10
    drive, book = office()
    opened = imported((tmp_path / "ods" / "danh-sach-nhap.ods").read_bytes(), "danh-sach-nhap.ods")
    assert refused(opened) == []
    assert [change.fields for change in opened.changes if change.fields] == []
    assert {change.id for change in opened.changes} == set(drive.nominations)
    assert book.units
