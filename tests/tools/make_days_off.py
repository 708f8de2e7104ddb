"""Make the table of days off that the law room ships, from the ``holidays`` package.

    python tests/tools/make_days_off.py

Writes ``law/days_off.yaml``. Runs only on a developer's machine; users of thidua do not need the package.
A test remakes the table and compares.
"""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

OUT = Path(__file__).resolve().parents[2] / "src" / "thidua_cli" / "law" / "days_off.yaml"
FIRST, LAST = 2017, 2030
ANNOUNCED = 2026
"""The last year whose days the Prime Minister has announced; later Tết days and swaps are reckoned."""

# What the Labour Code itself ties to a day. The rest is set year by year: the span of Tết, the day beside
# 2/9, a day in place of one that fell on a weekend, a working day swapped with a Saturday.
_BY_THE_CODE = {
    "Tết Dương lịch",
    "Tết Nguyên Đán",
    "Ngày Giỗ Tổ Hùng Vương",
    "Ngày Chiến thắng",
    "Ngày Quốc tế Lao động",
    "Ngày Văn hóa Việt Nam",
}
_CODES = (
    (2017, 2020, "Bộ luật Lao động 2012, Điều 115"),
    (2021, 2025, "Bộ luật Lao động 2019, Điều 112"),
    (2026, LAST, "Bộ luật Lao động 2019, Điều 112; ngày 24/11 theo Nghị quyết số 80-NQ/TW"),
)

HEAD = """\
# Ngày nghỉ, lễ, Tết của cán bộ, công chức, viên chức. Tệp do tests/tools/make_days_off.py lập từ gói holidays; không sửa tay.
# Ngày ở ngay_nghi_tung_nam (ngày Tết, ngày liền kề 02/9, nghỉ bù, hoán đổi) do Thủ tướng Chính phủ quyết định từng năm:
# năm chưa có thông báo là suy ra. Văn phòng thêm hay bỏ một ngày ở law/days_off.yaml của mình, chỉ ghi ngày khác với đây.
"""


def table() -> str:
    """The text of the file."""
    return HEAD + "".join(line for year in range(FIRST, LAST + 1) for line in _year(year))


def _year(year: int) -> Iterator[str]:
    known = holidays.country_holidays("VN", years=year, language="vi")
    fixed = {day: name for day, name in known.items() if name in _BY_THE_CODE or (day.day, day.month) == (2, 9)}
    groups = (
        ("ngay_nghi", fixed),
        ("ngay_nghi_tung_nam", {day: name for day, name in known.items() if day not in fixed}),
        ("ngay_lam_bu", {day: "làm bù" for day in known.weekend_workdays if day.year == year}),
    )
    lead = "- "
    for key, days in groups:
        if days:
            yield f"{lead}{key}:\n"
            yield from (f"    {_short(day)}: {name}\n" for day, name in sorted(days.items()))
            lead = "  "
    code = next(text for first, last, text in _CODES if first <= year <= last)
    yield f"  hieu_luc_tu: 01/01/{year}\n"
    yield f"  hieu_luc_den: 31/12/{year}\n"
    yield f"  do_tin_cay: {'một nguồn' if year <= ANNOUNCED else 'suy ra'}\n"
    yield f"  nguon: {code}; lịch từng năm theo gói holidays {version('holidays')}\n"


def _short(day: date) -> str:
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


if __name__ == "__main__":
    OUT.write_text(table(), encoding="utf-8")
