"""What travels beside the program: hooks, action, templates, and everything ``init`` writes. Each file parses, and
each command in it is one the program knows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from branches import git, save
from running import ROOT, thidua

STARTER = ROOT / "src" / "thidua_cli" / "starter"
ACTION = ROOT / ".github" / "actions" / "thidua" / "action.yml"
PUBLISHED = [STARTER / f"{server}site-{kind}.yml" for server in ("", "gitlab-") for kind in ("public", "internal")]
SCRIPTS = [
    ACTION,
    STARTER / "github-workflow.yml",
    STARTER / "gitlab-ci.yml",
    ROOT / ".pre-commit-hooks.yaml",
    *PUBLISHED,
]


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    assert thidua("init", tmp_path / "vp", "--name", "Ủy ban nhân dân Phường Thử").returncode == 0
    return tmp_path / "vp"


def test_any_name_makes_an_office_that_can_be_read(tmp_path: Path) -> None:
    name = "UBND: Phường \"A\" #1, 'cũ'"
    assert thidua("init", tmp_path / "vp", "--name", name).returncode == 0
    done = thidua("validate", tmp_path / "vp")

    assert done.returncode == 0, done.stdout
    assert yaml.safe_load((tmp_path / "vp" / "units.yaml").read_text("utf-8"))[0]["ten_don_vi"] == name


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda path: path.name)
def test_every_option_a_script_gives_is_one_the_verb_has(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    calls = re.findall(r"thidua\"? (validate|diff|textconv|site)\b(.*(?:\n +--.*)*)", text)
    assert calls
    for verb, rest in calls:
        known = set(re.findall(r"--[a-z-]+", thidua(verb, "--help").stdout))
        assert set(re.findall(r"--[a-z]+", rest)) <= known, rest
    for name in re.findall(r"--format ([a-z]+)", text):
        from thidua_cli.cli.formats import FORMATS

        assert name in FORMATS


def test_no_value_of_a_caller_is_pasted_into_a_script() -> None:
    for file in (ACTION, STARTER / "github-workflow.yml", *PUBLISHED):
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


@pytest.fixture
def branch(vp: Path) -> Path:
    """A new office under git, on a branch that is to go into ``main``."""
    git(vp, "init", "-q", "-b", "main")
    save(vp, "Ban đầu")
    git(vp, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(vp, "switch", "-q", "-c", "luot-gui")
    return vp


def run_as_a_server_does(script: str, office: Path, home: Path, **env: str) -> None:
    """A step of a workflow in bash, with ``thidua`` on the path."""
    program = home / "bin" / "thidua"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!{sys.executable}\nfrom thidua_cli.cli import main; main()\n", encoding="utf-8")
    program.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_", "GIT_"))}
    path = f"{program.parent}{os.pathsep}{kept['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=office,
        env={**kept, "PATH": path, "HOME": str(home), **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr


def test_the_workflow_s_commands_run_in_a_new_office_and_tell_what_changed_since(branch: Path, tmp_path: Path) -> None:
    text = (branch / ".github/workflows/thidua.yml").read_text(encoding="utf-8")
    steps = [step for step in yaml.safe_load(text)["jobs"]["kiem-tra"]["steps"] if "run" in step]
    home = tmp_path / "home"
    home.mkdir()
    pages = []
    for turn in ("mot", "hai"):
        summary = tmp_path / f"{turn}.md"
        for step in steps[1:]:
            told = {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}
            run_as_a_server_does(step["run"], branch, home, **told)
        pages.append(summary.read_text(encoding="utf-8"))
    for page in pages:
        assert "## Kết quả kiểm tra lượt gửi hồ sơ" in page
        assert "## Lượt gửi hồ sơ" in page
    assert ["So với lần trước" in page for page in pages] == [False, True]


def test_the_action_remembers_the_last_run_too(branch: Path, tmp_path: Path) -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    (check,) = (step["run"] for step in steps if step["name"] == "Kiểm tra")
    home = tmp_path / "home"
    home.mkdir()
    script = check.replace('"${RUNNER_TEMP:-/tmp}/thidua/bin/thidua"', "thidua")
    for turn, compared in (("mot", False), ("hai", True)):
        summary = tmp_path / f"{turn}.md"
        told = {"CHANGED": "auto", "FINAL": "false", "FORMATS": "", "GITHUB_BASE_REF": "main"}
        run_as_a_server_does(script, branch, home, GITHUB_STEP_SUMMARY=str(summary), **told)
        assert ("So với lần trước" in summary.read_text(encoding="utf-8")) is compared


def test_on_gitlab_the_table_tells_what_changed_since_the_last_run(branch: Path, tmp_path: Path) -> None:
    job = yaml.safe_load((branch / ".gitlab-ci.yml").read_text(encoding="utf-8"))["thidua"]
    home = tmp_path / "home"
    home.mkdir()
    for compared in (False, True):
        for lines in (job["script"], job["after_script"]):
            script = "\n".join(lines).replace("/tmp/thidua/bin/thidua", "thidua")
            told = {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main"}
            run_as_a_server_does(script, branch, home, **told)
        assert ("So với lần trước" in (branch / "thidua.md").read_text(encoding="utf-8")) is compared
    assert job["cache"]["paths"] == [".thidua-truoc.json"]


@pytest.mark.parametrize("kind", ["public", "internal"])
def test_init_writes_how_the_site_is_published_only_when_asked(tmp_path: Path, kind: str) -> None:
    assert thidua("init", tmp_path / "khong").returncode == 0
    assert not (tmp_path / "khong/.github/workflows/thidua-site.yml").exists()
    assert thidua("init", tmp_path / "vp", "--site", kind).returncode == 0

    workflow = (tmp_path / "vp/.github/workflows/thidua-site.yml").read_text(encoding="utf-8")
    gitlab = yaml.safe_load((tmp_path / "vp/.gitlab-ci.yml").read_text(encoding="utf-8"))
    commands = re.findall(r"thidua site .*", workflow) + [
        line for job in gitlab.values() for line in job["script"] if "thidua site" in line
    ]
    assert len(commands) == 2
    assert all(("--internal" in one) == (kind == "internal") for one in commands)
    assert "thidua" in gitlab
    assert len(gitlab) == 2
    assert "Trang xem cho lãnh đạo" in (tmp_path / "vp/docs/engineer.md").read_text(encoding="utf-8")


def test_nothing_public_is_ever_built_with_names_and_nothing_internal_leaves_the_office() -> None:
    for file in PUBLISHED:
        said = "\n".join(
            line for line in file.read_text(encoding="utf-8").splitlines() if not line.strip().startswith("#")
        )
        assert ("--internal" in said) == ("internal" in file.name)
        if "internal" in file.name:
            assert "noi-bo" in said
            assert not re.search("upload|artifact|pages|ubuntu-latest", said)


def test_a_way_of_publishing_nobody_knows_is_refused(tmp_path: Path) -> None:
    done = thidua("init", tmp_path / "vp", "--site", "facebook")
    assert done.returncode == 2
    assert "chọn một trong: public, internal" in done.stderr
    assert not (tmp_path / "vp").exists()


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
