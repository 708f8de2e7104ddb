"""Writing: a file appears whole or not at all, and nothing that stands there is lost without ``--force``."""

import os
import tempfile
from pathlib import Path

from thidua_cli.cli.app import Stop


def write_new(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text file that must not exist yet, unless ``force``."""
    if path.exists() and not force:
        raise Stop(f"đã có {path}", "không ghi đè; thêm --force nếu muốn thay")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())


def write_whole(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then rename: a stopped run leaves no half file."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".thidua-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
