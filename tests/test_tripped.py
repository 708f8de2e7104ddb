"""When thidua itself fails: the run goes on, the clerk is told whose mistake it is, and nothing becomes đạt."""

import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT

OFFICE = ROOT / "examples" / "quan-11"
BROKEN_RULE = """
import thidua_cli.rules.inspection as rules

def broken(look):
    for case in look.drive.nominations.values():
        if case.full_name == "Lê Thị Cẩm":
            case.no_such_attribute

rules.RULES = (broken, *rules.RULES)
"""
BROKEN_JUDGE = """
import thidua_cli.rules.inspection as rules

sound = rules.judge

def judge(case, drive, book):
    if case.full_name == "Lê Thị Cẩm":
        raise ZeroDivisionError
    return sound(case, drive, book)

rules.judge = judge
"""
BROKEN_VERB = """
import thidua_cli.cli.terminal as terminal

def open_book(*asked, **how):
    raise RuntimeError("một điều không ai ngờ")

terminal.open_book = open_book
"""


def run(fault: str, *words: str, trace: bool = False) -> subprocess.CompletedProcess[str]:
    """thidua with a fault put in before it starts."""
    return subprocess.run(
        [sys.executable, "-c", f"{fault}\nfrom thidua_cli.cli import main; main()", *words],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={"PATH": "", "PYTHONUTF8": "1", **({"THIDUA_TRACE": "1"} if trace else {})},
        check=False,
    )


@pytest.mark.parametrize(("fault", "rule"), [(BROKEN_RULE, "broken"), (BROKEN_JUDGE, "judge")])
def test_a_rule_that_trips_names_itself_and_the_record_and_the_run_goes_on(
    fault: str, rule: str, tmp_path: Path
) -> None:
    done = run(fault, "validate", str(OFFICE), "--today", "16/12/2024")

    assert done.returncode == 2
    assert "lỗi[TD001] quy-tac-hong" in done.stdout
    assert f"{rule} của thidua hỏng giữa chừng" in done.stdout
    assert "nominations/ubnd-phuong-17/le-thi-cam.yaml" in done.stdout
    assert "82 trường hợp" in done.stdout  # the others were still looked at
    assert "Traceback" not in done.stdout + done.stderr


def test_a_case_that_was_not_judged_is_not_met() -> None:
    from datetime import date

    import thidua_cli.rules.inspection as rules
    from thidua_cli.book import read_book
    from thidua_cli.judge import Verdict

    sound = rules.judge
    try:
        exec(BROKEN_JUDGE, {})
        (look,) = rules.inspect(read_book(OFFICE), date(2024, 12, 16)).looks
    finally:
        rules.judge = sound

    assert look.judgements["ubnd-phuong-17/le-thi-cam"].verdict is Verdict.OPEN


def test_what_nobody_foresaw_is_said_in_a_sentence() -> None:
    done = run(BROKEN_VERB, "validate", str(OFFICE))

    assert done.returncode == 2
    assert "đây là lỗi của thidua, không phải của hồ sơ" in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_keeps_the_tool_can_ask_for_the_place() -> None:
    done = run(BROKEN_VERB, "validate", str(OFFICE), trace=True)

    assert done.returncode == 2
    assert "một điều không ai ngờ" in done.stderr
