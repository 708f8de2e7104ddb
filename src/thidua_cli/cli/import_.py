"""Nhận một danh sách Excel (.xlsx, .xls, .ods, .csv) thành các đề nghị, hoặc bảng chấm điểm đơn vị đã điền: xem
trước, rồi mới ghi.

Một ô sai thì không ghi gì, và mọi ô sai đều được liệt kê. Người đã có trong kho thì hiện thành thay đổi để xem.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.endings import FAILED
from thidua_cli.cli.options import OneCampaign, Repo
from thidua_cli.cli.screen import say, show
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.book import Book, Drive
    from thidua_cli.sheet.answers import Answers
    from thidua_cli.sheet.importing import Outcome


class Hidden(StrEnum):
    """What to do with rows that are hidden or struck through and hold data."""

    ask = "ask"
    read = "read"
    skip = "skip"


def run(
    file: Annotated[
        Path, typer.Argument(metavar="TỆP", help="Danh sách, bảng chấm điểm: .xlsx, .xls, .ods hoặc .csv.")
    ],
    repo: Repo = None,
    campaign: OneCampaign = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Đơn vị đề nghị, khi danh sách không ghi.")
    ] = None,
    map_: Annotated[
        Path | None,
        typer.Option("--map", metavar="TỆP", help="Tệp trả lời đã lưu: cot, don_vi, hinh_thuc, ho_ten, trung_ten."),
    ] = None,
    hidden: Annotated[
        Hidden, typer.Option("--hidden", metavar="ask|read|skip", help="Dòng ẩn, dòng gạch ngang: hỏi, nhập hay bỏ.")
    ] = Hidden.ask,
    diff: Annotated[bool, typer.Option("--diff", help="Hiện cả nội dung từng tệp mới.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Ghi các tệp mới; tệp đã có giữ nguyên.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Ghi cả tệp mới và các thay đổi đã hiện.")] = False,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", metavar="TỆP", help="Ghi một bản sao .xlsx có chú thích ở từng ô sai.")
    ] = None,
) -> None:
    """Preview an import; write it when asked."""
    from thidua_cli.cli.terminal import chosen_drive, chosen_unit, open_book
    from thidua_cli.sheet.importing import import_list
    from thidua_cli.sheet.opening import open_workbook
    from thidua_cli.sheet.preview import lines
    from thidua_cli.sheet.score_sheets import import_scores, is_of_scores

    book = open_book(repo)
    drive = chosen_drive(book, campaign)
    data = _bytes(file)
    answers = _answers(map_, drive, book)
    proposer = chosen_unit(book, unit) if unit else None
    try:
        workbook = open_workbook(data, file.name)
        importing = import_scores if is_of_scores(workbook) else import_list
        outcome = importing(workbook, drive, book, answers, hidden.value, proposer)
    except Refused as refused:
        raise refused.of(file.name) from refused
    show(lines(outcome, file.name, whole=diff))
    if annotate is not None:
        _annotate(data, outcome, file, annotate)
    if outcome.errors:
        raise typer.Exit(FAILED)
    if write or update:
        _write(outcome, book, drive, update=update)
    elif outcome.changes:
        say("Chưa ghi gì. Thêm --write để ghi tệp mới, --update để ghi cả thay đổi.")


def _bytes(file: Path) -> bytes:
    if file.is_dir():
        raise Refused(f"{file} là thư mục", "ghi tên một tệp danh sách trong đó, ví dụ danh-sach.xlsx")
    if not file.is_file():
        raise Refused(f"không có {file}", "kiểm tra lại đường dẫn")
    return file.read_bytes()


def _answers(map_: Path | None, drive: "Drive", book: "Book") -> "Answers":
    from thidua_cli.sheet.answers import NO_ANSWERS
    from thidua_cli.sheet.map_file import read_answers

    if map_ is None:
        return NO_ANSWERS
    answers, problems = read_answers(_bytes(map_), map_.name, drive, book)
    if problems:
        first, more = problems[0], len(problems) - 1
        line = first.place.line if first.place else 1
        raise Refused(f"{map_}:{line}: {first.message}" + f" (và {more} chỗ khác)" * bool(more), first.remedy)
    return answers


def _annotate(data: bytes, outcome: "Outcome", file: Path, target: Path) -> None:
    from thidua_cli.cli.output import write_new
    from thidua_cli.sheet.annotate import annotated

    ending = ".xlsm" if file.suffix.lower() == ".xlsm" else ".xlsx"
    if target.suffix.lower() != ending:
        raise Refused(
            f"bản sao có chú thích là tệp {ending}, tên {target.name} thì không mở được", f"đặt tên có đuôi {ending}"
        )
    if target.exists() and target.samefile(file):
        raise Refused(f"{target} là chính danh sách gốc", "ghi bản sao ra tên khác")
    copy = annotated(data, outcome.troubles)
    if copy is None:
        raise Refused("chỉ chú thích được tệp .xlsx", "lưu danh sách thành .xlsx rồi chạy lại")
    write_new(target, copy, "ghi bản sao ra tên khác, hoặc xóa bản cũ")
    say(f"Đã ghi bản sao có chú thích: {target}")


def _write(outcome: "Outcome", book: "Book", drive: "Drive", *, update: bool) -> None:
    from thidua_cli.cli.output import write_all

    wanted = {"mới", "đổi", "như cũ, nguồn mới"} if update else {"mới"}
    files = {Path(book.disk.where(one.path)): one.text.encode() for one in outcome.changes if one.status in wanted}
    write_all(files)
    rooms = dict.fromkeys(one.path.split("/")[2] for one in outcome.changes)
    say(f"Đã ghi {len(files)} tệp vào {', '.join(book.disk.where(f'{drive.folder}/{room}') for room in rooms)}.")
    left = [one for one in outcome.changes if one.status == "đổi"]
    if left and not update:
        say(f"Giữ nguyên {len(left)} trường hợp đã có mà bảng ghi khác; thêm --update để ghi cả thay đổi:")
        for one in left:
            say(f"  {one.path}")
