"""What of a repository's folder is read, and what is never followed."""

import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from harness import TODAY, load, run, write

from thidua_cli.book import Disk, find_top, read_book
from thidua_cli.rules import inspect


def test_a_link_that_leads_out_is_named_as_such(tmp_path: Path) -> None:
    write(load("reading:lien-ket-ra-ngoai"), tmp_path)
    found = [one for one in inspect(read_book(tmp_path), TODAY).found if one.code.id == "TD224"]
    assert len(found) == 1
    assert "liên kết dẫn ra ngoài" in found[0].message


def test_a_linked_folder_is_not_walked(tmp_path: Path) -> None:
    """Not even one that leads back inside: a ring of links would never end."""
    write(load("office:goc"), tmp_path)
    (tmp_path / "campaigns/q11/nominations/vong").symlink_to(tmp_path / "campaigns", target_is_directory=True)
    (tmp_path / "campaigns/q11/nominations/ngoai").symlink_to("/usr", target_is_directory=True)
    disk = Disk(tmp_path)
    assert not any("/vong/" in path or "/ngoai/" in path for path in disk.files)
    assert disk.escapes == ["campaigns/q11/nominations/ngoai"]
    assert not run(tmp_path).found


@pytest.mark.parametrize(("missing", "guessed"), [(3, 3), (19, 19), (20, 0), (300, 0)])
def test_a_folder_that_lost_all_its_files_gets_no_guesses(tmp_path: Path, missing: int, guessed: int) -> None:
    """Each missing name compared with each name there would take minutes in a whole city."""
    case = load("office:goc")
    path = "campaigns/q11/nominations/phuong-1/ly-thi-mai.yaml"
    names = [f"giay-xac-nhan-{n}.pdf" for n in range(missing)]
    added = "".join(f"\n  - ten: Giấy xác nhận\n    tep_dinh_kem: evidence/phuong-1/{n}" for n in names)
    files = dict(case.files)
    files[path] += f"tai_lieu:{added}\n"
    for name in names:
        files["campaigns/q11/evidence/phuong-1/" + name.replace("giay", "giai")] = "%PDF-1.4"
    write(case._replace(files=files), tmp_path)
    found = [one for one in inspect(read_book(tmp_path), TODAY).found if one.code.id == "TD224"]
    assert len(found) == missing
    assert sum("có phải “giai-xac-nhan-" in (one.remedy or "") for one in found) == guessed


def test_a_dead_link_is_no_file(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    (tmp_path / "campaigns/q11/dossiers/x.yaml").symlink_to("khong-co.yaml")
    assert "campaigns/q11/dossiers/x.yaml" not in Disk(tmp_path).files
    assert not run(tmp_path).found


def test_files_of_word_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    for name in ("~$ho-so-1.yaml", ".ho-so-1.yaml.swp", ".git/x.yaml"):
        path = tmp_path / "campaigns/q11/dossiers" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\xff\xfe\0")
    assert not run(tmp_path, notes=True).found


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system composes names itself")
def test_a_decomposed_file_name_is_the_same_file(tmp_path: Path) -> None:
    """A folder copied from a Mac carries names in parts; the record writes them whole."""
    case = load("office:goc")
    path = "campaigns/q11/nominations/phuong-1/ly-thi-mai.yaml"
    files = dict(case.files)
    files[path] = files[path].replace("xn-56.pdf", "xác nhận.pdf")
    files["campaigns/q11/evidence/phuong-1/" + normalize("NFD", "xác nhận.pdf")] = "%PDF-1.4"
    write(case._replace(files=files), tmp_path)
    assert not run(tmp_path).found


def test_top_is_found_from_below(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    below = tmp_path / "campaigns/q11/dossiers/ho-so-1.yaml"
    assert find_top(below) == find_top(below.parent) == find_top(tmp_path) == str(tmp_path)
    assert find_top(tmp_path.parent) != str(tmp_path)


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    disk = Disk(tmp_path)
    (tmp_path / "units.yaml").unlink()
    assert disk.read("units.yaml") is None
    assert disk.read("khong-co.yaml") is None


def test_reading_writes_nothing(tmp_path: Path) -> None:
    write(load("office:goc"), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    run(tmp_path, final=True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_same_input_same_findings(tmp_path: Path) -> None:
    write(load("stage:dang-chuan-bi-final"), tmp_path)
    first = inspect(read_book(tmp_path), TODAY, final=True).found
    assert first == inspect(read_book(tmp_path), TODAY, final=True).found
    assert len({one.fingerprint for one in first}) == len(
        {(one.code.id, one.file, one.route, one.record) for one in first}
    )


def test_a_very_deep_folder_is_left_alone(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(600):
        here = here / "a"
    here.mkdir(parents=True)
    (tmp_path / "thidua.yaml").write_text("don_vi: a\n", encoding="utf-8")

    assert list(Disk(tmp_path).files) == ["thidua.yaml"]
