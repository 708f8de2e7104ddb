"""A finding let stand with a reason is marked and no longer weighs; what is wrong with the allowance itself is said."""

import json
from datetime import date
from pathlib import Path

import pytest
from branches import CASES, DRIVE, edit, office
from hypothesis import given
from hypothesis import strategies as st
from running import thidua

from thidua_cli.book import read_book
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.rules import inspect
from thidua_cli.source.comments import comments_of

DAY = date(2024, 12, 31)


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    return office(tmp_path / "vp")


def found(vp: Path) -> list[Diagnostic]:
    return list(inspect(read_book(vp), DAY).found)


def of(code: str, vp: Path) -> list[Diagnostic]:
    return [one for one in found(vp) if one.code.id == code]


def copy_with(vp: Path, comment: str) -> None:
    """A paper that is a mere copy (TD407), with a comment behind it."""
    edit(vp / CASES / "le-thi-cam.yaml", "dang_ban: bản sao y", f"dang_ban: bản chụp{comment}")


def test_a_reason_on_the_guilty_line_lets_it_stand(vp: Path) -> None:
    copy_with(vp, "  # chấp nhận TD407: bản chính lưu ở Sở, đã đối chiếu 12/12/2024")
    (one,) = of("TD407", vp)

    assert one.allowed == "bản chính lưu ở Sở, đã đối chiếu 12/12/2024"
    done = thidua("validate", vp, "--today", "20/12/2024")
    assert "1 chấp nhận có lý do" in done.stdout.splitlines()[-1]
    assert "cần xem lại" not in done.stdout.splitlines()[-1]
    assert "lý do: bản chính lưu ở Sở, đã đối chiếu 12/12/2024" in done.stdout


@pytest.mark.parametrize("comment", ["  # CHẤP NHẬN TĐ407 - có lý do", "  #chap nhan td 407: có lý do"])
def test_it_is_read_the_way_people_type(vp: Path, comment: str) -> None:
    copy_with(vp, comment)

    assert of("TD407", vp)[0].allowed == "có lý do"
    assert not of("TD004", vp)


def test_a_comment_alone_speaks_of_the_next_line(vp: Path) -> None:
    file = vp / CASES / "le-thi-cam.yaml"
    edit(file, "        dang_ban: bản sao y", "        # chấp nhận TD407: có lý do\n\n        dang_ban: bản chụp")

    assert of("TD407", vp)[0].allowed == "có lý do"


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# chấp nhận TD407", "TD003"),
        ("# chấp nhận TD407: ...", "TD003"),
        ("# chấp nhận TD301: nhầm mã", "TD004"),
        ("# chấp nhận TD110: lỗi đọc", "TD005"),
        ("# chấp nhận TD004: vòng quanh", "TD005"),
        ("# chấp nhận TD407, TD411: hai mã", "TD006"),
    ],
)
def test_an_allowance_without_effect_is_itself_reported(vp: Path, comment: str, code: str) -> None:
    copy_with(vp, f"  {comment}")
    (one,) = of(code, vp)

    assert of("TD407", vp)[0].allowed == ""
    assert one.place is not None
    line = (vp / one.file).read_text(encoding="utf-8").splitlines()[one.place.line - 1]
    assert line[one.place.column - 1 :].startswith("#")


def test_an_allowance_that_outlived_its_finding_is_reported(vp: Path) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "dang_ban: bản sao y", "dang_ban: bản sao y  # chấp nhận TD407: cũ")

    assert len(of("TD004", vp)) == 1


def test_what_could_not_be_read_cannot_be_allowed(vp: Path) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "gioi_tinh: nữ", "gioi_tinh: Nuw  # chấp nhận TD110: gõ vội")

    assert of("TD110", vp)[0].allowed == ""
    assert len(of("TD005", vp)) == 1
    assert thidua("validate", vp).returncode == 1


def test_a_hash_inside_a_value_is_no_comment(vp: Path) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "  ngay lần đầu.", "  ngay lần đầu.\n  # chấp nhận TD407: trong câu")

    assert not of("TD004", vp)


def test_an_allowed_error_no_longer_stops_the_run_nor_the_printing(vp: Path) -> None:
    file = vp / DRIVE / "dossiers" / "phuong-17.yaml"
    edit(file, "ngay_nhan: 18/12/2024", "ngay_nhan: 20/12/2024")
    assert thidua("validate", vp).returncode == 1
    assert thidua("render", "to-trinh", vp, "--out", vp / "in-1").returncode == 1

    edit(file, "ngay_nhan: 20/12/2024", "ngay_nhan: 20/12/2024  # chấp nhận TD301: gia hạn miệng, văn bản đến sau")
    assert thidua("validate", vp).returncode == 0
    assert thidua("render", "to-trinh", vp, "--out", vp / "in").returncode == 0


def test_every_format_marks_what_is_allowed(vp: Path) -> None:
    copy_with(vp, "  # chấp nhận TD407: để nguyên đã")
    names = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown")
    asked = [word for name in names for word in ("--format", f"{name}={vp / 'ra' / name}")]

    assert thidua("validate", vp, *asked).returncode == 0
    for name in names:
        assert "để nguyên đã" in (vp / "ra" / name).read_text(encoding="utf-8"), name
    assert json.loads((vp / "ra" / "json").read_text(encoding="utf-8"))["allowed"] == 1
    (run,) = json.loads((vp / "ra" / "sarif").read_text(encoding="utf-8"))["runs"]
    told = {one["ruleId"]: one["suppressions"] for one in run["results"]}
    assert told["TD407"] == [{"kind": "inSource", "status": "accepted", "justification": "để nguyên đã"}]
    assert told["TD405"] == []


# -- the baseline --------------------------------------------------------------------------------


def old_office(vp: Path) -> None:
    copy_with(vp, "")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", "ngay_nhan: 18/12/2024", "ngay_nhan: 20/12/2024")
    assert thidua("validate", vp, "--format", f"baseline={vp / 'baseline.yaml'}").returncode == 1


def test_a_baseline_adopts_an_old_repository_and_new_mistakes_show(vp: Path) -> None:
    old_office(vp)

    assert "TD301" in (vp / "baseline.yaml").read_text(encoding="utf-8")
    assert thidua("validate", vp).returncode == 0
    assert of("TD301", vp)[0].allowed == "hồ sơ lập trước khi dùng công cụ"
    edit(vp / CASES / "le-thi-cam.yaml", "chuc_vu: Công chức", "chuc_vu:\n# Công chức")
    assert thidua("validate", vp).returncode == 1


def test_a_baseline_is_keyed_by_record_and_route_never_by_line(vp: Path) -> None:
    old_office(vp)
    file = vp / DRIVE / "dossiers" / "phuong-17.yaml"
    file.write_text("# thêm\n# ba\n# dòng\n" + file.read_text(encoding="utf-8"), encoding="utf-8")

    assert of("TD301", vp)[0].inherited
    assert not of("TD007", vp)


def test_a_baseline_entry_that_no_longer_occurs_is_reported(vp: Path) -> None:
    old_office(vp)
    edit(vp / CASES / "le-thi-cam.yaml", "dang_ban: bản chụp", "dang_ban: bản sao y")
    (one,) = of("TD007", vp)

    assert one.file == "baseline.yaml"
    assert "TD407" in one.message


def test_a_baseline_entry_covers_one_finding_only(vp: Path) -> None:
    old_office(vp)
    text = (vp / "baseline.yaml").read_text(encoding="utf-8")
    entry = text[text.index("  - ma: TD301") :].partition("  - ma: TD407")[0]
    (vp / "baseline.yaml").write_text(text + entry, encoding="utf-8")

    assert len(of("TD007", vp)) == 1, "the second entry for the same finding covers nothing"


def test_a_baseline_cannot_hide_what_could_not_be_read(vp: Path) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "gioi_tinh: nữ", "gioi_tinh: Nuw")
    (bad,) = of("TD110", vp)
    (vp / "baseline.yaml").write_text(
        f"ly_do: thử\nton_dong:\n  - ma: TD110\n    tep: {bad.file}\n    duong_dan: gioi_tinh\n", encoding="utf-8"
    )

    assert of("TD110", vp)[0].allowed == ""
    assert len(of("TD005", vp)) == 1


# -- comments ------------------------------------------------------------------------------------

PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("C",), exclude_characters="\u2028\u2029\x85"), max_size=20
)


@given(PLAIN, PLAIN)
def test_a_comment_is_found_behind_any_quoted_value(value: str, said: str) -> None:
    quoted = "'" + value.replace("'", "''") + "'"
    (one,) = comments_of(f"khoa: {quoted}  #{said}\nsau: 1\n")

    assert one.text == said.strip()
    assert (one.line, one.about) == (1, 1)


@given(PLAIN)
def test_no_line_of_a_block_is_a_comment(value: str) -> None:
    assert comments_of(f"khoa: |\n  đầu\n  # {value}\n  x # {value}\nsau: 1\n") == []


@given(st.text())
def test_looking_for_comments_never_raises(text: str) -> None:
    comments_of(text)
