"""Ghi số, ngày được cấp sau khi ký vào bản ghi hồ sơ; mọi dòng khác, cả chú thích, giữ nguyên từng chữ."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.endings import unknown
from thidua_cli.cli.options import OnlyCampaign, Repo
from thidua_cli.cli.screen import say
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.book import Book, Drive
    from thidua_cli.model.dossier import Dossier


def run(
    dossier: Annotated[str, typer.Argument(metavar="HỒ_SƠ", help="Mã hồ sơ trình, hoặc tệp của nó.")],
    number: Annotated[
        str, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu đầy đủ do văn thư cấp, ví dụ 203/TTr-UBND.")
    ],
    date: Annotated[str, typer.Option("--date", metavar="NGÀY", help="Ngày ban hành, ví dụ 17/12/2024.")],
    repo: Repo = None,
    campaign: OnlyCampaign = None,
    signed: Annotated[
        bool, typer.Option("--signed", help="Ghi cả da_ky_ban_hanh: từ đây giấy là bản gốc, không in đè.")
    ] = False,
) -> None:
    """Write the number and the day into the record in place."""
    from thidua_cli.cli.output import write_whole
    from thidua_cli.cli.terminal import day, open_book
    from thidua_cli.source import decode
    from thidua_cli.viet.dates import format_short

    book = open_book(repo)
    drive, chosen = _chosen(book, dossier, campaign)
    issued_on = day(date, "--date")
    _check_number(number)
    _check_unissued(chosen, number.strip(), issued_on)
    _check_kind(drive, chosen, number.strip())
    _check_order(drive, chosen, issued_on)
    path = Path(os.path.realpath(book.disk.where(chosen.file)))
    data = path.read_bytes()
    text, found = decode(data, chosen.file)
    if text is None:
        raise Refused(f"{chosen.file}: {found[0].message}", found[0].remedy)
    changed = _edited(text, chosen, number.strip(), format_short(issued_on), signed)
    if changed is None:
        raise Refused(
            f"không sửa được {chosen.file} mà giữ nguyên các dòng khác", "mở tệp, tự ghi so_ky_hieu và ngay_ban_hanh"
        )
    if changed == text:
        say(f"{chosen.file}: đã có số {chosen.number}, không có gì để ghi.")
        return
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    write_whole(path, mark + changed.encode())
    say(f"{chosen.file}: số {number.strip()}, ngày {format_short(issued_on)}" + (", đã ký ban hành" if signed else ""))


def _edited(text: str, dossier: "Dossier", number: str, issued_on: str, signed: bool) -> str | None:
    """The record with what is new; a value that stands there already keeps its own spelling."""
    from thidua_cli.source.edit import with_value

    changed: str | None = text
    wanted = (
        ("so_ky_hieu", number, dossier.number is None),
        ("ngay_ban_hanh", issued_on, dossier.issued_on is None),
        ("da_ky_ban_hanh", "có", signed and not dossier.signed_and_issued),
    )
    for key, value, missing in wanted:
        if missing and changed is not None:
            changed = with_value(changed, (key,), value)
    return changed


def _check_number(number: str) -> None:
    from thidua_cli.viet.text import has_control

    parts = number.strip().split("/")
    if len(parts) < 2 or not parts[0].isdecimal() or not all(parts) or has_control(number) or "\n" in number:
        raise Refused(f"“{number}” không phải số, ký hiệu văn bản", "viết đủ, ví dụ --number 203/TTr-UBND")


def _check_unissued(dossier: "Dossier", number: str, issued_on: "date") -> None:
    """A number once given is never changed: a wrong paper is replaced by another one."""
    from thidua_cli.viet.dates import format_short

    other_number = dossier.number is not None and dossier.number != number
    other_day = dossier.issued_on is not None and dossier.issued_on != issued_on
    if other_number or other_day:
        said = f"số {dossier.number}" if dossier.number else "chưa có số"
        when = f", ngày {format_short(dossier.issued_on)}" if dossier.issued_on else ""
        raise Refused(
            f"hồ sơ {dossier.id} đã ghi {said}{when}",
            "văn bản đã ban hành thì thay bằng văn bản khác hoặc đính chính (Nghị định 30/2020, Điều 18 khoản 3); "
            "ghi nhầm thì tự sửa trong tệp",
        )


def _check_kind(drive: "Drive", dossier: "Dossier", number: str) -> None:
    """A number names its kind of paper: that of a report is not given to a Tờ trình, and cannot be taken back."""
    from thidua_cli.model.dossier import misnumbered

    if misnumbered(number, drive.plan.procedure(dossier.procedure)):
        raise Refused(
            f"hồ sơ {dossier.id} lập bằng tờ trình, {number} là số của loại văn bản khác",
            "xem lại số trên văn bản; Tờ trình ghi …/TTr-…",
        )


def _check_order(drive: "Drive", dossier: "Dossier", issued_on: "date") -> None:
    """A paper is not issued before the meeting it rests on: the rules would say so only once it is written."""
    from thidua_cli.viet.dates import format_short

    for meeting in drive.meetings_of(dossier):
        if meeting.held_on is not None and issued_on < meeting.held_on:
            raise Refused(
                f"ngày ban hành {format_short(issued_on)} trước cuộc họp {meeting.id} ngày {format_short(meeting.held_on)}",
                "kiểm tra lại --date, hoặc ngay_hop của cuộc họp",
            )


def _chosen(book: "Book", asked: str, campaign: str | None) -> "tuple[Drive, Dossier]":
    """The dossier asked for, by id or by file, and its campaign."""
    from thidua_cli.cli.terminal import chosen_drives

    name = asked.replace("\\", "/").removesuffix(".yaml").rpartition("/")[2]
    drives = chosen_drives(book, campaign)
    found = [(drive, drive.dossiers[name]) for drive in drives if name in drive.dossiers]
    if len(found) > 1:
        raise Refused(f"nhiều đợt có hồ sơ “{name}”", f"thêm --campaign: {', '.join(book.drives)}")
    if not found and any(name in drive.meetings for drive in drives):
        raise Refused(f"{name} là cuộc họp, không phải hồ sơ", f"số biên bản ghi ở so_ky_hieu của meetings/{name}.yaml")
    if not found:
        raise unknown("hồ sơ", name, [id_ for drive in drives for id_ in drive.dossiers])
    return found[0]
