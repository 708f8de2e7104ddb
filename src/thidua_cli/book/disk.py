"""The files of a repository: where its top is, what lies in it, and what may be read.

Every path that leaves this module has been held against the repository's own folder, links included.
"""

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from thidua_cli.viet.text import nfc

OFFICE_FILE = "thidua.yaml"
_IGNORED = ("~$", ".")
_DEEPEST = 12
"""Records lie at most five folders deep; what lies far deeper is no record, and may be a trap."""
_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
"""As ``open`` has it, which takes a quarter longer over a small file."""


def find_top(start: Path) -> Path | None:
    """The folder of the repository that holds ``start``: the nearest one upward with ``thidua.yaml``."""
    here = start if start.is_dir() else start.parent
    return next((folder for folder in (here, *here.parents) if (folder / OFFICE_FILE).is_file()), None)


def shipped(name: str) -> Path:
    """A folder that travels with thidua (``campaigns``, ``templates``): beside the source tree first,
    otherwise inside the wheel."""
    package = Path(__file__).resolve().parent.parent
    if name == "law":
        return package / name  # the law is part of the program, not a folder beside it
    beside = package.parent.parent / name
    return (
        beside
        if beside.is_dir() and (package.parent.parent / "pyproject.toml").is_file()
        else package / "shipped" / name
    )


def shipped_plans() -> list[str]:
    """The ids of the plans shipped with thidua."""
    folder = shipped("campaigns")
    return (
        sorted(entry.name for entry in folder.iterdir() if (entry / "campaign.yaml").is_file())
        if folder.is_dir()
        else []
    )


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is nobody's record: hidden, or Word's lock file."""
    return name.startswith(_IGNORED)


class Files(ABC):
    """The files of a repository as they stood at one moment, by path with ``/``, listed once.

    ``files`` maps the NFC path to what the source needs to find it again; ``escapes`` are links that
    lead out of the repository.
    """

    def __init__(self, top: Path) -> None:
        self.top = top
        self.files: dict[str, str] = {}
        self.escapes: list[str] = []

    def below(self, folder: str) -> Iterator[str]:
        """The paths below a folder, in order."""
        prefix = f"{folder}/"
        return (path for path in self.files if path.startswith(prefix))

    @abstractmethod
    def read(self, path: str, most: int = -1) -> bytes | None:
        """The bytes of a listed file, no more than ``most`` of them; ``None`` when it cannot be opened
        (held by Word, gone)."""


class Disk(Files):
    """The regular files below a repository's top, as they stand on the disk now."""

    def __init__(self, top: Path) -> None:
        super().__init__(top)
        self._top = str(top)
        self._real = os.path.realpath(top)
        self._list(self._top, "")

    def _list(self, folder: str, prefix: str) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if is_ignored(entry.name):
                continue
            path = f"{prefix}{entry.name}"
            if entry.is_symlink() and not self._inside(entry.path):
                self.escapes.append(nfc(path))
            elif entry.is_dir(follow_symlinks=False) and prefix.count("/") < _DEEPEST:
                self._list(entry.path, f"{path}/")
            elif entry.is_file():
                self.files[nfc(path)] = path

    def _inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        return os.path.commonpath((self._real, real)) == self._real if os.path.exists(real) else False

    def read(self, path: str, most: int = -1) -> bytes | None:
        """The bytes of a listed file."""
        try:
            handle = os.open(f"{self._top}/{self.files[path]}", _TO_READ)
            try:
                # No more than there is: asking for megabytes of a small file costs more than the file.
                size = os.fstat(handle).st_size
                return os.read(handle, size if most < 0 else min(size, most))
            finally:
                os.close(handle)
        except (OSError, KeyError):
            return None
