"""How wide a line of Times is, and where to break it: what the rules under headings depend on.

Knows nothing of papers. Widths are those of Liberation Serif, whose advances equal Times New Roman's.
"""

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Literal
from unicodedata import combining, east_asian_width, normalize

Face = Literal["regular", "bold", "italic", "bold_italic"]

TWIPS_PER_POINT = 20
_WIDTHS = Path(__file__).with_name("static") / "times-widths.json"


@cache
def _faces() -> tuple[int, dict[Face, dict[str, int]]]:
    """Units per em, and for each face the advance of every character it has."""
    data = json.loads(_WIDTHS.read_text(encoding="ascii"))
    units = data.pop("units_per_em")
    faces = {
        face: {
            chr(int(first, 16) + offset): width
            for first, widths in ranges.items()
            for offset, width in enumerate(widths)
            if width
        }
        for face, ranges in data.items()
    }
    return units, faces


def _unknown(char: str, units: int) -> int:
    """A guess for a character the face lacks: marks have no width, East Asian signs a full em."""
    if combining(char):
        return 0
    return units if east_asian_width(char) in "WF" else units // 2


@lru_cache(maxsize=2048)
def text_width(text: str, size: int, face: Face = "regular") -> int:
    """Width in twips of one line at ``size`` points."""
    units, faces = _faces()
    widths = faces[face]
    total = sum(widths.get(c) or _unknown(c, units) for c in normalize("NFC", text))
    return round(total * size * TWIPS_PER_POINT / units)


_NUMBERED = re.compile(r"\d+[.,;:)”]*\Z")
_SPACES = re.compile(r"[ \t\r\n]+")
_DASHES = frozenset("-–—")
_TORN = 5
"""What it costs to break a word of several syllables: a line more reads better."""


def words_of(text: str) -> list[str]:
    """The words between spaces and line ends; a no-break space joins what stands around it."""
    return [word for word in _SPACES.split(text) if word]


def _gap_cost(words: Sequence[str], index: int, kept: frozenset[tuple[str, str]]) -> int:
    """How bad a break before ``words[index]`` reads; 0 is fine.

    A number stays with what it counts (Quận 11), a dash with both its sides, and the syllables of
    one word with each other: Vietnamese writes a space inside words.
    """
    before, after = words[index - 1], words[index]
    if after in _DASHES:
        return 6
    if before in _DASHES:
        return 4
    pair = (before.lower().strip("“”‘’(),.;:"), after.lower().strip("“”‘’(),.;:"))
    if pair in kept or (before.isdecimal() and pair[1] == "ngày"):
        return _TORN
    if _NUMBERED.match(after):
        return 0 if words[index + 1 : index + 2] == ["ngày"] else 3
    return 2 if before.isdecimal() else 0


@cache
def _pairs(phrases: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for phrase in phrases for pair in zip(phrase.split(), phrase.split()[1:], strict=False))


@lru_cache(maxsize=1024)
def break_lines(text: str, size: int, face: Face, width: int, kept_together: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The fewest lines that fit ``width`` twips, evened out, breaking where a reader would; one more where the
    fewest would tear a word.

    A line break typed in the text is kept. One word wider than the line stands alone. The papers of a campaign
    have most of their headings in common.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        words = words_of(part)
        if words:
            lines += _break(words, size, face, width, _pairs(kept_together))
    return tuple(lines)


def _break(words: list[str], size: int, face: Face, width: int, kept: frozenset[tuple[str, str]]) -> list[str]:
    fewest = _greedy_count(words, size, face, width)
    if fewest == 1:
        return [" ".join(words)]
    costs = [_gap_cost(words, index, kept) for index in range(1, len(words))]
    lines = _set(words, size, face, width, costs, fewest)
    if not _torn(lines, costs) or fewest == len(words):
        return lines
    more = _set(words, size, face, width, costs, fewest + 1)
    return lines if _torn(more, costs) else more


def _torn(lines: list[str], costs: Sequence[int]) -> bool:
    """Whether a line ends within a word."""
    ends = list(accumulate(len(line.split(" ")) for line in lines[:-1]))
    return any(costs[end - 1] >= _TORN for end in ends)


def _set(words: list[str], size: int, face: Face, width: int, costs: Sequence[int], count: int) -> list[str]:
    """The words in so many lines, evened out, broken where it costs least."""
    fair = text_width(" ".join(words), size, face) / count
    gaps = [*(cost / 4 for cost in costs), 0.0]
    # best[k][i]: least cost of setting the first i words in k lines, and where the last began.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        row: dict[int, tuple[float, int]] = {}
        for start, (cost, _start) in best[-1].items():
            for end in range(start + 1, len(words) + 1):
                line = text_width(" ".join(words[start:end]), size, face)
                if line > width and end > start + 1:
                    break
                uneven = ((line - fair) / fair) ** 2
                total = cost + uneven + gaps[end - 1]
                if end not in row or total < row[end][0]:
                    row[end] = (total, start)
        best.append(row)
    return _collect(words, best)


def _greedy_count(words: list[str], size: int, face: Face, width: int) -> int:
    count, line = 1, words[0]
    for word in words[1:]:
        longer = f"{line} {word}"
        if text_width(longer, size, face) > width:
            count, line = count + 1, word
        else:
            line = longer
    return count


def _collect(words: list[str], best: list[dict[int, tuple[float, int]]]) -> list[str]:
    lines, end = [], len(words)
    for row in reversed(best[1:]):
        start = row[end][1]
        lines.append(" ".join(words[start:end]))
        end = start
    return lines[::-1]
