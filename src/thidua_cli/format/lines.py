"""Lines for a terminal as pieces with their styles, and how a long one is broken. Knows nothing of what they say."""

from collections.abc import Iterable, Iterator

Piece = tuple[str, str]
Line = list[Piece]

NARROW = 80
"""What a printed page, a pipe and the smallest window hold."""
_HANGING = 4


def wrapped(found: Iterable[Line], wide: int) -> Iterator[Line]:
    """The lines broken between words so that each fits, what follows hanging under its first; a word
    longer than the window stays whole."""
    for line in found:
        text = "".join(piece for piece, _ in line)
        if len(text) <= wide:
            yield line
            continue
        margin = " " * (len(text) - len(text.lstrip()) + _HANGING)
        start, room = 0, wide
        while len(text) - start > room:
            at = text.rfind(" ", start + 1, start + room + 1)
            at = at if text[start:at].strip() else text.find(" ", start + room)
            if at < 0:
                break
            clause = text.rfind("  [", start, at)  # a clause is not torn apart where it fits on one line
            if clause > start and "]" not in text[clause:at] and len(text) - clause <= wide - len(margin):
                at = clause
            yield [*([(margin, "")] if start else []), *_cut(line, start, at)]
            start = at + len(text[at:]) - len(text[at:].lstrip())
            room = wide - len(margin)
        yield [*([(margin, "")] if start else []), *_cut(line, start, len(text))]


def _cut(line: Line, start: int, end: int) -> Line:
    """The styled pieces between two places of a line's text."""
    found, at = [], 0
    for text, style in line:
        part = text[max(start - at, 0) : max(end - at, 0)]
        if part:
            found.append((part, style))
        at += len(text)
    return found
