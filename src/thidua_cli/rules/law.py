"""Lints on the law of the day: who may confer, which form, which texts, what a title is.

How grave a finding is follows from the legal value it rests on (`confidence`).
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua_cli.diagnostic import Diagnostic, Mark, Route
from thidua_cli.judge.regime import Conferral, Power, conferral, deciding_day, decision_of, form_of, received_day
from thidua_cli.law import NO_GROUND_FOR_MERIT, TITLE, Dated
from thidua_cli.law.tables import AwardForm, FormNumber
from thidua_cli.model.awards import REPORTS, Award
from thidua_cli.model.dossier import Decision, Dossier
from thidua_cli.rules import codes_law as codes
from thidua_cli.rules.confidence import resting_on
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short

# -- who may confer ----------------------------------------------------------------------------------


def decided_by(look: Look) -> Iterator[Diagnostic]:
    """Quyết định do người còn thẩm quyền tặng hình thức ấy vào ngày quyết định.

    Sai:   ngay_ban_hanh: 01/7/2025 · Chủ tịch Ủy ban nhân dân quận
    Đúng:  ngay_ban_hanh: 30/6/2025 · Chủ tịch Ủy ban nhân dân quận
    """
    for decision in look.drive.decisions.values():
        award = look.drive.plan.award(decision.award)
        day = _decision_day(look, decision)
        if award is None or award.open_set or day is None:
            continue
        found = conferral(look.book.law, award, decision.authority, day)
        office = look.book.office
        if found.power is Power.MAY_NOT and office is not None and award.level not in (None, office.level):
            continue  # an award of another level is said once, as TD508
        if found.basis is not None and found.power in (Power.GONE, Power.MAY_NOT):
            yield resting_on(
                codes.KHONG_CO_THAM_QUYEN,
                found.basis,
                f"{_why_not(found, award)}; quyết định ngày {format_short(day)}",
                decision.file,
                ("tham_quyen",) if decision.authority else ("hinh_thuc_khen",),
                record=decision.id,
                remedy=_instead(found),
            )


def _decision_day(look: Look, decision: Decision) -> date | None:
    """The day whose law the decision falls under."""
    for line in decision.cases:
        if line.nomination and decision_of(look.drive, line.nomination) is decision:
            return deciding_day(look.book, look.drive, line.nomination, "thẩm quyền")
    return decision.issued_on


def _why_not(found: Conferral, award: Award) -> str:
    if found.power is Power.GONE and found.basis is not None:
        return f"{found.who} không còn thẩm quyền tặng {award.short_name} từ {format_short(found.basis.valid_from)}"
    return f"{found.who} không có thẩm quyền tặng {award.short_name}"


def _instead(found: Conferral) -> str:
    return (
        f"nay thuộc thẩm quyền: {found.instead}" if found.instead else "kiểm tra hình thức, người có thẩm quyền, ngày"
    )


def proposed_to(look: Look) -> Iterator[Diagnostic]:
    """Đề nghị chưa quyết định: hình thức còn người có thẩm quyền tặng vào ngày nhận hồ sơ."""
    seen: dict[tuple[str, date], Conferral] = {}
    for dossier, _, case in look.listed():
        award = look.drive.plan.award(case.award)
        day = received_day(dossier)
        if award is None or award.open_set or day is None or case.id in look.drive.decision_on:
            continue
        key = (award.id, day)
        if key not in seen:
            seen[key] = conferral(look.book.law, award, None, day)
        found = seen[key]
        if found.basis is not None and found.power in (Power.GONE, Power.MAY_NOT):
            yield resting_on(
                codes.KHONG_CO_THAM_QUYEN,
                found.basis,
                f"{look.label(case)}: {_why_not(found, award)}; hồ sơ ngày {format_short(day)}",
                case.file,
                ("hinh_thuc_de_nghi",),
                record=case.id,
                remedy=_instead(found),
            )


# -- texts and forms ---------------------------------------------------------------------------------


def texts_in_force(look: Look) -> Iterator[Diagnostic]:
    """Văn bản quy định hồ sơ còn hiệu lực vào ngày nhận; căn cứ của kế hoạch còn hiệu lực vào ngày kế hoạch."""
    plan = look.drive.plan
    for dossier in look.drive.dossiers.values():
        day = received_day(dossier)
        if day is None or dossier.withdrawn:
            continue
        for key, route in _cited_by(look, dossier).items():
            found = _out_of_force(look, key, day)
            if found is not None:
                where = (
                    ("ngay_nhan",) if dossier.received_on else ("ngay_gui",) if dossier.sent_on else ("ngay_ban_hanh",)
                )
                mark = Mark(plan.file, route, "kế hoạch viện dẫn")
                yield _text_finding(found, dossier.file, where, f"{dossier.id}/{key}", (mark,))
    if look.drive.plan_is_ours and plan.issued_on is not None:
        for index, basis in enumerate(plan.bases):
            found = _out_of_force(look, basis.text, plan.issued_on)
            if found is not None:
                yield _text_finding(found, plan.file, ("can_cu_phap_ly", index, "van_ban"), basis.text, ())


def _cited_by(look: Look, dossier: Dossier) -> dict[str, Route]:
    """The texts a dossier's procedure rests on, each once, with where the plan cites it."""
    found: dict[str, Route] = {}
    for i, procedure in enumerate(look.drive.plan.procedures):
        if procedure.id != dossier.procedure:
            continue
        for key in procedure.by_texts:
            found.setdefault(key, ("thanh_phan_ho_so", i, "theo_van_ban"))
        for j, paper in enumerate(procedure.papers):
            if paper.by_text:
                found.setdefault(paper.by_text, ("thanh_phan_ho_so", i, "tai_lieu_phai_co", j, "theo_van_ban"))
    return found


_Stale = tuple[str, Dated[Any] | None, str]
"""What to say of a text, the legal value it rests on (none when only the plan says so), what to do."""


def _out_of_force(look: Look, key: str, day: date) -> _Stale | None:
    cited = look.drive.plan.texts.get(key)
    if cited is None:
        return None
    law = look.book.law
    value = law.text_numbered(cited.number)
    since, until = (value.valid_from, value.valid_to) if value is not None else (cited.valid_from, cited.valid_to)
    heir = law.text(value.value.replaced_by) if value is not None else None
    own = look.drive.plan.texts.get(cited.replaced_by or "")
    successor = (heir.value.number if heir else None) or (own.short if own else "")
    remedy = f"văn bản thay thế: {successor}" if successor else "kiểm tra văn bản thay thế"
    if until is not None and day > until:
        return (
            f"{cited.short} chỉ có hiệu lực đến hết {format_short(until)}, xét theo ngày {format_short(day)}",
            value,
            remedy,
        )
    if since is not None and day < since:
        return f"{cited.short} có hiệu lực từ {format_short(since)}, xét theo ngày {format_short(day)}", value, remedy
    return None


def _text_finding(found: _Stale, file: str, route: Route, record: str, related: tuple[Mark, ...]) -> Diagnostic:
    message, value, remedy = found
    if value is not None:
        return resting_on(
            codes.VAN_BAN_HET_HIEU_LUC, value, message, file, route, record=record, remedy=remedy, related=related
        )
    return Diagnostic(codes.VAN_BAN_HET_HIEU_LUC, message, file, route, record=record, remedy=remedy, related=related)


def forms(look: Look) -> Iterator[Diagnostic]:
    """Mẫu số kế hoạch ghi đúng mẫu của nghị định ấy vào ngày nhận hồ sơ."""
    plan = look.drive.plan
    for dossier in look.drive.dossiers.values():
        day = received_day(dossier)
        if day is None or dossier.withdrawn:
            continue
        for i, procedure in enumerate(plan.procedures):
            for j, paper in enumerate(procedure.papers if procedure.id == dossier.procedure else ()):
                typed = re.search(r"\d+", paper.form or "")
                cited = plan.texts.get(paper.by_text or "")
                if typed is None or cited is None:
                    continue
                right = _forms_for(look, dossier, paper.kind, day, cited.number)
                if not right or int(typed[0]) in right:
                    continue
                form = next(iter(right.values()))
                yield resting_on(
                    codes.MAU_SO_KHAC,
                    form,
                    f"kế hoạch ghi {paper.form}, {cited.short}: "
                    + (f"Mẫu số {form.value.number}" if form.value.number else "không có mẫu cho giấy này"),
                    dossier.file,
                    ("thu_tuc",),
                    record=f"{dossier.id}/{paper.kind}",
                    remedy="đối chiếu phụ lục của nghị định, sửa mau_so ở kế hoạch",
                    related=(
                        Mark(plan.file, ("thanh_phan_ho_so", i, "tai_lieu_phai_co", j, "mau_so"), "kế hoạch ghi"),
                    ),
                )


def _forms_for(
    look: Look, dossier: Dossier, paper: str, day: date, decree: str | None
) -> dict[int | None, Dated[FormNumber]]:
    """The numbers a paper may have in a dossier on a day, of that decree only: a form of a decree out of
    force is said once, as the decree. A collective and a person may have different forms."""
    law = look.book.law
    cases = look.drive.cases_of(dossier)
    if paper in REPORTS:
        one_of_each = {case.subject_kind: case for case in cases}
        found = [form_of(law, look.drive, case, day) for case in one_of_each.values()]
    else:
        found = [law.known("forms", (paper,), day)]
    numbers: dict[int | None, Dated[FormNumber]] = {}
    for form in found:
        text = law.text(form.value.by_text) if form is not None else None
        if form is not None and text is not None and text.value.number == decree:
            numbers.setdefault(int(form.value.number) if form.value.number else None, form)
    return numbers


# -- titles and awards, kinds of commendation ----------------------------------------------------------


def titles(look: Look) -> Iterator[Diagnostic]:
    """Danh hiệu thi đua không phải hình thức khen thưởng, và mỗi danh hiệu chỉ cho đối tượng của nó."""
    plan, law = look.drive.plan, look.book.law
    day = plan.issued_on or (plan.period.last_day if plan.period else None)
    for index, award in enumerate(plan.awards if look.drive.plan_is_ours and day is not None else ()):
        known = law.known("awards", (law.award_id(award.name, award.short_name) or "",), day or date.min)
        if (
            known is not None
            and award.kind in ("khen thưởng", TITLE)
            and (award.kind == TITLE) != (known.value.kind == TITLE)
        ):
            yield resting_on(
                codes.NHAM_DANH_HIEU,
                known,
                f"{award.name} là {known.value.kind}, kế hoạch ghi {award.kind}",
                plan.file,
                ("hinh_thuc", index, "loai_hinh_thuc"),
                record=award.id,
                remedy=f"ghi loai_hinh_thuc: {known.value.kind}",
            )
    seen: dict[tuple[str, date | None], Dated[AwardForm] | None] = {}
    for dossier, _, case in look.listed():
        key = (case.award, received_day(dossier) or day)
        if key not in seen:
            seen[key] = _known_as(look, *key)
        known = seen[key]
        if known is not None and case.subject_kind and case.subject_kind not in known.value.subjects:
            yield resting_on(
                codes.NHAM_DANH_HIEU,
                known,
                f"{look.label(case)}: {known.value.name} chỉ tặng {', '.join(known.value.subjects)}",
                case.file,
                ("hinh_thuc_de_nghi",),
                record=case.id,
                remedy="kiểm tra doi_tuong và hinh_thuc_de_nghi",
            )


def _known_as(look: Look, award: str, day: date | None) -> Dated[AwardForm] | None:
    """What the law of a day knows of an award of the plan."""
    form, law = look.drive.plan.award(award), look.book.law
    id_ = law.award_id(form.name, form.short_name) if form else None
    return law.known("awards", (id_,), day) if id_ and day else None


def not_counted(look: Look) -> Iterator[Diagnostic]:
    """Khen đột xuất, khen theo đợt hoặc chuyên đề không làm căn cứ xét công trạng."""
    if look.drive.plan.award_type != "công trạng":
        return
    types = {
        (decision.number, decision.issued_on): drive.plan.award_type
        for drive in look.book.drives.values()
        for decision in drive.decisions.values()
        if decision.number
    }
    for case in look.drive.nominations.values():
        for index, past in enumerate(case.past_awards):
            kind = past.award_type or types.get((past.number or "", past.issued_on))
            if kind not in ("đột xuất", "phong trào thi đua"):
                continue
            clause = look.book.law.provision_on(NO_GROUND_FOR_MERIT, look.day_of_law(case))
            if clause:  # else the law of that day is not known here, and nothing is said in its name
                yield Diagnostic(
                    codes.KHEN_DOT_TINH_CONG_TRANG,
                    f"{look.label(case)}: {past.award} là khen {kind}, không làm căn cứ xét công trạng",
                    case.file,
                    ("khen_thuong_da_co", index, "hinh_thuc"),
                    clause=clause,
                    record=f"{case.id}/{index}",
                    remedy="vẫn kê khai được; không tính vào tiêu chuẩn của lần xét này",
                )


RULES = (decided_by, proposed_to, texts_in_force, forms, titles, not_counted)
