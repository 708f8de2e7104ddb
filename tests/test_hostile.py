"""Whole commands on a repository someone prepared to do harm: one message each, in bounded time and memory."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, thidua

OFFICE = ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12"
CASES = "campaigns/quan-11-2024-60-ngay-dem/nominations"
MEMORY = 400_000_000


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OFFICE, tmp_path / "vp"))


def bounded(*words: object) -> "subprocess.CompletedProcess[str]":
    """The command with no more memory than an honest repository of this size ever needs."""
    return subprocess.run(
        [sys.executable, "-c", "from thidua_cli.cli import main; main()", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        check=False,
    )


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]" for i in range(12)]
    return "\n".join(lines)


@pytest.mark.skipif(os.name != "posix", reason="giới hạn bộ nhớ chỉ có trên POSIX")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (bomb(), "TD104"),
        ("a: &a {b: *a}\n", "TD104"),
        ("[" * 10_000, "TD104"),
        ("- " * 10_000 + "x", "TD104"),
        ("ho_ten: " + "x" * 1_000_000, "TD104"),
        ('ho_ten: "\\ud800"\n', "TD10"),
        ("ho_ten: \x1b[2Jx\n", "TD101"),
        ("ho_ten: !!python/object/apply:os.system [echo]\n", "TD104"),
    ],
    ids=["bomb", "cycle", "deep", "deep list", "one line", "surrogate", "escape", "python tag"],
)
def test_a_hostile_record_is_one_finding_in_its_file(office: Path, text: str, code: str) -> None:
    (office / CASES / "ubnd-phuong-1" / "x.yaml").write_text(text, encoding="utf-8")

    done = bounded("validate", office, "--today", "21/12/2024")

    assert done.returncode == 1, done.stdout + done.stderr
    assert f"[{code}" in done.stdout
    assert "x.yaml" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="giới hạn bộ nhớ, tệp thưa chỉ có trên POSIX")
def test_a_file_of_a_gigabyte_is_not_read_into_memory(office: Path) -> None:
    with open(office / CASES / "ubnd-phuong-1" / "to.yaml", "wb") as handle:
        handle.truncate(1_000_000_000)

    done = bounded("validate", office, "--today", "21/12/2024")

    assert done.returncode == 1, done.stdout + done.stderr
    assert "tệp lớn quá 4 MB" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="giới hạn bộ nhớ chỉ có trên POSIX")
@pytest.mark.parametrize("record", ["units.yaml", "different-people.yaml", f"{CASES}/ubnd-phuong-1/pho-thi-lanh.yaml"])
def test_a_list_broken_at_every_entry_is_told_once(office: Path, record: str) -> None:
    path = office / record
    key = "xac_nhan:\n" if record.startswith("campaigns") else ""
    if key:
        key = path.read_text(encoding="utf-8") + key
    path.write_text(key + "- a: b\n" * 100_000, encoding="utf-8")

    done = bounded("validate", office, "--today", "21/12/2024", "--format", "json")

    assert done.returncode == 1, done.stdout + done.stderr
    there = [one for one in json.loads(done.stdout)["findings"] if one["file"] == record]
    assert sum(one["code"] == "TD101" for one in there) == 1
    assert len(there) <= 1_001


@pytest.mark.skipif(sys.platform != "linux", reason="chỉ Linux cho tên tệp không phải Unicode")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "markdown", "gitlab", "github"])
def test_a_file_name_that_is_no_text_breaks_no_format(office: Path, form: str, tmp_path: Path) -> None:
    name = os.fsencode(str(office / CASES / "ubnd-phuong-1")) + b"/l\xea-\x1b[2J.yaml"
    Path(os.fsdecode(name)).write_text("ho_ten: x", encoding="utf-8")

    done = thidua("validate", office, "--today", "21/12/2024", "--format", f"{form}={tmp_path / 'ra'}")

    assert done.returncode == 1, done.stderr
    assert b"\x1b" not in (tmp_path / "ra").read_bytes()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("unit", ["../../ngoai", "/tmp/ngoai", "ubnd-phuong-1/../../x"])
def test_no_name_in_a_record_leads_out_of_the_output_folder(office: Path, unit: str, tmp_path: Path) -> None:
    dossier = next((office / "campaigns").rglob("dossiers/*.yaml"))
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text(text.replace("don_vi: ubnd-phuong-1\n", f"don_vi: {unit}\n"), encoding="utf-8")
    before = {path for path in tmp_path.rglob("*") if "ra" not in path.relative_to(tmp_path).parts}

    thidua("render", "dossier", office, "--draft", "--out", tmp_path / "ra")

    assert {path for path in tmp_path.rglob("*") if "ra" not in path.relative_to(tmp_path).parts} == before
