"""Repositories as one file, expectations as marks on the guilty lines; knows no rule and no code.

A case is a YAML document in ``tests/cases/*.yaml`` (several documents in one file, each with
``_ten``): a mapping from a path to the text of that file. Every value is read as plain text.

``# ! TD301 TD302``  exactly these findings stand on this line, each once (write a code twice for two)
``# ~ TD401``        this one is only "còn phải làm" (a finding with ``due``)

Prose (``.md``) has no comments, so there a mark is taken off before the file is written.

Keys that are no path:

``_ten``     the case's name (else the name of the file)
``_vi_sao``  why the case is here: the clause or the trap
``_base``    ``file`` or ``file:name`` of a case to start from
``_plan``    id of a shipped plan to copy into ``campaigns/q11``, as if the office had written it itself
``_edit``    path → a diff without context: lines after ``-`` are taken out, lines after ``+`` put there
``_links``   path → target of a symbolic link
``_today``   the day of the run (2024-12-31 unless told)
``_final``   ``có``: as if every dossier were being sent
``_notes``   ``có``: notes (ghi chú) are compared too
``_also``    findings on no line of the repository (a missing file, a file of the shipped plan): ``path TDnnn``
``_dat``     case id → the verdict of the judgement, as printed; ``_dat`` with ``/Q11-T1`` after the id
             asks for one criterion

A path whose text is ``~`` is taken out of the base. What is "còn phải làm" is compared whole as soon as
the case carries one ``# ~`` or ``_con_phai_lam: có``.
"""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from thidua_cli.book import read_book
from thidua_cli.book.places import Places
from thidua_cli.diagnostic import Diagnostic, Severity
from thidua_cli.rules import Inspection, inspect
from thidua_cli.rules.codes_run import QUY_TAC_HONG

HERE = Path(__file__).parent
CASES = HERE / "cases"
PLANS = HERE.parent / "campaigns"
MISTAKES = HERE.parent / "examples" / "loi-thuong-gap"
TODAY = date(2024, 12, 31)

Mark = tuple[str, int, str]
"""A file, a line and a code."""

_MARK = re.compile(r"# ([!~])((?: TD\d{3})+)")
_MARK_IN_PROSE = re.compile(rf" *{_MARK.pattern}")


class Case(NamedTuple):
    """A repository with what is expected of it."""

    name: str
    files: dict[str, str]
    links: dict[str, str]
    today: date = TODAY
    final: bool = False
    notes: bool = False
    ask_due: bool = False
    also: tuple[str, ...] = ()
    verdicts: tuple[tuple[str, str], ...] = ()

    @property
    def expected(self) -> Counter[Mark]:
        """The findings that must stand, each as often as it is marked."""
        return marks_of(self.files, "!")

    @property
    def expected_due(self) -> Counter[Mark]:
        """What must be listed under "còn phải làm"."""
        return marks_of(self.files, "~")


def marks_of(files: dict[str, str], sign: str) -> Counter[Mark]:
    """The marks of one sign in YAML files and prose, by file and line."""
    found: Counter[Mark] = Counter()
    for path, text in files.items():
        if not path.endswith((".yaml", ".yml", ".yaml.txt", ".md")):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for mark in _MARK.finditer(line):
                if mark[1] == sign:
                    found.update((path, number, code) for code in mark[2].split())
    return found


# -- reading cases -------------------------------------------------------------------------------


@cache
def _documents(stem: str) -> dict[str, dict[str, Any]]:
    text = (CASES / f"{stem}.yaml").read_text(encoding="utf-8")
    documents = [one for one in yaml.load_all(text, Loader=yaml.BaseLoader) if one]
    named = {one.get("_ten", stem): one for one in documents}
    assert len(named) == len(documents), f"{stem}.yaml: two cases with one name"
    # Of a key written twice the last one wins: two cases without a --- between them would be one.
    assert len(named) == text.count("\n_ten: ") + text.startswith("_ten: "), (
        f"{stem}.yaml: a case without --- before it"
    )
    return named


def case_ids() -> list[str]:
    """Every case, as ``file:name``."""
    return [f"{path.stem}:{name}" for path in sorted(CASES.glob("*.yaml")) for name in _documents(path.stem)]


_KNOWN = frozenset(
    (
        "_ten",
        "_vi_sao",
        "_base",
        "_plan",
        "_edit",
        "_links",
        "_today",
        "_final",
        "_notes",
        "_also",
        "_dat",
        "_con_phai_lam",
    )
)


def load(id_: str) -> Case:
    """A case by ``file:name``, or by its file when it holds only one."""
    stem, _, name = id_.partition(":")
    documents = _documents(stem)
    raw = documents[name or (stem if stem in documents else next(iter(documents)))]
    unknown = [key for key in raw if key.startswith("_") and key not in _KNOWN]
    assert not unknown, f"{id_}: unknown keys {unknown}"
    files = dict(load(raw["_base"]).files) if "_base" in raw else {}
    if "_plan" in raw:
        for name in ("campaign.yaml", "criteria.yaml"):
            files[f"campaigns/q11/{name}"] = (PLANS / raw["_plan"] / name).read_text(encoding="utf-8")
    for path, text in raw.items():
        if path.startswith("_"):
            continue
        if text == "~":
            del files[path]
        else:
            files[path] = text
    for path, diff in raw.get("_edit", {}).items():
        files[path] = edited(files[path], diff, f"{id_}: {path}")
    case = Case(
        id_,
        files,
        raw.get("_links", {}),
        date.fromisoformat(raw.get("_today", TODAY.isoformat())),
        raw.get("_final") == "có",
        raw.get("_notes") == "có",
        False,
        tuple(raw.get("_also", ())),
        tuple(raw.get("_dat", {}).items()),
    )
    return case._replace(ask_due=raw.get("_con_phai_lam") == "có" or bool(case.expected_due))


def edited(text: str, diff: str, where: str) -> str:
    """The text after a diff without context; each run of taken lines must occur exactly once."""
    lines = text.split("\n")
    rows = [row for row in diff.split("\n") if row]
    while rows:
        taken, put = [], []
        while rows and rows[0].startswith("-"):
            taken.append(rows.pop(0)[1:])
        while rows and rows[0].startswith("+"):
            put.append(rows.pop(0)[1:])
        assert taken, f"{where}: a diff starts with a taken line"
        at = [i for i in range(len(lines)) if lines[i : i + len(taken)] == taken]
        assert len(at) == 1, f"{where}: {taken!r} occurs {len(at)} times"
        lines[at[0] : at[0] + len(taken)] = put
    return "\n".join(lines)


def write(case: Case, top: Path) -> None:
    """Put a case's files on disk, byte for byte."""
    for path, text in case.files.items():
        target = top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((_MARK_IN_PROSE.sub("", text) if path.endswith(".md") else text).encode())
    for path, goal in case.links.items():
        target = top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(goal)


def folder_case(folder: Path) -> Case:
    """A repository on disk (``examples/loi-thuong-gap/<name>``) as a case, with the marks in its files."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".yaml", ".yml") and path.is_file()
    }
    case = Case(folder.name, files, {})
    return case._replace(ask_due=bool(case.expected_due))


# -- running -------------------------------------------------------------------------------------


class Run(NamedTuple):
    """What came out of a repository: findings by line, those on no line, and the whole inspection."""

    found: Counter[Mark]
    due: Counter[Mark]
    elsewhere: Counter[str]
    inspection: Inspection


def run(top: Path, *, today: date = TODAY, final: bool = False, notes: bool = False) -> Run:
    """Read and inspect a repository; lines are found as the terminal finds them, by parsing again."""
    book = read_book(top)
    inspection, places = inspect(book, today, final=final), Places(book)
    assert QUY_TAC_HONG not in {one.code for one in inspection.found}, [one.message for one in inspection.found]
    found: Counter[Mark] = Counter()
    due: Counter[Mark] = Counter()
    elsewhere: Counter[str] = Counter()
    for one in inspection.found:
        if one.severity is Severity.NOTE and not notes:
            continue
        line = line_of(one, places)
        if line is not None:
            (due if one.due else found)[one.file, line, one.code.id] += 1
        elif not one.due:
            elsewhere[f"{one.file} {one.code.id}"] += 1
    return Run(found, due, elsewhere, inspection)


def line_of(one: Diagnostic, places: Places) -> int | None:
    """The line a finding is printed at, or ``None`` when it stands on no line of the repository."""
    if one.file.startswith("thidua:") or not places.lines(one.file):
        return None
    return places.of(one).line


def verdict_of(inspection: Inspection, asked: str) -> str:
    """The printed verdict of ``<unit>/<who>``, or of one criterion of it (``<unit>/<who>/Q11-T1``)."""
    unit, who, *criterion = asked.split("/")
    for look in inspection.looks:
        judgement = look.judgements.get(f"{unit}/{who}")
        if judgement is None:
            continue
        if not criterion:
            return judgement.verdict.label
        return next(one.verdict.label for one in judgement.named() if one.criterion.id == criterion[0])
    raise AssertionError(f"no case {asked}")


def check(case: Case, top: Path) -> Run:
    """Run a case that stands on disk and compare everything, both ways."""
    ran = run(top, today=case.today, final=case.final, notes=case.notes)
    told = "\n".join(
        f"  {one.file} {one.route} {one.code.id} {one.severity.label}: {one.message}"
        + (f" [còn: {one.due}]" if one.due else "")
        for one in ran.inspection.found
    )
    _same("findings", case.expected, ran.found, told)
    if case.ask_due:
        _same("còn phải làm", case.expected_due, ran.due, told)
    _same("findings on no line", Counter(case.also), ran.elsewhere, told)
    for asked, verdict in case.verdicts:
        assert verdict_of(ran.inspection, asked) == verdict, f"{asked}: {verdict_of(ran.inspection, asked)}\n{told}"
    return ran


def _same(what: str, expected: Counter[Any], found: Counter[Any], told: str) -> None:
    lost, extra = expected - found, found - expected
    assert (lost, extra) == (Counter(), Counter()), (
        f"{what}: missing {sorted(lost.elements())}, extra {sorted(extra.elements())}\n{told}"
    )
