"""An office's own Word form is filled and otherwise left as it is; what breaks the contract is refused before any data."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from branches import CASES, DRIVE, edit, office
from docx.shared import Pt
from running import thidua

from thidua_cli.textconv import plain_lines

OUT = f"in/{DRIVE.removeprefix('campaigns/')}/to-trinh/phuong-17.docx"
DOTS = "Số: ......../TTr-UBND"


def form(*extra: str, tags: str = "{{ ho_so.so_truong_hop }}") -> bytes:
    """A form as an office keeps it: dotted lines, a table with a repeated row, a footer, fonts of its own."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = "Arial"
    paper.add_paragraph(DOTS)
    words = paper.add_paragraph()
    words.add_run("Đơn vị: ").italic = True
    words.add_run("{{ don_vi.ten").bold = True  # Word tears tags apart where the spelling checker stopped
    words.add_run("_don_vi }}").font.size = Pt(15)
    paper.add_paragraph(f"Tổng cộng: {tags}")
    for line in extra:
        paper.add_paragraph(line)
    table = paper.add_table(rows=4, cols=2)
    table.style = "Table Grid"
    table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Họ và tên"
    table.cell(1, 0).text = "{%tr for d in ho_so.ca_nhan %}"
    table.cell(2, 0).text, table.cell(2, 1).text = "{{ loop.index }}", "{{ d.ho_ten }}"
    table.cell(3, 0).text = "{%tr endfor %}"
    paper.sections[0].footer.paragraphs[0].text = "Nơi nhận: {{ don_vi.ten_don_vi }}"
    paper.add_paragraph("................................")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    return office(tmp_path / "vp")


def own(vp: Path, data: bytes, name: str = "to-trinh") -> None:
    (vp / "templates").mkdir(exist_ok=True)
    (vp / "templates" / f"{name}.docx").write_bytes(data)


def printed(vp: Path, *more: str) -> bytes:
    done = thidua("render", "to-trinh", vp, "--out", vp / "in", "--force", *more)
    assert done.returncode == 0, done.stderr
    return (vp / OUT).read_bytes()


def test_the_form_is_filled_and_the_rest_is_left_alone(vp: Path) -> None:
    own(vp, form())
    data = printed(vp)
    lines = [line for line in plain_lines(data) if line]

    assert lines == [
        DOTS,
        "Đơn vị: Ủy ban nhân dân Phường 17",
        "Tổng cộng: 01 tập thể, 03 cá nhân",
        "| TT | Họ và tên |",
        "| 1 | Trần Văn Bình |",
        "| 2 | Lê Thị Cẩm |",
        "| 3 | Phạm Văn Dũng |",
        "................................",
        "== footer1 ==",
        "Nơi nhận: Ủy ban nhân dân Phường 17",
    ]
    with zipfile.ZipFile(BytesIO(form())) as before, zipfile.ZipFile(BytesIO(data)) as after:
        for part in ("word/styles.xml", "word/theme/theme1.xml", "word/settings.xml", "docProps/core.xml"):
            assert before.read(part) == after.read(part), part
        assert b"thidua-giay" in after.read("docProps/custom.xml")
    paper = docx.Document(BytesIO(data))
    assert paper.paragraphs[1].runs[0].italic
    assert paper.tables[0].style.name == "Table Grid"


def test_the_same_records_give_the_same_bytes(vp: Path) -> None:
    own(vp, form())

    assert printed(vp) == printed(vp)


@pytest.mark.parametrize("words", ["Phường <17> & Phường ]]> 18", "{{ ho_so }} {% for %}", "một\nhai\tba"])
def test_nothing_typed_is_lost(vp: Path, words: str) -> None:
    typed = words.replace("\n", "\\n").replace("\t", "\\t")
    edit(
        vp / DRIVE / "dossiers" / "phuong-17.yaml",
        "ket_qua_phat_dong: >-\n  Phát động đến 100% cán bộ, công chức, người hoạt động không chuyên trách với 05 chỉ tiêu cụ thể;\n"
        "  03 công trình dùng vốn đầu tư công có người theo dõi riêng.",
        f'ket_qua_phat_dong: "{typed}"',
    )
    own(vp, form("{{ ho_so.ket_qua_phat_dong }}"))

    assert words in "\n".join(plain_lines(printed(vp)))


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ("{{ ho_so.so_truong_hp }}", "không có trường “so_truong_hp”"),
        ("{{ cuoc_hop.ngay }}", "không có gốc dữ liệu “cuoc_hop”"),
        ("{{ ho_so.__class__ }}", "bắt đầu bằng gạch dưới"),
        ("{{ 'a' * 10 }}", "không dùng phép tính"),
        ("{{ ho_so.so_truong_hop.upper() }}", "không dùng gọi hàm"),
        ("{% set a = 1 %}", "không dùng set"),
        ("{{r ho_so.so_truong_hop }}", "không dùng {{r"),
        ("{% if ho_so.tap_the %}", "không có thẻ đóng"),
        ("{{ ho_so.so_truong_hop | safe }}", "không có bộ lọc “safe”"),
    ],
)
def test_a_form_that_breaks_the_contract_is_refused_with_its_paragraph(vp: Path, tags: str, words: str) -> None:
    own(vp, form(tags=tags))
    done = thidua("render", "to-trinh", vp, "--out", vp / "in")

    assert done.returncode == 1
    assert done.stderr.count(words) == 1
    assert "templates/to-trinh.docx:" in done.stderr
    assert "(thân, đoạn " in done.stderr
    assert not (vp / "in").exists()


def test_the_paragraph_named_is_the_one_that_holds_the_tag(vp: Path) -> None:
    own(vp, form(tags="{{ ho_so.khong_co }}"))

    assert "(thân, đoạn 3)" in thidua("render", "to-trinh", vp, "--out", vp / "in").stderr


def test_a_file_that_is_no_word_file_is_refused(vp: Path) -> None:
    own(vp, b"khong phai zip")
    done = thidua("render", "to-trinh", vp, "--out", vp / "in")

    assert done.returncode == 1
    assert "không phải tệp Word đọc được" in done.stderr


def test_a_draft_says_so_on_paper(vp: Path) -> None:
    own(vp, form())
    edit(vp / CASES / "le-thi-cam.yaml", "gioi_tinh: nữ", "gioi_tinh: Nuw")

    assert next(iter(plain_lines(printed(vp, "--draft")))) == "DỰ THẢO"
