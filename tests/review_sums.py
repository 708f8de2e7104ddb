"""The numbers of a review added up a second time, straight from an office's YAML with pyyaml.

Imports nothing of ``thidua_cli`` on purpose: what it returns is what a report must print, worked out by
other code. Knows only what the example offices need.
"""

from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

PLANS = Path(__file__).parent.parent / "campaigns"
Row = list[str]


def load(path: Path) -> Any:
    """A file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def two(n: int) -> str:
    return f"{n:02d}"


def dotted(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def amount(text: str | None) -> int | None:
    """A plain amount; a percentage is none."""
    return None if text is None or "%" in text else int(text.replace(".", ""))


def percent(done: int, given: int) -> str:
    share = (Decimal(done) * 100 / Decimal(given)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share:.2f}".replace(".", ",") + "%"


def day(text: str) -> date:
    """A day as clerks write it."""
    number, month, year = text.split("/")
    return date(int(year), int(month), int(number))


class Sums:
    """One office's only campaign, added up."""

    def __init__(self, office: Path) -> None:
        self.top = next((office / "campaigns").iterdir())
        own = load(self.top / "campaign.yaml")
        self.plan = load(PLANS / own["ke_hoach"] / "campaign.yaml") if "ke_hoach" in own else own
        self.units = {unit["id"]: unit for unit in load(office / "units.yaml")}
        self.cases = {f"{path.parent.name}/{path.stem}": load(path) for path in self._each("nominations/*/*.yaml")}
        self.duties = [(path.parent.name, path.stem, load(path)) for path in self._each("duties/*/*.yaml")]
        self.decisions = [load(path) for path in self._each("decisions/*.yaml")]
        # No example decision is cancelled or replaced; if one were, these sums would have to know.
        assert not any(one.get("huy_bo") or one.get("thay_the") for one in self.decisions)

    def _each(self, pattern: str) -> list[Path]:
        return sorted(self.top.glob(pattern))

    def name(self, unit: str) -> str:
        return str(self.units[unit]["ten_don_vi"])

    # -- awards ------------------------------------------------------------------------------------

    def award(self, said: str) -> str:
        """The id of an award written by id, short or full name."""
        for one in self.plan["hinh_thuc"]:
            if said in (one["id"], one["ten_hinh_thuc"], one["ten_ngan"]):
                return str(one["id"])
        raise AssertionError(said)

    def full_name(self, said: str, concrete: str | None = None) -> str:
        """What papers call an award; a form of an open set by its own name."""
        return concrete or next(one["ten_hinh_thuc"] for one in self.plan["hinh_thuc"] if one["id"] == self.award(said))

    def proposed(self) -> list[tuple[str, str, str]]:
        """Form, kind of subject, proposing unit of every nomination."""
        return [
            (
                self.full_name(case["hinh_thuc_de_nghi"], case.get("hinh_thuc_cu_the")),
                case["doi_tuong"],
                id_.split("/")[0],
            )
            for id_, case in self.cases.items()
        ]

    def decided_ids(self) -> list[tuple[str, str]]:
        return [
            (self.full_name(one["hinh_thuc_khen"]), id_ if isinstance(id_, str) else id_["de_nghi"])
            for one in self.decisions
            for id_ in one["truong_hop"]
        ]

    def decided(self) -> list[tuple[str, str, str]]:
        return [(award, self.cases[id_]["doi_tuong"], id_.split("/")[0]) for award, id_ in self.decided_ids()]

    def award_row(self, name: str, at: int | None, key: str) -> Row:
        row = [name]
        for every in (self.proposed(), self.decided()):
            kinds = [one[1] for one in every if at is None or one[at] == key]
            others = len(kinds) - kinds.count("tập thể") - kinds.count("cá nhân")
            row += [two(kinds.count("tập thể")), two(kinds.count("cá nhân")), two(others), two(len(kinds))]
        return row

    def by_form(self) -> list[Row]:
        used = {one[0] for one in (*self.proposed(), *self.decided())}
        listed = [one["ten_hinh_thuc"] for one in self.plan["hinh_thuc"]]
        # A form of an open set stands where the plan lists the set.
        sets = {
            case["hinh_thuc_cu_the"]: self.full_name(case["hinh_thuc_de_nghi"])
            for case in self.cases.values()
            if "hinh_thuc_cu_the" in case
        }
        forms = sorted(used, key=lambda name: listed.index(sets.get(name, name)))
        rows = [self.award_row(name, 0, name) for name in forms]
        return [*rows, self.award_row("Tổng cộng", None, "")]

    def by_unit(self) -> list[Row]:
        used = {one[2] for one in (*self.proposed(), *self.decided())}
        rows = [self.award_row(self.name(id_), 2, id_) for id_ in self.units if id_ in used]
        return [*rows, self.award_row("Tổng cộng", None, "")]

    # -- targets -----------------------------------------------------------------------------------

    def targets(self) -> dict[str, str]:
        """The plan's targets by id; a plan without any says null."""
        listed = self.plan["chi_tieu_thi_dua"]
        return {one["id"]: one["ten_chi_tieu"] for one in listed} if isinstance(listed, list) else {}

    def results(self, review: str) -> list[tuple[str, bool, dict[str, str]]]:
        """Unit, whether for the whole office, and the result, of every report of a review."""
        duties = {one["id"]: one for one in self.plan["viec_phai_lam"] if review in one.get("ky_bao_cao", ())}
        return [
            (unit, duties[duty].get("bao_cao_chung") == "có", result)
            for duty, unit, done in self.duties
            if duty in duties
            for result in done.get("ket_qua_chi_tieu") or ()
        ]

    def sums(self, review: str) -> dict[str, tuple[int, int, int, str]]:
        """By the target's id or name: how many units, what they were given and did together, in what."""
        found: dict[str, tuple[int, int, int, str]] = {}
        for _, whole, one in self.results(review):
            given, done = amount(one.get("chi_tieu_giao")), amount(one.get("thuc_hien"))
            if not whole and given is not None and done is not None:
                key = one.get("chi_tieu") or one["ten_chi_tieu"]
                size, a, b, _ = found.get(key, (0, 0, 0, ""))
                found[key] = (size + 1, a + given, b + done, one["don_vi_tinh"])
        return found

    # -- works, solutions, role models, launches -----------------------------------------------------

    def early_works(self) -> dict[str, int]:
        """Works finished before the registered day, and how many days before."""
        found = {}
        for case in self.cases.values():
            for one in case.get("cong_trinh") or ():
                early = (day(one["ngay_dang_ky_hoan_thanh"]) - day(one["ngay_hoan_thanh"])).days
                if early > 0:
                    found[one["ten_cong_trinh"]] = early
        return found

    def solutions(self) -> Counter[str]:
        """Kinds of solutions, each solution of a unit once."""
        every = {
            (id_.split("/")[0], one["ten_giai_phap"]): one.get("loai_giai_phap", "giải pháp")
            for id_, case in self.cases.items()
            for one in case.get("giai_phap") or ()
        }
        return Counter(every.values())

    def role_models(self) -> int:
        return sum(len(done.get("guong") or ()) for _, _, done in self.duties)

    # -- balance -------------------------------------------------------------------------------------

    def gender(self, id_: str) -> str:
        case = self.cases[id_]
        posts = [
            *self.units[case["don_vi"]].get("nguoi_dung_dau", ()),
            *self.units[case["don_vi"]].get("cap_pho", ()),
        ]
        known = {one["ho_ten"]: one.get("gioi_tinh") for one in posts}
        return str(case.get("gioi_tinh") or known.get(case["ho_ten"]) or "chưa ghi")

    def kinds(self, ids: list[str]) -> Counter[str]:
        return Counter(self.cases[id_]["doi_tuong"] for id_ in ids)

    def genders(self, ids: list[str]) -> Counter[str]:
        return Counter(self.gender(id_) for id_ in ids if self.cases[id_]["doi_tuong"] == "cá nhân")
