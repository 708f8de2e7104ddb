"""A Code Quality report for GitLab: a list of issues, each with a fingerprint of its own."""

import json
from typing import Any

from thidua_cli.diagnostic import Severity
from thidua_cli.format.fingerprints import distinct
from thidua_cli.format.report import Placed, Report
from thidua_cli.viet.text import visible

_SEVERITY = {
    Severity.ERROR: "major",
    Severity.UNDECIDED: "minor",
    Severity.REVIEW: "minor",
    Severity.NOTE: "info",
}


def dump(report: Report) -> str:
    """One JSON document."""
    found = report.pressing()
    marks = distinct(found)
    issues = [_issue(placed, mark, report) for placed, mark in zip(found, marks, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(placed: Placed, fingerprint: str, report: Report) -> dict[str, Any]:
    one = placed.finding
    path, place = report.path(placed.spot)
    allowed = f"chấp nhận có lý do ({one.allowed}): " if one.allowed else ""
    clause = f" (theo {one.clause})" if one.clause else ""
    remedy = f" — {one.remedy}" if one.remedy else ""
    return {
        "description": visible(f"{allowed}{one.severity.label} {one.code.id}: {one.message}{clause}{remedy}"),
        "check_name": f"{one.code.id} {one.code.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITY[one.severity] if placed.weighs else "info",
        "location": {"path": visible(path), "lines": {"begin": place.line}},
    }
