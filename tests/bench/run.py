"""One command, one table: how fast we are beside our peers, in the same run on the same machine.

``python tests/bench/run.py [--nominations 10000] [--rounds 5] [--city]``. Peers are installed into a
throw-away environment; figures are medians, rounds interleaved. Read the ratios: absolute times drift.
``--city`` adds 100,000 nominations, which takes some minutes; where there is npm, ajv-cli is a peer too.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from generate import CAMPAIGN, generate  # noqa: E402

PEERS = ("docxtpl", "check-jsonschema", "openpyxl")
BARE = """
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(('.yaml', '.md')):
            with open(os.path.join(folder, name), encoding='utf-8') as handle:
                text = handle.read()
            if name.endswith('.yaml'):
                yaml.load(text, Loader=yaml.CSafeLoader)
"""
THIDUA = "from thidua_cli.cli import main; main()"
PAPERS = """
import sys
from datetime import date
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
LIST = """
import sys
from pathlib import Path
from thidua_cli.book import shipped
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.layout import compile, render
from thidua_cli.render.template import load
paper = compile(load(Path(shipped('templates'), 'danh-sach-quyet-dinh.md'), 't', FIELDS)[0])
row = {'xung_ho_ten': 'Bà Lê Thị Cẩm', 'chuc_vu_don_vi': 'Công chức Văn phòng - Thống kê, Ủy ban nhân dân Phường 17'}
blank = {key: '' for key in FIELDS['quyet_dinh']}
context = {'ke_hoach': {key: '' for key in FIELDS['ke_hoach']}, 'quyet_dinh': {**blank, 'tap_the': [], 'ho_gia_dinh': [],
    'ten_khac': [], 'ngay_ban_hanh': '2025-01-15', 'ca_nhan': (row for _ in range(int(sys.argv[1])))}}
with open(sys.argv[2], 'wb') as out:
    render(paper, context, out, properties={})
"""
SHEET = """
import sys
from thidua_cli.sheet.tables import Head, Table
from thidua_cli.sheet.write_xlsx import xlsx
rows = (tuple(f'Ô {number}.{column}' for column in range(20)) for number in range(10_000))
open(sys.argv[1], 'wb').write(xlsx(Table('b', 'B', '', tuple(Head(f'Cột {n}', 12) for n in range(20)), rows)))
"""
OPENPYXL = """
import sys
from openpyxl import Workbook
book = Workbook(write_only=True)
page = book.create_sheet()
for number in range(10_000):
    page.append([f'Ô {number}.{column}' for column in range(20)])
book.save(sys.argv[1])
"""


class Cost(NamedTuple):
    """What a command took: median seconds, most megabytes."""

    seconds: float
    megabytes: int


def run(command: list[str]) -> Cost:
    """One run of a command; one that fails is no measurement."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)
        said.seek(0)
        complaint = said.read().decode()
    if os.waitstatus_to_exitcode(status) not in (0, 1) or "Traceback" in complaint:
        raise SystemExit(f"{command} thất bại: {complaint}")
    return Cost(time.perf_counter() - began, used.ru_maxrss // (1024 if sys.platform == "linux" else 1024**2))


ONE_CORE = (
    "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); os.execv(sys.argv[1], sys.argv[1:])"
)


def race(rounds: int, **runners: list[str]) -> dict[str, Cost]:
    """Each command in turn, so that drift touches all alike."""
    taken: dict[str, list[Cost]] = {name: [] for name in runners}
    for _ in range(rounds):
        for name, command in runners.items():
            taken[name].append(run(command))
    return {
        name: Cost(statistics.median(one.seconds for one in costs), max(one.megabytes for one in costs))
        for name, costs in taken.items()
    }


def row(what: str, ours: Cost, peer: Cost, name: str, target: str) -> str:
    """One line of the table."""
    ratio = f"{ours.seconds / peer.seconds:.2f} ×"
    return (
        f"| {what} | {ours.seconds:.3f} s, {ours.megabytes} MB | {peer.seconds:.3f} s ({name}) | {ratio} | {target} |"
    )


def ajv(scratch: Path, schema: Path, record: Path) -> dict[str, list[str]]:
    """The command by which ajv-cli checks a record, where it can be installed."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return {}
    install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(scratch / "ajv")]
    subprocess.run([*install, "ajv-cli", "ajv-formats"], check=True, stderr=subprocess.DEVNULL)
    modules = scratch / "ajv" / "node_modules"
    asked = ["--strict=false", "-c", str(modules / "ajv-formats"), "-s", str(schema), "-d", str(record)]
    return {"ajv": [node, str(modules / "ajv-cli" / "dist" / "index.js"), "validate", *asked]}


def rows(asked: argparse.Namespace, scratch: Path, peer: str) -> Iterator[str]:
    """The table, line by line as it is measured."""
    us, again = [sys.executable, "-c"], asked.rounds
    validate = [*us, THIDUA, "validate"]
    small = ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12"
    record = next((small / "campaigns").rglob("nominations/*/*.yaml"))
    run([*us, THIDUA, "schema", "--repo", str(small), "--out", str(scratch / "schema")])
    schema = scratch / "schema" / CAMPAIGN / "nomination.json"

    start = race(
        again * 2,
        nothing=[*us, "pass"],
        version=[*us, THIDUA, "--version"],
        help=[*us, THIDUA, "--help"],
        one=[*validate, str(small)],
        schema=[peer, "-m", "check_jsonschema", "--schemafile", str(schema), str(record)],
        **ajv(scratch, schema, record),
    )
    yield row("--version", start["version"], start["nothing"], "python -c pass", "≤ 8")
    yield row("--help", start["help"], start["nothing"], "python -c pass", "≤ 8")
    yield row("kiểm tra một kho nhỏ", start["one"], start["nothing"], "python -c pass", "≤ 10")
    yield row("kiểm tra một tệp", start["one"], start["schema"], "check-jsonschema", "≤ 0,33")
    if "ajv" in start:
        yield row("kiểm tra một tệp", start["one"], start["ajv"], "ajv-cli", "≤ 0,33")

    for prose, told in ((False, "báo cáo là tệp Word"), (True, "báo cáo 400 chữ được đọc")):
        big = scratch / ("big" if prose else "records")
        generate(big, asked.nominations, prose=prose)
        check = [*validate, str(big), "--today", "01/01/2025"]
        alone = [*us, ONE_CORE, *check] if hasattr(os, "sched_setaffinity") else check
        whole = race(again, bare=[*us, BARE, str(big)], alone=alone, ours=check)
        what, loop = (
            f"kiểm tra {asked.nominations} đề nghị, mọi quy tắc; {told}",
            "chỉ đọc các tệp ấy, YAML bằng CSafeLoader",
        )
        yield row(f"{what}, một nhân", whole["alone"], whole["bare"], loop, "≤ 1; ≤ 150 MB")
        yield row(f"{what}, mọi nhân", whole["ours"], whole["bare"], loop, "≤ 0,7")
    files = sorted((big / "campaigns" / CAMPAIGN / "nominations").rglob("*.yaml"))[: asked.nominations // 10]
    listed = race(1, schema=[peer, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)])["schema"]
    scaled = Cost(listed.seconds * asked.nominations / len(files), listed.megabytes)
    yield row("như trên, một nhân", whole["alone"], scaled, "check-jsonschema, suy từ một phần mười", "≤ 0,1")
    if asked.city:
        city = scratch / "city"
        generate(city, asked.nominations * 10)
        large = race(1, ours=[*validate, str(city), "--today", "01/01/2025"])["ours"]
        yield row(f"kiểm tra {asked.nominations * 10} đề nghị", large, whole["ours"], "một phần mười", "≤ 11")

    papers = race(
        max(2, again // 2),
        ours=[*us, PAPERS, str(ROOT / "examples" / "quan-11"), "1000"],
        docxtpl=[peer, "-c", DOCXTPL, str(scratch / "form.docx"), "1000"],
    )
    yield row("in 1.000 báo cáo", papers["ours"], papers["docxtpl"], "docxtpl", "≤ 0,083")
    lists = race(
        again,
        short=[*us, LIST, "4000", str(scratch / "4.docx")],
        long=[*us, LIST, "40000", str(scratch / "40.docx")],
    )
    more = lists["long"].megabytes - lists["short"].megabytes
    yield row(
        "danh sách Word 40.000 dòng", lists["long"], lists["short"], f"4.000 dòng; thêm {more} MB", "≤ 12; ≤ 10 MB"
    )
    sheets = race(
        again, ours=[*us, SHEET, str(scratch / "ours.xlsx")], peer=[peer, "-c", OPENPYXL, str(scratch / "peer.xlsx")]
    )
    yield row("bảng Excel 10.000 × 20", sheets["ours"], sheets["peer"], "openpyxl write_only", "≤ 0,67")
    same = []
    for command in ([LIST, "4000", str(scratch / "4.docx")], [SHEET, str(scratch / "ours.xlsx")]):
        before = Path(command[-1]).read_bytes()
        run([*us, *command])
        same.append(Path(command[-1]).read_bytes() == before)
    yield f"| .docx, .xlsx chạy lại | {'đúng từng byte' if all(same) else 'KHÁC'} | | | đúng từng byte |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nominations", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--city", action="store_true")
    asked = parser.parse_args()
    # A machine may forbid compiled modules, and every start would compile us anew: no user's does.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        venv.create(scratch / "peers", with_pip=True)
        peer = str(scratch / "peers" / ("Scripts" if os.name == "nt" else "bin") / "python")
        install = [peer, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PEERS]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
        print(
            f"{platform.machine()}, {os.cpu_count()} nhân, Python {platform.python_version()}; trung vị, chạy xen kẽ\n"
        )
        print("| việc | thidua | bên kia | tỷ lệ | đích |\n|---|---|---|---|---|")
        for line in rows(asked, scratch, peer):
            print(line, flush=True)


if __name__ == "__main__":
    main()
