"""The workbook a unit fills: one sheet for each kind of subject, figures, solutions, lists for its
drop-downs, instructions; empty, or filled with the records there are. What it writes, import reads.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import SUBJECT_KINDS
from thidua_cli.sheet.answers import NO_ANSWERS
from thidua_cli.sheet.drafts import get
from thidua_cli.sheet.headings import BIRTH, GROUP, HOUSE, NAME, NUMBER, PROPOSER, REFERENCE, USUAL, exclusions_of
from thidua_cli.sheet.known import Units
from thidua_cli.sheet.sample import SAMPLE
from thidua_cli.sheet.template_lists import Lists
from thidua_cli.sheet.values import field_of
from thidua_cli.sheet.write_xlsx import HEIGHT_OF_TITLE, across, height_of, height_of_head, new_workbook, set_page
from thidua_cli.source import DATE, YES_NO, Choice, decode, parse
from thidua_cli.viet.text import capital

_SHEETS = {"tập thể": "Tập thể", "cá nhân": "Cá nhân", "hộ gia đình": "Hộ gia đình"}
_SUBJECT = {"tập thể": GROUP, "cá nhân": NAME, "hộ gia đình": HOUSE}
_ABOUT = ("linh_vuc", "tom_tat_thanh_tich")
_STATED = (
    "bao_cao_thanh_tich",
    "ngay_bao_cao",
    "khong_thuoc_truong_hop_chua_xet.khai",
    "khong_thuoc_truong_hop_chua_xet.nguoi_khai",
)
_PERSON = ("gioi_tinh", BIRTH)
_FIGURES = ("so_lieu.don_vi_tinh", "so_lieu.nam_ke_hoach", "so_lieu.ngay_chot", "so_lieu.loai_so", "so_lieu.nguon")
_SOLUTION = tuple(key for key in USUAL if key.startswith("giai_phap.0."))
_WIDTHS = {"tom_tat_thanh_tich": 60, "don_vi": 34, GROUP: 40, NAME: 26, HOUSE: 26, REFERENCE: 34, NUMBER: 6}
_ASKED = frozenset((NAME, GROUP, HOUSE, REFERENCE, "hinh_thuc_de_nghi"))
ROWS = 500
"""How many rows below the head carry drop-downs and formats."""


class Sheet(NamedTuple):
    """A sheet of the template: its name and the keys of its columns."""

    name: str
    keys: tuple[str, ...]


def sheets_of(drive: Drive, *, with_proposer: bool = False) -> list[Sheet]:
    """The sheets a campaign asks for: the kinds of subject its plan knows, its figures, solutions."""
    known = {one.subject_kind for one in drive.plan.eligible}
    known |= {kind for one in drive.criteria if one.applies_to for kind in one.applies_to.subject_kinds}
    known |= {case.subject_kind for case in drive.nominations.values()} if with_proposer else set()
    kinds = [kind for kind in SUBJECT_KINDS if kind in known] or list(SUBJECT_KINDS)
    asked = tuple(f"dieu_kien_loai_tru.{id_}" for id_ in exclusions_of(drive))
    words = drive.plan.dictionary
    facts = tuple(f"su_that.{id_}" for id_, one in (words.facts if words else {}).items() if one.stated_on == "cá nhân")
    open_sets = any(award.open_set and drive.plan.has_route(award) for award in drive.plan.awards)
    award = ("hinh_thuc_de_nghi", "hinh_thuc_cu_the") if open_sets else ("hinh_thuc_de_nghi",)
    sheets = []
    for kind in kinds:
        own: tuple[str, ...] = ("don_vi",)
        if kind == "cá nhân":
            own = (*_PERSON, "chuc_vu", "don_vi", "nhom_nguoi", "vai_tro", "nhiem_vu", "so_dinh_danh", *facts)
        elif kind == "hộ gia đình":
            own = (*_PERSON, "dia_chi_ho", "don_vi")
        proposer = (PROPOSER,) if with_proposer else ()
        sheets.append(
            Sheet(_SHEETS[kind], (NUMBER, _SUBJECT[kind], *own, *proposer, *award, *_ABOUT, *asked, *_STATED))
        )
    figures = tuple(f"so_lieu.{id_}" for id_ in (words.figures if words else {}))
    whose = (NUMBER, REFERENCE, "don_vi", *((BIRTH,) if kinds != ["tập thể"] else ()))
    if figures:
        sheets.append(Sheet("Số liệu", (*whose, *_FIGURES, *figures)))
    sheets.append(Sheet("Giải pháp", (*whose, *_SOLUTION)))
    return sheets


def template(drive: Drive, book: Book) -> bytes:
    """The empty workbook, with a sample row on each sheet."""
    return _Writer(drive, book).write(sheets_of(drive), filled=False)


def filled(drive: Drive, book: Book) -> bytes:
    """The workbook with every nomination of the campaign in it."""
    return _Writer(drive, book).write(sheets_of(drive, with_proposer=True), filled=True)


class _Writer:
    def __init__(self, drive: Drive, book: Book) -> None:
        self.drive, self.book = drive, book
        self.lists = Lists(drive, book)
        self.units = Units(book, NO_ANSWERS)

    def write(self, sheets: list[Sheet], *, filled: bool) -> bytes:
        out = BytesIO()
        workbook = new_workbook(out)
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
        self.text = workbook.add_format({**font, "border": 1, "num_format": "@"})
        self.number = workbook.add_format({**font, "border": 1, "num_format": "#,##0"})
        self.head = workbook.add_format({**font, "border": 1, "bold": True, "align": "center", "bg_color": "#DDEBF7"})
        self.must = workbook.add_format({**font, "border": 1, "bold": True, "align": "center", "bg_color": "#F8CBAD"})
        self.sample = workbook.add_format(
            {**font, "border": 1, "italic": True, "font_color": "#7F7F7F", "num_format": "@"}
        )
        self.plain = workbook.add_format({**font, "text_wrap": True})
        self.bold = workbook.add_format({**font, "bold": True, "font_size": 14, "text_wrap": False})
        self._instructions(workbook.add_worksheet("Hướng dẫn"))
        for sheet in sheets:
            self._sheet(workbook.add_worksheet(sheet.name), sheet, filled=filled)
        self.lists.write(workbook.add_worksheet("Danh mục"), self.head, self.text)
        workbook.close()
        return out.getvalue()

    def _instructions(self, sheet: Any) -> None:
        wide = 105
        sheet.set_column(0, 0, wide)
        set_page(sheet, 0)
        sheet.write_line(0, [(self.drive.plan.name, self.bold)], HEIGHT_OF_TITLE)
        for row, line in enumerate(_HOW, 2):
            sheet.write_line(row, [(line, self.plain)], height_of([line], [wide]))

    def _sheet(self, sheet: Any, spec: Sheet, *, filled: bool) -> None:
        title = f"{spec.name.upper()} · {self.drive.plan.name}"
        # The empty cells keep the columns' borders off the title.
        sheet.write_line(0, across(title, self.bold, len(spec.keys)), HEIGHT_OF_TITLE)
        widths = [_WIDTHS.get(key, 16) for key in spec.keys]
        for at, key in enumerate(spec.keys):
            sheet.set_column(at, at, widths[at], self._format(key))
            self._drop_down(sheet, at, key)
        titles = [self.title(key) for key in spec.keys]
        styles = (self.must if key in _ASKED else self.head for key in spec.keys)
        sheet.write_line(1, zip(titles, styles, strict=True), height_of_head(titles, widths))
        set_page(sheet, 1)
        rows = self._rows(spec) if filled else iter([self._sample_row(spec)])
        style = self.text if filled else self.sample
        for row, values in enumerate(rows, 2):
            sheet.write_line(row, ((value, style if value else None) for value in values), height_of(values, widths))

    def title(self, key: str) -> str:
        """A column's heading; the plan's own entries by their names."""
        group, _, id_ = key.partition(".")
        names = {
            "so_lieu": self.drive.terms.figures.names,
            "dieu_kien_loai_tru": self.drive.terms.attestations.names,
            "su_that": self.drive.terms.facts.names,
        }.get(group, {})
        text = names.get(id_) or USUAL[key][0]
        text = text.upper() if key == NUMBER else capital(text)
        unit = self.drive.terms.units_of_figures.get(id_) if group == "so_lieu" else None
        return f"{text} ({unit})" if unit else text

    def _format(self, key: str) -> Any:
        is_money = key.startswith("so_lieu.") and self.drive.terms.units_of_figures.get(key.partition(".")[2]) == "đồng"
        return self.number if is_money else self.text

    def _drop_down(self, sheet: Any, at: int, key: str) -> None:
        """A list for closed values; a date and a citizen number are kept text, so Excel changes neither."""
        first, last = 2, 2 + ROWS
        field = field_of(key)
        kind: Any = field.kind if field else None
        source: Any = self.lists.source(key)
        if source is None and kind is YES_NO:
            source = ["có", "không"]
        elif source is None and isinstance(kind, Choice):
            source = list(kind.values)
        if source is not None:
            strict = key not in (GROUP, REFERENCE, "nhom_nguoi", "vai_tro")
            sheet.data_validation(
                first, at, last, at,
                {"validate": "list", "source": source, "error_title": "Ngoài danh mục",
                 "error_message": "Chọn một mục trong danh sách.", "error_type": "stop" if strict else "information"},
            )  # fmt: skip
        elif kind is DATE:
            sheet.data_validation(
                first, at, last, at,
                {"validate": "any", "input_title": "Ngày", "input_message": "Gõ ngày/tháng/năm, ví dụ 05/3/2024."},
            )  # fmt: skip
        elif key == "so_dinh_danh":
            sheet.data_validation(
                first, at, last, at,
                {"validate": "length", "criteria": "==", "value": 12, "error_type": "warning",
                 "error_message": "Số định danh có đúng 12 chữ số.",
                 "input_message": "12 chữ số, kể cả số 0 ở đầu; chỉ điền khi cấp trên yêu cầu."},
            )  # fmt: skip

    def _sample_row(self, spec: Sheet) -> list[str]:
        own = {
            "don_vi": next(iter(self.lists.unit_names), ""),
            "hinh_thuc_de_nghi": next(iter(self.lists.awards), ""),
            "linh_vuc": next(iter(self.lists.fields), ""),
            "giai_phap.0.noi_dung_thi_dua": next(iter(self.lists.contents), ""),
        }
        return [
            own.get(key) or SAMPLE.get(key) or ("không" if key.startswith("dieu_kien_loai_tru.") else "")
            for key in spec.keys
        ]

    # -- records back into the sheets -----------------------------------------------------------

    def _rows(self, spec: Sheet) -> Iterator[list[str]]:
        kind = next((kind for kind, name in _SHEETS.items() if name == spec.name), None)
        number = 0
        for case in self.drive.nominations.values():
            if kind is not None and case.subject_kind != kind:
                continue
            for values in self._records(case, spec):
                number += 1
                yield [str(number), *(self._shown(case, key, values) for key in spec.keys[1:])]

    def _records(self, case: Nomination, spec: Sheet) -> Iterator[dict[str, Any]]:
        """The record, once; for solutions once for each paper, with that solution and paper first."""
        data = self.book.disk.read(case.file) or b""
        text, _ = decode(data, case.file)
        values: Any = (parse(text, case.file)[0] if text is not None else None) or {}
        if spec.name == "Số liệu":
            if values.get("so_lieu"):
                yield values
        elif spec.name == "Giải pháp":
            for solution in values.get("giai_phap") or []:
                for paper in solution.get("tai_lieu") or [{}]:
                    yield {**values, "giai_phap": [{**solution, "tai_lieu": [paper]}]}
        else:
            yield values

    def _shown(self, case: Nomination, key: str, values: dict[str, Any]) -> str:
        if key in (NAME, HOUSE):
            return case.full_name or ""
        if key in (GROUP, REFERENCE):
            return case.full_name or case.group_name or self.units.shown(case.unit)
        if key == PROPOSER:
            return self.units.shown(case.proposer)
        if key == "don_vi":
            return self.units.shown(case.unit)
        if key == BIRTH:
            return str(values.get("ngay_sinh") or values.get("nam_sinh") or "")
        value = get(values, key)
        if value is None and "." in key:
            value = self._by_name(key, values)
        if isinstance(value, list):
            return "; ".join(str(one) for one in value)
        return str(value) if value is not None else ""

    def _by_name(self, key: str, values: dict[str, Any]) -> Any:
        """An entry of the plan that the record writes by its name."""
        group, _, id_ = key.partition(".")
        terms = self.drive.terms
        lookup = {"so_lieu": terms.figures, "dieu_kien_loai_tru": terms.attestations, "su_that": terms.facts}.get(group)
        written = values.get(group)
        if lookup is None or not isinstance(written, dict):
            return None
        return next((value for name, value in written.items() if lookup.find(name) == id_), None)


_HOW = (
    "1. Mỗi trang một loại: Tập thể, Cá nhân, Hộ gia đình; số liệu và giải pháp ghi ở hai trang riêng, cột Trường hợp"
    " viết đúng tên như ở trang danh sách; hai người cùng tên thì ghi cả Đơn vị, Ngày sinh.",
    "2. Cột nền cam phải điền. Ô có mũi tên thì chọn trong danh sách; danh mục nằm ở trang Danh mục.",
    "3. Ngày viết ngày/tháng/năm đủ bốn số năm (05/3/2024); chỉ biết năm sinh thì viết năm. Số định danh đủ 12 chữ số.",
    "4. Họ tên viết chữ thường như trên căn cước, không viết in hoa toàn bộ. Chức vụ không kèm tên đơn vị.",
    "5. Người đứng đầu và cấp phó của đơn vị không cần điền giới tính, chức vụ: văn phòng đã có.",
    "6. Dòng có chữ Mẫu ở cột STT chỉ để tham khảo, không được nhập; xóa hoặc để nguyên đều được, đừng gõ đè.",
    "7. Nhập lại nhiều lần được: ai đã có thì hiện thành thay đổi để xem. Ô để trống không xóa điều đã ghi.",
    "8. Danh sách chưa phải hồ sơ: Tờ trình, Biên bản và Báo cáo thành tích vẫn gửi theo kế hoạch.",
)
