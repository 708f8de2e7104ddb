"""Lập bảng đối chiếu tiêu chuẩn: từng trường hợp với từng tiêu chuẩn của kế hoạch."""

from pathlib import Path
from typing import Annotated

import typer


def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Thư mục hoặc tệp; chỉ thu hẹp phần được in.")
    ] = None,
    campaign: Annotated[str | None, typer.Option("--campaign", metavar="ĐỢT", help="Chỉ một đợt thi đua.")] = None,
) -> None:
    """Print the comparison of cases with criteria."""
    from thidua_cli.cli.terminal import chosen_drives, day, narrowed, open_book, show
    from thidua_cli.format.table import comparison
    from thidua_cli.rules import look_at

    asked = paths or []
    book = open_book(asked)
    shown = narrowed(asked, book.disk.top)
    for drive in chosen_drives(book, campaign):
        look = look_at(drive, book, day(None))
        cases = [case for case in drive.nominations.values() if shown(case.file)]
        if cases:
            show(comparison(look, cases))
