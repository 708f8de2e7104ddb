"""A dossier's folder: complete, agreeing with itself, the same on any day, and never written over."""

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from running import ROOT, drop_lines, thidua

from thidua_cli.render.folder import MANIFEST

OFFICE = ROOT / "examples" / "quan-11"
CAMPAIGN = "quan-11-2024-60-ngay-dem"


def words(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    text = re.sub(r"</w:p>|<w:br/>", "\n", xml)
    plain = re.sub(r"<[^>]+>", "", text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def sums(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("in") / "hồ sơ in"
    done = thidua("render", "dossier", OFFICE, "--out", out)
    assert done.returncode == 0, done.stderr
    return out / CAMPAIGN


def test_every_dossier_is_printed(printed: Path) -> None:
    dossiers = sorted(path.stem for path in (OFFICE / "campaigns" / CAMPAIGN / "dossiers").glob("*.yaml"))

    assert sorted(path.name for path in printed.iterdir()) == dossiers


def test_a_folder_holds_all_papers_and_a_true_manifest(printed: Path) -> None:
    folder = printed / "phuong-17"
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    assert {
        "00-muc-luc.docx",
        "00-phieu-kiem-tra.docx",
        "01-to-trinh.docx",
        "01-phu-luc-danh-sach.docx",
        "02-bien-ban.docx",
        "manifest.json",
    } <= names
    assert sum(name.startswith("03-bao-cao-thanh-tich/") for name in names) == 4
    assert {one["duong_dan"]: one["sha256"] for one in manifest["tep"]} == {
        name: digest for name, digest in sums(folder).items() if name != "manifest.json"
    }


def test_a_letter_of_praise_goes_by_cong_van(printed: Path) -> None:
    folder = printed / "phuong-17-thu-khen"
    text = words(folder / "01-cong-van.docx")

    assert not (folder / "01-to-trinh.docx").exists()
    assert "V/v đề nghị gửi" in text.replace("\n", " ")
    assert "phần mềm liên thông của Sở Nội vụ" in text
    assert "TỜ TRÌNH" not in text
    assert "tiền" not in text


def test_the_papers_agree_on_names_counts_dates_and_votes(printed: Path) -> None:
    folder = printed / "phuong-17"
    submission, listing, minutes = (
        words(folder / f"{name}.docx") for name in ("01-to-trinh", "01-phu-luc-danh-sach", "02-bien-ban")
    )

    for name in ("Trần Văn Bình", "Lê Thị Cẩm", "Phạm Văn Dũng"):
        assert name in submission
        assert name in listing
        assert name in minutes
    for text in (submission, listing):
        assert "01 tập thể, 03 cá nhân" in text
    assert "06/07" in submission
    assert "6/7 (85,71%)" in minutes
    assert "ngày 16 tháng 12 năm 2024" in submission
    assert "ngày 16 tháng 12 năm 2024" in minutes
    assert "phản đấu" not in submission + listing + minutes


def test_the_plan_is_cited_as_corrected_and_with_the_right_issuer(printed: Path) -> None:
    text = words(printed / "phuong-17" / "01-to-trinh.docx")

    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" in text
    assert "của Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh về việc công bố danh mục" in text
    assert "phấn đấu hoàn thành chỉ tiêu kinh tế - xã hội năm 2024" in text


def test_one_meeting_gives_one_set_of_minutes(printed: Path) -> None:
    assert (printed / "phuong-17" / "02-bien-ban.docx").read_bytes() == (
        printed / "phuong-17-thu-khen" / "02-bien-ban.docx"
    ).read_bytes()


def test_what_was_said_in_writing_is_in_the_share_and_the_minutes_say_so(printed: Path) -> None:
    council, ward = (words(printed / name / "02-bien-ban.docx") for name in ("phuong-18", "phuong-17"))

    assert "tỷ lệ tính cả ý kiến bằng văn bản của thành viên vắng mặt: ông Chung Đức Thắng tán thành 04" in council
    assert "ý kiến bằng văn bản" not in ward.partition("Biểu quyết")[2]


def test_a_field_nobody_named_leaves_no_hole_in_a_report(tmp_path: Path) -> None:
    done = thidua("render", "bao-cao-ca-nhan", ROOT / "examples" / "quan-5", "--out", tmp_path)
    assert done.returncode == 0, done.stderr

    for path in tmp_path.rglob("*.docx"):
        assert "thực hiện các nội dung thi đua." in words(path)


def test_within_a_line_people_are_ong_and_ba_in_small_letters(printed: Path) -> None:
    contents = words(printed / "phuong-17" / "00-muc-luc.docx")

    assert "Báo cáo thành tích của bà Lê Thị Cẩm" in contents
    assert "Báo cáo thành tích của Ủy ban nhân dân Phường 17" in contents


def test_nobody_confirms_his_own_report(printed: Path) -> None:
    reports = list(printed.glob("*/03-bao-cao-thanh-tich/*duong-thi-oanh.docx"))
    text = words(reports[0])
    signatures = text[text.index("XÁC NHẬN CỦA") :]

    assert signatures.count("Dương Thị Oanh") == 1
    assert "XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP" in signatures.replace("\n", " ")


def test_sixty_cases_are_counted_in_the_body_and_named_in_the_annex(printed: Path) -> None:
    folder = next(path for path in printed.iterdir() if len(list(path.glob("03-bao-cao-thanh-tich/*"))) == 60)
    submission, listing = words(folder / "01-to-trinh.docx"), words(folder / "01-phu-luc-danh-sach.docx")
    names = [
        line
        for line in (OFFICE / "campaigns" / CAMPAIGN / "dossiers" / f"{folder.name}.yaml")
        .read_text(encoding="utf-8")
        .splitlines()
        if line.startswith("  - trung-tam-dvdt-18/")
    ]

    assert len(names) == 60
    assert "59 cá nhân" in submission
    assert "a) " not in submission
    assert "01 tập thể, 59 cá nhân" in listing


def test_same_records_same_bytes_elsewhere_and_later(printed: Path, tmp_path: Path) -> None:
    done = thidua(
        "render",
        "dossier",
        OFFICE,
        "--out",
        tmp_path / "x",
        "--unit",
        "ubnd-phuong-17",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="7",
    )

    assert done.returncode == 0
    for name in ("phuong-17", "phuong-17-thu-khen"):
        assert sums(tmp_path / "x" / CAMPAIGN / name) == sums(printed / name)


def test_properties_name_no_person_and_no_program(printed: Path) -> None:
    with zipfile.ZipFile(printed / "phuong-17" / "01-to-trinh.docx") as package:
        core, app = package.read("docProps/core.xml").decode(), package.read("docProps/app.xml").decode()

    assert "Nguyễn" not in core
    assert not re.search(r"python|thidua|LibreOffice", core + app, re.I)


def test_signed_papers_are_never_printed_over(tmp_path: Path) -> None:
    out = tmp_path / "in"
    assert thidua("render", "dossier", OFFICE, "--out", out, "--unit", "ubnd-phuong-17").returncode == 0
    before = sums(out)

    plain = thidua("render", "dossier", OFFICE, "--out", out, "--unit", "ubnd-phuong-17")
    forced = thidua("render", "dossier", OFFICE, "--out", out, "--unit", "ubnd-phuong-17", "--force")

    assert (plain.returncode, forced.returncode) == (2, 2)
    assert "đã ký ban hành" in forced.stderr
    assert sums(out) == before


def test_force_replaces_a_folder_whole(tmp_path: Path) -> None:
    out = tmp_path / "in"
    unsigned = "ban-qlda-mau-11"
    assert thidua("render", "dossier", OFFICE, "--out", out, "--unit", unsigned).returncode == 0
    folder = out / CAMPAIGN / unsigned
    (folder / "thừa.txt").write_text("x", encoding="utf-8")
    listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    # As if an earlier run had printed it: what none has printed is not taken away (test_output).
    listed["tep"].append({"duong_dan": "thừa.txt"})
    (folder / MANIFEST).write_text(json.dumps(listed), encoding="utf-8")

    again = thidua("render", "dossier", OFFICE, "--out", out, "--unit", unsigned, "--force")

    assert again.returncode == 0
    assert not (folder / "thừa.txt").exists()
    assert [path.name for path in (out / CAMPAIGN).iterdir()] == [unsigned], "nothing is left beside"


def test_errors_refuse_printing_and_a_draft_says_so_on_paper(tmp_path: Path) -> None:
    late = ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12"
    refused = thidua("render", "dossier", late, "--out", tmp_path / "a")
    draft = thidua("render", "dossier", late, "--out", tmp_path / "b", "--draft")

    assert refused.returncode == 1
    assert "TD301" in refused.stderr
    assert not list((tmp_path / "a").rglob("*.docx"))
    assert draft.returncode == 0
    assert "DỰ THẢO" in words(next((tmp_path / "b").rglob("01-to-trinh.docx")))


def test_a_dossier_without_a_case_asks_for_nothing_and_only_its_slip_is_printed(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    (office / "campaigns" / CAMPAIGN / "dossiers" / "moi-mo.yaml").write_text(
        "don_vi_trinh: ubnd-phuong-17\nthu_tuc: thu-tuc-khen-thuong\ntruong_hop: []\n", encoding="utf-8"
    )
    mine = office / "campaigns" / CAMPAIGN / "dossiers" / "moi-mo.yaml"

    for kind in ("dossier", "to-trinh", "danh-sach", "muc-luc"):
        done = thidua("render", kind, mine, "--out", tmp_path / "in", cwd=office)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"Không in {kind} cho moi-mo: hồ sơ chưa có trường hợp nào.\n"
    assert not (tmp_path / "in").exists()
    assert thidua("render", "phieu-kiem-tra", mine, "--out", tmp_path / "in", cwd=office).returncode == 0
    slip = words(next((tmp_path / "in").rglob("*.docx")))
    assert "Hồ sơ chưa có trường hợp nào" in slip.splitlines()


def test_a_report_nobody_has_written_is_a_draft_to_write_on_and_in_no_list(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    ward = office / "campaigns" / CAMPAIGN / "nominations" / "ubnd-phuong-18"
    drop_lines(ward / "dinh-quoc-khanh.yaml", "bao_cao_thanh_tich:")
    (ward / "ton-nu-ai-vy.md").write_text(" \n", encoding="utf-8")

    done = thidua("render", "dossier", office, "--unit", "ubnd-phuong-18", "--out", tmp_path / "in", "--draft")

    folder = tmp_path / "in" / CAMPAIGN / "phuong-18"
    whole, unwritten, blank = (words(one) for one in sorted((folder / "03-bao-cao-thanh-tich").iterdir()))
    assert "2 báo cáo chưa ai viết, in DỰ THẢO, không kê vào mục lục: 02-dinh-quoc-khanh.docx, " in done.stdout
    for text in (unwritten, blank):
        assert "… (viết: việc được giao" in text
    assert "lập 126 trang ảnh theo mốc thi công" in unwritten, "what the record tells is not written twice"
    assert "(viết:" not in whole
    contents = words(folder / "00-muc-luc.docx")
    assert "Báo cáo thành tích của Ủy ban nhân dân Phường 18" in contents
    assert "Đinh Quốc Khánh" not in contents
    assert "Ái Vy" not in contents
    assert "Báo cáo thành tích của 01 tập thể (01 bản chính)" in words(folder / "01-to-trinh.docx")


def test_an_unwritten_report_is_stamped_where_all_else_is_final_and_an_own_file_is_not_printed_again(
    tmp_path: Path,
) -> None:
    office = tmp_path / "vp"
    shutil.copytree(ROOT / "examples" / "quan-5", office)
    records = office / "campaigns" / "quan-5-2021-90-ngay" / "nominations"
    someone = next(
        path
        for path in sorted(records.rglob("*.yaml"))
        if "bao_cao_thanh_tich: le-van-tam.md" in path.read_text(encoding="utf-8")
    )
    drop_lines(someone, "bao_cao_thanh_tich:")
    done = thidua("render", "dossier", office, "--out", tmp_path / "in")

    assert "1 báo cáo chưa ai viết" in done.stdout
    drafts = [path.name for path in (tmp_path / "in").rglob("*.docx") if "DỰ THẢO" in words(path)]
    assert [name[3:] for name in drafts] == ["le-van-tam.docx"]
    own = thidua("render", "bao-cao-ca-nhan", OFFICE, "--unit", "ubnd-phuong-17", "--out", tmp_path / "rieng")
    assert "Không in bao-cao-ca-nhan cho ubnd-phuong-17/tran-van-binh" in own.stdout
    assert not list((tmp_path / "rieng").rglob("*tran-van-binh*"))


def test_merit_nobody_has_told_is_a_blank_to_write_in(tmp_path: Path) -> None:
    office = tmp_path / "quan-11"
    shutil.copytree(OFFICE, office)
    (case,) = office.glob("campaigns/*/nominations/ubnd-phuong-17/le-thi-cam.yaml")
    told = case.read_text(encoding="utf-8")
    case.write_text(re.sub(r"(?m)^tom_tat_thanh_tich:.*\n(?:  .*\n)*", "", told), encoding="utf-8")
    (record,) = office.glob("campaigns/*/dossiers/phuong-17.yaml")

    done = thidua("render", "dossier", record, "--out", tmp_path / "in")

    assert done.returncode == 0, done.stderr
    folder = tmp_path / "in" / CAMPAIGN / "phuong-17"
    assert "chưa có tóm tắt" not in words(folder / "02-bien-ban.docx")
    assert re.search("Bà Lê Thị Cẩm, .*: …", words(folder / "02-bien-ban.docx"))
    assert "\n…\n" in words(folder / "01-phu-luc-danh-sach.docx")


def test_a_collective_of_no_record_is_named_with_its_unit_once(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    record = office / "campaigns" / CAMPAIGN / "nominations" / "ubnd-phuong-18" / "ubnd-phuong-18.yaml"
    whole = record.read_text(encoding="utf-8")
    for typed, printed in (
        ("Tổ Tiếp nhận và trả kết quả", "Tổ Tiếp nhận và trả kết quả, Ủy ban nhân dân Phường 18, Quận 11"),
        ("Tổ Một cửa, Phường 18, Quận 11", "Tổ Một cửa, Phường 18, Quận 11"),
        ("Tổ Một cửa UBND Phường 18", "Tổ Một cửa UBND Phường 18"),
    ):
        record.write_text(f"ten_tap_the: {typed}\n{whole}", encoding="utf-8")
        done = thidua(
            "render", "to-trinh", office, "--unit", "ubnd-phuong-18", "--out", tmp_path / "in", "--draft", "--force"
        )
        assert done.returncode == 0, done.stderr
        submission = words(tmp_path / "in" / CAMPAIGN / "to-trinh" / "phuong-18.docx")
        assert f"a) {printed}." in submission.splitlines(), typed


def test_a_slip_names_papers_and_people_never_keys_ids_or_files(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    folder = office / "campaigns" / CAMPAIGN
    drop_lines(folder / "nominations" / "ubnd-phuong-18" / "dinh-quoc-khanh.yaml", "linh_vuc:", "bao_cao_thanh_tich:")
    drop_lines(folder / "dossiers" / "phuong-18.yaml", "so_ky_hieu:", "ngay_ban_hanh:", "da_ky_ban_hanh:")
    done = thidua("render", "phieu-huong-dan-bo-sung", office, "--unit", "ubnd-phuong-18", "--out", tmp_path / "in")

    assert done.returncode == 0, done.stderr
    slip = words(tmp_path / "in" / CAMPAIGN / "phieu-huong-dan-bo-sung" / "phuong-18.docx")
    lines = slip.splitlines()
    assert "Văn bản đề nghị chưa ghi số Tờ trình, ngày Tờ trình" in lines
    at = lines.index("Văn bản đề nghị chưa ghi số Tờ trình, ngày Tờ trình")
    assert (lines[at - 1], lines[at + 1]) == ("Tờ trình", "Mục số Tờ trình")
    assert "Mục lĩnh vực theo tuyến trình" in lines
    assert "Ghi lĩnh vực theo tuyến trình; không thuộc lĩnh vực nào thì ghi các nội dung khác theo thẩm quyền" in lines
    assert not re.findall(r"\b[a-z]+_[a-z_]+|\.yaml|\b(?:ubnd|phuong|noi)-[a-z0-9-]+", slip)


def test_the_launch_is_told_from_the_units_own_record_with_its_plan_cited_whole(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-19.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^ket_qua_phat_dong:.*\n(?:  .*\n)*", "", text), encoding="utf-8")
    done = thidua("render", "to-trinh", office, "--unit", "ubnd-phuong-19", "--out", tmp_path / "in", "--draft")

    assert done.returncode == 0, done.stderr
    assert (
        "Ủy ban nhân dân Phường 19 đã ban hành Kế hoạch số 37/KH-UBND ngày 18 tháng 11 năm 2024, phát động Đợt thi đua "
        "ngày 19 tháng 11 năm 2024 (hình thức: lồng ghép trong buổi chào cờ và họp giao ban) với 05 chỉ tiêu cụ thể."
    ) in words(tmp_path / "in" / CAMPAIGN / "to-trinh" / "phuong-19.docx")


def test_what_is_left_out_of_a_share_is_told_only_where_there_is_some(printed: Path) -> None:
    some, none = (words(printed / name / "01-to-trinh.docx") for name in ("phuong-17", "phuong-18"))

    assert "(không tính 350.000.000 đồng vốn đăng ký bổ sung)" in some
    assert "97,50%" in none
    assert "không tính" not in none


def test_what_units_yaml_lacks_for_a_paper_is_said_where_it_is_printed(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(ROOT / "examples" / "quan-7", office)
    bare = thidua("render", "ban-dang-ky", office, "--out", tmp_path / "in", "--unit", "phong-noi-vu")
    whole = thidua("render", "ban-dang-ky", office, "--out", tmp_path / "in", "--unit", "ubnd-phuong-mau-1")

    assert "Giấy của PHÒNG NỘI VỤ in ra còn chỗ trống.\n  = ghi dia_danh, nguoi_dung_dau của đơn vị" in bare.stdout
    assert whole.returncode == 0
    assert "còn chỗ trống" not in whole.stdout

    listing = (office / "units.yaml").read_text(encoding="utf-8")
    (office / "units.yaml").write_text(
        listing.replace("- id: phong-noi-vu\n", "- id: phong-noi-vu\n  dia_danh: Quận 7\n"), encoding="utf-8"
    )
    named = thidua("render", "ban-dang-ky", office, "--out", tmp_path / "b", "--unit", "phong-noi-vu")
    assert "  = ghi nguoi_dung_dau của đơn vị ở units.yaml" in named.stdout


def test_a_committee_that_says_not_how_it_works_is_asked_how_it_signs(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(ROOT / "examples" / "quan-11", office)
    told = " / ỦY BAN NHÂN DÂN PHƯỜNG 17 in ra còn chỗ trống.\n  = ghi che_do_lam_viec (ký TM. hay không)"
    said = thidua("render", "to-trinh", office, "--out", tmp_path / "in", "--unit", "ubnd-phuong-17")
    units = office / "units.yaml"
    before, ward = units.read_text(encoding="utf-8").split("- id: ubnd-phuong-17", 1)
    ward = ward.replace("  che_do_lam_viec: thủ trưởng\n", "", 1)
    units.write_text(f"{before}- id: ubnd-phuong-17{ward}", encoding="utf-8")
    unsaid = thidua("render", "to-trinh", office, "--out", tmp_path / "in-2", "--unit", "ubnd-phuong-17")

    assert told not in said.stdout
    assert told in unsaid.stdout


def test_nothing_typed_is_lost(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    record = office / "campaigns" / CAMPAIGN / "nominations" / "ubnd-phuong-17" / "le-thi-cam.md"
    hostile = "Chi phí < 5 & > 3 *sao* |ống| {{ 7*7 }} {% if %} “ngoặc” ﷽ e\u0301"
    record.write_text(f"# Kết quả <b>\n\n{hostile}\n", encoding="utf-8")

    done = thidua("render", "bao-cao-ca-nhan", record.with_suffix(".yaml"), "--out", tmp_path / "in")

    assert done.returncode == 0, done.stderr
    text = words(next((tmp_path / "in").rglob("*.docx")))
    assert "Chi phí < 5 & > 3 *sao* |ống| {{ 7*7 }} {% if %} “ngoặc” ﷽ é" in text
    assert "Kết quả <b>" in text


def test_an_office_template_wins_and_a_hostile_one_is_refused(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    shipped = (ROOT / "templates" / "phieu-kiem-tra.md").read_text(encoding="utf-8")
    own = office / "templates" / "phieu-kiem-tra.md"
    own.parent.mkdir()
    own.write_text(
        shipped.replace("Hồ sơ không có nội dung cần bổ sung", "Hồ sơ đã đủ theo mẫu riêng"), encoding="utf-8"
    )
    good = thidua("render", "phieu-kiem-tra", office, "--out", tmp_path / "a", "--unit", "ubnd-phuong-17")
    own.write_text(shipped + "\n{{ ''.__class__.__mro__ }}\n", encoding="utf-8")
    bad = thidua("render", "phieu-kiem-tra", office, "--out", tmp_path / "b", "--unit", "ubnd-phuong-17")

    assert good.returncode == 0
    assert "mẫu riêng" in words(next((tmp_path / "a").rglob("phuong-17.docx")))
    assert bad.returncode == 1
    assert "TD70" in bad.stderr
    assert "templates/phieu-kiem-tra.md:" in bad.stderr
    assert not (tmp_path / "b").exists()


def test_an_office_that_writes_uy_with_the_tone_late_gets_its_papers_so(tmp_path: Path) -> None:
    office = tmp_path / "quan-11"
    shutil.copytree(OFFICE, office)
    settings, units = office / "thidua.yaml", office / "units.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("òa, úy", "oà, uý"), encoding="utf-8")
    late = units.read_text(encoding="utf-8").replace("Ủy ban", "Uỷ ban").replace("ỦY BAN", "UỶ BAN")
    at = late.index("- id: ubnd-phuong-17")
    units.write_text(late[:at] + late[at:].replace("lam_viec: thủ trưởng", "lam_viec: tập thể", 1), encoding="utf-8")

    record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-17.yaml"
    said = record.read_text(encoding="utf-8")
    record.write_text(said.replace("  quyen_han_ky:\n    - CHỦ TỊCH\n", ""), encoding="utf-8")
    done = thidua("render", "dossier", record, "--out", tmp_path / "in")
    folder = tmp_path / "in" / CAMPAIGN / "phuong-17"

    assert done.returncode == 0, done.stderr
    submission, minutes = words(folder / "01-to-trinh.docx"), words(folder / "02-bien-ban.docx")
    assert "TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH\n" in submission
    assert "Chủ toạ kết luận" in minutes
    assert "của Ủy ban nhân dân Quận 11" in submission  # what the plan is quoted with stays as the plan has it
    assert "Chủ tọa kết luận" not in minutes
    assert thidua("verify", tmp_path / "in", "--repo", office).returncode == 0
