"""A case as a row of the table and as a tree of answers with reasons and clauses, in words for readers.

Repeats what ``judge`` answered and adds no opinion.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.judge import Answer, Finding, Judgement, Verdict, blamed, uncovered_text
from thidua_cli.judge.columns import columns_of, short_ids
from thidua_cli.judge.concluded import Concluded
from thidua_cli.judge.reports import introduced
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.dossier import Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.site.masking import Mask
from thidua_cli.site.shelf import Shelf, Stall, show_day
from thidua_cli.site.words import in_words
from thidua_cli.viet.text import capital

STYLES = {Verdict.MET: "met", Verdict.NOT_MET: "missed", Verdict.OPEN: "open", Verdict.NOT_APPLICABLE: "off"}
_MEETING = re.compile(r"cuộc họp ([a-z0-9-]+)")


class Sign(NamedTuple):
    """A verdict as a sign, a word and a style."""

    sign: str
    word: str
    style: str


class Reason(NamedTuple):
    """One thing laid beside one word of a criterion."""

    sign: Sign
    text: str
    why: str
    remedy: str


class Branch(NamedTuple):
    """An answer of the tree."""

    sign: Sign
    id: str
    name: str
    clause: str
    loose: bool
    reasons: tuple[Reason, ...]
    children: tuple["Branch", ...]


class CaseRow(NamedTuple):
    """A case in the table; ``cells`` are the answers under the columns of its block."""

    anchor: str
    name: str
    kind: str
    unit: str
    unit_page: str
    award: str
    verdict: Sign
    cells: tuple[Sign, ...]
    concluded: str
    decided: str
    headline: str
    headline_clause: str
    still_open: str
    summary: str
    tree: tuple[Branch, ...]


class RoleModelRow(NamedTuple):
    """Someone a unit introduced as an example, and how the plan's criteria answer."""

    duty: str
    duty_clause: str
    name: str
    unit: str
    unit_page: str
    verdict: Sign
    headline: str
    headline_clause: str


class Column(NamedTuple):
    """A criterion as a column: the short id, and what it says."""

    short: str
    name: str


class Block(NamedTuple):
    """The cases that are laid beside the same criteria."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[CaseRow, ...]


def sign_of(verdict: Verdict) -> Sign:
    """A verdict for the eye and the ear."""
    return Sign(verdict.sign, verdict.label, STYLES[verdict])


def reworded(text: str, stall: Stall) -> str:
    """A sentence of the judge without keys and ids of records."""

    def meeting(found: re.Match[str]) -> str:
        one = stall.drive.meetings.get(found[1])
        if one is None:
            return found[0]
        owner = stall.look.book.meeting_unit(one)
        whose = f" của {stall.look.book.unit_name(owner)}" if owner else ""
        return f"cuộc họp ngày {show_day(one.held_on)}{whose}" if one.held_on else f"cuộc họp{whose}"

    return in_words(_MEETING.sub(meeting, text))


def role_models(shelf: Shelf, stall: Stall) -> list[RoleModelRow]:
    """The role models units introduced, in the plan's order of duties."""
    return [
        RoleModelRow(
            capital(one.duty.name),
            one.duty.clause or "",
            shelf.mask.subject(stall.desk, one.case),
            shelf.book.unit_name(one.done.unit),
            shelf.unit_pages.get(one.done.unit, ""),
            sign_of(one.judgement.verdict),
            *_headline(shelf.mask, stall, one.case, one.judgement),
        )
        for one in introduced(stall.drive, shelf.book)
    ]


def blocks(shelf: Shelf, stall: Stall, cases: Iterable[Nomination]) -> list[Block]:
    """The cases by the criteria they are laid beside, as the comparison on the terminal shows them."""
    known: dict[tuple[str, str], tuple[Criterion, ...]] = {}
    groups: dict[tuple[str, ...], tuple[tuple[Criterion, ...], list[Nomination]]] = {}
    for case in cases:
        key = (case.subject_kind, stall.look.judgements[case.id].award)
        if key not in known:
            known[key] = columns_of(stall.drive.criteria, *key)
        ids = (case.subject_kind, *(one.id or "" for one in known[key]))
        groups.setdefault(ids, (known[key], []))[1].append(case)
    found = []
    for criteria, members in groups.values():
        shorts = short_ids([one.id or "" for one in criteria])
        columns = tuple(Column(short, one.name) for short, one in zip(shorts, criteria, strict=True))
        rows = tuple(_row(shelf, stall, case, criteria) for case in members)
        found.append(Block(capital(members[0].subject_kind or "trường hợp"), columns, rows))
    return found


def _row(shelf: Shelf, stall: Stall, case: Nomination, criteria: tuple[Criterion, ...]) -> CaseRow:
    judgement = stall.look.judgements[case.id]
    verdicts = {answer.criterion.id: answer.verdict for answer in judgement.named()}
    headline, clause = _headline(shelf.mask, stall, case, judgement)
    concluded, decided = stall.concluded.get(case.id), stall.decided.get(case.id)
    return CaseRow(
        stall.anchor(case),
        shelf.mask.subject(stall.desk, case),
        case.subject_kind,
        shelf.book.unit_name(case.proposer),
        shelf.unit_pages.get(case.proposer, ""),
        stall.look.award(case),
        sign_of(judgement.verdict),
        # What stands below a line that does not apply was not asked.
        tuple(sign_of(verdicts.get(one.id, Verdict.NOT_APPLICABLE)) for one in criteria),
        _concluded_text(stall, concluded, case) if concluded else "chưa xét",
        _decided_text(stall, decided, case) if decided else "chưa có",
        headline,
        clause,
        " hoặc ".join(stall.award(one) for one in judgement.open_awards),
        (case.summary or "") if shelf.internal else "",
        tuple(branch(shelf.mask, stall, answer) for answer in judgement.answers),
    )


def _concluded_text(stall: Stall, concluded: Concluded, case: Nomination) -> str:
    said, award = concluded.vote.conclusion or "", concluded.award(case)
    return f"{said}: {stall.award(award)}" if award != case.award else said or "chưa ghi kết luận"


def _decided_text(stall: Stall, decided: Decision, case: Nomination) -> str:
    award = stall.drive.plan.award_name(decided.award, decided.concrete_for(case))
    return f"{award}, số {decided.number or ''}"


def _headline(mask: Mask, stall: Stall, case: Nomination, judgement: Judgement) -> tuple[str, str]:
    """The reason in one line, with its clause: what makes the case what it is."""
    if judgement.uncovered:
        return mask.says(uncovered_text(stall.drive, case)), ""
    if judgement.verdict is Verdict.MET:
        asked = [one.verdict for one in _leaves(judgement.answers)]
        met, off = asked.count(Verdict.MET), asked.count(Verdict.NOT_APPLICABLE)
        others = f", {off} không áp dụng" if off else ""
        return f"{met} tiêu chuẩn đạt{others}", ""
    guilty = blamed(judgement.answers, judgement.verdict) or list(judgement.answers)
    deepest, why = _deepest(guilty[0], judgement.verdict)
    said = mask.says(reworded(why.text, stall)) if why else ""
    if why is None and deepest.criterion.any_of:
        said = "không nhánh nào áp dụng cho trường hợp này"
    reason = f" ({why.reason})" if why and why.reason else ""
    more = f"; và {len(guilty) - 1} điểm khác" if len(guilty) > 1 else ""
    # In running text the office says "chưa đạt tiêu chuẩn …", never "không đạt" (keys.md 0.2).
    verb = "chưa đạt" if judgement.verdict is Verdict.NOT_MET else judgement.verdict.label
    return f"{verb} “{deepest.criterion.name}”{f': {said}' if said else ''}{reason}{more}", deepest.clause


def _deepest(answer: Answer, verdict: Verdict) -> tuple[Answer, Finding | None]:
    """The first datum behind an answer, and the criterion it stands under."""
    own = next((one for one in answer.findings if one.verdict is verdict), None)
    if own is not None:
        return answer, own
    for child in answer.children:
        if child.verdict is verdict:
            return _deepest(child, verdict)
    return answer, None


def _leaves(answers: Iterable[Answer]) -> list[Answer]:
    """The innermost criteria, each counted once; below one that does not apply nothing was asked."""
    found: list[Answer] = []
    for answer in answers:
        found += _leaves(answer.children) if answer.children else [answer]
    return found


def branch(mask: Mask, stall: Stall, answer: Answer) -> Branch:
    """An answer with everything below it."""
    one = answer.criterion
    return Branch(
        sign_of(answer.verdict),
        one.id or "",
        one.name,
        answer.clause,
        not answer.binding,
        tuple(_reason(mask, stall, finding) for finding in answer.findings),
        tuple(branch(mask, stall, child) for child in answer.children),
    )


def _reason(mask: Mask, stall: Stall, one: Finding) -> Reason:
    remedy = mask.says(reworded(one.remedy, stall)) if one.verdict is Verdict.OPEN else ""
    return Reason(sign_of(one.verdict), mask.says(reworded(one.text, stall)), one.reason, remedy)
