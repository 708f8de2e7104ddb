"""What the titles and section rows above a row say of it: kind of subject, award, unit."""

import re
from typing import NamedTuple

from thidua_cli.sheet import codes
from thidua_cli.sheet.drafts import Log
from thidua_cli.sheet.known import Awards, Units, kind_within
from thidua_cli.viet.text import fold

_WHAT = "tập thể|cá nhân|hộ gia đình|hộ|người|trường hợp|đơn vị"
_COUNT = re.compile(rf"(?:[(\[:]\s*(?:gồm|có)?\s*\d+\s*(?:{_WHAT})?\s*[)\]]?|\d+\s*(?:{_WHAT}))\s*\Z")
_STATED_UNIT = re.compile(r"\s*(?:tên )?(?:đơn vị|cơ quan)(?: đề nghị| trình| báo cáo)?\s*:\s*(.+)", re.IGNORECASE)
_NOT_OURS = ("kính gửi", "kính trình", "căn cứ", "kèm theo", "(kèm")


class Context(NamedTuple):
    """What is known of the rows below, with the cell that says it."""

    kind: str | None = None
    award: str | None = None
    award_cell: str = ""
    unit: str | None = None
    unit_cell: str = ""


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
        levels = [one for one, _ in self.sections]
        if level in levels:
            self.sections = self.sections[: levels.index(level)]
        self.sections.append((level, found))
        self.log.say(
            codes.HIEU_LA,
            f"dòng nhóm “{text}”: các dòng dưới là {', '.join(told)}",
            self.sheet,
            cell,
            "nếu không phải, ghi rõ ở từng dòng",
        )
        return True

    @property
    def now(self) -> Context:
        """What holds at this row: the innermost section that says it, else the titles."""
        merged = self.base
        for _, one in self.sections:
            merged = Context(
                one.kind or merged.kind,
                one.award or merged.award,
                one.award_cell or merged.award_cell,
                one.unit or merged.unit,
                one.unit_cell or merged.unit_cell,
            )
        return merged
