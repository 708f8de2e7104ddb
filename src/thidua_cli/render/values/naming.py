"""How papers name people, collectives, awards and numbers of them; nothing abbreviated, one spelling."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.awards import CUSTOMARY, Award, Procedure
from thidua_cli.model.dossier import Decision, Dossier
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.model.unit import Post, Unit
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_long, format_short
from thidua_cli.viet.names import honorific, is_office
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import before_ending, capital, fold, uncapital

_NAMES_IN_BODY = 10
_CHAIR = 6
"""Words of "Chủ tịch Ủy ban nhân dân", which alone says nobody's."""
LISTS = dict(zip(("tap_the", "ca_nhan", "ho_gia_dinh"), SUBJECT_KINDS, strict=True))
"""The lists of nominees a paper may print, and whom each holds."""
BLANK_SIGNER: dict[str, Any] = {"quyen_han_ky": [], "ho_ten": "", "ghi_chu": "(ký, ghi rõ họ tên)"}
SEALED_SIGNER: dict[str, Any] = {**BLANK_SIGNER, "ghi_chu": "(ký tên, đóng dấu)"}
"""A signature that goes with a seal, of whoever is not ours to name."""
HEAD_UNKNOWN = "THỦ TRƯỞNG ĐƠN VỊ"
"""Above the signature of a unit whose head's post nobody has stated."""
NOT_STATED = "…"
"""What a sentence prints where the records say nothing: seen by whoever reads it, and never a guess."""


class Desk(NamedTuple):
    """What the values are made from: a campaign under inspection and the repository around it."""

    look: Look

    @property
    def book(self) -> Book:
        """The repository."""
        return self.look.book

    @property
    def drive(self) -> Drive:
        """The campaign."""
        return self.look.drive

    def unit_with(self, role: str | None) -> Unit | None:
        """The unit that fills a role of the plan."""
        return next((unit for unit in self.book.units.values() if role in unit.roles), None)

    def role_name(self, role: str | None) -> str:
        """A role's holder by name, or the plan's own word for it."""
        unit = self.unit_with(role)
        return unit.name if unit else self.drive.plan.roles.get(role or "", role or "")

    @property
    def order(self) -> tuple[str, ...]:
        """The order of kinds of subjects in lists and counts."""
        settings = self.book.settings
        chosen = tuple(kind for kind in (settings.listing_order if settings else ()) if kind in SUBJECT_KINDS)
        return (*chosen, *(kind for kind in SUBJECT_KINDS if kind not in chosen))

    @property
    def most_named(self) -> int:
        """How many names a Tờ trình's own text may hold; more go into its list."""
        settings = self.book.settings
        return settings.names_in_body if settings and settings.names_in_body is not None else _NAMES_IN_BODY

    def counts(self, cases: Iterable[Nomination]) -> str:
        """``01 tập thể, 03 cá nhân``."""
        kinds = [case.subject_kind for case in cases]
        return ", ".join(f"{two_digits(kinds.count(kind))} {kind}" for kind in self.order if kind in kinds)

    def kinds(self, cases: Iterable[Nomination]) -> str:
        """``tập thể, cá nhân``: the kinds that occur."""
        present = {case.subject_kind for case in cases}
        return ", ".join(kind for kind in self.order if kind in present)

    def papers_for(self, dossier: Dossier) -> Procedure:
        """The papers a dossier is made of: the plan's list, or what is sent by custom where it has none."""
        return self.drive.plan.procedure(dossier.procedure) or CUSTOMARY

    def award(self, id_: str | None) -> Award | None:
        """A form of the plan."""
        return self.drive.plan.award(id_)

    def award_name(self, id_: str | None) -> str:
        """A form's full name."""
        return self.drive.plan.award_title(id_ or "")

    def award_of(self, case: Nomination, concluded: str | None = None) -> str:
        """The full name of the form a case is proposed for, or of the one a council concluded on."""
        award = concluded or case.award
        return self.drive.plan.award_title(award, case.concrete_of(award))

    def authority(self, stated: str, *bodies: str) -> str:
        """An authority by its full name: a plan's "Chủ tịch Ủy ban nhân dân quận" is the chair of "Ủy ban nhân
        dân Quận Mẫu", and never that of the city's, whose name does not begin so. Asked of the bodies given, then
        of the office; where none fits, the words stay as they were stated."""
        office = self.book.office
        words = fold(stated).split()
        for body in (*bodies, self.book.unit_name(office.unit) if office else ""):
            full = f"Chủ tịch {body}"
            cut_short = _CHAIR < len(words) < len(full.split())
            if cut_short and fold(full).split()[: len(words)] == words:
                return full
        return stated

    def by_award(self, cases: Iterable[Nomination]) -> list[list[Nomination]]:
        """The cases in groups of one form, in the plan's order of forms; the concrete forms of an open
        set are groups of their own."""
        groups: dict[tuple[str, str], list[Nomination]] = {}
        for case in cases:
            groups.setdefault((case.award, self.award_of(case)), []).append(case)
        order = [award.id for award in self.drive.plan.awards]
        known = [key for key in groups if key[0] in order]
        return [groups[key] for key in sorted(known, key=lambda key: order.index(key[0]))]

    def unread(self, one: Dossier | Meeting | Decision) -> list[str]:
        """The files of cases and meetings that a record names and that could not be read. A paper printed without
        them would leave people out and count the rest as all."""
        drive = self.drive
        meetings = () if isinstance(one, Meeting) else one.meetings
        votes = [
            vote
            for meeting in ([one] if isinstance(one, Meeting) else drive.meetings_of(one))
            for vote in meeting.votes
        ]
        cases = [id_ for vote in votes for id_ in vote.cases]
        if isinstance(one, Dossier):
            cases += one.cases
        elif isinstance(one, Decision):
            cases += [line.nomination for line in one.cases if line.nomination]
        lost = [
            *(f"meetings/{id_}" for id_ in meetings if id_ not in drive.meetings),
            *(f"nominations/{id_}" for id_ in cases if id_ not in drive.nominations),
        ]
        files = dict.fromkeys(f"{drive.folder}/{path}.yaml" for path in lost)
        return [file for file in files if file in self.book.disk.files]

    def post(self, case: Nomination) -> tuple[Post, bool] | None:
        """The leading post of a nominee, if any, and whether it is that of head."""
        return self.book.post_of(case, self.drive)

    def gender(self, case: Nomination) -> str:
        """nam, nữ or nothing."""
        post = self.post(case)
        return case.gender or (post[0].gender if post and post[0].gender else "") or ""

    def unit_name(self, id_: str) -> str:
        """A unit's name as decisions print it."""
        unit = self.book.units.get(id_)
        return unit.printed_name if unit else id_

    def position_and_unit(self, case: Nomination) -> str:
        """``Phó Chủ tịch Ủy ban nhân dân Phường 17, Quận Mẫu``; a household's address."""
        if case.subject_kind == "hộ gia đình":
            return capital(self._home(case))
        post = self.post(case)
        unit = self.unit_name(case.unit)
        if (
            post is not None
            and post[0].position
            and not (case.position and fold(case.position) != fold(post[0].position))
        ):
            return joined(post[0].position, unit, " ")
        return joined(case.position or "", unit, ", ")

    def _home(self, case: Nomination) -> str:
        return case.address or self.unit_name(case.unit)

    def subject_name(self, case: Nomination) -> str:
        """The nominee's bare name: a person's, or a collective's as decisions print it, with the unit it is a part of
        where whoever typed it has not named that."""
        if case.subject_kind != "tập thể":
            return case.full_name or ""
        unit, group = self.unit_name(case.unit), case.group_name
        if group is None:
            return unit
        known = self.book.units.get(case.unit)
        placed = "," in group or any(fold(name) in fold(group) for name in (known.names if known else ()))
        return group if placed else f"{group}, {unit}"

    def addressed(self, case: Nomination) -> str:
        """``Ông Trần Văn Bình``; a collective's name; ``Hộ gia đình ông …``."""
        if case.subject_kind == "tập thể":
            return self.subject_name(case)
        title = honorific(self.gender(case) or None)
        if case.subject_kind == "hộ gia đình":
            return f"Hộ gia đình {title.lower()} {case.full_name}"
        return f"{title} {case.full_name}"

    def in_sentence(self, case: Nomination) -> str:
        """The same within a sentence: ``ông Trần Văn Bình``; a collective keeps its capital."""
        return self.addressed(case) if case.subject_kind == "tập thể" else lowered(self.addressed(case))

    def full_name(self, case: Nomination) -> str:
        """Name, post and unit, as a Tờ trình lists it."""
        if case.subject_kind == "tập thể":
            return self.subject_name(case)
        place = self.position_and_unit(case) if case.subject_kind == "cá nhân" else self._home(case)
        if self.post(case) is None and case.subject_kind == "cá nhân" and not is_office(place):
            # Only a title of office is written with a capital beside its holder's name (NĐ 30, Phụ lục II).
            place = uncapital(place)
        return f"{self.addressed(case)}, {place}"

    def field_name(self, case: Nomination) -> str:
        """The field of the route."""
        return next((route.name for route in self.drive.plan.routes if route.field == case.field), "")


def lowered(addressed: str) -> str:
    """A form of address in the middle of a sentence: ``bà Lê Thị Cẩm``; any other name as it is."""
    for title in (honorific(None), honorific("nam"), honorific("nữ"), "Hộ gia đình"):
        if addressed.startswith(f"{title} "):
            return title.lower() + addressed[len(title) :]
    return addressed


def joined(position: str, unit: str, joint: str) -> str:
    """A position and unit without saying twice what the position ends and the unit begins with."""
    left, right = position.split(), unit.split()
    for size in range(min(len(left), len(right)), 0, -1):
        if [fold(word) for word in left[-size:]] == [fold(word) for word in right[:size]]:
            return " ".join([*left[:-size], *right])
    return joint.join(part for part in (position, unit) if part)


def capacity_of(post: Post | None, unit: Unit) -> list[str]:
    """The lines of authority above a head's name, by the body's regime (Nghị định 30/2020, Điều 13)."""
    position = post.position.upper() if post and post.position else HEAD_UNKNOWN
    office = before_ending(position, "ủy ban nhân dân")
    collective = unit.regime == "tập thể" and office is not None
    body = [f"TM. {' '.join(position.split()[-4:])}"] if collective else []
    return [*body, office or position]


def signs_for(unit: Unit | None, day: date | None) -> dict[str, Any]:
    """The signature of whoever headed a unit that day; blank where nobody is known."""
    head = unit.head_on(day) if unit else None
    lines = capacity_of(head, unit) if unit else []
    return {"quyen_han_ky": lines, "ho_ten": head.full_name if head else "", "ghi_chu": ""}


def iso(day: date | None) -> str:
    """A day as the contract wants it."""
    return day.isoformat() if day else ""


def citation(number: str | None, day: date | None, kind: str, issuer: str = "") -> str:
    """``Biên bản số 02/BB-HĐTĐKT ngày 16 tháng 12 năm 2024 của …``, with what is known."""
    parts = [kind, f"số {number}" if number else "", format_long(day) if day else "", f"của {issuer}" if issuer else ""]
    return " ".join(part for part in parts if part)


def paper_line(kind: str, number: str | None, day: date | None, issuer: str | None) -> str:
    """A supporting document in one phrase."""
    parts = [
        f"số {number}" if number else "",
        f"ngày {format_short(day)}" if day else "",
        f"của {issuer}" if issuer else "",
    ]
    return " ".join(part for part in ("văn bản", *parts) if part) if any(parts) else kind
