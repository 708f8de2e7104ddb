"""Kiểm tra hồ sơ: đọc được không, đủ thành phần không, đúng hạn không, đối chiếu với tiêu chuẩn ra sao."""

from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.cli.options import Narrowing


def run(
    paths: Narrowing = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="DẠNG[=TỆP]",
            help="Dạng in, lặp lại được: text, json, github, gitlab, sarif, junit, markdown, baseline.",
        ),
    ] = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Ngày để xét, ví dụ 19/12/2024; mặc định là hôm nay.")
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="Xét mọi hồ sơ như đang gửi đi; chưa đủ căn cứ cũng là chưa xong.")
    ] = False,
    changed: Annotated[
        str | None,
        typer.Option(
            "--changed",
            metavar="[NHÁNH]",
            help="Chỉ in những đợt có tệp thay đổi so với nhánh gốc (mặc định: nhánh chính), dòng thay đổi trước.",
        ),
    ] = None,
    last: Annotated[
        Path | None, typer.Option("--last", metavar="TỆP", help="Kết quả json lần trước, để so trong dạng markdown.")
    ] = None,
    personal: Annotated[
        bool,
        typer.Option("--personal", help="json, gitlab, sarif, junit kèm tên người; mặc định thay tên bằng mã."),
    ] = False,
) -> None:
    """Check, and end with the exit code."""
    from thidua_cli.cli.check import check

    code = check(paths or [], formats or [], today=today, final=final, changed=changed, last=last, personal=personal)
    if code:
        raise typer.Exit(code)
