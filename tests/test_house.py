"""The house keeps its own laws: who imports whom, one clock, prose for every code, help for every verb."""

import ast
import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "thidua_cli"
# From the door to the ground: a room may import only rooms that stand below it.
ORDER = (
    "cli",
    "textconv",
    "sheet",
    "word",
    "site",
    "plantext",
    "format",
    "render",
    "rules",
    "judge",
    "book",
    "law",
    "model",
    "source",
    "ooxml",
    "diagnostic",
    "beside",
    "viet",
)
# The doors out stand beside each other and know nothing of one another.
DOORS = {"textconv", "sheet", "word", "site", "plantext", "format"}
ONE_ROOM = {
    "yaml": {"source"},
    "jinja2": {"render", "site"},
    "markdown_it": {"render"},
    "rich": {"cli"},
    "typer": {"cli"},
    "pypdf": {"cli"},
    "docxtpl": {"render"},
    "docx": set(),
    "openpyxl": set(),
    "icalendar": {"format"},
    "xlsxwriter": {"sheet"},
    "python_calamine": {"sheet"},
    "lxml": set(),
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            if node.module == "thidua_cli":
                found += [f"thidua_cli.{name.name}" for name in node.names]
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        if name.startswith("thidua_cli."):
            there = name.split(".")[1]
            if there == "__version__":
                continue
            assert ORDER.index(there) >= ORDER.index(here), f"{here} must not import {there}"
            assert here == there or not {here, there} <= DOORS, f"{here} and {there} are doors side by side"


def test_outsiders_stay_in_one_room() -> None:
    for path in modules():
        for name in imports(path):
            allowed = ONE_ROOM.get(name.split(".")[0])
            assert allowed is None or room(path) in allowed, f"{path}: {name}"


def test_only_the_command_line_reads_clock_folder_and_environment() -> None:
    outside = re.compile(
        r"\b(datetime\.now|date\.today|time\.time|os\.environ|os\.getcwd|Path\.cwd|sys\.argv|isatty)\b"
    )
    for path in modules():
        if room(path) != "cli":
            assert not outside.search(path.read_text(encoding="utf-8")), path


def test_no_drawer_for_odds_and_ends() -> None:
    names = {part.removesuffix(".py") for path in modules() for part in path.relative_to(PACKAGE).parts}
    assert not names & {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools"}


def test_every_module_says_what_it_is_for() -> None:
    for path in modules():
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert len(doc or "") > 30, path


def test_nothing_strange_lies_at_the_top_of_the_repository() -> None:
    done = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("không phải kho git")
    top = {name.split("/")[0] for name in done.stdout.splitlines()}
    agreed = {"pyproject.toml", "src", "campaigns", "templates", "examples", "tests", "README.md", "LICENSE"}
    assert not {name for name in top - agreed if not name.startswith(".")}


def test_modules_can_be_read_in_one_sitting() -> None:
    long = {str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert not {name: count for name, count in long.items() if count > 500}


def test_every_room_has_a_readme() -> None:
    for folder in sorted(path for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()):
        text = (folder / "README.md").read_text(encoding="utf-8")
        assert 3 <= len(re.findall(r"[.!?](?:\s|$)", text)) <= 10, folder


def test_the_table_of_hostile_input_names_tests_that_exist() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "tests" / "README.md").read_text(encoding="utf-8")))
    written = {
        name
        for path in (ROOT / "tests").glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)
    }
    assert len(named) > 25
    assert named <= written, named - written


def all_codes() -> dict[str, object]:
    from thidua_cli.cli.explain import all_codes

    return dict(all_codes())


def test_codes_are_unique_and_tell_what_they_mean() -> None:
    rooms = [path.parent.name for path in sorted(PACKAGE.glob("*/codes.py"))]
    assert len(rooms) > 5
    codes = [code for one in rooms for code in importlib.import_module(f"thidua_cli.{one}.codes").CODES]
    assert {code.id for code in codes} <= all_codes().keys(), "explain knows every room's"
    assert len({code.id for code in codes}) == len(codes) == len({code.name for code in codes})
    for code in codes:
        assert re.fullmatch(r"TD\d{3}", code.id)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
        assert code.basis in ("luật", "kế hoạch", "thông lệ", "dữ liệu")
        assert len(code.summary) > 30, code.id


def test_what_rests_on_practice_is_never_an_error() -> None:
    from thidua_cli.diagnostic import Code, Severity

    for code in all_codes().values():
        assert isinstance(code, Code)
        assert code.basis != "thông lệ" or code.severity is not Severity.ERROR, code.id


def test_every_verb_has_help_and_stands_in_the_readme() -> None:

    from thidua_cli.cli.app import VERBS, module_of

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for verb in VERBS:
        assert f"thidua {verb}" in readme, verb
        assert importlib.import_module(module_of(verb)).__doc__, verb


def test_starting_does_not_load_what_it_does_not_use() -> None:
    program = "import sys; import thidua_cli.cli.validate, thidua_cli.rules, thidua_cli.format.text; print(' '.join(sorted(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout.split()
    assert not {"xlsxwriter", "python_calamine"} & set(loaded)
    assert not {"jinja2", "docx", "docxtpl", "openpyxl", "pydantic", "lxml", "markdown_it", "rich"} & set(loaded)


@pytest.mark.parametrize(
    "verb",
    [
        ["new", "meeting", "hop-thu"],
        ["issue", "phuong-18", "--number", "318/TTr-UBND", "--date", "17/12/2024"],
        ["import", "tests/workbooks/phuong-17.xls"],
        ["money"],
    ],
)
def test_a_verb_that_judges_nothing_loads_no_rules(verb: list[str], tmp_path: Path) -> None:
    office = shutil.copytree(ROOT / "examples" / "quan-11", tmp_path / "vp")
    at = [str(office)] if verb[0] == "money" else ["--repo", str(office)]
    program = (
        "import sys, atexit; from thidua_cli.cli import main\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *verb, *at], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "thidua_cli.book.read" in done.stderr.split()
    assert not [one for one in done.stderr.split() if one.startswith("thidua_cli.rules")]


def test_records_read_the_attributes_they_have() -> None:
    import pkgutil

    import thidua_cli.model
    from thidua_cli.source import Record

    for info in pkgutil.iter_modules(thidua_cli.model.__path__):
        module = importlib.import_module(f"thidua_cli.model.{info.name}")
        for record in (value for value in vars(module).values() if isinstance(value, Record)):
            assert {field.attr for field in record.fields} <= set(record.cls._fields), record.name
            assert all(field.help for field in record.fields), record.name


def test_a_key_that_nothing_reads_says_so() -> None:
    """A clerk who fills it in is to know that it is kept, and that no answer depends on it. What leads to another
    entry of the plan is held against it."""
    from thidua_cli.model import citing

    read, fields = set(), []
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and called(one) in ("Field", "_section")]
        named = {id(arg) for one in tables for arg in one.args[:2]}
        for one in ast.walk(tree):
            if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Load):
                read.add(one.attr)
            elif isinstance(one, ast.Constant) and id(one) not in named:
                read.add(one.value)
        if room(path) == "model":
            fields += [one.args for one in tables if isinstance(one.args[0], ast.Constant)]

    leading = [args for args in fields if isinstance(args[2], ast.Name) and hasattr(citing, args[2].id)]
    kept = [(args[0], args[3]) for args in fields if ast.literal_eval(args[1]) not in read and args not in leading]
    assert len(kept) > 10
    for key, title in kept:
        assert ast.literal_eval(title).endswith("ghi để lưu, không dùng khi đối chiếu"), ast.literal_eval(key)


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
