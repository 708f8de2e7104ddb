"""A plan's text read into a draft: the right values with their lines, doubts marked, bad texts refused whole.

Expected values are read off the texts of ``plan_texts`` by hand.
"""

import io
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import thidua

from thidua_cli.book import read_book
from thidua_cli.diagnostic import Refused
from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.plantext import decoded, draft_of, lines_of, source_of
from thidua_cli.source import Reading, parse
from thidua_cli.viet.legacy import TCVN3, VNI
from thidua_cli.viet.spelling import is_complete, legibility

TEXTS = Path(__file__).parent / "plan_texts"
GOOD, BAD = TEXTS / "ke-hoach-phuong.txt", TEXTS / "quet-hong.txt"
PLAN = GOOD.read_text(encoding="utf-8")
STILL_TO_FILL = "TD106"


def drafted(text: str, *, wrapped: bool = True) -> str:
    return draft_of(source_of(lines_of(text), wrapped=wrapped), "ke-hoach.txt").text


def values(draft: str) -> Any:
    found, problems = parse(draft, "campaign.yaml")
    assert problems == []
    return found


def findings(draft: str) -> set[str]:
    """The codes a draft gives when it is read as a campaign."""
    found, problems = parse(draft, "campaign.yaml")
    assert problems == []
    reading = Reading("campaign.yaml")
    CAMPAIGN.read(found, reading, id="dot", file="campaign.yaml")
    return {one.code.id for one in reading.found}


def above(draft: str, line: str) -> list[str]:
    """The comments right above a line of the draft."""
    lines = [one.strip() for one in draft.split("\n")]
    at = lines.index(line)
    found: list[str] = []
    while at and lines[at - 1].startswith("#"):
        at -= 1
        found.insert(0, lines[at])
    return found


def marked(draft: str, line: str) -> bool:
    return any("CẦN XEM" in one for one in above(draft, line))


DRAFT = drafted(PLAN)
READ = values(DRAFT)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("so_ky_hieu", "45/KH-UBND"),
        ("ngay_ban_hanh", "06/3/2026"),
        ("co_quan_ban_hanh", "Ủy ban nhân dân Phường Hoa Mai"),
        ("loai_van_ban", "Kế hoạch"),
        ("dia_danh", "Hoa Mai"),
        (
            "trich_yeu_goc",
            "Phát động đợt thi đua “Phường sạch, lòng dân vui” chào mừng ngày thành lập phường năm 2026",
        ),
        ("ten_goi_tat", "Đợt thi đua"),
        ("nguoi_ky", {"ho_ten": "Lê Thị Minh Hạnh", "quyen_han_ky": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]}),
        (
            "thoi_gian",
            {"tu_ngay": "01/4/2026", "den_het": "30/6/2026", "chu_ky": None, "dieu_khoan": "Mục I.2"},
        ),
        (
            "han_nop_ho_so",
            {
                "cham_nhat_ngay": "10/7/2026",
                "gui_den": "uy-ban-nhan-dan-phuong",
                "gui_qua": "phong-van-hoa-xa-hoi",
                "dieu_khoan": "Mục II.2",
            },
        ),
        ("kinh_phi", {"noi_dung": "từ nguồn thi đua, khen thưởng của phường năm 2026.", "dieu_khoan": "Mục II.3"}),
        ("noi_nhan", ["Đảng ủy, HĐND phường", "Các khu phố, trường học", "Lưu: VT, VHXH. tha"]),
        (
            "can_cu_phap_ly",
            [
                {"van_ban": "luat-thi-dua-khen-thuong", "dong_tu": "Căn cứ"},
                {"van_ban": "kh-12", "dong_tu": "Căn cứ"},
                {"van_ban": "nq-7", "dong_tu": "Thực hiện"},
            ],
        ),
        ("so_luong_toi_da", None),
    ],
)
def test_what_the_plan_says_plainly_is_drawn(key: str, value: object) -> None:
    assert READ[key] == value


def test_cited_texts_stand_as_printed() -> None:
    assert READ["van_ban"]["nq-7"] == {
        "loai_van_ban": "Nghị quyết",
        "so_ky_hieu": "07-NQ/ĐU",
        "ngay_ban_hanh": "05/01/2026",
        "co_quan_ban_hanh": "Đảng ủy Phường Hoa Mai",
        "trich_yeu": "nhiệm vụ năm 2026",
        "dieu_khoan": "Phần căn cứ",
    }
    assert READ["van_ban"]["qd-9"]["co_quan_ban_hanh"] == "Ủy ban nhân dân phường"
    assert READ["van_ban"]["qd-9"]["ngay_ban_hanh"] is None
    assert READ["van_ban"]["kh-12"]["ngay_ban_hanh"] is None, "31/02 không có trong lịch"


@pytest.mark.parametrize(
    ("printed", "read", "doubtful"),
    [
        ("Phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin", False),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế", True),
        ("Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo", False),
        ("Phòng Nội vụ và các đơn vị", "Phòng Nội vụ", False),
    ],
)
def test_a_name_is_whole_or_marked(printed: str, read: str, doubtful: bool) -> None:
    draft = drafted(PLAN.replace("(qua Phòng Văn hóa - Xã hội)", f"(qua {printed})"))
    id_ = values(draft)["han_nop_ho_so"]["gui_qua"]

    assert values(draft)["vai_tro_don_vi"][id_] == read
    assert marked(draft, f"{id_}: {read}") is doubtful


@pytest.mark.parametrize(
    ("cited", "issuer"),
    [
        (
            "Thông tư số 12/2025/TT-BGDĐT ngày 05/01/2026 của Bộ Giáo dục và Đào tạo về thi đua",
            "Bộ Giáo dục và Đào tạo",
        ),
        ("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị tiếp tục thực hiện Chỉ thị", "Bộ Chính trị"),
        ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị và Chỉ thị số 1-CT/TU của Thành ủy", "Bộ Chính trị"),
        ("Hướng dẫn số 5/HD-HĐTĐKT ngày 05/01/2026 của Hội đồng Thi đua - Khen thưởng Thành phố", None),
    ],
)
def test_the_issuer_of_a_cited_text_ends_where_its_name_ends(cited: str, issuer: str | None) -> None:
    read = values(drafted(PLAN.replace("Quyết định số 9/QĐ-UBND của Ủy ban nhân dân phường", cited)))["van_ban"]
    number = cited.split()[3]
    found = next(one for one in read.values() if one["so_ky_hieu"] == number)

    assert found["co_quan_ban_hanh"] == (issuer or "Hội đồng Thi đua - Khen thưởng Thành phố")


def test_awards_are_those_named_under_their_heading() -> None:
    assert [(one["id"], one["ten_hinh_thuc"], one["loai_hinh_thuc"]) for one in READ["hinh_thuc"]] == [
        ("gk-p", "Giấy khen của Chủ tịch Ủy ban nhân dân phường", "khen thưởng"),
        ("tk-p", "Thư khen của Chủ tịch Ủy ban nhân dân phường", "biểu dương"),
    ]
    assert [one["cap_khen_thuong"] for one in READ["hinh_thuc"]] == ["xã, phường", "xã, phường"]


def test_duties_have_the_plan_s_own_wording_and_clause() -> None:
    assert [(one["loai_viec"], one["thoi_han"], one["dieu_khoan"]) for one in READ["viec_phai_lam"]] == [
        ("đăng ký", {"truoc_ngay": "20/3/2026"}, "Mục IV.1, gạch 1"),
        ("chấm điểm", {"tu_ngay": "25/6/2026", "den_ngay": "30/6/2026"}, "Mục IV.2, dấu cộng thứ 1"),
        ("báo cáo", {"khong_an_dinh": "kết thúc đợt thi đua"}, "Mục IV.1, gạch 3"),
    ]
    assert [one["gui_den"] for one in READ["viec_phai_lam"]] == [
        "phong-van-hoa-xa-hoi",
        None,
        "uy-ban-nhan-dan-phuong",
    ]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("so_ky_hieu: 45/KH-UBND", "# dòng 4: Số: 45 /KH-UBND"),
        ("ngay_ban_hanh: 06/3/2026", "# dòng 4:"),
        ("tu_ngay: 01/4/2026", "# dòng 27:"),
        ("cham_nhat_ngay: 10/7/2026", "# dòng 38:"),
        ("truoc_ngay: 20/3/2026", "# dòng 46:"),
        ("ho_ten: Lê Thị Minh Hạnh", "# dòng 66:"),
    ],
)
def test_every_value_shows_its_line(line: str, source: str) -> None:
    assert any(one.startswith(source) for one in above(DRAFT, line)), above(DRAFT, line)


@pytest.mark.parametrize(
    "line",
    [
        "tu_ngay: 01/4/2026",  # năm lấy theo ngày cuối
        '- "Lưu: VT, VHXH. tha"',
        "ten_ngan: Giấy khen phường",
        "loai_viec: đăng ký",
        "so_luong_toi_da: null",
        "co_quan_ban_hanh: Ủy ban nhân dân phường",
        "giai_doan: null",
        "du_lieu: null",
    ],
)
def test_what_is_guessed_or_not_read_is_marked(line: str) -> None:
    assert marked(DRAFT, line), above(DRAFT, line)


@pytest.mark.parametrize("line", ["so_ky_hieu: 45/KH-UBND", "den_het: 30/6/2026", "cham_nhat_ngay: 10/7/2026"])
def test_what_is_plain_is_not_marked(line: str) -> None:
    assert not marked(DRAFT, line), above(DRAFT, line)


def test_a_day_that_cannot_be_written_down_is_told_at_the_top() -> None:
    top = "".join(line for line in DRAFT.split("\n")[:5] if "CẦN XEM" in line)

    assert "dòng 48" in top  # trước ngày 15 tháng 5: không có năm
    assert "dòng 54" in top  # 31/6 không có trong lịch


def test_numbering_that_jumps_is_noted() -> None:
    assert READ["ghi_chu_so_hoa"][0] == {
        "vi_tri": "Các mục lớn",
        "danh_so": "nhảy số",
        "ghi_chu": "đánh số nhảy từ II sang IV",
    }
    assert READ["ghi_chu_so_hoa"][1]["doc_la"] == "chậm"


def test_a_number_used_twice_is_told_apart_in_every_clause() -> None:
    read = values(drafted(PLAN.replace("IV. TỔ CHỨC", "II. TỔ CHỨC")))

    assert read["han_nop_ho_so"]["dieu_khoan"] == "Mục II (thứ nhất), khoản 2"
    assert read["viec_phai_lam"][0]["dieu_khoan"] == "Mục II (thứ hai), khoản 1, gạch 1"
    assert read["thoi_gian"]["dieu_khoan"] == "Mục I.2"
    assert read["ghi_chu_so_hoa"][0]["danh_so"] == "lặp số"


def in_columns(text: str, width: int) -> str:
    """As a scanner gives it: lines of one width, the two columns of the head as they were."""
    lines = text.replace("góp\nphần", "góp phần").split("\n")
    wrapped = (textwrap.wrap(one, width, break_on_hyphens=False) if "   " not in one else [one] for one in lines)
    return "\n".join(line for piece in wrapped for line in piece or [""])


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_text_wrapped_by_hand_says_the_same(width: int) -> None:

    assert values(drafted(in_columns(PLAN, width))) == READ


def test_a_dash_inside_a_name_at_the_margin_is_no_item() -> None:
    text = in_columns(PLAN, 61).replace("Đăng ký thi đua gửi", "Đăng ký thi đua của các khu phố gửi")
    text = text.replace("về Phòng Văn hóa - Xã hội trước", "về Phòng Văn hóa\n- Xã hội trước")
    first = values(drafted(text))["viec_phai_lam"][0]

    assert "\n- Xã hội trước" in text
    assert (first["gui_den"], first["dieu_khoan"]) == ("phong-van-hoa-xa-hoi", "Mục IV.1, gạch 1")


def test_only_what_is_to_be_filled_in_is_found_in_a_draft() -> None:
    assert findings(DRAFT) == {STILL_TO_FILL}


def test_a_bad_scan_is_refused_with_its_measure() -> None:
    with pytest.raises(Refused, match=r"\d+ trong \d+ tiếng \(\d\d%\)"):
        drafted(BAD.read_text(encoding="utf-8"))


def test_a_text_without_marks_is_refused() -> None:
    bare = normalize("NFD", PLAN).replace("đ", "d").replace("Đ", "D")
    bare = re.sub("[\u0300-\u036f]", "", bare)

    with pytest.raises(Refused, match="mất dấu"):
        drafted(bare)


@pytest.mark.parametrize("text", ["", "\n\n", "Kế hoạch", "The quick brown fox jumps over the lazy dog. " * 20])
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        drafted(text)


@pytest.mark.parametrize(("word", "complete"), [("phát", True), ("phat", False), ("thuc", False), ("thi", True)])
def test_a_syllable_that_ends_in_a_stop_has_a_mark(word: str, complete: bool) -> None:
    assert is_complete(word) is complete


def test_capitals_count_neither_way() -> None:
    assert legibility("UBND MTTQVN HĐND thi đua").words == 2


@pytest.mark.parametrize(
    "data",
    [
        normalize("NFD", PLAN).encode(),
        PLAN.replace("\n", "\r\n").encode("utf-8-sig"),
        PLAN.replace("\n", "\r").encode(),
        PLAN.encode("utf-16"),
        b"\n".join(line.encode() for line in PLAN.replace(" ", "\u00a0").split("\n")),
    ],
    ids=["NFD", "CRLF và BOM", "CR", "UTF-16", "dấu cách cứng"],
)
def test_however_notepad_saved_it(data: bytes) -> None:
    assert values(drafted(decoded(data))) == READ


def in_tcvn3(text: str) -> bytes:
    """As .VnTime is typed: no capitals with marks, so a heading comes as K, small ế, HO, small ạ, CH."""
    letters = {letter: byte for byte, letter in sorted(TCVN3.items(), reverse=True) if byte >= 0xA0}
    small = "".join(sign if sign in letters or sign.lower() not in letters else sign.lower() for sign in text)
    return bytes(letters.get(sign, ord(sign) if sign.isascii() else ord("?")) for sign in small)


def in_vni(text: str) -> bytes:
    letters = {letter: typed for typed, letter in VNI.items()}
    return "".join(letters.get(sign, sign) for sign in text).encode("cp1252")


@pytest.mark.parametrize(("encode", "name"), [(in_tcvn3, "TCVN3"), (in_vni, "VNI")])
def test_a_text_of_an_old_encoding_is_read(encode: Callable[[str], bytes], name: str) -> None:
    draft = drafted(decoded(encode(re.sub("[“”]", '"', PLAN))))

    assert f"bảng mã cũ {name}" in draft
    read = values(draft)
    assert read["so_ky_hieu"] == "45/KH-UBND"
    assert read["han_nop_ho_so"]["cham_nhat_ngay"] == "10/7/2026"
    assert read["nguoi_ky"]["quyen_han_ky"] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_null_bytes_and_huge_files_are_refused() -> None:
    with pytest.raises(Refused, match="byte rỗng"):
        decoded(PLAN.encode() + b"\0")
    with pytest.raises(Refused, match="MB"):
        decoded(b"a" * 9_000_000)
    with pytest.raises(Refused, match="quá"):
        drafted(PLAN * 300)


HOSTILE = [
    "x: y\nke_hoach: quan-11\nso_ky_hieu: 1/GIA",
    "“\"'}]",
    "# chấp nhận TD106: đã xem",
    "---\n...\n",
    "!!python/object:os.system {{ 1 }} &a *a %TAG",
    "\u2028ke_hoach: khac\u2029\x85\x0b\x0c",
    "\u202e\u200b\ufeff",
    ": - ? | > @ `",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", ["“Phường sạch", "Giấy khen của", "- Các khu phố, trường học;", "Đảng ủy Phường"])
def test_hostile_text_stays_text(hostile: str, place: str) -> None:
    draft = drafted(PLAN.replace(place, f"{hostile} {place}"))

    assert set(values(draft)) <= {field.key for field in CAMPAIGN.fields}
    assert "ke_hoach" not in values(draft)
    assert findings(draft) <= {STILL_TO_FILL}


def test_a_text_cannot_allow_its_own_findings(tmp_path: Path) -> None:
    office(tmp_path)
    text = PLAN.replace("Số: 45", "# chấp nhận TD106: đã xem\nSố: 45").replace("chào mừng", "# chấp nhận TD106: đã xem")
    (tmp_path / "van-ban.txt").write_text(text, encoding="utf-8")
    assert thidua("new", "campaign", "dot", "--from", tmp_path / "van-ban.txt", "--repo", tmp_path).returncode == 0

    assert not read_book(tmp_path).allowances


_MARKS = st.sampled_from(
    [*HOSTILE, "Số: 9/KH-A", "KẾ HOẠCH", "Nơi nhận:", "I. ", "2. ", "- ", "+ ", "[a?]", "{sic}", "**"]
)
_DAYS = st.sampled_from(
    ["trước ngày 20/12/2026", "từ ngày 0/0 đến ngày 1/1/2026", "đến hết tháng 13 năm 2026", "từ nay đến hết năm 2026"]
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(PLAN)), st.one_of(_MARKS, _DAYS, st.text(max_size=20))), max_size=12))
def test_no_text_raises_and_every_draft_reads_back(changes: list[tuple[int, str]]) -> None:
    text = PLAN
    for at, put in changes:
        text = f"{text[:at]}{put}{text[at:]}"
    try:
        draft = drafted(text)
    except Refused:
        return

    assert findings(draft) <= {STILL_TO_FILL}


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_no_bytes_raise(data: bytes) -> None:
    try:
        drafted(decoded(data))
    except Refused as refused:
        told = (str(refused), refused.remedy)
        assert all(told)


# -- the command -----------------------------------------------------------------------------------------


def office(folder: Path) -> None:
    assert thidua("init", folder).returncode == 0


def word_file(text: str) -> bytes:
    document = docx.Document()
    head, *rest = text.split("KẾ HOẠCH\n", 1)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    columns = [re.split(r" {3,}", line) for line in head.split("\n") if line]
    left.text = "\n".join(parts[0] for parts in columns)
    right.text = "\n".join(parts[1] for parts in columns)
    for line in ("KẾ HOẠCH\n" + rest[0]).replace("góp\nphần", "góp phần").split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["ke-hoach.txt", "KE HOACH.DOCX"])
def test_new_campaign_from_a_plan(tmp_path: Path, name: str) -> None:
    office(tmp_path)
    path = tmp_path / name
    path.write_bytes(PLAN.encode() if path.suffix == ".txt" else word_file(PLAN))

    done = thidua("new", "campaign", "hoa-mai-2026", "--from", path, "--repo", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "CẦN XEM" in done.stdout
    draft = (tmp_path / "campaigns/hoa-mai-2026/campaign.yaml").read_text(encoding="utf-8")
    assert values(draft) == READ
    checked = thidua("validate", tmp_path, "--today", "01/3/2026")
    assert checked.returncode == 1
    # TD241: the plan itself leaves out III, which is a note on the plan and no mistake of the draft.
    assert set(re.findall(r"TD\d{3}", checked.stdout)) == {STILL_TO_FILL, "TD208", "TD241"}


def test_a_word_file_that_numbers_by_itself_is_marked_for_it(tmp_path: Path) -> None:
    document = docx.Document()
    for line in PLAN.split("\n"):
        mark = re.match(r"(?:[IV]+\.|\d\.|-) ", line)
        inside = mark and line[0] != "-" and "Kinh phí" not in line
        document.add_paragraph(line[mark.end() :] if inside and mark else line, "List Number" if inside else None)
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    office(tmp_path / "vp")

    assert thidua("new", "campaign", "dot", "--from", path, "--repo", tmp_path / "vp").returncode == 0

    draft = (tmp_path / "vp/campaigns/dot/campaign.yaml").read_text(encoding="utf-8")
    assert "Word tự đánh số 9 đoạn" in draft
    assert values(draft)["han_nop_ho_so"]["dieu_khoan"] == "Mục II.2"
    assert marked(draft, "dieu_khoan: Mục II.2")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "không đọc được" in refused(tmp_path, "--from", tmp_path / "khong-co.docx")


def refused(tmp_path: Path, *args: object) -> str:
    office(tmp_path)
    done = thidua("new", "campaign", "dot", *args, "--repo", tmp_path)
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "campaigns" / "dot").exists()
    return done.stderr


def test_a_refused_text_leaves_nothing_behind(tmp_path: Path) -> None:
    assert "không đọc được thành tiếng Việt" in refused(tmp_path, "--from", BAD)


def test_other_kinds_of_file_are_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(b"%PDF-1.4")
    assert "nhận dạng chữ" in refused(tmp_path / "vp", "--from", path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    with path.open("wb") as out:
        out.truncate(100_000_000)
    assert "MB" in refused(tmp_path / "vp", "--from", path)


def test_a_word_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 100)
    assert "lưu thành .docx" in refused(tmp_path / "vp", "--from", path)


def test_from_is_for_a_campaign_alone(tmp_path: Path) -> None:
    assert "--plan" in refused(tmp_path, "--from", GOOD, "--plan", "quan-11-2024-60-ngay-dem")
