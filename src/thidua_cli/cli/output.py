"""Writing: a file appears whole or not at all, and nothing that stands there is lost without ``--force``."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.render.folder import Packed

_BESIDE, _SET_ASIDE = ".thidua-", ".thidua-cu-"
_A_DAY = 86_400


def write_new(path: Path, data: bytes, remedy: str) -> None:
    """Write a file that must not exist yet; ``remedy`` says what to do when it does."""
    if path.exists():
        raise Refused(f"đã có {path}", remedy)
    write_whole(path, data)


def write_file(
    path: Path, pieces: "Iterable[bytes]", *, force: bool, remedy: str = "thêm --force để thay, hoặc ghi ra --out khác"
) -> None:
    """Write a file whole from pieces, so that a long list is never held in memory; one that stands there is kept
    unless ``force``."""
    if path.exists() and not force:
        raise Refused(f"đã có {path}", remedy)
    path.parent.mkdir(parents=True, exist_ok=True)
    _put(path, pieces)


def write_whole(path: Path, data: bytes) -> None:
    """Write beside, then rename: a stopped run leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _put(path, [data])


def _put(path: Path, pieces: "Iterable[bytes]") -> None:
    beside = _beside(path, pieces)
    try:
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _beside(path: Path, pieces: "Iterable[bytes]") -> Path:
    """A file next to ``path`` with its coming bytes, flushed to the disk; none is left when writing fails."""
    with _said_of(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BESIDE)
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(pieces)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return Path(name)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """What fails is told of the file people asked for, not of the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def write_folder(target: Path, files: "Iterable[Packed]", advance: Callable[[], None], *, force: bool = False) -> int:
    """Build a folder beside its place, then put it there in one step; returns how many files it holds.

    An older folder is set aside until the new one stands. No system swaps two folders in one step, so a
    run killed in between leaves the older one set aside, and the next run puts it back first.
    """
    with _said_of(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        take_up(target)
        return _build_beside(target, files, advance, force=force)


def _build_beside(target: Path, files: "Iterable[Packed]", advance: Callable[[], None], *, force: bool) -> int:
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=_BESIDE))
    count = 0
    try:
        for file in files:
            path = beside / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            count += 1
            advance()
        if target.exists() and force:
            older = Path(tempfile.mkdtemp(dir=target.parent, prefix=_SET_ASIDE)) / target.name
            os.replace(target, older)
            os.replace(beside, target)
            shutil.rmtree(older.parent, ignore_errors=True)
        else:
            os.replace(beside, target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return count


def take_up(target: Path) -> None:
    """Put back what a killed run had set aside, and clear away what is a day old: another run may be at
    work on anything younger."""
    for left in target.parent.glob(f"{_SET_ASIDE}*"):
        if (left / target.name).is_dir() and not target.exists():
            os.replace(left / target.name, target)
            left.rmdir()
    _clear_away(target.parent)


def _clear_away(folder: Path) -> None:
    for left in folder.glob(f"{_BESIDE}*"):
        if time.time() - left.stat().st_mtime > _A_DAY:
            shutil.rmtree(left, ignore_errors=True)
            left.unlink(missing_ok=True)


def write_all(files: dict[Path, bytes]) -> None:
    """Write several files, all or none: each is first put beside its place, then all take it; when one
    cannot, those that already did get their old bytes back."""
    staged: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, bytes | None]] = []
    try:
        for folder in {path.parent for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
            _clear_away(folder)
        for path, data in files.items():
            staged.append((path, _beside(path, [data])))
        for path, beside in staged:
            before = path.read_bytes() if path.exists() else None
            os.replace(beside, path)
            replaced.append((path, before))
    except BaseException:
        for path, before in reversed(replaced):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, before)
        for _, beside in staged:
            beside.unlink(missing_ok=True)
        raise
