"""Branches of real git repositories: what they changed, what that means, and what is said when git cannot tell."""

import json
import re
from pathlib import Path

import pytest
from branches import CASES, DRIVE, edit, git, office, repository, save
from running import thidua

from thidua_cli.book import Disk, read_book, read_files
from thidua_cli.book.git import Snapshot, changed_since, merge_base
from thidua_cli.diagnostic import Refused

CAM, COLLECTIVE = f"{CASES}/le-thi-cam.yaml", f"{CASES}/ubnd-phuong-17.yaml"
LATE = ("ngay_nhan: 18/12/2024", "ngay_nhan: 20/12/2024")


@pytest.fixture
def vp(tmp_path: Path) -> Path:
    return repository(tmp_path / "Văn phòng 11")


def second_drive(vp: Path) -> None:
    """Another campaign with a mistake of its own, on the main branch already."""
    other = vp / "campaigns" / "dot-khac"
    (other / "nominations" / "ubnd-phuong-17").mkdir(parents=True)
    (other / "campaign.yaml").write_text("ke_hoach: quan-11-2024-60-ngay-dem\n", encoding="utf-8")
    (other / "nominations" / "ubnd-phuong-17" / "ai.yaml").write_text("doi_tuong: cá nhân\n", encoding="utf-8")


# -- what a branch changed -----------------------------------------------------------------------


def test_changed_shows_the_campaign_a_file_belongs_to_and_no_other(vp: Path) -> None:
    git(vp, "switch", "-q", "main")
    second_drive(vp)
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", *LATE)
    save(vp, "Hai đợt, mỗi đợt một lỗi")
    git(vp, "switch", "-q", "-C", "luot-gui")
    edit(vp / CAM, "chuc_vu: Công chức", "chuc_vu: Cán bộ")
    save(vp, "Sửa chức vụ")
    whole, mine = thidua("validate", cwd=vp), thidua("validate", "--changed", "main", cwd=vp)

    assert "campaigns/dot-khac" in whole.stdout
    assert "campaigns/dot-khac" not in mine.stdout
    assert "TD301" in mine.stdout, "the dossier did not change, but its campaign did"
    assert mine.returncode == 1


def test_a_branch_that_changed_nothing_has_nothing_to_answer_for(vp: Path) -> None:
    git(vp, "switch", "-q", "main")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", *LATE)
    save(vp, "Lỗi có sẵn")
    git(vp, "switch", "-q", "-C", "luot-gui")

    assert thidua("validate", cwd=vp).returncode == 1
    assert thidua("validate", "--changed", cwd=vp).returncode == 0


def test_what_is_common_to_the_office_concerns_every_campaign(vp: Path) -> None:
    second_drive(vp)
    save(vp, "Đợt khác")
    git(vp, "switch", "-q", "-c", "tiep")
    with (vp / "units.yaml").open("a", encoding="utf-8") as units:
        units.write("# thêm\n")

    assert "campaigns/dot-khac" in thidua("validate", "--changed=luot-gui", cwd=vp).stdout


def test_the_base_is_where_the_branch_left_not_the_tip_of_main(vp: Path) -> None:
    edit(vp / CAM, "chuc_vu: Công chức", "chuc_vu: Cán bộ")
    save(vp, "Việc của nhánh")
    git(vp, "switch", "-q", "main")
    edit(vp / COLLECTIVE, "loai_so: thực hiện", "loai_so: ước thực hiện")
    save(vp, "Việc của người khác")
    git(vp, "switch", "-q", "luot-gui")

    assert changed_since(vp, merge_base(vp, "main").commit).files == {CAM}


def test_changed_lines_come_first_and_new_files_whole(vp: Path) -> None:
    edit(vp / CAM, "dang_ban: bản sao y", "dang_ban: bản chụp")
    save(vp, "Bản chụp")
    (vp / CASES / "mới “tên”.yaml").write_text("doi_tuong: cá nhân\n", encoding="utf-8")
    touched = changed_since(vp, merge_base(vp, "main").commit)
    number = 1 + (vp / CAM).read_text(encoding="utf-8").splitlines().index("        dang_ban: bản chụp")

    assert touched.lines[CAM] == (range(number, number + 1),)
    assert 1 in touched.lines[f"{CASES}/mới “tên”.yaml"][0]


def test_annotations_put_errors_first_then_changed_lines(vp: Path) -> None:
    git(vp, "switch", "-q", "main")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", *LATE)
    edit(
        vp / COLLECTIVE,
        "dang_ban: bản sao y\n        tep_dinh_kem: evidence/ubnd-phuong-17/bc-55.pdf",
        "dang_ban: bản chụp\n        tep_dinh_kem: evidence/ubnd-phuong-17/bc-55.pdf",
    )
    save(vp, "Lỗi cũ")
    git(vp, "switch", "-q", "-C", "luot-gui")
    edit(vp / f"{CASES}/pham-van-dung.yaml", "gioi_tinh: nam", "gioi_tinh: Nan")
    edit(vp / f"{CASES}/tran-van-binh.yaml", "dang_ban: bản sao y", "dang_ban: bản chụp")
    lines = thidua("validate", "--changed", "--format", "github", cwd=vp).stdout.splitlines()
    told = [
        (
            one.split(" ", 1)[0][2:],
            re.search(r"TD\d+", one)[0],
            "/".join(re.search(r"file=([^,]+)", one)[1].split("/")[-1:]),
        )  # type: ignore[index]
        for one in lines
        if not one.startswith("::notice")
    ]

    assert told == [
        ("error", "TD110", "pham-van-dung.yaml"),
        ("error", "TD301", "phuong-17.yaml"),
        ("warning", "TD407", "tran-van-binh.yaml"),
        ("warning", "TD407", "ubnd-phuong-17.yaml"),
    ]


def test_an_office_below_the_top_of_its_repository(tmp_path: Path) -> None:
    office(tmp_path / "ho-so")
    git(tmp_path, "init", "-q", "-b", "main")
    save(tmp_path, "Ban đầu")
    git(tmp_path, "switch", "-q", "-c", "luot-gui")
    edit(tmp_path / "ho-so" / CAM, "gioi_tinh: nữ", "gioi_tinh: Nuw")
    (tmp_path / "ngoai.yaml").write_text("không thuộc văn phòng", encoding="utf-8")

    assert changed_since(tmp_path / "ho-so", merge_base(tmp_path / "ho-so", "").commit).files == {CAM}
    done = thidua("validate", "--changed", "--format", "github", cwd=tmp_path / "ho-so")
    assert f"file=ho-so/{CAM}," in done.stdout


# -- an older reading ----------------------------------------------------------------------------


def test_a_commit_is_read_as_the_disk_is(vp: Path) -> None:
    there, here = read_files(Snapshot(vp, git(vp, "rev-parse", "HEAD"))), read_book(vp)

    for id_, drive in here.drives.items():  # look-ups know no equality
        assert there.drives[id_]._replace(terms=drive.terms) == drive
    assert there.units == here.units
    assert there.found == here.found
    assert set(there.disk.files) == set(here.disk.files)
    paper = next(path for path in here.disk.files if path.endswith(".pdf"))
    assert there.disk.read(paper) == here.disk.read(paper)


def test_links_of_a_commit_lead_no_further_than_links_on_the_disk(vp: Path, tmp_path: Path) -> None:
    (tmp_path / "ngoai.yaml").write_text("ngoài", encoding="utf-8")
    (vp / CASES / "ra.yaml").symlink_to(tmp_path / "ngoai.yaml")
    (vp / CASES / "trong.yaml").symlink_to("le-thi-cam.yaml")
    save(vp, "Liên kết")
    snapshot, disk = Snapshot(vp, git(vp, "rev-parse", "HEAD")), Disk(vp)

    assert snapshot.escapes == disk.escapes == [f"{CASES}/ra.yaml"]
    assert snapshot.read(f"{CASES}/trong.yaml") == disk.read(f"{CASES}/trong.yaml")


# -- what a branch means -------------------------------------------------------------------------


def test_diff_says_what_a_branch_means(vp: Path) -> None:
    edit(vp / CAM, "hinh_thuc_de_nghi: Giấy khen quận", "hinh_thuc_de_nghi: Bằng khen Thành phố")
    edit(vp / COLLECTIVE, "von_giai_ngan_theo_ke_hoach: 4.053.000.000", "von_giai_ngan_theo_ke_hoach: 3.900.000.000")
    (vp / CASES / "ho-van-hai.yaml").unlink()
    text = (vp / CASES / "tran-van-binh.yaml").read_text(encoding="utf-8")
    (vp / CASES / "nguoi-moi.yaml").write_text(text.replace("Trần Văn Bình", "Người Mới"), encoding="utf-8")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", *LATE)
    save(vp, "Nhiều việc")
    done = thidua("diff", "main", "--format", "text", "--format", f"markdown={vp / 'y.md'}", cwd=vp)

    assert done.returncode == 0
    for words in (
        "+ Người Mới (Ủy ban nhân dân Phường 17): đề nghị mới Bằng khen Thành phố",
        "− Hồ Văn Hải (Ủy ban nhân dân Phường 17): rút đề nghị Thư khen Thành phố",
        "± Lê Thị Cẩm (Ủy ban nhân dân Phường 17): đổi từ Giấy khen quận sang Bằng khen Thành phố",
        "số vốn đã giải ngân theo kế hoạch được giao: 4.053.000.000 → 3.900.000.000",
        "Q11-T1a Giải ngân vốn đầu tư công từ 95% trở lên kế hoạch được giao: đạt → không đạt",
        "± Hồ sơ phuong-17 (Ủy ban nhân dân Phường 17): hạn cuối 19/12/2024, trễ 1 ngày",
        "ngày nhận: 18/12/2024 → 20/12/2024",
        "01 trường hợp mới, 01 rút, 02 thay đổi",
    ):
        assert words in done.stdout
    assert "Q11-T Đạt một trong" not in done.stdout, "only the innermost answer is told"
    page = (vp / "y.md").read_text(encoding="utf-8")
    assert page.startswith("## Lượt gửi hồ sơ: Ủy ban nhân dân Phường 17 – 04 trường hợp")
    assert "- + **Người Mới (Ủy ban nhân dân Phường 17)**" in page


def test_a_short_value_is_told_before_and_after_and_a_long_one_by_name(vp: Path) -> None:
    edit(vp / CAM, "ngay_bao_cao: 12/12/2024", "ngay_bao_cao: 13/12/2024")
    edit(vp / CAM, "  Hoàn thiện 17/17", "  Đã hoàn thiện 17/17")
    told = thidua("diff", cwd=vp).stdout

    assert "ngay_bao_cao: 12/12/2024 → 13/12/2024" in told
    assert "sửa: tom_tat_thanh_tich" in told


def test_diff_tells_meetings_decisions_duties_and_units_too(vp: Path) -> None:
    edit(vp / DRIVE / "meetings" / "phuong-17-2024-12-16.yaml", "chu_toa: Nguyễn Văn An", "chu_toa: Phan Hữu Tâm")
    decision = vp / DRIVE / "decisions" / "5012-qd-ubnd.yaml"
    decision.parent.mkdir()
    decision.write_text(
        "so_ky_hieu: 5012/QĐ-UBND\nhinh_thuc_khen: gk-q\ntruong_hop:\n  - ubnd-phuong-17/le-thi-cam\n", encoding="utf-8"
    )
    edit(vp / "units.yaml", "ten_don_vi: Ủy ban nhân dân Phường 17", "ten_don_vi: Ủy ban nhân dân Phường Mười Bảy")
    save(vp, "Bản ghi khác")
    done = thidua("diff", "main", "--format", "text", "--format", f"markdown={vp / 'y.md'}", cwd=vp)
    page = (vp / "y.md").read_text(encoding="utf-8")

    for sign, head, below in (
        ("±", "Cuộc họp ngày 16/12/2024, Ủy ban nhân dân Phường Mười Bảy", "chu_toa: Nguyễn Văn An → Phan Hữu Tâm"),
        ("+", "Quyết định 5012/QĐ-UBND", "bản ghi mới, 1 trường hợp"),
        (
            "±",
            "Ủy ban nhân dân Phường Mười Bảy",
            "ten_don_vi: Ủy ban nhân dân Phường 17 → Ủy ban nhân dân Phường Mười Bảy",
        ),
    ):
        assert f"{sign} {head}" in done.stdout
        assert below in done.stdout
        assert f"- {sign} **{head}**" in page
    (vp / DRIVE / "meetings" / "phuong-17-2024-12-16.yaml").unlink()
    assert "− Cuộc họp ngày 16/12/2024" in thidua("diff", "main", cwd=vp).stdout


def test_diff_of_nothing_says_so(vp: Path) -> None:
    assert "Không có thay đổi" in thidua("diff", cwd=vp).stdout


@pytest.mark.parametrize("rewritten", [False, True])
def test_a_renamed_record_is_the_same_case(vp: Path, rewritten: bool) -> None:
    git(vp, "mv", f"{CASES}/ho-van-hai.yaml", f"{CASES}/ho-hai.yaml")
    if rewritten:  # so much that git no longer sees a rename
        (vp / CASES / "ho-hai.yaml").write_text(
            "doi_tuong: cá nhân\nho_ten: Hồ  văn Hải\ndon_vi: ubnd-phuong-17\nhinh_thuc_de_nghi: Giấy khen quận\n",
            encoding="utf-8",
        )
    save(vp, "Đổi tên")
    told = thidua("diff", "main", cwd=vp).stdout

    assert "00 trường hợp mới, 00 rút, 01 thay đổi" in told
    assert f"trước ở tệp {CASES}/ho-van-hai.yaml" in told


def test_a_quota_now_exceeded_is_told(vp: Path) -> None:
    git(vp, "switch", "-q", "main")
    group = "      - hinh_thuc: gk-q\n        don_vi:\n          - ubnd-phuong-17\n        gia_tri: "
    edit(vp / DRIVE / "campaign.yaml", f"{group}3", f"{group}2")
    save(vp, "Phân bổ số lượng")
    git(vp, "switch", "-q", "-C", "luot-gui")
    assert "Vượt số lượng" not in thidua("diff", cwd=vp).stdout
    edit(
        vp / CASES / "tran-van-binh.yaml", "hinh_thuc_de_nghi: Bằng khen Thành phố", "hinh_thuc_de_nghi: Giấy khen quận"
    )

    told = "! Vượt số lượng: Ủy ban nhân dân Phường 17 đề nghị 3 Giấy khen quận, được phân bổ 2"
    assert told in thidua("diff", cwd=vp).stdout


def test_an_extended_deadline_is_told(vp: Path) -> None:
    extended = "    noi_dung: phân bổ và gia hạn\n    han_nop_ho_so:\n      cham_nhat_ngay: 25/12/2024"
    edit(vp / DRIVE / "campaign.yaml", "    noi_dung: phân bổ số lượng khen thưởng theo đơn vị", extended)

    assert "hạn cuối: 19/12/2024 → 25/12/2024" in thidua("diff", cwd=vp).stdout


# -- what git cannot tell ------------------------------------------------------------------------


def test_a_shallow_clone_is_explained(vp: Path, tmp_path: Path) -> None:
    edit(vp / CAM, "chuc_vu: Công chức", "chuc_vu: Cán bộ")
    save(vp, "Việc của nhánh")
    git(vp, "switch", "-q", "main")
    save_empty(vp)
    git(vp, "switch", "-q", "luot-gui")
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", vp.as_uri(), "nong")

    for words in (("validate", "--changed=origin/main"), ("diff", "origin/main")):
        done = thidua(*words, cwd=tmp_path / "nong")
        assert done.returncode == 2
        assert "chỉ được tải một phần lịch sử" in done.stderr
        assert "fetch-depth: 0" in done.stderr
        assert "GIT_DEPTH" in done.stderr
    git(tmp_path / "nong", "fetch", "-q", "--unshallow")
    assert thidua("validate", "--changed=origin/main", cwd=tmp_path / "nong").returncode == 0


def save_empty(vp: Path) -> None:
    git(vp, "commit", "-q", "--allow-empty", "-m", "Việc khác")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("validate", "--changed=khong-co"), "không biết nhánh “khong-co”"),
        (("diff", "--", "--output=x"), "không biết nhánh “--output=x”"),
        (("validate", "--format", "sarf"), "có phải “sarif”?"),
        (("validate", "--format", "json", "--format", "sarif"), "sẽ lẫn vào nhau"),
        (("validate", "--format", "json="), "chưa có tên tệp"),
        (("validate", "--last", "khong-co.json"), "không có khong-co.json"),
        (("diff", "--format", "sarif"), "không có dạng in “sarif”"),
    ],
)
def test_a_wrong_request_gets_a_sentence_and_exit_code_2(vp: Path, args: tuple[str, ...], words: str) -> None:
    done = thidua(*args, cwd=vp)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (vp / "x").exists()


def test_outside_a_git_repository_it_says_so(tmp_path: Path) -> None:
    office(tmp_path / "vp")

    with pytest.raises(Refused, match="không nằm trong kho git") as refused:
        merge_base(tmp_path / "vp", "")
    assert "git init" in refused.value.remedy, "a new office has never heard of it"

    git(tmp_path / "vp", "init", "--quiet")
    with pytest.raises(Refused, match="chưa có lần lưu nào") as refused:
        merge_base(tmp_path / "vp", "")
    assert "git commit" in refused.value.remedy


# -- in Actions ----------------------------------------------------------------------------------


def test_in_actions_the_page_goes_to_the_summary_and_text_cannot_command(vp: Path, tmp_path: Path) -> None:
    edit(vp / CAM, "gioi_tinh: nữ", "gioi_tinh: '##[error]giả'")
    summary = tmp_path / "tom-tat.md"
    summary.write_text("trước đó\n", encoding="utf-8")
    wanted = [word for name in ("text", "github", "markdown") for word in ("--format", name)]
    done = thidua("validate", *wanted, cwd=vp, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    lines = done.stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    closing = lines.index(f"::{token}::")

    assert re.fullmatch("[0-9a-f]{32}", token)
    assert any("##[error]" in line for line in lines[:closing])
    assert all(line.startswith(("::error ", "::notice ")) for line in lines[closing + 1 :])
    page = summary.read_text(encoding="utf-8")
    assert page.startswith("trước đó\n## Kết quả kiểm tra lượt gửi hồ sơ")


def test_the_page_compares_with_the_last_run(vp: Path) -> None:
    edit(vp / CAM, "dang_ban: bản sao y", "dang_ban: bản chụp")
    edit(vp / f"{CASES}/pham-van-dung.yaml", "gioi_tinh: nam", "gioi_tinh: Nan")
    thidua("validate", "--format", "json=truoc.json", cwd=vp)
    edit(vp / f"{CASES}/pham-van-dung.yaml", "gioi_tinh: Nan", "gioi_tinh: nam")
    edit(vp / DRIVE / "dossiers" / "phuong-17.yaml", *LATE)
    edit(vp / COLLECTIVE, "hinh_thuc_de_nghi: Bằng khen Thành phố", "hinh_thuc_de_nghi: Giấy khen quận")
    told = thidua("validate", "--format", "markdown", "--last", "truoc.json", cwd=vp).stdout
    (line,) = [one for one in told.splitlines() if one.startswith("So với lần trước")]

    assert "đã xử lý 01 điểm, còn 01, thêm mới 01" in line
    assert "Ủy ban nhân dân Phường 17 đổi từ Bằng khen Thành phố sang Giấy khen quận" in line


def test_the_page_names_the_cell_of_a_workbook(vp: Path) -> None:
    with (vp / CAM).open("a", encoding="utf-8") as file:
        file.write("nguon_nhap:\n  tep: DS-P17.xlsx\n  trang: Cá nhân\n  dong: 8\n")
    edit(vp / CAM, "dang_ban: bản sao y", "dang_ban: bản chụp")

    assert "| DS-P17.xlsx, trang Cá nhân, dòng 8 |" in thidua("validate", "--format", "markdown", cwd=vp).stdout


def test_code_quality_fingerprints_are_distinct_and_do_not_follow_lines(vp: Path) -> None:
    edit(vp / CAM, "dang_ban: bản sao y", "dang_ban: bản chụp")

    def issues() -> list[dict[str, object]]:
        return list(json.loads(thidua("validate", "--today", "20/12/2024", "--format", "gitlab", cwd=vp).stdout))

    before = issues()
    text = (vp / CAM).read_text(encoding="utf-8")
    (vp / CAM).write_text("# thêm một dòng\n" + text, encoding="utf-8")
    after = issues()

    assert before != after
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert len({str(one["fingerprint"]) for one in after}) == len(after) == 2
