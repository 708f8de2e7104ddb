"""Who receives what a plan asks for, by every name such an office goes by: only they extend a deadline.

Knows no deadline and judges no text.
"""

from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.model.campaign import Campaign
from thidua_cli.model.unit import Office, Unit
from thidua_cli.viet.names import spelt_out
from thidua_cli.viet.text import fold

_RECEIVING = "tiếp nhận"
_ISSUER_KIND = "ủy ban nhân dân"
# Names are compared as `spelt_out` keys, and so these are folded too.
_COMMITTEE = fold("ủy ban nhân dân") + " "
_SIGNING_FOR_IT = tuple(fold(who) for who in ("chủ tịch", "văn phòng"))
_UNDER = ("", fold("thuộc") + " ")
_PLACES = tuple(fold(kind) for kind in ("quận", "huyện", "thị xã", "thành phố", "phường", "xã", "đặc khu", "tỉnh"))


class Receivers(NamedTuple):
    """The names of those who fill each role of a plan, of those who receive its dossiers, and of every unit at hand
    with the ids of the units that go by it."""

    of_role: dict[str, frozenset[str]]
    of_plan: frozenset[str]
    of_units: dict[str, frozenset[str]]

    def include(self, issuer: str, *roles: str | None) -> bool:
        """Whether a text's issuer receives what the plan, or what a duty with these roles, asks for."""
        name = spelt_out(issuer)
        return name in self.of_plan or any(name in self.of_role.get(role or "", ()) for role in roles)

    def know(self, issuer: str) -> bool:
        """Whether a text's issuer goes by a name of a unit at hand: of any other nobody can say whether it receives."""
        return spelt_out(issuer) in self.of_units


def receivers_of(plan: Campaign, units: dict[str, Unit], office: Office | None) -> Receivers:
    """The receivers of a plan: whoever it names, and who issued it with the body that works for it."""
    names = {unit.id: _names(unit, units.get(unit.parent or "")) for unit in units.values()}
    of_role = {role: _with_signers({spelt_out(name)}) for role, name in plan.roles.items()}
    for unit in units.values():
        for role in unit.roles:
            of_role.setdefault(role, set()).update(names[unit.id])
    named = {step.role for step in plan.steps if step.step == _RECEIVING}
    if plan.deadline is not None:
        named |= {*plan.deadline.addressees, plan.deadline.through}
    of_plan = {name for role in named for name in of_role.get(role or "", ())}
    issuer = spelt_out(plan.issuer or "")
    own = units.get(office.unit or "") if office else None
    if issuer:
        of_plan |= _with_signers({issuer})
    if office is not None and own is not None and (own.kind == _ISSUER_KIND or issuer in names[own.id]):
        of_plan |= names[own.id]
        body = units.get(office.standing_body or "")
        if body is not None:
            of_plan |= names[body.id] | _names(body, own)
    known: dict[str, frozenset[str]] = {}
    for id_, of_unit in names.items():
        only = frozenset((id_,))
        for name in of_unit:
            known[name] = known[name] | only if name in known else only
    return Receivers({role: frozenset(said) for role, said in of_role.items()}, frozenset(of_plan), known)


def _names(unit: Unit, above: Unit | None) -> set[str]:
    """Every name a unit goes by: its own, those of who signs for a committee, and with the committee above it."""
    own = _plain(unit)
    if unit.kind == _ISSUER_KIND:
        own |= {_COMMITTEE + kind for kind in _kinds_of_place(own)}
    own = _with_signers(own)
    if above is None or unit is above:
        return own
    over = {name for name in _plain(above) if name.startswith(_COMMITTEE)}
    over |= _places(over) | {said for kind in _kinds_of_place(over) for said in (kind, _COMMITTEE + kind)}
    return own | {f"{name} {under}{whose}" for name in own for under in _UNDER for whose in over}


def _plain(unit: Unit) -> set[str]:
    return {spelt_out(name) for name in unit.names if name}


def _with_signers(names: set[str]) -> set[str]:
    """A committee's text may bear its chairman or its office as the issuer."""
    committees = [name for name in names if name.startswith(_COMMITTEE)]
    return names | {f"{who} {name}" for who in _SIGNING_FOR_IT for name in committees}


def _places(names: Iterable[str]) -> set[str]:
    return {name.removeprefix(_COMMITTEE) for name in names if name.startswith(_COMMITTEE)}


def _kinds_of_place(names: Iterable[str]) -> set[str]:
    """``quận`` of Quận Mẫu: a letterhead seldom repeats which one it is."""
    return {kind for place in _places(names) for kind in _PLACES if place.startswith(f"{kind} ")}
