"""Lints on who signs a dossier's Tờ trình or a decision, in what capacity, in whose name it is decided, and on papers
of the nominee's own.

Knows the posts of units.yaml and nothing of who was authorised besides.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.judge.issuers import units_called
from thidua_cli.judge.regime import Power, conferral
from thidua_cli.model.awards import Award
from thidua_cli.model.dossier import Decision
from thidua_cli.model.signer import Signer
from thidua_cli.model.unit import Post, Unit
from thidua_cli.rules import codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.names import same_name, spelt_out
from thidua_cli.viet.text import fold

_FOR_THE_HEAD = "KT."
_FOR_SOMEBODY = (_FOR_THE_HEAD, "TL.", "TUQ.", "Q.", "QUYỀN ")
_DEPUTY = fold("phó")


class _Signed(NamedTuple):
    """A signed paper of a unit."""

    id: str
    file: str
    unit: Unit
    signer: Signer
    day: date


def _signed(look: Look) -> Iterator[_Signed]:
    units, own = look.book.units, look.book.own_unit
    for dossier in look.drive.dossiers.values():
        unit = units.get(dossier.unit)
        if unit is not None and unit.heads and dossier.signer is not None and dossier.issued_on is not None:
            yield _Signed(dossier.id, dossier.file, unit, dossier.signer, dossier.issued_on)
    for decision in look.drive.decisions.values() if own is not None and own.heads else ():
        award = look.drive.plan.award(decision.award)
        ours = award is not None and not award.outside_route and not decision.from_old_system
        if own and ours and decision.signer is not None and decision.issued_on is not None:
            yield _Signed(decision.id, decision.file, own, decision.signer, decision.issued_on)


def signer(look: Look) -> Iterator[Diagnostic]:
    """Người ký giữ chức vụ vào ngày ký, và ký đúng quyền hạn của chức vụ ấy."""
    for paper in _signed(look):
        name = paper.signer.full_name
        if not name:
            continue
        held = paper.unit.post_of(name, paper.day)
        if held is None:
            yield Diagnostic(
                codes.NGUOI_KY_LA,
                f"{name} không giữ chức vụ lãnh đạo của {paper.unit.name} vào ngày ký",
                paper.file,
                ("nguoi_ky", "ho_ten"),
                record=paper.id,
                remedy="kiểm tra nguoi_dung_dau, cap_pho trong units.yaml",
            )
        elif said := _other_capacity(*held, paper.signer.capacity):
            yield Diagnostic(
                codes.NGUOI_KY_LA,
                f"{name} {said}",
                paper.file,
                ("nguoi_ky", "quyen_han_ky" if paper.signer.capacity else "ho_ten"),
                record=paper.id,
                remedy="cấp phó ký thay thì ghi KT. người đứng đầu rồi chức vụ của mình; người đứng đầu thì ghi chức vụ của mình",
            )


def _other_capacity(post: Post, is_head: bool, capacity: tuple[str, ...]) -> str:
    """What is said of lines of authority that are not those of the post held."""
    lines = [line.upper() for line in capacity]
    told = f"ghi “{' / '.join(capacity)}”" if capacity else ""
    deputy_signs = bool(lines) and _DEPUTY in fold(lines[-1]).split()
    if is_head:
        acting = _DEPUTY in fold(post.position or "").split()
        wrong = not acting and (deputy_signs or any(line.startswith(_FOR_THE_HEAD) for line in lines))
        return f"là người đứng đầu, quyền hạn ký {told}" if wrong else ""
    if deputy_signs or any(line.startswith(_FOR_SOMEBODY) for line in lines):
        return ""
    return f"là cấp phó, quyền hạn ký {told or 'chưa ghi'}"


def deciding(look: Look) -> Iterator[Diagnostic]:
    """Thẩm quyền ghi ở quyết định là của cơ quan quyết định, không phải của đơn vị khác."""
    office, plan = look.book.office, look.drive.plan
    for decision in look.drive.decisions.values() if office else ():
        award = plan.award(decision.award)
        if not decision.authority or award is None or award.outside_route or decision.from_old_system:
            continue
        others = units_called(decision.authority, look.drive)
        told = spelt_out(decision.authority)
        elsewhere = {spelt_out(one.authority) for one in plan.awards if one.authority and one.level != award.level}
        if (
            office
            and office.unit not in others
            and (others or told in elsewhere)
            and _still_theirs(look, decision, award)
        ):
            yield Diagnostic(
                codes.SAI_THAM_QUYEN,
                f"thẩm quyền ghi {decision.authority}, {award.short_name} do {award.authority or 'cơ quan này'} quyết định",
                decision.file,
                ("tham_quyen",),
                clause=award.clause or "",
                record=decision.id,
                severity_override=Severity.REVIEW,
                remedy="ghi thẩm quyền của cơ quan ban hành quyết định này",
            )


def _still_theirs(look: Look, decision: Decision, award: Award) -> bool:
    """Whether the award is still conferred by whom the plan names; after a reform another unit decides rightly."""
    day = decision.issued_on or look.today
    return conferral(look.book.law, award, award.authority, day).power is not Power.GONE


def by_oneself(look: Look) -> Iterator[Diagnostic]:
    """Cơ quan ban hành một tài liệu không phải chính người được đề nghị."""
    for case in look.drive.nominations.values():
        for paper, at in case.every_paper() if case.full_name else ():
            if paper.issuer and _is_person(paper.issuer, case.full_name or ""):
                yield Diagnostic(
                    codes.TU_XAC_NHAN,
                    f"tài liệu “{look.drive.terms.papers.name(paper.kind)}” do chính {paper.issuer} ban hành",
                    case.file,
                    (*at, "co_quan_ban_hanh"),
                    record=case.id,
                    remedy="ghi cơ quan ban hành như in trên văn bản",
                    severity_override=Severity.REVIEW,
                )


def _is_person(issuer: str, name: str) -> bool:
    """Whether an issuer is that person; few offices have a name as short, so most need not be compared."""
    return issuer.count(" ") <= name.count(" ") + 2 and same_name(issuer, name)


RULES = (signer, deciding, by_oneself)
