"""A paper compiled once into a Jinja template of WordprocessingML, then filled and written many times.

Puts head, slots, body and signatures in the order of the paper's shape. Knows nothing of records:
the context holds plain values, and whoever fills it keeps the contract in ``fields.py``.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from jinja2 import Environment, StrictUndefined, Template

from thidua_cli.render.layout_body import BodyStyle, body_source, gap
from thidua_cli.render.layout_page import Page, page_of, section
from thidua_cli.render.layout_press import Press
from thidua_cli.render.layout_xml import finalize
from thidua_cli.render.markup import Paragraph
from thidua_cli.render.nd30 import decree
from thidua_cli.render.package import write_docx
from thidua_cli.render.template import FIELD_PATH, Paper
from thidua_cli.render.template_filters import FILTERS
from thidua_cli.render.template_front import KEEP_FILE, KEEP_OFFICE, Front
from thidua_cli.render.template_shapes import ENDS_WITH_MARK

_OPEN: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSE: Final = "</w:body></w:document>"


class CompiledPaper(NamedTuple):
    """A paper ready to be filled."""

    paper: Paper
    template: Template
    page: Page


class _Environment(Environment):
    """Fields are keys of dictionaries and nothing else: ``x.items`` is a field, never a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a dictionary; of anything else (``loop``, ourselves) an attribute."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(write: Callable[[object], str]) -> Environment:
    """Where fields are filled in; ``write`` says how a value stands in the result."""
    made = _Environment(autoescape=False, finalize=write, undefined=StrictUndefined, keep_trailing_newline=True)
    made.filters = dict(FILTERS)
    made.globals.clear()
    return made


def _text(source: str | None) -> str:
    """A text of the front matter as a Jinja expression: parts joined, ``none`` when absent."""
    if source is None:
        return "none"
    if FIELD_PATH.match(source):
        return source
    parts, rest = [], source
    while rest:
        before, opened, after = rest.partition("{{")
        if before:
            parts.append(json.dumps(before, ensure_ascii=False))
        expression, _closed, rest = after.partition("}}") if opened else ("", "", "")
        if expression:
            parts.append(f"({expression.strip(' -+')})")
    return " ~ ".join(parts) or '""'


def _call(name: str, *arguments: str) -> str:
    return f"{{{{ _p.{name}({', '.join(arguments)}) }}}}"


def _top(front: Front) -> str:
    """Everything above the body."""
    numbered = (front.number or "none", _text(front.number_pattern), front.day or "none")
    if front.shape == "phụ lục":
        assert front.enclosed is not None
        issuer = front.enclosed.issuer
        return _call("phu_luc", _text(front.kind), _text(front.subject), *numbered, issuer)
    parts = _call("dau", front.letterhead or "none", *numbered, _text(front.subject))
    if front.shape != "công văn":
        parts += _call("ten", _text(front.kind), _text(front.subject))
    if front.authority:
        parts += _call("tham_quyen", _text(front.authority))
    if front.recipients:
        parts += _call("kinh_gui", front.recipients)
    if front.grounds:
        parts += _call("can_cu", f"[{', '.join(map(_text, front.grounds))}]")
    return parts + (_call("quyet_dinh") if front.shape == "quyết định" else "")


def _bottom(paper: Paper) -> str:
    """Everything below the body."""
    front = paper.front
    if not front.signatures and not front.copies:
        # A table may not end a file; a paragraph may, and an empty one below it would get a page of its own.
        return "" if paper.blocks and isinstance(paper.blocks[-1], Paragraph) else gap(20)
    copies = [_keeper(text, front.letterhead) for text in front.copies]
    signers = [column.signer for column in front.signatures]
    call = _call("ky", f"[{', '.join(copies)}]", *signers)
    if front.dated_below:
        call = gap(220, keep_next=True) + _call("noi_ngay", front.letterhead or "none", front.day or "none") + call
    return gap(20, keep_next=True) + call + gap(20)


def _copied(front: Front) -> str:
    """What whoever makes the copy adds below it."""
    copied = front.copied
    if copied is None:
        return ""
    copies = [_keeper(text, copied.letterhead) for text in copied.copies]
    numbered = (copied.number or "none", _text(copied.number_pattern), copied.day or "none")
    return _call("ban_sao", copied.letterhead, *numbered, f"[{', '.join(copies)}]", copied.signer) + gap(20)


def _keeper(text: str, letterhead: str | None) -> str:
    if text not in (KEEP_OFFICE, KEEP_FILE):
        return _text(text)
    file = "true" if text == KEEP_FILE else "false"
    return f"_p.luu({letterhead or 'none'}, {file})"


def compile(paper: Paper) -> CompiledPaper:
    """A paper's template; everything that does not depend on values is decided here."""
    front = paper.front
    page = page_of(decree(), front.landscape == "ngang")
    style = BodyStyle(
        page,
        front.tables,
        articles=front.shape == "quyết định",
        end_mark=front.shape in ENDS_WITH_MARK,
        signed=front.shape != "phụ lục",
    )
    body = body_source(paper.blocks, style)
    source = _OPEN + _top(front) + body + _bottom(paper) + _copied(front) + section(page) + _CLOSE
    return CompiledPaper(paper, environment(finalize).from_string(source), page)


def render(
    compiled: CompiledPaper,
    context: Mapping[str, Any],
    out: Path | BinaryIO,
    *,
    properties: Mapping[str, str],
    draft: bool = False,
) -> None:
    """Fill a paper and write it as a .docx; lists in the context may be iterators.

    ``so_phu_luc`` in the context is the Roman number of an annex, needed from two annexes on.
    """
    annex = str(context.get("so_phu_luc") or "")
    press = Press(compiled.paper.front, compiled.page, annex, draft)
    write_docx(compiled.template.generate({**context, "_p": press}), properties, out)


def paper_properties(compiled: CompiledPaper, record: str, context: Mapping[str, Any]) -> dict[str, str]:
    """What a paper remembers of its making: which paper, which record, and digests of both inputs."""
    values = json.dumps(context, ensure_ascii=False, sort_keys=True).encode()
    return {
        "thidua-giay": compiled.paper.front.file_stem,
        "thidua-ban-ghi": record,
        "thidua-du-lieu": sha256(values).hexdigest(),
        "thidua-mau": compiled.paper.digest,
    }
