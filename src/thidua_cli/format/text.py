"""The report for people at a terminal: excerpt, caret, clause, remedy. Yields styled pieces; the
terminal decides whether they are coloured."""

from collections.abc import Iterable, Iterator

from thidua_cli.diagnostic import Place, Severity
from thidua_cli.format.lines import Line
from thidua_cli.format.report import Placed, Report, Spot, ToDo
from thidua_cli.viet.text import visible

_WIDEST = 160
_IN_FULL = 5
"""How many findings of one rule show their line, clause and remedy; beyond, each is a line of its own, because a
mistake made three hundred times is to be seen at one glance."""


def lines(report: Report) -> Iterator[Line]:
    """The report, line by line."""
    weighing = [one for one in report.findings if one.weighs]
    allowed = [one for one in report.findings if not one.weighs]
    notes = [one for one in weighing if one.finding.severity is Severity.NOTE]
    further: dict[str, list[Placed]] = {}
    for placed in weighing:
        alike = further.setdefault(placed.finding.code.id, [])
        if placed.finding.severity is not Severity.NOTE:
            alike.append(placed)
            if len(alike) <= _IN_FULL:
                yield from finding_lines(placed)
                yield []
    yield from _further(found[_IN_FULL:] for found in further.values())
    if notes:
        yield [("Ghi chú", "bold")]
        for placed in notes:
            yield _short(placed)
        yield []
    if allowed:
        yield [("Chấp nhận có lý do", "bold")]
        for placed in allowed:
            yield _short(placed)
            yield [("      lý do: ", "dim"), (visible(placed.finding.allowed), "")]
        yield []
    if report.todo:
        yield [("Còn phải làm", "bold")]
        for todo in report.todo:
            yield from _todo(todo)
        yield []
    worst = report.worst
    yield [(report.summary, worst.style if worst is not None and worst < Severity.NOTE else "bold green")]


def _further(groups: Iterable[list[Placed]]) -> Iterator[Line]:
    """What is said again of other places, rule by rule."""
    for found in filter(None, groups):
        one = found[0].finding
        yield [
            (f"{one.severity.label}[{one.code.id}]", one.severity.style),
            (f" {one.code.name}, còn {len(found)} chỗ khác", "bold"),
        ]
        alike: dict[str, list[Placed]] = {}
        for placed in found:
            alike.setdefault(_said(placed), []).append(placed)
        for said, places in alike.items():
            if len(places) == 1:
                yield _short(places[0])
            else:
                yield [("  - ", "blue"), (said, "")]
                yield from ([(f"      {_where(placed)}", "dim")] for placed in places)
        yield [("  = ", "blue"), (f"xem dòng và cách sửa của từng chỗ: thidua validate {visible(one.file)}", "dim")]
        yield []


def finding_lines(placed: Placed) -> Iterator[Line]:
    """One finding with its excerpts, clause and remedy."""
    one = placed.finding
    style = one.severity.style
    yield [(f"{one.severity.label}[{one.code.id}]", style), (f" {one.code.name}: ", ""), (visible(one.message), "bold")]
    width = max(len(str(spot.place.line)) for spot in (placed.spot, *placed.related))
    yield from _excerpt(placed.spot, "-->", "^", width, style)
    for spot in placed.related:
        yield from _excerpt(spot, ":::", "-", width, "blue")
    margin = " " * width
    if placed.workbook:
        yield [(f" {margin}= ", "blue"), (f"nhập từ {visible(placed.workbook)}", "")]
    if one.clause:
        yield [(f" {margin}= ", "blue"), (f"theo {visible(one.clause)}", "")]
    if one.remedy:
        yield [(f" {margin}= ", "blue"), (visible(one.remedy), "")]
    yield [(f" {margin}= ", "blue"), (f"thidua explain {one.code.id}", "dim")]


def _excerpt(spot: Spot, arrow: str, caret: str, width: int, style: str) -> Iterator[Line]:
    margin = " " * width
    place = spot.place
    where = f"{visible(spot.file)}:{place.line}" + (f":{place.column}" if arrow == "-->" else "")
    if not spot.text.strip():
        yield [(f"{margin}{arrow} ", "blue"), (f"{where} {visible(spot.label)}".rstrip(), "")]
        return
    yield [(f"{margin}{arrow} ", "blue"), (where, "")]
    text = visible(spot.text.replace("\t", " "))
    yield [(f" {margin}|", "blue")]
    if len(text) > _WIDEST:
        text = text[:_WIDEST] + "…"
    yield [(f" {place.line:>{width}} | ", "blue"), (text, "")]
    label = f" {visible(spot.label)}" if spot.label else ""
    yield [
        (f" {margin}| ", "blue"),
        (" " * (min(place.column, _WIDEST) - 1) + caret * _length(place, text) + label, style),
    ]


def _length(place: Place, text: str) -> int:
    """How many carets: the value's own length, or to the end of the line for one of several lines."""
    end = place.end if place.end is not None else len(text.rstrip()) + 1
    return max(1, min(end, _WIDEST) - place.column)


def _short(placed: Placed) -> Line:
    return [("  - ", "blue"), (_said(placed), ""), (f"  {_where(placed)} {placed.finding.code.id}", "dim")]


def _said(placed: Placed) -> str:
    one = placed.finding
    return f"{visible(one.message)} ({visible(one.clause)})" if one.clause else visible(one.message)


def _where(placed: Placed) -> str:
    workbook = f" (nhập từ {visible(placed.workbook)})" if placed.workbook else ""
    return f"{visible(placed.finding.file)}:{placed.spot.place.line}{workbook}"


def _todo(todo: ToDo) -> Iterator[Line]:
    head = (
        f"  {visible(todo.dossier)} · {visible(todo.unit)} · {todo.stage} · {visible(todo.deadline)}"
        if todo.dossier
        else "  Chưa nằm trong hồ sơ nào"
    )
    yield [(head, "bold")]
    due = ""
    for placed in todo.items:
        one = placed.finding
        if one.due != due:
            due = one.due
            count = sum(other.finding.due == due for other in todo.items)
            yield [(f"    {due}: {count}", "")]
        allowed = f" · chấp nhận có lý do: {visible(one.allowed)}" if one.allowed else ""
        yield [("     ", ""), *_short(placed), (allowed, "dim")]
