"""“Bảng đối chiếu tiêu chuẩn”: cases by criteria, and the tree of one case. Words only, no colour codes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_cli.format.lines import NARROW, Line
from thidua_cli.judge import Answer, Verdict, blamed, uncovered_text
from thidua_cli.judge.columns import columns_of, short_ids
from thidua_cli.judge.describe import describe
from thidua_cli.judge.reports import Introduced
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules.look import Look
from thidua_cli.viet.text import capital, visible

CLOSING = "Kết quả đối chiếu tự động, phục vụ thẩm định và xét; không thay kết luận của Hội đồng."
_STYLE = {Verdict.MET: "green", Verdict.NOT_MET: "red", Verdict.OPEN: "yellow", Verdict.NOT_APPLICABLE: "dim"}
LEGEND = "   ".join(f"{verdict.sign} {verdict.label}" for verdict in _STYLE)


def comparison(
    look: Look, cases: list[Nomination], models: Sequence[Introduced] = (), wide: int = NARROW
) -> Iterator[Line]:
    """The table of a campaign, one block for each kind of subject and set of criteria, and one for the
    role models of each duty to introduce them."""
    yield [("Bảng đối chiếu tiêu chuẩn", "bold"), (f" · {look.drive.plan.name}", "")]
    blocks: dict[tuple[str, ...], list[Nomination]] = {}
    for case in cases:
        blocks.setdefault(_columns(look, case), []).append(case)
    for columns, members in blocks.items():
        yield []
        yield from _block(look, columns, members, "Đề nghị", [visible(look.award(case)) for case in members], wide)
    for duty, group in groupby(models, lambda one: one.duty):
        yield []
        yield from _introduced(look, duty, list(group), wide)
    yield []
    yield [(LEGEND, "dim")]
    yield [(CLOSING, "dim")]


def _introduced(look: Look, duty: DutyKind, models: list[Introduced], wide: int) -> Iterator[Line]:
    """The role models of one duty, what each column asks, and what keeps any of them from being met."""
    look = look._replace(judgements={one.case.id: one.judgement for one in models})
    yield [(visible(capital(duty.name)), "bold"), (f"  [{visible(duty.clause or '')}]", "dim")]
    blocks: dict[tuple[str, ...], list[Introduced]] = {}
    for one in models:
        blocks.setdefault(_columns(look, one.case), []).append(one)
    for columns, members in blocks.items():
        cases = [one.case for one in members]
        units = [visible(look.book.unit_name(case.proposer)) for case in cases]
        yield from _block(look, columns, cases, "Đơn vị giới thiệu", units, wide)
        if members[0].judgement.uncovered:
            yield [(f"  {uncovered_text(look.drive, members[0].case)}", "yellow")]
        shown = dict(zip(columns, short_ids(columns), strict=True))
        for answer in members[0].judgement.named():
            if (short := shown.get(answer.criterion.id or "")) is not None:
                yield [(f"  {short}: {visible(answer.criterion.name)}  [{visible(answer.clause)}]", "dim")]
        for one in members:
            for verdict in (Verdict.NOT_MET, Verdict.OPEN):
                for answer in blamed(one.judgement.answers, verdict):
                    said = "; ".join(visible(each.text) for each in answer.findings if each.verdict is verdict)
                    name = f"{visible(look.label(one.case))}: {visible(answer.criterion.name)}"
                    yield [(f"  {verdict.sign} {name}: {said}", _STYLE[verdict]), (f"  [{answer.clause}]", "dim")]


def _columns(look: Look, case: Nomination) -> tuple[str, ...]:
    found = columns_of(look.drive.criteria, case.subject_kind, look.judgements[case.id].award)
    return tuple(one.id or "" for one in found)


def _block(
    look: Look, columns: tuple[str, ...], cases: list[Nomination], title: str, beside: list[str], room: int
) -> Iterator[Line]:
    """The cases that are laid beside the same criteria; ``beside`` stands after each name under ``title``.

    Where the window is too narrow for one row a case, the answers stand below its name.
    """
    names = [visible(look.label(case)) for case in cases]
    shown = short_ids(columns)
    wide = min(max([len("Trường hợp"), *map(len, names)]), 52)
    next_wide = max([len(title), *map(len, beside)])
    verdicts = [look.judgements[case.id].verdict.label for case in cases]
    heads = "  ".join(shown)
    one_row = wide + next_wide + len(heads) + max([len("Chung"), *map(len, verdicts)]) + 6 <= room
    if one_row:
        yield [(f"{'Trường hợp':<{wide}}  {title:<{next_wide}}  {heads}  Chung", "bold")]
    else:
        yield [(f"Trường hợp · {title} · Chung", "bold")]
        yield [(f"    {heads}", "bold")]
    for case, name, told in zip(cases, names, beside, strict=True):
        judgement = look.judgements[case.id]
        verdict = (judgement.verdict.label, _STYLE[judgement.verdict])
        if one_row:
            yield [(f"{name[:wide]:<{wide}}  {told:<{next_wide}}  ", ""), *_signs(look, case, columns, shown), verdict]
        else:
            yield [(f"{name} · {told} · ", ""), verdict]
            yield [("    ", ""), *_signs(look, case, columns, shown)]
        if judgement.open_awards:
            opened = " hoặc ".join(look.drive.plan.award_name(other) for other in judgement.open_awards)
            yield [(f"{'':<{wide if one_row else 4}}  ↳ kế hoạch còn mở: {opened}", "dim")]


def _signs(look: Look, case: Nomination, columns: tuple[str, ...], shown: list[str]) -> Line:
    """A case's answers, each under the id of its criterion."""
    answers = {answer.criterion.id: answer.verdict for answer in look.judgements[case.id].named()}
    line: Line = []
    for column, label in zip(columns, shown, strict=True):
        verdict = answers.get(column, Verdict.NOT_APPLICABLE)  # below a line that does not apply
        line.append((f"{verdict.sign:<{len(label)}}  ", _STYLE[verdict]))
    return line


def tree(look: Look, case: Nomination) -> Iterator[Line]:
    """The whole tree of answers of one case, with the datum and the clause behind each."""
    judgement = look.judgements[case.id]
    yield [
        (f"{visible(look.label(case))} · đề nghị {visible(look.award(case))} · ", "bold"),
        (judgement.verdict.label, _STYLE[judgement.verdict]),
    ]
    if judgement.uncovered:
        yield [("  kế hoạch không có tiêu chuẩn cho trường hợp này", "yellow")]
    for answer in judgement.answers:
        yield from _branch(answer, 1)
    if judgement.open_awards:
        yield [
            (
                "  kế hoạch còn mở: " + " hoặc ".join(look.drive.plan.award_name(one) for one in judgement.open_awards),
                "",
            )
        ]
    yield [(CLOSING, "dim")]


def _branch(answer: Answer, depth: int) -> Iterator[Line]:
    margin = "  " * depth
    one = answer.criterion
    name = f"{one.id} " if one.id else ""
    loose = "" if answer.binding else " (không bắt buộc với hình thức này)"
    yield [
        (f"{margin}{answer.verdict.sign} ", _STYLE[answer.verdict]),
        (f"{name}{visible(one.name)}", "bold"),
        (f": {answer.verdict.label}{loose}", _STYLE[answer.verdict]),
        (f"  [{visible(answer.clause)}]", "dim"),
    ]
    for finding in answer.findings:
        reason = f" — {finding.reason}" if finding.reason else ""
        where = f"  ({'.'.join(map(str, finding.route))})" if finding.route else ""
        yield [(f"{margin}    {finding.verdict.sign} {visible(finding.text)}{reason}", ""), (where, "dim")]
        if finding.verdict is Verdict.OPEN and finding.remedy:
            yield [(f"{margin}      → {visible(finding.remedy)}", "dim")]
    for child in answer.children:
        yield from _branch(child, depth + 1)


def criterion(look: Look, one: Criterion, depth: int = 0) -> Iterator[Line]:
    """A criterion in words, with everything below it."""
    margin = "  " * depth
    yield [(f"{margin}{one.id + ' · ' if one.id else ''}{one.name}", "bold"), (f"  [{one.clause}]", "dim")]
    if one.binding_for is not None:
        awards = ", ".join(look.drive.plan.award_name(award) for award in one.binding_for) or "không hình thức nào"
        yield [(f"{margin}  bắt buộc với: {awards}; với hình thức khác, chưa đạt là cần xem lại", "")]
    if one.note:
        yield [(f"{margin}  {visible(one.note)}", "")]
    for sentence in describe(one, look.drive):
        yield [(f"{margin}  {sentence}", "")]
    for child in (*one.all_of, *one.any_of):
        yield from criterion(look, child, depth + 2)
