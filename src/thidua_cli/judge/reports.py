"""What reports say of targets and movements, and role models laid beside the plan's criteria. Pure."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.judging import Judgement, judge
from thidua_cli.model.campaign import Target
from thidua_cli.model.duty import INTRODUCING, DutyKind
from thidua_cli.model.handed import HandedIn, TargetResult
from thidua_cli.model.nomination import NOMINATION, Nomination, Paper

NO_FIGURE = "chưa có số liệu"


class Rating(NamedTuple):
    """What the figures of a target say, and whether the plan gives a level to compare with."""

    word: str
    bound: Fraction | None


def rate(target: Target, result: TargetResult) -> Rating | None:
    """A target's result in the report's words; ``None`` when the plan sets no level to compare with.

    It feeds the report and blocks no nomination (plans.md X4.25). An estimate is no result.
    """
    bounds = (target.at_least, target.more_than, target.exactly, target.at_most)
    bound = next((one for one in bounds if one is not None), None)
    if bound is None:
        return None
    value = result.done
    if value is None:
        return Rating(NO_FIGURE, bound)
    if target.at_most is not None:
        word = "vượt" if value < bound else "đạt" if value == bound else "chưa đạt"
    elif target.exactly is not None:
        word = "đạt" if value == bound else "chưa đạt"
    elif target.more_than is not None:
        word = "đạt" if value > bound else "chưa đạt"
    else:
        word = "vượt" if value > bound else "đạt" if value == bound else "chưa đạt"
    return Rating(word, bound)


def agrees(rating: Rating, said: str) -> bool:
    """Whether a typed assessment agrees: one who has exceeded has also met."""
    return said == rating.word or (said == "đạt" and rating.word == "vượt")


_REPORT = "bao_cao_thanh_tich"


def as_nomination(done: HandedIn, index: int, duty: DutyKind) -> Nomination:
    """A role model as a case: what stands in the duty's file is laid beside the same criteria as a
    nomination, so that nothing is typed twice."""
    model = done.role_models[index]
    blank = dict.fromkeys(NOMINATION.cls._fields)  # type: ignore[attr-defined]
    papers = (
        (Paper(_REPORT, None, done.issued_on or done.day, done.unit, None, (), None, model.report),)
        if model.report
        else ()
    )
    known = {
        "id": f"{done.duty}/{done.unit}/{index + 1}",
        "file": done.file,
        "proposer": done.unit,
        "subject_kind": "cá nhân" if model.full_name else "tập thể",
        "full_name": model.full_name,
        "group_name": model.group_name,
        "gender": model.gender,
        "position": model.position,
        "unit": model.unit or done.unit,
        "award": duty.awards[0] if duty.awards else "",
        "attestations": model.attestations,
        "papers": papers,
        "summary": model.summary,
        "report": model.report,
    }
    lists = {key: () for key in ("person_groups", "roles", "solutions", "works", "past_awards") if key not in known}
    return Nomination(**{**blank, **lists, **known})  # type: ignore[arg-type]


class Introduced(NamedTuple):
    """A role model that was handed in, as a case, with its answers."""

    duty: DutyKind
    done: HandedIn
    at: int
    case: Nomination
    judgement: Judgement


def introduced(drive: Drive, book: Book) -> Iterator[Introduced]:
    """Every role model handed in, in the plan's order of duties, laid beside the criteria of the award
    it is introduced for."""
    for duty in drive.plan.duties:
        if duty.kind != INTRODUCING:
            continue
        for done in drive.duties.values():
            for index in range(len(done.role_models) if done.duty == duty.id else 0):
                case = as_nomination(done, index, duty)
                yield Introduced(duty, done, index, case, judge(case, drive, book))
