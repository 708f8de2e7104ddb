"""Small offices and real git repositories for the tests of branches; knows no rule."""

import os
import shutil
import subprocess
from pathlib import Path

from running import ROOT

DRIVE = "campaigns/quan-11-2024-60-ngay-dem"
CASES = f"{DRIVE}/nominations/ubnd-phuong-17"


def office(folder: Path) -> Path:
    """The Quận 11 office with Phường 17 alone: five cases, one dossier."""
    source = ROOT / "examples" / "quan-11"
    for name in ("thidua.yaml", "units.yaml", f"{DRIVE}/campaign.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, folder / name)
    shutil.copytree(source / CASES, folder / CASES)
    for room in ("meetings", "dossiers"):
        for file in (source / DRIVE / room).glob("phuong-17*"):
            (folder / DRIVE / room).mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / DRIVE / room / file.name)
    shutil.copytree(source / DRIVE / "evidence" / "ubnd-phuong-17", folder / DRIVE / "evidence" / "ubnd-phuong-17")
    return folder


def edit(file: Path, old: str, new: str) -> None:
    """Change the one place in a file where ``old`` stands."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {old!r} occurs {text.count(old)} times"
    file.write_text(text.replace(old, new), encoding="utf-8")


def git(folder: Path, *words: str) -> str:
    """Run git as nobody in particular, with no settings of this machine."""
    alone = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ai",
        "GIT_AUTHOR_EMAIL": "ai@example.invalid",
        "GIT_COMMITTER_NAME": "Ai",
        "GIT_COMMITTER_EMAIL": "ai@example.invalid",
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, encoding="utf-8", check=True, env=alone
    )
    return done.stdout.strip()


def save(folder: Path, why: str) -> None:
    """Commit everything that stands there."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", why)


def repository(folder: Path) -> Path:
    """An office in a git repository of its own: a main branch, and a branch ``luot-gui`` one stands on."""
    office(folder)
    git(folder, "init", "-q", "-b", "main")
    save(folder, "Ban đầu")
    git(folder, "switch", "-q", "-c", "luot-gui")
    return folder
