"""The change to the records that would make a paper right, as a unified diff; it is shown, never made."""

from collections.abc import Iterator
from difflib import unified_diff

from thidua_cli.source.edit import with_items_ordered, with_value, without_item
from thidua_cli.viet.dates import format_short, parse_date, parse_time
from thidua_cli.word import codes
from thidua_cli.word.finding import Finding
from thidua_cli.word.lines import lines_of
from thidua_cli.word.records import Origin, Records
from thidua_cli.word.tokens import Token, keys, tokens
from thidua_cli.word.verify import Verdict

_LEAVE = (codes.DOI_LOI_VAN, codes.HAI_GIAY_KHAC_NHAU, codes.THIEU_GIAY, codes.GIAY_CU, codes.SUA_SAU_KHI_KY)


def patches(verdicts: list[Verdict]) -> Iterator[str]:
    """A diff for each record that a paper contradicts in a way one line can mend."""
    texts: dict[str, tuple[str, str]] = {}
    for verdict in verdicts:
        if verdict.found is None:
            continue
        records = verdict.found.shelf.records
        for finding in verdict.findings:
            if finding.origin is None or finding.code in _LEAVE or finding.origin.file.startswith("thidua:"):
                continue
            file = finding.origin.file
            before, now = texts.get(file) or (_text(records, file),) * 2
            changed = _changed(now, verdict, finding, finding.origin, records)
            if changed is not None and changed != now:
                texts[file] = (before, changed)
    for file, (before, now) in sorted(texts.items()):
        yield "".join(
            unified_diff(before.splitlines(keepends=True), now.splitlines(keepends=True), f"a/{file}", f"b/{file}")
        )


def _text(records: Records, file: str) -> str:
    data = records.desk.book.disk.read(file) or b""
    return data.decode("utf-8-sig", "replace")


def _changed(text: str, verdict: Verdict, finding: Finding, origin: Origin, records: Records) -> str | None:
    """The record's text with what the paper says; None where the paper does not say it in one value."""
    found = verdict.found
    dossier = found.shelf.desk.drive.dossiers.get(found.record) if found is not None else None
    if finding.code in (codes.THIEU_DONG, codes.SAI_THU_TU) and dossier is not None and verdict.document is not None:
        if origin.file != dossier.file:
            return None
        if finding.code is codes.THIEU_DONG:
            return without_item(text, origin.route)
        return _reordered(text, verdict, list(dossier.cases))
    node = records.node(origin)
    if node is None or not (isinstance(node.value, str) or node.value is None) or not finding.actual:
        return None
    old = node.value or ""
    new = _put(old, finding.expected, finding.actual)
    return with_value(text, origin.route, new) if new and new != old else None


def _put(old: str, expected: str, actual: str) -> str:
    """The record's value with the paper's reading in it, written as records write it."""
    ours, theirs, held = tokens(expected), tokens(actual), tokens(old)
    if len(held) == 1 and held[0].kind != "word":
        new = [one for one in theirs if one.kind == held[0].kind]
        was = [one for one in ours if one.key == held[0].key]
        return _as_record(new[0], actual) if len(new) == 1 and was else ""
    if not old and len(theirs) == 1:
        return _as_record(theirs[0], actual)
    for text, other in ((expected, actual), (_bare(expected), _bare(actual))):
        if text and text in old:
            return old.replace(text, other, 1)
    return ""


def _as_record(token: Token, text: str) -> str:
    written = text[token.start : token.end]
    if token.kind == "day":
        day = parse_date(token.key)
        return format_short(day) if day else ""
    if token.kind == "hour":
        hour = parse_time(token.key)
        return f"{hour[0]:02d}:{hour[1]:02d}" if hour else ""
    return token.key if token.kind == "number" and written.isdecimal() else written


def _bare(text: str) -> str:
    return text.removeprefix("Ông ").removeprefix("Bà ")


def _reordered(text: str, verdict: Verdict, cases: list[str]) -> str | None:
    """The dossier's list in the order of the paper."""
    found = verdict.found
    if found is None or verdict.document is None:
        return None
    drive, desk = found.shelf.desk.drive, found.shelf.desk
    said = [keys(line.text) for line in lines_of(verdict.document)]

    def place(id_: str) -> int:
        case = drive.nominations.get(id_)
        name = keys(desk.subject_name(case)) if case else ""
        return next((index for index, line in enumerate(said) if name and name in line), -1)

    if any(place(id_) < 0 for id_ in cases):
        return None
    return with_items_ordered(text, ("truong_hop",), sorted(cases, key=place))
