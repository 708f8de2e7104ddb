"""The report for programs: one JSON document with a version, fingerprints and places."""

import json
from typing import Any

from thidua_cli.format.report import Placed, Report, Spot

VERSION = 1


def dump(report: Report) -> str:
    """One JSON document; keys are English, words in it are the office's own."""
    return (
        json.dumps(
            {
                "version": VERSION,
                "findings": [_finding(one) for one in report.findings],
                "todo": [
                    {
                        "dossier": todo.dossier,
                        "unit": todo.unit,
                        "stage": todo.stage,
                        "deadline": todo.deadline,
                        "items": [_finding(one) for one in todo.items],
                    }
                    for todo in report.todo
                ],
                "counts": {severity.name.lower(): count for severity, count in report.counts.items()},
                "cases": dict(report.cases),
                "summary": report.summary,
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _finding(placed: Placed) -> dict[str, Any]:
    one = placed.finding
    return {
        "code": one.code.id,
        "name": one.code.name,
        "severity": one.severity.name.lower(),
        "label": one.severity.label,
        "basis": one.code.basis,
        "message": one.message,
        **_spot(placed.spot),
        "route": list(one.route),
        "workbook": placed.workbook,
        "clause": one.clause,
        "remedy": one.remedy,
        "due": one.due,
        "fingerprint": one.fingerprint,
        "related": [{**_spot(spot), "label": spot.label} for spot in placed.related],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"file": spot.file, "line": spot.place.line, "column": spot.place.column, "end_column": spot.place.end}
