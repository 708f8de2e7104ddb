"""The command line in a process of its own, as a user's shell starts it; knows no rule."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def thidua(*args: object, cwd: Path | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    """What the command said, run without what a CI server told this process."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_", "GIT_"))}
    return subprocess.run(
        [sys.executable, "-c", "from thidua_cli.cli import main; main()", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env={**kept, **env},
        check=False,
    )
