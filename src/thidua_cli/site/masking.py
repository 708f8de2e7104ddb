"""What may be shown of people: the one place of the site that turns a person into a name.

A public site names only those a decision names; every other name becomes initials, wherever it stands
in a sentence. Knows no page.
"""

import re
from collections.abc import Iterable, Iterator

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.history import decided_cases
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.naming import Desk
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import honorific
from thidua_cli.viet.text import fold, nfc

HIDDEN = "•••"
# Reading errors quote what was typed, and a birth date that cannot be read is still a birth date.
_QUOTES_WHAT_WAS_TYPED = re.compile(r"TD1\d\d")
_OF_THE_PERSON = frozenset(("ho_ten", "ngay_sinh", "nam_sinh", "so_dinh_danh", "dia_chi_ho", "tom_tat_thanh_tich"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")
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
            if tuple(words[at : at + size]) not in self.replacements:
                continue
            gaps = (found[i + 1].start() - found[i].end() for i in range(at, at + size - 1))
            # A name of one word is hidden only where it is written as a name.
            if all(gap <= _LONGEST_GAP for gap in gaps) and (size > 1 or found[at][0][0].isupper()):
                return size
        return 0


class Mask:
    """Names and sentences as this site may show them."""

    def __init__(self, book: Book, *, internal: bool) -> None:
        self.internal = internal
        self._phrases = _Phrases()
        self._sentences: dict[str, str] = {}
        self._decided = {drive.id: decided_cases(drive) for drive in book.drives.values()}
        if not internal:
            self._learn(book)

    def _learn(self, book: Book) -> None:
        public: set[str] = set()
        private: set[str] = set()
        for drive in book.drives.values():
            for case in drive.nominations.values():
                self._learn_case(case)
                if case.full_name:
                    (public if self.may_name(drive, case) else private).add(fold(case.full_name))
        # Two people may share a name: one the decision names, one it does not.
        for name in _people(book):
            if fold(name) not in public or fold(name) in private:
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

    def may_name(self, drive: Drive, case: Nomination) -> bool:
        """Whether a case's person may be named in full."""
        return self.internal or case.id in self._decided[drive.id]

    def subject(self, desk: Desk, case: Nomination) -> str:
        """The nominee: a collective's name; a person's, or the initials."""
        if case.subject_kind == "tập thể" or not case.full_name:
            return desk.subject_name(case) or desk.book.unit_name(case.unit)
        name = case.full_name if self.may_name(desk.drive, case) else initials(case.full_name)
        if case.subject_kind == "hộ gia đình":
            return f"Hộ gia đình {honorific(desk.gender(case) or None).lower()} {name}"
        return name

    def says(self, text: str) -> str:
        """A sentence of the records or about them, without what may not be shown."""
        if self.internal:
            return text
        if text not in self._sentences:
            plain = _TWELVE_DIGITS.sub(HIDDEN, nfc(_INVISIBLE.sub("", text)))
            self._sentences[text] = self._phrases.replace(plain)
        return self._sentences[text]

    def finding(self, one: Diagnostic) -> str:
        """What a finding says; its kind alone where the message may quote a person's data."""
        quotes = _QUOTES_WHAT_WAS_TYPED.fullmatch(one.code.id) or _OF_THE_PERSON.intersection(map(str, one.route))
        return one.code.summary if quotes and not self.internal else self.says(one.message)

    def remedy(self, one: Diagnostic) -> str:
        """What to do about a finding."""
        quotes = _QUOTES_WHAT_WAS_TYPED.fullmatch(one.code.id) or _OF_THE_PERSON.intersection(map(str, one.route))
        return "" if quotes and not self.internal else self.says(one.remedy)


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
