"""Reports of a review (sơ kết, tổng kết): every number in them, added up a second time by ``review_sums``."""

import re
import zipfile
from datetime import date
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from review_sums import Sums, amount, dotted, percent, two
from running import ROOT, thidua

from thidua_cli.judge.reports import rate, share_of, typed_share
from thidua_cli.model.campaign import Target
from thidua_cli.model.handed import TargetResult
from thidua_cli.source import Quantity
from thidua_cli.viet.dates import parse_span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICES = ("quan-11", "quan-7", "binh-tan")
BLANKS = {"so-ket": 4, "tong-ket": 4}


class Paper:
    """A printed paper as its paragraphs outside tables and the rows of its tables."""

    def __init__(self, path: Path) -> None:
        body = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(f"{W}body")
        assert body is not None
        self.paragraphs = [_text(one) for one in body if one.tag == f"{W}p"]
        self.tables = [
            [[_text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in body
            if table.tag == f"{W}tbl"
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    def rows(self, *head: str) -> list[list[str]]:
        """The rows below the one table whose head begins so; a head of two rows counts as one."""
        found = [table for table in self.tables if table and tuple(table[0][: len(head)]) == head]
        assert len(found) == 1, (head, [table[0] for table in self.tables])
        return [row for row in found[0][1:] if row[0]]


def _text(element: ElementTree.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def printed(tmp_path: Path, office: str, kind: str, *more: str) -> tuple[Paper, Paper]:
    """A report and its annex."""
    done = thidua("render", kind, ROOT / "examples" / office, "--out", tmp_path, *more)
    assert done.returncode == 0, done.stdout + done.stderr
    (report,) = tmp_path.glob(f"*/{kind}/*.docx")
    (annex,) = tmp_path.glob("*/phu-luc-bao-cao/*.docx")
    assert report.stem == annex.stem
    return Paper(report), Paper(annex)


# -- what the examples print, recomputed ----------------------------------------------------------


@pytest.mark.parametrize("office", OFFICES)
def test_awards_by_form_and_unit_are_the_sums_of_the_records(tmp_path: Path, office: str) -> None:
    sums = Sums(ROOT / "examples" / office)
    report, annex = printed(tmp_path, office, "tong-ket")

    assert report.rows("Hình thức", "Đề nghị", "Đã tặng") == sums.by_form()
    assert annex.rows("Đơn vị", "Đề nghị", "Đã tặng") == sums.by_unit()


@pytest.mark.parametrize("office", OFFICES)
def test_targets_of_every_unit_and_their_totals_are_the_sums_of_the_records(tmp_path: Path, office: str) -> None:
    sums = Sums(ROOT / "examples" / office)
    _, annex = printed(tmp_path, office, "tong-ket")
    names = sums.targets()
    rows = [[cell.lower() for cell in row] for row in annex.rows("TT", "Chỉ tiêu")]

    wanted = []
    for unit, whole, one in sums.results("tổng kết"):
        given, done = amount(one.get("chi_tieu_giao")), amount(one.get("thuc_hien"))
        measure = one.get("don_vi_tinh", "")
        name = names.get(one.get("chi_tieu", "")) or one["ten_chi_tieu"]
        year = f" (năm {one['nam_ke_hoach']})" if "nam_ke_hoach" in one else ""
        wanted.append(
            [
                f"{name}{year}".lower(),
                f"{sums.name(unit)}{' (số của cả cơ quan)' if whole else ''}".lower(),
                f"{dotted(given)} {measure}" if given is not None else one.get("chi_tieu_giao", ""),
                f"{dotted(done)} {measure}" if done is not None else "",
                _share(given, done, one.get("thuc_hien", "")),
                one.get("ngay_chot", ""),
            ]
        )
    told = [row for row in rows if not row[2].startswith("cộng ")]
    assert sorted([*row[1:6], row[7]] for row in told) == sorted(wanted)

    totals = {(row[1], row[2], row[3], row[4], row[5]) for row in rows if row[2].startswith("cộng ") and row[3]}
    expected = set()
    for key, (size, given, done, measure) in sums.sums("tổng kết").items():
        if size > 1:
            name = next(row[1] for row in rows if row[1].startswith((names.get(key) or key).lower()))
            cells = (f"{dotted(given)} {measure}", f"{dotted(done)} {measure}", percent(done, given))
            expected.add((name, f"cộng {two(size)} đơn vị", *cells))
    assert totals == expected


def _share(given: int | None, done: int | None, typed: str) -> str:
    if done is not None and given:
        return percent(done, given)
    return f"{typed.removesuffix('%')},00%" if typed else ""


@pytest.mark.parametrize("office", OFFICES)
def test_works_solutions_and_role_models_are_counted_once_each(tmp_path: Path, office: str) -> None:
    sums = Sums(ROOT / "examples" / office)
    report, annex = printed(tmp_path, office, "tong-ket")

    works, solutions, models = sums.early_works(), sums.solutions(), sums.role_models()
    assert (f"Có {two(len(works))} công trình" in report.text) == bool(works)
    if works:
        assert {row[1]: int(row[5]) for row in annex.rows("TT", "Công trình, phần việc")} == works
    for kind, size in solutions.items():
        assert f"{two(size)} {kind}" in report.text
    if solutions:
        assert len(annex.rows("TT", "Tên")) == solutions.total()
    assert (f"đã giới thiệu {two(models)} gương" in report.text) == bool(models)
    if models:
        assert len(annex.rows("TT", "Họ và tên, tập thể")) == models


@pytest.mark.parametrize("office", OFFICES)
def test_the_balance_is_that_of_the_records_and_its_shares_add_up(tmp_path: Path, office: str) -> None:
    sums = Sums(ROOT / "examples" / office)
    _, annex = printed(tmp_path, office, "tong-ket")

    tables = [table[1:] for table in annex.tables if table[0] == ["Nhóm", "Số lượng", "Cơ cấu"]]
    decided = [id_ for _, id_ in sums.decided_ids()]
    for count, table in zip((sums.kinds, sums.genders), tables, strict=False):
        rows = {row[0]: row for row in table}
        for label, ids in (("Tất cả đề nghị", list(sums.cases)), ("Đã có quyết định", decided)):
            wanted = count(ids)
            if wanted:
                assert rows[label][1] == two(wanted.total())
                assert _parts(rows[label][2]) == dict(wanted)
    for table in tables:
        for label, total, told in table:
            assert sum(_parts(told).values()) == int(total), label
            tenths = [int(a) * 10 + int(b) for a, b in re.findall(r"\((\d+),(\d)%\)", told)]
            assert sum(tenths) == 1000, label


def _parts(told: str) -> dict[str, int]:
    return {name: int(size) for name, size in re.findall(r"(?:^|; )(.+?) (\d+) \(\d+,\d%\)", told)}


def test_the_whole_district_reached_its_disbursement_by_the_exact_sum(tmp_path: Path) -> None:
    """98,8 tỷ given to four units, 95.179.600.000 disbursed: 96,34 %, above 95 %."""
    report, _ = printed(tmp_path, "quan-11", "tong-ket")

    rows = {row[1]: row for row in report.rows("TT", "Chỉ tiêu")}
    line = next(row for name, row in rows.items() if name.startswith("Tỷ lệ giải ngân"))
    assert line[3:] == ["98.800.000.000 đồng", "95.179.600.000 đồng", "96,34%", "vượt"]
    assert "kết quả: 01 vượt, 01 đạt, 01 không ấn định mức." in report.text
    assert "Đã có 08/12 đơn vị được giao xây dựng kế hoạch" in report.text


def test_a_district_that_still_waits_for_reports_has_not_reached_anything_yet(tmp_path: Path) -> None:
    """Two wards of Quận 7 did all they had to; three units have sent nothing, so nothing is "đạt"."""
    report, _ = printed(tmp_path, "quan-7", "tong-ket")

    assert {row[6] for row in report.rows("TT", "Chỉ tiêu")} == {"chưa có số liệu", "không ấn định mức"}
    assert "còn 03 đơn vị chưa gửi báo cáo; các đơn vị đã báo cáo: 02 đạt" in report.text
    assert "Phòng Nội vụ; Phòng Giáo dục và Đào tạo; Ủy ban nhân dân Phường Mẫu 3; số liệu trên chưa gồm" in report.text


# -- whose, of when, and never over what was written ------------------------------------------------


def test_a_units_report_tells_of_that_unit_only(tmp_path: Path) -> None:
    report, annex = printed(tmp_path, "quan-11", "tong-ket", "--unit", "ubnd-phuong-17")

    assert "Số: 04/BC-UBND" in str(report.tables[0])
    assert [row[1] for row in report.rows("TT", "Chỉ tiêu")] == [
        "Tỷ lệ giải ngân vốn đầu tư công, theo kế hoạch và theo cam kết của các đơn vị",
        "Tuyến hẻm được nâng cấp, mở rộng",
    ]
    assert "Phường 18" not in report.text + str(report.tables) + str(annex.tables)


def test_a_halfway_review_ends_on_the_day_its_reports_are_due(tmp_path: Path) -> None:
    """Quận 7: reports "trước ngày 19/5/2024", so the last day is the 18th; later role models are not told."""
    report, annex = printed(tmp_path, "quan-7", "so-ket")

    assert "đến hết ngày 18 tháng 5 năm 2024" in report.text
    assert {row[5] for row in annex.rows("TT", "Họ và tên, tập thể")} == {"08/4/2024", "09/4/2024"}
    assert {row[7] for row in annex.rows("TT", "Chỉ tiêu")} == {"15/5/2024"}


def test_without_a_day_in_the_plan_a_halfway_review_asks_for_its_period(tmp_path: Path) -> None:
    done = thidua("render", "so-ket", ROOT / "examples" / "binh-tan", "--out", tmp_path)
    assert done.returncode == 0
    assert "--period" in done.stdout
    assert not list(tmp_path.iterdir())

    report, _ = printed(tmp_path, "binh-tan", "so-ket", "--period", "2024")
    assert "từ ngày 01 tháng 01 năm 2024 đến hết ngày 31 tháng 12 năm 2024" in report.text


def test_a_period_nobody_can_read_is_refused_in_words(tmp_path: Path) -> None:
    done = thidua("render", "so-ket", ROOT / "examples" / "binh-tan", "--period", "20-24", "--out", tmp_path)
    assert done.returncode == 2
    assert "“20-24” không phải một kỳ" in done.stderr


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", "2024-01-01 2024-12-31"),
        ("2022-2025", "2022-01-01 2025-12-31"),
        ("12/2024", "2024-12-01 2024-12-31"),
        ("2/2024 – 6/2024", "2024-02-01 2024-06-30"),
        ("01/01/2024 - 18/5/2024", "2024-01-01 2024-05-18"),
    ],
)
def test_a_period_is_two_days_both_inside(text: str, days: str) -> None:
    found = parse_span(text)
    assert found is not None
    assert " ".join(one.isoformat() for one in found) == days


@pytest.mark.parametrize("text", ["", "20-24", "2025-2022", "31/4/2024", "13/2024", "2024-", "năm 2024"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_span(text) is None


def test_an_edited_report_is_never_written_over_without_force(tmp_path: Path) -> None:
    printed(tmp_path, "binh-tan", "tong-ket")
    (report,) = tmp_path.glob("*/tong-ket/*.docx")
    report.write_bytes(b"sua tay")

    again = thidua("render", "tong-ket", ROOT / "examples" / "binh-tan", "--out", tmp_path)
    assert again.returncode == 2
    assert report.read_bytes() == b"sua tay"
    forced = thidua("render", "tong-ket", ROOT / "examples" / "binh-tan", "--out", tmp_path, "--force")
    assert forced.returncode == 0
    assert report.read_bytes() != b"sua tay"


def test_the_same_records_give_the_same_report_on_any_day(tmp_path: Path) -> None:
    made = []
    for name, today in (("a", "01/01/2024"), ("b", "31/12/2026")):
        thidua("render", "tong-ket", ROOT / "examples" / "quan-7", "--out", tmp_path / name, "--today", today)
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.docx")})
    assert made[0]
    assert made[0] == made[1]


def test_what_the_writer_must_write_stands_as_blanks_and_verify_knows_the_report(tmp_path: Path) -> None:
    for kind, blanks in BLANKS.items():
        report, _ = printed(tmp_path / kind, "quan-7", kind)
        assert sum(one.startswith("… (viết") for one in report.paragraphs) == blanks

        done = thidua("verify", tmp_path / kind, "--repo", ROOT / "examples" / "quan-7")
        assert done.returncode == 0, done.stdout
        assert "2 tệp: 2 đúng như in" in done.stdout


def test_a_figure_changed_by_hand_leads_to_the_report_it_came_from_and_what_was_written_is_left_alone(
    tmp_path: Path,
) -> None:
    printed(tmp_path, "quan-7", "tong-ket")
    (report,) = tmp_path.glob("*/tong-ket/*.docx")
    (annex,) = tmp_path.glob("*/phu-luc-bao-cao/*.docx")
    _replace(report, "… ", "Ban Chỉ đạo đã kiểm tra từng đơn vị. ")
    _replace(annex, "97,65%", "97,60%")

    done = thidua("verify", tmp_path, "--repo", ROOT / "examples" / "quan-7")

    assert done.returncode == 1
    assert "giấy ghi “97,60%”, bản ghi là “97,65%”" in done.stdout
    assert "duties/tong-ket/ubnd-phuong-mau-2.yaml" in done.stdout
    assert "chỉ đổi lời văn" in done.stdout


def _replace(path: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


# -- one figure --------------------------------------------------------------------------------------


def number(text: str) -> Quantity:
    share = text.endswith("%")
    value = Fraction(text.removesuffix("%").replace(",", "."))
    return Quantity(value / 100 if share else value, share, len(text.removesuffix("%").partition(",")[2]))


def target(**bound: str) -> Target:
    blank = dict.fromkeys(
        ("at_least", "more_than", "exactly", "at_most", "unit_of_measure", "set_by", "scope", "clause")
    )
    return Target(id="ct", name="chỉ tiêu", **(blank | {key: number(text) for key, text in bound.items()}))  # type: ignore[arg-type]


def result(**said: str) -> TargetResult:
    blank = dict.fromkeys(TargetResult._fields)
    return TargetResult(**(blank | {"as_of": date(2024, 12, 31)} | {key: number(text) for key, text in said.items()}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "said", "word"),
    [
        ({"at_least": "95%"}, {"assigned": "200000", "done": "190000"}, "đạt"),
        ({"at_least": "95%"}, {"assigned": "200000", "done": "189990"}, "chưa đạt"),
        ({"at_least": "95%"}, {"assigned": "200000", "done": "190001"}, "vượt"),
        ({"at_least": "95%"}, {"done": "94,995%"}, "chưa đạt"),
        # Đồng are no percentage: without what was assigned there is nothing to compare.
        ({"at_least": "95%"}, {"done": "190000"}, "chưa có số liệu"),
        ({"at_least": "95%"}, {"assigned": "0", "done": "0"}, "chưa có số liệu"),
        ({"at_least": "95%"}, {"assigned": "200000", "estimate": "199000"}, "chưa có số liệu"),
        ({"more_than": "100%"}, {"assigned": "100", "done": "100"}, "chưa đạt"),
        ({"more_than": "100%"}, {"assigned": "100", "done": "101"}, "đạt"),
        # The plan's 115 is the district's; a ward is measured on its own 12.
        ({"at_least": "115"}, {"assigned": "12", "done": "12"}, "đạt"),
        ({"at_least": "115"}, {"done": "115"}, "chưa có số liệu"),
        ({"at_least": "115"}, {"assigned": "12", "done": "100%"}, "chưa có số liệu"),
        ({"exactly": "0%"}, {"done": "0%"}, "đạt"),
        ({"exactly": "0%"}, {"done": "0,01%"}, "chưa đạt"),
        ({"at_most": "5"}, {"assigned": "5", "done": "4"}, "vượt"),
        ({"at_most": "5"}, {"assigned": "5", "done": "6"}, "chưa đạt"),
    ],
)
def test_a_result_is_measured_on_its_own_level(level: dict[str, str], said: dict[str, str], word: str) -> None:
    rating = rate(target(**level), result(**said))
    assert rating is not None
    assert rating.word == word


def test_a_figure_without_its_day_is_no_result_yet_and_a_plan_without_a_level_rates_nothing() -> None:
    undated = result(assigned="200", done="200")._replace(as_of=None)
    rating = rate(target(at_least="95%"), undated)
    assert rating is not None
    assert (rating.word, rating.lacking) == ("chưa có số liệu", "số liệu chưa ghi ngày chốt")
    assert rate(target(), result(assigned="1", done="1")) is None


@pytest.mark.parametrize(
    ("assigned", "done", "typed", "shown"),
    [
        ("200000", "190000", "95,00%", None),
        ("200000", "190000", "95%", None),
        ("200000", "189990", "94,995%", None),
        ("200000", "189990", "95,00%", "94,995%"),
        ("200000", "189990", "95%", "94,995%"),
        ("3", "2", "66,67%", None),
        ("3", "2", "66,66%", "66,67%"),
        ("1000000", "1000040", "100,00%", "100,004%"),
        ("1000000", "1000040", "100,004%", None),
    ],
)
def test_a_typed_percentage_must_be_the_rounded_share_and_never_cross_the_level(
    assigned: str, done: str, typed: str, shown: str | None
) -> None:
    one = result(assigned=assigned, done=done, share=typed)
    assert share_of(one) == Fraction(int(done), int(assigned))
    found = typed_share(target(at_least="95%"), one)
    assert (found[1] if found else None) == shown
