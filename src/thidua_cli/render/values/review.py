"""A review (sơ kết, tổng kết) as its report and annex print it: every number counted from records, what is
for people to judge left as a blank."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from thidua_cli.judge.figures import show_bound
from thidua_cli.judge.reports import ABOVE, BELOW, MET, NO_FIGURE, Rating
from thidua_cli.judge.review import Line, Review, Told, lines, movements, reports, yet_to_report
from thidua_cli.judge.standing import doers, handed_in
from thidua_cli.model.campaign import Target
from thidua_cli.model.deadline import Period
from thidua_cli.model.duty import LAUNCHING, REGISTERING
from thidua_cli.model.handed import HandedIn, TargetResult
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.dossier import launch_of
from thidua_cli.render.values.naming import Desk, iso, signs_for
from thidua_cli.render.values.review_people import (
    awards,
    balance,
    cases_of_review,
    decided_ids,
    role_models,
    solutions,
    works,
)
from thidua_cli.render.values.unit import head_of
from thidua_cli.source import Quantity
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, format_percent, two_digits
from thidua_cli.viet.text import capital

WORDS = (ABOVE, MET, BELOW, NO_FIGURE)
_NO_LEVEL = "không ấn định mức"


def review_values(desk: Desk, review: Review) -> dict[str, Any]:
    """The root ``bao_cao``."""
    unit = desk.book.units.get(review.unit or desk.book.own)
    sent = next((done for done, _ in reports(review, desk.drive) if unit and done.unit == unit.id), None)
    span = review.span or desk.drive.plan.period
    every = lines(review, desk.drive, desk.book)
    # A unit reports what it was given and what it set itself; the office reports on every target of the plan.
    rows = [_target(review, one) for one in every if (one.told if review.unit else one.target is not None)]
    cases = list(cases_of_review(desk, review))
    registered = list(_registrations(desk, review, every, cases))
    made, found = works(desk, cases), solutions(desk, cases)
    models = list(role_models(desk, review))
    return {
        "so_ky_hieu": (sent.number if sent else "") or "",
        "ngay_ban_hanh": iso(sent.issued_on if sent else None),
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else "",
        "chu_viet_tat": (unit.abbreviation or "") if unit else "",
        "nguoi_ky": signs_for(unit, (sent.issued_on if sent else None) or _last_told(every, span)),
        "noi_nhan": _copies(desk, review),
        "cua_don_vi": "có" if review.unit else "",
        "tu_ngay": iso(span.since if span else None),
        "den_ngay": iso(span.last_day if span else None),
        **_launched(desk, review),
        "chi_tieu": rows,
        "so_chi_tieu": two_digits(len(rows)) if rows else "",
        "dem_chi_tieu": _tally(row["danh_gia"] for row in rows),
        "chua_ro": [_unclear(row) for row in rows if row["danh_gia"] == NO_FIGURE],
        "chi_tieu_don_vi": list(_of_units(desk, review, every)),
        "chua_bao_cao": [desk.book.unit_name(id_) for id_ in yet_to_report(review, desk.drive, desk.book)]
        if review.unit is None
        else [],
        "phong_trao": _movements(desk, review, every),
        "dang_ky": registered,
        "so_dang_ky": two_digits(len({row["don_vi"] for row in registered})),
        "cong_trinh": made,
        "so_cong_trinh": two_digits(len(made)),
        "sang_kien": found,
        "dem_sang_kien": _counted(row["loai"] for row in found),
        "guong": models,
        "so_guong": two_digits(len(models)),
        **awards(desk, review, cases),
        "co_cau": balance(desk, review, cases),
    }


def _last_told(every: list[Line], span: Period | None) -> date | None:
    """The day a report not yet dated speaks of: that of its latest figure, for a campaign may go on for years."""
    days = [told.result.as_of for line in every for told in line.told if told.result.as_of]
    return max(days, default=span.last_day if span else None)


def _copies(desk: Desk, review: Review) -> list[str]:
    """Whom a unit's report goes to, by the plan; the office's own goes where the office sends it."""
    if review.unit is None:
        return []
    duties = [duty for duty in desk.drive.plan.duties if review.kind in duty.reviews and not duty.for_office]
    roles = dict.fromkeys(role for duty in duties for role in (*duty.addressees, duty.through) if role)
    return [desk.role_name(role) for role in roles]


def _launched(desk: Desk, review: Review) -> dict[str, Any]:
    """Who has launched the campaign, of those the plan asks to."""
    duties = [duty for duty in desk.drive.plan.duties if duty.kind == LAUNCHING]
    asked = {unit.id for duty in duties for unit in doers(duty, desk.drive, desk.book)}
    ids = {duty.id for duty in duties}
    done = {
        one.unit: one
        for one in desk.drive.duties.values()
        if one.duty in ids and review.holds((one.launch and one.launch.launched_on) or one.issued_on or one.day)
    }
    rows = [
        _launch_row(desk, id_, done.get(id_))
        for id_ in desk.book.units
        if id_ in asked | set(done) and review.unit in (None, id_)
    ]
    covered = sum(any(handed_in(duty, id_, desk.drive, desk.book)[0] for duty in duties) for id_ in asked)
    return {
        "phat_dong": rows if done else [],
        "cau_phat_dong": launch_of(desk, review.unit) if review.unit else "",
        "so_phat_dong": f"{two_digits(covered)}/{two_digits(len(asked))}" if asked and review.unit is None else "",
    }


def _launch_row(desk: Desk, unit: str, done: HandedIn | None) -> dict[str, str]:
    launched = done.launch.launched_on if done is not None and done.launch is not None else None
    return {
        "don_vi": desk.book.unit_name(unit),
        "van_ban": _paper(done) if done is not None else "",
        "ngay": iso(launched),
        "so_chi_tieu": two_digits(done.target_count) if done is not None and done.target_count else "",
    }


def _paper(done: HandedIn) -> str:
    """``Kế hoạch số 41/KH-UBND ngày 15/11/2024``: in a cell a day is short."""
    parts = [
        f"số {done.number}" if done.number else "",
        f"ngày {format_short(done.issued_on)}" if done.issued_on else "",
    ]
    return " ".join(["Kế hoạch", *(part for part in parts if part)]) if any(parts) else ""


# -- chỉ tiêu ------------------------------------------------------------------------------------


def level_words(target: Target | None) -> str:
    """The plan's level in its own words: ``từ 95% trở lên``."""
    if target is None:
        return ""
    levels = (
        (target.at_least, "từ {} trở lên"),
        (target.more_than, "trên {}"),
        (target.exactly, "bằng {}"),
        (target.at_most, "không quá {}"),
    )
    return next((words.format(_show(one, target.unit_of_measure)) for one, words in levels if one is not None), "")


def _show(one: Quantity | None, unit: str | None) -> str:
    if one is None:
        return ""
    return show_bound(one.value) if one.is_share else f"{format_decimal(one.value)} {unit or ''}".rstrip()


def _share(rating: Rating | None, target: Target | None) -> str:
    if rating is None or rating.share is None:
        return ""
    level = target.level if target is not None else None
    return format_percent(rating.share, threshold=level.value if level is not None and level.is_share else None)


def _verdict(rating: Rating | None) -> str:
    return rating.word if rating is not None else _NO_LEVEL


def _named_year(name: str, year: int | None) -> str:
    return f"{capital(name)} (năm {year})" if year else capital(name)


def _told_row(told: Told, target: Target | None) -> dict[str, str]:
    one: TargetResult = told.result
    lacking = told.rating.lacking if told.rating is not None else ""
    estimate = f"ước thực hiện {_show(one.estimate, one.unit_of_measure)}" if one.estimate and not one.done else ""
    return {
        "giao": _show(one.assigned, one.unit_of_measure),
        "thuc_hien": _show(one.done, one.unit_of_measure) if one.done and not one.done.is_share else "",
        "ty_le": _share(told.rating, target),
        "danh_gia": _verdict(told.rating),
        "ngay_chot": iso(one.as_of),
        "nguon": one.source or "",
        "ghi_chu": "; ".join(part for part in (lacking, estimate) if part),
    }


def _unclear(row: dict[str, str]) -> str:
    """A target that cannot be assessed: what is lacking, and how those stand who have reported."""
    told = f"; các đơn vị đã báo cáo: {row['dem']}" if row["dem"] and row["dem"] != f"01 {NO_FIGURE}" else ""
    return f"{row['ten']}: {row['ghi_chu']}{told}"


def _target(review: Review, line: Line) -> dict[str, str]:
    """A target in the report: the unit's own figure, the office's own, or the sum of the units'."""
    own = line.own if review.unit is None else next(iter(line.units), None)
    row = {
        "ten": _named_year(line.name, line.year),
        "dieu_khoan": (line.target.clause if line.target else "") or "",
        "muc": level_words(line.target),
        "dem": _tally(_verdict(one.rating) for one in line.units) if review.unit is None else "",
    }
    if own is not None:
        return row | _told_row(own, line.target)
    units = {one.result.as_of for one in line.units if one.result.as_of}
    source = f"cộng số liệu của {two_digits(len(line.units))} đơn vị" if line.assigned is not None else ""
    return row | _summed(line) | {"ngay_chot": iso(max(units, default=None)), "nguon": source}


def _summed(line: Line) -> dict[str, str]:
    """What the units' figures of a target come to."""
    return {
        "giao": _sum(line.assigned, line.unit_of_measure),
        "thuc_hien": _sum(line.done, line.unit_of_measure),
        "ty_le": _share(line.rating, line.target),
        "danh_gia": _verdict(line.rating),
        "ngay_chot": "",
        "nguon": "",
        "ghi_chu": line.rating.lacking if line.rating is not None else line.lacking,
    }


def _sum(value: Any, unit: str) -> str:
    return f"{format_decimal(value)} {unit}".rstrip() if value is not None else ""


def _tally(words: Iterable[str]) -> str:
    """``01 vượt, 02 đạt, 01 chưa có số liệu``."""
    counted = Counter(words)
    return ", ".join(f"{two_digits(counted[one])} {one}" for one in (*WORDS, _NO_LEVEL) if counted[one])


def _counted(kinds: Iterable[str]) -> str:
    """``05 giải pháp, 02 mô hình``: the commonest first."""
    return ", ".join(f"{two_digits(size)} {kind}" for kind, size in Counter(kinds).most_common())


def _of_units(desk: Desk, review: Review, every: list[Line]) -> Iterator[dict[str, str]]:
    """Each unit's figures, target by target, with the sum below where there is one."""
    for line in every:
        movement = next((one.name for one in desk.drive.plan.movements if one.id and one.id == line.movement), "")
        name = _named_year(line.name, line.year)
        for told in line.told:
            unit = desk.book.unit_name(told.unit) + (" (số của cả cơ quan)" if told.for_office else "")
            yield {"ten": name, "phong_trao": movement, "don_vi": unit, **_told_row(told, line.target)}
        if len(line.units) > 1 and review.unit is None:
            total = f"Cộng {two_digits(len(line.units))} đơn vị"
            yield {"ten": name, "phong_trao": movement, "don_vi": total, **_summed(line)}


def _movements(desk: Desk, review: Review, every: list[Line]) -> list[dict[str, Any]]:
    found = []
    for one in movements(review, desk.drive, every):
        tally = _tally(_verdict(told.rating) for line in one.lines for told in line.units)
        found.append(
            {
                "ten": one.movement.name,
                "dieu_khoan": one.movement.clause or "",
                "so_don_vi": two_digits(
                    len({unit for unit, _ in one.told} | {t.unit for x in one.lines for t in x.units})
                ),
                "dem": tally,
                "ket_qua": [
                    {
                        "don_vi": desk.book.unit_name(unit),
                        "dang_ky": result.registered or "",
                        "ket_qua": result.result or "",
                    }
                    for unit, result in one.told
                ],
            }
        )
    return found


def _registrations(desk: Desk, review: Review, every: list[Line], cases: list[Nomination]) -> Iterator[dict[str, str]]:
    """What each unit registered, beside what the records show of it."""
    duties = {duty.id: duty for duty in desk.drive.plan.duties if duty.kind in (REGISTERING, LAUNCHING)}
    told: dict[str, list[str]] = {}
    for line in every:
        for one in line.units:
            told.setdefault(one.unit, []).append(_verdict(one.rating))
    decided = decided_ids(desk, review)
    given = Counter(case.proposer for case in cases if case.id in decided)
    proposed = Counter(case.proposer for case in cases)
    for done in desk.drive.duties.values():
        said = [*done.titles, *done.targets]
        if done.target_count and not done.targets:
            said.append(f"{two_digits(done.target_count)} chỉ tiêu cụ thể")
        if done.duty not in duties or not said or review.unit not in (None, done.unit) or not review.holds(done.day):
            continue
        results = [f"chỉ tiêu đã báo cáo: {_tally(told[done.unit])}"] if done.unit in told else []
        if proposed[done.unit]:
            results.append(
                f"khen thưởng: đề nghị {two_digits(proposed[done.unit])}, đã quyết định {two_digits(given[done.unit])}"
            )
        yield {
            "don_vi": desk.book.unit_name(done.unit),
            "ngay": iso(done.day),
            "noi_dung": "; ".join(said),
            "ket_qua": "; ".join(results) or NO_FIGURE,
        }
