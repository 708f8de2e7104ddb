"""A copy of a workbook with comments on its bad cells, and every other byte of its parts as it was.

Drop-downs, widths and styles survive because the parts that hold them are not touched: only comments
and their drawing are added, and one element in the sheet that points to them.
"""

import re
from collections.abc import Iterable
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from thidua_cli.diagnostic import Refused, Severity
from thidua_cli.sheet.grid import Trouble, parse_place, place
from thidua_cli.sheet.open_xlsx import find_parts, parse_part, resolve

AUTHOR = "thidua"
_MARK = "thidua: "
"""What opens our words in a comment that is somebody else's; some programs join its runs when they save it."""
_OUR_WORDS = re.compile(rf"(?:\r?\n|&#10;){_MARK}[^<]*")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY_RELS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}"></Relationships>'
)
# What may follow legacyDrawing in a worksheet, in the schema's order.
_AFTER = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_BOX_AT = re.compile(r"<(?:\w+:)?Row>(\d+)</(?:\w+:)?Row>\s*<(?:\w+:)?Column>(\d+)</")
_WHEN = (1980, 1, 1, 0, 0, 0)


def annotated(data: bytes, troubles: Iterable[Trouble]) -> bytes | None:
    """The copy; ``None`` when the file is no ``.xlsx``."""
    if not data.startswith(b"PK"):
        return None
    try:
        archive = ZipFile(BytesIO(data))
        parts = find_parts(archive)
    except (BadZipFile, Refused):
        return None
    notes: dict[str, dict[str, list[Trouble]]] = {}
    for one in troubles:
        if one.cell and one.code.severity is not Severity.NOTE:
            notes.setdefault(one.sheet, {}).setdefault(one.cell, []).append(one)
    package = _Package(archive)
    for title, path, _ in parts.sheets:
        _annotate_sheet(package, path, {cell: _words(found) for cell, found in notes.get(title, {}).items()})
    return package.saved()


def _words(found: list[Trouble]) -> str:
    return "\n".join(f"{one.message}\n→ {one.remedy}" if one.remedy else one.message for one in found)


class _Package:
    """A package whose parts may be changed or added; the others are copied as they are."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.changed: dict[str, str] = {}
        self.names = set(archive.namelist())

    def read(self, path: str) -> str:
        """A part's text."""
        return self.changed[path] if path in self.changed else self.archive.read(path).decode("utf-8-sig")

    def write(self, path: str, text: str) -> None:
        """Change or add a part."""
        self.changed[path] = text
        self.names.add(path)

    def free(self, pattern: str) -> str:
        """A part's name that is not taken."""
        number = 1
        while pattern.format(number) in self.names:
            number += 1
        return pattern.format(number)

    def saved(self) -> bytes:
        """The package's bytes."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as copy:
            for info in self.archive.infolist():
                text = self.changed.pop(info.filename, None)
                copy.writestr(info, self.archive.read(info.filename) if text is None else text.encode(), ZIP_DEFLATED)
            for path, text in self.changed.items():
                copy.writestr(ZipInfo(path, _WHEN), text.encode(), ZIP_DEFLATED)
        return out.getvalue()


def _annotate_sheet(package: _Package, path: str, notes: dict[str, str]) -> None:
    folder, _, name = path.rpartition("/")
    rels_path = f"{folder}/_rels/{name}.rels"
    rels = package.read(rels_path) if rels_path in package.names else _EMPTY_RELS
    comments = _target(package, rels_path, folder, "/comments")
    drawing = _target(package, rels_path, folder, "/vmlDrawing", of_sheet=path)
    if comments is not None:
        before = package.read(comments)
        text, bare = _without_ours(before)
        if text != before:
            package.write(comments, text)
        if bare and drawing is not None:
            package.write(drawing, _without_boxes(package.read(drawing), bare))
    if not notes:
        return
    if comments is None:
        comments = package.free("xl/thiduaComments{}.xml")
        rels = _related(rels, "comments", comments)
        package.write(comments, _new_comments())
        _content_type(package, comments)
    package.write(comments, _commented(package.read(comments), notes))
    if drawing is None:
        drawing = package.free("xl/drawings/thiduaDrawing{}.vml")
        id_ = f"rIdThidua{len(re.findall('<Relationship ', rels)) + 1}"
        rels = _related(rels, "vmlDrawing", drawing, id_)
        package.write(drawing, _NEW_DRAWING)
        package.write(path, _pointing(package.read(path), id_))
        _default_type(package)
    package.write(drawing, _drawn(package.read(drawing), notes))
    package.write(rels_path, rels)


def _target(package: _Package, rels_path: str, folder: str, kind: str, of_sheet: str = "") -> str | None:
    """The part a sheet already has of a kind. A sheet may have two drawings (one of its header's
    pictures): the comments' is the one ``legacyDrawing`` names."""
    if rels_path not in package.names:
        return None
    wanted = None
    if of_sheet:
        found = re.search(r"<(?:\w+:)?legacyDrawing\s[^>]*?(?:\w+:)?id\s*=\s*[\"']([^\"']+)", package.read(of_sheet))
        if found is None:
            return None
        wanted = found[1]
    for relation in parse_part(package.archive, rels_path):
        if relation.get("Type", "").endswith(kind) and wanted in (None, relation.get("Id")):
            return resolve(folder, relation.get("Target", ""))
    return None


def _related(rels: str, kind: str, path: str, id_: str = "") -> str:
    id_ = id_ or f"rIdThidua{len(re.findall('<Relationship ', rels)) + 1}"
    line = f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="/{path}"/>'
    if re.search(r"<Relationships[^>]*/>", rels):
        rels = re.sub(r"<Relationships([^>]*)/>", r"<Relationships\1></Relationships>", rels)
    return rels.replace("</Relationships>", f"{line}</Relationships>")


def _content_type(package: _Package, path: str) -> None:
    types = package.read("[Content_Types].xml")
    line = f'<Override PartName="/{path}" ContentType="{_COMMENTS}"/>'
    package.write("[Content_Types].xml", types.replace("</Types>", f"{line}</Types>"))


def _default_type(package: _Package) -> None:
    types = package.read("[Content_Types].xml")
    if not re.search(r"Extension\s*=\s*[\"']vml[\"']", types, re.IGNORECASE):
        line = f'<Default Extension="vml" ContentType="{_VML}"/>'
        package.write("[Content_Types].xml", re.sub(r"(<Types[^>]*>)", rf"\1{line}", types, count=1))


def _pointing(sheet: str, id_: str) -> str:
    """The sheet with the element that shows the comments, at the place the schema gives it."""
    root = re.search(r"<(\w+:)?worksheet\b", sheet)
    prefix = root[1] or "" if root else ""
    element = f'<{prefix}legacyDrawing xmlns:thidua="{_OFFICE}" thidua:id="{id_}"/>'
    for after in _AFTER:
        found = re.search(rf"<{prefix}{after}\b", sheet)
        # An extension list inside another element stands before the rows' end.
        if found is not None and found.start() > sheet.rfind("sheetData"):
            return sheet[: found.start()] + element + sheet[found.start() :]
    return sheet.replace(f"</{prefix}worksheet>", f"{element}</{prefix}worksheet>")


def _without_ours(text: str) -> tuple[str, set[str]]:
    """The comments without those of an earlier copy, and the cells that are left without one: what was mended since
    is not said again, and what was not is not said twice."""
    prefix = _prefix(text)
    names = re.findall(rf"<{prefix}author(?:\s*/>|>(.*?)</{prefix}author>)", text, re.DOTALL)
    ours = {str(number) for number, name in enumerate(names) if name == AUTHOR}
    dropped = set()

    def kept(found: re.Match[str]) -> str:
        marks = dict(re.findall(r"(\w+)\s*=\s*[\"']([^\"']*)", found[1]))
        if marks.get("authorId") in ours:
            dropped.add(marks.get("ref", ""))
            return ""
        return re.sub(rf"<{prefix}r><{prefix}t\b[^>]*></{prefix}t></{prefix}r>", "", _OUR_WORDS.sub("", found[0]))

    return re.sub(rf"<{prefix}comment\s([^>]*)>.*?</{prefix}comment>", kept, text, flags=re.DOTALL), dropped


def _without_boxes(drawing: str, cells: set[str]) -> str:
    """The drawing without the boxes of cells that have no comment any more."""

    def kept(found: re.Match[str]) -> str:
        at = _BOX_AT.search(found[0])
        return "" if at and place(int(at[1]) + 1, int(at[2])) in cells else found[0]

    return re.sub(r"<(\w+:)shape\s.*?</\1shape>", kept, drawing, flags=re.DOTALL)


def _prefix(text: str) -> str:
    return (re.search(r"<(\w+:)?comments\b", text) or [""])[1] or ""


def _new_comments() -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
    )


def _commented(text: str, notes: dict[str, str]) -> str:
    """The comments with ours; a cell that already has one keeps its words before ours."""
    prefix = _prefix(text)
    text = re.sub(rf"<{prefix}authors\s*/>", f"<{prefix}authors></{prefix}authors>", text)
    text = re.sub(rf"<{prefix}commentList\s*/>", f"<{prefix}commentList></{prefix}commentList>", text)
    author = len(re.findall(rf"<{prefix}author[\s>/]", text))
    text = text.replace(f"</{prefix}authors>", f"<{prefix}author>{AUTHOR}</{prefix}author></{prefix}authors>", 1)
    more = ""
    for cell, words in notes.items():
        run = f'<{prefix}r><{prefix}t xml:space="preserve">{escape(words, quote=False)}</{prefix}t></{prefix}r>'
        old = re.search(rf"<{prefix}comment\s[^>]*?ref\s*=\s*[\"']{cell}[\"'].*?</{prefix}text>", text, re.DOTALL)
        if old is not None:
            kept = _as_runs(old[0], prefix)
            ours = run.replace('preserve">', f'preserve">\n{_MARK}', 1)
            text = text.replace(old[0], kept.removesuffix(f"</{prefix}text>") + ours + f"</{prefix}text>")
        else:
            more += f'<{prefix}comment ref="{cell}" authorId="{author}"><{prefix}text>{run}</{prefix}text></{prefix}comment>'
    return text.replace(f"</{prefix}commentList>", f"{more}</{prefix}commentList>")


def _as_runs(comment: str, prefix: str) -> str:
    """Words that stand without a run get one, because a comment is either one text or runs."""
    bare = rf"(<{prefix}text>)(<{prefix}t\b.*?</{prefix}t>)(</{prefix}text>)"
    return re.sub(bare, rf"\1<{prefix}r>\2</{prefix}r>\3", comment, flags=re.DOTALL)


_NEW_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)


def _drawn(text: str, notes: dict[str, str]) -> str:
    """The drawing with a hidden box for every commented cell that has none yet."""
    there = {place(int(row) + 1, int(column)) for row, column in _BOX_AT.findall(text)}
    boxes = ""
    for number, (cell, words) in enumerate(notes.items(), 1):
        row, column = parse_place(cell)
        if cell in there:
            continue
        lines = min(12, 2 + len(words) // 32 + words.count("\n"))
        anchor = f"{column + 1}, 15, {max(row - 2, 0)}, 10, {column + 5}, 15, {max(row - 2, 0) + lines}, 4"
        boxes += (
            f'<v:shape id="_thidua_{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
            'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
            '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )
    return text.replace("</xml>", f"{boxes}</xml>")
