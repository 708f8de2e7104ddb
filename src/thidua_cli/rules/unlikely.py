"""Lints on days that do not go with what is said of them: not yet come, the wrong way round, of another year;
and on figures far from what units report.

Knows no deadline; what a criterion makes of such a day is the judgement's.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from thidua_cli.diagnostic import Diagnostic, Route, Severity
from thidua_cli.judge.issuers import units_called
from thidua_cli.judge.people import year_of_birth
from thidua_cli.model.handed import HandedIn, TargetResult
from thidua_cli.model.meeting import WrittenOpinion
from thidua_cli.model.nomination import Nomination, Paper, Work
from thidua_cli.model.subjects import PEOPLE
from thidua_cli.model.unit import Issued
from thidua_cli.rules import codes_times
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, format_ratio
from thidua_cli.viet.text import fold

_Told = tuple[date | None, str, Route]
"""A day, what is said to have happened on it, and where it stands."""


def future(look: Look) -> Iterator[Diagnostic]:
    """Việc đã xảy ra không thể ghi ngày chưa tới."""
    for file, told in _happened(look):
        for day, what, route in told:
            if day is not None and day > look.today:
                yield Diagnostic(
                    codes_times.NGAY_TUONG_LAI,
                    f"ghi {what} ngày {format_short(day)}, hôm nay là {format_short(look.today)}",
                    file,
                    route,
                    remedy="kiểm tra lại ngày, tháng, năm",
                )


def _happened(look: Look) -> Iterator[tuple[str, list[_Told]]]:
    for dossier in look.drive.dossiers.values():
        sent: list[_Told] = [
            (dossier.sent_on, "đã gửi", ("ngay_gui",)),
            (dossier.received_on, "đã nhận", ("ngay_nhan",)),
        ]
        for i, request in enumerate(dossier.requests):
            sent.append((request.asked_on, "đã yêu cầu bổ sung", ("yeu_cau_bo_sung", i, "ngay_yeu_cau")))
            sent.append((request.supplied_on, "đã bổ sung", ("yeu_cau_bo_sung", i, "ngay_bo_sung")))
        yield dossier.file, sent
    for done in look.drive.duties.values():
        vouched: list[_Told] = [
            (one.confirmed_on, "đã xác nhận", ("guong", i, "xac_nhan", j, "ngay_xac_nhan"))
            for i, model in enumerate(done.role_models)
            for j, one in enumerate(model.attestations)
        ]
        vouched += [(one.as_of, "số thực hiện đã chốt", (*at, "ngay_chot")) for at, one in _reported(done)]
        yield done.file, vouched
    for decision in look.drive.decisions.values():
        if decision.number:  # before it has one, its day is the day it is meant to be signed
            yield decision.file, [(decision.issued_on, "đã ban hành quyết định", ("ngay_ban_hanh",))]
    for meeting in look.drive.meetings.values():
        if meeting.votes:
            yield meeting.file, [(meeting.held_on, "đã biểu quyết", ("ngay_hop",))]
    for case in look.drive.nominations.values():
        yield case.file, _of_case(case)


def _of_case(case: Nomination) -> list[_Told]:
    told: list[_Told] = [(case.reported_on, "đã báo cáo", ("ngay_bao_cao",))]
    if case.figures is not None and case.figures.kind == "thực hiện":
        told.append((case.figures.as_of, "số thực hiện đã chốt", ("so_lieu", "ngay_chot")))
    for i, solution in enumerate(case.solutions):
        if solution.applied is not False:  # what is yet to be applied may well have its day
            told.append((solution.applied_from, "đã áp dụng từ", ("giai_phap", i, "ap_dung_tu_ngay")))
    for i, work in enumerate(case.works):
        told.append((work.finished_on, "đã hoàn thành", ("cong_trinh", i, "ngay_hoan_thanh")))
    for i, one in enumerate(case.attestations):
        told.append((one.confirmed_on, "đã xác nhận", ("xac_nhan", i, "ngay_xac_nhan")))
    told += [(paper.issued_on, "tài liệu ban hành", (*route, "ngay_ban_hanh")) for paper, route in case.every_paper()]
    return told


def written_late(look: Look) -> Iterator[Diagnostic]:
    """Ý kiến bằng văn bản của người vắng có trước khi họp xong."""
    for meeting in look.drive.meetings.values():
        for i, away in enumerate(meeting.absent):
            day = away.written.given_on if isinstance(away.written, WrittenOpinion) else None
            if day and meeting.held_on and day > meeting.held_on:
                yield Diagnostic(
                    codes_times.THU_TU_NGAY,
                    f"{away.full_name} cho ý kiến ngày {format_short(day)}, sau ngày họp {format_short(meeting.held_on)}",
                    meeting.file,
                    ("vang_mat", i, "y_kien_bang_van_ban", "ngay_cho_y_kien"),
                    record=meeting.id,
                    remedy="kiểm tra hai ngày; ý kiến gửi sau khi họp thì theo quy chế của Hội đồng",
                    severity_override=Severity.REVIEW,
                )


def undone_early(look: Look) -> Iterator[Diagnostic]:
    """Đính chính, hủy bỏ, thay thế một quyết định thì sau ngày của quyết định ấy."""
    for decision in look.drive.decisions.values():
        for key, papers in decision.later_papers:
            for i, paper in enumerate(papers):
                if paper.issued_on and decision.issued_on and paper.issued_on < decision.issued_on:
                    yield Diagnostic(
                        codes_times.THU_TU_NGAY,
                        f"{paper.number or key} ngày {format_short(paper.issued_on)}, trước quyết định ngày {format_short(decision.issued_on)}",
                        decision.file,
                        (key, i, "ngay_ban_hanh"),
                        record=decision.id,
                        remedy="kiểm tra hai ngày",
                        severity_override=Severity.REVIEW,
                    )


def merit_reversed(look: Look) -> Iterator[Diagnostic]:
    """Thời gian thành tích bắt đầu trước khi kết thúc."""
    for case in look.drive.nominations.values():
        merit = case.merit_period
        if merit is not None and merit.since and merit.last_day and merit.since > merit.last_day:
            yield Diagnostic(
                codes_times.THU_TU_NGAY,
                f"thời gian thành tích từ {format_short(merit.since)} đến {format_short(merit.last_day)}",
                case.file,
                ("thoi_gian_thanh_tich", "tu_ngay"),
                record=case.id,
                remedy="kiểm tra lại ngày đầu và ngày cuối",
            )


def works(look: Look) -> Iterator[Diagnostic]:
    """Công trình hoàn thành trong thời gian được xét; đăng ký trước, nghiệm thu sau khi hoàn thành."""
    period = look.drive.plan.period
    for case in look.drive.nominations.values():
        first = case.year or (period.since.year if period and period.since else None)
        for i, work in enumerate(case.works):
            done = work.finished_on
            if done is None:
                continue
            if first is not None and done.year < first:
                said = f"“{work.name}” hoàn thành ngày {format_short(done)}, trước năm {first}"
                yield _doubted(case, said, ("cong_trinh", i, "ngay_hoan_thanh"))
            listed = work.listed_in.issued_on if work.listed_in is not None else None
            if listed is not None and listed > done:
                said = f"“{work.name}” hoàn thành ngày {format_short(done)}, danh mục ghi ngày {format_short(listed)}"
                yield _doubted(case, said, ("cong_trinh", i, "thuoc_danh_muc", "ngay_ban_hanh"))
            for said, route in _papers_of_work(look, work, done):
                yield _doubted(
                    case, f"“{work.name}” hoàn thành ngày {format_short(done)}, {said}", ("cong_trinh", i, *route)
                )


def _papers_of_work(look: Look, work: Work, done: date) -> Iterator[tuple[str, Route]]:
    for j, paper in enumerate(work.papers):
        name, day = fold(look.drive.terms.papers.name(paper.kind)), paper.issued_on
        if day is None:
            continue
        accepted_before = fold("nghiệm thu") in name and day < done
        if accepted_before or (fold("đăng ký") in name and day > done):
            said = f"{look.drive.terms.papers.name(paper.kind)} ghi ngày {format_short(day)}"
            yield said, ("tai_lieu", j, "ngay_ban_hanh")


def _doubted(case: Nomination, said: str, route: Route) -> Diagnostic:
    return Diagnostic(
        codes_times.CONG_TRINH_LECH_NGAY,
        said,
        case.file,
        route,
        record=case.id,
        remedy="kiểm tra các ngày; nếu đúng thì Hội đồng xem xét có tính cho đợt này không",
    )


def evidence(look: Look) -> Iterator[Diagnostic]:
    """Tài liệu chứng minh có sau ngày áp dụng, ngày hoàn thành của điều nó chứng minh."""
    names, period = look.drive.terms.papers, look.drive.plan.period
    begun = date(period.since.year, 1, 1) if period and period.since else date.min
    for case in look.drive.nominations.values():
        first = date(case.year, 1, 1) if case.year else begun
        for key, i, name, since, papers in _proven(case):
            done = since or first
            for j, paper in enumerate(papers):
                day = paper.issued_on
                if day is None or day >= done or not _proves(names.name(paper.kind)):
                    continue
                dossier = look.dossier(case)
                if done > min((dossier and dossier.day) or date.max, look.today):
                    continue  # such a day is itself the mistake, said elsewhere
                said = f"{'áp dụng từ' if key == 'giai_phap' else 'hoàn thành'} ngày {format_short(done)}"
                if since is None:
                    said = f"chưa ghi ngày áp dụng; tài liệu có trước năm {done.year}"
                yield Diagnostic(
                    codes_times.CHUNG_MINH_TRUOC,
                    f"tài liệu {names.name(paper.kind)} ghi ngày {format_short(day)}, “{name}” {said}",
                    case.file,
                    (key, i, "tai_lieu", j, "ngay_ban_hanh"),
                    record=case.id,
                    remedy="kiểm tra hai ngày, hoặc nộp tài liệu về kết quả sau khi đã làm",
                )


def _proven(case: Nomination) -> Iterator[tuple[str, int, str | None, date | None, tuple[Paper, ...]]]:
    """What is said to have been applied or finished: its key and place, its name, since when, its papers."""
    for i, solution in enumerate(case.solutions):
        if solution.applied is not False:
            yield "giai_phap", i, solution.name, solution.applied_from, solution.papers
    for i, work in enumerate(case.works):
        if work.finished_on is not None:
            yield "cong_trinh", i, work.name, work.finished_on, work.papers


def _proves(name: str) -> bool:
    """Whether a kind of paper, by its name, tells of what came of something: there is nothing to tell before it is done."""
    folded = fold(name)
    return folded.startswith(_PROOF) or _RESULT in folded


_PROOF, _RESULT = fold("chứng minh"), fold("hiệu quả")
_LEAST_DONG, _LEAST_OF_PLAN, _MOST_OF_PLAN = 1_000_000, Fraction(1, 100), 2
"""Below and above these a figure is more likely typed in another unit than true; nobody is refused for it."""


def figures(look: Look) -> Iterator[Diagnostic]:
    """Số liệu không lệch hẳn: số tiền tính bằng đồng, tỷ lệ so với kế hoạch, ngày chốt trong thời gian của đợt."""
    drive = look.drive
    period = drive.plan.period
    shares = [one.share for group in drive.criteria for one in group.walk()]
    # What cannot exceed its whole is asked about by the judgement.
    pairs = list(dict.fromkeys((one.done, one.planned, one.ceiling is None) for one in shares if one))
    for case in drive.nominations.values():
        stated = case.figures
        if stated is None:
            continue
        told: list[tuple[str, str]] = []
        for id_, amount in stated.amounts.items():
            if 0 < amount < _LEAST_DONG and drive.terms.in_dong(stated, id_):
                told.append((id_, f"“{drive.terms.figures.name(id_)}” chỉ {format_decimal(amount)} đồng"))
            elif _MOST_OF_PLAN < amount < _LEAST_DONG and drive.terms.in_percent(stated, id_):
                told.append((id_, f"“{drive.terms.figures.name(id_)}” là {format_ratio(amount, 1)}"))
        for done, planned, may_exceed in pairs:
            part, whole = stated.amounts.get(done, 0), stated.amounts.get(planned, 0)
            if may_exceed and whole and part > _MOST_OF_PLAN * whole:
                name = drive.terms.figures.name(done)
                told.append((done, f"“{name}” bằng {format_ratio(part, whole)} “{drive.terms.figures.name(planned)}”"))
            elif part > 0 and part < _LEAST_OF_PLAN * whole and done not in {key for key, _ in told}:
                said = f"“{drive.terms.figures.name(done)}” chưa đến 1% “{drive.terms.figures.name(planned)}”"
                told.append((done, said))
        first = date(case.year, 1, 1) if case.year else period and period.since
        of_year = stated.as_of is not None and stated.as_of.year >= (
            stated.plan_year or 0
        )  # else the judgement says so
        if stated.as_of and first and of_year and stated.as_of < first:
            told.append(("ngay_chot", f"chốt ngày {format_short(stated.as_of)}, trước ngày {format_short(first)}"))
        for key, said in told:
            typed = next((one for one in stated.values if drive.terms.figures.find(one) == key), key)
            yield Diagnostic(
                codes_times.SO_LIEU_LA,
                f"{look.label(case)}: {said}",
                case.file,
                ("so_lieu", typed),
                record=f"{case.id}/{key}",
                remedy="kiểm tra số và don_vi_tinh" if key != "ngay_chot" else "kiểm tra ngày chốt số liệu",
            )


def reported(look: Look) -> Iterator[Diagnostic]:
    """Số liệu của báo cáo chốt không sau ngày gửi báo cáo, không trước năm, trước đợt của chỉ tiêu."""
    period = look.drive.plan.period
    for done in look.drive.duties.values():
        for at, one in _reported(done) if done.target_results else ():
            first = date(one.plan_year, 1, 1) if one.plan_year else period and period.since
            day = one.as_of
            if day is None or day > look.today:
                continue
            if done.day is not None and day > done.day:
                said = f"sau ngày gửi báo cáo {format_short(done.day)}"
            elif first is not None and day < first:
                said = f"trước ngày {format_short(first)}"
            else:
                continue
            yield Diagnostic(
                codes_times.SO_LIEU_LA,
                f"số liệu chốt ngày {format_short(day)}, {said}",
                done.file,
                (*at, "ngay_chot"),
                record=f"{done.id}/{at[-1]}",
                remedy="kiểm tra ngày chốt số liệu",
            )


def _reported(done: HandedIn) -> Iterator[tuple[Route, TargetResult]]:
    """The results of a report that state what was reached, each with its place."""
    for i, one in enumerate(done.target_results):
        if one.done is not None:
            yield ("ket_qua_chi_tieu", i), one


def registrations(look: Look) -> Iterator[Diagnostic]:
    """Bản đăng ký không tự trái nhau, kế hoạch của đơn vị ở đề nghị là kế hoạch đã đăng ký."""
    plans: dict[tuple[str, str], date] = {}
    for done in look.drive.duties.values():
        own = _plan_of(done)
        if own is not None and own.number and own.issued_on:
            plans[done.unit, fold(own.number)] = own.issued_on
        for said, route in _contradicting(look, done, own):
            yield _contradicted(done.file, route, done.id, said)
    for case in look.drive.nominations.values() if plans else ():
        for paper, route in case.every_paper():
            day = plans.get((case.unit, fold(paper.number))) if paper.number else None
            if day is None or paper.issued_on in (None, day):
                continue
            if case.unit in units_called(paper.issuer or look.book.unit_name(case.unit), look.drive):
                said = (
                    f"{paper.number} ghi ngày {format_short(paper.issued_on)}, bản đăng ký ghi ngày {format_short(day)}"
                )
                yield _contradicted(case.file, (*route, "ngay_ban_hanh"), case.id, said)


def _plan_of(done: HandedIn) -> Issued | None:
    """The unit's plan: the one a registration names, or what was handed in itself, by its letters."""
    if done.unit_plan is None and done.number and _PLAN in fold(done.number):
        return Issued(done.number, done.issued_on)
    return done.unit_plan


_PLAN = "/kh-"


def _contradicting(look: Look, done: HandedIn, own: Issued | None) -> Iterator[tuple[str, Route]]:
    """What in a registration cannot all be so, and where."""
    if done.target_count is not None and done.targets and done.target_count != len(done.targets):
        yield f"ghi {done.target_count} chỉ tiêu, kê {len(done.targets)}", ("so_luong_chi_tieu",)
    launched = done.launch.launched_on if done.launch is not None else None
    if launched is None:
        return
    said, duty = f"phát động ngày {format_short(launched)}", look.drive.plan.duty(done.duty)
    sent, planned = done.sent_on or done.received_on, own and own.issued_on
    with_launch = duty is not None and any(_LAUNCH in fold(one) for one in duty.contents)
    if sent is not None and launched > sent and with_launch:
        yield f"{said}, sau ngày gửi {format_short(sent)}", ("phat_dong", "ngay_phat_dong")
    elif planned is not None and launched < planned:
        yield f"{said}, trước ngày kế hoạch của đơn vị {format_short(planned)}", ("phat_dong", "ngay_phat_dong")


_LAUNCH = fold("phát động")


def _contradicted(file: str, route: Route, record: str, said: str) -> Diagnostic:
    remedy = "kiểm tra bản đăng ký và kế hoạch của đơn vị"
    return Diagnostic(codes_times.DANG_KY_TRAI_NHAU, said, file, route, record=record, remedy=remedy)


_YOUNGEST_AT_WORK, _YOUNGEST, _OLDEST = 15, 5, 110
"""Ages beyond which a year of birth is more likely mistyped than true; nobody is refused for it."""


def births(look: Look) -> Iterator[Diagnostic]:
    """Năm sinh hợp với một người đang công tác; học sinh, nhân dân thì từ 5 tuổi."""
    period = look.drive.plan.period
    year = (period.last_day if period and period.last_day else look.today).year
    for case in look.drive.nominations.values():
        born = year_of_birth(case)
        working = any(group != PEOPLE for group in case.person_groups)
        youngest = _YOUNGEST_AT_WORK if working else _YOUNGEST
        if born is not None and not youngest <= year - born <= _OLDEST:
            yield Diagnostic(
                codes_times.NAM_SINH_LA,
                f"{look.label(case)} sinh năm {born}, đợt thi đua năm {year}",
                case.file,
                ("ngay_sinh" if case.born_on else "nam_sinh",),
                record=case.id,
                remedy="kiểm tra lại năm sinh",
            )


RULES = (future, written_late, undone_early, merit_reversed, works, evidence, figures, reported, registrations, births)
