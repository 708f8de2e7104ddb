"""Papers as Word sees them: nothing typed is lost, numbers and rules follow their text."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_render_samples import LONG_UNIT, dau_giay, don_vi, everything, ho_so, nguoi_ky, truong_hop
from test_render_template import TEMPLATES

from thidua_cli.render import layout
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.layout_head import number_text
from thidua_cli.render.metrics import break_lines, text_width
from thidua_cli.render.nd30 import decree
from thidua_cli.render.template import load

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPILED = {path.stem: layout.compile(load(path, path.name, FIELDS)[0]) for path in TEMPLATES}


def document(name: str, context: dict[str, Any], **options: Any) -> ElementTree.Element:
    out = io.BytesIO()
    layout.render(COMPILED[name], context, out, properties={}, **options)
    with zipfile.ZipFile(out) as package:
        return ElementTree.fromstring(package.read("word/document.xml"))


def compiled_of(body: str, fields: dict[str, Any], front: str = "") -> layout.CompiledPaper:
    source = (
        "---\nten_giay: Thử\nkieu_giay: phiếu\nlap_cho: hồ sơ\nten_tep: thu\nten_loai: PHIẾU\n"
        f"{front}truong_su_dung: [{', '.join(fields)}]\n---\n{body}"
    )
    paper, found = load(source, "x.md", fields)
    assert paper is not None, found
    return layout.compile(paper)


def paragraphs_of(element: ElementTree.Element) -> list[str]:
    found = []
    for paragraph in element.iter(f"{W}p"):
        text = ""
        for node in paragraph.iter():
            if node.tag == f"{W}t":
                text += node.text or ""
            elif node.tag == f"{W}br":
                text += "\n"
            elif node.tag == f"{W}tab":
                text += "\t"
        found.append(text)
    return found


def words(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def shown(element: ElementTree.Element) -> str:
    return words("\n".join(paragraphs_of(element)))


FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_printed(text: str) -> str:
    """What must be found of a typed text: all of it, with a sign where XML forbids a character."""
    return words(FORBIDDEN.sub("\ufffd", text))


TYPED = st.text(min_size=1, max_size=40) | st.text(
    alphabet=st.sampled_from("<>&'\"*|_#`{}%\\[]()~$\t\n\r ạỡựĐ.;,:/-"), min_size=1, max_size=40
)


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_any_text_in_a_field_is_found_in_the_paper(typed: str) -> None:
    context = everything(
        don_vi=don_vi(ten_don_vi=typed),
        ho_so=ho_so(noi_trinh=typed, nguoi_ky=nguoi_ky("CHỦ TỊCH", ho_ten=typed)),
    )
    context["ke_hoach"]["ten_dot"] = f"x{typed}x"
    for person in context["ho_so"]["nhom"][1]["truong_hop"]:
        person["ten_day_du"] = typed
    text = shown(document("to-trinh", context))
    assert text.count(as_printed(typed)) >= 5
    assert as_printed(f"x{typed}x") in text


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_any_text_in_a_cell_or_a_long_text_is_found(typed: str) -> None:
    context = everything()
    context["ho_so"]["ca_nhan"][1]["tom_tat_thanh_tich"] = typed
    assert as_printed(typed) in shown(document("danh-sach", context))
    report = everything(truong_hop=truong_hop() | {"nhiem_vu": typed})
    assert as_printed(typed) in shown(document("bao-cao-ca-nhan", report))


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        alphabet=st.characters(exclude_characters=";,.", exclude_categories=("Cs",)), min_size=1, max_size=30
    ).filter(lambda t: t.strip(" \t\r\n"))
)
def test_any_text_in_a_slot_is_found(typed: str) -> None:
    context = everything(ho_so=ho_so(kinh_gui=[typed, typed], cac_bien_ban=[typed]))
    assert shown(document("to-trinh", context)).count(as_printed(typed)) >= 3


@settings(max_examples=20, deadline=None)
@given(TYPED)
def test_same_values_same_bytes(typed: str) -> None:
    def once() -> bytes:
        out = io.BytesIO()
        context = everything(don_vi=don_vi(ten_don_vi=typed))
        layout.render(COMPILED["to-trinh"], context, out, properties={"a": typed})
        return out.getvalue()

    assert once() == once()


@pytest.mark.parametrize("name", sorted(COMPILED))
def test_every_shipped_paper_renders_and_opens(name: str, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "x.docx"
    context = everything(truong_hop=truong_hop(group=name == "bao-cao-tap-the"))
    layout.render(COMPILED[name], context, path, properties={"thidua-giay": name})
    assert docx.Document(str(path)).paragraphs


def test_submission_reads_as_it_should() -> None:
    texts = [words(t) for t in paragraphs_of(document("to-trinh", everything()))]
    assert "I. Kết quả thực hiện tại đơn vị" in texts
    assert (
        "1. Đề nghị Ủy ban nhân dân Quận 11 xem xét, trình Chủ tịch Ủy ban nhân dân Thành phố "
        "tặng Bằng khen cho 01 tập thể, 01 cá nhân:" in texts
    )
    assert "a) Ủy ban nhân dân Phường 17, Quận 11;" in texts
    assert "b) Ông Trần Văn Bình, Phó Chủ tịch Ủy ban nhân dân Phường 17, Quận 11." in texts
    assert "V. Hồ sơ kèm theo" in texts
    assert "Ủy ban nhân dân Phường 17 kính trình Ủy ban nhân dân Quận 11 xem xét, quyết định./." in texts
    assert "Kính gửi: Ủy ban nhân dân Quận 11 (qua Phòng Nội vụ)" in texts
    assert texts[texts.index("Nơi nhận:") + 1] == "- Như trên;"
    assert "- Lưu: VT, VPTK." in texts


def test_grounds_are_italic_and_punctuated() -> None:
    page = document("to-trinh", everything())
    grounds = [p for p in page.iter(f"{W}p") if "".join(p.itertext()).startswith("Căn cứ")]
    texts = ["".join(p.itertext()) for p in grounds]
    assert len(texts) == 5
    assert all(text.endswith(";") for text in texts[:-1])
    assert texts[-1].endswith("Phường 17.")
    assert all(p.find(f".//{W}i") is not None for p in grounds)


def test_more_than_ten_cases_are_counted_not_named() -> None:
    text = shown(document("to-trinh", everything(ho_so=ho_so(12))))
    assert "cho 11 cá nhân." in text
    assert "Lê Thị Cẩm" not in text


def test_several_recipients_stand_under_the_colon() -> None:
    page = document("to-trinh", everything(ho_so=ho_so(kinh_gui=["Một", "Hai"])))
    rows = [p for p in page.iter(f"{W}p") if "".join(p.itertext()) in ("Kính gửi:", "- Một;", "- Hai.")]
    assert len(rows) == 3
    indents = [int(p.find(f"{W}pPr/{W}ind").get(f"{W}left")) for p in rows]
    hanging = int(rows[1].find(f"{W}pPr/{W}ind").get(f"{W}hanging"))
    assert indents[1] - hanging == indents[0] + text_width("Kính gửi", 14)


def test_numbers_follow_conditions_and_loops() -> None:
    fields = {"a": {"co": "x", "l": [{"x": "x"}]}}
    body = (
        "# Một\n\n## Nhỏ\n\n{% if a.co %}\n# Hai\n{% endif %}\n\n# Ba\n\n"
        "{% for i in a.l %}\n## {{ i.x }}\n\n### Điểm;\n{% endfor %}\n"
    )
    compiled = compiled_of(body, fields)

    def texts(co: str) -> list[str]:
        out = io.BytesIO()
        values = {"a": {"co": co, "l": [{"x": "p"}, {"x": "q"}]}}
        layout.render(compiled, values, out, properties={})
        root = ElementTree.fromstring(zipfile.ZipFile(out).read("word/document.xml"))
        return [t for t in paragraphs_of(root) if t and t != "PHIẾU"]

    assert texts("") == ["I. Một", "1. Nhỏ", "II. Ba", "1. p", "a) Điểm;", "2. q", "a) Điểm."]
    assert texts("có")[2:4] == ["II. Hai", "III. Ba"]


def test_points_run_through_the_vietnamese_alphabet() -> None:
    compiled = compiled_of("{% for i in a.l %}\n### {{ i.x }};\n{% endfor %}\n", {"a": {"l": [{"x": "x"}]}})
    out = io.BytesIO()
    layout.render(compiled, {"a": {"l": [{"x": "p"}] * 8}}, out, properties={})
    text = shown(ElementTree.fromstring(zipfile.ZipFile(out).read("word/document.xml")))
    assert "d) p; đ) p; e) p; g) p; h) p." in text


def test_number_line() -> None:
    assert number_text("", "/TTr-UBND") == "        /TTr-UBND"
    assert number_text("2/BB-HĐTĐKT", "/BB-HĐTĐKT") == "02/BB-HĐTĐKT"
    assert number_text("20/BB", "/BB") == "20/BB"
    assert number_text("02/BB", "/BB") == "02/BB"
    assert number_text(None, None) == ""


def rules(page: ElementTree.Element, room: int) -> list[int]:
    found = []
    for p in page.iter(f"{W}pPr"):
        if p.find(f"{W}pBdr/{W}top") is not None and p.find(f"{W}pBdr/{W}left") is None:
            ind = p.find(f"{W}ind")
            found.append(room - int(ind.get(f"{W}left")) - int(ind.get(f"{W}right")))
    return found


@pytest.mark.parametrize("organ", ["ỦY BAN NHÂN DÂN PHƯỜNG 17", LONG_UNIT, "PHÒNG NỘI VỤ", "A"])
def test_rule_under_the_issuer_is_a_third_to_a_half_of_its_last_line(organ: str) -> None:
    page = document("to-trinh", everything(don_vi=don_vi(dau_giay=dau_giay("UBND QUẬN 11", organ))))
    column = COMPILED["to-trinh"].page
    last = break_lines(organ, 13, "bold", column.left - 200, decree().kept_together)[-1]
    share = rules(page, column.left - 200)[0] / text_width(last, 13, "bold")
    assert 1 / 3 <= share <= 1 / 2


def test_rule_under_the_motto_is_as_long_as_its_text() -> None:
    column = COMPILED["to-trinh"].page
    length = rules(document("to-trinh", everything()), column.right)[1]
    assert abs(length - text_width("Độc lập - Tự do - Hạnh phúc", 14, "bold")) <= 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"]),
        ("ỦY BAN NHÂN DÂN PHƯỜNG 17", ["ỦY BAN NHÂN DÂN", "PHƯỜNG 17"]),
        ("CÔNG TY\nMẪU 17", ["CÔNG TY", "MẪU 17"]),
        # Two lines would hold it, and tear "đầu tư"; a third is better than that.
        ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG MẪU 11", ["BAN QUẢN LÝ", "DỰ ÁN ĐẦU TƯ", "XÂY DỰNG MẪU 11"]),
        ("thi đua cao điểm trong 90 ngày nước rút năm nay", ["thi đua cao điểm trong", "90 ngày nước rút năm nay"]),
        ("khen tập thể, cá nhân, hộ gia đình năm nay", ["khen tập thể, cá nhân,", "hộ gia đình năm nay"]),
        ("", []),
    ],
)
def test_lines_break_where_a_reader_would(text: str, lines: list[str]) -> None:
    assert break_lines(text, 13, "bold", 3495, decree().kept_together) == tuple(lines)


def test_widths_know_every_vietnamese_letter_and_survive_the_rest() -> None:
    assert text_width("Ả", 20) == text_width("A", 20)
    assert text_width("a\u0309", 20) == text_width("ả", 20)
    assert text_width("漢", 20) == 400
    assert text_width("", 20) == 0


def test_table_of_sixty_rows_repeats_its_head_and_splits_no_row() -> None:
    page = document("danh-sach", everything(ho_so=ho_so(60)))
    table = page.findall(f".//{W}tbl")[1]
    rows = table.findall(f"{W}tr")
    assert len(rows) == 62
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == [True, True] + [False] * 60
    assert [c.get(f"{W}val") for c in table.iter(f"{W}gridSpan")] == ["2"]


def test_annex_lies_across_and_has_no_number_of_its_own() -> None:
    page = document("danh-sach", everything() | {"so_phu_luc": "II"})
    size = page.find(f".//{W}pgSz")
    assert size.get(f"{W}orient") == "landscape"
    texts = paragraphs_of(page)
    assert texts[0] == "Phụ lục II"
    assert "(Kèm theo Tờ trình số         /TTr-UBND ngày      tháng 12 năm 2024 của Ủy ban nhân dân Phường 17)" in texts
    assert "Nơi nhận:" not in texts


def test_minutes_have_no_day_line_and_two_signatures() -> None:
    texts = paragraphs_of(document("bien-ban", everything()))
    assert not any(text.startswith("Phường 17, ngày") for text in texts)
    assert "Số: 02/BB-HĐTĐKT" in texts
    assert texts.index("THƯ KÝ") < texts.index("CHỦ TỌA") < texts.index("Nơi nhận:")
    assert "- Lưu: VT, Hồ sơ." in texts
    assert texts[texts.index("THƯ KÝ") - 2].endswith("năm 2024./.")


def test_letter_has_no_title_and_its_subject_under_the_number() -> None:
    texts = [words(t) for t in paragraphs_of(document("cong-van", everything()))]
    number = texts.index("Số: /UBND-VPTK")
    assert texts[number + 1] == "V/v đề nghị gửi Thư khen của Chủ tịch Ủy ban nhân dân Thành phố"


def test_decision_has_authority_articles_and_never_tm() -> None:
    texts = paragraphs_of(document("quyet-dinh", everything()))
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN 11" in texts
    assert any(text.startswith("Điều 1. Tặng Giấy khen") for text in texts)
    assert any(text.startswith("Điều 3. ") and text.endswith("./.") for text in texts)
    assert not any("TM." in text for text in texts)


def test_report_leaves_the_confirming_name_blank() -> None:
    page = document("bao-cao-tap-the", everything(truong_hop=truong_hop(group=True)))
    texts = [words(text) for text in paragraphs_of(page)]
    assert "XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP" in texts
    assert texts.count("Nguyễn Văn An") == 1
    assert not any(text.startswith("Số:") for text in paragraphs_of(document("bao-cao-ca-nhan", everything())))


def test_signature_is_never_alone() -> None:
    page = document("to-trinh", everything())
    body = list(page.find(f"{W}body"))
    table = max(i for i, node in enumerate(body) if node.tag == f"{W}tbl")
    for node in body[table - 2 : table]:
        assert node.find(f"{W}pPr/{W}keepNext") is not None
    # A line of its own above the signatures is left behind at the foot of a page, with the text above it.
    assert int(body[table - 1].find(f"{W}pPr/{W}spacing").get(f"{W}line")) == 20
    for beside in body[table].findall(f"{W}tr/{W}tc"):
        assert beside.find(f"{W}p/{W}pPr/{W}spacing").get(f"{W}before") == "220"
    for row in body[table].findall(f"{W}tr"):
        assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_who_gets_a_copy_of_minutes_is_told_on_the_page_of_their_signatures() -> None:
    body = list(document("bien-ban", everything()).find(f"{W}body"))
    table = max(i for i, node in enumerate(body) if node.tag == f"{W}tbl")
    names = body[table].findall(f"{W}tr")[-1]
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in names.iter(f"{W}p"))
    assert body[table + 1].find(f"{W}pPr/{W}keepNext") is not None
    assert words("".join(body[table + 2].itertext())) == "Nơi nhận:"

    report = list(document("bao-cao-ca-nhan", everything()).find(f"{W}body"))
    names = report[max(i for i, node in enumerate(report) if node.tag == f"{W}tbl")].findall(f"{W}tr")[-1]
    assert all(p.find(f"{W}pPr/{W}keepNext") is None for p in names.iter(f"{W}p"))


def test_an_annex_that_ends_in_words_has_no_empty_paragraph_to_fill_a_page() -> None:
    body = list(document("phu-luc-bao-cao", everything()).find(f"{W}body"))
    assert body[-1].tag == f"{W}sectPr"
    assert "".join(body[-2].itertext()).endswith("để tham khảo.")


@pytest.mark.parametrize(("who", "goes_along"), [("Thủ trưởng các cơ quan, đơn vị liên quan", False), ("Ông A", True)])
def test_the_order_before_the_last_goes_along_only_with_a_last_one_of_a_line(who: str, *, goes_along: bool) -> None:
    context = everything()
    context["quyet_dinh"] |= {"thi_hanh": who, "nhom_doi_tuong": "bà B"}
    page = document("quyet-dinh", context)
    orders = [p for p in page.iter(f"{W}p") if "".join(p.itertext()).startswith("Điều ")]
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in orders] == [False, goes_along, True]


def test_draft_is_stamped_and_the_final_paper_is_not() -> None:
    assert "DỰ THẢO" in paragraphs_of(document("to-trinh", everything(), draft=True))
    assert "DỰ THẢO" in paragraphs_of(document("danh-sach", everything(), draft=True))
    assert "DỰ THẢO" not in paragraphs_of(document("to-trinh", everything()))


def test_page_numbers_are_hidden_on_the_first_page() -> None:
    section = document("to-trinh", everything()).find(f".//{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"


def test_rows_may_come_from_an_iterator() -> None:
    context = everything()
    people = context["ho_so"]["ca_nhan"]
    context["ho_so"]["ca_nhan"] = (person for person in people * 100)
    assert len(document("danh-sach", context).findall(f".//{W}tbl")[1].findall(f"{W}tr")) == 302


@pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")
def test_libreoffice_opens_every_paper(tmp_path: Path) -> None:
    for name, compiled in COMPILED.items():
        layout.render(compiled, everything(), tmp_path / f"{name}.docx", properties={"a": "b"})
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *map(str, sorted(tmp_path.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    assert {path.stem for path in tmp_path.glob("*.pdf")} == set(COMPILED)


KEPT_BODY = (
    "Mở đầu rất dài, luôn in.\n\n{% if a.co %}\nCó điều kiện.\n{% endif %}\n\n{% for i in a.l %}\n"
    "{{ i.x }} một câu.\n{% endfor %}\n"
)


@pytest.mark.parametrize(
    ("co", "items", "kept"),
    [
        ("", [], ["Mở đầu rất dài, luôn in."]),
        ("có", [], ["Có điều kiện."]),
        ("có", ["p", "q"], ["q một câu."]),
    ],
)
def test_only_what_is_printed_last_stays_with_the_signature(co: str, items: list[str], kept: list[str]) -> None:
    fields = {"a": {"co": "x", "l": [{"x": "x"}], "ky": {"quyen_han_ky": ["x"], "ho_ten": "x"}}}
    compiled = compiled_of(KEPT_BODY, fields, "cot_ky:\n  - nguoi_ky: a.ky\n")
    out = io.BytesIO()
    values = {"a": {"co": co, "l": [{"x": x} for x in items], "ky": nguoi_ky("CHỦ TỊCH")}}
    layout.render(compiled, values, out, properties={})
    page = ElementTree.fromstring(zipfile.ZipFile(out).read("word/document.xml"))
    sentences = [p for p in page.iter(f"{W}p") if "".join(p.itertext()).endswith(".")]
    assert kept == ["".join(p.itertext()) for p in sentences if p.find(f"{W}pPr/{W}keepNext") is not None]


def test_last_row_before_the_signature_stays_with_it() -> None:
    context = everything(truong_hop=truong_hop())
    context["truong_hop"]["khen_thuong_da_co"] *= 3
    page = document("bao-cao-ca-nhan", context)
    rows = page.findall(f".//{W}tbl")[1].findall(f"{W}tr")[1:]
    assert [row.find(f".//{W}keepNext") is not None for row in rows] == [False, False, True]


ENDING_BODY = """{% if a.co %}
| Tập thể |
|---|
{% for i in a.l %}
| {{ i.x }} |
{% endfor %}
{% endif %}

{% if a.them %}
| Cá nhân |
|---|
| một người |
{% endif %}

{% if a.tien %}
Tổng số tiền.
{% else %}
Không có tiền.
{% endif %}

Tổng cộng.
"""


def kept_with_next(body: str, values: dict[str, Any], tables: int = 0) -> list[str]:
    fields = {"a": {**dict.fromkeys(("co", "them", "tien"), "x"), "l": [{"x": "x"}], "ky": nguoi_ky("x")}}
    front = "bang:\n" + "  - do_rong: [16.0]\n" * tables if tables else ""
    out = io.BytesIO()
    filled = {"a": {"co": "", "them": "", "tien": "", "l": [], "ky": nguoi_ky("CHỦ TỊCH"), **values}}
    layout.render(compiled_of(body, fields, front + "cot_ky:\n  - nguoi_ky: a.ky\n"), filled, out, properties={})
    page = ElementTree.fromstring(zipfile.ZipFile(out).read("word/document.xml"))
    kept = [p for p in page.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    return ["".join(p.itertext()) for p in kept if "".join(p.itertext())]


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"co": "có", "l": [{"x": "p"}, {"x": "q"}]}, "q"),
        ({"co": "có", "l": [{"x": "p"}], "them": "có"}, "một người"),
        ({"them": "có"}, "một người"),
    ],
)
def test_the_last_row_goes_with_the_total_where_nothing_stands_between(values: dict[str, Any], kept: str) -> None:
    short = ENDING_BODY[: ENDING_BODY.index("{% if a.tien")] + "Tổng cộng.\n"
    told = kept_with_next(short, values, tables=2)
    assert [text for text in told if text in ("p", "q", "một người")] == [kept]


def test_a_total_on_condition_takes_the_last_row_along_too() -> None:
    body = ENDING_BODY.replace("\nTổng cộng.\n", "")
    for tien in ("", "có"):
        told = kept_with_next(body, {"them": "có", "tien": tien}, tables=2)
        assert "một người" in told


def test_what_announces_the_next_paragraph_stays_with_it() -> None:
    body = "Danh sách gồm:\n\n## Cho {{ a.co }}:\n\n{{ a.them | doan }}\n\nMột câu.\n\nHai câu.\n\nBa câu.\n"
    told = kept_with_next(body, {"co": "hai người", "them": "Một dòng.\nKết quả như sau:\nBa dòng."})

    assert [text for text in told if text.endswith(":")] == ["Danh sách gồm:", "1. Cho hai người:", "Kết quả như sau:"]
    assert not {"Một dòng.", "Ba dòng.", "Một câu."} & set(told)
