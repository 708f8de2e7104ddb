"""Lints on dates: deadlines in the plan's wording, the order papers are born in, the campaign's period."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.model.deadline import Deadline, Period
from thidua_cli.model.dossier import Stage
from thidua_cli.model.nomination import Nomination, Paper
from thidua_cli.rules import codes
from thidua_cli.rules import codes_duties as own
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short, weekday
from thidua_cli.viet.text import fold


def late(look: Look) -> Iterator[Diagnostic]:
    """Hồ sơ đến sau hạn."""
    for dossier in look.drive.dossiers.values():
        if dossier.withdrawn:
            continue
        held = look.drive.deadline_of(dossier)
        day, key = (dossier.received_on, "ngay_nhan") if dossier.received_on else (dossier.sent_on, "ngay_gui")
        if held is None or day is None:
            continue
        deadline, source, file, route = held
        last = deadline.last_day
        if last is None or day <= last:
            continue
        verb = "nhận" if key == "ngay_nhan" else "gửi"
        note = "" if key == "ngay_nhan" else " (bên nhận chưa ghi ngày đến, xét theo ngày gửi)"
        yield Diagnostic(
            codes.HO_SO_QUA_HAN,
            f"{verb} ngày {format_short(day)}, hạn cuối là {format_short(last)}{note}",
            dossier.file,
            (key,),
            clause=source,
            record=dossier.id,
            remedy="nếu đã được gia hạn bằng văn bản, bên nhận ghi vào van_ban_bo_sung của đợt; "
            "kế hoạch không quy định cách nhận hồ sơ trễ",
            related=(Mark(file, (*route, deadline.key), f"hạn nộp hồ sơ: {deadline.wording} ({source})"),),
        )


def extension_by_receiver(look: Look) -> Iterator[Diagnostic]:
    """Chỉ bên nhận hồ sơ gia hạn."""
    office, deadline = look.book.office, look.drive.plan.deadline
    roles = {*deadline.addressees, deadline.through} if deadline else set()
    receivers = [
        unit
        for unit in look.book.units.values()
        if roles & set(unit.roles) or (office and unit.id in (office.unit, office.standing_body))
    ]
    names = {fold(name) for unit in receivers for name in (unit.name, unit.printed_name, *unit.aliases)}
    names |= {fold(name) for role, name in look.drive.plan.roles.items() if role in roles}
    for index, text in look.drive.supplements:
        extends = text.deadline is not None or text.duty_deadlines
        if extends and text.issuer and fold(text.issuer) not in names:
            yield Diagnostic(
                codes.GIA_HAN_KHAC_BEN,
                f"{text.kind} {text.number} gia hạn do {text.issuer} ban hành",
                look.drive.file,
                ("van_ban_bo_sung", index, "co_quan_ban_hanh"),
                clause=deadline.clause or "" if deadline else "",
                remedy="chỉ bên nhận hồ sơ gia hạn; kiểm tra cơ quan ban hành",
            )


def order(look: Look) -> Iterator[Diagnostic]:
    """Báo cáo ≤ họp ≤ tờ trình ≤ gửi ≤ nhận."""
    drive = look.drive
    for dossier in drive.dossiers.values():
        steps: list[tuple[str, date | None, str]] = [
            ("Tờ trình", dossier.issued_on, "ngay_ban_hanh"),
            ("gửi", dossier.sent_on, "ngay_gui"),
            ("nhận", dossier.received_on, "ngay_nhan"),
        ]
        yield from _ascending(steps, dossier.file)
        first = next(((name, day) for name, day, _ in steps if day), None)
        for i, id_ in enumerate(dossier.meetings):
            meeting = drive.meetings.get(id_)
            if meeting is None or meeting.held_on is None:
                continue
            if first and first[1] and meeting.held_on > first[1]:
                yield _disorder("họp", meeting.held_on, first[0], first[1], dossier.file, ("cuoc_hop", i))
    for case in drive.nominations.values():
        for id_ in drive.votes_on.get(case.id, ()):
            meeting = drive.meetings[id_]
            if case.reported_on and meeting.held_on and case.reported_on > meeting.held_on:
                yield _disorder("báo cáo", case.reported_on, "họp", meeting.held_on, case.file, ("ngay_bao_cao",))
                break


def _ascending(steps: list[tuple[str, date | None, str]], file: str) -> Iterator[Diagnostic]:
    known = [(name, day, key) for name, day, key in steps if day is not None]
    for (name, day, _), (after, later, key) in pairwise(known):
        if day > later:
            yield _disorder(name, day, after, later, file, (key,))


def _disorder(name: str, day: date, after: str, later: date, file: str, route: Route) -> Diagnostic:
    return Diagnostic(
        codes.THU_TU_NGAY,
        f"ngày {name} {format_short(day)} sau ngày {after} {format_short(later)}",
        file,
        route,
        remedy="kiểm tra lại hai ngày; thứ tự là báo cáo, họp, tờ trình, gửi, nhận",
    )


def inside_period(look: Look) -> Iterator[Diagnostic]:
    """Thời gian thành tích trong đợt, hoặc trong thời gian riêng của hình thức (năm học)."""
    for case in look.drive.nominations.values():
        award = look.drive.plan.award(case.award)
        special = award.merit_period if award else None
        period = special or look.drive.plan.period
        merit = case.merit_period
        if period is None or merit is None:
            continue
        whose = period.name or ("thời gian của hình thức" if special else "thời gian của đợt")
        route: Route = ("thoi_gian",)
        if award is not None and special is not None:
            route = ("hinh_thuc", look.drive.plan.awards.index(award), "thoi_gian_thanh_tich")
        for day, key in ((merit.since, "tu_ngay"), (merit.last_day, "den_ngay" if merit.up_to else "den_het")):
            if day is None or period.holds(day) is not False:
                continue
            guessed = f"; kế hoạch không ghi, suy đoán từ: {period.inferred_from}" if period.inferred_from else ""
            yield Diagnostic(
                codes.NGOAI_DOT,
                f"{format_short(day)} ngoài {whose} ({_span(period)}{guessed})",
                case.file,
                ("thoi_gian_thanh_tich", key),
                clause=period.clause or "",
                record=case.id,
                # What we inferred ourselves can make nobody's record wrong.
                severity_override=Severity.REVIEW if period.inferred_from else None,
                remedy="chỉ ghi thành tích trong thời gian của đợt",
                related=(Mark(look.drive.plan.file, route, f"{whose} ({period.clause})"),),
            )


def _span(period: Period) -> str:
    ends = [format_short(day) for day in (period.since, period.last_day) if day is not None]
    return " – ".join(ends)


def inferred(look: Look) -> Iterator[Diagnostic]:
    """Ngày của đợt do suy đoán: nói một lần, để không ai tưởng kế hoạch ghi như vậy."""
    period = look.drive.plan.period
    if period is not None and period.inferred_from:
        yield Diagnostic(
            own.NGAY_SUY_DOAN,
            f"thời gian của đợt {_span(period)}, suy đoán từ: {period.inferred_from}",
            look.drive.file,
            clause=period.clause or "",
        )


def year(look: Look) -> Iterator[Diagnostic]:
    """Kế hoạch khen hằng năm: đề nghị ghi năm xét, trong thời gian của kế hoạch."""
    period = look.drive.plan.period
    if period is None or period.cycle != "hằng năm":
        return
    for case in look.drive.nominations.values():
        if case.year is None:
            yield Diagnostic(
                own.THIEU_NAM_XET,
                f"{look.label(case)}: chưa ghi xét cho năm nào",
                case.file,
                ("nam_xet",),
                on_key=True,
                clause=period.clause or "",
                record=case.id,
                due=look.due(look.dossier(case), Stage.SUBMITTED),
                remedy="ghi nam_xet: năm đề nghị khen",
            )
        elif (period.since and case.year < period.since.year) or (period.last_day and case.year > period.last_day.year):
            yield Diagnostic(
                codes.NGOAI_DOT,
                f"năm {case.year} ngoài thời gian của kế hoạch ({_span(period)})",
                case.file,
                ("nam_xet",),
                clause=period.clause or "",
                record=case.id,
                severity_override=Severity.REVIEW if period.inferred_from else None,
                remedy="kiểm tra năm xét",
            )


def days_off(look: Look) -> Iterator[Diagnostic]:
    """Ngày cuối rơi vào ngày nghỉ; chỉ nói khi còn hồ sơ chưa gửi. Ngày của kế hoạch mình tự viết thì nói ở kế hoạch."""
    for dossier in look.drive.dossiers.values():
        held = look.drive.deadline_of(dossier)
        if held is None or (look.drive.plan_is_ours and held.route[0] != "van_ban_bo_sung"):
            continue
        if not dossier.sent_on:
            for found in on_day_off(look, held.deadline, dossier.file, ()):
                yield found._replace(clause=held.source, record=dossier.id)


def on_day_off(look: Look, deadline: Deadline | None, file: str, route: Route) -> Iterator[Diagnostic]:
    """A last day that is still to come and that nobody works."""
    last = deadline.last_day if deadline else None
    off = look.book.law.day_off(last) if last is not None and last >= look.today else None
    if last is None or off is None:
        return
    before = last
    while look.book.law.day_off(before):
        before -= timedelta(days=1)
    why = f"rơi vào {off.name}" if off.by is None else f"là ngày nghỉ ({off.name})"
    doubt = off.by is not None and off.yearly and not off.by.of_office
    yield Diagnostic(
        codes.HAN_NGAY_NGHI,
        f"ngày cuối {format_short(last)} {why}: nên gửi trước, "
        f"ngày làm việc gần nhất là {weekday(before)} {format_short(before)}",
        file,
        route,
        remedy="ngày nghỉ này quyết định từng năm: xem lại thông báo của năm, khác thì ghi law/days_off.yaml"
        if doubt
        else "",
        related=(Mark(off.by.file, (off.by.row,), f"ngày nghỉ theo {off.by.cited}"),) if off.by else (),
    )


def proof_before_meeting(look: Look) -> Iterator[Diagnostic]:
    """Tài liệu chứng minh có trước ngày họp của đơn vị."""
    for dossier, _, case in look.listed():
        days = [
            meeting.held_on
            for id_ in dossier.meetings
            if (meeting := look.drive.meetings.get(id_)) and meeting.vote_on(case.id)
        ]
        met = max((day for day in days if day), default=None)
        if met is None:
            continue
        for paper, route in papers_of(case):
            if paper.issued_on and paper.issued_on > met:
                yield Diagnostic(
                    codes.MINH_CHUNG_SAU_HOP,
                    f"tài liệu ngày {format_short(paper.issued_on)}, sau ngày họp {format_short(met)}",
                    case.file,
                    (*route, "ngay_ban_hanh"),
                    record=case.id,
                    remedy="kiểm tra ngày, hoặc để Hội đồng xét bổ sung",
                )


def papers_of(case: Nomination) -> Iterator[tuple[Paper, Route]]:
    """Every paper of a nomination with its route."""
    for i, paper in enumerate(case.papers):
        yield paper, ("tai_lieu", i)
    for i, solution in enumerate(case.solutions):
        for j, paper in enumerate(solution.papers):
            yield paper, ("giai_phap", i, "tai_lieu", j)
    for i, work in enumerate(case.works):
        for j, paper in enumerate(work.papers):
            yield paper, ("cong_trinh", i, "tai_lieu", j)


def council_exists(look: Look) -> Iterator[Diagnostic]:
    """Hội đồng đã thành lập khi họp."""
    for meeting in look.drive.meetings.values():
        council = look.book.council(meeting.council)
        founded = council.founding.issued_on if council and council.founding else None
        if founded and meeting.held_on and meeting.held_on < founded:
            yield Diagnostic(
                codes.HOI_DONG_LAP_SAU,
                f"họp ngày {format_short(meeting.held_on)}, Hội đồng thành lập ngày {format_short(founded)}",
                meeting.file,
                ("ngay_hop",),
                remedy="kiểm tra ngày họp, hoặc ghi quyết định thành lập đang có hiệu lực",
            )


def future(look: Look) -> Iterator[Diagnostic]:
    """Việc đã xảy ra không thể ghi ngày chưa tới."""

    def check(day: date | None, what: str, file: str, key: str) -> Iterator[Diagnostic]:
        if day is not None and day > look.today:
            yield Diagnostic(
                codes.NGAY_TUONG_LAI,
                f"ghi {what} ngày {format_short(day)}, hôm nay là {format_short(look.today)}",
                file,
                (key,),
                remedy="kiểm tra lại ngày, tháng, năm",
            )

    for dossier in look.drive.dossiers.values():
        yield from check(dossier.sent_on, "đã gửi", dossier.file, "ngay_gui")
        yield from check(dossier.received_on, "đã nhận", dossier.file, "ngay_nhan")
    for meeting in look.drive.meetings.values():
        if meeting.votes:
            yield from check(meeting.held_on, "đã biểu quyết", meeting.file, "ngay_hop")


RULES = (
    late,
    extension_by_receiver,
    order,
    inside_period,
    inferred,
    year,
    days_off,
    proof_before_meeting,
    council_exists,
    future,
)
