"""Lints on duties: what was handed in late, short or incomplete, and what is still owed on the day.

What is owed is never a lỗi here: it is a note, and ``thidua status`` tells who owes what.
"""

from collections.abc import Iterator

from thidua_cli.diagnostic import Code, Diagnostic, Mark, Route
from thidua_cli.judge import Verdict, blamed
from thidua_cli.judge.reports import NO_FIGURE, agrees, introduced, rate, typed_share
from thidua_cli.judge.standing import State, doers, first_day, handed_in, past_at_issue, standing
from thidua_cli.model.awards import REPORT
from thidua_cli.model.campaign import Target
from thidua_cli.model.duty import INTRODUCING, REGISTERING, DutyKind
from thidua_cli.model.handed import HANDED_IN as _RECORD
from thidua_cli.model.handed import OF_KINDS, HandedIn, TargetResult
from thidua_cli.rules import codes, codes_people, codes_times
from thidua_cli.rules import codes_duties as own
from thidua_cli.rules.look import Look
from thidua_cli.rules.times import came_on, in_time_perhaps
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import name_key
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import fold


def _done(look: Look) -> Iterator[tuple[HandedIn, DutyKind]]:
    """Everything handed in for a duty the plan knows."""
    duties = {duty.id: duty for duty in look.drive.plan.duties}
    for done in look.drive.duties.values():
        if done.duty in duties:
            yield done, duties[done.duty]


def _place(look: Look, duty: DutyKind) -> Mark:
    return Mark(look.drive.plan.file, ("viec_phai_lam", look.drive.plan.duties.index(duty), "ten_viec"), duty.name)


def late(look: Look) -> Iterator[Diagnostic]:
    """Việc gửi sau hạn; hạn đã qua khi kế hoạch ban hành thì không trách ai."""
    for done, duty in _done(look):
        held = look.drive.deadline_of_duty(duty, done.unit)
        last = held.last_day if held else None
        came = came_on(done)
        if held is None or last is None or came is None or came.day <= last:
            continue
        if past_at_issue(look.drive.plan, last):
            continue
        perhaps = look.drive.deadline_of_duty(duty, done.unit, perhaps=True)
        yield Diagnostic(
            own.VIEC_QUA_HAN,
            f"{duty.name}: {came.verb} ngày {format_short(came.day)}, hạn cuối là {format_short(last)}{came.note}",
            done.file,
            (came.key,),
            clause=held.source,
            record=done.id,
            severity_override=in_time_perhaps(came.day, perhaps),
            remedy="nếu đã được gia hạn bằng văn bản, bên nhận ghi vào van_ban_bo_sung, khóa thoi_han_viec",
            related=(Mark(held.file, (*held.route, held.deadline.key), f"hạn: {held.deadline.wording}"),),
        )


def early(look: Look) -> Iterator[Diagnostic]:
    """Việc gửi trước ngày đầu của thời gian kế hoạch nêu, hoặc đăng ký trước khi có đợt."""
    for done, duty in _done(look):
        held = look.drive.deadline_of_duty(duty, done.unit)
        first = first_day(duty, held, look.drive.plan)
        came = came_on(done)
        if first is None or came is None or done.day is None or done.day >= first:
            continue
        yield Diagnostic(
            codes_times.TRUOC_NGAY_DAU,
            f"{duty.name}: ngày {format_short(done.day)}, trước ngày đầu {format_short(first)}",
            done.file,
            (came.key,),
            clause=duty.clause or "",
            record=done.id,
            remedy="kiểm tra ngày, hoặc gửi lại trong thời gian kế hoạch nêu",
            related=(_place(look, duty),),
        )


def owed(look: Look) -> Iterator[Diagnostic]:
    """Việc đã qua hạn mà chưa có bản ghi, gộp theo việc."""
    for duty in look.drive.plan.duties:
        if duty.deadline is None or duty.deadline.last_day is None or look.today <= duty.deadline.last_day:
            continue
        states = [
            standing(duty, unit, look.drive, look.book, look.today) for unit in doers(duty, look.drive, look.book)
        ]
        lacking = [one for one in states if one.state is State.OWED]
        if lacking:
            names = _some(look, [one.unit for one in lacking])
            yield Diagnostic(
                own.VIEC_CON_NO,
                f"{duty.name}: {two_digits(len(lacking))} đơn vị chưa có bản ghi đã gửi ({names}), "
                f"hạn cuối {format_short(duty.deadline.last_day)}",
                look.drive.file,
                clause=duty.clause or "",
                record=duty.id,
                remedy="xem thidua status",
            )


def told_with_case(look: Look) -> Iterator[Diagnostic]:
    """Việc không phải điều kiện khen, nhưng đơn vị có đề nghị thì nên đã làm: chỉ nêu để biết (plans.md X4.29)."""
    nominated = {case.unit for case in look.drive.nominations.values()}
    for duty in look.drive.plan.duties:
        if not duty.told_with_case:
            continue
        bound = [unit.id for unit in doers(duty, look.drive, look.book) if unit.id in nominated]
        lacking = [id_ for id_ in bound if handed_in(duty, id_, look.drive, look.book)[0] is None]
        if lacking:
            yield Diagnostic(
                own.VIEC_CON_NO,
                f"{duty.name}: {_some(look, lacking)} có đề nghị mà chưa có bản ghi",
                look.drive.file,
                clause=duty.clause or "",
                record=f"{duty.id}/đề nghị",
                remedy="không phải điều kiện khen; đã làm thì ghi ở duties/",
            )


def _some(look: Look, units: list[str]) -> str:
    names = ", ".join(map(look.book.unit_name, units[:3]))
    return names + (f" và {two_digits(len(units) - 3)} đơn vị khác" if len(units) > 3 else "")


def not_theirs(look: Look) -> Iterator[Diagnostic]:
    """Việc kế hoạch không giao cho đơn vị đã làm: ghi để biết, không phải lỗi."""
    bound: dict[str, set[str]] = {}  # asked once of a duty, not of each who did it
    for done, duty in _done(look):
        if duty.id not in bound:
            bound[duty.id] = {unit.id for unit in doers(duty, look.drive, look.book)}
        if done.unit in look.book.units and done.unit not in bound[duty.id]:
            yield Diagnostic(
                own.KHONG_PHAI_VIEC_CUA_DON_VI,
                f"kế hoạch không giao việc “{duty.name}” cho {look.book.unit_name(done.unit)}",
                done.file,
                clause=duty.clause or "",
                record=done.id,
            )


def misplaced(look: Look) -> Iterator[Diagnostic]:
    """Khóa của loại việc khác."""
    for done, duty in _done(look):
        for key, kinds in OF_KINDS.items():
            value = getattr(done, _RECORD.attr_of[key])
            if value not in (None, ()) and duty.kind not in kinds:
                yield Diagnostic(
                    own.KHOA_CUA_VIEC_KHAC,
                    f"khóa {key} là của việc {', '.join(sorted(kinds))}; việc này là {duty.kind}",
                    done.file,
                    (key,),
                    on_key=True,
                    record=done.id,
                    remedy="bỏ khóa này, hoặc chuyển tệp sang thư mục của việc đúng",
                )


def enough(look: Look) -> Iterator[Diagnostic]:
    """Số gương tối thiểu của mỗi đơn vị mỗi kỳ."""
    for done, duty in _done(look):
        least = duty.at_least or 0
        if duty.kind == INTRODUCING and done.day is not None and len(done.role_models) < least:
            yield Diagnostic(
                own.VIEC_THIEU_SO_LUONG,
                f"{duty.name}: giới thiệu {two_digits(len(done.role_models))} gương, mỗi đơn vị ít nhất {two_digits(least)}",
                done.file,
                ("guong",),
                on_key=True,
                clause=duty.clause or "",
                record=done.id,
                remedy="kê gương ở khóa guong, mỗi gương một mục",
                related=(_place(look, duty),),
            )


def complete(look: Look) -> Iterator[Diagnostic]:
    """Tài liệu kế hoạch yêu cầu kèm theo việc."""
    for done, duty in _done(look):
        if done.day is None:
            continue
        there = {fold(paper.kind) for paper in done.papers}
        if done.meeting is not None:
            there.add(fold("biên bản"))
        names = look.drive.terms.papers.names
        there |= {fold(names[paper.kind]) for paper in done.papers if paper.kind in names}
        for need in duty.papers:
            if fold(need) == fold(REPORT) and duty.kind == INTRODUCING:
                yield from _reports(look, done, duty)
            elif fold(need) not in there:
                yield _lacking(look, done, duty, need, ("tai_lieu",), f"thêm tai_lieu: loai_tai_lieu: {need}")


def _reports(look: Look, done: HandedIn, duty: DutyKind) -> Iterator[Diagnostic]:
    for index, model in enumerate(done.role_models):
        if model.report is None:
            who = model.full_name or model.group_name or "một gương"
            yield _lacking(
                look, done, duty, f"báo cáo thành tích của {who}", ("guong", index), "ghi bao_cao_thanh_tich"
            )


def _lacking(look: Look, done: HandedIn, duty: DutyKind, what: str, route: Route, remedy: str) -> Diagnostic:
    return Diagnostic(
        own.VIEC_THIEU_TAI_LIEU,
        f"{duty.name}: thiếu {what}",
        done.file,
        route,
        clause=duty.clause or "",
        record=f"{done.id}/{what}",
        remedy=remedy,
        related=(_place(look, duty),),
    )


def registration(look: Look) -> Iterator[Diagnostic]:
    """Bản đăng ký nói được đăng ký gì: kế hoạch, chỉ tiêu hay danh hiệu."""
    for done, duty in _done(look):
        said = done.targets or done.titles or done.target_count or done.unit_plan or done.launch or done.attachment
        if duty.kind == REGISTERING and done.day is not None and not said:
            what = "chỉ tiêu, danh hiệu hoặc kế hoạch đăng ký"
            yield _lacking(look, done, duty, what, (), "ghi chi_tieu_dang_ky, danh_hieu_dang_ky hoặc ke_hoach_don_vi")


def introduced_once(look: Look) -> Iterator[Diagnostic]:
    """Một người được giới thiệu làm gương một lần trong một kỳ."""
    first: dict[tuple[str, str], tuple[HandedIn, int]] = {}
    for done in look.drive.duties.values():
        for i, model in enumerate(done.role_models):
            if not model.full_name:
                continue
            before = first.setdefault((done.duty, name_key(model.full_name)), (done, i))
            if before[0] is not done or before[1] != i:
                where = "ở trên" if before[0] is done else f"do {look.book.unit_name(before[0].unit)} giới thiệu"
                yield Diagnostic(
                    codes_people.CO_THE_MOT_NGUOI,
                    f"gương {model.full_name} đã có {where} trong cùng kỳ",
                    done.file,
                    ("guong", i, "ho_ten"),
                    record=f"{done.id}/{i}",
                    remedy="nếu là một người thì giữ một dòng; là hai người trùng tên thì ghi lý do chấp nhận",
                    related=(Mark(before[0].file, ("guong", before[1], "ho_ten"), "lần trước"),),
                )


def role_models(look: Look) -> Iterator[Diagnostic]:
    """Gương đối chiếu với cùng tiêu chuẩn như một đề nghị; thiếu báo cáo đã nói ở chỗ khác."""
    for one in introduced(look.drive, look.book):
        if one.done.day is None:
            continue
        for verdict, code in ((Verdict.NOT_MET, codes.CHUA_DAT), (Verdict.OPEN, codes.CHUA_DU_CAN_CU)):
            for answer in blamed(one.judgement.answers, verdict):
                finding = next((each for each in answer.findings if each.verdict is verdict), None)
                if finding is None or (answer.criterion.papers and one.case.report is None):
                    continue
                yield Diagnostic(
                    code,
                    f"{look.label(one.case)}: {answer.criterion.name}: {finding.text}",
                    one.done.file,
                    ("guong", one.at),
                    clause=answer.clause,
                    record=f"{one.done.id}/{one.at}/{answer.criterion.id}",
                    remedy=finding.remedy,
                    related=(Mark(look.drive.criteria_file, (*answer.criterion.route, "ten"), answer.criterion.name),),
                )


def targets(look: Look) -> Iterator[Diagnostic]:
    """Chỉ tiêu của báo cáo: có trong kế hoạch, đủ số để so, tỷ lệ và đánh giá khớp số liệu. Không chặn đề nghị nào."""
    known = {target.id: target for target in look.drive.plan.targets}
    for done, _ in _done(look):
        told: set[tuple[str, int | None]] = set()
        for index, result in enumerate(done.target_results):
            target = known.get(result.target or "")
            if result.target is not None and target is None:
                yield Diagnostic(
                    codes.MA_KE_HOACH_LA,
                    f"không có chỉ tiêu “{result.target}”",
                    done.file,
                    ("ket_qua_chi_tieu", index, "chi_tieu"),
                    record=done.id,
                    remedy=f"kế hoạch có: {', '.join(known) or 'không có chỉ tiêu nào'}",
                )
                continue
            key = (result.target or fold(result.name or ""), result.plan_year)
            if key in told:
                yield _on_target(own.CHI_TIEU_KE_HAI_LAN, done, index, target, result, "kê hai lần trong một báo cáo")
            told.add(key)
            yield from _figures(done, index, target, result)


def _figures(done: HandedIn, index: int, target: Target | None, result: TargetResult) -> Iterator[Diagnostic]:
    """One target's figures: enough of them, and what is typed beside them agrees."""
    share = typed_share(target, result)
    if share is not None:
        said, shown = share
        yield _on_target(
            own.TY_LE_LECH, done, index, target, result,
            f"ghi {said}, số giao và số thực hiện cho thấy {shown}", "ty_le",
        )  # fmt: skip
    rating = rate(target, result)
    if rating is None:
        return
    if result.rating and not agrees(rating, result.rating) and (rating.word != NO_FIGURE or result.done is None):
        # Without any figure it is the figure that is asked about: where one could not be read, that is said already.
        step = "danh_gia" if result.done is not None or result.estimate is not None else "thuc_hien"
        said = f"ghi “{result.rating}”, số liệu cho thấy “{rating.word}”"
        yield _on_target(own.DANH_GIA_LECH, done, index, target, result, said, step)
    elif rating.word == NO_FIGURE and result.rating != NO_FIGURE:
        yield _on_target(own.CHI_TIEU_THIEU_SO, done, index, target, result, rating.lacking)
    elif result.done is not None and not result.source:
        yield _on_target(own.CHI_TIEU_THIEU_SO, done, index, target, result, "số liệu chưa ghi nguồn")


def _on_target(
    code: Code, done: HandedIn, index: int, target: Target | None, result: TargetResult, what: str, *step: str
) -> Diagnostic:
    name = target.name if target is not None else result.name or "chỉ tiêu chưa ghi tên"
    return Diagnostic(
        code,
        f"{name}: {what}",
        done.file,
        ("ket_qua_chi_tieu", index, *step),
        clause=(target.clause if target is not None else "") or "",
        record=f"{done.id}/{result.target or index}",
        remedy=_REMEDIES[code.id],
    )


_REMEDIES = {
    own.TY_LE_LECH.id: "bỏ ty_le để công cụ tự tính, hoặc sửa số giao, số thực hiện; tỷ lệ không được làm tròn qua mức",
    own.DANH_GIA_LECH.id: "kiểm tra số thực hiện và đánh giá; ước thực hiện chưa phải kết quả",
    own.CHI_TIEU_THIEU_SO.id: "ghi chi_tieu_giao, thuc_hien, don_vi_tinh, ngay_chot và nguon; chưa có thì ghi danh_gia: chưa có số liệu",
    own.CHI_TIEU_KE_HAI_LAN.id: "gộp thành một mục, hoặc ghi nam_ke_hoach khi là hai năm",
}


def movements(look: Look) -> Iterator[Diagnostic]:
    """Báo cáo theo từng phong trào: phong trào có trong kế hoạch, và phong trào nào chưa nêu."""
    known = {movement.id: movement for movement in look.drive.plan.movements if movement.id}
    for done, duty in _done(look):
        told = {result.movement for result in done.movement_results}
        places = [(one.movement, ("ket_qua_phong_trao", i)) for i, one in enumerate(done.movement_results)]
        places += [(one.movement, ("ket_qua_chi_tieu", i)) for i, one in enumerate(done.target_results) if one.movement]
        for movement, route in places:
            if movement not in known:
                yield Diagnostic(
                    codes.MA_KE_HOACH_LA,
                    f"không có phong trào “{movement}”",
                    done.file,
                    (*route, "phong_trao"),
                    record=done.id,
                    remedy=f"kế hoạch có: {', '.join(known)}",
                )
        lacking = [movement.name for id_, movement in known.items() if id_ not in told]
        if duty.by_movement and done.day is not None and lacking:
            yield Diagnostic(
                own.PHONG_TRAO_CHUA_BAO_CAO,
                f"{duty.name}: nêu {two_digits(len(told & set(known)))}/{two_digits(len(known))} phong trào",
                done.file,
                ("ket_qua_phong_trao",),
                on_key=True,
                clause=duty.clause or "",
                record=done.id,
                remedy="thêm phong trào đơn vị có tham gia; không tham gia thì thôi",
            )


RULES = (
    late,
    early,
    owed,
    told_with_case,
    not_theirs,
    misplaced,
    enough,
    complete,
    registration,
    introduced_once,
    role_models,
    targets,
    movements,
)
