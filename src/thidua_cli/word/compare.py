"""A paper as it is against the paper as the records want it: which facts differ, and where.

Order, rows and paragraphs here; single lines in ``changes``. Knows no file and no YAML.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from thidua_cli.diagnostic import Code
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.press import Sheet
from thidua_cli.viet.text import fold
from thidua_cli.word import codes
from thidua_cli.word.align import Alignment, align
from thidua_cli.word.changes import Change, Side, compare, has_facts, side
from thidua_cli.word.document import Document
from thidua_cli.word.lines import Line, lines_of
from thidua_cli.word.names import Names
from thidua_cli.word.tokens import Token
from thidua_cli.word.trace import Span, Traced, Value, traced

_PROSE_KEYS: Final = frozenset(
    ("tom_tat_thanh_tich", "ket_qua_truoc", "ket_qua_sau", "noi_dung", "cach_lam", "y_kien", "ket_qua_phat_dong")
)
_NAME_KEYS: Final = (
    "ho_ten",
    "ten_",
    "xung_ho",
    "chuc_",
    "don_vi",
    "hinh_thuc",
    "kinh_gui",
    "noi_trinh",
    "tieu_de_trai",
    "tang_gi",
    "cau_de_nghi",
)
_SIGNERS: Final = ("nguoi_ky", "nguoi_xac_nhan", "nguoi_bao_cao", "cap_trinh", "nguoi_lap", "nguoi_kiem_tra")
_WORST_NAMED: Final = 3


class Difference(NamedTuple):
    """Something the paper says otherwise: what kind, where, both readings, and the value behind it."""

    code: Code
    where: str
    message: str
    expected: str
    actual: str
    value: Value | None


class Comparison(NamedTuple):
    """Everything that differs; ``reworded`` counts the lines whose words alone changed."""

    differences: tuple[Difference, ...]
    reworded: tuple[str, ...]


def is_prose(value: Value) -> bool:
    """Whether a value is free text, in which only names and figures are facts."""
    keys = [step for step in value.path if isinstance(step, str)]
    shape: Any = FIELDS
    for key in keys:
        while isinstance(shape, list):
            shape = shape[0]
        shape = shape.get(key, "") if isinstance(shape, dict) else ""
    return (bool(keys) and keys[-1] in _PROSE_KEYS) or (isinstance(shape, str) and "nhiều đoạn" in shape)


def compare_papers(sheet: Sheet, actual: Document, names: Names) -> Comparison:
    """Lay the paper beside what its records want."""
    expected, lines = traced(sheet), lines_of(actual)
    both = align([one.line for one in expected], lines)
    run = _Run(expected, lines, both, names)
    found = [*run.edits(), *run.missing(), *run.extra(), *run.disorder()]
    if sheet.compiled.paper.front.annexes and not any("phụ lục" in line.text.lower() for line in lines):
        message = "nội dung không còn câu dẫn tới Phụ lục"
        found.append(Difference(codes.THIEU_CAU_PHU_LUC, "nội dung", message, "", "", None))
    return Comparison(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(run.reworded)))


class _Run:
    """One comparison under way."""

    def __init__(self, expected: list[Traced], lines: list[Line], both: Alignment, names: Names) -> None:
        self.expected, self.lines, self.both, self.names = expected, lines, both, names
        self.reworded: list[str] = []
        self.joined: dict[int, list[int]] = {}
        self._rejoin()
        for i, j in both.equal:
            if expected[i].line.texts != lines[j].texts:
                self.reworded.append(lines[j].where)

    def _rejoin(self) -> None:
        """A paragraph somebody cut in two, or two run into one, is the same text."""
        keys = {i: self.expected[i].line.key for i in self.both.missing}
        for i, j in self.both.edited:
            near = [k for k in (j - 1, j + 1) if k in self.both.extra and not self.lines[k].is_row]
            for k in near:
                if len(self.lines[k].key) > 10 and self.lines[k].key in self.expected[i].line.key:
                    self.both.extra.remove(k)
                    self.joined.setdefault(j, [j]).insert(0 if k < j else 1, k)
            for k in (i - 1, i + 1):
                if len(keys.get(k, "")) > 10 and keys[k] in self.lines[j].key:
                    self.both.missing.remove(k)
                    first, last = (k, i) if k < i else (i, k)
                    self.expected[i] = _run_together(self.expected[first], self.expected[last])
                    keys.pop(k)

    def edits(self) -> Iterator[Difference]:
        for i, j in self.both.edited:
            trace, line = self.expected[i], self.lines[j]
            parts = self.joined.get(j)
            if parts:
                text = " ".join(self.lines[k].text for k in parts)
                line = line._replace(texts=(text,))
            if len(trace.line.texts) != len(line.texts):
                trace, line = _one_text(trace), line._replace(texts=(line.text,))
            clean = True
            for cell, text in enumerate(line.texts):
                expected = Side(trace.line.texts[cell], trace.tokens[cell])
                found = compare(expected, trace.spans[cell], side(text), self.names, is_prose)
                for change in found.changes:
                    clean = False
                    yield _of_change(change, line.place(cell))
            if clean:
                self.reworded.append(line.where)

    def missing(self) -> Iterator[Difference]:
        for i in self.both.missing:
            trace = self.expected[i]
            spans = [span for cell in trace.spans for span in cell]
            facts = [span for span in spans if not is_prose(span.value)]
            if facts or any(has_facts(side(text), self.names) for text in trace.line.texts):
                what = "hàng" if trace.line.is_row else "đoạn"
                told = facts or spans
                yield Difference(
                    codes.THIEU_DONG,
                    _after(i, self.both, self.lines),
                    f"giấy thiếu {what} “{_short(trace.line.text)}”",
                    trace.line.text,
                    "",
                    told[0].value if told else None,
                )
            else:
                self.reworded.append(_after(i, self.both, self.lines))

    def extra(self) -> Iterator[Difference]:
        for j in self.both.extra:
            line = self.lines[j]
            if line.is_row or has_facts(side(line.text), self.names):
                what = "hàng" if line.is_row else "đoạn"
                message = f"giấy có thêm {what} “{_short(line.text)}”, bản ghi không có"
                yield Difference(codes.THUA_DONG, line.where, message, "", line.text, None)
            else:
                self.reworded.append(line.where)

    def disorder(self) -> Iterator[Difference]:
        """Lines that stand in another place: an error among rows, list items and signatures."""
        groups: dict[str, list[tuple[int, int]]] = {}
        for i, j in self.both.moved:
            trace, line = self.expected[i], self.lines[j]
            facts = any(not is_prose(span.value) for cell in trace.spans for span in cell)
            in_table = line.where.startswith("bảng")
            if not facts or not (line.listed or in_table):
                self.reworded.append(line.where)
                continue
            groups.setdefault(line.where.partition(",")[0] if in_table else "liệt kê", []).append((i, j))
        for moved in groups.values():
            i, j = moved[0]
            yield self._misplaced(i, j, moved)

    def _misplaced(self, i: int, j: int, moved: list[tuple[int, int]]) -> Difference:
        line = self.lines[j]
        before = next((k for k in range(i - 1, -1, -1) if self.expected[k].line.listed == line.listed), None)
        same = before is not None and self.expected[before].line.is_row == line.is_row
        after = f"; bản ghi xếp ngay sau “{_name(self.expected[before].line)}”" if same and before is not None else ""
        shown = ", ".join(f"“{_name(self.lines[k])}”" for _, k in moved[:_WORST_NAMED])
        more = f" và {len(moved) - _WORST_NAMED} chỗ khác" if len(moved) > _WORST_NAMED else ""
        spans = [span for cell in self.expected[i].spans for span in cell]
        signed = line.where.startswith("bảng") and not line.is_row
        return Difference(
            codes.NGUOI_KY_KHAC if signed else codes.SAI_THU_TU,
            line.where,
            f"{shown}{more} đứng sai chỗ{after}",
            self.expected[i].line.text,
            line.text,
            spans[0].value if spans else None,
        )


def _of_change(change: Change, where: str) -> Difference:
    code = _code(change)
    if change.pen == "filled":
        code, message = codes.GIAY_DA_CO_SO, f"giấy đã ghi “{change.actual}”, bản ghi còn để trống"
    elif change.pen == "open":
        code, message = codes.GIAY_CHUA_CO_SO, f"giấy còn để trống, bản ghi đã có “{change.expected}”"
    elif not change.expected:
        message = f"giấy có thêm “{change.actual}”, bản ghi không có"
    elif not change.actual:
        message = f"giấy thiếu “{change.expected}”"
    else:
        message = f"giấy ghi “{change.actual}”, bản ghi là “{change.expected}”"
    return Difference(code, where, message, change.expected, change.actual, change.value)


def _code(change: Change) -> Code:
    keys = [step for step in change.value.path if isinstance(step, str)] if change.value else []
    if "quyen_han_ky" in keys or any(key in _SIGNERS for key in keys):
        return codes.NGUOI_KY_KHAC
    for kind, code in (
        ("paper", codes.SO_KY_HIEU_KHAC),
        ("day", codes.NGAY_KHAC),
        ("hour", codes.NGAY_KHAC),
        ("number", codes.SO_KHAC),
    ):
        if kind in change.kinds:
            return code
    named = change.name or (keys and any(keys[-1].startswith(start) for start in _NAME_KEYS))
    return codes.TEN_KHAC if named else codes.NOI_DUNG_KHAC


def _one_text(trace: Traced) -> Traced:
    """A row whose cells were merged or split, as one text."""
    whole = trace._replace(
        line=trace.line._replace(texts=trace.line.texts[:1]), tokens=trace.tokens[:1], spans=trace.spans[:1]
    )
    for cell in range(1, len(trace.line.texts)):
        more = Traced(trace.line._replace(texts=(trace.line.texts[cell],)), (trace.tokens[cell],), (trace.spans[cell],))
        whole = _run_together(whole, more)
    return whole


def _run_together(first: Traced, second: Traced) -> Traced:
    """Two texts as one, every token and value in its new place."""
    text = f"{first.line.text} {second.line.text}"
    offset, count = len(first.line.text) + 1, len(first.tokens[0])
    moved = tuple(Token(one.key, one.kind, one.start + offset, one.end + offset) for one in second.tokens[0])
    spans = tuple(Span(one.start + count, one.end + count, one.value) for one in second.spans[0])
    line = first.line._replace(texts=(text,))
    return Traced(line, ((*first.tokens[0], *moved),), ((*first.spans[0], *spans),))


def _after(i: int, both: Alignment, lines: list[Line]) -> str:
    """Where a missing line should have stood: after the last line before it that is there."""
    there = dict((*both.equal, *both.edited, *both.moved))
    before = next((there[k] for k in range(i - 1, -1, -1) if k in there), None)
    return f"sau {lines[before].where}" if before is not None else "đầu giấy"


def _name(line: Line) -> str:
    """The cell that names a row: the first with words."""
    return _short(next((text for text in line.texts if any(one.isalpha() for one in text)), line.text))


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:67].rstrip()}…"


def same_text(one: Document, other: Document) -> bool:
    """Whether two papers say the same, to a reader."""
    return [fold(line.text) for line in lines_of(one)] == [fold(line.text) for line in lines_of(other)]
