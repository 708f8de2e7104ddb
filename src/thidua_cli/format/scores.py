"""Score sheets of a cluster and its ranking, for people: points as typed, places as they follow."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from thidua_cli.book import Book, Drive
from thidua_cli.format.lines import Line
from thidua_cli.judge.elections import elected
from thidua_cli.judge.scores import Board, Sheet
from thidua_cli.model.scores import leaves
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, two_digits
from thidua_cli.viet.text import visible

CLOSING = "Bảng cộng điểm tự động, phục vụ cụm, khối và Hội đồng; không thay kết luận của cuộc họp."


def board(one: Board, drive: Drive, book: Book) -> Iterator[Line]:
    """A cluster's scale, sheets and ranking."""
    name = one.cluster.name if one.cluster else "chưa thuộc cụm, khối nào"
    yield [(f"Bảng điểm · {visible(name)}", "bold"), (f" · {visible(one.duty.name)}  [{one.duty.clause}]", "dim")]
    if one.scale is None:
        yield [("  chưa có thang điểm của cụm, khối: chưa cộng, chưa xếp hạng được", "yellow")]
    else:
        yield from _table(one, book)
        yield from _places(one, book)
    yield from _gaps(one, book)
    yield from _leader(one, drive, book)
    yield [(CLOSING, "dim")]


def _table(one: Board, book: Book) -> Iterator[Line]:
    assert one.scale is not None
    scale = one.scale
    names = {sheet.unit: visible(book.unit_name(sheet.unit)) for sheet in one.sheets}
    wide = max([len("Điểm tối đa"), *map(len, names.values())])
    items = leaves(scale.items)
    heads = [item.id for item in items] + [bonus.id for bonus in scale.bonuses] + [each.id for each in scale.deductions]
    cols = [max(len(head), 6) for head in heads]
    row = "  ".join(f"{head:>{size}}" for head, size in zip(heads, cols, strict=True))
    yield [(f"{'Đơn vị':<{wide}}  {row}  {'Tự chấm':>8}  {'Thẩm định':>9}", "bold")]
    most = [_show(item.most) for item in items]
    most += [_show(bonus.most) for bonus in scale.bonuses] + [_show(each.most) for each in scale.deductions]
    limits = "  ".join(f"{cell:>{size}}" for cell, size in zip(most, cols, strict=True))
    yield [(f"{'Điểm tối đa':<{wide}}  {limits}  {'':>8}  {_show(one.full):>9}", "dim")]
    for sheet in one.sheets:
        cells = [_cell(sheet, id_, minus=index >= len(items) + len(scale.bonuses)) for index, id_ in enumerate(heads)]
        shown = "  ".join(f"{cell:>{size}}" for cell, size in zip(cells, cols, strict=True))
        yield [
            (f"{names[sheet.unit]:<{wide}}  {shown}  {_show(sheet.own):>8}  ", ""),
            (f"{_show(sheet.total):>9}", "green" if sheet.complete else "yellow"),
        ]
    yield []
    labels = [*((item.id, item.name) for item in items), *((each.id, each.name) for each in scale.bonuses)]
    labels += [(each.id, f"{each.name} (trừ {_show(each.per_time)} điểm mỗi lần)") for each in scale.deductions]
    yield [("; ".join(f"{id_}: {visible(name)}" for id_, name in labels), "dim")]


def _cell(sheet: Sheet, item: str, *, minus: bool) -> str:
    line = next((one for one in sheet.handed.lines if one.item == item), None) if sheet.handed else None
    if line is None:
        return "·"
    if minus:
        return f"{line.times} lần" if line.times is not None else "·"
    return _show(line.appraised) if line.appraised is not None else f"({_show(line.own)})"


def _show(points: Fraction | None) -> str:
    return "·" if points is None else format_decimal(points)


def _places(one: Board, book: Book) -> Iterator[Line]:
    if not one.ranking:
        return
    provisional = "" if one.final else " (tạm xếp, còn đơn vị chưa đủ điểm)"
    yield []
    yield [(f"Xếp hạng{provisional}", "bold")]
    for each in one.ranking:
        shared = " (đồng hạng)" if each.shared else ""
        yield [
            (f"  {each.place}. {visible(book.unit_name(each.sheet.unit))}: {_show(each.sheet.total)} điểm{shared}", "")
        ]
    if one.scale is not None and one.scale.tie_order:
        yield [(f"  bằng điểm thì xét lần lượt: {', '.join(one.scale.tie_order)} (thang điểm)", "dim")]


def _gaps(one: Board, book: Book) -> Iterator[Line]:
    absent = [sheet for sheet in one.sheets if sheet.handed is None]
    if absent:
        names = ", ".join(book.unit_name(sheet.unit) for sheet in absent)
        yield [(f"Chưa có bảng điểm: {two_digits(len(absent))} đơn vị · {visible(names)}", "bold red")]
    for sheet in one.sheets:
        who = visible(book.unit_name(sheet.unit))
        if sheet.missing:
            yield [(f"{who}: thiếu điểm {', '.join(sheet.missing)}", "bold red")]
        if sheet.over:
            yield [(f"{who}: quá điểm tối đa {', '.join(sheet.over)}", "bold red")]
        if sheet.unappraised:
            yield [(f"{who}: chưa thẩm định {', '.join(sheet.unappraised)}", "yellow")]


def _leader(one: Board, drive: Drive, book: Book) -> Iterator[Line]:
    for meeting, vote in one.leading:
        unit = elected(drive, vote)
        day = f" ngày {format_short(meeting.held_on)}" if meeting.held_on else ""
        voting = {delegate.unit for delegate in meeting.delegates}
        votes = f"{two_digits(vote.in_favour or 0)} tán thành trên {two_digits(len(voting))} đơn vị"
        when = meeting.held_on or date.max
        members = sum(unit.cluster == meeting.cluster and unit.exists_on(when) for unit in book.units.values())
        if len(voting) != members:
            votes += f" dự họp, cả cụm, khối có {two_digits(members)}"
        yield []
        yield [
            (f"Đơn vị dẫn đầu: {visible(book.unit_name(unit or ''))}", "bold"),
            (f" · họp{day}, {votes}, {vote.conclusion}", ""),
        ]
        first = [each.sheet.unit for each in one.ranking if each.place == 1]
        if first and unit not in first:
            yield [("  bình xét ở cuộc họp, không theo điểm: đơn vị đứng đầu bảng điểm là đơn vị khác", "dim")]
