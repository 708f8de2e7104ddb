"""The papers of one set against each other: what no single paper and no record can tell.

Numbers written by hand after signing, two copies of one paper, papers a dossier's folder lacks.
"""

from collections.abc import Iterator

from thidua_cli.word import codes
from thidua_cli.word.compare import same_text
from thidua_cli.word.finding import Finding
from thidua_cli.word.records import Origin
from thidua_cli.word.tokens import tokens
from thidua_cli.word.verify import Status, Verdict


def across(verdicts: list[Verdict], *, whole_folders: bool) -> list[Verdict]:
    """The verdicts with what the papers say against each other."""
    more: dict[str, list[Finding]] = {}
    for path, finding in (*_filled_differently(verdicts), *_copies(verdicts)):
        more.setdefault(path, []).append(finding)
    if whole_folders:
        for path, finding in _lacking(verdicts):
            more.setdefault(path, []).append(finding)
    return [_with(one, more.get(one.path, [])) for one in verdicts]


def _with(verdict: Verdict, findings: list[Finding]) -> Verdict:
    status = verdict.status
    if any(one.code is codes.HAI_GIAY_KHAC_NHAU for one in findings) and status in (
        Status.AS_RENDERED,
        Status.REWORDED,
    ):
        status = Status.DISAGREES
    return verdict._replace(status=status, findings=(*verdict.findings, *findings))


def _filled_differently(verdicts: list[Verdict]) -> Iterator[tuple[str, Finding]]:
    """A number or day written by hand into several papers must be one and the same."""
    first: dict[Origin, tuple[str, Finding]] = {}
    for verdict in verdicts:
        for finding in verdict.findings:
            if finding.code is not codes.GIAY_DA_CO_SO or finding.origin is None:
                continue
            path, earlier = first.setdefault(finding.origin, (verdict.path, finding))
            if _keys(earlier.actual) != _keys(finding.actual) and path != verdict.path:
                message = f"giấy này ghi “{finding.actual}”, {path} ghi “{earlier.actual}”"
                yield (
                    verdict.path,
                    Finding(
                        codes.HAI_GIAY_KHAC_NHAU,
                        message,
                        finding.where,
                        remedy="xem sổ đăng ký văn bản đi, sửa giấy ghi sai",
                        origin=finding.origin,
                    ),
                )


def _keys(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.kind != "word"]


def _copies(verdicts: list[Verdict]) -> Iterator[tuple[str, Finding]]:
    """One meeting has one Biên bản: its copies in two dossiers read the same."""
    first: dict[tuple[str, str, str], Verdict] = {}
    for verdict in verdicts:
        found = verdict.found
        if found is None or verdict.document is None or verdict.status not in (Status.AS_RENDERED, Status.REWORDED):
            continue
        form = found.sheet.compiled.paper.file if found.sheet is not None else ""
        key = (found.shelf.desk.drive.id, form, found.record)
        earlier = first.setdefault(key, verdict)
        if earlier is verdict or earlier.document is None or same_text(earlier.document, verdict.document):
            continue
        yield (
            verdict.path,
            Finding(
                codes.HAI_GIAY_KHAC_NHAU,
                f"hai bản của cùng một giấy có lời văn khác nhau; bản kia là {earlier.path}",
                "cả giấy",
                remedy="giữ một bản, chép nguyên vào mọi hồ sơ",
            ),
        )


def _lacking(verdicts: list[Verdict]) -> Iterator[tuple[str, Finding]]:
    """Beside a dossier's main paper stand all the papers its records name."""
    have = {(one.found.shelf.desk.drive.id, one.found.stem, one.found.record) for one in verdicts if one.found}
    said: set[tuple[str, str]] = set()
    for verdict in verdicts:
        found = verdict.found
        dossier = found.shelf.desk.drive.dossiers.get(found.record) if found else None
        if found is None or dossier is None or (found.shelf.desk.drive.id, dossier.id) in said:
            continue
        wanted = list(found.shelf.wanted(dossier))
        if not wanted or wanted[0][0] != found.stem:
            continue
        drive = found.shelf.desk.drive.id
        said.add((drive, dossier.id))
        missing = [name for stem, record, name in wanted if (drive, stem, record) not in have]
        if missing:
            shown = "; ".join(missing[:4]) + (f" và {len(missing) - 4} giấy khác" if len(missing) > 4 else "")
            yield (
                verdict.path,
                Finding(
                    codes.THIEU_GIAY,
                    f"thư mục không có {shown}",
                    "cả hồ sơ",
                    remedy="bổ sung giấy còn thiếu, hoặc đưa cả thư mục hồ sơ vào lệnh",
                    origin=Origin(dossier.file, ("truong_hop",)),
                ),
            )
