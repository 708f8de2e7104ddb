"""The check itself, for the verb and for the entry point that goes past typer."""

from typing import TYPE_CHECKING

from thidua_cli.cli.branch import changed_files, git_prefix
from thidua_cli.cli.endings import FAILED, REFUSED
from thidua_cli.cli.formats import asked_formats, put
from thidua_cli.cli.terminal import day, narrowed, open_book
from thidua_cli.diagnostic import Refused, Severity
from thidua_cli.format.report import Past, Scene, build
from thidua_cli.rules import inspect
from thidua_cli.rules.codes_run import QUY_TAC_HONG

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from thidua_cli.book import StrPath


def check(
    paths: "Sequence[StrPath]",
    formats: "Sequence[str]" = (),
    *,
    today: str | None = None,
    final: bool = False,
    changed: str | None = None,
    last: "Path | None" = None,
    personal: bool = False,
) -> int:
    """Read the repository, inspect it, print the report; the exit code."""
    wanted = asked_formats(formats)
    book = open_book(paths, sound=False)
    shown = narrowed(paths, book.disk.top)
    scene = Scene(day(today), git_prefix(book.disk.top), past=_past(last))
    if changed is not None:
        touched = changed_files(book.disk.top, changed)
        scene = scene._replace(changed=touched.lines)
        near, below = touched.concerns, shown

        def shown(file: str) -> bool:
            return below(file) and near(file)

    inspection = inspect(book, scene.today, final=final)
    report = build(inspection, book, shown, scene)
    put(report, wanted, None if personal else book)
    if any(one.code == QUY_TAC_HONG for one in inspection.found):
        return REFUSED
    failing = Severity.UNDECIDED if final else Severity.ERROR
    return FAILED if report.worst is not None and report.worst <= failing else 0


def _past(file: "Path | None") -> Past | None:
    if file is None:
        return None
    from thidua_cli.format.json import load

    if not file.is_file():
        raise Refused(f"không có {file}", "lần đầu thì bỏ --last; các lần sau giữ lại tệp của --format json=TỆP")
    past = load(file.read_text(encoding="utf-8", errors="replace"))
    if past is None:
        raise Refused(f"{file} không phải kết quả json của thidua", "dùng tệp của --format json=TỆP")
    return past
