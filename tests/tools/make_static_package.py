"""Make what the papers ship with: the fixed parts of a .docx and the advance widths of a Times face.

    python tests/tools/make_static_package.py [OUT]

Writes ``static/`` below OUT (default: the render room). Runs only on a developer's machine: it needs
python-docx, fontTools and the Liberation fonts, none of which a user of thidua needs. A test remakes
both and compares.
"""

import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from fontTools.ttLib import TTFont
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
RENDER = ROOT / "src" / "thidua_cli" / "render"
FACES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}
# Version 2: the fonts of version 1, installed beside it under "liberation", have no Ả, Ơ, Ư …
FONTS = Path("/usr/share/fonts/truetype/liberation2")
VIETNAMESE = (
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ“”‘’–—…₫"
)
# Latin with every Vietnamese letter, spaces, dashes and quotes, currency, letterlike signs, arrows.
RANGES = ((0x20, 0x24F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x22FF))
KEPT_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "header")
KEPT_SETTINGS = ("defaultTabStop", "characterSpacingControl", "compat")
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def advance_widths(name: str) -> dict[str, list[int]]:
    """Widths of one face in units of the em, as runs: first code point → widths; 0 = no glyph."""
    font = TTFont(FONTS / name)
    names, metrics = font.getBestCmap(), font["hmtx"]
    if missing := [char for char in VIETNAMESE if ord(char) not in names]:
        raise SystemExit(f"{name} has no {''.join(missing)}: not the font to measure with")
    return {
        f"{first:04X}": [metrics[names[c]][0] if c in names else 0 for c in range(first, last + 1)]
        for first, last in RANGES
    }


def metrics_text() -> str:
    """All faces as compact JSON, one range per line so that a diff can be read."""
    units = TTFont(FONTS / FACES["regular"])["head"].unitsPerEm
    faces = ",\n".join(
        f'"{face}": {{\n'
        + ",\n".join(
            f'"{first}": {json.dumps(widths, separators=(",", ":"))}' for first, widths in advance_widths(name).items()
        )
        + "\n}"
        for face, name in FACES.items()
    )
    return f'{{"units_per_em": {units},\n{faces}\n}}\n'


def set_fonts(rpr: etree._Element, name: str) -> None:
    """Name the face for every script, or Word takes another one for some Vietnamese letters."""
    for old in rpr.findall(qn("w:rFonts")):
        rpr.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    rpr.insert(0, fonts)


def slim_styles(document) -> None:
    """Keep the five styles a paper uses: the default template carries 350 KB of others."""
    styles = document.styles.element
    for child in list(styles):
        if child.tag == qn("w:latentStyles"):
            styles.remove(child)
        elif child.tag == qn("w:style"):
            name = child.find(qn("w:name")).get(qn("w:val"))
            if name.lower() not in {kept.lower() for kept in KEPT_STYLES}:
                styles.remove(child)
    for link in styles.iter(qn("w:link")):
        link.getparent().remove(link)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    set_fonts(normal.element.get_or_add_rPr(), "Times New Roman")
    defaults = styles.find(qn("w:docDefaults"))
    rpr = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(rpr):
        rpr.remove(child)
    set_fonts(rpr, "Times New Roman")
    language = OxmlElement("w:lang")
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), "vi-VN")
    rpr.append(language)
    ppr = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
    for child in list(ppr):
        ppr.remove(child)
    spacing = OxmlElement("w:spacing")
    for key, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(qn(f"w:{key}"), value)
    ppr.append(spacing)


def page_number(paragraph) -> None:
    """A PAGE field: Arabic, centred, size 14 (NĐ 30/2020, Phụ lục I: số trang: 13-14, giữa lề trên)."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/>'
        '<w:szCs w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(field)
    tabs = paragraph._p.pPr.find(qn("w:tabs"))
    if tabs is not None:
        paragraph._p.pPr.remove(tabs)


def slim_settings(document) -> None:
    """Drop everything that tells of a maker, a template or a session."""
    settings = document.settings.element
    kept = {qn(f"w:{name}") for name in KEPT_SETTINGS}
    for child in list(settings):
        if child.tag not in kept:
            settings.remove(child)
    compat = settings.find(qn("w:compat"))
    compat.remove(compat.find(qn("w:useFELayout")))
    mode = compat.find(qn("w:compatSetting"))
    mode.set(qn("w:val"), "15")  # 14 opens in Word with "Compatibility Mode" in the title bar


def serialise(element: etree._Element) -> bytes:
    """One part as canonical bytes, without namespaces nobody uses.

    ``mc:Ignorable`` goes first: naming a prefix no longer declared makes Word call the file corrupt.
    """
    element.attrib.pop(IGNORABLE, None)
    for mark in list(element.iter(qn("w:rsid"))):
        mark.getparent().remove(mark)
    etree.cleanup_namespaces(element)
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True) + b"\n"


def header_without_tabs(document) -> None:
    """The built-in header style centres at a tab stop of the default page: ours has other margins."""
    style = document.styles["Header"].element
    ppr = style.find(qn("w:pPr"))
    if ppr is not None:
        style.remove(ppr)


CONTENT_TYPES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
{overrides}</Types>
"""
RELATIONS = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
{relations}</Relationships>
"""
CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>vi-VN</dc:language></cp:coreProperties>
"""
APP = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<DocSecurity>0</DocSecurity></Properties>
"""
FONT_TABLE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/>\
<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>
"""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def relation(number: int, kind: str, target: str) -> str:
    """One relationship; ``kind`` is the end of its address."""
    base = (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        if kind == "core-properties"
        else f"{OFFICE}/{kind}"
    )
    return f'<Relationship Id="rId{number}" Type="{base}" Target="{target}"/>'


def static_parts() -> dict[str, bytes]:
    """Every fixed part by its name in the package; document.xml and custom.xml are made per paper."""
    document = Document()
    slim_styles(document)
    header_without_tabs(document)
    header = document.sections[0].header
    page_number(header.paragraphs[0])
    slim_settings(document)
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in PARTS.items())
    top = ("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")
    top += ("extended-properties", "docProps/app.xml"), ("custom-properties", "docProps/custom.xml")
    word = ("styles", "styles.xml"), ("settings", "settings.xml")
    word += ("fontTable", "fontTable.xml"), ("header", "header1.xml")
    return {
        "[Content_Types].xml": CONTENT_TYPES.format(overrides=overrides).encode(),
        "_rels/.rels": RELATIONS.format(
            relations="".join(relation(i, *pair) for i, pair in enumerate(top, 1))
        ).encode(),
        "docProps/app.xml": APP.encode(),
        "docProps/core.xml": CORE.encode(),
        "word/_rels/document.xml.rels": RELATIONS.format(
            relations="".join(relation(i, *pair) for i, pair in enumerate(word, 1))
        ).encode(),
        "word/fontTable.xml": FONT_TABLE.encode(),
        "word/header1.xml": serialise(header._element),
        "word/settings.xml": serialise(document.settings.element),
        "word/styles.xml": serialise(document.styles.element),
    }


def file_name(part: str) -> str:
    """The shipped file of a part: flat, because a folder named _rels is dropped by some packers."""
    return part.replace("/", "--").replace("[", "").replace("]", "")


def main(out: Path) -> None:
    """Write the parts, their index and the widths."""
    static = out / "static"
    static.mkdir(parents=True, exist_ok=True)
    parts = static_parts()
    for name, content in parts.items():
        (static / file_name(name)).write_bytes(content)
    index = {name: file_name(name) for name in parts}
    (static / "index.json").write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")
    (static / "times-widths.json").write_text(metrics_text(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RENDER)
