"""A finding in the words of people who see papers and never a record: the label of a key, the name behind an id.

The labels are those the editor shows, so that a new key needs nothing here. What is neither key nor id stays.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.dossier import DOSSIER, Dossier
from thidua_cli.model.local import LOCAL_CAMPAIGN
from thidua_cli.model.meeting import MEETING, Meeting
from thidua_cli.model.nomination import NOMINATION
from thidua_cli.model.unit import UNITS
from thidua_cli.render.values.naming import Desk
from thidua_cli.source.schema import schema_of
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import capital

_FILES: Final = {
    "units.yaml": "danh mục đơn vị",
    "campaign.yaml": "kế hoạch",
    "criteria.yaml": "tiêu chuẩn của kế hoạch",
    "thidua.yaml": "thiết lập của cơ quan",
}
_TOKEN: Final = re.compile(r"\b(?:[a-z0-9]+(?:[_/-][a-z0-9]+)+|[a-z]+(?=:)|[a-z]+\.yaml)\b")
"""What may be a key, an id or a file of ours: words without marks, joined; or one before a colon."""
_LABEL_END: Final = re.compile(r"[;(:\n]|, (?=không |theo |do |khi |chỉ )")
_RECORDS: Final = (NOMINATION, DOSSIER, MEETING, UNITS, LOCAL_CAMPAIGN)


def plainly(desk: Desk, text: str, of: Any) -> str:
    """A text with the keys and ids in it said as people say them; ``of`` is the record it speaks about first."""

    def said(found: re.Match[str]) -> str:
        token = found[0]
        return _FILES.get(token) or label(desk, token, of) or _name(desk, token) or token

    return _TOKEN.sub(said, text)


def label(desk: Desk, key: str, of: Any) -> str:
    """What a key is called: as its record tells, or the plan for its own; "" for what is no key."""
    terms = desk.drive.terms
    own = next((one.names[key] for one in (terms.figures, terms.attestations, terms.papers) if key in one.names), "")
    return own or next((told for one in (of, *_RECORDS) if (told := _labels(one).get(key))), "")


def paper_of(desk: Desk, one: Diagnostic, dossier: Dossier) -> tuple[str, Any]:
    """The paper a finding outside the cases is about, and the record it is printed from."""
    if one.file == dossier.file:
        kinds = [paper.kind for paper in desk.papers_for(dossier).papers if paper.per == "hồ sơ"]
        return capital(kinds[0]) if kinds else "Văn bản đề nghị", DOSSIER
    meeting = next((held for held in desk.drive.meetings_of(dossier) if held.file == one.file), None)
    if meeting is not None:
        return f"Biên bản {_held(meeting)}", MEETING
    if one.file in desk.unread(dossier):
        return "Đề nghị chưa đọc được" if "/nominations/" in one.file else "Biên bản chưa đọc được", NOMINATION
    name = one.file.rpartition("/")[2]
    return capital(_FILES.get(name, "bản ghi")), UNITS if name == "units.yaml" else LOCAL_CAMPAIGN


def _held(meeting: Meeting) -> str:
    return f"họp ngày {format_short(meeting.held_on)}" if meeting.held_on else "họp xét khen thưởng"


def _name(desk: Desk, id_: str) -> str:
    drive = desk.drive
    if id_ in drive.nominations:
        return desk.in_sentence(drive.nominations[id_])
    if id_ in drive.meetings:
        return f"cuộc {_held(drive.meetings[id_])}"
    if id_ in drive.dossiers:
        return f"hồ sơ của {desk.unit_name(drive.dossiers[id_].unit)}"
    if id_ in desk.book.units:
        return desk.book.units[id_].name
    procedure = drive.plan.procedure(id_)
    if procedure is not None and procedure.clause:
        return f"thủ tục ở {procedure.clause}"
    award = desk.award(id_)
    return award.short_name if award else next((one.name for one in drive.plan.routes if one.field == id_), "")


@cache
def _labels(record: Any) -> dict[str, str]:
    """The keys of a record, those on top before those inside, by what the editor says of them."""
    found: dict[str, str] = {}
    for key, told in _described(schema_of(record, "")):
        found.setdefault(key, _LABEL_END.split(told, maxsplit=1)[0].strip())
    return found


def _described(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    below: list[Any] = [schema]
    while below:
        one = below.pop(0)
        if isinstance(one, dict):
            if isinstance(one.get("description"), str):
                yield one["title"], one["description"]
            below += one.values()
        elif isinstance(one, list):
            below += one
