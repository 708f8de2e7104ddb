"""Xuất bảng Excel, CSV, JSON để in, họp và phân tích; với --template: mẫu Excel trống cho đơn vị điền."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.endings import unknown
from thidua_cli.cli.options import Offices, OnlyCampaign
from thidua_cli.cli.screen import say
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.book import Book


def run(
    paths: Offices = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="NƠI_GHI", help="Thư mục ghi các bảng; với --template là tên tệp.")
    ] = Path("bang"),
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="BẢNG", help="Chỉ một bảng: trich-ngang, hoi-dong, tong-hop, cham-diem, xep-hang …"
        ),
    ] = None,
    campaign: OnlyCampaign = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="ĐỢT", help="Xuất mẫu Excel trống của một đợt.")
    ] = None,
    alphabetical: Annotated[
        bool, typer.Option("--alphabetical", help="Xếp theo tên gọi a, b, c thay cho thứ tự của Hội đồng.")
    ] = False,
    public: Annotated[
        bool, typer.Option("--public", help="Bản để công khai: chỉ ai đã có quyết định, không ngày sinh.")
    ] = False,
    personal: Annotated[
        bool, typer.Option("--personal", help="CSV, JSON kèm tên, ngày sinh; mặc định thay tên bằng mã.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Thay bảng đã xuất lần trước.")] = False,
) -> None:
    """Write lists below ``--out``, or a template to it."""
    from datetime import date

    from thidua_cli.cli.output import write_file
    from thidua_cli.cli.terminal import chosen_drives, open_book
    from thidua_cli.rules import look_at
    from thidua_cli.sheet.exports import KINDS, PUBLIC, exported
    from thidua_cli.sheet.tables import Office

    book = open_book(paths)
    if template is not None:
        _template(book, template, out, force=force)
        return
    if only is not None and only not in KINDS:
        raise unknown("bảng", only, KINDS)
    kinds = PUBLIC if public else KINDS
    if only is not None and only not in kinds:
        raise Refused(f"bảng {only} không dành cho công khai", f"có: {', '.join(PUBLIC)}")
    for drive in chosen_drives(book, campaign):
        # The same records give the same bytes on any day.
        office = Office(look_at(drive, book, date.max), alphabetical, personal, public)
        for kind in kinds if only is None else (only,):
            made = []
            for name, pieces in exported(kind, office):
                made.append(out / drive.id / name)
                write_file(made[-1], pieces, force=force)
                say(str(made[-1]))
            if not made and only is not None:
                say(f"Đợt {drive.id}: chưa có gì cho bảng {kind}, cụm, khối chưa có thang điểm.")
        if unread := office.look.unread():
            say(
                f"Các bảng trên thiếu {len(unread)} bản ghi không đọc được, ví dụ {unread[0]}.",
                "xem thidua validate, sửa rồi xuất lại",
                err=True,
            )


def _template(book: "Book", campaign: str, out: Path, *, force: bool) -> None:
    from thidua_cli.cli.output import write_file
    from thidua_cli.cli.terminal import chosen_drive, typed
    from thidua_cli.sheet.template import template

    drive = chosen_drive(book, campaign)
    if out.suffix.lower() != ".xlsx":
        raise Refused(f"--out {out} cần là một tệp .xlsx", "ví dụ --out mau-nhap.xlsx")
    write_file(out, [template(drive, book)], force=force)
    say(f"Đã xuất mẫu: {out}. Đơn vị điền xong: thidua import {typed(out)}")
