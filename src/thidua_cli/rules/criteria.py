"""Answers as findings: a miss points at the datum in the nomination and at the clause in the plan."""

from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic, Mark, Route
from thidua_cli.judge import Answer, Finding, Verdict, blamed, judge, uncovered_text
from thidua_cli.judge.concluded import conclusions
from thidua_cli.model.dossier import Stage
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes, codes_people
from thidua_cli.rules import codes_council as council
from thidua_cli.rules.bases import lines
from thidua_cli.rules.look import Look


def answers(look: Look) -> Iterator[Diagnostic]:
    """Every criterion that is missed or open, once for each mistake."""
    for case in look.drive.nominations.values():
        judgement = look.judgements[case.id]
        if judgement.uncovered:
            # Whose kind could not be read is told there.
            if case.subject_kind and not _outside(look, case) and not _ineligible(look, case):
                yield Diagnostic(
                    codes.KHONG_CO_TIEU_CHUAN,
                    uncovered_text(look.drive, case),
                    case.file,
                    ("hinh_thuc_de_nghi",),
                    record=case.id,
                    remedy="kiểm tra đối tượng và hình thức đề nghị",
                )
            continue
        if judgement.verdict is Verdict.MET or look.drive.plan.called_elsewhere(case.award, case.concrete_award):
            continue  # the latter is said by its name
        opened = " hoặc ".join(look.drive.plan.award_name(award) for award in judgement.open_awards)
        for answer in blamed(judgement.answers, Verdict.NOT_MET):
            yield _missed(look, case, answer, opened)
        for answer in blamed(judgement.answers, Verdict.OPEN):
            if answer.verdict is Verdict.OPEN and not _is_told(answer):
                yield _open(look, case, answer, _telling(answer, Verdict.OPEN))


def _outside(look: Look, case: Nomination) -> bool:
    award = look.drive.plan.award(case.award)
    return award is None or not look.drive.plan.has_route(award)


def _ineligible(look: Look, case: Nomination) -> bool:
    """Whether the plan does not name such subjects at all, which is said elsewhere."""
    lines = look.drive.plan.eligible
    return bool(lines) and all(line.subject_kind != case.subject_kind for line in lines)


def _mark(look: Look, answer: Answer) -> tuple[Mark, ...]:
    label = f"{answer.criterion.name} ({answer.clause})"
    return (Mark(look.drive.criteria_file, (*answer.criterion.route, "ten"), label),)


def _telling(answer: Answer, verdict: Verdict) -> list[Finding]:
    """The findings below an answer that make it what it is."""
    own = [finding for finding in answer.findings if finding.verdict is verdict]
    for child in () if answer.in_doubt else answer.children:
        if child.verdict is verdict:
            own += _telling(child, verdict)
    return own


def _is_told(answer: Answer) -> bool:
    """Whether an answer is open only for what is an error of its own elsewhere."""
    telling = _telling(answer, Verdict.OPEN) if answer.verdict is Verdict.OPEN else []
    return bool(telling) and all(one.told for one in telling)


def _missed(look: Look, case: Nomination, answer: Answer, opened: str) -> Diagnostic:
    telling = _telling(answer, Verdict.NOT_MET)
    first = telling[0] if telling else None
    reasons = "; ".join(finding.text for finding in telling) or "không thuộc trường hợp nào của tiêu chuẩn"
    name = answer.criterion.id or answer.criterion.name
    fallback = _fallback_clause(look, answer)
    note = f"; {answer.criterion.note}" if answer.criterion.note else ""
    if answer.binding:
        remedy = (
            f"kế hoạch mở hình thức khác: {opened}"
            if opened
            else "kiểm tra số liệu; nếu đúng thì không đề nghị hình thức này"
        )
        code = codes.CHUA_DAT
    else:
        remedy = f"kế hoạch không bắt buộc với hình thức này ({fallback}); Hội đồng xem xét, quyết định"
        code = codes.CAN_HOI_DONG
    return Diagnostic(
        code,
        f"{look.label(case)} chưa đạt tiêu chuẩn {name}: {reasons}",
        case.file,
        first.route if first and not first.file else ("hinh_thuc_de_nghi",),
        clause=answer.clause,
        remedy=remedy + note,
        record=f"{case.id}/{name}",
        related=_mark(look, answer),
    )


def _fallback_clause(look: Look, answer: Answer) -> str:
    """The clause that opens the other awards: of the award the missed criterion is binding for."""
    for award in answer.criterion.binding_for or ():
        form = look.drive.plan.award(award)
        if form is not None and form.fallback is not None:
            return form.fallback.clause or answer.clause
    return answer.clause


def _open(look: Look, case: Nomination, answer: Answer, telling: list[Finding]) -> Diagnostic:
    """``telling`` are the findings that leave it open."""
    first = telling[0] if telling else None
    name = answer.criterion.id or answer.criterion.name
    dossier = look.dossier(case)
    sent = not look.due(dossier, Stage.SUBMITTED)
    head = answer.criterion.unit_result is not None and sent and not answer.in_doubt
    # What binds no award at all is a tiêu chí, no tiêu chuẩn: its lack is for the council (plans.md X4.13).
    for_council = answer.criterion.binding_for == () and not answer.in_doubt
    return Diagnostic(
        codes.CHUA_XET_TAP_THE if head else codes.CAN_HOI_DONG if for_council else codes.CHUA_DU_CAN_CU,
        f"{name}, {answer.criterion.name}: {'; '.join(finding.text for finding in telling)}",
        case.file,
        first.route if first and not first.file else (),
        clause=answer.clause,
        record=f"{case.id}/{name}",
        due=look.due(dossier, Stage.SUBMITTED),
        remedy=first.remedy if first else "",
        related=_mark(look, answer),
    )


def unread_exclusions(look: Look) -> Iterator[Diagnostic]:
    """Điều kiện loại trừ khai “có” mà không tiêu chuẩn nào của trường hợp xét đến."""
    drive = look.drive
    for case in drive.nominations.values():
        if not case.exclusions or True not in case.exclusions.values():
            continue
        answers = look.judgements[case.id].every()
        read = {one.criterion.exclusion for one in answers if one.verdict is not Verdict.NOT_APPLICABLE}
        for point in (point for point, stated in case.exclusions.items() if stated and point not in read):
            printed = (one for group in drive.criteria for one in group.walk() if one.exclusion == point)
            yield Diagnostic(
                council.LOAI_TRU_NGOAI_TIEU_CHUAN,
                f"{look.label(case)} khai có “{drive.terms.attestations.name(point)}”; kế hoạch không ghi điều kiện này cho "
                f"{look.award(case)} của {case.subject_kind}",
                case.file,
                ("dieu_kien_loai_tru", point),
                clause=next((one.clause for one in printed if one.clause), ""),
                record=f"{case.id}/{point}",
                remedy="Hội đồng xem xét còn đề nghị hay không; khai nhầm thì sửa thành không",
            )


def unit_of_head(look: Look) -> Iterator[Diagnostic]:
    """Người đứng đầu được đề nghị: nói rõ tập thể đang đứng ở đâu (plans.md X4.9)."""
    collectives = {
        case.unit: case
        for case in look.drive.nominations.values()
        if case.subject_kind == "tập thể" and case.group_name is None
    }
    for case in look.drive.nominations.values():
        judgement = look.judgements[case.id]
        for answer in judgement.named():
            rule = answer.criterion.unit_result
            if rule is None or answer.in_doubt or answer.verdict is Verdict.NOT_APPLICABLE:
                continue
            unit = collectives.get(case.unit)
            if unit is None:
                said = f"tập thể {look.book.unit_name(case.unit)} không được đề nghị trong đợt này"
            else:
                own = judge(unit, look.drive, look.book)
                state = next((one.verdict for one in own.named() if one.criterion.id == rule.criterion), None)
                if state is None or state is Verdict.MET:
                    continue
                said = f"tập thể {look.book.unit_name(case.unit)}: {rule.criterion} {state.label}"
            yield Diagnostic(codes.TAP_THE_CHUA_DAT, said, case.file, ("don_vi",), clause=answer.clause, record=case.id)


def outside_route(look: Look) -> Iterator[Diagnostic]:
    """Hình thức không trình qua văn phòng này."""
    outside = {award.id: award for award in look.drive.plan.awards if not look.drive.plan.has_route(award)}
    for case in look.drive.nominations.values() if outside else ():
        award = outside.get(case.award)
        if award is None:
            continue
        why = (
            "do thủ trưởng đơn vị tự quyết định, không trình"
            if award.outside_route
            else "kế hoạch nhắc mà không có tiêu chuẩn, hồ sơ"
        )
        yield Diagnostic(
            codes.NGOAI_TUYEN,
            f"{award.short_name}: {why}",
            case.file,
            ("hinh_thuc_de_nghi",),
            clause=award.clause or "",
            record=case.id,
            remedy="đề nghị một hình thức có thủ tục trong kế hoạch",
        )


def named_award(look: Look) -> Iterator[Diagnostic]:
    """Hình thức thuộc tập mở thì nêu tên; hình thức đã có tên thì không đặt tên khác."""
    drive = look.drive
    open_sets = {award.id for award in drive.plan.awards if award.open_set}
    for case in drive.nominations.values():
        told = case.concrete_award
        if not told and case.award not in open_sets:
            continue
        due = look.due(look.dossier(case), Stage.SUBMITTED)
        yield from _named(
            look, case.award, told, told, look.label(case), (case.id, case.file, "hinh_thuc_de_nghi"), due
        )
    for decision in drive.decisions.values():
        told, known = decision.concrete_award, drive.concrete_of(decision)
        where = (decision.id, decision.file, "hinh_thuc_khen")
        yield from _named(look, decision.award, told, known, f"quyết định {decision.number or decision.id}", where, "")


def _named(
    look: Look, id_: str, told: str | None, known: str | None, what: str, where: tuple[str, str, str], due: str
) -> Iterator[Diagnostic]:
    """``told`` stands in the record itself, ``known`` may follow from the cases it is about."""
    award = look.drive.plan.award(id_)
    record, file, key = where
    if award is None or not look.drive.plan.has_route(award):
        return
    if award.open_set and not known:
        yield Diagnostic(
            codes_people.HINH_THUC_CHUA_CU_THE,
            f"{what}: kế hoạch chỉ ghi “{award.name}”, chưa nêu hình thức nào",
            file,
            (key,),
            clause=award.clause or "",
            record=record,
            due=due,
            remedy="ghi thêm hinh_thuc_cu_the: tên hình thức như in trên quyết định",
        )
    elif named := look.drive.plan.called_elsewhere(id_, told):
        yield Diagnostic(
            codes_people.HINH_THUC_CU_THE_THUA,
            f"{what}: kế hoạch đã gọi tên hình thức “{told}”, có tiêu chuẩn riêng",
            file,
            ("hinh_thuc_cu_the",),
            clause=named.clause or "",
            record=record,
            remedy=f"ghi {key}: {named.short_name}; bỏ hinh_thuc_cu_the",
        )
    elif told and not award.open_set:
        yield Diagnostic(
            codes_people.HINH_THUC_CU_THE_THUA,
            f"{what}: kế hoạch đã gọi tên {award.short_name}, “{told}” không in ở đâu",
            file,
            ("hinh_thuc_cu_the",),
            clause=award.clause or "",
            record=record,
            remedy="bỏ khóa này, hoặc đổi hình thức",
        )


def authority(look: Look) -> Iterator[Diagnostic]:
    """Quyết định của văn phòng chỉ tặng hình thức thuộc cấp của mình."""
    level = look.book.office.level if look.book.office else None
    for decision in look.drive.decisions.values():
        award = look.drive.plan.award(decision.award)
        if award is not None and award.is_above(level) and not decision.from_old_system:
            yield Diagnostic(
                codes.SAI_THAM_QUYEN,
                f"{award.short_name} thuộc thẩm quyền {award.authority}, không phải cấp {level}",
                decision.file,
                ("hinh_thuc_khen",),
                clause=award.clause or "",
                record=decision.id,
                remedy=f"trình {award.authority} quyết định",
            )


def decided(look: Look) -> Iterator[Diagnostic]:
    """Trường hợp được quyết định khen còn tiêu chuẩn không đạt, chưa đủ căn cứ; người có thẩm quyền quyết định."""
    for line in lines(look.drive):
        case, award = line.case, line.decision.award
        yield from _short_of(look, case, award, line.decision.file, line.decision.id, ("truong_hop", line.at))


def concluded(look: Look) -> Iterator[Diagnostic]:
    """Hội đồng cấp trên kết luận hình thức khác đề nghị thì đối chiếu với tiêu chuẩn của hình thức ấy."""
    drive, proposed = look.drive, look.drive.nominations
    named = (
        (vote.award, id_) for one in drive.meetings.values() for vote in one.votes if vote.award for id_ in vote.cases
    )
    changed = {id_: None for award, id_ in named if id_ in proposed and proposed[id_].award != award}
    if not changed:
        return
    last, decided_on = (
        conclusions(look.book, drive),
        {(line.case.id, line.decision.award) for line in lines(look.drive)},
    )
    for case in (proposed[id_] for id_ in changed):
        word, dossier = last[case.id], look.dossier(case)
        award, at = word.award(case), drive.vote_on(word.meeting, case.id)
        of_its_own = look.book.meeting_unit(word.meeting) in (case.unit, case.proposer, dossier and dossier.unit)
        if at and word.agreed and award != case.award and not of_its_own and (case.id, award) not in decided_on:
            route = ("bieu_quyet", at[0], "hinh_thuc_ket_luan")
            yield from _short_of(look, case, award, word.meeting.file, word.meeting.id, route)


def _short_of(look: Look, case: Nomination, award: str, file: str, record: str, route: Route) -> Iterator[Diagnostic]:
    """What a case still lacks for the award decided or concluded on."""
    own = look.judgements[case.id]
    judgement = own if award == case.award else judge(case, look.drive, look.book, award)
    if judgement.uncovered or judgement.verdict not in (Verdict.NOT_MET, Verdict.OPEN):
        return
    # What does not bind this award is left to the council, and the council has concluded.
    lacking = [one for one in blamed(judgement.answers, judgement.verdict) if one.binding and not _is_told(one)]
    if not lacking:
        return
    names = ", ".join(one.criterion.id or one.criterion.name for one in lacking[:3])
    more = f" và {len(lacking) - 3} tiêu chuẩn nữa" if len(lacking) > 3 else ""
    yield Diagnostic(
        council.KHEN_KHI_CHUA_DAT,
        f"{case.id}: {look.drive.plan.award_name(award)} {judgement.verdict.label} ở {names}{more}",
        file,
        route,
        clause=lacking[0].clause,
        record=f"{record}/{case.id}",
        remedy="bổ sung căn cứ vào đề nghị, hoặc xem lại hình thức của trường hợp này",
    )


RULES = (answers, unread_exclusions, unit_of_head, outside_route, named_award, authority, decided, concluded)
