"""A report the nominee wrote in Word, against the nomination: there is no text to lay it beside, so it
is asked for what every report states, wherever it states it.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from thidua_cli.diagnostic import Route
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values import Desk, nomination_values
from thidua_cli.viet.dates import format_long
from thidua_cli.viet.text import fold
from thidua_cli.word import codes
from thidua_cli.word.compare import Difference
from thidua_cli.word.document import Document
from thidua_cli.word.lines import Line, lines_of
from thidua_cli.word.names import Names
from thidua_cli.word.tokens import keys, tokens
from thidua_cli.word.trace import Value

_LABELS: Final = (
    (re.compile(r"họ và tên(?: chủ hộ)?\s*:\s*([^.;]+)", re.IGNORECASE), "ho_ten", "họ tên"),
    (re.compile(r"tên tập thể\s*:\s*([^.;]+)", re.IGNORECASE), "ten_tap_the", "tên tập thể"),
    (
        re.compile(r"chức vụ(?:, đơn vị)?(?: công tác)?\s*:\s*([^.;]+)", re.IGNORECASE),
        "chuc_vu_don_vi",
        "chức vụ, đơn vị",
    ),
    (re.compile(r"giới tính\s*:\s*([^.;,]+)", re.IGNORECASE), "gioi_tinh", "giới tính"),
    (
        re.compile(r"(?:ngày, tháng, năm sinh|ngày sinh|sinh ngày)\s*:?\s*([\d/]+)", re.IGNORECASE),
        "ngay_sinh",
        "ngày sinh",
    ),
)
_AWARD: Final = re.compile(r"đề nghị\s+(?:tặng|gửi|tặng thưởng)?\s*(.+)", re.IGNORECASE)
_HEAD, _FOOT = 14, 8


def check(desk: Desk, case: Nomination, document: Document, names: Names) -> Iterator[Difference]:
    """What a nominee's own report says otherwise than the nomination."""
    lines = lines_of(document)
    values = nomination_values(desk, case, [])
    yield from _labelled(lines, values, desk.book.unit_name(case.unit))
    yield from _award(lines, values)
    yield from _day(lines, case)
    yield from _signatures(lines, values, names)
    yield from _solutions(lines, case)


def _labelled(lines: list[Line], values: dict[str, Any], unit: str) -> Iterator[Difference]:
    for line in lines:
        for pattern, key, label in _LABELS:
            wanted = values[key]
            for said in pattern.findall(line.text):
                if wanted and not _same(said, wanted, unit):
                    message = f"báo cáo ghi {label} “{said.strip()}”, bản ghi là “{wanted}”"
                    yield _difference(line.where, message, wanted, said.strip(), ("truong_hop", key))


def _same(said: str, wanted: str, unit: str) -> bool:
    """Whether a report says what the record says; a post may end with the unit's own full name, where
    decisions go on with the body above it."""
    ours, theirs = keys(wanted), keys(said)
    return ours == theirs or (ours.startswith(f"{theirs} ") and theirs.endswith(keys(unit)))


def _award(lines: list[Line], values: dict[str, Any]) -> Iterator[Difference]:
    wanted = values["hinh_thuc"]
    for line in lines[:_HEAD]:
        found = _AWARD.match(line.text)
        if found and wanted:
            if keys(wanted) not in keys(found[1]):
                message = f"báo cáo đề nghị “{found[1].strip()}”, bản ghi là “{wanted}”"
                yield _difference(line.where, message, wanted, found[1].strip(), ("truong_hop", "hinh_thuc"))
            return


def _day(lines: list[Line], case: Nomination) -> Iterator[Difference]:
    if case.reported_on is None:
        return
    wanted = f"{case.reported_on.day}/{case.reported_on.month}/{case.reported_on.year}"
    for line in lines[:_HEAD]:
        for token in tokens(line.text):
            if token.kind == "day":
                if token.key != wanted and "?" not in token.key:
                    said, day = line.text[token.start : token.end], format_long(case.reported_on)
                    message = f"báo cáo ghi “{said}”, bản ghi là “{day}”"
                    yield _difference(line.where, message, day, said, ("truong_hop", "ngay_ban_hanh"))
                return


def _signatures(lines: list[Line], values: dict[str, Any], names: Names) -> Iterator[Difference]:
    """The nominee signs; who confirms is the head of the unit, or nobody named."""
    reporter, confirmer = values["nguoi_bao_cao"]["ho_ten"], values["nguoi_xac_nhan"]["ho_ten"]
    foot = [line for line in lines[-_FOOT:] if line.where.startswith("bảng")]
    if foot and reporter and not any(fold(line.text) == fold(reporter) for line in foot):
        message = f"phần ký không có họ tên người báo cáo “{reporter}”"
        yield _difference(foot[-1].where, message, reporter, "", ("truong_hop", "ho_ten"))
    for line in foot:
        sequence = tokens(line.text)
        person = any(
            name.kind == "người" and name.end - name.start == len(sequence) for name in names.found_in(sequence)
        )
        if person and fold(line.text) not in (fold(reporter), fold(confirmer)):
            wanted = confirmer or "để trống (cấp trên xác nhận)"
            message = f"người ký “{line.text}”, bản ghi là “{wanted}”"
            yield _difference(line.where, message, wanted, line.text, ("truong_hop", "nguoi_xac_nhan", "ho_ten"))


def _solutions(lines: list[Line], case: Nomination) -> Iterator[Difference]:
    everything = keys(" ".join(line.text for line in lines))
    for index, one in enumerate(case.solutions):
        path = ("truong_hop", "giai_phap", index)
        if keys(one.name) not in everything:
            yield Difference(
                codes.BAO_CAO_KHONG_NEU,
                "nội dung",
                f"báo cáo không nêu giải pháp “{one.name}”",
                one.name,
                "",
                Value(path, one.name),
            )
        elif one.applied_from is not None:
            day = f"{one.applied_from.day}/{one.applied_from.month}/{one.applied_from.year}"
            if day not in everything.split():
                said = format_long(one.applied_from)
                message = f"báo cáo không nêu {said}, ngày bắt đầu áp dụng giải pháp “{one.name}”"
                yield Difference(codes.BAO_CAO_KHONG_NEU, "nội dung", message, said, "", Value(path, said))


def _difference(where: str, message: str, wanted: str, said: str, path: Route) -> Difference:
    return Difference(codes.BAO_CAO_KHAC, where, message, wanted, said, Value(path, wanted))
