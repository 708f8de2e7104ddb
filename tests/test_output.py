"""Writing under bad luck: killed at any moment, two at once, a full disk. Nothing lost, nothing half written."""

import errno
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import ROOT, drop_lines, thidua

from thidua_cli.cli.endings import ended
from thidua_cli.cli.output import write_file

OFFICE = ROOT / "examples" / "quan-11"
CAMPAIGN = "quan-11-2024-60-ngay-dem"
KILLS = 25
"""For each of the two: printing a folder, and taking in a list."""
posix = pytest.mark.skipif(os.name != "posix", reason="SIGKILL, giới hạn tệp chỉ có trên POSIX")


def start(*words: object, limit: int | None = None) -> subprocess.Popen[str]:
    def limited() -> None:
        import resource

        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-c", "from thidua_cli.cli import main; main()", *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # Python itself would leave compiled modules cut off at the limit, and stumble over them from then on.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"} if limit is not None else None,
        preexec_fn=limited if limit is not None else None,
    )


def killed_at_random(words: list[object], seed: int, check: Callable[[], None]) -> None:
    """Run a command ``KILLS`` times, killing each at some moment of its life, and look after every one."""
    began = time.perf_counter()
    start(*words).communicate()
    life = time.perf_counter() - began
    moments = random.Random(seed)
    for _ in range(KILLS):
        process = start(*words)
        time.sleep(moments.uniform(0.3, 1.0) * life)  # before that Python itself still starts
        process.send_signal(signal.SIGKILL)
        process.communicate()
        check()


def whole(folder: Path) -> bool:
    """Whether a dossier's folder holds exactly what its manifest says, byte for byte."""
    listed = {one["duong_dan"]: one["sha256"] for one in json.loads((folder / "manifest.json").read_text())["tep"]}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    there.pop("manifest.json")
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items()} == listed


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office before anything was signed and issued: what is, is never printed over."""
    top = Path(shutil.copytree(OFFICE, tmp_path_factory.mktemp("vp") / "quan-11"))
    for path in (top / "campaigns" / CAMPAIGN / "dossiers").glob("*.yaml"):
        drop_lines(path, "da_ky_ban_hanh:")
    return top


def printing(office: Path, out: Path, *more: str) -> list[object]:
    dossier = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-17.yaml"
    return ["render", "dossier", dossier, "--out", out, *more]


@posix
def test_a_printed_folder_survives_being_killed_at_any_moment(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / CAMPAIGN / "phuong-17"
    words = printing(office, tmp_path, "--force")

    def check() -> None:
        kept = [folder] if folder.exists() else [path / folder.name for path in folder.parent.glob(".thidua-cu-*")]
        assert len(kept) == 1
        assert whole(kept[0])

    killed_at_random(words, 30, check)
    assert start(*words).wait() == 0
    assert whole(folder)


def test_a_folder_set_aside_by_a_killed_run_is_put_back(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / CAMPAIGN / "phuong-17"
    words = printing(office, tmp_path)
    assert thidua(*words).returncode == 0
    (folder / "sửa tay.txt").write_text("của văn thư", encoding="utf-8")
    aside = folder.parent / ".thidua-cu-abc"
    aside.mkdir()
    folder.rename(aside / folder.name)

    done = thidua(*words)

    assert done.returncode == 2  # what was put back is not overwritten either
    assert (folder / "sửa tay.txt").read_text(encoding="utf-8") == "của văn thư"
    assert not aside.exists()


def test_what_a_killed_run_left_goes_after_a_day_and_not_before(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / CAMPAIGN
    for name, age in (("cu", 90_000), ("moi", 60)):
        left = folder / f".thidua-{name}"
        left.mkdir(parents=True)
        os.utime(left, (time.time() - age,) * 2)

    assert thidua(*printing(office, tmp_path)).returncode == 0

    assert sorted(path.name for path in folder.iterdir()) == [".thidua-moi", "phuong-17"]


@posix
def test_what_a_branch_calls_left_over_is_not_followed(office: Path, tmp_path: Path) -> None:
    """A link named like what a killed run sets aside must move nothing of the machine into the office."""
    outside, folder = tmp_path / "ngoai", tmp_path / "ra" / CAMPAIGN
    (outside / "phuong-17").mkdir(parents=True)
    (outside / "phuong-17" / "riêng.txt").write_text("của máy")
    folder.mkdir(parents=True)
    (folder / ".thidua-cu-x").symlink_to(outside)
    (folder / ".thidua-y").symlink_to("khong-co")

    assert thidua(*printing(office, tmp_path / "ra")).returncode == 0

    assert whole(folder / "phuong-17")
    assert (outside / "phuong-17" / "riêng.txt").read_text() == "của máy"


@posix
@pytest.mark.parametrize("verb", ["new", "schema", "issue", "import"])
def test_nothing_is_written_through_a_link_of_an_office(verb: str, tmp_path: Path) -> None:
    """A branch may bring a link in the place of a folder; what it leads to, outside or inside, is left alone."""
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    campaign, outside = office / "campaigns" / CAMPAIGN, tmp_path / "ngoai"
    listed = tmp_path / "bang" / CAMPAIGN / "danh-sach-nhap.xlsx"
    assert thidua("export", office, "--only", "danh-sach-nhap", "--out", tmp_path / "bang").returncode == 0
    linked = {
        "new": campaign / "meetings",
        "schema": office / ".vscode",
        "issue": campaign / "dossiers",
        "import": campaign / "nominations" / "ubnd-phuong-17",
    }[verb]
    if linked.exists():
        linked.rename(outside)
    else:
        outside.mkdir()
    linked.symlink_to(outside, target_is_directory=True)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}

    done = thidua(
        *{
            "new": ["new", "meeting", "hop-2", "--repo", office],
            "schema": ["schema", "--repo", office],
            "issue": ["issue", "phuong-18", "--number", "9/TTr-UBND", "--date", "17/12/2024", "--repo", office],
            "import": ["import", listed, "--repo", office, "--update"],
        }[verb]
    )

    assert done.returncode == 2, done.stdout
    assert "liên kết" in done.stderr or verb == "issue"
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


@posix
def test_what_is_written_can_be_read_by_whom_the_system_lets(office: Path, tmp_path: Path) -> None:
    office = Path(shutil.copytree(office, tmp_path / "vp"))
    record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-18.yaml"
    drop_lines(record, "so_ky_hieu:", "ngay_ban_hanh:")
    record.chmod(0o664)
    for words in (
        ["issue", "phuong-18", "--number", "9/TTr-UBND", "--date", "17/12/2024", "--repo", office],
        ["site", office, "--out", tmp_path / "trang"],
        printing(office, tmp_path / "ra"),
    ):
        program = "import os; os.umask(0o027); from thidua_cli.cli import main; main()"
        subprocess.run([sys.executable, "-c", program, *map(str, words)], cwd=ROOT, check=True, capture_output=True)

    def rights(path: Path) -> int:
        return path.stat().st_mode & 0o777

    assert rights(record) == 0o664, "as it was"
    assert rights(tmp_path / "trang") == 0o750
    assert {rights(one) for one in (tmp_path / "ra").rglob("*") if one.is_file()} == {0o640}
    assert {rights(one) for one in (tmp_path / "ra").rglob("*") if one.is_dir()} == {0o750}


@posix
def test_init_that_was_cut_off_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "vp"
    words = ["init", folder, "--plan", CAMPAIGN]
    assert start(*words, limit=900).wait() == 2
    assert not [path for path in folder.rglob("*") if path.is_file()]

    assert thidua(*words).returncode == 0
    whole_office = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for lost in ("thidua.yaml", "units.yaml", ".gitlab-ci.yml"):  # as a run leaves it that is killed in between
        (folder / lost).unlink()
    assert thidua(*words).returncode == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == whole_office

    (folder / "thidua.yaml").unlink()
    (folder / "units.yaml").write_text("- id: cua-toi\n", encoding="utf-8")
    refused = thidua(*words)
    assert refused.returncode == 2
    assert "units.yaml" in refused.stderr
    assert (folder / "units.yaml").read_text(encoding="utf-8") == "- id: cua-toi\n"


def test_a_report_is_written_over_the_last_one_and_over_no_record(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    for form, target in (
        ("baseline", "units.yaml"),
        ("text", f"campaigns/{CAMPAIGN}/campaign.yaml"),
        ("markdown", f"campaigns/{CAMPAIGN}/nominations/ubnd-phuong-17/le-thi-cam.md"),
    ):
        before = (office / target).read_bytes()
        done = thidua("validate", office, f"--format={form}={office / target}")
        assert done.returncode == 2
        assert "không ghi đè" in done.stderr
        assert (office / target).read_bytes() == before
    for _ in range(2):
        done = thidua("validate", office, "--format=baseline=baseline.yaml", "--format=json=nay.json", cwd=office)
        assert done.returncode == 0, done.stderr


def test_a_folder_somebody_laid_a_file_in_is_not_replaced(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / CAMPAIGN / "phuong-17"
    words = printing(office, tmp_path, "--force")
    assert thidua(*words).returncode == 0
    (folder / "~$-to-trinh.docx").write_text("Word đang mở")
    assert thidua(*words).returncode == 0
    scan = folder / "ban-ky" / "to-trinh-da-ky.pdf"
    scan.parent.mkdir()
    scan.write_bytes(b"%PDF-")

    done = thidua(*words)

    assert done.returncode == 2
    assert "ban-ky/to-trinh-da-ky.pdf" in done.stderr
    assert scan.read_bytes() == b"%PDF-"


def test_nothing_is_printed_among_the_records(tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-17.yaml"
    record.with_name("nominations.yaml").write_text(
        record.read_text(encoding="utf-8").replace("phuong-17", "nominations"), encoding="utf-8"
    )
    before = records(office)

    done = thidua("render", "dossier", office, "--out", office / "campaigns", "--force", "--draft")

    assert done.returncode == 2
    assert "chỗ của bản ghi" in done.stderr
    assert {name: before[name] for name in before} == records(office)


def records(office: Path) -> dict[str, bytes]:
    return {path.relative_to(office).as_posix(): path.read_bytes() for path in office.rglob("*.yaml")}


@posix
def test_a_list_taken_in_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    """Every record is there whole or not at all, and taking the list in again ends as if nothing had happened."""
    done = thidua("export", OFFICE, "--only", "danh-sach-nhap", "--out", tmp_path / "bang")
    assert done.returncode == 0, done.stderr
    listed = tmp_path / "bang" / CAMPAIGN / "danh-sach-nhap.xlsx"
    office, undisturbed = tmp_path / "vp", tmp_path / "yên"
    for copy in (office, undisturbed):
        shutil.copytree(OFFICE, copy)
        shutil.rmtree(copy / "campaigns" / CAMPAIGN / "nominations")
    done = thidua("import", listed, "--repo", undisturbed, "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    expected = records(undisturbed)
    before = records(office)
    nominations = office / "campaigns" / CAMPAIGN / "nominations"
    seen: set[int] = set()

    def check() -> None:
        found = records(office)
        assert before.items() <= found.items()
        assert found.items() <= expected.items()
        seen.add(len(found) - len(before))
        shutil.rmtree(nominations, ignore_errors=True)

    killed_at_random(["import", listed, "--repo", office, "--write"], 31, check)

    assert start("import", listed, "--repo", office, "--update").wait() == 0
    assert records(office) == expected


@posix
def test_two_runs_at_once_leave_one_whole_folder(office: Path, tmp_path: Path) -> None:
    words = printing(office, tmp_path, "--force")
    runs = [start(*words) for _ in range(3)]
    said = [run.communicate()[1] for run in runs]

    assert 0 in {run.returncode for run in runs}
    assert {run.returncode for run in runs} <= {0, 2}
    assert "Traceback" not in "".join(said)
    assert whole(tmp_path / CAMPAIGN / "phuong-17")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "to-trinh.docx: đĩa đầy"),
        (errno.EACCES, "to-trinh.docx: không có quyền"),
        (errno.EFBIG, "to-trinh.docx: quá cỡ tệp"),
        (errno.EIO, "chỗ trống"),
    ],
)
def test_what_the_disk_refuses_is_told_of_the_file_asked_for(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, "says the system")

    monkeypatch.setattr(os, "fsync", refuse)

    def write() -> int:
        write_file(tmp_path / "to-trinh.docx", [b"x"], force=False)
        return 0

    assert ended(write) == 2
    assert words in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@posix
@pytest.mark.parametrize("verb", ["render", "export", "site", "issue"])
def test_a_full_disk_is_said_and_leaves_what_was_there(verb: str, office: Path, tmp_path: Path) -> None:
    office = Path(shutil.copytree(office, tmp_path / "vp"))
    out = tmp_path / "ra"
    words: dict[str, list[object]] = {
        "render": printing(office, out, "--force"),
        "export": ["export", office, "--only", "trich-ngang", "--out", out, "--force"],
        "site": ["site", office, "--out", out, "--force"],
        "issue": ["issue", "phuong-18", "--number", "9/TTr-UBND", "--date", "17/12/2024", "--repo", office],
    }
    if verb == "issue":
        record = office / "campaigns" / CAMPAIGN / "dossiers" / "phuong-18.yaml"
        drop_lines(record, "so_ky_hieu:", "ngay_ban_hanh:")
    else:
        assert thidua(*words[verb]).returncode == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    process = start(*words[verb], limit=700)
    said = process.communicate()[1]

    assert process.returncode == 2, said
    assert "quá cỡ tệp mà nơi ấy cho ghi" in said
    assert ".thidua-" not in said, "a file nobody knows"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
