"""The letter that reminds: which units have not sent what, on the day it is written for."""

from datetime import date
from typing import Any

from thidua_cli.judge.standing import Standing, State, standings
from thidua_cli.model.unit import Unit
from thidua_cli.render.values.naming import Desk, signs_for
from thidua_cli.render.values.plan import short_citation
from thidua_cli.render.values.unit import dispatch_symbol, head_of
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import capital

_TO_SUBMIT = "nộp hồ sơ đề nghị khen thưởng"


def issuer_of(desk: Desk) -> Unit | None:
    """Who reminds: the office's standing body, else the office itself."""
    return desk.book.standing_body or desk.book.own_unit


def owed(desk: Desk, today: date) -> list[Standing]:
    """What others owe on a day, or have done below the minimum; an office does not remind itself."""
    own = {unit.id for unit in (desk.book.own_unit, desk.book.standing_body) if unit}
    found = standings(desk.drive, desk.book, today)
    return [one for one in found if one.state in (State.OWED, State.SHORT) and one.unit not in own]


def reminder_values(desk: Desk, today: date) -> dict[str, Any]:
    """The root ``don_doc``."""
    unit, plan = issuer_of(desk), desk.drive.plan
    things: dict[tuple[str, str], list[Standing]] = {}
    for one in owed(desk, today):
        # A dossier is known by its unit, and some have more time than others.
        key = (one.name, "") if one.duty else (_TO_SUBMIT, _deadline(one))
        things.setdefault(key, []).append(one)
    owing = {one.unit for group in things.values() for one in group}
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": f"{today:%Y-%m}",
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else "",
        "ky_hieu": dispatch_symbol(unit),
        "kinh_gui": [desk.unit_name(id_) for id_ in desk.book.units if id_ in owing],
        "ve_viec": short_citation(plan) if plan.number else plan.name,
        "den_ngay": today.isoformat(),
        "viec": [
            {
                "noi_dung": capital(name),
                "thoi_han": _deadline(group[0]),
                "can_cu": group[0].clause,
                "don_vi": "; ".join(_named(desk, one) for one in group),
            }
            for (name, _), group in things.items()
        ],
        "nguoi_ky": signs_for(unit, today),
    }


def _deadline(one: Standing) -> str:
    """The plan's own wording with the last day it means."""
    if one.held is None:
        return ""
    last = one.last_day
    return f"{one.held.deadline.wording} (ngày cuối {format_short(last)})" if last else one.held.deadline.wording


def _named(desk: Desk, one: Standing) -> str:
    name = desk.unit_name(one.unit)
    if one.state is not State.SHORT or one.duty is None:
        return name
    return f"{name} (đã gửi {two_digits(one.number)}, ít nhất {two_digits(one.duty.at_least or 0)})"
