"""Who signs a paper, and in what capacity."""

from typing import NamedTuple

from thidua_cli.source import TEXT, TEXTS, Field, Record


class Signer(NamedTuple):
    """Who signs, and in what capacity, line by line."""

    full_name: str | None
    capacity: tuple[str, ...]


SIGNER = Record(
    Signer,
    "người ký",
    Field("ho_ten", "full_name", TEXT, "họ và tên"),
    Field("quyen_han_ky", "capacity", TEXTS, "các dòng quyền hạn, chức vụ"),
)
