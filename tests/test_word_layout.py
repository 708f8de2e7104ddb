"""The layout against Decree 30: our papers pass, each fault is found with its clause, unknown shapes are not wrong."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from test_word_compare import PAPERS, desk, sheet
from word_edits import Edit, drop_paragraph, edited, needs_soffice, paragraph, replace, resaved

from thidua_cli.render.nd30 import decree
from thidua_cli.render.press import Press
from thidua_cli.word.document import read
from thidua_cli.word.finding import Finding
from thidua_cli.word.layout import judge_layout, with_layout
from thidua_cli.word.parts import parts_of
from thidua_cli.word.verify import Given, shelves_of, verify


def judged(data: bytes) -> list[Finding]:
    document = read(data)
    return judge_layout(document, parts_of(document, decree()), decree())


@pytest.mark.parametrize("paper", PAPERS)
def test_our_papers_pass(paper: str) -> None:
    assert judged(sheet(paper).written()) == []


@needs_soffice
def test_our_papers_pass_after_libreoffice(tmp_path: Path) -> None:
    after = resaved({f"{paper}.docx": sheet(paper).written() for paper in PAPERS}, tmp_path)

    assert {name: judged(data) for name, data in after.items()} == {name: [] for name in after}


def page(**measures: float) -> Edit:
    def edit(document: Any) -> None:
        for name, value in measures.items():
            setattr(document.sections[0], name, Mm(value))

    return edit


def style(says: str, **font: Any) -> Edit:
    def edit(document: Any) -> None:
        tables = [
            one for table in document.tables for row in table.rows for cell in row.cells for one in cell.paragraphs
        ]
        found = next(one for one in (*document.paragraphs, *tables) if says in one.text)
        for run in found.runs:
            for name, value in font.items():
                setattr(run.font, name, value)

    return edit


def align(says: str, how: Any) -> Edit:
    def edit(document: Any) -> None:
        paragraph(document, says).alignment = how

    return edit


def number_on_every_page(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


FAULTS: list[tuple[str, Edit, str, str]] = [
    ("to-trinh", page(page_width=215.9, page_height=279.4), "TD750", "215,9"),
    ("to-trinh", page(left_margin=20), "TD751", "lề trái 20 mm"),
    ("to-trinh", page(right_margin=25), "TD751", "lề phải 25 mm"),
    ("to-trinh", page(top_margin=15), "TD751", "lề trên 15 mm"),
    ("danh-sach", page(bottom_margin=10), "TD751", "lề dưới 10 mm"),
    ("to-trinh", style("Tại cuộc họp", name="Arial"), "TD752", "Arial"),
    ("to-trinh", style("Tại cuộc họp", size=Pt(12)), "TD753", "nội dung cỡ 12"),
    ("to-trinh", style("Độc lập", size=Pt(12)), "TD753", "Tiêu ngữ cỡ 12"),
    ("to-trinh", style("Nơi nhận", size=Pt(14)), "TD753", "Nơi nhận"),
    ("to-trinh", style("Căn cứ Luật", italic=False), "TD754", "căn cứ"),
    ("to-trinh", style("TỜ TRÌNH", bold=False), "TD754", "tên loại"),
    ("to-trinh", style("ngày 17 tháng", italic=False), "TD754", "địa danh"),
    ("to-trinh", style("Nguyễn Văn An", bold=False), "TD754", "họ tên người ký"),
    ("to-trinh", replace("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"), "TD755", "Tiêu ngữ"),
    ("to-trinh", replace("Số: 203/TTr-UBND", "Số: 5/TTr"), "TD756", "Số: 5/TTr"),
    ("to-trinh", replace("Số: 203/TTr-UBND", "Số 203/TTr-UBND"), "TD756", "dấu hai chấm"),
    ("to-trinh", replace("203/TTr-UBND", "203/TTr - UBND"), "TD756", "gạch nối"),
    ("to-trinh", replace("ngày 17 tháng 12", "ngày 17 tháng 2"), "TD757", "tháng 02"),
    ("to-trinh", replace("ngày 17 tháng 12", "ngày 5 tháng 12"), "TD757", "ngày 05"),
    ("to-trinh", replace("ngày 17 tháng 12", "ngày 17 tháng 06"), "TD757", "tháng 6"),
    ("to-trinh", replace("Phường 17, ngày", "Phường 17 ngày"), "TD757", "dấu phẩy"),
    ("to-trinh", align("TỜ TRÌNH", WD_ALIGN_PARAGRAPH.LEFT), "TD758", "canh giữa"),
    ("to-trinh", replace("năm 2022;", "năm 2022"), "TD759", "dấu chấm phẩy"),
    ("to-trinh", replace("II. ", "IV. "), "TD760", "đánh số IV"),
    ("to-trinh", replace("b) ", "d) "), "TD760", "đánh số d"),
    ("to-trinh", replace("Nguyễn Văn An", "TS. Nguyễn Văn An"), "TD761", "học vị"),
    ("to-trinh", replace("- Lưu: VT, VPTK.", "- Lưu: VT, VPTK"), "TD762", "dấu chấm"),
    ("cong-van", replace("- Lưu: VT, VPTK.", "- Lưu: VT, VPTK"), "TD762", "dấu chấm"),
    ("bien-ban", replace("- Lưu: VT, Hồ sơ.", "- Lưu: VT, Hồ sơ"), "TD762", "dấu chấm"),
    ("to-trinh", replace("- Như trên;", "- Như trên"), "TD762", "dấu chấm phẩy"),
    ("to-trinh", number_on_every_page, "TD763", "trang đầu"),
    ("to-trinh", replace("./.", "."), "TD764", "./."),
    ("danh-sach", drop_paragraph("(Kèm theo"), "TD766", "Kèm theo"),
    ("to-trinh", align("Tại cuộc họp", WD_ALIGN_PARAGRAPH.LEFT), "TD767", "canh đều"),
]


@pytest.mark.parametrize(("paper", "edit", "code", "said"), FAULTS, ids=[f"{f[2]}-{f[3]}" for f in FAULTS])
def test_each_fault_is_found_alone_with_clause_and_remedy(paper: str, edit: Edit, code: str, said: str) -> None:
    found = judged(edited(sheet(paper).written(), edit))

    assert {one.code.id for one in found} == {code}, found
    assert any(said in f"{one.message} {one.remedy}" for one in found), found
    assert all(one.clause and one.remedy and one.where for one in found)
    assert len(found) == 1, found


def test_the_day_5_of_month_2_lacks_both_zeros() -> None:
    found = judged(edited(sheet("to-trinh").written(), replace("ngày 17 tháng 12", "ngày 5 tháng 2")))

    assert [one.remedy for one in found] == ["viết ngày 05", "viết tháng 02"]


def test_a_missing_part_is_named_only_when_it_stands_nowhere() -> None:
    def without_copies(document: Any) -> None:
        for one in document.tables[-1].rows[0].cells[0].paragraphs:
            for run in one.runs:
                run.text = ""

    found = judged(edited(sheet("to-trinh").written(), without_copies))

    assert [(one.code.id, one.message) for one in found] == [("TD768", "không thấy Nơi nhận")]


def foreign(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def verdict_codes(data: bytes) -> list[str]:
    verdict = with_layout(verify(Given("la.docx", "", data), shelves_of(desk().book)), desk().book)
    return [one.code.id for one in verdict.findings]


def test_an_unknown_shape_is_not_recognised_and_not_wrong() -> None:
    assert verdict_codes(foreign("GIAO ƯỚC THI ĐUA", "Các đơn vị cùng ký.")) == ["TD721", "TD769"]


def test_an_issuer_nobody_knows_is_not_judged() -> None:
    assert verdict_codes(foreign("KẾ HOẠCH", "Về việc gì đó")) == ["TD721", "TD769"]


def test_a_paper_of_others_is_judged_when_the_decree_binds_its_issuer() -> None:
    def another(document: Any) -> None:
        replace("TỜ TRÌNH", "KẾ HOẠCH")(document)
        replace("Số: 203/TTr-UBND", "Số: 5/KH-UBND")(document)
        for one in document.paragraphs[9:-2]:
            one._p.getparent().remove(one._p)

    data = edited(sheet("to-trinh").written(), another)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name != "docProps/custom.xml":
                target.writestr(name, source.read(name))

    found = verdict_codes(out.getvalue())

    assert found[0] == "TD721"
    assert "TD756" in found


def test_a_company_is_not_bound() -> None:
    made = Press(desk()).sheet_of_dossier("to-trinh", desk().drive.dossiers["cong-ty-ich-17"])
    assert made is not None

    assert verdict_codes(edited(made.written(), page(left_margin=20))) == ["TD770"]


def table_headed(*heads: str) -> Edit:
    """A ruled table at the end of the text, as Word draws one."""

    def edit(document: Any) -> None:
        table = document.add_table(rows=2, cols=len(heads))
        table.style = "Table Grid" if "Table Grid" in [one.name for one in document.styles] else None
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.text = head
        document.tables[0]._tbl.addnext(table._tbl)

    return edit


@pytest.mark.parametrize("paper", ["cong-van", "to-trinh"])
def test_a_column_headed_can_cu_is_no_legal_basis(paper: str) -> None:
    before = grounds(sheet(paper).written())

    after = grounds(edited(sheet(paper).written(), table_headed("TT", "Nội dung", "Căn cứ")))

    assert after == before


def test_a_paragraph_of_the_text_that_begins_with_can_cu_is_no_legal_basis() -> None:
    before = grounds(sheet("to-trinh").written())

    after = grounds(edited(sheet("to-trinh").written(), replace("Tại cuộc họp", "Căn cứ kết quả cuộc họp")))

    assert after == before != ()


def test_a_letter_may_open_with_can_cu() -> None:
    opening = "Căn cứ hồ sơ của Quý đơn vị, Ủy ban nhân dân Phường Mẫu đề nghị bổ sung như sau:"

    assert grounds(letter(opening)) == ()
    assert grounds(letter("Căn cứ Kế hoạch số 5/KH-UBND;", "Căn cứ đề nghị của đơn vị,", opening)) == (
        "Căn cứ Kế hoạch số 5/KH-UBND;",
        "Căn cứ đề nghị của đơn vị,",
    )


def letter(*text: str) -> bytes:
    """A công văn as an office types it: a head in a table, Kính gửi, then the text."""
    document = docx.Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU"
    left.add_paragraph("Số: 05/UBND-VX")
    left.add_paragraph("V/v bổ sung hồ sơ")
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    document.add_paragraph("Kính gửi: Trường Mẫu giáo Hoa Mai.")
    for one in text:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def grounds(data: bytes) -> tuple[str, ...]:
    return tuple(one.text for one in parts_of(read(data), decree()).grounds)
