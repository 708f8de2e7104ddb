"""The words of the criteria vocabulary, each laid beside the data of one case. Pure.

Every word returns a finding; none of them ever guesses a missing datum.
"""

import re
from datetime import date
from functools import lru_cache

from thidua_cli.diagnostic import Route
from thidua_cli.judge.answers import (
    FIGURE_MISSING,
    MET,
    NOT_IN_PLAN,
    NOT_MET,
    OPEN,
    OTHER_TEXT,
    PAPER_MISSING,
    TO_CONFIRM,
    Finding,
)
from thidua_cli.judge.case import Case
from thidua_cli.judge.counts import counting, earlier, one_of, papers_there
from thidua_cli.judge.elections import chosen
from thidua_cli.judge.figures import comparison, share
from thidua_cli.judge.grounds import before_the_campaign, is_unread, objection
from thidua_cli.judge.standing import first_day, handed_in
from thidua_cli.model.criteria import Criterion
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.nomination import NOMINATION, Attestation
from thidua_cli.model.unit import Post
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import is_full_name, same_name
from thidua_cli.viet.text import fold


def lay(criterion: Criterion, case: Case) -> tuple[Finding, ...]:
    """A finding for every word the criterion itself says (its children are judged on their own)."""
    found: list[Finding] = []
    if criterion.attestation:
        found.append(attested(criterion.attestation, case))
    if criterion.exclusion:
        found.append(excluded(criterion.exclusion, case))
    if criterion.papers:
        found += papers_there(criterion.papers, case.record.papers, ("tai_lieu",), case)
    if criterion.share:
        found.append(share(criterion.share, case))
    if criterion.comparison:
        found.append(comparison(criterion.comparison, case))
    if criterion.earlier:
        found.append(earlier(criterion.earlier, case.record, NOMINATION.attr_of, ()))
    if criterion.one_of:
        found += one_of(criterion.one_of, case)
    if criterion.scope_from:
        found.append(Finding(OPEN, "pham_vi_tu chỉ xét được trong so_luong_it_nhat", (), NOT_IN_PLAN))
    if criterion.counting:
        found.append(counting(criterion.counting, case))
    if criterion.registered:
        found.append(registered(criterion.registered, case))
    if criterion.unit_result:
        found.append(attested(criterion.unit_result.attestation, case))
    if criterion.other_text:
        found.append(other_text(criterion, case))
    if criterion.election:
        found.append(chosen(criterion.election, case, attested(criterion.election.attestation, case)))
    return tuple(found)


# -- attestations --------------------------------------------------------------------------------


def attested(point: str, case: Case) -> Finding:
    """Whether someone entitled to, or the minutes of a meeting, states the point."""
    name = case.drive.terms.attestations.name(point)
    if case.record.attestations:
        stated = [
            _stated(one, name, ("xac_nhan", i), case)
            for i, one in enumerate(case.record.attestations)
            if one.point == point
        ]
        if stated:
            worst = min(stated, key=lambda one: one.verdict)
            return worst if worst.verdict is not NOT_MET else _contradicted(worst, stated, point, name, case)
    return _minuted(point, name, case)


def _minuted(point: str, name: str, case: Case) -> Finding:
    """What the minutes state of all cases of a meeting that speaks for this one, or else why none does."""
    why = refused = ""
    for meeting in case.meetings:
        if point not in meeting.general_attestations:
            continue
        why = objection(meeting, case)
        if not why:
            return _in_minutes(name, meeting.held_on, meeting.file)
        refused = f"; cuộc họp {meeting.id} {why}"
    return Finding(
        OPEN,
        f"chưa có xác nhận “{name}”{refused}",
        ("xac_nhan",),
        TO_CONFIRM,
        "Hội đồng ghi vào xac_nhan_chung của cuộc họp, hoặc người có thẩm quyền xác nhận ở xac_nhan",
        told=is_unread(why) or _cites_what_is_not_there(case),
    )


def _cites_what_is_not_there(case: Case) -> bool:
    """Whether the dossier names a meeting without a readable record, which is an error where it stands."""
    return case.dossier is not None and any(id_ not in case.drive.meetings for id_ in case.dossier.meetings)


def _contradicted(worst: Finding, stated: list[Finding], point: str, name: str, case: Case) -> Finding:
    """A denial, unless somebody else affirms the point: which of the two stands is for people to say."""
    minuted = _minuted(point, name, case)
    if minuted.verdict is not MET and all(one.verdict is not MET for one in stated):
        return worst
    told = [_told(one, case) for one in case.record.attestations if one.point == point]
    told += [minuted.text.removeprefix(f"{name}: ")] if minuted.verdict is MET else []
    remedy = "giữ lời xác nhận sau cùng có giá trị, bỏ lời kia; hoặc để Hội đồng kết luận"
    return Finding(OPEN, f"{name}: lời xác nhận trái nhau: {'; '.join(told)}", worst.route, TO_CONFIRM, remedy)


def _told(one: Attestation, case: Case) -> str:
    """Who said what on which day."""
    meeting = case.drive.meetings.get(one.meeting or "")
    day = meeting.held_on if meeting else one.confirmed_on
    who = f"cuộc họp {one.meeting}" if one.meeting else one.confirmed_by
    return f"{who}{f' ngày {format_short(day)}' if day else ''} ghi {one.result or 'chưa rõ'}"


@lru_cache(maxsize=4096)
def _in_minutes(name: str, held_on: date | None, file: str) -> Finding:
    """What the minutes of a meeting state of all its cases: one value for all of them."""
    day = f" ngày {format_short(held_on)}" if held_on else ""
    return Finding(MET, f"{name}: Biên bản họp{day} xác nhận", ("xac_nhan_chung",), file=file)


def _stated(one: Attestation, name: str, route: Route, case: Case) -> Finding:
    if one.meeting is None and not one.confirmed_by:
        return Finding(
            OPEN,
            f"{name}: chưa ghi ai xác nhận",
            route,
            TO_CONFIRM,
            "ghi theo_cuoc_hop, hoặc nguoi_xac_nhan cùng chuc_vu và ngay_xac_nhan",
        )
    if one.meeting is not None:
        meeting = case.drive.meetings.get(one.meeting)
        why = objection(meeting, case) if meeting else "không có bản ghi"
        if why:
            return Finding(
                OPEN,
                f"{name}: cuộc họp {one.meeting} {why}",
                (*route, "theo_cuoc_hop"),
                TO_CONFIRM,
                "ghi cuộc họp đã thống nhất đề nghị trường hợp này",
                told=meeting is None or is_unread(why),
            )
    if one.confirmed_by and case.record.full_name and same_name(one.confirmed_by, case.record.full_name):
        return Finding(
            OPEN,
            f"{name}: người được đề nghị tự xác nhận cho mình",
            (*route, "nguoi_xac_nhan"),
            TO_CONFIRM,
            "cấp trên trực tiếp hoặc Hội đồng xác nhận",
        )
    position = one.position or _post(one, case)
    lacking = _unnamed(one, position)
    if lacking:
        key, what = lacking
        return Finding(OPEN, f"{name}: chưa ghi {what}", (*route, key), TO_CONFIRM, f"ghi {key}")
    if one.meeting is None and (when := _out_of_time(one.confirmed_on, case)):
        return Finding(
            OPEN, f"{name}: xác nhận {when}", (*route, "ngay_xac_nhan"), TO_CONFIRM, "kiểm tra ngay_xac_nhan"
        )
    if one.meeting is None and (former := _former_post(one, case)):
        until = f"giữ chức {former.position} đến ngày {format_short(former.until)}" if former.until else ""
        text = f"{name}: {one.confirmed_by} {until}, trước ngày xác nhận"
        remedy = "người đang giữ chức xác nhận lại; còn giữ chức thì sửa den_ngay ở units.yaml"
        return Finding(OPEN, text, (*route, "nguoi_xac_nhan"), TO_CONFIRM, remedy)
    if one.meeting is None and (holder := _held_by_another(one, case)):
        text = f"{name}: {position} ngày ấy là {holder.full_name} theo units.yaml, không phải {one.confirmed_by}"
        remedy = "sửa nguoi_xac_nhan, chuc_vu; người mới giữ chức thì ghi ở nguoi_dung_dau kèm tu_ngay, người trước kèm den_ngay"
        return Finding(OPEN, text, (*route, "nguoi_xac_nhan"), TO_CONFIRM, remedy)
    if one.result == "không áp dụng":
        # A line the plan prints without a condition is not dropped because someone says so.
        return Finding(
            OPEN,
            f"{name}: ghi “không áp dụng”, nhưng kế hoạch không đặt điều kiện cho tiêu chuẩn này",
            (*route, "ket_qua"),
            TO_CONFIRM,
            "ghi đạt hoặc không đạt; nếu thật không áp dụng thì để Hội đồng xem xét",
        )
    if one.result is None:
        return Finding(OPEN, f"{name}: chưa ghi kết quả xác nhận", route, TO_CONFIRM, "ghi ket_qua: đạt hoặc không đạt")
    who = f"cuộc họp {one.meeting}" if one.meeting else f"{one.confirmed_by}{', ' + position if position else ''}"
    return Finding(MET if one.result == "đạt" else NOT_MET, f"{name}: {one.result} ({who})", (*route, "ket_qua"))


def _post(one: Attestation, case: Case) -> str | None:
    """The post in units.yaml of who attests: in the nominee's unit or above it, or in a council there."""
    if one.meeting is not None or not one.confirmed_by:
        return None
    for unit in (case.book.units.get(id_) for id_ in case.book.above(case.record.unit)):
        if unit is None:
            continue
        if post := unit.post_of(one.confirmed_by, one.confirmed_on):
            return post[0].position or ("người đứng đầu" if post[1] else "cấp phó")
        for member in unit.council.members if unit.council else ():
            if same_name(member.full_name, one.confirmed_by) and member.held_on(one.confirmed_on):
                return member.position or member.council_role or "thành viên Hội đồng"
    return None


def _former_post(one: Attestation, case: Case) -> Post | None:
    """The post somebody attests in that units.yaml, of the nominee's unit or above it, says was over by then."""
    said, day = fold(one.position or ""), one.confirmed_on
    former = None
    for unit in (case.book.units.get(id_) for id_ in case.book.above(case.record.unit)):
        for post in (*unit.heads, *unit.deputies) if unit is not None else ():
            if not same_name(post.full_name, one.confirmed_by or ""):
                continue
            if post.held_on(day):
                return None
            held = fold(post.position or "")
            if post.until is not None and day is not None and post.until < day and (said in held or held in said):
                former = post
    return former


def _held_by_another(one: Attestation, case: Case) -> Post | None:
    """Who headed the nominee's unit, or one above it, under the very title somebody else attests with."""
    said, found = fold(one.position or ""), None
    for unit in (case.book.units.get(id_) for id_ in case.book.above(case.record.unit)):
        head = unit.head_on(one.confirmed_on) if unit is not None and said else None
        if head is None or fold(head.position or "") != said:
            continue
        if same_name(head.full_name, one.confirmed_by or ""):
            return None
        found = found or head
    return found


def _unnamed(one: Attestation, position: str | None) -> tuple[str, str] | None:
    """What a person's word lacks to be one: who said so, in which post, when; the key and its name."""
    if one.meeting is not None:
        return None
    if not is_full_name(one.confirmed_by or ""):
        return "nguoi_xac_nhan", "họ và tên người xác nhận"
    if not any(map(str.isalpha, position or "")):
        return "chuc_vu", "chức vụ người xác nhận"
    return None if one.confirmed_on else ("ngay_xac_nhan", "ngày xác nhận")


def _out_of_time(day: date | None, case: Case) -> str:
    """That nobody can have vouched that day: before the campaign had begun, or after the dossier had left."""
    handed_over = case.handed_over
    if day is not None and handed_over is not None and day > handed_over:
        return f"ngày {format_short(day)}, sau ngày nộp hồ sơ {format_short(handed_over)}"
    return before_the_campaign(day, case)


def excluded(point: str, case: Case) -> Finding:
    """Whether an exclusion is expressly denied for this nominee; it has no default."""
    return _declared(point, case.drive.terms.attestations.name(point), (case.record.exclusions or {}).get(point))


@lru_cache(maxsize=256)
def _declared(point: str, name: str, value: bool | None) -> Finding:
    """What a nominee's word on an exclusion says: one value for all who say the same."""
    if value is None:
        return Finding(
            OPEN,
            f"chưa khai “{name}”: có hay không",
            ("dieu_kien_loai_tru",),
            TO_CONFIRM,
            f"ghi {point}: không (hoặc có) ở dieu_kien_loai_tru; điều này khai cho từng trường hợp",
        )
    text = f"khai {'có' if value else 'không'}: {name}"
    return Finding(NOT_MET if value else MET, text, ("dieu_kien_loai_tru", point))


def other_text(criterion: Criterion, case: Case) -> Finding:
    """A criterion that stands in another text: only an attestation settles it."""
    assert criterion.other_text is not None
    found = attested(criterion.other_text.attestation, case)
    text = case.drive.plan.texts.get(criterion.other_text.text)
    label = text.short if text else criterion.other_text.text
    return (
        found._replace(text=f"tiêu chuẩn theo {label}; {found.text}", reason=OTHER_TEXT)
        if found.verdict is OPEN
        else found
    )


def registered(duty: str, case: Case) -> Finding:
    """Whether the unit, or where the duty says so a unit above it, did the registration in time."""
    kind = case.drive.plan.duty(duty)
    if kind is None:
        return Finding(OPEN, f"kế hoạch không có việc “{duty}”", (), NOT_IN_PLAN)
    unit = case.record.unit
    done, through = handed_in(kind, unit, case.drive, case.book)
    if done is None:
        where = f"ghi duties/{duty}/{unit}.yaml"
        return Finding(OPEN, f"chưa thấy đơn vị đã làm việc “{kind.name}”", ("don_vi",), PAPER_MISSING, where)
    name = kind.name if through is None else f"{kind.name}, tính theo {case.book.unit_name(through)}"
    held = case.drive.deadline_of_duty(kind, done.unit)
    last = held.last_day if held else None
    if done.day is None:
        return Finding(OPEN, f"{name}: chưa ghi ngày gửi", (), FIGURE_MISSING, "ghi ngay_gui", done.file)
    said = f"{'nhận' if done.received_on else 'gửi'} {format_short(done.day)}"
    if last is not None and done.day > last:
        text = f"{name}: {said}, hạn cuối {format_short(last)}"
        perhaps = case.drive.deadline_of_duty(kind, done.unit, perhaps=True)
        if perhaps is not None and perhaps.covers(done.day):
            text = f"{text}; {perhaps.source} gia hạn, chưa rõ có phải của bên nhận"
            remedy = "ghi co_quan_ban_hanh như tên ở units.yaml, hoặc thêm tên ấy vào ten_khac"
            return Finding(OPEN, text, (), TO_CONFIRM, remedy, done.file)
        return Finding(NOT_MET, text, (), file=done.file)
    first = first_day(kind, held, case.drive.plan)
    if first is not None and done.day < first:
        text = f"{name}: {said}, trước ngày đầu {format_short(first)}"
        remedy = "kiểm tra ngày; bên nhận còn nhận bản ấy cho đợt này thì ghi ngay_nhan trong thời gian đăng ký"
        return Finding(OPEN, text, (), TO_CONFIRM, remedy, done.file)
    return _of_another(kind, done, case) or Finding(MET, f"{name}: {said}", (), file=done.file)


def _of_another(kind: DutyKind, done: HandedIn, case: Case) -> Finding | None:
    """A registration that says it is of something else than the duty asks for, or of other titles than the one proposed."""
    if kind.registers and done.registered_kinds and kind.registers not in done.registered_kinds:
        text = f"{kind.name}: đơn vị ghi là đăng ký {', '.join(done.registered_kinds)}, cần đăng ký {kind.registers}"
        return Finding(OPEN, text, ("loai_dang_ky",), TO_CONFIRM, "kiểm tra bản đăng ký", done.file)
    title = case.record.concrete_award
    if not title or not done.titles or _registers(done.titles, title):
        return None
    text = f"{kind.name}: đơn vị đăng ký {', '.join(done.titles)}; đề nghị “{title}”"
    remedy = "kiểm tra bản đăng ký: danh_hieu_dang_ky ghi từng danh hiệu như ở hinh_thuc_cu_the"
    return Finding(OPEN, text, ("danh_hieu_dang_ky",), TO_CONFIRM, remedy, done.file)


# Titles are compared folded, and so are the words around them.
_AROUND = rf"^[\d\s]*(?:{fold('danh hiệu')}\s+)?|\""


def _registers(titles: tuple[str, ...], title: str) -> bool:
    """Whether a title is among those registered; how many of it, or for whom, may stand around it."""
    asked = re.sub(_AROUND, "", fold(title))
    one_by_one = (re.sub(_AROUND, "", fold(one)) for text in titles for one in re.split("[;,]", text))
    return any(one == asked or one.startswith((f"{asked} ", f"{asked}:", f"{asked}(")) for one in one_by_one)
