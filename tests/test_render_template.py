"""Templates against their contract, before any data; and the shipped ones keep theirs."""

from pathlib import Path

import pytest

from thidua_cli.diagnostic import Severity
from thidua_cli.render.codes import CODES
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.nd30 import decree
from thidua_cli.render.template import load
from thidua_cli.render.template_check import MAX_NESTED, MAX_TAG, MAX_TAGS
from thidua_cli.render.template_filters import gio_chu, hai_chu_so, ngay_chu, ngay_so

TEMPLATES = sorted((Path(__file__).parents[1] / "templates").glob("*.md"))
CONTRACT = {
    "a": {
        "b": "chữ",
        "ten_don_vi": "chữ",
        "co": "chữ",
        "l": [{"x": "chữ", "m": [{"n": ["chữ"], "g": {"n": ["chữ"]}}]}],
        "g": {"n": "chữ"},
        "dau": {"tieu_de_trai": ["chữ"]},
    },
    "thua": {"x": "chữ"},
}
HEAD = """\
---
ten_giay: Thử
kieu_giay: {kieu}
lap_cho: hồ sơ
ten_tep: thu
dau_giay: a.dau
ten_loai: {ten}
{them}truong_su_dung: [a]
---
"""


def text(body: str, *, kieu: str = "tên loại", ten: str = "TỜ TRÌNH", them: str = "") -> str:
    return HEAD.format(kieu=kieu, ten=ten, them=them) + body


def found(source: str) -> list[tuple[str, str]]:
    """Code and the text of the line it points at."""
    lines = source.split("\n")
    return [(d.code.id, lines[d.place.line - 1]) for d in load(source, "x.md", CONTRACT)[1]]


def test_sound_template_has_nothing_to_say() -> None:
    paper, diagnostics = load(text("Kính trình {{ a.b }}."), "x.md", CONTRACT)
    assert diagnostics == []
    assert paper is not None
    assert paper.front.kind == "TỜ TRÌNH"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.stem)
def test_shipped_templates_are_sound(path: Path) -> None:
    paper, diagnostics = load(path, path.name, FIELDS)
    assert [(d.place, d.message) for d in diagnostics] == []
    assert paper is not None


def test_shipped_templates_are_all_there() -> None:
    assert {path.stem for path in TEMPLATES} >= {
        "to-trinh",
        "cong-van",
        "bien-ban",
        "danh-sach",
        "bao-cao-ca-nhan",
        "bao-cao-tap-the",
        "muc-luc",
        "phieu-kiem-tra",
        "quyet-dinh",
    }


def test_letter_of_praise_speaks_of_no_money() -> None:
    body = next(p for p in TEMPLATES if p.stem == "cong-van").read_text("utf-8").split("---\n", 2)[2]
    assert not any(word in body.lower() for word in ("tiền", "thưởng kèm", "tặng thưởng", "đồng)"))


FORBIDDEN = [
    "{{ a.b == 'x' }}",
    "{% if a.b == 'x' %}x{% endif %}",
    "{% if a.b and a.co %}x{% endif %}",
    "{{ 1 + 1 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ a.b ~ a.b }}",
    "{{ -a.b }}",
    "{{ a['b'] }}",
    "{{ a.l[0].x }}",
    "{{ a.b() }}",
    "{{ range(9) }}",
    "{{ a.b | upper }}",
    "{{ a.b | ngay_chu(1) }}",
    "{{ a.__class__ }}",
    "{{ a.b if a.co else a.b }}",
    "{{ a.b is defined }}",
    "{{ 'chữ' }}",
    "{% set x = a.b %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro m() %}x{% endmacro %}",
    "{% block b %}x{% endblock %}",
    "{% raw %}x{% endraw %}",
    "{% with %}x{% endwith %}",
    "{% filter upper %}x{% endfilter %}",
    "{% do a.b %}",
    "{% autoescape false %}x{% endautoescape %}",
    "{% call a.b() %}x{% endcall %}",
]


@pytest.mark.parametrize("tag", FORBIDDEN)
def test_forbidden_syntax(tag: str) -> None:
    findings = found(text(f"Một {tag} hai.\n\nHết."))
    assert findings[0] == ("TD702", f"Một {tag} hai.")


@pytest.mark.parametrize(
    "tag",
    [
        "{% for x in a.l if x.x %}\n\nx\n\n{% endfor %}",
        "{% for x in [1] %}\n\nx\n\n{% endfor %}",
        "{% for x, y in a.l %}\n\nx\n\n{% endfor %}",
        "{% for loop in a.l %}\n\nx\n\n{% endfor %}",
        "{% for x in a.l %}\n\n{% for y in a.l %}\n\nx\n\n{% endfor %}\n\n{% endfor %}",
        "{% for x in a.l %}{% for y in x.m %}{% for z in x.m %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for x in a.l %}{% for y in x.m %}{% for x in y.n %}{% for z in y.n %}x{% endfor %}{% endfor %}{% endfor %}"
        "{% endfor %}",
        "{% for x in a.l recursive %}\n\nx\n\n{% endfor %}",
    ],
)
def test_forbidden_loops(tag: str) -> None:
    assert {code for code, _line in found(text(f"{tag}\n\nHết."))} == {"TD702"}


def test_a_loop_within_a_loop_goes_over_what_that_holds() -> None:
    tag = "{% for x in a.l %}{% for y in x.m %}{% for z in y.g.n %}{{ z }}{{ x.x }}{{ a.b }}{% endfor %}{% endfor %}{% endfor %}"
    assert found(text(f"Một {tag}{tag} hai.\n\nHết.")) == []


def nested(times: int) -> str:
    return "{% if a.co %}" * times + "{{ a.b }}" + "{% endif %}" * times


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        ("{{ a.b }}" * MAX_TAGS, "{{ a.b }}" * (MAX_TAGS + 1)),
        (nested(MAX_NESTED), nested(MAX_NESTED + 1)),
        ("{{ a.b " + " " * (MAX_TAG - 9) + "}}", "{{ a.b " + " " * MAX_TAG + "}}"),
    ],
    ids=["tags", "nesting", "length"],
)
def test_bounds_of_a_template(within: str, beyond: str) -> None:
    assert found(text(f"Một {within} hai.\n\nHết.")) == []
    assert [code for code, _ in found(text(f"Một {beyond} hai.\n\nHết."))] == ["TD702"]


@pytest.mark.parametrize(
    "tag",
    [
        nested(3_000),
        "{% for x in a.l %}" * 3_000 + "{% endfor %}" * 3_000,
        "{% macro m() %}" * 1_500 + "{% endmacro %}" * 400,
        "{{ a" + ".a" * 50_000 + " }}",
        "{{ a" + ".a" * 230 + " }}",
        "{{ a.b" + "|upper" * 50_000 + " }}",
        "{{ " + "(" * 400 + "a.b" + " }}",
        "{% if " + "not " * 100 + "a.b %}x{% endif %}",
        "{{ " * 100_000,
        "{{ " + "-" * 400 + "a.b }}",
    ],
    ids=lambda tag: tag[:24],
)
def test_a_template_made_to_exhaust_its_reader_is_one_finding_at_its_line(tag: str) -> None:
    """Before there were bounds these broke off, or ran for minutes."""
    findings = found(text(f"Một\n\nHai {tag} ba.\n\nHết."))

    assert [(code, line[:4]) for code, line in findings] == [(findings[0][0], "Hai ")]
    assert findings[0][0] in ("TD702", "TD703")


@pytest.mark.parametrize("path", ["a" + ".a" * 50_000, "a." + "a" * 300])
def test_a_field_of_the_head_made_to_exhaust_its_reader_is_one_short_finding(path: str) -> None:
    source = text("Một.\n\nHết.", them=f"kinh_gui: {path}\n")

    assert [code for code, _ in found(source)] == ["TD702" if path.count(".") > 1 else "TD703"]


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("{{ a.ten_don_v }}", "có phải “ten_don_vi”?"),
        ("{{ b.x }}", "chọn: a, thua"),
        ("{{ a.b.c }}", "trường này không có trường con"),
        ("{{ a.l }}", "viết thêm .tên_trường, hoặc lặp bằng for"),
        ("{{ a.g }}", "viết thêm .tên_trường, hoặc lặp bằng for"),
        ("{% for x in a.l %}{{ x.y }}{% endfor %}", "các trường: x, m"),
        ("{% for x in a.l %}{{ loop.last }}{% endfor %}", "các trường: index"),
        ("{% for x in a.b %}x{% endfor %}", "bỏ for, hoặc chọn trường có nhiều phần tử"),
        ("{{ x.x }}", "chọn: a, thua"),
    ],
)
def test_unknown_fields_name_the_near_miss(tag: str, remedy: str) -> None:
    _paper, diagnostics = load(text(f"Một {tag} hai.\n\nHết."), "x.md", CONTRACT)
    assert [(d.code.id, d.place.line, d.remedy) for d in diagnostics] == [("TD703", 10, remedy)]


@pytest.mark.parametrize(
    ("them", "code"),
    [
        ("kinh_gui: a.bb\n", "TD703"),
        ("kinh_gui: a + b\n", "TD702"),
        ("trich_yeu: Về {{ a.bb }}\n", "TD703"),
        ("trich_yeu: Về {{ a.b | upper }}\n", "TD702"),
        ("trich_yeu: Về {% if a.b %}x{% endif %}\n", "TD702"),
        ("can_cu:\n  - a.bb\n", "TD703"),
        ("noi_nhan:\n  - a.bb\n", "TD703"),
        ("cot_ky:\n  - nguoi_ky: a.bb\n", "TD703"),
        ("kieu_chu: Arial\n", "TD706"),
        ("huong_giay: chéo\n", "TD706"),
        ("kem_theo:\n  van_ban: Tờ trình\n  cua: a.b\n", "TD706"),
        ("bang:\n  - do_rong: [1]\n", "TD708"),
        ("ten_giay: hai lần\n", "TD103"),
    ],
)
def test_front_matter(them: str, code: str) -> None:
    assert [c for c, _line in found(text("Hết.", them=them))] == [code]


def test_findings_of_the_front_matter_point_at_their_line() -> None:
    assert found(text("Hết.", them="kinh_gui: a.bb\n")) == [("TD703", "kinh_gui: a.bb")]
    assert found(text("Hết.", them="kieu_chu: Arial\n")) == [("TD706", "kieu_chu: Arial")]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Không có phần đầu.", "TD701"),
        ("---\nten_giay: x\n", "TD701"),
        (text("{% if a.b %}\n\nMột.\n\nHai."), "TD701"),
        (text("{% endfor %}\n\nHai."), "TD701"),
        (text("Một {{ a. }}.\n\nHai."), "TD701"),
        (text("{% if a.b %}\nMột.\n{% endif %}"), "TD709"),
        (text("| a |\n|---|\n| b |", them="bang:\n  - do_rong: [3]\n"), "TD709"),
        (text("| a |\n|---|\n| b |\n\nHết."), "TD708"),
        (text("| a |\n|---|\n| b |\n\nHết.", them="bang:\n  - do_rong: [30]\n"), "TD708"),
        (text("| a |\n|---|\n| b |\n\nHết.", them="bang:\n  - do_rong: [3, 3]\n"), "TD708"),
        (text("Hết.", kieu="công văn", ten="CÔNG VĂN", them="trich_yeu: việc\n"), "TD706"),
        (text("Hết.", kieu="công văn", ten="null"), "TD706"),
        (text("Hết.", ten="null"), "TD706"),
        (text("Hết.", kieu="quyết định"), "TD706"),
        (text("Hết.", kieu="phụ lục"), "TD706"),
        (text("Hết.", kieu="biên bản", them="ngay_ban_hanh: a.b\n"), "TD706"),
    ],
)
def test_whole_templates(source: str, code: str) -> None:
    assert [c for c, _line in found(source)] == [code]


def test_declared_and_used_roots() -> None:
    unused = text("Hết.").replace("[a]", "[a, thua]")
    missing = text("{{ thua.x }}.")
    assert [d.message for d in load(unused, "x.md", CONTRACT)[1]] == ["khai gốc dữ liệu “thua” nhưng mẫu không dùng"]
    paper, diagnostics = load(missing, "x.md", CONTRACT)
    assert [d.severity for d in diagnostics] == [Severity.REVIEW]
    assert paper is not None


def test_missing_file_is_told_not_raised() -> None:
    assert load(Path("/không/có.md"), "có.md")[1][0].code.id == "TD701"


def test_codes_are_ours_and_told() -> None:
    for code in CODES:
        assert "TD701" <= code.id <= "TD739"
        assert code.summary
        assert code.wrong
        assert code.right


def test_filters_leave_room_for_the_pen() -> None:
    assert ngay_chu("2024-12-16") == "ngày 16 tháng 12 năm 2024"
    assert ngay_chu("2024-02-05") == "ngày 05 tháng 02 năm 2024"
    assert ngay_chu("2024-12") == "ngày      tháng 12 năm 2024"
    assert ngay_chu("2025-01") == "ngày      tháng 01 năm 2025"
    assert ngay_chu("") == "ngày      tháng      năm        "
    assert ngay_so("2024-12-16") == "16/12/2024"
    assert ngay_so("") == ""
    assert gio_chu("14:00") == "14 giờ 00"
    assert hai_chu_so(4) == "04"


def test_decree_numbers_stay_in_their_range_and_name_their_clause() -> None:
    numbers = decree()
    for group in (numbers.page, numbers.sizes, numbers.paragraph, numbers.layout):
        for name, measure in group.items():
            assert measure.clause, name
            assert measure.low is None or measure.low <= measure.chosen, name
            assert measure.high is None or measure.chosen <= measure.high, name


def test_one_mistake_is_one_message() -> None:
    assert [c for c, _line in found(text("Một {% if a.b %}hai.\n\nHết."))] == ["TD707"]
    assert [c for c, _line in found(text("Một {{ a.b.\n\nHết."))] == ["TD701"]
