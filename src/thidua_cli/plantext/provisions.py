"""What a plan sets: its period, the day dossiers are due, the awards, what must be done by when.

A sentence is taken only where its own words say so; the rest is listed for the reader, never filled in.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from thidua_cli.law import Law
from thidua_cli.plantext.citations import is_generic
from thidua_cli.plantext.days import Set, days_set
from thidua_cli.plantext.outline import BODY, CLOSE, Item, Outline
from thidua_cli.plantext.patterns import (
    AWARD_BY,
    AWARD_OF,
    AWARD_WORD,
    DOSSIER,
    DUTY_WORDS,
    FROM_NOW,
    NAME_ENDS,
    NAME_GOES_ON,
    OTHER_DUTY,
    PERIOD_SUBJECT,
    SENT_THROUGH,
    SENT_TO,
    UNREAD_DAY,
    WINDOW_LEAD,
    WITHOUT_DAY,
)
from thidua_cli.plantext.written import Drawn, Tree
from thidua_cli.viet.text import capital, fold, slug

_MANY = 60
_SHORTEST = 12


class Provisions(NamedTuple):
    """What was drawn, and where there is more. ``unread`` are the passages with a day nothing was made of."""

    roles: dict[str, Drawn]
    period: dict[str, Tree] | None
    period_doubts: tuple[str, ...]
    deadline: dict[str, Tree] | None
    deadline_doubts: tuple[str, ...]
    awards: list[Tree]
    award_doubts: tuple[str, ...]
    duties: list[Tree]
    money: dict[str, Tree] | None
    unread: tuple[Item, ...]


class _Dated(NamedTuple):
    """A passage and the days it sets. ``window`` are those of the line it hangs under."""

    item: Item
    sets: list[Set]
    window: Set | None


def provisions_of(outline: Outline, *, numbered: bool) -> Provisions:
    """Everything a plan sets that its words say plainly. ``numbered`` tells that clauses can be trusted."""
    return _Reader(outline, numbered).read()


class _Reader:
    """Walks the body of a plan and keeps the roles that were named on the way."""

    def __init__(self, outline: Outline, numbered: bool) -> None:
        self.items = outline.part(BODY, CLOSE)
        self.numbered = numbered
        self.roles: dict[str, Drawn] = {}
        self.windows: set[int] = set()

    def read(self) -> Provisions:
        dated = self._dated()
        period, used, period_doubts = self._period(dated)
        rest = [one for one in dated if one is not used]
        deadline, due, deadline_doubts = self._deadline(rest)
        duties = [self._duty(one) for one in rest if one is not due]
        named = {id(one.item) for one in dated} | self.windows
        duties += [self._undated(item) for item in self.items if id(item) not in named and WITHOUT_DAY.match(item.text)]
        for number, duty in enumerate(duties, 1):
            duty["id"] = f"viec-{number}"
        awards, award_doubts = self._awards()
        unread = [
            item
            for item in self.items
            if (id(item) not in named and UNREAD_DAY.search(item.text))
            or any(not each.days for one in dated if one.item is item for each in one.sets)
        ]
        return Provisions(
            self.roles,
            period,
            period_doubts,
            deadline,
            deadline_doubts,
            awards,
            award_doubts,
            list(duties),
            self._money(),
            tuple(unread),
        )

    # -- days ----------------------------------------------------------------------------------------

    def _dated(self) -> list[_Dated]:
        """Passages that set a day. A window that ends in a colon sets it for the items below it."""
        found: list[_Dated] = []
        window: Set | None = None
        for item in self.items:
            sets = days_set(item.text)
            if window is not None and item.level != "plus":
                window = None
            if sets and "tu_ngay" in sets[0].days and item.text.endswith(":") and item.level == "dash":
                window = sets[0]
                self.windows.add(id(item))
            elif sets or window is not None:
                found.append(_Dated(item, sets, window))
        return found

    def _period(self, dated: list[_Dated]) -> tuple[dict[str, Tree] | None, _Dated | None, tuple[str, ...]]:
        """The one range whose sentence speaks of the campaign itself."""
        able = [one for one in dated if one.sets and self._is_period(one)]
        if len(able) != 1:
            said = ", ".join(one.item.passage.where for one in able[:5])
            return (
                None,
                None,
                (f"nhiều khoảng thời gian: {said}",) if able else ("không thấy câu ghi thời gian của đợt",),
            )
        one = able[0]
        first = _span(one.sets) or one.sets[0]
        elsewhere = () if one.item.under("thời gian") else ("câu không nằm dưới đề mục về thời gian",)
        days = {"tu_ngay": None, **first.days} if FROM_NOW.match(first.words) else first.days
        tree: dict[str, Tree] = {}
        for key, value in days.items():
            doubts = () if tree else (*first.doubts, *elsewhere)  # said once, at the first of the two
            tree[key] = Drawn(value, one.item.passage, first.words, doubts)
        tree["chu_ky"] = Drawn(None, doubts=("một đợt, hằng năm hay nhiều năm",))
        tree["dieu_khoan"] = self._clause(one.item)
        return tree, one, ()

    def _is_period(self, one: _Dated) -> bool:
        first = _span(one.sets)
        if first is None:
            return False
        before = one.item.text[: first.span[0]].strip()
        if before:
            return PERIOD_SUBJECT.search(before) is not None
        same = [other for other in self.items if other.headings == one.item.headings and days_set(other.text)]
        return one.item.under("thời gian thi đua", "thời gian thực hiện", "thời gian tổ chức") and len(same) == 1

    def _deadline(self, dated: list[_Dated]) -> tuple[dict[str, Tree] | None, _Dated | None, tuple[str, ...]]:
        able = [one for one in dated if DOSSIER.search(one.item.text) and _closing_day(one.sets)]
        if len(able) != 1:
            said = ", ".join(one.item.passage.where for one in able[:5])
            return None, None, (f"nhiều hạn nộp hồ sơ: {said}",) if able else ("không thấy hạn nộp hồ sơ khen thưởng",)
        tree = self._due(able[0])
        tree.update(self._sent(able[0].item))
        tree["dieu_khoan"] = self._clause(able[0].item)
        return tree, able[0], ()

    def _due(self, one: _Dated) -> dict[str, Tree]:
        """The days of a deadline: its own, else those of the window above; a range gives the first day to a
        stricter last one."""
        sets = [each for each in one.sets if each.days] or ([one.window] if one.window else [])
        tree: dict[str, Tree] = {}
        last = _closing_day(sets)
        more = (f"câu có {len(sets)} mốc ngày, xem mốc nào là hạn",) if len(sets) > 1 else ()
        for each in sets:
            for key, value in each.days.items():
                ends = key != "tu_ngay"
                if (ends and each is not last) or key in tree:
                    continue
                above = ("lấy theo khoảng thời gian ở dòng bên trên",) if each is one.window else ()
                tree[key] = Drawn(value, one.item.passage, each.words, (*each.doubts, *above, *(more if ends else ())))
        return tree

    # -- who -----------------------------------------------------------------------------------------

    def _sent(self, item: Item) -> dict[str, Tree]:
        """To whom and through whom, by the role each name becomes."""
        tree: dict[str, Tree] = {}
        to = next((found for pattern in SENT_TO if (found := pattern.search(item.text))), None)
        through = SENT_THROUGH.search(item.text)
        if to is not None:
            tree["gui_den"] = self._role(item, to["to"], to.end("to"))
        if through is not None:
            tree["gui_qua"] = self._role(item, through["through"], through.end("through"))
        return tree

    def _role(self, item: Item, name: str, end: int) -> Drawn:
        unsure = ("xem tên hết ở đâu",) if NAME_GOES_ON.match(item.text, end) else ()
        name = capital(name.strip(" -–"))
        same = next((id_ for id_, one in self.roles.items() if fold(one.value or "") == fold(name)), None)
        id_ = same or slug(name, 40)
        self.roles.setdefault(id_, Drawn(name, item.passage, name, unsure))
        return Drawn(id_, item.passage, name)

    def _clause(self, item: Item) -> Drawn:
        doubts = () if self.numbered else ("Word tự đánh số, số không nằm trong chữ: đối chiếu điều khoản",)
        return Drawn(item.clause or None, doubts=doubts if item.clause else ("không rõ điều khoản", *doubts))

    # -- duties --------------------------------------------------------------------------------------

    def _duty(self, one: _Dated) -> dict[str, Tree]:
        text = WINDOW_LEAD.sub("", one.item.text)
        found = NAME_ENDS.search(text, _SHORTEST)
        return self._duty_tree(one.item, text[: found.start()] if found else text, self._due(one))

    def _undated(self, item: Item) -> dict[str, Tree]:
        match = WITHOUT_DAY.match(item.text)
        when, what = (match["when"], match["what"]) if match else ("", item.text)
        when = when[:1].lower() + when[1:]
        return self._duty_tree(item, what, {"khong_an_dinh": Drawn(when, item.passage, when)})

    def _duty_tree(self, item: Item, name: str, due: dict[str, Tree]) -> dict[str, Tree]:
        kind = next((kind for pattern, kind in DUTY_WORDS if pattern.search(item.text.lower())), OTHER_DUTY)
        above = item.headings[-1] if item.headings else ""
        sent = self._sent(item)
        return {
            "id": "",
            "ten_viec": Drawn(name.strip(" ,;:.("), item.passage, name, ("rút gọn thành tên việc",)),
            "loai_viec": Drawn(kind, doubts=("đoán theo chữ trong câu",)),
            "": Drawn(None, doubts=(f"ghi don_vi_thuc_hien: ai phải làm; đề mục bên trên: “{above}”",)),
            "gui_den": sent.get("gui_den") or Drawn(None, doubts=("câu này không nói gửi đến đâu",)),
            **({"gui_qua": sent["gui_qua"]} if "gui_qua" in sent else {}),
            "thoi_han": due or Drawn(None, doubts=("có ngày không đọc được",)),
            "dieu_khoan": self._clause(item),
        }

    # -- awards and money ----------------------------------------------------------------------------

    def _awards(self) -> tuple[list[Tree], tuple[str, ...]]:
        scope = [item for item in self.items if item.under("hình thức") and not item.under("tổ chức thực hiện")]
        if not any(AWARD_WORD.search(item.text) for item in scope):
            scope = [item for item in self.items if any(fold("khen thưởng") in fold(one) for one in item.headings[:1])]
        found: dict[str, dict[str, Tree]] = {}
        taken: set[int] = set()
        for item in scope:
            for pattern in (AWARD_OF, AWARD_BY):
                for match in pattern.finditer(item.text):
                    name = capital(f"{match['form']} của {match['authority']}")
                    taken.add(id(item))
                    composed = ("câu viết ngược, tên ghép lại",) if pattern is AWARD_BY else ()
                    if fold(name) not in found:
                        found[fold(name)] = self._award(item, match, name, composed)
        if not found:
            return [], ("không thấy mục nêu hình thức khen thưởng",)
        names = [
            str(one["ten_hinh_thuc"].value).lower() for one in found.values() if isinstance(one["ten_hinh_thuc"], Drawn)
        ]
        names += [name.replace("ủy ban nhân dân", "uỷ ban nhân dân") for name in names]
        elsewhere = [
            item.passage.where
            for item in self.items
            if id(item) not in taken and AWARD_WORD.search(item.text) and not _names_only(item.text, names)
        ]
        places = ", ".join(elsewhere[:6])
        more = ["chỉ có hình thức gọi đủ tên và người tặng; hình thức mở, khen theo thẩm quyền của đơn vị thì ghi thêm"]
        if elsewhere:
            more.append(f"hình thức nhắc ở {places} có thể chưa nằm trong danh sách")
        ids: set[str] = set()
        for one in found.values():
            id_ = str(one["id"])
            while id_ in ids:
                id_ += "-nua"
            ids.add(id_)
            one["id"] = id_
        return list(found.values()), tuple(more)

    def _award(self, item: Item, match: re.Match[str], name: str, composed: tuple[str, ...]) -> dict[str, Tree]:
        law = Law()
        form, authority = capital(match["form"]), match["authority"]
        known = law.award_id(name, form)
        kinds = [one.value.kind for one in law.entries("awards") if known in one.value.ids and one.value.kind]
        levels = sorted(set(law.authorities_named(authority).values()))
        unsure = () if len(levels) == 1 else (f"có thể là {' hoặc '.join(levels)}" if levels else "chưa rõ cấp nào",)
        bare = (f"“{authority}” chưa phải tên riêng",) if is_generic(authority) and not levels else ()
        return {
            "id": f"{_initials(form)}-{_initials(_body(authority))}",
            "ten_hinh_thuc": Drawn(name, item.passage, match[0], (*composed, *bare)),
            "ten_ngan": Drawn(f"{form} {_body(authority)}", doubts=("tên ngắn do bản nháp đặt",)),
            "loai_hinh_thuc": Drawn(kinds[0] if kinds else None, doubts=("theo bảng hình thức đi kèm",)),
            "cap_khen_thuong": Drawn(
                levels[0] if len(levels) == 1 else None, doubts=(*unsure, "theo bảng thẩm quyền đi kèm")
            ),
            "tham_quyen": Drawn(authority, item.passage, authority),
            "dieu_khoan": self._clause(item),
        }

    def _money(self) -> dict[str, Tree] | None:
        heads = [
            item for item in self.items if item.level and fold("kinh phí") in fold(item.text.split(":")[0][:_MANY])
        ]
        heads = [item for item in heads if item.is_heading or ":" in item.text[:_MANY]]
        if len(heads) != 1:
            return None
        head = heads[0]
        at = self.items.index(head)
        below = self.items[at + 1] if at + 1 < len(self.items) else None
        said = head if ":" in head.text.rstrip(":") else below
        if said is None or (said.is_heading and said is not head):
            return None
        text = said.text.split(":", 1)[1].strip() if said is head else said.text
        return {"noi_dung": Drawn(text, said.passage, text), "dieu_khoan": self._clause(head)}


def _span(sets: Iterable[Set]) -> Set | None:
    """The first that goes from a day, or from now, to another."""
    return next((one for one in sets if "tu_ngay" in one.days or FROM_NOW.match(one.words)), None)


def _closing_day(sets: Iterable[Set | None]) -> Set | None:
    """The set whose last day is the deadline: the strictest wording, the end of a range only if alone."""
    able = [one for one in sets if one is not None and one.days]
    single = [one for one in able if "tu_ngay" not in one.days]
    last = single or able
    return last[-1] if last else None


def _names_only(text: str, names: Iterable[str]) -> bool:
    """Whether all awards a passage mentions are among those found."""
    rest = text.lower()
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "")
    return AWARD_WORD.search(rest) is None


def _body(authority: str) -> str:
    return re.sub(r"(?:Chủ tịch )?(?:[Ủủ]y|[Uu]ỷ) ban nhân dân ", "", authority)


def _initials(name: str) -> str:
    return slug("".join(word[0] for word in name.split()), 20)
