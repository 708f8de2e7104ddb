"""A nomination with the campaign and the repository around it: what every word is laid beside."""

from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import Verdict
from thidua_cli.model.nomination import Nomination

MET, OPEN, NOT_MET = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET


class Case(NamedTuple):
    """A nomination with the campaign and the repository around it.

    ``objections`` keeps why a meeting is no ground for it, by meeting: every point it attests asks again.
    """

    record: Nomination
    drive: Drive
    book: Book
    objections: dict[str, str]
