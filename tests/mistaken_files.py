"""Lists and papers with one mistake each, for the gallery: what a workbook or a Word file must look like to provoke a
code. The papers are those the tests of ``verify`` change one by one; the lists are drawn here."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import docx
from openpyxl.styles import Font
from test_sheet_shapes import SIMPLE
from test_word_compare import FACTS, desk, sheet
from test_word_layout import FAULTS
from word_edits import Edit, edited
from workbook_maker import imported, workbook

from thidua_cli.sheet.preview import lines as preview_lines
from thidua_cli.word.layout import with_layout
from thidua_cli.word.report import lines as verdict_lines
from thidua_cli.word.verify import Given, Shelf, shelves_of, verify

DONE = "STT | Họ và tên | Chức vụ | Đơn vị | Hình thức\n1 | Lê Thị Cẩm | Chuyên viên chính | UBND Phường 17 | Giấy khen quận"
PROPOSED = "STT | Họ và tên | Đơn vị | Đơn vị đề nghị | Hình thức\n1 | Lê Thị Cẩm | UBND Phường 17 | Phòng TC-KH | Giấy khen quận"
TWICE = SIMPLE.replace("Trần Thị Hai ", "Nguyễn Văn Thử").replace("Phòng TC-KH", "UBND Phường 17")


def _cell(place: str, value: object) -> Any:
    def edit(made: Any) -> None:
        made.active[place] = value

    return edit


def _hidden(made: Any) -> None:
    made.active.row_dimensions[3].hidden = True


def _old_font(made: Any) -> None:
    made.active["E2"], made.active["E2"].font = "Chuyªn viªn", Font(name=".VnTime")


LISTS: dict[str, tuple[str, Any]] = {
    "TD151": ("Kế hoạch\ntuần này", None),
    "TD152": (SIMPLE.replace("Giới tính", "Mã ngạch"), None),
    "TD153": (SIMPLE.replace("Chức vụ ", "Nơi công tác"), None),
    "TD154": (SIMPLE, _cell("C2", "=VLOOKUP(B2,X!A:B,2,0)")),
    "TD155": (SIMPLE.replace("Giới tính", "Số CCCD"), _cell("C2", 1234567012)),
    "TD156": (SIMPLE.replace("UBND Phường 17", ""), None),
    "TD157": (SIMPLE.replace("Nguyễn Văn Thử", "H’HEN NIÊ"), None),
    "TD158": (SIMPLE.replace("UBND Phường 17", "UBND Phường 71"), None),
    "TD159": (SIMPLE.replace("UBND Phường 17", "nt"), None),
    "TD160": (SIMPLE.replace("05/3/1980", "32/3/1980"), None),
    "TD161": (TWICE.replace("1985     ", "05/3/1980"), None),
    "TD162": (SIMPLE, _hidden),
    "TD163": (SIMPLE, _old_font),
    "TD164": (SIMPLE + "  | Tổng cộng: 01 tập thể, 03 cá nhân\n", None),
    "TD165": (SIMPLE.replace("Giới tính", "Ghi chú"), None),
    "TD166": (SIMPLE, _cell("D2", 29285)),
    "TD168": (DONE, None),
    "TD169": (DONE, None),
    "TD170": (PROPOSED, None),
    "TD171": ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2023\n" + SIMPLE.lstrip(), None),
}


class Shown(NamedTuple):
    """What was put in, in words, and what the user sees."""

    source: str
    text: str


def of_lists() -> Iterator[tuple[str, Shown]]:
    """Code and picture of every finding on a list."""
    for code, (drawing, edit) in LISTS.items():
        outcome = imported(workbook(drawing, edit=edit))
        text = ["".join(part for part, _ in line).rstrip() for line in preview_lines(outcome, "ds.xlsx")]
        start = next(number for number, line in enumerate(text) if f"[{code}]" in line)
        stop = next(
            (number for number in range(start + 1, len(text)) if not text[number].startswith("  = ")), len(text)
        )
        yield code, Shown("thidua import ds.xlsx", "\n".join(text[start:stop]))


def of_papers() -> Iterator[tuple[str, Shown]]:
    """The same of every finding on a paper: each paper changed once, as by hand."""
    changes: dict[str, tuple[str, Edit]] = {}
    for paper, edit, code, *_ in (*FACTS, *FAULTS):
        changes.setdefault(code, (paper, edit))
    made = {code: (f"{paper}.docx", edited(sheet(paper).written(), edit)) for code, (paper, edit) in changes.items()}
    made |= {"TD720": ("to-trinh.docx", b"PK\x03\x04"), "TD721": ("thong-bao.docx", _foreign())}
    for code, (name, data) in sorted(made.items()):
        verdict = with_layout(verify(Given(name, "", data), _shelves()), desk().book)
        text = ["".join(part for part, _ in line).rstrip() for line in verdict_lines([verdict])][:-1]
        assert any(one.code.id == code for one in verdict.findings), code
        yield code, Shown(f"thidua verify {name}", "\n".join(text).strip())


@cache
def _shelves() -> list[Shelf]:
    return shelves_of(desk().book)


def _foreign() -> bytes:
    document = docx.Document()
    document.add_paragraph("Lịch trực Tết")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
