"""What the words of a command line mean: the day, the repository one stands in, a unit, a campaign."""

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime

from thidua_cli.book import Book, Drive, StrPath, find_top, read_book
from thidua_cli.cli.endings import unknown
from thidua_cli.diagnostic import Refused
from thidua_cli.model.deadline import Period
from thidua_cli.viet.dates import parse_date, parse_span
from thidua_cli.viet.text import fold


def day(text: str | None, option: str = "--today") -> date:
    """The day an option gives, or the clock's."""
    if text is None:
        return datetime.now().astimezone().date()
    parsed = parse_date(text)
    if parsed is None:
        raise Refused(f"“{text}” không phải một ngày", f"viết ngày/tháng/năm, ví dụ {option} 19/12/2024")
    return parsed


def span(text: str | None) -> Period | None:
    """The span of days meant by ``2024``, ``2022-2025`` or two days."""
    if text is None:
        return None
    ends = parse_span(text)
    if ends is None:
        raise Refused(f"“{text}” không phải một kỳ", "viết --period 2024, 2022-2025, 6/2024 hoặc 01/01/2024-30/6/2024")
    return Period(*ends, None, None, None)


def top_of(paths: Sequence[StrPath]) -> str:
    """The repository that holds the given paths, or the current folder."""
    starts = paths or [os.getcwd()]
    for path in starts:
        if not os.path.exists(path):
            raise Refused(f"không có {path}", "kiểm tra lại đường dẫn")
    tops = {top for path in starts if (top := find_top(os.path.realpath(path)))}
    if not tops:
        raise Refused(
            f"không thấy thidua.yaml ở {starts[0]} hay các thư mục bên trên",
            "đi đến thư mục của văn phòng, hoặc tạo mới bằng thidua init",
        )
    if len(tops) > 1:
        raise Refused("các đường dẫn thuộc nhiều thư mục văn phòng", "chạy riêng cho từng thư mục")
    return tops.pop()


def open_book(at: Sequence[StrPath] | StrPath | None, *, sound: bool = True) -> Book:
    """The repository that holds the given paths, or the current folder, read; where it is to be ``sound``, refused
    while a file is unread on which the others rest: what is asked would be answered as if they were not there."""
    book = read_book(top_of([at] if isinstance(at, str | os.PathLike) else at or []))
    if sound and book.held_up_by:
        raise Refused(f"chưa đọc được {book.held_up_by}", "xem dòng sai và cách sửa: thidua validate")
    return book


def narrowed(paths: Sequence[StrPath], top: str) -> Callable[[str], bool]:
    """A test for whether a finding's file lies below one of the given paths; the whole repository is
    always read, because quotas and duplicates are global."""
    wanted = [os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/") for path in paths]
    if not wanted or "." in wanted:
        return lambda file: True
    wanted += [one.removesuffix(".yaml") + ".md" for one in wanted if one.endswith(".yaml")]  # a record's own prose
    return lambda file: any(file == one or file.startswith(f"{one}/") for one in wanted)


def typed(path: StrPath) -> str:
    """A path as it is typed on a command line."""
    return f'"{path}"' if " " in str(path) else str(path)


def chosen_of(what: str, asked: str, known: Sequence[str]) -> str:
    """The value of a closed list that is meant, whatever its case, accents' form and tone placement."""
    found = next((one for one in known if fold(one) == fold(asked)), None)
    if found is None:
        raise Refused(f"không có {what} “{asked}”", f"chọn một trong: {' · '.join(known)}")
    return found


def chosen_unit(book: Book, text: str) -> str:
    """The unit meant by an id, a name or another name seen."""
    known = {fold(name): unit.id for unit in book.units.values() for name in (*unit.names, unit.id)}
    found = known.get(fold(text))
    if found is None:
        names = [*book.units, *(unit.name for unit in book.units.values())]
        raise unknown("đơn vị", text, names, "xem các mã trong units.yaml")
    return found


def chosen_drives(book: Book, campaign: str | None) -> list[Drive]:
    """All campaigns of the repository, or the one asked for."""
    if campaign is None:
        return list(book.drives.values())
    if campaign not in book.drives:
        raise unknown("đợt", campaign, book.drives)
    return [book.drives[campaign]]


def chosen_drive(book: Book, campaign: str | None) -> Drive:
    """The one campaign a command is about."""
    drives = chosen_drives(book, campaign)
    if len(drives) != 1:
        raise Refused(
            "có nhiều đợt thi đua" if drives else "chưa có đợt thi đua nào",
            f"thêm --campaign: {', '.join(book.drives)}" if drives else "tạo bằng thidua new campaign",
        )
    return drives[0]
