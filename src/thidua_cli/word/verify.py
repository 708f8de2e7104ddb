"""Papers as they are now against the records: a status for each, what differs, and where it stands.

Opens what it is given, one file after the other; writes nothing.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from thidua_cli.book import Book
from thidua_cli.diagnostic import Refused, Severity
from thidua_cli.render.press import Sheet
from thidua_cli.render.stock_sheet import CALIBRATION
from thidua_cli.render.values import Desk
from thidua_cli.rules import ByFile, inspect
from thidua_cli.word import codes
from thidua_cli.word.compare import Difference, compare_papers
from thidua_cli.word.document import Document, read
from thidua_cli.word.finding import Finding
from thidua_cli.word.own_report import check
from thidua_cli.word.papers import DATA, PAPER, RECORD, Found, Shelf, recognise
from thidua_cli.word.records import Origin
from thidua_cli.word.stock import ON_STOCK, stock_findings
from thidua_cli.word.tokens import tokens

_PLACES_SHOWN: Final = 5
_TOO_MANY, _SURELY = 8, 0.9
"""From so many errors on, and with words so much alike, a paper is taken for that of another record."""


class Status(Enum):
    """What became of a paper."""

    AS_RENDERED = "đúng như in"
    REWORDED = "chỉ đổi lời văn"
    DISAGREES = "khác bản ghi"
    STALE = "bản ghi đã đổi"
    FOREIGN = "không phải giấy của kho"
    UNREADABLE = "không mở được"


class Verdict(NamedTuple):
    """What is known of one file."""

    path: str
    status: Status
    name: str
    found: Found | None
    document: Document | None
    findings: tuple[Finding, ...]


class Given(NamedTuple):
    """A file to be verified: how it was named, where it lies in the repository if it does, its bytes."""

    path: str
    inside: str
    data: bytes


def shelves_of(book: Book) -> list[Shelf]:
    """The papers of every campaign of a repository; the day is far off, as it is when papers are printed."""
    inspection = inspect(book, date.max)
    found = ByFile(inspection.found)
    return [Shelf(Desk(look), found) for look in inspection.looks]


def not_opened(path: str) -> Verdict:
    """A file the disk would not give: held by Word, or not allowed."""
    wrong = Finding(
        codes.TEP_WORD_HONG, "không đọc được tệp từ đĩa", "cả tệp", remedy="đóng tệp trong Word rồi chạy lại"
    )
    return Verdict(path, Status.UNREADABLE, "", None, None, (wrong,))


def verify(given: Given, shelves: list[Shelf]) -> Verdict:
    """One file against the records."""
    try:
        document = read(given.data)
    except Refused as error:
        wrong = Finding(codes.TEP_WORD_HONG, str(error), "cả tệp", remedy=error.remedy)
        return Verdict(given.path, Status.UNREADABLE, "", None, None, (wrong,))
    stem = document.properties.get(PAPER, "")
    if stem in ON_STOCK:
        return _on_stock(given, shelves, stem, document)
    found = recognise(shelves, given.path, given.inside, document)
    if found is None:
        note = Finding(codes.GIAY_NGOAI, "không nhận ra là giấy của bản ghi nào, không đối chiếu với bản ghi", "cả tệp")
        return Verdict(given.path, Status.FOREIGN, "", None, document, (note,))
    if found.own_report is not None:
        return _own_report(given, found, document)
    if found.sheet is None:
        gone = Finding(
            codes.KHONG_DUNG_BAN_GHI,
            f"giấy “{found.stem}” của bản ghi “{found.record}”, nay không còn bản ghi hoặc mẫu giấy",
            "thuộc tính của tệp",
            remedy="bỏ giấy này, hoặc kiểm tra tên bản ghi trong kho",
        )
        return Verdict(given.path, Status.FOREIGN, "", found, document, (gone,))
    verdict = _ours(given, found, found.sheet, document)
    return _of_another_record(given, verdict, found, document) or verdict


def _on_stock(given: Given, shelves: list[Shelf], stem: str, document: Document) -> Verdict:
    """A file of sheets for pre-printed stock. It is not kept: no rule between papers, none of Decree 30 is for it."""
    record, made_from = document.properties.get(RECORD, ""), document.properties.get(DATA, "")
    findings = stock_findings([shelf.desk for shelf in shelves], stem, record, document, made_from)
    codes_found = {one.code for one in findings}
    status = (
        Status.AS_RENDERED
        if not findings
        else Status.STALE
        if codes.GIAY_CU in codes_found
        else Status.DISAGREES
        if codes.TEN_KHAC in codes_found
        else Status.FOREIGN
    )
    name = (
        "Tờ căn chỉnh phôi" if stem == CALIBRATION else f"Giấy khen in trên phôi của {record} (so chữ, không so chỗ in)"
    )
    return Verdict(given.path, status, name, None, None, tuple(findings))


def _of_another_record(given: Given, verdict: Verdict, found: Found, document: Document) -> Verdict | None:
    """A paper made by writing over a copy of another unit's: its words say whose it is, not its property."""
    if sum(one.severity is Severity.ERROR for one in verdict.findings) < _TOO_MANY:
        return None
    alike, stem, record = found.shelf.likeliest(document)
    sheet = found.shelf.sheet(stem, record)
    if alike < _SURELY or record == found.record or sheet is None:
        return None
    own = found._replace(stem=stem, record=record, sheet=sheet)
    real = _ours(given, own, sheet, document._replace(properties={}))
    if len(real.findings) >= len(verdict.findings):
        return None
    said = Finding(
        codes.KHONG_DUNG_BAN_GHI,
        f"thuộc tính của tệp ghi là giấy của “{found.record}”, nội dung là giấy của “{record}”",
        "thuộc tính của tệp",
        remedy="in giấy của đúng bản ghi, không chép đè giấy của đơn vị khác",
    )
    return real._replace(findings=(said, *real.findings))


def _ours(given: Given, found: Found, sheet: Sheet, document: Document) -> Verdict:
    shelf = found.shelf
    result = compare_papers(sheet, document, shelf.names)
    signed = _signed(found)
    made_from = document.properties.get(DATA)
    old = bool(made_from) and made_from != sheet.properties[DATA]
    differences = [_still_open(one) if old else one for one in result.differences]
    findings = [_finding(one, shelf, sheet, signed) for one in differences]
    name = sheet.compiled.paper.front.name
    graver = [one for one in findings if one.severity is Severity.ERROR]
    if findings and old and sheet.compiled.paper.front.shape == "phiếu":
        kind = sheet.compiled.paper.file.rpartition("/")[2].removesuffix(".md")
        # The folder of a signed dossier is not printed over, so what is no signed paper is printed alone.
        remedy = f"in lại bằng thidua render {kind}" + (", rồi chép thay tờ trong hồ sơ đã ký" if signed else "")
        again = Finding(codes.PHIEU_CU, "in trước khi bản ghi đổi", "cả giấy", remedy=remedy)
        return Verdict(given.path, Status.STALE, name, found, document, (again,))
    if graver and old:
        stale = Finding(
            codes.SUA_SAU_KHI_KY if signed else codes.GIAY_CU,
            "bản ghi đã đổi sau khi in giấy này" + (", mà hồ sơ đã ký ban hành" if signed else ""),
            "cả giấy",
            clause=_REPLACED if signed else "",
            remedy=_SIGNED if signed else "in lại bằng thidua render … --force; các chỗ khác nhau liệt kê dưới đây",
        )
        return Verdict(given.path, Status.STALE, name, found, document, (stale, *findings))
    if findings:
        waiting = any(one.code is codes.GIAY_CHUA_CO_SO for one in findings)
        status = Status.DISAGREES if graver else Status.STALE if waiting else Status.REWORDED
        return Verdict(given.path, status, name, found, document, tuple(findings))
    if result.reworded:
        more = len(result.reworded) - _PLACES_SHOWN
        places = ", ".join(result.reworded[:_PLACES_SHOWN]) + (f" và {more} chỗ khác" if more > 0 else "")
        note = Finding(codes.DOI_LOI_VAN, "lời văn đã sửa; tên, số, ngày, thứ tự như bản ghi", places)
        return Verdict(given.path, Status.REWORDED, name, found, document, (note,))
    return Verdict(given.path, Status.AS_RENDERED, name, found, document, ())


def _still_open(one: Difference) -> Difference:
    """A number or day the records got after an older paper was printed without it."""
    kinds = {token.kind for token in tokens(one.expected)}
    if one.code not in (codes.SO_KY_HIEU_KHAC, codes.NGAY_KHAC) or one.actual or not kinds & {"paper", "day"}:
        return one
    return one._replace(code=codes.GIAY_CHUA_CO_SO, message=f"giấy còn để trống, bản ghi đã có “{one.expected}”")


def _own_report(given: Given, found: Found, document: Document) -> Verdict:
    case, shelf = found.own_report, found.shelf
    assert case is not None
    # Origins are found through any paper of the case; the record is all they need.
    sheet = shelf.sheet(next(iter(shelf.templates)), case.id)
    findings = []
    for one in check(shelf.desk, case, document, shelf.names):
        origin = shelf.records.origin_in_case(case, one.value.path[1:] if one.value else (), one.expected)
        findings.append(_finding(one, shelf, sheet, _signed(found), origin))
    name = f"Báo cáo thành tích tự viết của {shelf.desk.in_sentence(case)}"
    wrong = any(one.severity is Severity.ERROR for one in findings)
    return Verdict(
        given.path, Status.DISAGREES if wrong else Status.AS_RENDERED, name, found, document, tuple(findings)
    )


_REPLACED: Final = "Điều 18 khoản 3, Nghị định 30/2020/NĐ-CP"
_SIGNED: Final = (
    "giấy đã ký ban hành: sai nội dung thì thay bằng văn bản có hình thức tương đương, sai thể thức thì đính chính "
    "bằng công văn; bản ghi sai thì sửa bản ghi"
)
_UNSIGNED: Final = "sửa giấy theo bản ghi; nếu giấy đúng thì sửa bản ghi rồi in lại (--patch cho xem chỗ sửa)"
_REMEDIES: Final = {
    codes.GIAY_DA_CO_SO: "ghi số, ngày vào bản ghi: thidua issue <hồ sơ> --number … --date …; biên bản thì ghi vào "
    "tệp cuộc họp",
    codes.GIAY_CHUA_CO_SO: "ghi số, ngày vào giấy như bản ghi, hoặc in lại giấy chưa ký",
    codes.THIEU_CAU_PHU_LUC: "thêm câu dẫn, ví dụ: (danh sách tại Phụ lục kèm theo Tờ trình này)",
    codes.BAO_CAO_KHONG_NEU: "bổ sung vào báo cáo, hoặc bỏ khỏi bản ghi nếu không có",
}
_CLAUSES: Final = {codes.THIEU_CAU_PHU_LUC: "Phụ lục I, Nghị định 30/2020/NĐ-CP, phần phụ lục"}


def _finding(one: Difference, shelf: Shelf, sheet: Sheet | None, signed: bool, origin: Origin | None = None) -> Finding:
    if one.code in (codes.THIEU_DONG, codes.SAI_THU_TU) and one.value is not None and sheet is not None:
        origin = shelf.records.origin_of_row(sheet, one.value.path)
    elif origin is None and one.value is not None and sheet is not None:
        origin = shelf.records.origin(sheet, one.value.path, one.expected)
    elif origin is None and sheet is not None:
        origin = shelf.records.origin(sheet, (), "")
    remedy = _REMEDIES.get(one.code) or (_SIGNED if signed else _UNSIGNED)
    clause = _CLAUSES.get(one.code) or (_REPLACED if signed and one.code.severity is Severity.ERROR else "")
    return Finding(one.code, one.message, one.where, clause, remedy, origin, one.expected, one.actual)


def _signed(found: Found) -> bool:
    """Whether the dossier behind a paper is signed and issued."""
    drive = found.shelf.desk.drive
    own = (found.record, drive.dossier_of.get(found.record, ""))
    return any(
        one.signed_and_issued and (one.id in own or found.record in one.meetings) for one in drive.dossiers.values()
    )


def worst(verdicts: Iterable[Verdict]) -> Severity | None:
    """The gravest finding of all."""
    return min((one.severity for verdict in verdicts for one in verdict.findings), default=None)
