"""One story told in two reports: clauses are compared with their numbers left out, by fingerprints first, so that a
city's reports need not stand in memory, and by the words themselves where the fingerprints agree.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.book import shipped_bytes, shipped_names
from thidua_cli.diagnostic import Diagnostic, Mark
from thidua_cli.rules import codes_reports as codes
from thidua_cli.rules.look import Look
from thidua_cli.rules.passages import Passage, is_background, passages, quoted, say

_SHORTEST = 5
"""Words of a clause that two people do not write alike by chance."""
_SAME, _SAME_IN_SUMMARY = 40, 20
"""Words of one section found in another's report before it counts as the same story: what people of one unit
say alike of discipline and of lessons learnt comes to thirty and more. A whole summary has thirty to eighty."""


class _Told(NamedTuple):
    """A stretch of words that may be told in two reports: what stands before the ``nth`` mark of its passage."""

    passage: Passage
    nth: int
    words: int
    key: bytes

    def where(self) -> range:
        """The words themselves, looked up only when they are shown."""
        text = self.passage.low
        marks = [-1, *(found.start() for found in re.finditer(_BETWEEN, text)), len(text)]
        start = marks[self.nth] + 1
        words = text[start : marks[self.nth + 1]]
        start += len(words) - len(words.lstrip())
        return range(start, start + len(words.strip()))


_BETWEEN = r"[.,;:!?()“”\"\n{}%#|]"
_CUT = bytes.maketrans(b'.,;:!?(){}%#|"', b"\n" * 14)
_DIGITS = b"0123456789"


def _stretches(low: str) -> Iterator[bytes]:
    """What stands between marks, less the numbers, since a copied story often differs in nothing else. In bytes,
    because every word of every report passes here."""
    text = low.replace("“", '"').replace("”", '"').encode("utf-8", "replace")
    return map(bytes.strip, text.translate(_CUT, _DIGITS).split(b"\n"))


def _clauses(low: str) -> dict[bytes, int]:
    """Stretches long enough to be somebody's words, each with how many; one said over and over counts once."""
    # A number left out has left its space behind.
    return {one: words for one in _stretches(low) if (words := one.count(b" ") + 1) >= _SHORTEST}


def _telling(told: list[Passage]) -> list[Passage]:
    """The passages that tell something of the case itself."""
    return [one for one in told if one.route or not is_background(one.title)]


def _told(passage: Passage) -> list[_Told]:
    """The clauses of a passage; of one said over and over the last."""
    places = {key: nth for nth, key in enumerate(_stretches(passage.low))}
    return [_Told(passage, places[key], words, key) for key, words in _clauses(passage.low).items()]


class Prints(NamedTuple):
    """The fingerprints of a passage's clauses, each with its words; with so many words in common, and ``least``, it
    is the same story as another's."""

    least: int
    words: dict[int, int]

    @property
    def enough(self) -> float:
        """With so many words in common it is the same story as another's."""
        return max(self.least, sum(self.words.values()) / 2)


def _prints(passage: Passage) -> Prints:
    words = {hash(key): words for key, words in _clauses(passage.low).items()}
    return Prints(_SAME_IN_SUMMARY if passage.route else _SAME, words)


def fingerprints(told: list[Passage]) -> list[Prints]:
    """Those of a case's passages, less the ones where people of one job may well say the same."""
    return [_prints(one) for one in _telling(told)]


class Index(NamedTuple):
    """Which case told a clause ``first``, by the clause's fingerprint, and which cases may have ``retold`` one, each
    with the clauses its unit asks for. Only fingerprints are kept: the words of a city's reports are more than all
    else in its records, and the few cases that may matter are read again."""

    first: dict[int, str]
    retold: list[tuple[str, frozenset[int]]]

    def note(self, of_unit: dict[str, list[Prints]]) -> None:
        """Take in the passages of a unit, by case."""
        said_by_all = _said_by_all([prints for prints in of_unit.values() if prints])
        for id_, prints in of_unit.items():
            required = said_by_all
            if said_by_all:
                # Where the unit's common words are the greater part of a report they are no formula but one story
                # for all.
                common = sum(one.words[key] for one in prints for key in said_by_all & one.words.keys())
                if 2 * common > sum(sum(one.words.values()) for one in prints):
                    required = frozenset[int]()
            if [one for one in prints if self._is_retold(id_, one, required)]:  # every passage is taken in
                self.retold.append((id_, required))

    def _is_retold(self, id_: str, prints: Prints, required: frozenset[int]) -> bool:
        teller_of = self.first.setdefault
        common: dict[str, int] = {}
        for key, words in prints.words.items():
            teller = teller_of(key, id_)
            if teller != id_ and key not in required:
                common[teller] = common.get(teller, 0) + words
        most = max(common.values(), default=0)
        return most >= prints.least and most >= prints.enough


def _said_by_all(told: list[list[Prints]]) -> frozenset[int]:
    """The clauses every report of a unit has, where there are more than two."""
    if len(told) < 3:
        return frozenset()
    common = set[int]().union(*(one.words for one in told[0]))
    for prints in told[1:]:
        if common:
            common &= set[int]().union(*(one.words for one in prints))
    return frozenset(common)


def told_twice(look: Look, index: Index) -> Iterator[Diagnostic]:
    """Cùng một lời kể ở báo cáo của hai trường hợp.

    Clauses are looked up in one index, so that the work grows with the words and never with the pairs. The
    campaign's wording, the templates' and what every report of a unit says are passed over, the last unless the
    unit's reports say little else.
    """
    wording = _wording(look) if index.retold else ()
    known = {key for text in wording for key in _clauses(text.lower())}
    cases = look.drive.nominations
    tellers: dict[str, dict[bytes, _Told]] = {}
    for id_, required in index.retold:
        for passage in _telling(passages(look, cases[id_])):
            copied: dict[str, list[tuple[_Told, _Told]]] = {}
            for one in _told(passage):
                print_ = hash(one.key)
                teller = index.first.get(print_, id_)
                # Two proposals of one person tell one story by right; that there are two is TD604's.
                if print_ in required or one.key in known or look.label(cases[teller]) == look.label(cases[id_]):
                    continue
                if teller not in tellers:
                    # Backwards, so that of a clause told twice the first place stands.
                    theirs = reversed(_telling(passages(look, cases[teller])))
                    tellers[teller] = {clause.key: clause for told in theirs for clause in _told(told)}
                there = tellers[teller].get(one.key)
                if there is not None:  # the words themselves, not only their fingerprint
                    copied.setdefault(teller, []).append((one, there))
            same = max(copied.values(), key=_words, default=[])
            if same and _words(same) >= _prints(passage).enough:
                yield _retold(look, *same[0])
                break


def _words(pairs: list[tuple[_Told, _Told]]) -> int:
    return sum(one.words for one, _ in pairs)


def _retold(look: Look, here: _Told, there: _Told) -> Diagnostic:
    passage, other = here.passage, there.passage
    words = here.where()
    return say(
        codes.CHEP_LOI_KE,
        passage,
        words,
        f"{passage.called}: {look.label(passage.case)} và {look.label(other.case)} cùng một lời kể, từ “{quoted(passage, words.start)}”",
        "mỗi báo cáo kể việc của chính người ấy, tập thể ấy; việc làm chung thì nói rõ ai làm phần nào",
        Mark(
            other.file,
            (other.route,) if other.route else (),
            f"báo cáo của {look.label(other.case)}",
            other.place(there.where()),
        ),
    )


def _wording(look: Look) -> Iterator[str]:
    """The campaign's own words and those of the papers' templates: a report that uses them copies nobody."""
    plan = look.drive.plan
    yield from (text for text in (plan.name, plan.title, plan.citation, plan.merit, *plan.slogans) if text)
    yield from (one.name for one in plan.contents)
    yield from (one.name for one in plan.targets)
    yield from (one.name for one in plan.movements)
    yield from look.drive.terms.attestations.names.values()
    groups = list(look.drive.criteria)
    while groups:
        group = groups.pop()
        yield group.name or ""
        groups += (*group.all_of, *group.any_of)
    ours = [
        shipped_bytes(f"thidua:templates/{name}") for name in shipped_names("templates") if name.startswith("bao-cao-")
    ]
    own = [look.book.disk.read(path) or b"" for path in look.book.disk.below("templates") if path.endswith(".md")]
    yield from (data.decode("utf-8", "replace") for data in (*ours, *own))
