"""The reader of YAML takes any bytes without raising, guesses no type and says one thing for one mistake."""

import inspect as python_inspect
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.model.criteria import CRITERION
from thidua_cli.model.dossier import APPRAISAL, DECISION, DOSSIER
from thidua_cli.model.handed import HANDED_IN
from thidua_cli.model.local import LOCAL_CAMPAIGN
from thidua_cli.model.meeting import MEETING
from thidua_cli.model.nomination import NOMINATION, _FiguresKind
from thidua_cli.model.unit import OFFICE, UNIT
from thidua_cli.source import ListOf, MapOf, OneOf, Reading, Record, decode, locate, parse_nodes, plain
from thidua_cli.source.nodes import MAX_DEPTH, MAX_SCALAR
from thidua_cli.source.parsing import MAX_BYTES
from thidua_cli.source.reading import MAX_FOUND

RECORDS: dict[str, tuple[Record, dict[str, Any]]] = {
    "nomination": (NOMINATION, {"id": "a/b", "file": "f", "proposer": "a"}),
    "dossier": (DOSSIER, {"id": "a", "file": "f"}),
    "meeting": (MEETING, {"id": "a", "file": "f"}),
    "appraisal": (APPRAISAL, {"id": "a", "file": "f"}),
    "decision": (DECISION, {"id": "a", "file": "f"}),
    "duty": (HANDED_IN, {"id": "a/b", "file": "f", "duty": "a", "unit": "b"}),
    "campaign": (CAMPAIGN, {"id": "a", "file": "f"}),
    "local": (LOCAL_CAMPAIGN, {}),
    "office": (OFFICE, {}),
    "unit": (UNIT, {}),
    "criterion": (CRITERION, {}),
}


def read(text: str, kind: Record = NOMINATION, **extra: Any) -> tuple[Any, list[Diagnostic]]:
    node, found = parse_nodes(text, "f")
    reading = Reading("f")
    reading.found += found
    value = kind.read(plain(node), reading, **extra) if node is not None else None
    return value, reading.found


def nominee(text: str) -> tuple[Any, list[Diagnostic]]:
    return read(text, NOMINATION, **RECORDS["nomination"][1])


def told(found: list[Diagnostic]) -> list[tuple[str, int | None]]:
    return [(one.code.id, one.place.line if one.place else None) for one in found]


# -- bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("họ".encode("utf-16"), "UTF-16"),
        ("họ".encode("utf-16-be"), "byte rỗng"),
        (b"\xfe\xff" + "a: 1".encode("utf-16-be"), "UTF-16"),
        (b"a: 1\n\0b: 2\n", "byte rỗng"),
        ("ho_ten: Lê".encode("cp1258", "replace").replace(b"?", b"\xea"), "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "byte rỗng"),
        (b"a" * (MAX_BYTES + 1), "lớn"),
    ],
)
def test_not_utf8_is_refused_once(data: bytes, says: str) -> None:
    text, found = decode(data, "f")
    assert text is None
    assert [one.code.id for one in found] == ["TD101"]
    assert says in found[0].message


def test_the_line_of_a_bad_byte_is_told() -> None:
    _, found = decode("ho_ten: Lê\nchuc_vu: Trưởng\n".encode() + b"x: \xff\n", "f")
    assert told(found) == [("TD101", 3)]


def test_a_control_character_is_told_at_its_line_even_after_vietnamese() -> None:
    """The C parser counts bytes; counted as characters the place would run ahead."""
    _, found = parse_nodes("# ạạạạạạạạạạ\n" * 4 + "a: \x07\n" + "# sau\n" * 40, "f")
    assert told(found) == [("TD101", 5)]


def test_bom_is_no_key() -> None:
    text, found = decode("\ufeffa: 1\n".encode(), "f")
    assert (text, found) == ("a: 1\n", [])


def test_a_megabyte_on_one_line() -> None:
    assert len("x" * 1_000_000) > MAX_SCALAR
    _, found = parse_nodes("a: " + "x" * 1_000_000 + "\n", "f")
    assert told(found) == [("TD104", 1)]


def test_a_long_honest_text_is_taken() -> None:
    node, found = parse_nodes("a: >-\n  " + "chữ " * 20_000 + "\n", "f")
    assert not found
    assert node is not None
    assert len(node.value["a"].value) == 80_000


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_bounded(opening: str) -> None:
    _, found = parse_nodes(opening * 5000, "f")
    assert [one.code.id for one in found] in (["TD104"], ["TD102"])


def test_depth_up_to_the_bound_is_taken() -> None:
    node, found = parse_nodes("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f")
    assert node is not None
    assert not found
    node, found = parse_nodes("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "f")
    assert node is None
    assert told(found) == [("TD104", 1)]


def test_alias_bomb_stops_at_the_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    node, found = parse_nodes(bomb, "f")
    assert node is None
    assert told(found) == [("TD104", 1)]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a record or at least one finding; never an exception."""
    text, found = decode(data, "f")
    if text is not None:
        value, found = nominee(text)
        assert value is not None or found or parse_nodes(text, "f")[0] is None
        if value is not None:
            assert found, "no bytes drawn here fill a nomination"
    else:
        assert found


_PIECES = st.sampled_from(
    [
        "doi_tuong",
        "ho_ten",
        "so_lieu",
        "họ tên",
        "dieu_kien_loai_tru",
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n- ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "'",
        '"',
        "|",
        ">-\n    ",
        "&a ",
        "*a",
        "!x ",
        "#",
        "?",
        "\t",
        "cá nhân",
        "có",
        "95,5",
        "1.234",
        "20/12/2024",
        "~",
        "---",
        "\u0301",
        "\u2028",
        "\x85",
        "\r\n",
        "\r",
        "\ufeff",
        "<<",
        "%",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(sorted(RECORDS)))
def test_any_text_for_any_record(text: str, name: str) -> None:
    """Text made of what clerks and YAML are made of: no exception, and each finding stands on a line."""
    kind, extra = RECORDS[name]
    node, problems = parse_nodes(text, "f")
    reading = Reading("f")
    if node is not None:
        kind.read(plain(node), reading, **extra)
    # One more than the text has: the parser may stop on the empty line after the last.
    lines = len(
        (text + "\n")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .split("\n")
    )
    for one in problems + reading.found:
        place = one.place or locate(node, one.route, on_key=one.on_key)
        assert place is not None
        assert 1 <= place.line <= lines
        assert place.column >= 1


def test_a_line_end_only_yaml_knows_moves_no_line() -> None:
    """Pasted from a page, U+2028 is a space to the eye; the mistake is two lines below, as the editor counts."""
    text = "doi_tuong: cá nhân\nho_ten: Lê\u2028Thị\u0085Cẩm\ndon_vi: p\nngay_sinh: 31/2/1988\nhinh_thuc_de_nghi: g\n"
    value, found = nominee(text)
    node, _ = parse_nodes(text, "f")
    (wrong,) = found
    place = locate(node, wrong.route)

    assert value.full_name == "Lê Thị Cẩm"
    assert (wrong.code.id, place and place.line) == ("TD108", 4)


# -- no type is guessed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "001234567012",
        "12:30",
        "no",
        "yes",
        "true",
        "05",
        "010",
        "1e3",
        "0x1F",
        "1_000",
        "2024-12-20",
        ".5",
        "+1",
        "<<",
        "=",
        "=x",
    ],
)
def test_scalars_stay_text(typed: str) -> None:
    value, found = nominee(f"doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\nso_dinh_danh: {typed}\n")
    assert not found
    assert value.citizen_number == typed


@pytest.mark.parametrize("typed", ["~", "null", ""])
def test_only_three_spellings_are_nothing(typed: str) -> None:
    value, found = nominee(f"doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\nso_dinh_danh: {typed}\n")
    assert not found
    assert value.citizen_number is None


@pytest.mark.parametrize("typed", ['"~"', "'null'", "Null", "NULL"])
def test_quoted_or_other_words_are_text(typed: str) -> None:
    value, _ = nominee(f"doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\nso_dinh_danh: {typed}\n")
    assert value.citizen_number == typed.strip("\"'")


def test_names_are_composed() -> None:
    value, found = nominee("doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\nho_ten: Lê Thị Cẩm\n")
    assert not found
    assert value.full_name == "L\u00ea Th\u1ecb C\u1ea9m"


@pytest.mark.parametrize(("typed", "number"), [("…/TTr-UBND", None), ("/TTr-UBND", None), ("7/TTr-UBND", "7/TTr-UBND")])
def test_the_number_of_a_paper_has_a_digit(typed: str, number: str | None) -> None:
    value, _ = read(f'don_vi_trinh: a\nso_ky_hieu: "{typed}"\n', DOSSIER, **RECORDS["dossier"][1])
    assert value.number == number
    _, found = read(f'van_ban_bo_sung:\n  - so_ky_hieu: "{typed}"\n', LOCAL_CAMPAIGN)
    assert ("khóa so_ky_hieu chưa có giá trị" in [one.message for one in found]) is (number is None)


def test_a_scalar_stands_for_a_list_of_one() -> None:
    value, found = nominee("doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\nvai_tro: tham gia\n")
    assert not found
    assert value.roles == ("tham gia",)


def test_dates_and_times() -> None:
    value, found = read(
        "hoi_dong: h\nngay_hop: 5/3/2024\ngio_bat_dau: 8h5\nchu_toa: A\nthu_ky: B\n", MEETING, id="m", file="f"
    )
    assert not found
    assert (value.held_on, value.began_at) == (date(2024, 3, 5), time(8, 5))


# -- one mistake, one message --------------------------------------------------------------------

FULL = "doi_tuong: cá nhân\ndon_vi: p\nhinh_thuc_de_nghi: g\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("đối tượng", "doi_tuong"),
        ("Doi_Tuong", "doi_tuong"),
        ("doi tuong", "doi_tuong"),
        ("doituong", "doi_tuong"),
        ("doi-tuong", "doi_tuong"),
        ("doi_tuog", "doi_tuong"),
        ("đơn vị", "don_vi"),
        ("hinh_thuc", "hinh_thuc_de_nghi"),
        ("hình thức đề nghị", "hinh_thuc_de_nghi"),
        ("ĐƠN_VỊ", "don_vi"),
    ],
)
def test_near_miss_of_a_needed_key(wrong: str, right: str) -> None:
    value, found = nominee(FULL.replace(f"{right}:", f"{wrong}:"))
    assert [one.code.id for one in found] == ["TD105"]
    assert right in found[0].remedy
    assert (value.subject_kind, value.unit, value.award) == ("cá nhân", "p", "g")


@pytest.mark.parametrize(
    "name", ["họ tên", "Họ và tên", "hoten", "ho ten", "HO_TEN", "ten", "ho_tenn", "ho\u0323 te\u0302n"]
)
def test_near_miss_of_the_name(name: str) -> None:
    value, found = nominee(f'{FULL}"{name}": Lê Thị Cẩm\n')
    assert [one.code.id for one in found] == ["TD105"]
    assert found[0].remedy == "viết là ho_ten"
    assert value.full_name == "Lê Thị Cẩm"


@pytest.mark.parametrize("key", ["doi_tuong", "don_vi", "hinh_thuc_de_nghi"])
def test_missing_key_is_said_once(key: str) -> None:
    _, found = nominee("".join(line for line in FULL.splitlines(True) if not line.startswith(key)))
    assert [(one.code.id, key in one.message) for one in found] == [("TD106", True)]


def test_a_key_lost_to_braces_is_not_also_missing() -> None:
    value, found = read(
        "{doi_tuong: cá nhân, don_vi: p, hinh_thuc_de_nghi: Giấy khen, loại một}",
        NOMINATION,
        **RECORDS["nomination"][1],
    )
    assert [one.code.id for one in found] == ["TD113"]
    assert not value.award


def test_repeated_key_keeps_the_first_and_says_where_it_was() -> None:
    value, found = nominee(f"{FULL}chuc_vu: A\nchuc_vu: B\n")
    assert told(found) == [("TD103", 5)]
    assert "dòng 4" in found[0].message
    assert value.position == "A"


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  x: 1\na:\n  y: 1\n  y: 2\n",
        "- a: 1\n  a: {b: 1, b: 2}\n",
        "a: [1]\na:\n  - b: {c: 1, c: 2}\n    d: 1\n    d: 2\n",
    ],
)
def test_repeats_inside_a_repeat(text: str) -> None:
    """The value of a repeated key hangs nowhere; a repeat inside it used to raise."""
    _, found = parse_nodes(text, "f")
    assert {one.code.id for one in found} == {"TD103"}
    assert len(found) >= 2
    assert all(None not in one.route for one in found)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a:\n\tb: 1\n", 2, "Tab"),
        ("a: 1\n\tb: 2\n", 2, "Tab"),
        ("a:\n  - x: 1\n\t  y: 2\n", 3, "Tab"),
        ("a: >\n\tx\n", 2, "Tab"),
        ("a: b: c\n", 1, "hai chấm"),
        ("a: 1\nb: “x”: y\n", 2, "hai chấm"),
        ("a: 1\nb: 'x\nc: 1\nd: 2\n", 2, "chưa đóng"),
        ("a: [1, 2\nb: 3\n", 1, "chưa đóng"),
        ("a: {b: 1\n", 1, "chưa đóng"),
        ("a:\n  b: 1\n c: 2\n", 3, "thụt lề"),
        ("a: - x\n", 1, "gạch đầu dòng"),
        ("a: @x\n", 1, "ký tự"),
        ("a\nbc: 1\n", 2, "hai chấm"),
        ("ho_ten: Lê Thị Cẩm\ngioi_tinh:nữ\nnam_sinh: 1988\n", 2, "thiếu dấu cách sau dấu hai chấm"),
        ("ho_ten: Lê Thị Cẩm\ngioi_tinh：nữ\nnam_sinh: 1988\n", 2, "thiếu dấu cách sau dấu hai chấm"),
        ("ho_ten: Lê Thị Cẩm\ngioi_tinh:\u00a0nữ\nnam_sinh: 1988\n", 2, "thiếu dấu cách sau dấu hai chấm"),
        ("ho_ten: Lê Thị Cẩm\ngioi_tinh nữ\nnam_sinh: 1988\n", 2, "không có dấu hai chấm"),
    ],
)
def test_broken_yaml_has_our_words(text: str, line: int, says: str) -> None:
    node, found = parse_nodes(text, "f")
    assert node is None
    assert told(found) == [("TD102", line)]
    assert says in found[0].message
    assert found[0].remedy


@pytest.mark.parametrize(
    ("record", "text", "code", "says"),
    [
        (
            DOSSIER,
            "don_vi_trinh: p\nnguoi_ky: Nguyễn Văn An\n",
            "TD107",
            "xuống dòng, thụt vào hai dấu cách, viết ho_ten:",
        ),
        (MEETING, "ngay_hop: 16/12/2024\nvang_mat:\n  - Lý Văn Khang\n", "TD107", "viết ho_ten: trước giá trị"),
        (MEETING, "ngay_hop: 16/12/2024\nbieu_quyet:\n  - tan_thanh: 6/7\n", "TD109", "ví dụ 6"),
    ],
)
def test_what_is_typed_in_short_is_told_how_it_is_written(record: Record, text: str, code: str, says: str) -> None:
    extra = RECORDS["dossier" if record is DOSSIER else "meeting"][1]
    _, found = read(text, record, **extra)
    (one,) = [one for one in found if one.code.id == code]
    assert says in one.remedy


def test_no_english_of_the_parser_reaches_a_clerk() -> None:
    for text in (
        "a: %x",
        "a: 'x",
        "- a\nb: 1",
        'a: "\\q"',
        "%Y\n",
        "a: 1\n...\nb",
        "? [a]\n: x",
        "a: x\n  b: 1",
        ": x",
        "a: !<x y",
    ):
        _, found = parse_nodes(text, "f")
        assert len(found) == 1, text
        words = f"{found[0].message} {found[0].remedy}"
        assert not {"expected", "found", "while", "mapping", "scanning", "character", "token"} & set(words.split()), (
            words
        )


@pytest.mark.parametrize("text", ["la_{}: x", "don_vi: x"], ids=["unknown keys", "a key again and again"])
def test_a_file_broken_throughout_is_told_so_once(text: str) -> None:
    def of(mistakes: int) -> list[str]:
        lines = [text.format(number) for number in range(mistakes)]
        return [one.code.id for one in nominee("\n".join([FULL.rstrip(), *lines]))[1]]

    assert "TD101" not in of(MAX_FOUND - 1)
    assert of(MAX_FOUND - 1) == of(MAX_FOUND)[: MAX_FOUND - 1]
    assert of(MAX_FOUND)[MAX_FOUND:] == ["TD101"]
    assert of(20 * MAX_FOUND) == of(MAX_FOUND)


def test_locate_goes_as_deep_as_the_file_does() -> None:
    node, _ = parse_nodes("a:\n  - b: 1\n    c:\n      d: 2\n", "f")
    assert locate(node, ("a", 0, "c", "d")) == (4, 10, 11)
    lines = {
        route: place.line
        for route in [("a",), ("a", 0), ("a", 0, "x"), ("a", 7), ("a", 0, "c", "d", "e"), ("z",)]
        if (place := locate(node, route)) is not None
    }
    assert lines == {("a",): 1, ("a", 0): 2, ("a", 0, "x"): 2, ("a", 7): 1, ("a", 0, "c", "d", "e"): 4, ("z",): 1}
    assert locate(None, ("a",)) is None


def test_on_key_points_at_the_key() -> None:
    node, _ = parse_nodes("aaa: 1\n", "f")
    assert locate(node, ("aaa",)) == (1, 6, 7)
    assert locate(node, ("aaa",), on_key=True) == (1, 1, 4)


# -- the tables of keys ---------------------------------------------------------------------------


def _records(kind: Any, seen: set[int]) -> list[Record]:
    if id(kind) in seen:
        return []
    seen.add(id(kind))
    if isinstance(kind, Record):
        return [kind] + [one for field in kind.fields for one in _records(field.kind, seen)]
    if isinstance(kind, (ListOf, MapOf)):
        return _records(kind.kind, seen)
    if isinstance(kind, OneOf):
        return _records(kind.scalar, seen) + _records(kind.group, seen)
    if isinstance(kind, _FiguresKind):
        return [kind.known]
    inner = getattr(kind, "kind", None) or getattr(kind, "group", None)
    return _records(inner, seen) if inner is not None else []


ALL = [one for kind, _ in RECORDS.values() for one in _records(kind, set())]


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.cls.__name__)
def test_every_record_can_be_built(record: Record) -> None:
    """A record whose table forgets an attribute of its class raises at the first file that uses it."""
    extra: dict[str, Any] = {"values": {}, "amounts": {}} if record.cls.__name__ == "Figures" else {}
    extra |= next((more for kind, more in RECORDS.values() if kind is record), {})
    value = record.read({}, Reading("f"), **extra)
    assert isinstance(value, record.cls)


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.cls.__name__)
def test_keys_are_unique_and_plain(record: Record) -> None:
    keys = [field.key for field in record.fields]
    attrs = [field.attr for field in record.fields]
    assert len(keys) == len(set(keys))
    assert len(attrs) == len(set(attrs))
    assert all(key.isascii() and key == key.lower() and key.replace("_", "").isalnum() for key in keys)
    assert set(attrs) <= set(python_inspect.signature(record.cls).parameters)
