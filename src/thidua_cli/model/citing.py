"""The kinds of words by which one part of a plan names another: an entry of its dictionary, an id of its own."""

from thidua_cli.source import ListOf
from thidua_cli.source.kinds import Id, Text


class Term(Text):
    """An entry of the data dictionary, by its id or by its name; ``among`` is the look-up that knows it."""

    def __init__(self, among: str) -> None:
        self.among = among


class Reference(Id):
    """The id of another entry of the plan; ``to`` is what the plan calls such an entry."""

    def __init__(self, to: str) -> None:
        self.to = to


FACT, FIGURE, ATTESTATION, PAPER = Term("facts"), Term("figures"), Term("attestations"), Term("papers")
AWARD_ID, TEXT_ID, ROLE_ID, DUTY_ID = map(Reference, ("hình thức", "văn bản", "vai trò", "việc"))
AWARD_IDS, TEXT_IDS, ROLE_IDS = ListOf(AWARD_ID), ListOf(TEXT_ID), ListOf(ROLE_ID)
