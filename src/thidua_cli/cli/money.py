"""Tính tiền thưởng: hệ số nhân lương cơ sở ngày quyết định, từng trường hợp, tổng bằng số và bằng chữ."""

from typing import Annotated

import typer

from thidua_cli.cli.options import Narrowing, OnlyCampaign


def run(
    paths: Narrowing = None,
    campaign: OnlyCampaign = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="NGÀY", help="Ngày tính cho trường hợp chưa có quyết định; mặc định hôm nay."),
    ] = None,
) -> None:
    """Print the reward money of each campaign."""
    from thidua_cli.cli.screen import show
    from thidua_cli.cli.terminal import chosen_drives, day, narrowed, open_book
    from thidua_cli.format.money import lines
    from thidua_cli.judge.money import rewards

    asked = paths or []
    book = open_book(asked)
    shown = narrowed(asked, book.disk.top)
    for drive in chosen_drives(book, campaign):
        found = tuple(one for one in rewards(book, drive, day(today)) if shown(one.file))
        settings = drive.local.settings if drive.local else None
        if found:
            level = book.office.level if book.office else None
            show(lines(drive.plan.name, found, settings.budget if settings else None, level))
