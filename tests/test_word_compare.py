"""Papers edited by hand against their records: every fact found, named, alone; wording left in peace."""

import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_edits import (
    Edit,
    add_after,
    cell,
    cut_in_two,
    drop_paragraph,
    drop_row,
    edited,
    everywhere,
    needs_soffice,
    replace,
    resaved,
    swap_paragraphs,
    swap_rows,
)

from thidua_cli.book import read_book
from thidua_cli.render.press import Press, Sheet
from thidua_cli.render.values import Desk
from thidua_cli.rules import inspect
from thidua_cli.word.changes import shortened
from thidua_cli.word.compare import Comparison, compare_papers
from thidua_cli.word.document import read
from thidua_cli.word.lines import lines_of
from thidua_cli.word.names import Names, names_of
from thidua_cli.word.tokens import tokens
from thidua_cli.word.trace import traced

ROOT = Path(__file__).parent.parent
OFFICE = ROOT / "examples" / "quan-11"


@cache
def desk() -> Desk:
    book = read_book(OFFICE)
    return Desk(inspect(book, date.max).looks[0])


@cache
def names() -> Names:
    return names_of(desk().book, desk().drive)


@cache
def sheet(paper: str) -> Sheet:
    press, drive = Press(desk()), desk().drive
    made = {
        "to-trinh": lambda: press.sheet_of_dossier("to-trinh", drive.dossiers["phuong-17"]),
        "danh-sach": lambda: press.sheet_of_dossier("danh-sach", drive.dossiers["phuong-17"]),
        "cong-van": lambda: press.sheet_of_dossier("cong-van", drive.dossiers["phuong-17-thu-khen"]),
        "bien-ban": lambda: press.sheet_of_meeting("bien-ban", drive.meetings["phuong-17-2024-12-16"]),
        "bao-cao": lambda: press.sheet_of_case("bao-cao-ca-nhan", drive.nominations["ubnd-phuong-17/le-thi-cam"]),
        "bao-cao-tap-the": lambda: press.sheet_of_case(
            "bao-cao-tap-the", drive.nominations["ubnd-phuong-17/ubnd-phuong-17"]
        ),
    }[paper]()
    assert made is not None
    return made


PAPERS = ("to-trinh", "danh-sach", "cong-van", "bien-ban", "bao-cao", "bao-cao-tap-the")


def compared(paper: str, *edits: Edit) -> Comparison:
    return compare_papers(sheet(paper), read(edited(sheet(paper).written(), *edits)), names())


@pytest.mark.parametrize("paper", PAPERS)
def test_a_printed_paper_is_as_its_records_want_it(paper: str) -> None:
    assert compared(paper) == Comparison((), ())


FACTS: list[tuple[str, Edit, str, str, str]] = [
    ("to-trinh", replace("Trần Văn Bình", "Trần Văn Bính"), "TD723", "đoạn 19", "Trần Văn Bính"),
    ("to-trinh", replace("Trần Văn Bình", "Lê Quốc Cường"), "TD723", "đoạn 19", "Lê Quốc Cường"),
    ("to-trinh", replace("Bà Lê Thị Cẩm", "Ông Lê Thị Cẩm"), "TD723", "đoạn 21", "Ông Lê Thị Cẩm"),
    ("to-trinh", replace("Phó Chủ tịch", "Chủ tịch"), "TD723", "đoạn 19", "Phó Chủ tịch"),
    ("to-trinh", replace("Giấy khen", "Bằng khen"), "TD723", "đoạn 20", "Bằng khen"),
    ("to-trinh", replace("kính gửi: ".capitalize(), "Kính gửi: Sở Nội vụ, "), "TD723", "đoạn 4", "Sở Nội vụ"),
    ("to-trinh", replace("01 tập thể, 01 cá nhân", "02 tập thể, 01 cá nhân"), "TD724", "đoạn 17", "02"),
    ("to-trinh", replace("01 tập thể, 03 cá nhân", "03 tập thể, 01 cá nhân"), "TD724", "đoạn 15", "03 tập thể"),
    ("to-trinh", replace("06/07", "07/07"), "TD724", "đoạn 15", "07/07"),
    ("to-trinh", replace("96,50%", "97,50%"), "TD724", "đoạn 13", "97,50%"),
    ("to-trinh", replace("16 tháng 12", "15 tháng 12"), "TD725", "đoạn 9", "ngày 15"),
    ("to-trinh", replace("203/TTr-UBND", "204/TTr-UBND"), "TD726", "bảng 1", "204/TTr-UBND"),
    ("to-trinh", replace("CHỦ TỊCH", "KT. CHỦ TỊCH"), "TD727", "bảng 2", "KT. CHỦ TỊCH"),
    ("to-trinh", replace("Nguyễn Văn An", "Nguyễn Văn Ân"), "TD727", "bảng 2", "Nguyễn Văn Ân"),
    ("to-trinh", replace("tại Phụ lục kèm theo Tờ trình này", "kèm theo"), "TD732", "nội dung", "Phụ lục"),
    ("to-trinh", swap_paragraphs("Bà Lê Thị Cẩm", "Ông Phạm Văn Dũng"), "TD731", "đoạn 21", "Ông Phạm Văn Dũng"),
    ("to-trinh", drop_paragraph("Ông Phạm Văn Dũng"), "TD729", "sau đoạn", "Ông Phạm Văn Dũng"),
    ("to-trinh", add_after("Kết quả xét", "Có 02 trường hợp là nữ."), "TD730", "đoạn 15", "02 trường hợp"),
    ("danh-sach", drop_row(1, 3), "TD729", "bảng 2, hàng 3", "Lê Thị Cẩm"),
    ("danh-sach", swap_rows(1, 2, 3), "TD731", "bảng 2, hàng 3", "Lê Thị Cẩm"),
    ("danh-sach", replace("Lê Thị Cẩm", "Lê Thị Cầm"), "TD723", "cột “Họ và tên”", "Lê Thị Cầm"),
    ("danh-sach", replace("1988", "1989"), "TD724", "cột “Năm sinh”", "1989"),
    ("danh-sach", replace("02 cá nhân", "03 cá nhân"), "TD724", "đoạn", "03 cá nhân"),
    ("bien-ban", cell(2, 2, 3, "04"), "TD724", "cột “Tán thành”", "04"),
    ("bien-ban", drop_row(2, 3), "TD729", "bảng 3, hàng 3", "Bà Lê Thị Cẩm"),
    ("bien-ban", swap_rows(2, 1, 2), "TD731", "bảng 3, hàng 2", "Ông Trần Văn Bình"),
    ("bien-ban", drop_row(1, 3), "TD729", "bảng 2, hàng 3", "Bà Đỗ Thị Én"),
    ("bien-ban", replace("có mặt 06", "có mặt 07"), "TD724", "đoạn 6", "07"),
    ("bien-ban", replace("14 giờ 00", "15 giờ 00"), "TD725", "đoạn 4", "15 giờ 00"),
    ("bien-ban", replace("giơ tay", "bỏ phiếu kín"), "TD728", "đoạn 33", "bỏ phiếu kín"),
    ("bien-ban", replace("thống nhất đề nghị", "không thống nhất đề nghị"), "TD728", "đoạn 35", "không"),
    ("bien-ban", drop_paragraph("Địa điểm"), "TD729", "sau đoạn 4", "Phòng họp số 1"),
    ("bao-cao", replace("17/17", "16/17"), "TD724", "đoạn", "16/17"),
    ("bao-cao", replace("20/02/1988", "20/02/1989"), "TD725", "đoạn 6", "20/02/1989"),
    ("bao-cao-tap-the", replace("4.053.000.000 đồng", "4.035.000.000 đồng"), "TD724", "cột “Thực hiện”", "4.035"),
    ("cong-van", replace("Hồ Văn Hải", "Hồ Văn Hai"), "TD723", "đoạn", "Hồ Văn Hai"),
    ("cong-van", replace("Thư khen", "Giấy khen"), "TD723", "bảng 1", "Giấy khen"),
]


@pytest.mark.parametrize(("paper", "edit", "code", "where", "said"), FACTS, ids=[f"{f[0]}-{f[4]}" for f in FACTS])
def test_a_changed_fact_is_found_named_and_alone(paper: str, edit: Edit, code: str, where: str, said: str) -> None:
    found = compared(paper, edit).differences

    assert [(one.code.id, where in one.where, said in one.message) for one in found] == [(code, True, True)], found


WORDING: list[tuple[str, Edit]] = [
    ("to-trinh", replace("kính trình", "trân trọng đề nghị", nth=2)),
    ("to-trinh", replace("ngày 17 tháng 12 năm 2024", "ngày 17/12/2024")),
    ("to-trinh", replace("96,50%", "96,5%")),
    ("to-trinh", replace("01 tập thể, 01 cá nhân", "1 tập thể, 1 cá nhân")),
    ("to-trinh", everywhere(lambda text: text.replace("“", '"').replace("”", '"'))),
    ("to-trinh", everywhere(lambda text: text.replace("a) ", ""))),
    ("to-trinh", cut_in_two("Tại cuộc họp", "(có mặt")),
    ("to-trinh", add_after("Kết quả xét", "Hội đồng làm việc nghiêm túc, công khai.")),
    ("bien-ban", everywhere(lambda text: unicodedata.normalize("NFD", text))),
    ("bien-ban", everywhere(lambda text: text.replace("ủy", "uỷ").replace("Ủy", "Uỷ"))),
    ("bien-ban", drop_paragraph("Biên bản được đọc lại")),
    ("bien-ban", replace("Hội đồng đối chiếu", "Hội đồng đã đối chiếu cẩn thận")),
    ("danh-sach", replace("Trực tiếp chỉ đạo", "Chỉ đạo trực tiếp")),
    ("bao-cao", replace("Tôi", "Bản thân tôi")),
]


@pytest.mark.parametrize(("paper", "edit"), WORDING, ids=range(len(WORDING)))
def test_wording_that_keeps_the_facts_is_no_disagreement(paper: str, edit: Edit) -> None:
    assert compared(paper, edit).differences == ()


def test_one_chair_for_another_is_found_twice() -> None:
    def edit(document: Any) -> None:
        for one in document.paragraphs:
            for run in one.runs:
                if "Chủ trì" in one.text:
                    run.text = run.text.replace("Nguyễn Văn An", "Mai Thị Lan")
                elif "Thư ký (" in one.text:
                    run.text = run.text.replace("Mai Thị Lan", "Nguyễn Văn An")

    found = compared("bien-ban", edit).differences

    assert [one.code.id for one in found] == ["TD723", "TD723"]
    assert [one.where for one in found] == ["đoạn 7", "đoạn 8"]


def test_signers_that_change_places_are_found() -> None:
    edit = lambda document: (cell(3, 1, 0, "Nguyễn Văn An")(document), cell(3, 1, 1, "Mai Thị Lan")(document))[0]  # noqa: E731

    assert [one.code.id for one in compared("bien-ban", edit).differences] == ["TD727"]


@needs_soffice
def test_libreoffice_changes_nothing_in_the_verdict(tmp_path: Path) -> None:
    plain = {f"{paper}.docx": sheet(paper).written() for paper in PAPERS}
    changed = {
        f"sua-{index}.docx": edited(sheet(paper).written(), edit)
        for index, (paper, edit, *_) in enumerate(FACTS)
        if index % 3 == 0
    }
    after = resaved(plain | changed, tmp_path)

    for paper in PAPERS:
        assert compare_papers(sheet(paper), read(after[f"{paper}.docx"]), names()) == Comparison((), ())
    for index, (paper, _, code, where, said) in enumerate(FACTS):
        if index % 3 == 0:
            found = compare_papers(sheet(paper), read(after[f"sua-{index}.docx"]), names()).differences
            assert [(one.code.id, where in one.where, said in one.message) for one in found] == [(code, True, True)]


def test_every_word_of_a_value_is_traced_to_it() -> None:
    lines = {line.line.text: line for line in traced(sheet("to-trinh"))}
    meeting = next(line for text, line in lines.items() if text.startswith("Tại cuộc họp"))
    paths = {span.value.path for span in meeting.spans[0]}

    assert ("ho_so", "cuoc_hop", 0, "ngay_hop") in paths
    assert ("ho_so", "cuoc_hop", 0, "so_co_mat") in paths
    assert ("ke_hoach", "dieu_khoan_tieu_chuan") in paths
    for line in lines.values():
        for own, spans in zip(line.tokens, line.spans, strict=True):
            for span in spans:
                inside = " ".join(token.key for token in own[span.start : span.end])
                wanted = [token for token in tokens(span.value.text) if token.kind == "word"]
                assert all(token.key in inside for token in wanted), span


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAPERS), st.data())
def test_random_edits_never_raise(paper: str, data: st.DataObject) -> None:
    def edit(document: Any) -> None:
        texts = [one for one in document.element.body.iter() if one.tag.endswith("}t")]
        for _ in range(data.draw(st.integers(1, 6))):
            one = texts[data.draw(st.integers(0, len(texts) - 1))]
            allowed = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
            one.text = data.draw(st.text(allowed, max_size=40))
        bodies = [one for one in document.element.body if one.tag.endswith(("}p", "}tbl"))]
        for _ in range(data.draw(st.integers(0, 3))):
            first, second = (bodies[data.draw(st.integers(0, len(bodies) - 1))] for _ in range(2))
            if first is not second:
                first.addprevious(second)

    changed = read(edited(sheet(paper).written(), edit))
    result = compare_papers(sheet(paper), changed, names())
    unchanged = [line.text for line in lines_of(changed)] == [
        line.text for line in lines_of(read(sheet(paper).written()))
    ]

    assert not (unchanged and result.differences)
    assert all(one.message and one.where for one in result.differences)


def test_a_paragraph_of_one_word_repeated_is_told_as_one_difference() -> None:
    """80,000 words of two kinds: what compares them word by word in squares would not come back."""
    long = " ".join(["một", "hai"] * 40_000)
    found = compared("bien-ban", replace("Hội đồng đối chiếu", long))

    assert not found.differences, "the words are the template's own: no record says them"
    assert len(found.reworded) == 1


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_other_number_in_any_place_is_found(data: st.DataObject) -> None:
    """The law of the room for figures: no digit of a printed value changes unseen."""
    paper = data.draw(st.sampled_from(PAPERS))
    places = [
        (index, token)
        for index, line in enumerate(texts_of(paper))
        for token in tokens(line)
        if token.kind == "number" and "," not in line[token.start : token.end]
    ]
    index, token = data.draw(st.sampled_from(places))
    old = texts_of(paper)[index][token.start : token.end]
    new = ("9" if old[0] != "9" else "8") + old[1:]

    def edit(document: Any) -> None:
        one = [one for one in document.element.body.iter() if one.tag.endswith("}t")][index]
        one.text = one.text[: token.start] + new + one.text[token.end :]

    if texts_of(paper)[index][: token.start].strip() == "" and texts_of(paper)[index][token.end :].strip(" .") == "":
        return  # a label of a heading, or a number of a row: they follow from their place
    assert compared(paper, edit).differences, (paper, texts_of(paper)[index], new)


@cache
def texts_of(paper: str) -> tuple[str, ...]:
    import io

    import docx

    document = docx.Document(io.BytesIO(sheet(paper).written()))
    return tuple(one.text or "" for one in document.element.body.iter() if one.tag.endswith("}t"))


def test_two_long_texts_are_shown_with_what_parts_them() -> None:
    head = "Thi đua cao điểm 60 ngày đêm “Quyết tâm tăng tốc, năng suất gấp đôi”"
    tail = "hoàn thành chỉ tiêu kinh tế - xã hội năm 2024 trên địa bàn Quận 11"
    ours, theirs = shortened(f"{head} phản đấu {tail}", f"{head} phấn đấu {tail}")

    assert "phản đấu" in ours
    assert "phấn đấu" in theirs
    assert ours.startswith("Thi đua cao điểm")
    assert len(ours) < 120
    # Where their beginnings part them, the beginning is what is shown.
    assert shortened(f"Một {head} {tail}", f"Hai {head} {tail}")[1].startswith("Hai Thi đua")
    assert shortened("ngắn", "ngắn hơn") == ("ngắn", "ngắn hơn")
