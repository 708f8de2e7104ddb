"""Ai còn nợ việc gì, hạn nào: theo việc, hoặc một trang việc của một đơn vị (--unit)."""

from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.cli.options import Offices, OnlyCampaign
from thidua_cli.cli.screen import say, show, window


def run(
    paths: Offices = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Xem theo ngày này thay cho hôm nay.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Việc của một đơn vị: mã, tên hoặc tên khác.")
    ] = None,
    campaign: OnlyCampaign = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="TỆP", help="Ghi thêm lịch các hạn chưa xong, mở bằng ứng dụng lịch."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Thay tệp lịch đã ghi lần trước.")] = False,
) -> None:
    """Print how the duties and dossiers stand; with ``--ics`` also as a calendar."""
    from thidua_cli.cli.output import write_file
    from thidua_cli.cli.terminal import chosen_drives, chosen_unit, day, open_book
    from thidua_cli.format.lines import wrapped
    from thidua_cli.format.standing import by_duty, by_unit
    from thidua_cli.judge.standing import standings

    book = open_book(paths)
    on = day(today)
    asked = chosen_unit(book, unit) if unit else None
    listed = []
    for drive in chosen_drives(book, campaign):
        found = standings(drive, book, on)
        listed += [(drive, one) for one in found if asked in (None, one.unit)]
        told = by_unit(found, drive, book, on, asked) if asked else by_duty(found, drive, book, on)
        show(wrapped(told, window()))
    if ics is not None:
        from thidua_cli.format.calendar import calendar

        write_file(
            ics, [calendar(listed, book, on)], force=force, remedy="thêm --force để thay, hoặc ghi lịch ra tên khác"
        )
        say(f"Đã ghi lịch: {ics}")
