"""What changed between a line as the records want it and the same line in a paper: facts, or only words.

A fact is a value of the records, a number, a day, a document number, a name. Everything else is
wording, and wording belongs to whoever edits. Knows no record and no file.
"""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from thidua_cli.word.names import Names
from thidua_cli.word.tokens import Token, is_blank_day, tokens
from thidua_cli.word.trace import Span, Value

_NOT: Final = ("không", "chưa", "trừ", "TM", "KT", "TL", "TUQ")
"""Words that turn a statement round, or say for whom somebody signs."""
_SIGNING: Final = frozenset(("tm", "kt", "tl", "tuq"))
_TURNING: Final = frozenset(tokens(word)[0].key for word in _NOT)
_TOO_LONG: Final = 400_000
"""Where the middles of two texts make more pairs of tokens than this, only figures are compared: texts
made of one word repeated would keep difflib busy for minutes."""
_SHOWN: Final = 90


class Side(NamedTuple):
    """A text with its tokens."""

    text: str
    tokens: tuple[Token, ...]

    def words(self, start: int, end: int) -> str:
        """The text of some tokens, as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""


def shortened(one: str, other: str) -> tuple[str, str]:
    """Two texts short enough to read, with what parts them in both: their ends alone may be the same."""
    least = min(len(one), len(other))
    first = next((i for i in range(least) if one[i] != other[i]), least)
    return _around(one, first), _around(other, first)


def _around(text: str, at: int) -> str:
    """A text of any length, shortened to the words around a place."""
    if len(text) <= _SHOWN:
        return text
    if at < _SHOWN - 30:
        return f"{text[: _SHOWN - 30]} … {text[-25:]}"
    start = text.rfind(" ", 0, at - 25) + 1
    end = text.find(" ", at + 25)
    return f"{text[:25]} … {text[start:] if end < 0 else f'{text[start:end]} …'}"


class Change(NamedTuple):
    """A fact that reads otherwise in the paper."""

    expected: str
    actual: str
    value: Value | None
    name: str
    kinds: frozenset[str]
    pen: Literal["", "filled", "open"]
    """Whether somebody filled in by hand what the records leave open, or the paper leaves it open."""


class Compared(NamedTuple):
    """The facts that changed, and whether anything at all did."""

    changes: tuple[Change, ...]
    reworded: bool


def side(text: str) -> Side:
    """A text ready to be compared."""
    return Side(text, tuple(tokens(text)))


class _Touched(NamedTuple):
    """A stretch of the expected tokens around a change, and what stands there."""

    start: int
    end: int
    value: Value | None
    name: str


def compare(
    expected: Side,
    spans: Sequence[Span],
    actual: Side,
    names: Names,
    is_prose: Callable[[Value], bool],
) -> Compared:
    """Lay one text beside the other, token by token."""
    ours, theirs = [one.key for one in expected.tokens], [one.key for one in actual.tokens]
    if ours == theirs:
        return Compared((), expected.text != actual.text)
    steps = _steps(ours, theirs)
    if steps is None:
        return Compared(tuple(_numbers_only(expected, actual)), True)
    pair = _Pair(expected, spans, actual, names, is_prose, steps)
    return Compared(tuple(pair.changes()), True)


def _steps(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]] | None:
    """The steps from one list to the other; what both begin and end with is set aside first."""
    least = min(len(ours), len(theirs))
    head = next((i for i in range(least) if ours[i] != theirs[i]), least)
    tail = next((i for i in range(least - head) if ours[-1 - i] != theirs[-1 - i]), least - head)
    middle, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    if len(middle) * len(other) > _TOO_LONG:
        return None
    steps: list[tuple[str, int, int, int, int]] = [("equal", 0, head, 0, head)] * bool(head)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, middle, other, autojunk=False).get_opcodes():
        steps.append((tag, i1 + head, i2 + head, j1 + head, j2 + head))
    if tail:
        steps.append(("equal", len(ours) - tail, len(ours), len(theirs) - tail, len(theirs)))
    return steps


def has_facts(text: Side, names: Names) -> bool:
    """Whether a text that nobody expected states a fact."""
    told = any(one.kind != "word" or one.key in _SIGNING for one in text.tokens)
    return told or any(True for _ in names.found_in(text.tokens))


def _numbers_only(expected: Side, actual: Side) -> Iterator[Change]:
    """For texts too long to be aligned: figures that are gone."""
    there = {one.key for one in actual.tokens}
    for one in expected.tokens:
        if one.kind != "word" and one.key not in there:
            yield Change(expected.text[one.start : one.end], "", None, "", frozenset((one.kind,)), "")


class _Pair:
    """Two texts and the steps that turn one into the other."""

    def __init__(
        self,
        expected: Side,
        spans: Sequence[Span],
        actual: Side,
        names: Names,
        is_prose: Callable[[Value], bool],
        steps: Sequence[tuple[str, int, int, int, int]],
    ) -> None:
        self.expected, self.actual, self.steps = expected, actual, steps
        self.prose = [span for span in spans if is_prose(span.value)]
        self.values = [span for span in spans if not is_prose(span.value)]
        self.names = list(names.found_in(expected.tokens))
        self.new_names = list(names.found_in(actual.tokens))

    def changes(self) -> Iterator[Change]:
        groups: dict[tuple[int, int], _Touched] = {}
        pens: dict[tuple[int, int], Literal["", "filled", "open"]] = {}
        for tag, i1, i2, j1, j2 in self.steps:
            if tag == "equal":
                continue
            touched = self._touched(i1, i2, j1, j2)
            if touched is None:
                continue
            where = (touched.start, touched.end)
            groups.setdefault(where, touched)
            if where not in pens or pens[where]:
                pens[where] = self._pen(i1, i2, j1, j2)
        for where, touched in groups.items():
            change = self._change(touched, pens[where])
            if change is not None:
                yield change

    def _touched(self, i1: int, i2: int, j1: int, j2: int) -> _Touched | None:
        """The smallest fact a step touches; None when only words changed."""
        inner = [
            _Touched(one.start, one.end, one.value, "")
            for one in self.values
            if _overlap(one.start, one.end, i1, i2) or (i1 == i2 and i1 in (one.start, one.end) and self._fills(one))
        ]
        named = [one for one in self.names if _overlap(one.start, one.end, i1, i2)]
        around = min(inner, key=lambda one: one.end - one.start, default=None)
        if named:
            name = min(named, key=lambda one: one.end - one.start)
            if around is None or name.end - name.start <= around.end - around.start:
                value = around.value if around else self._value_at(name.start)
                return _Touched(name.start, name.end, value, name.kind)
        if around is not None:
            return self._narrowed(around, i1, i2)
        if self._states_a_fact(i1, i2, j1, j2):
            return _Touched(i1, i2, self._value_at(i1), self._new_name(j1, j2))
        return None

    def _fills(self, span: Span) -> bool:
        """Whether a value is all there is in its line, or behind its label: then what is put before or
        behind it belongs to it (KT. CHỦ TỊCH; Kính gửi: Sở Nội vụ, …)."""
        if span.end != len(self.expected.tokens):
            return False
        before = self.expected.tokens[span.start - 1].end if span.start else 0
        return not span.start or ":" in self.expected.text[before : self.expected.tokens[span.start].start]

    def _narrowed(self, around: _Touched, i1: int, i2: int) -> _Touched:
        """A figure inside a long value is the fact, not the whole sentence."""
        if (
            i2 - i1 >= 1
            and around.end - around.start > 6
            and any(t.kind != "word" for t in self.expected.tokens[i1:i2])
        ):
            return around._replace(start=max(around.start, i1 - 2), end=min(around.end, i2 + 2))
        return around

    def _value_at(self, index: int) -> Value | None:
        found = [one for one in (*self.values, *self.prose) if one.start <= index < max(one.end, one.start + 1)]
        return min(found, key=lambda one: one.end - one.start).value if found else None

    def _states_a_fact(self, i1: int, i2: int, j1: int, j2: int) -> bool:
        changed = (*self.expected.tokens[i1:i2], *self.actual.tokens[j1:j2])
        if any(one.kind != "word" for one in changed):
            return True
        if not self._in_prose(i1) and any(one.key in _TURNING for one in changed):
            return True
        return bool(self._new_name(j1, j2))

    def _in_prose(self, index: int) -> bool:
        return any(one.start <= index <= one.end for one in self.prose)

    def _new_name(self, j1: int, j2: int) -> str:
        return next((one.kind for one in self.new_names if _overlap(one.start, one.end, j1, j2)), "")

    def _pen(self, i1: int, i2: int, j1: int, j2: int) -> Literal["", "filled", "open"]:
        """Whether one side leaves room for a pen where the other has a number or a day."""
        ours, theirs = self.expected.tokens[i1:i2], self.actual.tokens[j1:j2]
        if not ours and len(theirs) == 1 and theirs[0].kind == "number" and i1 < len(self.expected.tokens):
            return "filled" if _is_blank(self.expected.tokens[i1]) else ""
        if not ours or len(ours) != len(theirs):
            return ""
        return "filled" if all(map(_fills, ours, theirs)) else "open" if all(map(_fills, theirs, ours)) else ""

    def _change(self, touched: _Touched, pen: Literal["", "filled", "open"]) -> Change | None:
        """The change around a fact, unless the same fact only moved within the text."""
        low, high = self._opposite(touched.start, touched.end)
        ours = [one.key for one in self.expected.tokens[touched.start : touched.end]]
        theirs = [one.key for one in self.actual.tokens[low:high]]
        kinds = _kinds_changed(self.expected.tokens[touched.start : touched.end], self.actual.tokens[low:high])
        if self._only_moved(touched, ours, theirs, kinds):
            return None
        return Change(
            *shortened(self.expected.words(touched.start, touched.end), self.actual.words(low, high)),
            touched.value,
            touched.name,
            kinds,
            pen,
        )

    def _only_moved(self, touched: _Touched, ours: list[str], theirs: list[str], kinds: frozenset[str]) -> bool:
        """Whether the fact stands elsewhere in the same text. Two counts or two people that change
        places are another statement; a day, a unit or a citation put first is another wording."""
        strict = not self._in_prose(touched.start) and (touched.name == "người" or "number" in kinds)
        grown = bool(ours) and len(theirs) > len(ours) and _count(ours, theirs) > 0
        if strict or grown:
            return False
        everything = [one.key for one in self.expected.tokens], [one.key for one in self.actual.tokens]
        keys = ours or theirs
        return bool(keys) and _count(keys, everything[0]) == _count(keys, everything[1])

    def _opposite(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the paper that stands where these expected tokens stood."""
        low, high = len(self.actual.tokens), 0
        for tag, i1, i2, j1, j2 in self.steps:
            # What is put in at the edge of the stretch is part of what stands there now.
            inside = _overlap(i1, i2, start, end) or (i1 == i2 and start <= i1 <= end)
            if not inside:
                continue
            if tag == "equal":
                low, high = min(low, j1 + max(0, start - i1)), max(high, j1 + min(end, i2) - i1)
            else:
                low, high = min(low, j1), max(high, j2)
        return (low, high) if low <= high else (0, 0)


def _overlap(start: int, end: int, i1: int, i2: int) -> bool:
    """Whether a stretch is touched; an insertion touches what it stands inside of."""
    return start < i1 < end if i1 == i2 else start < i2 and i1 < end


def _is_blank(token: Token) -> bool:
    return token.key.startswith("/") if token.kind == "paper" else token.kind == "day" and is_blank_day(token.key)


def _fills(ours: Token, theirs: Token) -> bool:
    if not _is_blank(ours) or ours.kind != theirs.kind:
        return False
    if ours.kind == "paper":
        return theirs.key.endswith(ours.key)
    return all(one in ("?", other) for one, other in zip(ours.key.split("/"), theirs.key.split("/"), strict=True))


def _kinds_changed(ours: Sequence[Token], theirs: Sequence[Token]) -> frozenset[str]:
    """The kinds of the tokens that are not on both sides."""
    here, there = {one.key for one in ours}, {one.key for one in theirs}
    changed = [one for one in (*ours, *theirs) if one.key not in here or one.key not in there]
    # The same tokens in another order: two counts changed places.
    return frozenset(one.kind for one in (changed or ours) if changed or one.kind != "word")


def _count(keys: list[str], sequence: list[str]) -> int:
    return sum(sequence[at : at + len(keys)] == keys for at in range(len(sequence) - len(keys) + 1))
