"""Annotations for GitHub Actions (Gitea and Forgejo read them too): one workflow command for each finding.

Only ten of a kind are shown for each step, so the tenth says how many more there are.
"""

from collections.abc import Iterator

from thidua_cli.diagnostic import Severity
from thidua_cli.format.report import Placed, Report
from thidua_cli.viet.text import visible

SHOWN = 10
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_KIND = {
    Severity.ERROR: "error",
    Severity.UNDECIDED: "warning",
    Severity.REVIEW: "warning",
    Severity.NOTE: "notice",
}


def dump(report: Report) -> str:
    """The commands, one on each line."""
    by_kind: dict[str, list[Placed]] = {"error": [], "warning": [], "notice": []}
    for placed in report.pressing():
        by_kind[_KIND[placed.finding.severity] if placed.weighs else "notice"].append(placed)
    return "".join(f"{line}\n" for kind, found in by_kind.items() for line in _commands(kind, found, report))


def _commands(kind: str, found: list[Placed], report: Report) -> Iterator[str]:
    fits = len(found) <= SHOWN
    for placed in found if fits else found[: SHOWN - 1]:
        yield _command(kind, placed, report)
    if not fits:
        word = {"error": "lỗi", "warning": "điều cần xem lại hoặc chưa đủ căn cứ", "notice": "ghi chú"}[kind]
        yield f"::{kind} title=thidua::và {len(found) - SHOWN + 1} {word} nữa, xem bảng tổng hợp của lượt chạy"


def _command(kind: str, placed: Placed, report: Report) -> str:
    one = placed.finding
    path, place = report.path(placed.spot)
    where = {"file": visible(path), "line": str(place.line), "col": str(place.column)}
    if place.end is not None:
        where["endColumn"] = str(max(place.column, place.end - 1))
    where["title"] = f"{one.severity.label} {one.code.id} {one.code.name}"
    properties = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in where.items())
    said = [
        *([f"chấp nhận có lý do: {visible(one.allowed)}"] if one.allowed else []),
        visible(one.message),
        *([f"theo {visible(one.clause)}"] if one.clause else []),
        *([visible(one.remedy)] if one.remedy else []),
    ]
    return f"::{kind} {properties}::" + "\n".join(said).translate(_DATA)
