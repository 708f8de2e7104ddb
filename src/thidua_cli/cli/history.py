"""Khen thưởng đã có của một người hay một đơn vị, trong mọi đợt của thư mục; --out in giấy xác nhận."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import Repo
from thidua_cli.cli.screen import say, show

if TYPE_CHECKING:
    from thidua_cli.book import Book
    from thidua_cli.judge.history import Holder


def run(
    who: Annotated[str, typer.Argument(metavar="TÊN", help="Họ tên, hoặc mã, tên, tên khác của đơn vị.")],
    repo: Repo = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="THƯ_MỤC", help="In thêm công văn xác nhận khen thưởng (Word).")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Thay giấy đã in lần trước.")] = False,
) -> None:
    """Print what a person or unit has received."""
    from thidua_cli.cli.terminal import open_book
    from thidua_cli.format.history import lines
    from thidua_cli.judge.history import history

    book = open_book(repo)
    holders = history(book, who)
    if not holders:
        say(f"Chưa thấy khen thưởng nào của {who} trong thư mục này.")
        return
    show(lines(holders))
    if out is not None:
        _confirm(book, holders, out, force=force)


_TEMPLATE = "xac-nhan-khen-thuong"


def _confirm(book: "Book", holders: "list[Holder]", out: Path, *, force: bool) -> None:
    """One confirmation for each holder; what only a nomination declares is no part of it, and that is said."""
    from datetime import date

    from thidua_cli.cli.output import write_file
    from thidua_cli.render.press import Press
    from thidua_cli.render.values import Desk
    from thidua_cli.rules import look_at

    # Any campaign will do: a confirmation tells of all of them, and of no judgement.
    drive = next(iter(book.drives.values()))
    press = Press(Desk(look_at(drive, book, date.max)))
    for holder in holders:
        record = next((key for key, one in press.holders.items() if one[:4] == holder[:4]), None)
        printed = press.printed(_TEMPLATE, press.sheet_of_holder(_TEMPLATE, record)) if record else None
        if printed is None:
            say(
                f"Chưa in giấy xác nhận cho {holder.addressed}: thư mục không có quyết định nào đã ghi ngày ban hành, còn hiệu lực."
            )
            continue
        target = out / f"{_TEMPLATE}-{record}.docx"
        write_file(target, [printed.data], force=force)
        say(str(target))
        left = sum(not one.confirmable for one in holder.received)
        if left:
            say(
                f"  = không xác nhận {left} khen thưởng tự khai, chưa ghi ngày quyết định, đã hủy hoặc thay thế",
                err=True,
            )
