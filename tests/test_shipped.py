"""What travels beside the program: hooks, action, templates, and everything ``init`` writes. Each file parses, and
each command in it is one the program knows."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml
from branches import git, save
from running import ROOT, thidua

STARTER = ROOT / "src" / "thidua_cli" / "starter"
ACTION = ROOT / ".github" / "actions" / "thidua" / "action.yml"
SCRIPTS = [ACTION, STARTER / "github-workflow.yml", STARTER / "gitlab-ci.yml", ROOT / ".pre-commit-hooks.yaml"]


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    assert thidua("init", tmp_path / "vp", "--name", "Ủy ban nhân dân Phường Thử").returncode == 0
    return tmp_path / "vp"


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda path: path.name)
def test_every_option_a_script_gives_is_one_the_verb_has(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    calls = re.findall(r"thidua\"? (validate|diff|textconv)\b(.*(?:\n +--.*)*)", text)
    assert calls
    for verb, rest in calls:
        known = set(re.findall(r"--[a-z-]+", thidua(verb, "--help").stdout))
        assert set(re.findall(r"--[a-z]+", rest)) <= known, rest
    for name in re.findall(r"--format ([a-z]+)", text):
        from thidua_cli.cli.formats import FORMATS

        assert name in FORMATS


def test_no_value_of_a_caller_is_pasted_into_a_script() -> None:
    for file in (ACTION, STARTER / "github-workflow.yml"):
        for script in re.findall(r"run: \|?\n?((?:.|\n(?= {8}))*)", file.read_text(encoding="utf-8")):
            assert "${{" not in script


def test_the_template_for_gitlab_is_the_one_an_office_gets() -> None:
    assert (ROOT / ".gitlab" / "thidua.gitlab-ci.yml").read_bytes() == (STARTER / "gitlab-ci.yml").read_bytes()


def test_init_writes_what_an_office_needs_and_nothing_unfilled(vp: Path) -> None:
    for name in (
        *("thidua.yaml", "units.yaml", ".gitattributes", ".editorconfig", ".gitlab-ci.yml"),
        *(".github/workflows/thidua.yml", ".vscode/settings.json", "docs/CODEOWNERS", "docs/engineer.md"),
    ):
        assert (vp / name).is_file(), name
    for file in vp.rglob("*"):
        if file.is_file():
            assert not re.search("@@[a-z]+@@", file.read_text(encoding="utf-8")), file
    for settings in (".vscode/settings.json", ".vscode/extensions.json"):
        assert json.loads((vp / settings).read_text(encoding="utf-8"))
    for schema in json.loads((vp / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]:
        assert (vp / schema).is_file()
    assert "/campaigns/*/nominations/uy-ban-nhan-dan-phuong-thu/" in (vp / "docs/CODEOWNERS").read_text(
        encoding="utf-8"
    )
    page = (vp / "docs/engineer.md").read_text(encoding="utf-8")
    for words in ("Sao lưu", "Lưu giữ và xóa", "Nếu kỹ sư nghỉ việc", "Ai được làm gì", "git filter-repo"):
        assert words in page


def test_init_never_writes_over_anything(vp: Path) -> None:
    (vp / "docs" / "engineer.md").write_text("của tôi", encoding="utf-8")
    for gone in ("thidua.yaml", "units.yaml"):
        (vp / gone).unlink()
    done = thidua("init", vp)

    assert done.returncode == 2
    assert "docs/engineer.md" in done.stderr
    assert (vp / "docs" / "engineer.md").read_text(encoding="utf-8") == "của tôi"
    assert not (vp / "thidua.yaml").exists(), "nothing is written by half"


def test_the_workflow_s_commands_run_in_a_new_office(vp: Path) -> None:
    git(vp, "init", "-q", "-b", "main")
    save(vp, "Ban đầu")
    git(vp, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(vp, "switch", "-q", "-c", "luot-gui")
    steps = yaml.safe_load((vp / ".github/workflows/thidua.yml").read_text(encoding="utf-8"))["jobs"]["kiem-tra"][
        "steps"
    ]
    for command in (step["run"] for step in steps[2:]):
        words = shlex.split(command.replace("${GITHUB_BASE_REF:+--changed}", "--changed"))
        done = thidua(
            *words[1:], cwd=vp, GITHUB_ACTIONS="true", GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(vp / "ho-so.md")
        )
        assert done.returncode in (0, 1), done.stderr
    page = (vp / "ho-so.md").read_text(encoding="utf-8")
    assert "## Kết quả kiểm tra lượt gửi hồ sơ" in page
    assert "## Lượt gửi hồ sơ" in page


def test_the_hooks_look_at_records_and_at_nothing_else() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        wanted = re.compile(hook["files"])
        for path in (
            "thidua.yaml",
            "vp/units.yaml",
            "campaigns/a/nominations/b/c.yaml",
            "vp/campaigns/a/campaign.yaml",
        ):
            assert wanted.search(path), path
        for path in ("README.md", ".github/workflows/thidua.yml", "docs/units.yaml.md", "compose.yaml"):
            assert not wanted.search(path), path
