"""Names of units and councils typed where their ids belong: reading refuses them, and here the id is found.

Knows no record and reads none.
"""

from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.unit import Unit
from thidua_cli.source.codes import MA_SAI
from thidua_cli.viet.names import spelt_out


def with_ids(found: list[Diagnostic], units: dict[str, Unit]) -> Iterator[Diagnostic]:
    """The findings, each name of a unit or a council typed where its id belongs with that id."""
    ids: dict[str, str] = {}
    for one in found:
        if one.code == MA_SAI:
            ids = ids or _ids_by_name(units)
            typed = one.message.partition("“")[2].rpartition("”")[0]
            id_ = ids.get(spelt_out(typed))
            yield one._replace(remedy=f"có phải “{id_}”?") if id_ else one
        else:
            yield one


def _ids_by_name(units: dict[str, Unit]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for unit in units.values():
        ids |= {spelt_out(name): unit.id for name in unit.names if name}
        if unit.council is not None:
            ids[spelt_out(unit.council.name)] = unit.council.id
    return ids
