"""The README's daily commands, each run as a clerk would who copies it: none may be one that cannot be carried out."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from running import ROOT, thidua

CAMPAIGN = "quan-11-2024-60-ngay-dem"


def daily() -> list[str]:
    """The commands of the table of daily work; those with … stand for several."""
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Việc hằng ngày")[2].partition("\n## ")[0]
    return [one for one in re.findall(r"`(thidua [^`]+)`", table) if "…" not in one]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of quan-11 in git, with the files of its own that the commands speak of."""
    office = Path(shutil.copytree(ROOT / "examples" / "quan-11", tmp_path_factory.mktemp("vp") / "quan-11"))
    plan = docx.Document()
    for line in (ROOT / "tests" / "plan_texts" / "ke-hoach-phuong.txt").read_text(encoding="utf-8").split("\n"):
        plan.add_paragraph(line)
    plan.save(str(office / "ke-hoach.docx"))
    shutil.copy(ROOT / "campaigns" / CAMPAIGN / "criteria.yaml", office / "tieu-chuan-moi.yaml")
    assert thidua("export", "--only", "danh-sach-nhap", "--out", "ds", cwd=office).returncode == 0
    shutil.move(office / "ds" / CAMPAIGN / "danh-sach-nhap.xlsx", office / "DS-P17.xlsx")
    assert thidua("render", "dossier", "--unit", "ubnd-phuong-17", "--out", "giay-cu", cwd=office).returncode == 0
    shutil.copy(next(office.glob("giay-cu/*/*/01-to-trinh.docx")), office / "to-trinh.docx")
    git = ["git", "-c", "user.name=Người Giữ", "-c", "user.email=giu@example.vn"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "đầu"], ["branch", "ten-nhanh"]):
        subprocess.run([*git, *words], cwd=office, check=True, capture_output=True)
    return office


@pytest.mark.parametrize("command", daily())
def test_a_command_of_the_readme_can_be_carried_out(command: str, desk: Path) -> None:
    words = [word.replace("examples/", f"{ROOT}/examples/") for word in shlex.split(command)[1:]]
    try:
        if words[0] == "verify":
            assert thidua("render", "dossier", "--out", "ho-so", cwd=desk).returncode == 0
        done = thidua(*words, cwd=desk)
    finally:
        for again in (["clean", "-qfdx"], ["checkout", "-q", "main", "."]):
            subprocess.run(["git", *again], cwd=desk, check=True, capture_output=True)

    assert done.returncode == 0, done.stderr
    assert done.stdout
