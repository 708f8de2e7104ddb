"""Kiểm tra hồ sơ: đọc được không, đủ thành phần không, đúng hạn không, đối chiếu với tiêu chuẩn ra sao."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.app import FAILED, REFUSED, Stop
from thidua_cli.cli.options import Narrowing

if TYPE_CHECKING:
    from thidua_cli.format.report import Past


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
) -> None:
    """Read the repository, inspect it, print the report."""
    from thidua_cli.cli.branch import changed_files, git_prefix
    from thidua_cli.cli.formats import asked_formats, put
    from thidua_cli.cli.terminal import day, narrowed, open_book
    from thidua_cli.diagnostic import Severity
    from thidua_cli.format.report import Scene, build
    from thidua_cli.rules import inspect
    from thidua_cli.rules.run_codes import QUY_TAC_HONG

    asked, wanted = paths or [], asked_formats(formats or [])
    book = open_book(asked)
    shown = narrowed(asked, book.disk.top)
    scene = Scene(day(today), git_prefix(book.disk.top), past=_past(last))
    if changed is not None:
        touched = changed_files(book.disk.top, changed)
        scene = scene._replace(changed=touched.lines)
        near, below = touched.concerns, shown

        def shown(file: str) -> bool:
            return below(file) and near(file)

    inspection = inspect(book, scene.today, final=final)
    report = build(inspection, book, shown, scene)
    put(report, wanted)
    if any(one.code is QUY_TAC_HONG for one in inspection.found):
        raise typer.Exit(REFUSED)
    failing = Severity.UNDECIDED if final else Severity.ERROR
    if report.worst is not None and report.worst <= failing:
        raise typer.Exit(FAILED)


def _past(file: Path | None) -> "Past | None":
    if file is None:
        return None
    from thidua_cli.format.json import load

    if not file.is_file():
        raise Stop(f"không có {file}", "lần đầu thì bỏ --last; các lần sau giữ lại tệp của --format json=TỆP")
    past = load(file.read_text(encoding="utf-8", errors="replace"))
    if past is None:
        raise Stop(f"{file} không phải kết quả json của thidua", "dùng tệp của --format json=TỆP")
    return past
