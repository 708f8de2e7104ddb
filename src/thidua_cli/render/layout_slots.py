"""The typed slots of a paper: Kính gửi, Căn cứ, Nơi nhận, signatures; their form follows their length.

Puts the dashes, semicolons and full stops; knows no template.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.render.layout_page import Page
from thidua_cli.render.layout_xml import (
    cell,
    escape,
    lines,
    paragraph,
    paragraph_properties,
    plain_table,
    run,
    run_properties,
    table_row,
)
from thidua_cli.render.metrics import break_lines, text_width

_STARTS = ("Căn cứ", "Theo", "Thực hiện", "Xét", "Trên cơ sở", "Sau khi")
_TO = "Kính gửi:"
_DASH = "- "
_ROOM = 220
"""Twips above a signature. They are in its cells: LibreOffice leaves a whole line that no longer fits its page behind,
and with it what it stands under."""


def flat(values: Iterable[Any]) -> list[str]:
    """Texts of a slot: lists opened, blanks left out, closing punctuation taken off."""
    found: list[str] = []
    for value in values:
        if isinstance(value, str):
            text = value.strip(" \t\r\n").rstrip(";., ")
            if text:
                found.append(text)
        elif value is not None:
            found += flat(value)
    return found


def _closed(texts: Sequence[str]) -> list[str]:
    """A semicolon after each, a full stop after the last."""
    return [f"{text}{'.' if i == len(texts) else ';'}" for i, text in enumerate(texts, 1)]


def recipients(values: Iterable[Any], page: Page) -> str:
    """Kính gửi: one on the same line without full stop; several under each other (PL I: nơi nhận).

    The dashes stand under the colon.
    """
    texts, size = flat(values), page.size("kinh_gui")
    before, after = 2 * page.before, page.before
    if not texts:
        return ""
    prefix = text_width(f"{_TO} ", size)
    if len(texts) == 1:
        line = f"{_TO} {texts[0]}"
        if text_width(line, size) <= page.width:
            properties = paragraph_properties("center", before=before, after=after)
        else:
            properties = paragraph_properties(
                "left", before=before, after=after, left=page.indent + prefix, hanging=prefix
            )
        return paragraph(properties, run(escape(line), run_properties(size)))
    colon, dash = text_width(_TO[:-1], size), text_width(_DASH, size)
    widest = colon + dash + max(text_width(f"{text};", size) for text in texts)
    start = max(page.indent, (page.width - widest) // 2)
    first = paragraph(
        paragraph_properties("left", before=before, left=start, keep_next=True),
        run(_TO, run_properties(size)),
    )
    rest = [
        paragraph(
            paragraph_properties("left", left=start + colon + dash, hanging=dash, after=after * (i == len(texts))),
            run(escape(f"- {text}"), run_properties(size)),
        )
        for i, text in enumerate(_closed(texts), 1)
    ]
    return first + "".join(rest)


def grounds(values: Iterable[Any], page: Page) -> str:
    """Căn cứ: italic, each on its own line, ``;`` and at last ``.`` (PL I: nội dung văn bản)."""
    size = page.size("noi_dung")
    texts = [text if text.startswith(_STARTS) else f"Căn cứ {text}" for text in flat(values)]
    properties = paragraph_properties("both", before=page.before, line=page.line, first=page.indent)
    form = run_properties(size, italic=True)
    return "".join(paragraph(properties, run(escape(text), form)) for text in _closed(texts))


def copies(values: Iterable[Any], page: Page, *, before: int = 0) -> str:
    """Nơi nhận: 12 bold italic, the list 11 upright, flush left (PL I: nơi nhận)."""
    texts = flat(values)
    if not texts:
        return paragraph("")
    size, small = page.size("noi_nhan"), page.size("liet_ke_noi_nhan")
    dash = text_width(_DASH, small)
    heading = paragraph(
        paragraph_properties("left", before=before, keep_next=True),
        run("Nơi nhận:", run_properties(size, bold=True, italic=True)),
    )
    form = paragraph_properties("left", left=dash, hanging=dash)
    return heading + "".join(
        paragraph(form, run(escape(f"- {text}"), run_properties(small))) for text in _closed(texts)
    )


def _authority_lines(title: str | None, signer: Mapping[str, Any] | None) -> list[str]:
    given = list(signer["quyen_han_ky"] or ()) if signer else []
    return [line for line in (title, *given) if line]


def _above(title: str | None, signer: Mapping[str, Any] | None, width: int, page: Page, room: int) -> str:
    """Quyền hạn, chức vụ in bold capitals as recorded, and a note such as *(ký tên, đóng dấu)*."""
    size = page.size("quyen_han")
    first = paragraph_properties("center", before=room, keep_next=True)
    form = paragraph_properties("center", keep_next=True)
    kept = page.decree.kept_together
    parts = [
        paragraph(
            form if index else first,
            run(lines(break_lines(text, size, "bold", width, kept)), run_properties(size, bold=True)),
        )
        for index, text in enumerate(_authority_lines(title, signer))
    ]
    note = signer.get("ghi_chu") if signer else None
    if note:
        broken = break_lines(note, size, "italic", width, kept)
        parts.append(paragraph(form if parts else first, run(lines(broken), run_properties(size, italic=True))))
    return "".join(parts) or paragraph(first)


def _name(signer: Mapping[str, Any] | None, page: Page, *, keep_next: bool = False) -> str:
    """The name, bold, below room for signature and seal; blank when it is not ours to fill in."""
    name = (signer.get("ho_ten") if signer else None) or ""
    properties = paragraph_properties("center", before=page.points("bo_cuc", "cho_ky"), keep_next=keep_next)
    return paragraph(properties, run(escape(name), run_properties(page.size("quyen_han"), bold=True)))


def signature_block(
    columns: Sequence[tuple[str | None, Mapping[str, Any] | None]],
    addressees: Iterable[Any],
    page: Page,
    *,
    spaced: bool,
) -> str:
    """Nơi nhận on the left, one signature on the right (forms 1.2, 1.4, 1.5)."""
    title, signer = columns[0] if columns else (None, None)
    room = _ROOM if spaced else 0
    left = cell(page.left, copies(addressees, page, before=room))
    above = _above(title, signer, page.right, page, room) if columns else paragraph("")
    below = _name(signer, page) if columns else ""
    return plain_table((page.left, page.right), table_row(left, cell(page.right, above, below)))


_ABREAST = 3
"""How many signatures stand side by side; four stand two by two."""


def signature_rows(
    columns: Sequence[tuple[str | None, Mapping[str, Any] | None]], page: Page, *, keep_next: bool, spaced: bool
) -> str:
    """Many signatures, as those of a pledge, in rows of columns; the last stay with what follows."""
    abreast = 2 if len(columns) == _ABREAST + 1 else _ABREAST
    rows = [columns[at : at + abreast] for at in range(0, len(columns), abreast)]
    space = paragraph(paragraph_properties("left", line=page.points("bo_cuc", "cho_ky") // 2, exact=True, size=2))
    return space.join(
        _signature_columns(
            row, page, keep_next=keep_next and row is rows[-1], room=_ROOM if spaced and row is rows[0] else 0
        )
        for row in rows
    )


def _signature_columns(
    columns: Sequence[tuple[str | None, Mapping[str, Any] | None]], page: Page, *, keep_next: bool, room: int
) -> str:
    """Signatures side by side, names level with each other (form 1.9, reports)."""
    count = len(columns)
    widths = [page.width // count] * count
    above = [
        cell(width, _above(title, signer, width - 160, page, room))
        for width, (title, signer) in zip(widths, columns, strict=True)
    ]
    names = [
        cell(width, _name(signer, page, keep_next=keep_next))
        for width, (_title, signer) in zip(widths, columns, strict=True)
    ]
    return plain_table(widths, table_row(*above), table_row(*names))
