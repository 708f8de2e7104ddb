"""What someone lets stand with a reason: the finding is marked and no longer weighs, but is never dropped.

Knows nothing of what the findings are about; only that what could not be read cannot be allowed.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.book import Book
from thidua_cli.book.allowances import Allowance
from thidua_cli.book.places import Places
from thidua_cli.diagnostic import Code, Diagnostic
from thidua_cli.model.let_stand import BASELINE_FILE
from thidua_cli.rules import codes

_NEVER = ("TD0", "TD1")


class _At(NamedTuple):
    """Where a comment may catch a finding."""

    file: str
    line: int
    code: str


def applied(found: tuple[Diagnostic, ...], book: Book) -> tuple[Diagnostic, ...]:
    """The findings with those that are allowed marked, and what is wrong with the allowances themselves."""
    if not book.allowances and book.baseline is None:
        return found
    wanted: dict[_At, Allowance] = {}
    problems: list[Diagnostic] = []
    for one in book.allowances:
        fault = _fault(one)
        if fault is not None:
            problems.append(fault)
        else:
            wanted[_At(one.file, one.about, one.codes[0])] = one
    marked, used = _by_comment(found, wanted, book)
    problems += [_say(codes.CHAP_NHAN_THUA, one, *_idle(one)) for at, one in wanted.items() if at not in used]
    marked, left = _by_baseline(marked, book)
    return (*marked, *problems, *left)


def _fault(one: Allowance) -> Diagnostic | None:
    """Why a comment has no effect at all."""
    if len(one.codes) > 1:
        return _say(
            codes.CHAP_NHAN_NHIEU_MA,
            one,
            f"một ghi chú nêu {len(one.codes)} mã: {', '.join(one.codes)}",
            "mỗi ghi chú một mã, một lý do; mã thứ hai viết ở dòng riêng ngay phía trên",
        )
    if one.codes[0].startswith(_NEVER):
        return _say(
            codes.KHONG_CHAP_NHAN_DUOC, one, f"{one.codes[0]} không chấp nhận được", "sửa bản ghi rồi bỏ ghi chú"
        )
    if not any(letter.isalpha() for letter in one.reason):
        return _say(
            codes.CHAP_NHAN_THIEU_LY_DO,
            one,
            f"chấp nhận {one.codes[0]} mà chưa nêu lý do",
            f"viết: # chấp nhận {one.codes[0]}: lý do, ai đồng ý, ngày nào",
        )
    return None


def _idle(one: Allowance) -> tuple[str, str]:
    return (
        f"dòng {one.about} không có {one.codes[0]} để chấp nhận",
        "bỏ ghi chú; nếu điều cần chấp nhận ở dòng khác thì chuyển ghi chú đến dòng ấy",
    )


def _say(code: Code, one: Allowance, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(code, message, one.file, place=one.place, remedy=remedy)


def _by_comment(
    found: tuple[Diagnostic, ...], wanted: dict[_At, Allowance], book: Book
) -> tuple[list[Diagnostic], set[_At]]:
    """The findings with those marked that stand on the line a comment speaks of, and which comments were used."""
    places = Places(book)
    files = {at.file for at in wanted}
    asked = {(at.file, at.code) for at in wanted}
    marked, used = [], set()
    for one in found:
        if one.file in files and (one.file, one.code.id) in asked:
            at = _At(one.file, places.of(one).line, one.code.id)
            if at in wanted:
                used.add(at)
                one = one._replace(allowed=wanted[at].reason)
        marked.append(one)
    return marked, used


def _by_baseline(found: list[Diagnostic], book: Book) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings with the known ones marked, each entry covering one, and the entries that cover nothing."""
    if book.baseline is None:
        return found, []
    known = [(one.code, one.file, one.route or "", one.record or "") for one in book.baseline.entries]
    left = Counter(key for key in known if not key[0].startswith(_NEVER))
    marked = []
    for one in found:
        if not one.allowed and left[one.key] > 0:
            left[one.key] -= 1
            one = one._replace(allowed=book.baseline.reason or BASELINE_FILE, inherited=True)
        marked.append(one)
    return marked, list(_stale(known, left))


def _stale(known: list[tuple[str, str, str, str]], left: Counter[tuple[str, str, str, str]]) -> Iterator[Diagnostic]:
    for index in range(len(known) - 1, -1, -1):
        key = known[index]
        route = ("ton_dong", index)
        if key[0].startswith(_NEVER):
            yield Diagnostic(
                codes.KHONG_CHAP_NHAN_DUOC,
                f"{key[0]} không chấp nhận được",
                BASELINE_FILE,
                route,
                remedy="sửa bản ghi rồi bỏ mục này",
            )
        elif left[key] > 0:
            left[key] -= 1
            yield Diagnostic(
                codes.TON_DONG_DA_HET,
                f"{key[0]} ở {key[1]} không còn",
                BASELINE_FILE,
                route,
                remedy="bỏ mục này khỏi baseline.yaml",
            )
