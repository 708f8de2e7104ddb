"""Dated law: every day has one answer or an explicit gap, values hand-copied from the decrees, an office over us."""

import importlib.util
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from thidua_cli.book import read_book
from thidua_cli.law import CONFIDENCE, FIRST_COVERED, TABLES, Dated, Key, Law, shipped_table

LAW = Law()
DAYS = [FIRST_COVERED + timedelta(n) for n in range((LAW.last_covered - FIRST_COVERED).days + 1)]


def by_question(name: str) -> dict[Key, list[Dated[object]]]:
    found: dict[Key, list[Dated[object]]] = defaultdict(list)
    for entry in shipped_table(name):
        for key in TABLES[name].keys(entry.value):
            found[key].append(entry)
    return found


@pytest.mark.parametrize("name", TABLES)
def test_every_day_has_one_answer_or_an_explicit_gap(name: str) -> None:
    for key, entries in by_question(name).items():
        for day in DAYS:
            answers = [entry for entry in entries if entry.holds_on(day)]
            assert len(answers) == 1, f"{name} {key} {day}: {len(answers)} answers"


def test_the_walk_is_long_and_sees_a_hole() -> None:
    assert DAYS[0] == date(2017, 1, 1)
    assert DAYS[-1] == date(2026, 9, 30)
    holed = [one for one in shipped_table("salary") if one.value.amount != 1_490_000]
    assert next(day for day in DAYS if not any(one.holds_on(day) for one in holed)) == date(2019, 7, 1)


def test_every_value_has_source_and_confidence_and_a_gap_says_why() -> None:
    for name in TABLES:
        for entry in shipped_table(name):
            assert entry.confidence in CONFIDENCE
            assert len(entry.source) > 5
            assert entry.unknown is None or (len(entry.unknown) > 20 and not entry.verified)


def test_tables_name_only_awards_and_texts_that_exist() -> None:
    awards = {id_ for one in shipped_table("awards") for id_ in one.value.ids}
    texts = {one.value.id for one in shipped_table("texts")}
    for name in ("authority", "money", "voting"):
        assert {id_ for one in shipped_table(name) for id_ in one.value.awards} <= awards, name
    assert {one.value.by_text for one in shipped_table("forms")} <= texts | {None}
    assert {one.value.replaced_by for one in shipped_table("texts")} <= texts | {None}


def test_every_award_has_a_money_question_for_everyone_who_may_get_it() -> None:
    asked = {(key[0], key[2]) for key in by_question("money")}
    for one in shipped_table("awards"):
        for id_ in one.value.ids:
            for subject in one.value.subjects:
                assert (id_, subject) in asked or id_.startswith("huan-chuong"), (id_, subject)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2019, 6, 30), 1_390_000),
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
        (date(2026, 9, 30), 2_530_000),
        (date(2026, 10, 1), None),
        (date(2018, 6, 30), None),
    ],
)
def test_salary_by_day(day: date, amount: int | None) -> None:
    found = LAW.known("salary", ("lương cơ sở",), day)

    assert (found.value.amount if found else None) == amount


@pytest.mark.parametrize(
    ("day", "number", "text"),
    [
        (date(2023, 12, 31), "07", "nd-91"),
        (date(2024, 1, 1), "08", "nd-98"),
        (date(2025, 6, 30), "08", "nd-98"),
        (date(2025, 7, 1), "08", "nd-152"),
    ],
)
def test_the_form_of_a_campaign_report_by_day(day: date, number: str, text: str) -> None:
    found = LAW.known("forms", ("phong trào thi đua",), day)

    assert found is not None
    assert (found.value.number, found.value.by_text) == (number, text)


def test_the_law_and_the_decree_of_a_day() -> None:
    assert [text[:40] for text in LAW.bases_on(date(2025, 7, 1))] == [
        "Luật Thi đua, khen thưởng ngày 15 tháng ",
        "Nghị định số 152/2025/NĐ-CP ngày 14 thán",
    ]
    assert len(LAW.bases_on(date(2017, 9, 30))) == 1
    assert LAW.bases_on(date(2026, 10, 1)) == ()


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Giấy khen của Chủ tịch Ủy ban nhân dân quận", "giay-khen"),
        ("Bằng khen của Chủ tịch Uỷ ban nhân dân Thành phố", "bang-khen-bo-tinh"),
        ("Bằng khen của Thủ tướng Chính phủ", "bang-khen-thu-tuong"),
        ("Thư khen của Chủ tịch Ủy ban nhân dân Thành phố", "thu-khen"),
        ("Tập thể Lao động tiên tiến", "tt-lao-dong-tien-tien"),
        ("Lao động tiên tiến", "lao-dong-tien-tien"),
        ("Chiến sĩ thi đua Thành phố", "cstd-bo-tinh"),
        ("Huân chương Lao động hạng Ba", "huan-chuong-lao-dong-3"),
        ("Cờ thi đua của Chính phủ", "co-thi-dua-chinh-phu"),
        ("Gương điển hình tiên tiến hằng quý", None),
        ("Các hình thức khen thưởng tương ứng theo quy định của Luật", None),
    ],
)
def test_awards_are_known_by_the_names_plans_give_them(name: str, id_: str | None) -> None:
    assert LAW.award_id(name) == id_


def test_the_threshold_of_a_decree_never_seen_is_not_verified() -> None:
    seen = LAW.threshold_for("Chiến sĩ thi đua cơ sở", date(2025, 6, 30))
    assumed = LAW.threshold_for("Chiến sĩ thi đua cơ sở", date(2025, 7, 1))

    assert seen is not None
    assert seen.verified
    assert assumed is not None
    assert not assumed.verified
    assert LAW.threshold_for("Chiến sĩ thi đua cơ sở", date(2023, 12, 31)) is None
    assert LAW.threshold_for("Giấy khen quận", date(2025, 6, 30)) is None


# -- an office's own data ---------------------------------------------------------------------------


def office(top: Path, **files: str) -> Path:
    (top / "law").mkdir(parents=True)
    (top / "thidua.yaml").write_text("cap_co_quan: quận, huyện\ndon_vi: a\n", encoding="utf-8")
    (top / "units.yaml").write_text(
        "- id: a\n  ten_don_vi: Ủy ban nhân dân Quận 11\n  loai_don_vi: ủy ban nhân dân\n", encoding="utf-8"
    )
    for name, text in files.items():
        (top / "law" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return top


OWN = """\
- muc_luong: 2.600.000
  hieu_luc_tu: 01/10/2026
  hieu_luc_den: null
  do_tin_cay: một nguồn
  nguon: văn bản của Sở Nội vụ
- muc_luong: 1.300.000
  hieu_luc_tu: 01/7/2017
  hieu_luc_den: 30/6/2018
  do_tin_cay: đã đối chiếu
  nguon: Nghị định 47/2017/NĐ-CP
"""


def test_an_office_fills_a_gap_and_speaks_after_our_last_day(tmp_path: Path) -> None:
    book = read_book(office(tmp_path, salary=OWN))

    assert not book.found
    for day, amount in ((date(2018, 1, 1), 1_300_000), (date(2026, 10, 1), 2_600_000), (date(2024, 1, 1), 1_800_000)):
        found = book.law.known("salary", ("lương cơ sở",), day)
        assert found is not None
        assert found.value.amount == amount
    theirs = book.law.known("salary", ("lương cơ sở",), date(2026, 10, 1))
    assert theirs is not None
    assert "dữ liệu của văn phòng (law/salary.yaml)" in theirs.cited
    assert "một nguồn" in theirs.cited


def test_an_office_stands_over_us(tmp_path: Path) -> None:
    mine = "- boi_so: 1\n  huong: lên\n  hieu_luc_tu: 01/01/2024\n  hieu_luc_den: null\n  do_tin_cay: một nguồn\n  nguon: quy chế của quận\n"
    book = read_book(office(tmp_path, rounding=mine))

    found = book.law.known("rounding", ("làm tròn",), date(2025, 1, 1))

    assert found is not None
    assert found.value.multiple == 1
    assert found.of_office


def test_an_office_that_has_checked_further_says_so(tmp_path: Path) -> None:
    until = "- biet_den: 31/12/2026\n  hieu_luc_tu: 01/01/2017\n  hieu_luc_den: null\n  do_tin_cay: một nguồn\n  nguon: Phòng Nội vụ đã đối chiếu Luật 06/2026/QH16\n"
    book = read_book(office(tmp_path, coverage=until))

    assert book.law.last_covered == date(2026, 12, 31)
    assert book.law.bases_on(date(2026, 10, 1))


def test_what_an_office_writes_wrong_is_said_and_never_used(tmp_path: Path) -> None:
    book = read_book(
        office(
            tmp_path,
            salary="- muc_luong: 2,34\n  hieu_luc_tu: 01/7/2024\n  hieu_luc_den: null\n  do_tin_cay: một nguồn\n  nguon: x\n",
            money="- hinh_thuc: [giay-khen]\n  doi_tuong: [cá nhân]\n  hieu_luc_tu: 01/7/2024\n  hieu_luc_den: null\n  do_tin_cay: một nguồn\n  nguon: x\n",
            tien="[]",
        )
    )

    assert sorted((one.file, one.code.id) for one in book.found) == [
        ("law/money.yaml", "TD106"),
        ("law/salary.yaml", "TD109"),
        ("law/tien.yaml", "TD202"),
    ]
    found = book.law.known("salary", ("lương cơ sở",), date(2025, 1, 1))
    assert found is not None
    assert found.value.amount == 2_340_000


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 12, 22), "Chủ nhật"),
        (date(2024, 12, 23), None),
        (date(2024, 5, 4), None),  # thứ Bảy làm bù cho 29/4
        (date(2024, 4, 29), "Ngày nghỉ (thay cho ngày 04/05/2024)"),
        (date(2024, 9, 2), "Quốc khánh"),
        (date(2024, 9, 3), "Quốc khánh"),
        (date(2022, 1, 31), "Giao thừa Tết Nguyên Đán"),
        (date(2023, 1, 2), "Tết Dương lịch (nghỉ bù)"),
        (date(2017, 1, 27), "Giao thừa Tết Nguyên Đán"),
        (date(2030, 9, 2), "Quốc khánh"),
        (date(2031, 9, 2), None),  # bảng chỉ đến 2030: không nói gì
        (date(2031, 9, 6), "thứ Bảy"),
    ],
)
def test_days_off(day: date, name: str | None) -> None:
    off = LAW.day_off(day)

    assert (off.name if off else None) == name


def test_days_set_year_by_year_are_told_from_those_of_the_code() -> None:
    fixed, yearly = LAW.day_off(date(2024, 9, 2)), LAW.day_off(date(2024, 9, 3))

    assert fixed is not None
    assert yearly is not None
    assert (fixed.yearly, yearly.yearly) == (False, True)


def test_years_not_yet_announced_are_inferred() -> None:
    for entry in shipped_table("days_off"):
        assert entry.confidence == ("một nguồn" if entry.valid_from.year <= 2026 else "suy ra")


def test_the_shipped_days_off_are_those_the_script_makes() -> None:
    pytest.importorskip("holidays")
    spec = importlib.util.spec_from_file_location("make_days_off", Path(__file__).parent / "tools" / "make_days_off.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert module.OUT.read_text(encoding="utf-8") == module.table()
