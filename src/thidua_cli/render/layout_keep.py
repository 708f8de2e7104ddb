"""Which blocks may be the last before the signatures, and so must stay on their page; and which tables end right
before such a block, and so leave it their last row.

A signature alone on a page is the commonest reason to doubt what stands above it, and a total alone says of what
no more than it does. Whether a block is the last depends on conditions known only at render time, so the answer
is Jinja source. Knows only the order of blocks and tags.
"""

import re
from collections.abc import Sequence
from typing import Final

from thidua_cli.render.markup import Block, Paragraph, Row, Table, Tag

KEEP: Final = "<w:keepNext/>"

_OPENED = re.compile(r"\{%[-+]?\s*(?:el)?(?:if|for\s+\w+\s+in)\s+(.*?)\s*[-+]?%\}")

_Items = Sequence[Block | Row]


def last_blocks(blocks: _Items) -> dict[int, str]:
    """The blocks, or rows of a table, that may be printed last, each with the source that keeps it."""
    return {index: _source(test) for index, test in _last(blocks, len(blocks)).items()}


def ending_tables(blocks: _Items) -> dict[int, str]:
    """The tables that may be printed right before a last paragraph, each with the source that keeps its end."""
    tests: dict[int, list[str]] = {}
    for index in _last(blocks, len(blocks)):
        if isinstance(blocks[index], Paragraph):
            for before, test in _last(blocks, index).items():
                if isinstance(blocks[before], Table):
                    tests.setdefault(before, []).append(test)
    return {
        index: _source(" or ".join(f"({test})" for test in all_) if all(all_) else "") for index, all_ in tests.items()
    }


def _source(test: str) -> str:
    return f"{{% if {test} %}}{KEEP}{{% endif %}}" if test else KEEP


def _last(blocks: _Items, end: int) -> dict[int, str]:
    """The blocks that may be the last before ``end``, each with the condition that makes it so, or ""."""
    found: dict[int, str] = {}
    _mark(blocks, 0, end, (), found)
    return found


def _mark(blocks: _Items, start: int, end: int, needed: tuple[str, ...], found: dict[int, str]) -> None:
    """Walk back from ``end``; what stands behind a condition ends the search only when it holds."""
    index = end - 1
    while index >= start:
        block = blocks[index]
        if not isinstance(block, Tag):
            found[index] = " and ".join(needed)
            return
        if not block.word.startswith("end"):  # it holds ``end`` itself; of its branches only one is printed
            index = (_opening(blocks, index - 1, 0, 1) if block.word in ("elif", "else") else index) - 1
            continue
        opening = _opening(blocks, index, start)
        cuts = _cuts(blocks, opening, index)
        inner = (*needed, "loop.last") if block.word == "endfor" else needed
        for first, after in zip(cuts, [*cuts[1:], index], strict=True):
            _mark(blocks, first + 1, after, inner, found)
        printed = [_OPENED.match(item.source) for cut in cuts if isinstance(item := blocks[cut], Tag)]
        if not all(printed):  # an else: one of the branches is always printed
            return
        needed = (*needed, *(f"not ({match[1]})" for match in printed if match))
        index = opening - 1


def _opening(blocks: _Items, closing: int, start: int, depth: int = 0) -> int:
    """Where the tag begins that is closed at ``closing``, or that is open there ``depth`` deep."""
    for index in range(closing, start - 1, -1):
        block = blocks[index]
        if isinstance(block, Tag):
            depth += {"endif": 1, "endfor": 1, "if": -1, "for": -1}.get(block.word, 0)
            if depth == 0:
                return index
    return start


def _cuts(blocks: _Items, opening: int, closing: int) -> list[int]:
    """Where the branches of a condition begin: if, elif, else."""
    cuts, depth = [opening], 0
    for index in range(opening, closing):
        block = blocks[index]
        if isinstance(block, Tag):
            depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(block.word, 0)
            if depth == 1 and block.word in ("elif", "else"):
                cuts.append(index)
    return cuts
