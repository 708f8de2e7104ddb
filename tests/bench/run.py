"""One command, one table: how fast we are beside our peers, in the same run on the same machine.

``python tests/bench/run.py [--nominations 10000] [--rounds 5]``. Peers are installed into a throw-away
environment; figures are medians, rounds interleaved. Read the ratios: absolute times drift.
"""

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from generate import generate  # noqa: E402

PEERS = ("docxtpl", "check-jsonschema")
BARE = """
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith('.yaml'):
            with open(os.path.join(folder, name), encoding='utf-8') as handle:
                yaml.load(handle.read(), Loader=yaml.CSafeLoader)
"""
THIDUA = "from thidua_cli.cli import main; main()"
PAPERS = """
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from thidua_cli.book import read_book
from thidua_cli.rules import inspect
from thidua_cli.render.press import Press
from thidua_cli.render.values import Desk
book = read_book(Path(sys.argv[1]))
desk = Desk(inspect(book, date.max).looks[0])
press = Press(desk)
cases = list(desk.drive.nominations.values())
for number in range(int(sys.argv[2])):
    press.of_case('bao-cao-ca-nhan', cases[number % len(cases)])
"""
DOCXTPL = """
import sys
from io import BytesIO
from docx import Document
from docxtpl import DocxTemplate
page = Document()
for words in ('BÁO CÁO THÀNH TÍCH', '{{ ho_ten }}', '{{ chuc_vu }}', '{% for p in phan %}', '{{ p }}', '{% endfor %}'):
    page.add_paragraph(words)
page.save(sys.argv[1])
values = {'ho_ten': 'Lê Thị Cẩm', 'chuc_vu': 'Công chức', 'phan': ['Kết quả ' * 80] * 8}
for number in range(int(sys.argv[2])):
    paper = DocxTemplate(sys.argv[1]); paper.render(values); paper.save(BytesIO())
"""


def seconds(command: list[str]) -> float:
    """How long one run of a command takes; a command that fails is no measurement."""
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - began


def race(rounds: int, **runners: list[str]) -> dict[str, float]:
    """Median seconds of each command, run in turn so that drift touches all alike."""
    taken: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(rounds):
        for name, command in runners.items():
            taken[name].append(seconds(command))
    return {name: statistics.median(times) for name, times in taken.items()}


def row(what: str, ours: float, peer: float, name: str) -> str:
    """One line of the table."""
    return f"| {what} | {ours:.3f} s | {peer:.3f} s ({name}) | {ours / peer:.2f} × |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nominations", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    scratch = Path(tempfile.mkdtemp())
    venv.create(scratch / "peers", with_pip=True)
    peer = str(scratch / "peers" / ("Scripts" if os.name == "nt" else "bin") / "python")
    subprocess.run(
        [peer, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PEERS],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    big = scratch / "big"
    generate(big, asked.nominations)
    small = ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12"
    us = [sys.executable, "-c"]

    start = race(
        asked.rounds * 2,
        nothing=[*us, "pass"],
        version=[*us, THIDUA, "--version"],
        help=[*us, THIDUA, "--help"],
        one=[*us, THIDUA, "validate", str(small)],
    )
    whole = race(
        asked.rounds, bare=[*us, BARE, str(big)], ours=[*us, THIDUA, "validate", str(big), "--today", "01/01/2025"]
    )
    papers = race(
        max(2, asked.rounds // 2),
        ours=[*us, PAPERS, str(ROOT / "examples" / "quan-11"), "1000"],
        docxtpl=[peer, "-c", DOCXTPL, str(scratch / "form.docx"), "1000"],
    )

    print(f"{platform.machine()}, {os.cpu_count()} nhân, Python {platform.python_version()}; trung vị, chạy xen kẽ\n")
    print("| việc | thidua | bên kia | tỷ lệ |\n|---|---|---|---|")
    for what, key in (("--version", "version"), ("--help", "help"), ("kiểm tra một kho nhỏ", "one")):
        print(row(what, start[key], start["nothing"], "python -c pass"))
    print(
        row(
            f"kiểm tra {asked.nominations} đề nghị, mọi quy tắc",
            whole["ours"],
            whole["bare"],
            "chỉ đọc bằng CSafeLoader",
        )
    )
    print(row("in 1.000 báo cáo", papers["ours"], papers["docxtpl"], "docxtpl"))
    if hasattr(resource, "RUSAGE_CHILDREN"):
        print(
            f"\nBộ nhớ lớn nhất của một tiến trình con: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB"
        )


if __name__ == "__main__":
    main()
