"""What an office confirms a person or unit has received: decisions it holds, never what somebody declares."""

from typing import Any

from thidua_cli.judge.history import Holder, Received, everyone
from thidua_cli.render.values.naming import Desk, iso, lowered, signs_for
from thidua_cli.render.values.reminder import issuer_of
from thidua_cli.render.values.unit import dispatch_symbol, head_of
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import slug


def confirmable(holder: Holder) -> list[Received]:
    """The awards a decision of the repository shows, oldest first."""
    return [one for one in reversed(holder.received) if one.confirmable]


def holders_of(desk: Desk) -> dict[str, Holder]:
    """Everyone who can get a confirmation, by a name for a file: the name with the birth or unit that tells
    people of one name apart."""
    found: dict[str, Holder] = {}
    for holder in everyone(desk.book):
        if confirmable(holder):
            about = " ".join(part for part in (holder.name, holder.born or holder.unit) if part)
            key, number = slug(about), 2
            while key in found:
                key, number = f"{slug(about)}-{number}", number + 1
            found[key] = holder
    return found


def confirmation_values(desk: Desk, holder: Holder) -> dict[str, Any]:
    """The root ``xac_nhan``."""
    unit = issuer_of(desk)
    received = confirmable(holder)
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "",
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else "",
        "ky_hieu": dispatch_symbol(unit),
        "kinh_gui": [holder.addressed],
        "ho_ten": lowered(holder.addressed),
        "nam_sinh": holder.born,
        "don_vi": _printed(desk, holder.unit),
        "so_luong": two_digits(len(received)),
        "khen_thuong": [
            {
                "hinh_thuc": one.award,
                "so_ky_hieu": one.number,
                "ngay": iso(one.decided_on),
                "tham_quyen": one.authority,
                "dot": one.campaign,
            }
            for one in received
        ],
        "nguoi_ky": signs_for(unit, received[-1].decided_on if received else None) | {"ho_ten": ""},
    }


def _printed(desk: Desk, name: str) -> str:
    """A unit as decisions print it; where two have one name, as it is told of."""
    called = [unit.printed_name for unit in desk.book.units.values() if unit.name == name]
    return called[0] if len(called) == 1 else name
