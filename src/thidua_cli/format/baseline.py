"""A ``baseline.yaml`` of everything that weighs today, so that an old repository can begin and new mistakes show."""

from thidua_cli.diagnostic import Severity
from thidua_cli.format.report import Report
from thidua_cli.model.let_stand import BASELINE
from thidua_cli.source import writing

_HEAD = """\
# Các điều đã có khi bắt đầu dùng công cụ: vẫn in ra, không tính là lỗi. Sửa được điều nào thì bỏ mục ấy.
# Khớp theo mã, bản ghi và khóa, không theo dòng. Lỗi đọc tệp (TD1xx) không ghi được ở đây.
"""
_KEYS = ("ma", "tep", "duong_dan", "truong_hop")


def dump(report: Report) -> str:
    """The file; what cannot be allowed, notes, and what is already allowed by a comment are left out."""
    keys = sorted(
        one.finding.key
        for one in report.findings
        if one.finding.severity is not Severity.NOTE
        and one.finding.code.id[:3] not in ("TD0", "TD1")
        and (one.weighs or one.finding.inherited)
        and not one.finding.file.startswith("thidua:")
    )
    # Only a lone surrogate, which no file can hold, is not read back the same.
    said = [[part.encode("utf-8", "replace").decode() for part in parts] for parts in keys]
    entries = [{key: value for key, value in zip(_KEYS, parts, strict=True) if value} for parts in said]
    return _HEAD + writing.dump(BASELINE, {"ly_do": "hồ sơ lập trước khi dùng công cụ", "ton_dong": entries})
