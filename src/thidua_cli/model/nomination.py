"""A nomination (đề nghị khen thưởng): one nominee, one file; its identity is its path."""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from thidua_cli.diagnostic import Route
from thidua_cli.model.criteria import SCOPES
from thidua_cli.model.deadline import Period, period_fields
from thidua_cli.model.subjects import AWARD_TYPE, PERSON_GROUP, SUBJECT_KIND
from thidua_cli.model.unit import GENDER, ISSUED, LEVEL_LADDER, Issued
from thidua_cli.source import (
    AMOUNT,
    DATE,
    FILE,
    ID,
    IDS,
    NUMBER,
    RATIO,
    TEXT,
    TEXTS,
    YEAR,
    YES_NO,
    Choice,
    Field,
    ListOf,
    MapOf,
    Plain,
    Reading,
    Record,
)
from thidua_cli.source.codes import SAI_DANG


class Paper(NamedTuple):
    """A document that proves something: kind, number, date, issuer, form of copy, file."""

    kind: str
    number: str | None
    issued_on: date | None
    issuer: str | None
    level: str | None
    carries_out: tuple[str, ...]
    copy: str | None
    file: str | None

    @property
    def lacks(self) -> tuple[tuple[str, str], ...]:
        """What keeps it from being looked at, as key and name: without its day and its file it is a name only."""
        needed = (("ngay_ban_hanh", "ngày ban hành", self.issued_on), ("tep_dinh_kem", "tệp đính kèm", self.file))
        return tuple((key, name) for key, name, value in needed if value is None)


class Author(NamedTuple):
    """An author of a solution and the share contributed."""

    full_name: str
    unit: str | None
    share: Fraction | None


class Solution(NamedTuple):
    """A model, initiative or solution (mô hình, sáng kiến, giải pháp)."""

    name: str
    kind: str | None
    authors: tuple[Author, ...]
    content: str | None
    applied: bool | None
    applied_from: date | None
    applied_at: str | None
    scope: str | None
    before: str | None
    after: str | None
    papers: tuple[Paper, ...]
    used_before: tuple[str, ...]


LEAD = "chủ trì"
"""The role of who answers for a work."""


class Work(NamedTuple):
    """A programme or construction of the emulation list (công trình thi đua)."""

    name: str
    role: str | None
    listed_in: Issued | None
    registered_finish: date | None
    finished_on: date | None
    papers: tuple[Paper, ...]
    plaque: bool | None


class Attestation(NamedTuple):
    """Someone, or a meeting, states a point: đạt, không đạt, không áp dụng."""

    point: str
    result: str | None
    meeting: str | None
    confirmed_by: str | None
    position: str | None
    confirmed_on: date | None
    note: str | None


class Figures(NamedTuple):
    """The figures of a nomination, with the year they belong to, their date and their source.

    ``values`` keeps each figure as typed; ``amounts`` is filled once the plan's dictionary has said
    in which unit it is to be read.
    """

    unit_of_measure: str | None
    plan_year: int | None
    as_of: date | None
    kind: str | None
    source: str | None
    values: dict[str, str]
    amounts: dict[str, int | Fraction]


class PastAward(NamedTuple):
    """An award the nominee already holds."""

    year: int | None
    award: str
    number: str | None
    issued_on: date | None
    issuer: str | None
    award_type: str | None = None


class Imported(NamedTuple):
    """Where an imported record stood in its workbook; ``cells`` by the dotted key of each value."""

    file: str | None
    sheet: str | None
    row: int | None
    cells: dict[str, str] | None

    def where(self, route: Route) -> str:
        """The place as people say it: ``DS-P17.xlsx, trang Cá nhân, ô D8``; the row where no cell is known, of a
        group that of its first cell."""
        steps = [str(step) for step in route]
        cells = self.cells or {}
        known = (cells.get(".".join(steps[:size])) for size in range(len(steps), 0, -1))
        cell = next((one for one in known if one), None)
        within = "".join(f"{step}." for step in steps)
        near = cell or next((one for key, one in cells.items() if within and key.startswith(within)), None)
        sheet, mark, inner = (near or "").rpartition("!")
        sheet = sheet if mark else self.sheet or ""
        row = "".join(filter(str.isdigit, inner)) if near else self.row
        place = f"ô {inner}" if cell else f"dòng {row}" if row is not None else ""
        return ", ".join(part for part in (self.file or "", f"trang {sheet}" if sheet else "", place) if part)


class NotUnderReview(NamedTuple):
    """The statement that the nominee is not under discipline, investigation, inspection or audit."""

    stated: bool | None
    stated_by: str | None


class Nomination(NamedTuple):
    """One case."""

    id: str
    file: str
    proposer: str
    subject_kind: str
    full_name: str | None
    gender: str | None
    born_on: date | None
    birth_year: int | None
    position: str | None
    unit: str
    group_name: str | None
    address: str | None
    citizen_number: str | None
    facts: dict[str, bool] | None
    person_groups: tuple[str, ...]
    award: str
    concrete_award: str | None
    field: str | None
    merit_period: Period | None
    roles: tuple[str, ...]
    summary: str | None
    report: str | None
    reported_on: date | None
    duties: str | None
    figures: Figures | None
    solutions: tuple[Solution, ...]
    works: tuple[Work, ...]
    attestations: tuple[Attestation, ...]
    exclusions: dict[str, bool] | None
    year: int | None
    papers: tuple[Paper, ...]
    past_awards: tuple[PastAward, ...]
    not_under_review: NotUnderReview | None
    imported: Imported | None

    def concrete_of(self, award: str) -> str | None:
        """Which award of an open set it is proposed for; of any other set than its own that is not known."""
        return self.concrete_award if award == self.award else None

    def every_paper(self) -> list[tuple[Paper, Route]]:
        """Every paper of it, its solutions and its works, with the route to it."""
        found: list[tuple[Paper, Route]] = []
        for i, paper in enumerate(self.papers):
            found.append((paper, ("tai_lieu", i)))
        for i, solution in enumerate(self.solutions):
            for j, paper in enumerate(solution.papers):
                found.append((paper, ("giai_phap", i, "tai_lieu", j)))
        for i, work in enumerate(self.works):
            for j, paper in enumerate(work.papers):
                found.append((paper, ("cong_trinh", i, "tai_lieu", j)))
        return found

    def every_file(self) -> list[tuple[str, Route]]:
        """Every file it names, with the route to its name."""
        files: list[tuple[str, Route]] = [(self.report, ("bao_cao_thanh_tich",))] if self.report else []
        for paper, route in self.every_paper():
            if paper.file:
                files.append((paper.file, (*route, "tep_dinh_kem")))
        return files


PAPER = Record(
    Paper,
    "tài liệu",
    Field("loai_tai_lieu", "kind", TEXT, "loại tài liệu, theo từ điển của kế hoạch", need="value"),
    Field("so_ky_hieu", "number", NUMBER, "số và ký hiệu", need="useful"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành", need="useful"),
    Field("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành", need="useful"),
    Field("cap_co_quan", "level", Choice(*LEVEL_LADDER), "cấp của cơ quan ban hành"),
    Field("thuc_hien_van_ban", "carries_out", IDS, "thực hiện văn bản nào"),
    Field(
        "dang_ban",
        "copy",
        Choice("bản chính", "bản sao y", "bản chụp"),
        "dạng bản: bản chính · bản sao y · bản chụp",
        need="useful",
    ),
    Field("tep_dinh_kem", "file", FILE, "tệp trong evidence/", need="useful"),
)
PAPERS = ListOf(PAPER)
SOLUTION = Record(
    Solution,
    "giải pháp",
    Field("ten_giai_phap", "name", TEXT, "tên mô hình, sáng kiến, giải pháp", need="value"),
    Field(
        "loai_giai_phap",
        "kind",
        Choice("mô hình", "sáng kiến", "giải pháp", "đề tài", "cách làm hay", "ý tưởng"),
        "loại: mô hình · sáng kiến · giải pháp …",
        need="useful",
    ),
    Field(
        "tac_gia",
        "authors",
        ListOf(
            Record(
                Author,
                "tác giả",
                Field("ho_ten", "full_name", TEXT, "họ và tên", need="value"),
                Field("don_vi", "unit", ID, "đơn vị"),
                Field("ty_le_dong_gop", "share", RATIO, "tỷ lệ đóng góp"),
            )
        ),
        "tác giả và tỷ lệ đóng góp",
    ),
    Field("noi_dung_thi_dua", "content", ID, "mã nội dung thi đua của kế hoạch", need="useful"),
    Field("da_ap_dung", "applied", YES_NO, "đã áp dụng", need="useful"),
    Field("ap_dung_tu_ngay", "applied_from", DATE, "áp dụng từ ngày", need="useful"),
    Field("noi_ap_dung", "applied_at", TEXT, "nơi áp dụng"),
    Field("pham_vi_ap_dung", "scope", Choice(*SCOPES), "phạm vi áp dụng"),
    Field("ket_qua_truoc", "before", TEXT, "kết quả trước khi áp dụng"),
    Field("ket_qua_sau", "after", TEXT, "kết quả sau khi áp dụng"),
    Field("tai_lieu", "papers", PAPERS, "giấy tờ gắn với giải pháp", need="useful"),
    Field("da_dung_de_khen", "used_before", TEXTS, "đã dùng để khen ở đâu"),
)
WORK = Record(
    Work,
    "công trình",
    Field("ten_cong_trinh", "name", TEXT, "tên công trình", need="value"),
    Field("vai_tro_cong_trinh", "role", Choice(LEAD, "phối hợp"), "vai trò: chủ trì · phối hợp"),
    Field("thuoc_danh_muc", "listed_in", ISSUED, "văn bản danh mục công trình thi đua"),
    Field("ngay_dang_ky_hoan_thanh", "registered_finish", DATE, "ngày đăng ký hoàn thành"),
    Field("ngay_hoan_thanh", "finished_on", DATE, "ngày hoàn thành thực tế"),
    Field("tai_lieu", "papers", PAPERS, "giấy đăng ký, nghiệm thu"),
    Field("gan_bien", "plaque", YES_NO, "được gắn biển; ghi để lưu, không dùng khi đối chiếu"),
)
ATTESTATION = Record(
    Attestation,
    "xác nhận",
    Field("noi_dung", "point", TEXT, "điểm xác nhận, theo từ điển của kế hoạch", need="value"),
    Field(
        "ket_qua",
        "result",
        Choice("đạt", "không đạt", "không áp dụng"),
        "đạt · không đạt · không áp dụng",
        need="value",
    ),
    Field("theo_cuoc_hop", "meeting", ID, "cuộc họp ghi xác nhận"),
    Field("nguoi_xac_nhan", "confirmed_by", TEXT, "người xác nhận"),
    Field("chuc_vu", "position", TEXT, "chức vụ người xác nhận"),
    Field("ngay_xac_nhan", "confirmed_on", DATE, "ngày xác nhận"),
    Field("ghi_chu", "note", TEXT, "ghi chú"),
)


class _FiguresKind:
    """Known keys are typed; every other key is a figure of the plan's dictionary, kept as typed."""

    label = "số liệu"
    known = Record(
        Figures,
        "số liệu",
        Field("don_vi_tinh", "unit_of_measure", TEXT, "đơn vị tính"),
        Field("nam_ke_hoach", "plan_year", YEAR, "năm của chỉ tiêu"),
        Field("ngay_chot", "as_of", DATE, "ngày chốt số liệu"),
        Field("loai_so", "kind", Choice("thực hiện", "ước thực hiện"), "thực hiện · ước thực hiện"),
        Field("nguon", "source", TEXT, "văn bản, cơ quan xác nhận"),
    )

    def read(self, value: Plain, reading: Reading) -> Figures | None:
        if type(value) is not dict:
            reading.report(SAI_DANG, "cần các khóa của số liệu, mỗi khóa một dòng", remedy="viết khóa: giá trị")
            return None
        typed: dict[str, Any] = {}
        values = {}
        for key, item in value.items():
            if key in self.known.by_key:
                typed[key] = item
            elif isinstance(item, str):
                values[key] = item.strip()
            elif item is not None:
                reading.report(
                    SAI_DANG,
                    "cần một số",
                    route=(*reading.route, key),
                    on_key=True,
                    remedy="mỗi số liệu một dòng: mã, dấu hai chấm, số",
                )
        found: Figures = self.known.read(typed, reading, values=values, amounts={})
        return found


OWN_DATA = frozenset(("so_dinh_danh", "ngay_sinh", "dia_chi_ho"))
"""The keys of a person's own data, which no report of findings repeats."""

ORIGIN = Field(
    "nguon_nhap",
    "imported",
    Record(
        Imported,
        "nguồn nhập",
        Field("tep", "file", TEXT, "tệp"),
        Field("trang", "sheet", TEXT, "trang"),
        Field("dong", "row", AMOUNT, "dòng"),
        Field("o", "cells", MapOf(TEXT), "ô của từng giá trị"),
    ),
    "máy ghi khi nhập từ Excel",
)
NOMINATION = Record(
    Nomination,
    "đề nghị",
    Field("doi_tuong", "subject_kind", SUBJECT_KIND, "đối tượng: tập thể · cá nhân · hộ gia đình", need="value"),
    Field("ho_ten", "full_name", TEXT, "họ và tên (cá nhân); chủ hộ (hộ gia đình)", need="useful", sample="Lê Thị Cẩm"),
    Field(
        "gioi_tinh", "gender", GENDER, "giới tính: nam · nữ; người đứng đầu, cấp phó lấy ở units.yaml", need="useful"
    ),
    Field("ngay_sinh", "born_on", DATE, "ngày sinh", need="useful", sample="20/02/1988"),
    Field("nam_sinh", "birth_year", YEAR, "năm sinh, khi chỉ biết năm"),
    Field("chuc_vu", "position", TEXT, "chức vụ khi đề nghị, không kèm tên đơn vị", need="useful"),
    Field("don_vi", "unit", ID, "đơn vị công tác; với tập thể: chính tập thể đó", need="value"),
    Field("ten_tap_the", "group_name", TEXT, "tên tập thể nhỏ chưa có trong units.yaml; giấy in kèm tên đơn vị của nó"),
    Field("dia_chi_ho", "address", TEXT, "địa chỉ hộ gia đình"),
    Field("so_dinh_danh", "citizen_number", TEXT, "số định danh, chỉ khi cấp trên yêu cầu"),
    Field("su_that", "facts", MapOf(YES_NO), "sự thật của cá nhân theo từ điển của kế hoạch"),
    Field(
        "nhom_nguoi",
        "person_groups",
        ListOf(PERSON_GROUP),
        "nhóm người: lãnh đạo, quản lý · công chức, viên chức …",
        need="useful",
    ),
    Field(
        "hinh_thuc_de_nghi",
        "award",
        TEXT,
        "hình thức đề nghị: tên ngắn hoặc mã",
        need="value",
        sample="Giấy khen quận",
    ),
    Field("hinh_thuc_cu_the", "concrete_award", TEXT, "tên hình thức, khi kế hoạch chỉ nói “các hình thức khác”"),
    Field("linh_vuc", "field", ID, "lĩnh vực theo tuyến trình", need="useful"),
    Field(
        "thoi_gian_thanh_tich",
        "merit_period",
        Record(Period, "thời gian thành tích", *period_fields()),
        "thời gian lập thành tích: bỏ trống là cả đợt",
    ),
    Field("vai_tro", "roles", TEXTS, "vai trò: lãnh đạo · chỉ đạo · tham gia", need="useful"),
    Field(
        "tom_tat_thanh_tich",
        "summary",
        TEXT,
        "tóm tắt thành tích: 30–80 từ, một con số, một giải pháp, một kết quả",
        need="useful",
    ),
    Field(
        "bao_cao_thanh_tich",
        "report",
        FILE,
        "báo cáo thành tích: tệp .md để in, hoặc .docx người được đề nghị tự viết",
        need="useful",
    ),
    Field("ngay_bao_cao", "reported_on", DATE, "ngày ký báo cáo thành tích", need="useful"),
    Field("nhiem_vu", "duties", TEXT, "nhiệm vụ được giao gắn với nội dung thi đua"),
    Field("so_lieu", "figures", _FiguresKind(), "số liệu theo tiêu chuẩn"),
    Field("giai_phap", "solutions", ListOf(SOLUTION), "mô hình, sáng kiến, giải pháp", need="useful"),
    Field("cong_trinh", "works", ListOf(WORK), "công trình thi đua"),
    Field("xac_nhan", "attestations", ListOf(ATTESTATION), "xác nhận: điểm chưa có trong biên bản họp"),
    Field(
        "dieu_kien_loai_tru",
        "exclusions",
        MapOf(YES_NO),
        "điều kiện loại trừ: từng điểm có · không, không mặc định",
        need="useful",
    ),
    Field("nam_xet", "year", YEAR, "năm xét, khi khen hằng năm"),
    Field("tai_lieu", "papers", PAPERS, "văn bản, tài liệu khác"),
    Field(
        "khen_thuong_da_co",
        "past_awards",
        ListOf(
            Record(
                PastAward,
                "khen thưởng đã có",
                Field("nam", "year", YEAR, "năm"),
                Field("hinh_thuc", "award", TEXT, "hình thức", need="value"),
                Field("so_ky_hieu", "number", NUMBER, "số quyết định"),
                Field("ngay_ban_hanh", "issued_on", DATE, "ngày quyết định"),
                Field("co_quan_ban_hanh", "issuer", TEXT, "cơ quan quyết định"),
                Field("loai_hinh_khen_thuong", "award_type", AWARD_TYPE, "công trạng · phong trào thi đua …"),
            )
        ),
        "khen thưởng đã có",
    ),
    Field(
        "khong_thuoc_truong_hop_chua_xet",
        "not_under_review",
        Record(
            NotUnderReview,
            "khai chưa xét",
            Field("khai", "stated", YES_NO, "có là khai không thuộc trường hợp chưa xét"),
            Field("nguoi_khai", "stated_by", TEXT, "người khai"),
        ),
        "khai không bị xem xét kỷ luật, điều tra, thanh tra, kiểm toán",
        need="useful",
    ),
    ORIGIN,
    aliases={"ten": "ho_ten", "hinh_thuc": "hinh_thuc_de_nghi"},
)

_OF_PEOPLE = frozenset(("cá nhân", "hộ gia đình"))
OF_SUBJECTS: dict[str, frozenset[str]] = {
    "ten_tap_the": frozenset(("tập thể",)),
    "ho_ten": _OF_PEOPLE,
    "ngay_sinh": _OF_PEOPLE,
    "nam_sinh": _OF_PEOPLE,
    "so_dinh_danh": _OF_PEOPLE,
    "vai_tro": _OF_PEOPLE,
    "nhiem_vu": _OF_PEOPLE,
    "gioi_tinh": frozenset(("cá nhân",)),
    "chuc_vu": frozenset(("cá nhân",)),
    "nhom_nguoi": frozenset(("cá nhân",)),
    "dia_chi_ho": frozenset(("hộ gia đình",)),
}
"""Whom a key of a nomination is for; a key not listed is for all."""
