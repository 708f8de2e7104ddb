"""Dựng trang HTML để xem: mở thẳng từ đĩa, không cần mạng; mặc định che dữ liệu cá nhân."""

from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.cli.screen import progress, say
from thidua_cli.diagnostic import Refused


def run(
    path: Annotated[
        Path | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]", help="Thư mục của văn phòng; mặc định là nơi đang đứng.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi ghi trang.")] = Path("trang"),
    internal: Annotated[
        bool,
        typer.Option("--internal", help="Bản nội bộ: đủ họ tên, năm sinh, tóm tắt thành tích. Không đăng lên mạng."),
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(
            "--today", metavar="NGÀY", help="Ngày để xét, ví dụ 19/12/2024; mặc định là ngày mới nhất trong hồ sơ."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Thay trang đã dựng lần trước.")] = False,
) -> None:
    """Write the site below ``--out``."""
    from datetime import date

    from thidua_cli.cli.output import take_up, write_folder
    from thidua_cli.cli.terminal import day, open_book
    from thidua_cli.rules import inspect
    from thidua_cli.site import build, latest_day, page_count

    take_up(out)
    _may_write(out, force=force)
    book = open_book(path)
    chosen = day(today) if today else latest_day(book)
    inspection = inspect(book, chosen or date.min)
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()  # os.replace puts nothing onto an existing folder on Windows
    with progress("Đang dựng trang", page_count(book)) as advance:
        count = write_folder(out, build(book, inspection, chosen, internal=internal), advance, force=force)
    kind = "bản nội bộ, không đăng lên mạng" if internal else "đã che dữ liệu cá nhân"
    say(f"{out / 'index.html'}: {count} trang, {kind}")


def _may_write(out: Path, *, force: bool) -> None:
    """Only a folder that is not there, is empty, or holds an older site may be written to: replacing a
    folder takes everything in it away."""
    from thidua_cli.site import GENERATOR

    if not out.exists():
        return
    if not out.is_dir():
        raise Refused(f"{out} là một tệp", "chọn --out là một thư mục")
    if not any(out.iterdir()):
        return
    index = out / "index.html"
    if not index.is_file() or f'content="{GENERATOR}"' not in index.read_text(encoding="utf-8", errors="replace"):
        raise Refused(f"{out} có tệp không phải do thidua site dựng", "chọn --out khác; không xóa thư mục ấy")
    if not force:
        raise Refused(f"đã có {out}", "thêm --force để thay, hoặc dựng ra --out khác")
