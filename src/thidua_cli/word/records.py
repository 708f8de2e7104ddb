"""Where the records say what a paper prints: from the way to a value in a paper's context to a file and a key.

A context is made from records by code, so this is the one list of the ways back; what it does not know
ends at the paper's own record. Knows YAML only through ``source``.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from thidua_cli.book.places import Places
from thidua_cli.diagnostic import Place, Route
from thidua_cli.judge.scores import Board, boards
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.orders import REVIEWS
from thidua_cli.render.press import Sheet
from thidua_cli.render.values import Desk
from thidua_cli.render.values.naming import LISTS
from thidua_cli.source import Node, node_at
from thidua_cli.word.tokens import keys

_CASE: Final = {
    "ho_ten": "ho_ten",
    "ten_day_du": "ho_ten",
    "nam_sinh_nam": "ngay_sinh",
    "nam_sinh_nu": "ngay_sinh",
    "ngay_sinh": "ngay_sinh",
    "gioi_tinh": "gioi_tinh",
    "chuc_vu_don_vi": "chuc_vu",
    "tom_tat_thanh_tich": "tom_tat_thanh_tich",
    "hinh_thuc": "hinh_thuc_de_nghi",
    "ten_linh_vuc": "linh_vuc",
    "ngay_ban_hanh": "ngay_bao_cao",
    "nhiem_vu": "nhiem_vu",
    "vai_tro": "vai_tro",
    "giai_phap": "giai_phap",
    "so_lieu": "so_lieu",
    "khen_thuong_da_co": "khen_thuong_da_co",
    "cau_xac_nhan": "xac_nhan",
    "ten_ghi_quyet_dinh": "ten_tap_the",
    "ten_tap_the": "ten_tap_the",
    "tu_ngay": "thoi_gian_thanh_tich",
    "den_ngay": "so_lieu",
}
_MEETING: Final = frozenset(
    (
        "so_ky_hieu",
        "ngay_hop",
        "gio_bat_dau",
        "gio_ket_thuc",
        "dia_diem",
        "khach_moi",
        "cach_bieu_quyet",
        "chu_toa",
        "thu_ky",
        "phieu",
        "xac_nhan_chung",
    )
)
_DECISION: Final = frozenset(
    ("so_ky_hieu", "ngay_ban_hanh", "nguoi_ky", "tham_quyen", "theo_de_nghi", "ngay_trao", "hoi_nghi_trao")
)
_DUTY: Final = {
    "so_ky_hieu": "so_ky_hieu",
    "ngay_ban_hanh": "ngay_ban_hanh",
    "chi_tieu_dang_ky": "chi_tieu_dang_ky",
    "so_chi_tieu": "so_luong_chi_tieu",
    "noi_dung_dang_ky": "loai_dang_ky",
    "danh_hieu_dang_ky": "danh_hieu_dang_ky",
    "ke_hoach_don_vi": "ke_hoach_don_vi",
    "ngay_phat_dong": "phat_dong",
    "hinh_thuc_phat_dong": "phat_dong",
    "guong": "guong",
    "ngay_ky_ket": "ngay_ky_ket",
    "cac_ben": "cac_ben_ky",
    "ben_ky": "cac_ben_ky",
    "noi_dung_giao_uoc": "noi_dung_giao_uoc",
    "ket_qua_chi_tieu": "ket_qua_chi_tieu",
    "ket_qua_phong_trao": "ket_qua_phong_trao",
    "tai_lieu": "tai_lieu",
    "dong": "bang_diem",
    "tong_tu_cham": "bang_diem",
    "tong_tham_dinh": "bang_diem",
    "y_kien": "y_kien_don_vi_cham",
}
"""What papers of a duty print, by the keys of its file."""
_DUTY_ROOTS: Final = frozenset(("viec", "giao_uoc", "bang_diem", "xep_hang"))
_PLAN: Final = {
    "cum_vien_dan": "cum_vien_dan",
    "ten_dot": "ten_dot",
    "ten_goi_tat": "ten_goi_tat",
    "thanh_tich_ghi": "thanh_tich_ghi",
    "thanh_tich_ghi_trong_cau": "thanh_tich_ghi",
    "vien_dan_ngan": "so_ky_hieu",
}


class Origin(NamedTuple):
    """A place in the records: a file, the way to a datum in it."""

    file: str
    route: Route


class Records:
    """The ways from a printed word back into the records' files."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._places = Places(desk.book)

    @cached_property
    def _boards(self) -> list[Board]:
        return boards(self.desk.drive, self.desk.book)

    def lines(self, file: str) -> list[str]:
        """The lines of a record's file."""
        return self._places.lines(file)

    def place(self, origin: Origin) -> Place:
        """The line of an origin; of prose, its own line is its route."""
        if origin.route and origin.file.endswith(".md"):
            return Place(int(origin.route[0]))
        return self._places.at(origin.file, origin.route)

    def node(self, origin: Origin) -> Node | None:
        """The value at an origin, if the whole way exists."""
        return node_at(self._places.node(origin.file), origin.route)

    def origin(self, sheet: Sheet, path: Route, text: str) -> Origin:
        """Where the records say ``text``, printed by the value at ``path`` of a paper's context."""
        found = self._way_back(sheet, path)
        return self._sharpened(found, text) if text else found

    def origin_of_row(self, sheet: Sheet, path: Route) -> Origin:
        """Where the records put a row there, and in that place: the list of cases, the votes."""
        drive = self.desk.drive
        dossier, meeting = drive.dossiers.get(sheet.record), drive.meetings.get(sheet.record)
        if dossier is not None and path[:1] == ("ho_so",) and len(path) > 2:
            cases = drive.cases_of(dossier)
            case = self._listed(cases, str(path[1]), path[1:])
            if case is not None:
                return Origin(dossier.file, ("truong_hop", dossier.cases.index(case.id)))
        if meeting is not None and path[1:2] in (("ket_qua",), ("truong_hop",)) and len(path) > 2:
            votes = [
                index for index, vote in enumerate(meeting.votes) for id_ in vote.cases if id_ in drive.nominations
            ]
            if int(path[2]) < len(votes):
                return Origin(meeting.file, ("bieu_quyet", votes[int(path[2])]))
        return self._way_back(sheet, path)

    def origin_in_case(self, case: Nomination, path: Route, text: str) -> Origin:
        """The same for a report that is no paper of ours."""
        found = self._of_case(case, path)
        return self._sharpened(found, text) if text else found

    def _way_back(self, sheet: Sheet, path: Route) -> Origin:
        drive, record = self.desk.drive, sheet.record
        root = path[0] if path else ""
        if root == "ke_hoach":
            key = _PLAN.get(str(path[1]), "")
            return Origin(drive.plan.file, (key,) if key else ())
        if root == "bao_cao":
            return self._of_review(sheet, path[1:])
        dossier, meeting = drive.dossiers.get(record), drive.meetings.get(record)
        case = drive.nominations.get(record)
        if len(path) > 1 and (root in _DUTY_ROOTS or (case is None and "/" in record)):
            return self._of_duty(record, path)
        if root == "don_vi" or "dau_giay" in path:
            return self._unit(dossier.unit if dossier else meeting.unit or "" if meeting else case.unit if case else "")
        if root == "ho_so" and dossier is not None:
            return self._of_dossier(dossier, path[1:])
        if root == "cuoc_hop" and meeting is not None:
            return self._of_meeting(meeting, path[1:])
        if root == "truong_hop" and case is not None:
            return self._of_case(case, path[1:])
        decision = drive.decisions.get(record.partition("/")[0])
        if root == "trich_sao" and decision is not None:
            return Origin(decision.file, ("truong_hop",))
        if root == "quyet_dinh" and decision is not None and len(path) > 1:
            key = str(path[1])
            return Origin(decision.file, (key,) if key in _DECISION else ("truong_hop",))
        own = dossier or meeting or case or decision or drive.duties.get(record)
        return Origin(own.file, ()) if own is not None else Origin(drive.file, ())

    def _of_duty(self, record: str, path: Route) -> Origin:
        """A paper of something handed in; a role model's record ends in its number."""
        drive = self.desk.drive
        duty, _, rest = record.partition("/")
        unit, _, number = rest.partition("/")
        done = drive.duties.get(f"{duty}/{unit}")
        root, key = path[0], str(path[1])
        if "dau_giay" in path or key in ("nguoi_ky", "don_vi_cham", "ten_don_vi"):
            return self._unit(unit)
        if root == "giao_uoc":
            pledge = next((one for one in drive.duties.values() if one.unit == unit and one.pledges), None)
            return Origin(pledge.file, (_DUTY[key],) if key in _DUTY else ()) if pledge else Origin(drive.file, ())
        if root == "xep_hang":
            return self._of_ranking(record, path)
        if done is None:
            return Origin(drive.file, ())
        if root == "cuoc_hop" and done.meeting in drive.meetings:
            return self._of_meeting(drive.meetings[done.meeting], path[1:])
        own = Origin(done.file, (_DUTY[key],) if key in _DUTY else ())
        if root == "truong_hop" and number.isdecimal():
            own = Origin(done.file, ("guong", int(number) - 1, *((_CASE[key],) if key in _CASE else ())))
            return own if self.node(own) is not None else Origin(done.file, ("guong", int(number) - 1))
        return own

    def _of_ranking(self, record: str, path: Route) -> Origin:
        """A row of the ranking is a member's sheet; what is said of all of them is the scale's."""
        drive, cluster = self.desk.drive, record.partition("/")[2]
        board = next((one for one in self._boards if one.cluster and one.cluster.id == cluster), None)
        if board is not None and path[1] == "hang" and len(path) > 2 and int(path[2]) < len(board.ranking):
            handed = board.ranking[int(path[2])].sheet.handed
            if handed is not None:
                return Origin(handed.file, ("bang_diem",))
        return Origin(board.scale.file, ()) if board is not None and board.scale else Origin(drive.file, ())

    def _of_review(self, sheet: Sheet, path: Route) -> Origin:
        """The report of the unit a row tells of; what is added up from many records has no line of its own."""
        drive, told = self.desk.drive, sheet.context["bao_cao"]
        rows = told.get(path[0]) if path else None
        row = rows[int(path[1])] if isinstance(rows, list) and len(path) > 1 else None
        name = (row.get("don_vi") if isinstance(row, dict) else "") or told["ten_don_vi"]
        slug = sheet.record.partition("/")[0]
        told_in = {one.id for one in drive.plan.duties if slug in {REVIEWS[kind] for kind in one.reviews}}
        for done in drive.duties.values():
            if done.duty in told_in and self.desk.book.unit_name(done.unit) == name:
                return Origin(done.file, ("ket_qua_chi_tieu",) if done.target_results else ())
        return Origin(drive.file, ())

    def _unit(self, id_: str) -> Origin:
        top = self._places.node("units.yaml")
        units = top.value if top is not None and isinstance(top.value, list) else []
        for index, unit in enumerate(units):
            own = unit.value.get("id") if isinstance(unit.value, dict) else None
            if own is not None and own.value == id_:
                return Origin("units.yaml", (index,))
        return Origin("units.yaml", ())

    def _of_dossier(self, dossier: Dossier, path: Route) -> Origin:
        key, drive = str(path[0]), self.desk.drive
        if key in ("so_ky_hieu", "ngay_ban_hanh", "ket_qua_phat_dong", "nguoi_ky"):
            return Origin(dossier.file, (key,))
        if key in ("cuoc_hop", "cac_bien_ban"):
            meetings = drive.meetings_of(dossier)
            meeting = meetings[int(path[1])] if len(path) > 1 and int(path[1]) < len(meetings) else None
            return self._of_meeting(meeting, path[2:] or ("so_ky_hieu",)) if meeting else Origin(dossier.file, ())
        if key in ("kinh_gui", "noi_trinh"):
            return Origin(drive.plan.file, ("han_nop_ho_so",))
        cases = drive.cases_of(dossier)
        row = self._listed(cases, key, path)
        if row is not None:
            return self._of_case(row, (path[-1],))
        if key == "so_lieu_noi_bat":
            own = next((case for case in cases if case.unit == dossier.unit and case.subject_kind == "tập thể"), None)
            return Origin(own.file, ("so_lieu",)) if own else Origin(dossier.file, ())
        return Origin(dossier.file, ("truong_hop",))

    def _listed(self, cases: list[Nomination], key: str, path: Route) -> Nomination | None:
        """The case behind a row: the lists of a dossier hold the cases of one kind, or of one award."""
        if key in LISTS and len(path) > 1:
            chosen = [case for case in cases if case.subject_kind == LISTS[key]]
            return chosen[int(path[1])] if int(path[1]) < len(chosen) else None
        if key == "nhom" and len(path) > 3 and path[2] == "truong_hop":
            groups = self.desk.by_award(cases)
            group = groups[int(path[1])] if int(path[1]) < len(groups) else []
            return group[int(path[3])] if int(path[3]) < len(group) else None
        return None

    def _of_meeting(self, meeting: Meeting, path: Route) -> Origin:
        key, drive = str(path[0]), self.desk.drive
        votes = [(index, id_) for index, vote in enumerate(meeting.votes) for id_ in vote.cases]
        votes = [(index, id_) for index, id_ in votes if id_ in drive.nominations]
        if key in ("ket_qua", "truong_hop") and len(path) > 1 and int(path[1]) < len(votes):
            index, id_ = votes[int(path[1])]
            told = str(path[-1])
            if told in ("tan_thanh", "khong_tan_thanh", "khong_co_y_kien", "khong_tham_gia"):
                return Origin(meeting.file, ("bieu_quyet", index, told))
            if told in ("ty_le", "khong_bieu_quyet"):
                return Origin(meeting.file, ("bieu_quyet", index))
            return self._of_case(drive.nominations[id_], (told,))
        if key in ("thanh_vien", "hoi_dong", "ten_hoi_dong", "tong_so", "ten_cuoc_hop") and meeting.council:
            unit = self._unit(self.desk.book.council_owner.get(meeting.council, ""))
            return Origin(unit.file, (*unit.route, "hoi_dong"))
        if key in ("so_co_mat", "so_vang"):
            return Origin(meeting.file, ("vang_mat",))
        if key in ("mo_dau", "thao_luan", "ket_luan", "dien_bien"):
            return Origin(meeting.file.removesuffix(".yaml") + ".md", ())
        return Origin(meeting.file, (key,) if key in _MEETING else ("bieu_quyet",))

    def _of_case(self, case: Nomination, path: Route) -> Origin:
        key = str(path[0]) if path else ""
        if key in ("phan_tu_viet", "dac_diem", "chuc_nang") and case.report and case.report.endswith(".md"):
            return Origin(self.desk.drive.path_of(case.report, case.file), ())
        if key in ("nguoi_xac_nhan", "nguoi_bao_cao", "cap_trinh"):
            return self._unit(case.unit)
        told = "hinh_thuc_cu_the" if key == "hinh_thuc" and case.concrete_award else _CASE.get(key, key)
        own = Origin(case.file, (told,))
        if self.node(own) is not None:
            return own
        # What the nomination leaves to units.yaml (posts of heads, names of units) stands there.
        return (
            self._unit(case.unit)
            if key in ("chuc_vu_don_vi", "ten_ghi_quyet_dinh", "ten_tap_the")
            else Origin(case.file, ())
        )

    def _sharpened(self, origin: Origin, text: str) -> Origin:
        """The very line that says it, below the origin: prose by its words, YAML by its values."""
        lines, top = self._places.lines(origin.file), self._places.node(origin.file)
        if origin.file.endswith(".md"):
            words = text.replace("…", " ").split("  ")[0].strip()
            line = next((number for number, one in enumerate(lines, 1) if words[:40] in one), 1)
            return Origin(origin.file, (line,))
        start = self.node(origin)
        if top is None or start is None or isinstance(start.value, str):
            return origin
        wanted = keys(text.removeprefix("Ông ").removeprefix("Bà "))
        near = [(route, keys(value)) for route, value in _scalars(start, origin.route)]
        same = [route for route, said in near if said == wanted]
        wider = [route for route, said in near if len(wanted) > 2 and wanted in said]
        part = [route for route, said in near if len(said) > 3 and said in wanted]
        return Origin(origin.file, (same or wider or part or [origin.route])[0])


def _scalars(node: Node, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(node.value, str):
        yield route, node.value
    elif isinstance(node.value, dict):
        for key, one in node.value.items():
            yield from _scalars(one, (*route, key))
    elif isinstance(node.value, list):
        for index, one in enumerate(node.value):
            yield from _scalars(one, (*route, index))
