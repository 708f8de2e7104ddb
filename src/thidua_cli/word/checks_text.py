"""Text and foot of a paper against Decree 30: grounds, numbering, paragraphs, signatures, Nơi nhận."""

import re
from collections.abc import Iterator
from typing import Final

from thidua_cli.diagnostic import Code
from thidua_cli.render.nd30 import TWIPS_PER_CM, Decree
from thidua_cli.viet.numerals import letter, roman
from thidua_cli.viet.text import fold
from thidua_cli.word import codes_layout as codes
from thidua_cli.word.checks_head import LAW, in_capitals, styled
from thidua_cli.word.finding import Finding
from thidua_cli.word.paragraph import Paragraph
from thidua_cli.word.parts import Parts

TEXT: Final = f"Phụ lục I, phần nội dung văn bản, {LAW}"
SIGN: Final = f"Phụ lục I, phần chức vụ, họ tên, chữ ký, {LAW}"
COPIES: Final = f"Phụ lục I, phần nơi nhận, {LAW}"
MODELS: Final = f"Phụ lục III, các mẫu văn bản, {LAW}"
COMPONENTS: Final = f"Điều 8, {LAW}"

_ENDS_WITH_MARK: Final = ("tờ trình", "báo cáo", "kế hoạch", "quyết định", "công văn", "biên bản", "thông báo")
_DEGREE: Final = re.compile(r"(?:GS|PGS|TS|TSKH|ThS|BS|KS|CN|Tiến sĩ|Thạc sĩ|Giáo sư|Kỹ sư|Cử nhân)[.\s]")
_LABELS: Final = (re.compile(r"([IVXLC]+)\.\s"), re.compile(r"(\d{1,2})\.\s"), re.compile(r"([a-zđ])\)\s"))
_ROMANS: Final = {roman(number): number for number in range(1, 60)}
_LETTERS: Final = {letter(number): number for number in range(1, 23)}
_PLAIN_LETTERS: Final = 130
_SLACK: Final = 30


def text(parts: Parts, decree: Decree) -> Iterator[Finding]:
    """Grounds, recipients, numbering, paragraphs and the closing mark."""
    yield from _listed(parts.grounds, codes.CAN_CU, "căn cứ", TEXT)
    for one in parts.grounds:
        yield from styled(one, "căn cứ", TEXT, italic=True)
    if len(parts.recipients) > 1:
        yield from _listed(parts.recipients[1:], codes.KINH_GUI, "nơi gửi", COPIES)
    yield from _numbering(parts.body)
    yield from _paragraphs(parts.body, decree)
    if parts.shape in _ENDS_WITH_MARK and parts.body and not _is_report(parts):
        last = parts.body[-1]
        if not last.text.endswith("./."):
            yield Finding(
                codes.DAU_KET_THUC,
                "câu cuối chưa có dấu “./.”",
                last.where,
                clause=MODELS,
                remedy="kết thúc bằng “./.”",
            )


def foot(parts: Parts, *, degrees_allowed: bool) -> Iterator[Finding]:
    """Signatures and Nơi nhận."""
    yield from _copies(parts)
    for column in parts.signatures:
        yield from _signature(column, degrees_allowed)


def components(parts: Parts, everything: str) -> Iterator[Finding]:
    """The main parts; only what stands nowhere in the paper is called missing."""
    said = fold(everything)
    needed = [("Quốc hiệu", parts.motto is None and fold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") not in said)]
    needed.append(("Tiêu ngữ", parts.wish is None and fold("Hạnh phúc") not in said))
    report = _is_report(parts)
    if not report:
        needed.append(("số, ký hiệu", parts.number is None and "số:" not in everything.lower()))
        needed.append(("Nơi nhận", not parts.copies and fold("Nơi nhận") not in said))
    if parts.shape != "biên bản":
        needed.append(("địa danh và ngày tháng", parts.day is None and not re.search(r"ngày.*tháng.*năm", everything)))
    for name, missing in needed:
        if missing:
            yield Finding(
                codes.THIEU_THANH_PHAN, f"không thấy {name}", "cả văn bản", clause=COMPONENTS, remedy=f"bổ sung {name}"
            )


def _is_report(parts: Parts) -> bool:
    """A báo cáo thành tích follows the form of another decree: no Nơi nhận, no closing mark."""
    return parts.title is not None and fold(parts.title.text).startswith(fold("BÁO CÁO THÀNH TÍCH"))


def _listed(items: tuple[Paragraph, ...], code: Code, name: str, clause: str) -> Iterator[Finding]:
    """A semicolon behind each, a full stop behind the last."""
    for index, one in enumerate(items, 1):
        mark = "." if index == len(items) else ";"
        if not one.text.endswith(mark) or one.text.endswith(".."):
            word = "dấu chấm" if mark == "." else "dấu chấm phẩy"
            yield Finding(
                code,
                f"{name} “{_short(one.text)}” phải kết thúc bằng {word}",
                one.where,
                clause=clause,
                remedy=f"thêm {word} ở cuối dòng",
            )


def _numbering(body: tuple[Paragraph, ...]) -> Iterator[Finding]:
    """I., 1., a) follow each other; a level starts again under each heading above it."""
    counts = [0, 0, 0]
    for one in body:
        for level, pattern in enumerate(_LABELS):
            found = pattern.match(one.text)
            if found is None:
                continue
            number = _value(found[1], level)
            if number is None or (level == 0 and number > 1 and counts[0] == 0):
                break
            wanted = counts[level] + 1
            if number not in (wanted, 1):
                shown = (roman, str, letter)[level](wanted)
                yield Finding(
                    codes.DANH_SO,
                    f"đề mục “{_short(one.text)}” đánh số {found[1]}, trước đó mới đến {_before(counts[level], level)}",
                    one.where,
                    clause=TEXT,
                    remedy=f"đánh số {shown}",
                )
            # One slip is one finding: after a jump the count goes on from where it should be.
            counts[level] = min(number, wanted)
            counts[level + 1 :] = [0] * (2 - level)
            break


def _value(label: str, level: int) -> int | None:
    return _ROMANS.get(label) if level == 0 else int(label) if level == 1 else _LETTERS.get(label)


def _before(count: int, level: int) -> str:
    return (roman, str, letter)[level](count) if count else "đầu mục"


def _paragraphs(body: tuple[Paragraph, ...], decree: Decree) -> Iterator[Finding]:
    """Plain paragraphs of more than a line: justified, indented, spaced."""
    plain = [
        one
        for one in body
        if len(one.text) > _PLAIN_LETTERS and not one.listed and any(not p.look.bold for p in one.pieces)
    ]
    low, high = (
        float(value or 0) for value in (decree.paragraph["lui_dong_dau"].low, decree.paragraph["lui_dong_dau"].high)
    )
    twips = float(TWIPS_PER_CM)
    spaced = decree.paragraph["gian_dong"]
    for wrong, said, todo in (
        ([one for one in plain if one.align != "both"], "chưa canh đều hai bên", "canh đều hai bên"),
        (
            [one for one in plain if not low * twips - _SLACK <= one.first <= high * twips + _SLACK],
            "không lùi dòng đầu 1 cm đến 1,27 cm",
            "đặt lùi dòng đầu 1,27 cm",
        ),
        (
            [
                one
                for one in plain
                if one.line is not None
                and not float(spaced.low or 1) - 0.01 <= one.line <= float(spaced.high or 1.5) + 0.01
            ],
            "giãn dòng ngoài khoảng từ đơn đến 1,5",
            "đặt giãn dòng từ 1 đến 1,5",
        ),
    ):
        if wrong:
            yield Finding(
                codes.DOAN_VAN,
                f"{len(wrong)} đoạn {said}",
                wrong[0].where,
                clause=TEXT,
                remedy=f"chọn các đoạn, {todo}",
            )


def _copies(parts: Parts) -> Iterator[Finding]:
    if not parts.copies:
        return
    title, *items = parts.copies
    yield from styled(title, "“Nơi nhận:”", COPIES, bold=True, italic=True)
    if not title.text.endswith(":"):
        yield Finding(
            codes.NOI_NHAN, "sau “Nơi nhận” có dấu hai chấm", title.where, clause=COPIES, remedy="viết “Nơi nhận:”"
        )
    yield from _listed(tuple(items), codes.NOI_NHAN, "nơi nhận", COPIES)
    if items and not items[-1].text.lstrip("-– ").startswith("Lưu"):
        yield Finding(
            codes.NOI_NHAN,
            "dòng cuối của Nơi nhận không phải dòng Lưu",
            items[-1].where,
            clause=COPIES,
            remedy="thêm dòng cuối “- Lưu: VT, … .”",
        )
    for one in items:
        yield from styled(one, "liệt kê nơi nhận", COPIES, bold=False, italic=False)


def _signature(column: tuple[Paragraph, ...], degrees_allowed: bool) -> Iterator[Finding]:
    """Capacity in bold capitals, then perhaps a note, then the name."""
    for one in column:
        if one.text.startswith("("):
            continue
        degree = _DEGREE.match(one.text)
        if degree and not degrees_allowed:
            yield Finding(
                codes.CHU_KY,
                f"trước họ tên người ký “{one.text}” có học hàm, học vị",
                one.where,
                clause=SIGN,
                remedy=f"viết “{one.text[degree.end() :].strip()}”",
            )
        yield from styled(one, "quyền hạn, chức vụ" if in_capitals(one) else "họ tên người ký", SIGN, bold=True)


def _short(text_: str) -> str:
    return text_ if len(text_) <= 60 else f"{text_[:57].rstrip()}…"
