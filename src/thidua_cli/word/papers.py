"""Which paper a Word file is: by the property we put in, else by its place, else by its title and words.

Makes each expected paper only when a file asks for it. Knows records and templates, not YAML.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.awards import REPORTS
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.folder import TEMPLATES, records_behind, report_template
from thidua_cli.render.orders import KINDS, Kind
from thidua_cli.render.press import Press, Sheet, template_names
from thidua_cli.render.values import Desk
from thidua_cli.rules import ByFile
from thidua_cli.viet.text import fold, slug
from thidua_cli.word.align import alike
from thidua_cli.word.document import Document, read
from thidua_cli.word.lines import lines_of
from thidua_cli.word.names import Names, names_of
from thidua_cli.word.records import Records

PAPER, RECORD, DATA, FORM = "thidua-giay", "thidua-ban-ghi", "thidua-du-lieu", "thidua-mau"
REPORT_TITLE: Final = fold("BÁO CÁO THÀNH TÍCH")
_ALIKE: Final = 0.6
_TOP: Final = 14


class Found(NamedTuple):
    """What a file turned out to be: a paper of ours, or a report its nominee wrote."""

    shelf: "Shelf"
    stem: str
    record: str
    sheet: Sheet | None
    own_report: Nomination | None


class Shelf:
    """The papers of one campaign, made when asked for."""

    def __init__(self, desk: Desk, found: ByFile) -> None:
        self.desk = desk
        self.press = Press(desk)
        self._found = found
        self.records = Records(desk)
        self._names: Names | None = None
        self._sheets: dict[tuple[str, str, str], Sheet | None] = {}
        self._words: dict[tuple[str, str], Counter[str]] = {}
        papers = {name: self.press.template(name) for name in template_names(desk)}
        self.templates: dict[str, list[str]] = {}
        self.kinds: dict[str, str] = {}
        for name, one in papers.items():
            if one is not None:
                self.templates.setdefault(one.front.file_stem, []).append(name)
                self.kinds[one.front.file_stem] = fold(one.front.kind or "")

    @property
    def names(self) -> Names:
        """The names the campaign knows."""
        if self._names is None:
            self._names = names_of(self.desk.book, self.desk.drive)
        return self._names

    def sheet(self, stem: str, record: str, form: str = "") -> Sheet | None:
        """The paper of a template for a record; None when either is gone. ``form`` is the digest of the
        very template that was used, when a file remembers it."""
        key = (stem, record, form)
        if key not in self._sheets:
            made = (self._made(name, record) for name in self._names_of(stem, form))
            self._sheets[key] = next((one for one in made if one is not None), None)
        return self._sheets[key]

    def _names_of(self, stem: str, form: str) -> list[str]:
        """The templates of that file name, only the very one of ``form`` where it is still here."""
        names = self.templates.get(stem, [])
        papers = {name: self.press.template(name) for name in names}
        return [name for name, one in papers.items() if one is not None and one.digest == form] or names

    def _kind(self, name: str) -> Kind | None:
        template = self.press.template(name)
        return KINDS[template.front.per] if template is not None else None

    def _made(self, name: str, record: str) -> Sheet | None:
        kind = self._kind(name)
        return kind.sheet(self.press, name, record, self._findings) if kind is not None else None

    def _orders(self, stem: str) -> Iterator[str]:
        """The records a paper of that file name can be made for."""
        for name in self.templates.get(stem, []):
            kind = self._kind(name)
            if kind is not None:
                yield from (one.record for one in kind.orders(self.press, name, None))

    def _findings(self, dossier: Dossier) -> list[Diagnostic]:
        return self._found.of(records_behind(self.desk, dossier))

    def own_reports(self) -> Iterator[tuple[Nomination, str]]:
        """The cases whose report is the nominee's own Word file, with its path."""
        for case in self.desk.drive.nominations.values():
            if case.report and case.report.lower().endswith(".docx"):
                yield case, self.desk.drive.path_of(case.report, case.file)

    def wanted(self, dossier: Dossier) -> Iterator[tuple[str, str, str]]:
        """The papers a dossier's folder must hold: stem, record, name for people. A report the
        nominee wrote has the stem ""."""
        procedure = self.desk.drive.plan.procedure(dossier.procedure)
        for paper in procedure.papers if procedure else ():
            main = TEMPLATES.get(paper.kind)
            template = self.press.template(main) if main else None
            if template is not None and paper.per == "hồ sơ":
                for name in (main, *template.front.annexes):
                    one = self.press.template(name or "")
                    if one is not None:
                        yield one.front.file_stem, dossier.id, one.front.name
            elif template is not None and paper.per == "cuộc họp":
                for id_ in dossier.meetings:
                    yield template.front.file_stem, id_, template.front.name
            elif paper.kind in REPORTS:
                yield from self._reports(dossier)

    def _reports(self, dossier: Dossier) -> Iterator[tuple[str, str, str]]:
        for case in self.desk.drive.cases_of(dossier):
            one = self.press.template(report_template(case))
            name = f"Báo cáo thành tích của {self.desk.in_sentence(case)}"
            if not case.report or case.report.endswith(".md"):
                yield one.front.file_stem if one else "", case.id, name
            elif case.report.lower().endswith(".docx"):
                yield "", case.id, name

    def likeliest(self, document: Document) -> tuple[float, str, str]:
        """The paper of ours a text most resembles among those with its title, and how much."""
        lines = lines_of(document)
        top = [fold(line.text) for line in lines[:_TOP]]
        words = Counter(word for line in lines for word in line.key.split())
        best = (0.0, "", "")
        for stem, kind in self.kinds.items():
            if not kind or not any(one == kind or one.startswith(f"{kind} ") for one in top):
                continue
            for record in self._orders(stem):
                best = max(best, (alike(words, self._words_of(stem, record)), stem, record))
        return best

    def _words_of(self, stem: str, record: str) -> "Counter[str]":
        if (stem, record) not in self._words:
            sheet = self.sheet(stem, record)
            lines = lines_of(read(sheet.written())) if sheet is not None else []
            self._words[stem, record] = Counter(word for line in lines for word in line.key.split())
        return self._words[stem, record]


def recognise(shelves: list[Shelf], path: str, inside: str, document: Document) -> Found | None:
    """What a file is. ``path`` is how it was named, ``inside`` its path in the repository or ""."""
    stem, record = document.properties.get(PAPER, ""), document.properties.get(RECORD, "")
    if stem and record:
        return _by_property(shelves, stem, record, document, path)
    for shelf in shelves:
        case = _own_report(shelf, path, inside, document)
        if case is not None:
            return Found(shelf, "", case.id, None, case)
    for shelf in shelves:
        found = _by_place(shelf, path)
        if found is not None:
            return found
    ranked = sorted(((*shelf.likeliest(document), shelf) for shelf in shelves), key=lambda one: -one[0])
    if ranked and ranked[0][0] >= _ALIKE:
        _, stem, record, shelf = ranked[0]
        return Found(shelf, stem, record, shelf.sheet(stem, record), None)
    return None


def _by_property(shelves: list[Shelf], stem: str, record: str, document: Document, path: str) -> Found | None:
    """The paper a file says it is. Two campaigns may use one id: the same data decide, else the path."""
    form = document.properties.get(FORM, "")
    held = [(shelf, sheet) for shelf in shelves if (sheet := shelf.sheet(stem, record, form)) is not None]
    if not held:
        return Found(shelves[0], stem, record, None, None) if shelves else None
    same = [one for one in held if one[1].properties.get(DATA) == document.properties.get(DATA)]
    near = [one for one in held if one[0].desk.drive.id in path.replace("\\", "/").split("/")]
    shelf, sheet = (same or near or held)[0]
    return Found(shelf, stem, record, sheet, None)


def _by_place(shelf: Shelf, path: str) -> Found | None:
    """A file that lies where ``render`` puts a paper: ``<hồ sơ>/<giấy>.docx`` or ``<mẫu>/<bản ghi>.docx``."""
    parts = path.replace("\\", "/").split("/")
    folder, name = (parts[-2] if len(parts) > 1 else ""), parts[-1].removesuffix(".docx")
    for stem, templates in shelf.templates.items():
        pairs = ((folder, name == stem), (name.replace("--", "/"), folder in templates))
        for record, fits in pairs:
            sheet = shelf.sheet(stem, record) if fits else None
            if sheet is not None:
                return Found(shelf, stem, record, sheet, None)
    dossier = shelf.desk.drive.dossiers.get(folder)
    if dossier is not None and name.startswith("02-bien-ban") and dossier.meetings:
        number = name.removeprefix("02-bien-ban").lstrip("-")
        index = int(number) - 1 if number.isdecimal() and number else 0
        record = dossier.meetings[index] if index < len(dossier.meetings) else dossier.meetings[0]
        sheet = shelf.sheet("02-bien-ban", record)
        return Found(shelf, "02-bien-ban", record, sheet, None) if sheet is not None else None
    return None


def _own_report(shelf: Shelf, path: str, inside: str, document: Document) -> Nomination | None:
    """The case whose own report this is: the file named in the record, its copy in a dossier, or a
    report with the nominee's name in it."""
    reports = list(shelf.own_reports())
    for case, file in reports:
        if inside and inside == file:
            return case
    lines = lines_of(document)
    if not any(fold(line.text).startswith(REPORT_TITLE) for line in lines[:_TOP]):
        return None
    name = path.replace("\\", "/").rpartition("/")[2].removesuffix(".docx")
    for case, file in reports:
        own = slug(shelf.desk.subject_name(case))
        if name.lstrip("0123456789-") == own or name == file.rpartition("/")[2].removesuffix(".docx"):
            return case
    for case, _ in reports:
        if any(fold(case.full_name or "") in fold(line.text) for line in lines if case.full_name):
            return case
    return None
