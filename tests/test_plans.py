"""The four other plans as data, each checked against plans.md by hand: identity, days, awards, criteria, duties.

Nothing here is computed by the code under test: every expectation was typed from the clause it names.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest

from thidua_cli.book import Drive, read_book, shipped, shipped_plans
from thidua_cli.diagnostic import Severity
from thidua_cli.model.campaign import Campaign
from thidua_cli.model.criteria import Criterion
from thidua_cli.rules import inspect
from thidua_cli.source import Quantity

Q5, BT, Q7, QX = (
    "quan-5-2021-90-ngay",
    "binh-tan-2023-nang-dong-sang-tao",
    "quan-7-2024-thi-dua-yeu-nuoc",
    "quan-2024-90-ngay-nuoc-rut",
)
Q11 = "quan-11-2024-60-ngay-dem"
UNITS = "- id: u\n  ten_don_vi: Đơn vị\n  loai_don_vi: ủy ban nhân dân\n"


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds the text of every shipped plan, so that the lint of plans speaks."""
    top = tmp_path_factory.mktemp("plans")
    (top / "thidua.yaml").write_text("cap_co_quan: quận, huyện\ndon_vi: u\n", encoding="utf-8")
    (top / "units.yaml").write_text(UNITS, encoding="utf-8")
    for plan in shipped_plans():
        copytree(Path(shipped("campaigns"), plan), top / "campaigns" / plan)
    return top


@pytest.fixture(scope="module")
def drives(top: Path) -> dict[str, Drive]:
    book = read_book(top)
    assert not book.found
    return book.drives


def plan_of(drives: dict[str, Drive], id_: str) -> Campaign:
    return drives[id_].plan


def criterion(drive: Drive, id_: str) -> Criterion:
    return next(one for group in drive.criteria for one in group.walk() if one.id == id_)


def test_the_five_plans_are_shipped() -> None:
    assert shipped_plans() == sorted([Q11, Q5, BT, Q7, QX])


@pytest.mark.parametrize(
    ("id_", "number", "issued", "issuer", "place", "capacity", "verb"),
    [
        (Q5, "221/KH-UBND", date(2021, 11, 19), "Ủy ban nhân dân Quận 5", "Quận 5",
         ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Thực hiện"),
        (BT, "520/KH-UBND", date(2023, 5, 23), "Ủy ban nhân dân quận Bình Tân", "Bình Tân",
         ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Căn cứ"),
        (Q7, None, None, "Ủy ban nhân dân Quận 7", "Quận 7", None, "Căn cứ"),
        (QX, None, None, None, None, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Thực hiện"),
    ],
)  # fmt: skip
def test_identity(
    drives: dict[str, Drive],
    id_: str,
    number: str | None,
    issued: date | None,
    issuer: str | None,
    place: str | None,
    capacity: tuple[str, ...] | None,
    verb: str,
) -> None:
    """X3 rows 1 to 6: number, date, issuer, signature, and how the bases are introduced."""
    plan = plan_of(drives, id_)
    assert (plan.number, plan.issued_on, plan.issuer, plan.place_name) == (number, issued, issuer, place)
    assert (plan.signer.capacity if plan.signer else None) == capacity
    assert {basis.verb for basis in plan.bases} == {verb}
    assert plan.kind == "Kế hoạch"
    assert plan.title
    assert plan.citation


def test_bases(drives: dict[str, Drive]) -> None:
    def cited(id_: str) -> list[tuple[str | None, date | None]]:
        plan = plan_of(drives, id_)
        return [(plan.texts[basis.text].number, plan.texts[basis.text].issued_on) for basis in plan.bases]

    assert cited(Q5) == [("3595/KH-UBND", date(2021, 10, 29))]
    assert cited(BT) == [
        ("124-KH/TU", date(2022, 5, 31)),
        ("1821/KH-UBND", date(2023, 5, 5)),
        ("536/KH-UBND", date(2022, 11, 14)),
    ]
    assert cited(Q7) == [("05/CT-UBND", date(2024, 1, 18)), ("01/QĐ-UBND", date(2024, 1, 2))]
    assert cited(QX) == [("10-NQ/QU", date(2023, 12, 21))]


def test_misprints_are_kept_and_corrected(drives: dict[str, Drive]) -> None:
    """X4.22, X4.23, X4.31: the printed number or year is kept beside the right one; a lost date stays lost."""
    bt, q7 = plan_of(drives, BT), plan_of(drives, Q7)
    assert bt.texts["kl-14"].number == "14-KL/TW"
    assert "14-KH/TW" in str(bt.texts["kl-14"].as_printed)
    assert bt.texts["kh-3815"].issued_on is None
    closing = next(duty for duty in q7.duties if duty.id == "tong-ket")
    assert (closing.printed_as, closing.read_as) == ("năm 2023", "năm 2024")
    stray = " ".join(f"{note.printed_as} {note.note}" for note in plan_of(drives, Q5).scan_notes)
    assert "1592" in stray
    assert plan_of(drives, Q5).number != "1592"


@pytest.mark.parametrize(
    ("id_", "since", "last", "inferred", "cycle"),
    [
        (Q5, date(2021, 11, 1), date(2022, 1, 30), False, "một đợt"),
        (BT, date(2023, 5, 23), date(2030, 12, 31), True, "hằng năm"),
        (Q7, date(2024, 1, 1), date(2024, 12, 31), True, "một đợt"),
        (QX, date(2024, 10, 1), date(2024, 12, 31), True, "một đợt"),
    ],
)
def test_period(drives: dict[str, Drive], id_: str, since: date, last: date, inferred: bool, cycle: str) -> None:
    """X3 rows 7 to 10; what the plan does not print is marked as inferred (X4.21, X4.27)."""
    period = plan_of(drives, id_).period
    assert period is not None
    assert (period.since, period.last_day, bool(period.inferred_from), period.cycle) == (since, last, inferred, cycle)


def test_phases(drives: dict[str, Drive]) -> None:
    assert [(one.since, one.last_day) for one in plan_of(drives, BT).phases] == [
        (date(2023, 5, 23), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2030, 12, 31)),
    ]
    assert [(one.since, one.last_day) for one in plan_of(drives, Q7).phases] == [
        (date(2024, 3, 30), date(2024, 4, 15)),
        (date(2024, 4, 15), date(2024, 6, 30)),
        (date(2024, 10, 1), date(2024, 11, 15)),
        (date(2024, 11, 16), date(2024, 11, 30)),
    ]


def test_who_is_eligible(drives: dict[str, Drive]) -> None:
    """X3 rows 11 to 18."""

    def kinds(id_: str) -> set[str]:
        return {kind for line in plan_of(drives, id_).eligible for kind in line.unit_kinds}

    def wards(id_: str) -> set[int | None]:
        return {line.ward_count for line in plan_of(drives, id_).eligible} - {None}

    assert (wards(Q5), wards(BT), wards(Q7), wards(QX)) == ({14}, {10}, {10}, set())
    assert {"hợp tác xã", "khu phố", "tổ dân phố", "doanh nghiệp", "lực lượng vũ trang"} <= kinds(Q5)
    assert any(line.subject_kind == "hộ gia đình" for line in plan_of(drives, Q5).eligible)
    assert any(line.cluster_roles == ("cụm trưởng", "khối trưởng") for line in plan_of(drives, Q5).eligible)
    assert any(line.public_schools for line in plan_of(drives, BT).eligible)
    assert not {"hợp tác xã", "khu phố", "lực lượng vũ trang"} & kinds(BT)
    assert {"cụm, khối thi đua", "khu phố", "lực lượng vũ trang", "doanh nghiệp"} <= kinds(Q7)
    assert plan_of(drives, QX).eligible == ()
    residents = {Q5: True, BT: False, Q7: True}
    for id_, yes in residents.items():
        groups = {group for line in plan_of(drives, id_).eligible for group in line.person_groups}
        assert ("nhân dân" in groups) is yes


@pytest.mark.parametrize(
    ("id_", "awards"),
    [
        (Q5, {"gk-q": "quận, huyện", "gk-dv": "cơ sở"}),
        (BT, {"hcld3": "nhà nước", "bk-ttg": "nhà nước", "bk-tp": "tỉnh, thành phố", "gk-q": "quận, huyện",
              "hinh-thuc-khac": None}),
        (QX, {"gk-q": "quận, huyện"}),
    ],
)  # fmt: skip
def test_awards(drives: dict[str, Drive], id_: str, awards: dict[str, str | None]) -> None:
    assert {award.id: award.level for award in plan_of(drives, id_).awards} == awards


def test_open_sets_and_the_school_year(drives: dict[str, Drive]) -> None:
    """X3 rows 23 and 51."""
    assert [one.id for one in plan_of(drives, BT).awards if one.open_set] == ["hinh-thuc-khac"]
    assert "khen-thuong-khac" in [one.id for one in plan_of(drives, Q7).awards if one.open_set]
    school = plan_of(drives, Q7).award("danh-hieu-gddt")
    assert school is not None
    assert school.merit_period is not None
    assert school.merit_period.name == "năm học 2023 - 2024"


CRITERIA = {
    Q5: {
        "Q5-T1": "Mục III.1.1, gạch 1",
        "Q5-T2": "Mục III.1.1, gạch 2; Mục IV.3, gạch 1",
        "Q5-T3": "Mục III.1.1, gạch 3",
        "Q5-T4": "Mục III.1.1, gạch 4",
        "Q5-T5": "Mục III.1.1, gạch 5",
        "Q5-C1": "Mục III.1.2, gạch 1",
        "Q5-C2": "Mục III.1.2, gạch 2",
        "Q5-C3": "Mục III.1.2, gạch 3",
        "Q5-H1": "Mục III.2",
    },
    BT: {
        "BT-A1": "Mục III.3.1.a, gạch 1",
        "BT-A2": "Mục III.3.1.a, gạch 2",
        "BT-A3": "Mục III.3.1.a, gạch 3",
        "BT-B1": "Mục III.3.1.b, gạch 1",
        "BT-B2": "Mục III.3.1.b, gạch 2",
        "BT-B3": "Mục III.3.1.b, gạch 3",
        "BT-C1": "Mục III.3.2.a, gạch 1",
        "BT-C2": "Mục III.3.2.a, gạch 2",
        "BT-C3": "Mục III.3.2.a, gạch 3",
        "BT-C4": "Mục III.3.2.a, gạch 4",
        "BT-D1": "Mục III.3.2.b, gạch 1",
        "BT-D2": "Mục III.3.2.b, gạch 2",
        "BT-D3": "Mục III.3.2.b, gạch 3",
        "BT-E1": "Mục III.3.3.a, gạch 1",
        "BT-E2": "Mục III.3.3.a, gạch 2",
        "BT-E3": "Mục III.3.3.a, gạch 3",
        "BT-E4": "Mục III.3.3.a, gạch 4",
        "BT-F1": "Mục III.3.3.b, gạch 1",
        "BT-F2": "Mục III.3.3.b, gạch 2",
        "BT-F3": "Mục III.3.3.b, gạch 3",
    },
    Q7: {"Q7-G2": "Mục IV.4", "Q7-G3": "Mục IV.4", "Q7-D1": "Mục IV.1, gạch 1, dấu cộng thứ 1",
         "Q7-D3": "Mục IV.2, gạch 2"},
    QX: {"QX-K1": "Mục IV, đoạn 2"},
}  # fmt: skip


@pytest.mark.parametrize("id_", CRITERIA)
def test_criteria_and_their_clauses(drives: dict[str, Drive], id_: str) -> None:
    found = {one.id: one.clause for group in drives[id_].criteria for one in group.walk()}
    for name, clause in CRITERIA[id_].items():
        assert found[name] == clause, name


@pytest.mark.parametrize("id_", [Q11, Q5, BT, Q7, QX])
def test_every_entry_has_its_clause_and_every_id_leads_somewhere(top: Path, id_: str) -> None:
    """The lint of plans finds nothing but notes in the plans we ship."""
    found = [one for one in inspect(read_book(top), date(2026, 1, 1)).found if f"/{id_}/" in one.file]
    assert [f"{one.code.id} {one.message}" for one in found if one.severity is not Severity.NOTE] == []


def test_plan_lint_says_what_the_readings_ask(top: Path) -> None:
    """X4.5, X4.18, X4.24 are notes."""
    found = inspect(read_book(top), date(2026, 1, 1)).found
    said = {(one.file.split("/")[1], one.code.id) for one in found}
    assert (Q11, "TD234") in said
    assert (BT, "TD235") in said
    assert (Q7, "TD238") in said
    uneven = next(one for one in found if one.code.id == "TD235" and one.file.startswith(f"campaigns/{BT}/"))
    assert "Mục III.3.2.b" in uneven.clause
    assert "Mục III.3.3.b" in uneven.clause


def test_the_anti_abuse_clause_stands_exactly_where_it_is_printed(drives: dict[str, Drive]) -> None:
    """BT.6: A1, B1, C2, E2 print it; D1 and F1 do not (X4.18)."""
    holds = {
        group.id for group in drives[BT].criteria if any(one.exclusion == "loi_dung_chu_truong" for one in group.walk())
    }
    assert holds == {"BT-A", "BT-B", "BT-C", "BT-E"}


def test_scopes_and_papers_of_one_solution(drives: dict[str, Drive]) -> None:
    """BT-A3, B3, D3 the whole city; F3 the quận or more (X4.17); the ministry's opinion only at state level."""

    def word(id_: str) -> tuple[str | None, list[tuple[str, str | None]]]:
        counting = criterion(drives[BT], id_).counting
        assert counting is not None
        return counting.scope_from, [(paper.kind, paper.level_from) for paper in counting.papers]

    city, quan = "tỉnh, thành phố", "quận, huyện"
    assert word("BT-B3") == (
        "thành phố",
        [("van_ban_de_xuat", None), ("van_ban_phe_duyet", city), ("danh_gia_bo_nganh", "trung ương")],
    )
    assert word("BT-D3") == ("thành phố", [("van_ban_de_xuat", None), ("van_ban_phe_duyet", city)])
    assert word("BT-F3") == ("quận", [("van_ban_de_xuat", None), ("van_ban_phe_duyet", quan)])
    for id_, addressee in (("BT-A3a", "de_nghi_chu_tich_nuoc"), ("BT-A3b", "de_nghi_thu_tuong")):
        scope, papers = word(id_)
        assert scope == "thành phố"
        assert (addressee, None) in papers
        assert ("van_ban_cong_nhan", city) in papers


def test_quan_5_binds_only_what_it_can(drives: dict[str, Drive]) -> None:
    """X4.13: T1 and T2 bind; a missing T3, T4 or C2 is for the council."""
    assert [criterion(drives[Q5], id_).binding_for for id_ in ("Q5-T1", "Q5-T2", "Q5-T3", "Q5-T4", "Q5-C2")] == [
        None, None, (), (), (),
    ]  # fmt: skip
    assert all(group.kind == "tiêu chí thi đua" for group in drives[Q5].criteria)


def test_dossiers(drives: dict[str, Drive]) -> None:
    """X3 rows 36 to 41: only Bình Tân lists papers; nothing is invented for the others."""
    assert [plan_of(drives, id_).procedures for id_ in (Q5, Q7, QX)] == [(), (), ()]
    (listed,) = plan_of(drives, BT).procedures
    assert listed.sets == 1
    assert [paper.kind for paper in listed.papers] == [
        "tờ trình", "biên bản", "báo cáo tóm tắt thành tích", "xác nhận hoàn thành nghĩa vụ thuế",
    ]  # fmt: skip
    assert listed.papers[2].unit_confirms is True
    assert listed.papers[2].form is None
    assert listed.by_texts == ("qd-24", "qd-5079", "qd-3895")
    last_days = [
        plan.deadline and plan.deadline.last_day for plan in (plan_of(drives, id_) for id_ in (Q5, BT, Q7, QX))
    ]
    assert last_days == [None, None, None, None]


Q7_DAYS = {
    "guong-quy-1": date(2024, 1, 9),
    "dang-ky-danh-hieu": date(2024, 4, 15),
    "giao-uoc": date(2024, 4, 15),
    "thang-diem": date(2024, 4, 15),
    "guong-quy-2": date(2024, 4, 9),
    "hoat-dong-dot-2": date(2024, 6, 30),
    "so-ket": date(2024, 5, 18),
    "cum-khoi-6-thang-dau": date(2024, 6, 9),
    "ho-so-danh-hieu-gddt": date(2024, 6, 24),
    "guong-quy-3": date(2024, 7, 9),
    "binh-xet-nam": date(2024, 11, 15),
    "guong-quy-4": date(2024, 10, 9),
    "cum-khoi-6-thang-cuoi": date(2024, 11, 14),
    "tong-ket": date(2024, 11, 14),
    "tong-ket-cum-khoi": date(2024, 11, 15),
    "bao-cao-cong-trinh": date(2024, 11, 15),
    "cham-diem": date(2024, 11, 30),
}


def test_the_calendar_of_quan_7(drives: dict[str, Drive]) -> None:
    """Q7.3, every row with a day; "trước 15/11" ends on the 14th, "chậm nhất là 15/11" on the 15th."""
    found = {duty.id: duty.deadline.last_day for duty in plan_of(drives, Q7).duties if duty.deadline}
    assert {id_: day for id_, day in found.items() if day is not None} == Q7_DAYS
    opened = {
        duty.id: duty.deadline.since for duty in plan_of(drives, Q7).duties if duty.deadline and duty.deadline.since
    }
    assert opened["cham-diem"] == date(2024, 11, 16)
    assert opened["dang-ky-danh-hieu"] == date(2024, 3, 30)
    examples = [duty for duty in plan_of(drives, Q7).duties if duty.kind == "giới thiệu gương"]
    assert [(duty.at_least, duty.repeats, duty.by_text) for duty in examples] == [(1, "quý", "kh-3309")] * 4


def test_duties_of_the_others(drives: dict[str, Drive]) -> None:
    """Q5 has one dated duty; BT and QX not one day (BT.3, QX.3)."""
    dated = {
        id_: {
            duty.id: duty.deadline.last_day
            for duty in plan_of(drives, id_).duties
            if duty.deadline and duty.deadline.last_day
        }
        for id_ in (Q5, BT, QX)
    }
    assert dated == {Q5: {"dang-ky-thi-dua": date(2021, 11, 24)}, BT: {}, QX: {}}
    registering = next(duty for duty in plan_of(drives, Q5).duties if duty.id == "dang-ky-thi-dua")
    assert registering.covers_subordinates is True
    assert registering.addressees == ("phong-noi-vu",)


def test_targets(drives: dict[str, Drive]) -> None:
    """Q7.4 and QX.4: they feed reports (X4.25)."""
    levels = {target.id: target.level for target in plan_of(drives, Q7).targets}
    assert {id_: one.value for id_, one in levels.items() if one} == {
        **{"ct-85": 85, "ct-cong-trinh": 29, "ct-can-ngheo": 115},
        **{"ct-giai-ngan": Fraction(95, 100), "ct-ho-ngheo": 0},
    }
    assert [id_ for id_, one in levels.items() if one and one.is_share] == ["ct-giai-ngan", "ct-ho-ngheo"]
    qx = {target.id: target for target in plan_of(drives, QX).targets}
    assert qx["ct-giai-ngan"].at_least == Quantity(Fraction(1), True, 0)
    assert qx["ct-ho-ngheo"].exactly == Quantity(Fraction(0), False, 0)
    assert plan_of(drives, Q5).targets == ()


def test_movements_inside_quan_7(drives: dict[str, Drive]) -> None:
    """Q7.4: launchers and years of their own."""
    found = {one.id: one for one in plan_of(drives, Q7).movements}
    launched = [one for one in found.values() if one.launched_by == "Thủ tướng Chính phủ"]
    assert len(launched) == 5
    years = {id_: (found[id_].from_year, found[id_].to_year) for id_ in ("nang-dong-sang-tao", "thanh-nien-quan")}
    assert years == {"nang-dong-sang-tao": (2021, 2025), "thanh-nien-quan": (2023, 2027)}
    assert sum(one.kind == "cuộc vận động" for one in found.values()) == 4


def test_recipients(drives: dict[str, Drive]) -> None:
    assert [len(plan_of(drives, id_).recipients) for id_ in (Q5, BT, Q7, QX)] == [11, 12, 10, 7]


def test_money(drives: dict[str, Drive]) -> None:
    """X3 row 53."""
    assert [bool(plan_of(drives, id_).money) for id_ in (Q5, BT, Q7, QX)] == [False, True, True, False]


def test_nothing_in_the_code_names_a_district() -> None:
    import ast
    import re

    package = Path(__file__).parent.parent / "src"
    told = re.compile(r"\b(Q5|Q7|Q11|QX|BT)-[A-Z]|bình tân|\bquận [0-9]", re.IGNORECASE)
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        remarks = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}  # these may give an example
        said = (one for one in ast.walk(tree) if isinstance(one, ast.Constant) and id(one) not in remarks)
        assert not [one.value for one in said if told.search(str(one.value))], path
