"""Who is who: the file each draft belongs to, the same person in the repository, names all in capitals."""

from thidua_cli.book import Book, Drive
from thidua_cli.model.nomination import Nomination
from thidua_cli.sheet import codes
from thidua_cli.sheet.answers import ONE, TWO, Answers
from thidua_cli.sheet.drafts import Draft, Log
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.names import is_capitals
from thidua_cli.viet.text import fold, slug, strip_marks

_SHOWN = 3
"""How many units a finding names before it counts the rest."""


class Identity:
    """Gives drafts the ids of their nominations."""

    def __init__(self, drive: Drive, book: Book, answers: Answers, log: Log) -> None:
        self.drive, self.book, self.answers, self.log = drive, book, answers, log
        self.there: dict[tuple[str, str | None, str], list[Nomination]] = {}
        self.named: dict[tuple[str | None, str], list[Nomination]] = {}
        self.taken: dict[str, set[str]] = {}
        self.born: dict[tuple[str, str], list[Nomination]] = {}
        for id_, case in drive.nominations.items():
            name = case.full_name or case.group_name or case.unit
            self.there.setdefault((case.proposer, case.subject_kind, fold(name)), []).append(case)
            self.named.setdefault((case.subject_kind, fold(name)), []).append(case)
            self.taken.setdefault(case.proposer, set()).add(id_.partition("/")[2])
            if case.born_on and case.full_name:
                self.born.setdefault((case.unit, format_short(case.born_on)), []).append(case)
        posts = (post for unit in book.units.values() for post in (*unit.heads, *unit.deputies))
        self.spellings = {fold(post.full_name): post.full_name for post in posts}
        self.spellings |= {
            fold(case.full_name): case.full_name for case in drive.nominations.values() if case.full_name
        }

    def assign(self, drafts: list[Draft]) -> None:
        """An id for every draft that has a proposing unit and a name."""
        groups: dict[tuple[str, str | None, str], list[Draft]] = {}
        for draft in drafts:
            self._small_letters(draft)
            if draft.guessed:
                self._bring_home(draft)
            if draft.proposer and draft.name:
                groups.setdefault((draft.proposer, draft.kind, fold(_name(draft))), []).append(draft)
        for key, members in groups.items():
            self._group(key, members)
        self._numbers(drafts)
        listed = {draft.id for draft in drafts}
        guesses: dict[str, dict[str, None]] = {}
        for draft in drafts:
            if draft.id and draft.id not in self.drive.nominations:
                self._elsewhere(draft)
                self._respelt(draft, listed)
                if draft.guessed:
                    guesses.setdefault(draft.sheet, {})[self.book.unit_name(str(draft.proposer))] = None
        for sheet, names in guesses.items():
            more = f" và {len(names) - _SHOWN} đơn vị khác" if len(names) > _SHOWN else ""
            self.log.say(
                codes.HIEU_LA,
                f"đơn vị đề nghị lấy theo nơi công tác: {'; '.join([*names][:_SHOWN])}{more}",
                sheet,
                remedy="nếu không phải, thêm cột Đơn vị đề nghị",
                office="thêm --unit mã-đơn-vị",
            )

    def _bring_home(self, draft: Draft) -> None:
        """Where nothing says who proposes, a case that is there already says it."""
        if self.there.get((str(draft.proposer), draft.kind, fold(_name(draft)))):
            return
        same = [
            case
            for case in self.named.get((draft.kind, fold(_name(draft))), ())
            if case.unit == draft.get("don_vi") and (draft.kind == "tập thể" or _marks(draft) & _marks_of(case))
        ]
        if len(same) == 1:
            draft.proposer, draft.guessed = same[0].proposer, False
            self.log.say(
                codes.HIEU_LA,
                f"{draft.name}: hiểu là {same[0].id} đã có, do {self.book.unit_name(same[0].proposer)} đề nghị",
                draft.sheet,
                draft.name_cell,
                office="nếu là đề nghị khác, thêm --unit mã-đơn-vị",
            )

    def _elsewhere(self, draft: Draft) -> None:
        """Say where a new case may be one that another unit has proposed."""
        marks = _marks(draft)
        for case in self.named.get((draft.kind, fold(_name(draft))), ()):
            theirs = _marks_of(case)
            apart = {mark.partition(":")[0] for mark in marks - theirs} & {
                mark.partition(":")[0] for mark in theirs - marks
            }
            if case.proposer != draft.proposer and not apart and (case.unit == draft.get("don_vi") or marks & theirs):
                self.log.say(
                    codes.CO_THE_DA_CO,
                    f"{draft.name} có thể đã có ở {case.id}",
                    draft.sheet,
                    draft.name_cell,
                    office=f"cùng một trường hợp thì nhập lại với --unit {case.proposer}; khác thì giữ",
                )

    def _respelt(self, draft: Draft, listed: set[str]) -> None:
        """Say where a new person may be one of nearly the same name: a name that was corrected makes a second file."""
        for case in self.born.get((str(draft.get("don_vi")), str(draft.get("ngay_sinh"))), ()):
            name = case.full_name or ""
            if case.id not in listed and fold(name) != fold(draft.name) and _one_letter_apart(name, draft.name):
                self.log.say(
                    codes.CO_THE_DA_CO,
                    f"{draft.name} có thể là {name} đã có ở {case.id}: cùng đơn vị, cùng ngày sinh",
                    draft.sheet,
                    draft.name_cell,
                    "cùng một người thì viết tên ở bảng và ở tệp ấy như nhau rồi nhập lại; hai người thì giữ",
                )

    def _numbers(self, drafts: list[Draft]) -> None:
        """No citizen number is two people's: not in the list, and not with somebody the list leaves as he is."""
        numbers = {draft.id: str(number) for draft in drafts if (number := draft.get("so_dinh_danh"))}
        holders: dict[str, tuple[str, str, str]] = {}
        for case in self.drive.nominations.values():
            number = case.citizen_number
            if number and case.full_name and numbers.get(case.id, number) == number:
                holders.setdefault(number, (case.id, case.full_name, f"ở {case.id}"))
        for draft in drafts:
            number = str(draft.get("so_dinh_danh") or "")
            if not number or not draft.name:
                continue
            id_, name, there = holders.get(number, (draft.id, draft.name, ""))
            if id_ != draft.id and fold(name) != fold(draft.name):
                self.log.say(
                    codes.TRUNG_NGUOI,
                    f"số định danh {number} đã là của {name}, {there}",
                    draft.sheet,
                    draft.cells.get("so_dinh_danh", draft.name_cell),
                    "một người thì viết tên như nhau; hai người thì sửa số ghi sai",
                )
            holders.setdefault(number, (draft.id, draft.name, f"dòng {draft.row}"))

    def _small_letters(self, draft: Draft) -> None:
        """A name in capitals takes a spelling somebody has answered or recorded; else it is asked about."""
        for key in ("ho_ten", "ten_tap_the"):
            name = draft.get(key)
            if not isinstance(name, str) or not is_capitals(name) or " " not in name:
                continue
            known = self.answers.names.get(name) or self.spellings.get(fold(name))
            if known and not is_capitals(known):
                draft.values[key] = draft.name = known
                self.log.say(
                    codes.HIEU_LA,
                    f"{name} viết là {known}, như đã ghi trong kho hoặc tệp trả lời",
                    draft.sheet,
                    draft.name_cell,
                )
                continue
            self.log.say(
                codes.TEN_IN_HOA,
                f"tên gõ in hoa: {name}",
                draft.sheet,
                draft.name_cell,
                "gõ lại chữ thường trong ô",
                f"tệp --map ghi ho_ten → {name}: {name.title()} (sửa lại cho đúng)",
            )

    def _group(self, key: tuple[str, str | None, str], members: list[Draft]) -> None:
        there = list(self.there.get(key, ()))
        if len(members) == 1 and len(there) == 1:
            if not self._is_another(members[0], there[0]):
                members[0].id = there[0].id
                return
            if self.answers.of_namesake(members[0].name, _born(members[0])) != TWO:
                return
        seen: dict[str, Draft] = {}
        for draft in members:
            marks = _marks(draft)
            if len(members) > 1:
                other = next((seen[mark] for mark in marks if mark in seen), None)
                if other is not None and _apart_by_number(draft, other):
                    other = None
                if other is not None or not marks:
                    first = other or members[0]
                    if draft is not members[0]:
                        on_sheet = f", trang {first.sheet}" if first.sheet != draft.sheet else ""
                        self._doubt(draft, f"trùng {_of_one(draft, first)} với dòng {first.row}{on_sheet}")
                    continue
                seen |= dict.fromkeys(marks, draft)
            same = [case for case in there if marks & _marks_of(case)]
            if len(same) == 1:
                draft.id = same[0].id
                there.remove(same[0])
            elif there and (not marks or len(there) > 1) and self.answers.of_namesake(draft.name, _born(draft)) != TWO:
                self._doubt(draft, f"trong kho có {len(there)} người cùng tên")
            else:
                draft.id = f"{key[0]}/{self._free(key[0], draft)}"

    def _is_another(self, draft: Draft, case: Nomination) -> bool:
        """Whether the one of this name who is there may be somebody else: another day of birth or number, and nothing
        in common. Nobody is written over for that; it is asked, and the answer is kept."""
        marks, theirs = _marks(draft), _marks_of(case)
        years = {mark[-4:] for mark in marks if mark.startswith(_BIRTH)}
        their_years = {mark[-4:] for mark in theirs if mark.startswith(_BIRTH)}
        full, their_full = ({mark for mark in of if mark.startswith("ngay_sinh:")} for of in (marks, theirs))
        numbers, their_numbers = (of - {one for one in of if one.startswith(_BIRTH)} for of in (marks, theirs))
        apart = (full and their_full) or (years and their_years and years != their_years) or (numbers and their_numbers)
        if not apart or marks & theirs:
            return False
        born, said = _born(draft), self.answers.of_namesake(draft.name, _born(draft))
        if said is None:
            key = f"{draft.name}, {born}" if born else draft.name
            self.log.say(
                codes.TRUNG_NGUOI,
                f"{draft.name}: {case.id} đã có cùng tên, cùng đơn vị mà "
                f"{_says(their_full or theirs)}, bảng ghi {_says(full or marks)}: một người ghi nhầm hay hai người?",
                draft.sheet,
                draft.cells.get("ngay_sinh") or draft.cells.get("nam_sinh") or draft.name_cell,
                "ghi nhầm thì sửa ở bảng",
                f"sửa ở tệp ấy, hoặc tệp --map ghi trung_ten → {key}: {ONE} hay {TWO}",
            )
        return said != ONE

    def _doubt(self, draft: Draft, why: str) -> None:
        self.log.say(
            codes.TRUNG_NGUOI,
            f"{draft.name}: {why}",
            draft.sheet,
            draft.name_cell,
            "một tập thể thì xóa dòng thừa; hai tập thể thì ghi tên khác nhau"
            if draft.kind == "tập thể"
            else "một người thì xóa dòng thừa; hai người thì ghi ngày sinh hoặc số định danh đúng của từng người",
        )

    def _free(self, proposer: str, draft: Draft) -> str:
        unit = draft.get("don_vi")
        wanted = str(unit) if draft.kind == "tập thể" and not draft.get("ten_tap_the") else slug(draft.name)
        taken = self.taken.setdefault(proposer, set())
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted}-{number}", number + 1
        taken.add(name)
        return name


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two names differ by marks alone, or by one letter typed wrong, left out or put in."""
    a, b = sorted((strip_marks(fold(one)), strip_marks(fold(other))), key=len)
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[at:] == b[at:] or b[at + 1 :] in (a[at:], a[at + 1 :])


def _name(draft: Draft) -> str:
    if draft.kind == "tập thể" and not draft.get("ten_tap_the"):
        return str(draft.get("don_vi"))
    return draft.name


_BIRTH = ("ngay_sinh:", "nam_sinh:")


def _born(draft: Draft) -> str:
    """The day or year of birth a row gives; empty where it gives none."""
    return str(draft.get("ngay_sinh") or draft.get("nam_sinh") or "")


def _says(marks: set[str]) -> str:
    words = {"ngay_sinh": "sinh ngày", "nam_sinh": "sinh năm", "so_dinh_danh": "số định danh"}
    return ", ".join(f"{words[key]} {value}" for key, _, value in (mark.partition(":") for mark in sorted(marks)))


def _apart_by_number(one: Draft, other: Draft) -> bool:
    """Whether two of one name have citizen numbers of their own: born on one day, they are two all the same."""
    numbers = {one.get("so_dinh_danh"), other.get("so_dinh_danh")}
    return None not in numbers and len(numbers) == 2


def _of_one(one: Draft, other: Draft) -> str:
    """What two rows of one name have in common, in words."""
    same = _marks(one) & _marks(other)
    words = {"ngay_sinh": "ngày sinh", "nam_sinh": "năm sinh", "so_dinh_danh": "số định danh"}
    return ", ".join(["tên", *(word for key, word in words.items() if f"{key}:{one.get(key)}" in same)])


def _marks(draft: Draft) -> set[str]:
    """What tells two of one name apart."""
    return {f"{key}:{draft.get(key)}" for key in ("ngay_sinh", "nam_sinh", "so_dinh_danh") if draft.get(key)}


def _marks_of(case: Nomination) -> set[str]:
    marks = {f"so_dinh_danh:{case.citizen_number}"} if case.citizen_number else set()
    if case.born_on:
        marks.add(f"ngay_sinh:{format_short(case.born_on)}")
    if case.birth_year:
        marks.add(f"nam_sinh:{case.birth_year}")
    return marks
