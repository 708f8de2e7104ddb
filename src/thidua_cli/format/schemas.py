"""The schemas an editor needs for one office: its own records, and for each campaign those that cite the plan.

What a plan's data dictionary names is offered by name and by id; what the plan leaves open stays open.
"""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.model.criteria import CRITERIA
from thidua_cli.model.dossier import APPRAISAL, DECISION, DOSSIER
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.handed import HANDED_IN, OF_KINDS
from thidua_cli.model.let_stand import BASELINE, DISTINCT, DISTINCT_FILE
from thidua_cli.model.local import LOCAL_CAMPAIGN
from thidua_cli.model.meeting import MEETING
from thidua_cli.model.nomination import NOMINATION
from thidua_cli.model.stock import STOCK
from thidua_cli.model.subjects import Entry
from thidua_cli.model.unit import OFFICE, UNITS
from thidua_cli.source.schema import Schema, schema_of


class Made(NamedTuple):
    """A schema: its path below the folder of schemas, and the files of the repository it is for."""

    path: str
    pattern: str
    schema: Schema

    @property
    def text(self) -> str:
        """The file's text."""
        return json.dumps(self.schema, ensure_ascii=False, indent=1) + "\n"


def schemas(book: Book) -> Iterator[Made]:
    """Every schema of an office."""
    yield Made("office.json", "thidua.yaml", schema_of(OFFICE, "Cơ quan"))
    yield Made("units.json", "units.yaml", schema_of(UNITS, "Các đơn vị"))
    yield Made("baseline.json", "baseline.yaml", schema_of(BASELINE, "Tồn đọng"))
    yield Made("different-people.json", DISTINCT_FILE, schema_of(DISTINCT, "Không cùng một người"))
    yield Made("stock.json", "stock/*.yaml", schema_of(STOCK, "Phôi in sẵn"))
    for drive in book.drives.values():
        yield from _drive(book, drive)


def _drive(book: Book, drive: Drive) -> Iterator[Made]:
    folder, name = drive.folder, drive.plan.name
    own = CAMPAIGN if drive.plan_is_ours else LOCAL_CAMPAIGN
    campaign = schema_of(own, f"Đợt thi đua: {name}")
    if drive.plan_is_ours:  # the office's own plan also holds what an office adds to any plan
        campaign["properties"].update(schema_of(LOCAL_CAMPAIGN, "")["properties"])
        yield Made(f"{drive.id}/criteria.json", f"{folder}/criteria.yaml", schema_of(CRITERIA, f"Tiêu chuẩn: {name}"))
    yield Made(f"{drive.id}/campaign.json", f"{folder}/campaign.yaml", campaign)
    yield Made(f"{drive.id}/nomination.json", f"{folder}/nominations/*/*.yaml", _nomination(book, drive))
    yield Made(f"{drive.id}/dossier.json", f"{folder}/dossiers/*.yaml", _dossier(book, drive))
    for record, kind, title in (
        (MEETING, "meeting", "Cuộc họp"),
        (APPRAISAL, "appraisal", "Thẩm định"),
        (DECISION, "decision", "Quyết định"),
    ):
        yield Made(f"{drive.id}/{kind}.json", f"{folder}/{kind}s/*.yaml", schema_of(record, f"{title}: {name}"))
    for duty in drive.plan.duties:
        yield Made(f"{drive.id}/duty-{duty.id}.json", f"{folder}/duties/{duty.id}/*.yaml", _duty(duty))


def _nomination(book: Book, drive: Drive) -> Schema:
    made = schema_of(NOMINATION, f"Đề nghị: {drive.plan.name}")
    keys, words = made["properties"], drive.plan.dictionary
    awards = [(one.id, one.name) for one in drive.plan.awards if drive.plan.has_route(one)]
    keys["hinh_thuc_de_nghi"] |= _named(((one.short_name, one.name) for one in drive.plan.awards), awards)
    keys["linh_vuc"] |= _choice((one.field, one.name) for one in drive.plan.routes) if drive.plan.routes else {}
    keys["don_vi"] |= _units(book)
    solution = keys["giai_phap"]["items"]["properties"]
    if drive.plan.contents:
        solution["noi_dung_thi_dua"] |= _choice((one.id, one.name) for one in drive.plan.contents)
    if words is None:
        return made
    keys["so_lieu"]["properties"] |= {key: _entry(one) for key, one in words.figures.items()}
    # A term may also be cited by its name, which is too long to be offered as a key.
    keys["so_lieu"]["additionalProperties"] = {"type": ["string", "number", "null"]} if words.figures else False
    answer = {"enum": ["có", "không", None]}
    for key, group in (("su_that", words.facts), ("dieu_kien_loai_tru", _excluded(drive))):
        keys[key]["properties"] = {
            id_: {**answer, "title": one.name, "description": one.name} for id_, one in group.items()
        }
        keys[key]["additionalProperties"] = answer if group else False
    points = keys["xac_nhan"]["items"]["properties"]["noi_dung"]
    told = [(id_, one.name) for id_, one in words.attestations.items()]
    points |= _named(((name, id_) for id_, name in told), told)
    papers = {"anyOf": [{"enum": [one.name for one in words.papers.values()]}, {"type": "string"}]}
    for paper in (keys["tai_lieu"], solution["tai_lieu"]):
        kind = paper["items"]["properties"]["loai_tai_lieu"]
        kind.pop("type", None)
        kind |= papers
    return made


def _dossier(book: Book, drive: Drive) -> Schema:
    made = schema_of(DOSSIER, f"Hồ sơ trình: {drive.plan.name}")
    keys = made["properties"]
    keys["don_vi_trinh"] |= _units(book)
    keys["thu_tuc"] |= _choice((one.id, ", ".join(one.applies_to.awards)) for one in drive.plan.procedures)
    known = [*drive.nominations]
    keys["truong_hop"] = {**keys["truong_hop"], "anyOf": [{"type": "array", "items": _open(known)}, {"type": "string"}]}
    meetings = {"anyOf": [{"type": "array", "items": _open(drive.meetings)}, {"type": ["string", "null"]}]}
    keys["cuoc_hop"] = {**keys["cuoc_hop"], **meetings}
    return made


def _duty(duty: DutyKind) -> Schema:
    """A duty's file has the keys of its kind; those of other kinds are no keys of it."""
    made = schema_of(HANDED_IN, duty.name or duty.kind or duty.id)
    for key, kinds in OF_KINDS.items():
        if duty.kind not in kinds:
            made["properties"].pop(key)
    return made


def _open(known: Iterable[str]) -> Schema:
    """Known values to choose from; a new one is for the checker to judge."""
    return {"anyOf": [{"enum": list(known)}, {"type": "string"}]}


def _units(book: Book) -> Schema:
    return _choice((id_, unit.name) for id_, unit in book.units.items()) if book.units else {}


def _choice(pairs: Iterable[tuple[str, str]]) -> Schema:
    """A closed list, each value with what it means."""
    listed = dict(pairs)
    return {"enum": [*listed, None], "enumDescriptions": [*listed.values(), "chưa ghi"]}


def _named(names: Iterable[tuple[str, str]], ids: Iterable[tuple[str, str]]) -> Schema:
    """A closed list of names first, then of the ids that mean the same."""
    listed = dict(names)
    for id_, name in ids:
        listed.setdefault(id_, name)
    return {"type": "string", "enum": [*listed], "enumDescriptions": [*listed.values()]}


def _entry(one: Entry) -> Schema:
    unit = f"; tính bằng {one.unit_of_measure}" if one.unit_of_measure else ""
    return {"type": ["string", "number", "null"], "title": one.name, "description": f"{one.name}{unit}"}


def _excluded(drive: Drive) -> dict[str, Entry]:
    """The points a plan excludes by, out of all its points of attestation."""
    asked = {one.exclusion for group in drive.criteria for one in group.walk() if one.exclusion}
    words = drive.plan.dictionary
    return {id_: one for id_, one in (words.attestations if words else {}).items() if id_ in asked}
