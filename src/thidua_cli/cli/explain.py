"""Giải thích một mã lỗi (TD301), một tiêu chuẩn (Q11-T1) hay một đề nghị (đơn vị/người)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import Repo

if TYPE_CHECKING:
    from thidua_cli.book import Book
    from thidua_cli.diagnostic import Code
    from thidua_cli.format.lines import Line


def run(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ĐIỀU_CẦN_GIẢI_THÍCH",
            help="Mã lỗi, mã tiêu chuẩn, đề nghị viết đơn-vị/người, hoặc việc/đơn-vị đã giới thiệu gương.",
        ),
    ],
    repo: Repo = None,
) -> None:
    """Explain a code, a criterion or a nomination."""
    from thidua_cli.cli.endings import unknown
    from thidua_cli.cli.screen import show
    from thidua_cli.cli.terminal import open_book

    codes = all_codes()
    if what.upper() in codes:
        show(_code(codes[what.upper()]))
        return
    if what.upper().startswith("TD") and what[2:].isdecimal():
        raise unknown("mã", what.upper(), codes, "mã đứng trong ngoặc vuông ở đầu mỗi thông báo, ví dụ TD301")
    found, known = _in_book(open_book(repo), what)
    if found is None:
        raise unknown("tiêu chuẩn hay đề nghị", what, known, "viết mã tiêu chuẩn, hoặc đơn-vị/người")
    show(found)


def all_codes() -> "dict[str, Code]":
    """Every code of every room."""
    from thidua_cli.book import codes as of_book
    from thidua_cli.render import codes as of_render
    from thidua_cli.rules import codes as of_rules
    from thidua_cli.sheet import codes as of_sheet
    from thidua_cli.source import codes as of_source
    from thidua_cli.word import codes as of_word

    rooms = (of_source, of_book, of_rules, of_render, of_sheet, of_word)
    return {code.id: code for code in sorted((one for room in rooms for one in room.CODES), key=lambda one: one.id)}


def _code(code: "Code") -> "Iterator[Line]":
    yield [(f"{code.id} {code.name}", "bold"), (f" · {code.severity.label} · căn cứ: {code.basis}", "")]
    yield [(code.summary, "")]
    for title, sample in (("Sai:", code.wrong), ("Đúng:", code.right)):
        if sample:
            yield []
            yield [(title, "bold")]
            for line in sample.splitlines():
                yield [(f"  {line}", "")]
    if code.basis == "thông lệ":
        yield []
        yield [(f"Tắt được trong campaign.yaml: thiet_lap → quy_tac_khong_dung → quy_tac: {code.id}, ly_do: …", "dim")]


def _in_book(book: "Book", what: str) -> "tuple[list[Line] | None, list[str]]":
    """The explanation of a criterion or nomination, or every id that could have been meant."""
    from thidua_cli.cli.terminal import day
    from thidua_cli.format.table import criterion, tree
    from thidua_cli.judge.reports import introduced
    from thidua_cli.rules import look_at
    from thidua_cli.viet.text import fold

    name = what.replace("\\", "/").removesuffix(".yaml")
    known = []
    for drive in book.drives.values():
        look = look_at(drive, book, day(None))
        for group in drive.criteria:
            for one in group.walk():
                known.append(one.id or "")
                if one.id and fold(one.id) == fold(what):
                    return list(criterion(look, one)), known
        for id_, case in drive.nominations.items():
            known.append(id_)
            if name == id_ or name.endswith(f"nominations/{id_}"):
                return list(tree(look, case)), known
        models = list(introduced(drive, book))
        known += [one.done.id for one in models]
        asked = [one for one in models if name == one.done.id or name.endswith(f"duties/{one.done.id}")]
        if asked:
            beside = look._replace(judgements={one.case.id: one.judgement for one in asked})
            return [line for one in asked for line in tree(beside, one.case)], known
    return None, known
