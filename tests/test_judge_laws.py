"""Folding is a law; every word of the closed vocabulary is laid against hand-made cases."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from harness import load, write
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.book import Book, Drive, read_book
from thidua_cli.book.terms import resolve_criteria, resolve_nomination, terms_of
from thidua_cli.judge import Verdict, facts, judge
from thidua_cli.judge.answers import fold_all, fold_any
from thidua_cli.model.campaign import DutyKind
from thidua_cli.model.criteria import CRITERIA
from thidua_cli.model.deadline import DEADLINE
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.nomination import NOMINATION
from thidua_cli.model.subjects import Entry
from thidua_cli.source import Reading, parse

MET, OPEN, NOT_MET, NA = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET, Verdict.NOT_APPLICABLE
VERDICTS = st.lists(st.sampled_from(Verdict), max_size=6)


# -- folding -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdicts", "everything", "one"),
    [
        ([], NA, NOT_MET),
        ([NA], NA, NOT_MET),
        ([NA, NA], NA, NOT_MET),
        ([MET], MET, MET),
        ([MET, NA], MET, MET),
        ([OPEN, NA], OPEN, OPEN),
        ([NOT_MET, NA], NOT_MET, NOT_MET),
        ([MET, OPEN], OPEN, MET),
        ([MET, NOT_MET], NOT_MET, MET),
        ([OPEN, NOT_MET], NOT_MET, OPEN),
        ([MET, OPEN, NOT_MET, NA], NOT_MET, MET),
    ],
)
def test_folds_by_hand(verdicts: list[Verdict], everything: Verdict, one: Verdict) -> None:
    assert fold_all(verdicts) is everything
    assert fold_any(verdicts) is one


@given(VERDICTS, st.randoms())
def test_order_does_not_matter(verdicts: list[Verdict], random: object) -> None:
    mixed = list(verdicts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert fold_all(verdicts) is fold_all(mixed)
    assert fold_any(verdicts) is fold_any(mixed)


@given(VERDICTS, VERDICTS)
def test_parts_may_be_folded_first(some: list[Verdict], more: list[Verdict]) -> None:
    assert fold_all([fold_all(some), fold_all(more)]) is fold_all(some + more)
    parts = [fold_any(part) for part in (some, more) if any(one is not NA for one in part)]
    assert fold_any(parts) is fold_any(some + more)


@given(VERDICTS)
def test_what_does_not_apply_changes_nothing(verdicts: list[Verdict]) -> None:
    assert fold_all([*verdicts, NA]) is fold_all(verdicts)
    assert fold_any([*verdicts, NA]) is fold_any(verdicts)


@given(st.lists(st.sampled_from([NOT_MET, OPEN, MET]), min_size=1, max_size=6), st.data())
def test_a_better_answer_never_makes_the_whole_worse(verdicts: list[Verdict], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(verdicts) - 1))
    better = list(verdicts)
    better[at] = data.draw(st.sampled_from([one for one in (NOT_MET, OPEN, MET) if one >= verdicts[at]]))
    assert fold_all(better) >= fold_all(verdicts)
    assert fold_any(better) >= fold_any(verdicts)


@given(VERDICTS)
def test_met_is_never_made_of_nothing(verdicts: list[Verdict]) -> None:
    if MET not in verdicts:
        assert fold_any(verdicts) is not MET
        assert fold_all(verdicts) is not MET


# -- the vocabulary -------------------------------------------------------------------------------


@cache
def _office() -> tuple[Book, Drive]:
    """The base office, read once; its files are gone afterwards, which judging must not mind."""
    with TemporaryDirectory() as folder:
        write(load("office:goc"), Path(folder))
        book = read_book(Path(folder))
    return book, book.drives["q11"]


PERSON = "doi_tuong: cá nhân\nho_ten: Lý Thị Mai\n"
COLLECTIVE = "doi_tuong: tập thể\n"


def answer(criteria: str, nomination: str = "", nominee: str = PERSON, **changes: object) -> Verdict:
    """The verdict of a nomination (beyond its needed keys) under criteria written for the test."""
    book, drive = _office()
    drive = drive._replace(**changes)
    reading = Reading("criteria")
    asked, problems = parse(criteria, "criteria")
    assert asked is not None, problems
    groups = CRITERIA.read(asked, reading)
    drive = drive._replace(criteria=resolve_criteria(groups, drive.terms, reading))
    assert not reading.found, reading.found
    reading = Reading("case")
    values, problems = parse(f"{nominee}don_vi: phuong-1\nhinh_thuc_de_nghi: gk-q\n{nomination}", "case")
    assert values is not None, problems
    case = NOMINATION.read(
        values, reading, id="phuong-1/ly-thi-mai", file="campaigns/q11/nominations/phuong-1/x.yaml", proposer="phuong-1"
    )
    case = resolve_nomination(case, drive.terms, reading)
    assert not reading.found, reading.found
    return judge(case, drive, book).verdict


FIGURES = "so_lieu:\n  don_vi_tinh: đồng\n  nam_ke_hoach: 2024\n  ngay_chot: 10/12/2024\n  loai_so: thực hiện\n  von_ke_hoach_giao: {}\n  von_dang_ky_bo_sung: {}\n"


@pytest.mark.parametrize(
    ("bound", "value", "expected"),
    [
        ("dat_tu: 100", 100, MET),
        ("dat_tu: 100", 99, NOT_MET),
        ("vuot: 100", 100, NOT_MET),
        ("vuot: 100", 101, MET),
        ("bang: 100", 100, MET),
        ("bang: 100", 101, NOT_MET),
        ("khong_qua: 100", 100, MET),
        ("khong_qua: 100", 101, NOT_MET),
        ("voi: von_dang_ky_bo_sung, dat_tu: 50%", 100, MET),
        ("voi: von_dang_ky_bo_sung, dat_tu: 50%", 99, NOT_MET),
    ],
)
def test_so_sanh(bound: str, value: int, expected: Verdict) -> None:
    text = f"- ten: T\n  so_sanh: {{so_lieu: von_ke_hoach_giao, {bound}}}\n"
    assert answer(text, FIGURES.format(value, 200)) is expected


def test_so_sanh_without_a_figure_is_open() -> None:
    assert answer("- ten: T\n  so_sanh: {so_lieu: von_ke_hoach_giao, dat_tu: 100}\n") is OPEN


def _rate(value: str, bound: str, plan_unit: str | None, record_unit: str = "") -> Verdict:
    """A figure typed so, of which the plan and the record say these units, against a bound."""
    plan = _office()[1].plan
    assert plan.dictionary is not None
    figures = {"rate": Entry("tỷ lệ đúng hạn", unit_of_measure=plan_unit)}
    terms = terms_of(plan._replace(dictionary=plan.dictionary._replace(figures=figures)))
    unit = f"  don_vi_tinh: {record_unit}\n" if record_unit else ""
    stated = f"so_lieu:\n{unit}  nam_ke_hoach: 2024\n  ngay_chot: 10/12/2024\n  loai_so: thực hiện\n"
    text = f"- ten: T\n  so_sanh: {{so_lieu: rate, {bound}}}\n"
    return answer(text, f"{stated}  tỷ lệ đúng hạn: {value}\n", terms=terms)


@pytest.mark.parametrize(
    ("value", "bound", "plan_unit", "record_unit", "expected"),
    [
        ("50", "dat_tu: 95%", None, "", OPEN),
        ("0,965", "dat_tu: 95%", None, "", OPEN),
        ("96,5", "dat_tu: 95%", None, "hồ sơ", OPEN),
        ("0", "dat_tu: 95%", None, "", NOT_MET),
        ("95%", "dat_tu: 95%", None, "", MET),
        ("94,99%", "dat_tu: 95%", None, "", NOT_MET),
        ("95", "dat_tu: 95%", '"%"', "", MET),
        ("94,99", "dat_tu: 95%", "phần trăm", "", NOT_MET),
        ("96,5%", "dat_tu: 95%", '"%"', "đồng", MET),
        ("0,95", "dat_tu: 95%", '"%"', "đồng", NOT_MET),
        ("96", "dat_tu: 95%", None, '"%"', MET),
        ("96,5%", "khong_qua: 5", None, "", OPEN),
        ("4%", "khong_qua: 5", '"%"', "", OPEN),
        ("0,5%", "vuot: 0", None, "", MET),
        ("5", "khong_qua: 5", None, "", MET),
    ],
)
def test_a_share_is_compared_with_a_share(
    value: str, bound: str, plan_unit: str | None, record_unit: str, expected: Verdict
) -> None:
    unit = plan_unit and plan_unit.strip('"')
    assert _rate(value, bound, unit, record_unit) is expected


def test_ty_le_of_two_shares_is_open() -> None:
    text = "- ten: T\n  ty_le: {thuc_hien: a, so_voi: b, dat_tu: 95%}\n"
    plan = _office()[1].plan
    assert plan.dictionary is not None
    figures = {"a": Entry("đã làm"), "b": Entry("được giao")}
    terms = terms_of(plan._replace(dictionary=plan.dictionary._replace(figures=figures)))
    stated = "so_lieu:\n  nam_ke_hoach: 2024\n  ngay_chot: 10/12/2024\n  loai_so: thực hiện\n  a: {}\n  b: {}\n"
    assert answer(text, stated.format("96%", "100%"), terms=terms) is OPEN
    assert answer(text, stated.format("96", "100"), terms=terms) is MET


@given(st.integers(0, 10**15), st.integers(1, 10**15), st.fractions(0, 2, max_denominator=10_000))
def test_ty_le_is_exact(done: int, planned: int, bound: Fraction) -> None:
    """Against the definition with exact fractions; floats would err at these sizes."""
    hundredths = bound.limit_denominator(100)
    typed = f"{(hundredths * 100).numerator // (hundredths * 100).denominator}%"
    share = Fraction(int(typed[:-1]), 100)
    figures = FIGURES.format(planned, done)
    for word, expected in (("dat_tu", Fraction(done, planned) >= share), ("vuot", Fraction(done, planned) > share)):
        text = f"- ten: T\n  ty_le: {{thuc_hien: von_dang_ky_bo_sung, so_voi: von_ke_hoach_giao, {word}: {typed}}}\n"
        assert answer(text, figures) is (MET if expected else NOT_MET)


PAPER = """  - loai_tai_lieu: biên bản nghiệm thu
    ngay_ban_hanh: 09/12/2024
    tep_dinh_kem: evidence/phuong-1/xn-56.pdf
"""


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (None, OPEN),
        ("cơ sở", NOT_MET),
        ("quận, huyện", NOT_MET),
        ("tỉnh, thành phố", MET),
        ("trung ương", MET),
    ],
)
def test_can_tai_lieu_from_a_level_up(level: str | None, expected: Verdict) -> None:
    text = "- ten: T\n  can_tai_lieu:\n    - {loai_tai_lieu: nghiem_thu, cap_tu: 'tỉnh, thành phố'}\n"
    assert answer(text, "tai_lieu:\n" + PAPER + (f"    cap_co_quan: {level}\n" if level else "")) is expected


@pytest.mark.parametrize(
    ("issuer", "level", "expected"),
    [
        ("Bộ Nội vụ", "trung ương", MET),
        ("Sở Nội vụ", "trung ương", OPEN),
        ("Sở Nội vụ", "tỉnh, thành phố", MET),
        ("UBND Thành phố Hồ Chí Minh", "trung ương", OPEN),
        ("UBND Thành phố Hồ Chí Minh", "tỉnh, thành phố", MET),
        ("Chủ tịch Ủy ban nhân dân quận Khác", "tỉnh, thành phố", OPEN),
        ("Chủ tịch Ủy ban nhân dân quận Khác", "quận, huyện", NOT_MET),
    ],
)
def test_an_issuer_of_elsewhere_tells_its_level_by_its_name(issuer: str, level: str, expected: Verdict) -> None:
    text = "- ten: T\n  can_tai_lieu:\n    - {loai_tai_lieu: nghiem_thu, cap_tu: 'tỉnh, thành phố'}\n"
    paper = f"{PAPER}    co_quan_ban_hanh: {issuer}\n    cap_co_quan: {level}\n"
    assert answer(text, f"tai_lieu:\n{paper}") is expected


def test_can_tai_lieu_that_carries_out_a_text() -> None:
    text = "- ten: T\n  can_tai_lieu:\n    - {loai_tai_lieu: nghiem_thu, thuc_hien_van_ban: [qd-350, kh-35]}\n"
    assert answer(text, "tai_lieu:\n" + PAPER) is OPEN
    assert answer(text, "tai_lieu:\n" + PAPER + "    thuc_hien_van_ban: [qd-350]\n") is OPEN
    assert answer(text, "tai_lieu:\n" + PAPER + "    thuc_hien_van_ban: [kh-35, qd-350]\n") is MET
    two = [PAPER + f"    thuc_hien_van_ban: [{one}]\n" for one in ("qd-350", "kh-35")]
    assert answer(text, "tai_lieu:\n" + "".join(two)) is MET
    assert answer(text, "tai_lieu:\n" + two[0] + two[0]) is OPEN
    assert answer(text, "tai_lieu:\n" + two[0] + two[1].replace("tep_dinh_kem", "so_ky_hieu")) is OPEN


def test_can_tai_lieu_takes_the_best_of_several() -> None:
    text = "- ten: T\n  can_tai_lieu: [nghiem_thu]\n"
    assert answer(text, "tai_lieu:\n  - loai_tai_lieu: nghiem_thu\n" + PAPER) is MET
    assert answer(text, "tai_lieu:\n  - loai_tai_lieu: nghiem_thu\n") is OPEN


def test_counting_papers() -> None:
    """Papers have neither name nor scope nor papers of their own; counting them used to raise."""
    text = "- ten: T\n  so_luong_it_nhat:\n    dem: tai_lieu\n    it_nhat: 2\n    can_tai_lieu: [nghiem_thu]\n"
    assert answer(text) is OPEN
    assert answer(text, "tai_lieu:\n" + PAPER) is OPEN
    assert answer(text, "tai_lieu:\n" + PAPER + PAPER) is MET
    wide = "- ten: T\n  so_luong_it_nhat: {dem: tai_lieu, it_nhat: 1, pham_vi_tu: quận}\n"
    assert answer(wide, "tai_lieu:\n" + PAPER) is OPEN


SCOPES = {"đơn vị": 0, "xã": 1, "phường": 1, "quận": 2, "huyện": 2, "thành phố": 3, "tỉnh": 3, "toàn quốc": 4}


@pytest.mark.parametrize("least", SCOPES)
@pytest.mark.parametrize("scope", SCOPES)
def test_scope_ladder(least: str, scope: str) -> None:
    text = f"- ten: T\n  so_luong_it_nhat: {{dem: giai_phap, it_nhat: 1, pham_vi_tu: {least}}}\n"
    expected = MET if SCOPES[scope] >= SCOPES[least] else NOT_MET
    assert answer(text, f"giai_phap:\n  - ten_giai_phap: A\n    pham_vi_ap_dung: {scope}\n") is expected


def test_counting_wants_all_words_on_one_element() -> None:
    """One solution lends its scope, another its approval: together they are still no solution."""
    text = (
        "- ten: T\n  so_luong_it_nhat:\n    dem: giai_phap\n    it_nhat: 1\n    pham_vi_tu: quận\n"
        "    thuoc: {loai_giai_phap: [sáng kiến]}\n"
    )
    wide = "  - ten_giai_phap: A\n    pham_vi_ap_dung: quận\n    loai_giai_phap: mô hình\n"
    right = "  - ten_giai_phap: B\n    pham_vi_ap_dung: đơn vị\n    loai_giai_phap: sáng kiến\n"
    both = "  - ten_giai_phap: C\n    pham_vi_ap_dung: quận\n    loai_giai_phap: sáng kiến\n"
    assert answer(text, "giai_phap:\n" + wide + right) is NOT_MET
    assert answer(text, "giai_phap:\n" + wide + right + both) is MET


def test_counting_two() -> None:
    text = "- ten: T\n  so_luong_it_nhat: {dem: giai_phap, it_nhat: 2, thuoc: {da_ap_dung: [có]}}\n"
    yes, no, unknown = (
        f"  - ten_giai_phap: {name}\n{line}"
        for name, line in (("A", "    da_ap_dung: có\n"), ("B", "    da_ap_dung: không\n"), ("C", ""))
    )
    assert answer(text, "giai_phap:\n" + yes) is OPEN
    assert answer(text, "giai_phap:\n" + yes + unknown) is OPEN
    assert answer(text, "giai_phap:\n" + yes + no) is NOT_MET
    assert answer(text, "giai_phap:\n" + yes + yes) is MET


def test_solution_of_a_member() -> None:
    text = "- ten: T\n  so_luong_it_nhat: {dem: giai_phap_cua_thanh_vien, it_nhat: 1}\n"
    own = "giai_phap:\n  - ten_giai_phap: A\n    tac_gia:\n      - {ho_ten: B, don_vi: %s}\n"
    assert answer(text, own % "phuong-1", COLLECTIVE, people_of={}) is MET
    assert answer(text, own % "phong-vhtt", COLLECTIVE, people_of={}) is OPEN
    assert answer(text, "", COLLECTIVE) is MET  # that of Lý Thị Mai, nominated herself


@pytest.mark.parametrize(("year", "expected"), [("2024", MET), ("2025", OPEN)])
def test_solution_of_a_member_nominated_for_a_year(year: str, expected: Verdict) -> None:
    """What a member did in another year is no merit of the collective in this one (Bình Tân, III.3.3.a gạch 4)."""
    text = "- ten: T\n  so_luong_it_nhat: {dem: giai_phap_cua_thanh_vien, it_nhat: 1}\n"
    drive = _office()[1]
    member = drive.nominations["phuong-1/ly-thi-mai"]._replace(year=2024)
    assert (
        answer(text, f"nam_xet: {year}\n", COLLECTIVE, nominations={**drive.nominations, member.id: member}) is expected
    )


@pytest.mark.parametrize(
    ("unit", "expected"), [("phuong-1", MET), ("ubnd-quan", MET), ("to-1", MET), ("phong-vhtt", OPEN)]
)
def test_an_author_of_the_same_name_is_of_the_same_unit(unit: str, expected: Verdict) -> None:
    """A part of the unit, or the unit above, is no other unit: people are written down at either."""
    text = "- ten: T\n  so_luong_it_nhat: {dem: giai_phap, it_nhat: 1}\n"
    book = _office()[0]
    book.units["to-1"] = book.units["phuong-1"]._replace(id="to-1", parent="phuong-1")
    try:
        authors = f"    tac_gia:\n      - {{ho_ten: LÝ THỊ MAI, don_vi: {unit}}}\n"
        assert answer(text, f"giai_phap:\n  - ten_giai_phap: A\n{authors}") is expected
    finally:
        del book.units["to-1"]


def test_a_scope_outside_a_count_is_never_met() -> None:
    assert answer("- ten: T\n  pham_vi_tu: quận\n") is OPEN


def test_an_entry_that_asks_nothing_is_never_met() -> None:
    assert answer("- ten: T\n") is OPEN
    assert (
        answer(
            "- ten: T\n  tat_ca:\n    - ten: U\n    - ten: V\n      thuoc: {vai_tro: [tham gia]}\n",
            "vai_tro: [tham gia]\n",
        )
        is OPEN
    )


@pytest.mark.parametrize(
    "condition",
    [
        "su_that: to_chuc_kinh_te",
        "tat_ca: [{su_that: to_chuc_kinh_te}]",
        "tat_ca: [{su_that: su_dung_von_dau_tu_cong}, {su_that: nguoi_dung_dau}]",
        "mot_trong: [{su_that: to_chuc_kinh_te}, {su_that: su_dung_von_dau_tu_cong}]",
    ],
)
def test_facts_of_a_unit_say_nothing_of_its_people(condition: str) -> None:
    """An employee of an enterprise is no enterprise: the line falls away, and its miss with it."""
    text = (
        "- ten: T\n  tat_ca:\n    - ten: U\n      chi_ap_dung_khi: {CONDITION}\n      thuoc: {vai_tro: [x]}\n"
        "    - ten: V\n      thuoc: {vai_tro: [tham gia]}\n"
    ).replace("CONDITION", condition)
    assert answer(text, "vai_tro: [tham gia]\n") is MET
    assert (
        answer(
            text.replace(condition, "mot_trong: [{su_that: to_chuc_kinh_te}, {su_that: nguoi_dung_dau}]"),
            "vai_tro: [tham gia]\n".replace("tham gia", "khác"),
        )
        is NOT_MET
    )


def test_ruled_out_one_of_is_not_met() -> None:
    text = "- ten: T\n  mot_trong:\n    - ten: U\n      chi_ap_dung_khi: {su_that: nguoi_dung_dau}\n      thuoc: {vai_tro: [tham gia]}\n"
    assert answer(text, "vai_tro: [tham gia]\n") is NOT_MET


@pytest.mark.parametrize(("role", "expected"), [("tham gia", MET), ("khác", OPEN)])
def test_what_is_met_need_not_be_known_to_apply(role: str, expected: Verdict) -> None:
    """A line that would be met if it applied keeps nothing open, except as a branch of a one-of."""
    doubtful = "chi_ap_dung_khi: {su_that: nguoi_dung_dau}\n      thuoc: {vai_tro: [tham gia]}\n"
    stated = f"vai_tro: [{role}]\nchuc_vu: Chủ tịch\n"
    assert answer(f"- ten: T\n  tat_ca:\n    - ten: U\n      {doubtful}", stated) is expected
    assert answer(f"- ten: T\n  mot_trong:\n    - ten: U\n      {doubtful}", stated) is OPEN


def test_nothing_that_applies_is_open() -> None:
    text = "- ten: T\n  chi_ap_dung_khi: {su_that: nguoi_dung_dau}\n  thuoc: {vai_tro: [tham gia]}\n"
    assert answer(text, "vai_tro: [tham gia]\n") is OPEN


def test_no_criteria_for_the_case_is_open() -> None:
    assert (
        answer(
            "- ten: T\n  ap_dung_cho: {doi_tuong: [tập thể]}\n  thuoc: {vai_tro: [tham gia]}\n", "vai_tro: [tham gia]\n"
        )
        is OPEN
    )
    assert (
        answer("- ten: T\n  loai_tieu_chuan: lưu ý\n  thuoc: {vai_tro: [tham gia]}\n", "vai_tro: [tham gia]\n") is OPEN
    )


def test_binding_for() -> None:
    text = "- ten: T\n  {}\n  thuoc: {{vai_tro: [lãnh đạo]}}\n- ten: U\n  thuoc: {{vai_tro: [tham gia]}}\n"
    nomination = "vai_tro: [tham gia]\n"
    assert answer(text.format("bat_buoc_voi: [bk-tp]"), nomination) is OPEN
    assert answer(text.format("bat_buoc_voi: []"), nomination) is OPEN
    assert answer(text.format("bat_buoc_voi: [gk-q]"), nomination) is NOT_MET
    assert answer(text.format("dieu_khoan: x"), nomination) is NOT_MET


def test_other_text_is_settled_only_by_an_attestation() -> None:
    text = "- ten: T\n  theo_van_ban_khac: {van_ban: kh-35, can_xac_nhan: phoi_hop}\n"
    who = "nguoi_xac_nhan: Lê Minh Khôi, chuc_vu: Trưởng phòng, ngay_xac_nhan: 16/12/2024"
    said = f"xac_nhan:\n  - {{noi_dung: phoi_hop, ket_qua: %s, {who}}}\n"
    assert answer(text) is OPEN
    assert answer(text, said % "đạt") is MET
    assert answer(text, said % "không đạt") is NOT_MET


@pytest.mark.parametrize(
    "said",
    [
        "{noi_dung: phoi_hop, ket_qua: không áp dụng}",
        "{noi_dung: phoi_hop, ket_qua: đạt}",
        "{noi_dung: phoi_hop, ket_qua: đạt, nguoi_xac_nhan: Lý Thị Mai}",
        "{noi_dung: phoi_hop, ket_qua: đạt, nguoi_xac_nhan: LY\u0301 THỊ MAI}",
        "{noi_dung: phoi_hop, ket_qua: đạt, theo_cuoc_hop: hop-khac}",
    ],
)
def test_nobody_entitled_confirms(said: str) -> None:
    """Unsigned, self-signed, or by a meeting that never saw the case: still open, never met or dropped."""
    text = "- ten: T\n  can_xac_nhan: phoi_hop\n- ten: U\n  thuoc: {vai_tro: [tham gia]}\n"
    assert answer(text, f"vai_tro: [tham gia]\nxac_nhan:\n  - {said}\n") is OPEN


def _duty(**more: object) -> DutyKind:
    reading = Reading("d")
    deadline = DEADLINE.read(parse("cham_nhat_ngay: 15/11/2024\n", "d")[0], reading)
    blank = dict.fromkeys(DutyKind._fields)
    return DutyKind(**{**blank, "id": "dang-ky", "name": "đăng ký", "kind": "đăng ký", "deadline": deadline, **more})  # type: ignore[arg-type]


def _handed(unit: str, day: str | None) -> HandedIn:
    from thidua_cli.viet.dates import parse_date

    blank = dict.fromkeys(HandedIn._fields)
    return HandedIn(
        **{
            **blank,
            "id": f"dang-ky/{unit}",
            "file": "f",
            "duty": "dang-ky",
            "unit": unit,  # type: ignore[arg-type]
            "sent_on": parse_date(day) if day else None,
        }
    )


@pytest.mark.parametrize(
    ("unit", "day", "covers", "expected"),
    [
        ("phuong-1", "15/11/2024", None, MET),
        ("phuong-1", "16/11/2024", None, NOT_MET),
        ("phuong-1", None, None, OPEN),
        ("ubnd-quan", "15/11/2024", None, OPEN),
        ("ubnd-quan", "15/11/2024", True, MET),
        ("phong-vhtt", "15/11/2024", True, OPEN),
    ],
)
def test_registered(unit: str, day: str | None, covers: bool | None, expected: Verdict) -> None:
    _, drive = _office()
    plan = drive.plan._replace(duties=(_duty(covers_subordinates=covers),))
    assert (
        answer("- ten: T\n  da_dang_ky: dang-ky\n", plan=plan, duties={f"dang-ky/{unit}": _handed(unit, day)})
        is expected
    )


def test_registered_survives_units_above_each_other() -> None:
    """Two units that name each other as the one above used to be walked for ever."""
    book, drive = _office()
    ward, district = book.units["phuong-1"], book.units["ubnd-quan"]
    book.units["ubnd-quan"] = district._replace(parent="phuong-1")
    try:
        plan = drive.plan._replace(duties=(_duty(covers_subordinates=True),))
        assert ward.parent == "ubnd-quan"
        assert answer("- ten: T\n  da_dang_ky: dang-ky\n", plan=plan) is OPEN
    finally:
        book.units["ubnd-quan"] = district


@pytest.mark.parametrize(
    ("stated", "name", "owns"),
    [
        # whom units.yaml names decides; the office's first ward stands in for an enterprise
        ("", "Trần Hữu Đức", True),
        ("", "Võ Thị Hòa", False),  # its deputy neither owns nor heads it
        # whom it does not name: the nomination's own words can only cast doubt, or state the group
        ("chuc_vu: Phó Giám đốc\nnhom_nguoi: [người lao động]\n", "Lý Thị Mai", False),
        ("chuc_vu: Quyền Giám đốc\nnhom_nguoi: [người lao động]\n", "Lý Thị Mai", None),
        ("chuc_vu: Trưởng phòng\nnhom_nguoi: [người lao động]\n", "Lý Thị Mai", False),  # its head is on record
        ("chuc_vu: Giám đốc Sản xuất\nnhom_nguoi: [người lao động]\n", "Lý Thị Mai", False),
        ("chuc_vu: Kế toán\nnhom_nguoi: [doanh nhân]\n", "Lý Thị Mai", True),
        ("", "Lý Thị Mai", None),
    ],
)
def test_the_owner_of_an_enterprise(stated: str, name: str, owns: bool | None) -> None:
    text = "- ten: T\n  chi_ap_dung_khi: {su_that: chu_doanh_nghiep}\n  thuoc: {vai_tro: [khác]}\n"
    text = f"- ten: S\n  thuoc: {{vai_tro: [tham gia]}}\n{text}"
    book, drive = _office()
    words = drive.plan.dictionary
    assert words is not None
    fact = Entry("là chủ doanh nghiệp", stated_on="suy ra", derived="nhóm người", person_groups=("doanh nhân",))
    plan = drive.plan._replace(dictionary=words._replace(facts={**words.facts, "chu_doanh_nghiep": fact}))
    ward = book.units["phuong-1"]
    book.units["phuong-1"] = ward._replace(kind="doanh nghiệp")
    try:
        who = PERSON.replace("Lý Thị Mai", name)
        said = answer(text, f"{stated}vai_tro: [tham gia]\n", who, plan=plan, terms=terms_of(plan))
    finally:
        book.units["phuong-1"] = ward
    assert said is {True: NOT_MET, False: MET, None: OPEN}[owns]


@pytest.mark.parametrize(
    ("stated", "leads"),
    [
        ("chuc_vu: Trưởng bộ phận\nnhom_nguoi:\n  - lãnh đạo, quản lý\n", None),
        # what the remedy says to write for who leads a part only
        ("chuc_vu: Trưởng bộ phận\nnhom_nguoi:\n  - công chức, viên chức\n", False),
        ("chuc_vu: Tổ trưởng\nnhom_nguoi:\n  - công chức, viên chức\n", False),
        ("chuc_vu: Phó Chủ tịch\nnhom_nguoi:\n  - công chức, viên chức\n", None),
        ("chuc_vu: PCT UBND phường\nnhom_nguoi:\n  - công chức, viên chức\n", None),
        ("chuc_vu: CT. UBND Phường 1\nnhom_nguoi:\n  - công chức, viên chức\n", None),
        ("chuc_vu: CT Công đoàn\nnhom_nguoi:\n  - công chức, viên chức\n", False),
        ("chuc_vu: Trưởng Công an phường\nnhom_nguoi:\n  - công chức, viên chức\n", False),
    ],
)
def test_the_leaders_of_a_unit(stated: str, leads: bool | None) -> None:
    """Deputies count as leaders (X4.19); who leads a part can be told apart without inventing a post."""
    _, drive = _office()
    words = drive.plan.dictionary
    assert words is not None
    fact = Entry("là cán bộ lãnh đạo, người đứng đầu", stated_on="suy ra", derived="lãnh đạo")
    plan = drive.plan._replace(dictionary=words._replace(facts={**words.facts, "lanh_dao": fact}))
    text = "- ten: S\n  thuoc: {vai_tro: [tham gia]}\n- ten: T\n  chi_ap_dung_khi: {su_that: lanh_dao}\n  thuoc: {vai_tro: [khác]}\n"
    said = answer(text, f"{stated}vai_tro: [tham gia]\n", plan=plan, terms=terms_of(plan))
    assert said is {False: MET, None: OPEN}[leads]


@pytest.mark.parametrize(("unit", "leads"), [("Ủy ban nhân dân Phường 1", False), ("Công an Phường 1", True)])
def test_the_head_of_a_wards_police_heads_the_police(unit: str, leads: bool) -> None:
    book, drive = _office()
    case = drive.nominations["phuong-1/ly-thi-mai"]._replace(position="Trưởng Công an phường")
    known = book.units["phuong-1"]._replace(name=unit, heads=(), deputies=())
    assert facts.leads(case, known, drive, book) is (None if leads else False)
