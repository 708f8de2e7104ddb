"""Read ``.xlsx`` and ``.xlsm`` row by row from their own XML.

Our own reader because no library tells in one pass, and without holding the sheet, what a list needs:
fonts of single runs, hidden rows, merged areas, and whether a formula has a stored result.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, NamedTuple
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from thidua_cli import ooxml
from thidua_cli.diagnostic import Refused
from thidua_cli.ooxml import local
from thidua_cli.sheet.grid import Cell, Grid, Merge, Row, Struck, Workbook, parse_place
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.legacy import by_font, font_encoding

MAX_PART = 100_000_000
"""A part larger than this when unpacked is an attack, not a list."""
MAX_TREE = 20_000_000
"""The same of a part that is held whole: the styles of the most dressed workbooks are half of it."""
MAX_ROWS = 1_048_576
"""As many rows as a sheet of Excel has."""
MAX_WITHIN = 500_000
"""More elements than the widest row of Excel has, or the longest text of a cell in runs of one letter."""
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z0-9:]+)[\"']")


class Style(NamedTuple):
    """How a cell shows its value."""

    shown: str
    is_date: bool
    font: str
    struck: bool = False


class _Shared(NamedTuple):
    """A string of the workbook: its runs, each with the font it names (none: the cell's) and whether it is struck
    through (``None``: as the cell is)."""

    runs: tuple[tuple[str, str, bool | None], ...]


class Parts(NamedTuple):
    """Where the sheets of a package lie."""

    sheets: tuple[tuple[str, str, bool], ...]
    strings: str | None
    styles: str | None
    epoch_1904: bool


def open_xlsx(archive: ZipFile, name: str) -> Workbook:
    """The workbook of a package; rows are read when asked for."""
    parts = find_parts(archive)
    strings = list(_strings(archive, parts.strings)) if parts.strings else []
    styles = _styles(archive, parts.styles) if parts.styles else []
    grids = []
    for title, path, hidden in parts.sheets:
        rows = partial(_rows, archive, path, strings, styles, parts.epoch_1904)
        grids.append(Grid(title, hidden, tuple(_merges(archive, path)), rows))
    return Workbook(name, tuple(grids))


def find_parts(archive: ZipFile) -> Parts:
    """The sheets in the workbook's order, and the shared parts."""
    root = _root_part(archive)
    folder = root.rpartition("/")[0]
    targets, strings, styles = {}, None, None
    for relation in parse_part(archive, _rels_of(root)):
        path = resolve(folder, relation.get("Target", ""))
        targets[relation.get("Id", "")] = path
        kind = relation.get("Type", "").rpartition("/")[2]
        strings = path if kind == "sharedStrings" else strings
        styles = path if kind == "styles" else styles
    sheets, old_epoch = [], False
    for element in parse_part(archive, root).iter():
        if local(element.tag) == "workbookPr":
            old_epoch = element.get("date1904") in ("1", "true")
        if local(element.tag) == "sheet":
            id_ = next((value for key, value in element.attrib.items() if local(key) == "id"), "")
            path = targets.get(id_, "")
            if path in archive.namelist():
                sheets.append((element.get("name", ""), path, element.get("state", "visible") != "visible"))
    names = set(archive.namelist())
    return Parts(tuple(sheets), strings if strings in names else None, styles if styles in names else None, old_epoch)


def _root_part(archive: ZipFile) -> str:
    for relation in parse_part(archive, "_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise Refused("tệp không phải bảng tính Excel", "mở bằng Excel rồi lưu thành .xlsx")


def _rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolve(folder: str, target: str) -> str:
    """Where a relation of a part in a folder leads."""
    if target.startswith("/"):
        return target.lstrip("/")
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def parse_part(archive: ZipFile, path: str) -> ElementTree.Element:
    """A small part as a tree; a part that is not there is an empty one."""
    if path not in archive.namelist():
        return ElementTree.Element("none")
    return ooxml.tree(ooxml.part(archive, path, MAX_TREE), path)


def _strings(archive: ZipFile, path: str) -> Iterator[_Shared]:
    for item in _stream(archive, path, "si"):
        yield _Shared(tuple(_runs(item)))


def _runs(item: Any) -> Iterator[tuple[str, str, bool | None]]:
    """The words of a string item with the look of each run; phonetic hints are no words."""
    for child in item:
        tag = local(child.tag)
        if tag == "t":
            yield child.text or "", "", None
        elif tag == "r":
            font, text, struck = "", "", None
            for part in child:
                if local(part.tag) == "t":
                    text = part.text or ""
                elif local(part.tag) == "rPr":
                    font = next((one.get("val", "") for one in part if local(one.tag) == "rFont"), "")
                    struck = _is_struck(part)
            yield text, font, struck


def _is_struck(look: Any) -> bool:
    """Whether a font, or what a run says of its own, strikes words through."""
    return any(local(one.tag) == "strike" and one.get("val") not in ("0", "false") for one in look)


def _stream(archive: ZipFile, path: str, wanted: str) -> Iterator[Any]:
    """The elements of one name, each forgotten after use, so that memory stays flat; no more of them than a sheet
    has rows, and none larger than a row may be: what is empty packs so well that its size tells nothing."""
    if archive.getinfo(path).file_size > MAX_PART:
        raise ooxml.too_large(path)
    with archive.open(path) as handle:
        ooxml.refuse_doctype(handle, path)
    parents: list[Any] = []
    found = within = 0
    try:
        with archive.open(path) as handle:
            for event, element in ElementTree.iterparse(handle, events=("start", "end")):
                if event == "start":
                    parents.append(element)
                    within += 1
                    if within > MAX_WITHIN:
                        raise ooxml.too_large(path)
                    continue
                parents.pop()
                if local(element.tag) == wanted:
                    found, within = found + 1, 0
                    if found > MAX_ROWS:
                        raise ooxml.too_large(path)
                    yield element
                    element.clear()
                    if parents:
                        parents[-1].clear()
    except (ElementTree.ParseError, BadZipFile, EOFError) as error:
        raise ooxml.damaged(path) from error


def _styles(archive: ZipFile, path: str) -> list[Style]:
    root = parse_part(archive, path)
    groups = {local(child.tag): child for child in root}
    formats = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in groups.get("numFmts", ())}
    fonts = [
        (next((part.get("val", "") for part in font if local(part.tag) == "name"), ""), _is_struck(font))
        for font in groups.get("fonts", ())
    ]
    styles = []
    for xf in groups.get("cellXfs", ()):
        number, font = int(xf.get("numFmtId", 0)), int(xf.get("fontId", 0))
        code = formats.get(number, "")
        shown = code or {9: "0%", 10: "0.00%"}.get(number, "")
        styles.append(Style(shown, ooxml.shows_day(number, code), *(fonts[font] if font < len(fonts) else ("", False))))
    return styles


def _merges(archive: ZipFile, path: str) -> Iterator[Merge]:
    """The merged areas; they stand after the rows, so the part is scanned once for them alone."""
    tail, count = b"", 0
    with archive.open(path) as handle:
        while block := handle.read(1 << 20):
            text = tail + block
            last = 0
            for found in _MERGE.finditer(text):
                first, _, second = found[1].decode().partition(":")
                (top, left), (bottom, right) = parse_place(first), parse_place(second or first)
                yield Merge(top, left, bottom, right)
                last = found.end()
                count += 1
                if count > MAX_ROWS:
                    raise ooxml.too_large(path)
            tail = text[max(last, len(text) - 200) :]


def _rows(archive: ZipFile, path: str, strings: list[_Shared], styles: list[Style], old: bool) -> Iterator[Row]:
    number = 0
    for element in _stream(archive, path, "row"):
        number = int(element.get("r") or number + 1)
        cells, column = {}, -1
        for one in element:
            if local(one.tag) != "c":
                continue
            reference = one.get("r")
            column = parse_place(reference)[1] if reference else column + 1
            style_number = int(one.get("s") or 0)
            style = styles[style_number] if style_number < len(styles) else Style("", False, "")
            cell = _cell(one, style, strings, old)
            if style.struck and cell is not None and not cell.struck and cell.kind != "text":
                cell = cell._replace(struck="whole")
            if cell is not None:
                cells[column] = cell
        hidden = element.get("hidden") in ("1", "true") or element.get("ht") == "0"
        yield Row(number, hidden, cells)


def _cell(element: Any, style: Style, strings: list[_Shared], old: bool) -> Cell | None:
    kind, value, formula, inline = element.get("t") or "n", None, False, None
    for child in element:
        tag = local(child.tag)
        if tag == "v":
            value = child.text
        elif tag == "f":
            formula = True
        elif tag == "is":
            inline = _Shared(tuple(_runs(child)))
    if kind == "s" and value is not None:
        index = int(value)
        return _words(strings[index] if index < len(strings) else _Shared(()), style)
    if kind == "inlineStr" and inline is not None:
        return _words(inline, style)
    if formula and (value is None or (value == "" and kind != "str")):
        return Cell("công thức chưa có kết quả", "broken")
    if value is None:
        return None
    if kind == "str":
        return _words(_Shared(((value, "", None),)), style)
    if kind == "e":
        return Cell(value, "broken")
    if kind == "b":
        return Cell("có" if value in ("1", "true") else "không")
    if kind == "d":
        return _iso_day(value)
    return number_cell(value, style, old)


def _words(shared: _Shared, style: Style) -> Cell | None:
    """The words of a cell, runs in legacy fonts converted."""
    typed = "".join(text for text, _, _ in shared.runs)
    if not typed.strip():
        return None
    text = "".join(by_font(run, own or style.font) for run, own, _ in shared.runs)
    strikes = {style.struck if own is None else own for run, _, own in shared.runs if run.strip()}
    struck: Struck = "" if True not in strikes else "part" if False in strikes else "whole"
    if text == typed:
        return Cell(text, struck=struck)
    meant = next((found for _, own, _ in shared.runs if (found := font_encoding(own or style.font))), None)
    return Cell(text, font=meant[0] if meant else "", struck=struck)


def _iso_day(value: str) -> Cell:
    try:
        return Cell(format_short(datetime.fromisoformat(value.removesuffix("Z")).date()), "date")
    except ValueError:
        return Cell(value)


def number_cell(value: str, style: Style, old_epoch: bool) -> Cell:
    """A number, exact as Excel shows it and not as its double stores it; or the day it stands for."""
    try:
        exact = Decimal(repr(float(value)))
    except (ValueError, InvalidOperation):
        return Cell(value)
    if not exact.is_finite():
        return Cell(value, "broken")
    if style.is_date:
        day = ooxml.serial_day(float(value), old_epoch)
        return Cell(format_short(day), "date") if day else Cell(plain_number(exact), "number", style.shown)
    return Cell(plain_number(exact), "number", style.shown)


def plain_number(exact: Decimal) -> str:
    """Digits without an exponent and without idle zeros after the point."""
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
