"""Sentences about people without their names: for a public site, and for programs that read what was found.

Knows who is named in the records and what a person's own data are; nothing of who may be shown.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from thidua_cli.book.book import Book, Drive
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.nomination import OWN_DATA, Nomination
from thidua_cli.source.codes import CODES as UNREAD
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import fold, nfc

HIDDEN = "•••"
_OF_THE_PERSON = OWN_DATA | {"ho_ten", "nam_sinh", "tom_tat_thanh_tich"}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")
_QUOTED = re.compile("“[^”]*”")
_LONGEST_GAP = 3


def initials(name: str) -> str:
    """``L. T. C.`` for Lê Thị Cẩm."""
    return " ".join(f"{word[0].upper()}." for word in _WORD.findall(nfc(name))) or HIDDEN


class _Phrases:
    """Sequences of words to be replaced in running text, found word by word: the time a sentence takes
    does not grow with the number of names."""

    def __init__(self) -> None:
        self.replacements: dict[tuple[str, ...], str] = {}
        self.lengths: dict[str, list[int]] = {}

    def add(self, phrase: str, replacement: str) -> None:
        words = tuple(fold(word) for word in _WORD.findall(nfc(phrase)))
        if words and words not in self.replacements:
            self.replacements[words] = replacement
            known = self.lengths.setdefault(words[0], [])
            if len(words) not in known:
                known.append(len(words))
                known.sort(reverse=True)

    def replace(self, text: str) -> str:
        found = list(_WORD.finditer(text))
        words = [fold(one[0]) for one in found]
        parts: list[str] = []
        at = done = 0
        while at < len(found):
            size = self._match(found, words, at)
            if size:
                parts += (text[done : found[at].start()], self.replacements[tuple(words[at : at + size])])
                done = found[at + size - 1].end()
            at += size or 1
        return "".join((*parts, text[done:]))

    def _match(self, found: list[re.Match[str]], words: list[str], at: int) -> int:
        for size in self.lengths.get(words[at], ()):
            # Near the end of a sentence the slice is shorter, and might be another name.
            if at + size > len(words) or tuple(words[at : at + size]) not in self.replacements:
                continue
            gaps = (found[i + 1].start() - found[i].end() for i in range(at, at + size - 1))
            # A name of one word is hidden only where it is written as a name.
            if all(gap <= _LONGEST_GAP for gap in gaps) and (size > 1 or found[at][0][0].isupper()):
                return size
        return 0


class Unnamed:
    """Sentences in which every name of a person is initials but those ``named`` has, folded, and what only
    the person's papers tell is not there."""

    def __init__(self, book: Book, named: Collection[str] = ()) -> None:
        self._phrases = _Phrases()
        self._sentences: dict[str, str] = {}
        for drive in book.drives.values():
            for case in drive.nominations.values():
                self._learn_case(case)
        for name in _people(book):
            if fold(name) not in named:
                self._phrases.add(name, initials(name))

    def _learn_case(self, case: Nomination) -> None:
        if case.citizen_number:
            self._phrases.add(case.citizen_number, HIDDEN)
        if case.address:
            self._phrases.add(case.address, HIDDEN)
        if case.born_on:
            day = case.born_on
            plain = f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}"
            for form in (format_short(day), day.isoformat(), *plain):
                self._phrases.add(form, HIDDEN)

    def says(self, text: str) -> str:
        """A sentence of the records or about them."""
        if text not in self._sentences:
            plain = _TWELVE_DIGITS.sub(HIDDEN, nfc(_INVISIBLE.sub("", text)))
            self._sentences[text] = self._phrases.replace(plain)
        return self._sentences[text]

    def finding(self, one: Diagnostic) -> str:
        """What a finding says; its kind alone where it is about the person's own data, and without what was typed in a
        nomination where that could not be read: it may be anything, a name or a number to call."""
        if _about_a_person(one):
            return one.code.summary
        unread = one.code in UNREAD and "/nominations/" in one.file
        return self.says(_QUOTED.sub("“…”", one.message) if unread else one.message)

    def remedy(self, one: Diagnostic) -> str:
        """What to do about a finding."""
        return "" if _about_a_person(one) else self.says(one.remedy)


def _about_a_person(one: Diagnostic) -> bool:
    return not _OF_THE_PERSON.isdisjoint(map(str, one.route))


def _people(book: Book) -> Iterator[str]:
    """Every name of a person the records hold, whatever the person's part."""
    for unit in book.units.values():
        yield from (post.full_name for post in (*unit.heads, *unit.deputies))
        yield from (one.full_name for one in unit.council.members) if unit.council else ()
    for drive in book.drives.values():
        yield from _in_meetings(drive)
        for dossier in drive.dossiers.values():
            yield from _known((dossier.received_by, dossier.signer.full_name if dossier.signer else None))
        yield from _known(one.appraiser for one in drive.appraisals.values())
        for decision in drive.decisions.values():
            yield from _known([decision.signer.full_name if decision.signer else None])
        for case in drive.nominations.values():
            yield from _in_case(case)
        for done in drive.duties.values():
            yield from _known(party.full_name for party in done.parties)
            for model in done.role_models:
                yield from _known((model.full_name, *(one.confirmed_by for one in model.attestations)))


def _in_meetings(drive: Drive) -> Iterator[str]:
    for meeting in drive.meetings.values():
        yield from (one.full_name for one in meeting.participants)
        yield from (one.full_name for one in meeting.delegates)
        yield from (one.full_name for one in meeting.absent)
        yield from _known((meeting.chair, meeting.secretary, *meeting.present, *meeting.tellers))
        yield from (name for vote in meeting.votes for name in vote.stood_aside)


def _in_case(case: Nomination) -> Iterator[str]:
    review = case.not_under_review
    yield from _known((case.full_name, review.stated_by if review else None))
    yield from _known(one.confirmed_by for one in case.attestations)
    yield from _known(author.full_name for solution in case.solutions for author in solution.authors)


def _known(names: Iterable[str | None]) -> Iterator[str]:
    return (name for name in names if name)
