"""Tạo bản ghi mẫu có chú thích từng khóa: campaign (đợt), nomination (đề nghị), meeting (cuộc họp), dossier (hồ sơ), appraisal (thẩm định), decision (quyết định), duty (việc đã làm), stock (phôi in sẵn)."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import OneCampaign, Repo
from thidua_cli.cli.screen import say
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.book import Book, Drive
    from thidua_cli.plantext import Draft


class What(StrEnum):
    """The records that can be scaffolded."""

    campaign = "campaign"
    nomination = "nomination"
    meeting = "meeting"
    dossier = "dossier"
    appraisal = "appraisal"
    decision = "decision"
    duty = "duty"
    stock = "stock"


_KEPT = "đặt tên khác, hoặc sửa tệp ấy; tệp đang có không bị ghi đè"


def run(
    what: Annotated[What, typer.Argument(metavar="LOẠI", help=f"Loại bản ghi: {', '.join(What)}.")],
    name: Annotated[
        str, typer.Argument(metavar="TÊN", help="Đề nghị: đơn-vị/người; việc: việc/đơn-vị; loại khác: tên tệp.")
    ],
    repo: Repo = None,
    campaign: OneCampaign = None,
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Với campaign: dùng kế hoạch có sẵn.")
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="VĂN_BẢN", help="Với campaign: lập bản nháp từ kế hoạch của mình, .txt hoặc .docx."
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="ĐỐI_TƯỢNG", help="Với nomination: tập thể, cá nhân hoặc hộ gia đình.")
    ] = "cá nhân",
) -> None:
    """Write one commented record."""
    from thidua_cli.cli.terminal import chosen_drive, open_book
    from thidua_cli.viet.text import slug

    parts = [slug(part) for part in name.replace("\\", "/").split("/")]
    if len(parts) != (2 if what in (What.nomination, What.duty) else 1):
        raise Refused(
            f"tên “{name}” chưa đúng", "đề nghị viết đơn-vị/người, việc viết việc/đơn-vị; loại khác viết một tên"
        )
    if text and (plan or what is not What.campaign):
        raise Refused(
            "--from chỉ dùng với campaign, không cùng --plan",
            "kế hoạch có sẵn: bỏ --from; kế hoạch của mình: bỏ --plan",
        )
    book = open_book(repo)
    top = Path(book.disk.top)
    if what is What.campaign:
        _campaign(top, parts[0], plan, text)
    elif what is What.stock:
        _stock(top / "stock" / f"{parts[0]}.yaml")
    else:
        _record(book, chosen_drive(book, campaign), what, parts, kind)


def _campaign(top: Path, name: str, plan: str | None, text: Path | None) -> None:
    from thidua_cli.cli.init import filled, local_campaign
    from thidua_cli.cli.output import write_new
    from thidua_cli.cli.schema import SCHEMAS, write_schemas
    from thidua_cli.cli.terminal import open_book
    from thidua_cli.format import samples

    target = top / "campaigns" / name
    made, note = _drafted(text) if text else (local_campaign(plan) if plan else samples.campaign(), "")
    write_new(target / "campaign.yaml", made.encode(), _KEPT)
    if not plan:
        write_new(target / "criteria.yaml", filled("criteria.yaml").encode(), _KEPT)
    say(f"Đã tạo {target / 'campaign.yaml'}{note}")
    if (top / SCHEMAS).is_dir():  # the editor is to know the new plan's words at once
        write_schemas(open_book(top), top / SCHEMAS)


def _stock(path: Path) -> None:
    from thidua_cli.cli.init import filled
    from thidua_cli.cli.output import write_new

    write_new(path, filled("stock.yaml").encode(), _KEPT)
    say(f"Đã tạo {path}. Đo tờ phôi bằng thước, điền số, rồi in thidua render phoi-can-chinh để chỉnh máy in")


def _record(book: "Book", drive: "Drive", what: What, parts: list[str], kind: str) -> None:
    """A record of a campaign, with the editor's schema at its head where there is one."""
    from thidua_cli.cli.endings import unknown
    from thidua_cli.cli.output import write_new
    from thidua_cli.cli.schema import SCHEMAS, modeline
    from thidua_cli.cli.terminal import chosen_of
    from thidua_cli.format import samples
    from thidua_cli.model.subjects import SUBJECT_KINDS
    from thidua_cli.viet.text import suggest

    folder, schema, unit = f"{what.value}s", what.value, ""
    if what is What.nomination:
        unit = parts[0]
        record = samples.nomination(book, drive, unit, chosen_of("đối tượng", kind, SUBJECT_KINDS))
    elif what is What.duty:
        duty = drive.plan.duty(parts[0])
        if duty is None:
            raise unknown("việc", parts[0], [one.id for one in drive.plan.duties])
        folder, schema, unit = "duties", f"duty-{duty.id}", parts[1]
        record = samples.duty(duty)
    else:
        record = samples.record_of(what, drive)
    top = Path(book.disk.top)
    path = top / drive.folder / folder / Path(*parts).with_suffix(".yaml")
    known = top / SCHEMAS / drive.id / f"{schema}.json"
    head = f"{modeline(known, path)}\n" if known.is_file() else ""
    write_new(path, (head + record).encode(), _KEPT)
    say(f"Đã tạo {path}")
    if unit and unit not in book.units:
        near = suggest(unit, book.units)
        say(f"  = units.yaml chưa có đơn vị {unit}{f'; có phải {near}?' if near else ', ghi thêm vào đó'}")


def _drafted(path: Path) -> tuple[str, str]:
    """A draft from a plan's text, and what to tell about it."""
    read = {".docx": _drafted_from_word, ".txt": _drafted_from_text}.get(path.suffix.lower())
    if read is None:
        raise Refused(
            f"{path.name}: chỉ đọc được .txt và .docx",
            "tệp .doc: mở bằng Word, lưu thành .docx; PDF, ảnh quét: nhận dạng chữ rồi lưu thành .txt",
        )
    try:
        draft = read(path)
    except OSError as error:
        raise Refused(f"không đọc được {path}", "kiểm tra đường dẫn và quyền đọc tệp") from error
    except Refused as refused:
        raise refused.of(path.name) from refused
    return draft.text, f": bản nháp từ {path.name}, {draft.to_review} chỗ ghi CẦN XEM"


def _drafted_from_text(path: Path) -> "Draft":
    from thidua_cli.plantext import MAX_BYTES, decoded, draft_of, lines_of, source_of

    with path.open("rb") as opened:
        return draft_of(source_of(lines_of(decoded(opened.read(MAX_BYTES + 1)))), path.name)


def _drafted_from_word(path: Path) -> "Draft":
    """The same from a Word file: a paragraph is a line, a font of the old kind is read by its name."""
    from thidua_cli.plantext import Line, draft_of, source_of
    from thidua_cli.viet.legacy import by_font
    from thidua_cli.word.document import read
    from thidua_cli.word.package import MAX_FILE

    with path.open("rb") as opened:
        document = read(opened.read(MAX_FILE + 1))
    lines = [
        Line(one.where, part, one.listed and index == 0)
        for one in document.paragraphs()
        for index, part in enumerate(
            "".join(by_font(piece.text, piece.look.face or "") for piece in one.pieces).split("\n")
        )
    ]
    return draft_of(source_of(lines, wrapped=False), path.name)
