"""Who owes what, by when: for everyone by duty, or the one page of a unit, counted back from the deadline."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.book import Book, Drive
from thidua_cli.format.lines import Line
from thidua_cli.judge.standing import Standing, State
from thidua_cli.model.dossier import Stage
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import capital, visible

_STYLE = {
    State.OWED: "bold red",
    State.LATE: "red",
    State.SHORT: "yellow",
    State.DUE: "bold",
    State.UNDATED: "dim",
    State.PAST_AT_ISSUE: "dim",
    State.NOTHING_TO_SEND: "dim",
    State.DONE: "green",
}
_SENT = {
    State.DONE: "đã gửi",
    State.LATE: "đã gửi, trễ hạn",
    State.OWED: "chưa gửi, đã qua hạn",
    State.DUE: "chưa gửi",
    State.UNDATED: "chưa gửi",
}
_STEPS = ((Stage.MET, "họp xét"), (Stage.SUBMITTED, "ký, cấp số, gửi"))


def by_duty(found: list[Standing], drive: Drive, book: Book, today: date) -> Iterator[Line]:
    """The campaign's duties, next deadline first: how many did each, and who still has to."""
    yield [
        (f"Việc và hạn · {visible(drive.plan.name or drive.id)}", "bold"),
        (f" · đến ngày {format_short(today)}", ""),
    ]
    groups: dict[str, list[Standing]] = {}
    for one in found:
        if one.duty is not None:
            groups.setdefault(one.duty.id, []).append(one)
    ordered = sorted(groups.values(), key=lambda group: _urgency(group[0], today))
    undated = [group for group in ordered if group[0].last_day is None]
    for group in ordered:
        if group[0].last_day is not None:
            yield []
            yield from _duty(group, drive, book, today)
    dossiers = [one for one in found if one.duty is None]
    if dossiers:
        yield []
        yield [("Hồ sơ trình", "bold")]
        for one in dossiers:
            yield from _line(one, book, today, book.unit_name(one.unit))
    if undated:
        yield []
        yield [("Không ấn định ngày", "bold")]
        for group in undated:
            done = sum(one.state is State.DONE for one in group)
            idle = any(one.state is State.NOTHING_TO_SEND for one in group)
            who = group[0].state.label if idle else f"{two_digits(done)}/{two_digits(len(group))} đơn vị đã làm"
            yield [(f"  {visible(group[0].name)}", ""), (f" · {who}", "dim"), (_clause(group[0]), "dim")]
    yield []
    yield [(_totals(found), "bold")]


def by_unit(found: list[Standing], drive: Drive, book: Book, today: date, unit: str) -> Iterator[Line]:
    """“Việc của đơn vị tôi”: what, to whom, by when, counted back."""
    yield [(f"Việc của {visible(book.unit_name(unit))}", "bold"), (f" · {visible(drive.plan.name or drive.id)}", "")]
    yield [(f"đến ngày {format_short(today)}", "dim")]
    mine = sorted((one for one in found if one.unit == unit), key=lambda one: _urgency(one, today))
    if not mine:
        yield [("kế hoạch không giao việc nào cho đơn vị này", "")]
        return
    for one in mine:
        yield []
        yield [(visible(capital(one.name)), "bold")]
        yield from _line(one, book, today, "")
        where = _addressee(one, drive)
        if where:
            yield [(f"    gửi: {visible(where)}", "")]
        if one.duty is not None:
            if one.duty.at_least:
                yield [(f"    ít nhất: {two_digits(one.duty.at_least)}", "")]
            needs = (*one.duty.papers, *one.duty.contents)
            if needs:
                yield [(f"    phải có: {visible('; '.join(needs))}", "")]
            if one.duty.read_as:
                yield [(f"    kế hoạch in “{one.duty.printed_as}”, đọc là “{one.duty.read_as}”", "dim")]
        if one.dossier is not None and one.stage is not None and one.state in (State.OWED, State.DUE, State.UNDATED):
            yield [(f"    {_counted_back(one)}", "")]


def _urgency(one: Standing, today: date) -> tuple[int, date]:
    """Next deadlines first, then those gone by, the latest first, then what has no day."""
    last = one.last_day
    if last is None:
        return 2, date.max
    return (0, last) if last >= today else (1, date.fromordinal(date.max.toordinal() - last.toordinal()))


def _duty(group: list[Standing], drive: Drive, book: Book, today: date) -> Iterator[Line]:
    one = group[0]
    yield [(visible(one.name), "bold"), (f" · {_when(one, today)}", ""), (_clause(one), "dim")]
    addressee = _addressee(one, drive)
    if addressee:
        yield [(f"  gửi: {visible(addressee)}", "dim")]
    for state in State:
        members = [each for each in group if each.state is state]
        if members:
            names = ", ".join(_named(each, book) for each in members)
            yield [(f"  {state.label}: {two_digits(len(members))}", _STYLE[state]), (f" · {visible(names)}", "")]


def _named(one: Standing, book: Book) -> str:
    name = book.unit_name(one.unit)
    if one.through:
        return f"{name} (tính theo {book.unit_name(one.through)})"
    return f"{name} ({format_short(one.day)})" if one.state is State.LATE and one.day else name


def _line(one: Standing, book: Book, today: date, who: str) -> Iterator[Line]:
    stage = f" · {one.stage.label}" if one.stage is not None else ""
    day = f" ngày {format_short(one.day)}" if one.day else ""
    through = f" · tính theo {book.unit_name(one.through)}" if one.through else ""
    lead = f"  {visible(who)} · {visible(one.name)} · " if who else "    "
    yield [
        (lead, ""),
        (f"{_said(one)}{day}", _STYLE[one.state]),
        (f"{stage} · {_when(one, today)}{visible(through)}", ""),
        (_clause(one), "dim"),
    ]


def _said(one: Standing) -> str:
    """The state in words; a dossier is sent where a duty is done."""
    return one.state.label if one.duty else _SENT.get(one.state, one.state.label)


def _when(one: Standing, today: date) -> str:
    if one.held is None:
        return "kế hoạch không quy định hạn"
    last, wording = one.last_day, one.held.deadline.wording
    if last is None:
        return wording
    left = (last - today).days
    since = one.held.deadline.since
    opens = f"từ ngày {format_short(since)}, " if since else ""
    if one.state in (State.DONE, State.PAST_AT_ISSUE, State.NOTHING_TO_SEND):
        rest = ""
    elif left < 0:
        rest = f", đã qua {two_digits(-left)} ngày"
    else:
        rest = f", còn {two_digits(left)} ngày" if left else ", hôm nay là ngày cuối"
    return f"{opens}{wording} (ngày cuối {format_short(last)}{rest})"


def _addressee(one: Standing, drive: Drive) -> str:
    roles, through = (one.duty.addressees, one.duty.through) if one.duty else ((), None)
    if not roles and one.held is not None:
        roles, through = one.held.deadline.addressees, one.held.deadline.through
    names = ", ".join(drive.plan.roles.get(role, role) for role in roles)
    return f"{names} (qua {drive.plan.roles.get(through, through)})" if names and through else names


def _counted_back(one: Standing) -> str:
    """The steps a dossier still has before it, none with a day the plan does not set."""
    left = [step for stage, step in _STEPS if one.stage is not None and one.stage < stage]
    end = f" chậm nhất {format_short(one.last_day)}" if one.last_day else ""
    return (
        f"đếm lùi: báo cáo, {', rồi '.join(left)}{end}"
        if (one.stage or 0) < Stage.MET
        else f"còn: {', '.join(left)}{end}"
    )


def _clause(one: Standing) -> str:
    return f"  [{visible(one.clause)}]" if one.clause else ""


def _totals(found: list[Standing]) -> str:
    counts = [(state, sum(one.state is state for one in found)) for state in State]
    return " · ".join(f"{two_digits(count)} {state.label}" for state, count in counts if count) or "không có việc nào"
