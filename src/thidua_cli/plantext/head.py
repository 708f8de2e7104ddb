"""The head and foot of a plan: number, day, issuer, title, who signs, who gets a copy.

What the head lost is looked for in the sentence that issues the plan; what is nowhere stays empty.
"""

import re
from typing import NamedTuple

from thidua_cli.plantext.citations import is_generic
from thidua_cli.plantext.days import day_in
from thidua_cli.plantext.outline import FOOT, HEAD, PREAMBLE, Item, Outline
from thidua_cli.plantext.patterns import (
    BLANK_NUMBER_LINE,
    CAPACITY,
    COPIES,
    GROUND,
    ISSUER,
    MOTTO,
    NUMBER_LINE,
    OPENER,
    PERSON,
    PLACE_AND_DAY,
    SHORT_NAME,
    TITLE,
)
from thidua_cli.plantext.written import Drawn, Tree
from thidua_cli.viet.dates import format_long, format_short, parse_date
from thidua_cli.viet.text import capital, fold, uncapital

_NAME_WORDS = 6


class Head(NamedTuple):
    """What the head and the foot say. A value of ``None`` stands nowhere; its doubts say what was found."""

    number: Drawn
    day: Drawn
    place: Drawn
    issuer: Drawn
    kind: Drawn
    title: Drawn
    short_name: Drawn
    capacity: tuple[Drawn, ...]
    signer: Drawn
    copies: tuple[Drawn, ...]

    @property
    def citation(self) -> Drawn:
        """How the plan is cited, when number, day, issuer and title are all there."""
        day = parse_date(self.day.value or "")
        if not (self.number.value and day and self.issuer.value and self.title.value):
            return Drawn(None)
        text = f"Kế hoạch số {self.number.value} {format_long(day)} của {self.issuer.value} về {uncapital(self.title.value)}"
        return Drawn(text, doubts=("ghép từ số, ngày, cơ quan và trích yếu; đọc lại chữ nối",))


def head_of(outline: Outline) -> Head:
    """The head and the foot of a plan."""
    above, preamble, foot = outline.part(HEAD), outline.part(PREAMBLE), outline.part(FOOT)
    title, after = _title(preamble)
    place, day = _place_and_day(above)
    capacity, signer = _signer(foot)
    return Head(
        _number(above),
        day,
        place,
        _issuer(above, after),
        Drawn("Kế hoạch", preamble[0].passage, "KẾ HOẠCH") if preamble else Drawn(None),
        title,
        _short_name(outline),
        capacity,
        signer,
        _copies(foot),
    )


def _number(above: list[Item]) -> Drawn:
    found = [(item, match) for item in above if (match := NUMBER_LINE.search(item.text))]
    if not found:
        blank = next((item for item in above if BLANK_NUMBER_LINE.search(item.text)), None)
        said = f"{blank.passage.where} để trống số" if blank else "không thấy dòng “Số: …/KH-…” ở đầu văn bản"
        return Drawn(None, doubts=(said,))
    item, match = found[0]
    doubts = (f"{len(found)} dòng đều giống số văn bản",) if len(found) > 1 else ()
    return Drawn(f"{match[1]}/{match[2]}", item.passage, match[0], doubts)


def _place_and_day(above: list[Item]) -> tuple[Drawn, Drawn]:
    for item in above:
        match = PLACE_AND_DAY.search(item.text)
        if match is None:
            continue
        place = re.split(r"\s{2,}", match["place"])[-1]
        where = Drawn(place, item.passage, place)
        if match["y"] is None:
            return where, Drawn(None, doubts=(f"{item.passage.where} để trống ngày",))
        day, rest = day_in(match), item.text[match.end() :].strip()
        if day is None:
            return where, Drawn(None, doubts=(f"{item.passage.where} ghi ngày không có trong lịch",))
        doubts = (f"sau ngày còn chữ “{rest}”, có thể là dấu đến",) if rest else ()
        return where, Drawn(format_short(day), item.passage, match[0], doubts)
    return Drawn(None, doubts=("không thấy địa danh ở đầu văn bản",)), Drawn(
        None, doubts=("không thấy dòng “…, ngày … tháng … năm …” ở đầu văn bản",)
    )


def _issuer(above: list[Item], preamble: list[Item]) -> Drawn:
    """The name above the number, in the spelling of the text; else the body the text says issues the plan."""
    said = [(item, match["name"]) for item in preamble for match in ISSUER.finditer(item.text)]
    item, name = said[-1] if said else (None, "")
    name = name[name.rindex("an nhân dân") - 3 :] if name.count("an nhân dân") > 1 else name
    columns = ((one, column) for one in above for column in re.split(r"\s{2,}", one.text))
    lines = [(one, line) for one, column in columns if _is_name(line := MOTTO.sub("", column).strip())]
    for first in range(len(lines)):
        printed = " ".join(line for _, line in lines[first:])
        if item is not None and fold(printed) == fold(name):
            return Drawn(name, lines[first][0].passage, lines[first][1])
    if lines:
        printed = " ".join(line for _, line in lines)
        doubts = ("đầu văn bản in hoa và không khớp câu ban hành: sửa tên, bỏ dòng cơ quan chủ quản nếu có",)
        return Drawn(capital(printed.lower()), lines[0][0].passage, lines[0][1], doubts)
    if item is None:
        return Drawn(None, doubts=("không thấy tên cơ quan ban hành",))
    if is_generic(name):
        return Drawn(None, doubts=(f"{item.passage.where} chỉ ghi “{name}”, không có tên riêng",))
    return Drawn(name, item.passage, name, ("đầu văn bản không có tên cơ quan, lấy từ câu ban hành",))


def _is_name(line: str) -> bool:
    return (
        line.isupper()
        and line[0].isalpha()
        and not NUMBER_LINE.search(line)
        and len(line.split()) > 1
        and not CAPACITY.match(line)
    )


def _title(preamble: list[Item]) -> tuple[Drawn, list[Item]]:
    """The lines below KẾ HOẠCH, up to an empty line or the first sentence; and what follows."""
    if not preamble:
        return Drawn(None, doubts=("không thấy dòng KẾ HOẠCH",)), []
    first = preamble[0]
    found = TITLE.match(first.text)
    rest = first.text[found.end() :].strip() if found else ""
    taken = [(first, rest)] if rest else []
    index = 1
    while index < len(preamble) and len(taken) < _NAME_WORDS:
        one = preamble[index]
        if (taken and one.passage.gap) or OPENER.match(one.text) or GROUND.match(one.text):
            break
        taken.append((one, one.text))
        index += 1
    text = " ".join(words for _, words in taken)
    if not text:
        return Drawn(None, doubts=("không thấy trích yếu dưới dòng KẾ HOẠCH",)), preamble[index:]
    doubts = ("trích yếu in hoa cả câu",) if text.isupper() else ()
    return Drawn(text, taken[0][0].passage, taken[0][1], doubts), preamble[index:]


def _short_name(outline: Outline) -> Drawn:
    for item in outline.part(PREAMBLE):
        found = SHORT_NAME.search(item.text)
        if found:
            return Drawn(found["name"].strip('“”" '), item.passage, found[0])
    return Drawn(None, doubts=("kế hoạch không đặt tên gọi tắt; ghi cách gọi ở lần nhắc sau",))


def _signer(foot: list[Item]) -> tuple[tuple[Drawn, ...], Drawn]:
    lines = [item for item in foot if CAPACITY.match(item.text) and item.text.isupper()]
    if not lines:
        return (), Drawn(None, doubts=("không thấy chức vụ, người ký ở cuối văn bản",))
    capacity = tuple(
        Drawn(re.sub(r"\b([A-Z]{1,3}\.)(?=\S)", r"\1 ", item.text), item.passage, item.text) for item in lines
    )
    after = foot[foot.index(lines[-1]) + 1 :]
    names = [item for item in after if PERSON.fullmatch(item.text) and item.text[0].isupper()]
    if not names:
        return capacity, Drawn(None, doubts=("không thấy họ tên người ký",))
    doubts = []
    if any(word[0].islower() for word in names[0].text.split()):
        doubts.append("họ tên có chữ không viết hoa")
    rest = [item.passage.where for item in after if item is not names[0]]
    if rest:
        doubts.append(f"sau chức vụ còn chữ khác ở {', '.join(rest[:3])}")
    return capacity, Drawn(names[0].text, names[0].passage, names[0].text, tuple(doubts))


def _copies(foot: list[Item]) -> tuple[Drawn, ...]:
    found: list[Drawn] = []
    for item in foot[1:] if foot and COPIES.match(foot[0].text) else []:
        if not item.text.startswith(("-", "–", "—", "•", "+")):
            if found:
                break
            continue
        text = item.text.lstrip("-–—•+ ")
        doubts: tuple[str, ...] = ()
        stored = re.match(r"Lưu\b[^.]*\.(?P<rest>.+)", text)
        if stored and stored["rest"].strip(" ."):
            doubts = (f"sau dấu chấm còn “{stored['rest'].strip()}”, có thể là ký hiệu người soạn",)
        elif not re.fullmatch(r"[\w\s,.:;/()–&-]*", text):
            doubts = ("có ký hiệu lạ",)
        found.append(Drawn(text.rstrip(" ;.") if not doubts else text.rstrip(" ;"), item.passage, text, doubts))
    return tuple(found)


def signer_tree(head: Head) -> Tree:
    """The signer's record."""
    tree: dict[str, Tree] = {"ho_ten": head.signer}
    if head.capacity:
        tree["quyen_han_ky"] = list(head.capacity)
    return tree
