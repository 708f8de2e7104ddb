"""What an office has looked at and lets stand, for all campaigns: ``baseline.yaml``, what was wrong on the day it
began to use the tool; ``different-people.yaml``, who looks like one person and is not."""

from datetime import date
from typing import NamedTuple

from thidua_cli.source import DATE, TEXT, Field, ListOf, Record

BASELINE_FILE, DISTINCT_FILE = "baseline.yaml", "different-people.yaml"


class Known(NamedTuple):
    """A finding that is known: by code, file, route and record, never by line."""

    code: str
    file: str
    route: str | None
    record: str | None


class Baseline(NamedTuple):
    """The known findings and the one reason they stand."""

    reason: str
    entries: tuple[Known, ...]


BASELINE = Record(
    Baseline,
    "tồn đọng",
    Field("ly_do", "reason", TEXT, "vì sao các điều dưới đây được giữ nguyên", need="value"),
    Field(
        "ton_dong",
        "entries",
        ListOf(
            Record(
                Known,
                "điều tồn đọng",
                Field("ma", "code", TEXT, "mã, ví dụ TD407", need="value"),
                Field("tep", "file", TEXT, "bản ghi", need="value"),
                Field("duong_dan", "route", TEXT, "đường đến khóa trong bản ghi"),
                Field("truong_hop", "record", TEXT, "trường hợp, hồ sơ"),
            )
        ),
        "các điều đã có khi bắt đầu dùng công cụ",
        need="key",
    ),
)


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
