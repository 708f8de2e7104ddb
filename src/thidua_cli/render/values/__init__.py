"""Records to the plain values papers print: the contract of ``render/fields.py``, filled. One record
gives every count, name, post and order, so that the papers of a dossier cannot disagree."""

from thidua_cli.render.values.awarded import Awarded, awarded, merit, standing
from thidua_cli.render.values.cluster import known_by, ranking_values, sheet_values
from thidua_cli.render.values.confirmation import confirmation_values, holders_of
from thidua_cli.render.values.contents import Entry, contents_values, slip_values
from thidua_cli.render.values.decision import certificates, decision_values
from thidua_cli.render.values.dossier import dossier_values
from thidua_cli.render.values.duty import duty_values
from thidua_cli.render.values.excerpt import excerpt_values, units_in
from thidua_cli.render.values.higher import goes_up, higher_values
from thidua_cli.render.values.meeting import meeting_values
from thidua_cli.render.values.naming import HEAD_UNKNOWN, Desk
from thidua_cli.render.values.nomination import nomination_values
from thidua_cli.render.values.plan import plan_values
from thidua_cli.render.values.reminder import owed, reminder_values
from thidua_cli.render.values.review import review_values
from thidua_cli.render.values.unit import unit_values

__all__ = [
    "HEAD_UNKNOWN",
    "Awarded",
    "Desk",
    "Entry",
    "awarded",
    "certificates",
    "confirmation_values",
    "contents_values",
    "decision_values",
    "dossier_values",
    "duty_values",
    "excerpt_values",
    "goes_up",
    "higher_values",
    "holders_of",
    "known_by",
    "meeting_values",
    "merit",
    "nomination_values",
    "owed",
    "plan_values",
    "ranking_values",
    "reminder_values",
    "review_values",
    "sheet_values",
    "slip_values",
    "standing",
    "unit_values",
    "units_in",
]
