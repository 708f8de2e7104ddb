"""What git knows of a repository: where a branch left its base, what it changed since, and the files as they stood then.

Asks the ``git`` program, and only with commit ids it has itself resolved, so that no name can pass for an option.
"""

import os
import posixpath
import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.book.disk import Files, is_ignored
from thidua_cli.diagnostic import Refused
from thidua_cli.viet.text import nfc

_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_FIRST_COMMIT = 'git add . và git commit -m "Lần đầu"'
_WHOLE_FILE = range(1, 1_000_000_000)


class Base(NamedTuple):
    """The commit a branch is compared with, and the name it was asked for by."""

    commit: str
    name: str


class Touched(NamedTuple):
    """What a branch changed: files of the repository by path, the changed lines of each, and where a
    file that was renamed stood before."""

    files: frozenset[str]
    lines: dict[str, tuple[range, ...]]
    renamed: dict[str, str]

    def concerns(self, file: str) -> bool:
        """Whether a file is touched by the branch: itself, or through its campaign, whose quotas and
        duplicates are common to all its records; the office's own files touch every campaign."""
        if any("/" not in one and one.endswith(".yaml") for one in self.files):
            return True
        return file in self.files or _campaign(file) in {_campaign(one) for one in self.files} - {""}


def _campaign(file: str) -> str:
    steps = file.split("/")
    return steps[1] if len(steps) > 2 and steps[0] == "campaigns" else ""


def merge_base(top: str, asked: str) -> Base:
    """The commit where the branch left ``asked``, or without a name where it left the main branch."""
    _run(top, "rev-parse", "--git-dir")
    names = (asked,) if asked else _MAIN
    for name in names:
        tip = _ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if tip is None:
            continue
        base = _ask(top, "merge-base", tip, "HEAD")
        if base is None:
            raise _no_common(top, name)
        return Base(base, name)
    if asked and not _shallow(top):
        raise Refused(f"git không biết nhánh “{asked}”", f"tải về bằng git fetch origin {asked}, hoặc nêu nhánh khác")
    if asked:
        raise _no_common(top, asked)
    if _ask(top, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise Refused("kho git chưa có lần lưu nào để so", f"lưu lần đầu: {_FIRST_COMMIT}")
    raise Refused("không thấy nhánh chính để so", "nêu nhánh gốc: --changed=TÊN_NHÁNH, hoặc thidua diff TÊN_NHÁNH")


def _no_common(top: str, name: str) -> Refused:
    if _shallow(top):
        return Refused(
            f"kho mã chỉ được tải một phần lịch sử, nên không biết nhánh này rời “{name}” từ đâu",
            "tải đủ: git fetch --unshallow; trong GitHub Actions đặt fetch-depth: 0 ở bước checkout, "
            'trong GitLab đặt biến GIT_DEPTH: "0"',
        )
    return Refused(f"nhánh này và “{name}” không có gốc chung", "nêu nhánh mà nhánh này được tách ra")


def _shallow(top: str) -> bool:
    return _ask(top, "rev-parse", "--is-shallow-repository") == "true"


def changed_since(top: str, commit: str) -> Touched:
    """What differs between a commit and the files as they stand now, new files included."""
    names = _run(top, *_DIFF, "--name-status", "-z", commit, "--").split(b"\0")
    entries = list(_entries(iter(names)))
    files = {path for _, *paths in entries for path in paths}
    renamed = {paths[-1]: paths[0] for _, *paths in entries if len(paths) == 2}
    lines = _changed_lines(_run(top, *_DIFF, "-U0", "--no-color", "--no-textconv", commit, "--"), entries)
    for raw in _run(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if raw:
            files.add(_path(raw))
            lines[_path(raw)] = (_WHOLE_FILE,)
    return Touched(frozenset(files), lines, renamed)


_DIFF = ("diff", "--relative", "-M", "--no-ext-diff", "--ignore-submodules")


def _entries(names: Iterator[bytes]) -> Iterator[tuple[str, ...]]:
    """The changed files: a letter and a path, or for a rename the old and the new path."""
    for letter in names:
        if letter:
            count = 2 if letter[:1] in b"RC" else 1
            yield (letter[:1].decode(), *(_path(next(names)) for _ in range(count)))


_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def _changed_lines(patch: bytes, entries: list[tuple[str, ...]]) -> dict[str, tuple[range, ...]]:
    """The new lines of each file. The patch names files in a quoted form, so they are told apart by
    their order, which is that of ``entries``; a change of kind (file to link) takes two places in it."""
    order = [paths[-1] for letter, *paths in entries for _ in range(2 if letter == "T" else 1)]
    sections: list[list[range]] = []
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            sections.append([])
        elif sections and (hunk := _HUNK.match(line)):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            sections[-1].append(range(first, first + count))
    if len(sections) != len(order):
        return {}
    return {path: tuple(runs) for path, runs in zip(order, sections, strict=True)}


class Snapshot(Files):
    """The files of a repository as they stood in a commit, read from git's own store; nothing is checked out."""

    def __init__(self, top: str, commit: str) -> None:
        super().__init__(top)
        self._kept: dict[str, bytes] = {}
        links: list[tuple[str, str]] = []
        for raw in _run(top, "ls-tree", "-r", "-z", commit).split(b"\0"):
            if not raw:
                continue
            about, _, name = raw.partition(b"\t")
            mode, kind, id_ = about.decode().split(" ")
            path = _path(name)
            if kind != "blob" or any(is_ignored(step) for step in path.split("/")):
                continue
            if mode == "120000":
                links.append((path, id_))
            else:
                self.files[path] = id_
        self._follow(links)
        self._keep([id_ for path, id_ in self.files.items() if path.endswith(".yaml")])

    def _follow(self, links: list[tuple[str, str]]) -> None:
        """A link to a file of the repository is that file; every other link leads out."""
        for path, id_ in links:
            goal = _path(_run(self.top, "cat-file", "blob", id_))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), goal))
            if target in self.files:
                self.files[path] = self.files[target]
            else:
                self.escapes.append(path)

    def _keep(self, ids: list[str]) -> None:
        """Fetch all records in one call; a call for each would cost more than reading them."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return
        said = _run(self.top, "cat-file", "--batch", given="\n".join(wanted).encode() + b"\n")
        at = 0
        for id_ in wanted:
            end = said.index(b"\n", at)
            size = int(said[at:end].split(b" ")[2])
            self._kept[id_] = said[end + 1 : end + 1 + size]
            at = end + size + 2

    def read(self, path: str, most: int = -1) -> bytes | None:
        """The bytes of a listed file; papers and other large things are fetched only when asked for."""
        id_ = self.files.get(path)
        if id_ is None:
            return None
        data = self._kept[id_] if id_ in self._kept else _run(self.top, "cat-file", "blob", id_)
        return data if most < 0 else data[:most]


def _path(raw: bytes) -> str:
    return nfc(os.fsdecode(raw))


def _ask(top: str, *words: str) -> str | None:
    """Git's answer in one line, or ``None`` when it says no."""
    done = _call(top, words, b"")
    return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else None


def _run(top: str, *words: str, given: bytes = b"") -> bytes:
    done = _call(top, words, given)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace")
    if "safe.directory" in said:
        raise Refused(
            "git không tin thư mục này vì thuộc tài khoản khác", f"git config --global --add safe.directory {top}"
        )
    if "rev-parse" in words:
        raise Refused(
            f"{top} không nằm trong kho git",
            f"chạy trong kho git của văn phòng; chưa có thì ở thư mục ấy chạy một lần: git init, rồi {_FIRST_COMMIT}",
        )
    raise Refused(f"git {words[0]} không chạy được", said.strip().splitlines()[0] if said.strip() else "chạy lại")


def _call(top: str, words: tuple[str, ...], given: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", "-C", top, *words], input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise Refused("máy này chưa có git", "cài git rồi chạy lại") from None
