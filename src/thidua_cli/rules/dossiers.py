"""Lints on dossiers: the plan's list of papers, the channel, the route, who signs and who confirms."""

from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.judge import holds
from thidua_cli.judge.issuers import is_called
from thidua_cli.model.awards import REPORTS, RequiredPaper
from thidua_cli.model.awards import Route as RouteLine
from thidua_cli.model.dossier import Dossier, Stage, misnumbered
from thidua_cli.model.nomination import Nomination, Paper
from thidua_cli.rules import codes, codes_law
from thidua_cli.rules.look import Look
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import name_key
from thidua_cli.viet.text import fold

_MINUTES = "biên bản"
_CONFIRMATION = "xác nhận"


class _Wanted(NamedTuple):
    """A paper the procedure wants of each case of a dossier, and where the plan says so."""

    look: Look
    dossier: Dossier
    paper: RequiredPaper
    place: Mark

    @property
    def name(self) -> str:
        return self.look.drive.terms.papers.name(self.paper.kind)

    def missing(self, case: Nomination) -> Diagnostic:
        return Diagnostic(
            codes.THIEU_THANH_PHAN,
            f"{self.look.label(case)}: thiếu {self.name}",
            case.file,
            ("tai_lieu",),
            on_key=True,
            clause=self.paper.clause or "",
            record=case.id,
            due=self.look.due(self.dossier, Stage.SUBMITTED),
            remedy=f"thêm tài liệu loại “{self.name}”",
            related=(self.place,),
        )


_Filed = tuple[Paper, Route]
"""A paper the nomination names, and where."""


def complete(look: Look) -> Iterator[Diagnostic]:
    """Thành phần hồ sơ theo thủ tục, kể cả giấy chỉ phải có trong điều kiện nhất định."""
    for dossier in look.drive.dossiers.values():
        procedure = look.drive.plan.procedure(dossier.procedure)
        if procedure is None or dossier.withdrawn:
            continue
        of_case: list[_Wanted] = []
        here = ("thanh_phan_ho_so", look.drive.plan.procedures.index(procedure), "tai_lieu_phai_co")
        for index, paper in enumerate(procedure.papers):
            route = (*here, index, "loai_tai_lieu")
            place = Mark(look.drive.plan.file, route, f"thành phần hồ sơ ({paper.clause})")
            if paper.per == "cuộc họp":
                yield from _minutes(look, dossier, paper, place)
            elif paper.per == "trường hợp":
                of_case.append(_Wanted(look, dossier, paper, place))
        for case in look.drive.cases_of(dossier):
            filed = case.every_paper()
            for wanted in of_case:
                if wanted.paper.kind not in REPORTS:
                    yield from _case_paper(wanted, case, [one for one in filed if one[0].kind == wanted.paper.kind])
                elif case.report is None:
                    yield from _case_paper(wanted, case, [])


def _minutes(look: Look, dossier: Dossier, paper: RequiredPaper, place: Mark) -> Iterator[Diagnostic]:
    if paper.kind != _MINUTES:
        return
    book = look.book
    whose = [unit for meeting in look.drive.meetings_of(dossier) if (unit := book.meeting_unit(meeting))]
    speaking = (book.speakers, book.heirs)
    said, remedy = "hồ sơ chưa có biên bản họp", "ghi cuoc_hop: mã cuộc họp đã xét các trường hợp này"
    if paper.of_submitting_level and whose and all(those(dossier.unit).isdisjoint(whose) for those in speaking):
        asked = f"kế hoạch nêu biên bản của cấp trình khen thưởng ({book.unit_name(dossier.unit)})"
        said = f"biên bản là của {book.unit_name(whose[0])}; {asked}"
        remedy = "thêm cuộc họp Hội đồng của đơn vị trình vào cuoc_hop"
    elif dossier.meetings:
        return
    yield Diagnostic(
        codes.THIEU_THANH_PHAN,
        said,
        dossier.file,
        ("cuoc_hop",),
        on_key=True,
        clause=paper.clause or "",
        record=dossier.id,
        due=look.due(dossier, Stage.SUBMITTED),
        remedy=remedy,
        severity_override=Severity.REVIEW if dossier.meetings else None,
        related=(place,),
    )


def _case_paper(wanted: _Wanted, case: Nomination, filed: list[_Filed]) -> Iterator[Diagnostic]:
    """What is wrong with the papers ``filed`` of a kind; of a report only its absence is asked about here."""
    paper = wanted.paper
    truth = holds(paper.only_when, case, wanted.look.drive, wanted.look.book) if paper.only_when is not None else None
    if truth is not None and truth.value is False:
        return
    finished = [one for one in filed if not one[0].lacks]
    if truth is not None and truth.value is None and not finished:
        yield wanted.missing(case)._replace(
            code=codes.CHUA_DU_CAN_CU,
            message=f"chưa biết “{truth.fact}” nên chưa biết có phải nộp {wanted.name}",
            route=("don_vi",),
            on_key=False,
            remedy=truth.remedy,
            related=(),
        )
        return
    if paper.kind in REPORTS:
        confirmed = ", có xác nhận của cơ quan, đơn vị" if paper.unit_confirms else ""
        remedy = f"ghi tệp báo cáo .md hoặc .docx{confirmed}"
        yield wanted.missing(case)._replace(route=("bao_cao_thanh_tich",), remedy=remedy)
    elif not filed:
        yield wanted.missing(case)
    elif not finished:
        yield _unfinished(wanted.missing(case), *min(filed, key=lambda one: len(one[0].lacks)))
    elif paper.issued_by:
        yield from _of_another(wanted, case, paper.issued_by, finished)
    for one, at in filed:
        if one.issuer and _confirms_itself(wanted, case, one.issuer):
            yield Diagnostic(
                codes.TU_XAC_NHAN,
                f"{wanted.name} do chính {one.issuer} ban hành",
                case.file,
                (*at, "co_quan_ban_hanh"),
                clause=paper.clause or "",
                record=case.id,
                remedy="nộp văn bản của cơ quan có thẩm quyền xác nhận",
                severity_override=Severity.REVIEW,
                related=(wanted.place,),
            )


def _of_another(wanted: _Wanted, case: Nomination, issued_by: str, finished: list[_Filed]) -> Iterator[Diagnostic]:
    """That no paper which has to come from a certain office does, or is of this campaign."""
    doubts = [(_doubt(wanted, case, issued_by, one), at) for one, at in finished]
    first, at = doubts[0]
    if first is not None and all(doubt for doubt, _ in doubts):
        key, said = first
        yield wanted.missing(case)._replace(
            message=f"{wanted.look.label(case)}: {wanted.name} {said}",
            route=(*at, key),
            on_key=False,
            remedy=f"nộp giấy của cơ quan {issued_by} cho đợt này",
            severity_override=Severity.REVIEW,
        )


def _doubt(wanted: _Wanted, case: Nomination, issued_by: str, filed: Paper) -> tuple[str, str] | None:
    """What speaks against such a paper: who issued it, or that it is of an earlier year; the key of it and the words."""
    look = wanted.look
    if filed.issuer and not is_called(filed.issuer, issued_by, look.drive, look.book):
        return "co_quan_ban_hanh", f"do {filed.issuer} ban hành; kế hoạch nêu của cơ quan {issued_by}"
    period = look.drive.plan.period
    year = case.year or (period.since.year if period and period.since else None)
    if year and filed.issued_on and filed.issued_on.year < year:
        return "ngay_ban_hanh", f"ngày {format_short(filed.issued_on)}, trước năm {year}"
    return None


def _unfinished(missing: Diagnostic, paper: Paper, at: Route) -> Diagnostic:
    """A paper with its name alone is not there; one that has its number or its day may lie in the office's drawer."""
    values = (
        ("so_ky_hieu", "số", paper.number),
        ("ngay_ban_hanh", "ngày", paper.issued_on),
        ("tep_dinh_kem", "tệp", paper.file),
    )
    lacking = [(key, name) for key, name, value in values if value is None]
    named_only = len(lacking) == len(values)
    return missing._replace(
        message=f"{missing.message}: {'mới ghi tên, ' if named_only else ''}"
        f"chưa có {', '.join(name for _, name in lacking)}",
        route=at,
        remedy=f"ghi {', '.join(key for key, _ in lacking)}",
        severity_override=None if named_only else Severity.UNDECIDED,
    )


def _confirms_itself(wanted: _Wanted, case: Nomination, issuer: str) -> bool:
    """Whether a confirmation about the nominee comes from the unit the nominee leads or is."""
    look = wanted.look
    if not fold(wanted.name).startswith(fold(_CONFIRMATION)):
        return False
    unit = look.book.units.get(case.unit)
    itself = case.subject_kind == "tập thể" and case.group_name is None
    if unit is None or not (itself or look.book.post_of(case, look.drive)):
        return False
    return fold(issuer) in map(fold, unit.names)


def no_list(look: Look) -> Iterator[Diagnostic]:
    """Kế hoạch không có thành phần hồ sơ: nói ra một lần, không đòi giấy nào."""
    if look.drive.dossiers and not look.drive.plan.procedures:
        yield Diagnostic(
            codes.KE_HOACH_KHONG_CO_HO_SO,
            "kế hoạch không quy định thành phần hồ sơ; giấy tờ in theo thông lệ: tờ trình, biên bản, báo cáo",
            look.drive.file,
        )


def no_cases(look: Look) -> Iterator[Diagnostic]:
    """Hồ sơ không có trường hợp nào thì không có gì để đề nghị."""
    for dossier in look.drive.dossiers.values():
        if not dossier.cases and not dossier.withdrawn:
            yield Diagnostic(
                codes.HO_SO_KHONG_TRUONG_HOP,
                "hồ sơ chưa có trường hợp nào",
                dossier.file,
                ("truong_hop",),
                on_key=True,
                record=dossier.id,
                due=look.due(dossier, Stage.SUBMITTED),
                remedy="ghi các đề nghị theo thứ tự in; đơn vị không đề nghị ai thì bỏ hồ sơ này",
            )


def channel(look: Look) -> Iterator[Diagnostic]:
    """Cách gửi của thủ tục."""
    plan = look.drive.plan
    for dossier in look.drive.dossiers.values():
        procedure = plan.procedure(dossier.procedure)
        if procedure is None or procedure.channel is None or dossier.withdrawn:
            continue
        route = ("thanh_phan_ho_so", plan.procedures.index(procedure), "cach_gui")
        place = Mark(plan.file, route, "cách gửi của thủ tục")
        if dossier.channel is None:
            yield Diagnostic(
                codes.CHUA_DU_CAN_CU,
                f"chưa ghi đã gửi bằng cách nào; kế hoạch quy định “{procedure.channel}”",
                dossier.file,
                ("cach_gui",),
                on_key=True,
                clause=procedure.clause or "",
                record=dossier.id,
                due=look.due(dossier, Stage.SUBMITTED),
                remedy="ghi cach_gui khi đã gửi",
                related=(place,),
            )
            continue
        said, asked = (set(fold(text).split()) for text in (dossier.channel, procedure.channel))
        if not asked <= said:
            yield Diagnostic(
                codes.SAI_CACH_GUI,
                f"gửi bằng “{dossier.channel}”; kế hoạch quy định “{procedure.channel}”",
                dossier.file,
                ("cach_gui",),
                clause=procedure.clause or "",
                record=dossier.id,
                remedy="ghi đủ cách gửi như kế hoạch, hoặc gửi lại đúng cách của thủ tục",
                # Part of the plan's words may mean the same way; other words mean another.
                severity_override=Severity.REVIEW if said < asked else None,
                related=(place,),
            )


def fits_procedure(look: Look) -> Iterator[Diagnostic]:
    """Hình thức đề nghị thuộc thủ tục của hồ sơ."""
    for dossier, index, case in look.listed():
        procedure = look.drive.plan.procedure(dossier.procedure)
        if procedure is None or case.award in procedure.applies_to.awards:
            continue
        award = look.drive.plan.award(case.award)
        if award is not None and look.drive.plan.has_route(award):
            right = look.drive.plan.procedure_for(award.id)
            yield Diagnostic(
                codes.SAI_THU_TUC,
                f"{look.label(case)} đề nghị {award.short_name}, không thuộc thủ tục của hồ sơ này",
                dossier.file,
                ("truong_hop", index),
                clause=procedure.clause or "",
                record=dossier.id,
                remedy=f"chuyển sang hồ sơ có thu_tuc: {right.id}" if right else "kiểm tra hình thức đề nghị",
            )


def route(look: Look) -> Iterator[Diagnostic]:
    """Tuyến trình theo lĩnh vực: đơn vị tự trình, hoặc đơn vị chủ trì lĩnh vực trình (plans.md X4.8)."""
    if not look.drive.plan.routes:
        return
    all_leads = {role for one in look.drive.plan.routes for role in one.leads}
    said: set[tuple[str, str]] = set()
    speakers = {unit: look.book.speakers(unit) for unit in {case.unit for case in look.drive.nominations.values()}}
    for dossier, index, case in look.listed():
        line = look.drive.plan.route_of(case.field, case.award)
        submitter = look.book.units.get(dossier.unit)
        if submitter is None:
            continue
        if line is None and case.field is None and (rest := _rest(look)) is not None:
            yield _no_field(look, dossier, case, rest)
            continue
        if line is not None and not {*line.leads, *line.with_units}.isdisjoint(submitter.roles):
            continue
        own = submitter.id in speakers[case.unit] or submitter.id in look.book.heirs(case.unit)
        if line is None or not line.leads:
            if not own and (line is not None or case.field is None):
                yield _strange_submitter(look, dossier, index, case, line)
            continue
        names = " hoặc ".join(look.drive.plan.roles.get(role, role) for role in line.leads)
        if not own:
            leads_elsewhere = bool(set(submitter.roles) & all_leads)
            told = f"lĩnh vực “{line.name}” do {names} chủ trì, không phải {submitter.name}"
            remedy = f"để {names} trình, hoặc đơn vị của người được đề nghị tự trình"
            yield _misrouted(dossier, index, line.clause, told, remedy, perhaps=not leads_elsewhere)
        elif line.own_unit is False:
            told = f"{line.name}: {names} gửi hồ sơ; {submitter.name} không tự trình"
            yield _misrouted(dossier, index, line.clause, told, f"gửi {names} để tổng hợp, thẩm định và trình")
        elif (dossier.id, line.field) not in said:
            said.add((dossier.id, line.field))
            yield Diagnostic(
                codes.CHU_TRI_CHUA_NEU,
                f"lĩnh vực do {names} chủ trì; {submitter.name} tự trình theo thẩm quyền",
                dossier.file,
                ("truong_hop", index),
                clause=line.clause or "",
                record=f"{dossier.id}/{line.field}",
            )


def _rest(look: Look) -> RouteLine | None:
    """The line for all that no field names; a plan with such a line gives every case a field."""
    return next((one for one in look.drive.plan.routes if not one.leads and not one.with_units), None)


def _no_field(look: Look, dossier: Dossier, case: Nomination, rest: RouteLine) -> Diagnostic:
    return Diagnostic(
        codes.CHUA_DU_CAN_CU,
        f"{look.label(case)}: chưa ghi lĩnh vực nên chưa biết đơn vị nào chủ trì đề xuất",
        case.file,
        ("linh_vuc",),
        on_key=True,
        clause=rest.clause or "",
        record=case.id,
        due=look.due(dossier, Stage.SUBMITTED),
        remedy=f"ghi linh_vuc; không thuộc lĩnh vực nào thì ghi {rest.field}",
        related=(Mark(look.drive.plan.file, ("tuyen_trinh",), "tuyến trình theo lĩnh vực"),),
    )


def _strange_submitter(
    look: Look, dossier: Dossier, index: int, case: Nomination, line: RouteLine | None
) -> Diagnostic:
    award = look.drive.plan.award(case.award)
    clause = line.clause if line is not None else award and award.clause
    said = f"{look.book.unit_name(dossier.unit)} trình {look.label(case)}, không phải mình hay cấp dưới của mình"
    remedy = (
        "để đơn vị của trường hợp hoặc cấp trên của đơn vị ấy trình; nếu là cấp dưới thì ghi truc_thuoc ở units.yaml"
    )
    return _misrouted(dossier, index, clause, said, remedy, perhaps=True)


def _misrouted(
    dossier: Dossier, index: int, clause: str | None, said: str, remedy: str, *, perhaps: bool = False
) -> Diagnostic:
    """A case submitted by a unit that may not, or ``perhaps`` may not."""
    return Diagnostic(
        codes.SAI_TUYEN_TRINH,
        said,
        dossier.file,
        ("truong_hop", index),
        clause=clause or "",
        record=dossier.id,
        remedy=remedy,
        severity_override=Severity.REVIEW if perhaps else None,
    )


def self_confirmed(look: Look) -> Iterator[Diagnostic]:
    """Không ai tự xác nhận cho mình."""
    for case in look.drive.nominations.values():
        names = {name_key(case.full_name)} if case.full_name else set()
        unit = look.book.units.get(case.unit)
        if case.subject_kind == "tập thể" and unit is not None and case.group_name is None:
            # Its head speaks for a collective; whether he may attest for it is custom, not law.
            names = {name_key(post.full_name) for post in unit.heads}
        for index, one in enumerate(case.attestations):
            if one.confirmed_by and name_key(one.confirmed_by) in names:
                yield Diagnostic(
                    codes.TU_XAC_NHAN,
                    f"{one.confirmed_by} tự xác nhận cho mình",
                    case.file,
                    ("xac_nhan", index, "nguoi_xac_nhan"),
                    record=case.id,
                    remedy="cấp trên trực tiếp hoặc Hội đồng xác nhận",
                    severity_override=Severity.REVIEW if case.subject_kind == "tập thể" else None,
                )


def copies(look: Look) -> Iterator[Diagnostic]:
    """Dạng bản, số và cơ quan của tài liệu chứng minh."""
    for case in look.drive.nominations.values():
        for paper, at in case.every_paper():
            if paper.copy == "bản chụp":
                yield Diagnostic(
                    codes.BAN_CHUP,
                    "tài liệu là bản chụp chưa sao y",
                    case.file,
                    (*at, "dang_ban"),
                    record=case.id,
                    remedy="nộp bản chính hoặc bản sao y",
                )
            if paper.number is None or paper.issuer is None:
                lacking = "số, ký hiệu" if paper.number is None else "cơ quan ban hành"
                yield Diagnostic(
                    codes.TAI_LIEU_SO_SAI,
                    f"tài liệu “{look.drive.terms.papers.name(paper.kind)}” chưa ghi {lacking}",
                    case.file,
                    at,
                    record=case.id,
                )
        if case.figures is not None and case.figures.amounts and not case.figures.source:
            yield Diagnostic(
                codes.NGUON_SO_LIEU,
                "số liệu chưa ghi nguồn xác nhận",
                case.file,
                ("so_lieu",),
                on_key=True,
                record=case.id,
                remedy="ghi nguon: văn bản, cơ quan xác nhận",
            )


def numbered(look: Look) -> Iterator[Diagnostic]:
    """Hồ sơ đã gửi thì văn bản đề nghị đã có số, ngày, người ký."""
    for dossier in look.drive.dossiers.values():
        lacking = [
            key
            for key, value in (
                ("so_ky_hieu", dossier.number),
                ("ngay_ban_hanh", dossier.issued_on),
                ("nguoi_ky", dossier.signer and dossier.signer.full_name),
            )
            if not value
        ]
        known = look.drive.plan.procedure(dossier.procedure) or dossier.procedure is None
        if lacking and not dossier.withdrawn and known:
            yield Diagnostic(
                codes.CHUA_GHI_SO,
                f"văn bản đề nghị chưa ghi {', '.join(lacking)}",
                dossier.file,
                (lacking[0],),
                on_key=True,
                record=dossier.id,
                due=look.due(dossier, Stage.SUBMITTED),
                remedy="ghi lại sau khi ký và được cấp số",
            )


def number_of_its_kind(look: Look) -> Iterator[Diagnostic]:
    """Số của Tờ trình mang chữ TTr, không phải chữ viết tắt của loại văn bản khác."""
    for dossier in look.drive.dossiers.values():
        if dossier.number and misnumbered(dossier.number, look.drive.plan.procedure(dossier.procedure)):
            yield Diagnostic(
                codes_law.SO_KHAC_LOAI,
                f"hồ sơ lập bằng tờ trình, số {dossier.number} là số của loại văn bản khác",
                dossier.file,
                ("so_ky_hieu",),
                record=dossier.id,
                remedy="đối chiếu với văn bản đã ký; Tờ trình ghi …/TTr-…",
            )


RULES = (
    complete,
    no_list,
    no_cases,
    channel,
    fits_procedure,
    route,
    self_confirmed,
    copies,
    numbered,
    number_of_its_kind,
)
