"""Something a unit handed in for a duty, as papers print it: a registration, a pledge, role models, a report."""

from datetime import date
from typing import Any

from thidua_cli.model.duty import DutyKind
from thidua_cli.model.handed import HandedIn, Party, TargetResult
from thidua_cli.model.unit import Unit
from thidua_cli.render.values.naming import Desk, citation, iso, joined, paper_line, signs_for
from thidua_cli.render.values.review import level_words
from thidua_cli.render.values.unit import dispatch_symbol, head_of
from thidua_cli.source import Quantity
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import honorific
from thidua_cli.viet.numbers import format_decimal, format_percent, two_digits
from thidua_cli.viet.text import capital

_CHAIRS = ("khối trưởng", "cụm trưởng")


def duty_values(desk: Desk, done: HandedIn, duty: DutyKind) -> dict[str, Any]:
    """The root ``viec``."""
    unit = desk.book.units.get(done.unit)
    day = done.issued_on or done.signed_on or done.day
    plan, launch = done.unit_plan, done.launch
    parties = _parties(desk, done)
    return {
        "so_ky_hieu": done.number or "",
        "ngay_ban_hanh": iso(done.issued_on or done.signed_on) or (f"{day:%Y-%m}" if day else ""),
        "ten_viec": duty.name,
        "dieu_khoan": duty.clause or "",
        "dau_giay": head_of(unit),
        "ten_don_vi": unit.name if unit else done.unit,
        "chu_viet_tat": (unit.abbreviation or "") if unit else "",
        "ky_hieu_cong_van": dispatch_symbol(unit),
        "kinh_gui": _addressees(desk, duty, done.unit),
        "nguoi_ky": signer_of(desk, unit, day),
        "noi_dung_dang_ky": ", ".join(done.registered_kinds),
        "chi_tieu_dang_ky": [capital(one) for one in done.targets],
        "so_chi_tieu": two_digits(done.target_count) if done.target_count and not done.targets else "",
        "danh_hieu_dang_ky": [capital(one) for one in done.titles],
        "ke_hoach_don_vi": citation(plan.number, plan.issued_on, "Kế hoạch") if plan else "",
        "ngay_phat_dong": iso(launch.launched_on) if launch else "",
        "hinh_thuc_phat_dong": (launch.form or "") if launch else "",
        "guong": [_role_model(desk, done, index) for index in range(len(done.role_models))],
        "so_guong": two_digits(len(done.role_models)),
        "ngay_ky_ket": iso(done.signed_on),
        "cac_ben": [_party(desk, one, day) for one in parties],
        "ben_ky": [_party_signs(desk, one, day) for one in parties],
        "noi_dung_giao_uoc": [capital(one) for one in done.pledges],
        "ket_qua_chi_tieu": [_target(desk, one) for one in done.target_results],
        "ket_qua_phong_trao": [
            {
                "ten": next((each.name for each in desk.drive.plan.movements if each.id == one.movement), one.movement),
                "dang_ky": one.registered or "",
                "ket_qua": one.result or "",
            }
            for one in done.movement_results
        ],
        "tai_lieu": [
            capital(desk.drive.terms.papers.name(one.kind))
            + (f", {paper_line('', one.number, one.issued_on, one.issuer)}" if one.number or one.issued_on else "")
            for one in done.papers
            if one.number is None or one.number != done.number  # the paper itself is not enclosed with itself
        ],
    }


def chair_of(desk: Desk, cluster: Unit | None) -> Unit | None:
    """The member that leads a cluster."""
    members = members_of(desk, cluster)
    return next((unit for unit in members if unit.cluster_role in _CHAIRS), None)


def members_of(desk: Desk, cluster: Unit | None) -> list[Unit]:
    """The units of a cluster."""
    return [unit for unit in desk.book.units.values() if cluster is not None and unit.cluster == cluster.id]


def signer_of(desk: Desk, unit: Unit | None, day: date | None) -> dict[str, Any]:
    """Who signs for a unit; for a cluster the head of the member that leads it, who says as what."""
    chair = chair_of(desk, unit)
    if chair is None:
        return signs_for(unit, day)
    head = chair.head_on(day)
    post = joined((head.position if head else None) or "Thủ trưởng", chair.name, " ")
    return signs_for(chair, day) | {"quyen_han_ky": [(chair.cluster_role or "").upper(), post.upper()]}


def _addressees(desk: Desk, duty: DutyKind, own: str) -> list[str]:
    """To whom it goes and through whom, as the plan says; a unit does not write to itself."""
    roles = duty.addressees or ((duty.through,) if duty.through else ())
    through = desk.role_name(duty.through) if duty.through and duty.addressees else ""
    names = [desk.role_name(role) for role in roles if (unit := desk.unit_with(role)) is None or unit.id != own]
    return [f"{name} (qua {through})" if through and through != name else name for name in names]


def _role_model(desk: Desk, done: HandedIn, index: int) -> dict[str, str]:
    model = done.role_models[index]
    unit = desk.unit_name(model.unit or done.unit)
    title = honorific(model.gender)
    return {
        "xung_ho_ten": f"{title} {model.full_name}" if model.full_name else model.group_name or unit,
        "chuc_vu_don_vi": joined(model.position or "", unit, ", ") if model.full_name else "",
        "tom_tat_thanh_tich": model.summary or "",
    }


def _parties(desk: Desk, done: HandedIn) -> list[Party]:
    """The parties in the record's order, then the members of the cluster it has not named yet."""
    named = {party.unit for party in done.parties}
    members = members_of(desk, desk.book.units.get(done.unit))
    return [*done.parties, *(Party(unit.id, None, None) for unit in members if unit.id not in named)]


def _party(desk: Desk, party: Party, day: date | None) -> dict[str, str]:
    unit = desk.book.units.get(party.unit)
    post = unit.post_of(party.full_name, day) if unit and party.full_name else None
    position = party.position or (post[0].position if post else None) or ""
    title = honorific(post[0].gender if post else None)
    return {
        "ten_don_vi": desk.book.unit_name(party.unit),
        "xung_ho_ten": f"{title} {party.full_name}" if party.full_name else "",
        "chuc_vu": position,
    }


def _party_signs(desk: Desk, party: Party, day: date | None) -> dict[str, Any]:
    """A party's signature: the post with the unit, once; a party not named yet signs above a blank."""
    told = _party(desk, party, day)
    line = joined(told["chuc_vu"] or "Đại diện", told["ten_don_vi"], " ")
    return {"quyen_han_ky": [line.upper()], "ho_ten": party.full_name or "", "ghi_chu": ""}


def _target(desk: Desk, one: TargetResult) -> dict[str, str]:
    target = next((each for each in desk.drive.plan.targets if each.id == one.target), None)
    measure = one.unit_of_measure or (target.unit_of_measure if target else None) or ""

    def shown(one: Quantity | None) -> str:
        if one is None:
            return ""
        return format_percent(one.value) if one.is_share else f"{format_decimal(one.value)} {measure}".strip()

    # Amounts alone would show "12,05 of 12,5: vượt" where the plan asks for a share of what was assigned.
    asked = f" ({level_words(target)})" if target and target.level and target.level.is_share and one.done else ""
    return {
        "ten": capital(f"{target.name}{asked}" if target else one.name or one.target or ""),
        "giao": shown(one.assigned),
        # The typed share is held to its amounts (TD645), so it may stand beside them.
        "thuc_hien": f"{shown(one.done)} ({shown(one.share)})" if one.share else shown(one.done),
        "uoc_thuc_hien": shown(one.estimate),
        "danh_gia": one.rating or "",
        "ngay_chot": format_short(one.as_of) if one.as_of else "",
        "nguon": one.source or "",
    }
