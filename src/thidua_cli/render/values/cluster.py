"""A cluster's points and choices as papers print them: a member's sheet, the ranking, what its meeting chose."""

from datetime import date
from fractions import Fraction
from typing import Any

from thidua_cli.judge.scores import BONUSES, DEDUCTIONS, ITEMS, Board, Row, Sheet, rows
from thidua_cli.model.scores import Deduction
from thidua_cli.render.values.duty import signer_of
from thidua_cli.render.values.naming import BLANK_SIGNER, Desk, citation, iso
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.numbers import format_decimal, two_digits
from thidua_cli.viet.text import capital


def points(value: Fraction | None) -> str:
    """Points as papers write them; what is not scored is blank, and 0 is 0."""
    return "" if value is None else format_decimal(value)


def sheet_values(desk: Desk, board: Board, sheet: Sheet) -> dict[str, Any]:
    """The root ``bang_diem``: a member's sheet, blank where nothing is scored yet."""
    unit = desk.book.units.get(sheet.unit)
    handed = sheet.handed
    day = (handed.issued_on or handed.day) if handed else None
    return {
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else sheet.unit,
        **_scale(board),
        "dong": _sheet_rows(desk, board, sheet),
        "tong_tu_cham": points(sheet.own),
        "tong_tham_dinh": points(sheet.total),
        "y_kien": (handed.appraisal or "") if handed else "",
        "ngay_lap": iso(day),
        "don_vi_cham": signer_of(desk, unit, day),
        "nguoi_tham_dinh": BLANK_SIGNER,
    }


def _scale(board: Board) -> dict[str, Any]:
    scale = board.scale
    return {
        "ten_cum_khoi": board.cluster.name if board.cluster else "",
        "thang_diem": citation(scale.number, scale.issued_on, "thang điểm") if scale else "",
        "diem_toi_da": points(board.full),
    }


def _sheet_rows(desk: Desk, board: Board, sheet: Sheet) -> list[dict[str, str]]:
    if board.scale is None:
        return []
    taken = {one.id: one for one in board.scale.deductions}
    found: list[dict[str, str]] = []
    order, child = 0, 0
    for row in rows(sheet.handed, board.scale):
        order, child = (order + 1, 0) if not row.depth else (order, child + 1)
        found.append(
            {
                "tt": f"{order}.{child}" if row.depth else str(order),
                "noi_dung": _said(row, taken.get(row.id)),
                "diem_toi_da": points(row.most),
                "tu_cham": points(row.own),
                "tham_dinh": points(row.appraised),
                "don_vi_tham_dinh": desk.role_name(row.appraiser) if row.appraiser else "",
                "ly_do": row.reason,
            }
        )
    return found


def _said(row: Row, deduction: Deduction | None) -> str:
    """What a row is for; a deduction with how much each time, and how often where that is known."""
    if row.group == ITEMS:
        return row.name
    if deduction is None:
        return f"{capital(row.group)}: {row.name}"
    each = f"mỗi lần {points(deduction.per_time)} điểm" if deduction.per_time is not None else ""
    often = f"{two_digits(row.times)} lần" if row.times else ""
    told = "; ".join(part for part in (each, often) if part)
    return f"{capital(row.group)}: {row.name}{f' ({told})' if told else ''}"


def ranking_values(desk: Desk, board: Board) -> dict[str, Any]:
    """The root ``xep_hang``: the places, those not ranked yet, and what parts equal units."""
    day = max((sheet.handed.day for sheet in board.sheets if sheet.handed and sheet.handed.day), default=None)
    names = board.names
    order = board.scale.tie_order if board.scale else ()
    return {
        "dau_giay": head_of(board.cluster),
        **_scale(board),
        "tam_xep": "" if board.final else "có",
        "hang": [
            {
                "hang": str(rank.place),
                **_points(desk, board, rank.sheet),
                "xet_khi_bang_diem": "; ".join(
                    [f"{name}: {points(value)}" for name, value in board.tied(rank)] + ["đồng hạng"] * rank.shared
                ),
            }
            for rank in board.ranking
        ],
        "chua_xep": [
            {"don_vi": desk.book.unit_name(sheet.unit), "ly_do": _lacking(sheet, names)}
            for sheet in board.sheets
            if not sheet.complete
        ],
        "thu_tu_khi_bang_diem": "; ".join(names.get(id_, id_) for id_ in order),
        "ngay_lap": f"{day:%Y-%m}" if day else "",
        "nguoi_ky": signer_of(desk, board.cluster, day),
    }


def _lacking(sheet: Sheet, names: dict[str, str]) -> str:
    if sheet.handed is None:
        return "chưa có bảng điểm"
    return "chưa có điểm: " + ", ".join(names.get(id_, id_) for id_ in (*sheet.missing, *sheet.unappraised))


def _points(desk: Desk, board: Board, sheet: Sheet) -> dict[str, str]:
    assert board.scale is not None
    found = list(rows(sheet.handed, board.scale))
    items = [row for row in found if row.group == ITEMS and not row.depth]

    def together(group: str) -> str:
        given = [row.appraised for row in found if row.group == group and row.appraised is not None]
        return points(sum(given, Fraction(0))) if given else ""

    return {
        "don_vi": desk.book.unit_name(sheet.unit),
        "tung_noi_dung": "; ".join(f"{row.name}: {points(row.appraised)}" for row in items),
        "diem_thuong": together(BONUSES),
        "diem_tru": together(DEDUCTIONS),
        "tu_cham": points(sheet.own),
        "tong_diem": points(sheet.total),
    }


def known_by(board: Board, day: date | None) -> bool:
    """Whether the ranking was known on a day: a report says nothing that came after it."""
    days = [sheet.handed.day for sheet in board.sheets if sheet.handed]
    return board.final and all(one is not None and (day is None or one <= day) for one in days)
