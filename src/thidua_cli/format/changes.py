"""What a branch means: two readings of one repository laid side by side, campaign by campaign.

Says cases, awards, figures, answers, dossiers, deadlines, quotas and which other records came, went or
changed, never lines. Knows nothing of git.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.format.pairing import pair
from thidua_cli.judge import Answer, Judgement
from thidua_cli.model.dossier import APPRAISAL, DECISION, Dossier
from thidua_cli.model.handed import HANDED_IN
from thidua_cli.model.meeting import MEETING, Meeting
from thidua_cli.model.nomination import NOMINATION, Nomination
from thidua_cli.model.unit import UNIT, Unit
from thidua_cli.rules import Inspection
from thidua_cli.rules.codes_people import VUOT_SO_LUONG
from thidua_cli.rules.look import Look
from thidua_cli.source import Record
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import capital

T = TypeVar("T")


class Case(NamedTuple):
    """A case that came or went: its name, its proposing unit, its award and how the criteria answer it."""

    id: str
    label: str
    unit: str
    award: str
    verdict: str


class Turn(NamedTuple):
    """Something that was one thing and is another; either side may be empty."""

    what: str
    old: str
    new: str


class Changed(NamedTuple):
    """A case that stands in both readings and is no longer the same."""

    case: Case
    was_file: str
    award: Turn | None
    figures: tuple[Turn, ...]
    answers: tuple[Turn, ...]
    details: tuple[Turn, ...]
    others: tuple[str, ...]


class DossierChange(NamedTuple):
    """A dossier that is new, gone or changed, and how its deadline stands."""

    id: str
    unit: str
    turns: tuple[Turn, ...]
    deadline: str


class Other(NamedTuple):
    """Any other record that is new, gone or changed: a meeting, an appraisal, a decision, a duty done, a unit.

    ``state`` is what is said of one that is new or gone; a changed one has its ``turns``, and the names
    of what is too long to show.
    """

    name: str
    sign: str
    state: str
    turns: tuple[Turn, ...] = ()
    others: tuple[str, ...] = ()


class Campaign(NamedTuple):
    """What changed in one campaign."""

    name: str
    new: tuple[Case, ...]
    gone: tuple[Case, ...]
    changed: tuple[Changed, ...]
    dossiers: tuple[DossierChange, ...]
    others: tuple[Other, ...]
    over_quota: tuple[str, ...]
    within_quota: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether there is anything to say."""
        return any(self[1:])


class Changes(NamedTuple):
    """What changed in a repository: campaigns, units, and how many lỗi came and went."""

    base: str
    campaigns: tuple[Campaign, ...]
    units: tuple[Other, ...]
    new_errors: int
    settled_errors: int


def compare(old: Inspection, new: Inspection, base: str, today: date, renamed: Mapping[str, str]) -> Changes:
    """The changes from one reading to the other; ``renamed`` maps a file's path to the one it had before."""
    before = {look.drive.id: look for look in old.looks}
    after = {look.drive.id: look for look in new.looks}
    campaigns = tuple(
        found
        for id_ in (*after, *(id_ for id_ in before if id_ not in after))
        if (found := _campaign(before.get(id_), after.get(id_), old, new, today, renamed)).anything
    )
    units = tuple(_kept(UNIT, _units(old), _units(new), lambda unit: unit.name, lambda unit: unit.kind or ""))
    were, are = _errors(old), _errors(new)
    return Changes(base, campaigns, units, len(are - were), len(were - are))


def _units(inspection: Inspection) -> dict[str, Unit]:
    return inspection.looks[0].book.units if inspection.looks else {}


def _errors(inspection: Inspection) -> set[tuple[str, str, str, str]]:
    return {one.key for one in inspection.found if one.severity is Severity.ERROR and not one.due and not one.allowed}


def _campaign(
    old: Look | None, new: Look | None, was: Inspection, now: Inspection, today: date, renamed: Mapping[str, str]
) -> Campaign:
    look = new or old
    assert look is not None
    before = dict(old.drive.nominations) if old else {}
    after = dict(new.drive.nominations) if new else {}
    pairs = pair(before, after, renamed)
    kept = {id_ for id_, _ in pairs.values()}
    return Campaign(
        look.drive.plan.name,
        tuple(_case(new, one) for id_, one in after.items() if id_ not in pairs and new),
        tuple(_case(old, one) for id_, one in before.items() if id_ not in kept and old),
        tuple(
            found for id_, (_, one) in pairs.items() if old and new and (found := _changed(old, new, one, after[id_]))
        ),
        tuple(_dossiers(old, new, today)),
        tuple(_others(old, new)),
        _quotas(now, was, look),
        _quotas(was, now, look),
    )


def _case(look: Look | None, one: Nomination) -> Case:
    assert look is not None
    return Case(
        one.id,
        look.label(one),
        look.book.unit_name(one.proposer),
        _award(look, one),
        look.judgements[one.id].verdict.label,
    )


def _award(look: Look, one: Nomination) -> str:
    return look.award(one) or "chưa ghi"


def _changed(old: Look, new: Look, was: Nomination, now: Nomination) -> Changed | None:
    awards = _award(old, was), _award(new, now)
    found = Changed(
        _case(new, now),
        was.file if was.file != now.file else "",
        Turn("hình thức đề nghị", *awards) if awards[0] != awards[1] else None,
        tuple(_turns(_figures(old, was), _figures(new, now))),
        tuple(_answers(old.judgements[was.id], new.judgements[now.id])),
        *_case_details(was, now),
    )
    return found if any(found[1:]) else None


def _turns(was: dict[str, str], now: dict[str, str]) -> Iterator[Turn]:
    for what in (*now, *(one for one in was if one not in now)):
        if was.get(what, "") != now.get(what, ""):
            yield Turn(what, was.get(what, ""), now.get(what, ""))


def _figures(look: Look, one: Nomination) -> dict[str, str]:
    """The figures as typed, by the name the plan's dictionary gives them."""
    names = look.drive.terms.figures
    typed = one.figures.values if one.figures else {}
    return {names.names.get(names.find(key) or "", key): text for key, text in typed.items()}


def _answers(was: Judgement, now: Judgement) -> Iterator[Turn]:
    """The answers that changed: the whole case's, and the innermost that make it so."""
    turns = {turn.what: turn for turn in _turns(_told(was), _told(now))}
    if was.verdict is not now.verdict:
        yield Turn("kết quả đối chiếu chung", was.verdict.label, now.verdict.label)
    outer = {_line(one) for one in now.named() if any(_line(below) in turns for below in _below(one))}
    yield from (turn for what, turn in turns.items() if what not in outer)


def _told(judgement: Judgement) -> dict[str, str]:
    return {_line(answer): answer.verdict.label for answer in judgement.named()}


def _line(answer: Answer) -> str:
    return f"{answer.criterion.id} {answer.criterion.name}"


def _below(answer: Answer) -> Iterator[Answer]:
    for child in answer.children:
        if child.criterion.id:
            yield child
        yield from _below(child)


_SHORT = 60
"""A value no longer than this is shown before and after; of a longer one only its name."""


def _case_details(was: Nomination, now: Nomination) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """What else of a case changed, besides its award and its figures."""
    turns, names = _details(NOMINATION, was, now, ("award", "figures"))
    sources = [one.figures and one.figures._replace(values={}, amounts={}) for one in (was, now)]
    moved = all(sources) and sources[0] != sources[1]
    return turns, (*names, *(["so_lieu (nguồn, ngày chốt)"] if moved else []))


def _details(record: Record, was: Any, now: Any, told: Sequence[str] = ()) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """What of a record changed: short values before and after, and the names of the rest; what is ``told``
    elsewhere is left out."""
    turns, names = [], []
    for field in record.fields:
        old, new = getattr(was, field.attr), getattr(now, field.attr)
        if field.attr in told or old == new:
            continue
        before, after = _shown(old), _shown(new)
        if before is not None and after is not None:
            turns.append(Turn(field.key, before, after))
        else:
            names.append(field.key)
    return tuple(turns), tuple(names)


def _shown(value: object) -> str | None:
    """A short value as people write it; ``None`` for what is too long or too deep to show."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return format_short(value)
    return str(value) if isinstance(value, int) or (isinstance(value, str) and len(value) <= _SHORT) else None


def _dossiers(old: Look | None, new: Look | None, today: date) -> Iterator[DossierChange]:
    before = old.drive.dossiers if old else {}
    after = new.drive.dossiers if new else {}
    for id_ in (*after, *(one for one in before if one not in after)):
        was = _dossier(old, before.get(id_))
        now = _dossier(new, after.get(id_))
        turns = tuple(_turns(was, now))
        if turns:
            look, one = (new, after[id_]) if id_ in after else (old, before[id_])
            assert look is not None
            yield DossierChange(id_, look.book.unit_name(one.unit), turns, _standing(look, one, today))


def _dossier(look: Look | None, one: Dossier | None) -> dict[str, str]:
    """A dossier in the words its readers compare; nothing at all for one that is not there."""
    if look is None or one is None:
        return {}
    days: dict[str, Any] = {
        "ngày Tờ trình": one.issued_on,
        "ngày gửi": one.sent_on,
        "ngày nhận": one.received_on,
    }
    held = look.drive.deadline_of(one)
    last = held.last_day if held else None
    told = {
        "giai đoạn": "đã rút" if one.withdrawn else look.stages[one.id].label,
        "số trường hợp": str(len(one.cases)),
        "số Tờ trình": one.number or "",
        **{what: format_short(day) if day else "" for what, day in days.items()},
        "hạn cuối": format_short(last) if last else "",
    }
    return {what: value for what, value in told.items() if value}


def _standing(look: Look, one: Dossier, today: date) -> str:
    held = look.drive.deadline_of(one)
    last = held.last_day if held else None
    if last is None:
        return "kế hoạch không quy định hạn"
    came = one.day
    if came is not None:
        late = (came - last).days
        return f"hạn cuối {format_short(last)}, " + (f"trễ {late} ngày" if late > 0 else "đúng hạn")
    left = (last - today).days
    return f"hạn cuối {format_short(last)}, " + (f"còn {left} ngày" if left >= 0 else f"đã qua {-left} ngày")


def _others(old: Look | None, new: Look | None) -> Iterator[Other]:
    """The meetings, appraisals, decisions and duties of a campaign that came, went or changed."""
    look = new or old
    assert look is not None
    was, now = (one.drive if one else None for one in (old, new))
    book, duties = look.book, {duty.id: duty.name for duty in look.drive.plan.duties}

    def meeting(one: Meeting) -> str:
        day = f" ngày {format_short(one.held_on)}" if one.held_on else ""
        return f"Cuộc họp{day}, {book.unit_name(book.meeting_unit(one) or '')}"

    def considered(one: Meeting) -> str:
        return f"{sum(len(vote.cases) for vote in one.votes)} trường hợp"

    yield from _kept(MEETING, was and was.meetings, now and now.meetings, meeting, considered)
    yield from _kept(
        APPRAISAL,
        was and was.appraisals,
        now and now.appraisals,
        lambda one: f"Thẩm định hồ sơ {one.dossier}",
        lambda one: f"ngày {format_short(one.appraised_on)}" if one.appraised_on else "",
    )
    yield from _kept(
        DECISION,
        was and was.decisions,
        now and now.decisions,
        lambda one: f"Quyết định {one.number or one.id}",
        lambda one: f"{len(one.cases)} trường hợp",
    )
    yield from _kept(
        HANDED_IN,
        was and was.duties,
        now and now.duties,
        lambda one: f"{capital(duties.get(one.duty, one.duty))} ({book.unit_name(one.unit)})",
        lambda one: f"ngày {format_short(one.day)}" if one.day else "",
    )


def _kept(
    record: Record,
    was: Mapping[str, T] | None,
    now: Mapping[str, T] | None,
    name: Callable[[T], str],
    brief: Callable[[T], str],
) -> Iterator[Other]:
    """One kind of record in both readings; ``brief`` says in a word or two what a new one holds."""
    before, after = was or {}, now or {}
    for id_, one in after.items():
        if id_ not in before:
            yield Other(name(one), "+", ", ".join(part for part in ("bản ghi mới", brief(one)) if part))
            continue
        turns, names = _details(record, before[id_], one)
        if turns or names:
            yield Other(name(one), "±", "", turns, names)
    yield from (Other(name(one), "−", "không còn bản ghi") for id_, one in before.items() if id_ not in after)


def _quotas(here: Inspection, there: Inspection, look: Look) -> tuple[str, ...]:
    """The quotas exceeded in one reading and not in the other."""
    other = {one.key for one in _exceeded(there, look)}
    units = {one.file: look.book.unit_name(one.unit) for one in look.drive.dossiers.values()}
    found = (one for one in _exceeded(here, look) if one.key not in other)
    return tuple(dict.fromkeys(f"{units.get(one.file, '')} {one.message}".strip() for one in found))


def _exceeded(inspection: Inspection, look: Look) -> list[Diagnostic]:
    folder = look.drive.folder + "/"
    return [one for one in inspection.found if one.code == VUOT_SO_LUONG and one.file.startswith(folder)]
