"""Lints on dossiers: the plan's list of papers, the channel, the route, who signs and who confirms."""

from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.judge import holds
from thidua_cli.model.awards import REPORTS, Procedure, RequiredPaper
from thidua_cli.model.dossier import Dossier, Stage
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes
from thidua_cli.rules.look import Look
from thidua_cli.rules.times import papers_of
from thidua_cli.viet.text import fold

_MADE_BY_DOSSIER = frozenset(("tờ trình", "công văn"))
_MINUTES = "biên bản"


def complete(look: Look) -> Iterator[Diagnostic]:
    """Thành phần hồ sơ theo thủ tục, kể cả giấy chỉ phải có trong điều kiện nhất định."""
    for dossier in look.drive.dossiers.values():
        procedure = look.drive.plan.procedure(dossier.procedure)
        if procedure is None or dossier.withdrawn:
            continue
        for index, paper in enumerate(procedure.papers):
            place = Mark(
                look.drive.plan.file, _paper_route(look, procedure, index), f"thành phần hồ sơ ({paper.clause})"
            )
            if paper.per == "cuộc họp":
                yield from _minutes(look, dossier, paper, place)
            elif paper.per == "trường hợp":
                for id_ in dossier.cases:
                    case = look.drive.nominations.get(id_)
                    if case is not None:
                        yield from _case_paper(look, dossier, case, paper, place)


def _paper_route(look: Look, procedure: Procedure, index: int) -> Route:
    return ("thanh_phan_ho_so", look.drive.plan.procedures.index(procedure), "tai_lieu_phai_co", index, "loai_tai_lieu")


def _minutes(look: Look, dossier: Dossier, paper: RequiredPaper, place: Mark) -> Iterator[Diagnostic]:
    if paper.kind == _MINUTES and not dossier.meetings:
        yield Diagnostic(
            codes.THIEU_THANH_PHAN,
            "hồ sơ chưa có biên bản họp",
            dossier.file,
            ("cuoc_hop",),
            on_key=True,
            clause=paper.clause or "",
            record=dossier.id,
            due=look.due(dossier, Stage.SUBMITTED),
            remedy="ghi cuoc_hop: mã cuộc họp đã xét các trường hợp này",
            related=(place,),
        )


def _case_paper(
    look: Look,
    dossier: Dossier,
    case: Nomination,
    paper: RequiredPaper,
    place: Mark,
) -> Iterator[Diagnostic]:
    if paper.only_when is not None:
        truth = holds(paper.only_when, case, look.drive, look.book)
        if truth.value is False:
            return
        if truth.value is None:
            yield Diagnostic(
                codes.CHUA_DU_CAN_CU,
                f"chưa biết “{truth.fact}” nên chưa biết có phải nộp {_name(look, paper)}",
                case.file,
                ("don_vi",),
                clause=paper.clause or "",
                record=case.id,
                due=look.due(dossier, Stage.SUBMITTED),
                remedy=f"ghi có hoặc không ở su_that trong {truth.where}",
            )
            return
    there = (
        case.report is not None if paper.kind in REPORTS else any(one.kind == paper.kind for one, _ in papers_of(case))
    )
    if there:
        return
    key = "bao_cao_thanh_tich" if paper.kind in REPORTS else "tai_lieu"
    remedy = "ghi tệp báo cáo .md hoặc .docx" if paper.kind in REPORTS else f"thêm tài liệu loại “{_name(look, paper)}”"
    yield Diagnostic(
        codes.THIEU_THANH_PHAN,
        f"{look.label(case)}: thiếu {_name(look, paper)}",
        case.file,
        (key,),
        on_key=True,
        clause=paper.clause or "",
        record=case.id,
        due=look.due(dossier, Stage.SUBMITTED),
        remedy=remedy,
        related=(place,),
    )


def _name(look: Look, paper: RequiredPaper) -> str:
    return look.drive.terms.papers.name(paper.kind)


def no_list(look: Look) -> Iterator[Diagnostic]:
    """Kế hoạch không có thành phần hồ sơ: nói ra một lần, không đòi giấy nào."""
    if look.drive.dossiers and not look.drive.plan.procedures:
        yield Diagnostic(
            codes.KE_HOACH_KHONG_CO_HO_SO,
            "kế hoạch không quy định thành phần hồ sơ; giấy tờ in theo thông lệ: tờ trình, biên bản, báo cáo",
            look.drive.file,
        )


def channel(look: Look) -> Iterator[Diagnostic]:
    """Cách gửi của thủ tục."""
    for dossier in look.drive.dossiers.values():
        procedure = look.drive.plan.procedure(dossier.procedure)
        if procedure is None or procedure.channel is None or dossier.channel is None:
            continue
        if fold(dossier.channel) != fold(procedure.channel):
            index = look.drive.plan.procedures.index(procedure)
            yield Diagnostic(
                codes.SAI_CACH_GUI,
                f"gửi bằng “{dossier.channel}”; kế hoạch quy định “{procedure.channel}”",
                dossier.file,
                ("cach_gui",),
                clause=procedure.clause or "",
                record=dossier.id,
                remedy="gửi lại đúng cách của thủ tục",
                related=(Mark(look.drive.plan.file, ("thanh_phan_ho_so", index, "cach_gui"), "cách gửi của thủ tục"),),
            )


def fits_procedure(look: Look) -> Iterator[Diagnostic]:
    """Hình thức đề nghị thuộc thủ tục của hồ sơ."""
    for dossier, index, case in look.listed():
        procedure = look.drive.plan.procedure(dossier.procedure)
        award = look.drive.plan.award(case.award)
        if procedure is None or award is None or not look.drive.plan.has_route(award):
            continue
        if award.id not in procedure.applies_to.awards:
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
    leads = {one.field: one for one in look.drive.plan.routes}
    all_leads = {role for one in look.drive.plan.routes for role in one.leads}
    said: set[tuple[str, str]] = set()
    for dossier, index, case in look.listed():
        line = leads.get(case.field or "")
        submitter = look.book.units.get(dossier.unit)
        if line is None or submitter is None or not line.leads:
            continue
        if set(submitter.roles) & set(line.leads):
            continue
        own = case.unit == submitter.id or _above(look, case.unit, submitter.id)
        names = " hoặc ".join(look.drive.plan.roles.get(role, role) for role in line.leads)
        if not own:
            leads_elsewhere = bool(set(submitter.roles) & all_leads)
            yield Diagnostic(
                codes.SAI_TUYEN_TRINH,
                f"lĩnh vực “{line.name}” do {names} chủ trì, không phải {submitter.name}",
                dossier.file,
                ("truong_hop", index),
                clause=line.clause or "",
                record=dossier.id,
                remedy=f"để {names} trình, hoặc đơn vị của người được đề nghị tự trình",
                severity_override=None if leads_elsewhere else Severity.REVIEW,
            )
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


def _above(look: Look, unit: str, other: str) -> bool:
    """Whether ``other`` stands anywhere above ``unit``."""
    seen: set[str] = set()
    here = look.book.units.get(unit)
    while here is not None and here.parent and here.parent not in seen:
        if here.parent == other:
            return True
        seen.add(here.parent)
        here = look.book.units.get(here.parent)
    return False


def self_confirmed(look: Look) -> Iterator[Diagnostic]:
    """Không ai tự xác nhận cho mình."""
    for case in look.drive.nominations.values():
        names = {fold(case.full_name)} if case.full_name else set()
        unit = look.book.units.get(case.unit)
        if case.subject_kind == "tập thể" and unit is not None and case.group_name is None:
            # Its head speaks for a collective; whether he may attest for it is custom, not law.
            names = {fold(post.full_name) for post in unit.heads}
        for index, one in enumerate(case.attestations):
            if one.confirmed_by and fold(one.confirmed_by) in names:
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
        for paper, at in papers_of(case):
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


def considered(look: Look) -> Iterator[Diagnostic]:
    """Mọi trường hợp của hồ sơ đã được cuộc họp làm căn cứ thống nhất đề nghị."""
    for dossier, index, case in look.listed():
        meetings = [look.drive.meetings[id_] for id_ in dossier.meetings if id_ in look.drive.meetings]
        if not meetings:
            continue
        votes = [vote for meeting in meetings if (vote := meeting.vote_on(case.id))]
        if any(vote.conclusion in ("thống nhất đề nghị", "đề nghị hình thức khác") for _, vote in votes):
            continue
        if any(vote.conclusion is None for _, vote in votes):
            continue  # said at the meeting, where the conclusion is missing
        said = f"kết luận “{votes[0][1].conclusion}”" if votes else "chưa biểu quyết"
        yield Diagnostic(
            codes.CHUA_HOP_XET,
            f"{look.label(case)}: cuộc họp làm căn cứ {said} trường hợp này",
            dossier.file,
            ("truong_hop", index),
            record=dossier.id,
            due="" if votes else look.due(dossier, Stage.SUBMITTED),
            remedy="bỏ khỏi hồ sơ, hoặc ghi kết quả biểu quyết ở cuộc họp",
        )


def signer(look: Look) -> Iterator[Diagnostic]:
    """Người ký giữ chức vụ vào ngày ký."""
    for dossier in look.drive.dossiers.values():
        unit = look.book.units.get(dossier.unit)
        name = dossier.signer.full_name if dossier.signer else None
        if unit is None or not name or not unit.heads or dossier.issued_on is None:
            continue
        if unit.post_of(name, dossier.issued_on) is None:
            yield Diagnostic(
                codes.NGUOI_KY_LA,
                f"{name} không giữ chức vụ lãnh đạo của {unit.name} vào ngày ký",
                dossier.file,
                ("nguoi_ky", "ho_ten"),
                record=dossier.id,
                remedy="kiểm tra nguoi_dung_dau, cap_pho trong units.yaml",
            )


RULES = (complete, no_list, channel, fits_procedure, route, self_confirmed, copies, numbered, considered, signer)
