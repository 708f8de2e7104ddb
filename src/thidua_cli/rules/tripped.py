"""A rule that trips over a record is itself a finding: it names the rule and the record, and the run goes on.

The mistake is then ours and no clerk's, so the command ends as one that could not be carried out.
"""

from types import TracebackType

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.rules.codes_run import QUY_TAC_HONG


def tripped(rule: str, error: Exception, file: str) -> Diagnostic:
    """What to say of a rule that failed; ``file`` is the campaign's, for want of a record at hand."""
    at_hand = _record_at_hand(error.__traceback__) or file
    return Diagnostic(
        QUY_TAC_HONG,
        f"quy tắc {rule} của thidua hỏng giữa chừng ({type(error).__name__}); phần còn lại vẫn được kiểm tra",
        at_hand,
        record=rule,
        remedy="không phải lỗi của hồ sơ: gửi tên quy tắc và tệp này cho người giữ công cụ",
    )


def _record_at_hand(trace: TracebackType | None) -> str:
    """The file of the record the innermost step held when it failed."""
    found = ""
    while trace is not None:
        held = [getattr(value, "file", None) for value in trace.tb_frame.f_locals.values()]
        found = next((one for one in held if isinstance(one, str) and one.startswith("campaigns/")), found)
        trace = trace.tb_next
    return found
