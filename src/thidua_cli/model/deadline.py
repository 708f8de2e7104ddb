"""Deadlines and periods in the plan's own wording, and the one place that knows what the wording means.

Knows nothing of today: the caller brings every day it asks about.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

from thidua_cli.model.citing import ROLE_ID, ROLE_IDS
from thidua_cli.source import DATE, TEXT, Field, Plain, Reading, Record
from thidua_cli.source.codes import NGAY_SAI
from thidua_cli.viet.dates import first_and_last, format_short


class PeriodEnd(NamedTuple):
    """The end of a day, month or year: as typed, and its last day."""

    text: str
    last_day: date


class _PeriodEndKind:
    label = "ngày, tháng (12/2024) hoặc năm (2030)"

    def read(self, value: Plain, reading: Reading) -> PeriodEnd | None:
        text = value.strip() if isinstance(value, str) else ""
        if ends := first_and_last(text):
            return PeriodEnd(text, ends[1])
        reading.report(
            NGAY_SAI, f"“{text}” không phải ngày, tháng hay năm", remedy="viết 31/12/2024, 12/2024 hoặc 2030"
        )
        return None


PERIOD_END = _PeriodEndKind()


class Deadline(NamedTuple):
    """When something must be in, worded as the plan words it.

    "Trước ngày D" ends on D − 1; "chậm nhất ngày D", "đến ngày D" and "đến hết" include the day
    (plans.md X4.1: one plan uses both side by side, so its drafters do distinguish them).
    """

    before: date | None
    at_latest: date | None
    up_to: date | None
    to_end_of: PeriodEnd | None
    since: date | None
    open_ended: str | None
    addressees: tuple[str, ...]
    through: str | None
    inferred_from: str | None
    clause: str | None

    @property
    def last_day(self) -> date | None:
        """The last day that is still in time; ``None`` when the plan sets no day."""
        if self.before is not None:
            return self.before - timedelta(days=1)
        if self.to_end_of is not None:
            return self.to_end_of.last_day
        return self.at_latest or self.up_to

    @property
    def wording(self) -> str:
        """The plan's own words for the day."""
        if self.before is not None:
            return f"trước ngày {format_short(self.before)}"
        if self.at_latest is not None:
            return f"chậm nhất ngày {format_short(self.at_latest)}"
        if self.up_to is not None:
            return f"đến ngày {format_short(self.up_to)}"
        if self.to_end_of is not None:
            return f"đến hết {self.to_end_of.text}"
        return self.open_ended or "không quy định"

    @property
    def key(self) -> str:
        """The YAML key that holds the day, for pointing at it."""
        if self.before is not None:
            return "truoc_ngay"
        if self.at_latest is not None:
            return "cham_nhat_ngay"
        return "den_ngay" if self.up_to is not None else "den_het"


DEADLINE_FIELDS = (
    Field("truoc_ngay", "before", DATE, "“trước ngày …”: ngày cuối còn hạn là hôm trước"),
    Field("cham_nhat_ngay", "at_latest", DATE, "“chậm nhất ngày …”: tính cả ngày đó"),
    Field("den_ngay", "up_to", DATE, "“đến ngày …”: tính cả ngày đó"),
    Field("den_het", "to_end_of", PERIOD_END, "“đến hết ngày, tháng, năm …”"),
    Field("tu_ngay", "since", DATE, "ngày bắt đầu nhận"),
    Field("khong_an_dinh", "open_ended", TEXT, "lời văn khi kế hoạch không ấn định ngày"),
    Field("gui_den", "addressees", ROLE_IDS, "nơi nhận, theo vai trò của kế hoạch"),
    Field("gui_qua", "through", ROLE_ID, "gửi qua, theo vai trò của kế hoạch"),
    Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ đâu"),
    Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch"),
)
DEADLINE = Record(Deadline, "thời hạn", *DEADLINE_FIELDS)


class Period(NamedTuple):
    """From one day to another, both inside; either end may be unknown. ``target_year`` is the year whose
    targets a plan measures, where its days run into another one."""

    since: date | None
    up_to: date | None
    to_end_of: PeriodEnd | None
    inferred_from: str | None
    clause: str | None
    cycle: str | None = None
    name: str | None = None
    target_year: int | None = None

    @property
    def last_day(self) -> date | None:
        """The last day inside."""
        return self.to_end_of.last_day if self.to_end_of is not None else self.up_to

    @property
    def yearly(self) -> bool:
        """Whether a plan of several years awards by the year."""
        return self.cycle == "hằng năm"

    def holds(self, day: date) -> bool | None:
        """Whether a day lies inside; ``None`` when an unknown end leaves it open."""
        first, last = self.since, self.last_day
        if (first is not None and day < first) or (last is not None and day > last):
            return False
        return None if first is None or last is None else True


def period_fields(*more: Field) -> tuple[Any, ...]:
    """The keys of a period, with what a particular period adds."""
    return (
        Field("tu_ngay", "since", DATE, "ngày bắt đầu"),
        Field("den_ngay", "up_to", DATE, "ngày cuối, tính cả ngày đó"),
        Field("den_het", "to_end_of", PERIOD_END, "hết ngày, tháng, năm"),
        Field("suy_doan_tu", "inferred_from", TEXT, "suy đoán từ đâu, khi kế hoạch không ghi"),
        Field("dieu_khoan", "clause", TEXT, "điều khoản của kế hoạch"),
        *more,
    )
