"""What may be shown of people: the one place of the site that turns a person into a name.

A public site names only those a decision names; every other name becomes initials, wherever it stands
in a sentence. Knows no page.
"""

import re

from thidua_cli.book import Book, Drive
from thidua_cli.book.unnamed import Unnamed, initials
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.history import decided_cases
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.naming import Desk
from thidua_cli.viet.names import honorific
from thidua_cli.viet.text import fold

# Reading errors quote what was typed, which may be anything.
_QUOTES_WHAT_WAS_TYPED = re.compile(r"TD1\d\d")


class Mask:
    """Names and sentences as this site may show them."""

    def __init__(self, book: Book, *, internal: bool) -> None:
        self.internal = internal
        self._decided = {drive.id: decided_cases(drive) for drive in book.drives.values()}
        self._unnamed = None if internal else Unnamed(book, self._decided_names(book))

    def _decided_names(self, book: Book) -> set[str]:
        public: set[str] = set()
        private: set[str] = set()
        for drive in book.drives.values():
            for case in drive.nominations.values():
                if case.full_name:
                    (public if self.may_name(drive, case) else private).add(fold(case.full_name))
        return public - private  # two people may share a name: one the decision names, one it does not

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
        return self._unnamed.says(text) if self._unnamed else text

    def finding(self, one: Diagnostic) -> str:
        """What a finding says; its kind alone where the message may quote a person's data."""
        if self._unnamed is None:
            return one.message
        return one.code.summary if _QUOTES_WHAT_WAS_TYPED.fullmatch(one.code.id) else self._unnamed.finding(one)

    def remedy(self, one: Diagnostic) -> str:
        """What to do about a finding."""
        if self._unnamed is None:
            return one.remedy
        return "" if _QUOTES_WHAT_WAS_TYPED.fullmatch(one.code.id) else self._unnamed.remedy(one)
