"""Lists of the shapes units really send, one a trait: each is read right, or refused with every reason."""

from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.styles import Font
from workbook_maker import imported, office, refused, said, values, workbook

from thidua_cli.sheet.map_file import read_answers

SIX = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu")
SIMPLE = """
STT | Họ và tên      | Giới tính | Ngày sinh  | Chức vụ     | Đơn vị        | Hình thức đề nghị
1   | Nguyễn Văn Thử | nam       | 05/3/1980  | Chuyên viên | UBND Phường 17 | Giấy khen quận
2   | Trần Thị Hai   | Nữ        | 1985       | Công chức   | Phòng TC-KH    | bằng khen thành phố
"""


def test_a_plain_list() -> None:
    outcome = imported(workbook(SIMPLE))

    assert refused(outcome) == []
    assert values(outcome) == [
        {
            "doi_tuong": "cá nhân", "ho_ten": "Nguyễn Văn Thử", "gioi_tinh": "nam", "ngay_sinh": "05/3/1980",
            "chuc_vu": "Chuyên viên", "don_vi": "ubnd-phuong-17", "hinh_thuc_de_nghi": "Giấy khen quận",
        },
        {
            "doi_tuong": "cá nhân", "ho_ten": "Trần Thị Hai", "gioi_tinh": "nữ", "nam_sinh": "1985",
            "chuc_vu": "Công chức", "don_vi": "phong-tckh", "hinh_thuc_de_nghi": "Bằng khen Thành phố",
        },
    ]  # fmt: skip
    assert [change.id for change in outcome.changes] == ["ubnd-phuong-17/nguyen-van-thu", "phong-tckh/tran-thi-hai"]
    assert outcome.changes[0].draft.cells == {
        "ho_ten": "B2", "gioi_tinh": "C2", "ngay_sinh": "D2", "chuc_vu": "E2", "don_vi": "F2", "hinh_thuc_de_nghi": "G2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "award"),
    [
        ("Bằng khen TP", "Bằng khen Thành phố"),
        ("BK TP.", "Bằng khen Thành phố"),
        ("Bằng khen của Chủ tịch UBND TP", "Bằng khen Thành phố"),
        ("Bằng khen UBND Thành phố", "Bằng khen Thành phố"),
        ("GK quận", "Giấy khen quận"),
        ("Giấy khen của Chủ tịch UBND quận", "Giấy khen quận"),
        ("Giấy khen của CT UBND Q.", "Giấy khen quận"),
        ("Thư khen của Chủ tịch UBND TP", "Thư khen Thành phố"),
        ("Bằng khen của Thủ tướng", None),
        ("Giấy khen của Chủ tịch UBND phường", None),
        ("GK", None),
        ("Chủ tịch UBND quận", None),
    ],
)
def test_awards_as_offices_write_them(written: str, award: str | None) -> None:
    outcome = imported(workbook(SIMPLE.replace("Giấy khen quận", written)))
    if award is None:
        assert refused(outcome) == [("G2", "TD158")]
        assert f"--map ghi hinh_thuc → {written}:" in outcome.errors[0].advice
    else:
        assert refused(outcome) == []
        assert values(outcome)[0]["hinh_thuc_de_nghi"] == award
        assert any(f"“{written}” hiểu là {award}" in one[2] for one in said(outcome, "TD166"))


def test_a_day_of_the_calendar_is_not_called_none() -> None:
    outcome = imported(workbook(SIMPLE.replace("05/3/1980", "1980-3-5").replace("1985", "20/2/88")))

    assert [one.message for one in outcome.errors] == ["“20/2/88”: năm chỉ có 2 chữ số"]
    outcome = imported(workbook(SIMPLE.replace("05/3/1980", "1980-3-5")))
    assert values(outcome)[0]["ngay_sinh"] == "05/3/1980"


def test_a_heading_may_shorten_khen_thuong() -> None:
    outcome = imported(workbook(SIMPLE.replace("Hình thức đề nghị", "Hình thức KT")))
    assert refused(outcome) == []
    assert values(outcome)[0]["hinh_thuc_de_nghi"] == "Giấy khen quận"


def test_titles_two_row_header_sections_totals_and_signatures() -> None:
    def edit(made: Any) -> None:
        page = made.active
        for area in ("A5:H5", "C7:D7", "A7:A8", "B7:B8", "E7:E8", "F7:F8", "G7:G8", "H7:H8", "A10:H10"):
            page.merge_cells(area)

    outcome = imported(
        workbook(
            """
UBND QUẬN 11 |   |   |   | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ỦY BAN NHÂN DÂN
PHƯỜNG 17

DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024

TT  | Họ và tên      | Năm sinh |      | Chức vụ     | Đơn vị công tác | Tóm tắt thành tích | Ghi chú
    |                | Nam      | Nữ   |             |                 |                    |
(1) | (2)            | (3)      | (4)  | (5)         | (6)             | (7)                | (8)
I. GIẤY KHEN QUẬN
1   | Nguyễn Văn Thử | 1980     |      | Chuyên viên | UBND Phường 17  | Làm 12 việc        | đảng viên
2   | Bà Trần Thị Hai |         | 12/5/1985 | nt     | -nt-            | Làm 13 việc        |
II  | Thư khen Thành phố
1   | Lê Văn Ba      | 1990     |      | "           | nt              | Làm 14 việc        |
    | Tổng cộng: 01 tập thể, 03 cá nhân
    |                |          |      | Phường 17, ngày 12 tháng 12 năm 2024
    | NGƯỜI LẬP      |          |      | CHỦ TỊCH

    | Nguyễn Thị X   |          |      | Nguyễn Văn An
""",
            edit=edit,
        )
    )

    assert refused(outcome) == []
    assert [(one["ho_ten"], one["gioi_tinh"], one["hinh_thuc_de_nghi"]) for one in values(outcome)] == [
        ("Nguyễn Văn Thử", "nam", "Giấy khen quận"),
        ("Trần Thị Hai", "nữ", "Giấy khen quận"),
        ("Lê Văn Ba", "nam", "Thư khen Thành phố"),
    ]
    assert values(outcome)[1]["ngay_sinh"] == "12/5/1985"
    assert [one["chuc_vu"] for one in values(outcome)] == ["Chuyên viên"] * 3
    assert [change.draft.proposer for change in outcome.changes] == ["ubnd-phuong-17"] * 3
    assert outcome.changes[2].draft.cells["hinh_thuc_de_nghi"] == "B13"
    assert said(outcome, "TD164") == [("Danh sách", "B15", "dòng tổng ghi 01 tập thể, đọc được 00")]
    assert ("Danh sách", "", "cột “Ghi chú” không vào hồ sơ") in said(outcome, "TD165")
    assert ("Danh sách", "E16", "dòng 16 và các dòng dưới không nhập: khối chữ ký") in said(outcome, "TD165")


def test_ticks_under_award_headings_and_names_in_two_columns() -> None:
    def edit(made: Any) -> None:
        made.active.merge_cells("B1:C1")
        made.active.merge_cells("F1:G1")

    outcome = imported(
        workbook(
            """
STT | Họ và tên | | Chức vụ, đơn vị | Năm sinh | Hình thức khen thưởng | | CCCD
    |           | |                 |          | Bằng khen | Giấy khen     |
1   | Nguyễn Văn | Thử | Chuyên viên, UBND Phường 17 | 1980 | x | | 001234567012
2   | Trần Thị   | Hai | Phòng Tài chính - Kế hoạch  | 1981 | | X |
""",
            edit=edit,
        )
    )

    assert refused(outcome) == []
    first, second = values(outcome)
    assert (first["ho_ten"], first["chuc_vu"], first["don_vi"]) == ("Nguyễn Văn Thử", "Chuyên viên", "ubnd-phuong-17")
    assert (first["hinh_thuc_de_nghi"], first["so_dinh_danh"]) == ("Bằng khen Thành phố", "001234567012")
    assert (second["ho_ten"], second["don_vi"], second["hinh_thuc_de_nghi"]) == (
        "Trần Thị Hai", "phong-tckh", "Giấy khen quận",
    )  # fmt: skip
    assert ("Danh sách", "F3", "“Bằng khen” hiểu là Bằng khen Thành phố") in said(outcome, "TD166")


def test_several_sheets_and_numbering_that_restarts() -> None:
    people = """
STT | Họ và tên      | Chức vụ   | Đơn vị         | Hình thức
A   | UBND Phường 17
1   | Nguyễn Văn Thử | Chuyên viên |              | Giấy khen quận
2   | Trần Thị Hai   | Công chức |                | Giấy khen quận
B   | Phòng Tài chính - Kế hoạch
1   | Lê Văn Ba      | Chuyên viên |              | Giấy khen quận
"""
    groups = """
STT | Tên đơn vị | Hình thức đề nghị
1   | Ủy ban nhân dân Phường 17 | Bằng khen Thành phố
2   | Tổ Một cửa, UBND Phường 17 | Giấy khen quận
"""
    outcome = imported(workbook(("Tập thể", groups), ("Cá nhân", people)))

    assert refused(outcome) == []
    assert [change.id for change in outcome.changes] == [
        "ubnd-phuong-17/ubnd-phuong-17",
        "ubnd-phuong-17/to-mot-cua-ubnd-phuong-17",
        "ubnd-phuong-17/nguyen-van-thu",
        "ubnd-phuong-17/tran-thi-hai",
        "phong-tckh/le-van-ba",
    ]
    assert values(outcome)[1]["ten_tap_the"] == "Tổ Một cửa, UBND Phường 17"
    assert values(outcome)[1]["don_vi"] == "ubnd-phuong-17"
    assert outcome.changes[0].status != "mới", "the ward is nominated in the example already"


@pytest.mark.parametrize(
    ("sheet", "title", "cell"),
    [
        ("Năm 2023", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", ""),
        ("Danh sách", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2023", "A1"),
        ("DS_2023", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2023", "A1"),
        ("Năm 2024", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024", None),
        ("Năm 2023", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024", None),
        ("P17", "Kèm theo Kế hoạch năm 2023 và Tờ trình ngày 10 tháng 01 năm 2025", None),
        ("Số 12023", "Danh sách 2023 người", None),
    ],
)
def test_a_list_of_the_year_before_the_campaign_is_asked_about(sheet: str, title: str, cell: str | None) -> None:
    outcome = imported(workbook((sheet, f"{title}\n{SIMPLE.strip()}")))

    told = "bảng ghi năm 2023, đợt thi đua bắt đầu từ năm 2024"
    assert said(outcome, "TD171") == ([] if cell is None else [(sheet, cell, told)])
    assert refused(outcome) == []


def test_one_table_of_collectives_and_people_in_lettered_sections() -> None:
    outcome = imported(
        workbook(
            """
STT | Tên tập thể, cá nhân | Chức vụ | Đơn vị | Hình thức đề nghị
A. TẬP THỂ (01 tập thể)
1 | UBND Phường 17 | | | Bằng khen Thành phố
B. CÁ NHÂN
1 | Nguyễn Văn Thử | Chuyên viên | UBND Phường 17 | Giấy khen quận
2 | Trần Thị Hai | Công chức | UBND Phường 17 | Giấy khen quận
"""
        )
    )

    assert refused(outcome) == []
    assert [one["doi_tuong"] for one in values(outcome)] == ["tập thể", "cá nhân", "cá nhân"]


def test_a_merged_unit_cell_counts_for_all_its_rows() -> None:
    outcome = imported(
        workbook(
            """
STT | Họ và tên | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | UBND Phường 17 | Giấy khen quận
2 | Trần Thị Hai | | Giấy khen quận
3 | Lê Văn Ba | Phòng TC-KH | Giấy khen quận
""",
            edit=lambda made: made.active.merge_cells("C2:C3"),
        )
    )

    assert [one["don_vi"] for one in values(outcome)] == ["ubnd-phuong-17", "ubnd-phuong-17", "phong-tckh"]


def test_a_cell_that_is_not_merged_is_not_filled_down() -> None:
    outcome = imported(
        workbook(
            """
STT | Họ và tên | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | UBND Phường 17 | Giấy khen quận
2 | Trần Thị Hai | | Giấy khen quận
"""
        )
    )

    assert refused(outcome) == [("C3", "TD156")]


def test_dates_as_days_serials_and_text() -> None:
    def edit(made: Any) -> None:
        page = made.active
        page["C2"], page["C3"], page["C4"], page["C5"] = date(1980, 3, 5), 29285, "5-3-1980", "31/11/1980"
        page["C6"] = datetime(1980, 12, 31, 12)  # noqa: DTZ001
        page["C7"] = "5/3/80"

    names = "\n".join(f"{n} | Người Thứ {word} | | UBND Phường 17 | Giấy khen quận" for n, word in enumerate(SIX, 1))
    outcome = imported(workbook("STT | Họ và tên | Ngày sinh | Đơn vị | Hình thức\n" + names, edit=edit))

    assert [one.get("ngay_sinh") for one in values(outcome)] == [
        "05/3/1980", "05/3/1980", "05/3/1980", None, "31/12/1980", None,
    ]  # fmt: skip
    assert refused(outcome) == [("C5", "TD160"), ("C7", "TD160")]
    assert said(outcome, "TD166") == [
        ("Danh sách", "C3", "số ngày 29285 của Excel hiểu là 05/3/1980"),
        ("Danh sách", "", "đơn vị đề nghị lấy theo nơi công tác: Ủy ban nhân dân Phường 17"),
    ]


def test_the_epoch_of_1904_moves_serials() -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def edit(made: Any) -> None:
        made.epoch = CALENDAR_MAC_1904
        made.active["C2"] = date(1980, 3, 5)

    outcome = imported(
        workbook("TT|Họ và tên|Ngày sinh|Đơn vị|Hình thức\n1|Lê Thử||UBND Phường 17|Giấy khen quận", edit=edit)
    )

    assert values(outcome)[0]["ngay_sinh"] == "05/3/1980"


def test_citizen_numbers_that_excel_damaged_are_refused_by_name() -> None:
    def edit(made: Any) -> None:
        page = made.active
        page["C2"] = 1234567012  # was 001234567012
        page["C3"] = 79088001234
        page["C3"].number_format = "000000000000"
        page["C4"] = "7.91E+10"
        page["C5"] = "079088001235"
        page["C6"] = "79088001234"
        page["C7"] = 7.9088001234e10

    names = "\n".join(f"{n} | Người Thứ {word} | | UBND Phường 17 | Giấy khen quận" for n, word in enumerate(SIX, 1))
    outcome = imported(workbook("STT | Họ và tên | Số CCCD | Đơn vị | Hình thức\n" + names, edit=edit))

    assert [one.get("so_dinh_danh") for one in values(outcome)] == [
        None, "079088001234", None, "079088001235", None, None,
    ]  # fmt: skip
    assert refused(outcome) == [("C2", "TD155"), ("C4", "TD155"), ("C6", "TD155"), ("C7", "TD155")]
    assert "đã mất số 0 ở đầu" in said(outcome, "TD155")[0][2]
    assert "7.91E+10" in said(outcome, "TD155")[1][2]


FIGURES = """
STT | Tên tập thể | Hình thức | Kế hoạch vốn đầu tư công được giao, không kể vốn bổ sung {0} | Số vốn đã giải ngân theo kế hoạch được giao {0}
1 | UBND Phường 17 | Bằng khen Thành phố | {1} | {2}
2 | UBND Phường 18 | Bằng khen Thành phố | {3} | {4}
"""


@pytest.mark.parametrize(
    ("cells", "planned", "done"),
    [
        # Vietnamese: points part groups
        (("", "4.200.000.000", "4.053.000.000", "7.000", "6.825"), ["4.200.000.000", "7.000"], ["4.053.000.000", "6.825"]),
        # English: commas part groups, known from the longer number of the same column
        (("", "4,200,000,000", "4,053,000,000", "7,000", "6,825"), ["4.200.000.000", "7.000"], ["4.053.000.000", "6.825"]),
        # millions with a decimal comma, scaled exactly
        (("(triệu đồng)", "4200", "4053,5", "7.000,25", "6825,125"), ["4.200.000.000", "7.000.250.000"], ["4.053.500.000", "6.825.125.000"]),
        (("(ĐVT: tỷ đồng)", "4,2", "4,0535", "7", "6,8"), ["4.200.000.000", "7.000.000.000"], ["4.053.500.000", "6.800.000.000"]),
    ],
)  # fmt: skip
def test_a_column_says_whether_its_comma_is_decimal(
    cells: tuple[str, ...], planned: list[str], done: list[str]
) -> None:
    outcome = imported(workbook(FIGURES.format(*cells)))

    assert refused(outcome) == []
    assert [one["so_lieu"]["von_ke_hoach_giao"] for one in values(outcome)] == planned
    assert [one["so_lieu"]["von_giai_ngan_theo_ke_hoach"] for one in values(outcome)] == done


@pytest.mark.parametrize(
    ("cells", "bad"),
    [
        (("", "1.234.567", "1", "1,234,567", "2"), ["D2", "D3"]),  # both habits in one column
        (("(triệu đồng)", "1,234", "1", "5", "2"), ["D2"]),  # 1234 triệu, or 1,234 triệu?
        (("", "4.200.00", "1", "5", "2"), ["D2"]),
        (("", "khoảng 4 tỷ", "1", "5", "2"), ["D2"]),
        (("", "4.200,5", "1", "5", "2"), ["D2"]),  # half a đồng
    ],
)
def test_numbers_of_two_readings_are_refused(cells: tuple[str, ...], bad: list[str]) -> None:
    assert refused(imported(workbook(FIGURES.format(*cells)))) == [(cell, "TD160") for cell in bad]


def test_numbers_as_numbers_are_exact() -> None:
    def edit(made: Any) -> None:
        page = made.active
        page["D2"], page["E2"], page["D3"], page["E3"] = 4200000000, 4053000000.0, 4053.1, 0.1

    outcome = imported(workbook(FIGURES.format("(triệu đồng)", "", "", "", ""), edit=edit))

    assert [one["so_lieu"]["von_ke_hoach_giao"] for one in values(outcome)] == [
        "4.200.000.000.000.000",
        "4.053.100.000",
    ]
    assert values(outcome)[1]["so_lieu"]["von_giai_ngan_theo_ke_hoach"] == "100.000"


def test_formulas_without_results_and_errors_are_refused() -> None:
    def edit(made: Any) -> None:
        made.active["C2"] = "=VLOOKUP(B2,X!A:B,2,0)"  # openpyxl stores no result
        made.active["D3"] = "#N/A"

    outcome = imported(workbook(SIMPLE.replace("| nam ", "| "), edit=edit))

    assert refused(outcome) == [("C2", "TD154"), ("D3", "TD154")]
    assert said(outcome, "TD154")[0][2] == "công thức chưa có kết quả"


@pytest.mark.parametrize(
    ("heading", "place", "more"),
    [("Họ và tên", "B2", []), ("Tên tập thể", "B2", []), ("Tên tập thể, cá nhân", "B2", []),
     ("Họ và tên", "B2", [("C2", "TD156")]), ("Tên tập thể", "B2", [("D2", "TD156")])],
)  # fmt: skip
def test_a_name_that_is_a_formula_without_result_is_one_mistake(
    heading: str, place: str, more: list[tuple[str, str]]
) -> None:
    """The unit and the award are asked for besides only where the name could not have said them."""

    def edit(made: Any) -> None:
        made.active["B2"] = "=UPPER(X1)"
        for cell, _ in more:
            made.active[cell] = None
        if heading == "Tên tập thể":
            made.active["C2"] = None

    text = f"STT | {heading} | Đơn vị | Hình thức\n1 | | UBND Phường 17 | Giấy khen quận\n2 | UBND Phường 18 | | Giấy khen quận"
    if heading == "Họ và tên":
        text = text.replace("2 | UBND Phường 18 | |", "2 | Lê Văn Ba | UBND Phường 18 |")

    wrong = [cell for cell in refused(imported(workbook(text, edit=edit))) if not cell[0].endswith("3")]
    assert wrong == [(place, "TD154"), *more]


TWO_SHEETS = """
STT | Họ và tên | Ngày sinh | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | 05/3/1980 | UBND Phường 17 | Giấy khen quận
2 | Trần Thị Hai | 1985 | UBND Phường 18 | Giấy khen quận
"""
FIGURE = "Số vốn đã giải ngân theo kế hoạch được giao (đồng)"


def with_figures(people: str, rows: str, heads: str = f"STT | Trường hợp | Đơn vị | {FIGURE} | Nguồn số liệu") -> bytes:
    return workbook(("Cá nhân", people), ("Số liệu", f"{heads}\n{rows.strip()}"))


def test_two_rows_of_figures_of_one_person_may_add_but_not_differ() -> None:
    again = imported(with_figures(TWO_SHEETS, """
1 | Nguyễn Văn Thử | UBND Phường 17 | 52.000.000 |
2 | Nguyễn Văn Thử | UBND Phường 17 | 52.000.000 | bảng kê Kho bạc
"""))  # fmt: skip
    assert refused(again) == []
    assert values(again)[0]["so_lieu"] == {"von_giai_ngan_theo_ke_hoach": "52.000.000", "nguon": "bảng kê Kho bạc"}

    other = imported(with_figures(TWO_SHEETS, """
1 | Nguyễn Văn Thử | UBND Phường 17 | 52.000.000 |
2 | Nguyễn Văn Thử | UBND Phường 17 | 25.000.000 | bảng kê Kho bạc
"""))  # fmt: skip
    assert said(other, "TD160") == [
        ("Số liệu", "D3", "Nguyễn Văn Thử: ô này ghi “25.000.000”, ô D2 ghi “52.000.000”"),
    ]


def test_two_rows_of_one_solution_add_papers_but_do_not_differ() -> None:
    people = ("Cá nhân", TWO_SHEETS)
    heads = "STT | Trường hợp | Tên giải pháp | Phạm vi áp dụng | Số, ký hiệu | Loại tài liệu\n"
    same = (
        "1 | Nguyễn Văn Thử | Sổ ảnh | đơn vị | 1/XN | biên bản nghiệm thu\n"
        "2 | Nguyễn Văn Thử | Sổ ảnh | {} | 2/XN | biên bản nghiệm thu"
    )
    added = imported(workbook(people, ("Giải pháp", heads + same.format("đơn vị"))))
    assert refused(added) == []
    assert [one["so_ky_hieu"] for one in values(added)[0]["giai_phap"][0]["tai_lieu"]] == ["1/XN", "2/XN"]
    assert added.changes[0].draft.cells["giai_phap.0.tai_lieu.1.so_ky_hieu"] == "Giải pháp!E3"
    assert added.changes[0].draft.cells["giai_phap.0.pham_vi_ap_dung"] == "Giải pháp!D2"
    assert refused(imported(workbook(people, ("Giải pháp", heads + same.format("quận"))))) == [("D3", "TD160")]


def test_figures_of_a_person_of_another_unit_are_refused_and_the_units_own_cell_stays() -> None:
    right = imported(with_figures(TWO_SHEETS, "1 | Nguyễn Văn Thử | UBND Phường 17 | 52.000.000 |"))
    assert refused(right) == []
    assert right.changes[0].draft.cells["don_vi"] == "D2"
    assert right.changes[0].draft.cells["so_lieu.von_giai_ngan_theo_ke_hoach"] == "Số liệu!D2"

    wrong = imported(with_figures(TWO_SHEETS, "1 | Nguyễn Văn Thử | UBND Phường 18 | 52.000.000 |"))
    assert said(wrong, "TD160") == [
        ("Số liệu", "C2", "Nguyễn Văn Thử: ô này ghi “Ủy ban nhân dân Phường 18”,"
         " trang Cá nhân, ô D2 ghi “Ủy ban nhân dân Phường 17”"),
    ]  # fmt: skip


def test_two_people_of_one_name_in_one_unit_get_their_figures_by_the_day_of_birth() -> None:
    people = TWO_SHEETS.replace("Trần Thị Hai | 1985 | UBND Phường 18", "Nguyễn Văn Thử | 1985 | UBND Phường 17")
    by_unit = imported(with_figures(people, "1 | Nguyễn Văn Thử | UBND Phường 17 | 52.000.000 |"))
    assert refused(by_unit) == [("B2", "TD158")]
    (remedy,) = (one.remedy for one in by_unit.errors)
    assert "cột Ngày sinh" in remedy

    heads = f"STT | Trường hợp | Đơn vị | Ngày sinh | {FIGURE}"
    row = "1 | Nguyễn Văn Thử | UBND Phường 17 | {} | 52.000.000"
    for born, whose in (("05/3/1980", 0), ("5/3/1980", 0), ("1980", 0), ("1985", 1)):
        told = imported(with_figures(people, row.format(born), heads))
        assert refused(told) == []
        assert ["so_lieu" in one for one in values(told)] == [whose == 0, whose == 1], born
        assert {"ngay_sinh", "nam_sinh"} & set(values(told)[0]) == {"ngay_sinh"}
    assert refused(imported(with_figures(people, row.format("06/3/1980"), heads))) == [("B2", "TD158")]
    alone = imported(with_figures(TWO_SHEETS, row.format("06/3/1980"), heads))
    assert refused(alone) == [("D2", "TD160")], "another's figures, though the name is there once"


def test_two_people_of_one_name_in_two_units_are_told_apart_by_the_unit() -> None:
    people = TWO_SHEETS.replace("Trần Thị Hai", "Nguyễn Văn Thử")
    unsaid = imported(with_figures(people, "1 | Nguyễn Văn Thử | | 52.000.000 |"))
    assert refused(unsaid) == [("B2", "TD158")]
    assert "cột Đơn vị" in unsaid.errors[0].remedy
    told = imported(with_figures(people, "1 | Nguyễn Văn Thử | UBND Phường 18 | 52.000.000 |"))
    assert refused(told) == []
    assert ["so_lieu" in one for one in values(told)] == [False, True]


def test_hidden_rows_are_said_and_chosen() -> None:
    def edit(made: Any) -> None:
        made.active.row_dimensions[3].hidden = True

    data = workbook(SIMPLE, edit=edit)

    assert refused(imported(data)) == [("B3", "TD162")]
    assert [one["ho_ten"] for one in values(imported(data, hidden="read"))] == ["Nguyễn Văn Thử", "Trần Thị Hai"]
    skipped = imported(data, hidden="skip")
    assert [one["ho_ten"] for one in values(skipped)] == ["Nguyễn Văn Thử"]
    assert ("Danh sách", "B3", "dòng 3 đang ẩn: bỏ qua theo --hidden skip") in said(skipped, "TD165")


def test_a_hidden_sheet_is_asked_about() -> None:
    def edit(made: Any) -> None:
        made["Cũ"].sheet_state = "hidden"

    other = SIMPLE.replace("Nguyễn Văn Thử", "Lê Văn Cũ").replace("Trần Thị Hai", "Lê Thị Xưa")
    data = workbook(SIMPLE, ("Cũ", other), edit=edit)

    assert refused(imported(data)) == [("B2", "TD162"), ("B3", "TD162")]
    assert len(values(imported(data, hidden="skip"))) == 2


def test_nfd_text_becomes_one_form_everywhere() -> None:
    from unicodedata import normalize

    outcome = imported(workbook(normalize("NFD", SIMPLE)))

    assert refused(outcome) == []
    assert values(outcome)[0]["ho_ten"] == "Nguyễn Văn Thử"
    assert outcome.changes[0].id == "ubnd-phuong-17/nguyen-van-thu"


def test_legacy_fonts_by_name_and_by_content() -> None:
    def edit(made: Any) -> None:
        page = made.active
        page["B2"], page["B2"].font = "§ç V¨n H­ëng", Font(name=".VnTime")
        page["E2"], page["E2"].font = "Chuyªn viªn", Font(name=".VnTime")
        page["B3"], page["B3"].font = "Ñoã Thò Haûi", Font(name="VNI-Times")
        page["E3"] = "C«ng chøc t­ ph¸p"  # the font is lost, the text is not

    outcome = imported(workbook(SIMPLE, edit=edit))

    assert refused(outcome) == []
    assert [(one["ho_ten"], one["chuc_vu"]) for one in values(outcome)] == [
        ("Đỗ Văn Hưởng", "Chuyên viên"),
        ("Đỗ Thị Hải", "Công chức tư pháp"),
    ]
    assert [cell for _, cell, _ in said(outcome, "TD163")] == ["B2", "E2", "B3", "E3"]


def test_a_font_of_capitals_gives_a_name_that_is_asked_about() -> None:
    def edit(made: Any) -> None:
        made.active["B2"], made.active["B2"].font = "§ç V¨n H­ëng", Font(name=".VnTimeH")

    outcome = imported(workbook(SIMPLE, edit=edit))

    assert refused(outcome) == [("B2", "TD157")]
    assert said(outcome, "TD157")[0][2] == "tên gõ in hoa: ĐỖ VĂN HƯỞNG"


def test_names_in_capitals_are_asked_about_and_answered() -> None:
    from thidua_cli.sheet.answers import Answers

    data = workbook(SIMPLE.replace("Nguyễn Văn Thử", "H’HEN NIÊ").replace("Trần Thị Hai", "LÊ THỊ CẨM"))
    outcome = imported(data)

    assert refused(outcome) == [("B2", "TD157")], "Lê Thị Cẩm is in the repository, so her spelling is known"
    assert values(outcome)[1]["ho_ten"] == "Lê Thị Cẩm"
    answered = imported(data, answers=Answers({}, {}, {}, {"H’HEN NIÊ": "H’Hen Niê"}, {}))
    assert refused(answered) == []
    assert values(answered)[0]["ho_ten"] == "H’Hen Niê"


def test_unknown_headings_stop_unless_answered() -> None:
    data = workbook(
        SIMPLE.replace("Họ và tên", "Tên CBCC").replace("Chức vụ", "Mã ngạch").replace("STT", "Họ và tên X")
    )
    assert refused(imported(data)) == [("A1", "TD152"), ("B1", "TD152"), ("E1", "TD152")]

    mapped = "cot:\n  Tên CBCC: ho_ten\n  Mã ngạch: bỏ qua\n  Họ và tên X: STT\ndon_vi:\n  Phòng TC-KH: phong-tckh\n"
    answers, problems = read_answers(mapped.encode(), "tra-loi.yaml", *office())
    assert problems == []
    outcome = imported(data, answers=answers)
    assert refused(outcome) == []
    assert [one["ho_ten"] for one in values(outcome)] == ["Nguyễn Văn Thử", "Trần Thị Hai"]
    assert all("chuc_vu" not in one for one in values(outcome))

    unknown = imported(workbook(SIMPLE.replace("Giới tính", "Mã ngạch")))
    assert refused(unknown) == [("C1", "TD152")]


@pytest.mark.parametrize(
    ("answer", "message", "remedy"),
    [
        ("cot:\n  Hình thức KT: hinh_thuc", "khóa “hinh_thuc” không có", "có phải hinh_thuc_de_nghi?"),
        ("cot:\n  Chức danh nghề: Chức  vụ", "", ""),  # a heading as people type it
        ("cot:\n  Ngạch: bo qua", "khóa “bo qua” không có", ""),
        ("don_vi:\n  P17: ubnd-phuong17", "đơn vị “ubnd-phuong17” không có", "có phải ubnd-phuong-17?"),
        ("don_vi:\n  P17: ubnd-phuong-17", "", ""),
        ("don_vi:\n  P17: UBND Phường 17", "", ""),
        ("don_vi:\n  P17: Ủy ban nhân dân Phường 71", "đơn vị “Ủy ban nhân dân Phường 71” không có", ""),
        ("hinh_thuc:\n  GK: Giấy khen quậ", "hình thức “Giấy khen quậ” không có", "có phải Giấy khen quận?"),
        ("hinh_thuc:\n  GK: gk-q", "", ""),
    ],
)
def test_an_answer_that_leads_nowhere_is_said_at_its_line(answer: str, message: str, remedy: str) -> None:
    _, problems = read_answers(f"# tra loi\n{answer}\n".encode(), "tra-loi.yaml", *office())

    assert [one.message for one in problems] == [message] * bool(message)
    if problems:
        assert problems[0].place is not None
        assert problems[0].place.line == 3
        assert problems[0].remedy == remedy or not remedy


def test_an_answer_names_the_unit_as_people_do() -> None:
    answers, _ = read_answers("don_vi:\n  P. 17 (Q11): Ủy ban nhân dân Phường 17\n".encode(), "tra-loi.yaml", *office())
    outcome = imported(workbook(SIMPLE.replace("UBND Phường 17", "P. 17 (Q11)")), answers=answers)

    assert refused(outcome) == []
    assert values(outcome)[0]["don_vi"] == "ubnd-phuong-17"


def test_a_field_in_no_list_is_told_the_plans_fields_by_name_and_once_each() -> None:
    text = SIMPLE.replace("Hình thức đề nghị", "Hình thức đề nghị | Lĩnh vực").replace("quận\n", "quận | môi trường\n")
    (told,) = [one for one in imported(workbook(text)).errors if one.code.id == "TD158"]

    assert told.message == "không rõ lĩnh vực “môi trường”"
    assert told.advice.startswith("kế hoạch có: thực hiện chỉ tiêu thu ngân sách Nhà nước năm 2024; giải ngân vốn")
    assert told.advice.count("chuyển đổi số") == 1


def test_mistakes_are_listed_down_the_sheet() -> None:
    text = SIMPLE.replace("1985", "30/02/1985").replace("bằng khen thành phố", "").replace("05/3/1980", "5/3/80")

    assert refused(imported(workbook(text))) == [("D2", "TD160"), ("D3", "TD160"), ("G3", "TD156")]
    text = SIMPLE.replace("Giấy khen quận", "").replace("1985", "30/02/1985")
    assert refused(imported(workbook(text))) == [("G2", "TD156"), ("D3", "TD160")]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("", ""), "Nguyễn Văn Thử: trùng tên, ngày sinh với dòng 2"),
        (("079080001234", "079080001234"), "Nguyễn Văn Thử: trùng tên, ngày sinh, số định danh với dòng 2"),
        (("079080001234", ""), "Nguyễn Văn Thử: trùng tên, ngày sinh với dòng 2"),
        (("079080001234", "079080005678"), None),
    ],
)
def test_two_of_one_name_and_day_are_two_by_their_numbers(numbers: tuple[str, str], told: str | None) -> None:
    rows = "".join(
        f"{at} | Nguyễn Văn Thử | nam | 05/3/1980 | Công chức | UBND Phường 17 | Giấy khen quận | {number}\n"
        for at, number in enumerate(numbers, 1)
    )
    heads = "STT | Họ và tên | Giới tính | Ngày sinh | Chức vụ | Đơn vị | Hình thức đề nghị | Số định danh\n"
    outcome = imported(workbook(heads + rows))

    assert [one.message for one in outcome.errors] == [told] * (told is not None)
    if told is None:
        assert len({change.id for change in outcome.changes}) == 2


def test_a_collective_listed_twice_is_not_asked_for_a_day_of_birth() -> None:
    text = """
STT | Tên tập thể | Đơn vị | Hình thức đề nghị
1 | Tổ Một cửa | UBND Phường 17 | Giấy khen quận
2 | Tổ Một cửa | UBND Phường 17 | Bằng khen Thành phố
"""
    (told,) = imported(workbook(text)).errors

    assert (told.code.id, told.cell) == ("TD161", "B3")
    assert told.advice == "một tập thể thì xóa dòng thừa; hai tập thể thì ghi tên khác nhau"


def test_what_is_not_in_any_list_is_refused_with_the_nearest_name() -> None:
    text = SIMPLE.replace("UBND Phường 17", "UBND Phường 71").replace("bằng khen thành phố", "Bằng khen Thành phô")
    outcome = imported(workbook(text))

    assert refused(outcome) == [("F2", "TD158"), ("G3", "TD158")]
    remedies = [one.advice for one in outcome.errors]
    assert "units.yaml" in remedies[0]
    assert remedies[1].startswith("có phải “Bằng khen Thành phố”? viết đúng tên ấy; hoặc tệp --map ghi hinh_thuc")


def test_the_same_person_twice_and_two_people_of_one_name() -> None:
    twice = SIMPLE.replace("Trần Thị Hai ", "Nguyễn Văn Thử").replace("Phòng TC-KH", "UBND Phường 17")

    two = imported(workbook(twice))
    assert refused(two) == []
    assert [change.id for change in two.changes] == ["ubnd-phuong-17/nguyen-van-thu", "ubnd-phuong-17/nguyen-van-thu-2"]
    same = imported(workbook(twice.replace("1985     ", "05/3/1980")))
    assert refused(same) == [("B3", "TD161")]
    undated = imported(workbook(twice.replace("1985     ", "         ")))
    assert refused(undated) == [("B3", "TD161")]


def test_ditto_needs_something_above_it() -> None:
    outcome = imported(workbook(SIMPLE.replace("UBND Phường 17", "nt")))

    assert ("F2", "TD159") in refused(outcome)


def test_every_bad_cell_is_listed_at_once() -> None:
    text = (
        SIMPLE.replace("05/3/1980", "32/3/1980")
        .replace("Nữ", "gái")
        .replace("Phòng TC-KH", "Phòng X")
        .replace("nam", "x")
    )

    assert refused(imported(workbook(text))) == [("C2", "TD158"), ("D2", "TD160"), ("C3", "TD158"), ("F3", "TD158")]


def test_a_repeated_head_row_and_a_second_table_on_one_sheet() -> None:
    outcome = imported(
        workbook(
            """
STT | Họ và tên | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | UBND Phường 17 | Giấy khen quận
STT | Họ và tên | Đơn vị | Hình thức
2 | Trần Thị Hai | UBND Phường 17 | Giấy khen quận
Cộng: 02 cá nhân

STT | Tên tập thể | Hình thức đề nghị | Lĩnh vực
1 | UBND Phường 18 | Bằng khen Thành phố | giải ngân vốn đầu tư công năm 2024
"""
        )
    )

    assert refused(outcome) == []
    assert [one["doi_tuong"] for one in values(outcome)] == ["cá nhân", "cá nhân", "tập thể"]
    assert values(outcome)[2]["linh_vuc"] == "giai-ngan-von"
    assert said(outcome, "TD164") == []


def test_a_sheet_without_a_table_is_said_and_an_empty_list_refused() -> None:
    assert refused(imported(workbook("Kế hoạch\ntuần này"))) == [("", "TD151")]
    outcome = imported(workbook(("Bìa", "Danh sách\nnăm 2024"), SIMPLE))
    assert refused(outcome) == []
    assert ("Bìa", "", "trang không có bảng nào nhận ra được") in said(outcome, "TD165")


def test_two_columns_of_one_meaning_are_refused() -> None:
    outcome = imported(workbook(SIMPLE.replace("Chức vụ ", "Nơi công tác")))

    assert ("F1", "TD153") in refused(outcome)


def test_rows_numbered_in_advance_are_no_rows() -> None:
    outcome = imported(workbook(SIMPLE + "3 |\n4 |\n"))

    assert refused(outcome) == []
    assert len(outcome.changes) == 2


def test_a_merged_name_over_two_rows_is_one_person() -> None:
    text = """
STT | Họ và tên | Đơn vị | Hình thức | Tóm tắt thành tích
1 | Nguyễn Văn Thử | UBND Phường 17 | Giấy khen quận | Làm 12 việc.
  |                |                |                | Làm 13 việc. | xem lại
"""
    outcome = imported(workbook(text, edit=lambda made: made.active.merge_cells("B2:B3")))

    assert refused(outcome) == []
    assert [one["tom_tat_thanh_tich"] for one in values(outcome)] == ["Làm 12 việc. Làm 13 việc."]
    assert ("Danh sách", "F3", "“xem lại” không nhập: cột F không có tiêu đề") in said(outcome, "TD165")


def test_who_is_missing_from_the_list_and_who_is_in_signed_papers_is_said() -> None:
    text = """
STT | Họ và tên | Chức vụ | Đơn vị | Hình thức
1 | Lê Thị Cẩm | Chuyên viên chính | UBND Phường 17 | Giấy khen quận
"""
    outcome = imported(workbook(text))

    assert refused(outcome) == []
    assert "ubnd-phuong-17/tran-van-binh có trong kho, không có trong bảng; giữ nguyên" in [
        message for _, _, message in said(outcome, "TD168")
    ]
    assert [cell for _, cell, _ in said(outcome, "TD169")] == ["B2"]


def test_households_by_their_own_heading() -> None:
    text = """
STT | Họ và tên chủ hộ | Địa chỉ | Đơn vị | Hình thức
1 | Hộ gia đình ông Nguyễn Văn Thử | 12 Đường Số 3 | UBND Phường 17 | Giấy khen quận
"""
    outcome = imported(workbook(text))

    assert refused(outcome) == []
    assert values(outcome) == [
        {"doi_tuong": "hộ gia đình", "ho_ten": "Nguyễn Văn Thử", "gioi_tinh": "nam", "dia_chi_ho": "12 Đường Số 3",
         "don_vi": "ubnd-phuong-17", "hinh_thuc_de_nghi": "Giấy khen quận"},
    ]  # fmt: skip


def test_an_anonymous_row_of_a_mixed_list_is_asked_about() -> None:
    text = """
STT | Tên tập thể, cá nhân | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | UBND Phường 17 | Giấy khen quận
2 | Ông Lê Văn Ba | UBND Phường 17 | Giấy khen quận
"""
    assert refused(imported(workbook(text))) == [("B2", "TD156")]


def test_a_unit_that_only_the_command_names() -> None:
    text = SIMPLE.replace("UBND Phường 17", "").replace("Phòng TC-KH", "")

    assert refused(imported(workbook(text))) == [("F2", "TD156"), ("F3", "TD156")]
    outcome = imported(workbook(text), unit="ubnd-phuong-18")
    assert refused(outcome) == []
    assert [change.id.partition("/")[0] for change in outcome.changes] == ["ubnd-phuong-18"] * 2


def test_the_layout_of_a_provincial_product() -> None:
    text = """
STT | Tên gọi (Ông/Bà…) | Tên tập thể/cá nhân/hộ | Chức vụ | Đơn vị công tác | Danh hiệu/Hình thức | Phân loại đối tượng | Lĩnh vực
1 | Ông | Nguyễn Văn Thử | Chuyên viên | UBND P.17 | Giấy khen quận | công chức, viên chức |
2 | | UBND Phường 18 | | | Bằng khen Thành phố | | giai-ngan-von
"""
    outcome = imported(workbook(text))

    assert refused(outcome) == []
    assert values(outcome) == [
        {"doi_tuong": "cá nhân", "ho_ten": "Nguyễn Văn Thử", "gioi_tinh": "nam", "chuc_vu": "Chuyên viên",
         "don_vi": "ubnd-phuong-17", "nhom_nguoi": ["công chức, viên chức"], "hinh_thuc_de_nghi": "Giấy khen quận"},
        {"doi_tuong": "tập thể", "don_vi": "ubnd-phuong-18", "hinh_thuc_de_nghi": "Bằng khen Thành phố",
         "linh_vuc": "giai-ngan-von"},
    ]  # fmt: skip


def test_award_and_unit_stand_in_the_title_and_the_total_counts_people() -> None:
    def edit(made: Any) -> None:
        made.active.merge_cells("A1:F1")
        made.active.merge_cells("C4:D4")

    text = """
DANH SÁCH CÁN BỘ, CÔNG CHỨC ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN
Đơn vị: UBND Phường 17
(Kèm theo Tờ trình số 12/TTr-UBND ngày 12/12/2024)
TT | Họ và tên | Ngày, tháng, năm sinh | | Chức danh | Thành tích tiêu biểu
   |           | Nam | Nữ |  |
1  | Nguyễn Văn Thử | 05/03/1980 | | Công chức | 612 hồ sơ
2  | Thạch Sà Rươl | x | | nt | nt
Danh sách có 03 người./.
"""
    outcome = imported(workbook(text, edit=edit))

    assert refused(outcome) == []
    assert [(one["hinh_thuc_de_nghi"], one["don_vi"], one["gioi_tinh"]) for one in values(outcome)] == [
        ("Giấy khen quận", "ubnd-phuong-17", "nam"),
    ] * 2
    assert outcome.changes[0].draft.cells["hinh_thuc_de_nghi"] == "A1"
    assert said(outcome, "TD164") == [("Danh sách", "A8", "dòng tổng ghi 03 người, đọc được 02")]


GROUPED = """
STT | Họ và tên | Đơn vị | Tóm tắt thành tích
I   | Bằng khen Thành phố
1   | Nguyễn Văn Thử | UBND Phường 17 | Làm 12 việc
{}
1   | Trần Thị Hai | UBND Phường 17 | Làm 13 việc
2   | Lê Văn Ba | UBND Phường 17 | Làm 14 việc
"""


@pytest.mark.parametrize("group", ["II | Biểu dương", "II | Danh sách dự bị (chưa đề nghị)", "Các trường hợp rút"])
def test_a_group_row_nobody_understands_ends_the_group_before_and_is_asked_about_once(group: str) -> None:
    outcome = imported(workbook(GROUPED.format(group)))

    assert refused(outcome) == [("B4" if group.startswith("II") else "A4", "TD158")]
    assert "không lấy hình thức của nhóm trước" in said(outcome, "TD158")[0][2]
    assert [one.get("hinh_thuc_de_nghi") for one in values(outcome)] == ["Bằng khen Thành phố", None, None]
    assert not any("dòng “" in message for _, _, message in said(outcome, "TD165"))


@pytest.mark.parametrize(
    "group", ["A | Khối mầm non", "1. Khối mầm non", "a) Khối mầm non", "- Khối mầm non", "(xếp theo chữ cái)"]
)
@pytest.mark.parametrize("above", ["I   | Bằng khen Thành phố", "Bằng khen Thành phố"])
def test_a_group_within_a_group_and_a_remark_hand_on_what_stands_above_and_say_so(above: str, group: str) -> None:
    outcome = imported(workbook(GROUPED.replace("I   | Bằng khen Thành phố", above).format(group)))

    assert refused(outcome) == []
    assert [one["hinh_thuc_de_nghi"] for one in values(outcome)] == ["Bằng khen Thành phố"] * 3
    assert any("vẫn theo Bằng khen Thành phố" in message for _, _, message in said(outcome, "TD166"))


def test_a_group_row_nobody_understands_matters_only_to_rows_that_need_it() -> None:
    text = GROUPED.replace("Tóm tắt thành tích", "Hình thức").replace("Làm 13 việc", "Giấy khen quận")
    whole = imported(workbook(text.replace("Làm 14 việc", "Giấy khen quận").format("II | Biểu dương")))

    assert refused(whole) == [("D3", "TD158")], "only the cell that holds no award"
    assert [cell for _, cell, _ in said(whole, "TD165")] == ["B4"]


def test_units_of_an_unknown_group_are_not_those_of_the_group_before_nor_the_proposers() -> None:
    text = """
Đơn vị: UBND Phường 17
STT | Họ và tên | Hình thức
I   | UBND Phường 18
1   | Nguyễn Văn Thử | Giấy khen quận
II  | Trường Tiểu học Lạ
1   | Trần Thị Hai | Giấy khen quận
III | UBND Phường 17
1   | Lê Văn Ba | Giấy khen quận
"""
    outcome = imported(workbook(text))

    assert refused(outcome) == [("B5", "TD158")]
    assert [one.get("don_vi") for one in values(outcome)] == ["ubnd-phuong-18", None, "ubnd-phuong-17"]


def test_under_a_title_that_names_the_award_unknown_groups_are_said_and_not_refused() -> None:
    text = GROUPED.replace("I   | Bằng khen Thành phố", "I   | Khối mầm non").format("II | Khối tiểu học")
    outcome = imported(workbook("Danh sách đề nghị tặng Giấy khen quận\n" + text.lstrip()))

    assert refused(outcome) == []
    assert [one["hinh_thuc_de_nghi"] for one in values(outcome)] == ["Giấy khen quận"] * 3
    assert [cell for _, cell, message in said(outcome, "TD166") if "vẫn theo" in message] == ["B3", "B5"]


def test_people_and_collectives_in_columns_of_their_own_are_each_what_their_column_says() -> None:
    text = """
STT | Họ và tên | Tên tập thể | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | | UBND Phường 17 | Giấy khen quận
2 | | Tổ Một cửa | UBND Phường 17 | Giấy khen quận
"""
    outcome = imported(workbook(text))
    assert refused(outcome) == []
    assert [(one["doi_tuong"], change.draft.name_cell) for one, change in zip(values(outcome), outcome.changes, strict=True)] == [
        ("cá nhân", "B2"), ("tập thể", "C3"),
    ]  # fmt: skip

    both = imported(workbook(text.replace("2 | |", "2 | Trần Thị Hai |")))
    assert refused(both) == [("C3", "TD160")]
    same = imported(workbook(text.replace("1 | Nguyễn Văn Thử | |", "1 | Nguyễn Văn Thử | nguyễn văn thử |")))
    assert refused(same) == []
    assert values(same)[0]["ho_ten"] == "Nguyễn Văn Thử"


ADDRESSED = """
STT | Họ và tên | Giới tính | Đơn vị | Hình thức
1 | {} | {} | UBND Phường 17 | Giấy khen quận
2 | Nguyễn Văn Thử | nam | UBND Phường 17 | Giấy khen quận
3 | Trần Thị Hai | nữ | UBND Phường 17 | Giấy khen quận
"""


@pytest.mark.parametrize(
    ("typed", "gender", "name", "told"),
    [
        ("Ông Ích Khiêm", "", "Ích Khiêm", "“Ông Ích Khiêm” hiểu là Ích Khiêm, bỏ chữ “Ông”"),
        ("Ông Thị Mai", "nữ", "Ông Thị Mai", "“Ông Thị Mai” giữ cả chữ “Ông”: cột Giới tính ghi nữ"),
        ("Anh Thư", "", "Anh Thư", "“Anh Thư” giữ cả chữ “Anh”: bỏ đi thì chỉ còn “Thư”"),
        ("bà Trần Thị Ba", "", "Trần Thị Ba", ""),
        ("Đ/c Lê Văn Tư", "", "Lê Văn Tư", ""),
    ],
)
def test_a_word_that_may_be_a_family_name_is_not_cut_off_in_silence(
    typed: str, gender: str, name: str, told: str
) -> None:
    outcome = imported(workbook(ADDRESSED.format(typed, gender)))

    assert refused(outcome) == []
    assert values(outcome)[0]["ho_ten"] == name
    assert [message for _, cell, message in said(outcome, "TD166") if cell == "B2"] == ([told] if told else [])


def test_where_everybody_is_addressed_nothing_is_said_and_the_offices_answer_keeps_a_family_name() -> None:
    text = ADDRESSED.format("Ông Ích Khiêm", "").replace("Nguyễn Văn", "Ông Nguyễn Văn")
    polite = imported(workbook(text))
    assert [message for _, cell, message in said(polite, "TD166") if cell] == []
    assert [one["ho_ten"] for one in values(polite)][:2] == ["Ích Khiêm", "Nguyễn Văn Thử"]

    answers, problems = read_answers("ho_ten:\n  Ông Ích Khiêm: Ông Ích Khiêm\n".encode(), "tra-loi.yaml", *office())
    assert problems == []
    assert values(imported(workbook(text), answers=answers))[0]["ho_ten"] == "Ông Ích Khiêm"


MEASURED = """
STT | Tên tập thể | Hình thức | Đơn vị tính | Kế hoạch vốn đầu tư công được giao, không kể vốn bổ sung {0} | Số vốn đã giải ngân theo kế hoạch được giao {0}
1 | UBND Phường 17 | Bằng khen Thành phố | {1} | {2} | {3}
"""


@pytest.mark.parametrize(
    ("heading", "unit", "planned", "bad"),
    [
        ("(đồng)", "triệu đồng", "4.200.000.000", [("D2", "TD160")]),
        ("(triệu đồng)", "đồng", "4.200", [("D2", "TD160")]),
        ("(đồng)", "chỉ tiêu", "4.200.000.000", [("D2", "TD160")]),
        ("(triệu đồng)", "", "4.200.000.000 đ", [("E2", "TD160")]),
        ("(đồng)", "Đồng", "4.200.000.000 đ", []),
        ("(triệu đồng)", "triệu đồng", "4200", []),
        ("", "triệu đồng", "4200", []),
        ("", "tỷ đồng", "4,2", []),
        ("", "", "4.200.000.000", []),
    ],
)
def test_the_unit_beside_figures_and_the_unit_of_their_heading_are_one(
    heading: str, unit: str, planned: str, bad: list[tuple[str, str]]
) -> None:
    outcome = imported(workbook(MEASURED.format(heading, unit, planned, "0")))

    assert refused(outcome) == bad
    if not bad:
        figures = values(outcome)[0]["so_lieu"]
        assert figures["von_ke_hoach_giao"] == "4.200.000.000"
        assert figures.get("don_vi_tinh") in ("đồng", None)


def test_a_row_struck_through_is_asked_about_as_a_hidden_one_is() -> None:
    def edit(made: Any) -> None:
        for cell in made.active[3]:
            cell.font = Font(strike=True)

    data = workbook(SIMPLE, edit=edit)

    assert refused(imported(data)) == [("B3", "TD162")]
    assert said(imported(data), "TD162")[0][2] == "dòng 3 bị gạch ngang mà có dữ liệu"
    read = imported(data, hidden="read")
    assert [one["ho_ten"] for one in values(read)] == ["Nguyễn Văn Thử", "Trần Thị Hai"]
    assert not any("gạch" in message for _, _, message in said(read, "TD166"))
    assert [one["ho_ten"] for one in values(imported(data, hidden="skip"))] == ["Nguyễn Văn Thử"]


def test_words_struck_through_within_a_row_are_read_and_said() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def edit(made: Any) -> None:
        page = made.active
        page["E2"] = CellRichText(TextBlock(InlineFont(strike=True), "Công chức"), " Chuyên viên")
        page["D3"].font = Font(strike=True)
        page["A3"].font = Font(strike=True)
        page["C2"].font = Font(strike=False)

    outcome = imported(workbook(SIMPLE, edit=edit))

    assert refused(outcome) == []
    assert [cell for _, cell, message in said(outcome, "TD166") if "gạch ngang" in message] == ["E2", "D3"]


def test_what_stands_right_of_the_last_heading_is_said_at_its_cell() -> None:
    outcome = imported(workbook(SIMPLE.replace("Giấy khen quận", "Giấy khen quận | | nghỉ thai sản")))

    assert refused(outcome) == []
    assert ("Danh sách", "I2", "“nghỉ thai sản” không nhập: cột I không có tiêu đề") in said(outcome, "TD165")
    assert len(said(outcome, "TD165")) == 1


def test_a_stray_note_beside_a_first_row_of_words_makes_no_second_row_of_headings() -> None:
    text = """
Họ và tên | Chức vụ | Đơn vị | Hình thức
Nguyễn Văn Thử | Chuyên viên | UBND Phường 17 | Giấy khen quận | xem lại
Trần Thị Hai | Chuyên viên | UBND Phường 17 | Giấy khen quận
"""
    outcome = imported(workbook(text))
    assert refused(outcome) == []
    assert [one["ho_ten"] for one in values(outcome)] == ["Nguyễn Văn Thử", "Trần Thị Hai"]

    bare = "Họ và tên | Năm sinh | | Đơn vị | Hình thức\n | Nam | Nữ\nTrần Thị Hai | | 1985 | UBND Phường 17 | Giấy khen quận"
    (woman,) = values(imported(workbook(bare)))
    assert (woman["gioi_tinh"], woman["nam_sinh"]) == ("nữ", "1985")


NUMBERED = """
STT | Họ và tên | Ngày sinh | Số định danh | Đơn vị | Hình thức
1 | {} | {} | {} | UBND Phường 17 | Giấy khen quận
2 | {} | {} | {} | UBND Phường 17 | Giấy khen quận
"""


@pytest.mark.parametrize(
    ("second", "bad"),
    [
        (("Lê Văn Hà", "05/3/1979", "079188001234"), [("D3", "TD161")]),
        (("Lê Văn Hà", "05/3/1979", "079188001235"), []),
        (("Nguyễn Thị Hằng", "05/3/1988", "079188001234"), [("B3", "TD161")]),  # one person twice
    ],
)
def test_one_citizen_number_is_one_persons(second: tuple[str, ...], bad: list[tuple[str, str]]) -> None:
    assert refused(imported(workbook(NUMBERED.format("Nguyễn Thị Hằng", "05/3/1988", "079188001234", *second)))) == bad


def test_headings_titles_groups_and_totals_in_a_legacy_encoding_whose_font_is_lost() -> None:
    text = (
        "§¬n vÞ: UBND Ph\u00adêng 17\n"
        "STT | Hä vµ tªn | Chøc vô | H×nh thøc | M· ng¹ch\n"
        "I | UBND Ph\u00adêng 18\n"
        "1 | NguyÔn ThÞ Hoa | C«ng chøc | GiÊy khen quËn | 01.003\n"
        "Tæng céng: 03 ng\u00adêi\n"
    )
    answers, problems = read_answers("cot:\n  M· ng¹ch: bỏ qua\n".encode(), "tra-loi.yaml", *office())
    assert problems == []
    for answered in (answers, read_answers("cot:\n  Mã ngạch: bỏ qua\n".encode(), "tra-loi.yaml", *office())[0]):
        outcome = imported(workbook(text), answers=answered)
        assert refused(outcome) == []
        assert [(one["ho_ten"], one["don_vi"]) for one in values(outcome)] == [("Nguyễn Thị Hoa", "ubnd-phuong-18")]
        assert outcome.changes[0].draft.proposer == "ubnd-phuong-17"
        assert [message for _, _, message in said(outcome, "TD164")] == ["dòng tổng ghi 03 người, đọc được 01"]
    asked = imported(workbook(text))
    assert [message for _, _, message in said(asked, "TD152")] == ["không nhận ra cột “Mã ngạch”"]


@pytest.mark.parametrize(
    ("typed", "read", "remedy"),
    [
        ("1980-03-05 00:00:00", "05/3/1980", ""),
        ("5/3/1980 00:00", "05/3/1980", ""),
        ("ngày 5 tháng 3 năm 1980", "05/3/1980", ""),
        ("ngày 31 tháng 11 năm 1980", None, "gõ ngày/tháng/năm, ví dụ 05/3/2024"),
        ("5/3/1980 14:30:00", None, "gõ ngày/tháng/năm, ví dụ 05/3/2024"),
        ("3/1980", None, "gõ đủ ngày/tháng/năm; chỉ biết năm thì gõ 1980"),
    ],
)
def test_days_as_other_programs_and_letters_write_them(typed: str, read: str | None, remedy: str) -> None:
    outcome = imported(workbook(SIMPLE.replace("05/3/1980 ", typed)))

    assert values(outcome)[0].get("ngay_sinh") == read
    assert [(one.cell, one.remedy) for one in outcome.errors] == ([("D2", remedy)] if remedy else [])


def test_a_dash_or_a_dot_is_an_empty_cell_and_is_asked_for_there() -> None:
    text = SIMPLE.replace("UBND Phường 17", "-").replace("Phòng TC-KH", ".")
    assert refused(imported(workbook(text))) == [("F2", "TD156"), ("F3", "TD156")]
    (asked,) = imported(workbook(SIMPLE.replace("UBND Phường 17", "???"))).errors
    assert (asked.cell, asked.code.id, asked.remedy) == ("F2", "TD158", "điền tên đơn vị, hoặc để trống")


def test_a_side_row_that_names_nobody_says_so() -> None:
    (asked,) = imported(with_figures(TWO_SHEETS, "1 | | | 52.000.000 | Kho bạc")).errors

    assert (asked.cell, asked.message) == ("B2", "dòng này chưa ghi của trường hợp nào")


def test_rows_left_out_as_signatures_are_told_in_blocks_where_the_list_goes_on() -> None:
    text = """
STT | Họ và tên | Chức vụ | Đơn vị | Hình thức
1 | Nguyễn Văn Thử | Chuyên viên | UBND Phường 17 | Giấy khen quận
  |   |   | TM. ỦY BAN NHÂN DÂN
  |   |   | CHỦ TỊCH
2 | Trần Thị Hai | Chuyên viên | UBND Phường 17 | Giấy khen quận
  | NGƯỜI LẬP
  | Nguyễn Thị Ký
"""
    outcome = imported(workbook(text))

    assert [one["ho_ten"] for one in values(outcome)] == ["Nguyễn Văn Thử", "Trần Thị Hai"]
    assert [(cell, message) for _, cell, message in said(outcome, "TD165")] == [
        ("D3", "dòng 3 đến 4 không nhập: khối chữ ký"),
        ("B6", "dòng 6 và các dòng dưới không nhập: khối chữ ký"),
    ]


def test_one_text_without_a_number_among_numbered_names_is_no_person_unasked() -> None:
    text = """
Đơn vị: UBND Phường 17
STT | Họ và tên | Chức vụ
I | Bằng khen Thành phố
{0} | Nguyễn Văn Thử | Chuyên viên
  | Danh sách dự bị
{0} | Trần Thị Hai | Chuyên viên
"""
    outcome = imported(workbook(text.format(1)))
    assert refused(outcome) == [("B5", "TD160")]
    assert [one["ho_ten"] for one in values(outcome)] == ["Nguyễn Văn Thử", "Trần Thị Hai"]

    unnumbered = text.format("").replace("Danh sách dự bị", "Lê Văn Ba")
    assert [one["ho_ten"] for one in values(imported(workbook(unnumbered)))] == [
        "Nguyễn Văn Thử", "Lê Văn Ba", "Trần Thị Hai",
    ]  # fmt: skip
