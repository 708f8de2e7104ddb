"""For which records each kind of paper is made (``lap_cho`` of its template), and how to make it for one of them.

One table for whoever prints and for whoever reads a printed paper back, so that the two cannot disagree.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from thidua_cli.book import Drive
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.review import Review, reports
from thidua_cli.model.deadline import Period
from thidua_cli.model.dossier import Decision, Dossier
from thidua_cli.model.duty import DUTY_KINDS, FINAL, HALFWAY, SCORING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.folder import TEMPLATES, entries_of, printed_as, report_template
from thidua_cli.render.press import Press, Sheet
from thidua_cli.render.values import Desk, contents_values, goes_up, holders_of, owed, slip_values, units_in
from thidua_cli.viet.dates import format_short

BALLOTS: Final = frozenset(("bien-ban-kiem-phieu", "phieu-bieu-quyet"))
"""The papers of a ballot: a meeting that raised hands has none."""
Findings = Callable[[Dossier], list[Diagnostic]]
"""What was found in the records behind a dossier; its slip lists them."""


class Asked(NamedTuple):
    """What whoever prints asked for: a day, a unit, a span of days."""

    today: date
    unit: str | None = None
    span: Period | None = None


class Order(NamedTuple):
    """A paper that can be made: its record's id, the files that ask for it, and the unit it belongs to
    ("" for a paper of no single unit). Errors in ``behind`` forbid it; without, those in the first file."""

    record: str
    files: tuple[str, ...]
    unit: str
    behind: tuple[str, ...] = ()


class Kind(NamedTuple):
    """How papers of one ``lap_cho`` come about.

    ``orders`` lists them for a template as asked; when nobody asks, those that do not depend on a day.
    ``sheet`` makes one by its record's id, ``None`` when there is no such record.
    ``nothing`` says why there is none to make; ``left_out`` names the records a paper is not made for, and why.
    """

    orders: Callable[[Press, str, Asked | None], Iterator[Order]]
    sheet: Callable[[Press, str, str, Findings], Sheet | None]
    nothing: Callable[[Asked], str]
    left_out: Callable[[Press, str], Iterator[tuple[Order, str]]] = lambda _press, _name: iter(())


def _order_of(press: Press, one: Dossier) -> Order:
    files = (one.file, *(case.file for case in press.desk.drive.cases_of(one)))
    return Order(one.id, files, one.unit, _behind(press, one))


def _behind(press: Press, one: Dossier | Meeting | Decision) -> tuple[str, ...]:
    return (one.file, *press.desk.unread(one))


def _dossiers(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    for one in press.desk.drive.dossiers.values():
        if not _not_for(press, name, one):
            yield _order_of(press, one)


def _not_for(press: Press, name: str, dossier: Dossier) -> str:
    """Why a paper, or the folder of all of them (""), is not made for a dossier. Without a case there is nothing
    to propose, and only a draft, or a slip, which says so, is printed."""
    template = press.template(name) if name else None
    slip = template is not None and "phieu" in template.front.roots
    empty = not press.desk.drive.cases_of(dossier) and not press.desk.unread(dossier)
    if empty and not slip and not press.draft:
        return "hồ sơ chưa có trường hợp nào"
    kind = _instead(press, name, dossier)
    return f"hồ sơ lập bằng {kind}" if kind else ""


def _instead(press: Press, name: str, dossier: Dossier) -> str:
    """The paper a dossier is sent by where that is another one: the plan's list asks for a Tờ trình or for a
    công văn, each with its annexes. Where it lists neither, either may be printed."""
    procedure = press.desk.papers_for(dossier)
    listed = [one.kind for one in procedure.papers if one.per == "hồ sơ" and one.kind in TEMPLATES]
    if not procedure.id and _praised(press.desk, dossier):
        listed.append("công văn")
    of_kind = {kind: press.template(TEMPLATES[kind]) for kind in ("tờ trình", "công văn")}
    names = {kind: (TEMPLATES[kind], *(paper.front.annexes if paper else ())) for kind, paper in of_kind.items()}
    if not listed or all(name not in own for own in names.values()):
        return ""
    return "" if any(name in names.get(kind, ()) for kind in listed) else " và ".join(listed)


def _praised(desk: Desk, dossier: Dossier) -> bool:
    """Whether a dossier asks for letters of praise alone, which custom asks for by công văn."""
    asked = {award.kind if (award := desk.award(case.award)) else None for case in desk.drive.cases_of(dossier)}
    return asked == {"biểu dương"}


def _left_out(press: Press, name: str) -> Iterator[tuple[Order, str]]:
    for one in press.desk.drive.dossiers.values():
        if why := _not_for(press, name, one):
            yield _order_of(press, one), why


def _of_dossier(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    desk, template = press.desk, press.template(name)
    dossier = desk.drive.dossiers.get(record)
    if dossier is None or template is None:
        return None
    roots = template.front.roots
    more = {}
    if "phieu" in roots:
        more["phieu"] = slip_values(desk, dossier, findings(dossier))
    if "muc_luc" in roots:
        more["muc_luc"] = contents_values(desk, dossier, entries_of(desk, press, dossier))
    return press.sheet_of_dossier(name, dossier, **more)


def _of_meetings(*, cluster: bool, nothing: str) -> Kind:
    """Papers of a council's meetings, or of a cluster's."""

    def wanted(press: Press, name: str, *, ballots: bool) -> Iterator[Order]:
        for one in press.desk.drive.meetings.values():
            if bool(one.cluster) is cluster and (name not in BALLOTS or one.by_ballot) is ballots:
                yield Order(one.id, (one.file,), "", _behind(press, one))

    def orders(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
        return wanted(press, name, ballots=True)

    def left_out(press: Press, name: str) -> Iterator[tuple[Order, str]]:
        return ((order, "họp giơ tay, không bỏ phiếu") for order in wanted(press, name, ballots=False))

    def sheet(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
        meeting = press.desk.drive.meetings.get(record)
        return press.sheet_of_meeting(name, meeting) if meeting and bool(meeting.cluster) is cluster else None

    return Kind(orders, sheet, lambda _: nothing, left_out)


def _cases(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    for one in press.desk.drive.nominations.values():
        if printed_as(name, one) and not _own_report(name, one):
            yield Order(one.id, (one.file,), one.proposer)


def _own_report(name: str, case: Nomination) -> bool:
    """Whether a form of report has nothing to print for a case: the nominee wrote a file of their own."""
    return name == report_template(case) and case.report is not None and not case.report.endswith(".md")


def _reported_otherwise(press: Press, name: str) -> Iterator[tuple[Order, str]]:
    for one in press.desk.drive.nominations.values():
        if _own_report(name, one):
            yield Order(one.id, (one.file,), one.proposer), "báo cáo là tệp người được đề nghị đã viết"


def _of_case(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    case = press.desk.drive.nominations.get(record)
    return press.sheet_of_case(name, case) if case is not None and printed_as(name, case) else None


def _decisions(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    return (Order(one.id, (one.file,), "", _behind(press, one)) for one in press.desk.drive.decisions.values())


def _of_decision(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    decision = press.desk.drive.decisions.get(record)
    return press.sheet_of_decision(name, decision) if decision is not None else None


def _to_higher(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    held = (one for one in press.desk.drive.meetings.values() if goes_up(press.desk, one))
    return (Order(one.id, (one.file,), "", _behind(press, one)) for one in held)


def _higher(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    meeting = press.desk.drive.meetings.get(record)
    return press.sheet_to_higher(name, meeting) if meeting is not None and goes_up(press.desk, meeting) else None


def _excerpts(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    for one in press.desk.drive.decisions.values():
        behind = _behind(press, one)
        yield from (Order(f"{one.id}/{unit}", (one.file,), unit, behind) for unit in units_in(press.desk, one))


def _excerpt(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    id_, _, unit = record.partition("/")
    decision = press.desk.drive.decisions.get(id_)
    if decision is None or unit not in units_in(press.desk, decision):
        return None
    return press.sheet_of_excerpt(name, decision, unit)


def _confirmations(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    """Those who received something in this campaign; a confirmation tells of all campaigns."""
    own = {one.file for one in press.desk.drive.decisions.values()}
    for record, holder in holders_of(press.desk).items():
        files = tuple(dict.fromkeys(one.file for one in holder.received if one.file in own))
        if files:
            yield Order(record, files, "")


def _confirmation(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    return press.sheet_of_holder(name, record)


def _reminders(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    if asked is not None and owed(press.desk, asked.today):
        yield Order(asked.today.isoformat(), (press.desk.drive.file,), "")


def _reminder(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    with suppress(ValueError):
        return press.sheet_of_office(name, date.fromisoformat(record))
    return None


def _of_duties(kind: str) -> Kind:
    """Papers of the things handed in for one kind of duty."""

    def duty_of(desk: Desk, done: HandedIn | None) -> DutyKind | None:
        duty = desk.drive.plan.duty(done.duty) if done else None
        return duty if duty and duty.kind == kind else None

    def orders(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
        handed = press.desk.drive.duties.values()
        return (Order(one.id, (one.file,), one.unit) for one in handed if duty_of(press.desk, one))

    def sheet(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
        done = press.desk.drive.duties.get(record)
        duty = duty_of(press.desk, done)
        return press.sheet_of_duty(name, done, duty) if done and duty else None

    return Kind(orders, sheet, lambda _: f"chưa có việc {kind} nào được ghi nhận")


def _role_models(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    for one in press.role_models.values():
        yield Order(one.case.id, (one.done.file,), one.done.unit)


def _role_model(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    found = press.role_models.get(record)
    return press.sheet_of_role_model(name, found) if found else None


def _points(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    """Every member, also one that has no points yet: its sheet is the form to fill."""
    for board in press.boards:
        for one in board.sheets if board.scale else ():
            yield Order(
                f"{board.duty.id}/{one.unit}", (one.handed.file if one.handed else press.desk.drive.file,), one.unit
            )


def _of_points(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    duty, _, unit = record.partition("/")
    every = ((board, one) for board in press.boards if board.duty.id == duty for one in board.sheets)
    found = next(((board, one) for board, one in every if one.unit == unit), None)
    return press.sheet_of_points(name, *found) if found else None


def _rankings(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    for board in press.boards:
        if board.scale and board.cluster:
            files = (one.handed.file for one in board.sheets if one.handed)
            yield Order(f"{board.duty.id}/{board.cluster.id}", (press.desk.drive.file, *files), board.cluster.id)


def _ranking(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    wanted = (one for one in press.boards if one.cluster and record == f"{one.duty.id}/{one.cluster.id}")
    board = next(wanted, None)
    return press.sheet_of_ranking(name, board) if board else None


REVIEWS: Final = {HALFWAY: "so-ket", FINAL: "tong-ket"}
"""How the record of a review begins: ``tong-ket/<unit>``, then the days where it covers less than the campaign."""


def _reviews(press: Press, name: str, asked: Asked | None) -> Iterator[Order]:
    """The review of the office, or of the unit asked for; unasked, of everyone who has reported."""
    desk, template = press.desk, press.template(name)
    office = desk.book.own
    for kind in template.front.reviews if template is not None else ():
        told = reports(Review(kind, None, None), desk.drive)
        units = [
            (asked.unit or office) if asked else one for one in dict.fromkeys((office, *(d.unit for d, _ in told)))
        ]
        for unit in dict.fromkeys(units):
            span = (asked.span if asked else None) or _usual_span(kind, desk.drive)
            if kind == FINAL or span is not None:
                behind = tuple(done.file for done, _ in told if unit in (office, done.unit))
                own = (desk.drive.file, *behind, *desk.look.unread())
                yield Order(_review_id(kind, unit, span), own, unit if unit != office else "", own)


def _usual_span(kind: str, drive: Drive) -> Period | None:
    """A final review covers the campaign; a halfway one ends on the day its reports are due."""
    if kind == FINAL:
        return None
    days = [duty.deadline.last_day for duty in drive.plan.duties if kind in duty.reviews and duty.deadline]
    last = max((day for day in days if day), default=None)
    since = drive.plan.period.since if drive.plan.period else None
    return Period(since, last, None, None, None) if last else None


def _review_id(kind: str, unit: str, span: Period | None) -> str:
    days = (span.since.isoformat() if span.since else "", span.last_day.isoformat()) if span and span.last_day else ()
    return "/".join((REVIEWS[kind], unit, *(day for day in days if day)))


def _of_review(press: Press, name: str, record: str, findings: Findings) -> Sheet | None:
    slug, _, rest = record.partition("/")
    unit, *days = rest.split("/")
    kind = next((one for one, own in REVIEWS.items() if own == slug), None)
    template = press.template(name)
    if kind is None or unit not in press.desk.book.units or template is None or kind not in template.front.reviews:
        return None
    try:
        ends = [date.fromisoformat(day) for day in days]
    except ValueError:
        return None
    span = Period(ends[0] if len(ends) > 1 else None, ends[-1], None, None, None) if ends else None
    whole = unit == press.desk.book.own
    return press.sheet_of_review(name, record, Review(kind, None if whole else unit, span))


KINDS: Final[dict[str, Kind]] = {
    "hồ sơ": Kind(_dossiers, _of_dossier, lambda _: "chưa có hồ sơ nào", _left_out),
    "cuộc họp": _of_meetings(cluster=False, nothing="chưa có cuộc họp nào"),
    "họp cụm, khối": _of_meetings(cluster=True, nothing="chưa có cuộc họp cụm, khối nào"),
    "trường hợp": Kind(_cases, _of_case, lambda _: "chưa có đề nghị nào cho loại giấy này", _reported_otherwise),
    "quyết định": Kind(_decisions, _of_decision, lambda _: "chưa có quyết định nào"),
    "trình cấp trên": Kind(
        _to_higher, _higher, lambda _: "Hội đồng của văn phòng chưa thống nhất đề nghị hình thức nào của cấp trên"
    ),
    "đơn vị có người được khen": Kind(_excerpts, _excerpt, lambda _: "chưa có quyết định nào đã cấp số, ngày"),
    "người, đơn vị được khen": Kind(_confirmations, _confirmation, lambda _: "chưa có quyết định khen thưởng nào"),
    "cơ quan": Kind(
        _reminders, _reminder, lambda asked: f"đến ngày {format_short(asked.today)} không đơn vị nào còn nợ việc"
    ),
    "kỳ báo cáo": Kind(
        _reviews,
        _of_review,
        lambda _: "kế hoạch không ấn định ngày sơ kết; thêm kỳ, ví dụ --period 2024 hoặc --period 01/01/2024-30/6/2024",
    ),
    **{kind: _of_duties(kind) for kind in DUTY_KINDS},
    SCORING: Kind(_points, _of_points, lambda _: "cụm, khối chưa có thang điểm"),
    "xếp hạng": Kind(_rankings, _ranking, lambda _: "cụm, khối chưa có thang điểm"),
    "gương": Kind(_role_models, _role_model, lambda _: "chưa có gương nào được giới thiệu"),
}
