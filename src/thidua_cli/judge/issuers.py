"""Who issued a paper, where it is a unit at hand, and of which level that is. Knows no criterion and no verdict."""

from thidua_cli.book import Book, Drive
from thidua_cli.model.unit import LEVEL_LADDER, Unit
from thidua_cli.viet.names import spelt_out
from thidua_cli.viet.text import fold

_WARD, _DISTRICT, _PROVINCE = LEVEL_LADDER[1:4]
# A "thành phố" is of the one level or of the other, so its name tells nothing.
_LEVEL_OF_PLACE = {
    f"{fold(f'ủy ban nhân dân {kind}')} ": level
    for level, kinds in (
        (_WARD, ("phường", "xã", "thị trấn", "đặc khu")),
        (_DISTRICT, ("quận", "huyện", "thị xã")),
        (_PROVINCE, ("tỉnh",)),
    )
    for kind in kinds
}


def units_called(name: str, drive: Drive) -> frozenset[str]:
    """The units at hand that go by a name; none where the issuer is somebody else."""
    return drive.receivers.of_units.get(spelt_out(name), frozenset())


def is_called(issuer: str, words: str, drive: Drive, book: Book) -> bool:
    """Whether the words a plan prints stand in an issuer's name, or in that of a unit at hand it stands for."""
    names = (issuer, *(book.unit_name(one) for one in units_called(issuer, drive)))
    return any(spelt_out(words) in spelt_out(one) for one in names)


def denied_level(name: str, level: str, drive: Drive, book: Book) -> str:
    """The level of an issuer known by its name, where a paper cannot be of the one stated; else nothing."""
    known = ""
    for id_ in units_called(name, drive):
        known, exact = _level(id_, book)
        stated, own = LEVEL_LADDER.index(level), LEVEL_LADDER.index(known) if known else len(LEVEL_LADDER)
        if stated == own or (not exact and stated < own):
            return ""
    return known or _denied_by_name(spelt_out(name), level)


def _denied_by_name(name: str, level: str) -> str:
    """The level an issuer nobody at hand is called tells by its name, where a paper cannot be of the one stated."""
    name = name.removeprefix(_CHAIR)
    known = next((own for place, own in _LEVEL_OF_PLACE.items() if name.startswith(place)), "")
    if known:
        return "" if known == level else known
    beyond = LEVEL_LADDER.index(level) > LEVEL_LADDER.index(_PROVINCE)
    return _PROVINCE if beyond and name.startswith(_AT_MOST_PROVINCE) else ""


_CHAIR = f"{fold('chủ tịch')} "
_AT_MOST_PROVINCE = (f"{fold('ủy ban nhân dân')} ", f"{fold('sở')} ")


def has_level_of_its_own(id_: str, book: Book) -> bool:
    """Whether a unit is an authority of some level; a division only belongs to one."""
    return _level(id_, book)[1]


def _level(id_: str, book: Book) -> tuple[str, bool]:
    """The level of a unit, or of the nearest above it that has one, which it cannot exceed; and whether it is its own."""
    for here in book.above(id_):
        unit = book.units.get(here)
        if unit is not None and (level := _own_level(unit, book)):
            return level, here == id_
    return "", False


def _own_level(unit: Unit, book: Book) -> str:
    if book.office is not None and unit.id == book.office.unit:
        return book.office.level or ""
    if unit.kind == "UBND phường":
        return _WARD
    name = spelt_out(unit.name) if unit.kind == "ủy ban nhân dân" else ""
    return next((level for place, level in _LEVEL_OF_PLACE.items() if name.startswith(place)), "")
