"""The four answers, why an answer is open, and how answers fold. Knows no plan and no record."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.model.criteria import Criterion


class Verdict(IntEnum):
    """What laying a case beside a criterion shows. The order is that of folding: all-of takes the
    least, one-of the greatest, of those that apply."""

    NOT_MET = 0
    OPEN = 1
    MET = 2
    NOT_APPLICABLE = 3

    @property
    def label(self) -> str:
        """The office's own word (keys.md 0.2)."""
        return ("không đạt", "chưa đủ căn cứ", "đạt", "không áp dụng")[self]

    @property
    def sign(self) -> str:
        """What stands for it where a word has no room."""
        return "✗?✓–"[self]


# By these names, because reaching a member through its enum costs some four times as much.
NOT_MET, OPEN, MET, NOT_APPLICABLE = Verdict

FIGURE_MISSING = "thiếu số liệu"
PAPER_MISSING = "thiếu tài liệu"
TO_CONFIRM = "cần người có thẩm quyền xác nhận"
OTHER_TEXT = "theo văn bản khác, chưa có"
NOT_IN_PLAN = "kế hoạch không quy định"


class Finding(NamedTuple):
    """One thing laid beside one word of a criterion.

    ``route`` leads to the datum in the nomination, or in ``file`` when that is another record;
    ``reason`` is set for an open answer, ``remedy`` says what would settle it; ``told`` where that is an error of
    another record, so that no lint need repeat it.
    """

    verdict: Verdict
    text: str
    route: Route = ()
    reason: str = ""
    remedy: str = ""
    file: str = ""
    told: bool = False


class Answer(NamedTuple):
    """A criterion's answer with everything it rests on.

    ``binding`` is false where the plan leaves a miss to the council for this award: then a miss
    weighs as open in the fold above it. ``in_doubt``: not known whether the criterion applies at all.
    """

    criterion: Criterion
    verdict: Verdict
    binding: bool
    findings: tuple[Finding, ...]
    children: tuple["Answer", ...]
    in_doubt: bool = False

    @property
    def clause(self) -> str:
        """The clause the criterion stands in; empty where the plan has none."""
        return self.criterion.clause or ""

    @property
    def weight(self) -> Verdict:
        """What this answer counts as in the fold above it."""
        return OPEN if self.verdict is NOT_MET and not self.binding else self.verdict


def fold_all(verdicts: Iterable[Verdict]) -> Verdict:
    """All-of: the worst of those that apply; nothing applicable is không áp dụng."""
    return min(verdicts, default=NOT_APPLICABLE)  # which is the greatest, so it never weighs


def fold_any(verdicts: Iterable[Verdict]) -> Verdict:
    """One-of: the best of those that apply. A branch that does not apply must never satisfy it, so
    when every branch is ruled out by a stated fact the answer is không đạt."""
    return max((one for one in verdicts if one is not NOT_APPLICABLE), default=NOT_MET)
