"""A campaign as pages of figures: deadlines, dossiers, duties, counts by award, unit and answer, and the
balance of who is proposed. Counts what the records say; whether it is enough is for people to say."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from thidua_cli.judge import Verdict
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.counting import Balance, Row, balances, kind_of, row
from thidua_cli.site.cases import Sign, role_models, sign_of
from thidua_cli.site.charts import Chart, of_counts, of_shares
from thidua_cli.site.plans import doers, due, period
from thidua_cli.site.shelf import Shelf, Stall, show_day

VERDICTS = (Verdict.MET, Verdict.OPEN, Verdict.NOT_MET)


class Sent(NamedTuple):
    """A dossier in the table."""

    unit: str
    unit_page: str
    procedure: str
    number: str
    sent: str
    received: str
    deadline: str
    timely: str
    style: str
    stage: str
    size: int
    asked: str


def summary(shelf: Shelf, stall: Stall) -> dict[str, Any]:
    """What the overview and the head of the campaign's page say."""
    plan, cases = stall.drive.plan, stall.cases
    last = plan.deadline.last_day if plan.deadline else None
    return {
        "name": plan.name,
        "title": plan.title,
        "citation": plan.citation,
        "folder": stall.folder,
        "deadline": due(plan.deadline),
        "deadline_clause": (plan.deadline.clause if plan.deadline else "") or "",
        "distance": _distance(shelf, last),
        "total": len(cases),
        "counts": stall.desk.counts(cases),
        "verdicts": verdict_counts(stall, cases),
        "decided": len(stall.decided),
    }


def verdict_counts(stall: Stall, cases: Iterable[Nomination]) -> list[tuple[Sign, int]]:
    """How many cases have each answer."""
    counted = Counter(stall.look.judgements[case.id].verdict for case in cases)
    return [(sign_of(one), counted[one]) for one in VERDICTS]


def _distance(shelf: Shelf, last: Any) -> str:
    if last is None or shelf.day is None:
        return ""
    left = (last - shelf.day).days
    return f"đã qua {-left} ngày" if left < 0 else f"còn {left} ngày" if left else "hôm nay là ngày cuối"


def dossier(shelf: Shelf, stall: Stall, one: Dossier) -> Sent:
    """A dossier as the receiving office asks about it: when it came, whether in time, how far it is."""
    held = stall.drive.deadline_of(one)
    last = held.last_day if held else None
    day = one.day
    if last is None:
        timely, style = "không quy định hạn", "off"
    elif day is None:
        late = shelf.day is not None and shelf.day > last
        timely, style = ("chưa gửi, hạn đã qua", "missed") if late else ("chưa gửi", "open")
    else:
        timely, style = ("trong hạn", "met") if day <= last else ("quá hạn", "missed")
    procedure = stall.drive.plan.procedure(one.procedure)
    awards = (
        ", ".join(stall.award(award) for award in procedure.applies_to.awards)
        if procedure
        else one.procedure or "không theo thủ tục nào"
    )
    waiting = [request for request in one.requests if request.supplied_on is None]
    return Sent(
        shelf.book.unit_name(one.unit),
        shelf.unit_pages.get(one.unit, ""),
        awards,
        one.number or "chưa cấp số",
        show_day(one.sent_on),
        show_day(one.received_on),
        f"{due(held.deadline)}, {held.source}" if held else due(None),
        timely,
        style,
        "đã rút" if one.withdrawn else stall.look.stages[one.id].label,
        len(one.cases),
        shelf.mask.says("; ".join(request.subject or "chưa ghi nội dung" for request in waiting)),
    )


def campaign_values(shelf: Shelf, stall: Stall) -> dict[str, Any]:
    """The campaign's own page."""
    handed = Counter(done.duty for done in stall.drive.duties.values() if not done.blank)
    plan = stall.drive.plan
    return {
        "campaign": summary(shelf, stall),
        "period": period(stall),
        "dossiers": [dossier(shelf, stall, one) for one in stall.drive.dossiers.values()],
        "duties": [
            (one.name, doers(stall, one.doers), due(one.deadline), handed[one.id], one.clause or "")
            for one in plan.duties
        ],
        "role_models": role_models(shelf, stall),
        "supplements": [
            (
                " ".join(part for part in (text.kind, f"số {text.number}" if text.number else "") if part),
                show_day(text.issued_on),
                shelf.mask.says(text.subject or ""),
            )
            for text in (stall.drive.local.supplements if stall.drive.local else ())
        ],
        "charts": charts(stall),
    }


def charts(stall: Stall) -> list[Chart]:
    """Cases by award and kind, by unit and answer."""
    kinds = stall.desk.order
    awards = [award.id for award in stall.drive.plan.awards]
    by_award = _grouped(stall.cases, lambda case: case.award)
    known = [id_ for id_ in awards if id_ in by_award]
    others = [id_ for id_ in by_award if id_ not in awards]
    decided = _grouped(
        (case for case in stall.cases if case.id in stall.decided), lambda case: stall.decided[case.id].award
    )
    labels = tuple(one.label for one in VERDICTS)
    rows_of_awards = [
        row(stall.award(id_), kinds, Counter(kind_of(stall.desk, case) for case in by_award[id_]))
        for id_ in (*known, *others)
    ]
    rows_decided = [
        row(stall.award(id_), kinds, Counter(kind_of(stall.desk, case) for case in cases))
        for id_, cases in decided.items()
    ]
    rows_of_units = [
        row(
            stall.look.book.unit_name(id_), labels, Counter(stall.look.judgements[case.id].verdict.label for case in of)
        )
        for id_, of in _grouped(stall.cases, lambda case: case.proposer).items()
    ]
    rows_of_units.sort(key=lambda one: -one.total)
    drawn = [
        ("Đề nghị theo hình thức và đối tượng", "hình thức đơn vị đề nghị", "Hình thức", rows_of_awards),
        ("Đã có quyết định, theo hình thức và đối tượng", "hình thức được tặng", "Hình thức", rows_decided),
        ("Trường hợp theo đơn vị đề nghị và kết quả đối chiếu", "", "Đơn vị", rows_of_units),
    ]
    return [of_counts(title, note, head, _used(rows)) for title, note, head, rows in drawn if rows]


def _used(rows: list[Row]) -> list[Row]:
    """The rows without the groups that are empty in all of them."""
    keep = [index for index in range(len(rows[0].parts)) if any(one.parts[index].size for one in rows)]
    return [one._replace(parts=tuple(one.parts[index] for index in keep)) for one in rows]


def _grouped(cases: Iterable[Nomination], key: Callable[[Nomination], str]) -> dict[str, list[Nomination]]:
    groups: dict[str, list[Nomination]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(case)
    return groups


def balance_charts(stall: Stall) -> list[Chart]:
    """Who is proposed and who was decided on, over all, by award and by unit, as counts and shares."""
    decided = [case for case in stall.cases if case.id in stall.decided]
    groups = [("Tất cả đề nghị", stall.cases), ("Đã có quyết định", decided)]
    by_award = _grouped(stall.cases, lambda case: case.award)
    groups += [(f"Đề nghị {stall.award(id_)}", cases) for id_, cases in by_award.items()]
    by_unit = _grouped(stall.cases, lambda case: case.proposer)
    groups += [(stall.look.book.unit_name(id_), cases) for id_, cases in by_unit.items()]
    return [_drawn(one, "Nhóm") for one in balances(stall.desk, groups)]


def comparison_charts(shelf: Shelf) -> list[Chart]:
    """The same balance for every campaign of the repository, oldest first."""
    stalls = sorted(shelf.stalls, key=lambda one: (str(one.drive.plan.issued_on or "9999"), one.drive.id))
    groups = [(one, [(one.drive.plan.name, one.cases)]) for one in stalls if one.cases]
    merged: dict[str, Balance] = {}
    for stall, named in groups:
        for one in balances(stall.desk, named):
            known = merged.get(one.name)
            merged[one.name] = one if known is None else _joined(known, one)
    return [_drawn(one, "Đợt") for one in merged.values()]


def _joined(one: Balance, other: Balance) -> Balance:
    """Two balances of one question under the groups of both."""
    labels = tuple(dict.fromkeys((*one.labels, *other.labels)))
    rows = tuple(
        row(each.label, labels, Counter({part.label: part.size for part in each.parts}))
        for each in (*one.rows, *other.rows)
    )
    return one._replace(labels=labels, rows=rows)


def _drawn(one: Balance, head: str) -> Chart:
    return of_shares(one.name, one.note, head, one.rows)
