"""A cluster's points as workbooks: a page for each member's sheet, a page for each cluster's ranking.

What is not scored yet is an empty cell, so a page can be handed to the unit to fill; 0 is printed as 0.
"""

from collections.abc import Iterator

from thidua_cli.judge.elections import elected
from thidua_cli.judge.scores import BONUSES, DEDUCTIONS, ITEMS, Board, Sheet, boards, numbered, rows
from thidua_cli.sheet.score_sheets import APPRAISED, NAME, NUMBER, OWN, REASON, TIMES, TOTAL
from thidua_cli.sheet.tables import Head, Office, Section, Table, Value
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, two_digits
from thidua_cli.viet.text import capital


def sheets(office: Office) -> tuple[Table, ...]:
    """Bảng chấm điểm: each member of each cluster that has a scale."""
    return tuple(
        _sheet(office, board, sheet)
        for board in boards(office.drive, office.look.book)
        if board.scale is not None
        for sheet in board.sheets
    )


def _subtitle(office: Office, board: Board, unit: str = "") -> str:
    number = board.scale.number if board.scale else None
    names = (unit, board.cluster.name if board.cluster else "", f"thang điểm số {number}" if number else "")
    return " · ".join(name for name in (*names, office.drive.plan.name) if name)


def _sheet(office: Office, board: Board, sheet: Sheet) -> Table:
    heads = (
        Head(NUMBER, 6), Head(NAME, 46), Head("Điểm tối đa", 10), Head(OWN, 10), Head(APPRAISED, 10), Head(TIMES, 9),
        Head("Đơn vị thẩm định", 26), Head(REASON, 36),
    )  # fmt: skip
    name = office.look.book.unit_name(sheet.unit)
    return Table(sheet.unit, "BẢNG CHẤM ĐIỂM", _subtitle(office, board, name), heads, _sheet_rows(office, board, sheet))


def _sheet_rows(office: Office, board: Board, sheet: Sheet) -> Iterator[tuple[Value, ...] | Section]:
    assert board.scale is not None
    group = ITEMS
    for number, row in numbered(rows(sheet.handed, board.scale)):
        if row.group != group:
            yield Section(capital(row.group))
            group = row.group
        role = office.desk.role_name(row.appraiser) if row.appraiser else ""
        yield number, row.name, row.most, row.own, row.appraised, row.times, role, row.reason
    yield "", TOTAL, board.full, sheet.own, sheet.total, None, "", ""


def rankings(office: Office) -> tuple[Table, ...]:
    """Bảng tổng hợp, xếp hạng: each cluster that has a scale."""
    found = boards(office.drive, office.look.book)
    return tuple(_ranking(office, board) for board in found if board.scale is not None)


def _ranking(office: Office, board: Board) -> Table:
    assert board.scale is not None
    scale = board.scale
    heads = (
        Head("Hạng", 7),
        Head("Đơn vị", 38),
        *(Head(item.name, 14) for item in scale.items),
        *(Head(capital(name), 9) for name, there in _extras(board) if there),
        Head("Tự chấm", 9),
        Head("Tổng điểm", 9),
        Head("Xét khi bằng điểm", 34),
    )
    title = "BẢNG TỔNG HỢP ĐIỂM, XẾP HẠNG" + ("" if board.final else " (tạm xếp, còn đơn vị chưa đủ điểm)")
    kind = board.cluster.id if board.cluster else board.duty.id
    return Table(kind, title, _subtitle(office, board), heads, _ranking_rows(office, board))


def _extras(board: Board) -> tuple[tuple[str, tuple[object, ...]], ...]:
    scale = board.scale
    return ((BONUSES, scale.bonuses), (DEDUCTIONS, scale.deductions)) if scale else ()


def _ranking_rows(office: Office, board: Board) -> Iterator[tuple[Value, ...] | Section]:
    book = office.look.book
    for rank in board.ranking:
        tie = "; ".join(f"{name}: {format_decimal(points)}" for name, points in board.tied(rank))
        shared = "đồng hạng" if rank.shared else ""
        yield rank.place, *_points(office, board, rank.sheet), "; ".join(part for part in (tie, shared) if part)
    unranked = [sheet for sheet in board.sheets if not sheet.complete]
    if unranked:
        yield Section("Chưa xếp hạng")
    names = board.names
    for sheet in unranked:
        lacking = [names.get(id_, id_) for id_ in (*sheet.missing, *sheet.unappraised)]
        why = f"chưa có điểm: {', '.join(lacking)}" if lacking else "chưa có bảng điểm"
        yield None, *_points(office, board, sheet), why
    for meeting, vote in board.leading:
        unit = elected(office.drive, vote) or ""
        day = f" ngày {format_short(meeting.held_on)}" if meeting.held_on else ""
        votes = f"{two_digits(vote.in_favour or 0)}/{two_digits(len(meeting.delegates))} đơn vị tán thành, {vote.conclusion or 'chưa ghi kết luận'}"
        yield Section(f"Đơn vị dẫn đầu: {book.unit_name(unit)} (bình xét ở cuộc họp{day}, {votes})")


def _points(office: Office, board: Board, sheet: Sheet) -> tuple[Value, ...]:
    assert board.scale is not None
    found = list(rows(sheet.handed, board.scale))
    items = [row.appraised for row in found if row.group == ITEMS and not row.depth]
    extras: list[Value] = []
    for name, there in _extras(board):
        points = [row.appraised for row in found if row.group == name and row.appraised is not None]
        extras += [sum(points) if points else None] if there else []
    return office.look.book.unit_name(sheet.unit), *items, *extras, sheet.own, sheet.total
