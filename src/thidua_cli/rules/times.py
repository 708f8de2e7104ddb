"""Lints on dates: deadlines in the plan's wording, the order papers are born in, the campaign's period."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from thidua_cli.book import Held
from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.model.deadline import Deadline, Period
from thidua_cli.model.dossier import Dossier, Stage
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.local import Supplement
from thidua_cli.rules import codes_duties as own
from thidua_cli.rules import codes_times
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short, weekday


def late(look: Look) -> Iterator[Diagnostic]:
    """Hồ sơ đến sau hạn; đã ban hành mà hết hạn vẫn chưa ghi đã gửi thì cần xem lại."""
    for dossier in look.drive.dossiers.values():
        if dossier.withdrawn:
            continue
        held = look.drive.deadline_of(dossier)
        came = came_on(dossier)
        if held is None or came is None:
            continue
        deadline, source, file, route = held
        last = deadline.last_day
        severity: Severity | None
        if last is not None and came.day > last:
            said = f"{came.verb} ngày {format_short(came.day)}, hạn cuối là {format_short(last)}{came.note}"
            severity = in_time_perhaps(came.day, look.drive.deadline_of(dossier, perhaps=True))
            remedy = (
                "nếu đã được gia hạn bằng văn bản, bên nhận ghi vào van_ban_bo_sung của đợt; "
                "kế hoạch không quy định cách nhận hồ sơ trễ"
            )
        elif last is not None and look.today > last and came.key == "ngay_ban_hanh":
            said = f"ban hành ngày {format_short(came.day)}, chưa ghi đã gửi; hạn cuối {format_short(last)} đã qua"
            severity, remedy = Severity.REVIEW, "ghi ngay_gui; bên nhận ghi ngay_nhan"
        else:
            continue
        yield Diagnostic(
            codes_times.HO_SO_QUA_HAN,
            said,
            dossier.file,
            (came.key,),
            clause=source,
            record=dossier.id,
            severity_override=severity,
            remedy=remedy,
            related=(Mark(file, (*route, deadline.key), f"hạn nộp hồ sơ: {deadline.wording} ({source})"),),
        )


def in_time_perhaps(day: date, perhaps: Held | None) -> Severity | None:
    """Nothing is wrong yet where an extension covers the day and only its issuer is not known to us."""
    return Severity.REVIEW if perhaps is not None and perhaps.covers(day) else None


class Came(NamedTuple):
    """The day by which lateness is judged, how to say it, and its key."""

    day: date
    key: str
    verb: str
    note: str


def came_on(record: Dossier | HandedIn) -> Came | None:
    """When something came: as its receiver wrote, else when it was sent; a paper not yet issued cannot have come.
    A pledge is done on the day it is signed."""
    unwritten = "bên nhận chưa ghi ngày đến, xét theo ngày"
    days = (
        (record.signed_on if isinstance(record, HandedIn) else None, "ngay_ky_ket", "ký", ""),
        (record.received_on, "ngay_nhan", "nhận", ""),
        (record.sent_on, "ngay_gui", "gửi", f" ({unwritten} gửi)"),
        (record.issued_on, "ngay_ban_hanh", "ban hành", f" ({unwritten} ban hành)"),
    )
    return next((Came(day, *rest) for day, *rest in days if day is not None), None)


def early(look: Look) -> Iterator[Diagnostic]:
    """Hồ sơ đến trước ngày đầu của thời gian kế hoạch nêu."""
    for dossier in look.drive.dossiers.values():
        came = came_on(dossier)
        for deadline, source, file, route in look.drive.deadlines_of(dossier):
            first = deadline.since
            if dossier.withdrawn or came is None or came.key == "ngay_ban_hanh" or first is None or came.day >= first:
                continue
            yield Diagnostic(
                codes_times.TRUOC_NGAY_DAU,
                f"{came.verb} ngày {format_short(came.day)}, kế hoạch ghi từ ngày {format_short(first)}",
                dossier.file,
                (came.key,),
                clause=source,
                record=dossier.id,
                remedy="kiểm tra ngày, hoặc gửi lại trong thời gian kế hoạch nêu",
                related=(Mark(file, (*route, "tu_ngay"), f"ngày đầu ({source})"),),
            )


def extension_by_receiver(look: Look) -> Iterator[Diagnostic]:
    """Chỉ bên nhận hồ sơ gia hạn, phân bổ số lượng; văn bản của bên khác không dời hạn nào, không cho thêm số nào."""
    deadline = look.drive.plan.deadline
    for index, text in look.drive.supplements:
        extended = [look.drive.plan.duty(one.duty) for one in text.duty_deadlines]
        if text.deadline is not None or text.quotas:
            extended.append(None)
        what = "phân bổ số lượng" if text.quotas and not (text.deadline or text.duty_deadlines) else "gia hạn"
        if not all(look.drive.grants(text, duty) for duty in extended):
            yield Diagnostic(
                codes_times.GIA_HAN_KHAC_BEN,
                f"{text.kind} {text.number} {what} do {text.issuer} ban hành, nên không tính",
                look.drive.file,
                ("van_ban_bo_sung", index, "co_quan_ban_hanh"),
                clause=deadline.clause or "" if deadline else "",
                remedy=f"chỉ bên nhận {what}; nếu là bên nhận thì ghi tên như ở units.yaml (ten_don_vi hoặc ten_khac)",
            )


def extension_in_time(look: Look) -> Iterator[Diagnostic]:
    """Văn bản gia hạn ban hành trước khi hạn đang có hết, và không sau chính ngày cuối nó cho."""
    plan, drive = look.drive.plan, look.drive
    until: dict[str, date | None] = {duty.id: duty.deadline and duty.deadline.last_day for duty in plan.duties}
    dossiers = plan.deadline.last_day if plan.deadline else None
    for index, text in drive.supplements:
        route: Route = ("van_ban_bo_sung", index, "ngay_ban_hanh")
        if text.deadline is not None and drive.grants(text):
            yield from _too_late(look, text, text.deadline.last_day, dossiers, route)
            dossiers = max(dossiers or date.min, text.deadline.last_day or date.max)
        for one in text.duty_deadlines:
            duty = plan.duty(one.duty)
            if duty is not None and one.deadline is not None and drive.grants(text, duty):
                yield from _too_late(look, text, one.deadline.last_day, until[duty.id], route)
                until[duty.id] = max(until[duty.id] or date.min, one.deadline.last_day or date.max)


def _too_late(
    look: Look, text: Supplement, granted: date | None, held: date | None, route: Route
) -> Iterator[Diagnostic]:
    day = text.issued_on
    if day is None:
        return
    if granted is not None and day > granted:
        said = f"ngày cuối {format_short(granted)} của chính văn bản"
    elif held is not None and day > held:
        said = f"hạn {format_short(held)} đã qua"
    else:
        return
    yield Diagnostic(
        codes_times.GIA_HAN_MUON,
        f"{text.kind} {text.number} gia hạn ban hành ngày {format_short(day)}, sau {said}",
        look.drive.file,
        route,
        record=text.number or "",
        remedy="kiểm tra ngày ban hành và ngày cuối; đúng là gia hạn sau thì ghi lý do chấp nhận",
    )


def order(look: Look) -> Iterator[Diagnostic]:
    """Báo cáo ≤ họp ≤ tờ trình ≤ gửi ≤ nhận; giao ước ký rồi mới gửi."""
    drive = look.drive
    for done in drive.duties.values():
        came: list[tuple[str, date | None, str]] = [
            ("ký", done.signed_on, "ngay_ky_ket"),
            ("gửi", done.sent_on, "ngay_gui"),
            ("nhận", done.received_on, "ngay_nhan"),
        ]
        yield from _ascending(came, done.file)
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
        for meeting in drive.meetings_on(case.id):
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
        codes_times.THU_TU_NGAY,
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
                codes_times.NGOAI_DOT,
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
    if period is None or not period.yearly:
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
                codes_times.NGOAI_DOT,
                f"năm {case.year} ngoài thời gian của kế hoạch ({_span(period)})",
                case.file,
                ("nam_xet",),
                clause=period.clause or "",
                record=case.id,
                severity_override=Severity.REVIEW if period.inferred_from else None,
                remedy="kiểm tra năm xét",
            )
        elif (dossier := look.dossier(case)) and dossier.day and case.year > dossier.day.year:
            yield Diagnostic(
                codes_times.NGOAI_DOT,
                f"xét cho năm {case.year}, hồ sơ nộp ngày {format_short(dossier.day)} khi chưa đến năm ấy",
                case.file,
                ("nam_xet",),
                clause=period.clause or "",
                record=case.id,
                severity_override=Severity.REVIEW,
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
        codes_times.HAN_NGAY_NGHI,
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
        held = [one for id_ in dossier.meetings if (one := look.drive.meetings.get(id_)) and one.held_on]
        for paper, route in case.every_paper():
            day = paper.issued_on
            # Nearly every paper is older than every meeting, so the votes are looked up last.
            if day is None or not [one for one in held if one.held_on and one.held_on < day]:
                continue
            met = max([one.held_on for one in held if one.held_on and look.drive.vote_on(one, case.id)], default=None)
            if met is not None and day > met:
                yield Diagnostic(
                    codes_times.MINH_CHUNG_SAU_HOP,
                    f"tài liệu ngày {format_short(day)}, sau ngày họp {format_short(met)}",
                    case.file,
                    (*route, "ngay_ban_hanh"),
                    record=case.id,
                    remedy="kiểm tra ngày, hoặc để Hội đồng xét bổ sung",
                )


def council_exists(look: Look) -> Iterator[Diagnostic]:
    """Hội đồng đã thành lập khi họp."""
    for meeting in look.drive.meetings.values():
        council = look.book.council(meeting.council)
        founded = council.founding.issued_on if council and council.founding else None
        if founded and meeting.held_on and meeting.held_on < founded:
            yield Diagnostic(
                codes_times.HOI_DONG_LAP_SAU,
                f"họp ngày {format_short(meeting.held_on)}, Hội đồng thành lập ngày {format_short(founded)}",
                meeting.file,
                ("ngay_hop",),
                remedy="kiểm tra ngày họp, hoặc ghi quyết định thành lập đang có hiệu lực",
            )


def answered(look: Look) -> Iterator[Diagnostic]:
    """Điều bên nhận yêu cầu bổ sung đã có, và đúng hạn bên nhận nêu."""
    for dossier in look.drive.dossiers.values():
        for index, request in enumerate(() if dossier.withdrawn else dossier.requests):
            last = request.deadline.last_day if request.deadline else None
            until = f", hạn cuối {format_short(last)}" if last else ""
            if request.supplied_on is None:
                if last is not None and look.today <= last:
                    continue
                said, key = f"chưa ghi đã bổ sung{until}", "noi_dung" if request.subject else "ngay_yeu_cau"
            elif last is not None and request.supplied_on > last:
                said, key = f"bổ sung ngày {format_short(request.supplied_on)}{until}", "ngay_bo_sung"
            elif request.asked_on is not None and request.supplied_on < request.asked_on:
                asked = format_short(request.asked_on)
                said, key = f"bổ sung ngày {format_short(request.supplied_on)}, yêu cầu ngày {asked}", "ngay_bo_sung"
            else:
                continue
            yield Diagnostic(
                codes_times.CHUA_BO_SUNG,
                f"yêu cầu bổ sung “{request.subject or index + 1}”: {said}",
                dossier.file,
                ("yeu_cau_bo_sung", index, key),
                record=f"{dossier.id}/{index}",
                remedy="ghi ngay_bo_sung khi đã nhận đủ; quá hạn thì bên nhận quyết định xét tiếp hay trả hồ sơ",
            )


RULES = (
    late,
    extension_by_receiver,
    extension_in_time,
    order,
    inside_period,
    inferred,
    year,
    days_off,
    proof_before_meeting,
    council_exists,
    early,
    answered,
)
