"""Every case of tests/cases and every folder of examples/loi-thuong-gap gives exactly its marked findings."""

from pathlib import Path

import pytest
from harness import CASES, MISTAKES, case_ids, check, folder_case, load, write

from thidua_cli.book import codes as of_book
from thidua_cli.diagnostic import Severity
from thidua_cli.rules import codes as of_rules
from thidua_cli.source import codes as of_source

FOLDERS = sorted(path for path in MISTAKES.iterdir() if path.is_dir()) if MISTAKES.is_dir() else []


@pytest.mark.parametrize("id_", case_ids())
def test_case(id_: str, tmp_path: Path) -> None:
    case = load(id_)
    write(case, tmp_path)
    check(case, tmp_path)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_common_mistake(folder: Path) -> None:
    case = folder_case(folder)
    assert case.expected, "a folder of mistakes without a mark"
    ran = check(case, folder)
    errors = [one for one in ran.inspection.found if one.severity is Severity.ERROR and not one.due]
    assert errors, "validate must end with 1 here"


def test_there_are_mistakes_enough() -> None:
    assert len(FOLDERS) >= 12


def test_readme_names_every_folder() -> None:
    text = (MISTAKES / "README.md").read_text(encoding="utf-8")
    named = {line.split("`")[1].rstrip("/") for line in text.splitlines() if line.startswith("| `")}
    assert named == {folder.name for folder in FOLDERS}


def test_harness_fails_when_a_mark_is_missing(tmp_path: Path) -> None:
    """The judge is judged: the same repository with one mark taken off, or one too many, must fail."""
    case = load("deadline:ngay-20")
    write(case, tmp_path)
    check(case, tmp_path)
    for old, new in (("# ! TD301", "#"), ("# ! TD301", "# ! TD301 TD302"), ("# ! TD301", "# ! TD301 TD301")):
        files = {path: text.replace(old, new) for path, text in case.files.items()}
        with pytest.raises(AssertionError, match="findings: "):
            check(case._replace(files=files), tmp_path)


def test_every_code_of_reading_and_linting_has_a_case() -> None:
    """A code nobody can provoke is either dead or untested; our own failures are provoked in test_tripped."""
    marked = {code for id_ in case_ids() for _, _, code in load(id_).expected}
    marked |= {also.split()[1] for id_ in case_ids() for also in load(id_).also}
    codes = {code.id for room in (of_source, of_book, of_rules) for code in room.CODES}
    assert codes - marked == {of_rules.QUY_TAC_HONG.id}
    assert marked - codes == set()


def test_nothing_but_cases_lies_among_the_cases() -> None:
    assert all(path.suffix == ".yaml" for path in CASES.iterdir())
