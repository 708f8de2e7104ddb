"""A unit's letterhead and abbreviations."""

from typing import Any

from thidua_cli.model.unit import Unit


def head_of(unit: Unit | None, *below: str) -> dict[str, Any]:
    """The head of a paper issued by a unit; with ``below``, by a body inside it (a council)."""
    if unit is None:
        return {"tieu_de_trai": list(below), "tieu_de_phai": "quốc hiệu", "dia_danh": "", "don_vi_soan_thao": ""}
    lines = list(unit.head_lines) or [unit.name.upper()]
    return {
        "tieu_de_trai": [lines[-1], *below] if below else lines,
        "tieu_de_phai": unit.motto or "quốc hiệu",
        "dia_danh": unit.place_name or "",
        "don_vi_soan_thao": unit.drafter or "",
    }


def dispatch_symbol(unit: Unit | None) -> str:
    """What follows the number of a công văn: who issues it and which of its parts drafted it, once where they are one."""
    return "-".join(dict.fromkeys(part for part in (unit.abbreviation, unit.drafter) if part)) if unit else ""


def unit_values(unit: Unit | None) -> dict[str, Any]:
    """The root ``don_vi``; blanks for a unit that a record does not name yet, as drafts are printed early."""
    return {
        "ten_don_vi": unit.name if unit else "",
        "chu_viet_tat": (unit.abbreviation or "") if unit else "",
        "don_vi_soan_thao": (unit.drafter or "") if unit else "",
        "ky_hieu_cong_van": dispatch_symbol(unit),
        "dau_giay": head_of(unit),
    }
