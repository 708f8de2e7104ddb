"""The words of the vocabulary that look at papers, dates and lists of elements. Pure; says nothing of their worth."""

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from thidua_cli.diagnostic import Route
from thidua_cli.judge.answers import (
    FIGURE_MISSING,
    MET,
    NOT_IN_PLAN,
    NOT_MET,
    OPEN,
    PAPER_MISSING,
    TO_CONFIRM,
    Finding,
)
from thidua_cli.judge.case import Case
from thidua_cli.judge.figures import show_bound
from thidua_cli.judge.issuers import denied_level, has_level_of_its_own, is_called, units_called
from thidua_cli.judge.standing import begun
from thidua_cli.model.criteria import SCOPES, Count, Earlier, PaperNeed
from thidua_cli.model.nomination import NOMINATION, PAPER, SOLUTION, WORK, Author, Nomination, Paper, Solution
from thidua_cli.model.unit import LEVEL_LADDER
from thidua_cli.source import Record
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import same_name, spelt_out
from thidua_cli.viet.text import fold, suggest


def papers_there(needs: tuple[PaperNeed, ...], papers: tuple[Paper, ...], route: Route, case: Case) -> list[Finding]:
    """A finding for each paper the award in question asks for."""
    return [paper_there(need, papers, route, case) for need in needs if not need.awards or case.award in need.awards]


def paper_there(need: PaperNeed, papers: tuple[Paper, ...], route: Route, case: Case) -> Finding:
    """Whether a paper of the kind is there with its date and its file; what it says is for people.

    The texts a plan wants carried out may be shared out among several papers of the kind.
    """
    name = case.drive.terms.papers.name(need.kind)
    best: Finding | None = None
    carried_out: set[str] = set()
    older: dict[str, Paper] = {}
    for index, paper in enumerate(papers):
        if paper.kind == need.kind:
            found = _paper(paper, need, name, (*route, index), case)
            if found.verdict is MET and need.answers:
                found = _no_answer(paper, need.answers, papers, found, case) or found
            for text in paper.carries_out if found.verdict is MET else ():
                if _older(paper, text, case):
                    older[text] = paper
                else:
                    carried_out.add(text)
            if found.verdict is MET and carried_out.issuperset(need.carries_out):
                return found
            if best is None or found.verdict > best.verdict:
                best = found
    if best is None:
        return Finding(OPEN, f"thiếu {name}", route, PAPER_MISSING, f"thêm vào tai_lieu: loai_tai_lieu: {name}")
    if best.verdict is not MET:
        return best
    texts = case.drive.plan.texts
    lacking = [one for one in need.carries_out if one not in carried_out]
    if late := next((one for one in lacking if one in older), None):
        day, then = (format_short(one.issued_on) for one in (older[late], texts[late]) if one.issued_on)
        text = f"{best.text}: ngày {day}, trước khi có {texts[late].short} ({then})"
        remedy = "kiểm tra ngày; kê văn bản thực hiện có sau"
        return best._replace(verdict=OPEN, text=text, reason=PAPER_MISSING, remedy=remedy)
    text = f"{best.text}: chưa ghi thực hiện {', '.join(texts[one].short if one in texts else one for one in lacking)}"
    return best._replace(verdict=OPEN, text=text, reason=PAPER_MISSING, remedy="ghi thuc_hien_van_ban")


def _older(paper: Paper, text: str, case: Case) -> bool:
    """Whether a paper is older than a text it says it carries out."""
    known = case.drive.plan.texts.get(text)
    then = known.issued_on if known is not None else None
    return then is not None and paper.issued_on is not None and paper.issued_on < then


def _paper(paper: Paper, need: PaperNeed, name: str, route: Route, case: Case) -> Finding:
    label = f"{name}{' số ' + paper.number if paper.number else ''}"
    if paper.lacks:
        key, missing = paper.lacks[0]
        return Finding(OPEN, f"{label}: chưa ghi {missing}", route, PAPER_MISSING, f"ghi {key}")
    handed_over = case.handed_over
    if handed_over is not None and paper.issued_on is not None and paper.issued_on > handed_over:
        return Finding(
            OPEN,
            f"{label}: ngày {format_short(paper.issued_on)}, sau ngày nộp hồ sơ {format_short(handed_over)}",
            (*route, "ngay_ban_hanh"),
            PAPER_MISSING,
            "kiểm tra ngay_ban_hanh; văn bản có sau chỉ gửi theo yêu cầu bổ sung (yeu_cau_bo_sung) của bên nhận",
        )
    if case.drive.path_of(paper.file or "", case.record.file) not in case.book.disk.files:
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
        if need.level_from != LEVEL_LADDER[0] and _of_the_nominees_own(paper, case):
            return Finding(
                OPEN,
                f"{label}: của {paper.issuer}, chính đơn vị của {case.book.nominee(case.record)}, không phải của cấp trên",
                (*route, "co_quan_ban_hanh"),
                PAPER_MISSING,
                f"kê văn bản của cơ quan từ cấp {need.level_from}, hoặc sửa co_quan_ban_hanh theo văn bản",
            )
        own = denied_level(paper.issuer or "", paper.level, case.drive, case.book)
        if own:
            return Finding(
                OPEN,
                f"{label}: ghi cấp {paper.level}, mà {paper.issuer} là cấp {own}",
                (*route, "cap_co_quan"),
                PAPER_MISSING,
                "sửa cap_co_quan hoặc co_quan_ban_hanh theo văn bản",
            )
        if LEVEL_LADDER.index(paper.level) < LEVEL_LADDER.index(need.level_from):
            return Finding(
                NOT_MET,
                f"{label}: do cấp {paper.level} ban hành; cần từ cấp {need.level_from}",
                (*route, "cap_co_quan"),
            )
    of_another = need.issued_by and _of_another(paper, need.issued_by, label, route, case)
    return of_another or (need.own and _not_own(paper, label, route, case)) or Finding(MET, label, route)


def _of_the_nominees_own(paper: Paper, case: Case) -> bool:
    """Whether a paper is of the nominee's own unit or of one below it, that is no authority of any level."""
    issuers = units_called(paper.issuer, case.drive) if paper.issuer else frozenset()
    return bool(issuers) and all(
        _belongs(one, case.record.unit, case) and not has_level_of_its_own(one, case.book) for one in issuers
    )


def _of_another(paper: Paper, issued_by: str, label: str, route: Route, case: Case) -> Finding | None:
    """A paper of another issuer than the plan prints."""
    issuer = paper.issuer or ""
    if is_called(issuer, issued_by, case.drive, case.book):
        return None
    text = f"{label}: {f'của {issuer}' if issuer else 'chưa ghi cơ quan ban hành'}; kế hoạch nêu của {issued_by}"
    return Finding(OPEN, text, (*route, "co_quan_ban_hanh"), PAPER_MISSING, "ghi co_quan_ban_hanh như in trên văn bản")


def _no_answer(paper: Paper, kind: str, papers: tuple[Paper, ...], found: Finding, case: Case) -> Finding | None:
    """A paper that is the very one it should answer, or older than each it could answer."""
    day = paper.issued_on or date.max  # a paper without its day is open before this
    asked = [(one, one.issued_on) for one in papers if one.kind == kind and one.issued_on]
    if not asked or any(then <= day and not _is_same(paper, one) for one, then in asked):
        return None
    name = case.drive.terms.papers.name(kind)
    text, key = f"{found.text}: cũng chính là {name}", "so_ky_hieu"
    if not any(_is_same(paper, one) for one, _ in asked):
        text = f"{found.text}: ngày {format_short(day)}, trước {name} ngày {format_short(asked[0][1])}"
        key = "ngay_ban_hanh"
    remedy = f"kê văn bản trả lời {name}; ghi số, ngày, cơ quan như in trên từng văn bản"
    return Finding(OPEN, text, (*found.route, key), PAPER_MISSING, remedy)


def _is_same(one: Paper, other: Paper) -> bool:
    """Whether two lines name one paper; a file may well hold several."""
    if one.issued_on != other.issued_on or fold(one.number or "") != fold(other.number or ""):
        return False
    return one.file == other.file or spelt_out(one.issuer or "") == spelt_out(other.issuer or "")


def _not_own(paper: Paper, label: str, route: Route, case: Case) -> Finding | None:
    """A paper of somebody who is neither the unit nor above it, or older than what this campaign rests on."""
    issuers = units_called(paper.issuer, case.drive) if paper.issuer else frozenset()
    if issuers and not any(_belongs(case.record.unit, one, case) for one in issuers):
        unit = case.book.unit_name(case.record.unit)
        text = f"{label}: của {paper.issuer}, không phải của {unit} hay cấp trên"
        remedy = "kê văn bản của chính đơn vị, hoặc sửa co_quan_ban_hanh"
        return Finding(OPEN, text, (*route, "co_quan_ban_hanh"), PAPER_MISSING, remedy)
    first = begun(case.drive.plan)
    if first is not None and paper.issued_on is not None and paper.issued_on < first:
        text = (
            f"{label}: ngày {format_short(paper.issued_on)}, trước khi có phong trào thi đua ({format_short(first)} "
            "là ngày sớm nhất trong thời gian của đợt, ngày kế hoạch và ngày các căn cứ của kế hoạch)"
        )
        return Finding(OPEN, text, (*route, "ngay_ban_hanh"), PAPER_MISSING, "kê văn bản triển khai chính đợt này")
    period = case.drive.plan.period
    last = period.last_day if period is not None else None
    if last is not None and paper.issued_on is not None and paper.issued_on > last:
        text = f"{label}: ngày {format_short(paper.issued_on)}, sau ngày cuối của đợt {format_short(last)}"
        return Finding(OPEN, text, (*route, "ngay_ban_hanh"), PAPER_MISSING, "kê văn bản ban hành khi đợt chưa hết")
    return None


def one_of(groups: dict[str, tuple[str, ...]], case: Case) -> list[Finding]:
    """For each key of a nomination, whether its value (any of its values) stands in the closed list."""
    found = []
    for key, allowed in groups.items():
        words = _words(getattr(case.record, NOMINATION.attr_of.get(key, ""), None))
        found.append(_unlisted(key, words, allowed, (), case) or _listed(key, ", ".join(words)))
    return found


@lru_cache(maxsize=1024)
def _listed(key: str, words: str) -> Finding:
    """What to say of a key whose value stands in the list: one value for all cases that state the same."""
    return Finding(MET, f"{key}: {words}", (key,))


def _words(value: Any) -> list[str]:
    """What stands for a key, as words."""
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return ["có" if one is True else "không" if one is False else str(one) for one in values]


def _unlisted(key: str, words: list[str], allowed: tuple[str, ...], route: Route, case: Case) -> Finding | None:
    """What to say of a key none of whose words stands in the closed list."""
    for word in words:
        if word in allowed:
            return None
    if not words:
        return Finding(OPEN, f"chưa ghi {key}", route, FIGURE_MISSING, f"ghi {key}: {' · '.join(allowed)}")
    if {*map(fold, words)} & {*map(fold, allowed)}:
        return None
    if strange := _mistyped(key, words, allowed, case):
        # A slip of the finger is nobody's merit missed: what was meant is not known yet.
        text = f"{key}: không rõ “{strange}” là gì; cần {' hoặc '.join(allowed)}"
        return Finding(OPEN, text, (*route, key), FIGURE_MISSING, f"sửa {key} theo kế hoạch")
    return Finding(NOT_MET, f"{key}: {', '.join(words)}; cần {' hoặc '.join(allowed)}", (*route, key))


def _mistyped(key: str, words: list[str], allowed: tuple[str, ...], case: Case) -> str | None:
    """The first value that is no term of the plan, or in a key of free words looks like a slip for one asked for."""
    plan = case.drive.plan
    terms = {
        "noi_dung_thi_dua": {one.id for one in plan.contents},
        "linh_vuc": {one.field for one in plan.routes},
    }.get(key)
    if terms is not None:
        return next((word for word in words if word not in terms), None)
    return next((word for word in words if suggest(word, allowed)), None)


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


LISTS: dict[str, tuple[str, str, str, Record]] = {
    # what the plan counts: our attribute, the record's key, its name in messages, what one of them is
    "giai_phap": ("solutions", "giai_phap", "mô hình, sáng kiến, giải pháp", SOLUTION),
    "giai_phap_cua_thanh_vien": ("solutions", "giai_phap", "giải pháp của thành viên", SOLUTION),
    "cong_trinh": ("works", "cong_trinh", "công trình", WORK),
    "tai_lieu": ("papers", "tai_lieu", "tài liệu", PAPER),
}


def counting(word: Count, case: Case) -> Finding:
    """At least n elements that meet every inner word at once: otherwise one solution would lend its
    scope and another its approval, and that would be a false đạt."""
    if not word.what or word.at_least is None:
        return Finding(OPEN, "tiêu chuẩn chưa ghi đếm gì, ít nhất bao nhiêu", (), NOT_IN_PLAN)
    attr, key, name, record = LISTS[word.what]
    if word.what == "giai_phap_cua_thanh_vien":
        laid = [_element(word, one, record.attr_of, route, of) for of, route, one in _of_members(case, key)]
    else:
        listed = getattr(case.record, attr)
        laid = [_element(word, one, record.attr_of, (key, i), case) for i, one in enumerate(listed)]
    met = [one for one in laid if one.verdict is MET]
    if len(met) >= word.at_least:
        return met[0] if len(met) == 1 else Finding(MET, f"{len(met)} {name}", met[0].route)
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


def _of_members(case: Case, key: str) -> list[tuple[Case, Route, Any]]:
    """The solutions of a collective's members: those in its own record with an author of the unit, and
    those its members state in nominations of their own; nothing is typed twice."""
    own = [
        (case, (key, i), one)
        for i, one in enumerate(case.record.solutions)
        if any(author.unit is None or _is_ours(author, case) for author in one.authors)
    ]
    members = [
        (of, ("don_vi",), one)
        for record in _members(case)
        if record.solutions and (record.year == case.record.year or None in (record.year, case.record.year))
        for of in (Case.of(record, case.drive, case.book),)
        for one in record.solutions
    ]
    return [*own, *members]


def _members(case: Case) -> list[Nomination]:
    """The people of a collective who are nominated themselves."""
    return [case.drive.nominations[id_] for id_ in case.drive.people_of.get(case.record.unit, ())]


def _is_ours(author: Author, case: Case) -> bool:
    """Whether an author is the nominee, or of a collective itself or one of its people."""
    record = case.record
    if record.subject_kind != "tập thể":
        return _is_named(author, record.full_name) and (
            author.unit is None or _belongs(author.unit, record.unit, case) or _belongs(record.unit, author.unit, case)
        )
    if author.unit is not None:
        return _belongs(author.unit, record.unit, case)
    unit = case.book.units.get(record.unit)
    names = unit.names if unit else ()
    if spelt_out(_bare(author)) in map(spelt_out, (record.group_name,) if record.group_name else names):
        return True
    known = [one.full_name or "" for one in _members(case)]
    if unit is not None:
        known += [one.full_name for one in (*unit.heads, *unit.deputies)]
        known += [one.full_name for one in unit.council.members] if unit.council else []
    return any(_is_named(author, one) for one in known)


_ROLE = r"\s*\([^()]*\)\s*$"
_COLLECTIVE = r"(?i)^tập thể\s+"


def _bare(author: Author) -> str:
    """An author's name without ``Tập thể`` before it and a part like ``(chủ trì)`` after it."""
    return re.sub(_COLLECTIVE, "", re.sub(_ROLE, "", normalize("NFC", author.full_name or "")))


def _is_named(author: Author, name: str | None) -> bool:
    return bool(name) and same_name(_bare(author), name or "")


def _belongs(unit: str, other: str, case: Case) -> bool:
    """Whether a unit is another or a part of it, also by what one of the two became or was before."""
    above = set(case.book.above(unit))
    if other in above or above & case.book.kin(other):
        return True
    return any(other in case.book.above(one) for one in case.book.kin(unit))


def _of_others(solution: Solution, route: Route, case: Case) -> Finding | None:
    """A solution whose stated authors are all somebody else is not the nominee's merit as it stands."""
    record = case.record
    if not solution.authors or record.subject_kind == "hộ gia đình":
        return None
    ours = [author for author in solution.authors if _is_ours(author, case)]
    if ours:
        return _without_a_share(solution, ours, route, case)
    collective = record.subject_kind == "tập thể"
    asked = [
        one for one in solution.authors if one.unit is None or (not collective and _is_named(one, record.full_name))
    ]
    named = ", ".join(author.full_name or "" for author in solution.authors)
    text = f"tác giả ghi là {named}, không có {case.book.nominee(record)}"
    remedy = "kiểm tra tac_gia: họ tên, đơn vị; chỉ kê giải pháp của người, tập thể được đề nghị"
    if collective and asked:
        text = f"chưa ghi đơn vị của tác giả {', '.join(one.full_name for one in asked)}"
        remedy = "ghi don_vi của tác giả"
    elif namesake := next((one for one in asked if one.unit is not None), None):
        stated, own = case.book.unit_name(namesake.unit or ""), case.book.unit_name(record.unit)
        text = f"tác giả {namesake.full_name} ghi đơn vị {stated}, đề nghị ghi {own}"
        remedy = "là một người thì ghi don_vi của tác giả theo đơn vị hiện nay; là người khác thì không kê"
    return Finding(OPEN, text, (*route, "tac_gia") if route[0] == "giai_phap" else route, TO_CONFIRM, remedy)


def _without_a_share(solution: Solution, ours: list[Author], route: Route, case: Case) -> Finding | None:
    """A solution to which the nominee gave nothing: the own share is stated as none, or the others' leave none."""
    others = sum((one.share or Fraction(0) for one in solution.authors if one not in ours), Fraction(0))
    if any(one.share or (one.share is None and others < 1) for one in ours):
        return None
    text = f"tỷ lệ đóng góp của {case.book.nominee(case.record)} là 0%"
    if ours[0].share is None:
        text = f"các tác giả khác đã đủ {show_bound(others)}, không còn phần của {case.book.nominee(case.record)}"
    remedy = "kiểm tra ty_le_dong_gop của từng tác giả; chỉ kê giải pháp người, tập thể được đề nghị có góp phần"
    return Finding(OPEN, text, (*route, "tac_gia") if route[0] == "giai_phap" else route, TO_CONFIRM, remedy)


def _element(word: Count, element: Any, attr_of: dict[str, str], route: Route, case: Case) -> Finding:
    """One element against all inner words."""
    found: list[Finding] = []
    if word.one_of:
        for key, allowed in word.one_of.items():
            unlisted = _unlisted(key, _words(getattr(element, attr_of.get(key, ""), None)), allowed, route, case)
            found += (unlisted,) if unlisted else ()
    for key in word.stated:
        if not _stands(getattr(element, attr_of.get(key, ""), None)):
            found.append(Finding(OPEN, f"chưa ghi {key}", route, PAPER_MISSING, f"ghi {key}"))
    if word.scope_from:
        found.append(_scope(getattr(element, "scope", None), word.scope_from, route))
    if word.earlier:
        found.append(earlier(word.earlier, element, attr_of, route))
    found += _not_yet(word, element, route, case)
    held = (element,) if isinstance(element, Paper) else element.papers
    at = route[:-1] if isinstance(element, Paper) else (*route, "tai_lieu")
    found += papers_there(word.papers, held, at, case)
    if isinstance(element, Solution) and (others := _of_others(element, route, case)):
        found.append(others)
    name = f"“{case.drive.terms.papers.name(element.kind) if isinstance(element, Paper) else element.name}”"
    short = [one for one in found if one.verdict is not MET]
    if not short:
        return Finding(MET, name, route)
    worst = min(short, key=lambda one: one.verdict)
    return worst._replace(text=f"{name}: {worst.text}")


_HAPPENS = (
    # the words that ask for something done, where its day stands, and how to say that it was done
    (("ngay_hoan_thanh",), "finished_on", "ngay_hoan_thanh", "hoàn thành ngày"),
    (("da_ap_dung", "ap_dung_tu_ngay", "pham_vi_ap_dung"), "applied_from", "ap_dung_tu_ngay", "áp dụng từ ngày"),
)


def _asked(word: Count) -> set[str]:
    """The keys of an element that the plan asks anything of."""
    asked = {*(word.one_of or ()), *word.stated}
    if word.earlier:
        asked.add(word.earlier.actual)
    if word.scope_from:
        asked.add("pham_vi_ap_dung")
    return asked


def _not_yet(word: Count, element: Any, route: Route, case: Case) -> list[Finding]:
    """What the plan wants done and is dated after the dossier was handed in, or else after the campaign; or after the
    year an award is of."""
    period, year = case.drive.plan.period, case.record.year
    handed_over = case.handed_over
    last = handed_over or (period.last_day if period else None)
    until = "ngày nộp hồ sơ" if handed_over else "ngày cuối của đợt"
    if year is not None and period is not None and period.yearly and (last is None or last.year > year):
        last, until = date(year, 12, 31), "ngày cuối của năm xét"
    found: list[Finding] = []
    for keys, attr, key, said in _HAPPENS:
        day = getattr(element, attr, None)
        if last is not None and day is not None and day > last and not _asked(word).isdisjoint(keys):
            text = f"{said} {format_short(day)}, sau {until} {format_short(last)}"
            found.append(Finding(OPEN, text, (*route, key), FIGURE_MISSING, f"kiểm tra {key}"))
    return found


def _stands(value: Any) -> bool:
    """Whether a key states anything: neither a text without a letter or digit does, nor a group of such."""
    if isinstance(value, tuple):
        return any(map(_stands, value))
    return any(sign.isalnum() for sign in value) if isinstance(value, str) else value is not None


def _scope(scope: str | None, least: str, route: Route) -> Finding:
    if scope is None:
        return Finding(OPEN, "chưa ghi phạm vi áp dụng", route, FIGURE_MISSING, "ghi pham_vi_ap_dung")
    enough = SCOPES[scope] >= SCOPES[least]
    return Finding(MET if enough else NOT_MET, f"phạm vi áp dụng {scope}; cần từ {least}", (*route, "pham_vi_ap_dung"))
