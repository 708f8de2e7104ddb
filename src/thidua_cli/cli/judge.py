"""Lập bảng đối chiếu tiêu chuẩn: từng trường hợp với từng tiêu chuẩn của kế hoạch."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import Narrowing, OnlyCampaign
from thidua_cli.cli.screen import show, window
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thidua_cli.book import Book, Drive
    from thidua_cli.judge.compare import Change
    from thidua_cli.model.nomination import Nomination


def run(
    paths: Narrowing = None,
    campaign: OnlyCampaign = None,
    law: Annotated[
        str | None,
        typer.Option("--law", metavar="NGÀY", help="Chỉ in điều sẽ khác nếu theo luật của ngày ấy, ví dụ 01/7/2025."),
    ] = None,
    criteria: Annotated[
        Path | None,
        typer.Option("--criteria", metavar="TỆP", help="Chỉ in điều sẽ khác nếu theo tệp tiêu chuẩn ấy."),
    ] = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Ngày để xét; mặc định là hôm nay.")
    ] = None,
) -> None:
    """Print the comparison of cases with criteria, or what another law or version would change."""
    from thidua_cli.cli.terminal import chosen_drives, day, narrowed, open_book
    from thidua_cli.format.lines import wrapped
    from thidua_cli.format.table import comparison
    from thidua_cli.judge.reports import introduced
    from thidua_cli.rules import look_at

    if law is not None and criteria is not None:
        raise Refused("--law và --criteria không dùng cùng lúc", "chạy hai lần, mỗi lần một tùy chọn")
    asked = paths or []
    book = open_book(asked)
    shown = narrowed(asked, book.disk.top)
    now = day(today)
    drives = chosen_drives(book, campaign)
    if criteria is not None and len(drives) > 1:
        raise Refused("tệp tiêu chuẩn thuộc về một đợt", f"thêm --campaign: {', '.join(one.id for one in drives)}")
    for drive in drives:
        cases = [case for case in drive.nominations.values() if shown(case.file)]
        models = [one for one in introduced(drive, book) if shown(one.done.file)]
        if not cases and (not models or law is not None or criteria is not None):
            continue
        if law is not None:
            _differences(book, drive, cases, *_by_law(book, drive, day(law, "--law"), now))
        elif criteria is not None:
            _differences(book, drive, cases, *_by_criteria(book, drive, criteria))
        else:
            show(wrapped(comparison(look_at(drive, book, now), cases, models, window()), window()))


def _by_law(
    book: "Book", drive: "Drive", other: "date", now: "date"
) -> "tuple[str, Callable[[Nomination], tuple[Change, ...]]]":
    from thidua_cli.judge.compare import under_law
    from thidua_cli.viet.dates import format_short

    return f"nếu theo luật ngày {format_short(other)}", lambda case: under_law(book, drive, case, other, now)


def _by_criteria(book: "Book", drive: "Drive", file: Path) -> "tuple[str, Callable[[Nomination], tuple[Change, ...]]]":
    from thidua_cli.book import with_criteria
    from thidua_cli.judge.compare import under_criteria

    if not file.is_file():
        raise Refused(f"không có tệp {file}", "kiểm tra lại đường dẫn")
    other, found = with_criteria(book, drive, file.read_bytes(), str(file))
    if found:
        raise Refused(f"{file}: {found[0].message}", found[0].remedy)
    return f"nếu theo tiêu chuẩn ở {file}", lambda case: under_criteria(book, drive, case, other)


def _differences(
    book: "Book",
    drive: "Drive",
    cases: "list[Nomination]",
    against: str,
    changes: "Callable[[Nomination], tuple[Change, ...]]",
) -> None:
    from thidua_cli.format.compare import lines

    show(lines(drive.plan.name, against, ((book.nominee(case), changes(case)) for case in cases)))
