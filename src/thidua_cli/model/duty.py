"""Things handed in (duties/<duty>/<unit>.yaml); which keys are filled depends on the duty's kind."""

from datetime import date
from typing import NamedTuple

from thidua_cli.source import AMOUNT, DATE, FILE, TEXT, Field, Record


class Launch(NamedTuple):
    """How a unit launched the campaign."""

    launched_on: date | None
    form: str | None


class HandedIn(NamedTuple):
    """One thing a unit handed in."""

    id: str
    file: str
    duty: str
    unit: str
    number: str | None
    issued_on: date | None
    sent_on: date | None
    received_on: date | None
    attachment: str | None
    launch: Launch | None
    target_count: int | None


HANDED_IN = Record(
    HandedIn, "việc đã làm",
    Field("so_ky_hieu", "number", TEXT, "số văn bản"),
    Field("ngay_ban_hanh", "issued_on", DATE, "ngày văn bản"),
    Field("ngay_gui", "sent_on", DATE, "ngày gửi"),
    Field("ngay_nhan", "received_on", DATE, "ngày nhận, bên nhận ghi"),
    Field("tep_dinh_kem", "attachment", FILE, "tệp"),
    Field("phat_dong", "launch", Record(
        Launch, "phát động", Field("ngay_phat_dong", "launched_on", DATE, "ngày phát động"),
        Field("hinh_thuc_phat_dong", "form", TEXT, "hình thức phát động"),
    ), "buổi phát động"),
    Field("so_luong_chi_tieu", "target_count", AMOUNT, "số chỉ tiêu cụ thể"),
)
