"""The words of the criteria vocabulary, each laid beside the data of one case. Pure.

Every word returns a finding; none of them ever guesses a missing datum.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Route
from thidua_cli.judge.answers import (
    FIGURE_MISSING,
    NOT_IN_PLAN,
    OTHER_TEXT,
    PAPER_MISSING,
    TO_CONFIRM,
    Finding,
    Verdict,
)
from thidua_cli.model.criteria import (
    LEVEL_LADDER,
    SCOPE_LADDER,
    Comparison,
    Count,
    Criterion,
    Earlier,
    PaperNeed,
    Share,
)
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import NOMINATION, PAPER, SOLUTION, WORK, Attestation, Nomination, Paper
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_amount, format_percent
from thidua_cli.viet.text import fold

MET, OPEN, NOT_MET = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET
_SETTLED = ("thống nhất đề nghị", "đề nghị hình thức khác")


class Case(NamedTuple):
    """A nomination with the campaign and the repository around it."""

    record: Nomination
    drive: Drive
    book: Book

    def name(self, lookup: str, id_: str) -> str:
        """A term's printed name."""
        names: dict[str, str] = getattr(self.drive.terms, lookup).names
        return names.get(id_, id_)


def lay(criterion: Criterion, case: Case) -> tuple[Finding, ...]:
    """A finding for every word the criterion itself says (its children are judged on their own)."""
    found: list[Finding] = []
    if criterion.attestation:
        found.append(attested(criterion.attestation, case))
    if criterion.exclusion:
        found.append(excluded(criterion.exclusion, case))
    if criterion.papers:
        found += [paper_there(need, case.record.papers, ("tai_lieu",), case) for need in criterion.papers]
    if criterion.share:
        found.append(share(criterion.share, case))
    if criterion.comparison:
        found.append(comparison(criterion.comparison, case))
    if criterion.earlier:
        found.append(earlier(criterion.earlier, case.record, NOMINATION.attr_of, ()))
    if criterion.one_of:
        found += one_of(criterion.one_of, case.record, NOMINATION.attr_of, (), case)
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
    return tuple(found)


# -- attestations --------------------------------------------------------------------------------


def attested(point: str, case: Case) -> Finding:
    """Whether someone entitled to, or the minutes of a meeting, states the point."""
    name = case.name("attestations", point)
    stated = [(i, one) for i, one in enumerate(case.record.attestations) if one.point == point]
    if stated:
        return min((_stated(one, name, ("xac_nhan", i), case) for i, one in stated), key=lambda one: one.verdict)
    for meeting in meetings_on(case):
        if point in meeting.general_attestations:
            day = f" ngày {format_short(meeting.held_on)}" if meeting.held_on else ""
            return Finding(MET, f"{name}: Biên bản họp{day} xác nhận", ("xac_nhan_chung",), file=meeting.file)
    return Finding(
        OPEN,
        f"chưa có xác nhận “{name}”",
        ("xac_nhan",),
        TO_CONFIRM,
        "Hội đồng ghi vào xac_nhan_chung của cuộc họp, hoặc người có thẩm quyền xác nhận ở xac_nhan",
    )


def meetings_on(case: Case) -> list[Meeting]:
    """The meetings that considered the case and did not put it off."""
    found = []
    for id_ in case.drive.votes_on.get(case.record.id, ()):
        meeting = case.drive.meetings[id_]
        vote = meeting.vote_on(case.record.id)
        if vote is not None and vote[1].conclusion in _SETTLED:
            found.append(meeting)
    return found


def _stated(one: Attestation, name: str, route: Route, case: Case) -> Finding:
    if one.meeting is None and not one.confirmed_by:
        return Finding(
            OPEN,
            f"{name}: chưa ghi ai xác nhận",
            route,
            TO_CONFIRM,
            "ghi theo_cuoc_hop, hoặc nguoi_xac_nhan cùng chuc_vu và ngay_xac_nhan",
        )
    if one.meeting is not None and all(meeting.id != one.meeting for meeting in meetings_on(case)):
        return Finding(
            OPEN,
            f"{name}: cuộc họp {one.meeting} chưa xét trường hợp này",
            (*route, "theo_cuoc_hop"),
            TO_CONFIRM,
            "ghi cuộc họp đã biểu quyết trường hợp này",
        )
    if one.confirmed_by and case.record.full_name and fold(one.confirmed_by) == fold(case.record.full_name):
        return Finding(
            OPEN,
            f"{name}: người được đề nghị tự xác nhận cho mình",
            (*route, "nguoi_xac_nhan"),
            TO_CONFIRM,
            "cấp trên trực tiếp hoặc Hội đồng xác nhận",
        )
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
    who = (
        f"cuộc họp {one.meeting}" if one.meeting else f"{one.confirmed_by}{', ' + one.position if one.position else ''}"
    )
    return Finding(MET if one.result == "đạt" else NOT_MET, f"{name}: {one.result} ({who})", (*route, "ket_qua"))


def excluded(point: str, case: Case) -> Finding:
    """Whether an exclusion is expressly denied for this nominee; it has no default."""
    name = case.name("attestations", point)
    value = (case.record.exclusions or {}).get(point)
    route: Route = ("dieu_kien_loai_tru", point) if value is not None else ("dieu_kien_loai_tru",)
    if value is None:
        return Finding(
            OPEN,
            f"chưa khai “{name}”: có hay không",
            route,
            TO_CONFIRM,
            f"ghi {point}: không (hoặc có) ở dieu_kien_loai_tru; điều này khai cho từng trường hợp",
        )
    return Finding(NOT_MET if value else MET, f"khai {'có' if value else 'không'}: {name}", route)


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


# -- figures -------------------------------------------------------------------------------------


def share(word: Share, case: Case) -> Finding:
    """The ratio of two figures against the plan's bound, by exact multiplication."""
    gap = _figures_gap(case, (word.done, word.planned))
    if gap is not None:
        return gap
    figures = case.record.figures
    assert figures is not None
    done, planned = figures.amounts[word.done], figures.amounts[word.planned]
    if planned <= 0:
        return Finding(
            OPEN,
            f"{case.name('figures', word.planned)} bằng 0 nên không có gì để so",
            ("so_lieu", word.planned),
            FIGURE_MISSING,
            "kiểm tra số được giao",
        )
    bound = word.at_least if word.at_least is not None else word.more_than
    if bound is None:
        return Finding(OPEN, "tiêu chuẩn không ghi mức", (), FIGURE_MISSING)
    met = done >= bound * planned if word.at_least is not None else done > bound * planned
    shown = format_percent(Fraction(done) / Fraction(planned), threshold=bound)
    need = f"từ {show_bound(bound)} trở lên" if word.at_least is not None else f"trên {show_bound(bound)}"
    unit = figures.unit_of_measure or ""
    left_out = "".join(f", không tính {case.name('figures', key)}" for key in word.excluded)
    text = f"{show_amount(done)}/{show_amount(planned)} {unit}".rstrip() + f", bằng {shown}{left_out}; cần {need}"
    return Finding(MET if met else NOT_MET, text, ("so_lieu", word.done))


def comparison(word: Comparison, case: Case) -> Finding:
    """A figure against a bound, or against another figure times the bound."""
    keys = (word.figure, word.against) if word.against else (word.figure,)
    gap = _figures_gap(case, tuple(keys))
    if gap is not None:
        return gap
    figures = case.record.figures
    assert figures is not None
    value = Fraction(figures.amounts[word.figure])
    base = Fraction(figures.amounts[word.against]) if word.against else Fraction(1)
    checks: tuple[tuple[Fraction | None, Callable[[Fraction], bool], str], ...] = (
        (word.at_least, lambda bound: value >= bound * base, "từ {} trở lên"),
        (word.more_than, lambda bound: value > bound * base, "trên {}"),
        (word.exactly, lambda bound: value == bound * base, "bằng {}"),
        (word.at_most, lambda bound: value <= bound * base, "không quá {}"),
    )
    asked = [(bound, check, words) for bound, check, words in checks if bound is not None]
    met = all(check(bound) for bound, check, _ in asked)
    need = ", ".join(words.format(show_amount(bound * base)) for bound, _, words in asked)
    return Finding(
        MET if met and asked else NOT_MET if asked else OPEN,
        f"{case.name('figures', word.figure)}: {show_amount(value)}; cần {need}",
        ("so_lieu", word.figure),
    )


def _figures_gap(case: Case, keys: tuple[str, ...]) -> Finding | None:
    """What is missing before figures may be compared (plans.md X4.5), or ``None``."""
    figures = case.record.figures
    missing = [key for key in keys if figures is None or key not in figures.amounts]
    if figures is None or missing:
        names = "; ".join(case.name("figures", key) for key in missing)
        return Finding(
            OPEN, f"thiếu số liệu: {names}", ("so_lieu",), FIGURE_MISSING, f"ghi {', '.join(missing)} ở so_lieu"
        )
    if figures.kind is None:
        return Finding(
            OPEN,
            "chưa ghi số liệu là thực hiện hay ước thực hiện",
            ("so_lieu",),
            FIGURE_MISSING,
            "ghi loai_so: thực hiện, kèm ngay_chot và nguon",
        )
    if figures.kind == "ước thực hiện":
        return Finding(
            OPEN,
            "số liệu là ước thực hiện, chưa phải kết quả",
            ("so_lieu", "loai_so"),
            FIGURE_MISSING,
            "thay bằng số thực hiện đến ngày chốt, có nguồn xác nhận",
        )
    if figures.as_of is None:
        return Finding(OPEN, "số liệu chưa ghi ngày chốt", ("so_lieu",), FIGURE_MISSING, "ghi ngay_chot")
    return _year_gap(figures.plan_year, figures.as_of, case)


def _year_gap(plan_year: int | None, as_of: date, case: Case) -> Finding | None:
    """The year's target is measured on the year, so the figures must say which year they are of."""
    period = case.drive.plan.period
    if plan_year is None:
        return Finding(OPEN, "số liệu chưa ghi năm kế hoạch", ("so_lieu",), FIGURE_MISSING, "ghi nam_ke_hoach")
    first = period.since.year if period and period.since else plan_year
    last = period.last_day.year if period and period.last_day else plan_year
    if not first <= plan_year <= last:
        return Finding(
            OPEN,
            f"số liệu của năm {plan_year}, đợt thi đua xét năm {last}",
            ("so_lieu", "nam_ke_hoach"),
            FIGURE_MISSING,
            f"ghi số liệu của năm {last}",
        )
    if as_of.year < plan_year:
        return Finding(
            OPEN,
            f"ngày chốt {format_short(as_of)} trước năm kế hoạch {plan_year}",
            ("so_lieu", "ngay_chot"),
            FIGURE_MISSING,
            "kiểm tra ngay_chot và nam_ke_hoach",
        )
    return None


def show_bound(bound: Fraction) -> str:
    """A plan's percentage without decimals it does not have: 95%, 95,50%."""
    return format_percent(bound, 0 if (bound * 100).denominator == 1 else 2)


def show_amount(value: int | Fraction) -> str:
    """An exact number as papers write it, at most four decimals."""
    if isinstance(value, int) or value.denominator == 1:
        return format_amount(int(value))
    whole, rest = divmod(value, 1)
    return f"{format_amount(int(whole))},{f'{float(rest):.4f}'[2:].rstrip('0')}"


# -- papers, lists, counts -----------------------------------------------------------------------


def paper_there(need: PaperNeed, papers: tuple[Paper, ...], route: Route, case: Case) -> Finding:
    """Whether a paper of the kind is there with its date and its file; what it says is for people."""
    name = case.name("papers", need.kind)
    best: Finding | None = None
    for index, paper in enumerate(papers):
        if paper.kind == need.kind:
            found = _paper(paper, need, name, (*route, index), case)
            if best is None or found.verdict > best.verdict:
                best = found
    return best or Finding(OPEN, f"thiếu {name}", route, PAPER_MISSING, f"thêm vào tai_lieu: loai_tai_lieu: {name}")


def _paper(paper: Paper, need: PaperNeed, name: str, route: Route, case: Case) -> Finding:
    label = f"{name}{' số ' + paper.number if paper.number else ''}"
    if paper.issued_on is None or paper.file is None:
        missing = "ngày ban hành" if paper.issued_on is None else "tệp đính kèm"
        key = "ngay_ban_hanh" if paper.issued_on is None else "tep_dinh_kem"
        return Finding(OPEN, f"{label}: chưa ghi {missing}", route, PAPER_MISSING, f"ghi {key}")
    if case.drive.path_of(paper.file, case.record.file) not in case.book.disk.files:
        return Finding(
            OPEN,
            f"{label}: không có tệp {paper.file}",
            (*route, "tep_dinh_kem"),
            PAPER_MISSING,
            "chép tệp vào evidence/ hoặc sửa đường dẫn",
        )
    if need.level_from is not None:
        if paper.level is None:
            return Finding(OPEN, f"{label}: chưa ghi cấp của cơ quan ban hành", route, PAPER_MISSING, "ghi cap_co_quan")
        if LEVEL_LADDER.index(paper.level) < LEVEL_LADDER.index(need.level_from):
            return Finding(
                NOT_MET,
                f"{label}: do cấp {paper.level} ban hành; cần từ cấp {need.level_from}",
                (*route, "cap_co_quan"),
            )
    lacking = [text for text in need.carries_out if text not in paper.carries_out]
    if lacking:
        return Finding(
            OPEN, f"{label}: chưa ghi thực hiện {', '.join(lacking)}", route, PAPER_MISSING, "ghi thuc_hien_van_ban"
        )
    return Finding(MET, label, route)


def one_of(
    groups: dict[str, tuple[str, ...]],
    record: Any,
    attr_of: dict[str, str],
    route: Route,
    case: Case,
) -> list[Finding]:
    """For each key, whether its value (any of its values) stands in the closed list."""
    found = []
    for key, allowed in groups.items():
        value = getattr(record, attr_of.get(key, ""), None)
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        words = ["có" if one is True else "không" if one is False else str(one) for one in values]
        if not words:
            found.append(Finding(OPEN, f"chưa ghi {key}", route, FIGURE_MISSING, f"ghi {key}: {' · '.join(allowed)}"))
        elif {fold(word) for word in words} & {fold(word) for word in allowed}:
            found.append(Finding(MET, f"{key}: {', '.join(words)}", (*route, key)))
        else:
            found.append(Finding(NOT_MET, f"{key}: {', '.join(words)}; cần {' hoặc '.join(allowed)}", (*route, key)))
    return found


def earlier(word: Earlier, record: Any, attr_of: dict[str, str], route: Route) -> Finding:
    """Whether one date lies strictly before another."""
    actual = getattr(record, attr_of.get(word.actual, ""), None)
    planned = getattr(record, attr_of.get(word.registered, ""), None)
    if not isinstance(actual, date) or not isinstance(planned, date):
        missing = word.actual if not isinstance(actual, date) else word.registered
        return Finding(OPEN, f"chưa ghi {missing}", route, FIGURE_MISSING, f"ghi {missing}")
    text = f"hoàn thành {format_short(actual)}, đăng ký {format_short(planned)}"
    return (
        Finding(MET, text, (*route, word.actual))
        if actual < planned
        else Finding(NOT_MET, f"{text}: không sớm hơn", (*route, word.actual))
    )


LISTS: dict[str, tuple[str, str, str]] = {
    # what the plan counts: our attribute, the record's key, its name in messages
    "giai_phap": ("solutions", "giai_phap", "mô hình, sáng kiến, giải pháp"),
    "giai_phap_cua_thanh_vien": ("solutions", "giai_phap", "giải pháp của thành viên"),
    "cong_trinh": ("works", "cong_trinh", "công trình"),
    "tai_lieu": ("papers", "tai_lieu", "tài liệu"),
}


def counting(word: Count, case: Case) -> Finding:
    """At least n elements that meet every inner word at once: otherwise one solution would lend its
    scope and another its approval, and that would be a false đạt."""
    if not word.what or word.at_least is None:
        return Finding(OPEN, "tiêu chuẩn chưa ghi đếm gì, ít nhất bao nhiêu", (), NOT_IN_PLAN)
    attr, key, name = LISTS[word.what]
    elements: list[tuple[int, Any]] = list(enumerate(getattr(case.record, attr)))
    if word.what == "giai_phap_cua_thanh_vien":
        elements = [(i, one) for i, one in elements if any(author.unit == case.record.unit for author in one.authors)]
    laid = [_element(word, one, (key, i), case) for i, one in elements]
    met = [one for one in laid if one.verdict is MET]
    if len(met) >= word.at_least:
        return Finding(MET, met[0].text if len(met) == 1 else f"{len(met)} {name}", met[0].route)
    still_open = [one for one in laid if one.verdict is OPEN]
    if not laid:
        return Finding(OPEN, f"chưa kê {name} nào", (key,), PAPER_MISSING, f"kê ở {key}")
    if len(met) + len(still_open) >= word.at_least:
        return still_open[0]
    worst = next((one for one in laid if one.verdict is NOT_MET), None)
    if worst is None:
        return Finding(
            OPEN, f"mới kê {len(met)} {name}, cần {word.at_least}", (key,), PAPER_MISSING, f"kê thêm ở {key}"
        )
    return (
        worst
        if len(laid) == 1
        else worst._replace(text=f"trong {len(laid)} {name}, {len(met)} đạt, cần {word.at_least}; ví dụ {worst.text}")
    )


def _element(word: Count, element: Any, route: Route, case: Case) -> Finding:
    """One element against all inner words."""
    record = next(one for one in (SOLUTION, WORK, PAPER) if isinstance(element, one.cls))
    attr_of: dict[str, str] = record.attr_of
    found: list[Finding] = []
    if word.one_of:
        found += one_of(word.one_of, element, attr_of, route, case)
    found += [
        Finding(OPEN, f"chưa ghi {key}", route, PAPER_MISSING, f"ghi {key}")
        for key in word.stated
        if not _stands(getattr(element, attr_of.get(key, ""), None))
    ]
    if word.scope_from:
        found.append(_scope(getattr(element, "scope", None), word.scope_from, route))
    if word.earlier:
        found.append(earlier(word.earlier, element, attr_of, route))
    held = (element,) if isinstance(element, Paper) else element.papers
    at = route[:-1] if isinstance(element, Paper) else (*route, "tai_lieu")
    found += [paper_there(need, held, at, case) for need in word.papers]
    worst = min(found, key=lambda one: one.verdict, default=Finding(MET, "", route))
    name = f"“{case.name('papers', element.kind) if isinstance(element, Paper) else element.name}”"
    return worst._replace(text=f"{name}: {worst.text}") if worst.verdict is not MET else Finding(MET, name, route)


def _stands(value: Any) -> bool:
    """Whether a key states anything: a group of keys without a single value states nothing."""
    return any(part not in (None, ()) for part in value) if isinstance(value, tuple) else value is not None


def _scope(scope: str | None, least: str, route: Route) -> Finding:
    if scope is None:
        return Finding(OPEN, "chưa ghi phạm vi áp dụng", route, FIGURE_MISSING, "ghi pham_vi_ap_dung")
    enough = SCOPE_LADDER.index(scope) >= SCOPE_LADDER.index(least)
    return Finding(MET if enough else NOT_MET, f"phạm vi áp dụng {scope}; cần từ {least}", (*route, "pham_vi_ap_dung"))


def registered(duty: str, case: Case) -> Finding:
    """Whether the unit, or where the duty says so a unit above it, did the registration in time."""
    kind = next((one for one in case.drive.plan.duties if one.id == duty), None)
    name = kind.name if kind else duty
    unit: str | None = case.record.unit
    seen: set[str] = set()
    while unit is not None and unit not in seen:
        seen.add(unit)
        done = case.drive.duties.get(f"{duty}/{unit}")
        if done is not None:
            day = done.received_on or done.sent_on
            last = kind.deadline.last_day if kind and kind.deadline else None
            if day is None:
                return Finding(OPEN, f"{name}: chưa ghi ngày gửi", (), FIGURE_MISSING, "ghi ngay_gui", done.file)
            if last is not None and day > last:
                return Finding(
                    NOT_MET, f"{name}: gửi {format_short(day)}, hạn cuối {format_short(last)}", (), file=done.file
                )
            return Finding(MET, f"{name}: gửi {format_short(day)}", (), file=done.file)
        above = case.book.units.get(unit)
        unit = above.parent if above and kind and kind.covers_subordinates else None
    return Finding(
        OPEN, f"chưa thấy đơn vị {name}", ("don_vi",), PAPER_MISSING, f"ghi duties/{duty}/{case.record.unit}.yaml"
    )
