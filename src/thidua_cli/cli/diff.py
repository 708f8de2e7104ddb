"""Nói ý nghĩa của một nhánh: trường hợp mới, rút, đổi hình thức, đổi số liệu, đổi kết quả đối chiếu, hồ sơ, hạn, số lượng."""

from typing import Annotated

import typer

from thidua_cli.cli.options import Repo


def run(
    base: Annotated[
        str, typer.Argument(metavar="[NHÁNH]", help="Nhánh hoặc lần lưu để so; mặc định là nhánh chính.")
    ] = "",
    repo: Repo = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="DẠNG[=TỆP]", help="text hoặc markdown; lặp lại được, mỗi dạng một tệp."),
    ] = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Ngày để tính hạn; mặc định là hôm nay.")
    ] = None,
) -> None:
    """Read the repository as it stands and as it stood where the branch left its base, and say what changed."""
    from thidua_cli.book import read_files
    from thidua_cli.book.git import Snapshot
    from thidua_cli.cli.branch import branch_base, changed_files
    from thidua_cli.cli.formats import asked_formats, put_lines, put_text
    from thidua_cli.cli.terminal import day, open_book
    from thidua_cli.format.changes import compare
    from thidua_cli.format.changes_text import lines, markdown
    from thidua_cli.rules import inspect

    wanted = asked_formats(formats or [], ("text", "markdown"))
    book = open_book(repo)
    top, on = book.disk.top, day(today)
    before = branch_base(top, base)
    old = read_files(Snapshot(top, before.commit))
    renamed = changed_files(top, before.commit).renamed
    changes = compare(inspect(old, on), inspect(book, on), before.name, on, renamed)
    for one in wanted:
        if one.name == "text":
            put_lines(lines(changes), one.file)
        else:
            put_text(markdown(changes), one)
