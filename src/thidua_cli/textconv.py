"""A .docx or .xlsx as plain lines, so that ``git diff`` can show what changed in it.

Reads the package itself, bounded and without entities: what git compares may come from anyone. Knows no
record and no paper; a figure is shown as it is stored, a date as a day.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from thidua_cli import ooxml
from thidua_cli.diagnostic import Refused
from thidua_cli.viet.dates import format_short

LARGEST = 50_000_000
"""No part of an honest paper is larger; a zip bomb is."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": _S[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _R[1:-1].encode(),
}
"""The names a file saved as "Strict Open XML" has for the same things."""


def plain_lines(data: bytes) -> Iterator[str]:
    """The lines of a Word or Excel file."""
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except ooxml.DAMAGED:
        raise Refused("không phải tệp Word hay Excel (.docx, .xlsx)", ooxml.AGAIN) from None
    names = set(package.namelist())
    try:
        if "word/document.xml" in names:
            yield from _word(package, names)
        elif "xl/workbook.xml" in names:
            yield from _workbook(package, names)
        else:
            raise Refused("không phải tệp Word hay Excel (.docx, .xlsx)", ooxml.AGAIN)
    except ValueError:  # a number of the package's own that is none
        raise Refused("tệp bị hỏng", ooxml.AGAIN) from None


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """A part as a tree, a file saved as "Strict Open XML" like any other."""
    data = ooxml.part(package, name, LARGEST)
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return ooxml.tree(data, name)


# -- Word ----------------------------------------------------------------------------------------


def _word(package: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    extra = sorted(
        name for name in names if re.fullmatch(r"word/(header|footer|footnotes|endnotes|comments)\d*\.xml", name)
    )
    for name in ("word/document.xml", *extra):
        lines = list(_blocks(_part(package, name)))
        if name != "word/document.xml" and any(line.strip() for line in lines):
            yield f"== {name.removeprefix('word/').removesuffix('.xml')} =="
        yield from lines if name == "word/document.xml" else (line for line in lines if line.strip())


def _blocks(node: Any) -> Iterator[str]:
    """Paragraphs and table rows, in order, whatever wraps them."""
    for child in node:
        if child.tag == f"{_W}p":
            yield from _runs(child).split("\n")
        elif child.tag == f"{_W}tbl":
            for row in _held(child, f"{_W}tr"):
                cells = (" / ".join(line for line in _blocks(cell) if line.strip()) for cell in _held(row, f"{_W}tc"))
                yield "| " + " | ".join(cells) + " |"
        elif child.tag != _FALLBACK:
            yield from _blocks(child)


def _held(node: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also inside a content control, but not those of a table within."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _held(child, tag)


def _runs(node: Any) -> str:
    """The words of a paragraph; what tracked changes took out or put in says so."""
    words = ""
    for child in node:
        if child.tag in (f"{_W}t", f"{_W}delText"):
            words += child.text or ""
        elif child.tag == f"{_W}tab":
            words += "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            words += "\n"
        elif child.tag == f"{_W}del":
            words += f"[xóa: {_runs(child)}]"
        elif child.tag == f"{_W}ins":
            words += f"[thêm: {_runs(child)}]"
        elif child.tag not in (_FALLBACK, f"{_W}pPr"):
            words += _runs(child)
    return words


# -- Excel ---------------------------------------------------------------------------------------


def _workbook(package: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    book = _part(package, "xl/workbook.xml")
    about = book.find(f"{_S}workbookPr")
    epoch_1904 = about is not None and about.get("date1904") in ("1", "true")
    strings = _strings(package) if "xl/sharedStrings.xml" in names else []
    days = _day_styles(package) if "xl/styles.xml" in names else frozenset()
    targets = _targets(package) if "xl/_rels/workbook.xml.rels" in names else {}
    for sheet in book.iter(f"{_S}sheet"):
        yield f"== {sheet.get('name', '')} =="
        part = targets.get(sheet.get(f"{_R}id", ""), "")
        if part in names:
            for row in _part(package, part).iter(f"{_S}row"):
                yield from _row(row, strings, days, epoch_1904)


def _targets(package: zipfile.ZipFile) -> dict[str, str]:
    found = {}
    for one in _part(package, "xl/_rels/workbook.xml.rels"):
        target = one.get("Target", "")
        found[one.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _strings(package: zipfile.ZipFile) -> list[str]:
    return [
        "".join(text.text or "" for text in one.iter(f"{_S}t"))
        for one in _part(package, "xl/sharedStrings.xml").findall(f"{_S}si")
    ]


def _day_styles(package: zipfile.ZipFile) -> frozenset[int]:
    """The styles that show a number as a day."""
    styles = _part(package, "xl/styles.xml")
    own = {one.get("numFmtId", "0"): one.get("formatCode", "") for one in styles.iter(f"{_S}numFmt")}
    known = styles.find(f"{_S}cellXfs")
    formats = [] if known is None else [one.get("numFmtId", "0") for one in known]
    return frozenset(i for i, number in enumerate(formats) if ooxml.shows_day(int(number), own.get(number, "")))


def _row(row: Any, strings: list[str], days: frozenset[int], epoch_1904: bool) -> Iterator[str]:
    """A row as one line; rows carry no number, or one row put in would change every line below it."""
    cells: list[str] = []
    for cell in row.findall(f"{_S}c"):
        column = _column(cell.get("r", ""))
        cells += [""] * (column - len(cells))
        cells.append(_cell(cell, strings, days, epoch_1904).replace("\n", " ⏎ "))
    while cells and not cells[-1]:
        cells.pop()
    if cells:
        yield " | ".join(cells)


def _column(reference: str) -> int:
    letters = re.match("[A-Z]{1,3}", reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return max(0, number - 1)


def _cell(cell: Any, strings: list[str], days: frozenset[int], epoch_1904: bool) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_S}t"))
    value = cell.find(f"{_S}v")
    shown = (value.text or "") if value is not None else ""
    if kind == "s" and shown.isdecimal() and int(shown) < len(strings):
        shown = strings[int(shown)]
    elif kind == "n" and shown:
        style = cell.get("s", "0")
        shown = _day(shown, epoch_1904) if style.isdecimal() and int(style) in days else shown
    formula = cell.find(f"{_S}f")
    return f"{shown} (={formula.text})" if formula is not None and formula.text else shown


def _day(shown: str, epoch_1904: bool) -> str:
    try:
        day = ooxml.serial_day(float(shown), epoch_1904)
    except (ValueError, OverflowError):
        return shown
    return format_short(day) if day else shown
