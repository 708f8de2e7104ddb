"""SARIF 2.1.0, for code scanning and editors: rules with their help, results with places and suppressions."""

import json
import re
from typing import Any
from urllib.parse import quote

from thidua_cli import __version__
from thidua_cli.diagnostic import Code, Diagnostic, Place, Severity
from thidua_cli.format.fingerprints import distinct
from thidua_cli.format.report import Placed, Report, Spot
from thidua_cli.viet.text import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {
    Severity.ERROR: "error",
    Severity.UNDECIDED: "warning",
    Severity.REVIEW: "warning",
    Severity.NOTE: "note",
}


def dump(report: Report) -> str:
    """One SARIF log with one run."""
    codes = sorted({one.finding.code for one in report.findings}, key=lambda code: code.id)
    index = {code.id: number for number, code in enumerate(codes)}
    found = report.pressing()
    results = [_result(one, mark, index, report) for one, mark in zip(found, distinct(found), strict=True)]
    driver = {
        "name": "thidua",
        "semanticVersion": __version__,
        "language": "vi",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "thư mục gốc của kho mã"}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    help_ = code.summary
    for title, sample in (("Sai", code.wrong), ("Đúng", code.right)):
        if sample:
            help_ += f"\n\n{title}:\n" + "\n".join(f"    {line}" for line in sample.splitlines())
    return {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": re.split(r"[.;:] ", code.summary)[0].rstrip(".") + "."},
        "fullDescription": {"text": code.summary},
        "help": {"text": help_, "markdown": help_},
        "defaultConfiguration": {"level": _LEVEL[code.severity]},
        "properties": {"basis": code.basis, "label": code.severity.label},
    }


def _result(placed: Placed, fingerprint: str, index: dict[str, int], report: Report) -> dict[str, Any]:
    one = placed.finding
    said = [one.message, f"Theo {one.clause}" if one.clause else "", one.remedy]
    return {
        "ruleId": one.code.id,
        "ruleIndex": index[one.code.id],
        "level": _LEVEL[one.severity],
        "message": {"text": "\n".join(visible(part) for part in said if part)},
        "locations": [_location(placed.spot, report)],
        "relatedLocations": [
            {"id": number, **_location(spot, report), "message": {"text": visible(spot.label)}}
            for number, spot in enumerate(placed.related, 1)
        ],
        "partialFingerprints": {"thidua/v1": fingerprint},
        # Without the key nothing is known of suppressions, so an empty list is written where there are none.
        "suppressions": [_suppression(one)] if one.allowed else [],
        "properties": {"label": one.severity.label, "clause": visible(one.clause), "remedy": visible(one.remedy)},
    }


def _suppression(one: Diagnostic) -> dict[str, str]:
    kind = "external" if one.inherited else "inSource"
    return {"kind": kind, "status": "accepted", "justification": visible(one.allowed)}


def _location(spot: Spot, report: Report) -> dict[str, Any]:
    path, place = report.path(spot)
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(path, errors="replace"), "uriBaseId": "SRCROOT"},
        "region": _region(place),
    }
    if spot.text.strip() and not spot.file.startswith("thidua:"):
        physical["region"]["snippet"] = {"text": visible(spot.text)}
    if spot.file.startswith("thidua:"):
        physical["region"]["message"] = {"text": f"{visible(spot.file)}:{spot.place.line}"}
    return {"physicalLocation": physical}


def _region(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.end is not None and place.end > place.column:
        region["endColumn"] = place.end
    return region
