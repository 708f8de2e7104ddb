"""In tệp Word (.docx) hoặc Excel (.xlsx) thành chữ, để git diff đọc được; xem hai dòng cấu hình trong README."""

from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.diagnostic import Refused


def run(file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .docx hoặc .xlsx.")]) -> None:
    """Print a paper as plain lines."""
    from thidua_cli.textconv import plain_lines
    from thidua_cli.viet.text import visible

    if not file.is_file():
        raise Refused(f"không có tệp {file}", "kiểm tra lại đường dẫn")
    try:
        for line in plain_lines(file.read_bytes()):
            print(visible(line))
    except Refused as refused:
        raise refused.of(str(file)) from refused
