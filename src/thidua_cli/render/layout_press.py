"""One paper being filled: counters of its headings, and every part whose form depends on its values.

The compiled template calls these methods, in the order of the shape. Knows nothing of records.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from thidua_cli.render import layout_head, layout_slots
from thidua_cli.render.layout_body import gap
from thidua_cli.render.layout_page import Page
from thidua_cli.render.layout_xml import Xml
from thidua_cli.render.metrics import text_width
from thidua_cli.render.template_filters import ngay_chu
from thidua_cli.render.template_front import Front
from thidua_cli.viet.numerals import letter, roman

AS_ABOVE: Final = "Như trên"
"""Nơi nhận's first line, which refers to Kính gửi (PL I: nơi nhận) and so goes where that is empty."""


class Press:
    """One paper being filled: its counters, and the parts whose form depends on their values."""

    def __init__(self, front: Front, page: Page, annex: str, draft: bool) -> None:
        self.page = page
        self.front = front
        self.annex = annex
        self.draft = draft
        self.count = [0, 0, 0]
        self.addressed = front.recipients is None

    def muc(self, level: int) -> str:
        """The next number of a heading: I. / 1. / a) (PL I: nội dung văn bản)."""
        count = self.count
        count[level - 1] += 1
        count[level:] = [0] * (3 - level)
        number = count[level - 1]
        return (f"{roman(number)}. ", f"{number}. ", f"{letter(number)}) ")[level - 1]

    def dieu(self, level: int) -> str:
        """The next Điều of a Quyết định."""
        self.muc(level)
        return f"Điều {self.count[0]}. "

    def giu(self, last: str) -> Xml:
        """Whether the paragraph before the last stays with it: only when the last fills no line."""
        page = self.page
        short = text_width(last + "./.", page.size("noi_dung")) <= page.width - page.indent
        return Xml("<w:keepNext/>" if short else "")

    def cau_cuoi(self, text: object) -> str:
        """The last words without their own full stop, which ``./.`` replaces."""
        return str(text).rstrip().rstrip(".")

    def dau(
        self,
        letterhead: Mapping[str, Any] | None,
        number: str | None,
        pattern: str | None,
        day: str | None,
        subject: str | None,
    ) -> Xml:
        """The head with its draft stamp."""
        stamp = layout_head.draft_stamp(self.page) if self.draft else ""
        if letterhead is None:
            return Xml(stamp)
        if self.front.shape == "phiếu" and not self.front.motto:
            return Xml(stamp + layout_head.slip_head(letterhead, self.page))
        about = subject if self.front.shape == "công văn" else None
        text = layout_head.number_text(number, pattern)
        return Xml(
            stamp
            + layout_head.head(
                letterhead,
                self.page,
                number=text,
                dated=self.front.day is not None and not self.front.dated_below,
                day=day,
                about=about,
            )
        )

    def ten(self, kind: str, subject: str | None) -> Xml:
        """Name of the type and subject."""
        shape = self.front.shape
        return Xml(
            layout_head.title(
                kind,
                subject,
                self.page,
                rule=shape not in ("báo cáo thành tích", "phiếu"),
                caps=shape == "báo cáo thành tích",
            )
        )

    def phu_luc(
        self,
        kind: str | None,
        subject: str | None,
        number: str | None,
        pattern: str | None,
        day: str | None,
        issuer: str,
    ) -> Xml:
        """Label, title and *(Kèm theo …)* of an annex."""
        assert self.front.enclosed is not None
        stamp = layout_head.draft_stamp(self.page) if self.draft else ""
        label = f"Phụ lục {self.annex}".rstrip()
        title = " ".join(text for text in (kind, subject) if text)
        text = layout_head.number_text(number, pattern)
        when = ngay_chu(day)
        note = f"(Kèm theo {self.front.enclosed.paper} số {text} {when} của {issuer})"
        return Xml(stamp + layout_head.annex_title(label, title, note, self.page))

    def tham_quyen(self, text: str) -> Xml:
        """The line of authority of a Quyết định."""
        return Xml(layout_head.authority(text, self.page))

    def quyet_dinh(self) -> Xml:
        """*QUYẾT ĐỊNH:*"""
        return Xml(layout_head.decides(self.page))

    def kinh_gui(self, values: Sequence[Any]) -> Xml:
        """Kính gửi."""
        self.addressed = bool(values)
        return Xml(layout_slots.recipients(values or (), self.page))

    def can_cu(self, values: Sequence[Any]) -> Xml:
        """Căn cứ."""
        return Xml(layout_slots.grounds(values, self.page))

    def ky(self, copies: Sequence[Any], *signers: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None) -> Xml:
        """Nơi nhận and signatures, in the order of the shape; a column may hold several signers."""
        if not self.addressed:
            copies = [text for text in copies if text != AS_ABOVE]
        columns = [
            (column.title, one)
            for column, held in zip(self.front.signatures, signers, strict=True)
            for one in ([held] if held is None or isinstance(held, Mapping) else held)
        ]
        spaced = not self.front.dated_below
        if len(columns) <= 1 and self.front.shape not in ("biên bản", "báo cáo thành tích"):
            return Xml(layout_slots.signature_block(columns, copies, self.page, spaced=spaced))
        block = layout_slots.signature_rows(columns, self.page, keep_next=bool(copies), spaced=spaced)
        below = gap(self.page.before, keep_next=True) + layout_slots.copies(copies, self.page) if copies else ""
        return Xml(block + below)

    def ban_sao(
        self,
        letterhead: Mapping[str, Any],
        number: str | None,
        pattern: str | None,
        day: str | None,
        copies: Sequence[Any],
        signer: Mapping[str, Any] | None,
    ) -> Xml:
        """The copier's part, below a rule across the whole page (PL I, phần bản sao; Mẫu 3.1)."""
        assert self.front.copied is not None
        text = layout_head.number_text(number, pattern)
        head = layout_head.copy_head(self.front.copied.form, letterhead, self.page, number=text, day=day)
        room = gap(self.page.before, keep_next=True)
        return Xml(head + room + layout_slots.signature_block([(None, signer)], copies, self.page, spaced=False))

    def noi_ngay(self, letterhead: Mapping[str, Any] | None, day: str | None) -> Xml:
        """Place and day above the signature of a working paper."""
        return Xml(layout_head.slip_day(letterhead, day, self.page))

    def luu(self, letterhead: Mapping[str, Any] | None, file: bool) -> str:
        """The last line of Nơi nhận: who keeps the paper."""
        if file:
            return "Lưu: VT, Hồ sơ"
        unit = letterhead.get("don_vi_soan_thao") if letterhead else None
        return f"Lưu: VT, {unit}" if unit else "Lưu: VT"
