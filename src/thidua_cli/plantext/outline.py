"""The clauses of a plan: which heading a passage stands under, and how the place is cited.

Clauses are cited as printed, never as they should have been numbered: a plan may leave out IV or have III
twice. Knows numbering; knows nothing of what an item says.
"""

from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.model.campaign import NUMBERING_SLIPS
from thidua_cli.plantext.passages import Passage
from thidua_cli.plantext.patterns import CLOSING_WORDS, COPIES, FOOTNOTE, LEVELS, TITLE
from thidua_cli.viet.numerals import roman
from thidua_cli.viet.text import fold

_ROMANS = {roman(number): number for number in range(1, 40)}
JUMPED, REPEATED = NUMBERING_SLIPS
_HEADING = 120
_LABEL = 40

_CLEARED = {
    "roman": ("roman", "number", "decimal", "letter"),
    "number": ("number", "decimal", "letter"),
    "decimal": ("decimal", "letter"),
    "letter": ("letter",),
}

HEAD, PREAMBLE, BODY, CLOSE, FOOT = "đầu văn bản", "Phần căn cứ", "thân văn bản", "Đoạn kết", "cuối văn bản"


class Item(NamedTuple):
    """A passage in its place. ``headings`` are those above it and its own, from the highest; ``text`` is
    without its mark."""

    passage: Passage
    part: str
    level: str
    text: str
    clause: str
    headings: tuple[str, ...]

    @property
    def is_heading(self) -> bool:
        """Whether the item may be the head of a section: numbered, short, no sentence."""
        return (
            self.level in _CLEARED and len(self.text.split(":")[0]) <= _HEADING and not self.text.endswith((".", ";"))
        )

    def under(self, *words: str) -> bool:
        """Whether a heading above it, or its own, holds one of the words."""
        return any(fold(word) in fold(heading) for heading in self.headings for word in words)


class Break(NamedTuple):
    """A place where numbering jumps or repeats; ``slip`` is the record's word for it."""

    where: str
    slip: str
    said: str
    passage: Passage


class Outline(NamedTuple):
    """A plan in its parts."""

    items: tuple[Item, ...]
    breaks: tuple[Break, ...]

    def part(self, *names: str) -> list[Item]:
        """The items of some parts, in order."""
        return [item for item in self.items if item.part in names]


class _Place:
    """Where one stands while walking down a plan."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        self.headings: dict[str, str] = {}
        self.seen: dict[str, int] = {}
        self.counts = {"dash": 0, "plus": 0}
        self.label = ""
        self.breaks: list[Break] = []

    def enter(self, level: str, mark: str, passage: Passage, text: str) -> None:
        """Step to an item; everything below it starts again."""
        if level in self.counts:
            self.counts[level] += 1
            if level == "dash":
                self.counts["plus"] = 0
            return
        if level in ("roman", "number"):
            self._follow(level, mark, passage)
        cleared = list(_CLEARED[level])
        if level == "decimal" and self.marks.get("number") not in (None, mark.split(".")[0]):
            cleared.append("number")
        for name in cleared:
            self.marks.pop(name, None)
            self.headings.pop(name, None)
        self.marks[level] = mark
        self.headings[level] = text.split(":")[0][:_HEADING]
        self.counts = {"dash": 0, "plus": 0}
        self.label = ""

    def _follow(self, level: str, mark: str, passage: Passage) -> None:
        number = _ROMANS.get(mark, 0) if level == "roman" else int(mark)
        before = self.marks.get(level)
        last = (_ROMANS.get(before, 0) if level == "roman" else int(before)) if before else 0
        where = f"Mục {self.marks['roman']}" if level == "number" and "roman" in self.marks else "Các mục lớn"
        if level == "roman":
            self.seen[mark] = self.seen.get(mark, 0) + 1
        if level == "roman" and self.seen[mark] > 1:
            self.breaks.append(Break(f"Mục {mark}", REPEATED, f"số {mark} dùng hai lần", passage))
        elif number != last + 1:
            said = f"đánh số nhảy từ {before} sang {mark}" if before else f"đánh số bắt đầu từ {mark}"
            self.breaks.append(Break(where, JUMPED, said, passage))

    def clause(self, level: str) -> str:
        """The place as it is cited."""
        path = [self.marks["roman"]] if "roman" in self.marks else []
        decimal, number = self.marks.get("decimal"), self.marks.get("number")
        path += [one for one in (decimal or number, self.marks.get("letter")) if one]
        text = f"Mục {'.'.join(path)}" if path else ""
        if self.seen.get(self.marks.get("roman", ""), 1) > 1:
            text += f" (mục {self.marks['roman']} thứ {self.seen[self.marks['roman']]})"
        if self.label:
            text += f", {self.label}"
        if level in self.counts and self.counts["dash"]:
            text += f", gạch {self.counts['dash']}"
        if level == "plus":
            text += f", dấu cộng thứ {self.counts['plus']}"
        return text.lstrip(", ")


def outline_of(passages: Iterable[Passage]) -> Outline:
    """The passages in their places."""
    place, part = _Place(), HEAD
    items: list[Item] = []
    for passage in passages:
        level, mark, text = _marked(passage.text)
        part = _part(part, passage.text, level)
        if part != BODY:
            clause = {PREAMBLE: PREAMBLE, CLOSE: CLOSE}.get(part, "")
            items.append(Item(passage, part, level if part == FOOT else "", passage.text, clause, ()))
            continue
        if level:
            place.enter(level, mark, passage, text)
        elif FOOTNOTE.match(passage.text):
            clause = f"Chú thích {'¹²³⁴⁵⁶⁷⁸⁹'.index(passage.text[0]) + 1}"
            items.append(Item(passage, part, "footnote", passage.text[1:].strip(), clause, ()))
            continue
        elif text.endswith(":") and len(text) <= _LABEL:
            place.label, place.counts = text[:-1].strip(), {"dash": 0, "plus": 0}
        items.append(Item(passage, part, level, text, place.clause(level), tuple(place.headings.values())))
    return Outline(tuple(items), tuple(place.breaks))


def _part(before: str, text: str, level: str) -> str:
    """The part a passage belongs to, going by the one before."""
    if before != FOOT and COPIES.match(text):
        return FOOT
    if before == HEAD and TITLE.match(text):
        return PREAMBLE
    if before in (HEAD, PREAMBLE) and level == "roman":
        return BODY
    if before == PREAMBLE and level == "number":
        return BODY
    if before in (BODY, CLOSE) and CLOSING_WORDS.match(text):
        return CLOSE
    return before


def _marked(text: str) -> tuple[str, str, str]:
    for level, pattern in LEVELS:
        found = pattern.match(text)
        if found:
            return level, found[1], text[found.end() :].strip()
    return "", "", text
