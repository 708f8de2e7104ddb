"""Criteria as the columns of a table in which cases are the rows."""

from collections.abc import Iterable, Sequence

from thidua_cli.judge.judging import covers
from thidua_cli.model.criteria import Criterion


def columns_of(groups: Iterable[Criterion], subject_kind: str | None, award: str) -> tuple[Criterion, ...]:
    """The named criteria for a kind of case, without the outermost groups, whose answer is the row's own."""
    return tuple(
        one
        for group in groups
        if covers(group, subject_kind, award)
        for one in group.walk()
        if one.id and (one is not group or not (group.all_of or group.any_of))
    )


def short_ids(ids: Sequence[str]) -> list[str]:
    """The ids without the part that all of them share (Q11-T1 → T1)."""
    shared = len({id_.partition("-")[0] for id_ in ids}) == 1
    return [id_.partition("-")[2] or id_ if shared else id_ for id_ in ids]
