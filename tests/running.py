"""The command line in a process of its own, as a user's shell starts it; knows no rule."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def thidua(*args: object, cwd: Path | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    """What the command said, run without what a CI server told this process."""
    return _python(_ONE, *args, cwd=cwd, **env)


def thidua_each(*commands: list[object]) -> "subprocess.CompletedProcess[str]":
    """Many commands one after the other in one process: starting up is most of a short one."""
    return _python(_EACH, *("\x1f".join(map(str, words)) for words in commands))


def drop_lines(path: Path, *starts: str) -> None:
    """Take the lines of a record that begin so out of it."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(starts)), encoding="utf-8")


_ONE = "from thidua_cli.cli import main; main()"
_EACH = """
import sys
from thidua_cli.cli import main
for words in sys.argv[1:]:
    sys.argv = ["thidua", *words.split("\x1f")]
    try:
        main()
    except SystemExit:
        pass
"""


def _python(code: str, *args: object, cwd: Path | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_", "GIT_"))}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env={**kept, **env},
        check=False,
    )
