"""What papers are made for: one table for printing and for reading back."""

import typing
from pathlib import Path

from running import ROOT, thidua

from thidua_cli.render.orders import KINDS
from thidua_cli.render.template_front import FRONT
from thidua_cli.source.kinds import Choice

OFFICE = ROOT / "examples" / "quan-11"


def test_every_word_for_what_a_paper_is_made_for_is_in_the_table() -> None:
    (made_for,) = (one.kind for one in FRONT.fields if one.key == "lap_cho")
    assert set(typing.cast(Choice, made_for).values) == set(KINDS)


def test_a_form_of_report_is_printed_for_its_own_kind_of_subject_only(tmp_path: Path) -> None:
    done = thidua("render", "bao-cao-tap-the", OFFICE, "--unit", "ubnd-phuong-17", "--out", tmp_path)

    assert done.returncode == 0, done.stderr
    assert [path.stem for path in tmp_path.rglob("*.docx")] == ["ubnd-phuong-17--ubnd-phuong-17"]


def test_a_slip_is_printed_although_its_dossier_has_errors_for_it_is_there_to_say_so(tmp_path: Path) -> None:
    office = ROOT / "examples" / "loi-thuong-gap" / "hop-sau-to-trinh"
    assert thidua("render", "to-trinh", office, "--out", tmp_path).returncode == 1

    done = thidua("render", "phieu-kiem-tra", office, "--out", tmp_path)

    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*.docx"))


def test_where_there_is_nothing_to_print_it_says_why(tmp_path: Path) -> None:
    done = thidua("render", "quyet-dinh", ROOT / "examples" / "quan-5", "--out", tmp_path)

    assert done.returncode == 0
    assert "không có gì để in, chưa có quyết định nào" in done.stdout
    assert not list(tmp_path.rglob("*.docx"))


def test_a_dossier_is_printed_by_the_paper_its_list_asks_for_and_no_other(tmp_path: Path) -> None:
    letters = thidua("render", "cong-van", OFFICE, "--unit", "ubnd-phuong-17", "--out", tmp_path)
    submissions = thidua("render", "to-trinh", OFFICE, "--unit", "ubnd-phuong-17", "--out", tmp_path)

    assert [path.stem for path in tmp_path.rglob("cong-van/*.docx")] == ["phuong-17-thu-khen"]
    assert "Không in cong-van cho phuong-17: hồ sơ lập bằng tờ trình." in letters.stdout
    # The list is an annex of the Tờ trình and goes with it.
    assert [path.stem for path in tmp_path.rglob("to-trinh/*.docx")] == ["phuong-17"]
    assert [path.stem for path in tmp_path.rglob("danh-sach/*.docx")] == ["phuong-17"]
    assert "Không in to-trinh cho phuong-17-thu-khen: hồ sơ lập bằng công văn." in submissions.stdout


def test_a_show_of_hands_has_no_papers_of_a_ballot(tmp_path: Path) -> None:
    counted = thidua("render", "bien-ban-kiem-phieu", OFFICE, "--out", tmp_path)
    ballots = thidua("render", "phieu-bieu-quyet", ROOT / "examples" / "quan-5", "--out", tmp_path)

    assert sorted(path.stem for path in tmp_path.rglob("*.docx")) == ["phuong-18-2024-12-16", "quan-11-2024-12-24"]
    assert "phuong-17-2024-12-16" in counted.stdout.partition("Không in")[2]
    assert "họp giơ tay, không bỏ phiếu" in counted.stdout
    assert "không có gì để in" not in ballots.stdout
    assert "họp giơ tay, không bỏ phiếu" in ballots.stdout
