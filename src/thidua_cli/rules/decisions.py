"""Lints on appraisals and decisions: complete, in order, and no solution used twice."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.book import Book
from thidua_cli.diagnostic import Diagnostic, Mark, Severity
from thidua_cli.model.dossier import CHANGED, Decision
from thidua_cli.model.nomination import LEAD, Nomination, Solution
from thidua_cli.rules import codes_council as codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import name_key, same_name, spelt_out
from thidua_cli.viet.text import fold


def appraisals(look: Look) -> Iterator[Diagnostic]:
    """Mỗi trường hợp của hồ sơ có ý kiến thẩm định, ở lần này hay lần khác, sau ngày nhận."""
    for appraisal in look.drive.appraisals.values():
        dossier = look.drive.dossiers.get(appraisal.dossier)
        if dossier is None:
            continue
        together = look.drive.appraised(dossier.id)
        covered = {opinion.case for one in together for opinion in one.opinions}
        missing = [case for case in dossier.cases if case not in covered and case in look.drive.nominations]
        if missing and appraisal is together[-1]:
            names = ", ".join(look.label(look.drive.nominations[case]) for case in missing[:3])
            more = f" và {len(missing) - 3} trường hợp nữa" if len(missing) > 3 else ""
            yield Diagnostic(
                codes.THAM_DINH_THIEU,
                f"chưa có ý kiến thẩm định cho {names}{more}",
                appraisal.file,
                ("ket_qua_tham_dinh",),
                on_key=True,
                record=appraisal.id,
                remedy="thêm một mục cho mỗi trường hợp",
            )
        if appraisal.appraised_on and dossier.received_on and appraisal.appraised_on < dossier.received_on:
            yield Diagnostic(
                codes.THAM_DINH_THIEU,
                f"thẩm định ngày {format_short(appraisal.appraised_on)}, trước ngày nhận {format_short(dossier.received_on)}",
                appraisal.file,
                ("ngay_tham_dinh",),
                record=appraisal.id,
                remedy="kiểm tra hai ngày",
            )


def proposed_award(look: Look) -> Iterator[Diagnostic]:
    """Thẩm định đề nghị chuyển hình thức thì ghi hình thức nào."""
    for appraisal in look.drive.appraisals.values():
        for i, opinion in enumerate(appraisal.opinions):
            if opinion.award is None and opinion.result == CHANGED:
                yield Diagnostic(
                    codes.CHUA_GHI_HINH_THUC_KHAC,
                    f"{opinion.case}: {opinion.result} mà chưa ghi hình thức nào",
                    appraisal.file,
                    ("ket_qua_tham_dinh", i, "ket_qua"),
                    record=f"{appraisal.id}/{opinion.case}",
                    remedy="ghi hinh_thuc_kien_nghi",
                )


def before_meeting(look: Look) -> Iterator[Diagnostic]:
    """Thẩm định có trước cuộc họp Hội đồng của chính văn phòng; ngày đã gồm cả ngày họp."""
    office = look.book.office
    for appraisal in look.drive.appraisals.values():
        dossier = look.drive.dossiers.get(appraisal.dossier)
        if office is None or dossier is None or appraisal.appraised_on is None:
            continue
        met = {one.id for case in dossier.cases for one in look.drive.meetings_on(case)}
        for meeting in (look.drive.meetings[id_] for id_ in sorted(met)):
            own = look.book.meeting_unit(meeting) == office.unit and dossier.unit != office.unit
            if own and meeting.held_on and meeting.held_on < appraisal.appraised_on:
                yield Diagnostic(
                    codes.THAM_DINH_SAU_HOP,
                    f"thẩm định ngày {format_short(appraisal.appraised_on)}, Hội đồng họp ngày {format_short(meeting.held_on)}",
                    appraisal.file,
                    ("ngay_tham_dinh",),
                    record=f"{appraisal.id}/{meeting.id}",
                    remedy="kiểm tra hai ngày; nếu thẩm định bổ sung sau họp thì ghi lý do chấp nhận",
                    related=(Mark(meeting.file, ("ngay_hop",), "cuộc họp đã xét"),),
                )


def in_order(look: Look) -> Iterator[Diagnostic]:
    """Quyết định sau cuộc họp, sau tờ trình làm căn cứ."""
    for decision in look.drive.decisions.values():
        asked = decision.submission.issued_on if decision.submission else None
        if asked and decision.issued_on and decision.issued_on < asked:
            yield Diagnostic(
                codes.QUYET_DINH_SOM,
                f"ban hành ngày {format_short(decision.issued_on)}, tờ trình làm căn cứ ngày {format_short(asked)}",
                decision.file,
                ("to_trinh_can_cu", "ngay_ban_hanh"),
                record=decision.id,
                remedy="kiểm tra hai ngày",
                severity_override=Severity.REVIEW,
            )
        for index, id_ in enumerate(decision.meetings):
            meeting = look.drive.meetings.get(id_)
            if meeting is None:
                continue
            if decision.issued_on and meeting.held_on and decision.issued_on < meeting.held_on:
                yield Diagnostic(
                    codes.QUYET_DINH_SOM,
                    f"ban hành ngày {format_short(decision.issued_on)}, Hội đồng họp ngày {format_short(meeting.held_on)}",
                    decision.file,
                    ("cuoc_hop", index),
                    record=decision.id,
                    remedy="kiểm tra hai ngày",
                )


def numbers_once(book: Book) -> Iterator[Diagnostic]:
    """Mỗi quyết định của một người có thẩm quyền một số."""
    first: dict[tuple[str, date, str], Decision] = {}
    for drive in book.drives.values():
        for decision in drive.decisions.values():
            if decision.number is None or decision.issued_on is None or decision.from_old_system:
                continue
            award = drive.plan.award(decision.award)
            authority = spelt_out(decision.authority or (award and award.authority) or "")
            earlier = first.setdefault((fold(decision.number), decision.issued_on, authority), decision)
            if earlier is not decision:
                yield Diagnostic(
                    codes.HAI_QUYET_DINH_MOT_SO,
                    f"{decision.number} ngày {format_short(decision.issued_on)} đã ở {earlier.file}",
                    decision.file,
                    ("so_ky_hieu",),
                    record=decision.id,
                    remedy="sửa số ghi sai, hoặc bỏ tệp chép thừa; một quyết định đã tặng hai hình thức thì ghi lý do chấp nhận",
                    related=(Mark(earlier.file, ("so_ky_hieu",), "quyết định cùng số"),),
                )


def solutions_once(book: Book) -> Iterator[Diagnostic]:
    """Một sáng kiến chỉ dùng để đề nghị khen một lần, cả ở đợt khác trong thư mục, ở năm trước của cùng phong trào."""
    claimed: _Claims = {}
    for drive in book.drives.values():
        if len(book.drives) == 1 and len({case.year for case in drive.nominations.values()}) < 2:
            continue  # one campaign of one year: nothing to lay it beside
        for case in drive.nominations.values():
            for solution in case.solutions:
                claimed.setdefault(_claim(solution.name, case), {})[drive.id, case.year] = drive.plan.name
    for drive in book.drives.values():
        for case in drive.nominations.values():
            for index, solution in enumerate(case.solutions):
                used = "; ".join(solution.used_before)
                if not used and claimed:
                    used = _elsewhere(claimed, _claim(solution.name, case), drive.id, case.year)
                if used:
                    yield Diagnostic(
                        codes.SANG_KIEN_DUNG_LAI,
                        f"“{solution.name}” đã dùng để đề nghị khen: {used}",
                        case.file,
                        ("giai_phap", index, "ten_giai_phap"),
                        record=f"{case.id}/{index}",
                        remedy="nêu phần kết quả mới, hoặc chọn giải pháp khác",
                    )


def one_solution(look: Look) -> Iterator[Diagnostic]:
    """Hai người của một đơn vị kê cùng một giải pháp thì ghi tác giả, tỷ lệ đóng góp của cả hai."""
    first: dict[tuple[str, str], tuple[Nomination, int]] = {}
    for case in look.drive.nominations.values():
        for index, solution in enumerate(case.solutions if case.full_name else ()):
            earlier, at = first.setdefault((fold(solution.name or ""), case.unit), (case, index))
            if earlier is case or not solution.name or _same_person(earlier, case):
                continue
            both = {name_key(earlier.full_name or ""), name_key(case.full_name or "")}
            if all(both <= _authors(one) for one in (solution, earlier.solutions[at])):
                continue
            yield Diagnostic(
                codes.GIAI_PHAP_HAI_NGUOI,
                f"{look.label(case)} và {look.label(earlier)} cùng kê “{solution.name}”, chưa ghi là đồng tác giả",
                case.file,
                ("giai_phap", index, "ten_giai_phap"),
                record=f"{case.id}/{index}",
                remedy="ghi tac_gia với ty_le_dong_gop của từng người ở cả hai đề nghị, hoặc bỏ ở người không phải tác giả",
                related=(Mark(earlier.file, ("giai_phap", at, "ten_giai_phap"), "đề nghị trước"),),
            )


def one_merit_of_two(look: Look) -> Iterator[Diagnostic]:
    """Hai đơn vị không kê cùng một giải pháp với cùng một tài liệu, không cùng ghi chủ trì một công trình."""
    first: dict[tuple[object, ...], tuple[Nomination, int]] = {}
    told: set[tuple[str, str, int]] = set()
    for case in look.drive.nominations.values():
        for index, solution in enumerate(case.solutions):
            for paper in solution.papers:
                # A namesake elsewhere has papers of its own.
                claim = (solution.name, paper.number, paper.issued_on, paper.issuer)
                earlier, at = first.setdefault(claim, (case, index))
                if earlier.unit != case.unit and all(claim) and not _co_authors(earlier, at, case, index):
                    yield from _claimed_twice(look, earlier, at, case, index, "giai_phap", told)
        for index, work in enumerate(case.works):
            if work.role == LEAD and work.name and work.listed_in is not None and work.listed_in.number:
                earlier, at = first.setdefault((fold(work.name), work.listed_in.number), (case, index))
                if earlier.unit != case.unit:
                    yield from _claimed_twice(look, earlier, at, case, index, "cong_trinh", told)


def _claimed_twice(
    look: Look, earlier: Nomination, at: int, case: Nomination, index: int, key: str, told: set[tuple[str, str, int]]
) -> Iterator[Diagnostic]:
    """What two units claim alone, said once."""
    if (case.id, key, index) in told or not _of_strangers(look.book, earlier, case):
        return
    told.add((case.id, key, index))
    is_work = key == "cong_trinh"
    name = case.works[index].name if is_work else case.solutions[index].name
    what = "cùng ghi chủ trì" if is_work else "cùng kê"
    yield Diagnostic(
        codes.GIAI_PHAP_HAI_NGUOI,
        f"{_with_unit(look, case)} và {_with_unit(look, earlier)} {what} “{name}”",
        case.file,
        (key, index, f"ten_{key}"),
        record=f"{case.id}/{key}/{index}",
        remedy="đơn vị kia ghi phối hợp; có văn bản giao hai đơn vị cùng chủ trì thì ghi lý do chấp nhận"
        if is_work
        else "giữ ở trường hợp đã làm; cùng làm thì ghi tac_gia, don_vi của cả hai ở cả hai đề nghị",
        related=(Mark(earlier.file, (key, at, f"ten_{key}"), "đề nghị trước"),),
    )


def _with_unit(look: Look, case: Nomination) -> str:
    part = case.full_name or case.group_name
    return f"{look.label(case)} ({look.book.unit_name(case.unit)})" if part else look.label(case)


def _of_strangers(book: Book, one: Nomination, other: Nomination) -> bool:
    """Whether two cases are of units neither of which is above the other or came of it; a person is no stranger to
    oneself."""
    if one.full_name and other.full_name and _same_person(one, other):
        return False
    below = one.unit in book.above(other.unit) or other.unit in book.above(one.unit)
    return not below and one.unit not in book.kin(other.unit)


def _co_authors(one: Nomination, at: int, other: Nomination, index: int) -> bool:
    both = {name_key(case.full_name) if case.full_name else case.unit for case in (one, other)}
    solutions = (one.solutions[at], other.solutions[index])
    return all(both <= _authors(solution) | {author.unit for author in solution.authors} for solution in solutions)


def _same_person(one: Nomination, other: Nomination) -> bool:
    """Whether two cases are of one person, who may well state one solution in two years or for two awards."""
    return same_name(one.full_name or "", other.full_name or "")


def _authors(solution: Solution) -> set[str]:
    return {name_key(author.full_name) for author in solution.authors if author.full_name}


_Claims = dict[tuple[str, str], dict[tuple[str, int | None], str]]
"""By what is claimed and by whom: the campaigns, with the year where one goes on for years."""


def _elsewhere(claimed: _Claims, claim: tuple[str, str], here: str, year: int | None) -> str:
    """The last other campaign in which the same was claimed, else an earlier year of this one."""
    places = claimed.get(claim, {})
    other = next((name for (id_, _), name in reversed(places.items()) if id_ != here), "")
    before = [then for id_, then in places if id_ == here and then and year and then < year]
    return other or (f"năm {max(before)}, cùng phong trào" if before else "")


def _claim(name: str | None, case: Nomination) -> tuple[str, str]:
    """A solution and who claims it."""
    return fold(name or ""), fold(case.full_name or case.unit)


def after_appraisal(look: Look) -> Iterator[Diagnostic]:
    """Quyết định ban hành sau khi hồ sơ của từng trường hợp đã được thẩm định."""
    drive = look.drive
    for decision in drive.decisions.values():
        for index, line in enumerate(decision.cases):
            case = line.nomination or ""
            by = (
                drive.opinion_on[case][:1]
                if case in drive.opinion_on
                else drive.appraisals_of.get(drive.dossier_of.get(case, ""))
            )
            day = drive.appraisals[by[-1]].appraised_on if by else None
            if day and decision.issued_on and decision.issued_on < day:
                yield Diagnostic(
                    codes.QUYET_DINH_SOM,
                    f"ban hành ngày {format_short(decision.issued_on)}, {line.nomination} thẩm định ngày {format_short(day)}",
                    decision.file,
                    ("truong_hop", index),
                    record=f"{decision.id}/{line.nomination}",
                    remedy="kiểm tra hai ngày",
                )


def complete(look: Look) -> Iterator[Diagnostic]:
    """Quyết định có đủ chữ phải in: thành tích, người có thẩm quyền; của nó hoặc của kế hoạch."""
    plan = look.drive.plan
    for decision in (one for one in look.drive.decisions.values() if not one.from_old_system):
        award = plan.award(decision.award)
        stated = {
            "thanh_tich_ghi": decision.merit or plan.merit,
            "tham_quyen": decision.authority or (award.authority if award else None),
        }
        missing = [key for key, value in stated.items() if not value]
        if missing:
            yield Diagnostic(
                codes.QUYET_DINH_CON_TRONG,
                f"quyết định và kế hoạch đều chưa ghi {', '.join(missing)}; giấy in “…” ở chỗ ấy",
                decision.file,
                ("hinh_thuc_khen",),
                record=decision.id,
                remedy=f"ghi {', '.join(missing)} vào quyết định, hoặc vào kế hoạch cho mọi quyết định",
            )
        if decision.number is None and decision.issued_on is not None and decision.issued_on <= look.today:
            yield Diagnostic(
                codes.QUYET_DINH_CON_TRONG,
                f"ban hành ngày {format_short(decision.issued_on)} mà chưa ghi số",
                decision.file,
                ("so_ky_hieu",),
                on_key=True,
                record=decision.id,
                remedy="ghi so_ky_hieu theo văn bản; chưa ban hành thì để trống ngay_ban_hanh",
            )


BOOK_RULES = (solutions_once, numbers_once)
RULES = (
    one_solution,
    one_merit_of_two,
    appraisals,
    proposed_award,
    before_meeting,
    after_appraisal,
    in_order,
    complete,
)
