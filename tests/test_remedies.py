"""What a clerk is told to do about a slip: the very thing meant, all of it at once, and where it is written."""

from pathlib import Path

from harness import TODAY, load, write

from thidua_cli.book import read_book
from thidua_cli.rules import inspect


def test_a_name_typed_for_an_id_is_told_the_id(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    drive = tmp_path / "campaigns" / "q11"
    for folder, key, typed in (
        ("dossiers", "don_vi_trinh: phuong-1", "don_vi_trinh: UBND Phường 1"),
        ("meetings", "hoi_dong: hd-phuong-1", "hoi_dong: Hội đồng thi đua - khen thưởng Phường 1"),
    ):
        (file,) = (drive / folder).glob("*.yaml")
        file.write_text(file.read_text(encoding="utf-8").replace(key, typed), encoding="utf-8")
    office = tmp_path / "thidua.yaml"
    office.write_text(office.read_text(encoding="utf-8").replace("phong-noi-vu", "Phòng Y tế"), encoding="utf-8")

    found = [one for one in read_book(tmp_path).found if one.code.id == "TD111"]

    assert {one.route: one.remedy for one in found} == {
        ("don_vi_trinh",): "có phải “phuong-1”?",
        ("hoi_dong",): "có phải “hd-phuong-1”?",
        ("co_quan_thuong_truc",): "ví dụ: phong-noi-vu",
    }


def test_a_term_nobody_declared_is_told_where_a_plan_declares_it(tmp_path: Path) -> None:
    write(load("plan:ke-hoach-tu-viet"), tmp_path)
    drive = tmp_path / "campaigns" / "q11"
    criteria = drive / "criteria.yaml"
    criteria.write_text(
        criteria.read_text(encoding="utf-8").replace("can_xac_nhan: doan_ket", "can_xac_nhan: xung_kich"),
        encoding="utf-8",
    )
    case = drive / "nominations" / "phuong-1" / "phuong-1.yaml"
    case.write_text(case.read_text(encoding="utf-8") + "su_that:\n  xung_kich: có\n", encoding="utf-8")

    found = [one for one in read_book(tmp_path).found if one.code.id == "TD204"]

    in_plan, in_case = sorted(found, key=lambda one: one.file)
    assert in_plan.remedy.endswith("; điểm xác nhận mới thì khai ở du_lieu.xac_nhan của campaign.yaml")
    assert "khai ở" not in in_case.remedy, "whoever proposes writes no plan"


def test_all_that_figures_lack_is_told_at_once(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    case = tmp_path / "campaigns" / "q11" / "nominations" / "phuong-1" / "phuong-1.yaml"
    lines = case.read_text(encoding="utf-8").splitlines(keepends=True)
    bare = (line for line in lines if not line.startswith(("  nam_ke_hoach:", "  ngay_chot:", "  loai_so:")))
    case.write_text("".join(bare), encoding="utf-8")

    (one,) = [one for one in inspect(read_book(tmp_path), TODAY).found if one.code.id == "TD502"]

    assert one.message.endswith("số liệu chưa ghi là thực hiện hay ước thực hiện, ngày chốt, năm kế hoạch")
    assert one.remedy == "ghi loai_so: thực hiện, ngay_chot, nam_ke_hoach"
