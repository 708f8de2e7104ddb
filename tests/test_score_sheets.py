"""Bảng chấm điểm: what `export --only cham-diem` hands to the units comes back filled in."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import thidua
from workbook_maker import ROOT, refused, said, workbook

from thidua_cli.book import Book, read_book
from thidua_cli.model.handed import HANDED_IN
from thidua_cli.sheet.answers import NO_ANSWERS
from thidua_cli.sheet.importing import Outcome
from thidua_cli.sheet.opening import open_workbook
from thidua_cli.sheet.score_sheets import import_scores, is_of_scores
from thidua_cli.source import Reading, parse

CAMPAIGN = "quan-7-2024-thi-dua-yeu-nuoc"
ONE, THREE = "ubnd-phuong-mau-1", "ubnd-phuong-mau-3"


@pytest.fixture
def bloc(tmp_path: Path) -> Path:
    top = tmp_path / "quan-7"
    shutil.copytree(ROOT / "examples" / "quan-7", top)
    return top


def sheet(top: Path, unit: str) -> Path:
    return top / "campaigns" / CAMPAIGN / "duties" / "cham-diem" / f"{unit}.yaml"


def handed_out(top: Path, fill: Callable[[Any], None]) -> Path:
    """The workbook an office sends to its units, as they send it back."""
    out = top.parent / "bang"
    assert thidua("export", top, "--only", "cham-diem", "--out", out).returncode == 0
    file = out / CAMPAIGN / "cham-diem.xlsx"
    made = openpyxl.load_workbook(file)
    fill(made)
    made.save(file)
    return file


@cache
def read(top: Path) -> Book:
    return read_book(top)


def laid(top: Path, data: bytes, **asked: Any) -> Outcome:
    book = read(top)
    return import_scores(open_workbook(data, "cham-diem.xlsx"), book.drives[CAMPAIGN], book, NO_ANSWERS, **asked)


def came_back(top: Path, fill: Callable[[Any], None]) -> Outcome:
    return laid(top, handed_out(top, fill).read_bytes())


def test_what_is_handed_out_filled_in_comes_back_the_same(bloc: Path) -> None:
    outcome = came_back(bloc, lambda made: None)
    assert [(one.id, one.fields) for one in outcome.changes] == [
        (f"cham-diem/ubnd-phuong-mau-{number}", ()) for number in (1, 2, 3)
    ]
    assert outcome.troubles == ()


def test_an_empty_sheet_filled_in_is_a_new_record_with_its_cells(bloc: Path) -> None:
    sheet(bloc, THREE).unlink()

    def fill(made: Any) -> None:
        page = made[THREE]
        for cell, value in {"D6": 18, "D7": 20, "D8": 26.5, "D9": "29,25", "D11": 0, "F13": 2, "H8": "tự chấm"}.items():
            page[cell] = value

    file = handed_out(bloc, fill)
    assert thidua("import", file, "--repo", bloc).stdout.splitlines()[2:6] == [
        "  Trang              Đơn vị                        Việc       Trong kho",
        "  ubnd-phuong-mau-1  Ủy ban nhân dân Phường Mẫu 1  cham-diem  như cũ, nguồn mới",
        "  ubnd-phuong-mau-2  Ủy ban nhân dân Phường Mẫu 2  cham-diem  như cũ, nguồn mới",
        "+ ubnd-phuong-mau-3  Ủy ban nhân dân Phường Mẫu 3  cham-diem  mới",
    ]
    assert thidua("import", file, "--repo", bloc, "--write").returncode == 0
    written, _, origin = sheet(bloc, THREE).read_text(encoding="utf-8").partition("nguon_nhap:\n")
    assert written == (
        "bang_diem:\n"
        "  - noi_dung_cham: m1a\n    diem_tu_cham: 18\n"
        "  - noi_dung_cham: m1b\n    diem_tu_cham: 20\n"
        "  - noi_dung_cham: m2\n    diem_tu_cham: 26,5\n    ly_do_chenh_lech: tự chấm\n"
        "  - noi_dung_cham: m3\n    diem_tu_cham: 29,25\n"
        "  - noi_dung_cham: t1\n    diem_tu_cham: 0\n"
        "  - noi_dung_cham: p1\n    so_lan: 2\n"
    )
    assert '"bang_diem.3.diem_tu_cham": D9\n' in origin


def test_points_over_the_maximum_are_told_at_their_cell(bloc: Path) -> None:
    file = handed_out(bloc, lambda made: made[ONE].__setitem__("D6", 21))
    assert thidua("import", file, "--repo", bloc, "--update").returncode == 0
    told = thidua("validate", bloc, "--today", "25/11/2024").stdout
    assert "cham-diem.xlsx, trang ubnd-phuong-mau-1, ô D6" in told


def test_a_changed_score_keeps_what_was_written_by_hand(bloc: Path) -> None:
    file = handed_out(bloc, lambda made: made[ONE].__setitem__("E8", 27))
    assert thidua("import", file, "--repo", bloc, "--update").returncode == 0
    text = sheet(bloc, ONE).read_text(encoding="utf-8")
    assert text.startswith("# Bảng điểm: tự chấm và thẩm định. 0 điểm là điểm; thiếu dòng là thiếu.\n")
    assert "diem_tu_cham: 27\n    diem_tham_dinh: 27\n    ly_do_chenh_lech: 02 hồ sơ trễ hẹn\n" in text
    assert "y_kien_don_vi_cham: thống nhất số liệu\n" in text


def test_a_cleared_cell_takes_nothing_away(bloc: Path) -> None:
    outcome = came_back(bloc, lambda made: made[ONE].__setitem__("E8", None))
    assert outcome.changes[0].fields == ()


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"B8": "Cải cách hành chánh"}, [("B8", "TD158")]),
        ({"D8": "hai bảy"}, [("D8", "TD109")]),
        ({"D8": "1.234"}, [("D8", "TD109")]),
        ({"D8": -1}, [("D8", "TD109")]),
        ({"F8": 1}, [("F8", "TD160")]),
        ({"D6": None, "D7": None}, [("D5", "TD160")]),
        ({"F13": None}, [("B13", "TD156")]),
        ({"B9": "Cải cách hành chính"}, [("B9", "TD158")]),
        ({"D8": "=VLOOKUP(1;A1)"}, [("D8", "TD154")]),
        ({"B8": None}, [("B8", "TD158")]),
    ],
)
def test_what_cannot_be_taken_stops_the_import_at_its_cell(
    bloc: Path, cells: dict[str, Any], wrong: list[tuple[str, str]]
) -> None:
    outcome = came_back(bloc, lambda made: [made[ONE].__setitem__(cell, value) for cell, value in cells.items()])
    assert refused(outcome) == wrong


def test_sums_are_compared_and_never_taken(bloc: Path) -> None:
    def fill(made: Any) -> None:
        page = made[ONE]
        page["D5"], page["E14"], page["E13"] = 39, 92, -5

    outcome = came_back(bloc, fill)
    assert outcome.changes[0].fields == ()
    assert said(outcome, "TD164") == [
        (ONE, "D5", "“Phát triển kinh tế - xã hội” ghi 39, các dòng cộng lại là 38"),
        (ONE, "E13", "“Báo cáo trễ hạn” ghi -5, các dòng cộng lại là -2"),
        (ONE, "E14", "“Tổng cộng” ghi 92, các dòng cộng lại là 91,5"),
    ]


def test_signatures_below_the_total_are_no_lines(bloc: Path) -> None:
    def fill(made: Any) -> None:
        made[ONE]["B17"], made[ONE]["E17"] = "NGƯỜI LẬP", "CHỦ TỊCH"

    assert came_back(bloc, fill).troubles == ()


def test_what_stands_at_a_sum_and_has_no_place_is_named(bloc: Path) -> None:
    outcome = came_back(bloc, lambda made: made[ONE].__setitem__("H5", "chờ số liệu"))
    assert [where for _, where, _ in said(outcome, "TD165")] == ["H5"]


def test_a_hidden_row_is_asked_about(bloc: Path) -> None:
    def fill(made: Any) -> None:
        made[ONE].row_dimensions[8].hidden = True

    file = handed_out(bloc, fill)
    assert refused(laid(bloc, file.read_bytes())) == [("A8", "TD162")]
    assert laid(bloc, file.read_bytes(), hidden="read").errors == ()


def test_a_hidden_page_is_asked_about_once(bloc: Path) -> None:
    def fill(made: Any) -> None:
        made[THREE].sheet_state = "hidden"

    assert [(one.sheet, one.cell) for one in came_back(bloc, fill).errors] == [(THREE, "")]


def test_a_page_says_whose_it_is_by_its_name_or_above_its_table(bloc: Path) -> None:
    def fill(made: Any) -> None:
        made[ONE].title = "P. Mẫu 1"

    assert came_back(bloc, fill).changes[0].id == f"cham-diem/{ONE}"


def test_a_page_of_two_units_or_of_none_is_not_guessed(bloc: Path) -> None:
    def fill(made: Any) -> None:
        made[ONE]["A2"] = "Công an phường"
        made[ONE].title = "Bảng"
        made["ubnd-phuong-mau-2"]["A2"] = "Ủy ban nhân dân Phường Mẫu 3"

    outcome = came_back(bloc, fill)
    assert [message for _, _, message in said(outcome, "TD158")] == [
        "không rõ bảng chấm điểm của đơn vị nào",
        "trang ghi Ủy ban nhân dân Phường Mẫu 2 và Ủy ban nhân dân Phường Mẫu 3",
    ]


def test_two_pages_of_one_unit_are_not_chosen_between(bloc: Path) -> None:
    outcome = came_back(bloc, lambda made: setattr(made.copy_worksheet(made[ONE]), "title", "Bản sửa"))
    assert said(outcome, "TD158") == [
        ("Bản sửa", "", "Ủy ban nhân dân Phường Mẫu 1 đã có bảng chấm điểm ở trang ubnd-phuong-mau-1")
    ]


def test_a_list_of_nominees_is_none_and_a_page_without_table_is_named(bloc: Path) -> None:
    assert not is_of_scores(
        open_workbook(workbook("STT | Họ và tên | Hình thức đề nghị\n1 | Lê Thị Cẩm | Giấy khen"), "x")
    )
    file = handed_out(bloc, lambda made: made.create_sheet("Ghi chú").__setitem__("A1", "nộp trước 20/11"))
    assert [where for where, _, _ in said(laid(bloc, file.read_bytes()), "TD165")] == ["Ghi chú"]


NAMES = (
    "Phát triển kinh tế - xã hội", "Thu ngân sách", "Giải ngân vốn đầu tư công", "Cải cách hành chính",
    "Quốc phòng, an ninh", "Mô hình được Thành phố công nhận", "Báo cáo trễ hạn", "Tổng cộng",
)  # fmt: skip
CELL = st.one_of(
    st.none(),
    st.integers(-5, 40).map(str),
    st.sampled_from(
        ["", "0", "18,5", "18.5", "1.234", "-", "x", "=1+1", "50%", "1e3", "\ufeff7", "#N/A", "ba: bốn", "# 5"]
    ),
    st.text(max_size=6).filter(lambda text: "|" not in text and text.isprintable()),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMES), CELL, CELL, CELL, CELL), max_size=9))
def test_whatever_is_typed_either_stops_the_import_or_reads_back(lines: list[tuple[str | None, ...]]) -> None:
    heads = "TT | Nội dung | Điểm tự chấm | Điểm thẩm định | Số lần bị trừ | Lý do chênh lệch"
    drawing = "\n".join([heads, *(" | ".join(["1", *(cell or "" for cell in line)]) for line in lines)])
    outcome = laid(ROOT / "examples" / "quan-7", workbook((ONE, drawing)))
    for change in () if outcome.errors else outcome.changes:
        values, problems = parse(change.text, "f")
        reading = Reading("f")
        HANDED_IN.read(values, reading, id=change.id, file="f", duty="cham-diem", unit=ONE)
        assert (problems, reading.found) == ([], []), change.text
