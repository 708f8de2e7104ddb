"""People an office has looked at and found not to be one: one file for all campaigns, ``different-people.yaml``."""

from datetime import date
from typing import NamedTuple

from thidua_cli.source import DATE, TEXT, Field, ListOf, Record

DISTINCT_FILE = "different-people.yaml"


class Distinct(NamedTuple):
    """Cases that look like one person and are not, each as ``<campaign>/<unit>/<who>``; why, who looked, when."""

    cases: tuple[str, ...]
    reason: str
    reviewed_by: str
    reviewed_on: date | None


DISTINCT = ListOf(
    Record(
        Distinct,
        "người đã rà soát; ghi để lưu, không dùng khi đối chiếu",
        Field(
            "truong_hop",
            "cases",
            ListOf(TEXT),
            "hai đề nghị của hai người khác nhau, mỗi dòng <đợt>/<đơn vị>/<người>",
            need="value",
        ),
        Field("ly_do", "reason", TEXT, "vì sao biết là hai người khác nhau", need="value"),
        Field(
            "nguoi_ra_soat", "reviewed_by", TEXT, "người đã rà soát; ghi để lưu, không dùng khi đối chiếu", need="value"
        ),
        Field("ngay_ra_soat", "reviewed_on", DATE, "ngày rà soát; ghi để lưu, không dùng khi đối chiếu", need="value"),
    )
)
