"""What a list says put over what a record says.

Keys the list does not carry stay, and an equal value in another spelling; an element of a list is known again by its
telling key and otherwise appended; an empty cell takes nothing away.
"""

from typing import Any

from thidua_cli.book import Drive
from thidua_cli.sheet.values import field_of
from thidua_cli.source import DATE, YES_NO, Choice, ListOf, Plain
from thidua_cli.viet.dates import parse_date
from thidua_cli.viet.numbers import NumberFault, parse_amount, parse_decimal
from thidua_cli.viet.text import fold, nfc

_TELLING = ("ten_giai_phap", "ten_cong_trinh", "noi_dung", "so_ky_hieu", "hinh_thuc", "noi_dung_cham")
"""The keys by which an element of a list is known again."""


class Merge:
    """Merges one record; ``moves`` maps a list's route in the workbook to its route in the record."""

    def __init__(self, drive: Drive) -> None:
        self.drive = drive
        self.moves: dict[str, str] = {}

    def group(self, old: dict[str, Any], new: dict[str, Any], route: str = "") -> dict[str, Any]:
        """The old group with the new values in it."""
        merged = dict(old)
        for key, value in new.items():
            own = self._own_key(merged, key, route)
            merged[own] = self._value(merged.get(own), value, f"{route}{own}")
        return merged

    def _own_key(self, old: dict[str, Any], key: str, route: str) -> str:
        """A plan's entry may stand in the record by its name."""
        if key in old or not route:
            return key
        lookups = self.drive.terms
        lookup = {"so_lieu.": lookups.figures, "dieu_kien_loai_tru.": lookups.attestations, "su_that.": lookups.facts}
        found = lookup.get(route)
        return next((own for own in old if found is not None and found.find(own) == key), key)

    def _value(self, old: Any, new: Plain, route: str) -> Any:
        if isinstance(old, dict) and isinstance(new, dict):
            return self.group(old, new, f"{route}.")
        if isinstance(old, list) and isinstance(new, list) and all(isinstance(one, dict) for one in (*old, *new)):
            return self._list(old, new, route)
        return old if self.same(old, new, route) else new

    def _list(self, old: list[Any], new: list[Any], route: str) -> list[Any]:
        merged = list(old)
        for index, one in enumerate(new):
            at = _known_again(old, one, len(new) == len(old) == 1)
            if at is None:
                merged.append(one)
                at = len(merged) - 1
            else:
                merged[at] = self.group(merged[at], one, f"{route}.{at}.")
            if at != index:
                self.moves[f"{route}.{index}."] = f"{route}.{at}."
        return merged

    def same(self, old: Any, new: Any, route: str) -> bool:
        """Whether two values say the same, each in its own spelling."""
        if isinstance(old, list) and isinstance(new, list):
            return [fold(str(one)) for one in old] == [fold(str(one)) for one in new]
        if not isinstance(old, str) or not isinstance(new, str):
            return bool(old == new)
        field = field_of(route)
        kind: Any = field.kind if field else None
        kind = kind.kind if isinstance(kind, ListOf) else kind
        if kind is DATE:
            return parse_date(old) is not None and parse_date(old) == parse_date(new)
        if kind is YES_NO or isinstance(kind, Choice):
            return fold(old) == fold(new)
        if route == "hinh_thuc_de_nghi":
            find = self.drive.terms.awards.find
            return (find(old) or old) == (find(new) or new)
        for numbers, parsed in (("so_lieu.", parse_amount), ("bang_diem.", parse_decimal)):
            if route.startswith(numbers) and not isinstance(parsed(old), NumberFault) and parsed(old) == parsed(new):
                return True
        return " ".join(nfc(old).split()) == " ".join(nfc(new).split())

    def moved(self, key: str) -> str:
        """A cell's key as it stands in the merged record."""
        for before, after in self.moves.items():
            if key.startswith(before):
                return after + key[len(before) :]
        return key


def _known_again(old: list[Any], one: dict[str, Any], alone: bool) -> int | None:
    for key in _TELLING:
        if key in one:
            return next(
                (at for at, other in enumerate(old) if fold(str(other.get(key, ""))) == fold(str(one[key]))), None
            )
    return 0 if alone else None


def differences(old: Any, new: Any, route: str = "") -> list[tuple[str, Plain, Plain]]:
    """The dotted keys whose values differ, with both values."""
    if old == new:
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [*old, *(key for key in new if key not in old)]
        return [
            one for key in keys for one in differences(old.get(key), new.get(key), f"{route}.{key}" if route else key)
        ]
    if isinstance(old, list) and isinstance(new, list) and any(isinstance(one, dict) for one in (*old, *new)):
        longest = max(len(old), len(new))
        both = [(old[i] if i < len(old) else None, new[i] if i < len(new) else None) for i in range(longest)]
        return [one for i, (a, b) in enumerate(both) for one in differences(a, b, f"{route}.{i}")]
    return [(route, old, new)]
