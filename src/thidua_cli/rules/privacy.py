"""Lints of an office that marks its repository as public: what of a person does not belong there.

Which data a public list may show is the office's to decide under the law on personal data; what stands here
is what no public list of the plans needs: citizen number, full birth date, home address.
"""

import re
from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic, Place
from thidua_cli.rules import codes
from thidua_cli.rules.look import Look
from thidua_cli.source import MAX_BYTES

PUBLIC = "công khai"
_TWELVE_DIGITS = r"(?<!\d)\d{12}(?!\d)"
_KEYS = (
    ("so_dinh_danh", "citizen_number", "số định danh", "bỏ khóa này; cấp trên cần thì gửi riêng"),
    ("ngay_sinh", "born_on", "ngày sinh", "chỉ ghi nam_sinh"),
    ("dia_chi_ho", "address", "địa chỉ nhà", "chỉ ghi khu phố, tổ dân phố"),
)


def in_public(look: Look) -> Iterator[Diagnostic]:
    """Kho ghi mức bảo mật công khai thì đề nghị, báo cáo không mang dữ liệu riêng của một người."""
    settings = look.book.settings
    if settings is None or settings.privacy != PUBLIC:
        return
    for case in look.drive.nominations.values():
        for key, attr, name, remedy in _KEYS:
            if getattr(case, attr) is not None:
                yield Diagnostic(
                    codes.RIENG_TU_CONG_KHAI,
                    f"{name} nằm trong kho ghi là công khai",
                    case.file,
                    (key,),
                    record=case.id,
                    remedy=remedy,
                )
        path = look.drive.prose_of(case)
        if path:
            text = (
                (look.book.disk.read(path, MAX_BYTES) or b"").decode("utf-8", "replace")
                if path in look.book.disk.files
                else ""
            )
            for number, line in enumerate(text.split("\n"), 1):
                for found in re.finditer(_TWELVE_DIGITS, line):
                    yield Diagnostic(
                        codes.RIENG_TU_CONG_KHAI,
                        "dãy 12 chữ số, có thể là số định danh, nằm trong kho ghi là công khai",
                        path,
                        place=Place(number, found.start() + 1, found.end() + 1),
                        record=case.id,
                        remedy="bỏ khỏi báo cáo",
                    )


RULES = (in_public,)
