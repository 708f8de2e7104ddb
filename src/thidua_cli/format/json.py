"""The report for programs: one JSON document with a version, fingerprints and places."""

import json
import re
from typing import Any

from thidua_cli.format.report import Past, Placed, Report, Spot

VERSION = 1


# JSON leaves alone what a terminal obeys beyond ASCII: C1 controls, bidi controls, lone surrogates.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def dump(report: Report) -> str:
    """One JSON document; keys are English, words in it are the office's own."""
    text = json.dumps(
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
            "allowed": report.allowed,
            "nominations": [{"id": one.id, "label": one.label, "award": one.award} for one in report.nominees],
            "cases": dict(report.cases),
            "summary": report.summary,
        },
        ensure_ascii=False,
        indent=2,
    )
    return _OBEYED.sub(lambda one: f"\\u{ord(one[0]):04x}", text) + "\n"


def load(text: str) -> Past | None:
    """What an earlier run said, from its own document; ``None`` when this is no such document."""
    try:
        told = json.loads(text)
        weighing = [one for one in told["findings"] if one["severity"] != "note" and not one.get("allowed")]
        return Past(
            tuple(str(one["fingerprint"]) for one in weighing),
            {str(one["id"]): str(one["award"]) for one in told.get("nominations", ())},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


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
        "allowed": one.allowed,
        "fingerprint": one.fingerprint,
        "related": [{**_spot(spot), "label": spot.label} for spot in placed.related],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"file": spot.file, "line": spot.place.line, "column": spot.place.column, "end_column": spot.place.end}
