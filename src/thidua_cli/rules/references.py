"""Lints on names: every id of one record must lead to another."""

from collections.abc import Iterable, Iterator

from thidua_cli.book import Book, Drive
from thidua_cli.book.codes import TU_LA
from thidua_cli.diagnostic import Code, Diagnostic, Route, Severity
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.unit import Unit
from thidua_cli.rules import codes, codes_units
from thidua_cli.rules.look import Look
from thidua_cli.source.codes import KHOA_LAP
from thidua_cli.viet.text import nearest, suggest


def _missing(
    code: Code,
    what: str,
    id_: str | None,
    known: Iterable[str],
    file: str,
    route: Route,
) -> Iterator[Diagnostic]:
    """A finding when ``id_`` leads nowhere, with the nearest id that exists."""
    if not id_ or id_ in known:
        return
    remedy = nearest(id_, known, f"kiểm tra lại mã {what}")
    yield Diagnostic(code, f"không có {what} “{id_}”", file, route, remedy=remedy)


def units(look: Look) -> Iterator[Diagnostic]:
    """Unit ids."""
    known = look.book.units
    seen: set[str] = set()
    for case in look.drive.nominations.values():
        yield from _missing(codes.DON_VI_LA, "đơn vị", case.unit, known, case.file, ("don_vi",))
        if case.proposer not in known and case.proposer not in seen and case.proposer != case.unit:
            seen.add(case.proposer)
            near = suggest(case.proposer, known)
            yield Diagnostic(
                codes.DON_VI_LA,
                f"thư mục nominations/{case.proposer} không phải mã đơn vị",
                case.file,
                remedy=f"đổi tên thư mục thành {near}" if near else "đặt tên thư mục theo mã ở units.yaml",
            )
        for i, solution in enumerate(case.solutions):
            for j, author in enumerate(solution.authors):
                yield from _missing(
                    codes.DON_VI_LA, "đơn vị", author.unit, known, case.file, ("giai_phap", i, "tac_gia", j, "don_vi")
                )
    for dossier in look.drive.dossiers.values():
        yield from _missing(codes.DON_VI_LA, "đơn vị", dossier.unit, known, dossier.file, ("don_vi_trinh",))
    for meeting in look.drive.meetings.values():
        yield from _missing(codes.DON_VI_LA, "đơn vị", meeting.unit, known, meeting.file, ("don_vi",))
        yield from _missing(codes.DON_VI_LA, "cụm, khối", meeting.cluster, known, meeting.file, ("cum_khoi",))
        for i, delegate in enumerate(meeting.delegates):
            yield from _missing(
                codes.DON_VI_LA, "đơn vị", delegate.unit, known, meeting.file, ("dai_dien", i, "don_vi")
            )
    for handed in look.drive.duties.values():
        yield from _missing(codes.DON_VI_LA, "đơn vị", handed.unit, known, handed.file, ())
        for i, model in enumerate(handed.role_models):
            yield from _missing(codes.DON_VI_LA, "đơn vị", model.unit, known, handed.file, ("guong", i, "don_vi"))
        for i, party in enumerate(handed.parties):
            yield from _missing(codes.DON_VI_LA, "đơn vị", party.unit, known, handed.file, ("cac_ben_ky", i, "don_vi"))


def office(book: Book) -> Iterator[Diagnostic]:
    """The office's own ids and the units' parents."""
    known, drives = book.units, book.drives.values()
    if book.office is not None:
        for key, id_ in (("don_vi", book.office.unit), ("co_quan_thuong_truc", book.office.standing_body)):
            yield from _missing(codes.DON_VI_LA, "đơn vị", id_, known, "thidua.yaml", (key,))
    for index, unit in enumerate(known.values()):
        yield from _missing(codes.DON_VI_LA, "đơn vị", unit.parent, known, "units.yaml", (index, "truc_thuoc"))
        yield from _missing(codes.DON_VI_LA, "đơn vị", unit.cluster, known, "units.yaml", (index, "cum_khoi"))
        for fact in unit.facts or {} if drives else {}:
            if all(drive.terms.facts.find(fact) is None for drive in drives):
                names = [name for drive in drives for name in drive.terms.facts.names]
                yield from _missing(codes.SU_THAT_LA, "sự thật", fact, names, "units.yaml", (index, "su_that", fact))
        yield from _stated_twice(unit, index, drives)
    roles = _roles_of_plans(book)
    for index, unit in enumerate(known.values() if roles else ()):
        for i, role in enumerate(unit.roles):
            yield from _missing(codes_units.VAI_TRO_LA, "vai trò", role, roles, "units.yaml", (index, "giu_vai_tro", i))


def _roles_of_plans(book: Book) -> dict[str, str]:
    """The roles of all plans; none at all where one of them could be the plan whose roles nobody could read."""
    plans = [drive.plan for drive in book.drives.values()]
    return (
        {role: name for plan in plans for role, name in plan.roles.items()} if all(one.roles for one in plans) else {}
    )


def addressees(book: Book) -> Iterator[Diagnostic]:
    """Vai trò mà hồ sơ gửi đến có đơn vị nào giữ không; giấy in tên của chính đơn vị ấy."""
    first = next((index for index, unit in enumerate(book.units.values()) if unit.roles), None)
    held = {role for unit in book.units.values() for role in unit.roles}
    if first is None or not held <= _roles_of_plans(book).keys():
        return  # none is filled yet, or there is a slip in its id, and that is told
    for drive in book.drives.values():
        plan = drive.plan
        if plan.deadline is None or not drive.dossiers:
            continue
        for role in (*plan.deadline.addressees, plan.deadline.through):
            if role in plan.roles and role not in held:
                yield Diagnostic(
                    codes_units.VAI_TRO_KHONG_AI_GIU,
                    f"hồ sơ gửi {plan.roles[role]}, chưa đơn vị nào giữ vai trò này",
                    "units.yaml",
                    (first, "giu_vai_tro"),
                    record=f"{drive.id}/{role}",
                    clause=plan.deadline.clause or "",
                    remedy=f"thêm {role} vào giu_vai_tro của đơn vị ấy; "
                    f"khi chưa có, giấy ghi tên chung “{plan.roles[role]}”",
                )


def _stated_twice(unit: Unit, index: int, drives: Iterable[Drive]) -> Iterator[Diagnostic]:
    """One fact by its id and by its name with different values; alike they may serve two plans."""
    facts = unit.facts or {}
    said = set()
    for drive in drives:
        first: dict[str, str] = {}
        for fact, value in facts.items():
            id_ = drive.terms.facts.find(fact)
            earlier = first.setdefault(id_, fact) if id_ else fact
            if facts[earlier] != value and fact not in said:
                said.add(fact)
                yield Diagnostic(
                    KHOA_LAP,
                    f"“{fact}” là “{earlier}” đã ghi ở dòng trên, với giá trị khác",
                    "units.yaml",
                    (index, "su_that", fact),
                    on_key=True,
                    record=unit.id,
                    remedy="giữ dòng đúng, bỏ dòng kia",
                )


def plan_terms(look: Look) -> Iterator[Diagnostic]:
    """Fields, contents, procedures and duties of the plan."""
    plan = look.drive.plan
    fields = [route.field for route in plan.routes]
    contents = [content.id for content in plan.contents]
    for case in look.drive.nominations.values():
        yield from _missing(codes.MA_KE_HOACH_LA, "lĩnh vực", case.field, fields, case.file, ("linh_vuc",))
        for i, solution in enumerate(case.solutions):
            yield from _missing(
                codes.MA_KE_HOACH_LA,
                "nội dung thi đua",
                solution.content,
                contents,
                case.file,
                ("giai_phap", i, "noi_dung_thi_dua"),
            )
    procedures = [procedure.id for procedure in plan.procedures]
    for dossier in look.drive.dossiers.values():
        yield from _missing(codes.MA_KE_HOACH_LA, "thủ tục", dossier.procedure, procedures, dossier.file, ("thu_tuc",))
        if dossier.procedure is None and procedures:
            yield Diagnostic(
                codes.CHUA_GHI_THU_TUC,
                "hồ sơ chưa ghi theo thủ tục nào",
                dossier.file,
                ("thu_tuc",),
                on_key=True,
                record=dossier.id,
                remedy=f"kế hoạch có: {', '.join(procedures)}",
            )
    duties = [duty.id for duty in plan.duties]
    for handed in look.drive.duties.values():
        yield from _missing(codes.MA_KE_HOACH_LA, "việc phải làm", handed.duty, duties, handed.file, ())


def supplements(look: Look) -> Iterator[Diagnostic]:
    """Units, awards and duties named by the texts that supplement the plan: a slip there would move nobody's day."""
    plan, units, file = look.drive.plan, look.book.units, look.drive.file
    duties, awards = [duty.id for duty in plan.duties], [award.id for award in plan.awards]
    for index, text in look.drive.supplements:
        at: Route = ("van_ban_bo_sung", index)
        for i, id_ in enumerate(text.deadline_units):
            yield from _missing(codes.DON_VI_LA, "đơn vị", id_, units, file, (*at, "gia_han_cho", i))
        for i, quota in enumerate(text.quotas):
            here: Route = (*at, "so_luong_toi_da", i)
            yield from _missing(TU_LA, "hình thức", quota.award, awards, file, (*here, "hinh_thuc"))
            for j, id_ in enumerate(quota.units):
                yield from _missing(codes.DON_VI_LA, "đơn vị", id_, units, file, (*here, "don_vi", j))
        for i, later in enumerate(text.duty_deadlines):
            here = (*at, "thoi_han_viec", i)
            yield from _missing(codes.MA_KE_HOACH_LA, "việc phải làm", later.duty, duties, file, (*here, "viec"))
            for j, id_ in enumerate(later.units):
                yield from _missing(codes.DON_VI_LA, "đơn vị", id_, units, file, (*here, "don_vi", j))


def cases(look: Look) -> Iterator[Diagnostic]:
    """Cases named by dossiers, meetings, appraisals and decisions."""
    drive = look.drive
    known = {*drive.nominations, *look.files("nominations")}

    def check(case: str | None, file: str, *route: str | int) -> Iterator[Diagnostic]:
        return _missing(codes.TRUONG_HOP_LA, "đề nghị", case, known, file, route)

    for dossier in drive.dossiers.values():
        for i, case in enumerate(dossier.cases):
            yield from check(case, dossier.file, "truong_hop", i)
    for meeting in drive.meetings.values():
        for i, vote in enumerate(meeting.votes):
            for j, case in enumerate(vote.cases):
                yield from check(case, meeting.file, "bieu_quyet", i, "truong_hop", j)
        yield from _opinions(look, meeting, known)
    for appraisal in drive.appraisals.values():
        for i, opinion in enumerate(appraisal.opinions):
            yield from check(opinion.case, appraisal.file, "ket_qua_tham_dinh", i, "truong_hop")
    for decision in drive.decisions.values():
        for i, line in enumerate(decision.cases):
            yield from check(line.nomination, decision.file, "truong_hop", i)
        awarded = [line.nomination or line.printed_name or "" for line in decision.cases]
        named: list[tuple[str, Route]] = [
            (called, ("thu_tu_goi_ten", i)) for i, called in enumerate(decision.calling_order)
        ]
        for key, later in decision.later_papers:
            for i, paper in enumerate(later):
                named += [(case, (key, i, "truong_hop", j)) for j, case in enumerate(paper.cases)]
        for case, route in named:
            yield from _missing(codes.TRUONG_HOP_LA, "trường hợp của quyết định", case, awarded, decision.file, route)


def _opinions(look: Look, meeting: Meeting, known: set[str]) -> Iterator[Diagnostic]:
    """Cases on which the absent answered in writing: there, and voted on here once the meeting has voted."""
    voted = {case for vote in meeting.votes for case in vote.cases} if meeting.absent else set()
    for i, away in enumerate(meeting.absent):
        for j, opinion in enumerate(away.opinions):
            for k, case in enumerate(opinion.cases):
                route: Route = ("vang_mat", i, "y_kien_bang_van_ban", "y_kien", j, "truong_hop", k)
                yield from _missing(codes.TRUONG_HOP_LA, "đề nghị", case, known, meeting.file, route)
                if voted and case in known and case not in voted:
                    yield Diagnostic(
                        codes.TRUONG_HOP_LA,
                        f"{away.full_name} cho ý kiến về {case}, cuộc họp này không biểu quyết trường hợp ấy",
                        meeting.file,
                        route,
                        record=meeting.id,
                        severity_override=Severity.REVIEW,
                        remedy="kiểm tra mã trường hợp; ý kiến này không tính vào đâu",
                    )


def meetings(look: Look) -> Iterator[Diagnostic]:
    """Meetings and councils named by other records."""
    drive = look.drive
    held = {*drive.meetings, *look.files("meetings")}
    sent = {*drive.dossiers, *look.files("dossiers")}
    for dossier in drive.dossiers.values():
        for i, id_ in enumerate(dossier.meetings):
            yield from _missing(codes.CUOC_HOP_LA, "cuộc họp", id_, held, dossier.file, ("cuoc_hop", i))
    for case in drive.nominations.values():
        for i, one in enumerate(case.attestations):
            yield from _missing(
                codes.CUOC_HOP_LA, "cuộc họp", one.meeting, held, case.file, ("xac_nhan", i, "theo_cuoc_hop")
            )
    for meeting in drive.meetings.values():
        yield from _missing(
            codes.CUOC_HOP_LA, "Hội đồng", meeting.council, look.book.council_owner, meeting.file, ("hoi_dong",)
        )
    for done in drive.duties.values():
        yield from _missing(codes.CUOC_HOP_LA, "cuộc họp", done.meeting, held, done.file, ("cuoc_hop",))
    for appraisal in drive.appraisals.values():
        yield from _missing(codes.CUOC_HOP_LA, "hồ sơ", appraisal.dossier, sent, appraisal.file, ("ho_so_trinh",))


_MANY_MISSING = 20
"""From here on a whole folder was moved: near names cost a comparison of every file with every other
and no longer tell the reader anything."""


def files(look: Look) -> Iterator[Diagnostic]:
    """Files named by records."""
    disk = look.book.disk
    missing: dict[str, list[tuple[str, str, Route]]] = {}
    for path, record, route in _files(look):
        full = look.drive.path_of(path, record)
        if full not in disk.files:
            missing.setdefault(full.rpartition("/")[0], []).append((path, record, route))
    for folder, lost in missing.items():
        names = [] if len(lost) >= _MANY_MISSING else [one.rpartition("/")[2] for one in disk.below(folder)]
        for path, record, route in lost:
            yield _lost(look, path, record, route, names)


def _files(look: Look) -> Iterator[tuple[str, str, Route]]:
    """Every file a record names: the path as written, the record's file, the route to the name."""
    for case in look.drive.nominations.values():
        for path, route in case.every_file():
            yield path, case.file, route
    for handed in look.drive.duties.values():
        if handed.attachment:
            yield handed.attachment, handed.file, ("tep_dinh_kem",)
        for i, paper in enumerate(handed.papers):
            if paper.file:
                yield paper.file, handed.file, ("tai_lieu", i, "tep_dinh_kem")
        for i, model in enumerate(handed.role_models):
            if model.report:
                yield model.report, handed.file, ("guong", i, "bao_cao_thanh_tich")


def _lost(look: Look, path: str, record: str, route: Route, names: list[str]) -> Diagnostic:
    if look.drive.path_of(path, record) in look.book.disk.escapes:
        return Diagnostic(
            codes.TEP_KHONG_CO,
            f"tệp {path} là liên kết dẫn ra ngoài thư mục của văn phòng",
            record,
            route,
            remedy="chép tệp thật vào evidence/",
        )
    return Diagnostic(
        codes.TEP_KHONG_CO,
        f"không có tệp {path}",
        record,
        route,
        remedy=nearest(path.rpartition("/")[2], names, "chép tệp vào đúng chỗ, hoặc sửa đường dẫn"),
    )


def listing(look: Look) -> Iterator[Diagnostic]:
    """A case stands in one dossier, once; one that stands in none is said as a note."""
    first: dict[str, str] = {}
    for dossier in look.drive.dossiers.values():
        if dossier.withdrawn:
            continue
        for i, case in enumerate(dossier.cases):
            if case in first:
                where = "hồ sơ này" if first[case] == dossier.id else f"hồ sơ {first[case]}"
                yield Diagnostic(
                    codes.LIET_KE_HAI_LAN,
                    f"trường hợp {case} đã có ở {where}",
                    dossier.file,
                    ("truong_hop", i),
                    remedy="bỏ một dòng",
                )
            first.setdefault(case, dossier.id)
    unread = look.files("dossiers") - look.drive.dossiers.keys()  # may list any of the others
    for id_, case_ in look.drive.nominations.items():
        if id_ not in first and not unread:
            yield Diagnostic(
                codes.CHUA_VAO_HO_SO,
                f"{look.label(case_)} chưa nằm trong hồ sơ trình nào",
                case_.file,
                record=id_,
                remedy="thêm vào truong_hop của hồ sơ trình",
            )


BOOK_RULES = (office, addressees)
RULES = (units, plan_terms, supplements, cases, meetings, files, listing)
