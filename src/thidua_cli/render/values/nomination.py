"""A nomination as its report prints it."""

from typing import Any

from thidua_cli.book.prose import Section, lead_section
from thidua_cli.judge import Answer, Verdict
from thidua_cli.model.awards import REPORTS
from thidua_cli.model.criteria import Criterion, Share
from thidua_cli.model.nomination import Nomination, Solution
from thidua_cli.render.values.naming import BLANK_SIGNER, NOT_STATED, SEALED_SIGNER, Desk, capacity_of, iso, paper_line
from thidua_cli.render.values.unit import head_of
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import format_decimal, format_ratio
from thidua_cli.viet.text import capital

_SITUATION = ("sơ lược đặc điểm, tình hình", "đặc điểm, tình hình", "đặc điểm tình hình")
_FUNCTIONS = ("chức năng, nhiệm vụ", "chức năng, nhiệm vụ được giao")
_A_WORD = 64
"""As many bytes as tell whether a file says anything."""
_UNIT, _HOME = "XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ", "XÁC NHẬN CỦA NƠI CƯ TRÚ"
_TASKS = ("quyền hạn, nhiệm vụ", "nhiệm vụ được giao")


def nomination_values(desk: Desk, case: Nomination, prose: list[Section]) -> dict[str, Any]:
    """The root ``truong_hop``; ``prose`` is what the nominee wrote beside the record."""
    collective = case.subject_kind == "tập thể"
    unit = desk.book.units.get(case.unit)
    situation, prose = lead_section(prose, _SITUATION) if collective else ("", prose)
    functions, prose = lead_section(prose, _FUNCTIONS) if collective else ("", prose)
    tasks, prose = lead_section(prose, _TASKS) if not collective else ("", prose)
    period = case.merit_period or desk.drive.plan.period
    past = [_past(one) for one in case.past_awards]
    return {
        # A household has no letterhead; the unit that confirms its report is no issuer of it.
        "dau_giay": head_of(unit) if case.subject_kind != "hộ gia đình" else {**head_of(unit), "tieu_de_trai": []},
        "chu_viet_tat": unit.abbreviation or "" if unit else "",
        "so_ky_hieu": "",
        "ngay_ban_hanh": iso(case.reported_on),
        "hinh_thuc": desk.award_of(case),
        "tom_tat_thanh_tich": case.summary or "",
        "ten_tap_the": desk.subject_name(case) if collective else "",
        "dac_diem": situation,
        "chuc_nang": functions,
        "ho_ten": case.full_name or "",
        "gioi_tinh": desk.gender(case) or NOT_STATED,
        "ngay_sinh": format_short(case.born_on) if case.born_on else str(case.birth_year or NOT_STATED),
        "chi_nam_sinh": "có" if case.birth_year and not case.born_on else "",
        "chuc_vu_don_vi": desk.position_and_unit(case) if not collective else "",
        "nhiem_vu": case.duties or tasks,
        "vai_tro": "" if _told(prose, "vai trò") else _roles(case),
        "ten_linh_vuc": desk.field_name(case),
        "khen_thuong_gan_nhat": f"{past[-1]['hinh_thuc']}, {past[-1]['quyet_dinh']}" if past else "",
        "tu_ngay": iso(period.since) if period else "",
        "den_ngay": iso(
            case.figures.as_of
            if case.figures and case.figures.as_of
            else (case.reported_on or (period and period.last_day))
        ),
        "so_lieu": figures_of(desk, case),
        "giai_phap": [_solution(desk, one) for one in case.solutions],
        "phan_tu_viet": [{"tieu_de": section.title, "noi_dung": section.text} for section in prose],
        "cau_xac_nhan": [] if _told(prose, "chấp hành", "nội bộ đoàn kết", "đoàn kết") else _attested(desk, case),
        "khen_thuong_da_co": past,
        "giay_thue": _conditional_paper(desk, case),
        "nguoi_bao_cao": _reporter(desk, case),
        "nguoi_xac_nhan": _confirmer(desk, case),
        "cap_trinh": SEALED_SIGNER,
    }


def is_written(desk: Desk, case: Nomination) -> bool:
    """Whether a case has its report: the nominee's own file, or a file of words with something in it."""
    if case.report is None:
        return False
    words = desk.drive.prose_of(case)
    return not words or bool((desk.book.disk.read(words, _A_WORD) or b"").strip())


def _told(prose: list[Section], *openings: str) -> bool:
    """Whether the writer has a section of that kind: then the paper does not say it a second time."""
    return any(section.title.lower().startswith(openings) for section in prose)


def _roles(case: Nomination) -> str:
    if not case.roles:
        return ""
    return "trực tiếp " + ", ".join(case.roles)


def _solution(desk: Desk, one: Solution) -> dict[str, Any]:
    content = next((line for line in desk.drive.plan.contents if line.id == one.content), None)
    papers = desk.drive.terms.papers
    return {
        "ten_giai_phap": f"“{one.name}”",
        "loai_giai_phap": one.kind or "giải pháp",
        "noi_dung_thi_dua": content.name if content else "nội dung thi đua của kế hoạch",
        "ap_dung_tu_ngay": iso(one.applied_from),
        "noi_ap_dung": one.applied_at or "",
        "ket_qua_truoc": one.before or "",
        "ket_qua_sau": one.after or "",
        "cau_tai_lieu": "; ".join(
            paper_line(papers.name(paper.kind), paper.number, paper.issued_on, paper.issuer) for paper in one.papers
        ),
    }


def _past(one: Any) -> dict[str, str]:
    where = [
        f"Quyết định số {one.number}" if one.number else "",
        f"ngày {format_short(one.issued_on)}" if one.issued_on else "",
        f"của {one.issuer}" if one.issuer else "",
    ]
    return {
        "nam": str(one.year or (one.issued_on.year if one.issued_on else "")),
        "hinh_thuc": one.award,
        "quyet_dinh": " ".join(part for part in where if part),
    }


def shares_of(desk: Desk, case: Nomination) -> list[tuple[Criterion, Share]]:
    """The ratio criteria for a case whose two figures are both stated."""
    stated = case.figures.amounts if case.figures else {}
    return [
        (answer.criterion, answer.criterion.share)
        for answer in desk.look.judgements[case.id].named()
        if answer.criterion.share and answer.criterion.share.done in stated and answer.criterion.share.planned in stated
    ]


def figures_of(desk: Desk, case: Nomination) -> list[dict[str, str]]:
    """The figures that criteria compare, as tables and sentences print them."""
    figures = case.figures
    if figures is None:
        return []
    unit = figures.unit_of_measure or ""
    terms = desk.drive.terms.figures
    rows = []
    for _, word in shares_of(desk, case):
        done, planned = figures.amounts[word.done], figures.amounts[word.planned]
        left_out = [
            f"{format_decimal(figures.amounts[key])} {unit} {terms.name(key).removeprefix('số ')}"
            for key in word.excluded
            if figures.amounts.get(key)
        ]
        rows.append(
            {
                "ten": word.label or terms.name(word.done),
                "ke_hoach": f"{format_decimal(planned)} {unit}".strip(),
                "thuc_hien": f"{format_decimal(done)} {unit}".strip(),
                "ty_le": format_ratio(done, planned, threshold=word.at_least or word.more_than) if planned else "",
                "khong_tinh": "; ".join(left_out),
                "ngay_chot": iso(figures.as_of),
                "nguon": figures.source or "đơn vị tự báo cáo",
                "uoc_thuc_hien": "",
            }
        )
    return rows


def _attested(desk: Desk, case: Nomination) -> list[str]:
    """What people had confirmed when the report was signed; a meeting confirms later than any report."""
    points = desk.drive.terms.attestations
    said = []
    for one in case.attestations:
        late = one.confirmed_on and case.reported_on and one.confirmed_on > case.reported_on
        if one.result == "đạt" and one.confirmed_by and not late:
            name = points.name(one.point)
            position = f", {one.position}" if one.position else ""
            said.append(f"{capital(name)}: {one.confirmed_by}{position} xác nhận")
    return said


def _conditional_paper(desk: Desk, case: Nomination) -> str:
    """The paper only some nominees must hand in (tax), if it is there."""
    procedure = desk.drive.plan.procedure_for(case.award)
    for paper in procedure.papers if procedure else ():
        if paper.only_when is not None and paper.kind not in REPORTS:
            found = next((one for one in case.papers if one.kind == paper.kind), None)
            if found is not None:
                return paper_line(paper.kind, found.number, found.issued_on, found.issuer)
    return ""


def _reporter(desk: Desk, case: Nomination) -> dict[str, Any]:
    if case.subject_kind != "tập thể":
        return {**BLANK_SIGNER, "ho_ten": case.full_name or ""}
    unit = desk.book.units.get(case.unit)
    head = unit.head_on(case.reported_on) if unit else None
    lines = capacity_of(head, unit) if unit and not case.group_name else []
    name = head.full_name if head and not case.group_name else ""
    return {**SEALED_SIGNER, "quyen_han_ky": lines, "ho_ten": name}


def _confirmer(desk: Desk, case: Nomination) -> dict[str, Any]:
    """Who confirms the report: the head of the unit; for the head himself and for a collective the
    level above, printed without a name. Nobody confirms his own report."""
    unit = desk.book.units.get(case.unit)
    post = desk.post(case)
    is_head = post is not None and post[1]
    head = unit.head_on(case.reported_on) if unit is not None else None
    if unit is None or head is None or is_head or case.subject_kind == "tập thể":
        return {**SEALED_SIGNER, "quyen_han_ky": ["XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP"]}
    lines = [_HOME if case.subject_kind == "hộ gia đình" else _UNIT, *capacity_of(head, unit)]
    return {**SEALED_SIGNER, "quyen_han_ky": lines, "ho_ten": head.full_name}


def met_branches(answers: tuple[Answer, ...]) -> list[Answer]:
    """The branches of one-of criteria that a case meets."""
    found = []
    for answer in answers:
        for child in answer.children:
            if answer.criterion.any_of and child.verdict is Verdict.MET:
                found.append(child)
        found += met_branches(answer.children)
    return found
