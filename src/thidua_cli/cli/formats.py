"""The formats of a report: which there are, what was asked for, and putting each where it was asked to go."""

import os
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.cli.endings import unknown
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.book import Book
    from thidua_cli.format.lines import Line
    from thidua_cli.format.report import Report

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown", "baseline")
"""Each has a file of its own in ``format``; all but ``text`` give one run of characters."""
FOR_PROGRAMS = ("json", "gitlab", "sarif", "junit")
"""What goes on to other programs, and names nobody unless that was asked for."""


class Asked(NamedTuple):
    """A format and the file it goes to; ``None`` is the standard output."""

    name: str
    file: str | None


def asked_formats(texts: "Sequence[str]", known: tuple[str, ...] = FORMATS) -> list[Asked]:
    """What ``--format`` asked for; plain text when nothing was."""

    found = []
    for text in texts or ["text"]:
        name, sign, file = text.partition("=")
        if name not in known:
            raise unknown("dạng in", name, known)
        if sign and not file:
            raise Refused(f"--format {name}= chưa có tên tệp", f"viết --format {name}=TỆP")
        found.append(Asked(name, file or None))
    loose = [one.name for one in found if one.file is None and not _goes_beside(one.name)]
    if len(loose) > 1:
        raise Refused(
            f"{' và '.join(loose)} cùng in ra màn hình sẽ lẫn vào nhau",
            f"cho mỗi dạng một tệp: --format {loose[-1]}=TỆP",
        )
    return found


def _goes_beside(name: str) -> bool:
    """Formats that may share the standard output, or that GitHub Actions takes elsewhere."""
    return name == "github" or (name == "markdown" and bool(_summary_file()))


def _summary_file() -> str:
    return os.environ.get("GITHUB_STEP_SUMMARY", "")


def put(report: "Report", asked: list[Asked], book: "Book | None") -> None:
    """Print or write the report in every format asked for, to programs without the names in the ``book``."""
    from thidua_cli.format.text import lines

    bare = report
    if book is not None and any(one.name in FOR_PROGRAMS for one in asked):
        from thidua_cli.format.nameless import nameless

        bare = nameless(report, book)
    for one in asked:
        if one.name == "text":
            put_lines(lines(report), one.file)
        else:
            from importlib import import_module

            told = bare if one.name in FOR_PROGRAMS else report
            put_text(import_module(f"thidua_cli.format.{one.name}").dump(told), one)


def put_text(text: str, asked: Asked) -> None:
    """Print or write one run of characters."""
    from pathlib import Path

    from thidua_cli.cli.output import write_report

    # A file name that is no Unicode comes from the disk as lone surrogates, which no file can hold.
    data = text.encode("utf-8", "replace")
    if asked.file is not None:
        write_report(Path(asked.file), data)
    elif asked.name == "markdown" and _summary_file():
        with open(_summary_file(), "ab") as summary:
            summary.write(data)
    else:
        print(text, end="")


def put_lines(lines: "Iterable[Line]", file: str | None) -> None:
    """Print or write lines for people; colour only reaches a terminal."""
    from thidua_cli.cli.screen import show

    if file is not None:
        put_text("".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines), Asked("text", file))
        return
    show(lines)
