"""Text in records can never forge an annotation, break a table or reach the terminal as an escape."""

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from running import ROOT, thidua

from thidua_cli.diagnostic import Code, Diagnostic, Place, Severity
from thidua_cli.format.report import Nominee, Placed, Report, Scene, Spot, ToDo
from thidua_cli.viet.text import visible

HOSTILE = (
    "::error::giả",
    "%0A::error file=x::giả",
    "\n::error::giả",
    "\r\n::add-mask::giả",
    "##[error]giả",
    "a | b | c",
    "a\\| b",
    "]]>",
    "<script>alert(1)</script>",
    "<!-- ẩn",
    "</details>",
    "\x1b[31mđỏ\x1b[0m",
    "\x9b31mđỏ",
    "\u202eđảo",
    "![ảnh](http://x/y.png)",
    "[chữ](javascript:1)",
    "`mã`",
    "@ai-do",
    "&lt;b&gt;",
    "\ud800",
    "\ufffe",
    "\x00",
    "```\nkhối",
)
FORMATS = ("json", "github", "gitlab", "sarif", "junit", "markdown", "baseline")
CODE = Code("TD301", "ho-so-qua-han", Severity.ERROR, "kế hoạch", "Hồ sơ đến sau hạn của kế hoạch, xét theo ngày nhận.")
ASK = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=40), st.tuples(st.sampled_from(HOSTILE), st.text()).map("".join)
)
# One line end, and nothing a terminal obeys; JSON and XML may hold characters only as escapes.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def report(text: str, *, allowed: str = "", severity: Severity = Severity.ERROR, count: int = 1) -> Report:
    """A report in which every word a record can influence is ``text``."""
    file = f"campaigns/a/nominations/{text}.yaml"
    one = Diagnostic(
        CODE,
        text,
        file,
        (text, 0),
        place=Place(3, 5, 9),
        clause=text,
        remedy=text,
        record=text,
        allowed=allowed and f"vì {text}",
        severity_override=severity,
    )
    spot = Spot(file, Place(3, 5, 9), text, text)
    placed = Placed(one, spot, (spot,))
    due = Placed(one._replace(due="trước khi trình"), spot, ())
    todo = ToDo(text, text, "đang chuẩn bị", text, (due,))
    nominee = Nominee(text, file, text, text, text, text)
    counts = {} if allowed else {severity: count}
    cases = (("cá nhân", 1),)
    return Report((placed,) * count, (todo,), counts, cases, bool(allowed), (nominee,), Scene(date(2024, 12, 19)))


def dump(name: str) -> Callable[[Report], str]:
    return import_module(f"thidua_cli.format.{name}").dump  # type: ignore[no-any-return]


def text_dump(told: Report) -> str:
    from thidua_cli.format.text import lines

    return "\n".join("".join(text for text, _ in line) for line in lines(told))


@given(ASK, st.sampled_from(["", "có"]))
@example("\n\u202a", "")
@example("\n\u061cx", "")
def test_nothing_a_terminal_obeys_leaves_any_format(text: str, allowed: str) -> None:
    told = report(text, allowed=allowed)
    for name in FORMATS:
        assert not OBEYED.search(dump(name)(told)), name
    assert not OBEYED.search(text_dump(told))
    assert not OBEYED.search(text_dump(report(text, allowed=allowed, count=7)))


def unescaped(value: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(code, sign)
    return value


@given(ASK, st.sampled_from(list(Severity)))
def test_an_annotation_is_one_command_that_says_what_the_record_says(text: str, severity: Severity) -> None:
    for line in dump("github")(report(text, severity=severity)).splitlines():
        # The runner's own reading: the command up to the first "::", properties by comma, each by "=".
        assert line.startswith(("::error ", "::warning ", "::notice "))
        head, _, data = line[2:].partition("::")
        properties = dict(one.split("=", 1) for one in head.partition(" ")[2].split(","))
        assert set(properties) == {"file", "line", "col", "endColumn", "title"}
        assert unescaped(properties["file"]) == visible(f"campaigns/a/nominations/{text}.yaml")
        assert unescaped(data).split("\n")[0] == visible(text)


@given(ASK, st.sampled_from(["", "có"]))
def test_machine_documents_hold_the_text_whole(text: str, allowed: str) -> None:
    told = report(text, allowed=allowed)
    assert json.loads(dump("json")(told))["findings"][0]["message"] == text
    assert visible(text) in json.loads(dump("gitlab")(told))[0]["description"]
    result = json.loads(dump("sarif")(told))["runs"][0]["results"][0]
    assert result["message"]["text"].startswith(visible(text))
    assert bool(result["suppressions"]) == bool(allowed)
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9/_.~%-]+", uri)
    suite = ElementTree.fromstring(dump("junit")(told).encode())[0]
    assert len(suite.findall("testcase")) == 1
    said = "".join(suite.itertext())
    assert re.sub("[\ufffe\uffff]", "\ufffd", visible(text)) in said


class Tags(HTMLParser):
    """Counts the tags of a page and keeps the words of its table cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1

    def handle_comment(self, data: str) -> None:
        self.tags["!--"] = 1

    def handle_data(self, data: str) -> None:
        self.words += data


def page(text: str, allowed: str) -> Tags:
    tags = Tags()
    tags.feed(
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(dump("markdown")(report(text, allowed=allowed)))
    )
    return tags


@given(ASK, st.sampled_from(["", "có"]))
def test_a_page_has_the_same_shape_whatever_the_record_says(text: str, allowed: str) -> None:
    hostile, tame = page(text, allowed), page("chữ", allowed)
    assert hostile.tags == tame.tags
    said = " ".join(visible(text.strip()).split())
    if said.isalnum():
        assert said in " ".join(hostile.words.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_the_known_tricks_do_not_change_the_page(text: str) -> None:
    assert page(text, "").tags == page("chữ", "").tags
    assert page(text, "có").tags == page("chữ", "có").tags
    if "@" in text:
        assert "@ai" not in dump("markdown")(report(text))


@given(ASK)
def test_a_baseline_is_read_back_as_it_was_written(text: str) -> None:
    from thidua_cli.model.let_stand import BASELINE
    from thidua_cli.source import Reading, parse

    values, problems = parse(dump("baseline")(report(text)), "baseline.yaml")
    assert not problems
    reading = Reading("baseline.yaml")
    kept = BASELINE.read(values, reading)
    assert not reading.found
    assert kept.entries[0].code == "TD301"


def test_only_ten_of_a_kind_and_the_tenth_counts_the_rest() -> None:
    lines = dump("github")(report("sai", count=13)).splitlines()

    assert len(lines) == 10
    assert lines[-1] == "::error title=thidua::và 4 lỗi nữa, xem bảng tổng hợp của lượt chạy"
    assert len(dump("github")(report("sai", count=10)).splitlines()) == 10


def test_a_very_long_list_ends_before_the_page_is_refused() -> None:
    text = dump("markdown")(report("rất dài " * 60, count=3000))

    assert len(text.encode()) < 1024 * 1024
    assert "Danh sách dài quá giới hạn" in text


@pytest.mark.parametrize(
    "verb",
    [["status"], ["judge"], ["money"], ["explain", "ubnd-phuong-17/le-thi-cam"], ["history", "##[error]Lê"]],
    ids=lambda words: words[0],
)
def test_in_actions_no_verb_says_a_record_s_words_where_they_command(verb: list[str], tmp_path: Path) -> None:
    office = Path(shutil.copytree(ROOT / "examples" / "quan-11", tmp_path / "vp"))
    case = next(office.rglob("le-thi-cam.yaml"))
    case.write_text(case.read_text("utf-8").replace("ho_ten: Lê", "ho_ten: '##[error]Lê").replace("Cẩm\n", "Cẩm'\n", 1))
    units = office / "units.yaml"
    units.write_text(units.read_text("utf-8").replace("ten_don_vi: ", "ten_don_vi: '::error::' #", 1), "utf-8")

    done = thidua(*verb, cwd=office, GITHUB_ACTIONS="true")

    assert done.returncode in (0, 1), done.stderr
    allowed = True
    for line in done.stdout.splitlines():
        if line.startswith("::stop-commands::"):
            allowed, token = False, line.removeprefix("::stop-commands::")
        elif not allowed and line == f"::{token}::":
            allowed = True
        else:
            assert not allowed, line
    assert "##[error]" in done.stdout or verb == ["status"]


def test_what_printing_says_of_a_name_stays_on_its_line(tmp_path: Path) -> None:
    office = Path(shutil.copytree(ROOT / "examples" / "quan-11", tmp_path / "vp"))
    case = next(office.rglob("le-thi-cam.yaml"))
    name = '"A\\n::error::LF\\u009b31m\\u202e Lê"'
    lines = [line for line in case.read_text("utf-8").splitlines() if not line.startswith(("ho_ten:", "gioi_tinh:"))]
    case.write_text("\n".join([f"ho_ten: {name}", *lines, ""]), "utf-8")

    done = thidua("render", "giay-khen", office, "--out", tmp_path / "ra", "--draft")

    assert "::error::LF" in done.stderr
    assert not [line for line in done.stderr.splitlines() if line.startswith("::error")]
    assert not set("\u009b\u202e") & set(done.stderr)
