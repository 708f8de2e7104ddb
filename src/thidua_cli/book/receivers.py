"""Who receives what a plan asks for, by every name such an office goes by: only they extend a deadline.

Knows no deadline and judges no text.
"""

from typing import NamedTuple

from thidua_cli.model.campaign import Campaign
from thidua_cli.model.unit import Office, Unit
from thidua_cli.viet.names import spelt_out

_RECEIVING = "tiếp nhận"
_ISSUER_KIND = "ủy ban nhân dân"


class Receivers(NamedTuple):
    """The names of those who fill each role of a plan, and of those who receive its dossiers."""

    of_role: dict[str, frozenset[str]]
    of_plan: frozenset[str]

    def include(self, issuer: str, *roles: str | None) -> bool:
        """Whether a text's issuer receives what the plan, or what a duty with these roles, asks for."""
        name = spelt_out(issuer)
        return name in self.of_plan or any(name in self.of_role.get(role or "", ()) for role in roles)


def receivers_of(plan: Campaign, units: dict[str, Unit], office: Office | None) -> Receivers:
    """The receivers of a plan: whoever it names, and who issued it with the body that works for it."""
    of_role = {role: {spelt_out(name)} for role, name in plan.roles.items()}
    for unit in units.values():
        for role in unit.roles:
            of_role.setdefault(role, set()).update(_names(unit))
    named = {step.role for step in plan.steps if step.step == _RECEIVING}
    if plan.deadline is not None:
        named |= {*plan.deadline.addressees, plan.deadline.through}
    of_plan = {name for role in named for name in of_role.get(role or "", ())}
    issuer = spelt_out(plan.issuer or "")
    own = units.get(office.unit or "") if office else None
    if issuer:
        of_plan.add(issuer)
    if office is not None and own is not None and (own.kind == _ISSUER_KIND or issuer in _names(own)):
        ours = (own, units.get(office.standing_body or ""))
        of_plan |= {name for unit in ours if unit is not None for name in _names(unit)}
    return Receivers({role: frozenset(names) for role, names in of_role.items()}, frozenset(of_plan))


def _names(unit: Unit) -> set[str]:
    return {spelt_out(name) for name in (unit.name, unit.printed_name, *unit.aliases) if name}
