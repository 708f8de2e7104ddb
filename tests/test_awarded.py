"""The papers and lists of the day after the decision: money with its ground or its reason, never a zero."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import load, write

from thidua_cli.book import read_book
from thidua_cli.render.press import Press
from thidua_cli.render.values import Desk
from thidua_cli.rules import look_at
from thidua_cli.sheet.exports import exported
from thidua_cli.sheet.tables import Office
from thidua_cli.word.document import read
from thidua_cli.word.lines import lines_of

DECISION = """\
so_ky_hieu: 5012/QĐ-UBND
ngay_ban_hanh: 30/12/2024
tham_quyen: Chủ tịch Ủy ban nhân dân Quận 11
hinh_thuc_khen: Giấy khen quận
truong_hop:
  - phuong-1/phuong-1
  - phuong-1/ly-thi-mai
nguon_kinh_phi: quỹ thi đua, khen thưởng năm 2024 của quận
"""
NO_MONEY = "Tiền thưởng thực hiện theo quy định hiện hành"


def office(top: Path, decision: str = DECISION) -> Office:
    write(load("office:goc"), top)
    folder = top / "campaigns" / "q11" / "decisions"
    folder.mkdir()
    (folder / "qd.yaml").write_text(decision, encoding="utf-8")
    book = read_book(top)
    return Office(look_at(book.drives["q11"], book, date.max))


def paper(made: Office, kind: str) -> list[str]:
    """The lines of a paper of the one decision; a row of a table is one line."""
    press = Press(Desk(made.look))
    printed = press.printed(kind, press.sheet_of_decision(kind, made.drive.decisions["qd"]))
    assert printed is not None, press.problems
    return [line.text for line in lines_of(read(printed.data))]


def sheets(made: Office, kind: str) -> dict[str, list[list[Any]]]:
    ((_, pieces),) = exported(kind, made)
    book = openpyxl.load_workbook(BytesIO(b"".join(pieces)))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def told(rows: list[list[Any]]) -> Iterator[str]:
    return (" | ".join(str(cell) for cell in row if cell is not None) for row in rows)


def article_2(made: Office) -> str:
    return next(line for line in paper(made, "quyet-dinh") if line.startswith("Điều 2."))


# 0,6 × 2.340.000 = 1.404.000 → 1.410.000; 0,3 × 2.340.000 = 702.000 → 710.000; together 2.120.000.
def test_a_decision_says_each_sum_with_its_rule_the_total_and_the_fund(tmp_path: Path) -> None:
    assert article_2(office(tmp_path)) == (
        "Điều 2. Mức tiền thưởng: 01 tập thể, mỗi tập thể 1.410.000 đồng (0,6 × 2.340.000 đồng = 1.404.000 đồng, làm "
        "tròn); 01 cá nhân, mỗi cá nhân 710.000 đồng (0,3 × 2.340.000 đồng = 702.000 đồng, làm tròn). Tổng cộng "
        "2.120.000 đồng (Hai triệu một trăm hai mươi nghìn đồng), trích từ quỹ thi đua, khen thưởng năm 2024 của quận."
    )


@pytest.mark.parametrize(
    "without_ground",
    [
        DECISION.replace("Giấy khen quận", "Thư khen Thành phố"),
        DECISION.replace("ngay_ban_hanh: 30/12/2024\n", ""),
        DECISION.replace("30/12/2024", "01/10/2026"),
        DECISION.replace("  - phuong-1/phuong-1\n", "  - ten_ghi_quyet_dinh: Ông Trần Văn A\n"),
        DECISION.replace("  - phuong-1/phuong-1\n", "  - de_nghi: phuong-1/phuong-1\n    tien_thuong: 0\n"),
    ],
    ids=["thư khen", "chưa có ngày", "luật chưa có", "không rõ đối tượng", "một người không chi"],
)
def test_where_one_case_has_no_sum_the_decision_keeps_its_neutral_sentence(tmp_path: Path, without_ground: str) -> None:
    assert article_2(office(tmp_path, without_ground)) == f"Điều 2. {NO_MONEY}."


def test_a_sum_the_decision_states_goes_before_ours_and_stands_alone(tmp_path: Path) -> None:
    stated = DECISION.replace("  - phuong-1/ly-thi-mai", "  - de_nghi: phuong-1/ly-thi-mai\n    tien_thuong: 750.000")

    assert "01 cá nhân, mỗi cá nhân 750.000 đồng. Tổng cộng 2.160.000 đồng" in article_2(office(tmp_path, stated))


def test_a_decision_prints_its_own_achievement_before_that_of_the_plan(tmp_path: Path) -> None:
    own = DECISION + "thanh_tich_ghi: Đã cứu người trong mưa lũ\n"

    assert "02 đối tượng" not in article_2(made := office(tmp_path, own))
    assert any("cho 01 tập thể, 01 cá nhân đã cứu người trong mưa lũ" in line for line in paper(made, "quyet-dinh"))


def test_the_sign_off_paper_adds_up_what_is_paid_in_figures_and_in_words(tmp_path: Path) -> None:
    lines = paper(office(tmp_path), "bang-ky-nhan-tien-thuong")

    assert "Kèm theo Giấy khen tặng theo Quyết định số 5012/QĐ-UBND ngày 30 tháng 12 năm 2024 của Chủ tịch" in " ".join(
        lines
    )
    rows = [line for line in lines if line.endswith(" đồng") or " Giấy khen " in line]
    assert [row.rpartition(" ")[2] for row in rows if row.endswith(".000")] == ["1.410.000", "710.000"]
    assert "Tổng cộng: 2.120.000 đồng (bằng chữ: Hai triệu một trăm hai mươi nghìn đồng)." in lines


def test_what_has_no_ground_is_said_and_not_added_on_paper_and_in_excel(tmp_path: Path) -> None:
    thanks = office(tmp_path, DECISION.replace("Giấy khen quận", "Thư khen Thành phố"))
    lines = paper(thanks, "bang-ky-nhan-tien-thuong")

    assert sum("Thư khen chưa có căn cứ:" in line for line in lines) == 2
    assert not any("Tổng cộng" in line for line in lines)
    assert "02 trường hợp chưa có mức tiền, không tính vào tổng." in lines
    money = sheets(thanks, "tien-thuong")
    assert list(money) == ["tien-thuong"]  # nobody signs for nothing
    assert not any("Tổng cộng" in line for line in told(money["tien-thuong"]))
    assert 0 not in [cell for row in money["tien-thuong"] for cell in row]


def test_the_money_list_and_its_sign_off_sheet(tmp_path: Path) -> None:
    money = sheets(office(tmp_path), "tien-thuong")

    assert list(money) == ["tien-thuong", "ky-nhan-1"]
    assert list(told(money["tien-thuong"]))[4:] == [
        "Quyết định số 5012/QĐ-UBND ngày 30 tháng 12 năm 2024",
        "1 | Ủy ban nhân dân Phường 1 | Ủy ban nhân dân Phường 1 | tập thể | Giấy khen quận | 0,6 × 2.340.000 | 1404000"
        " | 1410000 | mức tính có giá trị chưa đối chiếu với nguyên văn",
        "2 | Lý Thị Mai | Ủy ban nhân dân Phường 1 | cá nhân | Giấy khen quận | 0,3 × 2.340.000 | 702000 | 710000"
        " | mức tính có giá trị chưa đối chiếu với nguyên văn",
        "Tổng cộng | 2120000",
        "Bằng chữ: Hai triệu một trăm hai mươi nghìn đồng.",
    ]
    signed = money["ky-nhan-1"]
    assert signed[3] == ["TT", "Tập thể, cá nhân", "Chức vụ, đơn vị", "Hình thức", "Số tiền (đồng)", "Ký nhận"]
    assert signed[5][1:5] == [
        "Bà Lý Thị Mai",
        "Công chức Văn phòng - Thống kê, Ủy ban nhân dân Phường 1",
        "Giấy khen quận",
        710000,
    ]
    assert [row[4] for row in signed if row[1] == "Tổng cộng"] == [2120000]


def test_a_case_without_a_decision_is_listed_without_a_sum(tmp_path: Path) -> None:
    undated = office(tmp_path, DECISION.replace("  - phuong-1/phuong-1\n", ""))
    rows = list(told(sheets(undated, "tien-thuong")["tien-thuong"]))

    assert rows[-2].endswith("Bằng khen Thành phố | chưa có căn cứ: chưa có ngày quyết định")
    assert rows[-1] == "01 trường hợp chưa có mức tiền, không tính vào tổng"


def test_amounts_are_numbers_grouped_by_three(tmp_path: Path) -> None:
    ((_, pieces),) = exported("tien-thuong", office(tmp_path))
    page = openpyxl.load_workbook(BytesIO(b"".join(pieces)))["ky-nhan-1"]

    assert [cell.number_format for cell in page["E"] if isinstance(cell.value, int)] == ["#,##0"] * 3


def test_they_are_called_in_the_order_the_office_set_then_in_that_of_the_decision(tmp_path: Path) -> None:
    calling = (
        DECISION + "hoi_nghi_trao: Hội nghị tổng kết\nngay_trao: 15/01/2025\nthu_tu_goi_ten:\n  - phuong-1/ly-thi-mai\n"
    )
    lines = paper(office(tmp_path, calling), "danh-sach-goi-ten")
    rows = [line for line in lines if line.startswith(("Bà Lý Thị Mai", "Ủy ban nhân dân Phường 1"))]

    assert rows == [
        "Bà Lý Thị Mai Công chức Văn phòng - Thống kê, Ủy ban nhân dân Phường 1",
        "Ủy ban nhân dân Phường 1",
    ]
    assert "Hội nghị tổng kết, ngày 15 tháng 01 năm 2025." in lines


def test_the_book_keeps_an_award_that_was_cancelled_and_nobody_is_paid_or_called_for_it(tmp_path: Path) -> None:
    cancelled = DECISION + (
        "huy_bo:\n  - so_ky_hieu: 20/QĐ-UBND\n    ly_do: khai sai\n    truong_hop: [phuong-1/ly-thi-mai]\n"
    )
    cancelled = cancelled.replace(
        "  - phuong-1/ly-thi-mai\n",
        "  - de_nghi: phuong-1/ly-thi-mai\n    so_vao_so: 118\n    so_hieu_phoi: '000412'\n",
    )
    made = office(tmp_path, cancelled)

    for kind in ("bang-ky-nhan-tien-thuong", "danh-sach-goi-ten"):
        assert "Bà Lý Thị Mai" not in " ".join(paper(made, kind)), kind
    book = list(told(sheets(made, "so-khen-thuong")["so-khen-thuong"]))
    assert "đã hủy bỏ hoặc thay thế" in book[-1]
    assert "118" in book[-1]
    assert "000412" in book[-1]
    assert "710000" not in book[-1]
    row = next(line for line in paper(made, "so-khen-thuong") if "Bà Lý Thị Mai" in line)
    assert row.startswith("118 ")
    assert row.endswith("000412 đã hủy bỏ hoặc thay thế")
