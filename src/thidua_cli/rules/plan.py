"""Lints on a plan itself. They speak only where the plan's text stands in this repository, because
nobody here can mend a plan that travels with thidua."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from thidua_cli.book.terms import is_percent
from thidua_cli.diagnostic import Diagnostic, Route
from thidua_cli.judge import covers
from thidua_cli.judge.figures import show_quantity
from thidua_cli.judge.standing import earliest_issue, past_at_issue
from thidua_cli.model.awards import CONFERRED
from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.model.citing import AWARD_ID, DUTY_ID, ROLE_ID, TEXT_ID, Reference
from thidua_cli.model.criteria import CRITERIA, Criterion
from thidua_cli.model.deadline import Deadline, Period
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.rules import codes_plan as codes
from thidua_cli.rules.look import Look
from thidua_cli.rules.times import on_day_off
from thidua_cli.source import Kind, mapped
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import nearest


def references(look: Look) -> Iterator[Diagnostic]:
    """Mã vai trò, văn bản, hình thức, việc, tiêu chuẩn mà kế hoạch viện đến trong chính nó."""
    plan, drive = look.drive.plan, look.drive
    known: dict[str, Iterable[str]] = {
        ROLE_ID.to: plan.roles,
        TEXT_ID.to: plan.texts,
        AWARD_ID.to: [award.id for award in plan.awards],
        DUTY_ID.to: [duty.id for duty in plan.duties],
    }
    for kind, part, file in ((CAMPAIGN, plan, plan.file), (CRITERIA, drive.criteria, drive.criteria_file)):
        for what, id_, route in _cited(kind, part):
            if id_ not in known[what]:
                yield _unknown(what, id_, known[what], file, route)
    criteria = _every(drive.criteria)
    ids = [one.id or "" for one in criteria]
    for one in criteria:
        if one.unit_result is not None and one.unit_result.criterion not in ids:
            route = (*one.route, "ket_qua_don_vi", "xem_xet")
            yield _unknown("tiêu chuẩn", one.unit_result.criterion, ids, drive.criteria_file, route)


def _cited(kind: Kind, part: Any) -> list[tuple[str, str, Route]]:
    """Every id by which a part of the plan names an entry of it: what that is, the id and where it stands."""
    cited = []

    def note(kind: Reference, id_: str, route: Route) -> str:
        cited.append((kind.to, id_, route))
        return id_

    mapped(kind, part, (), Reference, note)
    return cited


def _unknown(what: str, id_: str, known: Iterable[str], file: str, route: Route) -> Diagnostic:
    known = list(known)
    return Diagnostic(
        codes.MA_TRONG_KE_HOACH_LA,
        f"kế hoạch không có {what} “{id_}”",
        file,
        route,
        record=f"{what}/{id_}",
        remedy=nearest(id_, known, f"kế hoạch có: {', '.join(known) or 'không có mục nào'}"),
    )


def criteria(look: Look) -> Iterator[Diagnostic]:
    """Tiêu chuẩn chưa nói đối chiếu thế nào."""
    for one in _every(look.drive.criteria):
        problem = _unusable(one)
        if problem:
            yield Diagnostic(
                codes.TU_CHUA_DUNG_DUOC,
                f"{one.id or one.name}: {problem}",
                look.drive.criteria_file,
                one.route,
                record=one.id or one.name,
                remedy="viết theo từ vựng của criteria.yaml; xem các kế hoạch đi kèm thidua",
            )
        yield from _unlike(look, one)


def _every(groups: tuple[Criterion, ...]) -> list[Criterion]:
    return [one for group in groups for one in group.walk()]


def _unusable(one: Criterion) -> str:
    if not one.asks:
        return "chưa ghi cách đối chiếu"
    if one.share is not None and one.share.at_least is None and one.share.more_than is None:
        return "ty_le chưa ghi mức dat_tu hoặc vuot"
    if one.comparison is not None and not any(bound is not None for bound in one.comparison[2:]):
        return "so_sanh chưa ghi mức"
    if one.scope_from is not None:
        return "pham_vi_tu chỉ dùng trong so_luong_it_nhat"
    return ""


def _unlike(look: Look, one: Criterion) -> Iterator[Diagnostic]:
    """A bound in percent beside a figure of which nobody says that it is one, or the other way round."""
    word, terms = one.comparison, look.drive.terms
    if word is None or word.against or word.figure not in terms.units_of_figures:
        return
    in_percent = is_percent(terms.units_of_figures[word.figure] or "")
    for key, bound in (
        ("dat_tu", word.at_least),
        ("vuot", word.more_than),
        ("bang", word.exactly),
        ("khong_qua", word.at_most),
    ):
        if bound is not None and bound.value and bound.is_share is not in_percent:
            name = terms.figures.name(word.figure)
            yield Diagnostic(
                codes.MUC_KHAC_DON_VI,
                f"{one.id or one.name}: mức {show_quantity(bound)}, "
                + (f"{name} tính bằng %" if in_percent else f"{name} không ghi là tính bằng %"),
                look.drive.criteria_file,
                (*one.route, "so_sanh", key),
                clause=one.clause or "",
                record=f"{one.id or one.name}/{key}",
                remedy="mức là phần trăm thì ghi kèm dấu %"
                if in_percent
                else f'ghi don_vi_tinh: "%" ở du_lieu.so_lieu.{word.figure} của campaign.yaml',
            )


def repeated(look: Look) -> Iterator[Diagnostic]:
    """Hai mục cùng mã."""
    plan = look.drive.plan
    groups: tuple[tuple[str, str, list[str | None]], ...] = (
        ("hinh_thuc", "id", [one.id for one in plan.awards]),
        ("noi_dung_thi_dua", "id", [one.id for one in plan.contents]),
        ("phong_trao_con", "id", [one.id for one in plan.movements]),
        ("chi_tieu_thi_dua", "id", [one.id for one in plan.targets]),
        ("tuyen_trinh", "linh_vuc", [one.field for one in plan.routes]),
        ("thanh_phan_ho_so", "id", [one.id for one in plan.procedures]),
        ("viec_phai_lam", "id", [one.id for one in plan.duties]),
    )
    for section, key, ids in groups:
        for i, id_ in enumerate(ids):
            if id_ is not None and id_ in ids[:i]:
                yield _twice(id_, plan.file, (section, i, key))
    seen: set[str] = set()
    for one in _every(look.drive.criteria):
        if one.id is not None and one.id in seen:
            yield _twice(one.id, look.drive.criteria_file, (*one.route, "id"))
        seen.add(one.id or "")


def _twice(id_: str, file: str, route: Route) -> Diagnostic:
    return Diagnostic(
        codes.MA_LAP_TRONG_KE_HOACH,
        f"mã “{id_}” dùng hai lần",
        file,
        route,
        record=id_,
        remedy="đặt mã khác cho mục sau",
    )


def clauses(look: Look) -> Iterator[Diagnostic]:
    """Mỗi mục có điều khoản của nó."""
    plan = look.drive.plan
    sections: tuple[tuple[str, Iterable[Any]], ...] = (
        ("giai_doan", plan.phases),
        ("doi_tuong_du_dieu_kien", plan.eligible),
        ("noi_dung_thi_dua", plan.contents),
        ("phong_trao_con", plan.movements),
        ("chi_tieu_thi_dua", plan.targets),
        ("hinh_thuc", plan.awards),
        ("tuyen_trinh", plan.routes),
        ("quy_trinh", plan.steps),
        ("thanh_phan_ho_so", plan.procedures),
        ("viec_phai_lam", plan.duties),
    )
    for section, entries in sections:
        for i, entry in enumerate(entries):
            if not entry.clause:
                yield _no_clause(f"{section}, mục thứ {i + 1}", plan.file, (section, i))
    for key, one in (("thoi_gian", plan.period), ("han_nop_ho_so", plan.deadline), ("kinh_phi", plan.money)):
        if one is not None and not one.clause:
            yield _no_clause(key, plan.file, (key,))
    for criterion in _every(look.drive.criteria):
        if not criterion.clause:
            yield _no_clause(criterion.id or criterion.name, look.drive.criteria_file, criterion.route)


def _no_clause(what: str, file: str, route: Route) -> Diagnostic:
    return Diagnostic(
        codes.MUC_THIEU_DIEU_KHOAN, f"{what} chưa ghi điều khoản", file, route, record=what, remedy="ghi dieu_khoan"
    )


def awards(look: Look) -> Iterator[Diagnostic]:
    """Hình thức không có tiêu chuẩn; điều kiện loại trừ chỉ in ở vài danh sách (plans.md X4.18)."""
    drive = look.drive
    used = {case.award for case in drive.nominations.values()} | {one.award for one in drive.decisions.values()}
    for i, award in enumerate(drive.plan.awards):
        if award.level is None and award.kind in CONFERRED and not award.open_set and award.id in used:
            yield Diagnostic(
                codes.HINH_THUC_CHUA_RO_CAP,
                f"{award.short_name}: đã có đề nghị, chưa rõ cấp nào khen thưởng",
                drive.plan.file,
                ("hinh_thuc", i, "cap_khen_thuong"),
                clause=award.clause or "",
                record=award.id,
                remedy="ghi cap_khen_thuong theo người có thẩm quyền tặng",
            )
        covered = any(covers(group, kind, award.id) for group in drive.criteria for kind in SUBJECT_KINDS)
        if not covered and not award.outside_route and not award.open_set:
            yield Diagnostic(
                codes.HINH_THUC_KHONG_TIEU_CHUAN,
                f"{award.short_name}: kế hoạch không có tiêu chuẩn",
                drive.plan.file,
                ("hinh_thuc", i),
                clause=award.clause or "",
                record=award.id,
            )
    lists = [group for group in drive.criteria if group.applies_to is not None]
    points = dict.fromkeys(one.exclusion for group in lists for one in group.walk() if one.exclusion)
    for point in points:
        without = [group for group in lists if all(one.exclusion != point for one in group.walk())]
        if without and len(without) < len(lists):
            yield Diagnostic(
                codes.LOAI_TRU_KHONG_DEU,
                f"“{drive.terms.attestations.name(point)}” không in ở: {'; '.join(group.name for group in without)}",
                drive.criteria_file,
                clause="; ".join(dict.fromkeys(group.clause or "" for group in without)),
                record=point,
                remedy="không thêm vào; nếu Hội đồng muốn áp dụng thì ghi bằng văn bản hướng dẫn",
            )


def times(look: Look) -> Iterator[Diagnostic]:
    """Hạn trước khi hết đợt (X4.5), hạn đã qua khi ban hành (X4.24), ngày ngược, việc không chủ."""
    plan = look.drive.plan
    last = plan.period.last_day if plan.period else None
    due = plan.deadline.last_day if plan.deadline else None
    if due is not None and last is not None and due < last:
        yield Diagnostic(
            codes.HAN_TRUOC_KHI_HET_DOT,
            f"hồ sơ nộp đến {format_short(due)}, đợt kết thúc {format_short(last)}: số liệu năm đối chiếu lại khi tổng kết",
            plan.file,
            ("han_nop_ho_so",),
            on_key=True,
            clause=plan.deadline.clause or "" if plan.deadline else "",
        )
    for i, duty in enumerate(plan.duties):
        day = duty.deadline.last_day if duty.deadline else None
        if past_at_issue(plan, day) and day is not None:
            issued = earliest_issue(plan) or date.min
            yield Diagnostic(
                codes.DA_QUA_KHI_BAN_HANH,
                f"{duty.name}: hạn {format_short(day)}, kế hoạch ban hành sớm nhất {format_short(issued)}",
                plan.file,
                ("viec_phai_lam", i, "thoi_han"),
                on_key=True,
                clause=duty.clause or "",
                record=duty.id,
            )
        who = duty.doers
        if who is None or not (who.all_units or who.unit_kinds or who.clusters or who.roles):
            yield Diagnostic(
                codes.VIEC_KHONG_CHU,
                f"việc “{duty.name}” chưa ghi ai làm",
                plan.file,
                ("viec_phai_lam", i),
                clause=duty.clause or "",
                record=duty.id,
                remedy="ghi don_vi_thuc_hien",
            )
        yield from _last_day(look, duty.deadline, ("viec_phai_lam", i, "thoi_han"))
    yield from _backwards(look, plan.period, ("thoi_gian",))
    yield from _last_day(look, plan.deadline, ("han_nop_ho_so",))
    for i, phase in enumerate(plan.phases):
        yield from _backwards(look, phase, ("giai_doan", i))


def _last_day(look: Look, deadline: Deadline | None, route: Route) -> Iterator[Diagnostic]:
    yield from _backwards(look, deadline, route)
    if deadline is not None:
        for found in on_day_off(look, deadline, look.drive.plan.file, (*route, deadline.key)):
            yield found._replace(clause=deadline.clause or "")


def _backwards(look: Look, span: Period | Deadline | None, route: Route) -> Iterator[Diagnostic]:
    if span is not None and span.since and span.last_day and span.since > span.last_day:
        yield Diagnostic(
            codes.THOI_GIAN_NGUOC,
            f"từ {format_short(span.since)} đến {format_short(span.last_day)}",
            look.drive.plan.file,
            route,
            on_key=True,
            remedy="kiểm tra hai ngày",
        )


def numbering(look: Look) -> Iterator[Diagnostic]:
    """Chỗ kế hoạch đánh số nhảy, lặp, như người gõ đã ghi nhận."""
    for i, note in enumerate(look.drive.plan.scan_notes):
        if note.numbering:
            yield Diagnostic(
                codes.DANH_SO_KE_HOACH,
                f"{note.where}: kế hoạch {note.numbering}" + (f" ({note.note})" if note.note else ""),
                look.drive.plan.file,
                ("ghi_chu_so_hoa", i, "danh_so"),
                clause=note.where,
                record=note.where,
                remedy="viện dẫn đúng như in; nếu kế hoạch chưa ban hành thì đánh số lại",
            )


_CHECKS = (references, criteria, repeated, clauses, awards, times, numbering)


def of_our_own(look: Look) -> Iterator[Diagnostic]:
    """Every check of a plan, where its text is ours to mend."""
    if look.drive.plan_is_ours:
        for check in _CHECKS:
            yield from check(look)


RULES = (of_our_own,)
