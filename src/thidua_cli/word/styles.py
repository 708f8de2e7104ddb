"""What a run and a paragraph finally look like: direct format over styles over the defaults.

Table styles and list styles are left out: they set no face or size in the papers seen, and what is
not known is not judged. Knows no paper.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ON: Final = ("bold", "italic", "caps")
_NO: Final = ("0", "false", "off", "none")
_ALIGN: Final = {"start": "left", "end": "right", "justify": "both", "distribute": "both"}
_LONGEST_CHAIN: Final = 32


class Look(NamedTuple):
    """The format of a run: face, size in points, weight, slant, capitals; None is not known."""

    face: str | None
    size: float | None
    bold: bool
    italic: bool
    caps: bool


class Styles:
    """The style sheet of one file."""

    def __init__(self, sheet: Element | None, theme: Element | None) -> None:
        self._theme = _theme_faces(theme)
        self._run: dict[str, dict[str, Any]] = {}
        self._par: dict[str, dict[str, Any]] = {}
        self._parent: dict[str, str] = {}
        self._default = {"paragraph": "", "character": ""}
        self._base_run: dict[str, Any] = {}
        self._base_par: dict[str, Any] = {}
        if sheet is not None:
            self._read(sheet)

    def _read(self, sheet: Element) -> None:
        self._base_run = self.run_of(sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._base_par = paragraph_of(sheet.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        for style in sheet.iter(f"{W}style"):
            id_ = style.get(f"{W}styleId") or ""
            self._run[id_] = self.run_of(style.find(f"{W}rPr"))
            self._par[id_] = paragraph_of(style.find(f"{W}pPr"))
            based = style.find(f"{W}basedOn")
            if based is not None:
                self._parent[id_] = based.get(f"{W}val") or ""
            kind = style.get(f"{W}type") or ""
            if style.get(f"{W}default") in ("1", "true", "on") and kind in self._default:
                self._default[kind] = id_

    def run_of(self, properties: Element | None) -> dict[str, Any]:
        """What a set of run properties says, and only that."""
        found: dict[str, Any] = {}
        if properties is None:
            return found
        for one in properties:
            value = one.get(f"{W}val")
            if one.tag == f"{W}rFonts":
                face = self._theme.get((one.get(f"{W}asciiTheme") or "")[:5]) or one.get(f"{W}ascii")
                face = face or self._theme.get((one.get(f"{W}hAnsiTheme") or "")[:5]) or one.get(f"{W}hAnsi")
                if face:
                    found["face"] = face
            elif one.tag == f"{W}sz" and (halves := number(value)) is not None and halves >= 0:
                found["size"] = halves / 2
            elif one.tag in (f"{W}b", f"{W}i", f"{W}caps"):
                name = {"b": "bold", "i": "italic", "caps": "caps"}[one.tag.removeprefix(W)]
                found[name] = value not in _NO
        return found

    def _chain(self, id_: str, table: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
        """A style with what it is based on; a circle ends after as many steps as no one needs."""
        chain: list[dict[str, Any]] = []
        while id_ and len(chain) < _LONGEST_CHAIN:
            chain.append(table.get(id_, {}))
            id_ = self._parent.get(id_, "")
        found: dict[str, Any] = {}
        for one in reversed(chain):
            found.update(one)
        return found

    def look(self, style: str | None, properties: Element | None) -> Look:
        """The format of a run in a paragraph of ``style``."""
        own = properties.find(f"{W}rStyle") if properties is not None else None
        found = {
            **self._base_run,
            **self._chain(style or self._default["paragraph"], self._run),
            **self._chain((own.get(f"{W}val") if own is not None else None) or self._default["character"], self._run),
            **self.run_of(properties),
        }
        return Look(found.get("face"), found.get("size"), *(bool(found.get(name)) for name in _ON))

    def shape(self, style: str | None, properties: Element | None) -> dict[str, Any]:
        """The format of a paragraph: ``align``, ``first`` and ``before`` in twips, ``line`` in lines."""
        return {
            **self._base_par,
            **self._chain(style or self._default["paragraph"], self._par),
            **paragraph_of(properties),
        }


def paragraph_of(properties: Element | None) -> dict[str, Any]:
    """What a set of paragraph properties says, and only that."""
    found: dict[str, Any] = {}
    if properties is None:
        return found
    for one in properties:
        if one.tag == f"{W}jc":
            value = one.get(f"{W}val") or "left"
            found["align"] = _ALIGN.get(value, value)
        elif one.tag == f"{W}ind":
            first = number(one.get(f"{W}firstLine"))
            if first is not None:
                found["first"] = first
        elif one.tag == f"{W}spacing":
            if number(one.get(f"{W}before")) is not None:
                found["before"] = number(one.get(f"{W}before"))
            if number(one.get(f"{W}line")) is not None:
                exact = one.get(f"{W}lineRule") in ("exact", "atLeast")
                found["line"] = None if exact else (number(one.get(f"{W}line")) or 0) / 240
        elif one.tag == f"{W}numPr":
            id_ = one.find(f"{W}numId")
            found["listed"] = id_ is not None and id_.get(f"{W}val") not in (None, "0")
    return found


def number(text: str | None) -> float | None:
    """A measure of Word, or None; strange values come from strange programs and are no fault here."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < 1_000_000 else None


def _theme_faces(theme: Element | None) -> dict[str, str]:
    """The faces of ``minor…`` and ``major…``, keyed by their first five letters."""
    found = {}
    if theme is not None:
        for name in ("minor", "major"):
            latin = theme.find(f".//{A}{name}Font/{A}latin")
            if latin is not None and latin.get("typeface"):
                found[name] = latin.get("typeface") or ""
    return found
