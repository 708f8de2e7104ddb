"""JUnit XML: each record is a test, which fails when a lỗi stands in it; the rest is the suite's output.

Follows the schema of Ant's JUnit task, which knows neither warnings nor several failures of one test.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from thidua_cli.diagnostic import Severity
from thidua_cli.format.report import Placed, Report
from thidua_cli.viet.text import visible

# What XML 1.0 forbids beyond what `visible` has already replaced.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def dump(report: Report) -> str:
    """One document with one suite."""
    by_file: dict[str, list[Placed]] = {one.file: [] for one in report.nominees}
    for placed in report.findings:
        by_file.setdefault(placed.finding.file, []).append(placed)
    labels = {one.file: f"{one.label} ({one.unit})" for one in report.nominees}
    tests = [_test(file, labels.get(file, file), found) for file, found in by_file.items()]
    failed = sum(any(_fails(one) for one in found) for found in by_file.values())
    other = "\n".join(_line(one) for one in report.findings if not _fails(one))
    output = f"{other}\n{report.summary}".strip()
    day = f"{report.scene.today.isoformat()}T00:00:00"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
        f'  <testsuite name="thidua" package="thidua" id="0" timestamp="{day}" hostname="localhost" '
        f'tests="{len(tests)}" failures="{failed}" errors="0" time="0">\n    <properties/>\n'
        + "".join(line for test in tests for line in test)
        + f"    <system-out>{_text(output)}</system-out>\n"
        "    <system-err/>\n  </testsuite>\n</testsuites>\n"
    )


def _fails(placed: Placed) -> bool:
    return placed.weighs and placed.finding.severity is Severity.ERROR


def _test(file: str, label: str, found: list[Placed]) -> Iterator[str]:
    head = f'    <testcase name={_attribute(label)} classname={_attribute(file)} time="0"'
    failing = [one for one in found if _fails(one)]
    if not failing:
        yield f"{head}/>\n"
        return
    first = failing[0].finding
    yield f"{head}>\n"
    yield f"      <failure type={_attribute(first.code.id)} message={_attribute(first.message)}>"
    yield _text("\n".join(_line(one) for one in failing))
    yield "</failure>\n    </testcase>\n"


def _line(placed: Placed) -> str:
    one = placed.finding
    place = f"{one.file}:{placed.spot.place.line}:{placed.spot.place.column}"
    parts = [f"{one.severity.label}[{one.code.id}] {one.message}", place]
    parts += [f"theo {one.clause}"] if one.clause else []
    parts += [one.remedy] if one.remedy else []
    parts += [f"chấp nhận có lý do: {one.allowed}"] if one.allowed else []
    return " · ".join(visible(part) for part in parts)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", visible(text)))
