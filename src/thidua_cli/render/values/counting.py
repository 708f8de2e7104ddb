"""Counts and shares of cases: the one function that rounds, and the groups a balance is taken over.

Knows nothing of pages; a group that the records do not state is "chưa ghi", never guessed.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.render.values.naming import Desk

PARTS = 1000
"""Shares are whole tenths of a percent."""
LEADER, DIRECT = "lãnh đạo, quản lý", "người lao động trực tiếp"
OTHER_GROUP, UNKNOWN = "nhóm khác", "chưa ghi"


def shares(counts: Iterable[int]) -> list[int]:
    """The counts as tenths of a percent that add up to exactly 100 %, by largest remainder.

    Rounding each share on its own prints 33,3 + 33,3 + 33,3; here the first of equals takes the
    missing tenth. Nothing counted gives zeros.
    """
    given = list(counts)
    total = sum(given)
    if not total:
        return [0] * len(given)
    whole = [count * PARTS // total for count in given]
    # What is left goes to the largest remainders, the earlier of equals first.
    order = sorted(range(len(given)), key=lambda i: -(given[i] * PARTS % total))
    for i in order[: PARTS - sum(whole)]:
        whole[i] += 1
    return whole


def show_share(tenths: int) -> str:
    """``33,4%``."""
    return f"{tenths // 10},{tenths % 10}%"


class Part(NamedTuple):
    """One group of a row: how many, and which share of the row."""

    label: str
    size: int
    tenths: int

    @property
    def share(self) -> str:
        """The share as printed."""
        return show_share(self.tenths)


class Row(NamedTuple):
    """A row of a balance: what it counts, and its groups in a fixed order."""

    label: str
    total: int
    parts: tuple[Part, ...]


class Balance(NamedTuple):
    """One question asked of the cases: the groups, the row of all cases, and the rows below it."""

    name: str
    note: str
    labels: tuple[str, ...]
    rows: tuple[Row, ...]


def row(label: str, labels: Iterable[str], counts: Counter[str]) -> Row:
    """A row with every group, also the empty ones, so that rows stand under each other."""
    order = tuple(labels)
    numbers = [counts[one] for one in order]
    parts = tuple(Part(*each) for each in zip(order, numbers, shares(numbers), strict=True))
    return Row(label, sum(numbers), parts)


def kind_of(desk: Desk, case: Nomination) -> str:
    """Collective, person or household."""
    return case.subject_kind or UNKNOWN


def gender_of(desk: Desk, case: Nomination) -> str:
    """nữ, nam or chưa ghi; a person's only."""
    return desk.gender(case) or UNKNOWN


def standing_of(desk: Desk, case: Nomination) -> str:
    """Leader by post or stated group, direct worker by stated group, another stated group, or chưa ghi."""
    if desk.post(case) is not None or LEADER in case.person_groups:
        return LEADER
    if DIRECT in case.person_groups:
        return DIRECT
    return OTHER_GROUP if case.person_groups else UNKNOWN


Question = Callable[[Desk, Nomination], str]
QUESTIONS: tuple[tuple[str, str, tuple[str, ...], Question, bool], ...] = (
    ("Tập thể và cá nhân", "mọi trường hợp", (*SUBJECT_KINDS, UNKNOWN), kind_of, False),
    ("Nữ và nam", "chỉ cá nhân", ("nữ", "nam", UNKNOWN), gender_of, True),
    (
        "Lãnh đạo và người trực tiếp",
        "chỉ cá nhân; theo chức vụ ở danh sách đơn vị và nhóm người đã ghi",
        (LEADER, DIRECT, OTHER_GROUP, UNKNOWN),
        standing_of,
        True,
    ),
)


def balances(desk: Desk, groups: list[tuple[str, list[Nomination]]]) -> list[Balance]:
    """Every question over every named group of cases; groups without a case are left out."""
    found = []
    for name, note, labels, ask, people_only in QUESTIONS:
        rows = []
        for label, cases in groups:
            counted = Counter(ask(desk, one) for one in cases if not people_only or one.subject_kind == "cá nhân")
            if counted:
                rows.append((label, counted))
        used = tuple(one for one in labels if any(counts[one] for _, counts in rows))
        found.append(Balance(name, note, used, tuple(row(label, used, counts) for label, counts in rows)))
    return [one for one in found if one.rows]
