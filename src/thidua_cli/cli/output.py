"""Writing: a file appears whole or not at all, and nothing that stands there is lost without ``--force``."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.book import find_top
from thidua_cli.diagnostic import Refused
from thidua_cli.model.let_stand import BASELINE_FILE

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
    _keep_from_records(path)
    if path.exists() and not force:
        raise Refused(f"đã có {path}", remedy)
    _put(path, pieces)


def write_whole(path: Path, data: bytes) -> None:
    """Write beside, then rename: a stopped run leaves no half file."""
    _put(path, [data])


def write_report(path: Path, data: bytes) -> None:
    """Write what is made anew at each run over the last one's."""
    _keep_from_records(path)
    write_whole(path, data)


def _keep_from_records(path: Path) -> None:
    """What is made from records is never put among them, where it would stand in the place of one."""
    asked = Path(os.path.abspath(path))
    top = find_top(asked)
    room, *below = asked.relative_to(top).parts if top is not None else ("",)
    if room in _ROOMS if below else room.endswith(".yaml") and room != BASELINE_FILE:
        raise Refused(f"{path} là chỗ của bản ghi, không in, không ghi đè vào đó", "ghi ra nơi khác")


_ROOMS = ("campaigns", "law", "stock", "templates")


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
        _make_folder(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BESIDE)
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(pieces)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return Path(name)


def _umask() -> int:
    """What the system takes away from the rights of a new file; what is made as a temporary one is its maker's
    alone, and colleagues on a shared folder could not open it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _make_folder(folder: Path) -> None:
    """Make a folder where it is not there yet; below an office's top never through a link. Such a link comes with
    somebody's files, no record is read through it, and what it leads to is not what was asked for."""
    asked = Path(os.path.abspath(folder))
    top = find_top(next(one for one in (asked, *asked.parents) if one.exists()))
    if top is not None and Path(os.path.realpath(asked)) != Path(os.path.realpath(top), asked.relative_to(top)):
        raise Refused(f"{folder} đi qua một liên kết, không ghi vào đó", "bỏ liên kết ấy, hoặc ghi ra nơi khác")
    folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """What fails is told of the file people asked for, not of the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def write_folder(target: Path, files: "Iterable[Packed]", advance: Callable[[], None], *, force: bool) -> int:
    """Build a folder beside its place, then put it there in one step; returns how many files it holds.

    An older folder is set aside until the new one stands. No system swaps two folders in one step, so a
    run killed in between leaves the older one set aside, and the next run puts it back first.
    """
    with _said_of(target):
        _keep_from_records(target)
        _make_folder(target.parent)
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
        beside.chmod(0o777 & ~_umask())
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
    work on anything younger. Links are nothing a run leaves, and are not followed."""
    for left in target.parent.glob(f"{_SET_ASIDE}*"):
        older = left / target.name
        if not left.is_symlink() and not older.is_symlink() and older.is_dir() and not target.exists():
            os.replace(older, target)
            left.rmdir()
    _clear_away(target.parent)


def _clear_away(folder: Path) -> None:
    for left in folder.glob(f"{_BESIDE}*"):
        with suppress(FileNotFoundError):  # another run has just put its own in place
            if time.time() - left.lstat().st_mtime < _A_DAY:
                continue
            if left.is_symlink() or not left.is_dir():
                left.unlink()
            else:
                shutil.rmtree(left, ignore_errors=True)


def write_all(files: dict[Path, bytes]) -> None:
    """Write several files, all or none: each is first put beside its place, then all take it; when one
    cannot, those that already did get their old bytes back."""
    staged: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, bytes | None]] = []
    try:
        for folder in {path.parent for path in files}:
            _make_folder(folder)
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
