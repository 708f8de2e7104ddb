"""From a case to its answers: which criteria are for it, each with its tree, and what the plan leaves open.

The tool lays a case beside the plan (đối chiếu); it decides nothing.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import (
    MET,
    NOT_APPLICABLE,
    NOT_IN_PLAN,
    NOT_MET,
    OPEN,
    Answer,
    Finding,
    Verdict,
    fold_all,
    fold_any,
)
from thidua_cli.judge.case import Case
from thidua_cli.judge.facts import condition_finding, holds
from thidua_cli.judge.words import lay
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.nomination import Nomination

NOTE = "lưu ý"


class Judgement(NamedTuple):
    """A case laid beside the plan.

    ``award`` is the award it was laid beside; ``open_awards`` are those the plan opens for one who
    falls short of it and that the same data do not rule out; ``uncovered`` says that the plan has
    no criteria for such a case.
    """

    case: str
    award: str
    verdict: Verdict
    answers: tuple[Answer, ...]
    open_awards: tuple[str, ...]
    uncovered: bool

    def named(self) -> list[Answer]:
        """Every answer whose criterion has an id, outermost first."""
        return [answer for answer in self.every() if answer.criterion.id]

    def every(self) -> list[Answer]:
        """Every answer, outermost first."""
        found: list[Answer] = []
        _gather(self.answers, found)
        return found


def _gather(answers: tuple[Answer, ...], found: list[Answer]) -> None:
    for answer in answers:
        found.append(answer)
        if answer.children:
            _gather(answer.children, found)


def judge(
    record: Nomination, drive: Drive, book: Book, award: str | None = None, came_on: date | None = None
) -> Judgement:
    """Lay a case beside the plan's criteria for its proposed award, or for another; ``came_on`` as for a `Case`."""
    asked = award or record.award
    case = Case.of(record, drive, book, asked, came_on)
    groups = [group for group in drive.criteria if covers(group, record.subject_kind, asked)]
    answers = tuple([_answer(group, case) for group in groups])
    if record.concrete_award is not None and (misnamed := _misnamed(record.concrete_award, drive, asked)):
        answers = tuple([one._replace(verdict=OPEN, findings=(misnamed,), in_doubt=True) for one in answers])
    uncovered = not [group for group in groups if group.kind != NOTE]
    verdict = fold_all([answer.weight for answer in answers])
    if uncovered or verdict is NOT_APPLICABLE:
        verdict = min(verdict, OPEN)
    opened = _opened(record, drive, book, asked) if award is None and verdict is not MET and _missed(answers) else ()
    return Judgement(record.id, asked, verdict, answers, opened, uncovered)


def _misnamed(concrete: str, drive: Drive, award: str) -> Finding | None:
    """What the plan names has its own criteria, so those of an open set do not settle it."""
    named = drive.plan.called_elsewhere(award, concrete)
    if named is None:
        return None
    text = f"“{concrete}” là hình thức kế hoạch đã gọi tên, có tiêu chuẩn riêng ({named.clause or named.name})"
    remedy = f"ghi hinh_thuc_de_nghi: {named.short_name}; bỏ hinh_thuc_cu_the"
    return Finding(OPEN, text, ("hinh_thuc_cu_the",), NOT_IN_PLAN, remedy)


def covers(group: Criterion, subject_kind: str | None, award: str) -> bool:
    """Whether a group of criteria is for this kind of subject and this award."""
    scope = group.applies_to
    if scope is None:
        return True
    kinds, awards = scope.subject_kinds, scope.awards
    return (not kinds or subject_kind in kinds) and (not awards or award in awards)


def _answer(one: Criterion, case: Case, *, branch: bool = False) -> Answer:
    """Lay one criterion; ``branch``: it stands somewhere below a one-of."""
    binding = one.binding_for is None or case.award in one.binding_for
    why_not, doubt = _applies(one, case)
    if why_not:
        return Answer(one, NOT_APPLICABLE, binding, _ruled_out(why_not), ())
    findings = lay(one, case)
    verdicts = [finding.verdict for finding in findings]
    children: tuple[Answer, ...] = ()
    if one.all_of:
        children = tuple([_answer(child, case, branch=branch) for child in one.all_of])
        verdicts += [child.weight for child in children]
    if one.any_of:
        branches = tuple([_answer(child, case, branch=True) for child in one.any_of])
        verdicts.append(fold_any([child.verdict for child in branches]))
        children += branches
    if not verdicts:
        # Nothing to lay beside: dropped from the fold it would be a criterion met by saying nothing.
        findings = (Finding(OPEN, "tiêu chuẩn chưa ghi cách đối chiếu", (), NOT_IN_PLAN),)
    verdict = fold_all(verdicts) if verdicts else OPEN
    if doubt and verdict is MET and not branch:
        doubt = ()  # what is met need not be asked for; only a one-of would be met by a line that may not apply
    if doubt:
        # While it is not known whether the line applies, a miss in it is not yet a miss.
        findings, verdict = doubt, OPEN
    return Answer(one, verdict, binding, findings, children, bool(doubt))


@lru_cache(maxsize=256)
def _ruled_out(why_not: str) -> tuple[Finding, ...]:
    """Why a criterion is not for a case: one value for all the cases of which the same is true."""
    return (Finding(NOT_APPLICABLE, why_not),)


def _applies(one: Criterion, case: Case) -> tuple[str, tuple[Finding, ...]]:
    """Why a criterion is not for a case, and what keeps open whether it is; both empty when it is."""
    if one.applies_to is not None and not covers(one, case.record.subject_kind, case.award):
        return "không dành cho trường hợp này", ()
    if one.only_when is not None:
        truth = holds(one.only_when, case.record, case.drive, case.book)
        if truth.value is False:
            return f"không “{truth.fact}”", ()
        if truth.value is None:
            return "", (condition_finding(truth),)
    return "", ()


def _missed(answers: tuple[Answer, ...]) -> bool:
    return any(answer.verdict is NOT_MET or _missed(answer.children) for answer in answers)


def _opened(record: Nomination, drive: Drive, book: Book, award: str) -> tuple[str, ...]:
    """The awards the plan's fallback opens and the same data do not rule out."""
    form = drive.plan.award(award)
    if form is None or form.fallback is None:
        return ()
    return tuple(other for other in form.fallback.awards if judge(record, drive, book, other).verdict is not NOT_MET)


def blamed(answers: tuple[Answer, ...], verdict: Verdict) -> list[Answer]:
    """The innermost answers that make a case ``verdict``, one for each mistake.

    Below a one-of nothing is blamed on its own: no single branch is the mistake. A criterion the
    plan does not make binding for this award is blamed whole.
    """
    found: list[Answer] = []
    for answer in answers:
        if not _concerns(answer, verdict):
            continue
        whole = answer.criterion.any_of or not answer.binding or answer.in_doubt
        inner = [] if whole else blamed(answer.children, verdict)
        own = any(finding.verdict is verdict for finding in answer.findings)
        below = any(_concerns(child, verdict) for child in answer.children)
        if answer.verdict is verdict and (own or whole or not below):
            found.append(answer)
        found += inner
    return found


def _concerns(answer: Answer, verdict: Verdict) -> bool:
    """Whether an answer, or a miss left to the council below it, is ``verdict``."""
    if verdict in (answer.verdict, answer.weight):
        return True
    hides = answer.verdict is OPEN and not answer.in_doubt and not answer.criterion.any_of
    return verdict is NOT_MET and hides and any(_concerns(child, verdict) for child in answer.children)


def uncovered_text(drive: Drive, record: Nomination) -> str:
    """What to say of a case the plan has no criteria for."""
    what = " ".join(
        part for part in ("không có tiêu chuẩn", drive.plan.award_name(record.award, record.concrete_award)) if part
    )
    return f"{NOT_IN_PLAN}: {what} cho {record.subject_kind or 'đối tượng chưa rõ'}"
