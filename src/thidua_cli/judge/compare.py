"""The same case under another day's law, or under another version of the criteria: what changes, and why.

Nothing is decided and nothing is changed; both answers are worked out and laid side by side.
"""

from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import Answer, Finding
from thidua_cli.judge.judging import judge
from thidua_cli.judge.money import Amount, reward_amount
from thidua_cli.judge.regime import (
    conferral,
    deciding_day,
    decision_of,
    form_of,
    form_told,
    received_day,
)
from thidua_cli.model.nomination import Nomination
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_amount, format_percent

NO_SUCH = "không có tiêu chuẩn này"


class Change(NamedTuple):
    """One thing that is not the same: what, as it is, as it would be, and why."""

    what: str
    before: str
    after: str
    why: str


def under_law(book: Book, drive: Drive, case: Nomination, other: date, today: date) -> tuple[Change, ...]:
    """What changes for a case if its days fell under the law of another day.

    A case without the day a question keys on is taken as of the day its dossier was received, or today.
    """
    decision = decision_of(drive, case.id)
    award = (
        drive.plan.award_named(decision.award, decision.concrete_for(case))
        if decision
        else drive.plan.award_named(case.award, case.concrete_award)
    )
    said = decision.authority if decision else None
    received = received_day(drive.dossier_with(case.id))

    def day(matter: str) -> date:
        return deciding_day(book, drive, case.id, matter) or received or today

    law = book.law
    changes = []
    powers = [conferral(law, award, said, when) for when in (day("thẩm quyền"), other)]
    if powers[0].told != powers[1].told:
        changes.append(Change("thẩm quyền", powers[0].told, powers[1].told, _because(book, powers[1].basis, other)))
    forms = [form_of(law, drive, case, when) for when in (day("mẫu và thành phần hồ sơ"), other)]
    told = [form_told(law, form) for form in forms]
    if told[0] != told[1]:
        changes.append(Change("mẫu báo cáo", told[0], told[1], _because(book, forms[1], other)))
    sums = [reward_amount(law, award, said, case.subject_kind, when) for when in (day("tiền thưởng"), other)]
    if _sum(sums[0]) != _sum(sums[1]):
        why = "; ".join(value.cited for value in sums[1].rests_on) or _because(book, None, other)
        changes.append(Change("tiền thưởng", _sum(sums[0]), _sum(sums[1]), why))
    shares = [_threshold(book, award.name if award else "", when) for when in (_met_on(drive, case) or today, other)]
    if shares[0][0] != shares[1][0]:
        changes.append(Change("ngưỡng phiếu", shares[0][0], shares[1][0], shares[1][1]))
    return tuple(changes)


def _because(book: Book, value: object, other: date) -> str:
    cited = getattr(value, "cited", None)
    if isinstance(cited, str):
        return cited
    last = book.law.last_covered
    if other > last:
        return f"dữ liệu luật chỉ đến hết {format_short(last)}; {book.law.afterwards}"
    return f"dữ liệu luật ngày {format_short(other)} chưa đối chiếu"


def _sum(amount: Amount) -> str:
    if amount.payable is None:
        return amount.why
    return f"{format_amount(int(amount.payable))} đồng"


def _met_on(drive: Drive, case: Nomination) -> date | None:
    days = [meeting.held_on for meeting in drive.meetings_on(case.id)]
    return max((day for day in days if day is not None), default=None)


def _threshold(book: Book, award: str, day: date) -> tuple[str, str]:
    found = book.law.threshold_for(award, day)
    if found is None or found.value.share is None:
        return "không có ngưỡng quốc gia", _because(book, None, day)
    return f"từ {format_percent(found.value.share, 0)} {found.value.counted_on}", found.cited


def under_criteria(book: Book, drive: Drive, case: Nomination, other: Drive) -> tuple[Change, ...]:
    """What changes for a case if the plan's criteria were those of ``other``."""
    before, after = judge(case, drive, book), judge(case, other, book)
    old = {answer.criterion.id: answer for answer in before.named()}
    new = {answer.criterion.id: answer for answer in after.named()}
    changed = [id_ for id_ in dict.fromkeys((*old, *new)) if _label(old.get(id_)) != _label(new.get(id_))]
    innermost = [id_ for id_ in changed if not set(_below(new.get(id_) or old[id_])) & set(changed)]
    changes = [Change(str(id_), _label(old.get(id_)), _label(new.get(id_)), _reason(new.get(id_))) for id_ in innermost]
    if before.verdict is not after.verdict:
        why = f"do {', '.join(map(str, innermost))}" if innermost else "tiêu chuẩn không đặt mã đã đổi"
        changes.insert(0, Change("kết quả chung", before.verdict.label, after.verdict.label, why))
    return tuple(changes)


def _label(answer: Answer | None) -> str:
    return answer.verdict.label if answer is not None else NO_SUCH


def _below(answer: Answer) -> list[str | None]:
    """The ids of everything below an answer: what changed there is said there."""
    found: list[str | None] = []
    for child in answer.children:
        found += [child.criterion.id, *_below(child)]
    return found


def _reason(answer: Answer | None) -> str:
    """What the new version found, and under which clause."""
    if answer is None:
        return "phiên bản kia không có"
    texts = [finding.text for finding in _findings(answer) if finding.verdict is answer.verdict]
    said = "; ".join(dict.fromkeys(texts)) or answer.criterion.name
    return f"{said} ({answer.clause})" if answer.clause else said


def _findings(answer: Answer) -> list[Finding]:
    return [*answer.findings, *(finding for child in answer.children for finding in _findings(child))]
