"""From files to a Book: each record read on its own, then the look-ups across them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from thidua_cli.beside import each_share, some_at_once
from thidua_cli.book import codes
from thidua_cli.book.allowances import Allowance, allowances_in
from thidua_cli.book.book import Book, Drive, lookups
from thidua_cli.book.disk import OFFICE_FILE, Disk, Files, StrPath, shipped_bytes, shipped_plans
from thidua_cli.book.receivers import receivers_of
from thidua_cli.book.terms import (
    Terms,
    resolve_appraisal,
    resolve_criteria,
    resolve_decision,
    resolve_handed_in,
    resolve_meeting,
    resolve_nomination,
    resolve_plan,
    terms_of,
)
from thidua_cli.diagnostic import Code, Diagnostic, Place, Severity
from thidua_cli.law import TABLES, Law, read_table
from thidua_cli.model.awards import PROCEDURE
from thidua_cli.model.campaign import CAMPAIGN, Campaign
from thidua_cli.model.criteria import CRITERIA, Criterion
from thidua_cli.model.dossier import APPRAISAL, DECISION, DOSSIER
from thidua_cli.model.handed import HANDED_IN
from thidua_cli.model.let_stand import BASELINE, BASELINE_FILE, DISTINCT, DISTINCT_FILE, Baseline, Distinct
from thidua_cli.model.local import LOCAL_CAMPAIGN, LOCAL_FIELDS, LocalCampaign
from thidua_cli.model.meeting import MEETING
from thidua_cli.model.nomination import NOMINATION
from thidua_cli.model.unit import OFFICE, UNITS, Office, Unit
from thidua_cli.source import MAX_BYTES, Kind, ListOf, Plain, Reading, Record, decode, parse
from thidua_cli.source.codes import MA_SAI, TEP_KHONG_DOC_DUOC, TO_REVIEW
from thidua_cli.viet.text import fold, nearest, suggest

if TYPE_CHECKING:
    from thidua_cli.model.stock import Stock

_ROOMS = {
    "nominations": "<đơn vị>/<người>.yaml",
    "meetings": "<tên>.yaml",
    "dossiers": "<tên>.yaml",
    "appraisals": "<tên>.yaml",
    "duties": "<việc>/<đơn vị>.yaml",
    "decisions": "<tên>.yaml",
}
"""The folders of a campaign's records, and how a file in each is named."""
_KINDS = {"meetings": MEETING, "dossiers": DOSSIER, "appraisals": APPRAISAL, "decisions": DECISION}
_ENDING = ".yaml"
_PLAN_FILES = ("/campaign.yaml", "/criteria.yaml")
_NEARLY = (".yml", ".yaml", ".yaml.txt", ".yml.txt")
"""How Notepad and other editors end the name of what was meant as a record."""
_UNITS_FILE = "units.yaml"
_WAITING = "các bản ghi khác chỉ được xét khi sửa xong tệp này"
T = TypeVar("T", bound=NamedTuple)


def read_book(top: StrPath) -> Book:
    """Read a whole repository from the disk. Never raises on what stands in its files."""
    return read_files(Disk(top))


def read_files(files: Files) -> Book:
    """Read a whole repository, wherever its files are kept."""
    return _Reader(files).book()


def with_criteria(book: Book, drive: Drive, data: bytes, file: str) -> tuple[Drive, tuple[Diagnostic, ...]]:
    """A campaign under another version of its criteria, and what is wrong with that version."""
    reader = _Reader(book.disk)
    criteria = reader.criteria(reader.parsed(data, file), file, drive.terms)
    return drive._replace(criteria=criteria, criteria_file=file), tuple(reader.found)


class _Parsed(NamedTuple):
    """The values of a file with the reading that already knows what its YAML lost: a key lost to broken YAML is
    not reported missing as well."""

    values: Plain
    reading: Reading


class _Reader:
    def __init__(self, disk: Files) -> None:
        self.disk = disk
        self.found: list[Diagnostic] = []
        self.allowances: list[Allowance] = []
        self.held_up_by = ""

    def book(self) -> Book:
        office: Office | None = self._record(OFFICE_FILE, OFFICE)
        units = self._units()
        owners = self._council_owners(units)
        folders = sorted({path.split("/")[1] for path in self.disk.below("campaigns") if path.count("/") > 1})
        without_units = bool(self.held_up_by)
        drives = {}
        for folder in folders:
            drive = self._drive(folder, units, office)
            if drive is None:
                self._hold_up(f"campaigns/{folder}/campaign.yaml")
            elif not without_units:
                drives[folder] = drive
        law = self._law()
        baseline, distinct = self._baseline(), self._distinct()
        stocks = tuple(self._stocks())
        self._same_names()
        return Book(
            self.disk,
            office,
            units,
            owners,
            drives,
            self._told(units),
            tuple(self.allowances),
            baseline,
            law,
            distinct,
            stocks,
            self.held_up_by,
        )

    def _hold_up(self, file: str) -> None:
        """Nothing that rests on a file can be looked at: said once, at its first error, instead of a finding for every
        record that cannot find what it names."""
        self.held_up_by = self.held_up_by or file
        for index, one in enumerate(self.found):
            if one.file == file and one.severity is Severity.ERROR:
                self.found[index] = one._replace(remedy="; ".join(filter(None, (one.remedy, _WAITING))))
                return

    def _told(self, units: dict[str, Unit]) -> tuple[Diagnostic, ...]:
        if all(one.code != MA_SAI for one in self.found):
            return tuple(self.found)
        from thidua_cli.book.named import with_ids

        return tuple(with_ids(self.found, units))

    # -- one file ------------------------------------------------------------------------------

    def _parsed(self, path: str) -> _Parsed:
        return self._noted(self.opened(path))

    def parsed(self, data: bytes, file: str) -> _Parsed:
        """The values of a file; what is wrong with it is noted."""
        return self._noted(self._values(data, file))

    def _noted(self, parsed: _Parsed) -> _Parsed:
        self.found += parsed.reading.found
        return parsed

    def opened(self, path: str) -> _Parsed:
        """The values of a file of the repository; only its reading knows yet what is wrong with it."""
        data = self.disk.read(path, MAX_BYTES + 1)
        if data is not None:
            return self._values(data, path)
        reading = Reading(path)
        reading.report(TEP_KHONG_DOC_DUOC, f"không mở được {path}", remedy="đóng tệp trong Word, Excel rồi chạy lại")
        return _Parsed(None, reading)

    def _values(self, data: bytes, file: str) -> _Parsed:
        values: Plain = None
        text, problems = decode(data, file)
        if text is not None:
            values, problems = parse(text, file)
            self.allowances += allowances_in(text, file)
            if values is None and not problems:
                empty = Diagnostic(codes.TEP_TRONG, "tệp chưa có nội dung", file, place=Place(1))
                problems = [empty._replace(remedy="điền bản ghi, hoặc xóa tệp")]
        reading = Reading(file)
        reading.found += problems
        if text is not None and TO_REVIEW in text and file.startswith("campaigns/") and file.endswith(_PLAN_FILES):
            from thidua_cli.book.drafted import to_review  # few plans are drafts

            reading.found += to_review(text, file)
        return _Parsed(values, reading)

    def _record(self, path: str, kind: Record, /, **extra: Any) -> Any:
        if path not in self.disk.files:
            self._say(codes.THIEU_TEP_GOC, f"thiếu tệp {path}", path, remedy="tạo bằng thidua init")
            return None
        return self._typed(self._parsed(path), kind, **extra)

    def _typed(self, parsed: _Parsed, kind: Kind, /, **extra: Any) -> Any:
        values, reading = parsed
        if values is None:
            return None
        before = len(reading.found)
        value = kind.read(values, reading, **extra)
        self.found += reading.found[before:]
        return value

    def _say(self, code: Code, message: str, file: str, **more: Any) -> None:
        self.found.append(Diagnostic(code, message, file, **more))

    # -- the office ----------------------------------------------------------------------------

    def _units(self) -> dict[str, Unit]:
        path = _UNITS_FILE
        if path not in self.disk.files:
            self._say(codes.THIEU_TEP_GOC, f"thiếu tệp {path}", path, remedy="tạo bằng thidua init")
            self._hold_up(path)
            return {}
        units: dict[str, Unit] = {}
        parsed = self._parsed(path)
        known: tuple[Unit, ...] = self._typed(parsed, UNITS) or ()
        if type(parsed.values) is not list or len(known) < len(parsed.values) or not all(unit.id for unit in known):
            self._hold_up(path)
        for index, unit in enumerate(known):
            if unit.id in units:
                self._say(
                    codes.MA_TRUNG,
                    f"mã đơn vị “{unit.id}” dùng hai lần",
                    path,
                    route=(index, "id"),
                    remedy="đặt mã khác cho đơn vị sau",
                )
            elif unit.id:
                units[unit.id] = unit
        return units

    def _council_owners(self, units: dict[str, Unit]) -> dict[str, str]:
        owners: dict[str, str] = {}
        for unit in units.values():
            if unit.council is not None and unit.council.id:
                if unit.council.id in owners:
                    self._say(
                        codes.MA_TRUNG,
                        f"mã Hội đồng “{unit.council.id}” dùng hai lần",
                        _UNITS_FILE,
                        remedy="mỗi Hội đồng một mã",
                    )
                owners.setdefault(unit.council.id, unit.id)
        return owners

    def _baseline(self) -> Baseline | None:
        kept: Baseline | None = self._record(BASELINE_FILE, BASELINE) if BASELINE_FILE in self.disk.files else None
        return kept

    def _distinct(self) -> tuple[Distinct, ...]:
        return self._typed(self._parsed(DISTINCT_FILE), DISTINCT) or () if DISTINCT_FILE in self.disk.files else ()

    def _law(self) -> Law:
        """The law, with what the office itself states in ``law/*.yaml`` before our own data."""
        own = {}
        for path in self.disk.below("law"):
            name = path.removeprefix("law/").removesuffix(_ENDING)
            if path != f"law/{name}{_ENDING}" or name not in TABLES:
                files = ", ".join(f"{table}{_ENDING}" for table in TABLES)
                self._say(codes.TEP_SAI_CHO, "tệp lạ trong law/", path, remedy=f"đặt tên một trong: {files}")
                continue
            values, reading = self._parsed(path)
            if values is not None:
                before = len(reading.found)
                own[name] = read_table(name, values, reading)
                self.found += reading.found[before:]
        return Law(own)

    def _stocks(self) -> "Iterator[Stock]":
        """The pre-printed stock the office describes in ``stock/*.yaml``, each used whole or not at all: half a
        description would spoil sheets that cannot be printed twice."""
        for path in self.disk.below("stock"):
            name = path.removeprefix("stock/").removesuffix(_ENDING)
            if path != f"stock/{name}{_ENDING}" or "/" in name:
                self._say(codes.TEP_SAI_CHO, "tệp lạ trong stock/", path, remedy="chuyển về stock/<tên phôi>.yaml")
                continue
            from thidua_cli.model.stock import STOCK  # few offices keep any

            before = len(self.found)
            stock: Stock | None = self._typed(self._parsed(path), STOCK, id=name, file=path)
            if stock is not None and len(self.found) == before:
                yield stock

    # -- a campaign ----------------------------------------------------------------------------

    def _drive(self, id_: str, units: dict[str, Unit], office: Office | None) -> Drive | None:
        folder = f"campaigns/{id_}"
        path = f"{folder}/campaign.yaml"
        if path not in self.disk.files:
            self._say(
                codes.THIEU_TEP_GOC,
                f"thư mục {folder} thiếu campaign.yaml",
                path,
                remedy="tạo bằng thidua new campaign",
            )
            return None
        values, reading = parsed = self._parsed(path)
        if type(values) is not dict:
            self._typed(parsed, LOCAL_CAMPAIGN)
            return None
        ours = "ke_hoach" not in values
        own, of_plan = _split(values) if ours else (values, None)
        local: LocalCampaign | None = self._typed(_Parsed(own, reading), LOCAL_CAMPAIGN)
        if ours:
            plan: Campaign | None = self._typed(_Parsed(of_plan, reading), CAMPAIGN, id=id_, file=path)
            criteria_file = f"{folder}/criteria.yaml"
            asked = self._parsed(criteria_file) if criteria_file in self.disk.files else None
        else:
            plan, asked, criteria_file = self._shipped_plan(local.plan if local else None, path)
        if plan is None:
            return None
        terms = terms_of(plan)
        criteria = self.criteria(asked, criteria_file, terms)
        plan = self._conditions(plan, terms)
        shelves = self._shelves(folder, terms)
        return Drive(
            id=id_,
            folder=folder,
            plan=plan,
            plan_is_ours=ours,
            criteria=criteria,
            criteria_file=criteria_file,
            local=local,
            terms=terms,
            receivers=receivers_of(plan, units, office),
            **shelves,
            **lookups(**shelves),
        )

    def _shipped_plan(self, id_: str | None, path: str) -> tuple[Campaign | None, _Parsed | None, str]:
        plan_file, criteria_file = (f"thidua:campaigns/{id_}/{name}" for name in ("campaign.yaml", "criteria.yaml"))
        written = shipped_bytes(plan_file) if id_ is not None else b""
        if not written:
            if id_ is not None:
                self._say(
                    codes.KHONG_CO_KE_HOACH,
                    f"không có kế hoạch “{id_}” đi kèm thidua",
                    path,
                    route=("ke_hoach",),
                    remedy=nearest(id_, shipped_plans(), f"có sẵn: {', '.join(shipped_plans())}"),
                )
            return None, None, ""
        plan = self._typed(self.parsed(written, plan_file), CAMPAIGN, id=id_, file=plan_file)
        criteria = shipped_bytes(criteria_file)
        return plan, self.parsed(criteria, criteria_file) if criteria else None, criteria_file

    def criteria(self, parsed: _Parsed | None, file: str, terms: Terms) -> tuple[Criterion, ...]:
        """The criteria, with the plan's terms as ids."""
        reading = Reading(file)
        groups = (parsed and self._typed(parsed, CRITERIA)) or ()
        resolved = resolve_criteria(groups, terms, reading)
        self.found += reading.found
        return resolved

    def _conditions(self, plan: Campaign, terms: Terms) -> Campaign:
        """The plan with the facts of its dossier conditions as ids."""
        reading = Reading(plan.file)
        procedures = resolve_plan(ListOf(PROCEDURE), plan.procedures, ("thanh_phan_ho_so",), terms, reading)
        self.found += reading.found
        return plan._replace(procedures=procedures)

    def _shelves(self, folder: str, terms: Terms) -> dict[str, dict[str, Any]]:
        """The records of a campaign by folder and id, with the plan's terms as ids."""
        shelves: dict[str, dict[str, Any]] = {room: {} for room in _ROOMS}
        named: list[tuple[str, str]] = []
        strange: set[str] = set()
        for path in self.disk.below(folder):
            room, *steps = path[len(folder) + 1 :].split("/")
            if room not in _ROOMS:
                if steps and path.endswith(_ENDING) and room not in strange:
                    strange.add(room)
                    if near := suggest(room, _ROOMS):
                        remedy = f"đổi tên thư mục thành {near}"
                        self._say(codes.TEP_SAI_CHO, f"thư mục {room}/ không được đọc", path, remedy=remedy)
                continue
            name = steps[-1].lower() if steps else ""
            if not path.endswith(_ENDING):
                if name.endswith(_NEARLY):
                    ending = steps[-1][name.rindex(".y") :]
                    self._say(
                        codes.TEP_SAI_CHO, f"đuôi tệp {ending} không được đọc", path, remedy="đổi đuôi thành .yaml"
                    )
            elif len(steps) != _ROOMS[room].count("/") + 1:
                remedy = f"chuyển về {room}/{_ROOMS[room]}"
                self._say(codes.TEP_SAI_CHO, f"tệp nằm sai chỗ trong {room}/", path, remedy=remedy)
            else:
                named.append((room, path))
        for read, found, allowances in each_share(lambda share: _records(self.disk, terms, share), named):
            for room, records in read.items():
                shelves[room] |= records
            self.found += found
            self.allowances += allowances
        return shelves

    def _same_names(self) -> None:
        """Two paths that Windows takes for one would overwrite each other on a colleague's machine."""
        seen: dict[str, str] = {}
        for path in self.disk.files:
            # Nearly all are one word of ASCII, which folds so; to fold them all would push out what is asked again.
            other = seen.setdefault(path.lower() if path.isascii() and path.split() == [path] else fold(path), path)
            if other != path:
                self._say(
                    codes.TEN_TEP_TRUNG,
                    f"trùng tên với {other} khi không kể chữ hoa, chữ thường",
                    path,
                    remedy="đổi tên một tệp",
                )


def _split(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The office's own keys of a plan it wrote itself, and the plan's."""
    ours = {field.key for field in LOCAL_FIELDS}
    return (
        {key: value for key, value in values.items() if key in ours},
        {key: value for key, value in values.items() if key not in ours},
    )


def _records(
    disk: Files, terms: Terms, named: Sequence[tuple[str, str]]
) -> tuple[dict[str, dict[str, Any]], list[Diagnostic], list[Allowance]]:
    """The records of some files, each given with its folder, by folder and id, with what was found in them."""
    reader = _Reader(disk)
    read: dict[str, dict[str, Any]] = {room: {} for room in _ROOMS}
    for some in some_at_once(named):
        opened = [reader.opened(path) for _, path in some]
        for (room, path), (values, reading) in zip(some, opened, strict=True):
            record = None if values is None else _record_of(room, path, values, terms, reading)
            reader.found += reading.found
            if record is not None:
                read[room][record.id] = record
    return read, reader.found, reader.allowances


def _record_of(room: str, path: str, values: Plain, terms: Terms, reading: Reading) -> Any:
    """The record of a file, with the plan's terms as ids."""
    *_, above, name = path.removesuffix(_ENDING).split("/")
    if room == "nominations":
        case = NOMINATION.read(values, reading, id=f"{above}/{name}", file=path, proposer=above)
        return case and resolve_nomination(case, terms, reading)
    if room == "duties":
        done = HANDED_IN.read(values, reading, id=f"{above}/{name}", file=path, duty=above, unit=name)
        return done and resolve_handed_in(done, terms, reading)
    record = _KINDS[room].read(values, reading, id=name, file=path)
    if room == "meetings":
        return record and resolve_meeting(record, terms, reading)
    if room == "appraisals":
        return record and resolve_appraisal(record, terms, reading)
    return record and resolve_decision(record, terms) if room == "decisions" else record
