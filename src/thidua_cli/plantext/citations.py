"""Texts a plan cites: kind, number, day, issuer as printed, and what does not fit together.

Knows no law: whether a text is in force, and who really issued it, is for whoever reads the draft.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua_cli.plantext.days import day_in
from thidua_cli.plantext.outline import PREAMBLE, Item
from thidua_cli.plantext.patterns import ABOUT, CITED, GENERIC_END, GROUND, LAW, NAME_GOES_ON, NAME_WORDS, TEXT_KINDS
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import fold, slug


class Citation(NamedTuple):
    """A text as one place cites it."""

    id: str
    kind: str
    number: str | None
    day: str | None
    issuer: str | None
    title: str | None
    item: Item
    words: str
    doubts: tuple[tuple[str, str], ...]

    def doubts_of(self, key: str) -> tuple[str, ...]:
        """What is in doubt about the value under a key."""
        return tuple(said for one, said in self.doubts if one == key)


class Ground(NamedTuple):
    """A legal basis: the verb and the text's id."""

    verb: str
    citation: Citation


def is_generic(name: str) -> bool:
    """Whether a name says what kind of body it is and not which: ``Ủy ban nhân dân quận``."""
    return GENERIC_END.search(name) is not None


def citations_of(items: Iterable[Item]) -> tuple[dict[str, Citation], list[Ground], list[Item]]:
    """Every text cited by number, once, in order; the bases among them; preamble passages that open as a
    basis and cite no text."""
    known: dict[str, Citation] = {}
    grounds: list[Ground] = []
    empty: list[Item] = []
    for item in items:
        here = [_merged(known, one) for one in _cited(item)]
        verb = GROUND.match(item.text) if item.part == PREAMBLE else None
        if verb is None:
            continue
        # What a basis itself implements ("về thực hiện Kết luận số …") is cited inside it and is no basis.
        if here:
            grounds.append(Ground(verb[1], here[0]))
        else:
            empty.append(item)
    return known, grounds, empty


def _merged(known: dict[str, Citation], one: Citation) -> Citation:
    same = next((id_ for id_, other in known.items() if _key(other) == _key(one)), None)
    if same is None:
        id_ = one.id
        while id_ in known:
            id_ = f"{id_}-nua"
        known[id_] = one._replace(id=id_)
        return known[id_]
    first = known[same]
    doubts = list(first.doubts)
    if one.day and first.day and one.day != first.day:
        doubts.append(("ngay_ban_hanh", f"{one.item.passage.where} ghi ngày {one.day}"))
    known[same] = first._replace(
        day=first.day or one.day, issuer=first.issuer or one.issuer, doubts=tuple(dict.fromkeys(doubts))
    )
    return known[same]


def _key(one: Citation) -> tuple[str, str]:
    return fold(one.kind), fold(one.number or one.title or "")


def _cited(item: Item) -> Iterator[Citation]:
    text = item.text
    for match in sorted([*CITED.finditer(text), *LAW.finditer(text)], key=lambda one: one.start()):
        groups = match.groupdict()
        kind = next((kind for kind in TEXT_KINDS if fold(kind) == fold(groups.get("kind") or "Luật")), "Luật")
        printed = groups.get("number")
        number = re.sub(r"\s", "", printed) if printed else None
        day = day_in(match)
        issuer = (groups.get("issuer") or "").strip() or None
        title = (groups.get("title") or "").strip() or None
        if item.part == PREAMBLE and number:
            about = ABOUT.match(text, match.end())
            title = about["title"].strip().rstrip(".") if about else None
        yield Citation(
            _id(kind, number, title),
            kind,
            number,
            format_short(day) if day else None,
            issuer,
            title,
            item,
            match[0],
            (
                *_doubts(kind, printed, day is None and _dated(groups), issuer),
                *(_goes_on(text, match.end("issuer")) if issuer else ()),
            ),
        )


def _goes_on(text: str, end: int) -> Iterator[tuple[str, str]]:
    if NAME_GOES_ON.match(text, end):
        yield "co_quan_ban_hanh", "xem tên cơ quan hết ở đâu"


def _dated(groups: dict[str, str | None]) -> bool:
    return bool(groups.get("y") or groups.get("y2"))


def _doubts(kind: str, printed: str | None, wrong_day: bool, issuer: str | None) -> Iterator[tuple[str, str]]:
    letters = TEXT_KINDS[kind][1]
    if printed and re.search(r"\s", printed):
        yield "so_ky_hieu", f"số in là “{printed}”"
    if (
        printed
        and letters
        and not any(re.search(rf"[/\-\d]{one}(?![a-zđ])", printed, re.IGNORECASE) for one in letters)
    ):
        yield "so_ky_hieu", f"ký hiệu “{printed}” không giống ký hiệu của {kind}"
    if wrong_day:
        yield "ngay_ban_hanh", "ngày in không có trong lịch"
    if issuer and is_generic(issuer):
        yield "co_quan_ban_hanh", f"“{issuer}” chưa phải tên riêng"
    if issuer and any(word[0].islower() and word not in NAME_WORDS for word in issuer.split()):
        yield "co_quan_ban_hanh", "xem tên cơ quan hết ở đâu"


def _id(kind: str, number: str | None, title: str | None) -> str:
    digits = re.match(r"\d+", number or "")
    return f"{TEXT_KINDS[kind][0]}-{digits[0].lstrip('0') or '0'}" if digits else f"luat-{slug(title or '', 30)}"
