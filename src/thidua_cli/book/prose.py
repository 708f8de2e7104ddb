"""Prose written beside a record: ``#`` headings and plain paragraphs, nothing else is markup here.

Knows what stands on which line of the file, and nothing of what the words mean.
"""

from bisect import bisect_right
from typing import NamedTuple

from thidua_cli.book.disk import Files
from thidua_cli.source import MAX_BYTES
from thidua_cli.viet.text import editor_lines, fold, nfc


class Section(NamedTuple):
    """A heading and the paragraphs below it, parted by blank lines.

    ``starts`` says where in ``text`` each line of the file begins: offset, number of the line.
    """

    title: str
    text: str
    starts: tuple[tuple[int, int], ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """The line of the file and the column, both from 1, of a character of ``text``."""
        start, line = self.starts[bisect_right(self.starts, (offset, 1 << 30)) - 1]
        return line, offset - start + 1


def prose(files: Files, path: str) -> list[Section]:
    """The sections of a prose file of the repository; none when there is no such file."""
    data = files.read(path, MAX_BYTES) if path in files.files else None
    return sections(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")) if data else []


def sections(text: str) -> list[Section]:
    """The sections of a prose file; words before the first heading belong to a section without title.

    Lines of one paragraph are joined, since a line break in the file is the editor's, not the writer's.
    """
    found: list[Section] = []
    title = told = joint = ""
    starts: list[tuple[int, int]] = []
    for number, line in enumerate(editor_lines(nfc(text)).splitlines(), 1):
        if not line or not (bare := line.strip()):
            joint = "\n\n" if told else ""
        elif line[0] == "#":
            if title or told:
                found.append(Section(title, told, tuple(starts)))
            title, told, joint, starts = line.lstrip("#").strip(), "", "", []
        else:
            starts.append((len(told) + len(joint), number))
            told += joint + bare
            joint = " "
    if title or told:
        found.append(Section(title, told, tuple(starts)))
    return found


def lead_section(prose: list[Section], titles: tuple[str, ...]) -> tuple[str, list[Section]]:
    """The text under one of ``titles``, wherever it stands, and the sections without it."""
    wanted = {fold(title) for title in titles}
    for index, section in enumerate(prose):
        if fold(section.title) in wanted:
            return section.text, prose[:index] + prose[index + 1 :]
    return "", prose
