"""The command line as its users meet it: words, exit codes, and what it writes."""

import json
import shutil
from pathlib import Path

import pytest
from running import ROOT, thidua

OFFICE = ROOT / "examples" / "quan-11"


def test_the_example_validates_clean() -> None:
    done = thidua("validate", OFFICE)

    assert done.returncode == 0
    assert "lỗi[" not in done.stdout
    assert "cần xem lại[" not in done.stdout
    assert "chưa đủ căn cứ[" not in done.stdout
    assert "trường hợp (" in done.stdout.splitlines()[-1]


def test_a_late_dossier_says_where_why_and_what_to_do() -> None:
    done = thidua("validate", ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12")

    assert done.returncode == 1
    for words in (
        "lỗi[TD301]",
        "hạn cuối là 19/12/2024",
        "trước ngày 20/12/2024",
        "Mục III.4.1",
        "van_ban_bo_sung",
        "^^^^",
    ):
        assert words in done.stdout


def test_the_readme_opens_with_what_is_really_said() -> None:
    shown = (ROOT / "README.md").read_text("utf-8").partition("```text\n")[2].partition("\n\n")[0]
    said = thidua("validate", ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12").stdout

    assert said.partition("\n\n")[0].replace("    # ! TD301", "") == shown


def test_a_mistake_made_many_times_is_shown_in_full_five_times_and_then_listed(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    records = [one for one in sorted(office.rglob("*.yaml")) if "dang_ban: bản sao y" in one.read_text("utf-8")][:9]
    for record in records:
        record.write_text(record.read_text("utf-8").replace("dang_ban: bản sao y", "dang_ban: bản chụp", 1), "utf-8")

    said = thidua("validate", office).stdout

    assert said.count("cần xem lại[TD407] ban-chup: tài liệu là bản chụp") == 5
    assert "cần xem lại[TD407] ban-chup, còn 4 chỗ khác\n  - tài liệu là bản chụp chưa sao y\n      campaigns/" in said
    for record in records:
        assert f"{record.relative_to(office).as_posix()}:" in said
    assert "9 cần xem lại" in said.splitlines()[-1]
    last = records[-1].relative_to(office).as_posix()
    assert "dang_ban: bản chụp" in thidua("validate", office / last).stdout, "narrowed to a file, it is shown in full"


def test_json_holds_every_finding_with_place_and_clause() -> None:
    done = thidua("validate", ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12", "--format", "json")
    found = json.loads(done.stdout)["findings"]
    late = next(one for one in found if one["code"] == "TD301")

    assert done.returncode == 1
    assert late["severity"] == "error"
    assert late["clause"] == "Mục III.4.1"
    assert late["route"] == ["ngay_nhan"]
    assert late["line"] > 1
    assert len(late["fingerprint"]) == 16


def test_a_path_narrows_what_is_shown_but_the_whole_repository_is_read() -> None:
    case = ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12"
    nominations = next(case.glob("campaigns/*/nominations"))

    done = thidua("validate", nominations)

    assert done.returncode == 0
    assert "TD301" not in done.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("valdate",), "có phải thidua validate?"),
        (("validate", "--fnal"), "có phải --final?"),
        (("validate", "/khong/co"), "không có"),
        (("validate", OFFICE, "--today", "31/11/2024"), "không phải một ngày"),
        (("explain", "TD999"), "không có mã “TD999”"),
        (("explain", "Q11-T9", "--repo", OFFICE), "không có tiêu chuẩn"),
        (("render", "to-trin", OFFICE), "có phải “to-trinh”?"),
        (("render",), "thiếu"),
        (("new", "robot", "x", "--repo", OFFICE), "chọn một trong: campaign, nomination"),
        (("new", "nomination", "a/b", "--kind", "robot", "--repo", OFFICE), "chọn một trong: tập thể · cá nhân"),
        (("import", "x.xlsx", "--hidden", "maybe"), "chọn một trong: ask, read, skip"),
        (("init", "x", "--name", ""), "không phải tên một đơn vị"),
        (("init", "x", "--level", "làng"), "chọn một trong: cơ sở · xã, phường"),
        (("issue", "ubnd-phuong-17", "--date", "17/12/2024"), "thiếu --number"),
        (("issue", "phuong-17", "--number", "1/TTr-UBND", "--date", "31/11/2024", "--repo", OFFICE), "--date"),
        (("judge", OFFICE, "--law", "hôm qua"), "ví dụ --law"),
    ],
)
def test_a_wrong_command_gets_a_sentence_and_exit_code_2(args: tuple[object, ...], words: str) -> None:
    done = thidua(*args)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("broken", ["units.yaml", "campaigns/quan-11-2024-60-ngay-dem/campaign.yaml"])
def test_a_file_others_rest_on_is_mended_before_anything_else_is_done(broken: str, tmp_path: Path) -> None:
    office = tmp_path / "quan-11"
    shutil.copytree(OFFICE, office)
    with (office / broken).open("a", encoding="utf-8") as file:
        file.write("ghi chú: một: hai\n")

    for words in (("status",), ("judge",), ("render", "dossier"), ("issue", "phuong-17", "--number", "1/TTr-UBND")):
        done = thidua(*words, *(("--date", "17/12/2024") if words[0] == "issue" else ()), cwd=office)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"chưa đọc được {broken}" in done.stderr
    checked = thidua("validate", cwd=office)
    assert checked.returncode == 1
    assert "1 lỗi · 0 trường hợp" in checked.stdout
    assert "các bản ghi khác chỉ được xét khi sửa xong tệp này" in checked.stdout


def test_outside_a_repository_it_says_how_to_begin(tmp_path: Path) -> None:
    done = thidua("validate", cwd=tmp_path)

    assert done.returncode == 2
    assert "thidua init" in done.stderr


def test_help_is_vietnamese() -> None:
    for args in ((), ("validate",), ("render",), ("new",), ("export",)):
        text = thidua(*args, "--help").stdout
        assert "Cách dùng" in text
        for english in ("Usage", "Options", "Arguments", "Commands", "Show ", "Install ", "default:", "required"):
            assert english not in text, (args, english)


def test_no_colour_when_not_on_a_terminal() -> None:
    assert "\x1b" not in thidua("validate", ROOT / "examples" / "loi-thuong-gap" / "khoa-lap", FORCE_COLOR="1").stdout


def test_explain_knows_a_code_a_criterion_and_a_nomination() -> None:
    assert "“Trước ngày D” nhận đến hết ngày D − 1" in thidua("explain", "td301").stdout
    criterion = thidua("explain", "Q11-T1a", "--repo", OFFICE).stdout
    assert "từ 95% trở lên" in criterion
    assert "Mục III.2, Tập thể, dấu cộng thứ 1" in criterion
    contents = thidua("explain", "Q11-T0d", "--repo", OFFICE).stdout
    assert "hoặc “giải ngân vốn đầu tư công năm 2024” hoặc" in contents
    assert "nd-2" not in contents, "what the plan calls something is for its records only"
    assert len(thidua("explain", "TD999").stderr) < 200
    tree = thidua("explain", "ubnd-phuong-17/ubnd-phuong-17", "--repo", OFFICE).stdout
    assert "4.053.000.000/4.200.000.000 đồng, bằng 96,50%" in tree
    assert "không thay kết luận của Hội đồng" in tree


def test_judge_is_headed_as_a_comparison() -> None:
    text = thidua("judge", OFFICE).stdout

    assert text.startswith("Bảng đối chiếu tiêu chuẩn")
    assert "✓ đạt   ✗ không đạt   ? chưa đủ căn cứ   – không áp dụng" in text


def test_judge_shows_what_the_plan_leaves_open() -> None:
    text = thidua("judge", ROOT / "examples" / "loi-thuong-gap" / "giai-ngan-94-96").stdout

    assert "kế hoạch còn mở: Thư khen Thành phố hoặc Giấy khen quận" in text


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ((), "UBND phường"),
        (("--level", "quận, huyện", "--name", "Ủy ban nhân dân Quận 11"), "ủy ban nhân dân"),
        (("--level", "cơ sở", "--name", "Trường Tiểu học Mẫu"), ""),
    ],
)
def test_an_office_is_of_the_kind_its_name_and_level_say(more: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    """The first unit owes what the plan asks of its kind; what name and level do not say is left open."""
    assert thidua("init", tmp_path / "o", *more).returncode == 0
    assert f"\n  loai_don_vi: {kind}\n" in (tmp_path / "o/units.yaml").read_text("utf-8")


def test_a_ward_just_made_owes_what_the_plan_asks(tmp_path: Path) -> None:
    office = tmp_path / "o"
    assert thidua("init", office, "--plan", "quan-11-2024-60-ngay-dem").returncode == 0
    assert (
        "báo cáo tổng kết của đơn vị · 00/01 đơn vị đã làm" in thidua("status", office, "--today", "25/12/2024").stdout
    )


def test_a_new_office_can_be_made_filled_and_checked(tmp_path: Path) -> None:
    office = tmp_path / "Văn phòng Đống Đa"

    assert thidua("init", office, "--plan", "quan-11-2024-60-ngay-dem").returncode == 0
    assert thidua("new", "nomination", "don-vi-mau/nguoi-mau", "--repo", office).returncode == 0
    assert thidua("new", "meeting", "hop-1", "--repo", office).returncode == 0
    assert thidua("new", "dossier", "ho-so-1", "--repo", office).returncode == 0
    assert thidua("new", "appraisal", "ho-so-1", "--repo", office).returncode == 0
    assert thidua("new", "decision", "qd-1", "--repo", office).returncode == 0
    assert "hồ sơ chưa có trường hợp nào" in thidua("render", "to-trinh", office, "--out", tmp_path / "in").stdout
    drafted = thidua("render", "dossier", office, "--draft", "--out", tmp_path / "in")
    again = thidua("new", "meeting", "hop-1", "--repo", office)
    checked = thidua("validate", office)

    assert again.returncode == 2
    assert "đã có" in again.stderr
    assert "--force" not in again.stderr, "new has no such option"
    assert drafted.returncode == 0, drafted.stderr
    assert next((tmp_path / "in").rglob("01-to-trinh.docx"), None), "a draft shows what the paper will be"
    assert checked.returncode == 1, "an empty scaffold is not a finished record"
    assert "TD106" in checked.stdout
    assert "TD105" not in checked.stdout, "a scaffold uses only keys that exist"
    assert "TD102" not in checked.stdout
    text = next(office.glob("campaigns/*/nominations/don-vi-mau/nguoi-mau.yaml")).read_text(encoding="utf-8")
    assert "nhiem_vu_thuong_xuyen" in text, "what the plan excludes is asked for"


def test_a_record_of_an_unknown_unit_is_made_and_the_unit_is_told_of(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    known = thidua("new", "nomination", "ubnd-phuong-17/le-van-moi", "--repo", office).stdout
    near = thidua("new", "nomination", "ubnd-phuog-17/le-van-moi", "--repo", office).stdout
    strange = thidua("new", "duty", "tong-ket-don-vi/truong-cua-ai", "--repo", office).stdout

    assert "units.yaml" not in known
    assert "chưa có đơn vị ubnd-phuog-17; có phải ubnd-phuong-17?" in near
    assert "chưa có đơn vị truong-cua-ai, ghi thêm vào đó" in strange


def test_a_campaign_of_ones_own_has_every_section(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    thidua("init", office)
    assert thidua("new", "campaign", "dot-rieng", "--repo", office).returncode == 0
    checked = thidua("validate", office)

    assert "thiếu khóa" not in checked.stdout
    assert "TD105" not in checked.stdout


def test_completion_is_installed_and_told_of_in_vietnamese(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = thidua("--install-completion", "bash", cwd=tmp_path, **home)
    strange = thidua("--install-completion", "csh", cwd=tmp_path, **home)

    assert done.returncode == 0
    assert done.stdout.startswith(f"Đã cài gợi ý lệnh vào {tmp_path}")
    assert done.stdout.count("\n") == 1
    assert "thidua" in (tmp_path / ".bashrc").read_text("utf-8")
    assert strange.returncode == 2
    assert "chọn một trong: bash" in strange.stderr
