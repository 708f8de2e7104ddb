"""Which blocks may be the last before the signatures, and so must stay on their page.

A signature alone on a page is the commonest reason to doubt what stands above it. Whether a block is
the last depends on conditions known only at render time, so the answer is Jinja source. Knows only
the order of blocks and tags.
"""

import re
from collections.abc import Sequence
from typing import Final

from thidua_cli.render.markup import Block, Row, Tag

KEEP: Final = "<w:keepNext/>"

_OPENED = re.compile(r"\{%[-+]?\s*(?:el)?(?:if|for\s+\w+\s+in)\s+(.*?)\s*[-+]?%\}")

_Items = Sequence[Block | Row]


def last_blocks(blocks: _Items) -> dict[int, str]:
    """The blocks, or rows of a table, that may be printed last, each with the source that keeps it."""
    found: dict[int, str] = {}
    _mark(blocks, 0, len(blocks), (), found)
    return found


def _mark(blocks: _Items, start: int, end: int, needed: tuple[str, ...], found: dict[int, str]) -> None:
    """Walk back from ``end``; what stands behind a condition ends the search only when it holds."""
    index = end - 1
    while index >= start:
        block = blocks[index]
        if not isinstance(block, Tag):
            test = " and ".join(needed)
            found[index] = f"{{% if {test} %}}{KEEP}{{% endif %}}" if test else KEEP
            return
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


def _opening(blocks: _Items, closing: int, start: int) -> int:
    depth = 0
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
