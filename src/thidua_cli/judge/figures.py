"""The words of the vocabulary that compare figures: exact, of the right year, and never an estimate. Pure."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from thidua_cli.judge.answers import FIGURE_MISSING, MET, NOT_MET, OPEN, Finding
from thidua_cli.judge.case import Case
from thidua_cli.model.criteria import Comparison, Share
from thidua_cli.source import Quantity
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, format_percent


def share(word: Share, case: Case) -> Finding:
    """The ratio of two figures against the plan's bound, by exact multiplication."""
    gap = _figures_gap(case, (word.done, word.planned))
    if gap is not None:
        return gap
    figures = case.record.figures
    assert figures is not None
    terms = case.drive.terms
    in_percent = next((key for key in (word.done, word.planned) if terms.in_percent(figures, key)), None)
    if in_percent is not None:
        return Finding(
            OPEN,
            f"số liệu ghi bằng {terms.unit_of(figures, in_percent) or '%'}, tỷ lệ phải tính từ số tuyệt đối",
            ("so_lieu", "don_vi_tinh" if figures.unit_of_measure else in_percent),
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
    terms = case.drive.terms
    value = Fraction(figures.amounts[word.figure])
    base = Fraction(figures.amounts[word.against]) if word.against else Fraction(1)
    in_percent = terms.in_percent(figures, word.figure)
    checks: tuple[tuple[Quantity | None, Callable[[Fraction], bool], str], ...] = (
        (word.at_least, lambda bound: value >= bound, "từ {} trở lên"),
        (word.more_than, lambda bound: value > bound, "trên {}"),
        (word.exactly, lambda bound: value == bound, "bằng {}"),
        (word.at_most, lambda bound: value <= bound, "không quá {}"),
    )
    asked = [(bound, check, words) for bound, check, words in checks if bound is not None]
    name, at = terms.figures.name(word.figure), ("so_lieu", word.figure)
    if not asked:
        return Finding(OPEN, f"{name}: tiêu chuẩn không ghi mức", at)
    if word.against:
        unlike = in_percent is not terms.in_percent(figures, word.against)
        need = [words.format(_shown(bound.value * base, in_percent)) for bound, _, words in asked]
    else:
        # Nothing is nothing in any measure; every other number depends on whether it counts hundredths.
        unlike = any(bound.is_share is not in_percent and bound.value for bound, _, _ in asked) and value != 0
        need = [words.format(show_quantity(bound)) for bound, _, words in asked]
    text = f"{name}: {_shown(value, in_percent, asked[0][0].value * base)}; cần {', '.join(need)}"
    if unlike:
        return Finding(OPEN, f"{text}: {_UNLIKE[in_percent]}", at, FIGURE_MISSING, _ALIKE[in_percent])
    return Finding(MET if all(check(bound.value * base) for bound, check, _ in asked) else NOT_MET, text, at)


_UNLIKE = {
    False: "số liệu không ghi %, chưa rõ là phần trăm hay số đếm",
    True: "số liệu là phần trăm, mức để so thì không, chưa rõ so thế nào",
}
_ALIKE = {
    False: 'là phần trăm thì ghi kèm dấu %, ví dụ 96,5%; cả kế hoạch thì ghi don_vi_tinh: "%" ở du_lieu.so_lieu',
    True: "ghi cùng một đơn vị: mức kèm dấu % ở criteria.yaml, hoặc số liệu là số đếm",
}


def _shown(value: Fraction, in_percent: bool, bound: Fraction | None = None) -> str:
    return show_bound(value, bound) if in_percent else format_decimal(value)


def show_quantity(bound: Quantity) -> str:
    """A bound of the plan as it is counted: 95%, 30."""
    return _shown(bound.value, bound.is_share)


def _figures_gap(case: Case, keys: tuple[str, ...]) -> Finding | None:
    """What is missing before figures may be compared (plans.md X4.5), or ``None``."""
    figures = case.record.figures
    missing = [key for key in keys if figures is None or key not in figures.amounts]
    if figures is None or missing:
        names = "; ".join(case.drive.terms.figures.name(key) for key in missing)
        return Finding(
            OPEN, f"thiếu số liệu: {names}", ("so_lieu",), FIGURE_MISSING, f"ghi {', '.join(missing)} ở so_lieu"
        )
    if figures.kind == "ước thực hiện":
        return Finding(
            OPEN,
            "số liệu là ước thực hiện, chưa phải kết quả",
            ("so_lieu", "loai_so"),
            FIGURE_MISSING,
            "thay bằng số thực hiện đến ngày chốt, có nguồn xác nhận",
        )
    if figures.kind is None or figures.as_of is None or figures.plan_year is None:
        lacks = [
            (words, key)
            for value, words, key in (
                (figures.kind, "là thực hiện hay ước thực hiện", "loai_so: thực hiện"),
                (figures.as_of, "ngày chốt", "ngay_chot"),
                (figures.plan_year, "năm kế hoạch", "nam_ke_hoach"),
            )
            if value is None
        ]
        said, wanted = (", ".join(parts) for parts in zip(*lacks, strict=True))
        return Finding(OPEN, f"số liệu chưa ghi {said}", ("so_lieu",), FIGURE_MISSING, f"ghi {wanted}")
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


def _year_gap(plan_year: int, as_of: date, case: Case) -> Finding | None:
    """The year's target is measured on the year, so the figures must be of the year it is set for."""
    period = case.drive.plan.period
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


def show_bound(bound: Fraction, threshold: Fraction | None = None) -> str:
    """A percentage without decimals it does not have: 95%, 95,50%; never across a line it has not crossed."""
    return format_percent(bound, 0 if (bound * 100).denominator == 1 else 2, threshold)
