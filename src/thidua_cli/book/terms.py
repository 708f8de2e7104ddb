"""A plan's data dictionary as look-ups: what a clerk may write, by id or by name, and the id it means."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, TypeVar

from thidua_cli.book.codes import TU_LA
from thidua_cli.diagnostic import Route
from thidua_cli.model.campaign import Campaign
from thidua_cli.model.citing import Term
from thidua_cli.model.criteria import CRITERIA, Criterion
from thidua_cli.model.dossier import Appraisal, Decision
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Attestation, Figures, Nomination, Paper, Solution, Work
from thidua_cli.model.subjects import Entry
from thidua_cli.source import Kind, Reading, mapped
from thidua_cli.source.codes import KHOA_LAP
from thidua_cli.source.kinds import report_number
from thidua_cli.viet.numbers import NumberFault, parse_amount, parse_decimal, parse_ratio
from thidua_cli.viet.text import fold, suggest

_DONG = fold("đồng")
_SHARES = {fold("%"), fold("phần trăm")}


class Lookup:
    """From a folded id or name to the id, for one kind of term; ``at`` is where a plan declares it."""

    def __init__(self, what: str, at: str, pairs: Iterable[tuple[str, str]]) -> None:
        self.what = what
        self.at = at
        self.names: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        for id_, name in pairs:
            self.names.setdefault(id_, name)
            self._ids.setdefault(fold(id_), id_)
            self._ids.setdefault(fold(name), id_)

    def find(self, text: str) -> str | None:
        """The id meant, or ``None``."""
        return self._ids.get(fold(text))

    def name(self, id_: str) -> str:
        """The term as people say it; an unknown id as typed."""
        return self.names.get(id_, id_)

    def near(self, text: str) -> str | None:
        """The name that was probably meant."""
        return suggest(text, [*self.names.values(), *self.names])

    def resolve(self, text: str, reading: Reading, route: Route, *, on_key: bool = False, in_plan: bool = False) -> str:
        """The id meant; an unknown term is reported once and kept as typed. Whoever writes the plan itself
        (``in_plan``) may declare it."""
        id_ = self.find(text)
        if id_ is not None:
            return id_
        near = self.near(text)
        known = f"kế hoạch có: {'; '.join(self.names.values())}" if self.names else f"kế hoạch không có {self.what} nào"
        new = f"; {self.what} mới thì khai ở {self.at} của campaign.yaml" if in_plan else ""
        remedy = f"có phải “{near}”?" if near else known + new
        reading.report(
            TU_LA, f"{self.what} “{text}” không có trong kế hoạch", route=route, remedy=remedy, on_key=on_key
        )
        return text


class Terms(NamedTuple):
    """The look-ups of one plan."""

    facts: Lookup
    figures: Lookup
    attestations: Lookup
    papers: Lookup
    awards: Lookup
    units_of_figures: dict[str, str | None]

    def unit_of(self, figures: Figures, id_: str) -> str:
        """The unit a figure is stated in: the record's own, else the plan's; empty where neither says one. What the
        plan counts in percent stays so, whatever the record's other figures are counted in."""
        planned = self.units_of_figures.get(id_) or ""
        return planned if is_percent(planned) else figures.unit_of_measure or planned

    def in_percent(self, figures: Figures, id_: str) -> bool:
        """Whether a figure is a share: its unit says so, or the sign it was typed with."""
        if is_percent(self.unit_of(figures, id_)):
            return True
        return any("%" in text and self.figures.find(key) == id_ for key, text in figures.values.items())

    def in_dong(self, figures: Figures, id_: str) -> bool:
        """Whether a figure is an amount of money, counted in đồng."""
        return fold(self.unit_of(figures, id_)) == _DONG


def is_percent(unit: str) -> bool:
    """Whether a unit of measure is the hundredth part."""
    return bool(unit) and fold(unit) in _SHARES


def terms_of(plan: Campaign) -> Terms:
    """The look-ups of a plan; a plan whose dictionary could not be read has empty ones."""
    words = plan.dictionary

    def entries(group: dict[str, Entry] | None) -> list[tuple[str, str]]:
        return [(id_, entry.name) for id_, entry in (group or {}).items()]

    listed = [(paper.kind, paper.kind) for procedure in plan.procedures for paper in procedure.papers]
    awards = [pair for award in plan.awards for pair in ((award.id, award.short_name), (award.id, award.name))]
    return Terms(
        Lookup("sự thật", "du_lieu.su_that", entries(words and words.facts)),
        Lookup("số liệu", "du_lieu.so_lieu", entries(words and words.figures)),
        Lookup("điểm xác nhận", "du_lieu.xac_nhan", entries(words and words.attestations)),
        Lookup("loại tài liệu", "du_lieu.tai_lieu", [*entries(words and words.papers), *listed]),
        Lookup("hình thức", "hinh_thuc", awards),
        {id_: entry.unit_of_measure for id_, entry in (words.figures if words else {}).items()},
    )


def resolve_nomination(case: Nomination, terms: Terms, reading: Reading) -> Nomination:
    """The nomination with every term of the plan as its id, and every figure as an exact number."""
    solutions = case.solutions and _with_papers(case.solutions, terms, reading, "giai_phap")
    works = case.works and _with_papers(case.works, terms, reading, "cong_trinh")
    attestations = case.attestations and _attestations(case.attestations, terms, reading)
    return case._replace(
        award=case.award and terms.awards.resolve(case.award, reading, ("hinh_thuc_de_nghi",)),
        figures=case.figures and _figures(case.figures, terms, reading),
        solutions=solutions,
        works=works,
        attestations=attestations,
        papers=case.papers and _papers(case.papers, terms, reading),
        exclusions=case.exclusions and _by_id(case.exclusions, terms.attestations, reading, "dieu_kien_loai_tru"),
        facts=case.facts and _by_id(case.facts, terms.facts, reading, "su_that"),
    )


def resolve_meeting(meeting: Meeting, terms: Terms, reading: Reading) -> Meeting:
    """The meeting with its awards as ids, and its attested points where the plan knows them."""
    return meeting._replace(
        votes=tuple(
            vote._replace(award=terms.awards.resolve(vote.award, reading, ("bieu_quyet", i, "hinh_thuc_ket_luan")))
            if vote.award
            else vote
            for i, vote in enumerate(meeting.votes)
        ),
        general_attestations=tuple(terms.attestations.find(point) or point for point in meeting.general_attestations),
    )


def resolve_appraisal(appraisal: Appraisal, terms: Terms, reading: Reading) -> Appraisal:
    """The appraisal with the awards it proposes as ids."""
    return appraisal._replace(
        opinions=tuple(
            one._replace(
                award=terms.awards.resolve(one.award, reading, ("ket_qua_tham_dinh", i, "hinh_thuc_kien_nghi"))
            )
            if one.award
            else one
            for i, one in enumerate(appraisal.opinions)
        )
    )


def resolve_decision(decision: Decision, terms: Terms) -> Decision:
    """The decision with its award as an id where the plan knows it."""
    return decision._replace(award=terms.awards.find(decision.award or "") or decision.award)


def resolve_handed_in(done: HandedIn, terms: Terms, reading: Reading) -> HandedIn:
    """What was handed in, with the attested points of its role models as ids."""

    models = tuple(
        model._replace(attestations=_attestations(model.attestations, terms, reading, "guong", i))
        for i, model in enumerate(done.role_models)
    )
    return done._replace(role_models=models)


def _by_id(group: dict[str, bool], lookup: Lookup, reading: Reading, where: str) -> dict[str, bool]:
    """The group by id; a term stated twice, by its id and by its name, is one repeated key."""
    values: dict[str, bool] = {}
    for key, value in group.items():
        id_ = lookup.resolve(key, reading, (where, key), on_key=True)
        if id_ in values:
            _repeated(key, reading, where)
        values.setdefault(id_, value)
    return values


def _repeated(key: str, reading: Reading, where: str) -> None:
    reading.report(
        KHOA_LAP,
        f"“{key}” đã ghi ở dòng trên, bằng mã hoặc bằng tên",
        route=(where, key),
        on_key=True,
        remedy="giữ một dòng, bỏ dòng kia",
    )


def _attestations(
    given: tuple[Attestation, ...], terms: Terms, reading: Reading, *route: str | int
) -> tuple[Attestation, ...]:
    return tuple(
        one._replace(point=terms.attestations.resolve(one.point, reading, (*route, "xac_nhan", i, "noi_dung")))
        if one.point
        else one
        for i, one in enumerate(given)
    )


Proven = TypeVar("Proven", Solution, Work)


def _with_papers(proven: tuple[Proven, ...], terms: Terms, reading: Reading, key: str) -> tuple[Proven, ...]:
    found = []
    for index, one in enumerate(proven):
        papers = _papers(one.papers, terms, reading, key, index)
        found.append(one if papers == one.papers else one._replace(papers=papers))
    return tuple(found)


def _papers(papers: tuple[Paper, ...], terms: Terms, reading: Reading, *route: str | int) -> tuple[Paper, ...]:
    """Papers by id where the plan knows the kind; a kind of its own is free, a near miss is not."""
    resolved = []
    for index, paper in enumerate(papers):
        id_ = terms.papers.find(paper.kind) if paper.kind else None
        if id_ is None and paper.kind and terms.papers.near(paper.kind):
            terms.papers.resolve(paper.kind, reading, (*route, "tai_lieu", index, "loai_tai_lieu"))
        resolved.append(paper if id_ is None or id_ == paper.kind else paper._replace(kind=id_))
    return tuple(resolved)


def _figures(figures: Figures, terms: Terms, reading: Reading) -> Figures:
    """Each figure as an exact number in its unit; what cannot be read is left out and reported."""
    amounts: dict[str, int | Fraction] = {}
    for key, text in figures.values.items():
        route = ("so_lieu", key)
        id_ = terms.figures.resolve(key, reading, route, on_key=True)
        number: int | Fraction | NumberFault
        if terms.in_dong(figures, id_):
            number = parse_amount(text)
        elif "%" in text or is_percent(terms.unit_of(figures, id_)):
            number = parse_ratio(text, percent_field=True)
        else:
            number = parse_decimal(text)
        if isinstance(number, NumberFault):
            report_number(number, text, reading, route)
        elif id_ in amounts:
            _repeated(key, reading, "so_lieu")
        else:
            amounts[id_] = number
    return figures._replace(amounts=amounts)


def resolve_criteria(groups: tuple[Criterion, ...], terms: Terms, reading: Reading) -> tuple[Criterion, ...]:
    """The criteria of a plan with its terms as ids, each where it stands and under a clause."""
    return tuple(one.placed((i,)) for i, one in enumerate(resolve_plan(CRITERIA, groups, (), terms, reading)))


Planned = TypeVar("Planned")


def resolve_plan(kind: Kind, value: Planned, route: Route, terms: Terms, reading: Reading) -> Planned:
    """A part of the plan with every term in it as its id; unknown ones are reported where they stand."""

    def known(term: Term, text: str, at: Route) -> str:
        lookup: Lookup = getattr(terms, term.among)
        return lookup.resolve(text, reading, at, in_plan=True)

    resolved: Planned = mapped(kind, value, route, Term, known)
    return resolved
