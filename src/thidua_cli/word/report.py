"""How the verdicts on papers are put out: for people line by line, for machines as one JSON value."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from thidua_cli.diagnostic import Severity
from thidua_cli.viet.text import visible
from thidua_cli.word.finding import Finding
from thidua_cli.word.verify import Status, Verdict

Line = list[tuple[str, str]]
_OF_STATUS = {Status.AS_RENDERED: "bold green", Status.REWORDED: "bold green", Status.FOREIGN: "bold cyan"}
_WIDEST = 160


def lines(verdicts: list[Verdict]) -> Iterator[Line]:
    """Every paper with its status, what is wrong below it, and a closing count."""
    for verdict in verdicts:
        quiet = all(one.severity is Severity.NOTE for one in verdict.findings)
        name = f"  {visible(verdict.name)}" if verdict.name else ""
        yield [
            (f"{verdict.status.value}", _OF_STATUS.get(verdict.status, "bold red")),
            (f"  {visible(verdict.path)}{name}", ""),
        ]
        for finding in verdict.findings:
            yield from _finding(finding, verdict)
        if not quiet:
            yield []
    yield _closing(verdicts)


def _finding(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    style = finding.severity.style
    code = finding.code
    yield [
        ("  ", ""),
        (f"{code.severity.label}[{code.id}]", style),
        (f" {code.name}: ", ""),
        (f"{visible(finding.where)}: {visible(finding.message)}", "bold"),
    ]
    if code.severity is Severity.NOTE:
        return
    place = _place(finding, verdict)
    if place:
        yield [("      --> ", "blue"), (place[0], "")]
        if place[1]:
            yield [("        | ", "blue"), (place[1], "")]
    if finding.clause:
        yield [("      = ", "blue"), (f"theo {visible(finding.clause)}", "")]
    if finding.remedy:
        yield [("      = ", "blue"), (visible(finding.remedy), "")]


def _place(finding: Finding, verdict: Verdict) -> tuple[str, str] | None:
    """The record's line: where it is and what it says."""
    if finding.origin is None or verdict.found is None:
        return None
    records = verdict.found.shelf.records
    place = records.place(finding.origin)
    text = records.lines(finding.origin.file)
    line = text[place.line - 1].strip() if 0 < place.line <= len(text) else ""
    return f"{visible(finding.origin.file)}:{place.line}:{place.column}", visible(line[:_WIDEST])


def _closing(verdicts: list[Verdict]) -> Line:
    counts = Counter(one.status for one in verdicts)
    parts = [f"{counts[status]} {status.value}" for status in Status if counts[status]]
    found = Counter(one.severity for verdict in verdicts for one in verdict.findings)
    severities = [f"{found[one]} {one.label}" for one in Severity if found[one]]
    worst = min(found, default=Severity.NOTE)
    style = worst.style if worst is not Severity.NOTE else "bold green"
    return [(f"{', '.join(severities) or 'Không có lỗi'} · {len(verdicts)} tệp: {', '.join(parts)}", style)]


def as_json(verdicts: Iterable[Verdict]) -> str:
    """The same as one value."""
    return json.dumps({"papers": [_value(one) for one in verdicts]}, ensure_ascii=False, indent=2)


def _value(verdict: Verdict) -> dict[str, object]:
    return {
        "path": verdict.path,
        "status": verdict.status.value,
        "paper": verdict.found.stem if verdict.found else "",
        "record": verdict.found.record if verdict.found else "",
        "findings": [_finding_value(one, verdict) for one in verdict.findings],
    }


def _finding_value(finding: Finding, verdict: Verdict) -> dict[str, object]:
    place = _place(finding, verdict)
    return {
        "code": finding.code.id,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "where": finding.where,
        "clause": finding.clause,
        "remedy": finding.remedy,
        "record": place[0] if place else "",
        "expected": finding.expected,
        "actual": finding.actual,
    }
