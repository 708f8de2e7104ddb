"""The press: templates found and compiled once, contexts made from records, papers as bytes."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from thidua_cli.book import shipped, shipped_names
from thidua_cli.book.prose import prose
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.history import Holder
from thidua_cli.judge.reports import Introduced, introduced
from thidua_cli.judge.review import Review
from thidua_cli.judge.scores import Board, boards
from thidua_cli.judge.scores import Sheet as PointSheet
from thidua_cli.model.dossier import Decision, Dossier
from thidua_cli.model.duty import PLEDGING, DutyKind
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.layout import CompiledPaper, compile, paper_properties, render
from thidua_cli.render.office_form import Form, fill, load_form
from thidua_cli.render.template import Paper, load
from thidua_cli.render.template_front import Front
from thidua_cli.render.values import (
    HEAD_UNKNOWN,
    Desk,
    confirmation_values,
    decision_values,
    dossier_values,
    duty_values,
    excerpt_values,
    higher_values,
    holders_of,
    known_by,
    meeting_values,
    nomination_values,
    plan_values,
    ranking_values,
    reminder_values,
    review_values,
    sheet_values,
    unit_values,
)
from thidua_cli.viet.text import fold

MINUTES = ("bien-ban", "bien-ban-cum-khoi")
"""The forms of minutes: one meeting has one, copied into every dossier that rests on it."""


class Sheet(NamedTuple):
    """A paper about to be printed: its template, its record, and every value it will print."""

    compiled: CompiledPaper
    record: str
    context: dict[str, Any]
    unwritten: bool = False
    """A report nobody has written yet: printed to be written on, and so a draft whatever was asked for."""

    def written(self, context: dict[str, Any] | None = None, *, draft: bool = False) -> bytes:
        """The .docx; with ``context``, the same paper filled with other values of the same shape."""
        out = BytesIO()
        values = self.context if context is None else context
        render(self.compiled, values, out, properties=self.properties, draft=draft or self.unwritten)
        return out.getvalue()

    @property
    def properties(self) -> dict[str, str]:
        """What the paper remembers of its making."""
        return paper_properties(self.compiled, self.record, self.context)


class Printed(NamedTuple):
    """A finished paper: its file name without the ending, its name for people, its bytes, and whether somebody
    has yet to write it."""

    stem: str
    name: str
    data: bytes
    unwritten: bool = False


def blanks_of(front: Front, context: dict[str, Any]) -> list[str]:
    """The keys of units.yaml whose place stays blank on a paper: place name, letters of its number, who heads the
    unit. A blank with a note is one to sign in by hand, and a post without a name one for whoever will hold it."""
    head = _value(front.letterhead, context)
    if not head or not head["tieu_de_trai"]:
        return []
    signers = [one for column in front.signatures if isinstance(one := _value(column.signer, context), dict)]
    letters = _FIELDS.findall(front.number_pattern or "") if not _value(front.number, context) else []
    blank = {
        "dia_danh": front.day is not None and not head["dia_danh"],
        "chu_viet_tat": any(not _value(path, context) for path in letters),
        "nguoi_dung_dau": any(
            not one["ho_ten"] and not one["ghi_chu"] and {*one["quyen_han_ky"]} <= {HEAD_UNKNOWN} for one in signers
        ),
    }
    return [key for key, lacks in blank.items() if lacks]


_COMMITTEE: Final = fold("ủy ban nhân dân")
_FIELDS: Final = re.compile(r"\{\{\s*([a-z_.]+)\s*\}\}")


def _value(path: str | None, context: dict[str, Any]) -> Any:
    """What stands at ``don_vi.dau_giay``; ``None`` where nothing does."""
    value: Any = context
    for step in path.split(".") if path else ("",):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def template_names(desk: Desk) -> list[str]:
    """Every paper that can be rendered: ours, and the office's own."""
    own = [
        path.removeprefix("templates/").removesuffix(".md")
        for path in desk.book.disk.below("templates")
        if path.endswith(".md")
    ]
    ours = [name.removesuffix(".md") for name in shipped_names("templates") if name.endswith(".md")]
    return sorted({*own, *ours})


class Press:
    """Prints papers for one campaign. Compiled templates and prose are kept for the run."""

    def __init__(self, desk: Desk, *, draft: bool = False) -> None:
        self.desk = desk
        self.draft = draft
        self.problems: list[Diagnostic] = []
        self._templates: dict[str, Paper | None] = {}
        self._compiled: dict[str, CompiledPaper | None] = {}
        self._forms: dict[str, Form | None] = {}
        self._minutes: dict[str, Printed] = {}
        self.blanks: dict[str, dict[str, None]] = {}
        """What papers printed so far lack of a unit, by its letterhead: keys of units.yaml."""

    @cached_property
    def _unsaid_regimes(self) -> set[tuple[str, ...]]:
        """The letterheads of committees that do not say whether their head signs for them: the law has had both."""
        units = self.desk.book.units.values()
        heads = (tuple(one.head_lines) for one in units if one.regime is None and one.head_lines)
        return {lines for lines in heads if fold(lines[-1]).startswith(_COMMITTEE)}

    @cached_property
    def boards(self) -> list[Board]:
        """The scoring of every cluster that has a scale; added up once, however many papers are made of it."""
        return [board for board in boards(self.desk.drive, self.desk.book) if board.scale is not None]

    @cached_property
    def role_models(self) -> dict[str, Introduced]:
        """Every role model that was introduced, by the id of its paper; judged once."""
        return {one.case.id: one for one in introduced(self.desk.drive, self.desk.book)}

    def template(self, name: str) -> Paper | None:
        """A template by name, the office's own over ours; ``None`` when its contract is broken."""
        if name not in self._templates:
            own = f"templates/{name}.md"
            disk, settings = self.desk.book.disk, self.desk.book.settings
            tone = settings.tone_style if settings else None
            if own in disk.files:
                loaded, found = load(Path(disk.where(own)), own, FIELDS, tone)
            else:
                loaded, found = load(
                    Path(shipped("templates"), f"{name}.md"), f"thidua:templates/{name}.md", FIELDS, tone
                )
            self.problems += found
            self._templates[name] = loaded
            if loaded is not None and f"templates/{name}.docx" in disk.files:
                self._forms[name] = self._form(f"templates/{name}.docx", loaded.front)
        return self._templates[name]

    def _compiled_of(self, name: str) -> CompiledPaper | None:
        """A template made ready to print: most of its cost, and few are printed of all that are looked at."""
        if name not in self._compiled:
            template = self.template(name)
            self._compiled[name] = compile(template) if template is not None else None
        return self._compiled[name]

    def _form(self, own: str, front: Front) -> Form | None:
        """The office's own Word form of a paper; ``None`` when it breaks the contract."""
        form, found = load_form(self.desk.book.disk.read(own) or b"", own, front)
        self.problems += found
        return form

    def of_dossier(self, name: str, dossier: Dossier, **more: Any) -> Printed | None:
        """A paper made once for a dossier."""
        return self.printed(name, self.sheet_of_dossier(name, dossier, **more))

    def sheet_of_dossier(self, name: str, dossier: Dossier, **more: Any) -> Sheet | None:
        """The same, before it is printed."""
        unit = self.desk.book.units.get(dossier.unit)
        roots: dict[str, Callable[[], Any]] = {
            "ke_hoach": lambda: plan_values(self.desk, dossier.submitted_on),
            "don_vi": lambda: unit_values(unit),
            "ho_so": lambda: dossier_values(self.desk, dossier),
        }
        for root, values in more.items():
            roots[root] = partial(dict, values)
        return self._sheet(name, dossier.id, roots)

    def of_meeting(self, name: str, meeting: Meeting) -> Printed | None:
        """A paper made once for a meeting and copied into every dossier that rests on it."""
        if name in MINUTES and meeting.id in self._minutes:
            return self._minutes[meeting.id]
        printed = self.printed(name, self.sheet_of_meeting(name, meeting))
        if name in MINUTES and printed is not None:
            self._minutes[meeting.id] = printed
        return printed

    def sheet_of_meeting(self, name: str, meeting: Meeting) -> Sheet | None:
        """The same, before it is printed."""
        told = prose(self.desk.book.disk, meeting.file.removesuffix(".yaml") + ".md")
        return self._sheet(
            name,
            meeting.id,
            {
                "ke_hoach": lambda: plan_values(self.desk, meeting.held_on),
                "cuoc_hop": lambda: meeting_values(self.desk, meeting, told),
            },
        )

    def of_case(self, name: str, case: Nomination) -> Printed | None:
        """A paper made once for a nomination."""
        return self.printed(name, self.sheet_of_case(name, case))

    def sheet_of_case(self, name: str, case: Nomination) -> Sheet | None:
        """The same, before it is printed."""
        told = prose(self.desk.book.disk, self.desk.drive.prose_of(case))
        sheet = self._sheet(
            name,
            case.id,
            {
                "ke_hoach": lambda: plan_values(self.desk, case.reported_on),
                "truong_hop": lambda: nomination_values(self.desk, case, told),
            },
        )
        if sheet is None or told or sheet.compiled.paper.front.shape != "báo cáo thành tích":
            return sheet
        return sheet._replace(unwritten=True)

    def sheet_of_decision(self, name: str, decision: Decision) -> Sheet | None:
        """A paper made once for a decision, before it is printed."""
        return self._sheet(
            name,
            decision.id,
            {
                "ke_hoach": lambda: plan_values(self.desk, decision.issued_on),
                "quyet_dinh": lambda: decision_values(self.desk, decision),
            },
        )

    def sheet_of_excerpt(self, name: str, decision: Decision, unit: str) -> Sheet | None:
        """A decision excerpted for one unit, before it is printed."""
        return self._sheet(
            name,
            f"{decision.id}/{unit}",
            {
                "ke_hoach": lambda: plan_values(self.desk, decision.issued_on),
                "quyet_dinh": lambda: decision_values(self.desk, decision),
                "trich_sao": lambda: excerpt_values(self.desk, decision, unit),
            },
        )

    def sheet_to_higher(self, name: str, meeting: Meeting) -> Sheet | None:
        """What the office's own council proposes to the level above, before it is printed."""
        return self._sheet(
            name,
            meeting.id,
            {
                "ke_hoach": lambda: plan_values(self.desk, meeting.held_on),
                "trinh_cap_tren": lambda: higher_values(self.desk, meeting),
            },
        )

    def sheet_of_holder(self, name: str, record: str) -> Sheet | None:
        """The confirmation of what somebody has received, before it is printed."""
        holder = self.holders.get(record)
        if holder is None:
            return None
        return self._sheet(name, record, {"xac_nhan": lambda: confirmation_values(self.desk, holder)})

    @cached_property
    def holders(self) -> dict[str, Holder]:
        """Everyone who holds an award, by the name of the confirmation's file."""
        return holders_of(self.desk)

    def sheet_of_duty(self, name: str, done: HandedIn, duty: DutyKind) -> Sheet | None:
        """A paper made once for something handed in; a cluster's report also tells of its pledge, its
        ranking as far as it was known that day, and the meeting it rests on."""
        desk, drive = self.desk, self.desk.drive
        pledges = {one.id for one in drive.plan.duties if one.kind == PLEDGING}
        pledge = next((one for one in drive.duties.values() if one.unit == done.unit and one.duty in pledges), None)
        meeting = drive.meetings.get(done.meeting or "")
        day = done.issued_on or done.day
        return self._sheet(
            name,
            done.id,
            {
                "ke_hoach": lambda: plan_values(desk, day),
                "viec": lambda: duty_values(desk, done, duty),
                "giao_uoc": lambda: duty_values(desk, pledge, duty) if pledge else None,
                "xep_hang": lambda: next(
                    (
                        ranking_values(desk, board)
                        for board in self.boards
                        if board.cluster and board.cluster.id == done.unit and known_by(board, day)
                    ),
                    None,
                ),
                "cuoc_hop": lambda: meeting_values(desk, meeting, []) if meeting else None,
            },
        )

    def sheet_of_role_model(self, name: str, one: Introduced) -> Sheet | None:
        """A paper made once for a role model somebody introduced."""
        case, done = one.case, one.done
        month = f"{done.day:%Y-%m}" if done.day else ""
        told = prose(self.desk.book.disk, self.desk.drive.prose_of(case))
        return self._sheet(
            name,
            case.id,
            {
                "ke_hoach": lambda: plan_values(self.desk, done.day),
                "viec": lambda: duty_values(self.desk, done, one.duty),
                "truong_hop": lambda: nomination_values(self.desk, case, told) | {"ngay_ban_hanh": month},
            },
        )

    def sheet_of_points(self, name: str, board: Board, sheet: PointSheet) -> Sheet | None:
        """A paper made once for each member a cluster gives points to."""
        day = sheet.handed.day if sheet.handed else None
        return self._sheet(
            name,
            f"{board.duty.id}/{sheet.unit}",
            {
                "ke_hoach": lambda: plan_values(self.desk, day),
                "bang_diem": lambda: sheet_values(self.desk, board, sheet),
            },
        )

    def sheet_of_ranking(self, name: str, board: Board) -> Sheet | None:
        """A paper made once for the ranking of a cluster."""
        return self._sheet(
            name,
            f"{board.duty.id}/{board.cluster.id if board.cluster else ''}",
            {
                "ke_hoach": lambda: plan_values(self.desk, None),
                "xep_hang": lambda: ranking_values(self.desk, board),
            },
        )

    def sheet_of_office(self, name: str, today: date) -> Sheet | None:
        """A paper of the office itself, written for a day, which is its record, so that it can be made again."""
        return self._sheet(
            name,
            today.isoformat(),
            {
                "ke_hoach": lambda: plan_values(self.desk, today),
                "don_doc": lambda: reminder_values(self.desk, today),
            },
        )

    def sheet_of_review(self, name: str, record: str, review: Review) -> Sheet | None:
        """A paper of a review (sơ kết, tổng kết), before it is printed."""
        until = review.span.last_day if review.span else None
        return self._sheet(
            name,
            record,
            {
                "ke_hoach": lambda: plan_values(self.desk, until),
                "bao_cao": lambda: review_values(self.desk, review),
            },
        )

    def _sheet(self, name: str, record: str, roots: dict[str, Callable[[], Any]]) -> Sheet | None:
        compiled = self._compiled_of(name)
        if compiled is None:
            return None
        context = {root: roots[root]() for root in compiled.paper.front.roots if root in roots}
        return Sheet(compiled, record, context)

    def printed(self, name: str, sheet: Sheet | None) -> Printed | None:
        """A sheet as a finished paper, in the office's own Word form where it has one."""
        if sheet is None:
            return None
        front = sheet.compiled.paper.front
        head = (_value(front.letterhead, sheet.context) or {}).get("tieu_de_trai", [])
        lacking = blanks_of(front, sheet.context)
        if tuple(head) in self._unsaid_regimes and front.signatures:
            lacking.append("che_do_lam_viec (ký TM. hay không)")
        if lacking:
            self.blanks.setdefault(" / ".join(head), {}).update(dict.fromkeys(lacking))
        if name in self._forms:
            form = self._forms[name]
            if form is None:  # an office with a form of its own never gets ours unasked
                return None
            draft = self.draft or sheet.unwritten
            data = fill(form, sheet.context, sheet.properties, draft=draft)
        else:
            data = sheet.written(draft=self.draft)
        return Printed(front.file_stem, front.name, data, sheet.unwritten)
