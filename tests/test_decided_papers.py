"""Papers that follow the council and the decision: to the level above, excerpts for units, confirmations."""

import shutil
from pathlib import Path

import docx
import pytest
from running import ROOT, drop_lines, thidua
from word_edits import edited, replace

OFFICE = ROOT / "examples" / "quan-11"
CAMPAIGN = "quan-11-2024-60-ngay-dem"


def words(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def rendered(kind: str, out: Path, office: Path = OFFICE) -> Path:
    done = thidua("render", kind, office, "--out", out)
    assert done.returncode == 0, done.stderr
    return out / CAMPAIGN / kind


@pytest.fixture(scope="module")
def excerpts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered("trich-sao", tmp_path_factory.mktemp("in"))


def test_an_excerpt_has_the_units_own_lines_and_the_whole_form(excerpts: Path) -> None:
    text = words(excerpts / "5012-qd-ubnd--ubnd-phuong-17.docx")

    assert "Số: 5012/QĐ-UBND" in text
    assert "TRÍCH SAO" in text
    assert "/TrS-UBND" in text
    assert "(Đã ký)" in text
    assert [name in text for name in ("Ông Trần Văn Bình", "Bà Lê Thị Cẩm", "Ông Phạm Văn Dũng")] == [True] * 3
    assert "02 tập thể, 69 cá nhân" in text  # the decision's own count, not the unit's
    assert "Hồ Văn Hải" not in text
    assert text.index("Lê Minh Khôi") < text.index("TRÍCH SAO")


def listed(path: Path) -> list[tuple[str, str]]:
    """Number and name of every row below a head that begins with TT."""
    tables = docx.Document(str(path)).tables
    rows = [
        (table.rows[0].cells[1].text, row)
        for table in tables
        if table.rows[0].cells[0].text == "TT"
        for row in table.rows
    ]
    return [(f"{head} {row.cells[0].text}", row.cells[1].text) for head, row in rows if row.cells[0].text != "TT"]


def test_every_line_of_the_decision_is_in_exactly_one_excerpt_with_its_own_number(
    excerpts: Path, tmp_path: Path
) -> None:
    whole = listed(rendered("danh-sach-quyet-dinh", tmp_path) / "5012-qd-ubnd.docx")
    parts = [line for path in excerpts.glob("*.docx") for line in listed(path)]

    assert len(whole) == 71
    assert sorted(parts) == sorted(whole)


def test_a_name_changed_in_an_excerpt_is_found(excerpts: Path, tmp_path: Path) -> None:
    path = tmp_path / "trich-sao" / "5012-qd-ubnd--ubnd-phuong-17.docx"
    path.parent.mkdir()
    path.write_bytes(edited((excerpts / path.name).read_bytes(), replace("Bà Lê Thị Cẩm", "Bà Lê Thị Cầm")))

    done = thidua("verify", path, "--repo", OFFICE)

    assert done.returncode == 1
    assert "khác bản ghi" in done.stdout
    assert "TD723" in done.stdout


def test_a_decision_without_number_has_no_excerpt(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    record = office / "campaigns" / CAMPAIGN / "decisions" / "5012-qd-ubnd.yaml"
    drop_lines(record, "so_ky_hieu:")

    done = thidua("render", "trich-sao", office, "--out", tmp_path / "in")

    assert "chưa có quyết định nào đã cấp số, ngày" in done.stdout
    assert not (tmp_path / "in").exists()


def test_what_the_council_agreed_for_the_level_above_goes_up_and_nothing_else(tmp_path: Path) -> None:
    text = words(rendered("to-trinh-cap-tren", tmp_path) / "quan-11-2024-12-24.docx")
    # The list is the annex the submission names, so it is printed along with it.
    listing = words(tmp_path / CAMPAIGN / "danh-sach-cap-tren" / "quan-11-2024-12-24.docx")

    assert "Kính gửi: Chủ tịch Ủy ban nhân dân Thành phố" in text
    assert "05 tập thể, 03 cá nhân" in text
    assert "05 tập thể, 03 cá nhân" in listing
    assert "Giấy khen" not in listing
    assert "Bà Kiều Thị Bích Thủy" in text
    assert "09/BB-HĐTĐKT" in text


def own_plan(office: Path, *changes: tuple[str, str]) -> None:
    """The shipped plan as if the office had written it itself, with lines of its own."""
    for name in ("campaign.yaml", "criteria.yaml"):
        text = (ROOT / "campaigns" / CAMPAIGN / name).read_text(encoding="utf-8")
        for old, new in changes if name == "campaign.yaml" else ():
            assert old in text
            text = text.replace(old, new)
        (office / "campaigns" / CAMPAIGN / name).write_text(text, encoding="utf-8")


def test_a_decision_that_types_no_authority_is_its_own_chair_s_by_full_name(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    drop_lines(office / "campaigns" / CAMPAIGN / "decisions" / "5012-qd-ubnd.yaml", "tham_quyen:")

    decision = words(rendered("quyet-dinh", tmp_path / "in", office) / "5012-qd-ubnd.docx")
    submission = words(rendered("to-trinh-quyet-dinh", tmp_path / "in", office) / "5012-qd-ubnd.docx")

    assert "\nCHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN 11\n" in decision
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân Quận 11" in submission


def test_the_text_that_gives_the_power_to_decide_is_the_offices_to_state_and_else_a_blank_is_seen(
    tmp_path: Path,
) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    blank = "Căn cứ … (văn bản quy định thẩm quyền của người quyết định);"
    for kind, paper in (("quyet-dinh", "5012-qd-ubnd"), ("trich-sao", "5012-qd-ubnd--ubnd-phuong-17")):
        first = words(rendered(kind, tmp_path / "trong", office) / f"{paper}.docx")
        assert first.index(blank) < first.index("Căn cứ Luật Thi đua, khen thưởng")

    (office / "law").mkdir()
    stated = "- id: luat-mau\n  vai_tro: thẩm quyền\n  so_ky_hieu: 01/2020/QH14\n  cum_vien_dan: Luật Mẫu về thẩm quyền ngày 01 tháng 02 năm 2020\n"
    stated += "  do_tin_cay: một nguồn\n  nguon: văn phòng đã đối chiếu\n"
    for since, printed in (
        ("01/01/2024", "Căn cứ Luật Mẫu về thẩm quyền ngày 01 tháng 02 năm 2020;"),
        ("01/01/2025", blank),
    ):
        days = f"  hieu_luc_tu: {since}\n  hieu_luc_den: null\n"
        (office / "law" / "texts.yaml").write_text(stated + days, encoding="utf-8")
        decision = rendered("quyet-dinh", tmp_path / since[-4:], office) / "5012-qd-ubnd.docx"
        assert printed in words(decision).splitlines()
        assert (blank in words(decision)) is (printed == blank)


def test_what_nobody_stated_of_a_decision_is_left_open_and_seen(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    drop_lines(office / "campaigns" / CAMPAIGN / "decisions" / "5012-qd-ubnd.yaml", "tham_quyen:")
    merit = "thanh_tich_ghi: >-\n  Đã có thành tích xuất sắc trong Đợt thi đua cao điểm 60 ngày đêm “Quyết tâm tăng tốc, năng suất\n  gấp đôi” phấn đấu hoàn thành chỉ tiêu kinh tế - xã hội năm 2024 trên địa bàn Quận 11\n"
    own_plan(
        office, ("tham_quyen: Chủ tịch Ủy ban nhân dân quận\n", "tham_quyen: null\n"), (merit, "thanh_tich_ghi: null\n")
    )

    decision = words(rendered("quyet-dinh", tmp_path / "in", office) / "5012-qd-ubnd.docx")
    submission = words(rendered("to-trinh-quyet-dinh", tmp_path / "in", office) / "5012-qd-ubnd.docx")

    assert "\n…\n" in decision
    assert "cho 02 tập thể, 69 cá nhân … (danh sách kèm theo)" in decision
    assert "Kính gửi: …" in submission


@pytest.mark.parametrize("level", ["tỉnh, thành phố", "null"])
def test_an_award_of_the_city_is_never_asked_of_the_district(level: str, tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    own_plan(office, ("cap_khen_thuong: tỉnh, thành phố", f"cap_khen_thuong: {level}"))
    record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-17.yaml"

    done = thidua("render", "to-trinh", record, "--out", tmp_path / "in")
    text = words(tmp_path / "in" / CAMPAIGN / "to-trinh" / "phuong-17.docx")

    assert done.returncode == 0, done.stderr
    city = "Chủ tịch Ủy ban nhân dân Thành phố tặng Bằng khen cho 01 tập thể, 01 cá nhân"
    up = "Ủy ban nhân dân Quận 11 xem xét, trình "
    assert f"Đề nghị {up if level != 'null' else ''}{city}" in text
    assert "Đề nghị Chủ tịch Ủy ban nhân dân Quận 11 tặng Giấy khen cho 02 cá nhân" in text


def test_the_number_given_after_signing_is_printed_from_the_meeting(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    record = office / "campaigns" / CAMPAIGN / "meetings" / "quan-11-2024-12-24.yaml"
    issued = "to_trinh_cap_tren:\n  so_ky_hieu: 88/TTr-UBND\n  ngay_ban_hanh: 27/12/2024\n"
    record.write_text(record.read_text(encoding="utf-8") + issued, encoding="utf-8")

    text = words(rendered("to-trinh-cap-tren", tmp_path / "in", office) / "quan-11-2024-12-24.docx")

    assert "Số: 88/TTr-UBND" in text
    assert "ngày 27 tháng 12 năm 2024" in text


def test_history_prints_a_confirmation_of_what_was_decided(tmp_path: Path) -> None:
    done = thidua("history", "Lê Thị Cẩm", "--repo", OFFICE, "--out", tmp_path)
    text = words(tmp_path / "xac-nhan-khen-thuong-le-thi-cam-1988.docx")

    assert done.returncode == 0
    assert "không xác nhận 1 khen thưởng tự khai" in done.stderr
    assert "Kính gửi: Bà Lê Thị Cẩm" in text
    assert "xác nhận bà Lê Thị Cẩm, sinh năm 1988" in text
    assert "5012/QĐ-UBND" in text
    assert "30/12/2024" in text
    assert "3318/QĐ-UBND" not in text  # only declared in the nomination
    verdict = thidua("verify", tmp_path, "--repo", OFFICE)
    assert "1 đúng như in" in verdict.stdout, verdict.stdout


def test_a_decision_from_before_is_confirmed_and_a_cancelled_one_is_not(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    folder = office / "campaigns" / CAMPAIGN / "decisions"
    old = (
        "so_ky_hieu: {number}\nngay_ban_hanh: 02/9/2019\nhinh_thuc_khen: gk-q\n"
        "truong_hop:\n  - ten_ghi_quyet_dinh: Bùi Thị Xưa\nnhap_tu_he_thong_cu: có\n"
    )
    (folder / "cu-1.yaml").write_text(old.format(number="77/QĐ-UBND"), encoding="utf-8")
    (folder / "cu-2.yaml").write_text(
        old.format(number="78/QĐ-UBND") + "huy_bo:\n  - so_ky_hieu: 79/QĐ-UBND\n    ly_do: khai sai\n", encoding="utf-8"
    )

    done = thidua("history", "Bùi Thị Xưa", "--repo", office, "--out", tmp_path / "in")

    (paper,) = (tmp_path / "in").iterdir()
    assert "77/QĐ-UBND" in words(paper)
    assert "78/QĐ-UBND" not in words(paper)
    assert "không xác nhận 1" in done.stderr


def test_nothing_to_confirm_prints_nothing(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "quan"))
    (office / "campaigns" / CAMPAIGN / "decisions" / "5012-qd-ubnd.yaml").unlink()

    done = thidua("history", "Lê Thị Cẩm", "--repo", office, "--out", tmp_path / "in")

    assert done.returncode == 0
    assert "Chưa in giấy xác nhận" in done.stdout
    assert not (tmp_path / "in").exists()
