"""The blocks of a body as Jinja source of WordprocessingML; made once per template.

Numbers are calls resolved at render time, so that conditions and loops number right. Knows no value.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from thidua_cli.render.layout_keep import KEEP, ending_tables, last_blocks
from thidua_cli.render.layout_page import Page
from thidua_cli.render.layout_table import table_source
from thidua_cli.render.layout_xml import (
    escape,
    paragraph,
    paragraph_properties,
    run,
    run_properties,
)
from thidua_cli.render.markup import (
    Block,
    Heading,
    Many,
    Paragraph,
    Table,
    Tag,
    is_numbered_text,
)
from thidua_cli.render.markup_inline import Run, Runs
from thidua_cli.render.template_front import Columns

END_MARK = "./."
LIST_END = "{% if loop.last %}.{% else %};{% endif %}"
"""What a list item's semicolon becomes: the last item of its loop closes with a full stop."""


class BodyStyle(NamedTuple):
    """What a shape changes in a body."""

    page: Page
    tables: tuple[Columns, ...]
    articles: bool
    end_mark: bool
    signed: bool


def body_source(blocks: Sequence[Block], style: BodyStyle) -> str:
    """The Jinja source of all blocks."""
    last = _last_text(blocks)
    kept = last_blocks(blocks) if style.signed else {}
    ending = ending_tables(blocks)
    endings = _loop_endings(blocks)
    columns = iter(style.tables)
    parts = []
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            spec = next(columns)
            keep = KEEP if index in kept else ending.get(index, "")
            parts.append(table_source(block, spec, style.page, runs_source, keep=keep))
            parts += [gap(20)] * _needs_gap(blocks, index)
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        keep = kept.get(index, "")
        if style.signed and last is not None and index == last - 1:
            keep = _if_short(blocks[last])
        parts.append(
            _block(
                block, following, style, keep=keep, list_end=index in endings, final=style.end_mark and index == last
            )
        )
    return "".join(parts)


def _if_short(last: Block) -> str:
    """Keep the paragraph before the last when the last fills only one line.

    So a signature never stands under a single line; the words are measured once they are known.
    """
    if not isinstance(last, Paragraph | Heading) or any(part.kind == "tag" for part in last.runs):
        return KEEP
    words = " ~ ".join(
        json.dumps(part.text, ensure_ascii=False) if part.kind == "text" else _inner(part.text) for part in last.runs
    )
    return f"{{{{ _p.giu({words}) }}}}"


def _inner(tag: str) -> str:
    """What a ``{{ … }}`` holds, as an operand."""
    return f"({tag.strip('{}-+ ')})"


def gap(height: int, *, keep_next: bool = False) -> str:
    """An empty line of ``height`` twips: between two tables, which Word would else join."""
    return paragraph(paragraph_properties("left", line=height, exact=True, keep_next=keep_next, size=2))


def _needs_gap(blocks: Sequence[Block], index: int) -> bool:
    """True when another table, the next turn of a loop or nothing follows a table."""
    for block in blocks[index + 1 :]:
        if not isinstance(block, Tag):
            return isinstance(block, Table)
        if block.word == "endfor":
            return True
    return False


def _last_text(blocks: Sequence[Block]) -> int | None:
    last = len(blocks) - 1
    return last if blocks and isinstance(blocks[last], Paragraph | Heading) else None


def _loop_endings(blocks: Sequence[Block]) -> set[int]:
    """Blocks whose closing semicolon becomes a full stop on the last turn of their loop."""
    return {
        index - 1
        for index, block in enumerate(blocks)
        if isinstance(block, Tag)
        and block.word == "endfor"
        and isinstance(before := blocks[index - 1], Paragraph | Heading)
        and before.runs
        and before.runs[-1].kind == "text"
        and before.runs[-1].text.rstrip().endswith(";")
    }


def _block(
    block: Heading | Paragraph | Many | Tag,
    following: Block | None,
    style: BodyStyle,
    *,
    keep: str,
    list_end: bool,
    final: bool,
) -> str:
    if isinstance(block, Tag):
        return block.source
    if isinstance(block, Many):
        text = run("{{ _d }}", run_properties(style.page.size("noi_dung")))
        kept = f"{{% if loop.last %}}{keep}{{% elif _d[-1:] == ':' %}}{KEEP}{{% endif %}}"
        shown = paragraph(_body_properties(style.page, keep=kept), text)
        return f"{{% for _d in {block.value} | doan %}}{shown}{{% endfor %}}"
    before_table = isinstance(following, Table)
    if before_table or _leads_in(block.runs):
        keep = KEEP
    after = style.page.before // 2 if before_table else 0
    if isinstance(block, Heading):
        return _heading(block, style, after, keep=keep, list_end=list_end, final=final)
    return _paragraph(block, style, after, keep=keep, list_end=list_end, final=final)


def _leads_in(runs: Runs) -> bool:
    """Whether a paragraph announces the next one, and would say nothing at the foot of a page."""
    return bool(runs) and runs[-1].kind == "text" and runs[-1].text.rstrip().endswith(":")


def _body_properties(page: Page, *, keep: str, after: int = 0) -> str:
    """A paragraph of the text: justified, first line indented (PL I: nội dung văn bản)."""
    properties = paragraph_properties(
        "both",
        before=page.before,
        after=after,
        line=page.line,
        first=page.indent,
        keep_next=bool(keep),
    )
    return properties.replace(KEEP, keep, 1)


def _paragraph(block: Paragraph, style: BodyStyle, after: int, *, keep: str, list_end: bool, final: bool) -> str:
    page = style.page
    runs = _closed(block.runs) if final else block.runs
    if all(part.bold for part in block.runs if part.kind != "tag"):
        properties = paragraph_properties(
            "left",
            before=page.before,
            after=after,
            line=page.line,
            first=page.indent if style.signed else 0,
            keep_next=True,
        )
    else:
        properties = _body_properties(page, keep=keep, after=after)
    return paragraph(properties, runs_source(runs, page.size("noi_dung"), list_end=list_end))


def _heading(block: Heading, style: BodyStyle, after: int, *, keep: str, list_end: bool, final: bool) -> str:
    """A numbered heading, or a numbered paragraph when its text ends in punctuation."""
    page, size = style.page, style.page.size("noi_dung")
    numbered = is_numbered_text(block.runs)
    article = style.articles and block.level == 1
    bold = not numbered and block.level < 3
    label = f"{{{{ _p.{'dieu' if article else 'muc'}({block.level}) }}}}"
    label_form = run_properties(size, bold=bold or article)
    caps = block.level == 1 and bold and not article
    if numbered:
        properties = _body_properties(page, keep=keep, after=after)
    else:
        properties = paragraph_properties(  # not justified: capitals would be torn apart
            "left",
            before=page.before,
            after=after,
            line=page.line,
            first=page.indent,
            keep_next=True,
        )
    runs = _closed(block.runs) if final else block.runs
    text = runs_source(runs, size, list_end=list_end, bold=bold, caps=caps)
    return paragraph(properties, run(label, label_form), text)


def _closed(runs: Runs) -> Runs:
    """The last paragraph with its full stop turned into ``./.``."""
    last = runs[-1]
    if last.kind == "text":
        text = last.text.rstrip().rstrip(".").rstrip() + END_MARK
        return (*runs[:-1], last._replace(text=text))
    return (
        *runs[:-1],
        last._replace(text=f"{{{{ _p.cau_cuoi{_inner(last.text)} }}}}"),
        Run("text", END_MARK, last.bold, last.italic),
    )


def runs_source(runs: Runs, size: int, *, list_end: bool = False, bold: bool = False, caps: bool = False) -> str:
    """Runs of one format joined; a tag stands between runs, so every run opens and closes whole."""
    parts: list[str] = []
    held: list[str] = []
    form = ""
    for index, part in enumerate(runs):
        if part.kind == "tag":
            parts += [run("".join(held), form)] * bool(held) + [part.text]
            held = []
            continue
        own = run_properties(size, bold=bold or part.bold, italic=part.italic, caps=caps)
        if held and own != form:
            parts.append(run("".join(held), form))
            held = []
        form = own
        text = part.text if part.kind == "value" else escape(part.text)
        if list_end and index == len(runs) - 1:
            text = text.rstrip().removesuffix(";") + LIST_END
        held.append(text)
    return "".join([*parts, run("".join(held), form)] if held else parts)
