"""A meeting that considers nominations: who was there, how they voted, what they concluded."""

from datetime import date, time
from typing import Any, NamedTuple

from thidua_cli.model.unit import ISSUED, MEMBER, Issued, Member
from thidua_cli.source import (
    AMOUNT,
    DATE,
    FILE,
    ID,
    NUMBER,
    TEXT,
    TEXTS,
    TIME,
    Choice,
    Field,
    ListOf,
    OneOf,
    Record,
)
from thidua_cli.viet.names import name_key

CONCLUSIONS = ("thống nhất đề nghị", "đề nghị hình thức khác", "chưa thống nhất", "chuyển xét sau")
AGREED, NOT_AGREED = CONCLUSIONS[:2], CONCLUSIONS[2:]
BY_HAND = "giơ tay"
CONCLUSION = Choice(*CONCLUSIONS)
CHOICES = ("tán thành", "không tán thành", "không có ý kiến")
IN_FAVOUR, AGAINST, NO_OPINION = CHOICES
LEADING = "đơn vị dẫn đầu"
NEXT_CHAIR = ("khối trưởng năm sau", "cụm trưởng năm sau")


class Opinion(NamedTuple):
    """What an absent member answered in writing on some cases."""

    cases: tuple[str, ...]
    choice: str | None


class WrittenOpinion(NamedTuple):
    """An absent member's written opinion; it counts in the membership, never among the ballots."""

    given_on: date | None
    file: str | None
    opinions: tuple[Opinion, ...]


class Absentee(NamedTuple):
    """A member who did not come."""

    full_name: str
    reason: str | None
    written: WrittenOpinion | str | None

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """What the member answered in writing, if anything."""
        return self.written.opinions if isinstance(self.written, WrittenOpinion) else ()


class Ballots(NamedTuple):
    """Ballots handed out, returned, valid, not valid."""

    handed_out: int | None
    returned: int | None
    valid: int | None
    invalid: int | None


class Vote(NamedTuple):
    """One vote over one or several cases, or over a cluster's choice."""

    cases: tuple[str, ...]
    award: str | None
    subject: str | None
    unit: str | None
    in_favour: int | None
    against: int | None
    no_opinion: int | None
    stood_aside: tuple[str, ...]
    conclusion: str | None

    @property
    def names_no_award(self) -> bool:
        """Whether it concludes on another award than the one proposed without saying which."""
        return self.conclusion == AGREED[1] and not self.award


class Delegate(NamedTuple):
    """A unit's vote in a cluster."""

    unit: str
    full_name: str


class Meeting(NamedTuple):
    """A meeting."""

    id: str
    file: str
    council: str | None
    cluster: str | None
    unit: str | None
    participants: tuple[Member, ...]
    delegates: tuple[Delegate, ...]
    number: str | None
    held_on: date | None
    began_at: time | None
    ended_at: time | None
    place: str | None
    chair: str | None
    secretary: str | None
    present: tuple[str, ...]
    absent: tuple[Absentee, ...]
    guests: tuple[str, ...]
    method: str | None
    votes: tuple[Vote, ...]
    ballots: Ballots | None
    tellers: tuple[str, ...]
    general_attestations: tuple[str, ...]
    higher_submission: Issued | None

    @property
    def when(self) -> tuple[date, time]:
        """Its place among other meetings; a day without an hour comes before that day's hours."""
        return self.held_on or date.min, self.began_at or time.min

    def follows(self, other: "Meeting") -> bool | None:
        """Whether it was held after another; of one day both need their hours, else ``None``: nobody can say."""
        same_day = self.when[0] == other.when[0]
        if same_day and (self.began_at is None or other.began_at is None or self.began_at == other.began_at):
            return None
        return self.when > other.when

    def those_present(self, members: tuple[Member, ...]) -> tuple[Member, ...]:
        """The members who took part: those named, or all but the absent."""
        if self.present:
            names = {name_key(name) for name in self.present}
            return tuple(one for one in members if name_key(one.full_name) in names)
        away = {name_key(one.full_name) for one in self.absent}
        return tuple(one for one in members if name_key(one.full_name) not in away)

    @property
    def by_ballot(self) -> bool:
        """Whether there were ballots, as far as is known: only a show of hands has none."""
        return self.ballots is not None or self.method != BY_HAND

    def answered(self, case: str, leaving_out: str | None = None) -> dict[str, str | None]:
        """What absent members chose in writing, by the key of their name: it counts in the membership, never
        among the ballots.

        A member has one voice: twice the same is once, two choices are none, and who came voted at the table.
        """
        written = [away for away in self.absent if away.opinions]
        if not written:
            return {}
        silent = {name_key(name) for name in (*self.present, leaving_out) if name}
        choices: dict[str, set[str | None]] = {}
        for away in written:
            said = {opinion.choice for opinion in away.opinions if case in opinion.cases}
            choices.setdefault(name_key(away.full_name), set()).update(said)
        return {name: said.pop() for name, said in choices.items() if len(said) == 1 and name not in silent}

    def in_favour_in_writing(self, case: str, leaving_out: str | None = None) -> int:
        """How many absent members were in favour in writing."""
        return sum(said == IN_FAVOUR for said in self.answered(case, leaving_out).values())

    def contradicts(self, vote: Vote, case: str) -> bool:
        """Whether the count denies what the conclusion says.

        Of another award (``đề nghị hình thức khác``) it may be the count on the award proposed at first.
        """
        return vote.conclusion == AGREED[0] and self.outvoted(vote, case)

    def outvoted(self, vote: Vote, case: str) -> bool:
        """Whether nobody was in favour, or fewer than were against."""
        if vote.in_favour is None:
            return False
        said = [*self.answered(case).values()]
        favour = vote.in_favour + said.count(IN_FAVOUR)
        return not favour or favour < (vote.against or 0) + said.count(AGAINST)


_WRITTEN: Any = OneOf(
    Choice("không"),
    Record(
        WrittenOpinion,
        "ý kiến bằng văn bản",
        Field("ngay_cho_y_kien", "given_on", DATE, "ngày cho ý kiến"),
        Field("tep_dinh_kem", "file", FILE, "tệp"),
        Field(
            "y_kien",
            "opinions",
            ListOf(
                Record(
                    Opinion,
                    "ý kiến",
                    Field("truong_hop", "cases", TEXTS, "các trường hợp", need="value"),
                    Field("lua_chon", "choice", Choice(*CHOICES), "lựa chọn"),
                )
            ),
            "ý kiến",
        ),
    ),
)
MEETING = Record(
    Meeting,
    "cuộc họp",
    Field("hoi_dong", "council", ID, "mã Hội đồng; null khi đơn vị không có Hội đồng", need="useful"),
    Field("cum_khoi", "cluster", ID, "mã cụm, khối"),
    Field("don_vi", "unit", ID, "đơn vị họp, khi không có Hội đồng"),
    Field("thanh_phan_hop", "participants", ListOf(MEMBER), "người dự, khi không có Hội đồng"),
    Field(
        "dai_dien",
        "delegates",
        ListOf(
            Record(
                Delegate,
                "đại diện",
                Field("don_vi", "unit", ID, "đơn vị", need="value"),
                Field("ho_ten", "full_name", TEXT, "họ và tên", need="value"),
            )
        ),
        "họp cụm, khối: mỗi đơn vị một phiếu",
    ),
    Field("so_ky_hieu", "number", NUMBER, "số biên bản"),
    Field("ngay_hop", "held_on", DATE, "ngày họp", need="value"),
    Field("gio_bat_dau", "began_at", TIME, "giờ bắt đầu", need="useful"),
    Field("gio_ket_thuc", "ended_at", TIME, "giờ kết thúc", need="useful"),
    Field("dia_diem", "place", TEXT, "địa điểm", need="useful"),
    Field("chu_toa", "chair", TEXT, "chủ tọa, là người dự họp", need="value"),
    Field("thu_ky", "secretary", TEXT, "thư ký, là người dự họp", need="value"),
    Field("du_hop", "present", TEXTS, "thành viên dự; bỏ trống là tất cả trừ vắng"),
    Field(
        "vang_mat",
        "absent",
        ListOf(
            Record(
                Absentee,
                "người vắng",
                Field("ho_ten", "full_name", TEXT, "họ và tên", need="value"),
                Field("ly_do", "reason", TEXT, "lý do"),
                Field("y_kien_bang_van_ban", "written", _WRITTEN, "không, hoặc ý kiến đã gửi"),
            )
        ),
        "thành viên vắng",
    ),
    Field("khach_moi", "guests", TEXTS, "khách mời, không biểu quyết"),
    Field(
        "cach_bieu_quyet",
        "method",
        Choice(BY_HAND, "bỏ phiếu kín", "bỏ phiếu công khai", "lấy ý kiến bằng văn bản"),
        "cách biểu quyết",
        need="useful",
    ),
    Field(
        "bieu_quyet",
        "votes",
        ListOf(
            Record(
                Vote,
                "biểu quyết",
                Field("truong_hop", "cases", TEXTS, "các trường hợp biểu quyết chung", need="useful"),
                Field("hinh_thuc_ket_luan", "award", TEXT, "hình thức kết luận; bỏ trống là như đề nghị"),
                Field("noi_dung_bieu_quyet", "subject", Choice(LEADING, *NEXT_CHAIR), "họp cụm, khối"),
                Field("don_vi", "unit", ID, "đơn vị được bầu"),
                Field(
                    "tan_thanh",
                    "in_favour",
                    AMOUNT,
                    "số tán thành; kết luận hình thức khác thì là số tán thành hình thức ấy",
                    need="value",
                ),
                Field("khong_tan_thanh", "against", AMOUNT, "số không tán thành", need="value"),
                Field("khong_co_y_kien", "no_opinion", AMOUNT, "số không có ý kiến", need="value"),
                Field("khong_tham_gia", "stood_aside", TEXTS, "người không tham gia biểu quyết"),
                Field("ket_luan", "conclusion", CONCLUSION, "kết luận", need="value"),
            )
        ),
        "kết quả biểu quyết",
        need="useful",
    ),
    Field(
        "phieu",
        "ballots",
        Record(
            Ballots,
            "phiếu",
            Field("phat_ra", "handed_out", AMOUNT, "phát ra"),
            Field("thu_vao", "returned", AMOUNT, "thu vào"),
            Field("hop_le", "valid", AMOUNT, "hợp lệ"),
            Field("khong_hop_le", "invalid", AMOUNT, "không hợp lệ"),
        ),
        "chỉ khi bỏ phiếu",
    ),
    Field("ban_kiem_phieu", "tellers", TEXTS, "ban kiểm phiếu"),
    Field(
        "xac_nhan_chung",
        "general_attestations",
        TEXTS,
        "điểm Hội đồng xác nhận cho mọi trường hợp; không dùng cho điểm loại trừ",
    ),
    Field(
        "to_trinh_cap_tren",
        "higher_submission",
        ISSUED,
        "Tờ trình của văn phòng gửi cấp trên sau cuộc họp của Hội đồng mình",
    ),
)
