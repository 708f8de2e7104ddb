"""In giấy tờ ra Word theo Nghị định 30/2020: dossier in cả hồ sơ; tên một mẫu in riêng loại giấy ấy."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua_cli.cli.endings import FAILED, unknown
from thidua_cli.cli.options import OnlyCampaign
from thidua_cli.cli.screen import progress, say
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.book import Book, Drive
    from thidua_cli.model.dossier import Decision, Dossier
    from thidua_cli.render.orders import Asked, Order
    from thidua_cli.render.press import Press
    from thidua_cli.render.values import Awarded, Desk
    from thidua_cli.rules import ByFile

_UNWRITTEN, _LEFT_OUT = 3, 10
_ISSUED = (
    "sai nội dung thì thay bằng văn bản khác (Nghị định 30/2020, Điều 18 khoản 3); muốn xem lại thì in ra --out khác"
)


def run(
    kind: Annotated[
        str,
        typer.Argument(metavar="LOẠI", help="dossier (cả hồ sơ), hoặc tên một mẫu: to-trinh, bien-ban, danh-sach …"),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[ĐƯỜNG_DẪN]...", help="Thư mục của văn phòng, hoặc tệp hồ sơ, đề nghị, cuộc họp cần in."
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi ghi giấy tờ.")] = Path("ho-so"),
    campaign: OnlyCampaign = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Chỉ hồ sơ, báo cáo của một đơn vị.")
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="KỲ", help="Kỳ sơ kết, tổng kết: 2024, 2022-2025, 01/01/2024-30/6/2024."),
    ] = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="NGÀY", help="Ngày của công văn đôn đốc, thay cho hôm nay.")
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="In cả khi còn lỗi, đóng chữ DỰ THẢO.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Thay giấy tờ đã in lần trước; không thay giấy đã ký ban hành.")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Thêm bản PDF bằng LibreOffice; với dossier: một tệp PDF cho mỗi hồ sơ.")
    ] = False,
) -> None:
    """Print papers below ``--out``."""
    from datetime import date

    office = None
    if pdf:
        from thidua_cli.cli.pdf import find_office

        office = find_office()
    from thidua_cli.cli.terminal import chosen_drives, chosen_unit, day, narrowed, open_book, span
    from thidua_cli.render.orders import Asked
    from thidua_cli.render.press import Press
    from thidua_cli.render.values import Desk
    from thidua_cli.rules import ByFile, inspect

    asked = paths or []
    book = open_book(asked)
    wanted = Asked(day(today), chosen_unit(book, unit) if unit else None, span(period))
    shown = narrowed(asked, book.disk.top)
    # The same records give the same bytes on any day, so nothing printed may depend on the clock.
    inspection = inspect(book, date.max)
    found, failed = ByFile(inspection.found), False
    printed: list[Path] = []
    folders: dict[Path, list[str]] = {}
    for drive in chosen_drives(book, campaign):
        look = next(look for look in inspection.looks if look.drive.id == drive.id)
        desk = Desk(look)
        press = Press(desk, draft=draft)
        run_ = _Run(book, found, desk, press, out, shown, draft, force, wanted)
        failed |= run_.dossiers() if kind == "dossier" else run_.one_kind(kind)
        for issuer, keys in press.blanks.items():
            say(f"Giấy của {issuer} in ra còn chỗ trống.", f"ghi {', '.join(keys)} của đơn vị ở units.yaml")
        printed += run_.printed
        folders |= run_.folders
    if office:
        _to_pdf(office, printed, folders, force=force)
    if failed:
        raise typer.Exit(FAILED)


def _to_pdf(office: str, printed: list[Path], folders: dict[Path, list[str]], *, force: bool) -> None:
    """Everything just printed as PDF, in one call; a dossier as one file beside its folder."""
    from thidua_cli.cli.output import write_file
    from thidua_cli.cli.pdf import bind, convert, faces

    inside = [folder / path for folder, paths in folders.items() for path in paths]
    made = convert(office, [*printed, *inside])
    for path in printed:
        if path in made:
            write_file(path.with_suffix(".pdf"), [made[path]], force=force)
        else:
            say(f"  = LibreOffice không đổi được {path}", err=True)
    for folder, paths in folders.items():
        bound = bind(folder, paths, made)
        if bound is None:
            raise Refused("chưa có thư viện gộp PDF", "chạy: pip install 'thidua[pdf]'; giấy tờ Word đã ghi đủ")
        target = folder.with_name(f"{folder.name}.pdf")
        write_file(target, [bound.data], force=force)
        say(f"{target}: {bound.papers} văn bản theo thứ tự mục lục")
        for left in bound.left_out:
            say(f"  = không gộp được {left}, gửi kèm tệp gốc", err=True)
    if made:
        say(f"PDF bằng LibreOffice: {faces(made.values()) or 'không rõ phông'}")


class _Run:
    """One campaign's printing: what to print, what to refuse, where to put it."""

    def __init__(
        self,
        book: "Book",
        found: "ByFile",
        desk: "Desk",
        press: "Press",
        out: Path,
        shown: Any,
        draft: bool,
        force: bool,
        asked: "Asked",
    ) -> None:
        self.book, self.found, self.desk, self.press = book, found, desk, press
        self.out = out / desk.drive.id
        self.shown, self.draft, self.force, self.asked = shown, draft, force, asked
        self.printed: list[Path] = []
        self.unwritten: list[str] = []
        self.folders: dict[Path, list[str]] = {}

    @property
    def drive(self) -> "Drive":
        return self.desk.drive

    def dossiers(self) -> bool:
        """Print the dossiers' folders; true when one had to be refused."""
        from thidua_cli.cli.output import write_folder
        from thidua_cli.cli.pdf import noting
        from thidua_cli.render.folder import pack
        from thidua_cli.render.orders import KINDS

        made = KINDS["hồ sơ"]
        asked = (one for one in made.orders(self.press, "", None) if self._asked_for(one))
        chosen = [self.drive.dossiers[one.record] for one in asked]
        left_out = self._left_out("dossier", made.left_out(self.press, ""))
        if not chosen and not left_out:
            say(f"Không có hồ sơ nào để in trong đợt {self.drive.id}.")
        chosen = self._free(chosen)
        failed = False
        total = sum(len(one.cases) + 4 for one in chosen)
        with progress("Đang in", total) as advance:
            for dossier in chosen:
                if self._refused(self._files(dossier), f"hồ sơ {dossier.id}"):
                    failed = True
                    continue
                target = self.out / dossier.id
                found = self.found.of(self._files(dossier))
                order = self.folders.setdefault(target, [])
                drafts: list[str] = []
                files = noting(pack(self.desk, self.press, dossier, found), order, drafts)
                count = write_folder(target, files, advance, force=self.force)
                if self._broken_templates():
                    return True
                say(f"{target}: {count} tệp, {self.desk.counts(self.desk.drive.cases_of(dossier))}")
                _say_unwritten([path.rpartition("/")[2] for path in drafts], ", không kê vào mục lục")
        return failed

    def one_kind(self, kind: str) -> bool:
        """Print one kind of paper for every record it is made for."""
        from thidua_cli.render.orders import KINDS
        from thidua_cli.render.press import template_names
        from thidua_cli.render.stock_sheet import CALIBRATION, CERTIFICATE

        if kind in (CERTIFICATE, CALIBRATION):
            return self._on_stock(kind)
        names = template_names(self.desk)
        if kind not in names:
            known = ["dossier", *sorted([*names, CERTIFICATE, CALIBRATION])]
            raise unknown("mẫu", kind, known)
        paper = self.press.template(kind)
        if self._broken_templates() or paper is None:
            return True
        front = paper.front
        made = KINDS[front.per]
        orders = [one for one in made.orders(self.press, kind, self.asked) if self._asked_for(one)]
        left_out = self._left_out(kind, made.left_out(self.press, kind))
        if not orders and not left_out:
            say(f"Đợt {self.drive.id}: không có gì để in, {made.nothing(self.asked)}.")
        failed = False
        for order in orders:
            # The slip says what is wrong with a dossier, so errors must not keep it from being printed.
            behind = list(order.behind or order.files[:1])
            if "phieu" not in front.roots and self._refused(behind, order.record):
                failed = True
                continue
            # An annex is a paper of its own and goes with the paper that names it.
            for name in (kind, *front.annexes):
                self._print(name, order.record)
        _say_unwritten(self.unwritten)
        return failed or self._broken_templates()

    def _left_out(self, kind: str, found: "Iterable[tuple[Order, str]]") -> bool:
        """Whether there are records asked for that a paper is not made for; they are named, by the reason."""
        records: dict[str, list[str]] = {}
        for order, why in found:
            if self._asked_for(order):
                records.setdefault(why, []).append(order.record)
        for why, named in records.items():
            say(f"Không in {kind} cho {_some(named, _LEFT_OUT)}: {why}.")
        return bool(records)

    def _print(self, name: str, record: str) -> None:
        """Print one template for one record."""
        from thidua_cli.cli.output import write_file
        from thidua_cli.render.orders import KINDS

        paper = self.press.template(name)
        if paper is None:
            return
        made = KINDS[paper.front.per]
        sheet = made.sheet(self.press, name, record, lambda one: self.found.of(self._files(one)))
        printed = self.press.printed(name, sheet)
        if printed is not None:
            target = self.out / name / f"{record.replace('/', '--')}.docx"
            write_file(target, [printed.data], force=self.force)
            self.printed.append(target)
            say(str(target))
            if printed.unwritten:
                self.unwritten.append(target.name)

    def _on_stock(self, kind: str) -> bool:
        """Print on the office's stock: the Giấy khen of each decision, or the sheets to measure a printer by."""
        from thidua_cli.cli.stock import calibration_sheets, certificates_of
        from thidua_cli.render.stock_sheet import CALIBRATION
        from thidua_cli.render.values import awarded, standing

        if kind == CALIBRATION:
            # Measures that make no sense would give a sheet to measure by that is wrong.
            if self._refused([one.file for one in self.book.stocks], "tờ căn chỉnh", may_be_draft=False):
                return True
            made = calibration_sheets(self.desk, self.out, force=self.force)
            self.printed += made
            return not made
        failed = False
        asked = [
            one
            for one in self.drive.decisions.values()
            if any(self._wants_sheet(one, who) for who in standing(awarded(self.desk, one)))
        ]
        if not asked:
            say(f"Đợt {self.drive.id}: không có gì để in, không quyết định nào có người cần in.")
        for decision in asked:
            stocks = self.book.stocks_for(self.drive, decision.award)
            if self._refused([decision.file, *self.desk.unread(decision), *(one.file for one in stocks)], decision.id):
                failed = True
                continue
            wanted = partial(self._wants_sheet, decision)
            target = certificates_of(self.desk, decision, self.out, wanted, draft=self.draft, force=self.force)
            self.printed += [target] if target else []
            failed |= target is None
        return failed

    def _wants_sheet(self, decision: "Decision", one: "Awarded") -> bool:
        """Whether somebody's sheet is asked for: a path of a case narrows a decision to that case."""
        own = self.asked.unit is None or (one.case is not None and one.case.proposer == self.asked.unit)
        return own and (self.shown(decision.file) or (one.case is not None and self.shown(one.case.file)))

    def _asked_for(self, order: "Order") -> bool:
        own = not order.unit or self.asked.unit in (None, order.unit)
        return own and any(self.shown(file) for file in order.files)

    def _files(self, dossier: "Dossier") -> list[str]:
        from thidua_cli.render.folder import records_behind

        return records_behind(self.desk, dossier)

    def _refused(self, files: list[str], what: str, *, may_be_draft: bool = True) -> bool:
        """Whether errors forbid printing; they are shown. A draft prints all the same, and says so on paper."""
        from thidua_cli.diagnostic import Severity

        errors = [
            one for one in self.found.of(files) if one.severity is Severity.ERROR and not one.due and not one.allowed
        ]
        if not errors or (self.draft and may_be_draft):
            return False
        say(
            f"Chưa in {what}: còn {len(errors)} lỗi, ví dụ {errors[0].code.id} {errors[0].message} ({errors[0].file}).",
            "xem thidua validate; thêm --draft để in bản DỰ THẢO",
            err=True,
        )
        return True

    def _free(self, chosen: "list[Dossier]") -> "list[Dossier]":
        """The dossiers that may be printed where they go. Papers signed and issued are never printed over."""
        from thidua_cli.cli.output import take_up

        free = []
        for dossier in chosen:
            target = self.out / dossier.id
            take_up(target)
            if target.exists() and not dossier.signed_and_issued:
                if not self.force:
                    raise Refused(f"đã có {target}", "thêm --force để thay, hoặc in ra --out khác")
                if stray := _not_printed(target):
                    raise Refused(
                        f"{target} có {stray} không phải do thidua in, in đè sẽ làm mất",
                        "chuyển tệp ấy ra ngoài thư mục, hoặc in ra --out khác",
                    )
            if not target.exists() or not dossier.signed_and_issued:
                free.append(dossier)
        issued = [str(self.out / one.id) for one in chosen if one not in free]
        said = f"{', '.join(issued)} là hồ sơ đã ký ban hành, không in đè"
        if issued and not free:
            raise Refused(said, _ISSUED)
        if issued:
            say(said, _ISSUED, err=True)
        return free

    def _broken_templates(self) -> bool:
        from thidua_cli.diagnostic import Severity

        broken = [one for one in self.press.problems if one.severity is Severity.ERROR]
        for one in broken:
            line = one.place.line if one.place else 1
            say(f"{one.severity.label}[{one.code.id}] {one.file}:{line}: {one.message}", one.remedy, err=True)
        return bool(broken)


def _some(names: list[str], most: int) -> str:
    """The first of many names, and how many more there are."""
    return ", ".join(names[:most]) + (f" và {len(names) - most} nữa" if len(names) > most else "")


def _say_unwritten(reports: list[str], more: str = "") -> None:
    """Which reports are printed to be written on, and what ``more`` that means."""
    if reports:
        say(
            f"{len(reports)} báo cáo chưa ai viết, in DỰ THẢO{more}: {_some(reports, _UNWRITTEN)}",
            "viết vào chỗ “…” rồi ghi tệp vào bao_cao_thanh_tich của đề nghị, in lại",
        )


def _not_printed(folder: Path) -> str | None:
    """A file in a printed folder that its manifest does not list: somebody laid it there."""
    import json

    from thidua_cli.book.disk import is_ignored
    from thidua_cli.render.folder import MANIFEST

    there = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()]
    try:
        listed = {one["duong_dan"] for one in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["tep"]}
    except (OSError, ValueError, LookupError, TypeError):
        listed = set()
    return next(
        (one for one in sorted(there) if one not in listed | {MANIFEST} and not is_ignored(Path(one).name)), None
    )
