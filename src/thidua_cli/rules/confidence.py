"""How grave a finding may be, by how sure the legal value is that it rests on (law.md §7).

What nobody has verified never makes a lỗi: it comes under a code of its own, which an office may switch off.
"""

from typing import Any

from thidua_cli.diagnostic import Code, Diagnostic, Mark, Route, Severity
from thidua_cli.law import INFERRED, Dated
from thidua_cli.rules.codes_law import LUAT_CHUA_DOI_CHIEU
from thidua_cli.viet.dates import format_short


def resting_on(code: Code, value: Dated[Any], message: str, file: str, route: Route, **more: Any) -> Diagnostic:
    """The finding under its code when the value is verified; else under the code of doubt, as cần xem lại
    for a single source and as ghi chú for an inference."""
    whose = "dữ liệu luật của văn phòng" if value.of_office else "dữ liệu luật"
    mark = Mark(value.file, (value.row,), f"{whose}, từ {format_short(value.valid_from)}")
    related = (*more.pop("related", ()), mark)
    if value.verified:
        return Diagnostic(code, message, file, route, clause=value.cited, related=related, **more)
    return Diagnostic(
        LUAT_CHUA_DOI_CHIEU,
        message,
        file,
        route,
        clause=value.cited,
        related=related,
        severity_override=Severity.NOTE if value.confidence == INFERRED else None,
        **more,
    )
