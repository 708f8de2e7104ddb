"""Which day's law a case falls under, who may confer its award on that day, and the form its report has.

Looks up and compares; whether an answer is grave enough for a finding is for the lints.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.law import Dated, Law
from thidua_cli.law.tables import Authority, FormNumber
from thidua_cli.model.awards import Award
from thidua_cli.model.dossier import Decision, Dossier
from thidua_cli.model.nomination import Nomination


class Power(Enum):
    """Whether an authority may confer an award."""

    MAY = "có thẩm quyền"
    MAY_NOT = "không có thẩm quyền"
    GONE = "không còn"
    UNKNOWN = "chưa đủ căn cứ"


class Conferral(NamedTuple):
    """Who would confer an award on a day, whether they may, on what value that rests, and who may instead."""

    power: Power
    who: str
    basis: Dated[Authority] | None
    instead: str

    @property
    def told(self) -> str:
        """The answer in words."""
        after = f"; nay là {self.instead}" if self.instead else ""
        return f"{self.who or 'người có thẩm quyền'}: {self.power.value}{after}"


def decision_of(drive: Drive, case: str) -> Decision | None:
    """The decision that stands for a case, the latest of several."""
    found = drive.decision_on.get(case)
    return drive.decisions[found] if found else None


def received_day(dossier: Dossier | None) -> date | None:
    """The day a dossier was received; until the receiver has written it, the day it was sent or signed."""
    return (dossier.received_on or dossier.sent_on or dossier.issued_on) if dossier is not None else None


def deciding_day(book: Book, drive: Drive, case: str, matter: str) -> date | None:
    """The day whose law answers a question about a case (``deciding.yaml``); ``None`` before that day has
    come, or where no rule says which day it is.

    A dossier received while the data still held goes on under them when it is decided later: so the
    transition of the 2026 amendment, which keys on the day of receipt.
    """
    decision = decision_of(drive, case)
    received = received_day(drive.dossier_with(case))
    decided = decision.issued_on if decision else None
    last = book.law.last_covered
    rule = book.law.known("deciding", (matter,), min(received or decided or last, last))
    if rule is None or rule.value.day == "họp":
        return None
    day = (received or decided) if rule.value.day == "nhận hồ sơ" else decided
    if day is not None and received is not None and received <= last < day:
        return received
    return day


def level_of(law: Law, said: str | None, award: Award | None) -> tuple[str | None, str | None]:
    """The code and level of the authority a decision names in words; where the words fit two levels or none,
    the level of the plan's award. An open set has no level, but the name of an award in it may say whose it is."""
    named = law.authorities_named(said or (award.name if award and award.open_set else None))
    level = award.level if award else None
    fitting = {id_: of for id_, of in named.items() if of == level} if len(named) > 1 else named
    return next(iter(fitting.items()), (None, level))


def conferral(law: Law, award: Award | None, said: str | None, day: date) -> Conferral:
    """Whether the award may be conferred on that day by whom the decision names, or by the level the plan names."""
    who = said or (award.authority if award else None) or ""
    award_id = law.award_id(award.name, award.short_name) if award else None
    id_, level = level_of(law, said, award)
    ids = dict.fromkeys(
        one.value.id for one in law.entries("authority") if (one.value.id == id_ if id_ else one.value.level == level)
    )
    answers = [found for one in ids if (found := law.known("authority", (one,), day)) is not None]
    ruled = {known for one in law.entries("authority") for known in one.value.awards}
    if award_id not in ruled or not answers or len(answers) < len(ids):
        return Conferral(Power.UNKNOWN, who, None, "")
    able = next((one for one in answers if award_id in one.value.awards and not one.value.gone), None)
    if able is not None:
        return Conferral(Power.MAY, who, able, "")
    gone = next((one for one in answers if one.value.gone), None)
    if gone is not None:
        return Conferral(Power.GONE, who, gone, gone.value.successor or "")
    others = [
        found.value.name or ""
        for one in dict.fromkeys(entry.value.id for entry in law.entries("authority"))
        if (found := law.known("authority", (one,), day)) is not None and award_id in found.value.awards
    ]
    return Conferral(Power.MAY_NOT, who, answers[0], "; ".join(others))


def form_of(law: Law, drive: Drive, case: Nomination, day: date) -> Dated[FormNumber] | None:
    """The form of a case's report on a day, by the kind of commendation the plan is of."""
    kind = drive.plan.award_type or ""
    paper = f"{kind} {case.subject_kind}" if kind == "công trạng" else kind
    return law.known("forms", (paper,), day)


def form_told(law: Law, form: Dated[FormNumber] | None) -> str:
    """A form in words: ``Mẫu số 08, Nghị định 98/2023/NĐ-CP``."""
    if form is None:
        return "chưa đủ căn cứ"
    text = law.text(form.value.by_text)
    decree = f"Nghị định {text.value.number}" if text else ""
    return f"Mẫu số {form.value.number}, {decree}" if form.value.number else f"không có mẫu ({decree})"
