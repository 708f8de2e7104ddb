"""What the titles and section rows above a row say of it: kind of subject, award, unit.

A section row holds for the rows below until the next one of its numbering; one that nobody understands ends what stood
before it, and is asked about where a row needs that.
"""

import re
from typing import NamedTuple

from thidua_cli.sheet import codes
from thidua_cli.sheet.drafts import Log
from thidua_cli.sheet.grid import Trouble
from thidua_cli.sheet.known import Awards, Units, kind_within
from thidua_cli.viet.text import fold

_WHAT = "tập thể|cá nhân|hộ gia đình|hộ|người|trường hợp|đơn vị"
_COUNT = re.compile(rf"(?:[(\[:]\s*(?:gồm|có)?\s*\d+\s*(?:{_WHAT})?\s*[)\]]?|\d+\s*(?:{_WHAT}))\s*\Z")
_STATED_UNIT = re.compile(r"\s*(?:tên )?(?:đơn vị|cơ quan)(?: đề nghị| trình| báo cáo)?\s*:\s*(.+)", re.IGNORECASE)
_NOT_OURS = ("kính gửi", "kính trình", "căn cứ", "kèm theo", "(kèm")
_WITHIN = re.compile(r"[(*+–-]|[a-zđ]{1,2}[.)]\s|(?i:ghi chú|trong đó)\b")
_LESSER = "a"
"""The level of what stands within any group."""
_WORDS = {"kind": "đối tượng", "award": "hình thức", "unit": "đơn vị"}


class Unread(NamedTuple):
    """A group row nobody understands: its words, its cell, and what the groups it may end have said."""

    text: str
    cell: str
    lost: frozenset[str] = frozenset()


class Context(NamedTuple):
    """What is known of the rows below, with the cell that says it."""

    kind: str | None = None
    award: str | None = None
    award_cell: str = ""
    unit: str | None = None
    unit_cell: str = ""
    unread: Unread | None = None


class Contexts:
    """The base of a sheet and the stack of its open sections."""

    def __init__(self, sheet: str, units: Units, awards: Awards, log: Log) -> None:
        self.sheet, self.units, self.awards, self.log = sheet, units, awards, log
        self.base = Context(kind=kind_within(sheet))
        self.sections: list[tuple[str, Context]] = []
        self.proposer: str | None = None
        self.proposer_cell = ""
        self._line_above = ""

    def title(self, text: str, cell: str) -> None:
        """Read a line above the table."""
        if not text or fold(text).startswith(tuple(fold(word) for word in _NOT_OURS)):
            return
        stated = _STATED_UNIT.match(text)
        # A letterhead breaks a name over two lines: "ỦY BAN NHÂN DÂN" and "PHƯỜNG 17".
        unit = self.units.find(stated[1] if stated else text) or self.units.find(f"{self._line_above} {text}")
        self._line_above = text
        if unit is not None:
            self.proposer, self.proposer_cell = unit, cell
            return
        if self.base.kind is None:
            self.base = self.base._replace(kind=kind_within(text))
        award = self.awards.within(text)
        if award is not None and self.base.award is None:
            name = self.awards.name(award.id)
            self.base = self.base._replace(award=name, award_cell=cell)
            self.log.say(
                codes.HIEU_LA,
                f"tiêu đề nêu hình thức {name}, dùng cho dòng không ghi hình thức",
                self.sheet,
                cell,
                "nếu không phải, thêm cột Hình thức đề nghị",
            )

    def section(self, text: str, level: str, cell: str) -> bool:
        """Open a section; false when nothing in its words is known."""
        bare = _COUNT.sub("", text).strip(" :.-–")
        unit, award, kind = self.units.find(bare), None, None
        if unit is None:
            award, kind = self.awards.find(bare) or self.awards.within(bare), kind_within(bare)
        if unit is None and award is None and kind is None:
            return False
        found = Context(kind, unit=unit, unit_cell=cell if unit else "")
        told = [kind] if kind else []
        if award is not None:
            name = self.awards.name(award.id)
            found = found._replace(award=name, award_cell=cell)
            told.append(name)
        if unit is not None:
            told.append(self.units.units[unit].name)
        self._cut(level)
        self.sections.append((level, found))
        self.log.say(
            codes.HIEU_LA,
            f"dòng nhóm “{text}”: các dòng dưới là {', '.join(told)}",
            self.sheet,
            cell,
            "nếu không phải, ghi rõ ở từng dòng",
        )
        return True

    def unread(self, text: str, level: str, cell: str, *, first: bool) -> None:
        """Open a group that nobody understands. It ends the group of its own numbering, so what that one said
        is not handed on; one that opens a numbering of its own, a lesser one (a, -) and a remark stand within
        the group above.
        """
        within = _WITHIN.match(text) is not None
        level = _LESSER if within else level
        ended = self._cut(level)
        if not ended and not first and not within:
            ended = [one for _, one in self.sections]
        lost = {key for one in ended for key in _WORDS if getattr(one, key)}
        lost |= {key for one in ended if one.unread for key in one.unread.lost}
        self.sections.append((level, Context(unread=Unread(text, cell, frozenset(lost)))))
        self.log.say(codes.KHONG_NHAP, _unread_note(text), self.sheet, cell)

    def _cut(self, level: str) -> list[Context]:
        """Close the section of a numbering and those within it."""
        at = next((at for at, (one, _) in enumerate(self.sections) if one == level), len(self.sections))
        ended = [one for _, one in self.sections[at:]]
        del self.sections[at:]
        return ended

    def find(self, key: str) -> tuple[str | None, str, Unread | None]:
        """What holds of ``key`` at this row, and its cell: the innermost section that says it, else the titles.

        Where a group row that nobody understands stands between, it comes too; it ends what it may end.
        """
        between = None
        for _, one in reversed(self.sections):
            if getattr(one, key):
                return getattr(one, key), getattr(one, f"{key}_cell", ""), between
            if one.unread and key in one.unread.lost:
                return None, one.unread.cell, one.unread
            between = between or one.unread
        return getattr(self.base, key), getattr(self.base, f"{key}_cell", ""), between

    def passed(self, unread: Unread, value: str | None) -> None:
        """Say that rows below a group row nobody understands need what stands above it, or ask where it may end that."""
        self.log.said.pop(Trouble(codes.KHONG_NHAP, _unread_note(unread.text), self.sheet, unread.cell), None)
        if value:
            name = self.units.units[value].name if value in self.units.units else value
            message = f"dòng nhóm “{unread.text}” không rõ nghĩa: các dòng dưới vẫn theo {name} ghi ở trên"
            self.log.say(codes.HIEU_LA, message, self.sheet, unread.cell, "nếu không phải, ghi rõ ở từng dòng")
            return
        lost = ", ".join(word for key, word in _WORDS.items() if key in unread.lost)
        self.log.say(
            codes.GIA_TRI_LA,
            f"dòng nhóm “{unread.text}” không rõ nghĩa, nên các dòng dưới không lấy {lost} của nhóm trước",
            self.sheet,
            unread.cell,
            f"ghi {lost} ở từng dòng, hoặc viết đúng tên vào dòng nhóm; trường hợp không đề nghị thì xóa khỏi bảng",
        )


def _unread_note(text: str) -> str:
    return f"dòng “{text}” không nêu đối tượng, hình thức hay đơn vị"
