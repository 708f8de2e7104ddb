"""A ``baseline.yaml`` of everything that weighs today, so that an old repository can begin and new mistakes show."""

from thidua_cli.diagnostic import Severity
from thidua_cli.format.report import Report

_HEAD = """\
# Các điều đã có khi bắt đầu dùng công cụ: vẫn in ra, không tính là lỗi. Sửa được điều nào thì bỏ mục ấy.
# Khớp theo mã, bản ghi và khóa, không theo dòng. Lỗi đọc tệp (TD1xx) không ghi được ở đây.
ly_do: hồ sơ lập trước khi dùng công cụ
"""


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
    if not keys:
        return f"{_HEAD}ton_dong: []\n"
    return f"{_HEAD}ton_dong:\n" + "".join(_entry(*key) for key in keys)


def _entry(code: str, file: str, route: str, record: str) -> str:
    lines = [f"  - ma: {code}", f"    tep: {_quoted(file)}"]
    lines += [f"    duong_dan: {_quoted(route)}"] if route else []
    lines += [f"    truong_hop: {_quoted(record)}"] if record else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text as a YAML scalar that is read back the same; only a lone surrogate cannot be."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    whole = text.encode("utf-8", "replace").decode()
    safe = (sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in whole)
    return '"' + "".join(safe) + '"'
