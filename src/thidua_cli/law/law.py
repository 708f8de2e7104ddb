"""The law as one thing to ask: a question and a day in, one dated answer out, an office's data over ours.

No answer is ever a default: outside the days that are known there is none.
"""

import os
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from thidua_cli.law.dated import Dated, Key
from thidua_cli.law.tables import TABLES, AwardForm, DaysOff, Text, Threshold, read_table
from thidua_cli.source import Reading, parse
from thidua_cli.viet.dates import weekday
from thidua_cli.viet.text import fold

FIRST_COVERED = date(2017, 1, 1)
"""From here on every question of every table has an answer or an explicit gap; the oldest plan we
know of is of 2021, and its reports look back five years."""

NOT_YET_CONSIDERED, ONE_MERIT_ONE_AWARD = "chưa xét khen thưởng", "một thành tích một hình thức"
NO_GROUND_FOR_MERIT = "khen đợt không tính công trạng"
"""The points of ``points.yaml`` that rules cite."""


class DayOff(NamedTuple):
    """A day nobody works, and why; ``by`` is the entry that says so, ``None`` for a plain weekend."""

    name: str
    by: Dated[DaysOff] | None
    yearly: bool = False


@lru_cache(maxsize=len(TABLES))
def shipped_table(name: str) -> tuple[Dated[Any], ...]:
    """A table of this room; a mistake in it is our own bug and raises."""
    file = f"thidua:law/{name}.yaml"
    with open(os.path.join(os.path.dirname(__file__), f"{name}.yaml"), encoding="utf-8") as handle:
        node, problems = parse(handle.read(), file)
    reading = Reading(file)
    entries = read_table(name, node, reading) if node is not None else ()
    if node is None or problems or reading.found:
        raise ValueError(f"{file}: {problems or reading.found}")
    return entries


@lru_cache(maxsize=len(TABLES))
def _shipped_by_key(name: str) -> dict[Key, tuple[Dated[Any], ...]]:
    """The same table by the questions it answers: the law is asked several times for every case."""
    found: dict[Key, tuple[Dated[Any], ...]] = {}
    for one in shipped_table(name):
        for key in TABLES[name].keys(one.value):
            found[key] = (*found.get(key, ()), one)
    return found


@lru_cache(maxsize=512)
def _folded(alias: str) -> str:
    """A name of our own tables, folded once: every case of a campaign is held against all of them."""
    return fold(alias)


def _recognised(entries: tuple[Dated[Any], ...], names: tuple[str, ...]) -> str | None:
    texts = [fold(name) for name in names]
    best = ("", "")
    for one in entries:
        form: AwardForm = one.value
        if form.name is None:
            continue
        for alias in map(_folded, (form.name, *form.aliases)):
            if len(alias) > len(best[0]) and any(alias in text for text in texts):
                best = (alias, form.ids[0])
    return best[1] or None


@lru_cache(maxsize=256)
def _shipped_award(names: tuple[str, ...]) -> str | None:
    """What our own table knows a name as; a campaign asks for the same few names for every case."""
    return _recognised(shipped_table("awards"), names)


@lru_cache(maxsize=16)
def _last_day(own: tuple[Dated[Any], ...]) -> date:
    last: date = max(one.value.last_day for one in (*own, *shipped_table("coverage")))
    return last


class Law(NamedTuple):
    """Our tables with an office's own entries (``law/*.yaml`` of its repository) before them."""

    own: Mapping[str, tuple[Dated[Any], ...]] = MappingProxyType({})

    @property
    def last_covered(self) -> date:
        """The last day the data are known for; an office that has checked further says so itself."""
        return _last_day(self.own.get("coverage", ()))

    @property
    def afterwards(self) -> str:
        """What comes after that day, in words."""
        last = self.last_covered
        return next((one.value.then or "" for one in self.entries("coverage") if one.value.last_day == last), "")

    def entries(self, table: str) -> tuple[Dated[Any], ...]:
        """A table, the office's entries first."""
        return (*self.own.get(table, ()), *shipped_table(table))

    def answer(self, table: str, key: Key, day: date) -> Dated[Any] | None:
        """The one answer to a question on a day, or the explicit gap; ``None`` where nothing is said.

        After the last day covered only what an office itself has stated still answers.
        """
        for one in self.own.get(table, ()):
            if one.holds_on(day) and key in TABLES[table].keys(one.value):
                return one
        if day <= self.last_covered or table == "coverage":
            for one in _shipped_by_key(table).get(key, ()):
                if one.holds_on(day):
                    return one
        return None

    def known(self, table: str, key: Key, day: date) -> Dated[Any] | None:
        """The answer, when it is one and no gap."""
        found = self.answer(table, key, day)
        return None if found is None or found.unknown is not None else found

    def authorities_named(self, said: str | None) -> dict[str, str]:
        """The authorities a decision's own words may mean, code to level; the longest phrase that fits wins.
        There may be two: "thành phố" is a province's equal or, until 30/6/2025, a district's."""
        text = fold(said or "")
        longest = 0
        found: dict[str, str] = {}
        for one in self.entries("authority"):
            for alias in map(_folded, one.value.aliases):
                if alias in text and len(alias) >= longest:
                    found = found if len(alias) == longest else {}
                    longest = len(alias)
                    found[one.value.id] = one.value.level
        return found

    def day_off(self, day: date) -> DayOff | None:
        """Why a day is off, if it is. An office's entries add and take away single days, so all entries
        are asked in turn; a year no entry knows has its weekends only."""
        for one in self.entries("days_off"):
            if not one.holds_on(day):
                continue
            if day in (one.value.worked or {}):
                return None
            for days, yearly in ((one.value.fixed, False), (one.value.yearly, True)):
                if days and day in days:
                    return DayOff(days[day], one, yearly)
        return DayOff(weekday(day), None) if day.weekday() >= 5 else None

    # -- questions of several tables -----------------------------------------------------------------

    def award_id(self, *names: str | None) -> str | None:
        """The code of the award or title a plan means by a name; the longest name that fits wins, so that
        "Tập thể lao động xuất sắc" is no "Lao động xuất sắc"."""
        asked = tuple(name for name in names if name)
        own = self.own.get("awards", ())
        return _recognised((*own, *shipped_table("awards")), asked) if own else _shipped_award(asked)

    def bases_on(self, day: date) -> tuple[str, ...]:
        """The citations of the law and the decree in force on a day; empty outside the days we know."""
        found = (self.known("texts", (role,), day) for role in ("luật", "nghị định"))
        return tuple(one.value.citation for one in found if one is not None and one.value.citation)

    def authority_on(self, day: date) -> str:
        """The citation of the text that gives whoever decides the power to, on a day; "" where none is known."""
        found = self.known("texts", ("thẩm quyền",), day)
        return found.value.citation or "" if found is not None else ""

    def threshold_for(self, award: str, day: date) -> Dated[Threshold] | None:
        """The national threshold for a title on a day; ``None`` where none is known, as for Bằng khen,
        Giấy khen and Thư khen."""
        id_ = self.award_id(award)
        return self.known("voting", (id_,), day) if id_ else None

    def provision_on(self, point: str, day: date) -> str:
        """The provision on a point as it is cited; empty where none is known for sure on the day."""
        found = self.known("points", (point,), day)
        return found.value.citation or "" if found and found.verified else ""

    def text_numbered(self, number: str | None) -> Dated[Text] | None:
        """A law or decree by its number."""
        wanted = fold(number or "")
        return next((one for one in self.entries("texts") if wanted and fold(one.value.number or "") == wanted), None)

    def text(self, id_: str | None) -> Dated[Text] | None:
        """A law or decree by its code."""
        return next((one for one in self.entries("texts") if id_ and one.value.id == id_), None)
