"""The top of a paper: national motto, issuer, number, place and day, title (NĐ 30/2020, Phụ lục I).

Lines are broken here and not by Word, because the rule under a name is as long as its last line.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

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
    short_rule,
    table_row,
)
from thidua_cli.render.metrics import Face, break_lines, text_width, words_of
from thidua_cli.render.template_filters import BLANK_NUMBER, ngay_chu

QUOC_HIEU: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU: Final = "Độc lập - Tự do - Hạnh phúc"
NATIONAL: Final = "quốc hiệu"
"""The value of ``tieu_de_phai`` for state bodies; anything else is printed as the body's own line."""

_GAP = 200  # twips left free between the two columns, so that long names do not touch
_ONE_DIGIT = re.compile(r"(?=[1-9](?:/|\Z))")


def number_text(number: str | None, pattern: str | None) -> str:
    """``203/TTr-UBND`` when given, else room for the number before the pattern; "" without any.

    Numbers below 10 get a leading zero (PL I: số, ký hiệu).
    """
    if number:
        return ("0" if _ONE_DIGIT.match(number) else "") + number
    # A unit without an abbreviation leaves the kind of paper alone behind the stroke.
    return f"{BLANK_NUMBER}{pattern.rstrip('-')}" if pattern else ""


def _centred(
    text: str | Sequence[str],
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    before: int = 0,
    after: int = 0,
    left: int = 0,
) -> str:
    """A centred paragraph of one line or of lines broken already; it stays with what follows."""
    properties = paragraph_properties("center", before=before, after=after, left=left, keep_next=True)
    body = escape(text) if isinstance(text, str) else lines(text)
    return paragraph(properties, run(body, run_properties(size, bold=bold, italic=italic, caps=caps)))


def _ruled(
    text: str,
    size: int,
    room: int,
    page: Page,
    *,
    caps: bool = False,
    rule: str = "ke_ngan",
) -> str:
    """A bold centred text broken to fit, with its rule below."""
    shown = text.upper() if caps else text
    broken = break_lines(shown, size, "bold", room, page.decree.kept_together)
    if not broken:
        return ""
    length = page.rule(rule, text_width(broken[-1], size, "bold"))
    return _centred(_like(text, broken), size, bold=True, caps=caps) + short_rule(length, room)


def _like(text: str, broken: Sequence[str]) -> list[str]:
    """The words of ``text`` on the same lines as ``broken``, which may differ in case."""
    words = iter(words_of(text))
    return [" ".join(next(words) for _ in words_of(line)) for line in broken]


def _issuer(head: Mapping[str, Any], page: Page) -> str:
    """Superior bodies upright, the issuer bold with a rule (PL I: tên cơ quan)."""
    size, room = page.size("co_quan"), page.left - _GAP
    *above, own = head["tieu_de_trai"] or [""]
    parts = [_centred(break_lines(name, size, "regular", room, page.decree.kept_together), size) for name in above]
    return "".join(parts) + (_ruled(own, size, room, page) or paragraph(""))


def _motto(head: Mapping[str, Any], page: Page) -> str:
    """Quốc hiệu and Tiêu ngữ with a rule as long as its text, or the body's own line."""
    own = head.get("tieu_de_phai") or NATIONAL
    if own != NATIONAL:
        return _ruled(own, page.size("quoc_hieu"), page.right, page, rule="ke_tieu_ngu")
    return _centred(QUOC_HIEU, page.size("quoc_hieu"), bold=True) + _ruled(
        TIEU_NGU, page.size("tieu_ngu"), page.right, page, rule="ke_tieu_ngu"
    )


def _number(text: str, about: str | None, page: Page) -> str:
    """The number line, and under it V/v of a công văn (PL I: số, ký hiệu)."""
    size, before = page.size("so_ky_hieu"), page.before
    parts = _centred(f"Số: {text}", size, before=before) if text else ""
    if about:
        size = page.size("trich_yeu_cong_van")
        kept = page.decree.kept_together
        broken = break_lines(f"V/v {about}", size, "regular", page.left - _GAP, kept)
        parts += _centred(broken, size, before=page.points("doan", "cach_v_v"))
    return parts or paragraph(paragraph_properties("left", keep_next=True))


def _place_and_day(place: str, day: str | None, page: Page, *, left: int = 0) -> str:
    """``Quận Mẫu, ngày … tháng … năm …``, italic; smaller when a long place would wrap."""
    text = ", ".join(part for part in (place, ngay_chu(day)) if part)
    size = page.size("dia_danh")
    if text_width(text, size, "italic") > page.right:
        size = page.decree.smallest("dia_danh")
    return _centred(text, size, italic=True, before=page.before, left=left)


def slip_day(letterhead: Mapping[str, Any] | None, day: str | None, page: Page) -> str:
    """Place and day above the signature of a working paper, whose head has no room for them."""
    place = letterhead.get("dia_danh") if letterhead else None
    return _place_and_day(place or "", day, page, left=page.left)


def head(
    letterhead: Mapping[str, Any],
    page: Page,
    *,
    number: str,
    dated: bool,
    day: str | None,
    about: str | None = None,
) -> str:
    """The two-column block: issuer and number on the left, motto and day on the right."""
    widths = (page.left, page.right)
    first = table_row(cell(page.left, _issuer(letterhead, page)), cell(page.right, _motto(letterhead, page)))
    if not (number or dated or about):
        return plain_table(widths, first)
    right = (
        _place_and_day(letterhead.get("dia_danh") or "", day, page)
        if dated
        else paragraph(paragraph_properties("left", keep_next=True))
    )
    second = table_row(cell(page.left, _number(number, about, page)), cell(page.right, right))
    return plain_table(widths, first, second)


def slip_head(letterhead: Mapping[str, Any], page: Page) -> str:
    """The top of a working paper: only who made it; such papers are no type of Decree 30."""
    empty = paragraph(paragraph_properties("left", keep_next=True))
    row = table_row(cell(page.left, _issuer(letterhead, page)), cell(page.right, empty))
    return plain_table((page.left, page.right), row)


def copy_head(form: str, letterhead: Mapping[str, Any], page: Page, *, number: str, day: str | None) -> str:
    """The copier's head below a rule across the page: the copier alone, SAO Y / SAO LỤC / TRÍCH SAO, number, day."""
    own = {"tieu_de_trai": letterhead["tieu_de_trai"][-1:]}
    name = _centred(form, page.size("ten_loai"), bold=True)
    first = table_row(cell(page.left, _issuer(own, page)), cell(page.right, name))
    place = _place_and_day(letterhead.get("dia_danh") or "", day, page)
    second = table_row(cell(page.left, _number(number, None, page)), cell(page.right, place))
    return short_rule(page.width, page.width, before=2 * page.before) + plain_table(
        (page.left, page.right), first, second
    )


def title(kind: str, subject: str | None, page: Page, *, rule: bool, caps: bool = False) -> str:
    """Name of the type and subject, centred and bold (PL I: tên loại và trích yếu)."""
    parts = _centred(kind, page.size("ten_loai"), bold=True, before=2 * page.before)
    if not subject:
        return parts
    size, room = page.size("trich_yeu"), page.width - page.indent
    if rule:
        return parts + _ruled(subject, size, room, page, caps=caps)
    shown = subject.upper() if caps else subject
    broken = break_lines(shown, size, "bold", room, page.decree.kept_together)
    return parts + _centred(_like(subject, broken), size, bold=True, caps=caps, after=page.before)


def annex_title(label: str, text: str, enclosed: str, page: Page) -> str:
    """Label, title and *(Kèm theo …)* of an annex, with a rule (PL I: phụ lục; Mẫu 2.1)."""
    size, room = page.size("trich_yeu"), page.width - page.indent
    kept = page.decree.kept_together
    broken = break_lines(text.upper(), size, "bold", room, kept)
    note = break_lines(enclosed, size, "italic", room, kept) if "  " not in enclosed else (enclosed,)
    last: Face = "italic"
    length = page.rule("ke_ngan", text_width(note[-1], size, last)) // 2
    return (
        _centred(label, page.size("nhan_phu_luc"), bold=True)
        + _centred(_like(text, broken), size, bold=True, caps=True)
        + _centred(note, size, italic=True)
        + short_rule(length, page.width)
    )


def authority(text: str, page: Page) -> str:
    """Who decides, above the grounds of a Quyết định (Mẫu 1.2)."""
    size = page.size("quyen_han")
    broken = break_lines(text, size, "bold", page.width, page.decree.kept_together)
    return _centred(broken, size, bold=True, before=2 * page.before, after=page.before)


def decides(page: Page) -> str:
    """*QUYẾT ĐỊNH:* between the grounds and Điều 1."""
    return _centred("QUYẾT ĐỊNH:", page.size("noi_dung"), bold=True, before=page.before, after=page.before // 2)


def draft_stamp(page: Page) -> str:
    """DỰ THẢO in a box above the head: nobody can take the paper for a signed one."""
    size = page.size("du_thao")
    side = text_width("DỰ THẢO", size, "bold") + 240
    properties = paragraph_properties("center", after=page.before, right=page.width - side, keep_next=True, boxed=True)
    return paragraph(properties, run("DỰ THẢO", run_properties(size, bold=True)))
