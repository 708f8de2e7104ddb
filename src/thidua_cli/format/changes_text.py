"""What a branch means, in lines for a terminal and in Markdown for a comment; both are made from the same items."""

from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.format.changes import Campaign, Case, Changed, Changes, DossierChange, Other, Turn
from thidua_cli.format.lines import Line
from thidua_cli.format.markdown import CLOSING, plain
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import visible


class Item(NamedTuple):
    """A line of the account: a sign, what it is about, what is said of it, and what stands below it."""

    sign: str
    head: str
    said: str = ""
    below: tuple[str, ...] = ()


_STYLE = {"+": "green", "−": "red", "±": "yellow", "!": "bold red", "✓": "green"}


def lines(changes: Changes) -> Iterator[Line]:
    """The account for a terminal."""
    yield [("Ý nghĩa của thay đổi", "bold"), (f" · so với {visible(changes.base)}", "")]
    for campaign in changes.campaigns:
        yield []
        yield [(visible(campaign.name), "bold")]
        yield from (line for item in _items(campaign) for line in _lines(item))
    if changes.units:
        yield []
        yield [("Đơn vị", "bold")]
        yield from (line for one in changes.units for line in _lines(_other(one)))
    yield []
    yield [(_closing(changes), "bold")]


def _lines(item: Item) -> Iterator[Line]:
    said = f": {visible(item.said)}" if item.said else ""
    yield [(f"  {item.sign} ", _STYLE[item.sign]), (visible(item.head), "bold"), (said, "")]
    yield from ([(f"      {visible(below)}", "")] for below in item.below)


def markdown(changes: Changes) -> str:
    """The account for a comment under the request."""
    told = [
        f"## Lượt gửi hồ sơ{plain(_senders(changes))}",
        "",
        f"So với {plain(changes.base)} · {_closing(changes)}",
        "",
    ]
    for campaign in changes.campaigns:
        told += [f"### {plain(campaign.name)}", "", *(row for item in _items(campaign) for row in _rows(item)), ""]
    if changes.units:
        told += ["### Đơn vị", "", *(row for one in changes.units for row in _rows(_other(one))), ""]
    return "\n".join([*told, CLOSING]) + "\n"


def _rows(item: Item) -> Iterator[str]:
    said = f": {plain(item.said)}" if item.said else ""
    yield f"- {item.sign} **{plain(item.head)}**{said}"
    yield from (f"  - {plain(below)}" for below in item.below)


def _closing(changes: Changes) -> str:
    if not (changes.campaigns or changes.units or changes.new_errors or changes.settled_errors):
        return "Không có thay đổi về trường hợp, kết quả đối chiếu, hồ sơ, hạn hay bản ghi nào khác."
    new = sum(len(one.new) for one in changes.campaigns)
    gone = sum(len(one.gone) for one in changes.campaigns)
    changed = sum(len(one.changed) for one in changes.campaigns)
    return (
        f"{two_digits(new)} trường hợp mới, {two_digits(gone)} rút, {two_digits(changed)} thay đổi; "
        f"thêm {changes.new_errors} lỗi, hết {changes.settled_errors} lỗi"
    )


def _senders(changes: Changes) -> str:
    """Whose cases they are, while they are few enough to name."""
    cases = [case for one in changes.campaigns for case in (*one.new, *one.gone, *(each.case for each in one.changed))]
    units = list(dict.fromkeys(case.unit for case in cases))
    return f": {', '.join(units)} – {two_digits(len(cases))} trường hợp" if 0 < len(units) <= 3 else ""


def _items(campaign: Campaign) -> Iterator[Item]:
    for case in campaign.new:
        yield Item("+", _name(case), f"đề nghị mới {case.award}, {case.verdict}")
    for case in campaign.gone:
        yield Item("−", _name(case), f"rút đề nghị {case.award}")
    for one in campaign.changed:
        yield _changed(one)
    for dossier in campaign.dossiers:
        yield _dossier(dossier)
    for other in campaign.others:
        yield _other(other)
    for message in campaign.over_quota:
        yield Item("!", "Vượt số lượng", message)
    for message in campaign.within_quota:
        yield Item("✓", "Không còn vượt số lượng", message)


def _name(case: Case) -> str:
    return case.label if case.label == case.unit else f"{case.label} ({case.unit})"


def _changed(one: Changed) -> Item:
    below = _edited((*one.figures, *one.answers, *one.details), one.others)
    if one.was_file:
        below.append(f"trước ở tệp {one.was_file}")
    said = f"đổi từ {one.award.old} sang {one.award.new}" if one.award else f"đề nghị {one.case.award}"
    return Item("±", _name(one.case), said, tuple(below))


def _other(one: Other) -> Item:
    return Item(one.sign, one.name, one.state, tuple(_edited(one.turns, one.others)))


def _edited(turns: tuple[Turn, ...], others: tuple[str, ...]) -> list[str]:
    return [*map(_turn, turns), *([f"sửa: {', '.join(others)}"] if others else [])]


def _turn(turn: Turn) -> str:
    return f"{turn.what}: {turn.old or 'chưa có'} → {turn.new or 'không còn'}"


def _dossier(one: DossierChange) -> Item:
    new, gone = all(not turn.old for turn in one.turns), all(not turn.new for turn in one.turns)
    head = f"Hồ sơ {one.id} ({one.unit})"
    if new:
        told = tuple(f"{turn.what}: {turn.new}" for turn in one.turns if turn.what != "hạn cuối")
        return Item("+", head, one.deadline, told)
    if gone:
        return Item("−", head, "không còn bản ghi")
    return Item("±", head, one.deadline, tuple(_turn(turn) for turn in one.turns))
