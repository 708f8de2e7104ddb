"""The words of the vocabulary that compare figures: exact, of the right year, and never an estimate. Pure."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from thidua_cli.judge.answers import FIGURE_MISSING, MET, NOT_MET, OPEN, Finding
from thidua_cli.judge.case import Case
from thidua_cli.model.criteria import Comparison, Share
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, format_percent
from thidua_cli.viet.text import fold

_SHARES = {fold("%"), fold("phần trăm")}


def share(word: Share, case: Case) -> Finding:
    """The ratio of two figures against the plan's bound, by exact multiplication."""
    gap = _figures_gap(case, (word.done, word.planned))
    if gap is not None:
        return gap
    figures = case.record.figures
    assert figures is not None
    if figures.unit_of_measure and fold(figures.unit_of_measure) in _SHARES:
        return Finding(
            OPEN,
            f"số liệu ghi bằng {figures.unit_of_measure}, tỷ lệ phải tính từ số tuyệt đối",
            ("so_lieu", "don_vi_tinh"),
            FIGURE_MISSING,
            "ghi số được giao và số thực hiện theo đơn vị gốc, ví dụ đồng",
        )
    done, planned = figures.amounts[word.done], figures.amounts[word.planned]
    if planned <= 0:
        return Finding(
            OPEN,
            f"{case.drive.terms.figures.name(word.planned)} bằng 0 nên không có gì để so",
            ("so_lieu", word.planned),
            FIGURE_MISSING,
            "kiểm tra số được giao",
        )
    bound = word.at_least if word.at_least is not None else word.more_than
    if bound is None:
        return Finding(OPEN, "tiêu chuẩn không ghi mức", (), FIGURE_MISSING)
    if word.ceiling is not None and done > word.ceiling * planned:
        return Finding(
            OPEN,
            f"{case.drive.terms.figures.name(word.done)} {format_decimal(done)}, quá {show_bound(word.ceiling)} của "
            f"{case.drive.terms.figures.name(word.planned)} {format_decimal(planned)}",
            ("so_lieu", word.done),
            FIGURE_MISSING,
            "kiểm tra lại hai số liệu theo văn bản giao và văn bản xác nhận",
        )
    met = done >= bound * planned if word.at_least is not None else done > bound * planned
    shown = format_percent(Fraction(done) / Fraction(planned), threshold=bound)
    need = f"từ {show_bound(bound)} trở lên" if word.at_least is not None else f"trên {show_bound(bound)}"
    unit = figures.unit_of_measure or ""
    left_out = "".join(f", không tính {case.drive.terms.figures.name(key)}" for key in word.excluded)
    text = f"{format_decimal(done)}/{format_decimal(planned)} {unit}".rstrip() + f", bằng {shown}{left_out}; cần {need}"
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
    need = ", ".join(words.format(format_decimal(bound * base)) for bound, _, words in asked)
    return Finding(
        MET if met and asked else NOT_MET if asked else OPEN,
        f"{case.drive.terms.figures.name(word.figure)}: {format_decimal(value)}; cần {need}",
        ("so_lieu", word.figure),
    )


def _figures_gap(case: Case, keys: tuple[str, ...]) -> Finding | None:
    """What is missing before figures may be compared (plans.md X4.5), or ``None``."""
    figures = case.record.figures
    missing = [key for key in keys if figures is None or key not in figures.amounts]
    if figures is None or missing:
        names = "; ".join(case.drive.terms.figures.name(key) for key in missing)
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
    handed_over = case.handed_over
    if handed_over is not None and figures.as_of > handed_over:
        return Finding(
            OPEN,
            f"ngày chốt {format_short(figures.as_of)} sau ngày nộp hồ sơ {format_short(handed_over)}",
            ("so_lieu", "ngay_chot"),
            FIGURE_MISSING,
            "kiểm tra ngay_chot; số chốt sau chỉ gửi theo yêu cầu bổ sung (yeu_cau_bo_sung) của bên nhận",
        )
    return _year_gap(figures.plan_year, figures.as_of, case)


def _year_gap(plan_year: int | None, as_of: date, case: Case) -> Finding | None:
    """The year's target is measured on the year, so the figures must say which year they are of."""
    period = case.drive.plan.period
    if plan_year is None:
        return Finding(OPEN, "số liệu chưa ghi năm kế hoạch", ("so_lieu",), FIGURE_MISSING, "ghi nam_ke_hoach")
    year = case.record.year
    if year is not None and plan_year != year:
        return Finding(
            OPEN,
            f"số liệu của năm {plan_year}, đề nghị xét năm {year}",
            ("so_lieu", "nam_ke_hoach"),
            FIGURE_MISSING,
            f"ghi số liệu của năm {year}",
        )
    asked = period.target_year if period else None
    first = asked or (period.since.year if period and period.since else plan_year)
    last = asked or (period.last_day.year if period and period.last_day else plan_year)
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
