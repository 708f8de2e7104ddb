"""Which case of one reading is which of another, when records were renamed. Knows nothing of what changed in them."""

from collections.abc import Mapping

from thidua_cli.model.nomination import Nomination
from thidua_cli.viet.text import fold


def pair(
    before: dict[str, Nomination], after: dict[str, Nomination], renamed: Mapping[str, str]
) -> dict[str, tuple[str, Nomination]]:
    """Each case of the new reading with the old one it was: the same path, the path git says it had,
    or the same name in the same unit under another path."""
    by_file = {one.file: (id_, one) for id_, one in before.items()}
    pairs = {id_: (id_, before[id_]) for id_ in after if id_ in before}
    for id_, one in after.items():
        if id_ not in pairs and (found := by_file.get(renamed.get(one.file, ""))) and found[0] not in after:
            pairs[id_] = found
    taken = {id_ for id_, _ in pairs.values()}
    by_name = {_name(one): (id_, one) for id_, one in before.items() if id_ not in taken}
    for id_, one in after.items():
        if id_ not in pairs and (found := by_name.pop(_name(one), None)):
            pairs[id_] = found
    return pairs


def _name(one: Nomination) -> tuple[str, str, str]:
    return fold(one.full_name or one.group_name or ""), one.unit or "", one.subject_kind or ""
