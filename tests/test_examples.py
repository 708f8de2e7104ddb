"""Every example office validates clean on any later day, is judged, and renders."""

from datetime import date
from pathlib import Path

import pytest
from running import ROOT, thidua

from thidua_cli.book import read_book
from thidua_cli.diagnostic import Severity
from thidua_cli.judge import Verdict
from thidua_cli.rules import inspect

OFFICES = sorted(path.parent for path in (ROOT / "examples").glob("*/thidua.yaml"))
NEW = ("binh-tan", "phuong-2026", "quan-5", "quan-7", "quan-90-ngay")


def test_the_offices_are_there() -> None:
    assert {path.name for path in OFFICES} >= {*NEW, "quan-11"}


@pytest.mark.parametrize("office", OFFICES, ids=lambda path: path.name)
@pytest.mark.parametrize("today", [date(2026, 8, 1), date(2027, 2, 28), date(2039, 12, 31)], ids=str)
def test_clean_on_any_day(office: Path, today: date) -> None:
    """Nothing but notes, and what a later stage will demand."""
    found = inspect(read_book(office), today).found
    assert [f"{one.code.id} {one.message}" for one in found if one.severity is not Severity.NOTE and not one.due] == []


@pytest.mark.parametrize("name", NEW)
def test_every_case_meets_its_plan(name: str) -> None:
    for look in inspect(read_book(ROOT / "examples" / name), date(2026, 8, 1)).looks:
        assert look.judgements
        assert {id_ for id_, one in look.judgements.items() if one.verdict is not Verdict.MET} == set()


@pytest.mark.parametrize("office", OFFICES, ids=lambda path: path.name)
def test_every_dossier_is_printed(office: Path, tmp_path: Path) -> None:
    done = thidua("render", "dossier", office, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    dossiers = sum(len(list(drive.glob("dossiers/*.yaml"))) for drive in office.glob("campaigns/*"))
    assert len(list(tmp_path.glob("*/*/manifest.json"))) == dossiers > 0


def test_a_plan_without_list_of_papers_prints_what_is_customary(tmp_path: Path) -> None:
    """X5.8: "kế hoạch không quy định" is said, and the papers are printed all the same."""
    thidua("render", "dossier", ROOT / "examples" / "quan-5", "--out", tmp_path)
    folder = tmp_path / "quan-5-2021-90-ngay" / "phuong-mau-1"
    assert (folder / "01-to-trinh.docx").is_file()
    assert (folder / "02-bien-ban.docx").is_file()
    assert len(list((folder / "03-bao-cao-thanh-tich").iterdir())) == 5
    said = thidua("validate", ROOT / "examples" / "quan-5").stdout
    assert "kế hoạch không quy định thành phần hồ sơ" in said


def text_of(path: Path) -> str:
    import docx

    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_papers_cite_what_is_in_force_on_their_day(tmp_path: Path) -> None:
    """Bình Tân runs through three legal times: a replaced basis is cited by what replaced it, the law of
    the day comes from law/, and the quận's own submission goes up to the city."""
    thidua("render", "dossier", ROOT / "examples" / "binh-tan", "--out", tmp_path)
    paper = text_of(tmp_path / "binh-tan-2023-nang-dong-sang-tao" / "quan-trinh-thanh-pho-2024" / "01-to-trinh.docx")
    assert "2411/QĐ-UBND" in paper
    assert "5079/QĐ-UBND" not in paper
    assert "24/2018/QĐ-UBND" in paper
    assert "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in paper
    assert "Kính gửi: Ủy ban nhân dân Thành phố Hồ Chí Minh" in paper


def test_a_plan_without_number_date_and_issuer_prints(tmp_path: Path) -> None:
    thidua("render", "dossier", ROOT / "examples" / "quan-90-ngay", "--out", tmp_path)
    paper = text_of(tmp_path / "quan-2024-90-ngay-nuoc-rut" / "phong-noi-vu" / "01-to-trinh.docx")
    assert "90 ngày nước rút" in paper
    assert "None" not in paper
    assert "Kết quả xét khen thưởng" not in paper


def test_a_ward_of_today(tmp_path: Path) -> None:
    """Law by date: after 1/7/2025 the decree is 152/2025; a household's report is its own paper."""
    thidua("render", "dossier", ROOT / "examples" / "phuong-2026", "--out", tmp_path)
    folder = tmp_path / "ngo-sach-nha-xanh-2026" / "mttq-phuong"
    paper = text_of(folder / "01-to-trinh.docx")
    assert "152/2025/NĐ-CP" in paper
    assert "98/2023/NĐ-CP" not in paper
    assert "Hộ gia đình ông Ngô Văn Ba" in paper
    report = text_of(folder / "03-bao-cao-thanh-tich" / "03-ngo-van-ba.docx")
    assert "CHỦ HỘ" in report
    assert "Hồng Thị Ánh" in report
    assert "Chức vụ, đơn vị công tác" not in report


def test_an_open_set_prints_the_award_somebody_named(tmp_path: Path) -> None:
    """Bình Tân III.2 ends in "các hình thức khen thưởng tương ứng": papers, lists and tables print the name."""
    office, name = ROOT / "examples" / "binh-tan", "Bằng khen của Bộ trưởng Bộ Mẫu"
    thidua("render", "dossier", office, "--out", tmp_path)
    folder = tmp_path / "binh-tan-2023-nang-dong-sang-tao" / "phong-mau-2024-hinh-thuc-khac"
    for paper in ("01-to-trinh", "01-phu-luc-danh-sach", "02-bien-ban", "03-bao-cao-thanh-tich/01-kim-ngoc-son"):
        assert name.casefold() in text_of(folder / f"{paper}.docx").casefold(), paper
        assert "khen thưởng tương ứng" not in text_of(folder / f"{paper}.docx")
    assert name in thidua("judge", office).stdout
