"""How a command ends: its exit code, and a sentence for whatever kept it from being carried out."""

import errno
import os
import sys
from collections.abc import Callable, Iterable

from thidua_cli.diagnostic import Refused

FAILED, REFUSED = 1, 2
"""Exit codes: a lỗi was found; the command itself could not be carried out."""


_FULL = (": đĩa đầy", "dọn bớt chỗ trên đĩa rồi chạy lại; tệp đang có còn nguyên")
_NOT_ALLOWED = (": không có quyền", "đóng tệp trong Word, Excel; kiểm tra quyền ghi của thư mục, rồi chạy lại")
_TAKEN = (": một lần chạy khác đang ghi vào đó", "chờ lần ấy xong rồi chạy lại")
_OF_THE_DISK = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: (": quá cỡ tệp mà nơi ấy cho ghi", "ghi ra --out ở đĩa khác; tệp đang có còn nguyên"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EEXIST: _TAKEN,
    errno.ENOTEMPTY: _TAKEN,
}
"""Why the disk did not do as asked, and what to do, by the error's number."""
_IN_GENERAL = "đóng tệp trong Word, Excel rồi chạy lại; kiểm tra quyền ghi và chỗ trống của đĩa"


def unknown(what: str, asked: str, known: Iterable[str], otherwise: str = "") -> Refused:
    """A name that is none of those known: the nearest of them, else ``otherwise``, else all there are."""
    from thidua_cli.viet.text import nearest

    known = list(known)
    listed = otherwise or f"có: {', '.join(known) or 'chưa có gì'}"
    return Refused(f"không có {what} “{asked}”", nearest(asked, known, listed))


def ended(run: Callable[[], int]) -> int:
    """Run a command and give its exit code; every failure of the command itself ends here, in a sentence."""
    try:
        return run()
    except Refused as refused:
        _complain(str(refused), refused.remedy)
    except KeyboardInterrupt:
        _complain("đã dừng theo yêu cầu")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        why, remedy = _OF_THE_DISK.get(error.errno or 0, ("", _IN_GENERAL))
        _complain(f"không đọc, ghi được {error.filename or 'tệp'}{why}", remedy)
    except Exception as error:
        _complain_of_ourselves(error)
    return REFUSED


def _complain(message: str, remedy: str = "") -> None:
    from thidua_cli.cli.screen import say

    say(f"thidua: {message}", remedy, err=True)


def _complain_of_ourselves(error: Exception) -> None:
    """A failure nobody foresaw. The trace is for whoever keeps the tool, who asks for it."""
    if os.environ.get("THIDUA_TRACE"):
        import traceback

        traceback.print_exception(error)
    _complain(
        f"công cụ hỏng giữa chừng ({type(error).__name__}); đây là lỗi của thidua, không phải của hồ sơ",
        "báo người giữ công cụ; chạy lại với biến môi trường THIDUA_TRACE=1 để có chỗ hỏng",
    )
