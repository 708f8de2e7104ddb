"""The sheet of lists behind a template's drop-downs: units, awards, fields, contents, closed values."""

from itertools import zip_longest
from typing import Any

from thidua_cli.book import Book, Drive
from thidua_cli.model.subjects import PERSON_GROUPS
from thidua_cli.sheet.answers import NO_ANSWERS
from thidua_cli.sheet.grid import letters
from thidua_cli.sheet.headings import GROUP, PROPOSER
from thidua_cli.sheet.known import Awards, Units

_SHEET = "Danh mục"


class Lists:
    """What drop-downs offer, and where on the sheet of lists it stands."""

    def __init__(self, drive: Drive, book: Book) -> None:
        units = Units(book, NO_ANSWERS)
        self.unit_names = [units.shown(id_) for id_ in book.units]
        self.awards = [one.short_name for one in Awards(drive, NO_ANSWERS).open]
        self.fields = [one.name for one in drive.plan.routes]
        self.contents = [one.name for one in drive.plan.contents]
        self.papers = list(drive.terms.papers.names.values())
        self.columns: list[tuple[str, list[str], tuple[str, ...]]] = [
            ("Đơn vị", self.unit_names, ("don_vi", GROUP, PROPOSER)),
            ("Hình thức đề nghị", self.awards, ("hinh_thuc_de_nghi",)),
            ("Lĩnh vực", self.fields, ("linh_vuc",)),
            ("Nội dung thi đua", self.contents, ("giai_phap.0.noi_dung_thi_dua",)),
            ("Loại tài liệu", self.papers, ("giai_phap.0.tai_lieu.0.loai_tai_lieu",)),
            ("Nhóm người", list(PERSON_GROUPS), ("nhom_nguoi",)),
            ("Vai trò", ["lãnh đạo", "chỉ đạo", "tham gia"], ("vai_tro",)),
        ]

    def source(self, key: str) -> str | None:
        """The range a key's drop-down reads, or ``None``."""
        for at, (_, values, keys) in enumerate(self.columns):
            if key in keys and values:
                column = letters(at)
                return f"='{_SHEET}'!${column}$2:${column}${len(values) + 1}"
        return None

    def write(self, sheet: Any, head: Any, text: Any) -> None:
        """Fill the sheet, row by row as a workbook in constant memory wants it."""
        for at, (title, values, _) in enumerate(self.columns):
            sheet.set_column(at, at, min(60, max([len(title), *map(len, values)]) + 2))
        sheet.write_line(0, ((f"Danh mục: {title}", head) for title, _, _ in self.columns))
        for row, line in enumerate(zip_longest(*(values for _, values, _ in self.columns), fillvalue=""), 1):
            sheet.write_line(row, ((value, text if value else None) for value in line))
