"""Fingerprints that tell two findings of one datum apart: readers of a list drop what they have seen."""

from collections import Counter
from collections.abc import Iterable

from thidua_cli.format.report import Placed


def distinct(found: Iterable[Placed]) -> list[str]:
    """The fingerprint of each finding; the second with the same one gets its number behind it."""
    seen: Counter[str] = Counter()
    marks = []
    for placed in found:
        mark = placed.finding.fingerprint
        seen[mark] += 1
        marks.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return marks
