"""A table as Jinja source of WordprocessingML: heading repeated, rows whole, widths as declared.

Heading cells that share what stands before a colon (``Năm sinh: Nam``, ``Năm sinh: Nữ``) get a
common cell above. Knows no value.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from thidua_cli.render.layout_keep import KEEP, last_blocks
from thidua_cli.render.layout_page import Page, cm
from thidua_cli.render.layout_xml import escape, paragraph, paragraph_properties, run, run_properties
from thidua_cli.render.markup import Align, Row, Table
from thidua_cli.render.markup_inline import Runs
from thidua_cli.render.template_front import Columns

RunsSource = Callable[[Runs, int], str]

_PAD = 40  # twips above and below the text of a cell
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
_MARGINS = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'


def table_source(table: Table, columns: Columns, page: Page, runs_source: RunsSource, *, keep: str) -> str:
    """The whole table; ``keep`` is the source that keeps its last row on the page of what follows."""
    widths = [cm(width) for width in columns.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = _head_rows(table, widths, page, repeat=columns.repeat_head is not False)
    split = "" if columns.keep_rows is False else "<w:trPr><w:cantSplit/></w:trPr>"
    kept = last_blocks(table.rows) if keep else {}
    for index, row in enumerate(table.rows):
        if isinstance(row, Row):
            stay = kept.get(index, "").replace(KEEP, keep)
            cells = "".join(
                _cell(width, _text(runs_source(runs, page.size("bang")), align, page, stay))
                for width, runs, align in zip(widths, row.cells, table.align, strict=True)
            )
            rows += f"<w:tr>{split}{cells}</w:tr>"
        else:
            rows += row.source
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _text(source: str, align: Align, page: Page, keep: str = "") -> str:
    properties = paragraph_properties(align, before=_PAD, after=_PAD, keep_next=bool(keep), size=page.size("bang"))
    return paragraph(properties.replace(KEEP, keep, 1), source)


def _cell(width: int, content: str, *, span: int = 1, merge: str = "", middle: bool = False) -> str:
    inner = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        inner += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        inner += f'<w:vMerge w:val="{merge}"/>'
    if middle:
        inner += '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{inner}</w:tcPr>{content}</w:tc>"


def _head_rows(table: Table, widths: Sequence[int], page: Page, *, repeat: bool) -> str:
    texts = ["".join(part.text for part in runs) for runs in table.head]
    groups = [(name, list(members)) for name, members in groupby(range(len(texts)), lambda i: _group(texts, i))]
    if not any(name for name, _members in groups):
        return _head_row([_head_cell(t, w, page) for t, w in zip(texts, widths, strict=True)], repeat)
    upper, lower = [], []
    for name, members in groups:
        if name:
            width = sum(widths[i] for i in members)
            upper.append(_head_cell(name, width, page, span=len(members)))
            lower += [_head_cell(texts[i].partition(":")[2].strip(), widths[i], page) for i in members]
        else:
            for i in members:
                upper.append(_head_cell(texts[i], widths[i], page, merge="restart"))
                lower.append(_head_cell("", widths[i], page, merge="continue"))
    return _head_row(upper, repeat) + _head_row(lower, repeat)


def _group(texts: Sequence[str], index: int) -> str:
    """What a heading shares with its neighbour before a colon, or ""."""
    name = texts[index].partition(":")[0] if ":" in texts[index] else ""
    near = [texts[i] for i in (index - 1, index + 1) if 0 <= i < len(texts)]
    return name if name and any(text.startswith(f"{name}:") for text in near) else ""


def _head_cell(text: str, width: int, page: Page, *, span: int = 1, merge: str = "") -> str:
    shown = run(escape(text), run_properties(page.size("bang"), bold=True)) if text else ""
    return _cell(width, _text(shown, "center", page), span=span, merge=merge, middle=True)


def _head_row(cells: Sequence[str], repeat: bool) -> str:
    again = "<w:tblHeader/>" if repeat else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"
