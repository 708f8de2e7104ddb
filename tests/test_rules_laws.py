"""Laws of judging and linting: time runs one way, what is taken away never helps, nothing raises."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from harness import TODAY, Case, line_of, load, run, write
from hypothesis import given, settings
from hypothesis import strategies as st
from running import ROOT

from thidua_cli.book import Book, Drive, read_book
from thidua_cli.book.places import Places
from thidua_cli.book.terms import resolve_nomination
from thidua_cli.diagnostic import Diagnostic, Route, Routes, Severity
from thidua_cli.judge import Verdict, judge, standing
from thidua_cli.judge.regime import decision_of
from thidua_cli.model.deadline import DEADLINE, Deadline
from thidua_cli.model.dossier import Decision
from thidua_cli.model.nomination import NOMINATION, Author
from thidua_cli.rules import duties, inspect
from thidua_cli.rules.codes_run import QUY_TAC_HONG
from thidua_cli.rules.inspection import look_at
from thidua_cli.source import Reading, parse

DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
WORDINGS = st.sampled_from(["truoc_ngay", "cham_nhat_ngay", "den_ngay", "den_het"])
GROUP, PERSON = "phuong-1/phuong-1", "phuong-1/ly-thi-mai"
Office = tuple[Case, Path, Book, Drive]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The base office, written and read once."""
    top = tmp_path_factory.mktemp("office")
    case = load("office:goc")
    write(case, top)
    book = read_book(top)
    return case, top, book, book.drives["q11"]


def found_in(book: Book, drive: Drive) -> list[Diagnostic]:
    found = list(inspect(book._replace(drives={"q11": drive}), TODAY).found)
    assert QUY_TAC_HONG not in {one.code for one in found}
    return found


# -- time ----------------------------------------------------------------------------------------


def deadline(wording: str, day: date) -> Deadline:
    reading = Reading("f")
    found: Deadline = DEADLINE.read(parse(f"{wording}: {day.isoformat()}\n", "f")[0], reading)
    assert not reading.found
    return found


@pytest.mark.parametrize(
    ("wording", "typed", "last"),
    [
        ("truoc_ngay", "20/12/2024", date(2024, 12, 19)),
        ("truoc_ngay", "01/3/2024", date(2024, 2, 29)),
        ("truoc_ngay", "01/01/2025", date(2024, 12, 31)),
        ("cham_nhat_ngay", "30/11/2024", date(2024, 11, 30)),
        ("den_ngay", "15/4/2024", date(2024, 4, 15)),
        ("den_het", "31/12/2024", date(2024, 12, 31)),
        ("den_het", "12/2024", date(2024, 12, 31)),
        ("den_het", "02/2024", date(2024, 2, 29)),
        ("den_het", "2/2023", date(2023, 2, 28)),
        ("den_het", "2030", date(2030, 12, 31)),
    ],
)
def test_last_day_of_each_wording(wording: str, typed: str, last: date) -> None:
    reading = Reading("f")
    found = DEADLINE.read(parse(f"{wording}: {typed}\n", "f")[0], reading)
    assert not reading.found
    assert found.last_day == last


def test_no_day_is_no_deadline() -> None:
    found = DEADLINE.read(parse("khong_an_dinh: kết thúc đợt thi đua\n", "f")[0], Reading("f"))
    assert found.last_day is None
    assert found.wording == "kết thúc đợt thi đua"


@settings(max_examples=60, deadline=None)
@given(WORDINGS, DAYS, DAYS, st.integers(0, 400), st.booleans())
def test_a_later_day_never_becomes_on_time(
    office: Office, wording: str, limit: date, day: date, more: int, received: bool
) -> None:
    _, _, book, drive = office
    drive = drive._replace(plan=drive.plan._replace(deadline=deadline(wording, limit)))

    def late(on: date) -> bool:
        sent = drive.dossiers["ho-so-1"]._replace(sent_on=on, received_on=on if received else None)
        return any(one.code.id == "TD301" for one in found_in(book, drive._replace(dossiers={"ho-so-1": sent})))

    last = limit - timedelta(days=wording == "truoc_ngay")
    assert late(day) is (day > last)
    assert late(day) <= late(day + timedelta(days=more))


@settings(max_examples=40, deadline=None)
@given(DAYS, DAYS, DAYS, DAYS)
def test_dates_in_order_and_only_those_are_in_order(
    office: Office, met: date, issued: date, sent: date, received: date
) -> None:
    _, _, book, drive = office
    dossier = drive.dossiers["ho-so-1"]._replace(issued_on=issued, sent_on=sent, received_on=received)
    meeting = drive.meetings["hop-phuong-1"]._replace(held_on=met)
    cases = {id_: case._replace(reported_on=None) for id_, case in drive.nominations.items()}
    found = found_in(
        book, drive._replace(dossiers={"ho-so-1": dossier}, meetings={"hop-phuong-1": meeting}, nominations=cases)
    )
    assert any(one.code.id == "TD302" for one in found) is not (met <= issued <= sent <= received)


# -- what is taken away never helps ---------------------------------------------------------------


def values_of(text: str) -> Any:
    values, problems = parse(text, "f")
    assert not problems
    return values


def verdict(values: Any, id_: str, book: Book, drive: Drive) -> Verdict | None:
    """The answer for a nomination's values put in place of the record; ``None`` when they cannot be read."""
    reading = Reading("f")
    path = drive.nominations[id_].file
    record = NOMINATION.read(values, reading, id=id_, file=path, proposer="phuong-1")
    if record is None or record.subject_kind is None or record.award is None:
        return None
    return judge(resolve_nomination(record, drive.terms, reading), drive, book).verdict


_CHOOSES = {"doi_tuong", "hinh_thuc_de_nghi", "don_vi", "ho_ten"}
"""What chooses the criteria: taking these away asks another question, and cannot be compared."""


def without_one(values: Any) -> Iterator[tuple[str, Any]]:
    """The values with one key or one element taken out, each in turn, and the way to it."""

    def walk(here: Any, way: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for step in list(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ():
            if not way and step in _CHOOSES:
                continue
            child = here.pop(step)
            yield "/".join((*way, str(step))), deepcopy(values)
            if isinstance(here, list):
                here.insert(step, child)
            else:
                here[step] = child
            yield from walk(child, (*way, str(step)))

    yield from walk(values, ())


def case_texts() -> list[tuple[str, str]]:
    """Nominations of many answers: each file of the cases that judge something, with its repository."""
    ids = [
        "office:goc",
        "figures:94-99",
        "figures:uoc-thuc-hien",
        "figures:thu-dung-100",
        "figures:thu-hon-mot-dong",
        "branches:cong-trinh-dat",
        "branches:cong-trinh-dung-ngay",
        "branches:hai-cong-trinh-moi-cai-mot-nua",
        "branches:moi-nhanh-bi-loai",
        "branches:su-that-chua-biet",
        "attestations:hai-xac-nhan-trai-nhau",
        "attestations:nhiem-vu-thuong-xuyen",
        "attestations:hai-giai-phap-moi-cai-mot-nua",
        "people:dung-dau-chua-xet-tap-the",
        "people:dung-dau-da-xet-tap-the",
    ]
    return [(id_, who) for id_ in ids for who in (GROUP, PERSON)]


HARMLESS_WHEN_GONE = {
    "xac_nhan/0",
    "xac_nhan/1",
    "xac_nhan",
    "xac_nhan/0/noi_dung",
    "xac_nhan/1/noi_dung",
    "dieu_kien_loai_tru",
    "dieu_kien_loai_tru/nhiem_vu_thuong_xuyen",
}
"""Statements *against* the nominee: without them the answer may rise, though never to đạt from nothing."""


@pytest.mark.parametrize(("id_", "who"), case_texts())
def test_taking_away_never_makes_met(id_: str, who: str, tmp_path: Path) -> None:
    """Every key and element of a nomination taken out once: what was not đạt never becomes đạt, save
    by taking out a statement that speaks against the nominee while another speaks for."""
    case = load(id_)
    write(case, tmp_path)
    book = read_book(tmp_path)
    drive = book.drives["q11"]
    values = values_of(case.files[f"campaigns/q11/nominations/{who}.yaml"])
    before = verdict(values, who, book, drive)
    assert before is not None
    tried = 0
    for way, shorter in without_one(values):
        after = verdict(shorter, who, book, drive)
        tried += 1
        if after is Verdict.MET and before is not Verdict.MET:
            assert id_ == "attestations:hai-xac-nhan-trai-nhau", f"without {way}: {before.label} became đạt"
            assert way in HARMLESS_WHEN_GONE, f"without {way}: {before.label} became đạt"
    assert tried >= 20


GROUNDS = {
    GROUP: [
        "so_lieu",
        "giai_phap",
        "xac_nhan",
        "dieu_kien_loai_tru",
        "so_lieu/nam_ke_hoach",
        "so_lieu/ngay_chot",
        "so_lieu/loai_so",
        "so_lieu/von_ke_hoach_giao",
        "so_lieu/von_giai_ngan_theo_ke_hoach",
        "xac_nhan/0",
        "xac_nhan/0/noi_dung",
        "xac_nhan/0/ket_qua",
        "xac_nhan/0/theo_cuoc_hop",
        "giai_phap/0",
        "giai_phap/0/loai_giai_phap",
        "giai_phap/0/noi_dung_thi_dua",
        "giai_phap/0/tai_lieu",
        "giai_phap/0/tai_lieu/0",
        "giai_phap/0/tai_lieu/0/loai_tai_lieu",
        "giai_phap/0/tai_lieu/0/ngay_ban_hanh",
        "giai_phap/0/tai_lieu/0/tep_dinh_kem",
        "dieu_kien_loai_tru/nhiem_vu_thuong_xuyen",
    ],
    PERSON: [
        "vai_tro",
        "giai_phap",
        "dieu_kien_loai_tru",
        "giai_phap/0",
        "giai_phap/0/loai_giai_phap",
        "giai_phap/0/noi_dung_thi_dua",
        "giai_phap/0/da_ap_dung",
        "giai_phap/0/tai_lieu",
        "giai_phap/0/tai_lieu/0",
        "giai_phap/0/tai_lieu/0/loai_tai_lieu",
        "giai_phap/0/tai_lieu/0/ngay_ban_hanh",
        "giai_phap/0/tai_lieu/0/tep_dinh_kem",
        "vai_tro/0",
        "dieu_kien_loai_tru/nhiem_vu_thuong_xuyen",
    ],
}
"""What an answer đạt of the base office rests on, written by hand from III.2."""


@pytest.mark.parametrize("who", [GROUP, PERSON])
def test_met_rests_on_exactly_its_grounds(office: Office, who: str) -> None:
    """Without any one ground the answer is *chưa đủ căn cứ*: neither đạt nor không đạt; without anything else it stays đạt."""
    case, _, book, drive = office
    values = values_of(case.files[f"campaigns/q11/nominations/{who}.yaml"])
    answers = {way: verdict(fewer, who, book, drive) for way, fewer in without_one(values)}
    assert set(GROUNDS[who]) <= set(answers)
    assert {way for way, answer in answers.items() if answer is not Verdict.MET} == set(GROUNDS[who])
    assert {answers[way] for way in GROUNDS[who]} == {Verdict.OPEN}


# -- nothing raises, every finding has its line -----------------------------------------------------

FILES = sorted(path for path in load("office:goc").files if path.endswith(".yaml"))
JUNK = st.sampled_from(
    [
        "",
        "x",
        "\t",
        "  ",
        "- ",
        "- x",
        "{",
        "a: {b, 1}",
        "[]",
        "{}",
        "null",
        "có",
        "không áp dụng",
        "~",
        "95,5",
        "00",
        "31/02/2024",
        "phuong-1",
        "bk-tp",
        "- []",
        "- {}",
        "? x",
        "&a",
        "x: y: z",
        "“",
        "\u0301",
        "cá nhân",
        "../x",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_line_may_be_broken(office: Office, data: st.DataObject) -> None:
    """A line of any record dropped, doubled, cut or replaced: reading and linting never raise, and each
    finding names a file and a line that are there."""
    case, top, _, _ = office
    path = data.draw(st.sampled_from(FILES))
    lines = case.files[path].split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.integers(0, 4))
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        key = lines[at].partition(":")[0]
        lines[at : at + 1] = (
            [],
            [lines[at]] * 2,
            [lines[at][: data.draw(st.integers(0, len(lines[at])))]],
            [indent + data.draw(JUNK)],
            [f"{key}: {data.draw(JUNK)}"],
        )[what] or [""]
    (top / path).write_text("\n".join(lines), encoding="utf-8")
    try:
        ran = run(top, final=True)
        places = Places(read_book(top))
        for one in ran.inspection.found:
            line = line_of(one, places)
            if line is None:
                assert one.file.startswith("thidua:") or places.node(one.file) is None, one
            else:
                assert 1 <= line <= (top / one.file).read_bytes().count(b"\n") + 2, one
            assert one.message
            assert one.code.id.startswith("TD")
            assert "None" not in one.message, one.message
    finally:
        (top / path).write_bytes(case.files[path].encode())


PLAN = Path(__file__).parent.parent / "campaigns" / "quan-11-2024-60-ngay-dem"


@pytest.fixture(scope="module")
def own_plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], list[str]]:
    """An office that wrote its plan itself: the shipped one, copied into its repository."""
    top = tmp_path_factory.mktemp("own")
    write(load("office:goc"), top)
    plan = (PLAN / "campaign.yaml").read_text(encoding="utf-8")
    criteria = (PLAN / "criteria.yaml").read_text(encoding="utf-8")
    (top / "campaigns/q11/criteria.yaml").write_text(criteria, encoding="utf-8")
    return top, plan.split("\n"), criteria.split("\n")


def test_a_plan_of_ones_own_judges_like_a_shipped_one(own_plan: tuple[Path, list[str], list[str]]) -> None:
    top, plan, _ = own_plan
    (top / "campaigns/q11/campaign.yaml").write_text("\n".join(plan), encoding="utf-8")
    ran = run(top)
    assert not ran.found
    assert ran.inspection.looks[0].judgements[GROUP].verdict is Verdict.MET


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_line_of_a_plan_may_be_broken(own_plan: tuple[Path, list[str], list[str]], data: st.DataObject) -> None:
    top, plan, criteria = own_plan
    for name, text in (("campaign.yaml", plan), ("criteria.yaml", criteria)):
        lines = list(text)
        at = data.draw(st.integers(0, len(lines) - 1))
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        how = data.draw(st.integers(0, 3))
        lines[at : at + data.draw(st.integers(1, 4))] = (
            [],
            [f"{indent}{data.draw(JUNK)}"],
            [f"{lines[at].partition(':')[0]}: {data.draw(JUNK)}"],
            [f"{lines[at].partition(':')[0]}: null"],
        )[how]
        (top / "campaigns/q11" / name).write_text("\n".join(lines), encoding="utf-8")
    run(top, final=True)


@pytest.mark.parametrize(
    "key",
    [
        "thoi_gian",
        "doi_tuong_du_dieu_kien",
        "noi_dung_thi_dua",
        "phong_trao_con",
        "chi_tieu_thi_dua",
        "hinh_thuc",
        "so_luong_toi_da",
        "han_nop_ho_so",
        "tuyen_trinh",
        "quy_trinh",
        "thanh_phan_ho_so",
        "viec_phai_lam",
        "kinh_phi",
        "noi_nhan",
        "du_lieu",
        "vai_tro_don_vi",
        "van_ban",
        "can_cu_phap_ly",
    ],
)
def test_a_plan_may_leave_any_section_open(own_plan: tuple[Path, list[str], list[str]], key: str) -> None:
    """``null`` says the plan does not say: nothing raises, and no finding blames the plan for that key.
    The same key missing altogether is one error (house.md)."""
    top, plan, criteria = own_plan
    (top / "campaigns/q11/criteria.yaml").write_text("\n".join(criteria), encoding="utf-8")
    start = next(i for i, line in enumerate(plan) if line.startswith(f"{key}:"))
    end = next((i for i in range(start + 1, len(plan)) if plan[i] and plan[i][0] not in " #-"), len(plan))
    (top / "campaigns/q11/campaign.yaml").write_text(
        "\n".join([*plan[:start], f"{key}: null", *plan[end:]]), encoding="utf-8"
    )
    found = [
        one
        for one in inspect(read_book(top), TODAY).found
        if one.route == (key,) and one.file.endswith("campaign.yaml")
    ]
    assert not found, found
    (top / "campaigns/q11/campaign.yaml").write_text("\n".join([*plan[:start], *plan[end:]]), encoding="utf-8")
    missing = [
        one
        for one in inspect(read_book(top), TODAY).found
        if one.file.endswith("campaign.yaml") and one.code.id == "TD106" and key in one.message
    ]
    assert len(missing) == 1
    assert missing[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("parts", "severity"),
    [
        (("60%", "40%"), None),
        (("16,67%",) * 6, None),
        (("33,34%",) * 3, Severity.REVIEW),
        (("17%",) * 6, Severity.REVIEW),
        (("60%", "41%"), Severity.REVIEW),
        (("60%", "41,1%"), Severity.ERROR),
        (("70%", "40%"), Severity.ERROR),
    ],
)
def test_shares_of_a_solution(office: Office, parts: tuple[str, ...], severity: Severity | None) -> None:
    """What rounding explains is no mistake; nobody can share out more than the whole."""
    _, _, book, drive = office
    case = drive.nominations[PERSON]

    def share(part: str) -> Fraction:
        return Fraction(part.removesuffix("%").replace(",", ".")) / 100

    authors = tuple(Author(f"Người Thứ {n}", None, share(part)) for n, part in enumerate(parts))
    shared = case._replace(solutions=(case.solutions[0]._replace(authors=authors),))
    found = found_in(book, drive._replace(nominations=drive.nominations | {PERSON: shared}))
    assert [one.severity for one in found if one.code.id == "TD619"] == [severity] * (severity is not None)


_ROUTES = st.lists(st.sampled_from(["a", "b", 0]), max_size=3).map(tuple)


@given(st.lists(_ROUTES), _ROUTES)
def test_routes_are_found_as_if_each_were_looked_at(there: list[Route], asked: Route) -> None:
    routes = Routes()
    for route in there:
        routes.add(route)

    assert routes.within(asked) == any(route[: len(asked)] == asked for route in there)
    assert routes.around(asked) == any(asked[: len(route)] == route for route in there)


def test_which_decision_stands_is_found_once_for_all(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many decisions on the same cases: each asks the others nothing."""
    copy = Path(copytree(office[1], tmp_path / "vp"))
    folder = copy / "campaigns" / "q11" / "decisions"
    folder.mkdir(exist_ok=True)
    cases = "".join(f"  - {id_}\n" for id_ in (GROUP, PERSON, *(f"phuong-1/nguoi-{n}" for n in range(28))))
    for number in range(1, 81):
        text = f"so_ky_hieu: {number}/QĐ-UBND\nngay_ban_hanh: {1 + number % 28}/3/2025\nhinh_thuc_khen: bk-tp\n"
        (folder / f"qd-{number:02}.yaml").write_text(text + "truong_hop:\n" + cases, encoding="utf-8")
    asked = []
    stands_for = Decision.stands_for
    monkeypatch.setattr(Decision, "stands_for", lambda one, case: asked.append(case) or stands_for(one, case))

    book = read_book(copy)
    inspect(book, TODAY)

    lines = 80 * 30
    assert len(asked) <= 10 * lines < 80 * lines
    latest = decision_of(book.drives["q11"], PERSON)
    assert latest is not None
    assert latest.number == "55/QĐ-UBND"


def test_each_of_many_meetings_finds_its_own_vote(tmp_path: Path) -> None:
    copy = Path(copytree(ROOT / "examples" / "loi-thuong-gap" / "nop-ngay-20-12", tmp_path / "vp"))
    (file,) = copy.glob("campaigns/*/meetings/*.yaml")
    text = file.read_text(encoding="utf-8")
    names = ["hop", "hop-1", "hop-10", "hop-2", "hop1", "a"]  # as paths “hop-1.yaml” stands before “hop.yaml”
    for number, name in enumerate(names, 4):
        changed = text.replace("tan_thanh: 3", f"tan_thanh: {number}")
        file.with_name(f"{name}.yaml").write_text(changed, encoding="utf-8")

    (drive,) = read_book(copy).drives.values()

    votes = {name: drive.vote_on(drive.meetings[name], "ubnd-phuong-1/pho-thi-lanh") for name in names}
    assert {name: at and at[1].in_favour for name, at in votes.items()} == dict(zip(names, range(4, 10), strict=True))
    assert drive.vote_on(drive.meetings["hop"], "ubnd-phuong-1/nguoi-khac") is None


def test_a_later_decision_that_no_longer_stands_leaves_the_earlier_one(office: Office, tmp_path: Path) -> None:
    copy = Path(copytree(office[1], tmp_path / "vp"))
    folder = copy / "campaigns" / "q11" / "decisions"
    folder.mkdir(exist_ok=True)
    text = f"so_ky_hieu: {{}}\nngay_ban_hanh: {{}}\nhinh_thuc_khen: bk-tp\ntruong_hop: [{GROUP}, {PERSON}]\n"
    gone = f"huy_bo:\n  - so_ky_hieu: 3/QĐ-UBND\n    ngay_ban_hanh: 09/3/2025\n    truong_hop: [{PERSON}]\n"
    (folder / "a.yaml").write_text(text.format("1/QĐ-UBND", "05/3/2025"), encoding="utf-8")
    (folder / "b.yaml").write_text(text.format("2/QĐ-UBND", "07/3/2025") + gone, encoding="utf-8")
    drive = read_book(copy).drives["q11"]

    assert [found and found.id for found in (decision_of(drive, GROUP), decision_of(drive, PERSON))] == ["b", "a"]

    (folder / "a.yaml").unlink()
    drive = read_book(copy).drives["q11"]
    assert decision_of(drive, PERSON) is None
    assert PERSON in drive.decision_on


def test_whom_a_duty_binds_is_asked_once_of_each_duty(monkeypatch: pytest.MonkeyPatch) -> None:
    book = read_book(ROOT / "examples" / "binh-tan")
    look = look_at(next(iter(book.drives.values())), book, TODAY)
    asked: list[str] = []
    monkeypatch.setattr(duties, "doers", lambda duty, *of: asked.append(duty.id) or standing.doers(duty, *of))

    assert list(duties.not_theirs(look)) == []
    assert len(asked) == len(set(asked)) < len(look.drive.duties)
