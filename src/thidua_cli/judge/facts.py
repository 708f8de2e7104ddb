"""Conditions and the facts they read: what is true of a unit or a person, never what a nominee claims."""

from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import FIGURE_MISSING, Finding, Verdict
from thidua_cli.model.criteria import Condition
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import Entry
from thidua_cli.model.unit import Unit

_UNKNOWN = Entry("")


class Truth(NamedTuple):
    """Whether a condition holds (``None``: not known), and the fact that decides or is missing."""

    value: bool | None
    fact: str
    where: str


def entry_of(fact: str, drive: Drive) -> Entry:
    """The dictionary's entry of a fact."""
    words = drive.plan.dictionary
    return (words.facts.get(fact) if words else None) or _UNKNOWN


def holds(condition: Condition, case: Nomination, drive: Drive, book: Book) -> Truth:
    """Whether a condition holds for a case. Unknown facts stay unknown unless others decide."""
    if condition.fact is not None and not condition.all_of and not condition.any_of:
        return _fact(condition.fact, case, drive, book)
    truths = [holds(child, case, drive, book) for child in (*condition.all_of, *condition.any_of)]
    if condition.fact is not None:
        truths.append(_fact(condition.fact, case, drive, book))
    decisive = bool(condition.any_of)
    ordered = sorted(truths, key=lambda one: one.value is not None)
    for one in truths:
        if one.value is decisive:
            return one
    return ordered[0] if ordered else Truth(True, "", "")


def _fact(fact: str, case: Nomination, drive: Drive, book: Book) -> Truth:
    entry = entry_of(fact, drive)
    name = entry.name or fact
    if entry.stated_on == "suy ra":
        return Truth(_derived(entry, case, drive, book), name, "units.yaml")
    if entry.stated_on == "cá nhân":
        return Truth((case.facts or {}).get(fact), name, case.file)
    if case.subject_kind != "tập thể":
        # A fact of a unit says what the nominee is; an employee of an enterprise is no enterprise.
        return Truth(False, name, "units.yaml")
    unit = book.units.get(case.unit)
    if unit is None or case.group_name is not None:
        return Truth(None, name, "units.yaml")
    return Truth(_of_unit(unit, fact, drive), name, "units.yaml")


def _of_unit(unit: Unit, fact: str, drive: Drive) -> bool | None:
    """A fact of a unit, by id or by its name: units.yaml serves several plans, so it is looked up here."""
    return next((value for key, value in (unit.facts or {}).items() if drive.terms.facts.find(key) == fact), None)


def _derived(entry: Entry, case: Nomination, drive: Drive, book: Book) -> bool | None:
    """A fact that follows from a unit's kind, a person's groups, or the posts in units.yaml on the day
    of the submission."""
    if entry.derived == "loại đơn vị":
        return _of_kind(entry, case, book)
    if case.subject_kind != "cá nhân":
        return False
    if case.unit not in book.units:
        return None
    post = book.post_of(case, drive)
    if entry.derived == "nhóm người":
        groups = _groups(case, post is not None, book)
        return bool(groups & set(entry.person_groups)) if groups else None
    leads = post is not None and (post[1] or entry.derived == "lãnh đạo")
    if not leads or entry.with_fact is None:
        return leads
    fact = drive.terms.facts.find(entry.with_fact) or entry.with_fact
    return _of_unit(book.units[case.unit], fact, drive)


def _of_kind(entry: Entry, case: Nomination, book: Book) -> bool | None:
    """A kind of unit says what a collective is; a person or a household is none."""
    if case.subject_kind != "tập thể":
        return False
    if case.group_name is not None:
        return "tập thể nhỏ" in entry.unit_kinds
    unit = book.units.get(case.unit)
    return unit.kind in entry.unit_kinds if unit is not None and unit.kind else None


def _groups(case: Nomination, leads: bool, book: Book) -> set[str]:
    """The groups a person belongs to: those stated, and those that follow from a leading post."""
    unit = book.units.get(case.unit)
    groups = set(case.person_groups)
    if leads:
        groups.add("lãnh đạo, quản lý")
        if unit is not None and unit.kind in ("doanh nghiệp", "hợp tác xã"):
            groups.add("doanh nhân")
    return groups


def condition_finding(truth: Truth) -> Finding:
    """What to say of a condition that cannot be settled."""
    return Finding(
        Verdict.OPEN,
        f"chưa biết đơn vị, cá nhân này “{truth.fact}” hay không",
        ("don_vi",),
        FIGURE_MISSING,
        f"ghi có hoặc không ở su_that trong {truth.where}",
    )
