"""What papers say where records differ in kind: with a council or without, one nominee or many, a year or a day."""

import re
import shutil
from pathlib import Path

import pytest
from running import ROOT, drop_lines, thidua
from test_render_dossier import CAMPAIGN, OFFICE, words

WARD = ROOT / "examples" / "phuong-2026"


def printed(kind: str, out: Path, *options: object, office: Path = OFFICE) -> Path:
    """The folder that holds the papers of one kind."""
    done = thidua("render", kind, office, "--out", out, *options)
    assert done.returncode == 0, done.stderr
    return next(out.glob(f"*/{kind}")) if kind != "dossier" else next(out.iterdir())


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed("dossier", tmp_path_factory.mktemp("in"))


def test_a_submission_counts_every_paper_of_the_table_of_contents(dossiers: Path) -> None:
    """The paper itself, and the list a Tờ trình has as its annex, are in the table and not enclosed with it."""
    for folder in sorted(dossiers.iterdir()):
        letter = folder / "01-cong-van.docx"
        own = words(letter if letter.exists() else folder / "01-to-trinh.docx")
        counted = sum(int(number) for number in re.findall(r"\((\d+) (?:bản chính|văn bản)\)", own))
        listed = re.search(r"Hồ sơ gồm (\d+) văn bản", words(folder / "00-muc-luc.docx"))
        assert listed is not None
        assert counted + (1 if letter.exists() else 2) == int(listed[1]), folder.name

    company = words(dossiers / "cong-ty-ich-17" / "01-to-trinh.docx").splitlines()
    assert "5. Đăng ký tiến độ công trình (01 văn bản);" in company
    assert "6. Biên bản nghiệm thu (01 văn bản)." in company
