"""Lines of the expected paper laid beside the lines of the paper as it is: equal, edited, moved, missing, extra.

Knows only keys and words of lines; what a difference means is decided elsewhere.
"""

from collections import Counter
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from thidua_cli.word.lines import Line

_ALIKE: Final = 0.45
_ALIKE_FAR: Final = 0.7
_MOST_PAIRS: Final = 60_000
"""Beyond this many candidate pairs the rest is laid side by side in order: a rewritten paper is no puzzle."""


class Alignment(NamedTuple):
    """Which expected line is which line of the paper, by index."""

    equal: list[tuple[int, int]]
    edited: list[tuple[int, int]]
    moved: list[tuple[int, int]]
    missing: list[int]
    extra: list[int]


def align(expected: list[Line], actual: list[Line]) -> Alignment:
    """Lay two papers side by side."""
    ours, theirs = [_key(line) for line in expected], [_key(line) for line in actual]
    equal: list[tuple[int, int]] = []
    blocks: list[tuple[list[int], list[int]]] = []
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            equal += zip(range(i, j), range(k, m), strict=True)
        else:
            blocks.append((list(range(i, j)), list(range(k, m))))
    moved = _moved(blocks, ours, theirs)
    edited = [pair for block in blocks for pair in _paired(block, expected, actual, _ALIKE)]
    rest = ([i for left, _ in blocks for i in left], [j for _, right in blocks for j in right])
    far = _paired(rest, expected, actual, _ALIKE_FAR)
    return Alignment(equal, sorted(edited + far), sorted(moved), rest[0], rest[1])


def _key(line: Line) -> tuple[bool, str]:
    return line.is_row, line.key


def _moved(
    blocks: list[tuple[list[int], list[int]]], ours: list[tuple[bool, str]], theirs: list[tuple[bool, str]]
) -> list[tuple[int, int]]:
    """Lines that stand unchanged in another place; they are taken out of their blocks."""
    places: dict[tuple[bool, str], list[int]] = {}
    for _, right in blocks:
        for j in right:
            places.setdefault(theirs[j], []).append(j)
    found = []
    for left, _ in blocks:
        for i in list(left):
            if places.get(ours[i]):
                found.append((i, places[ours[i]].pop(0)))
                left.remove(i)
    taken = {j for _, j in found}
    for _, right in blocks:
        right[:] = [j for j in right if j not in taken]
    return found


def _paired(
    block: tuple[list[int], list[int]], expected: list[Line], actual: list[Line], least: float
) -> list[tuple[int, int]]:
    """The likeliest pairs of a block, the most alike first; taken out of the block."""
    left, right = block
    if len(left) * len(right) > _MOST_PAIRS:
        pairs = list(zip(left, right, strict=False))
    else:
        bags = {j: _bag(actual[j]) for j in right}
        ranked = sorted(
            (
                (-alike(bag, bags[j]), abs(left.index(i) - right.index(j)), i, j)
                for i in left
                for bag in (_bag(expected[i]),)
                for j in right
                if expected[i].is_row == actual[j].is_row
            ),
        )
        pairs, ours, theirs = [], set(), set()
        alone = len(left) == len(right) == 1
        for unlike, _, i, j in ranked:
            if (-unlike >= least or (alone and least == _ALIKE)) and i not in ours and j not in theirs:
                ours.add(i)
                theirs.add(j)
                pairs.append((i, j))
    for i, j in pairs:
        left.remove(i)
        right.remove(j)
    return pairs


def _bag(line: Line) -> "Counter[str]":
    return Counter(line.key.split())


def alike(one: "Counter[str]", other: "Counter[str]") -> float:
    """How much two bags of words have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
