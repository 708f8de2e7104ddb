"""Conditions and the facts they read: what is true of a unit or a person, never what a nominee claims."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.judge.answers import FIGURE_MISSING, OPEN, Finding
from thidua_cli.model.criteria import Condition
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import Entry
from thidua_cli.model.unit import Post, Unit
from thidua_cli.viet.text import fold

_UNKNOWN = Entry("")
_LEADERS = "lãnh đạo, quản lý"
_ENTERPRISES = ("doanh nghiệp", "hợp tác xã")
# What heads of units are called; a deputy is the same word after "phó". units.yaml adds what its own heads are called.
_HEADS = tuple(
    map(
        fold,
        (
            "người đứng đầu",
            "thủ trưởng",
            "chủ tịch",
            "chủ tịch hội đồng quản trị",
            "chủ tịch hội đồng thành viên",
            "bí thư",
            "giám đốc",
            "giám đốc điều hành",
            "tổng giám đốc",
            "chủ doanh nghiệp",
            "chủ nhiệm",
            "hiệu trưởng",
            "viện trưởng",
            "trưởng phòng",
            "trưởng ban",
            "trưởng trạm",
            "trưởng công an",
            "chỉ huy trưởng",
            "cục trưởng",
            "chi cục trưởng",
            "đội trưởng",
            "tổ trưởng",
            "trưởng khu phố",
            "chánh án",
            "chánh thanh tra",
            "chánh văn phòng",
        ),
    )
)
_DEPUTY_ONLY = (fold("phòng"), "ban")
# Posts that also head parts of a unit: bare, they are the unit's own only in these kinds.
_OF_PARTS = {
    fold(title): kinds
    for titles, kinds in (
        (("trưởng phòng", "phòng"), ("phòng chuyên môn",)),
        (
            ("trưởng ban", "ban"),
            ("ban quản lý dự án", "cơ quan Đảng", "MTTQ, tổ chức chính trị - xã hội", "tập thể nhỏ"),
        ),
        (("đội trưởng",), ("tập thể nhỏ",)),
        (("tổ trưởng",), ("tập thể nhỏ", "tổ dân phố")),
    )
    for title in titles
}
# A body a title names that need not be the unit's own: the head of a ward's police does not head its committee.
_OF_BODY = {fold("trưởng công an"): fold("công an").split()}
_SHORT = {
    fold(short): fold(title)
    for short, title in (
        ("ct", "chủ tịch"),
        ("pct", "phó chủ tịch"),
        ("gđ", "giám đốc"),
        ("pgđ", "phó giám đốc"),
    )
}
_ANY_UNIT = (*fold("đơn vị").split(), *fold("cơ quan").split())
_VICE = fold("phó") + " "
_ACTING = (fold("quyền"), "q.", fold("phụ trách"))


class Truth(NamedTuple):
    """Whether a condition holds (``None``: not known), and the fact that decides or is missing.

    ``where`` is the file that states it, ``settles`` what to write there.
    """

    value: bool | None
    fact: str
    where: str
    settles: str = "ghi có hoặc không ở su_that"

    @property
    def remedy(self) -> str:
        """What a clerk does about a fact that is not known."""
        return f"{self.settles} trong {self.where}"


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
    for one in truths:
        if one.value is decisive:
            return one
    unknown = [one for one in truths if one.value is None]
    return (unknown or truths or [Truth(True, "", "")])[0]


def _fact(fact: str, case: Nomination, drive: Drive, book: Book) -> Truth:
    entry = entry_of(fact, drive)
    name = entry.name or fact
    if entry.stated_on == "suy ra":
        return _derived(entry, name, case, drive, book)
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
    """A fact of a unit, by id or by its name: units.yaml serves several plans, so it is looked up here.

    Stated both ways and differently, it is not known.
    """
    stated = {value for key, value in (unit.facts or {}).items() if drive.terms.facts.find(key) == fact}
    return stated.pop() if len(stated) == 1 else None


def _derived(entry: Entry, name: str, case: Nomination, drive: Drive, book: Book) -> Truth:
    """A fact that follows from a unit's kind, a person's groups, or the posts in units.yaml on the day
    of the submission."""
    if entry.derived == "loại đơn vị":
        return Truth(_of_kind(entry, case, book), name, "units.yaml", "ghi loai_don_vi của đơn vị")
    if case.subject_kind != "cá nhân":
        return Truth(False, name, "units.yaml")
    unit = book.units.get(case.unit)
    if unit is None:
        return Truth(None, name, "units.yaml", f"ghi đơn vị {case.unit}")
    of_groups = entry.derived == "nhóm người"
    with_fact = entry.with_fact and (drive.terms.facts.find(entry.with_fact) or entry.with_fact)
    by_fact = True if of_groups or with_fact is None else _of_unit(unit, with_fact, drive)
    if by_fact is False:
        return Truth(False, name, "units.yaml")  # whoever leads it
    day = book.proposed_on(case, drive)
    post = unit.post_of(case.full_name, day) if case.full_name is not None else None
    if of_groups:
        return _of_groups(entry, name, case, unit, post, day)
    leads = _leads(case, unit, post, day, deputies=entry.derived == "lãnh đạo")
    if leads is None:
        return Truth(None, name, "units.yaml", _record_leaders(case, unit))
    return Truth(leads and by_fact, name, "units.yaml")


def _record_leaders(case: Nomination, unit: Unit) -> str:
    of_a_part = (
        "ghi nhom_nguoi công chức, viên chức hoặc người lao động"
        if _LEADERS in case.person_groups
        else "ghi chuc_vu kèm tên bộ phận"
    )
    return (
        f"chỉ phụ trách một bộ phận thì {of_a_part} trong đề nghị; "
        f"đứng đầu, cấp phó của {unit.id} thì ghi kèm tu_ngay ở nguoi_dung_dau, cap_pho"
    )


def leads(case: Nomination, unit: Unit, drive: Drive, book: Book) -> bool | None:
    """Whether a person is one of those who lead a unit; ``None`` where it is not known."""
    day = book.proposed_on(case, drive)
    post = unit.post_of(case.full_name, day) if case.full_name is not None else None
    return _leads(case, unit, post, day, deputies=True)


def _leads(
    case: Nomination, unit: Unit, post: tuple[Post, bool] | None, day: date | None, *, deputies: bool
) -> bool | None:
    """Whether a person heads the unit, or with ``deputies`` is one of those who lead it.

    units.yaml decides. Where it has no post for the person, what the nomination says cannot make a
    leader, but it can make the silence of units.yaml doubtful: it may lack the post.
    """
    if post is not None:
        return post[1] or deputies
    grouped = _LEADERS in case.person_groups and (deputies or not unit.heads or case.position is None)
    unsaid = case.position is None and not case.person_groups and not unit.heads
    return None if grouped or unsaid or _called_leader(case.position, unit, day, deputies=deputies) else False


def _called_leader(position: str | None, unit: Unit, day: date | None, *, deputies: bool) -> bool:
    if position is None:
        return False
    own = tuple([post.position for post in unit.heads if post.position])
    head = unit.head_on(day)
    kind = unit.kind if head is not None and head.since is not None else None
    return _leads_by_title(position, unit.name, own, kind, deputies)


@lru_cache(maxsize=4096)
def _leads_by_title(position: str, unit: str, heads: tuple[str, ...], kind: str | None, deputies: bool) -> bool:
    """Whether a post, as stated, is that of who leads the unit itself: ``Trưởng phòng Kế hoạch`` of a centre is not.

    ``kind`` is given where it is on record who else heads the unit: then a bare ``Trưởng phòng`` of a company
    is the head of one of its parts.
    """
    words = {*fold(unit).split(), "ubnd", *_ANY_UNIT}
    own = set(map(fold, heads))
    for part in position.replace(";", ",").split(","):
        stated = fold(part)
        acting = next(filter(stated.startswith, _ACTING), "")
        first, _, after = stated.removeprefix(acting).removeprefix(" ").partition(" ")
        said = f"{_SHORT.get(first.rstrip('.'), first)} {after}".rstrip()
        bare = said.removeprefix(_VICE)
        if bare != said and not deputies:
            continue
        for title in (*_HEADS, *own, *(_DEPUTY_ONLY if bare != said else ())):
            if not f"{bare} ".startswith(f"{title} "):
                continue
            rest = bare[len(title) :].split()
            if title not in own and not words.issuperset(_OF_BODY.get(title, ())):
                continue
            fits = kind is None or kind in _OF_PARTS.get(title, (kind,)) or title in own
            if words.issuperset(rest) and (rest or fits):
                return True
    return False


def _of_kind(entry: Entry, case: Nomination, book: Book) -> bool | None:
    """A kind of unit says what a collective is; a person or a household is none."""
    if case.subject_kind != "tập thể":
        return False
    if case.group_name is not None:
        return "tập thể nhỏ" in entry.unit_kinds
    unit = book.units.get(case.unit)
    return unit.kind in entry.unit_kinds if unit is not None and unit.kind else None


def _of_groups(
    entry: Entry, name: str, case: Nomination, unit: Unit, post: tuple[Post, bool] | None, day: date | None
) -> Truth:
    """Whether a person belongs to one of some groups: those stated, and those that follow from a leading
    post; the head of an enterprise is doanh nhân, its deputy is not for that."""
    following = {_LEADERS: _leads(case, unit, post, day, deputies=True)}
    if unit.kind in _ENTERPRISES:
        following["doanh nhân"] = _leads(case, unit, post, day, deputies=False)
    groups = {*case.person_groups, *(group for group, follows in following.items() if follows)}
    if groups & set(entry.person_groups):
        return Truth(True, name, "units.yaml")
    if not groups:
        return Truth(None, name, "units.yaml", "ghi nhom_nguoi trong đề nghị, hoặc chức vụ")
    if any(following.get(group, False) is None for group in entry.person_groups):
        return Truth(None, name, "units.yaml", _record_leaders(case, unit))
    return Truth(False, name, "units.yaml")


def condition_finding(truth: Truth) -> Finding:
    """What to say of a condition that cannot be settled."""
    return Finding(
        OPEN,
        f"chưa biết đơn vị, cá nhân này “{truth.fact}” hay không",
        ("don_vi",),
        FIGURE_MISSING,
        truth.remedy,
    )
