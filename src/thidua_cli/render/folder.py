"""A dossier as a folder: its papers in order, the evidence, the table of contents, the slip, the manifest.

Builds everything in memory-sized pieces and returns it; whoever writes decides where.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from thidua_cli.diagnostic import Diagnostic
from thidua_cli.model.awards import REPORTS
from thidua_cli.model.dossier import Dossier
from thidua_cli.model.meeting import Meeting
from thidua_cli.model.nomination import Nomination
from thidua_cli.render.press import MINUTES, Press, Printed
from thidua_cli.render.values import Desk, Entry, contents_values, slip_values
from thidua_cli.render.values.naming import iso
from thidua_cli.viet.text import capital, slug

# Which template makes which paper of a plan's list. A paper of another kind is made from the template of its own name.
TEMPLATES = {"tờ trình": "to-trinh", "công văn": "cong-van", "biên bản": "bien-ban"}
_REPORTS = {"tập thể": "bao-cao-tap-the", "hộ gia đình": "bao-cao-ho-gia-dinh"}
_REPORT_OF_PERSON = "bao-cao-ca-nhan"
REPORT_FOLDER, EVIDENCE_FOLDER = "03-bao-cao-thanh-tich", "04-minh-chung"
MANIFEST = "manifest.json"
DRAFT = "dự thảo"
"""What a report nobody has written yet is: printed to be written on, and no paper of the dossier."""


class Packed(NamedTuple):
    """A file of the folder; ``made_as`` names what stands there besides the papers themselves."""

    path: str
    data: bytes
    made_as: str = ""


def records_behind(desk: Desk, dossier: Dossier) -> list[str]:
    """The records whose errors concern a dossier's papers."""
    drive = desk.drive
    cases = drive.cases_of(dossier)
    return [
        dossier.file,
        *desk.unread(dossier),
        *(meeting.file for meeting in drive.meetings_of(dossier)),
        *(case.file for case in cases),
        *(file for case in cases if (file := drive.prose_of(case))),
        "thidua.yaml",
        "units.yaml",
        drive.file,
        drive.plan.file,
        drive.criteria_file,
    ]


def report_template(case: Nomination) -> str:
    """The form of report for a kind of subject."""
    return _REPORTS.get(case.subject_kind, _REPORT_OF_PERSON)


def printed_as(template: str, case: Nomination) -> bool:
    """Whether a template for single cases is meant for this one: a form of report is, for its kind of subject only."""
    return template == report_template(case) or template not in (_REPORT_OF_PERSON, *_REPORTS.values())


def minutes_template(meeting: Meeting) -> str:
    """The form of minutes: a cluster's members vote for their units, a council's for themselves."""
    council, cluster = MINUTES
    return cluster if meeting.cluster else council


def pack(desk: Desk, press: Press, dossier: Dossier, found: Iterable[Diagnostic]) -> Iterator[Packed]:
    """Every file of a dossier's folder; the table of contents and the manifest come last."""
    entries: list[Entry] = []
    sums: dict[str, str] = {}

    def keep(entry: Entry | None, path: str, data: bytes, made_as: str = "") -> Packed:
        sums[path] = sha256(data).hexdigest()
        if entry is not None:
            entries.append(entry)
        return Packed(path, data, made_as)

    for entry, data in _papers(desk, press, dossier):
        yield keep(entry, entry.path, data) if entry.copy != DRAFT else keep(None, entry.path, data, DRAFT)
    for entry, data in _evidence(desk, dossier):
        yield keep(entry, entry.path, data)
    for name, root, values in (
        ("muc-luc", "muc_luc", contents_values(desk, dossier, entries)),
        ("phieu-kiem-tra", "phieu", slip_values(desk, dossier, found)),
    ):
        printed = press.of_dossier(name, dossier, **{root: values})
        if printed is not None:
            yield keep(None, f"{printed.stem}.docx", printed.data, name)
    yield Packed(MANIFEST, _manifest(desk, dossier, sums), "manifest")


def entries_of(desk: Desk, press: Press, dossier: Dossier) -> list[Entry]:
    """The lines of the table of contents, without keeping the papers."""
    made = chain(_papers(desk, press, dossier), _evidence(desk, dossier))
    return [entry for entry, _ in made if entry.copy != DRAFT]


def _papers(desk: Desk, press: Press, dossier: Dossier) -> Iterator[tuple[Entry, bytes]]:
    procedure = desk.papers_for(dossier)
    unit = desk.unit_name(dossier.unit)
    for paper in procedure.papers:
        if paper.per == "hồ sơ" and paper.kind in TEMPLATES:
            main = press.of_dossier(TEMPLATES[paper.kind], dossier)
            if main is not None:
                yield _entry(main, dossier.number, iso(dossier.issued_on), unit)
                template = press.template(TEMPLATES[paper.kind])
                for annex in template.front.annexes if template else ():
                    printed = press.of_dossier(annex, dossier)
                    if printed is not None:
                        yield _entry(printed, "", iso(dossier.issued_on), unit)
        elif paper.per == "cuộc họp" and paper.kind in TEMPLATES:
            yield from _minutes(desk, press, dossier)
        elif paper.kind in REPORTS:
            yield from _reports(desk, press, dossier)


def _entry(printed: Printed, number: str | None, day: str, author: str) -> tuple[Entry, bytes]:
    return Entry(f"{printed.stem}.docx", number or "", day, printed.name, author, "bản chính"), printed.data


def _minutes(desk: Desk, press: Press, dossier: Dossier) -> Iterator[tuple[Entry, bytes]]:
    for number, id_ in enumerate(dossier.meetings, 1):
        meeting = desk.drive.meetings.get(id_)
        printed = press.of_meeting(minutes_template(meeting), meeting) if meeting is not None else None
        if meeting is not None and printed is not None:
            suffix = f"-{number}" if len(dossier.meetings) > 1 else ""
            council = desk.book.council(meeting.council)
            author = council.name if council else desk.book.unit_name(desk.book.meeting_unit(meeting) or "")
            yield (
                Entry(
                    f"{printed.stem}{suffix}.docx",
                    meeting.number or "",
                    iso(meeting.held_on),
                    printed.name if council else "Biên bản họp xét khen thưởng",
                    author,
                    "bản chính",
                ),
                printed.data,
            )


def _reports(desk: Desk, press: Press, dossier: Dossier) -> Iterator[tuple[Entry, bytes]]:
    """A report for each case; what nobody has written yet is printed to be written on."""
    for number, case in enumerate(desk.drive.cases_of(dossier), 1):
        stem = f"{REPORT_FOLDER}/{number:02d}-{slug(desk.subject_name(case))}"
        title = f"Báo cáo thành tích của {desk.in_sentence(case)}"
        if case.report and not case.report.endswith(".md"):
            path = desk.drive.path_of(case.report, case.file)
            data = desk.book.disk.read(path)
            if data is not None:
                ending = case.report.rpartition(".")[2].lower()
                yield (
                    Entry(f"{stem}.{ending}", "", iso(case.reported_on), title, desk.subject_name(case), "bản chính"),
                    data,
                )
            continue
        printed = press.of_case(report_template(case), case)
        if printed is not None:
            copy = DRAFT if printed.unwritten else "bản chính"
            yield (
                Entry(f"{stem}.docx", "", iso(case.reported_on), title, desk.subject_name(case), copy),
                printed.data,
            )


def _evidence(desk: Desk, dossier: Dossier) -> Iterator[tuple[Entry, bytes]]:
    """Each evidence file once, in the order of the cases that cite it."""
    seen: set[str] = set()
    papers = desk.drive.terms.papers
    for case in desk.drive.cases_of(dossier):
        described = {paper.file: paper for paper, _ in case.every_paper() if paper.file}
        for written, _ in case.every_file():
            path = desk.drive.path_of(written, case.file)
            if written == case.report or path in seen:
                continue
            seen.add(path)
            data = desk.book.disk.read(path)
            if data is None:
                continue
            base, _, ending = path.rpartition("/")[2].rpartition(".")
            paper = described[written]
            title = papers.name(paper.kind)
            yield (
                Entry(
                    f"{EVIDENCE_FOLDER}/{len(seen):02d}-{slug(base)}.{slug(ending)}",
                    paper.number or "",
                    iso(paper.issued_on),
                    capital(title),
                    paper.issuer or desk.subject_name(case),
                    paper.copy or "",
                ),
                data,
            )


def _manifest(desk: Desk, dossier: Dossier, sums: dict[str, str]) -> bytes:
    """What is in the folder, with the SHA-256 of each file, so that a later change can be seen."""
    text = json.dumps(
        {
            "ho_so": dossier.id,
            "dot": desk.drive.id,
            "don_vi_trinh": dossier.unit,
            "so_ky_hieu": dossier.number,
            "truong_hop": list(dossier.cases),
            "tep": [{"duong_dan": path, "sha256": digest} for path, digest in sorted(sums.items())],
        },
        ensure_ascii=False,
        indent=2,
    )
    return (text + "\n").encode()
