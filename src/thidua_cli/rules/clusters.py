"""Lints on clusters (cụm, khối): whom they choose, who signs their pledge, and the points they give."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.diagnostic import Diagnostic, Mark, Severity
from thidua_cli.judge.elections import elected
from thidua_cli.model.duty import PLEDGING, SCALING, SCORING
from thidua_cli.model.handed import HandedIn
from thidua_cli.model.meeting import AGREED, NEXT_CHAIR, Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.scores import leaves, most_of
from thidua_cli.rules import codes_council
from thidua_cli.rules import codes_duties as codes
from thidua_cli.rules.look import Look
from thidua_cli.viet.numbers import format_decimal

_CHOSEN = "suy tôn"


def _members(look: Look, cluster: str) -> set[str]:
    return {unit.id for unit in look.book.units.values() if unit.cluster == cluster}


def chosen(look: Look) -> Iterator[Diagnostic]:
    """Mỗi cụm, khối một đơn vị dẫn đầu, một cụm trưởng hay khối trưởng năm sau, là thành viên của mình."""
    first: dict[tuple[str, str], tuple[Meeting, int, str]] = {}
    for meeting in sorted(look.drive.meetings.values(), key=lambda one: one.when):
        if meeting.cluster is None:
            continue
        members = _members(look, meeting.cluster)
        voting: set[str] = set()
        for i, delegate in enumerate(meeting.delegates):
            if delegate.unit in voting:
                yield Diagnostic(
                    codes_council.DEM_HAI_LAN,
                    f"{look.book.unit_name(delegate.unit)} có hai đại diện; mỗi đơn vị một phiếu",
                    meeting.file,
                    ("dai_dien", i, "don_vi"),
                    record=meeting.id,
                    remedy="giữ một đại diện biểu quyết, đếm lại số phiếu; người còn lại ghi ở khach_moi",
                )
            voting.add(delegate.unit)
            if delegate.unit not in members and delegate.unit in look.book.units:
                yield _outsider(
                    look, meeting.file, meeting.cluster, delegate.unit, ("dai_dien", i, "don_vi"), meeting.id
                )
        for i, vote in enumerate(meeting.votes):
            unit = elected(look.drive, vote)
            if vote.subject is None or unit is None or vote.conclusion != AGREED[0]:
                continue
            route = ("bieu_quyet", i, "don_vi" if vote.unit else "truong_hop")
            if unit not in members and unit in look.book.units:
                yield _outsider(look, meeting.file, meeting.cluster, unit, route, meeting.id)
            subject = NEXT_CHAIR[0] if vote.subject in NEXT_CHAIR else vote.subject
            before = first.setdefault((meeting.cluster, subject), (meeting, i, unit))
            if (before[0].id, before[1]) != (meeting.id, i):
                again = before[0].held_on is not None and before[0].held_on != meeting.held_on
                yield Diagnostic(
                    codes.HAI_DON_VI_DAN_DAU,
                    f"{look.book.unit_name(meeting.cluster)} đã chọn {look.book.unit_name(before[2])} là {vote.subject}",
                    meeting.file,
                    route,
                    record=f"{meeting.id}/{i}",
                    severity_override=Severity.REVIEW if again else None,
                    remedy="giữ một kết quả; mỗi cụm, khối một đơn vị"
                    + ("; nếu cụm, khối đã bỏ phiếu lại thì ghi lý do chấp nhận" if again else ""),
                    related=(Mark(before[0].file, ("bieu_quyet", before[1]), "lần trước"),),
                )


def _outsider(look: Look, file: str, cluster: str, unit: str, route: tuple[str | int, ...], record: str) -> Diagnostic:
    return Diagnostic(
        codes.NGOAI_CUM_KHOI,
        f"{look.book.unit_name(unit)} không phải thành viên của {look.book.unit_name(cluster)}",
        file,
        route,
        record=record,
        remedy="kiểm tra mã đơn vị, hoặc cum_khoi của đơn vị trong units.yaml",
    )


def pledges(look: Look) -> Iterator[Diagnostic]:
    """Giao ước có đủ các bên, mỗi bên một lần, đều là thành viên."""
    kinds = {duty.id: duty.kind for duty in look.drive.plan.duties}
    for done in look.drive.duties.values():
        unit = look.book.units.get(done.unit)
        if kinds.get(done.duty) != PLEDGING or unit is None or unit.kind != "cụm, khối thi đua":
            continue
        members = _members(look, done.unit)
        seen: set[str] = set()
        for i, party in enumerate(done.parties):
            if party.unit not in members and party.unit in look.book.units:
                yield _outsider(look, done.file, done.unit, party.unit, ("cac_ben_ky", i, "don_vi"), done.id)
            if party.unit in seen:
                yield Diagnostic(
                    codes.GIAO_UOC_THIEU_BEN,
                    f"{look.book.unit_name(party.unit)} có tên hai lần trong giao ước",
                    done.file,
                    ("cac_ben_ky", i, "don_vi"),
                    record=done.id,
                    remedy="bỏ một dòng",
                )
            seen.add(party.unit)
        signed = done.signed_on or done.day
        lacking = sorted(id_ for id_ in members - seen if _signs(look, id_, signed, seen))
        if lacking and (done.day or done.signed_on):
            yield Diagnostic(
                codes.GIAO_UOC_THIEU_BEN,
                f"giao ước chưa có {', '.join(look.book.unit_name(id_) for id_ in lacking)}",
                done.file,
                ("cac_ben_ky",),
                on_key=True,
                record=done.id,
                remedy="thêm bên ký, hoặc bỏ cum_khoi của đơn vị không còn thuộc cụm, khối",
            )


def _signs(look: Look, unit: str, day: date | None, signed: set[str]) -> bool:
    """Whether a member has to be among those who signed: it was there that day, and nothing it came from signed."""
    known = look.book.units[unit]
    if known.since is None and known.until is None:
        return True
    return (day is None or known.exists_on(day)) and look.book.kin(unit).isdisjoint(signed)


def scales(look: Look) -> Iterator[Diagnostic]:
    """Thang điểm không tự mâu thuẫn."""
    kinds = {duty.id: duty.kind for duty in look.drive.plan.duties}
    for done in look.drive.duties.values():
        if kinds.get(done.duty) == SCALING:
            yield from _scale(done)


def _scale(done: HandedIn) -> Iterator[Diagnostic]:
    def wrong(message: str, route: tuple[str | int, ...], remedy: str) -> Diagnostic:
        return Diagnostic(codes.THANG_DIEM_LECH, message, done.file, route, record=done.id, remedy=remedy)

    seen: set[str] = set()
    places: list[tuple[str, tuple[str | int, ...]]] = []
    for i, item in enumerate(done.items):
        places.append((item.id, ("noi_dung_cham", i, "id")))
        places += [(child.id, ("noi_dung_cham", i, "noi_dung_con", j, "id")) for j, child in enumerate(item.children)]
        parts = most_of(item._replace(most=None)) if item.children else None
        if item.most is not None and parts is not None and parts != item.most:
            yield wrong(
                f"{item.name}: các nội dung con cộng {format_decimal(parts)}, điểm tối đa ghi {format_decimal(item.most)}",
                ("noi_dung_cham", i, "diem_toi_da"),
                "sửa một trong hai, hoặc bỏ diem_toi_da của nội dung lớn",
            )
        for j, leaf in enumerate(item.children or (item,)):
            if leaf.most is None:
                where = ("noi_dung_cham", i, "noi_dung_con", j) if item.children else ("noi_dung_cham", i)
                yield wrong(f"{leaf.name}: chưa ghi điểm tối đa", where, "ghi diem_toi_da")
    places += [(one.id, ("diem_thuong", i, "id")) for i, one in enumerate(done.bonuses)]
    places += [(one.id, ("diem_tru", i, "id")) for i, one in enumerate(done.deductions)]
    for id_, route in places:
        if id_ in seen:
            yield wrong(f"mã “{id_}” dùng hai lần", route, "đặt mã khác")
        seen.add(id_)
    for i, id_ in enumerate(done.tie_order):
        if id_ not in seen:
            yield wrong(f"không có nội dung “{id_}”", ("thu_tu_phan_hang", i), f"các mã: {', '.join(sorted(seen))}")


def sheets(look: Look) -> Iterator[Diagnostic]:
    """Bảng điểm theo thang: không nội dung lạ, không quá tối đa, không thiếu dòng."""
    scoring = {duty.id for duty in look.drive.plan.duties if duty.kind == SCORING}
    if not scoring:
        return
    from thidua_cli.judge.scores import boards  # few plans keep points

    scales_of = {sheet.unit: board.scale for board in boards(look.drive, look.book) for sheet in board.sheets}
    for done in look.drive.duties.values():
        if done.duty not in scoring or not done.lines:
            continue
        scale = scales_of.get(done.unit)
        if scale is None:
            yield Diagnostic(
                codes.CHUA_CO_THANG_DIEM,
                f"chưa có thang điểm của cụm, khối để đối chiếu bảng điểm {look.book.unit_name(done.unit)}",
                done.file,
                ("bang_diem",),
                on_key=True,
                record=done.id,
                remedy="chép thang điểm đã ban hành vào duties/<việc thang điểm>/<cụm, khối>.yaml",
            )
            continue
        yield from _sheet(done, scale)


def _sheet(done: HandedIn, scale: HandedIn) -> Iterator[Diagnostic]:
    most = {item.id: (item.name, item.most) for item in leaves(scale.items)}
    most |= {bonus.id: (bonus.name, bonus.most) for bonus in scale.bonuses}
    counted = {deduction.id: deduction.name for deduction in scale.deductions}
    place = (Mark(scale.file, ("noi_dung_cham",), "thang điểm"),)
    first: dict[str, int] = {}
    for i, line in enumerate(done.lines):
        again = first.setdefault(line.item, i) != i
        if again or (line.item not in most and line.item not in counted):
            parted = any(item.id == line.item and item.children for item in scale.items)
            strange = "chấm theo từng nội dung con" if parted else "không có trong thang điểm"
            yield Diagnostic(
                codes.NOI_DUNG_CHAM_LA,
                f"nội dung “{line.item}” {'đã có ở dòng trên' if again else strange}",
                done.file,
                ("bang_diem", i, "noi_dung_cham"),
                record=done.id,
                remedy=f"các mã của thang điểm: {', '.join([*most, *counted])}",
                related=place,
            )
        if line.item in counted and line.times is None:
            yield _missing(done, counted[line.item], ("bang_diem", i), "ghi so_lan: số lần bị trừ, không lần nào thì 0")
        name, limit = most.get(line.item, ("", None))
        for key, points in (("diem_tu_cham", line.own), ("diem_tham_dinh", line.appraised)):
            if limit is not None and points is not None and points > limit:
                yield Diagnostic(
                    codes.VUOT_DIEM_TOI_DA,
                    f"{name}: {format_decimal(points)} điểm, tối đa {format_decimal(limit)}",
                    done.file,
                    ("bang_diem", i, key),
                    record=f"{done.id}/{line.item}",
                    remedy="kiểm tra điểm và thang điểm",
                    related=place,
                )
    yield from _without_points(done, scale, {line.item: i for i, line in enumerate(done.lines)})


def _without_points(done: HandedIn, scale: HandedIn, lines: dict[str, int]) -> Iterator[Diagnostic]:
    """What the scale asks points for and the sheet has no line of, or one without points; ``lines`` by their item."""
    for item in leaves(scale.items):
        if item.id not in lines:
            yield _missing(done, item.name, ("bang_diem",), f"thêm dòng noi_dung_cham: {item.id}")
            continue
        line = done.lines[lines[item.id]]
        if line.own is None and line.appraised is None:
            yield _missing(done, item.name, ("bang_diem", lines[item.id]), "ghi diem_tu_cham; 0 điểm cũng ghi")
    for id_, name in {one.id: one.name for one in scale.deductions}.items():
        if id_ not in lines:
            # Nothing says yet that points are to be taken, and without the line none are.
            remedy = f"thêm dòng noi_dung_cham: {id_}; không lần nào thì so_lan: 0"
            found = _missing(done, name, ("bang_diem",), remedy)
            yield found._replace(severity_override=Severity.REVIEW)


def _missing(done: HandedIn, name: str, route: tuple[str | int, ...], remedy: str) -> Diagnostic:
    return Diagnostic(
        codes.THIEU_DONG_DIEM,
        f"chưa có điểm của nội dung “{name}”",
        done.file,
        route,
        on_key=len(route) == 1,
        record=f"{done.id}/{name}",
        remedy=remedy,
    )


def proposed(look: Look) -> Iterator[Diagnostic]:
    """Mỗi cụm, khối đề nghị suy tôn một đơn vị."""
    first: dict[tuple[str, str], Nomination] = {}
    for case in look.drive.nominations.values():
        award = look.drive.plan.award(case.award)
        unit = look.book.units.get(case.unit)
        if award is None or award.kind != _CHOSEN or unit is None or unit.cluster is None:
            continue
        before = first.setdefault((award.id, unit.cluster), case)
        if before.unit != case.unit:
            yield Diagnostic(
                codes.HAI_DON_VI_DAN_DAU,
                f"{look.label(case)} và {look.label(before)} cùng được đề nghị {look.award(case)} của "
                f"{look.book.unit_name(unit.cluster)}",
                case.file,
                ("don_vi",),
                clause=award.clause or "",
                record=case.id,
                severity_override=Severity.REVIEW,
                remedy="giữ đơn vị mà cuộc họp của cụm, khối đã chọn",
                related=(Mark(before.file, ("don_vi",), "đề nghị trước"),),
            )


RULES = (chosen, proposed, pledges, scales, sheets)
