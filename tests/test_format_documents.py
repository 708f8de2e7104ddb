"""SARIF and JUnit by the rules of their schemas that matter to readers, written here by hand: the schemas themselves
are not ours to carry. Both were also laid against the published ones when the formats were made."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from branches import CASES, DRIVE, edit, repository
from running import thidua


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    """An office with a lỗi, two findings to review, one of them allowed, and notes."""
    vp = repository(tmp_path / "vp")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", "ngay_nhan: 18/12/2024", "ngay_nhan: 20/12/2024")
    edit(vp / CASES / "le-thi-cam.yaml", "dang_ban: bản sao y", "dang_ban: bản chụp  # chấp nhận TD407: có lý do")
    edit(vp / CASES / "tran-van-binh.yaml", "dang_ban: bản sao y", "dang_ban: bản chụp")
    return vp


def sarif(vp: Path, *options: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        thidua("validate", "--today", "20/12/2024", "--format", "sarif", *options, cwd=vp).stdout
    )
    return document


def test_sarif_holds_together(vp: Path) -> None:
    document = sarif(vp)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert document["version"] == "2.1.0"
    assert {one["ruleId"] for one in run["results"]} == {rule["id"] for rule in rules}
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note", "warning"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["message"]["text"]
        assert one["partialFingerprints"]["thidua/v1"]
        assert "suppressions" in one, "without the key a reader knows nothing of suppressions"
        for place in (*one["locations"], *one["relatedLocations"]):
            physical = place["physicalLocation"]
            uri = physical["artifactLocation"]["uri"]
            assert not re.match(r"[a-z]+:|/", uri), "relative to the repository, whatever the plan's file is called"
            assert (vp / uri).is_file()
            region = physical["region"]
            assert region["startLine"] >= 1
            assert region.get("endColumn", region["startColumn"] + 1) > region["startColumn"] >= 1
    assert [bool(one["suppressions"]) for one in run["results"]] == [False, False, False, True]


def test_sarif_points_at_the_very_characters(vp: Path) -> None:
    (late,) = [one for one in sarif(vp, "--personal")["runs"][0]["results"] if one["ruleId"] == "TD301"]
    physical = late["locations"][0]["physicalLocation"]
    region = physical["region"]
    line = (vp / physical["artifactLocation"]["uri"]).read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]

    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "20/12/2024"
    assert region["snippet"]["text"] == line


def test_sarif_fingerprints_do_not_follow_lines(vp: Path) -> None:
    before = [one["partialFingerprints"] for one in sarif(vp)["runs"][0]["results"]]
    file = vp / DRIVE / "dossiers" / "phuong-17.yaml"
    file.write_text("# một\n# hai\n" + file.read_text(encoding="utf-8"), encoding="utf-8")

    assert [one["partialFingerprints"] for one in sarif(vp)["runs"][0]["results"]] == before


def test_junit_counts_what_it_lists(vp: Path) -> None:
    done = thidua("validate", "--format", "junit", "--today", "18/12/2024", cwd=vp)
    (suite,) = ElementTree.fromstring(done.stdout)
    tests = suite.findall("testcase")
    failures = suite.findall("testcase/failure")

    assert [child.tag for child in suite if child.tag != "testcase"] == ["properties", "system-out", "system-err"]
    assert set(suite.attrib) == {
        "name",
        "package",
        "id",
        "timestamp",
        "hostname",
        "tests",
        "failures",
        "errors",
        "time",
    }
    assert suite.get("timestamp") == "2024-12-18T00:00:00"
    assert int(suite.attrib["tests"]) == len(tests) == 6, "five cases and the dossier"
    assert int(suite.attrib["failures"]) == len(failures) == 1
    assert failures[0].get("type") == "TD301"
    assert all(set(one.attrib) == {"name", "classname", "time"} and len(one) <= 1 for one in tests)
    assert "chấp nhận có lý do: có lý do" in (suite.findtext("system-out") or "")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "markdown", "gitlab", "github"])
def test_a_finding_about_a_persons_data_does_not_repeat_them(vp: Path, form: str) -> None:
    for case in ("le-thi-cam", "tran-van-binh"):
        path = vp / CASES / f"{case}.yaml"
        own = "so_dinh_danh: 001088012345\nngay_sinh: 09/8/1988\n"
        path.write_text(own + path.read_text(encoding="utf-8"), encoding="utf-8")
    office = vp / "thidua.yaml"
    edit(office, "thiet_lap:", "thiet_lap:\n  muc_bao_mat: công khai")

    said = thidua("validate", "--today", "20/12/2024", "--format", form, cwd=vp).stdout

    assert "TD690" in said
    assert "TD618" in said
    assert "001088012345" not in said
    assert "09/8/1988" not in said


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "markdown", "gitlab", "github"])
def test_a_birth_date_nobody_can_read_is_not_repeated_either(vp: Path, form: str) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "ngay_sinh: 20/02/1988", "ngay_sinh: 31/02/1977")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", "ngay_nhan: 20/12/2024", "ngay_nhan: 31/11/2024")

    said = thidua("validate", "--today", "20/12/2024", "--format", form, cwd=vp).stdout

    assert said.count("TD108") >= 2
    assert "31/02/1977" not in said
    assert "31/11/2024" in said, "a day of the dossier is nobody's own"


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab"])
def test_what_cannot_be_read_in_a_nomination_is_not_repeated_to_programs(vp: Path, form: str) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "ap_dung_tu_ngay: 12/11/2024", "ap_dung_tu_ngay: hỏi bà Hoa 0912345678")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", "ngay_nhan: 20/12/2024", "ngay_nhan: 31/11/2024")
    words = ("validate", "--today", "20/12/2024", "--format", form)

    said, personal = thidua(*words, cwd=vp).stdout, thidua(*words, "--personal", cwd=vp).stdout

    assert said.count("không phải một ngày trên lịch") == personal.count("không phải một ngày trên lịch")
    assert "0912345678" not in said
    assert "bà Hoa" not in said
    assert "“31/11/2024”" in said
    assert "“hỏi bà Hoa 0912345678”" in personal


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab"])
def test_programs_are_told_names_only_where_that_was_asked_for(vp: Path, form: str) -> None:
    edit(vp / CASES / "le-thi-cam.yaml", "có lý do", "đã hỏi bà LÊ THỊ CẨM")

    def said(*options: str) -> str:
        return thidua("validate", "--today", "20/12/2024", "--format", form, *options, cwd=vp).stdout

    assert "le-thi-cam" in said(), "the path of a record is its id"
    assert not re.search("lê thị cẩm|trần văn bình", said(), re.IGNORECASE)
    assert "đã hỏi bà L. T. C." in said()
    assert "đã hỏi bà LÊ THỊ CẨM" in said("--personal")
    for form_of_people in ("text", "markdown", "github"):
        assert "đã hỏi bà LÊ THỊ CẨM" in thidua("validate", "--format", form_of_people, cwd=vp).stdout
