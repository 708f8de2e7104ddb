"""The plan as papers cite it, and the law in force on the day of the paper."""

import re
from datetime import date
from typing import Any

from thidua_cli.model.campaign import Campaign
from thidua_cli.model.deadline import Deadline
from thidua_cli.model.texts import LegalText
from thidua_cli.render.values.naming import Desk, citation
from thidua_cli.viet.dates import format_long
from thidua_cli.viet.text import uncapital

_SECTION = re.compile(r"Mục ([IVXLC]+)\.(\d+)")


def plan_values(desk: Desk, day: date | None) -> dict[str, Any]:
    """The root ``ke_hoach``; ``day`` is the paper's own, or the latest it can be."""
    plan = desk.drive.plan
    day = day or (plan.period and plan.period.last_day) or plan.issued_on
    merit = plan.merit or ""
    return {
        "cum_vien_dan": plan.citation,
        "vien_dan_ngan": short_citation(plan),
        "ten_dot": plan.name,
        "ten_goi_tat": plan.short_name,
        "thanh_tich_ghi": merit,
        "thanh_tich_ghi_trong_cau": uncapital(merit),
        "can_cu_luat": list(desk.book.law.bases_on(day)) if day else [],
        "can_cu_thu_tuc": _procedure_bases(desk, day),
        "dieu_khoan_tieu_chuan": _criteria_clause(desk),
        "han_nop": _deadline(plan.deadline),
    }


def short_citation(plan: Campaign) -> str:
    """Kind and number only, for the second time."""
    return f"{plan.kind or 'Kế hoạch'} số {plan.number}" if plan.number else f"{plan.kind or 'Kế hoạch'} nêu trên"


def text_citation(text: LegalText) -> str:
    """A cited text in full; its ready phrase where there is one, because the joint word differs."""
    if text.citation:
        return text.citation
    base = citation(text.number, text.issued_on, text.kind or "Văn bản", text.issuer or "")
    return f"{base} về {text.title}" if text.title else base


def _procedure_bases(desk: Desk, day: date | None) -> list[str]:
    """The texts of the procedure as in force on the day: those of a plan of many years are replaced."""
    keys = dict.fromkeys(key for procedure in desk.drive.plan.procedures for key in procedure.by_texts)
    texts = [desk.drive.text_on(key, day) for key in keys]
    return list(dict.fromkeys(text_citation(text) for text in texts if text is not None))


def _criteria_clause(desk: Desk) -> str:
    """``khoản 2 Mục III Kế hoạch số 303/KH-UBND``: the clause in the long form papers use."""
    clause = next((group.clause for group in desk.drive.criteria if group.clause), "")
    found = _SECTION.match(clause or "")
    where = f"khoản {found[2]} Mục {found[1]} " if found else ""
    return f"{where}{short_citation(desk.drive.plan)}"


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None or deadline.last_day is None:
        return ""
    if deadline.before:
        return f"trước {format_long(deadline.before)}"
    return f"chậm nhất {format_long(deadline.last_day)}"
