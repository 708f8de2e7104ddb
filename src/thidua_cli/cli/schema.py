"""Ghi lược đồ cho trình soạn thảo (VS Code …): gợi ý khóa, giá trị và lời giải thích ngay khi gõ."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import Repo
from thidua_cli.cli.screen import say

if TYPE_CHECKING:
    from thidua_cli.book import Book
    from thidua_cli.format.schemas import Made


def run(
    repo: Repo = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="THƯ_MỤC", help="Nơi ghi; mặc định là .vscode/schemas của văn phòng."),
    ] = None,
) -> None:
    """Write the schemas of an office and say which files each is for."""
    from thidua_cli.cli.terminal import open_book

    book = open_book(repo, sound=False)
    target = out or Path(book.disk.top) / SCHEMAS
    for made in write_schemas(book, target):
        say(f"{target / made.path}  cho  {made.pattern}")
    say("Trong VS Code, cài phần mở rộng YAML của Red Hat; tệp ở nơi khác thì ghi ở dòng đầu:")
    say(modeline(target / "units.json", Path(book.disk.top) / "units.yaml"))


SCHEMAS = Path(".vscode") / "schemas"
"""Where an office keeps its schemas: beside the editor's own settings, which look for them there."""


def write_schemas(book: "Book", target: Path) -> "list[Made]":
    """Write every schema of an office below a folder, over those of an earlier day."""
    from thidua_cli.cli.output import write_whole
    from thidua_cli.format.schemas import schemas

    made = list(schemas(book))
    for one in made:
        write_whole(target / one.path, one.text.encode())
    return made


def modeline(schema: Path, record: Path) -> str:
    """The comment by which an editor finds the schema of a record, relative to the record."""
    import os

    return f"# yaml-language-server: $schema={os.path.relpath(schema, record.parent).replace(os.sep, '/')}"
