"""A plan that says only "các hình thức khác": the award somebody named, the same in money, lists, papers and pages.

The sums are worked out by hand from law.md 2.8 and 2.9.
"""

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pages import Page
from running import ROOT, thidua

from thidua_cli.book import read_book
from thidua_cli.judge.compare import under_law
from thidua_cli.judge.history import history
from thidua_cli.judge.money import Reward, rewards
from thidua_cli.render.press import Press
from thidua_cli.render.values import Desk
from thidua_cli.rules import inspect, look_at
from thidua_cli.sheet.exports import exported
from thidua_cli.sheet.tables import Office
from thidua_cli.site import build
from thidua_cli.word.document import read
from thidua_cli.word.lines import lines_of

DRIVE = "quan-7-2024-thi-dua-yeu-nuoc"
SCHOOL = "phong-gddt/truong-thcs-mau"
NAMED, SET = "Tập thể lao động tiên tiến", "Danh hiệu ngành Giáo dục"
DECISION = """\
so_ky_hieu: 2210/QĐ-UBND
ngay_ban_hanh: 15/7/2024
tham_quyen: Chủ tịch Ủy ban nhân dân Quận 7
hinh_thuc_khen: Danh hiệu ngành Giáo dục
truong_hop:
  - phong-gddt/truong-thcs-mau
"""
OFFICE_OF_EDUCATION = """\
doi_tuong: tập thể
don_vi: phong-gddt
hinh_thuc_de_nghi: Danh hiệu ngành Giáo dục
hinh_thuc_cu_the: Tập thể lao động xuất sắc
"""


def office(top: Path, decision: str = "", concrete: str = NAMED, **nominations: str) -> Path:
    """Quận 7 with the school proposed for ``concrete``, more nominations of the office of education, a decision."""
    made = top / "quan-7"
    shutil.copytree(ROOT / "examples" / "quan-7", made)
    folder = made / "campaigns" / DRIVE
    school = folder / "nominations" / f"{SCHOOL}.yaml"
    named = f"hinh_thuc_cu_the: {concrete}" if concrete else ""
    school.write_text(school.read_text(encoding="utf-8").replace(f"hinh_thuc_cu_the: {NAMED}", named), encoding="utf-8")
    for name, text in nominations.items():
        (folder / "nominations" / "phong-gddt" / f"{name}.yaml").write_text(text, encoding="utf-8")
    if decision:
        (folder / "decisions").mkdir()
        (folder / "decisions" / "qd.yaml").write_text(decision, encoding="utf-8")
    return made


def money(top: Path, today: date) -> dict[str, Reward]:
    book = read_book(top)
    return {one.case: one for one in rewards(book, book.drives[DRIVE], today)}


def cells(made: Office, kind: str) -> dict[str, list[list[Any]]]:
    ((_, pieces),) = exported(kind, made)
    book = openpyxl.load_workbook(BytesIO(b"".join(pieces)))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def paper(made: Office, kind: str) -> str:
    press = Press(Desk(made.look))
    printed = press.printed(kind, press.sheet_of_decision(kind, made.drive.decisions["qd"]))
    assert printed is not None, press.problems
    return "\n".join(line.text for line in lines_of(read(printed.data)))


@pytest.mark.parametrize(
    ("concrete", "day", "exact", "rounded"),
    [
        # 0,8 × 2.340.000; the day before the lương cơ sở of 01/7/2024, 0,8 × 1.800.000
        (NAMED, date(2024, 7, 1), 1_872_000, 1_880_000),
        (NAMED, date(2024, 6, 30), 1_440_000, 1_440_000),
        ("Tập thể lao động xuất sắc", date(2024, 7, 1), 3_510_000, 3_510_000),  # 1,5 ×
        ("Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo", date(2024, 7, 1), 7_020_000, 7_020_000),  # 3,0 ×
        ("Giấy khen của Chủ tịch Ủy ban nhân dân Quận 7", date(2024, 7, 1), 1_404_000, 1_410_000),  # 0,6 ×
    ],
)
def test_what_the_law_knows_is_paid_as_the_law_says(
    tmp_path: Path, concrete: str, day: date, exact: int, rounded: int
) -> None:
    one = money(office(tmp_path, concrete=concrete), day)[SCHOOL]

    assert (one.award, one.amount.exact, one.amount.rounded) == (concrete, exact, rounded)


@pytest.mark.parametrize(
    ("concrete", "award", "why"),
    [
        ("", SET, "không rõ hình thức này theo luật là gì"),
        ("Cờ đơn vị dẫn đầu khối trường", "Cờ đơn vị dẫn đầu khối trường", "không rõ hình thức này theo luật là gì"),
        ("Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", "không thấy hệ số cho đối tượng này"),  # for a collective
        ("Giấy khen", "Giấy khen", "không thấy hệ số cho đối tượng này"),  # nobody says whose
    ],
)
def test_what_the_law_does_not_know_stays_without_a_sum(tmp_path: Path, concrete: str, award: str, why: str) -> None:
    one = money(office(tmp_path, concrete=concrete), date(2024, 7, 15))[SCHOOL]

    assert (one.award, one.amount.payable, one.amount.why) == (award, None, f"chưa có căn cứ: {why}")


def test_the_total_holds_it(tmp_path: Path) -> None:
    """Bình Tân: 3.510.000 (1,5 ×) beside 710.000, 1.410.000, 7.020.000 and 8.190.000."""
    said = thidua("money", ROOT / "examples" / "binh-tan", "--today", "30/12/2024").stdout

    assert "  Bằng khen của Bộ trưởng Bộ Mẫu    1 trường hợp       3.510.000       3.510.000\n" in said
    assert "Tổng chưa quyết định: 20.840.000 đồng" in said


@pytest.mark.parametrize("own", ["", f"hinh_thuc_cu_the: {NAMED}\n"], ids=["as proposed", "the decision's own word"])
def test_one_decision_is_of_one_award_wherever_it_stands(tmp_path: Path, own: str) -> None:
    top = office(tmp_path, DECISION + own, concrete="" if own else NAMED)
    book = read_book(top)
    made = Office(look_at(book.drives[DRIVE], book, date(2024, 12, 31)))
    lists, book_of_awards = cells(made, "tien-thuong"), cells(made, "so-khen-thuong")["so-khen-thuong"]
    site = {
        file.path: " ".join(" ".join(Page(file.data.decode()).said).split())
        for file in build(book, inspect(book, date(2024, 12, 31)), date(2024, 12, 31), internal=False)
        if file.path.endswith(".html")
    }

    assert lists["tien-thuong"][5][1:8] == [
        "Trường Trung học cơ sở Mẫu 7", "Phòng Giáo dục và Đào tạo", "tập thể", NAMED, "0,8 × 2.340.000", 1872000, 1880000,
    ]  # fmt: skip
    assert lists["ky-nhan-1"][4][3:5] == [NAMED, 1880000]
    assert [row[6] for row in book_of_awards[4:]] == [NAMED]
    assert "mỗi tập thể 1.880.000 đồng (0,8 × 2.340.000 đồng = 1.872.000 đồng, làm tròn)" in paper(made, "quyet-dinh")
    assert f"tặng {NAMED}" in paper(made, "quyet-dinh").replace("Tặng", "tặng")
    (holder,) = history(book, "Trường Trung học cơ sở Mẫu 7")
    assert [one.award for one in holder.received] == [NAMED]
    assert f"{NAMED}, số 2210/QĐ-UBND" in site[f"dot/{DRIVE}/doi-chieu.html"]
    assert site["khen-thuong.html"].count(NAMED) == 2  # the decision, and the school that holds it
    assert SET not in site["khen-thuong.html"]


def test_a_stock_is_asked_for_by_the_name_the_decision_prints(tmp_path: Path) -> None:
    done = thidua("render", "giay-khen", office(tmp_path, DECISION), "--out", tmp_path / "in")

    assert f"chưa có phôi cho {NAMED}" in done.stderr


def test_of_two_names_each_is_paid_for_its_own_and_the_decision_claims_neither(tmp_path: Path) -> None:
    both = DECISION + "  - phong-gddt/phong-gddt\n"
    book = read_book(office(tmp_path, both, **{"phong-gddt": OFFICE_OF_EDUCATION}))
    look = look_at(drive := book.drives[DRIVE], book, date(2024, 12, 31))
    made = Office(look)

    assert [(one.award, one.paid) for one in rewards(book, drive, date(2024, 12, 31)) if one.decision] == [
        (NAMED, 1_880_000),
        ("Tập thể lao động xuất sắc", 3_510_000),
    ]
    assert [row[6] for row in cells(made, "so-khen-thuong")["so-khen-thuong"][4:]] == [
        NAMED, "Tập thể lao động xuất sắc",
    ]  # fmt: skip
    assert NAMED not in paper(made, "quyet-dinh")
    assert "TD611" in {one.code.id for one in inspect(book, date(2024, 12, 31)).found}


def test_a_name_without_a_nomination_is_not_taken_for_the_award_of_the_others(tmp_path: Path) -> None:
    """Nothing says what somebody from before these records was given; the paper and the finding agree on that."""
    book = read_book(office(tmp_path, DECISION + "  - ten_ghi_quyet_dinh: Trường Mầm non Mẫu\n"))
    made = Office(look_at(book.drives[DRIVE], book, date(2024, 12, 31)))

    assert NAMED not in paper(made, "quyet-dinh")
    assert [row[6] for row in cells(made, "so-khen-thuong")["so-khen-thuong"][4:]] == [NAMED, SET]
    assert "TD611" in {one.code.id for one in inspect(book, date(2024, 12, 31)).found}


def test_what_was_proposed_of_one_set_names_nothing_in_another(tmp_path: Path) -> None:
    """Proposed as a title of the schools, decided as "Khen thưởng khác", which the decision does not name."""
    top = office(tmp_path, DECISION.replace(SET, "Khen thưởng khác"))
    (one,) = (one for one in money(top, date(2024, 12, 31)).values() if one.decision)

    assert (one.award, one.paid) == ("Khen thưởng khác", None)
    assert one.unpaid == "chưa có căn cứ: không rõ hình thức này theo luật là gì"


def test_minutes_that_conclude_on_another_set_do_not_carry_the_name_into_it(tmp_path: Path) -> None:
    top = office(tmp_path)
    meeting = top / "campaigns" / DRIVE / "meetings" / "phong-gddt-2024-06-18.yaml"
    said = meeting.read_text(encoding="utf-8")
    other = said + "    hinh_thuc_ket_luan: Khen thưởng khác\n"
    for text, award in ((said, NAMED), (other, "Hình thức khen thưởng khác, đề nghị Quận hoặc cấp trên khen thưởng")):
        meeting.write_text(text, encoding="utf-8")
        done = thidua("render", "bien-ban", meeting, "--out", tmp_path / "in", "--draft", "--force")
        assert done.returncode == 0, done.stderr
        lines = lines_of(read((tmp_path / "in" / DRIVE / "bien-ban" / f"{meeting.stem}.docx").read_bytes()))

        assert any(f"đề nghị tặng {award} cho 01 tập thể" in line.text for line in lines)


def test_another_days_law_is_asked_about_the_award_named(tmp_path: Path) -> None:
    book = read_book(office(tmp_path, DECISION))
    drive = book.drives[DRIVE]
    changes = under_law(book, drive, drive.nominations[SCHOOL], date(2024, 6, 30), date(2024, 12, 31))

    assert [(one.before, one.after) for one in changes if one.what == "tiền thưởng"] == [
        ("1.880.000 đồng", "1.440.000 đồng")
    ]
