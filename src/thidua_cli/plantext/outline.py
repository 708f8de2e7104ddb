"""The clauses of a plan: which heading a passage stands under, and how the place is cited.

Clauses are cited as printed, never as they should have been numbered: a plan may leave out IV or have III
twice. Knows numbering; knows nothing of what an item says.
"""

from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.model.campaign import NUMBERING_SLIPS
from thidua_cli.plantext.passages import Passage
from thidua_cli.plantext.patterns import CLOSING_WORDS, COPIES, FOOTNOTE, LEVELS, TITLE
from thidua_cli.viet.numerals import in_words, roman
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

    def __init__(self, twice: frozenset[str]) -> None:
        self.twice = twice
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
        roman_, number = self.marks.get("roman", ""), self.marks.get("decimal") or self.marks.get("number")
        below = ".".join(one for one in (number, self.marks.get("letter")) if one)
        if roman_ in self.twice:
            which = "nhất" if self.seen[roman_] == 1 else in_words(self.seen[roman_])
            text = f"Mục {roman_} (thứ {which})" + (f", khoản {below}" if below else "")
        else:
            path = ".".join(one for one in (roman_, below) if one)
            text = f"Mục {path}" if path else ""
        if self.label:
            text += f", {self.label}"
        if level in self.counts and self.counts["dash"]:
            text += f", gạch {self.counts['dash']}"
        if level == "plus":
            text += f", dấu cộng thứ {self.counts['plus']}"
        return text.lstrip(", ")


def outline_of(passages: Iterable[Passage]) -> Outline:
    """The passages in their places. Where a number is used twice, each clause says which one it means."""
    given = tuple(passages)
    outline, twice = _walked(given, frozenset())
    return _walked(given, twice)[0] if twice else outline


def _walked(passages: tuple[Passage, ...], twice: frozenset[str]) -> tuple[Outline, frozenset[str]]:
    place, part = _Place(twice), HEAD
    items: list[Item] = []
    for passage in passages:
        whole = " ".join(passage.text.split())
        level, mark, text = _marked(whole)
        part = _part(part, whole, level)
        if part != BODY:
            clause = {PREAMBLE: PREAMBLE, CLOSE: CLOSE}.get(part, "")
            # Wide gaps part the two columns of the head; anywhere else they say nothing.
            said = passage.text if part == HEAD else whole
            items.append(Item(passage, part, level if part == FOOT else "", said, clause, ()))
            continue
        if level:
            place.enter(level, mark, passage, text)
        elif FOOTNOTE.match(whole):
            clause = f"Chú thích {'¹²³⁴⁵⁶⁷⁸⁹'.index(whole[0]) + 1}"
            items.append(Item(passage, part, "footnote", whole[1:].strip(), clause, ()))
            continue
        elif text.endswith(":") and len(text) <= _LABEL:
            place.label, place.counts = text[:-1].strip(), {"dash": 0, "plus": 0}
        items.append(Item(passage, part, level, text, place.clause(level), tuple(place.headings.values())))
    repeated = frozenset(mark for mark, count in place.seen.items() if count > 1)
    return Outline(tuple(items), tuple(place.breaks)), repeated


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
