"""Prose written beside a record: ``#`` headings and plain paragraphs, nothing else is markup here."""

from typing import NamedTuple

from thidua_cli.viet.text import fold, nfc


class Section(NamedTuple):
    """A heading and the paragraphs below it, parted by blank lines."""

    title: str
    text: str


def sections(text: str) -> list[Section]:
    """The sections of a prose file; words before the first heading belong to a section without title.

    Lines of one paragraph are joined, since a line break in the file is the editor's, not the writer's.
    """
    found: list[Section] = []
    title = ""
    lines: list[str] = []
    for line in nfc(text).splitlines():
        if line.startswith("#"):
            _close(found, title, lines)
            title, lines = line.lstrip("#").strip(), []
        else:
            lines.append(line)
    _close(found, title, lines)
    return found


def _close(found: list[Section], title: str, lines: list[str]) -> None:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    text = "\n\n".join(" ".join(one) for one in paragraphs if one)
    if title or text:
        found.append(Section(title, text))


def lead_section(prose: list[Section], titles: tuple[str, ...]) -> tuple[str, list[Section]]:
    """The text under one of ``titles``, wherever it stands, and the sections without it."""
    wanted = {fold(title) for title in titles}
    for index, section in enumerate(prose):
        if fold(section.title) in wanted:
            return section.text, prose[:index] + prose[index + 1 :]
    return "", prose
