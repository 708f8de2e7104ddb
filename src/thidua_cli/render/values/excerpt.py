"""An excerpt (trích sao) of a decision for one unit: its own lines, with the numbers they have in the decision's list."""

from typing import Any

from thidua_cli.model.dossier import Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.decision import decided_cases, decision_signer
from thidua_cli.render.values.naming import LISTS, Desk, signs_for
from thidua_cli.render.values.unit import head_of


def units_in(desk: Desk, decision: Decision) -> list[str]:
    """The units that proposed somebody a decision names, in its order; of a decision not yet issued there is none."""
    if not decision.number or decision.issued_on is None:
        return []
    return list(dict.fromkeys(case.proposer for case in decided_cases(desk, decision)))


def excerpt_values(desk: Desk, decision: Decision, unit: str) -> dict[str, Any]:
    """The root ``trich_sao``."""
    office = desk.book.own_unit
    cases = decided_cases(desk, decision)
    return {
        # Copies have a number series and a day of their own, given when the copy is made (Phụ lục I, phần II.1.c).
        "so_ky_hieu": "",
        "ngay_sao": "",
        # Only who copies stands there (Mẫu 3.1), by its whole name: lines of a letterhead may break it.
        "dau_giay": head_of(office) | ({"tieu_de_trai": [office.name.upper()]} if office else {}),
        "chu_viet_tat": office.abbreviation or "" if office else "",
        "ten_don_vi": desk.unit_name(unit),
        "so_luong": desk.counts(case for case in cases if case.proposer == unit),
        **{key: _rows(desk, cases, kind, unit) for key, kind in LISTS.items()},
        "nguoi_ky_quyet_dinh": decision_signer(desk, decision) | {"ghi_chu": "(Đã ký)"},
        "nguoi_ky": signs_for(office, decision.issued_on),
    }


def _rows(desk: Desk, cases: list[Nomination], kind: str, unit: str) -> list[dict[str, str]]:
    listed = [case for case in cases if case.subject_kind == kind]
    return [
        {
            "so_thu_tu": str(number),
            "ten": desk.addressed(case),
            "chuc_vu_don_vi": desk.position_and_unit(case) if kind != "tập thể" else "",
        }
        for number, case in enumerate(listed, 1)
        if case.proposer == unit
    ]
