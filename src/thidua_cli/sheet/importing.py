"""Import: a workbook against a repository gives changes to files, all of them or none; nothing is written here."""

from math import inf
from typing import Literal, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.book.terms import resolve_nomination
from thidua_cli.diagnostic import Severity
from thidua_cli.model.nomination import NOMINATION, ORIGIN
from thidua_cli.sheet import codes
from thidua_cli.sheet.answers import Answers
from thidua_cli.sheet.drafts import Draft, Log
from thidua_cli.sheet.grid import Trouble, Workbook, parse_place
from thidua_cli.sheet.identity import Identity
from thidua_cli.sheet.listing import Hidden, ListReader
from thidua_cli.sheet.merging import Merge, differences
from thidua_cli.source import Plain, Reading, Record, decode, parse
from thidua_cli.source.rewriting import rewrite
from thidua_cli.source.writing import dump

Status = Literal["mới", "đổi", "như cũ", "như cũ, nguồn mới"]
_ORIGIN = ORIGIN.key


class FieldChange(NamedTuple):
    """A value that the workbook changes: dotted key, old and new value, the cell of the new one."""

    key: str
    old: Plain
    new: Plain
    sheet: str
    cell: str


class Change(NamedTuple):
    """What importing does to one record. ``shown`` is its row in the preview, by heading."""

    id: str
    path: str
    status: Status
    draft: Draft
    shown: dict[str, str]
    fields: tuple[FieldChange, ...]
    text: str


class Outcome(NamedTuple):
    """The whole import: a change for every row, and everything that has to be said."""

    changes: tuple[Change, ...]
    troubles: tuple[Trouble, ...]

    @property
    def errors(self) -> tuple[Trouble, ...]:
        """What stops the import."""
        return tuple(one for one in self.troubles if one.code.severity is Severity.ERROR)

    def count(self, status: Status) -> int:
        """How many cases have a status."""
        return sum(one.status == status for one in self.changes)


def import_list(
    workbook: Workbook, drive: Drive, book: Book, answers: Answers, hidden: Hidden = "ask", unit: str | None = None
) -> Outcome:
    """Read a workbook and lay it beside the repository."""
    reader = ListReader(drive, book, answers, hidden, unit)
    listing = reader.read(workbook)
    log = Log()
    log.said = dict.fromkeys(listing.troubles)
    Identity(drive, book, answers, log).assign(listing.drafts)
    changes = []
    for draft in listing.drafts:
        _check(draft, drive, log)
        if draft.id:
            change = laid_beside(draft, "nominations", NOMINATION, _shown(draft), drive, book, workbook.name, log)
            if change is not None:
                changes.append(change)
    _absent(listing.drafts, drive, log)
    return Outcome(tuple(changes), in_order(log, workbook))


def in_order(log: Log, workbook: Workbook) -> tuple[Trouble, ...]:
    """What was said, the gravest first and then by sheet."""
    order = {grid.name: number for number, grid in enumerate(workbook.grids)}
    # In the order in which somebody mends them, going down the sheet.
    return tuple(sorted(log.said, key=lambda one: (one.code.severity, order.get(one.sheet, -1), _row(one.cell))))


def _row(cell: str) -> float:
    return parse_place(cell)[0] if cell else inf


def _shown(draft: Draft) -> dict[str, str]:
    return {
        "Dòng": str(draft.row),
        "Trường hợp": draft.name,
        "Đối tượng": draft.kind or "",
        "Đơn vị đề nghị": draft.id.partition("/")[0],
        "Hình thức": str(draft.get("hinh_thuc_de_nghi") or ""),
    }


def _check(draft: Draft, drive: Drive, log: Log) -> None:
    """Read the draft by the same table that reads files: one truth about what a record may hold."""
    needed = ("doi_tuong", "don_vi", "hinh_thuc_de_nghi")
    if not all(draft.values.get(key) for key in needed):
        return  # said already, at the cell
    reading = Reading("")
    case = NOMINATION.read(draft.values, reading, id=draft.id, file="", proposer=draft.proposer or "")
    if case is not None:
        resolve_nomination(case, drive.terms, reading)
    for one in reading.found:
        sheet, cell = draft.place_of(one.route)
        log.say(one.code, one.message, sheet, cell, one.remedy)


def laid_beside(
    draft: Draft,
    room: str,
    record: Record,
    shown: dict[str, str],
    drive: Drive,
    book: Book,
    workbook: str,
    log: Log,
) -> Change | None:
    """What a draft changes in a room of the campaign; ``None`` where that cannot be done, which is said."""
    path = f"{drive.folder}/{room}/{draft.id}.yaml"
    data = book.disk.read(path) if path in book.disk.files else None
    if data is None:
        text = dump(record, {**draft.values, _ORIGIN: draft.origin(workbook)})
        fields = tuple(FieldChange(key, None, new, *_cell(draft, key)) for key, _, new in differences({}, draft.values))
        return Change(draft.id, path, "mới", draft, shown, fields, text)
    before, _ = decode(data, path)
    old = parse(before, path)[0] if before is not None else None
    if before is None or not isinstance(old, dict):
        log.say(
            codes.GIU_CHU_THICH, f"{path} không đọc được", draft.sheet, draft.name_cell, "sửa tệp theo thidua validate"
        )
        return None
    merge = Merge(drive)
    merged = merge.group({key: value for key, value in old.items() if key != _ORIGIN}, draft.values)
    draft.cells = {merge.moved(key): cell for key, cell in draft.cells.items()}
    changed = differences({key: value for key, value in old.items() if key != _ORIGIN}, merged)
    fields = tuple(FieldChange(key, was, now, *_cell(draft, key)) for key, was, now in changed)
    merged[_ORIGIN] = draft.origin(workbook)
    if merged == old:
        return Change(draft.id, path, "như cũ", draft, shown, (), before)
    text = rewrite(before, merged, record) or ("" if "#" in before else dump(record, merged))
    if not text and fields:
        log.say(
            codes.GIU_CHU_THICH,
            f"{path} có chú thích nằm trong phần phải đổi ({', '.join(one.key for one in fields)})",
            draft.sheet,
            draft.name_cell,
            "tự sửa giá trị trong tệp, hoặc dời chú thích lên dòng riêng phía trên khóa",
        )
        return None
    if fields:
        _warn_issued(draft, drive, log)
    status: Status = "đổi" if fields else "như cũ, nguồn mới" if text else "như cũ"
    return Change(draft.id, path, status, draft, shown, fields, text or before)


def _cell(draft: Draft, key: str) -> tuple[str, str]:
    return draft.place_of(tuple(key.split(".")))


def _warn_issued(draft: Draft, drive: Drive, log: Log) -> None:
    dossier = drive.dossier_with(draft.id)
    if dossier is not None and dossier.signed_and_issued:
        log.say(
            codes.DA_RA_GIAY,
            f"{draft.name} nằm trong hồ sơ {dossier.id} đã ký ban hành",
            draft.sheet,
            draft.name_cell,
            "sai nội dung thì thay bằng văn bản khác (Nghị định 30/2020, Điều 18 khoản 3)",
        )


def _absent(drafts: list[Draft], drive: Drive, log: Log) -> None:
    """Cases of the same proposing units that the workbook does not list."""
    covered = {draft.proposer for draft in drafts if draft.proposer}
    listed = {draft.id for draft in drafts}
    for id_, case in drive.nominations.items():
        if case.proposer in covered and id_ not in listed:
            log.say(codes.VANG_TRONG_BANG, f"{id_} có trong kho, không có trong bảng; giữ nguyên")
