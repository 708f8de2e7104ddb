"""Kế hoạch 303/KH-UBND as data, laid beside what was read from the plan by hand (plans.md, Q11)."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from harness import load, write

from thidua_cli.book import read_book, shipped
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge.judging import judge
from thidua_cli.model.campaign import CAMPAIGN, Campaign
from thidua_cli.model.criteria import CRITERIA, Criterion
from thidua_cli.source import Plain, Reading, parse

FOLDER = Path(shipped("campaigns"), "quan-11-2024-60-ngay-dem")


def _read(name: str) -> tuple[Plain, list[Diagnostic]]:
    return parse((FOLDER / name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="module")
def plan() -> Campaign:
    values, found = _read("campaign.yaml")
    reading = Reading("campaign.yaml")
    value: Campaign = CAMPAIGN.read(values, reading, id="q11", file="campaign.yaml")
    assert not found + reading.found
    return value


@pytest.fixture(scope="module")
def criteria() -> tuple[Criterion, ...]:
    values, found = _read("criteria.yaml")
    reading = Reading("criteria.yaml")
    value: tuple[Criterion, ...] = CRITERIA.read(values, reading)
    assert not found + reading.found
    return value


# -- Q11.1 ---------------------------------------------------------------------------------------


def test_identity(plan: Campaign) -> None:
    assert plan.number == "303/KH-UBND"
    assert plan.issued_on == date(2024, 11, 11)
    assert plan.issuer == "Ủy ban nhân dân Quận 11"
    assert plan.kind == "Kế hoạch"
    assert plan.place_name == "Quận 11"
    assert plan.short_name == "Đợt thi đua"
    assert plan.award_type == "phong trào thi đua"
    assert plan.slogans[0] == "“Quyết tâm tăng tốc, năng suất gấp đôi”"
    assert plan.year_theme is not None
    assert "chuyển đổi số và Nghị quyết số 98/2023/QH15" in plan.year_theme


def test_title_is_kept_as_printed_and_as_right(plan: Campaign) -> None:
    assert plan.title_as_printed is not None
    assert "phản đấu hoàn thành" in plan.title_as_printed
    assert "phấn đấu hoàn thành" in plan.title
    assert plan.title_as_printed.replace("phản đấu", "phấn đấu") == plan.title
    for text in (plan.citation, plan.merit or "", plan.name):
        assert "phản đấu" not in text
    assert plan.citation.startswith("Kế hoạch số 303/KH-UBND ngày 11 tháng 11 năm 2024 của Ủy ban nhân dân Quận 11 về ")


def test_signer_signs_without_tm_and_without_kt(plan: Campaign) -> None:
    assert plan.signer is not None
    assert plan.signer.capacity == ("CHỦ TỊCH",)


TEXTS = {
    "kh-6677": ("Kế hoạch", "6677/KH-UBND", date(2024, 10, 30)),
    "qd-350": ("Quyết định", "350/QĐ-UBND", date(2024, 3, 29)),
    "nq-98": ("Nghị quyết", "98/2023/QH15", None),
    "kh-35": ("Kế hoạch", "35/KH-UBND", date(2024, 1, 26)),
    "kh-218": ("Kế hoạch", "218/KH-UBND", date(2024, 7, 17)),
    "ct-05": ("Chỉ thị", "05-CT/TW", None),
    "qd-2411": ("Quyết định", "2411/QĐ-UBND", date(2024, 7, 2)),
    "nd-98": ("Nghị định", "98/2023/NĐ-CP", date(2023, 12, 31)),
}


@pytest.mark.parametrize("id_", TEXTS)
def test_cited_texts(plan: Campaign, id_: str) -> None:
    text = plan.texts[id_]
    assert (text.kind, text.number, text.issued_on) == TEXTS[id_]
    assert text.clause


def test_qd_2411_is_the_chairmans_whatever_the_plan_prints(plan: Campaign) -> None:
    text = plan.texts["qd-2411"]
    assert text.issuer == "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh"
    assert text.as_printed == {"co_quan_ban_hanh": "Ủy ban nhân dân Thành phố"}


def test_decree_98_ends_and_says_what_follows(plan: Campaign) -> None:
    text = plan.texts["nd-98"]
    assert (text.valid_from, text.valid_to, text.replaced_by) == (date(2024, 1, 1), date(2025, 6, 30), "nd-152")
    assert plan.texts["nd-152"].valid_from == date(2025, 7, 1)


def test_one_basis(plan: Campaign) -> None:
    assert [(one.text, one.verb) for one in plan.bases] == [("kh-6677", "Căn cứ")]


def test_twelve_recipients(plan: Campaign) -> None:
    assert plan.recipients == (
        "UBND TP",
        "Sở Nội vụ TP (Ban TĐ-KT)",
        "TT Quận ủy",
        "UBND Quận (CT, các PCT)",
        "Các Ban xây dựng Đảng Quận ủy",
        "UBKTQU",
        "UB.MTTQVN, các tổ chức CT-XH quận",
        "VPQU, VPUB",
        "Các cơ quan, đơn vị thuộc quận",
        "Các Cụm, Khối thi đua thuộc quận",
        "UBND 16 phường",
        "Lưu: VT, NV",
    )


# -- Q11.2, Q11.3, Q11.4 -------------------------------------------------------------------------


def test_who_may_be_nominated(plan: Campaign) -> None:
    group, person = plan.eligible
    assert (group.subject_kind, group.ward_count, group.clause) == ("tập thể", 16, "Mục II.1, gạch 1")
    assert {"phòng chuyên môn", "UBND phường", "MTTQ, tổ chức chính trị - xã hội", "doanh nghiệp"} <= set(
        group.unit_kinds
    )
    assert not {"hợp tác xã", "khu phố", "tổ dân phố", "cụm, khối thi đua"} & set(group.unit_kinds)
    assert (person.subject_kind, person.clause, person.of_eligible_unit) == ("cá nhân", "Mục II.1, gạch 2", True)
    assert person.person_groups == ("cán bộ", "công chức, viên chức", "người lao động")


def test_households_are_not_named(plan: Campaign) -> None:
    assert "hộ gia đình" not in {line.subject_kind for line in plan.eligible}


def test_period_runs_sixty_one_days_and_began_before_the_plan(plan: Campaign) -> None:
    assert plan.period is not None
    assert (plan.period.since, plan.period.last_day) == (date(2024, 11, 1), date(2024, 12, 31))
    assert (date(2024, 12, 31) - date(2024, 11, 1)).days + 1 == 61
    assert plan.period.cycle == "một đợt"
    assert plan.period.clause == "Mục II.2, gạch 1"
    assert plan.issued_on is not None
    assert plan.period.since is not None
    assert plan.issued_on > plan.period.since
    assert plan.phases == ()


def test_deadline_is_before_the_20th_so_the_19th_is_the_last_day(plan: Campaign) -> None:
    assert plan.deadline is not None
    assert plan.deadline.before == date(2024, 12, 20)
    assert plan.deadline.last_day == date(2024, 12, 19)
    assert plan.deadline.wording == "trước ngày 20/12/2024"
    assert (plan.deadline.addressees, plan.deadline.through, plan.deadline.clause) == (
        ("ubnd-quan",),
        "phong-noi-vu",
        "Mục III.4.1",
    )
    assert plan.deadline.last_day.weekday() == 3


def test_four_contents(plan: Campaign) -> None:
    assert [(one.id, one.clause) for one in plan.contents] == [
        ("nd-1", "Mục II.3.1"),
        ("nd-2", "Mục II.3.2"),
        ("nd-3", "Mục II.3.3"),
        ("nd-4", "Mục II.3.4"),
    ]


def test_targets(plan: Campaign) -> None:
    targets = {one.id: (one.level and one.level.value, one.unit_of_measure, one.clause) for one in plan.targets}
    assert targets == {
        "ct-15": (Fraction(15), "chỉ tiêu", "Mục II.3.1"),
        "ct-giai-ngan": (Fraction(95, 100), None, "Mục II.3.2"),
        "ct-chi-so": (None, None, "Mục II.3.3"),
    }


def test_eleven_movements_of_the_footnote(plan: Campaign) -> None:
    parts = [
        "thi đua sáng tạo",
        "khởi nghiệp - lập nghiệp",
        "Doanh nghiệp, doanh nhân",
        "Cải cách hành chính",
        "năng động, sáng tạo, dám nghĩ",
        "giải ngân vốn đầu tư công",
        "Chỉnh trang và phát triển đô thị",
        "Chính quyền số, Chuyển đổi số",
        "văn hóa giao thông an toàn",
        "Dân vận khéo",
        "đạo đức, phong cách Hồ Chí Minh",
    ]
    assert len(plan.movements) == 11
    for movement, part in zip(plan.movements, parts, strict=True):
        assert part in movement.name
        assert movement.clause == "Chú thích 2"


# -- Q11.5 ---------------------------------------------------------------------------------------

AWARDS = {
    "bk-tp": ("khen thưởng", "tỉnh, thành phố", "Chủ tịch Ủy ban nhân dân Thành phố", "Mục III.1, gạch 1"),
    "tk-tp": ("biểu dương", "tỉnh, thành phố", "Chủ tịch Ủy ban nhân dân Thành phố", "Mục III.1, gạch 2"),
    "gk-q": ("khen thưởng", "quận, huyện", "Chủ tịch Ủy ban nhân dân quận", "Mục III.1, gạch 3"),
    "gk-dv": ("khen thưởng", "cơ sở", "Thủ trưởng cơ quan, đơn vị", "Mục III.3, Lưu ý; Mục V.2, gạch 3"),
    "bac-cao": ("khen thưởng", None, None, "Mục III.5"),
}


def test_five_awards(plan: Campaign) -> None:
    assert {one.id: (one.kind, one.level, one.authority, one.clause) for one in plan.awards} == AWARDS


def test_only_the_letter_of_the_city_falls_back(plan: Campaign) -> None:
    fallbacks = {one.id: one.fallback for one in plan.awards if one.fallback}
    assert list(fallbacks) == ["bk-tp"]
    assert fallbacks["bk-tp"].awards == ("tk-tp", "gk-q", "gk-dv")
    assert fallbacks["bk-tp"].clause == "Mục III.3, Lưu ý"


def test_what_does_not_go_through_the_district(plan: Campaign) -> None:
    assert [one.id for one in plan.awards if one.outside_route] == ["gk-dv"]
    assert [one.id for one in plan.awards if one.open_set] == ["bac-cao"]


def test_no_quota_is_printed(plan: Campaign) -> None:
    assert plan.quotas == ()


# -- Q11.6 ---------------------------------------------------------------------------------------

CLAUSES = {
    "Q11-tap-the": "Mục III.2, Tập thể, đoạn đầu",
    "Q11-T0a": None,
    "Q11-T0b": None,
    "Q11-T0c": None,
    "Q11-T0d": None,
    "Q11-T": None,
    "Q11-T1a": None,
    "Q11-T1b": None,
    "Q11-T1": "Mục III.2, Tập thể, dấu cộng thứ 1",
    "Q11-T2": "Mục III.2, Tập thể, dấu cộng thứ 2",
    "Q11-T3": "Mục III.2, Tập thể, dấu cộng thứ 3",
    "Q11-ca-nhan": "Mục III.2, Cá nhân, đoạn đầu",
    "Q11-C0": None,
    "Q11-C1": "Mục III.2, Cá nhân, dấu cộng thứ 1",
    "Q11-C2": "Mục III.2, Cá nhân, dấu cộng thứ 2",
    "Q11-N1": "Mục III.2, Lưu ý, gạch 1",
    "Q11-N2": "Mục III.2, Lưu ý, gạch 2",
}
"""``None``: the clause of the group above."""


def by_id(criteria: tuple[Criterion, ...]) -> dict[str, Criterion]:
    return {one.id or "": one for group in criteria for one in group.walk()}


def test_every_criterion_has_its_clause(criteria: tuple[Criterion, ...]) -> None:
    assert {id_: one.clause for id_, one in by_id(criteria).items()} == CLAUSES


def test_logic_of_the_collective(criteria: tuple[Criterion, ...]) -> None:
    known = by_id(criteria)
    group = known["Q11-tap-the"]
    assert [one.id for one in group.all_of] == ["Q11-T0a", "Q11-T0b", "Q11-T0c", "Q11-T0d", "Q11-T"]
    assert [one.id for one in known["Q11-T"].any_of] == ["Q11-T1", "Q11-T2", "Q11-T3"]
    assert [one.id for one in known["Q11-T1"].all_of] == ["Q11-T1a", "Q11-T1b"]
    assert group.applies_to is not None
    assert group.applies_to.subject_kinds == ("tập thể",)
    assert set(group.applies_to.awards) == {"bk-tp", "tk-tp", "gk-q"}


def test_the_one_of_binds_the_letter_of_the_city_only(criteria: tuple[Criterion, ...]) -> None:
    assert {id_: one.binding_for for id_, one in by_id(criteria).items() if one.binding_for is not None} == {
        "Q11-T": ("bk-tp",)
    }


def test_disbursement_from_95_percent_without_supplements(criteria: tuple[Criterion, ...]) -> None:
    share = by_id(criteria)["Q11-T1a"].share
    assert share is not None
    assert (share.done, share.planned) == ("von_giai_ngan_theo_ke_hoach", "von_ke_hoach_giao")
    assert share.excluded == ("von_dang_ky_bo_sung",)
    assert (share.at_least, share.more_than) == (Fraction(95, 100), None)


def test_revenue_is_strictly_over_100_percent(criteria: tuple[Criterion, ...]) -> None:
    share = by_id(criteria)["Q11-T2"].share
    assert share is not None
    assert (share.done, share.planned) == ("thu_ngan_sach_thuc_hien", "thu_ngan_sach_ke_hoach")
    assert (share.at_least, share.more_than) == (None, Fraction(1))


def test_works_finished_early_led_by_the_unit_and_listed(criteria: tuple[Criterion, ...]) -> None:
    count = by_id(criteria)["Q11-T3"].counting
    assert count is not None
    assert (count.what, count.at_least, count.one_of) == ("cong_trinh", 1, {"vai_tro_cong_trinh": ("chủ trì",)})
    assert count.stated == ("thuoc_danh_muc",)
    assert count.earlier == ("ngay_hoan_thanh", "ngay_dang_ky_hoan_thanh")
    assert [need.kind for need in count.papers] == ["dang_ky_tien_do", "nghiem_thu"]


@pytest.mark.parametrize(
    ("branch", "fact"),
    [
        ("Q11-T1", "có sử dụng vốn đầu tư công"),
        ("Q11-T2", "được giao thu ngân sách Nhà nước"),
        ("Q11-T3", "là cơ quan chủ trì chương trình, công trình, dự án thi đua tiêu biểu"),
        ("Q11-N1", "là người đứng đầu đơn vị"),
    ],
)
def test_each_branch_applies_only_to_whom_the_clause_names(
    criteria: tuple[Criterion, ...], branch: str, fact: str
) -> None:
    condition = by_id(criteria)[branch].only_when
    assert condition is not None
    assert condition.fact == fact


def test_attestations(criteria: tuple[Criterion, ...]) -> None:
    assert {id_: one.attestation for id_, one in by_id(criteria).items() if one.attestation} == {
        "Q11-T0a": "doan_ket",
        "Q11-T0b": "chap_hanh",
        "Q11-T0c": "thanh_tich",
        "Q11-T1b": "phoi_hop",
        "Q11-C0": "chap_hanh",
        "Q11-C1": "thanh_tich",
    }


def test_the_individual(criteria: tuple[Criterion, ...]) -> None:
    known = by_id(criteria)
    assert [one.id for one in known["Q11-ca-nhan"].all_of] == ["Q11-C0", "Q11-C1", "Q11-C2", "Q11-N1"]
    assert known["Q11-C1"].one_of == {"vai_tro": ("lãnh đạo", "chỉ đạo", "tham gia")}
    count = known["Q11-C2"].counting
    assert count is not None
    assert count.one_of is not None
    assert count.one_of["da_ap_dung"] == ("có",)
    assert set(count.one_of["loai_giai_phap"]) == {"sáng kiến", "giải pháp"}
    assert "noi_dung_thi_dua" in count.one_of


def test_notes_that_act_as_rules(criteria: tuple[Criterion, ...]) -> None:
    known = by_id(criteria)
    assert known["Q11-N1"].unit_result == ("Q11-T", "xet_tap_the")
    assert known["Q11-N2"].exclusion == "nhiem_vu_thuong_xuyen"
    assert {id_ for id_, one in known.items() if one.kind == "lưu ý"} == {"Q11-N1", "Q11-N2"}
    scope = known["Q11-N2"].applies_to
    assert scope is not None
    assert set(scope.subject_kinds) == {"tập thể", "cá nhân"}


def test_what_goes_to_the_year_end_opens_no_other_award(tmp_path: Path) -> None:
    """III.3 Lưu ý opens other awards to who misses 95%; III.2 Lưu ý gạch 2 leaves none for the tasks of every year."""
    write(load("figures:94-99"), tmp_path)
    ward = tmp_path / "campaigns/q11/nominations/phuong-1/phuong-1.yaml"

    assert _opened(tmp_path) == ("tk-tp", "gk-q", "gk-dv")
    ward.write_text(ward.read_text(encoding="utf-8").replace("thuong_xuyen: không", "thuong_xuyen: có"), "utf-8")
    assert _opened(tmp_path) == ()


def _opened(top: Path) -> tuple[str, ...]:
    book = read_book(top)
    drive = book.drives["q11"]
    return judge(drive.nominations["phuong-1/phuong-1"], drive, book).open_awards


# -- Q11.7 ---------------------------------------------------------------------------------------

ROUTES = {
    "thu-ngan-sach": (("chi-cuc-thue",), (), "Mục III.3, gạch 1"),
    "giai-ngan-von": (("phong-tckh",), (), "Mục III.3, gạch 2"),
    "thu-chi-ngan-sach": (("phong-tckh", "chi-cuc-thue"), (), "Mục III.3, gạch 2; phần thu trùng gạch 1"),
    "nghi-quyet-98": (("phong-tckh",), (), "Mục III.3, gạch 2"),
    "ddci": (("phong-tckh",), (), "Mục III.3, gạch 2"),
    "chuyen-doi-so": (("phong-vhtt",), (), "Mục III.3, gạch 3"),
    "cai-cach-hanh-chinh": ((), ("phong-noi-vu",), "Mục III.3, gạch 4"),
    "cong-trinh-thi-dua": ((), ("phong-noi-vu",), "Mục III.3, gạch 4"),
    "noi-dung-khac": ((), (), "Mục III.3, gạch 5"),
}


def test_routes_and_who_leads(plan: Campaign) -> None:
    assert {one.field: (one.leads, one.with_units, one.clause) for one in plan.routes} == ROUTES


def test_steps(plan: Campaign) -> None:
    assert [(one.step, one.role, one.clause) for one in plan.steps] == [
        ("tiếp nhận", "phong-noi-vu", "Mục III.4.1"),
        ("thẩm định", "phong-noi-vu", "Mục V.1, gạch 2"),
        ("xét", "hd-tdkt-quan", "Mục III.2, Lưu ý, gạch 3"),
    ]


# -- Q11.8 ---------------------------------------------------------------------------------------


def test_dossier_for_letters_and_certificates(plan: Campaign) -> None:
    procedure = plan.procedure("thu-tuc-khen-thuong")
    assert procedure is not None
    assert procedure.applies_to.awards == ("bk-tp", "gk-q")
    assert (procedure.sets, procedure.by_texts, procedure.clause) == (None, ("qd-2411",), "Mục III.4.2")
    assert procedure.channel is None  # III.4.1 names where to, not how
    assert [(one.kind, one.per, one.clause) for one in procedure.papers] == [
        ("tờ trình", "hồ sơ", "Mục III.4.2, gạch 1"),
        ("biên bản", "cuộc họp", "Mục III.4.2, gạch 2"),
        ("báo cáo thành tích", "trường hợp", "Mục III.4.2, gạch 3"),
        ("chứng minh mô hình, sáng kiến, giải pháp", "trường hợp", "Mục III.4.2, gạch 4"),
        ("xác nhận hoàn thành nghĩa vụ thuế", "trường hợp", "Mục III.4.2, gạch 5"),
    ]
    assert (procedure.papers[2].form, procedure.papers[2].by_text) == ("Mẫu số 8, Phụ lục 1", "nd-98")


def test_tax_paper_only_for_enterprises_and_their_heads(plan: Campaign) -> None:
    conditional = [
        (procedure.id, paper.kind) for procedure in plan.procedures for paper in procedure.papers if paper.only_when
    ]
    assert conditional == [("thu-tuc-khen-thuong", "xác nhận hoàn thành nghĩa vụ thuế")]
    condition = plan.procedures[0].papers[4].only_when
    assert condition is not None
    assert [one.fact for one in condition.any_of] == [
        "là doanh nghiệp, tổ chức kinh tế",
        "là người đứng đầu doanh nghiệp, tổ chức kinh tế",
    ]


def test_dossier_for_letters_of_commendation(plan: Campaign) -> None:
    procedure = plan.procedure("thu-tuc-thu-khen")
    assert procedure is not None
    assert procedure.applies_to.awards == ("tk-tp",)
    assert (procedure.sets, procedure.by_texts, procedure.clause) == (None, (), "Mục III.4.3")
    assert procedure.channel == "phần mềm liên thông của Sở Nội vụ"
    assert [(one.kind, one.per, one.clause, one.form) for one in procedure.papers] == [
        ("công văn", "hồ sơ", "Mục III.4.3, gạch 1", None),
        ("biên bản", "cuộc họp", "Mục III.4.3, gạch 2", None),
        ("báo cáo thành tích", "trường hợp", "Mục III.4.3, gạch 3", None),
    ]
    assert procedure.papers[0].as_printed == "Văn bản đề nghị khen thưởng"


def test_every_award_of_the_district_flow_has_one_procedure(plan: Campaign) -> None:
    served = {award: one.id for one in plan.procedures for award in one.applies_to.awards}
    assert served == {"bk-tp": "thu-tuc-khen-thuong", "gk-q": "thu-tuc-khen-thuong", "tk-tp": "thu-tuc-thu-khen"}


# -- Q11.9, Q11.10 -------------------------------------------------------------------------------


def test_duties_none_of_which_has_a_day(plan: Campaign) -> None:
    clauses = {one.id: one.clause for one in plan.duties}
    assert clauses == {
        "ke-hoach-don-vi": "Mục V.2, gạch 1",
        "tong-ket-don-vi": "Mục II.2, gạch 2",
        "tong-ket-quan": "Mục V.1, gạch 1",
        "tuyen-truyen": "Mục V.1, gạch 3; Mục V.2, gạch 2; Mục V.3; Mục V.4",
        "kiem-tra-don-doc": "Mục V.5",
        "vuong-mac": "Đoạn kết",
    }
    assert all(one.deadline is None or one.deadline.last_day is None for one in plan.duties)
    closing = next(one for one in plan.duties if one.id == "tong-ket-don-vi")
    assert closing.deadline is not None
    assert closing.deadline.wording == "kết thúc Đợt thi đua"
    assert closing.addressees == ()
    assert "tỷ lệ hoàn thành các chỉ tiêu, nhiệm vụ được giao" in closing.contents


def test_no_money_clause(plan: Campaign) -> None:
    assert plan.money is None


def test_open_points_are_said(plan: Campaign) -> None:
    said = {one.clause: one.subject for one in plan.open_points}
    assert "số lượng khen thưởng" in said["Mục III.2, Lưu ý, gạch 3"]
    assert "bậc cao" in said["Mục III.5"]
    gap = said["Mục III.2, Tập thể; Mục III.3"]
    assert all(field in gap for field in ("chuyển đổi số", "CCHC", "DDCI", "NQ 98"))


def test_slips_of_the_print_are_kept(plan: Campaign) -> None:
    notes = {one.where: (one.printed_as, one.read_as) for one in plan.scan_notes}
    assert notes["Trích yếu"] == ("phản đấu", "phấn đấu")
    assert notes["Mục III.3"] == ("Tuyên trình", "Tuyến trình")
    assert notes["Mục III.3, gạch 5"] == ("đổi chiều", "đối chiếu")
    missing = next(one for one in plan.scan_notes if one.where == "Mục IV")
    assert missing.note is not None
    assert "III sang V" in missing.note
    assert any("61 ngày" in (one.note or "") for one in plan.scan_notes)
    assert any("cam kết" in (one.note or "") for one in plan.scan_notes)


def test_every_entry_has_a_clause(plan: Campaign) -> None:
    lists = (
        plan.eligible,
        plan.contents,
        plan.movements,
        plan.targets,
        plan.awards,
        plan.routes,
        plan.steps,
        plan.procedures,
        plan.duties,
        plan.open_points,
    )
    for entries in lists:
        for entry in entries:
            assert entry.clause, entry  # type: ignore[attr-defined]
    assert all(paper.clause for procedure in plan.procedures for paper in procedure.papers)


def test_dictionary(plan: Campaign) -> None:
    assert plan.dictionary is not None
    assert {id_: entry.stated_on for id_, entry in plan.dictionary.facts.items()} == {
        "su_dung_von_dau_tu_cong": "đơn vị",
        "giao_thu_ngan_sach": "đơn vị",
        "chu_tri_cong_trinh": "đơn vị",
        "to_chuc_kinh_te": "đơn vị",
        "nguoi_dung_dau": "suy ra",
        "dung_dau_to_chuc_kinh_te": "suy ra",
    }
    assert {entry.unit_of_measure for entry in plan.dictionary.figures.values()} == {"đồng"}
    assert set(plan.dictionary.attestations) == {
        "doan_ket",
        "chap_hanh",
        "thanh_tich",
        "phoi_hop",
        "xet_tap_the",
        "nhiem_vu_thuong_xuyen",
    }
    assert plan.dictionary.attestations["doan_ket"].name == "nội bộ đoàn kết"


def test_roles_are_those_the_plan_names(plan: Campaign) -> None:
    assert plan.roles["phong-noi-vu"] == "Phòng Nội vụ"
    named = {role for route in plan.routes for role in (*route.leads, *route.with_units)} | {
        step.role for step in plan.steps
    }
    assert named <= set(plan.roles)


def test_of_people_the_plan_names_at_most_its_signer(plan: Campaign) -> None:
    assert plan.signer is not None
    assert plan.signer.full_name in (None, "Nguyễn Trần Bình")
