"""What a review tells of people and works: works finished early, initiatives, role models, awards proposed
and given, and the balance among them. Counts; judges nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from thidua_cli.judge.history import decided_lines
from thidua_cli.judge.review import Review
from thidua_cli.model.duty import INTRODUCING
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.values.counting import UNKNOWN, balances
from thidua_cli.render.values.naming import Desk, iso
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import fold


def cases_of_review(desk: Desk, review: Review) -> Iterator[Nomination]:
    """The nominations of the review: not withdrawn, of the unit, in the span."""
    for case in desk.drive.nominations.values():
        dossier = desk.look.dossier(case)
        if (dossier is not None and dossier.withdrawn) or review.unit not in (None, case.proposer):
            continue
        day = (dossier.issued_on or dossier.sent_on or dossier.received_on) if dossier is not None else None
        if review.holds_year(case.year) if case.year else review.holds(day or case.reported_on):
            yield case


def works(desk: Desk, cases: list[Nomination]) -> list[dict[str, str]]:
    """Works finished before the registered day, each once whoever cites it."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for case in cases:
        for one in case.works:
            if one.registered_finish and one.finished_on and one.finished_on < one.registered_finish:
                found.setdefault(
                    (fold(one.name), (one.listed_in.number if one.listed_in else None) or case.unit),
                    {
                        "ten": one.name,
                        "don_vi": desk.book.unit_name(case.unit),
                        "dang_ky": iso(one.registered_finish),
                        "hoan_thanh": iso(one.finished_on),
                        "som": two_digits((one.registered_finish - one.finished_on).days),
                    },
                )
    return list(found.values())


def solutions(desk: Desk, cases: list[Nomination]) -> list[dict[str, str]]:
    """Models, initiatives and solutions of those proposed, each once."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for case in cases:
        for one in case.solutions:
            authors = ", ".join(author.full_name for author in one.authors) or desk.book.nominee(case)
            found.setdefault(
                (fold(one.name), case.proposer),
                {
                    "ten": one.name,
                    "loai": one.kind or "giải pháp",
                    "tac_gia": authors,
                    "don_vi": desk.book.unit_name(case.unit),
                    "pham_vi": one.scope or "",
                    "ap_dung_tu_ngay": iso(one.applied_from),
                },
            )
    return list(found.values())


def role_models(desk: Desk, review: Review) -> Iterator[dict[str, str]]:
    """The role models introduced in the span, by whom and for what."""
    kinds = {duty.id: duty for duty in desk.drive.plan.duties if duty.kind == INTRODUCING}
    for done in desk.drive.duties.values():
        if done.duty not in kinds or review.unit not in (None, done.unit) or not review.holds(done.day):
            continue
        for one in done.role_models:
            yield {
                "ten": one.full_name or one.group_name or "",
                "chuc_vu": one.position or "",
                "don_vi": desk.book.unit_name(one.unit or done.unit),
                "dot": kinds[done.duty].name,
                "ngay": iso(done.day),
                "tom_tat": one.summary or "",
            }


def _decided(desk: Desk, review: Review) -> list[tuple[str, str, str]]:
    """Every award given: the form, the kind of subject, the unit that proposed it."""
    found = []
    for decision, line in decided_lines(desk.drive):
        case = desk.drive.nominations.get(line.nomination or "")
        if not review.holds(decision.issued_on) or (case is None and review.unit is not None):
            continue
        if case is not None and review.unit not in (None, case.proposer):
            continue
        concrete = decision.concrete_for(case)
        name = desk.drive.plan.award_title(decision.award, concrete)
        found.append((name, case.subject_kind if case else UNKNOWN, case.proposer if case else ""))
    return found


def decided_ids(desk: Desk, review: Review) -> set[str]:
    """The nominations a standing decision of the span names."""
    return {
        line.nomination
        for decision, line in decided_lines(desk.drive)
        if line.nomination and review.holds(decision.issued_on)
    }


def awards(desk: Desk, review: Review, cases: list[Nomination]) -> dict[str, Any]:
    """Awards proposed and given, by form and by unit, each by kind of subject; every total is a sum of these."""
    decided = _decided(desk, review)
    proposed = [(desk.award_of(case), case.subject_kind, case.proposer) for case in cases]
    forms = [desk.award_of(group[0]) for group in desk.by_award(cases)]
    forms = list(dict.fromkeys((*forms, *(one[0] for one in (*proposed, *decided)))))
    named = {one[2] for one in (*proposed, *decided)}
    units = [id_ for id_ in dict.fromkeys((*desk.book.units, *sorted(named - {""}), "")) if id_ in named]
    asked, given = _kinds_by(proposed, 0), _kinds_by(decided, 0)
    asked_of, given_of = _kinds_by(proposed, 2), _kinds_by(decided, 2)
    return {
        "theo_hinh_thuc": [{"ten": name, **_counts(asked[name], given[name])} for name in forms],
        "theo_don_vi": [
            {
                "ten": desk.book.unit_name(id_) if id_ else "Quyết định trước khi dùng công cụ",
                **_counts(asked_of[id_], given_of[id_]),
            }
            for id_ in units
        ],
        "tong_khen": _counts(Counter(one[1] for one in proposed), Counter(one[1] for one in decided)),
        "cau_khen": _sentence(desk, cases, decided),
    }


def _kinds_by(every: list[tuple[str, str, str]], at: int) -> defaultdict[str, Counter[str]]:
    """How many of each kind of subject, by form (0) or by unit (2)."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in every:
        found[one[at]][one[1]] += 1
    return found


def _counts(proposed: Counter[str], decided: Counter[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for name, kinds in (("de_nghi", proposed), ("da_tang", decided)):
        columns |= {
            f"{name}_tap_the": two_digits(kinds["tập thể"]),
            f"{name}_ca_nhan": two_digits(kinds["cá nhân"]),
            f"{name}_khac": two_digits(kinds.total() - kinds["tập thể"] - kinds["cá nhân"]),
            f"{name}_tong": two_digits(kinds.total()),
        }
    return columns


def _sentence(desk: Desk, cases: list[Nomination], decided: list[tuple[str, str, str]]) -> str:
    kinds = Counter(one[1] for one in decided)
    given = ", ".join(f"{two_digits(kinds[one])} {one}" for one in (*desk.order, UNKNOWN) if kinds[one])
    asked = desk.counts(cases)
    parts = [
        f"đã đề nghị khen thưởng {asked}" if asked else "",
        f"đã có quyết định khen thưởng {given}" if given else "",
    ]
    return "; ".join(part for part in parts if part)


def balance(desk: Desk, review: Review, cases: list[Nomination]) -> list[dict[str, Any]]:
    """Who is proposed and who was decided on, as the site counts it."""
    decided = decided_ids(desk, review)
    groups = [("Tất cả đề nghị", cases), ("Đã có quyết định", [one for one in cases if one.id in decided])]
    groups += [(f"Đề nghị {desk.look.award(group[0])}", group) for group in desk.by_award(cases)]
    if review.unit is None:
        of_units: dict[str, list[Nomination]] = {}
        for case in cases:
            of_units.setdefault(case.proposer, []).append(case)
        groups += [(desk.book.unit_name(id_), of_units[id_]) for id_ in desk.book.units if id_ in of_units]
    return [
        {
            "ten": one.name,
            "ghi_chu": one.note,
            "hang": [
                {
                    "nhom": row.label,
                    "tong": two_digits(row.total),
                    "co_cau": "; ".join(f"{p.label} {two_digits(p.size)} ({p.share})" for p in row.parts if p.size),
                }
                for row in one.rows
            ],
        }
        for one in balances(desk, groups)
    ]
