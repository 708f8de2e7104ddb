"""What papers say where records differ in kind: with a council or without, one nominee or many, a year or a day."""

import re
import shutil
from pathlib import Path

import pytest
from running import ROOT, drop_lines, thidua
from test_render_dossier import OFFICE, words

WARD = ROOT / "examples" / "phuong-2026"


def printed(kind: str, out: Path, *options: object, office: Path = OFFICE) -> Path:
    """The folder that holds the papers of one kind."""
    done = thidua("render", kind, office, "--out", out, *options)
    assert done.returncode == 0, done.stderr
    return next(out.glob(f"*/{kind}")) if kind != "dossier" else next(out.iterdir())


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed("dossier", tmp_path_factory.mktemp("in"))


def test_a_submission_counts_every_paper_of_the_table_of_contents(dossiers: Path) -> None:
    """The paper itself, and the list a Tờ trình has as its annex, are in the table and not enclosed with it."""
    for folder in sorted(dossiers.iterdir()):
        letter = folder / "01-cong-van.docx"
        own = words(letter if letter.exists() else folder / "01-to-trinh.docx")
        counted = sum(int(number) for number in re.findall(r"\((\d+) (?:bản chính|văn bản)\)", own))
        listed = re.search(r"Hồ sơ gồm (\d+) văn bản", words(folder / "00-muc-luc.docx"))
        assert listed is not None
        assert counted + (1 if letter.exists() else 2) == int(listed[1]), folder.name

    company = words(dossiers / "cong-ty-ich-17" / "01-to-trinh.docx").splitlines()
    assert "5. Đăng ký tiến độ công trình (01 văn bản);" in company
    assert "6. Biên bản nghiệm thu (01 văn bản)." in company


def test_where_a_unit_has_no_council_no_paper_speaks_of_one(dossiers: Path, tmp_path: Path) -> None:
    company, ward = dossiers / "cong-ty-ich-17", dossiers / "phuong-17"
    council = "- Thành viên Hội đồng Thi đua - Khen thưởng;"

    assert council in words(ward / "01-to-trinh.docx")
    assert council not in words(company / "01-to-trinh.docx")
    assert "- Các thành viên dự họp xét khen thưởng;" in words(company / "01-to-trinh.docx")
    assert "Biên bản họp Hội đồng Thi đua - Khen thưởng" in words(ward / "00-muc-luc.docx").splitlines()
    assert "Biên bản họp xét khen thưởng" in words(company / "00-muc-luc.docx").splitlines()
    met = words(company / "02-bien-ban.docx").splitlines()
    assert met[met.index("Ông Ngô Văn Phú") + 2] == "Chủ tọa"
    assert met[met.index("Bà Liêu Thị Thanh Trúc") + 2] == "Thư ký"
    assert met[met.index("Ông Bành Văn Sang") + 2] == ""
    slips = printed("phieu-lay-y-kien", tmp_path)
    assert "Chức danh trong Hội đồng: ..." in words(slips / "phuong-17-2024-12-16.docx")
    assert "Hội đồng" not in words(slips / "cong-ty-ich-17-2024-12-16.docx")


def test_a_report_says_what_is_known_of_birth_and_field(tmp_path: Path) -> None:
    reports = printed("bao-cao-ca-nhan", tmp_path / "a")
    year, day = (
        words(reports / f"{name}.docx") for name in ("cong-ty-ich-17--duong-thi-oanh", "ubnd-phuong-17--ho-van-hai")
    )
    tax = words(reports / "chi-cuc-thue--trinh-minh-quang.docx")

    assert "Giới tính: nữ. Năm sinh: 1976." in year
    assert "Giới tính: nam. Ngày, tháng, năm sinh: 09/8/1994." in day
    assert "tôi trực tiếp tham gia thực hiện các nội dung thi đua (lĩnh vực: thực hiện chỉ tiêu thu ngân sách" in tax

    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    (record,) = office.glob("campaigns/*/nominations/cong-ty-ich-17/duong-thi-oanh.yaml")
    drop_lines(record, "nam_sinh:")
    bare = printed("bao-cao-ca-nhan", tmp_path / "b", "--draft", office=record)
    assert "Ngày, tháng, năm sinh: …." in words(bare / "cong-ty-ich-17--duong-thi-oanh.docx")


def test_a_household_is_confirmed_where_it_lives_and_its_address_begins_a_cell_with_a_capital(tmp_path: Path) -> None:
    home = words(printed("bao-cao-ho-gia-dinh", tmp_path, office=WARD) / "ubmttq-phuong--ho-ngo-van-ba.docx")
    person = words(printed("bao-cao-ca-nhan", tmp_path, office=WARD) / "ubmttq-phuong--ho-quang-tri.docx")
    listed = words(printed("danh-sach", tmp_path / "a", office=WARD) / "mttq-phuong.docx").splitlines()
    submission = words(printed("to-trinh", tmp_path, office=WARD) / "mttq-phuong.docx")

    assert "XÁC NHẬN CỦA NƠI CƯ TRÚ TRƯỞNG KHU PHỐ" in home.replace("\n", " ")
    assert "XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ TRƯỞNG KHU PHỐ" in person.replace("\n", " ")
    assert "Số 27 ngõ 14, Khu phố 2, phường An Mẫu" in listed
    assert "Khu phố, hộ gia đình, người dân" in listed
    assert "Hộ gia đình ông Ngô Văn Ba, số 27 ngõ 14, Khu phố 2" in submission


def test_a_year_s_plan_is_spoken_of_only_beside_figures(tmp_path: Path) -> None:
    reports = printed("bao-cao-tap-the", tmp_path, office=ROOT / "examples" / "quan-5")

    assert "; chỉ tiêu tính theo năm kế hoạch." in words(reports / "ubnd-phuong-mau-1--ubnd-phuong-mau-1.docx")
    assert "năm kế hoạch" not in words(reports / "ubnd-phuong-mau-1--khu-pho-3.docx")


def test_an_invitation_cites_the_plan_whole_and_tellers_stand_one_a_line(tmp_path: Path) -> None:
    invited = words(printed("giay-moi", tmp_path) / "phuong-17-2024-12-16.docx")
    tellers = words(printed("bien-ban-kiem-phieu", tmp_path) / "phuong-18-2024-12-16.docx").splitlines()

    assert (
        "dự họp xét, đề nghị khen thưởng theo Kế hoạch số 303/KH-UBND ngày 11 tháng 11 năm 2024 của Ủy ban" in invited
    )
    at = tellers.index("Ban kiểm phiếu do cuộc họp cử, gồm:")
    assert tellers[at + 1 : at + 4] == [
        "1. Ông Giang Văn Thuận;",
        "2. Bà Lê Nguyễn Hoài Phương;",
        "3. Bà Trương Mỹ Lệ.",
    ]


def test_a_confirmation_names_where_a_person_works_and_sets_no_comma_before_its_verb(tmp_path: Path) -> None:
    made = printed("xac-nhan-khen-thuong", tmp_path)
    company = "cong-ty-tnhh-mot-thanh-vien-dich-vu-cong-ich-mau-17"

    person = "xác nhận bà Lê Thị Cẩm, sinh năm 1988, Ủy ban nhân dân Phường 17, Quận 11 đã được khen thưởng 01 lần:"
    assert person in words(made / "le-thi-cam-1988.docx")
    assert "Dịch vụ công ích Mẫu 17 đã được khen thưởng 01 lần:" in words(made / f"{company}.docx")


def test_what_goes_up_is_counted_by_award_and_figures_have_one_title(tmp_path: Path) -> None:
    listed = words(printed("danh-sach-cap-tren", tmp_path) / "quan-11-2024-12-24.docx")
    annex = words(next(printed("phu-luc-bao-cao", tmp_path).glob("tong-ket*.docx")))

    assert (
        "Tổng cộng: 05 tập thể, 03 cá nhân (Bằng khen: 04 tập thể, 01 cá nhân; Thư khen: 01 tập thể, 02 cá nhân)."
    ) in listed
    assert "Phụ lục\nSố liệu" not in annex
    assert annex.upper().count("PHỤ LỤC") == 1


def test_nothing_final_is_printed_without_somebody_whose_record_cannot_be_read(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    (record,) = office.glob("campaigns/*/nominations/ubnd-phuong-17/le-thi-cam.yaml")
    whole = record.read_text(encoding="utf-8")
    record.write_text(whole.replace("\n    loai_giai_phap:", "\n\tloai_giai_phap:"), encoding="utf-8")

    for kind, of, other in (
        ("dossier", "hồ sơ phuong-17", "phuong-18"),
        ("to-trinh", "phuong-17", "phuong-18"),
        ("bien-ban", "phuong-17-2024-12-16", "phuong-18-2024-12-16"),
        ("quyet-dinh", "5012-qd-ubnd", ""),
        ("giay-khen", "5012-qd-ubnd", ""),
        ("tong-ket", "tong-ket/ubnd-quan-11", ""),
    ):
        done = thidua("render", kind, office, "--out", tmp_path / kind)
        assert done.returncode == 1
        assert f"Chưa in {of}: còn 1 lỗi, ví dụ TD102 dòng thụt lề bằng phím Tab" in done.stderr, kind
        if kind == "tong-ket":
            assert not (tmp_path / kind).exists()
        names = [path.name for path in (tmp_path / kind).rglob("*")] if (tmp_path / kind).exists() else []
        assert not any(name.startswith(of.rpartition(" ")[2]) for name in names if name != "phuong-17-thu-khen")
        assert not other or any(name.startswith(other) for name in names)

    tables = thidua("export", office, "--only", "tong-hop", "--out", tmp_path / "bang")
    assert "Các bảng trên thiếu 1 bản ghi không đọc được, ví dụ " in tables.stderr
    assert "ubnd-phuong-17/le-thi-cam.yaml" in tables.stderr
    assert thidua("export", OFFICE, "--only", "tong-hop", "--out", tmp_path / "bang-du").stderr == ""
    slip = words(printed("phieu-kiem-tra", tmp_path / "phieu", office=office) / "phuong-17.docx")
    assert "04 trường hợp: 03 đủ thành phần; 01 chưa đọc được." in slip
    assert "Đề nghị chưa đọc được\nDòng thụt lề bằng phím Tab\n" in slip
    draft = words(printed("to-trinh", tmp_path / "d", "--draft", office=office) / "phuong-17.docx")
    assert "DỰ THẢO" in draft

    (only,) = office.glob("campaigns/*/dossiers/phuong-17.yaml")
    held = only.read_text(encoding="utf-8")
    lost = "  - ubnd-phuong-17/le-thi-cam\n"
    listed = held[held.index("truong_hop:") : held.index(lost) + len(lost)]
    only.write_text(held.replace(listed, f"truong_hop:\n{lost}").replace("  - ubnd-phuong-17/pham-van-dung\n", ""))
    done = thidua("render", "to-trinh", only, "--out", tmp_path / "e")
    assert "Chưa in phuong-17: còn 1 lỗi, ví dụ TD102" in done.stderr, "one case, unread, is not no case"


def test_one_case_is_spoken_of_as_one(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    (record,) = office.glob("campaigns/*/dossiers/phuong-19.yaml")
    several = words(printed("to-trinh", tmp_path / "a", office=record) / "phuong-19.docx")
    drop_lines(record, "  - ubnd-phuong-19/huynh-tan-luc")
    single = words(printed("to-trinh", tmp_path / "b", "--draft", office=record) / "phuong-19.docx")

    assert "\nCác trường hợp nêu trên đã có thành tích xuất sắc" in several
    assert "; các cá nhân được đề nghị không thuộc" in several
    assert "\nTrường hợp nêu trên đã có thành tích xuất sắc" in single
    assert "; cá nhân được đề nghị không thuộc" in single


def test_a_slip_names_a_case_as_papers_do_and_a_procedure_by_its_clause(tmp_path: Path) -> None:
    common = ROOT / "examples" / "loi-thuong-gap"
    kind = "phieu-huong-dan-bo-sung"
    (taxed,) = printed(kind, tmp_path / "a", office=common / "doanh-nghiep-thieu-xac-nhan-thue").iterdir()
    (mixed,) = printed(kind, tmp_path / "b", office=common / "thu-khen-trong-ho-so-bang-khen").iterdir()
    lines = words(taxed).splitlines()

    at = lines.index("Ông Hà Ngọc Sơn")
    assert lines[at + 1] == "Thiếu xác nhận hoàn thành nghĩa vụ thuế", "the name stands in the cell before it"
    assert "Thêm tài liệu loại “xác nhận hoàn thành nghĩa vụ thuế”" in lines
    assert "Chuyển sang hồ sơ có thủ tục của kế hoạch: thủ tục ở Mục III.4.3" in words(mixed).splitlines()


def test_sentences_hold_whatever_is_put_into_them(dossiers: Path, tmp_path: Path) -> None:
    """A point attested begins with a noun or a verb; a day of receipt has its hour or has none."""
    minutes = words(dossiers / "phuong-17" / "02-bien-ban.docx")
    assert "Hội đồng xác nhận đối với các trường hợp được xét: nội bộ đoàn kết." in minutes.splitlines()
    timed = words(dossiers / "phuong-17" / "00-phieu-kiem-tra.docx")
    assert "Thời gian nhận: 15 giờ 20, ngày 18 tháng 12 năm 2024; lần nộp: 1." in timed.splitlines()
    plain = printed("phieu-kiem-tra", tmp_path, office=ROOT / "examples" / "quan-90-ngay") / "phong-noi-vu.docx"
    assert "Thời gian nhận: ngày 06 tháng 01 năm 2025." in words(plain).splitlines()
