"""Lints on the words of a report: told twice, praise that says nothing, merit of another time, merit of others.

Reads the prose beside a nomination and its summary; a report the nominee wrote in Word is for ``verify``.
What it looks for is practice and never an error: only a reader can tell what the words are worth.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from thidua_cli.book import shipped
from thidua_cli.book.prose import Section, prose
from thidua_cli.diagnostic import Code, Diagnostic, Mark, Place, Route
from thidua_cli.model.deadline import Period
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes_reports as codes
from thidua_cli.rules.look import Look
from thidua_cli.source import TEXTS, Field, Reading, Record, parse
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import nfc

_SHORTEST = 5
"""Words of a clause that two people do not write alike by chance."""
_SAME, _SAME_IN_SUMMARY = 40, 20
"""Words of one section found in another's report before it counts as the same story: what people of one unit
say alike of discipline and of lessons learnt comes to thirty and more. A whole summary has thirty to eighty."""


class Words(NamedTuple):
    """The lists of ``static/reports.yaml``."""

    praise: tuple[str, ...]
    numerals: tuple[str, ...]
    results: tuple[str, ...]
    background: tuple[str, ...]
    beside: tuple[str, ...]
    bodies: tuple[str, ...]


class _Patterns(NamedTuple):
    phrases: tuple[str, ...]
    praise: re.Pattern[str]
    evidence: re.Pattern[str]
    results: re.Pattern[str]
    background: re.Pattern[str]
    beside: re.Pattern[str]
    bodies: re.Pattern[str]


class _Passage(NamedTuple):
    """A section of the prose, or the summary of the record (which has a route and no lines)."""

    case: Nomination
    file: str
    section: Section
    low: str
    route: str = ""

    @property
    def title(self) -> str:
        return f"mục “{self.section.title}”" if self.section.title else "báo cáo"

    def place(self, words: range) -> Place | None:
        if self.route:
            return None
        line, column = self.section.place(words.start)
        return Place(line, column, column + len(words))


class _Told(NamedTuple):
    """A stretch of words that may be told in two reports: the ``nth`` between the marks of its passage."""

    passage: _Passage
    nth: int
    words: int
    key: str

    def where(self) -> range:
        """The words themselves, looked up only when they are shown."""
        start, text = 0, self.passage.low
        for mark in [*_BETWEEN.finditer(text)][: self.nth]:
            start = mark.end()
        stop = _BETWEEN.search(text, start)
        words = text[start : stop.start() if stop else len(text)]
        start += len(words) - len(words.lstrip())
        return range(start, start + len(words.strip()))


def reports(look: Look) -> Iterator[Diagnostic]:
    """Lời văn báo cáo: mỗi tệp đọc một lần cho mọi điều xét."""
    everything: list[_Passage] = []
    for case in look.drive.nominations.values():
        passages = _passages(look, case)
        for passage in passages:
            yield from _empty_praise(look, passage)
            yield from _other_time(look, passage)
            yield from _of_the_body(passage)
        yield from _in_the_first_person(passages)
        everything += passages
    yield from _told_twice(look, everything)


def _passages(look: Look, case: Nomination) -> list[_Passage]:
    file = look.drive.prose_of(case)
    found = [_Passage(case, file, one, one.text.lower()) for one in prose(look.book.disk, file)] if file else []
    if case.summary:
        found.append(_Passage(case, case.file, Section("", case.summary), case.summary.lower(), "tom_tat_thanh_tich"))
    return [one for one in found if one.low]


def _say(code: Code, passage: _Passage, words: range, message: str, remedy: str, *related: Mark) -> Diagnostic:
    return Diagnostic(
        code,
        message,
        passage.file,
        (passage.route,) if passage.route else (),
        place=passage.place(words),
        # The prose has no route, so the title tells two findings of one report apart.
        record=f"{passage.case.id}/{passage.section.title}",
        remedy=remedy,
        related=related,
    )


# -- praise without a figure -----------------------------------------------------------------------


def _empty_praise(look: Look, passage: _Passage) -> Iterator[Diagnostic]:
    """Lời khen trong một mục không có số liệu, ngày, văn bản hay tên việc nào."""
    patterns = _patterns()
    if not any(phrase in passage.low for phrase in patterns.phrases):  # ten times faster than the pattern alone
        return
    found = patterns.praise.search(passage.low)
    if found is None or patterns.evidence.search(_without_names(look, passage.low)):
        return
    where = "tóm tắt thành tích" if passage.route else passage.title
    yield _say(
        codes.KHEN_SUONG,
        passage,
        range(*found.span()),
        f"{where} có “{passage.section.text[found.start() : found.end()]}” mà không có số liệu, ngày, văn bản nào",
        "nêu việc đã làm, con số, ngày, văn bản xác nhận; bỏ lời khen chung",
    )


_NUMBERED = re.compile(r"\b(?:năm|quận|phường|khu phố|xã) \d+")


def _without_names(look: Look, low: str) -> str:
    """The words without numbers that are names: Quận 11, năm 2024, 60 ngày đêm say nothing done."""
    for name in (look.drive.plan.name, look.drive.plan.short_name):
        low = low.replace(name.lower(), "") if name else low
    return _NUMBERED.sub("", low)


# -- merit of another time -------------------------------------------------------------------------

_DATE = re.compile(
    r"\b(?:(\d{1,2})/(\d{1,2})/|ngày (\d{1,2}) tháng (\d{1,2}) năm |tháng (\d{1,2})(?:/| năm )|năm )((?:19|20)\d\d)\b"
)
_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.;!?](?!\s|$)[^.;!?\n]*)*")


def _other_time(look: Look, passage: _Passage) -> Iterator[Diagnostic]:
    """Câu kể kết quả mà mọi ngày nêu trong câu, và cả đoạn quanh câu ấy, đều ngoài thời gian lập thành tích.

    A paragraph that also names a day of the campaign compares, as good reports do.
    """
    period, route = _period(look, passage.case)
    if period is None or not _tells_results(passage):
        return
    for paragraph in _PARAGRAPH.finditer(passage.low):
        if _IN_THE_DRIVE.search(paragraph[0]) or any(not _outside(*one, period) for one in _spans(paragraph[0])):
            continue
        for sentence in _sentences(passage.low, paragraph.start(), paragraph.end()):
            words = passage.low[sentence.start : sentence.stop]
            if any(_spans(words)) and not (_patterns().beside.search(words) or _DOCUMENT.search(words)):
                ends = " – ".join(format_short(day) for day in (period.since, period.last_day) if day)
                clause = f" ({period.clause})" if period.clause else ""
                yield _say(
                    codes.THANH_TICH_NGOAI_DOT,
                    passage,
                    sentence,
                    f"“{_quoted(passage, sentence.start)}” kể việc ngoài thời gian lập thành tích ({ends})",
                    "chỉ kể kết quả trong thời gian của đợt; số của thời gian khác thì nói rõ là để so sánh",
                    Mark(look.drive.plan.file, route, f"thời gian lập thành tích{clause}"),
                )
                return


_PARAGRAPH = re.compile(r"[^\n]+")
_IN_THE_DRIVE = re.compile(r"\b(?:trong|của) (?:đợt|thời gian) thi đua\b")
_DOCUMENT = re.compile(r"\bsố \d+[^\s/]*/")


def _title(passage: _Passage) -> str:
    return passage.section.title.lower()


def _tells_results(passage: _Passage) -> bool:
    """Whether a passage is where merit is told: a section on results, or prose without any heading."""
    return not passage.route and (not passage.section.title or bool(_patterns().results.search(_title(passage))))


def _sentences(low: str, start: int = 0, stop: int | None = None) -> list[range]:
    """Where each sentence begins and ends, without the spaces around it."""
    found = []
    for one in _SENTENCE.finditer(low, start, len(low) if stop is None else stop):
        bare = one[0].strip()
        if bare:
            begin = one.start() + one[0].index(bare)
            found.append(range(begin, begin + len(bare)))
    return found


def _period(look: Look, case: Nomination) -> tuple[Period | None, Route]:
    """The time the merit must fall in and where the plan says so: the award's own, else the campaign's; of a
    yearly award the year."""
    plan = look.drive.plan
    award = plan.award(case.award)
    if award is not None and award.merit_period is not None:
        return award.merit_period, ("hinh_thuc", plan.awards.index(award), "thoi_gian_thanh_tich")
    period = plan.period
    if period is not None and case.year and date.min.year <= case.year <= date.max.year:
        period = period._replace(since=date(case.year, 1, 1), up_to=date(case.year, 12, 31), to_end_of=None)
    return period, ("thoi_gian",)


def _spans(sentence: str) -> Iterator[tuple[date, date]]:
    """First and last day of every day, month and year a sentence names; what no calendar has is passed over."""
    for found in _DATE.finditer(sentence):
        day = int(found[1] or found[3] or 0)
        month = int(found[2] or found[4] or found[5] or 0)
        year = int(found[6])
        try:
            yield date(year, month or 1, day or 1), date(year, month or 12, day or (28 if month else 31))
        except ValueError:
            continue


def _outside(first: date, last: date, period: Period) -> bool:
    return period.holds(first) is False and period.holds(last) is False and not _covers(first, last, period)


def _covers(first: date, last: date, period: Period) -> bool:
    """Whether a month or year begins before the period and ends after it."""
    return period.since is not None and first < period.since <= last


# -- whose merit -----------------------------------------------------------------------------------

_I = re.compile(r"(?<!chúng )\b(?:tôi|bản thân|cá nhân tôi)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def _of_the_body(passage: _Passage) -> Iterator[Diagnostic]:
    """Mục kết quả trong báo cáo của một người chỉ kể việc của tập thể."""
    case = passage.case
    if case.subject_kind != "cá nhân" or not case.full_name or not _tells_results(passage):
        return
    given = re.escape(case.full_name.split()[-1].lower())
    if _I.search(passage.low) or re.search(rf"\b(?:ông|bà|anh|chị|đồng chí) (?:\w+ )*?{given}\b", passage.low):
        return
    sentences = _sentences(passage.low)
    about = [one for one in sentences if _patterns().bodies.match(passage.low, one.start)]
    if len(about) >= 2 and 2 * len(about) >= len(sentences):
        yield _say(
            codes.THANH_TICH_TAP_THE,
            passage,
            about[0],
            f"{passage.title} của {case.full_name} chỉ kể việc của tập thể: “{_quoted(passage, about[0].start)}”",
            "phần tập thể làm thì nói là của tập thể, nói rõ phần người này trực tiếp làm",
        )


def _in_the_first_person(passages: list[_Passage]) -> Iterator[Diagnostic]:
    """Báo cáo của tập thể viết “tôi”; lời người khác trong ngoặc kép không tính."""
    for passage in passages:
        if passage.case.subject_kind == "tập thể" and not passage.route:
            found = _I.search(_QUOTED.sub(lambda quote: " " * len(quote[0]), passage.low))
            if found is not None:
                yield _say(
                    codes.THANH_TICH_TAP_THE,
                    passage,
                    range(*found.span()),
                    f"{passage.title} trong báo cáo của tập thể viết “{found[0]}”",
                    "báo cáo của tập thể lấy tập thể làm chủ ngữ; phần của một người thì đưa vào báo cáo của người ấy",
                )
                return


# -- told twice ------------------------------------------------------------------------------------

_BETWEEN = re.compile(r"[.,;:!?()“”\"\n{}%#|]+")
_DIGITS = re.compile(r"\d+")


def _told_twice(look: Look, passages: list[_Passage]) -> Iterator[Diagnostic]:
    """Cùng một lời kể ở báo cáo của hai trường hợp.

    Clauses are compared with their numbers masked, each looked up in one index, so that the work grows with the
    words and never with the pairs. The campaign's wording, the templates' and what every report of a unit says
    are passed over, the last unless the unit's reports say little else.
    """
    told = [list(_told(one)) for one in passages if one.route or not _is_background(_title(one))]
    known = {key for text in _wording(look) for _, _, key in _clauses(text.lower())}
    required = _required(told)
    first: dict[str, _Told] = {}
    said: set[str] = set()
    for clauses in told:
        copied: dict[str, list[_Told]] = {}
        for one in clauses:
            case, other = one.passage.case, first.setdefault(one.key, one).passage.case
            passed = one.key in known or (case.id, one.key) in required
            # Two proposals of one person tell one story by right; that there are two is TD604's.
            if other.id != case.id and not passed and look.label(other) != look.label(case):
                copied.setdefault(other.id, []).append(one)
        same = max(copied.values(), key=_count, default=[])
        least = _SAME_IN_SUMMARY if same and same[0].passage.route else _SAME
        if same and max(least, _count(clauses) / 2) <= _count(same) and same[0].passage.case.id not in said:
            said.add(same[0].passage.case.id)
            yield _retold(look, same[0], first[same[0].key])


def _retold(look: Look, here: _Told, there: _Told) -> Diagnostic:
    passage, other = here.passage, there.passage
    where, words = "tóm tắt thành tích" if passage.route else passage.title, here.where()
    return _say(
        codes.CHEP_LOI_KE,
        passage,
        words,
        f"{where}: {look.label(passage.case)} và {look.label(other.case)} cùng một lời kể, từ “{_quoted(passage, words.start)}”",
        "mỗi báo cáo kể việc của chính người ấy, tập thể ấy; việc làm chung thì nói rõ ai làm phần nào",
        Mark(
            other.file,
            (other.route,) if other.route else (),
            f"báo cáo của {look.label(other.case)}",
            other.place(there.where()),
        ),
    )


def _is_background(title: str) -> bool:
    """Whether a section is one where two people of one job may well say the same."""
    return bool(_patterns().background.search(title)) and not _patterns().results.search(title)


def _told(passage: _Passage) -> Iterator[_Told]:
    return (_Told(passage, *clause) for clause in _clauses(passage.low))


def _clauses(low: str) -> Iterator[tuple[int, int, str]]:
    """Stretches between marks long enough to be somebody's words: which one, how many words, the words with
    numbers masked, since a copied story often differs in nothing else."""
    for index, clause in enumerate(_BETWEEN.split(_DIGITS.sub("0", low))):
        words = clause.count(" ") + 1  # an upper bound, spaces at the ends included
        if words >= _SHORTEST and (words := len(clause.split())) >= _SHORTEST:
            yield index, words, clause.strip()


def _count(clauses: list[_Told]) -> int:
    return sum(one.words for one in clauses)


def _required(told: list[list[_Told]]) -> set[tuple[str, str]]:
    """What every report of a unit says, by case: a sentence its office asks for. Where it is the greater part of
    a report it is no formula but one story for all."""
    units: dict[str, dict[str, list[_Told]]] = {}
    for clauses in told:
        for one in clauses:
            units.setdefault(one.passage.case.proposer, {}).setdefault(one.passage.case.id, []).append(one)
    found = set()
    for cases in units.values():
        if len(cases) < 3:
            continue
        holding = Counter(key for clauses in cases.values() for key in {one.key for one in clauses})
        for id_, clauses in cases.items():
            common = [one for one in clauses if holding[one.key] == len(cases)]
            if 2 * _count(common) <= _count(clauses):
                found |= {(id_, one.key) for one in common}
    return found


def _wording(look: Look) -> Iterator[str]:
    """The campaign's own words and those of the papers' templates: a report that uses them copies nobody."""
    plan = look.drive.plan
    yield from (text for text in (plan.name, plan.title, plan.citation, plan.merit, *plan.slogans) if text)
    yield from (one.name for one in plan.contents)
    yield from (one.name for one in plan.targets)
    yield from (one.name for one in plan.movements)
    yield from look.drive.terms.attestations.names.values()
    groups = list(look.drive.criteria)
    while groups:
        group = groups.pop()
        yield group.name or ""
        groups += (*group.all_of, *group.any_of)
    ours = [path.read_bytes() for path in shipped("templates").glob("bao-cao-*.md")]
    own = [look.book.disk.read(path) or b"" for path in look.book.disk.below("templates") if path.endswith(".md")]
    yield from (data.decode("utf-8", "replace") for data in (*ours, *own))


# -- words -----------------------------------------------------------------------------------------


def _quoted(passage: _Passage, offset: int) -> str:
    """The start of a sentence, enough to find it again."""
    words = passage.section.text[offset:].split("\n", 1)[0].split()
    return " ".join(words[:10]).rstrip(".,;:") + (" …" if len(words) > 10 else "")


_LISTS = Record(
    Words,
    "từ ngữ báo cáo",
    Field("loi_khen_suong", "praise", TEXTS, "lời khen không nói được gì"),
    Field("so_bang_chu", "numerals", TEXTS, "con số viết bằng chữ"),
    Field("muc_ket_qua", "results", TEXTS, "mục kể kết quả"),
    Field("muc_nen", "background", TEXTS, "mục tả hoàn cảnh"),
    Field("khong_ke_thanh_tich", "beside", TEXTS, "câu không kể thành tích"),
    Field("chu_ngu_tap_the", "bodies", TEXTS, "tập thể làm chủ ngữ"),
)


@cache
def _patterns() -> _Patterns:
    file = Path(__file__).with_name("static") / "reports.yaml"
    node, problems = parse(file.read_text(encoding="utf-8"), file.name)
    reading = Reading(file.name)
    assert node is not None, problems
    words: Words = _LISTS.read(node, reading)
    assert not reading.found, reading.found
    return _Patterns(
        tuple(nfc(phrase).lower() for phrase in words.praise),
        _any(words.praise),
        re.compile(rf"\d|[“\"]|{_any(words.numerals).pattern}"),
        _any(words.results),
        _any(words.background),
        _any(words.beside),
        _any(words.bodies),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(nfc(word).lower()) for word in words)})\b")


RULES = (reports,)
