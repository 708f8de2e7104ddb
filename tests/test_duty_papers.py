"""Papers of the plans of duties: registration, pledge, role models, points, ranking, a cluster's minutes and report."""

import shutil
import tempfile
from pathlib import Path

import docx
import pytest
import yaml
from running import ROOT, drop_lines, thidua

CAMPAIGN = "quan-7-2024-thi-dua-yeu-nuoc"
BLOC, SECOND = "Khối thi đua Phường", "Ủy ban nhân dân Phường Mẫu 2"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "quan-7", tmp_path / "quan-7"))


def duty(office: Path, name: str) -> Path:
    return office / "campaigns" / CAMPAIGN / "duties" / f"{name}.yaml"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def printed(office: Path, kind: str, record: str, *more: str) -> list[str]:
    """The lines of a paper: paragraphs and the rows of tables, cells parted by bars."""
    out = office.parent / "in"
    done = thidua("render", kind, office, "--out", out, "--force", *more)
    assert done.returncode == 0, done.stderr
    document = docx.Document(str(next(out.glob(f"*/{kind}/{record}.docx"))))
    rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return [*(paragraph.text for paragraph in document.paragraphs if paragraph.text), *rows]


def printed_of(name: str, kind: str, record: str) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        return printed(Path(shutil.copytree(ROOT / "examples" / name, Path(scratch) / name)), kind, record)


def test_a_registration_prints_what_was_registered_and_no_more() -> None:
    lines = printed_of("quan-5", "ban-dang-ky", "dang-ky-thi-dua--ubnd-phuong-mau-1")
    assert "Kính gửi: Phòng Nội vụ" in lines
    assert "2. 05 điểm tiêm lưu động hoạt động hết tháng 12 năm 2021;" in lines
    assert "Ngày phát động: 23/11/2021; hình thức: hội nghị trực tuyến đến 05 khu phố." in lines
    assert not any("88/KH-UBND" in line for line in lines), "that is the number of the unit's plan"
    ward = printed_of("phuong-2026", "ban-dang-ky", "dang-ky--khu-pho-1")
    assert "1. 70% số hộ phân loại rác." in ward
    assert not any("DANH HIỆU" in line.upper() for line in ward)


def test_a_report_lays_each_movement_beside_what_was_registered(office: Path) -> None:
    lines = printed(office, "bao-cao-ket-qua", "tong-ket--ubnd-phuong-mau-1")
    assert "Kính gửi: Phòng Nội vụ" in lines
    assert any(
        line.startswith("1 | Chỉ tiêu kinh tế - xã hội của 10 phường") and "| 85 chỉ tiêu | 85 chỉ tiêu |" in line
        for line in lines
    )
    assert any(
        line.endswith(
            "(từ 95% trở lên) | 12.500.000.000 đồng | 12.050.000.000 đồng (96,40%) | 10/11/2024; Kho bạc Nhà nước Quận 7 | vượt"
        )
        for line in lines
    )
    assert any("- Như trên;" in line for line in lines)
    nowhere = printed_of("quan-11", "bao-cao-ket-qua", "tong-ket-don-vi--chi-cuc-thue")
    assert not any("Kính gửi" in line or "- Như trên" in line for line in nowhere)
    movement = "1 | “Quận làm đường, Phường làm hẻm” | mở rộng 02 hẻm | mở rộng 03 hẻm, 74 hộ hiến 412 m² đất"
    assert movement in lines


def test_every_member_signs_the_pledge_and_who_is_not_named_yet_signs_above_a_blank(office: Path) -> None:
    edit(duty(office, "giao-uoc/khoi-phuong"), "    ho_ten: Hồ Thị Mai\n", "")
    lines = printed(office, "giao-uoc", "giao-uoc--khoi-phuong")
    assert "1. Hoàn thành 100% của 85 chỉ tiêu kinh tế - xã hội năm 2024;" in lines
    assert f"2 | {SECOND} |  | Chủ tịch Ủy ban nhân dân Phường Mẫu 2" in lines
    heads = next(line for line in lines if line.startswith("CHỦ TỊCH"))
    assert heads.replace("\n", " ").split(" | ") == [f"CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MẪU {n}" for n in (1, 2, 3)]
    assert "Phan Văn Đức |  | Cao Văn Nghĩa" in lines


def test_ten_signatures_stand_in_rows_of_three(office: Path) -> None:
    units = yaml.safe_load((office / "units.yaml").read_text(encoding="utf-8"))
    ward = next(one for one in units if one["id"] == "ubnd-phuong-mau-3")
    for number in range(4, 11):
        more = {"id": f"phuong-{number}", "ten_don_vi": f"Phường {number}", "ten_ghi_quyet_dinh": f"P {number}"}
        units.append({key: ward[key] for key in ("loai_don_vi", "truc_thuoc", "cum_khoi")} | more)
    (office / "units.yaml").write_text(yaml.safe_dump(units, allow_unicode=True), encoding="utf-8")
    lines = printed(office, "giao-uoc", "giao-uoc--khoi-phuong")
    signed = [line for line in lines if line.startswith(("CHỦ TỊCH", "ĐẠI DIỆN"))]
    assert [len(line.split(" | ")) for line in signed] == [3, 3, 3, 1]
    assert signed[-1] == "ĐẠI DIỆN PHƯỜNG 10"


def test_a_role_model_is_confirmed_by_the_head_and_a_head_by_the_level_above(office: Path) -> None:
    lines = printed(office, "bao-cao-guong", "guong-quy-2--ubnd-phuong-mau-1--1")
    assert "Họ và tên: Lý Thị Kim Chi" in lines
    assert "Đơn vị giới thiệu: Ủy ban nhân dân Phường Mẫu 1" in lines
    assert any(line.startswith("Vận động 31 hộ lùi tường") for line in lines)
    assert any("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ" in line for line in lines)
    assert "Phan Văn Đức | Lý Thị Kim Chi" in lines

    model = duty(office, "guong-quy-2/ubnd-phuong-mau-1")
    edit(model, "ho_ten: Lý Thị Kim Chi", "ho_ten: Phan Văn Đức")
    edit(model, "chuc_vu: Tổ trưởng Tổ dân phố 12", "chuc_vu: Chủ tịch Ủy ban nhân dân")
    lines = printed(office, "bao-cao-guong", "guong-quy-2--ubnd-phuong-mau-1--1")
    assert any("XÁC NHẬN CỦA\nCẤP TRÊN TRỰC TIẾP" in line for line in lines)
    assert " | Phan Văn Đức" in lines


def test_the_letter_that_introduces_lists_every_role_model(office: Path) -> None:
    lines = printed(office, "gioi-thieu-guong", "guong-quy-3--ubnd-phuong-mau-1")
    assert any("giới thiệu 01 gương điển hình" in line for line in lines)
    row = next(line for line in lines if line.startswith("1 | Ông Tiêu Minh Quân"))
    assert "Đoàn viên thanh niên, Ủy ban nhân dân Phường Mẫu 1, Quận 7" in row


@pytest.mark.parametrize(
    ("drafter", "symbol"),
    [("VPTK", "/UBND-VPTK"), ("UBND", "/UBND"), (None, "/UBND")],
    ids=["a part drafted it", "drafted by itself", "drafter not stated"],
)
def test_every_letter_says_who_issues_it_and_which_part_drafted_it_once(
    tmp_path: Path, drafter: str | None, symbol: str
) -> None:
    """The letter that introduces role models in Quận 7, and that which asks for a Thư khen in Quận 11, not numbered yet."""
    for name, kind, record, unit in (
        ("quan-7", "gioi-thieu-guong", "guong-quy-3--ubnd-phuong-mau-1", "ubnd-phuong-mau-1"),
        ("quan-11", "cong-van", "phuong-17-thu-khen", "ubnd-phuong-17"),
    ):
        office = Path(shutil.copytree(ROOT / "examples" / name, tmp_path / name))
        units = yaml.safe_load((office / "units.yaml").read_text(encoding="utf-8"))
        one = next(one for one in units if one["id"] == unit)
        one["don_vi_soan_thao"] = drafter
        (office / "units.yaml").write_text(yaml.safe_dump(units, allow_unicode=True), encoding="utf-8")
        for path in office.glob("campaigns/*/dossiers/phuong-17-thu-khen.yaml"):
            drop_lines(path, "so_ky_hieu:")
        head = "\n".join(printed(office, kind, record, "--draft")).replace("\xa0", " ")

        assert f"{symbol}\n" in head or f"{symbol} " in head, kind


def test_a_score_sheet_prints_zero_as_zero_and_is_a_form_while_nothing_is_scored(office: Path) -> None:
    lines = printed(office, "bang-cham-diem", "cham-diem--ubnd-phuong-mau-1")
    assert "1.2 | Giải ngân vốn đầu tư công | 20 | 20 | 20 | Phòng Tài chính - Kế hoạch | " in lines
    assert "4 | Điểm thưởng: Mô hình được Thành phố công nhận | 5 | 0 | 0 |  | " in lines
    assert "5 | Điểm trừ: Báo cáo trễ hạn (mỗi lần 1 điểm; 02 lần) | -5 | -2 | -2 |  | " in lines
    assert " | Tổng cộng | 100 | 93 | 91,5 |  | " in lines
    never = printed(office, "bang-cham-diem", "cham-diem--ubnd-phuong-mau-2")
    assert any("Báo cáo trễ hạn (mỗi lần 1 điểm) |" in line for line in never)

    duty(office, "cham-diem/ubnd-phuong-mau-1").unlink()
    lines = printed(office, "bang-cham-diem", "cham-diem--ubnd-phuong-mau-1")
    assert "2 | Cải cách hành chính | 30 |  |  |  | " in lines
    assert " | Tổng cộng | 100 |  |  |  | " in lines


def test_the_ranking_says_what_parted_equal_units_and_that_it_is_provisional(office: Path) -> None:
    lines = printed(office, "bang-xep-hang", "cham-diem--khoi-phuong")
    first = next(line for line in lines if line.startswith(f"1 | {SECOND}"))
    assert first.endswith("| 92 | 91,5 | Phát triển kinh tế - xã hội: 38; Cải cách hành chính: 24,5")
    assert not any("tạm xếp" in line for line in lines)
    assert any("KHỐI TRƯỞNG\nCHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MẪU 1" in line for line in lines)

    edit(duty(office, "cham-diem/ubnd-phuong-mau-3"), "    diem_tham_dinh: 28\n", "")
    lines = printed(office, "bang-xep-hang", "cham-diem--khoi-phuong")
    assert any("Bảng tạm xếp" in line for line in lines)
    assert "Ủy ban nhân dân Phường Mẫu 3 | chưa có điểm: Cải cách hành chính" in lines


def test_a_cluster_s_report_tells_the_vote_and_nothing_that_came_after_it(office: Path) -> None:
    lines = printed(office, "tong-ket-cum-khoi", "tong-ket-cum-khoi--khoi-phuong")
    assert any("ngày 12 tháng 4 năm 2024 (số 01/GƯ-KP)" in line for line in lines)
    assert any("họp ngày 14 tháng 11 năm 2024 (Biên bản số 03/BB-KP), có mặt 03/03 đơn vị" in line for line in lines)
    vote = "1 | Đơn vị dẫn đầu | Ủy ban nhân dân Phường Mẫu 1 | 02 | 01 | 0 | 2/3 (66,67%) | thống nhất đề nghị"
    assert vote in lines
    assert any(line.startswith(f"2 | Khối trưởng năm sau | {SECOND} | 03") for line in lines)
    assert not any("xếp hạng" in line.lower() for line in lines), "scored from 20/11 on, reported on 14/11"
    assert not any("04/BC-KP" in line and "văn bản" in line for line in lines), "it does not enclose itself"

    for number in (1, 2, 3):
        sheet = duty(office, f"cham-diem/ubnd-phuong-mau-{number}")
        text = sheet.read_text(encoding="utf-8").split("\n")
        kept = ["ngay_nhan: 10/11/2024", *(line for line in text if not line.startswith("ngay_"))]
        sheet.write_text("\n".join(kept), encoding="utf-8")
    lines = printed(office, "tong-ket-cum-khoi", "tong-ket-cum-khoi--khoi-phuong")
    assert any(line.startswith(f"1 | {SECOND} | 91,5") for line in lines)


def test_a_cluster_s_minutes_are_its_own_paper(office: Path) -> None:
    lines = printed(office, "bien-ban-cum-khoi", "khoi-phuong-2024-11-14")
    assert any(line.startswith("KHỐI THI ĐUA PHƯỜNG") for line in lines)
    assert "1 | Ông Phan Văn Đức | Chủ tịch Ủy ban nhân dân Phường Mẫu 1 | " in lines
    assert any(line.startswith(f"2 | Khối trưởng năm sau | {SECOND} | 03 | 0 | 0 | 3/3") for line in lines)
    assert not any("phuong-mau" in line.lower() for line in lines), "no ids in a paper"
    out = office.parent / "khac"
    thidua("render", "bien-ban", office, "--out", out)
    assert [path.stem for path in out.rglob("*.docx")] == ["phong-gddt-2024-06-18"]


@pytest.mark.parametrize(
    ("kind", "record", "old", "new", "line"),
    [
        ("giao-uoc", "giao-uoc--khoi-phuong", "Cao Văn Nghĩa", "Cao Văn Nghĩ", "giao-uoc/khoi-phuong.yaml:13"),
        ("bang-cham-diem", "cham-diem--ubnd-phuong-mau-2", "24,5", "29,5", "cham-diem/ubnd-phuong-mau-2.yaml:13"),
        ("bao-cao-guong", "guong-quy-4--ubnd-phuong-mau-1--1", "Âu Thị Sen", "Âu Thị Sên", "guong-quy-4/ubnd-phuong-mau-1"),
        ("tong-ket-cum-khoi", "tong-ket-cum-khoi--khoi-phuong", "02", "03", "meetings/khoi-phuong-2024-11-14.yaml"),
    ],
)  # fmt: skip
def test_verify_finds_what_was_changed_and_the_line_of_the_record(
    office: Path, kind: str, record: str, old: str, new: str, line: str
) -> None:
    printed(office, kind, record)
    path = next((office.parent / "in").glob(f"*/{kind}/{record}.docx"))
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs if run.text == old]
    assert runs
    runs[-1].text = new
    document.save(str(path))
    done = thidua("verify", path, "--repo", office)
    assert done.returncode == 1, done.stdout
    assert "khác bản ghi" in done.stdout
    assert line in done.stdout, done.stdout


def test_an_office_s_own_template_is_taken_before_ours(office: Path) -> None:
    own = office / "templates" / "giao-uoc.md"
    own.parent.mkdir()
    text = (ROOT / "templates" / "giao-uoc.md").read_text(encoding="utf-8")
    own.write_text(text.replace("GIAO ƯỚC THI ĐUA", "BẢN GIAO ƯỚC"), encoding="utf-8")
    lines = printed(office, "giao-uoc", "giao-uoc--khoi-phuong")
    assert "BẢN GIAO ƯỚC" in lines
    verified = thidua("verify", office.parent / "in", "--repo", office).stdout
    assert "1 đúng như in" in verified
