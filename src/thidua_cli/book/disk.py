"""The files of a repository: where its top is, what lies in it, and what may be read.

Every path that leaves this module has been held against the repository's own folder, links included.
"""

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from os import PathLike

from thidua_cli.viet.text import nfc

StrPath = str | PathLike[str]
OFFICE_FILE = "thidua.yaml"
_IGNORED = ("~$", ".")
_DEEPEST = 12
"""Records lie at most five folders deep; what lies far deeper is no record, and may be a trap."""
_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
"""As ``open`` has it, which takes a quarter longer over a small file."""


def upward(folder: str) -> Iterator[str]:
    """A folder and every one it lies in, from the nearest."""
    above = os.path.abspath(folder)
    while True:
        yield above
        folder, above = above, os.path.dirname(above)
        if folder == above:
            return


def find_top(start: StrPath) -> str | None:
    """The folder of the repository that holds ``start``: the nearest one upward with ``thidua.yaml``."""
    here = os.fspath(start) if os.path.isdir(start) else os.path.dirname(start)
    return next((folder for folder in upward(here) if os.path.isfile(os.path.join(folder, OFFICE_FILE))), None)


def shipped(name: str) -> str:
    """A folder that travels with thidua (``campaigns``, ``templates``): beside the source tree first,
    otherwise inside the wheel."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if name == "law":
        return os.path.join(package, name)  # the law is part of the program, not a folder beside it
    source = os.path.dirname(os.path.dirname(package))
    beside = os.path.join(source, name)
    if os.path.isdir(beside) and os.path.isfile(os.path.join(source, "pyproject.toml")):
        return beside
    return os.path.join(package, "shipped", name)


def shipped_names(name: str) -> list[str]:
    """What lies in such a folder, in order."""
    folder = shipped(name)
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def shipped_bytes(file: str) -> bytes:
    """The bytes of such a file, as findings name it (``thidua:campaigns/…``); nothing where there is none."""
    room, _, rest = file.removeprefix("thidua:").partition("/")
    path = os.path.join(shipped(room), rest)
    if not os.path.isfile(path):
        return b""
    with open(path, "rb") as handle:
        return handle.read()


def shipped_plans() -> list[str]:
    """The ids of the plans shipped with thidua."""
    folder = shipped("campaigns")
    return [name for name in shipped_names("campaigns") if os.path.isfile(os.path.join(folder, name, "campaign.yaml"))]


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is nobody's record: hidden, or Word's lock file."""
    return name.startswith(_IGNORED)


class Files(ABC):
    """The files of a repository as they stood at one moment, by path with ``/``, listed once.

    ``files`` maps the NFC path to what the source needs to find it again; ``escapes`` are links that
    lead out of the repository.
    """

    def __init__(self, top: StrPath) -> None:
        self.top = os.fspath(top)
        self.files: dict[str, str] = {}
        self.escapes: list[str] = []

    def where(self, path: str) -> str:
        """Where a file stands, or would stand."""
        return os.path.join(self.top, self.files.get(path, path))

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

    def __init__(self, top: StrPath) -> None:
        super().__init__(top)
        self._real = os.path.realpath(top)
        self._list(self.top, "")

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
            handle = os.open(f"{self.top}/{self.files[path]}", _TO_READ)
            try:
                # No more than there is: asking for megabytes of a small file costs more than the file.
                size = os.fstat(handle).st_size
                return os.read(handle, size if most < 0 else min(size, most))
            finally:
                os.close(handle)
        except (OSError, KeyError):
            return None
