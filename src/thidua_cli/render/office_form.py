"""An office's own Word form, ``templates/<paper>.docx``: its tags held to the paper's contract, then filled.

The one place that knows docxtpl, an extra nobody else needs. Everything but the tags stays as the form has it;
what our layout would add (head, signatures) the form prints itself, from the same fields.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined

from thidua_cli.diagnostic import Diagnostic, Place
from thidua_cli.render import codes
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.layout_xml import finalize
from thidua_cli.render.package import CUSTOM, custom_part
from thidua_cli.render.template_check import Checker
from thidua_cli.render.template_filters import FILTERS
from thidua_cli.render.template_front import Front

_RAW_RUN = re.compile(r"\{\{\s*r\s")
_TAG = re.compile(r"\{[{%]")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the first day ZIP knows, so no day at all


class Form(NamedTuple):
    """A form that passed its contract: its bytes, its digest and the paper it stands for."""

    data: bytes
    digest: str
    front: Front


def load_form(data: bytes, file: str, front: Front) -> tuple[Form | None, list[Diagnostic]]:
    """A form checked before any data; ``front`` is the paper of the same name, whose fields it may use."""

    def refuse(message: str, remedy: str) -> tuple[None, list[Diagnostic]]:
        return None, [Diagnostic(codes.MAU_KHONG_DOC_DUOC, message, file, place=Place(1), remedy=remedy)]

    try:
        from docxtpl import DocxTemplate
    except ImportError:
        return refuse("máy này chưa cài phần điền mẫu Word", "cài thêm: pip install 'thidua[word-form]'")
    try:
        template = DocxTemplate(BytesIO(data))
        parts = list(_sources(template))
    except (KeyError, ValueError, OSError, SyntaxError, zipfile.BadZipFile):
        return refuse("tệp mẫu không phải tệp Word đọc được", "mở bằng Word, lưu lại dạng .docx")
    found = [one for name, text in parts for one in _checked(name, text, template, file, front)]
    if any(_TAG.search(str(getattr(template.docx.core_properties, name, ""))) for name in _PROPERTIES):
        found.append(
            Diagnostic(
                codes.CACH_VIET_KHONG_DUNG,
                "thuộc tính của tệp Word có thẻ",
                file,
                place=Place(1),
                remedy="xóa thẻ ở Tệp → Thông tin; chỉ điền trường trong thân, đầu trang, chân trang",
            )
        )
    if found:
        return None, found
    return Form(data, sha256(data).hexdigest(), front), []


_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


def _sources(template: Any) -> Iterator[tuple[str, str]]:
    """The parts of a form that are filled, each with its name for people."""
    template.init_docx()
    yield "thân", template.get_xml()
    for name, uri in (("đầu trang", template.HEADER_URI), ("chân trang", template.FOOTER_URI)):
        for _, part in template.get_headers_footers(uri):
            yield name, template.get_part_xml(part)
    for part in template.docx.part.package.parts:
        if part.content_type.endswith("wordprocessingml.footnotes+xml"):
            yield "chú thích cuối trang", part.blob.decode("utf-8", "replace")


def _checked(name: str, text: str, template: Any, file: str, front: Front) -> Iterator[Diagnostic]:
    """What is wrong with a part; a place is the paragraph, for a Word file has no lines."""
    checker = Checker(file, {root: FIELDS[root] for root in front.roots if root in FIELDS})
    by_paragraph = re.sub(r"<w:p([ >])", r"\n<w:p\1", template.patch_xml(text))
    checker.source(by_paragraph, 1)
    if _RAW_RUN.search(re.sub(r"<[^>]*>", "", text)):
        checker.report(
            codes.CACH_VIET_KHONG_DUNG, 1, "mẫu giấy không dùng {{r …}}", "viết {{ … }}; định dạng đặt ngay trên thẻ"
        )
    for one in checker.found:
        line = one.place.line - 1 if one.place else 0
        yield one._replace(message=f"{one.message} ({name}, đoạn {max(1, line)})", place=Place(max(1, line)))


def fill(form: Form, context: Mapping[str, Any], properties: Mapping[str, str], *, draft: bool) -> bytes:
    """The form with its tags filled: the same values give the same bytes."""
    from docxtpl import DocxTemplate

    environment = Environment(autoescape=False, finalize=finalize, undefined=StrictUndefined)
    environment.filters = dict(FILTERS)
    environment.globals.clear()
    template = DocxTemplate(BytesIO(form.data))
    # `finalize` escapes every value, with Word's own line ends; docxtpl's own escaping would do it twice.
    template.render(dict(context), environment, autoescape=False)
    if draft:
        _stamp(template.docx)
    out = BytesIO()
    template.save(out)
    return _settled(out.getvalue(), form.data, {**properties, "thidua-mau": form.digest})


def _stamp(document: Any) -> None:
    """DỰ THẢO above everything: a draft must not pass for the paper."""
    first = document.element.body[0]
    words = document.add_paragraph()
    words.add_run("DỰ THẢO").bold = True
    first.addprevious(words._p)


_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|\[Content_Types\]\.xml|.*\.rels")


def _settled(data: bytes, form: bytes, properties: Mapping[str, str]) -> bytes:
    """The package with no clock and no chance in it, every part that was not filled byte for byte the
    form's own, and with what the paper remembers of its making."""
    parts, own = _parts(data), _parts(form)
    parts |= {name: own[name] for name in own if name in parts and not _FILLED.fullmatch(name)}
    if CUSTOM not in parts:  # a form with properties of its own keeps them untouched
        _remember(parts, properties)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as settled:
        for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)):
            info = zipfile.ZipInfo(name, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            settled.writestr(info, parts[name])
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def _remember(parts: dict[str, bytes], properties: Mapping[str, str]) -> None:
    types, relations = "[Content_Types].xml", "_rels/.rels"
    override = f'<Override PartName="/{CUSTOM}" ContentType="{_KIND}"/></Types>'
    relation = f'<Relationship Id="rThidua" Type="{_RELATION}" Target="{CUSTOM}"/></Relationships>'
    parts[types] = parts[types].replace(b"</Types>", override.encode())
    parts[relations] = parts[relations].replace(b"</Relationships>", relation.encode())
    parts[CUSTOM] = custom_part(properties)
