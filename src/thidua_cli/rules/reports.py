"""Lints on the words of a report: told twice, praise that says nothing, merit of another time, merit of others.

Reads the prose beside a nomination and its summary; a report the nominee wrote in Word is for ``verify``.
What it looks for is practice and never an error: only a reader can tell what the words are worth.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from thidua_cli.beside import some_at_once
from thidua_cli.diagnostic import Diagnostic, Mark, Route
from thidua_cli.model.deadline import Period
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes_reports as codes
from thidua_cli.rules.look import Look
from thidua_cli.rules.passages import Passage, begins_with, is_of_results, passages, quoted, said_in, say, words
from thidua_cli.rules.retold import Index, Prints, fingerprints, told_twice
from thidua_cli.viet.dates import format_short


def reports(look: Look) -> Iterator[Diagnostic]:
    """Lời văn báo cáo: mỗi tệp đọc một lần cho mọi điều xét, và không giữ lại lời nào đã xét xong."""
    index = Index({}, [])
    names = [name.lower() for name in (look.drive.plan.name, look.drive.plan.short_name) if name]
    for _, of_unit in groupby(look.drive.nominations.values(), key=lambda case: case.proposer):
        prints: dict[str, list[Prints]] = {}
        for some in some_at_once(of_unit):
            told = [passages(look, case) for case in some]
            for case, of_case in zip(some, told, strict=True):
                for passage in of_case:
                    found = [_empty_praise(passage, names)]
                    if _tells_results(passage):
                        found += [_other_time(look, passage), _of_the_body(passage)]
                    yield from filter(None, found)
                if case.subject_kind == "tập thể":
                    yield from _in_the_first_person(of_case)
            prints |= {case.id: fingerprints(of_case) for case, of_case in zip(some, told, strict=True)}
        index.note(prints)
    yield from told_twice(look, index)


# -- praise without a figure -----------------------------------------------------------------------


def _empty_praise(passage: Passage, names: list[str]) -> Diagnostic | None:
    """Lời khen trong một mục không có số liệu, ngày, văn bản hay tên việc nào.

    The campaign's own ``names`` are left out: their 60 ngày đêm say nothing done.
    """
    # The cheap questions first: nearly every passage has a figure.
    low = passage.low
    for name in names:
        low = low.replace(name, "")
    if _FIGURE.search(low) or "“" in low or '"' in low or said_in(low, words().numerals):
        return None
    found = said_in(passage.low, words().praise)
    if found is None:
        return None
    return say(
        codes.KHEN_SUONG,
        passage,
        found,
        f"{passage.called} có “{passage.section.text[found.start : found.stop]}” mà không có số liệu, ngày, văn bản nào",
        "nêu việc đã làm, con số, ngày, văn bản xác nhận; bỏ lời khen chung",
    )


_FIGURE = re.compile(
    "[0-9]"
    + "".join(rf"(?<!\b{name} [0-9])" for name in ("năm", "quận", "phường", "khu phố", "xã"))
    + "(?<![0-9][0-9])"
)
"""A number that is no name: Quận 11 and năm 2024 say nothing done. It begins with the digit, which is found fast."""


# -- merit of another time -------------------------------------------------------------------------

_DATE = re.compile(
    r"\b(?:(\d{1,2})/(\d{1,2})/|ngày (\d{1,2}) tháng (\d{1,2}) năm |tháng (\d{1,2})(?:/| năm )|năm )((?:19|20)\d\d)\b"
)
_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.;!?](?!\s|$)[^.;!?\n]*)*")


def _other_time(look: Look, passage: Passage) -> Diagnostic | None:
    """Câu kể kết quả mà mọi ngày nêu trong câu, và cả đoạn quanh câu ấy, đều ngoài thời gian lập thành tích.

    A paragraph that also names a day of the campaign compares, as good reports do.
    """
    period, route = _period(look, passage.case)
    if period is None:
        return None
    for paragraph in _PARAGRAPH.finditer(passage.low):
        if _compares(paragraph[0], period):
            continue
        for sentence in _sentences(passage.low, paragraph.start(), paragraph.end()):
            told = passage.low[sentence.start : sentence.stop]
            if any(_spans(told)) and not (said_in(told, words().beside) or re.search(_DOCUMENT, told)):
                ends = " – ".join(format_short(day) for day in (period.since, period.last_day) if day)
                clause = f" ({period.clause})" if period.clause else ""
                return say(
                    codes.THANH_TICH_NGOAI_DOT,
                    passage,
                    sentence,
                    f"“{quoted(passage, sentence.start)}” kể việc ngoài thời gian lập thành tích ({ends})",
                    "chỉ kể kết quả trong thời gian của đợt; số của thời gian khác thì nói rõ là để so sánh",
                    Mark(look.drive.plan.file, route, f"thời gian lập thành tích{clause}"),
                )
    return None


def _compares(paragraph: str, period: Period) -> bool:
    """Whether a paragraph names the campaign or a day of it."""
    for one in _spans(paragraph):
        if not _outside(*one, period):
            return True
    return _IN_THE_DRIVE.search(paragraph) is not None


_PARAGRAPH = re.compile(r"[^\n]+")
_IN_THE_DRIVE = re.compile(r"\b(?:trong|của) (?:đợt|thời gian) thi đua\b")
_DOCUMENT = r"\bsố \d+[^\s/]*/"


def _tells_results(passage: Passage) -> bool:
    """Whether a passage is where merit is told: a section on results, or prose without any heading."""
    return not passage.route and (not passage.section.title or is_of_results(passage.title))


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
_QUOTED = r"“[^”]*”|\"[^\"]*\""


def _speaks_of_oneself(low: str) -> re.Match[str] | None:
    return _I.search(low) if "tôi" in low or "bản thân" in low else None


def _of_the_body(passage: Passage) -> Diagnostic | None:
    """Mục kết quả trong báo cáo của một người chỉ kể việc của tập thể."""
    case = passage.case
    if case.subject_kind != "cá nhân" or not case.full_name or _speaks_of_oneself(passage.low):
        return None
    sentences = _sentences(passage.low)
    about = [one for one in sentences if begins_with(passage.low, one.start, words().bodies)]
    if len(about) >= 2 and 2 * len(about) >= len(sentences) and not _is_named(case.full_name, passage.low):
        return say(
            codes.THANH_TICH_TAP_THE,
            passage,
            about[0],
            f"{passage.called} của {case.full_name} chỉ kể việc của tập thể: “{quoted(passage, about[0].start)}”",
            "phần tập thể làm thì nói là của tập thể, nói rõ phần người này trực tiếp làm",
        )
    return None


def _is_named(full_name: str, low: str) -> bool:
    given = re.escape(full_name.split()[-1].lower())
    return bool(re.search(rf"\b(?:ông|bà|anh|chị|đồng chí) (?:\w+ )*?{given}\b", low))


def _in_the_first_person(told: list[Passage]) -> Iterator[Diagnostic]:
    """Báo cáo của tập thể viết “tôi”; lời người khác trong ngoặc kép không tính."""
    for passage in told:
        if not passage.route and _speaks_of_oneself(passage.low):
            found = _I.search(re.sub(_QUOTED, lambda quote: " " * len(quote[0]), passage.low))
            if found is not None:
                yield say(
                    codes.THANH_TICH_TAP_THE,
                    passage,
                    range(*found.span()),
                    f"{passage.called} trong báo cáo của tập thể viết “{found[0]}”",
                    "báo cáo của tập thể lấy tập thể làm chủ ngữ; phần của một người thì đưa vào báo cáo của người ấy",
                )
                return


RULES = (reports,)
