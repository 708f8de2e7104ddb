"""`judge --law` and `judge --criteria`: who changes, what, and why; the records stay as they are."""

from datetime import date
from pathlib import Path

from harness import load, write
from running import thidua

from thidua_cli.book import Book, read_book, with_criteria
from thidua_cli.judge.compare import Change, under_criteria, under_law

ROOT = Path(__file__).parent.parent
CRITERIA = (ROOT / "campaigns" / "quan-11-2024-60-ngay-dem" / "criteria.yaml").read_text(encoding="utf-8")
TODAY = date(2024, 12, 31)
PERSON, WARD = "phuong-1/ly-thi-mai", "phuong-1/phuong-1"


def office(top: Path, case: str = "office:goc") -> Book:
    write(load(case), top)
    return read_book(top)


def by_law(book: Book, case: str, other: date) -> dict[str, tuple[str, str]]:
    drive = book.drives["q11"]
    found = under_law(book, drive, drive.nominations[case], other, TODAY)
    return {change.what: (change.before, change.after) for change in found}


def test_the_day_after_the_districts_changes_authority_and_form(tmp_path: Path) -> None:
    assert by_law(office(tmp_path), PERSON, date(2025, 7, 1)) == {
        "thẩm quyền": (
            "Chủ tịch Ủy ban nhân dân quận: có thẩm quyền",
            "Chủ tịch Ủy ban nhân dân quận: không còn; nay là Chủ tịch Ủy ban nhân dân cấp xã",
        ),
        "mẫu báo cáo": ("Mẫu số 08, Nghị định 98/2023/NĐ-CP", "Mẫu số 08, Nghị định 152/2025/NĐ-CP"),
    }


def test_an_earlier_decree_changes_form_and_money(tmp_path: Path) -> None:
    found = by_law(office(tmp_path), WARD, date(2023, 6, 30))

    assert found["mẫu báo cáo"] == ("Mẫu số 08, Nghị định 98/2023/NĐ-CP", "Mẫu số 07, Nghị định 91/2017/NĐ-CP")
    assert found["tiền thưởng"] == ("7.020.000 đồng", "2.980.000 đồng")  # 3,0 × 2.340.000; 2,0 × 1.490.000


def test_under_its_own_day_nothing_changes(tmp_path: Path) -> None:
    book = office(tmp_path)

    assert by_law(book, PERSON, date(2024, 12, 18)) == {}
    assert by_law(book, WARD, date(2025, 6, 30)) == {}


def test_after_the_last_day_everything_is_open_and_says_why(tmp_path: Path) -> None:
    book = office(tmp_path)
    drive = book.drives["q11"]
    found = under_law(book, drive, drive.nominations[PERSON], date(2026, 10, 1), TODAY)

    assert {change.what for change in found} == {"thẩm quyền", "mẫu báo cáo", "tiền thưởng"}
    assert all("chưa" in change.after for change in found)
    assert all("30/9/2026" in change.why for change in found)


def by_criteria(book: Book, text: str, case: str) -> tuple[Change, ...]:
    drive = book.drives["q11"]
    other, problems = with_criteria(book, drive, text.encode(), "moi.yaml")
    assert not problems
    return under_criteria(book, drive, drive.nominations[case], other)


def test_a_higher_share_changes_only_whom_it_touches(tmp_path: Path) -> None:
    book = office(tmp_path)
    higher = CRITERIA.replace("dat_tu: 95%", "dat_tu: 96%")
    assert higher != CRITERIA

    overall, share = by_criteria(book, higher, WARD)

    assert overall == Change("kết quả chung", "đạt", "không đạt", "do Q11-T1a")
    assert share[:3] == ("Q11-T1a", "đạt", "không đạt")
    assert "95,00%" in share.why
    assert "96%" in share.why
    assert "Mục III.2" in share.why
    assert by_criteria(book, higher, PERSON) == ()


def test_the_same_criteria_change_nothing(tmp_path: Path) -> None:
    book = office(tmp_path)

    assert by_criteria(book, CRITERIA, WARD) == by_criteria(book, CRITERIA, PERSON) == ()


def test_a_criterion_that_is_new_or_gone_is_said(tmp_path: Path) -> None:
    renamed = CRITERIA.replace("id: Q11-T1a", "id: Q11-T1x")
    found = by_criteria(office(tmp_path), renamed, WARD)

    assert {change[:3] for change in found} == {
        ("Q11-T1a", "đạt", "không có tiêu chuẩn này"),
        ("Q11-T1x", "không có tiêu chuẩn này", "đạt"),
    }


def test_the_command_line_shows_the_differences_and_writes_nothing(tmp_path: Path) -> None:
    office(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    file = tmp_path.parent / "moi.yaml"
    file.write_text(CRITERIA.replace("dat_tu: 95%", "dat_tu: 96%"), encoding="utf-8")

    law = thidua("judge", tmp_path, "--law", "01/7/2025", "--today", "31/12/2024")
    criteria = thidua("judge", tmp_path, "--criteria", file, "--today", "31/12/2024")

    assert (law.returncode, criteria.returncode) == (0, 0)
    assert "01 trường hợp: Lý Thị Mai" in law.stdout
    assert "nay là Chủ tịch Ủy ban nhân dân cấp xã" in law.stdout
    assert "vì: Nghị định 129/2025/NĐ-CP, Điều 59" in law.stdout
    assert "đạt → không đạt" in criteria.stdout
    assert "01 trên 02 trường hợp có điều đổi" in criteria.stdout
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_what_cannot_be_compared_is_refused_in_words(tmp_path: Path) -> None:
    office(tmp_path)
    broken = tmp_path.parent / "hong.yaml"
    broken.write_text("- id: A\n  tat_caa: []\n", encoding="utf-8")

    for arguments, words in (
        (("--law", "1/7/25"), "không phải một ngày"),
        (("--law", "01/7/2025", "--criteria", broken), "không dùng cùng lúc"),
        (("--criteria", tmp_path / "khong-co.yaml"), "không có tệp"),
        (("--criteria", broken), "tat_caa"),
    ):
        done = thidua("judge", tmp_path, *arguments)
        assert done.returncode == 2, done.stderr
        assert words in done.stderr


def test_money_on_the_command_line(tmp_path: Path) -> None:
    office(tmp_path, "law:giay-khen-quan-30-6-2025")

    done = thidua("money", tmp_path, "--today", "31/12/2024")

    assert done.returncode == 0
    assert "Quyết định số 5012/QĐ-UBND, 30/6/2025" in done.stdout
    assert "0,3 × 2.340.000" in done.stdout
    assert "710.000 (*)" in done.stdout
    assert "Bảy trăm mười nghìn đồng" in done.stdout
