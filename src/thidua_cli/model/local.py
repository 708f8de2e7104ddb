"""An office's own file beside a plan: which plan, what is switched, the texts that supplement it."""

from datetime import date
from typing import Any, NamedTuple

from thidua_cli.model.awards import QUOTA, Quota
from thidua_cli.model.deadline import DEADLINE, DEADLINE_FIELDS, Deadline
from thidua_cli.model.texts import LEGAL_TEXT, LegalText
from thidua_cli.source import AMOUNT, DATE, ID, IDS, NUMBER, TEXT, Field, ListOf, MapOf, Plain, Reading, Record, Whole
from thidua_cli.source.codes import THIEU_KHOA


class DisabledRule(NamedTuple):
    """A rule an office switches off, with its reason."""

    code: str
    reason: str | None


class CampaignSettings(NamedTuple):
    """What an office switches in a campaign."""

    disabled: tuple[DisabledRule, ...]
    budget: int | None = None


class DutyDeadline(NamedTuple):
    """A later day for a duty, granted by whoever receives it; ``doubtful`` where part of it could not be read."""

    duty: str
    deadline: Deadline | None
    units: tuple[str, ...]
    doubtful: bool = False


class Supplement(NamedTuple):
    """A text issued after the plan that supplements it (quota, extension, guidance).

    ``texts`` are new texts by the key of the cited one they take the place of: the bases of a plan of
    many years are replaced while it runs. ``doubtful``: who extends, for whom or until when could not be read.
    """

    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    deadline: Deadline | None
    deadline_units: tuple[str, ...]
    quotas: tuple[Quota, ...]
    duty_deadlines: tuple[DutyDeadline, ...]
    texts: dict[str, LegalText] | None
    doubtful: bool = False


class _NewDay(Record):
    """A deadline that moves another: without a day it would move it to never."""

    def read(self, group: Plain, reading: Reading, **extra: Any) -> Deadline | None:
        before = len(reading.found)
        deadline: Deadline | None = super().read(group, reading, **extra)
        dated = deadline is None or deadline.last_day or deadline.open_ended
        if not dated and len(reading.found) == before:
            reading.report(
                THIEU_KHOA,
                "thời hạn mới chưa ghi ngày nào",
                on_key=True,
                remedy="thêm truoc_ngay, cham_nhat_ngay, den_ngay hoặc den_het",
            )
        return deadline


_NEW_DAY = _NewDay(Deadline, DEADLINE.name, *DEADLINE_FIELDS)


class LocalCampaign(NamedTuple):
    """An office's own file beside a shipped plan: which plan, switches, supplementing texts."""

    plan: str | None
    settings: CampaignSettings | None
    supplements: tuple[Supplement, ...]


LOCAL_FIELDS = (
    Field("ke_hoach", "plan", ID, "mã kế hoạch có sẵn"),
    Field(
        "thiet_lap",
        "settings",
        Record(
            CampaignSettings,
            "thiết lập của đợt",
            Field(
                "quy_tac_khong_dung",
                "disabled",
                ListOf(
                    Record(
                        DisabledRule,
                        "quy tắc không dùng",
                        Field("quy_tac", "code", TEXT, "mã", need="value"),
                        Field("ly_do", "reason", TEXT, "lý do", need="value"),
                    )
                ),
                "quy tắc không dùng",
            ),
            Field(
                "kinh_phi_khen_thuong",
                "budget",
                AMOUNT,
                "kinh phí dành cho tiền thưởng của đợt, đồng; thidua money so tổng với số này",
            ),
        ),
        "thiết lập",
    ),
    Field(
        "van_ban_bo_sung",
        "supplements",
        ListOf(
            Whole(
                Supplement,
                "văn bản bổ sung",
                Field("loai_van_ban", "kind", TEXT, "tên loại", need="value"),
                Field("so_ky_hieu", "number", NUMBER, "số, ký hiệu", need="value"),
                Field("ngay_ban_hanh", "issued_on", DATE, "ngày ban hành", need="value"),
                Field("co_quan_ban_hanh", "issuer", TEXT, "cơ quan ban hành", need="value"),
                Field("noi_dung", "subject", TEXT, "nội dung"),
                Field("han_nop_ho_so", "deadline", _NEW_DAY, "gia hạn nộp hồ sơ"),
                Field("gia_han_cho", "deadline_units", IDS, "chỉ gia hạn cho các đơn vị này; bỏ trống là mọi đơn vị"),
                Field("so_luong_toi_da", "quotas", ListOf(QUOTA), "phân bổ số lượng"),
                Field(
                    "thoi_han_viec",
                    "duty_deadlines",
                    ListOf(
                        Whole(
                            DutyDeadline,
                            "gia hạn việc",
                            Field("viec", "duty", ID, "mã việc phải làm", need="value"),
                            Field("thoi_han", "deadline", _NEW_DAY, "thời hạn mới", need="value"),
                            Field("don_vi", "units", IDS, "chỉ cho các đơn vị này; bỏ trống là mọi đơn vị"),
                            spoilt={"units": (), "doubtful": True},
                        )
                    ),
                    "gia hạn việc phải làm",
                ),
                Field("thay_van_ban", "texts", MapOf(LEGAL_TEXT), "mã văn bản viện dẫn → văn bản thay nó"),
                spoilt={"deadline_units": (), "doubtful": True},
                apart=("so_luong_toi_da", "thoi_han_viec", "thay_van_ban"),
            )
        ),
        "văn bản bổ sung của bên nhận hồ sơ",
    ),
)
LOCAL_CAMPAIGN = Record(LocalCampaign, "tệp của đợt", *LOCAL_FIELDS)
