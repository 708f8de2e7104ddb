"""Đọc lại giấy Word như hiện có: đối chiếu với bản ghi và với nhau, rồi xét thể thức theo Nghị định 30/2020."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.endings import FAILED
from thidua_cli.cli.options import Repo
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.word.verify import Given, Verdict


class Format(StrEnum):
    """How to print the result."""

    text = "text"
    json = "json"


def run(
    paths: Annotated[list[Path], typer.Argument(metavar="ĐƯỜNG_DẪN...", help="Thư mục hồ sơ, hoặc các tệp .docx.")],
    repo: Repo = None,
    patch: Annotated[
        bool, typer.Option("--patch", help="In chỗ sửa bản ghi cho khớp với giấy, dạng diff; không sửa gì.")
    ] = False,
    layout: Annotated[
        bool, typer.Option("--layout/--no-layout", help="Xét thể thức theo Nghị định 30/2020, hoặc bỏ qua.")
    ] = True,
    format_: Annotated[Format, typer.Option("--format", metavar="text|json", help="Dạng in.")] = Format.text,
) -> None:
    """Verify papers; nothing is written."""
    from thidua_cli.cli.screen import progress, show
    from thidua_cli.cli.terminal import open_book
    from thidua_cli.diagnostic import Severity
    from thidua_cli.word.across import across
    from thidua_cli.word.layout import with_layout
    from thidua_cli.word.patch import patches
    from thidua_cli.word.report import as_json, lines
    from thidua_cli.word.verify import not_opened, shelves_of, verify, worst

    files = _files(paths)
    book = open_book(repo)
    shelves = shelves_of(book)
    top = os.path.realpath(book.disk.top)
    verdicts: list[Verdict] = []
    with progress("Đang đọc", len(files)) as advance:
        for path in files:
            given = _given(path, top)
            verdict = verify(given, shelves) if given is not None else not_opened(str(path))
            verdicts.append(with_layout(verdict, book) if layout else verdict)
            advance()
    verdicts = across(verdicts, whole_folders=any(path.is_dir() for path in paths))
    if patch:
        typer.echo("".join(patches(verdicts)), nl=False)
    elif format_ is Format.json:
        typer.echo(as_json(verdicts))
    else:
        show(lines(verdicts))
    if worst(verdicts) is Severity.ERROR:
        raise typer.Exit(FAILED)


def _given(path: Path, top: str) -> "Given | None":
    """A file's bytes, a little more than is ever taken at most; None when the disk refuses."""
    from thidua_cli.word.package import MAX_FILE
    from thidua_cli.word.verify import Given

    inside = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError:
        return None
    return Given(str(path), "" if inside.startswith("../") else inside, data)


def _files(paths: list[Path]) -> list[Path]:
    """The Word files asked for; Word's own lock files and our half-written folders are none."""
    from thidua_cli.book.disk import is_ignored

    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise Refused(f"không có {path}", "kiểm tra lại đường dẫn")
        if path.is_dir():
            below = (one for one in path.rglob("*.docx") if one.is_file())
            found += sorted(one for one in below if not any(map(is_ignored, one.relative_to(path).parts)))
        else:
            found.append(path)
    if not found:
        raise Refused("không thấy tệp .docx nào", "chỉ thư mục hồ sơ đã in, ví dụ thidua verify ho-so --repo …")
    return list(dict.fromkeys(found))
