"""Lints on the law of the day over plans of the office's own, and the promise that doubt never makes a lỗi."""

from datetime import date
from pathlib import Path

import pytest
from harness import load, write

from thidua_cli.book import Book, read_book
from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.judge.regime import Power, conferral, form_of, form_told
from thidua_cli.law import INFERRED, ONE_SOURCE, TABLES, VERIFIED, Law, shipped_table
from thidua_cli.model.awards import Award
from thidua_cli.rules import codes, codes_council, inspect, look_at
from thidua_cli.rules import law as law_rules
from thidua_cli.rules.confidence import resting_on

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "campaigns" / "quan-11-2024-60-ngay-dem"
LAW = Law()


def office(top: Path, case: str = "office:goc", *edits: tuple[str, str], dossier: tuple[str, str] = ("", "")) -> Book:
    """The office of the cases, with the plan in its own repository, edited."""
    write(load(case), top)
    folder = top / "campaigns" / "q11"
    text = (PLAN / "campaign.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "campaign.yaml").write_text(text, encoding="utf-8")
    (folder / "criteria.yaml").write_text((PLAN / "criteria.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    path = folder / "dossiers" / "ho-so-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*dossier), encoding="utf-8")
    return read_book(top)


def about_law(book: Book, today: date = date(2024, 12, 31)) -> list[Diagnostic]:
    assert not book.found
    look = look_at(book.drives["q11"], book, today)
    return [one for rule in law_rules.RULES for one in rule(look)]


def brief(found: list[Diagnostic]) -> set[tuple[str, str, str]]:
    return {(one.code.id, one.severity.label, ".".join(map(str, one.route))) for one in found}


def test_the_plan_as_it_stands_has_nothing_toresting_on(tmp_path: Path) -> None:
    assert not about_law(office(tmp_path))


def test_a_title_that_the_plan_calls_an_award_is_an_error(tmp_path: Path) -> None:
    book = office(
        tmp_path,
        "office:goc",
        ("ten_hinh_thuc: Khen thưởng bậc cao", "ten_hinh_thuc: Chiến sĩ thi đua cơ sở"),
    )

    (one,) = about_law(book)

    assert brief([one]) == {("TD663", "lỗi", "hinh_thuc.4.loai_hinh_thuc")}
    assert "danh hiệu" in one.remedy
    assert "Điều 19" in one.clause


def test_a_title_of_persons_is_not_for_a_collective(tmp_path: Path) -> None:
    book = office(
        tmp_path,
        "office:goc",
        (
            "ten_hinh_thuc: Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố\n    ten_ngan: Bằng khen Thành phố\n    loai_hinh_thuc: khen thưởng",
            "ten_hinh_thuc: Chiến sĩ thi đua Thành phố\n    ten_ngan: Bằng khen Thành phố\n    loai_hinh_thuc: danh hiệu",
        ),
    )

    assert [one.message for one in about_law(book)] == [
        "Ủy ban nhân dân Phường 1: Chiến sĩ thi đua bộ, ban, ngành, tỉnh chỉ tặng cá nhân"
    ]


def test_the_wrong_number_of_the_right_decree_is_only_to_be_looked_at(tmp_path: Path) -> None:
    (one,) = about_law(office(tmp_path, "office:goc", ("Mẫu số 8, Phụ lục 1", "Mẫu số 7, Phụ lục 1")))

    assert brief([one]) == {("TD665", "cần xem lại", "thu_tuc")}
    assert "Mẫu số 08" in one.message
    assert one.clause.endswith("(một nguồn)")


OLD_DECREE = (
    (
        "    so_ky_hieu: 98/2023/NĐ-CP\n    ngay_ban_hanh: 31/12/2023",
        "    so_ky_hieu: 91/2017/NĐ-CP\n    ngay_ban_hanh: 31/7/2017",
    ),
    ("    hieu_luc_tu: 01/01/2024\n    hieu_luc_den: 30/6/2025\n    thay_bang: nd-152\n", ""),
)


@pytest.mark.parametrize(
    ("received", "form", "found"),
    [
        ("18/12/2023", "7", set()),
        ("18/12/2023", "8", {("TD661", "cần xem lại", "thu_tuc")}),
        # what the decree of 2017 ended on is known, but the entry as a whole is only inferred
        ("18/12/2024", "7", {("TD665", "ghi chú", "ngay_nhan")}),
        (
            "18/12/2025",
            "7",
            {("TD665", "ghi chú", "ngay_nhan"), ("TD660", "lỗi", "hinh_thuc_de_nghi")},
        ),
    ],
)
def test_each_nomination_is_judged_by_the_regime_of_its_day(
    tmp_path: Path, received: str, form: str, found: set[tuple[str, str, str]]
) -> None:
    book = office(
        tmp_path,
        "office:goc",
        *OLD_DECREE,
        ("Mẫu số 8, Phụ lục 1", f"Mẫu số {form}"),
        dossier=("ngay_nhan: 18/12/2024", f"ngay_nhan: {received}"),
    )

    assert brief(about_law(book)) == found


def test_a_text_out_of_force_names_its_successor(tmp_path: Path) -> None:
    book = office(tmp_path, dossier=("ngay_nhan: 18/12/2024", "ngay_nhan: 01/7/2025"))
    text = next(one for one in about_law(book) if one.code.id == "TD662")

    assert "98/2023/NĐ-CP chỉ có hiệu lực đến hết 30/6/2025" in text.message
    assert text.remedy == "văn bản thay thế: 152/2025/NĐ-CP"
    authority = next(one for one in about_law(book) if one.code.id == "TD660")
    assert authority.remedy == "nay thuộc thẩm quyền: Chủ tịch Ủy ban nhân dân cấp xã"
    assert "Nghị định 129/2025/NĐ-CP, Điều 59" in authority.clause


def test_a_dossier_received_in_time_keeps_its_law_after_the_last_day(tmp_path: Path) -> None:
    """The transition of the 2026 amendment keys on the day of receipt."""
    ward = "campaigns/q11/decisions"
    book = office(tmp_path, dossier=("ngay_nhan: 18/12/2024", "ngay_nhan: 30/9/2026"))
    (tmp_path / ward).mkdir()
    decision = "ngay_ban_hanh: 05/10/2026\ntham_quyen: Chủ tịch UBND quận\nhinh_thuc_khen: gk-q\ntruong_hop:\n  - phuong-1/ly-thi-mai\n"
    (tmp_path / ward / "qd.yaml").write_text(decision, encoding="utf-8")
    assert "TD660" in {one.code.id for one in about_law(read_book(tmp_path))}

    path = tmp_path / "campaigns/q11/dossiers/ho-so-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("30/9/2026", "01/10/2026"), encoding="utf-8")
    book = read_book(tmp_path)
    # Who may confer is not known for that day, so nothing is said; that NĐ 98 has ended stays true.
    assert {one.code.id for one in about_law(book)} == {"TD662"}
    (note,) = [one for one in inspect(book, date(2024, 12, 31)).found if one.code.id == "TD666"]
    assert note.severity is Severity.NOTE


MERIT = ("loai_hinh_khen_thuong: phong trào thi đua", "loai_hinh_khen_thuong: công trạng")


@pytest.mark.parametrize(
    ("submitted", "clause"),
    [
        ("31/12/2023", None),
        ("01/01/2024", "Nghị định 98/2023/NĐ-CP, Điều 4 khoản 3"),
        ("30/6/2025", "Nghị định 98/2023/NĐ-CP, Điều 4 khoản 3"),
        ("01/7/2025", "Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3"),
    ],
)
def test_a_campaign_commendation_is_no_ground_for_merit(tmp_path: Path, submitted: str, clause: str | None) -> None:
    office(tmp_path, "office:goc", MERIT, dossier=("ngay_ban_hanh: 17/12/2024", f"ngay_ban_hanh: {submitted}"))
    path = tmp_path / "campaigns/q11/nominations/phuong-1/ly-thi-mai.yaml"
    past = (
        "khen_thuong_da_co:\n  - nam: 2023\n    hinh_thuc: Giấy khen quận\n    loai_hinh_khen_thuong: phong trào thi đua\n"
        "  - nam: 2022\n    hinh_thuc: Giấy khen quận\n    loai_hinh_khen_thuong: công trạng\n  - nam: 2021\n    hinh_thuc: Giấy khen\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + past, encoding="utf-8")

    found = [one for one in about_law(read_book(tmp_path)) if one.code.id == "TD664"]

    assert [one.clause for one in found] == ([clause] if clause else [])
    assert brief(found) == ({("TD664", "cần xem lại", "khen_thuong_da_co.0.hinh_thuc")} if clause else set())


# -- who may confer -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "level", "said", "day", "power", "instead"),
    [
        ("Giấy khen quận", "quận, huyện", None, date(2025, 6, 30), Power.MAY, ""),
        ("Giấy khen quận", "quận, huyện", None, date(2025, 7, 1), Power.GONE, "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("Giấy khen quận", "quận, huyện", "Chủ tịch UBND phường", date(2025, 7, 1), Power.MAY, ""),
        ("Giấy khen quận", "quận, huyện", "Chủ tịch UBND thị xã", date(2025, 7, 1), Power.GONE, "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("Chiến sĩ thi đua cơ sở", "xã, phường", None, date(2025, 6, 30), Power.MAY_NOT, "Chủ tịch Ủy ban nhân dân cấp huyện; Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân"),
        ("Chiến sĩ thi đua cơ sở", "xã, phường", None, date(2025, 7, 1), Power.MAY, ""),
        ("Tập thể lao động xuất sắc", "quận, huyện", None, date(2024, 5, 1), Power.MAY_NOT, "Bộ trưởng, Thủ trưởng ngành, Chủ tịch Ủy ban nhân dân cấp tỉnh"),
        ("Bằng khen Thành phố", "tỉnh, thành phố", "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh", date(2025, 7, 1), Power.MAY, ""),
        ("Giấy khen", "quận, huyện", "Chủ tịch Ủy ban nhân dân thành phố Biên Hòa", date(2025, 6, 30), Power.MAY, ""),
        ("Giấy khen", "quận, huyện", "Chủ tịch Ủy ban nhân dân thành phố Thủ Đức", date(2025, 7, 1), Power.GONE, "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("Bằng khen của Thủ tướng Chính phủ", "nhà nước", None, date(2025, 7, 1), Power.MAY, ""),
        ("Giấy khen quận", "quận, huyện", None, date(2021, 12, 30), Power.UNKNOWN, ""),
        ("Giấy khen quận", "quận, huyện", None, date(2026, 10, 1), Power.UNKNOWN, ""),
        ("Thư khen", "tỉnh, thành phố", None, date(2024, 12, 30), Power.UNKNOWN, ""),
        ("Gương quý", "quận, huyện", None, date(2024, 12, 30), Power.UNKNOWN, ""),
    ],
)  # fmt: skip
def test_who_may_confer(name: str, level: str, said: str | None, day: date, power: Power, instead: str) -> None:
    award = Award("x", name, name, "khen thưởng", level, None, None, None, None, None, None)

    found = conferral(LAW, award, said, day)

    assert (found.power, found.instead) == (power, instead)


def test_the_form_of_a_report_in_words(tmp_path: Path) -> None:
    drive = office(tmp_path).drives["q11"]
    case = drive.nominations["phuong-1/ly-thi-mai"]

    assert form_told(LAW, form_of(LAW, drive, case, date(2023, 12, 31))) == "Mẫu số 07, Nghị định 91/2017/NĐ-CP"
    assert form_told(LAW, form_of(LAW, drive, case, date(2024, 1, 1))) == "Mẫu số 08, Nghị định 98/2023/NĐ-CP"
    assert form_told(LAW, form_of(LAW, drive, case, date(2026, 10, 1))) == "chưa đủ căn cứ"


# -- doubt never makes a lỗi --------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_no_value_of_ours_that_is_not_verified_can_be_an_error(name: str) -> None:
    for entry in shipped_table(name):
        for code in (one for one in codes.codes_law.CODES if one.basis == "luật"):
            found = resting_on(code, entry, "", "a.yaml", ())
            assert entry.verified == (found.code is code)
            assert found.severity is not Severity.ERROR or entry.confidence == VERIFIED
            assert entry.verified or found.code.basis == "thông lệ"


GUILTY = (
    "law:giay-khen-quan-01-7-2025",
    "law:khong-ghi-tham-quyen",
    "law:ho-so-nhan-sau-01-7-2025",
    "law:tien-ghi-lech",
)
RESTING_ON_LAW = {"TD637", *(code.id for code in codes.codes_law.CODES if code.basis == "luật")}


@pytest.mark.parametrize("confidence", [ONE_SOURCE, INFERRED])
@pytest.mark.parametrize("case", GUILTY)
def test_the_same_records_under_a_doubtful_law_have_no_error_of_law(tmp_path: Path, case: str, confidence: str) -> None:
    loaded = load(case)
    write(loaded, tmp_path)
    book = read_book(tmp_path)
    sure = [one for one in inspect(book, loaded.today).found if one.code.id in RESTING_ON_LAW]
    doubtful = {
        name: tuple(one._replace(confidence=confidence, file=f"law/{name}.yaml") for one in shipped_table(name))
        for name in TABLES
    }

    found = inspect(book._replace(law=Law(doubtful)), loaded.today).found

    assert sure
    assert not [one for one in found if one.code.id in RESTING_ON_LAW]
    assert all(one.severity > Severity.ERROR for one in found if one.code.id == "TD665")
    assert len([one for one in found if one.code.id == "TD665"]) == len(sure)


def test_what_rests_on_doubt_can_be_switched_off(tmp_path: Path) -> None:
    off = "thiet_lap:\n  quy_tac_khong_dung:\n    - quy_tac: TD665\n      ly_do: Phòng Nội vụ đã đối chiếu\n"
    office(tmp_path, "office:goc", ("Mẫu số 8, Phụ lục 1", "Mẫu số 7, Phụ lục 1"))
    assert "TD665" in {one.code.id for one in inspect(read_book(tmp_path), date(2024, 12, 31)).found}

    with (tmp_path / "campaigns/q11/campaign.yaml").open("a", encoding="utf-8") as out:
        out.write(off)

    assert not {"TD665", "TD002"} & {one.code.id for one in inspect(read_book(tmp_path), date(2024, 12, 31)).found}


@pytest.mark.parametrize(
    ("day", "found"),
    [("30/6/2025", [("TD637", "lỗi")]), ("01/7/2025", [("TD636", "cần xem lại")]), ("31/12/2023", [])],
)
def test_a_threshold_that_is_only_inferred_is_to_be_looked_at_and_can_be_switched_off(
    tmp_path: Path, day: str, found: list[tuple[str, str]]
) -> None:
    """2 of 3 is below 80 % of the members; NĐ 98 says so, NĐ 152 is only assumed to."""
    title = "ten_hinh_thuc: Chiến sĩ thi đua cơ sở\n    ten_ngan: Giấy khen quận\n    loai_hinh_thuc: danh hiệu"
    award = "ten_hinh_thuc: Giấy khen của Chủ tịch Ủy ban nhân dân quận\n    ten_ngan: Giấy khen quận\n    loai_hinh_thuc: khen thưởng"
    office(tmp_path, "office:goc", (award, title))
    meeting = tmp_path / "campaigns/q11/meetings/hop-phuong-1.yaml"
    text = meeting.read_text(encoding="utf-8").replace("ngay_hop: 16/12/2024", f"ngay_hop: {day}")
    meeting.write_text(
        text.replace("tan_thanh: 3\n    khong_tan_thanh: 0", "tan_thanh: 2\n    khong_tan_thanh: 1"), encoding="utf-8"
    )

    def thresholds() -> list[tuple[str, str]]:
        told = inspect(read_book(tmp_path), date(2025, 12, 31)).found
        return [(one.code.id, one.severity.label) for one in told if one.code.id in ("TD636", "TD637")]

    assert thresholds() == found

    with (tmp_path / "campaigns/q11/campaign.yaml").open("a", encoding="utf-8") as out:
        out.write("thiet_lap:\n  quy_tac_khong_dung:\n    - quy_tac: TD636\n      ly_do: thử\n")
    assert thresholds() == [one for one in found if one[1] == "lỗi"]


@pytest.mark.parametrize(
    ("year", "severity", "clause"), [(2023, "cần xem lại", ""), (2024, "lỗi", "Luật 06/2022/QH15")]
)
def test_one_merit_decided_twice_cites_the_law_of_its_day(
    tmp_path: Path, year: int, severity: str, clause: str
) -> None:
    """Before 01/01/2024 the provision has not been looked up, so nothing is an error in its name."""
    write(load("decisions:khen-hai-lan"), tmp_path)
    for path in (tmp_path / "campaigns" / "q11" / "decisions").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("/12/2024", f"/12/{year}"), encoding="utf-8")
    found = inspect(read_book(tmp_path), date(2024, 12, 31)).found
    twice = [one for one in found if one.code is codes_council.KHEN_HAI_LAN]
    assert [(one.severity.label, one.clause.startswith(clause)) for one in twice] == [(severity, True)]
    assert bool(twice[0].clause) is bool(clause)


@pytest.mark.parametrize(("case", "severity"), [("mot-bao-cao", "lỗi"), ("mot-giai-phap", "cần xem lại")])
def test_one_report_decided_in_two_campaigns_leaves_no_doubt(tmp_path: Path, case: str, severity: str) -> None:
    """A solution may have had new results in another campaign; a report word for word tells none."""
    write(load(f"decisions:hai-dot-{case}"), tmp_path)
    found = inspect(read_book(tmp_path), date(2025, 1, 15)).found
    assert [one.severity.label for one in found if one.code is codes_council.KHEN_HAI_LAN] == [severity]
