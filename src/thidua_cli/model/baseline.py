"""What an office found wrong on the day it began to use the tool, and let stand: one file, ``baseline.yaml``."""

from typing import NamedTuple

from thidua_cli.source import TEXT, Field, ListOf, Record

BASELINE_FILE = "baseline.yaml"


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
