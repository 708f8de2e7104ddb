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
from thidua_cli.source import Quantity
from thidua_cli.viet.numbers import format_percent

NO_FIGURE, MET, ABOVE, BELOW = "chưa có số liệu", "đạt", "vượt", "chưa đạt"


class Rating(NamedTuple):
    """What the figures of a target say: a word, the share reached where there is one, the level it was
    compared with, and what is lacking where the word is *chưa có số liệu*."""

    word: str
    share: Fraction | None = None
    level: Fraction | None = None
    lacking: str = ""


def rate(target: Target | None, result: TargetResult) -> Rating | None:
    """A target's result in the report's words; ``None`` when the plan sets no level to compare with.

    A target the unit set itself (``target`` is ``None``) is compared with what was registered. It feeds
    the report and blocks no nomination (plans.md X4.25). An estimate is no result.
    """
    level = target.level if target is not None else result.assigned
    if level is None:
        return None if target is not None else Rating(NO_FIGURE, lacking="chưa ghi số đăng ký")
    share = share_of(result)
    lacking = _lacking(result, level)
    if lacking:
        return Rating(NO_FIGURE, share, level.value, lacking)
    if level.is_share:
        assert share is not None
        return Rating(compared(target, share, level.value), share, level.value)
    # The plan's number may be the whole office's; a unit is measured on what it was given itself.
    assert result.assigned is not None
    assert result.done is not None
    return Rating(compared(target, result.done.value, result.assigned.value), share, result.assigned.value)


def _lacking(result: TargetResult, level: Quantity) -> str:
    """What is missing before a result may be compared, or ``""``."""
    if result.done is None and (result.share is None or not level.is_share):
        return "mới có ước thực hiện" if result.estimate is not None else "chưa ghi số thực hiện"
    if result.as_of is None:
        return "số liệu chưa ghi ngày chốt"
    if level.is_share:
        return "" if share_of(result) is not None else "chưa ghi số được giao, nên không tính được tỷ lệ"
    if result.assigned is None:
        return "chưa ghi số được giao"
    if result.done is None or result.done.is_share or result.assigned.is_share:
        return "cần số giao và số thực hiện, không phải tỷ lệ"
    return ""


def share_of(result: TargetResult) -> Fraction | None:
    """The share reached: worked out from both amounts, else as reported; ``None`` without either."""
    if result.done is not None and result.done.is_share:
        return result.done.value
    if result.done is not None and result.assigned is not None and not result.assigned.is_share:
        return result.done.value / result.assigned.value if result.assigned.value else None
    return result.share.value if result.share is not None and result.done is None else None


def compared(target: Target | None, value: Fraction, level: Fraction) -> str:
    """A figure against its level, in the plan's own direction; without a target, at least so much."""
    if target is not None and target.at_most is not None:
        return ABOVE if value < level else MET if value == level else BELOW
    if target is not None and target.exactly is not None:
        return MET if value == level else BELOW
    if target is not None and target.more_than is not None:
        return MET if value > level else BELOW
    return ABOVE if value > level else MET if value == level else BELOW


def agrees(rating: Rating, said: str) -> bool:
    """Whether a typed assessment agrees: one who has exceeded has also met."""
    return said == rating.word or (said == MET and rating.word == ABOVE)


def typed_share(target: Target | None, result: TargetResult) -> tuple[str, str] | None:
    """A typed percentage beside the one its amounts give, both as printed; ``None`` where they agree or
    there is nothing to compare.

    Rounded half up to the decimals typed, but never across the target's level or 100 %: 94,995 % may
    not be typed as 95,00 % (``viet.numbers.format_percent``).
    """
    typed, done = result.share, result.done
    if typed is None or done is None:
        return None
    exact = share_of(result)
    if exact is None:
        return None
    level = target.level if target is not None else None
    line = level.value if level is not None and level.is_share else None
    said = format_percent(typed.value, typed.places)
    if said == format_percent(exact, typed.places, threshold=line) or (done.is_share and done.value == typed.value):
        return None
    return said, format_percent(exact, max(typed.places, 2), threshold=line)


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
                yield Introduced(duty, done, index, case, judge(case, drive, book, came_on=done.day))
