"""Kiểm tra hồ sơ: đọc được không, đủ thành phần không, đúng hạn không, đối chiếu với tiêu chuẩn ra sao."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.cli.app import FAILED


class Format(StrEnum):
    """How to print the report."""

    text = "text"
    json = "json"


def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Thư mục hoặc tệp; chỉ thu hẹp phần được in.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", metavar="text|json", help="Dạng in.")] = Format.text,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Ngày để xét, ví dụ 19/12/2024; mặc định là hôm nay.")
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="Xét mọi hồ sơ như đang gửi đi; chưa đủ căn cứ cũng là chưa xong.")
    ] = False,
) -> None:
    """Read the repository, inspect it, print the report."""
    from thidua_cli.cli.terminal import day, narrowed, open_book, show
    from thidua_cli.diagnostic import Severity
    from thidua_cli.format.report import build
    from thidua_cli.rules import inspect

    asked = paths or []
    book = open_book(asked)
    report = build(inspect(book, day(today), final=final), book, narrowed(asked, book.disk.top))
    if format_ is Format.json:
        from thidua_cli.format.json import dump

        typer.echo(dump(report), nl=False)
    else:
        from thidua_cli.format.text import lines

        show(lines(report))
    failing = Severity.UNDECIDED if final else Severity.ERROR
    if report.worst is not None and report.worst <= failing:
        raise typer.Exit(FAILED)
