"""The plan as a page: its criteria with clauses in words, awards, deadlines, duties, what it leaves open
and where its text is misprinted."""

from typing import Any, NamedTuple

from thidua_cli.judge.describe import describe
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.deadline import Deadline
from thidua_cli.model.duty import Doers
from thidua_cli.site.shelf import Shelf, Stall, show_day
from thidua_cli.site.words import in_words


class Standard(NamedTuple):
    """A criterion in words, with everything below it."""

    id: str
    name: str
    clause: str
    note: str
    binding: str
    asks: tuple[str, ...]
    children: tuple["Standard", ...]


def standard(stall: Stall, one: Criterion) -> Standard:
    """A criterion of the plan."""
    binding = ""
    if one.binding_for is not None:
        awards = ", ".join(stall.award(award) for award in one.binding_for) or "không hình thức nào"
        binding = f"bắt buộc với {awards}; với hình thức khác, chưa đạt là cần xem lại"
    return Standard(
        one.id or "",
        one.name,
        one.clause or "",
        one.kind if one.kind and one.kind != "tiêu chuẩn khen thưởng" else "",
        binding,
        tuple(in_words(line.strip()) for line in describe(one, stall.drive)),
        tuple(standard(stall, child) for child in (*one.all_of, *one.any_of)),
    )


def due(deadline: Deadline | None) -> str:
    """A deadline in the plan's words, with the last day that is still in time where the words hide it."""
    if deadline is None:
        return "kế hoạch không quy định"
    last = deadline.last_day
    if last is None:
        return f"không ấn định ngày: {deadline.wording}"
    return f"{deadline.wording} (ngày cuối còn hạn: {show_day(last)})" if deadline.before else deadline.wording


def doers(stall: Stall, who: Doers | None) -> str:
    """Who must do a duty, in words."""
    if who is None:
        return "kế hoạch không quy định"
    if who.all_units:
        return "mọi đơn vị"
    roles = [stall.desk.role_name(role) for role in who.roles]
    return ", ".join((*who.unit_kinds, *who.clusters, *roles)) or "kế hoạch không quy định"


def plan_values(shelf: Shelf, stall: Stall) -> dict[str, Any]:
    """Everything the plan's page shows."""
    plan = stall.drive.plan
    files = {plan.file, stall.drive.criteria_file, stall.drive.file}
    return {
        "plan": plan,
        "period": period(stall),
        "deadline": due(plan.deadline),
        "awards": [
            (
                one.name,
                one.authority or "kế hoạch không quy định",
                ", ".join(stall.award(id_) for id_ in one.fallback.awards) if one.fallback else "",
                one.clause or "",
            )
            for one in plan.awards
        ],
        "contents": [(one.id, one.name, one.clause or "") for one in plan.contents],
        "procedures": [
            (
                ", ".join(stall.award(award) for award in one.applies_to.awards) or one.id,
                [(paper.as_printed or paper.kind, paper.per, paper.clause or "") for paper in one.papers],
                one.clause or "",
            )
            for one in plan.procedures
        ],
        "duties": [(one.name, doers(stall, one.doers), due(one.deadline), one.clause or "") for one in plan.duties],
        "standards": [standard(stall, one) for one in stall.drive.criteria],
        "open_points": [(one.subject, one.clause or "") for one in plan.open_points],
        "scan_notes": [(one.where, one.printed_as or "", one.read_as or "", one.note or "") for one in plan.scan_notes],
        "findings": [
            (
                "chấp nhận có lý do" if one.allowed else one.severity.label,
                one.code.id,
                in_words(shelf.mask.finding(one)),
                one.clause,
                in_words(shelf.mask.remedy(one)),
            )
            for one in shelf.inspection.found
            if one.file in files and not one.due
        ],
    }


def period(stall: Stall) -> str:
    """From when to when, as far as the plan says."""
    span = stall.drive.plan.period
    if span is None:
        return "kế hoạch không quy định"
    since = f"từ {show_day(span.since)}" if span.since else ""
    until = f"đến hết {show_day(span.last_day)}" if span.last_day else ""
    return " ".join(part for part in (since, until) if part) or "kế hoạch không quy định"
