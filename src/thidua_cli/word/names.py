"""The names an office knows: people, units, posts, awards. Found in any text, whoever wrote it.

A name in prose is a fact too, and prose is one value as far as templates know.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.awards import without_giver
from thidua_cli.viet.text import before_ending, fold
from thidua_cli.word.tokens import Token, tokens

NameKind = Literal["người", "đơn vị", "chức vụ", "hình thức", "lời"]
_TITLES: Final = tuple(map(fold, ("ông", "bà")))


class Name(NamedTuple):
    """A name standing at some tokens."""

    start: int
    end: int
    kind: NameKind


class Names:
    """Every name of a campaign, by its first word; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, NameKind]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], NameKind]] = {}
        for text, kind in entries:
            keys = tuple(token.key for token in tokens(text))
            if keys:
                self._by_first.setdefault(keys[0], {}).setdefault(keys, kind)
        self._sorted = {
            first: sorted(found.items(), key=lambda one: -len(one[0])) for first, found in self._by_first.items()
        }

    def found_in(self, sequence: "tuple[Token, ...] | list[Token]") -> Iterator[Name]:
        """The names in a sequence of tokens, left to right, none inside another."""
        keys = [token.key for token in sequence]
        index = 0
        while index < len(keys):
            name = self._at(keys, index)
            if name is None:
                index += 1
                continue
            start = index - 1 if index and name.kind == "người" and keys[index - 1] in _TITLES else index
            yield name._replace(start=start)
            index = name.end

    def _at(self, keys: list[str], index: int) -> Name | None:
        for entry, kind in self._sorted.get(keys[index], ()):
            if tuple(keys[index : index + len(entry)]) == entry:
                return Name(index, index + len(entry), kind)
        return None


def names_of(book: Book, drive: Drive) -> Names:
    """The names of a campaign and of all units."""
    return Names(_entries(book, drive))


def _entries(book: Book, drive: Drive) -> Iterator[tuple[str, NameKind]]:
    for case in drive.nominations.values():
        yield case.full_name or "", "người"
        yield case.group_name or "", "đơn vị"
        for solution in case.solutions:
            for author in solution.authors:
                yield author.full_name, "người"
    for meeting in drive.meetings.values():
        for member in book.members(meeting):
            yield member.full_name, "người"
    for unit in book.units.values():
        for post in (*unit.heads, *unit.deputies):
            yield post.full_name, "người"
        for name in unit.names:
            yield name, "đơn vị"
    for award in drive.plan.awards:
        for form in (award.name, without_giver(award.name)):
            yield form, "hình thức"
    for post in (post for unit in book.units.values() for post in (*unit.heads, *unit.deputies)):
        position = post.position or ""
        yield position, "chức vụ"
        yield before_ending(position, "Ủy ban nhân dân") or position, "chức vụ"  # as it stands above a signature
