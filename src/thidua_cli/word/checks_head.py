"""The head of a paper against Decree 30: motto, issuer, number, place and day, title, annex lines."""

import re
from collections.abc import Iterator
from typing import Final

from thidua_cli.render.layout_head import TIEU_NGU
from thidua_cli.word import codes_layout as codes
from thidua_cli.word.finding import Finding
from thidua_cli.word.paragraph import Paragraph
from thidua_cli.word.parts import Parts

LAW: Final = "Nghị định 30/2020/NĐ-CP"
MOTTO: Final = f"Phụ lục I, phần Quốc hiệu và Tiêu ngữ, {LAW}"
ISSUER: Final = f"Phụ lục I, phần tên cơ quan, {LAW}"
NUMBER: Final = f"Phụ lục I, phần số, ký hiệu, {LAW}"
DAY: Final = f"Phụ lục I, phần địa danh và thời gian, {LAW}"
TITLE: Final = f"Phụ lục I, phần tên loại và trích yếu, {LAW}"
ANNEX: Final = f"Phụ lục I, phần phụ lục, {LAW}"

_NUMBER: Final = re.compile(r"Số(?P<colon>\s*:)?\s*(?P<number>\d*)(?P<rest>.*)\Z", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày\s+(?P<day>\d{1,2})?\s*tháng\s+(?P<month>\d{1,2})?\s*năm", re.IGNORECASE)
_DASHES: Final = str.maketrans("–—‐‑−", "-----")


def head(parts: Parts) -> Iterator[Finding]:
    """Everything above the text."""
    if parts.shape == "phụ lục":
        yield from _annex(parts)
        return
    yield from _motto(parts)
    yield from _issuers(parts)
    if parts.number is not None:
        yield from _number(parts.number)
    if parts.day is not None:
        yield from _day(parts.day)
    yield from _title(parts)


def styled(
    one: Paragraph | None, name: str, clause: str, *, bold: bool | None = None, italic: bool | None = None
) -> Iterator[Finding]:
    """Whether a part is bold or upright as it should be, all of it."""
    if one is None:
        return
    looks = [piece.look for piece in one.pieces if piece.text.strip()]
    for wanted, have, yes, no in (
        (bold, [look.bold for look in looks], "in đậm", "không in đậm"),
        (italic, [look.italic for look in looks], "chữ nghiêng", "chữ đứng"),
    ):
        if wanted is not None and looks and any(one_ is not wanted for one_ in have):
            should = yes if wanted else no
            yield Finding(
                codes.KIEU_CHU, f"{name} phải {should}", one.where, clause=clause, remedy=f"chọn dòng này, đặt {should}"
            )


def in_capitals(one: Paragraph) -> bool:
    """Whether a line shows as capitals, typed so or formatted so."""
    return all(piece.look.caps or piece.text.upper() == piece.text for piece in one.pieces)


def _motto(parts: Parts) -> Iterator[Finding]:
    if parts.motto is not None:
        if not in_capitals(parts.motto):
            yield Finding(
                codes.QUOC_HIEU, "Quốc hiệu chưa in hoa", parts.motto.where, clause=MOTTO, remedy="viết hoa cả dòng"
            )
        yield from styled(parts.motto, "Quốc hiệu", MOTTO, bold=True, italic=False)
    if parts.wish is not None:
        if parts.wish.text.translate(_DASHES) != TIEU_NGU:
            yield Finding(
                codes.QUOC_HIEU,
                f"Tiêu ngữ viết “{parts.wish.text}”",
                parts.wish.where,
                clause=MOTTO,
                remedy=f"viết “{TIEU_NGU}”, gạch nối có dấu cách hai bên",
            )
        yield from styled(parts.wish, "Tiêu ngữ", MOTTO, bold=True, italic=False)


def _issuers(parts: Parts) -> Iterator[Finding]:
    for one in parts.issuers:
        if not in_capitals(one):
            yield Finding(
                codes.KIEU_CHU,
                f"tên cơ quan “{one.text}” phải in hoa",
                one.where,
                clause=ISSUER,
                remedy="viết hoa cả dòng",
            )
    yield from styled(parts.issuers[-1] if parts.issuers else None, "tên cơ quan ban hành", ISSUER, bold=True)
    if len(parts.issuers) > 1 and not _bold_run(parts.issuers):
        yield from styled(parts.issuers[0], "tên cơ quan chủ quản", ISSUER, bold=False)


def _bold_run(issuers: tuple[Paragraph, ...]) -> bool:
    """Whether all lines are bold: then they may be one long name broken into lines by hand."""
    return all(piece.look.bold for one in issuers for piece in one.pieces if piece.text.strip())


def _number(one: Paragraph) -> Iterator[Finding]:
    found = _NUMBER.match(one.text)
    if found is None:
        return

    def wrong(said: str, todo: str) -> Finding:
        return Finding(codes.SO_KY_HIEU, f"“{one.text}”: {said}", one.where, clause=NUMBER, remedy=todo)

    if not found["colon"]:
        yield wrong("sau chữ Số có dấu hai chấm", "viết “Số: …”")
    number, rest = found["number"], found["rest"]
    if number and int(number) < 10 and not number.startswith("0"):
        yield wrong("số nhỏ hơn 10 phải có số 0 phía trước", f"viết “Số: 0{number}{rest}”")
    symbol = rest.strip()
    if re.search(r"\s*/\s+|\d\s+/", f"{number}{rest}") and number:
        yield wrong("giữa số và ký hiệu là dấu gạch chéo không có dấu cách", "bỏ dấu cách quanh dấu /")
    elif re.search(r"\s-|-\s|[–—]", symbol):
        yield wrong("giữa các nhóm chữ viết tắt là gạch nối không có dấu cách", "viết liền, ví dụ TTr-UBND")
    yield from styled(one, "dòng số, ký hiệu", NUMBER, italic=False)


def _day(one: Paragraph) -> Iterator[Finding]:
    found = _DAY.search(one.text)
    if found is None:
        return

    def wrong(said: str, todo: str) -> Finding:
        return Finding(codes.DIA_DANH_NGAY, f"“{one.text}”: {said}", one.where, clause=DAY, remedy=todo)

    before = one.text[: found.start()].rstrip()
    if before and not before.endswith(","):
        yield wrong("sau địa danh có dấu phẩy", f"viết “{before}, ngày …”")
    day, month = found["day"], found["month"]
    if day and len(day) == 1:
        yield wrong("ngày nhỏ hơn 10 phải có số 0 phía trước", f"viết ngày 0{day}")
    if month and len(month) == 1 and int(month) <= 2:
        yield wrong("tháng 1, 2 phải có số 0 phía trước", f"viết tháng 0{month}")
    if month and month.startswith("0") and int(month) > 2:
        yield wrong("chỉ tháng 1, 2 có số 0 phía trước", f"viết tháng {int(month)}")
    yield from styled(one, "địa danh, ngày tháng", DAY, italic=True)


def _title(parts: Parts) -> Iterator[Finding]:
    if parts.title is not None:
        yield from styled(parts.title, "tên loại", TITLE, bold=True)
        if parts.title.align != "center":
            yield Finding(
                codes.TEN_LOAI, "tên loại chưa canh giữa", parts.title.where, clause=TITLE, remedy="canh giữa"
            )
    for one in parts.subject:
        yield from styled(one, "trích yếu", TITLE, bold=True)
    if parts.about is not None:
        yield from styled(parts.about, "trích yếu công văn", TITLE, bold=False, italic=False)


def _annex(parts: Parts) -> Iterator[Finding]:
    yield from styled(parts.title, "dòng “Phụ lục”", ANNEX, bold=True)
    if parts.subject:
        if not in_capitals(parts.subject[0]):
            yield Finding(
                codes.PHU_LUC,
                "tên phụ lục phải in hoa",
                parts.subject[0].where,
                clause=ANNEX,
                remedy="viết hoa cả dòng",
            )
        yield from styled(parts.subject[0], "tên phụ lục", ANNEX, bold=True)
    if parts.enclosed is None:
        yield Finding(
            codes.PHU_LUC,
            "phụ lục không có dòng “(Kèm theo …)”",
            "đầu phụ lục",
            clause=ANNEX,
            remedy="thêm dòng nghiêng: (Kèm theo Tờ trình số … ngày … của …)",
        )
    else:
        yield from styled(parts.enclosed, "dòng “(Kèm theo …)”", ANNEX, italic=True)
