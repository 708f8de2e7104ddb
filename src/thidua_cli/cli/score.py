"""Bảng điểm và xếp hạng của cụm, khối theo thang điểm đã ban hành; thiếu hay quá điểm thì thoát mã 1."""

from typing import Annotated

import typer

from thidua_cli.cli.options import Offices, OnlyCampaign
from thidua_cli.cli.screen import say, show


def run(
    paths: Offices = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="CỤM_KHỐI", help="Chỉ một cụm, khối: mã hoặc tên.")
    ] = None,
    campaign: OnlyCampaign = None,
) -> None:
    """Print the score sheets and the ranking of each cluster."""
    from thidua_cli.cli.endings import FAILED
    from thidua_cli.cli.terminal import chosen_drives, chosen_unit, open_book
    from thidua_cli.format.scores import board
    from thidua_cli.judge.scores import boards

    book = open_book(paths)
    asked = chosen_unit(book, cluster) if cluster else None
    found = [
        (one, drive)
        for drive in chosen_drives(book, campaign)
        for one in boards(drive, book)
        if asked is None or (one.cluster is not None and one.cluster.id == asked)
    ]
    for one, drive in found:
        show(board(one, drive, book))
    if not found:
        say("Không có đợt nào giao chấm điểm cụm, khối.")
    if any(one.scale is None or not one.final or any(sheet.over for sheet in one.sheets) for one, _ in found):
        raise typer.Exit(FAILED)
