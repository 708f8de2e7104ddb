"""The layout of a Word file against Decree 30, for issuers the decree binds and shapes it knows.

Who made the file does not matter; who issues it does. What is not known is said, not judged.
"""

from typing import Final

from thidua_cli.book import Book
from thidua_cli.model.unit import Unit
from thidua_cli.render.nd30 import Decree, decree
from thidua_cli.viet.text import fold
from thidua_cli.word import codes_layout as codes
from thidua_cli.word.checks_head import head
from thidua_cli.word.checks_page import faces, page, page_number, sizes
from thidua_cli.word.checks_text import components, foot, text
from thidua_cli.word.document import Document
from thidua_cli.word.finding import Finding
from thidua_cli.word.parts import Parts, parts_of
from thidua_cli.word.verify import Verdict

_DEGREES: Final = ("lực lượng vũ trang", "trường học")
"""Kinds of unit whose sector may allow degrees before a signer's name (NĐ 30/2020, Phụ lục I)."""


def with_layout(verdict: Verdict, book: Book) -> Verdict:
    """The verdict with what is wrong with the layout, or why it was not judged."""
    if verdict.document is None:
        return verdict
    return verdict._replace(findings=(*verdict.findings, *_findings(verdict, verdict.document, book)))


def _findings(verdict: Verdict, document: Document, book: Book) -> list[Finding]:
    rules = decree()
    found = verdict.found
    sheet = found.sheet if found is not None else None
    if sheet is not None and sheet.compiled.paper.front.shape == "phiếu":
        return []  # a working paper of ours is no type of Decree 30, and nobody took it for one
    if found is not None and found.own_report is not None and found.own_report.subject_kind != "tập thể":
        return [
            Finding(codes.KHONG_BAT_BUOC, "báo cáo do cá nhân lập, không xét thể thức văn bản hành chính", "cả giấy")
        ]
    parts = parts_of(document, rules)
    if not parts.shape:
        return [Finding(codes.KHONG_NHAN_RA, "không nhận ra loại văn bản, không xét thể thức", "cả giấy")]
    unit = _issuer(verdict, parts, book)
    if unit is None:
        return [
            Finding(
                codes.KHONG_NHAN_RA, "không nhận ra cơ quan ban hành trong units.yaml, không xét thể thức", "cả giấy"
            )
        ]
    if unit.kind not in rules.binds or unit.public is False:
        message = f"{unit.name} không thuộc đối tượng bắt buộc của Nghị định 30/2020/NĐ-CP (Điều 2), không xét thể thức"
        return [Finding(codes.KHONG_BAT_BUOC, message, "cả giấy")]
    return list(dict.fromkeys(judge_layout(document, parts, rules, degrees_allowed=unit.kind in _DEGREES)))


def judge_layout(document: Document, parts: Parts, rules: Decree, *, degrees_allowed: bool = False) -> list[Finding]:
    """Everything the decree says about a paper whose parts are known."""
    everything = "\n".join(one.text for one in document.paragraphs())
    found = [
        *page(document, rules),
        *faces(document, rules),
        *sizes(parts, rules),
        *page_number(document, rules),
        *head(parts),
    ]
    if parts.shape != "phụ lục":
        found += [
            *components(parts, everything),
            *text(parts, rules),
            *foot(parts, degrees_allowed=degrees_allowed),
        ]
    return found


def _issuer(verdict: Verdict, parts: Parts, book: Book) -> Unit | None:
    """Who issues the paper: its record says so, else its head."""
    found = verdict.found
    if found is not None:
        drive = found.shelf.desk.drive
        dossier, meeting = drive.dossiers.get(found.record), drive.meetings.get(found.record)
        case = drive.nominations.get(found.record)
        handed = found.record.split("/")[1] if "/" in found.record else ""
        id_ = dossier.unit if dossier else book.meeting_unit(meeting) if meeting else case.unit if case else handed
        if id_ in book.units:
            return book.units[id_ or ""]
    lines = [fold(one.text) for one in parts.issuers]
    whole = " ".join(lines)
    for unit in book.units.values():
        own = " ".join(map(fold, unit.head_lines))
        names = {fold(name) for name in unit.names}
        if lines and (
            whole == own or lines[-1] in names or (unit.head_lines and lines[-1] == fold(unit.head_lines[-1]))
        ):
            return unit
    return None
