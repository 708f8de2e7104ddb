"""Reward money against sums worked out by hand from law.md 2.8 and 2.9."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from harness import load, write

from thidua_cli.book import Book, read_book
from thidua_cli.format.money import lines
from thidua_cli.judge.money import reward_amount, rewards, rounded_to
from thidua_cli.law import Law
from thidua_cli.law.tables import Rounding
from thidua_cli.model.awards import Award

LAW = Law()


def award(name: str, level: str | None) -> Award:
    return Award("x", name, name, "khen thưởng", level, None, None, None, None, None, None)


DISTRICT = award("Giấy khen của Chủ tịch Ủy ban nhân dân quận", "quận, huyện")
WARD = award("Giấy khen của Chủ tịch Ủy ban nhân dân phường", "xã, phường")
CITY = award("Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố", "tỉnh, thành phố")


@pytest.mark.parametrize(
    ("form", "kind", "day", "exact", "rounded"),
    [
        # Nghị định 91: no rule of rounding is known, so the sum is left as it is
        (DISTRICT, "cá nhân", date(2022, 1, 30), 447_000, None),
        (DISTRICT, "tập thể", date(2022, 1, 30), 894_000, None),
        (DISTRICT, "cá nhân", date(2023, 12, 31), 540_000, None),
        (WARD, "cá nhân", date(2022, 1, 30), 223_500, None),
        (CITY, "cá nhân", date(2022, 4, 1), 1_490_000, None),  # a real decision of that day
        (CITY, "tập thể", date(2022, 4, 1), 2_980_000, None),
        # Nghị định 98
        (DISTRICT, "cá nhân", date(2024, 6, 30), 540_000, 540_000),
        (DISTRICT, "cá nhân", date(2024, 12, 30), 702_000, 710_000),
        (DISTRICT, "tập thể", date(2024, 12, 30), 1_404_000, 1_410_000),
        (DISTRICT, "hộ gia đình", date(2024, 12, 30), 1_053_000, 1_060_000),
        (CITY, "cá nhân", date(2024, 12, 30), 3_510_000, 3_510_000),
        (CITY, "tập thể", date(2024, 12, 30), 7_020_000, 7_020_000),
        # Nghị định 152
        (WARD, "cá nhân", date(2025, 7, 1), 702_000, 710_000),
        (WARD, "tập thể", date(2026, 7, 1), 1_518_000, 1_520_000),
        (WARD, "cá nhân", date(2026, 7, 1), 759_000, 760_000),
        (award("Chiến sĩ thi đua cơ sở", "xã, phường"), "cá nhân", date(2025, 7, 1), 2_340_000, 2_340_000),
        (award("Tập thể lao động tiên tiến", "xã, phường"), "tập thể", date(2025, 7, 1), 1_872_000, 1_880_000),
        (award("Huân chương Lao động hạng Ba", "nhà nước"), "tập thể", date(2025, 7, 1), 21_060_000, 21_060_000),
        (award("Bằng khen của Thủ tướng Chính phủ", "nhà nước"), "cá nhân", date(2024, 7, 1), 8_190_000, 8_190_000),
    ],
)
def test_money_by_award_subject_and_day(form: Award, kind: str, day: date, exact: int, rounded: int | None) -> None:
    amount = reward_amount(LAW, form, None, kind, day)

    assert (amount.exact, amount.rounded) == (exact, rounded)
    assert not amount.why


@pytest.mark.parametrize(
    ("form", "kind", "day", "words"),
    [
        (award("Thư khen của Chủ tịch UBND Thành phố", "tỉnh, thành phố"), "cá nhân", date(2024, 12, 30), "Thư khen"),
        (WARD, "cá nhân", date(2024, 12, 30), "0,15"),
        (CITY, "hộ gia đình", date(2022, 4, 1), "hộ gia đình"),
        (DISTRICT, "cá nhân", date(2017, 9, 30), "trước Nghị định 91"),
        (DISTRICT, "cá nhân", date(2018, 6, 30), "lương cơ sở"),
        (WARD, "cá nhân", date(2026, 10, 1), "30/9/2026"),
        (award("Khen thưởng bậc cao", None), "cá nhân", date(2024, 12, 30), "không rõ hình thức"),
    ],
)
def test_without_a_rule_there_is_no_sum_only_the_reason(form: Award, kind: str, day: date, words: str) -> None:
    amount = reward_amount(LAW, form, None, kind, day)

    assert amount.payable is None
    assert amount.why.startswith("chưa có căn cứ")
    assert words in amount.why


def test_a_sum_that_rests_on_an_inferred_rounding_is_marked_and_one_it_does_not_change_is_not() -> None:
    assert not reward_amount(LAW, DISTRICT, None, "cá nhân", date(2024, 12, 30)).verified
    assert reward_amount(LAW, CITY, None, "cá nhân", date(2024, 12, 30)).verified


@pytest.mark.parametrize(
    ("direction", "amount", "expected"),
    [
        ("lên", 702_000, 710_000),
        ("lên", 710_000, 710_000),
        ("lên", 700_001, 710_000),
        ("xuống", 709_999, 700_000),
        ("gần nhất", 705_000, 710_000),
        ("gần nhất", 704_999, 700_000),
    ],
)
def test_rounding(direction: str, amount: int, expected: int) -> None:
    assert rounded_to(Fraction(amount), Rounding(10_000, direction)) == expected


# -- a repository ------------------------------------------------------------------------------------

DECISION = """\
so_ky_hieu: 5012/QĐ-UBND
ngay_ban_hanh: 30/12/2024
hinh_thuc_khen: Giấy khen quận
truong_hop:
  - phuong-1/ly-thi-mai
"""


def repository(top: Path, decision: str = DECISION, campaign: str = "", **law: str) -> Book:
    write(load("office:goc"), top)
    folder = top / "campaigns" / "q11"
    (folder / "decisions").mkdir()
    (folder / "decisions" / "qd.yaml").write_text(decision, encoding="utf-8")
    if campaign:
        with (folder / "campaign.yaml").open("a", encoding="utf-8") as out:
            out.write(campaign)
    for name, text in law.items():
        (top / "law").mkdir(exist_ok=True)
        (top / "law" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_book(top)


def told(book: Book, today: date) -> str:
    drive = book.drives["q11"]
    settings = drive.local.settings if drive.local else None
    shown = lines(drive.plan.name, rewards(book, drive, today), settings.budget if settings else None, "quận, huyện")
    return "\n".join("".join(text for text, _ in line) for line in shown)


def test_the_decided_by_their_day_the_others_by_the_day_asked(tmp_path: Path) -> None:
    text = told(repository(tmp_path), date(2023, 7, 1))

    assert "Tổng đã quyết định: 710.000 đồng (Bảy trăm mười nghìn đồng); chưa làm tròn 702.000 đồng" in text
    assert "tính như quyết định ngày 01/7/2023" in text
    assert "Tổng chưa quyết định: 3.600.000 đồng (Ba triệu sáu trăm nghìn đồng)" in text  # 2,0 × 1.800.000
    assert "(suy ra)" in text
    assert "(*)" in text


def test_a_cancelled_award_costs_nothing(tmp_path: Path) -> None:
    book = repository(tmp_path, DECISION + "huy_bo:\n  - so_ky_hieu: 9/QĐ-UBND\n    ly_do: khai sai\n")

    assert [one.who for one in rewards(book, book.drives["q11"], date(2024, 12, 31))] == ["Ủy ban nhân dân Phường 1"]


def test_an_authority_named_in_the_decision_decides_the_level(tmp_path: Path) -> None:
    ward = DECISION.replace("30/12/2024", "30/6/2025") + "tham_quyen: Chủ tịch Ủy ban nhân dân Phường 1\n"
    (one, _) = rewards(book := repository(tmp_path, ward), book.drives["q11"], date(2024, 12, 31))

    assert one.level == "xã, phường"
    assert "cấp xã" in one.amount.why


@pytest.mark.parametrize(("budget", "words"), [("710.000", "còn 0 đồng"), ("700.000", "vượt 10.000 đồng")])
def test_budget(tmp_path: Path, budget: str, words: str) -> None:
    book = repository(tmp_path, campaign=f"thiet_lap:\n  kinh_phi_khen_thuong: {budget}\n")

    # The city's Bằng khen is not paid by the district.
    assert f"Kinh phí của đợt: {budget} đồng; {words}" in told(book, date(2024, 12, 31))


def test_an_office_that_does_not_round_pays_what_it_computes(tmp_path: Path) -> None:
    own = "- boi_so: 1\n  huong: lên\n  hieu_luc_tu: 01/01/2024\n  hieu_luc_den: null\n  do_tin_cay: một nguồn\n  nguon: quy chế thi đua của quận\n"
    text = told(repository(tmp_path, rounding=own), date(2024, 12, 31))

    assert "Tổng đã quyết định: 702.000 đồng (Bảy trăm linh hai nghìn đồng)" in text
    assert "quy chế thi đua của quận (một nguồn), dữ liệu của văn phòng (law/rounding.yaml)" in text


def test_a_sum_the_decision_states_otherwise_is_shown_beside_ours(tmp_path: Path) -> None:
    stated = DECISION.replace("  - phuong-1/ly-thi-mai", "  - de_nghi: phuong-1/ly-thi-mai\n    tien_thuong: 750.000")

    assert "quyết định ghi 750.000" in told(repository(tmp_path, stated), date(2024, 12, 31))
