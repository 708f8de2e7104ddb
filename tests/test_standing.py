"""Who owes what by when, and how points are added up and ranked; every expectation typed from plans.md."""

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from harness import load, write
from running import ROOT, thidua

from thidua_cli.book import Book, Drive, read_book
from thidua_cli.judge import Verdict
from thidua_cli.judge.reports import introduced
from thidua_cli.judge.scores import boards, rank, sheet
from thidua_cli.judge.standing import State, handed_in, standings

EXAMPLES = ROOT / "examples"


def opened(name: str) -> tuple[Book, Drive]:
    book = read_book(EXAMPLES / name)
    return book, next(iter(book.drives.values()))


def states(name: str, duty: str, today: date) -> dict[str, State]:
    book, drive = opened(name)
    return {
        one.unit: one.state for one in standings(drive, book, today) if one.duty is not None and one.duty.id == duty
    }


def test_the_15th_of_november_in_quan_7() -> None:
    """Issue 4: what was due before the 15th is late since the 14th; what is due on the 15th is still in time."""
    on = date(2024, 11, 15)
    assert states("quan-7", "tong-ket", on)["ubnd-phuong-mau-3"] is State.OWED
    assert states("quan-7", "tong-ket", date(2024, 11, 14))["ubnd-phuong-mau-3"] is State.DUE
    assert states("quan-7", "cum-khoi-6-thang-cuoi", on) == {"khoi-phuong": State.OWED}
    assert states("quan-7", "bao-cao-cong-trinh", on) == {"khoi-phuong": State.DUE}
    assert states("quan-7", "bao-cao-cong-trinh", date(2024, 11, 16)) == {"khoi-phuong": State.OWED}
    assert states("quan-7", "tong-ket-cum-khoi", on) == {"khoi-phuong": State.DONE}


def test_a_deadline_gone_before_the_plan_blames_nobody() -> None:
    """X4.24: gương Quý I was due before the plan can have been issued."""
    assert set(states("quan-7", "guong-quy-1", date(2024, 12, 31)).values()) == {State.PAST_AT_ISSUE}


def test_what_came_later_had_not_come_yet() -> None:
    assert states("quan-7", "cham-diem", date(2024, 11, 18))["ubnd-phuong-mau-1"] is State.DUE
    assert states("quan-7", "cham-diem", date(2024, 11, 20))["ubnd-phuong-mau-1"] is State.DONE


def test_a_dossier_is_how_a_duty_to_propose_is_done() -> None:
    assert states("quan-7", "ho-so-danh-hieu-gddt", date(2024, 12, 31)) == {"phong-gddt": State.DONE}


def test_a_unit_owes_only_what_falls_due_while_it_is_there(tmp_path: Path) -> None:
    """A ward ends on 31/7 and another takes its place on 01/8: each owes its own part of the year."""
    case = load("duties:phuong-moi-trong-nam")
    files = case.files["units.yaml"].replace("ten_don_vi: Phường 2\n", "ten_don_vi: Phường 2\n  den_ngay: 31/7/2024\n")
    write(case._replace(files=case.files | {"units.yaml": files}), tmp_path)
    book = read_book(tmp_path)
    drive = next(iter(book.drives.values()))
    found = {
        (one.unit, one.duty.id): one
        for one in standings(drive, book, date(2024, 12, 31))
        if one.duty is not None and one.duty.id in ("guong-quy-2", "guong-quy-3", "guong-quy-4", "so-ket", "tong-ket")
    }
    owed = {key for key in found if key[0] in ("phuong-2", "phuong-12")}
    assert owed == {
        ("phuong-2", "guong-quy-2"),  # 09/4
        ("phuong-2", "so-ket"),  # 18/5
        ("phuong-2", "guong-quy-3"),  # 09/7
        ("phuong-12", "guong-quy-4"),  # 09/10
        ("phuong-12", "tong-ket"),  # 14/11
    }


def test_what_a_unit_did_counts_for_the_one_that_took_its_place(tmp_path: Path) -> None:
    case = load("duties:phuong-moi-trong-nam")
    files = case.files | {"campaigns/q7/duties/tong-ket/phuong-2.yaml": "ngay_nhan: 31/7/2024\n"}
    write(case._replace(files=files), tmp_path)
    book = read_book(tmp_path)
    drive = next(iter(book.drives.values()))
    done = {
        one.unit: one for one in standings(drive, book, date(2024, 12, 31)) if one.duty and one.duty.id == "tong-ket"
    }
    assert (done["phuong-12"].state, done["phuong-12"].through) == (State.DONE, "phuong-2")


def test_only_who_need_not_register_counts_with_the_one_above(tmp_path: Path) -> None:
    """X4.16: a tổ dân phố counts with its ward; a school has to register itself, whatever its phòng did."""
    folder = tmp_path / "q"
    shutil.copytree(EXAMPLES / "quan-5", folder)
    units = folder / "units.yaml"
    school = "loai_don_vi: trường học\n  cong_lap: có\n  truc_thuoc: "
    assert school in units.read_text("utf-8")
    units.write_text(units.read_text("utf-8").replace(f"{school}ubnd-quan-5", f"{school}phong-vhtt"), "utf-8")
    book = read_book(folder)
    drive = next(iter(book.drives.values()))
    duty = next(one for one in drive.plan.duties if one.id == "dang-ky-thi-dua")
    found = {one.unit: one for one in standings(drive, book, date(2021, 11, 25)) if one.duty is duty}
    assert (found["phong-vhtt"].state, found["truong-tieu-hoc-mau"].state) == (State.DONE, State.OWED)
    assert handed_in(duty, "truong-tieu-hoc-mau", drive, book) == (None, None)
    assert handed_in(duty, "to-dan-pho-12", drive, book)[1] == "ubnd-phuong-mau-1"


def test_a_record_made_to_be_filled_in_is_not_one_that_was_done(tmp_path: Path) -> None:
    """The duty has no day, so anything handed in does it; a file of which no key has a value is nothing."""
    folder = tmp_path / "q"
    shutil.copytree(EXAMPLES / "quan-11", folder)
    record = folder / "campaigns/quan-11-2024-60-ngay-dem/duties/tong-ket-don-vi/ubnd-phuong-17.yaml"
    record.unlink(missing_ok=True)
    assert thidua("new", "duty", "tong-ket-don-vi/ubnd-phuong-17", "--repo", folder).returncode == 0

    def state() -> State:
        book = read_book(folder)
        found = standings(next(iter(book.drives.values())), book, date(2025, 1, 10))
        return next(
            one.state for one in found if one.unit == "ubnd-phuong-17" and one.duty and one.duty.id == "tong-ket-don-vi"
        )

    assert state() is State.UNDATED
    record.write_text(f"{record.read_text('utf-8')}\nghi_chu: đã gửi qua trục liên thông\n", "utf-8")
    assert state() is State.DONE


def test_no_day_is_no_debt() -> None:
    """Bình Tân sets not one day (BT.3): nothing is ever owed."""
    book, drive = opened("binh-tan")
    assert {one.state for one in standings(drive, book, date(2039, 1, 1))} <= {
        State.UNDATED,
        State.DONE,
        State.NOTHING_TO_SEND,
    }


def test_a_registration_counts_for_those_below(tmp_path: Path) -> None:
    """X4.16: the ward's registration counts for its khu phố; without it nobody below has one."""
    from thidua_cli.judge import Verdict, judge

    book, drive = opened("quan-5")
    case = drive.nominations["ubnd-phuong-mau-1/khu-pho-3"]
    answer = next(one for one in judge(case, drive, book).named() if one.criterion.id == "Q5-T2")
    assert answer.verdict is Verdict.MET
    assert "tính theo Ủy ban nhân dân Phường Mẫu 1" in answer.findings[0].text
    drive.duties.pop("dang-ky-thi-dua/ubnd-phuong-mau-1")
    answer = next(one for one in judge(case, drive, book).named() if one.criterion.id == "Q5-T2")
    assert answer.verdict is Verdict.OPEN


@pytest.mark.parametrize(("day", "met"), [("24/11/2021", True), ("25/11/2021", False)])
def test_registration_before_the_25th(day: str, met: bool) -> None:
    """Q5-T2: "trước ngày 25/11/2021" ends on the 24th."""
    from thidua_cli.judge import Verdict, judge
    from thidua_cli.viet.dates import parse_date

    book, drive = opened("quan-5")
    key = "dang-ky-thi-dua/ubnd-phuong-mau-1"
    drive.duties[key] = drive.duties[key]._replace(sent_on=parse_date(day), received_on=parse_date(day))
    case = drive.nominations["ubnd-phuong-mau-1/ubnd-phuong-mau-1"]
    answer = next(one for one in judge(case, drive, book).named() if one.criterion.id == "Q5-T2")
    assert answer.verdict is (Verdict.MET if met else Verdict.NOT_MET)


def test_only_leaders_are_asked_for_the_plan_they_directed() -> None:
    """BT-B2 reads the post in units.yaml: without it the line is not applicable, unless the record claims a post."""
    from thidua_cli.judge import Verdict, judge

    book, drive = opened("binh-tan")
    case = drive.nominations["ubnd-quan/vo-thi-thu-ha"]

    def b2(record: object) -> Verdict:
        return next(one for one in judge(record, drive, book).named() if one.criterion.id == "BT-B2").verdict  # type: ignore[arg-type]

    assert b2(case) is Verdict.MET
    assert b2(case._replace(papers=())) is Verdict.OPEN
    other = case._replace(full_name="Lâm Gia Bảo", papers=())
    assert b2(other) is Verdict.OPEN, "chuc_vu still says a leader: units.yaml may lack the post"
    assert b2(other._replace(position="Chuyên viên", person_groups=())) is Verdict.NOT_APPLICABLE


def test_entrepreneurs_and_residents_of_quan_5() -> None:
    """Q5-C3 only for entrepreneurs, Q5-C2 not for residents (X4.13); groups follow from posts where known."""
    from thidua_cli.judge import Verdict, judge

    book, drive = opened("quan-5")

    def verdicts(id_: str) -> dict[str, Verdict]:
        named = judge(drive.nominations[id_], drive, book).named()
        return {one.criterion.id: one.verdict for one in named if one.criterion.id in ("Q5-C2", "Q5-C3")}

    na, met = Verdict.NOT_APPLICABLE, Verdict.MET
    assert verdicts("ubnd-phuong-mau-1/le-van-tam") == {"Q5-C2": na, "Q5-C3": na}
    assert verdicts("ubnd-phuong-mau-1/luu-thi-bich") == {"Q5-C2": met, "Q5-C3": na}
    assert verdicts("cong-ty-may-mau/giang-chan-hung") == {"Q5-C2": met, "Q5-C3": met}


def test_a_member_s_solution_counts_for_the_collective() -> None:
    """BT-E4 (X4.20): the solution stands in the member's own nomination and is not typed twice."""
    from thidua_cli.judge import Verdict, judge

    book, drive = opened("binh-tan")
    case = drive.nominations["phong-mau/phong-mau"]
    assert case.solutions == ()

    def e4(of: Drive) -> Verdict:
        return next(one for one in judge(case, of, book).named() if one.criterion.id == "BT-E4").verdict

    assert e4(drive) is Verdict.MET
    assert e4(drive._replace(people_of={})) is Verdict.OPEN


# -- points --------------------------------------------------------------------------------------


def test_points_of_quan_7() -> None:
    """17 + 20 + 26,5 + 30 − 2 = 91,5; 19 + 19 + 24,5 + 29 = 91,5; 15 + 18 + 28 + 27 + 2,5 − 1 = 89,5."""
    book, drive = opened("quan-7")
    (board,) = boards(drive, book)
    assert [(one.unit, one.own, one.total) for one in board.sheets] == [
        ("ubnd-phuong-mau-1", Fraction(93), Fraction("91.5")),
        ("ubnd-phuong-mau-2", Fraction(92), Fraction("91.5")),
        ("ubnd-phuong-mau-3", Fraction(91), Fraction("89.5")),
    ]
    # 38 of 40 under m1 against 37: the scale's first tie-break parts the two.
    assert [(one.place, one.sheet.unit, one.shared) for one in board.ranking] == [
        (1, "ubnd-phuong-mau-2", False),
        (2, "ubnd-phuong-mau-1", False),
        (3, "ubnd-phuong-mau-3", False),
    ]
    assert board.final


@pytest.fixture
def small(tmp_path: Path) -> tuple[Book, Drive]:
    write(load("duties:khoi"), tmp_path)
    book = read_book(tmp_path)
    return book, book.drives["q7"]


def test_zero_is_a_score_and_missing_is_missing(small: tuple[Book, Drive]) -> None:
    book, drive = small
    (board,) = boards(drive, book)
    first, second = board.sheets
    assert (first.total, first.missing) == (Fraction("78.5"), ())
    assert (second.handed, second.total) == (None, None)
    assert not board.final
    assert [one.sheet.unit for one in board.ranking] == ["phuong-1"]


def test_bonus_is_capped_and_deductions_count_by_times_up_to_their_maximum(small: tuple[Book, Drive]) -> None:
    _, drive = small
    scale, done = drive.duties["thang-diem/khoi"], drive.duties["cham-diem/phuong-1"]
    line = done.lines[0]
    more = (
        *done.lines,
        line._replace(item="t1", own=Fraction(9), appraised=Fraction(9), times=None),
        line._replace(item="p1", own=None, appraised=None, times=2),
    )
    found = sheet("phuong-1", done._replace(lines=more), scale)
    assert found.total == Fraction("78.5") + 5 - 2
    assert found.over == ("t1",)
    often = (*more[:-1], more[-1]._replace(times=9))
    assert sheet("phuong-1", done._replace(lines=often), scale).total == Fraction("78.5") + 5 - 3


def test_a_scale_may_break_ties_by_bonus_or_by_fewer_deductions(small: tuple[Book, Drive]) -> None:
    _, drive = small
    scale, done = drive.duties["thang-diem/khoi"], drive.duties["cham-diem/phuong-1"]
    line = done.lines[0]._replace(own=None, appraised=None, times=None)
    bonus, minus = line._replace(item="t1", appraised=Fraction(2)), line._replace(item="p1", times=2)
    plain, both = sheet("a", done, scale), sheet("b", done._replace(lines=(*done.lines, bonus, minus)), scale)
    assert plain.total == both.total
    assert [each.sheet.unit for each in rank((plain, both), ("t1",))] == ["b", "a"]
    assert [each.sheet.unit for each in rank((plain, both), ("p1",))] == ["a", "b"]


def test_equal_units_share_a_place_and_the_next_is_left_out(small: tuple[Book, Drive]) -> None:
    _, drive = small
    one = sheet("a", drive.duties["cham-diem/phuong-1"], drive.duties["thang-diem/khoi"])
    less = one._replace(unit="c", total=Fraction(10))
    ranked = rank((less, one, one._replace(unit="b")), ("m1", "m2"))
    assert [(each.place, each.sheet.unit, each.shared) for each in ranked] == [
        (1, "a", True),
        (1, "b", True),
        (3, "c", False),
    ]


def test_an_unappraised_sheet_has_no_total(small: tuple[Book, Drive]) -> None:
    _, drive = small
    done = drive.duties["cham-diem/phuong-1"]
    bare = done._replace(lines=tuple(line._replace(appraised=None) for line in done.lines))
    found = sheet("phuong-1", bare, drive.duties["thang-diem/khoi"])
    assert (found.own, found.total, found.unappraised) == (Fraction(80), None, ("m1a", "m1b", "m2"))


# -- the two verbs -------------------------------------------------------------------------------


def test_status_tells_late_from_due_today() -> None:
    done = thidua("status", EXAMPLES / "quan-7", "--today", "15/11/2024")
    assert done.returncode == 0
    flowing = [" ".join(block.split()) for block in done.stdout.split("\n\n") if block.strip()]
    blocks = {block.split(" · ")[0]: block for block in flowing}
    late, open_ = blocks["báo cáo tổng kết năm 2024"], blocks["báo cáo kết quả công trình, mô hình"]
    assert "trước ngày 15/11/2024 (ngày cuối 14/11/2024, đã qua 01 ngày)" in late
    assert "còn nợ, đã qua hạn: 03" in late
    assert "chậm nhất ngày 15/11/2024 (ngày cuối 15/11/2024, hôm nay là ngày cuối)" in open_
    assert "còn nợ" not in open_
    assert "[Mục IV.2, gạch 2]" in open_


def test_status_of_a_unit_by_any_of_its_names() -> None:
    by_id = thidua("status", EXAMPLES / "quan-7", "--unit", "ubnd-phuong-mau-3", "--today", "01/11/2024").stdout
    by_name = thidua(
        "status", EXAMPLES / "quan-7", "--unit", "ủy ban nhân dân phường mẫu 3", "--today", "01/11/2024"
    ).stdout
    assert by_id == by_name
    assert by_id.startswith("Việc của Ủy ban nhân dân Phường Mẫu 3")
    assert "ít nhất: 01" in by_id
    as_printed = thidua("status", EXAMPLES / "quan-11", "--unit", "Ủy ban nhân dân Quận 11, Thành phố Hồ Chí Minh")
    assert as_printed.stdout.startswith("Việc của Ủy ban nhân dân Quận 11")
    unknown = thidua("status", EXAMPLES / "quan-7", "--unit", "phuong-71")
    assert unknown.returncode == 2


def test_judge_shows_role_models_with_clauses_and_explain_their_answers(tmp_path: Path) -> None:
    """Gương are cases too: laid beside the plan in the duty's own file, shown by quarter and unit."""
    office = tmp_path / "quan-7"
    shutil.copytree(EXAMPLES / "quan-7", office)
    file = office / "campaigns" / "quan-7-2024-thi-dua-yeu-nuoc" / "duties" / "guong-quy-3" / "ubnd-phuong-mau-2.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ket_qua: đạt", "ket_qua: không đạt"), encoding="utf-8")

    said = thidua("judge", office).stdout
    second, third = said.index("Giới thiệu gương Quý II  [Mục IV.4, gạch 2]"), said.index("Giới thiệu gương Quý III ")
    assert second < said.index("Mai Thị Én") < third < said.index("Từ Ngọc Ẩn")
    assert "G3: Đạt tiêu chí của Kế hoạch số 3309/KH-UBND-NV  [Mục IV.4]" in said
    row = next(line for line in said.splitlines() if line.startswith("Kỷ Thị Lài"))
    assert "Ủy ban nhân dân Phường Mẫu 2" in row
    assert row.endswith("không đạt")
    assert "✗ Kỷ Thị Lài: Đạt tiêu chí của Kế hoạch số 3309/KH-UBND-NV: " in said

    one = thidua("judge", file).stdout
    assert "Kỷ Thị Lài" in one
    assert "Mai Thị Én" not in one
    tree = thidua("explain", "guong-quy-3/ubnd-phuong-mau-2", "--repo", office).stdout
    assert "Hồ Thị Mai, Chủ tịch Ủy ban nhân dân phường" in tree


def test_role_models_without_an_award_in_the_plan_are_shown_as_uncovered(small: tuple[Book, Drive]) -> None:
    """A plan may ask for examples and name no award for them: they are handed in all the same."""
    book, drive = small
    duties = tuple(one._replace(awards=()) for one in drive.plan.duties)
    (one,) = introduced(drive._replace(plan=drive.plan._replace(duties=duties)), book)
    assert one.case.full_name == "Lý Thị Chi"
    assert one.judgement.uncovered
    assert one.judgement.verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("quan-7:hai-dai-dien-mot-don-vi", "03 tán thành trên 03 đơn vị, thống nhất đề nghị"),
        ("quan-7:mot-don-vi-khong-den", "02 tán thành trên 02 đơn vị dự họp, cả cụm, khối có 03, thống nhất đề nghị"),
    ],
)
def test_score_counts_units_not_delegates(case: str, said: str, tmp_path: Path) -> None:
    write(load(case), tmp_path)
    assert said in thidua("score", tmp_path).stdout


def test_score_says_who_is_missing_and_fails(tmp_path: Path) -> None:
    done = thidua("score", EXAMPLES / "quan-7")
    assert done.returncode == 0
    assert "1. Ủy ban nhân dân Phường Mẫu 2: 91,5 điểm" in done.stdout
    assert "Đơn vị dẫn đầu: Ủy ban nhân dân Phường Mẫu 1" in done.stdout
    assert "02 tán thành trên 03 đơn vị, thống nhất đề nghị" in done.stdout
    write(load("duties:khoi"), tmp_path)
    missing = thidua("score", tmp_path)
    assert missing.returncode == 1
    assert "Chưa có bảng điểm: 01 đơn vị · Phường 2" in missing.stdout
    assert "tạm xếp" in missing.stdout


def events(file: Path) -> dict[str, date]:
    from icalendar import Calendar

    calendar = Calendar.from_ical(file.read_bytes())
    return {str(one["uid"]).partition(".")[0]: one["dtstart"].dt for one in calendar.walk("VEVENT")}


def test_the_calendar_holds_what_is_open_on_its_last_day(tmp_path: Path) -> None:
    file = tmp_path / "han.ics"
    done = thidua("status", EXAMPLES / "quan-7", "--today", "15/11/2024", "--ics", file)

    assert done.returncode == 0, done.stderr
    found = events(file)
    assert found["tong-ket"] == date(2024, 11, 14)  # "trước ngày 15/11"
    assert found["bao-cao-cong-trinh"] == date(2024, 11, 15)  # "chậm nhất ngày 15/11"
    assert found["cham-diem"] == date(2024, 11, 30)
    assert "tong-ket-cum-khoi" not in found  # handed in
    assert "guong-quy-1" not in found  # gone before the plan was issued

    again = thidua("status", EXAMPLES / "quan-7", "--today", "15/11/2024", "--ics", file)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_the_calendar_of_a_unit_has_only_its_own(tmp_path: Path) -> None:
    file = tmp_path / "han.ics"
    thidua("status", EXAMPLES / "quan-7", "--unit", "ubnd-phuong-mau-1", "--today", "15/11/2024", "--ics", file)

    found = events(file)
    assert "cham-diem" in found
    assert "tong-ket" not in found  # this ward's report came on time


def test_the_letter_reminds_those_who_owe_and_nobody_else(tmp_path: Path) -> None:
    asked = ("render", "don-doc", EXAMPLES / "quan-7", "--out", tmp_path)
    assert "không đơn vị nào còn nợ" in thidua(*asked, "--today", "15/01/2024").stdout
    assert not list(tmp_path.rglob("*.docx"))

    assert thidua(*asked, "--today", "15/11/2024").returncode == 0
    letter = tmp_path / "quan-7-2024-thi-dua-yeu-nuoc" / "don-doc" / "2024-11-15.docx"
    text = thidua("textconv", letter).stdout
    row = next(line for line in text.splitlines() if "Báo cáo tổng kết năm 2024" in line)
    assert "trước ngày 15/11/2024 (ngày cuối 14/11/2024)" in row
    assert "Phường Mẫu 3" in row
    assert "Phường Mẫu 1" not in text  # has sent everything that is past
    assert "Báo cáo kết quả công trình" not in text  # on time until that evening
    assert "| Phòng Nội vụ |" not in text  # the office does not remind itself
    assert "Kế hoạch nêu trên" not in text  # a plan without a number has nothing above V/v to refer to

    checked = thidua("verify", letter, "--repo", EXAMPLES / "quan-7")
    assert "1 đúng như in" in checked.stdout
    assert checked.returncode == 0, checked.stdout


def test_a_letter_names_a_dossier_by_what_it_is_and_by_its_unit(tmp_path: Path) -> None:
    done = thidua("render", "don-doc", EXAMPLES / "quan-11", "--out", tmp_path, "--today", "01/01/2025")
    assert done.returncode == 0, done.stderr

    text = thidua("textconv", next(tmp_path.rglob("*.docx"))).stdout
    row = next(line for line in text.splitlines() if "Nộp hồ sơ đề nghị khen thưởng" in line)

    assert "Ban Quản lý dự án đầu tư xây dựng Mẫu 11" in row
    assert "ban-qlda-mau-11" not in text
