"""Makes tests/gallery.md: for every code a repository, a list or a paper can provoke, its input and what the user sees.

Run ``python tests/tools/make_gallery.py`` after a message changed, and read the difference.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from harness import MISTAKES, case_ids, folder_case, load, write  # noqa: E402
from mistaken_files import of_lists, of_papers  # noqa: E402

from thidua_cli.book import read_book  # noqa: E402
from thidua_cli.cli.explain import all_codes  # noqa: E402
from thidua_cli.diagnostic import Code  # noqa: E402
from thidua_cli.format.report import Placed, build  # noqa: E402
from thidua_cli.format.text import finding_lines  # noqa: E402
from thidua_cli.rules import inspect  # noqa: E402

GALLERY = HERE / "gallery.md"
HEAD = """# Mọi thông báo, như người dùng thấy

Tệp này do `tests/tools/make_gallery.py` tạo từ `tests/cases/`, `examples/loi-thuong-gap/` và, với danh sách Excel, giấy Word, `tests/mistaken_files.py`; đừng sửa tay.
Mỗi mã lấy trường hợp ngắn nhất gây ra nó.
"""


def provoked() -> dict[str, tuple[str, Placed]]:
    """For each code the plainest case that provokes it: mistakes of the examples first."""
    found: dict[str, tuple[str, Placed]] = {}
    for folder in sorted(path for path in MISTAKES.iterdir() if path.is_dir()):
        _collect(found, f"examples/loi-thuong-gap/{folder.name}", folder, folder_case(folder))
    for id_ in case_ids():
        with tempfile.TemporaryDirectory() as scratch:
            case = load(id_)
            write(case, Path(scratch))
            _collect(found, f"tests/cases/{id_.replace(':', '.yaml, ')}", Path(scratch), case)
    return found


def _collect(found: dict[str, tuple[str, Placed]], where: str, top: Path, case: object) -> None:
    book = read_book(top)
    report = build(inspect(book, case.today, final=case.final), book)  # type: ignore[attr-defined]
    for placed in (*report.findings, *(item for todo in report.todo for item in todo.items)):
        found.setdefault(placed.finding.code.id, (where, placed))


def gallery() -> str:
    """The page."""
    parts: dict[str, str] = {}
    summaries = all_codes()
    for code, (where, placed) in provoked().items():
        shown = "\n".join("".join(text for text, _ in line).rstrip() for line in finding_lines(placed))
        parts[code] = _entry(summaries[code], where, shown)
    for code, seen in (*of_lists(), *of_papers()):
        parts[code] = _entry(summaries[code], seen.source, seen.text)
    return "\n".join([HEAD, *(text for _, text in sorted(parts.items()))])


def _entry(code: Code, where: str, shown: str) -> str:
    return f"## {code.id} {code.name}\n\n{code.summary}\n\n`{where}`\n\n```text\n{shown}\n```\n"


if __name__ == "__main__":
    GALLERY.write_text(gallery(), encoding="utf-8")
