"""The Book: all records of one repository as values, with the look-ups every later room needs.

Knows nothing of rules or verdicts.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.book.allowances import Allowance
from thidua_cli.book.disk import Files, shipped_bytes
from thidua_cli.book.receivers import Receivers
from thidua_cli.book.terms import Terms
from thidua_cli.diagnostic import Diagnostic, Route, Routes, Severity
from thidua_cli.law import Law
from thidua_cli.model.awards import Quota
from thidua_cli.model.campaign import Campaign
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.deadline import Deadline
from thidua_cli.model.dossier import Appraisal, Decision, Dossier, Stage
from thidua_cli.model.duty import SUBMITTING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.let_stand import Baseline, Distinct
from thidua_cli.model.local import LocalCampaign, Supplement
from thidua_cli.model.meeting import Delegate, Meeting, Vote
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.texts import LegalText
from thidua_cli.model.unit import Council, Member, Office, OfficeSettings, Post, Unit
from thidua_cli.source import MAX_BYTES

if TYPE_CHECKING:
    from thidua_cli.model.stock import Stock


class Held(NamedTuple):
    """A deadline that holds, its source in words, and the file and route it stands at."""

    deadline: Deadline
    source: str
    file: str
    route: Route

    @property
    def last_day(self) -> date | None:
        """The last day still in time; ``None`` where its wording sets none."""
        return self.deadline.last_day

    def covers(self, day: date) -> bool:
        """Whether a day is in time for it; for one without a last day every day is."""
        return self.last_day is None or day <= self.last_day


def _last_day(held: Held) -> date:
    return held.last_day or date.max


def _left(held: list[tuple[Quota, str]], newer: tuple[Quota, ...]) -> Iterator[tuple[Quota, str]]:
    """What is left of earlier quotas; one for all units together gives way only to another such."""
    for quota, source in held:
        over = [one.units for one in newer if one.award == quota.award]
        units = tuple(id_ for id_ in quota.units if not any(id_ in named for named in over))
        if units or (not quota.units and () not in over):
            yield quota._replace(units=units), source


class Drive(NamedTuple):
    """One campaign in one office (đợt thi đua): the plan and every record made under it."""

    id: str
    folder: str
    plan: Campaign
    plan_is_ours: bool
    criteria: tuple[Criterion, ...]
    criteria_file: str
    local: LocalCampaign | None
    terms: Terms
    receivers: Receivers
    nominations: dict[str, Nomination]
    meetings: dict[str, Meeting]
    dossiers: dict[str, Dossier]
    appraisals: dict[str, Appraisal]
    duties: dict[str, HandedIn]
    decisions: dict[str, Decision]
    dossier_of: dict[str, str]
    appraisals_of: dict[str, tuple[str, ...]]
    opinion_on: dict[str, tuple[str, int]]
    decision_on: dict[str, str | None]
    votes_on: dict[str, tuple[tuple[str, int], ...]]
    people_of: dict[str, tuple[str, ...]]

    @property
    def file(self) -> str:
        """The office's own file of the campaign."""
        return f"{self.folder}/campaign.yaml"

    @property
    def quotas(self) -> tuple[tuple[Quota, str], ...]:
        """The quotas that hold, of the plan or of the texts of its receivers, with the text each stands in: a later
        text speaks for the units it names, an earlier one for the rest of its own."""
        held = [(quota, quota.clause or "kế hoạch") for quota in self.plan.quotas]
        for _, text in self.supplements:
            if text.quotas and self.grants(text):
                source = f"{text.kind} {text.number}"
                held = [*_left(held, text.quotas), *((quota, source) for quota in text.quotas)]
        return tuple(held)

    @property
    def supplements(self) -> list[tuple[int, Supplement]]:
        """The texts that supplement the plan with their position in the file, oldest first: of two that
        speak of one thing the later one holds."""
        texts = enumerate(self.local.supplements if self.local else ())
        return sorted(texts, key=lambda one: (one[1].issued_on or date.min, one[0]))

    def cases_of(self, one: Dossier | Vote) -> list[Nomination]:
        """The nominations a dossier or a vote names, in its order, as far as they are there."""
        return [self.nominations[id_] for id_ in one.cases if id_ in self.nominations]

    def meetings_of(self, one: Dossier | Decision) -> list[Meeting]:
        """The meetings a dossier or a decision rests on, in its order, as far as they are there."""
        return [self.meetings[id_] for id_ in one.meetings if id_ in self.meetings]

    def concrete_of(self, decision: Decision) -> str | None:
        """Which award of an open set a decision gives everyone it names, where that is one and known."""
        return decision.concrete_for(*(self.nominations.get(line.nomination or "") for line in decision.cases))

    def deadline_of(self, dossier: Dossier, *, perhaps: bool = False) -> Held | None:
        """The strictest of the deadlines that hold for a dossier, or that perhaps do."""
        return min(self.deadlines_of(dossier, perhaps=perhaps), key=_last_day, default=None)

    def deadlines_of(self, dossier: Dossier, *, perhaps: bool = False) -> list[Held]:
        """The deadlines that hold for a dossier: of each of its awards that of the duty to propose,
        introduce or elect it, else the plan's; or for all of them the latest extension granted to its unit.
        ``perhaps`` takes in what somebody extended of whom we cannot say whether they receive, or could not read for
        whom or until when."""
        plans: list[Held] = []
        if self.plan.deadline is not None:
            clause = self.plan.deadline.clause or "kế hoạch"
            plans = [Held(self.plan.deadline, clause, self.plan.file, ("han_nop_ho_so",))]
        awards = {case.award: None for case in self.cases_of(dossier)}
        found: list[Held] = []
        for award in awards:
            of_award = (self.deadline_of_duty(one, dossier.unit, perhaps=perhaps) for one in self.duties_for(award))
            dated = [held for held in of_award if held is not None]
            # What comes round, as by the quarter, is in time for any of its rounds.
            found += [max(dated, key=_last_day)] if dated else plans
        found = found or plans
        for index, text in self.supplements:
            to_it = (not text.deadline_units or dossier.unit in text.deadline_units) and (perhaps or not text.doubtful)
            if text.deadline is not None and to_it and self.grants(text, perhaps=perhaps):
                source = f"{text.kind} {text.number}"
                found = [Held(text.deadline, source, self.file, ("van_ban_bo_sung", index, "han_nop_ho_so"))]
        return list(dict.fromkeys(found))

    def duties_for(self, award: str) -> list[DutyKind]:
        """The duties to propose, introduce or elect somebody for an award."""
        return [duty for duty in self.plan.duties if duty.kind in SUBMITTING and award in duty.awards]

    def grants(self, text: Supplement, duty: DutyKind | None = None, *, perhaps: bool = False) -> bool:
        """Whether a text that extends a deadline, or allots numbers, comes from whoever receives, or ``perhaps`` does: nobody
        extends their own, but an issuer that no unit at hand is called may be the receiver by another name."""
        roles = (*duty.addressees, duty.through) if duty is not None else ()
        if text.issuer is None or self.receivers.include(text.issuer, *roles):
            return True
        return perhaps and not self.receivers.know(text.issuer)

    def deadline_of_duty(self, duty: DutyKind, unit: str, *, perhaps: bool = False) -> Held | None:
        """The deadline of a duty for a unit: the plan's, or the latest extension granted to it."""
        found: Held | None = None
        if duty.deadline is not None:
            route: Route = ("viec_phai_lam", self.plan.duties.index(duty), "thoi_han")
            found = Held(duty.deadline, duty.clause or "kế hoạch", self.plan.file, route)
        for index, text in self.supplements:
            for number, one in enumerate(text.duty_deadlines):
                to_it = one.duty == duty.id and (not one.units or unit in one.units)
                to_it = to_it and (perhaps or not (one.doubtful or text.doubtful))
                if one.deadline is not None and to_it and self.grants(text, duty, perhaps=perhaps):
                    route = ("van_ban_bo_sung", index, "thoi_han_viec", number, "thoi_han")
                    first = one.deadline.since or (duty.deadline.since if duty.deadline else None)
                    held = one.deadline._replace(since=first)  # a later last day does not move the first
                    found = Held(held, f"{text.kind} {text.number}", self.file, route)
        return found

    def text_on(self, key: str, day: date | None) -> LegalText | None:
        """A cited text as it is to be cited on a day: what replaced it, once it is out of force."""
        text = self.plan.texts.get(key)
        seen = {key}
        while text and day and text.valid_to and text.valid_to < day and text.replaced_by not in (None, *seen):
            seen.add(text.replaced_by or "")
            text = self.plan.texts.get(text.replaced_by or "", text)
        for _, supplement in self.supplements:
            newer = (supplement.texts or {}).get(key)
            if newer is not None and (day is None or newer.valid_from is None or newer.valid_from <= day):
                text = newer
        return text

    def dossier_with(self, case: str) -> Dossier | None:
        """The dossier that submits a case."""
        return self.dossiers.get(self.dossier_of.get(case, ""))

    def meetings_on(self, case: str) -> list[Meeting]:
        """The meetings that voted on a case, by the names of their files."""
        return [self.meetings[id_] for id_, _ in self.votes_on.get(case, ())]

    def vote_on(self, meeting: Meeting, case: str) -> tuple[int, Vote] | None:
        """The vote of a meeting that decided a case, with its position: a council may vote on a thousand at once."""
        held = self.votes_on.get(case, ())
        here = bisect_left(held, (meeting.id,))
        if here == len(held) or held[here][0] != meeting.id:
            return None
        at = held[here][1]
        return at, meeting.votes[at]

    def appraised(self, dossier: str) -> list[Appraisal]:
        """The appraisals of a dossier, oldest first: a later one speaks again for the cases it names."""
        return [self.appraisals[id_] for id_ in self.appraisals_of.get(dossier, ())]

    def path_of(self, path: str, record_file: str) -> str:
        """A path written in a record, from the repository's top: ``evidence/…`` is the campaign's,
        anything else stands beside the record."""
        base = self.folder if path.startswith("evidence/") else record_file.rpartition("/")[0]
        return f"{base}/{path}"

    def prose_of(self, case: Nomination) -> str:
        """The file of the words we print as a case's report; empty when there is none, or the nominee's own Word file."""
        report = case.report or ""
        return self.path_of(report, case.file) if report.endswith(".md") else ""


class Book(NamedTuple):
    """A repository, read."""

    # Of ``stocks`` only the name inside is quoted: for an annotation that is all text, typing starts the compiler
    # at every run, which costs 1 ms.

    disk: Files
    office: Office | None
    units: dict[str, Unit]
    council_owner: dict[str, str]
    drives: dict[str, Drive]
    found: tuple[Diagnostic, ...]
    allowances: tuple[Allowance, ...] = ()
    baseline: Baseline | None = None
    law: Law = Law()
    distinct: tuple[Distinct, ...] = ()
    stocks: tuple["Stock", ...] = ()
    held_up_by: str = ""
    """The file that could not be read and on which other records rest; those are not looked at."""

    @property
    def settings(self) -> OfficeSettings | None:
        """The office's own settings, if it has any."""
        return self.office.settings if self.office else None

    @property
    def own(self) -> str:
        """The id of the office's own unit; nothing where thidua.yaml names none."""
        return self.office.unit if self.office else ""

    @property
    def own_unit(self) -> Unit | None:
        """The office's own unit."""
        return self.units.get(self.own)

    @property
    def standing_body(self) -> Unit | None:
        """The unit that is the council's standing body (cơ quan thường trực)."""
        return self.units.get((self.office.standing_body if self.office else None) or "")

    def stocks_for(self, drive: Drive, award: str) -> "tuple[Stock, ...]":
        """The stocks on which an award of a campaign is printed; an office may describe several."""
        return tuple(one for one in self.stocks if award in map(drive.terms.awards.find, one.awards))

    def bytes_of(self, file: str) -> bytes:
        """The bytes of a file as findings name it, a shipped one after ``thidua:``; nothing where there is none."""
        if not file.startswith("thidua:"):
            return self.disk.read(file, MAX_BYTES + 1) or b""
        return shipped_bytes(file)

    def above(self, unit: str) -> Iterator[str]:
        """A unit and every unit above it, from the nearest."""
        seen: set[str] = set()
        here: str | None = unit
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            known = self.units.get(here)
            here = known.parent if known else None

    def speakers(self, unit: str) -> set[str]:
        """Who speaks for a unit: itself, those above it and their clusters; `heirs` of theirs are asked for apart."""
        found = set(self.above(unit))
        return found | {known.cluster for id_ in found if (known := self.units.get(id_)) and known.cluster}

    def heirs(self, unit: str) -> set[str]:
        """What a unit and those above it became or were before in a reorganisation."""
        return {other for id_ in self.above(unit) for other in self.kin(id_)}

    def kin(self, unit: str) -> set[str]:
        """A unit with all it became, and all it was before, through every reorganisation."""
        found = {unit}
        for forward in (True, False):
            waiting = [unit]
            while waiting:
                here = waiting.pop()
                known = self.units.get(here)
                near = set((known.successors if forward else known.predecessors) if known else ())
                near |= {
                    one.id for one in self.units.values() if here in (one.predecessors if forward else one.successors)
                }
                waiting += near - found
                found |= near
        return found

    def unit_name(self, id_: str) -> str:
        """The unit's name, or its id when the unit is unknown."""
        unit = self.units.get(id_)
        return unit.name if unit else id_ or "đơn vị chưa ghi"

    def nominee(self, case: Nomination) -> str:
        """The nominee's name as people say it."""
        return case.full_name or case.group_name or self.unit_name(case.unit)

    def council(self, id_: str | None) -> Council | None:
        """The council of that id."""
        owner = self.units.get(self.council_owner.get(id_ or "", ""))
        return owner.council if owner else None

    def members(self, meeting: Meeting) -> tuple[Member, ...]:
        """Everyone entitled to vote at a meeting on its day, in the council's order."""
        council = self.council(meeting.council)
        if council is not None:
            return tuple(one for one in council.members if one.held_on(meeting.held_on))
        if meeting.delegates:
            return tuple(self._delegate(one, meeting.held_on) for one in meeting.delegates)
        return meeting.participants

    def _delegate(self, one: Delegate, day: date | None) -> Member:
        """Who votes for a unit in a cluster, with the leading post held there."""
        unit = self.units.get(one.unit)
        post = unit.post_of(one.full_name, day) if unit else None
        gender, position = (post[0].gender, post[0].position) if post else (None, None)
        return Member(one.full_name, gender, position, f"Đại diện {self.unit_name(one.unit)}", None, None)

    def meeting_unit(self, meeting: Meeting) -> str | None:
        """Whose meeting it is."""
        return self.council_owner.get(meeting.council or "") or meeting.unit or meeting.cluster

    def post_of(self, case: Nomination, drive: Drive) -> tuple[Post, bool] | None:
        """The leading post of a nominated person in the person's own unit, derived from units.yaml."""
        unit = self.units.get(case.unit)
        if unit is None or case.full_name is None or case.subject_kind != "cá nhân":
            return None
        return unit.post_of(case.full_name, self.proposed_on(case, drive))

    def proposed_on(self, case: Nomination, drive: Drive) -> date | None:
        """The day whose posts count for a case: that of its submission, else the last of the campaign."""
        dossier = drive.dossier_with(case.id)
        day = dossier.submitted_on if dossier else None
        return day or (drive.plan.period.last_day if drive.plan.period else None)

    def stage(self, drive: Drive, dossier: Dossier) -> Stage:
        """How far a dossier has come, read off its records (never typed)."""
        if dossier.cases and all(case in drive.decision_on for case in dossier.cases):
            return Stage.DECIDED
        own = drive.meetings_of(dossier)
        higher = {one.id for case in dossier.cases for one in drive.meetings_on(case)} - set(dossier.meetings)
        if higher and dossier.received_on:
            return Stage.CONSIDERED
        if dossier.id in drive.appraisals_of:
            return Stage.APPRAISED
        if dossier.received_on:
            return Stage.RECEIVED
        if dossier.sent_on or dossier.signed_and_issued or dossier.number:
            return Stage.SUBMITTED
        return Stage.MET if own and all(one.votes for one in own) else Stage.PREPARING


def damaged_routes(found: tuple[Diagnostic, ...]) -> dict[str, Routes]:
    """Where reading failed, by file: a rule that trips over the same datum stays silent there."""
    damaged: dict[str, Routes] = {}
    for one in found:
        if one.severity is Severity.ERROR:
            damaged.setdefault(one.file, Routes()).add(one.route)
    return damaged


def lookups(
    *,
    nominations: dict[str, Nomination],
    meetings: dict[str, Meeting],
    dossiers: dict[str, Dossier],
    appraisals: dict[str, Appraisal],
    decisions: dict[str, Decision],
    **_: Any,
) -> dict[str, dict[str, Any]]:
    """The look-ups across a campaign's records: which dossier, opinion, votes, decisions a case has, and
    which people of a unit are proposed."""
    votes: dict[str, tuple[tuple[str, int], ...]] = {}
    for meeting in sorted(meetings.values(), key=lambda one: one.id):  # so that one of many is found at once
        for at, vote in enumerate(meeting.votes):
            # Cases that were always voted on together share one value: a council may vote on a thousand at once.
            together: dict[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]] = {}
            for case in vote.cases:
                before = votes.get(case, ())
                if not before or before[-1][0] != meeting.id:
                    votes[case] = together.setdefault(before, (*before, (meeting.id, at)))
    # In the order of their days, so that the last is the latest; one that no longer stands says only that some did.
    decided: dict[str, str | None] = {}
    for decision in sorted(decisions.values(), key=lambda one: (one.issued_on or date.min, one.id)):
        for case in {line.nomination for line in decision.cases if line.nomination}:
            decided[case] = decision.id if decision.stands_for(case) else decided.get(case)
    dossier_of = {
        case: dossier.id for dossier in reversed(dossiers.values()) if not dossier.withdrawn for case in dossier.cases
    }
    # In the order of their days: of two opinions on one case the later one holds.
    appraised: dict[str, tuple[str, ...]] = {}
    opinions: dict[str, tuple[str, int]] = {}
    for appraisal in sorted(appraisals.values(), key=lambda one: (one.appraised_on or date.min, one.id)):
        appraised[appraisal.dossier] = (*appraised.get(appraisal.dossier, ()), appraisal.id)
        for at, opinion in enumerate(appraisal.opinions):
            if dossier_of.get(opinion.case) == appraisal.dossier:
                opinions[opinion.case] = appraisal.id, at
    people: dict[str, list[str]] = {}
    for nominee in nominations.values():
        if nominee.subject_kind == "cá nhân":
            people.setdefault(nominee.unit, []).append(nominee.id)
    return {
        "people_of": {unit: tuple(ids) for unit, ids in people.items()},
        "dossier_of": dossier_of,
        "appraisals_of": appraised,
        "opinion_on": opinions,
        "votes_on": votes,
        "decision_on": decided,
    }
