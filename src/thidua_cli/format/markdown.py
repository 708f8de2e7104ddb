"""The answer to a "lượt gửi hồ sơ" (a pull request, for those who never heard the word): what to do, where, under
which clause, and what changed since the last time. Codes and lines stand folded away, for the engineer."""

from collections import Counter
from collections.abc import Iterable, Iterator

from thidua_cli.diagnostic import Route, Severity
from thidua_cli.format.report import Nominee, Placed, Report
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import visible

ROOM = 900_000
"""GitHub drops a summary over one mebibyte whole, so ours ends before that and says so."""
_LONGEST = 400
_ESCAPED = {sign: f"\\{sign}" for sign in "\\`*_[]~#!$|"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# A word joiner behind @ keeps a name from calling on an account of that name.
_TABLE = str.maketrans(_ESCAPED | {"@": "@\u2060"})
CLOSING = "*Kết quả kiểm tra tự động, không thay ý kiến thẩm định.*"


def plain(text: str) -> str:
    """Words of a record for a line or a table cell of Markdown: shown as typed, meaning nothing."""
    one_line = visible(text.strip())
    return (one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…").translate(_TABLE)


def dump(report: Report) -> str:
    """The whole answer."""
    return "\n".join(_within(_lines(report), ROOM)) + "\n"


def _within(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            yield "\n**Danh sách dài quá giới hạn của trang này; xem đủ bằng lệnh `thidua validate`.**"
            return
        yield line


def _lines(report: Report) -> Iterator[str]:
    yield "## Kết quả kiểm tra lượt gửi hồ sơ"
    yield ""
    yield f"Ngày {format_short(report.scene.today)} · {_totals(report)}"
    yield ""
    yield from _against_last(report)
    weighing = [one for one in report.pressing() if one.weighs]
    main = [one for one in weighing if one.finding.severity is not Severity.NOTE]
    if main:
        yield from _table(main, report)
    else:
        yield "Không có điểm nào phải sửa hay bổ sung."
        yield ""
    yield from _due(report)
    yield from _folded("Ghi chú", [one for one in weighing if one.finding.severity is Severity.NOTE], report)
    yield from _allowed(report)
    yield from _for_engineers(report)
    yield f"{plain(report.summary)}"
    yield ""
    yield CLOSING


def _totals(report: Report) -> str:
    """How many cases are in which state; a case is as its gravest finding is."""
    worst: dict[str, Severity] = {}
    files = {one.file: one.id for one in report.nominees}
    for placed in report.findings:
        case = _case_of(placed, report, files)
        if placed.weighs and case:
            worst[case] = min(worst.get(case, Severity.NOTE), placed.finding.severity)
    states = Counter(worst.get(one.id, Severity.NOTE) for one in report.nominees)
    parts = [f"✔ {two_digits(states[Severity.NOTE])} chưa thấy điểm phải sửa"]
    for severity, words in (
        (Severity.ERROR, "✎ {} cần sửa, bổ sung"),
        (Severity.UNDECIDED, "? {} chưa đủ căn cứ"),
        (Severity.REVIEW, "○ {} cần xem lại"),
    ):
        if states[severity]:
            parts.append(words.format(two_digits(states[severity])))
    return f"{two_digits(len(report.nominees))} trường hợp: {' · '.join(parts)}"


def _case_of(placed: Placed, report: Report, files: dict[str, str]) -> str:
    one = placed.finding
    return files.get(one.file) or (one.record if any(case.id == one.record for case in report.nominees) else "")


def _against_last(report: Report) -> Iterator[str]:
    past = report.scene.past
    if past is None:
        return
    before = Counter(past.fingerprints)
    now = Counter(
        one.finding.fingerprint for one in report.findings if one.weighs and one.finding.severity is not Severity.NOTE
    )
    parts = [
        f"đã xử lý {two_digits((before - now).total())} điểm",
        f"còn {two_digits((before & now).total())}",
        f"thêm mới {two_digits((now - before).total())}",
    ]
    changed = [
        f"{plain(one.label)} đổi từ {plain(past.awards[one.id])} sang {plain(one.award)}"
        for one in report.nominees
        if past.awards.get(one.id, one.award) != one.award
    ]
    yield f"So với lần trước: {', '.join(parts)}{'; ' if changed else ''}{'; '.join(changed)}."
    yield ""


def _table(found: list[Placed], report: Report) -> Iterator[str]:
    yield "| Trường hợp | Cần làm | Ở đâu | Theo |"
    yield "|---|---|---|---|"
    cases = {one.file: one for one in report.nominees}
    for placed in found:
        one = placed.finding
        state = "" if one.severity is Severity.ERROR else f"({one.severity.label}) "
        todo = f"{state}{plain(one.message)}" + (f" — {plain(one.remedy)}" if one.remedy else "")
        who, where = _who(placed, cases), _where(placed, cases)
        yield f"| {who} | {todo} | {where} | {plain(one.clause) or _BASIS[one.code.basis]} |"
    yield ""


_BASIS = {
    "dữ liệu": "nội dung bản ghi",
    "thông lệ": "thông lệ",
    "luật": "quy định của pháp luật",
    "kế hoạch": "kế hoạch",
}


def _who(placed: Placed, cases: dict[str, Nominee]) -> str:
    case = cases.get(placed.finding.file)
    if case is None:
        return plain(_record_name(placed.finding.file))
    return plain(case.label if case.label == case.unit else f"{case.label} ({case.unit})")


_ROOMS = {
    "dossiers": "Hồ sơ",
    "meetings": "Cuộc họp",
    "appraisals": "Thẩm định",
    "duties": "Việc phải làm",
    "decisions": "Quyết định",
    "nominations": "Đề nghị",
}


def _record_name(file: str) -> str:
    """A record as people name it, without folders."""
    if file.startswith("thidua:"):
        return "Kế hoạch"
    steps = file.removesuffix(".yaml").split("/")
    if len(steps) > 3 and steps[0] == "campaigns" and steps[2] in _ROOMS:
        return f"{_ROOMS[steps[2]]} {'/'.join(steps[3:])}"
    return {"units": "Danh sách đơn vị", "thidua": "Thông tin cơ quan"}.get(steps[-1], file)


def _where(placed: Placed, cases: dict[str, Nominee]) -> str:
    case = cases.get(placed.finding.file)
    if case is not None and case.workbook:
        return plain(case.workbook)
    name = placed.finding.file.rpartition("/")[2]
    steps = _steps(placed.finding.route)
    return plain(f"tệp {name}, mục {steps}" if steps else f"tệp {name}")


def _steps(route: Route) -> str:
    """A route in words: list positions count from one, as people count."""
    words = ""
    for step in route:
        words += f" (thứ {step + 1})" if isinstance(step, int) else f"{' → ' if words else ''}{step}"
    return words.strip()


def _due(report: Report) -> Iterator[str]:
    if not report.todo:
        return
    yield "### Còn phải làm"
    yield ""
    for todo in report.todo:
        head = f"{todo.unit} · {todo.stage} · {todo.deadline}" if todo.dossier else "Chưa vào hồ sơ nào"
        yield f"- **{plain(head)}**"
        for placed in todo.items:
            one = placed.finding
            allowed = f" *(chấp nhận có lý do: {plain(one.allowed)})*" if one.allowed else ""
            yield f"  - {plain(one.due)}: {plain(one.message)}{allowed}"
    yield ""


def _folded(title: str, found: list[Placed], report: Report) -> Iterator[str]:
    if not found:
        return
    yield f"<details><summary>{title}: {len(found)}</summary>"
    yield ""
    yield from _table(found, report)
    yield "</details>"
    yield ""


def _allowed(report: Report) -> Iterator[str]:
    allowed = [one for one in report.findings if not one.weighs]
    if not allowed:
        return
    cases = {one.file: one for one in report.nominees}
    yield f"<details><summary>Chấp nhận có lý do: {len(allowed)}</summary>"
    yield ""
    yield "| Trường hợp | Điều được chấp nhận | Lý do |"
    yield "|---|---|---|"
    for placed in allowed:
        one = placed.finding
        yield f"| {_who(placed, cases)} | {plain(one.message)} | {plain(one.allowed)} |"
    yield ""
    yield "</details>"
    yield ""


def _for_engineers(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    yield "<details><summary>Mã và dòng, cho người kỹ thuật</summary>"
    yield ""
    yield "| Mã | Mức | Tệp và dòng |"
    yield "|---|---|---|"
    for placed in report.pressing():
        one = placed.finding
        mark = " · chấp nhận có lý do" if one.allowed else ""
        file = one.file if one.file.startswith("thidua:") else report.scene.prefix + one.file
        yield f"| {one.code.id} | {one.severity.label}{mark} | {plain(f'{file}:{placed.spot.place.line}')} |"
    yield ""
    yield "</details>"
    yield ""
