"""Sheets printed on pre-printed stock, read back: each must be, line for line, the sheet of somebody awarded.

They are no papers of Decree 30, so nothing else is asked of them. Where a box stands on the sheet is not compared:
the printer's own shift may have been moved in Word, and only paper shows it.
"""

from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from thidua_cli.model.dossier import Decision
from thidua_cli.render.stock import prepare
from thidua_cli.render.stock_sheet import CALIBRATION, CERTIFICATE, certificate_properties
from thidua_cli.render.values import Desk, certificates
from thidua_cli.viet.text import nfc
from thidua_cli.word import codes
from thidua_cli.word.document import Document
from thidua_cli.word.finding import Finding

ON_STOCK: Final = frozenset((CERTIFICATE, CALIBRATION))
_DRAFT: Final = "DỰ THẢO"
_SHOWN: Final = 50
_Sheet = tuple[str, ...]


def stock_findings(desks: list[Desk], stem: str, record: str, document: Document, made_from: str) -> list[Finding]:
    """What is wrong with a file of such sheets; ``made_from`` is the digest it remembers of what it said."""
    if stem == CALIBRATION:
        return [Finding(codes.GIAY_NGOAI, "tờ để đo máy in, không có gì để đối chiếu với bản ghi", "cả tệp")]
    found = [(desk, desk.drive.decisions[record]) for desk in desks if record in desk.drive.decisions]
    if not found:
        remedy = "kiểm tra tên tệp quyết định, hoặc bỏ tệp này"
        gone = f"giấy khen của quyết định “{record}”, nay không còn bản ghi"
        return [Finding(codes.KHONG_DUNG_BAN_GHI, gone, "thuộc tính của tệp", remedy=remedy)]
    for desk, decision in found:
        expected, digest = _expected(desk, decision)
        if expected is None:
            note = "phôi của giấy này nay không còn hoặc còn lỗi, nên không đối chiếu"
            return [Finding(codes.GIAY_NGOAI, note, "cả tệp", remedy="xem stock/ và thidua validate")]
        wrong = _wrong_sheets(_sheets(document), expected)
        if not wrong:
            return []
    if made_from and made_from != digest:
        stale = Finding(
            codes.GIAY_CU, "quyết định hoặc phôi đã đổi sau khi in", "cả tệp", remedy="in lại tờ khác bản ghi"
        )
        return [stale, *wrong]
    return wrong


def _expected(desk: Desk, decision: Decision) -> tuple[list[_Sheet] | None, str]:
    """The sheets as they would be printed now, and the digest of what they say."""
    stocks = desk.book.stocks_for(desk.drive, decision.award)
    form = prepare(stocks[0])[0] if len(stocks) == 1 else None
    if form is None:
        return None, ""
    pages = [form.filled(values) for _, values in certificates(desk, decision)]
    digest = certificate_properties(form, decision.id, pages)["thidua-du-lieu"]
    return [tuple(nfc(line) for ink in page for line in ink.lines) for page in pages], digest


def _sheets(document: Document) -> list[_Sheet]:
    """The sheets of a file: the empty paragraph that ends a section parts them."""
    texts = [nfc(one.text) for one in document.paragraphs()]
    groups = [tuple(group) for full, group in groupby(texts, bool) if full]
    return [sheet[1:] if sheet[0] == _DRAFT else sheet for sheet in groups]


def _wrong_sheets(sheets: list[_Sheet], expected: list[_Sheet]) -> list[Finding]:
    """What differs, sheet by sheet; of a long file of other people's sheets the first tell enough."""
    known, by_name = set(expected), {one[0]: one for one in expected if one}
    wrong = [(number, sheet) for number, sheet in enumerate(sheets, 1) if sheet not in known]
    found = []
    for number, sheet in wrong[:_SHOWN]:
        found += _differences(number, sheet, by_name.get(sheet[0]) or _nearest(sheet, expected))
    if len(wrong) > _SHOWN:
        more = f"còn {len(wrong) - _SHOWN} tờ nữa khác quyết định"
        found.append(Finding(codes.TEN_KHAC, more, "cả tệp", remedy="in lại cả tệp từ quyết định"))
    return found


def _nearest(sheet: _Sheet, expected: list[_Sheet]) -> _Sheet:
    alike = SequenceMatcher(b="\n".join(sheet))

    def likeness(one: _Sheet) -> float:
        alike.set_seq1("\n".join(one))
        return alike.ratio()

    return max(expected, key=likeness, default=())


def _differences(number: int, sheet: _Sheet, near: _Sheet) -> list[Finding]:
    """The lines of a sheet that differ from those of the person it is for."""
    found = []
    for what, first, last, start, end in SequenceMatcher(None, near, sheet).get_opcodes():
        if what != "equal":
            wanted, printed = " ".join(near[first:last]), " ".join(sheet[start:end])
            found.append(
                Finding(
                    codes.TEN_KHAC,
                    f"tờ in “{printed}”, quyết định là “{wanted}”" if wanted and printed
                    else f"tờ thiếu “{wanted}”" if wanted
                    else f"tờ thừa “{printed}”",
                    f"tờ {number}",
                    remedy="in lại tờ này từ quyết định; quyết định sai thì đính chính rồi sửa bản ghi",
                    expected=wanted,
                    actual=printed,
                )
            )  # fmt: skip
    return found
