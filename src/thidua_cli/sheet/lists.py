"""The lists people read: trích ngang, the council's table, the consolidated list, the status of duties."""

from collections import Counter
from collections.abc import Iterator

from thidua_cli.judge import Verdict
from thidua_cli.judge.concluded import conclusions
from thidua_cli.judge.judging import blamed
from thidua_cli.judge.regime import decision_of
from thidua_cli.judge.standing import State, doers, standing
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.unit import Unit
from thidua_cli.sheet.tables import Head, Office, Section, Table
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.numbers import letter, roman

_Row = tuple[str | int, ...]


def short_list(office: Office) -> Table:
    """Danh sách trích ngang; for the public without what only the office needs to know of a person."""
    heads = (
        Head("TT", 5), Head("Tên tập thể, cá nhân", 26), Head("Giới tính", 7), Head("Ngày sinh", 12),
        Head("Chức vụ", 22), Head("Đơn vị", 26), Head("Tóm tắt thành tích", 52), Head("Hình thức đề nghị", 18),
        Head("Ghi chú", 10),
    )  # fmt: skip
    if not office.public:
        return Table("trich-ngang", "DANH SÁCH TRÍCH NGANG", _subtitle(office), heads, _short_rows(office))
    rows = (row if isinstance(row, Section) else (*row[:2], *row[4:]) for row in _short_rows(office))
    subtitle = f"Được khen thưởng {office.drive.plan.name}"
    decided = tuple(Head("Hình thức", one.width) if one.title == "Hình thức đề nghị" else one for one in heads)
    return Table("trich-ngang", "DANH SÁCH CÔNG KHAI", subtitle, (*decided[:2], *decided[4:]), rows)


def _subtitle(office: Office) -> str:
    return f"Đề nghị khen thưởng {office.drive.plan.name}"


def _short_rows(office: Office) -> Iterator[_Row | Section]:
    for number, (kind, cases) in enumerate(office.by_kind()):
        yield Section(f"{letter(number + 1).upper()}. {kind.upper()}")
        for order, case in enumerate(cases, 1):
            yield (order, *_who(office, case), case.summary or "", _award(office, case), "")


def _award(office: Office, case: Nomination) -> str:
    """The short name of the award proposed; once decided and for the public, of the award decided."""
    decision = decision_of(office.drive, case.id) if office.public else None
    if decision is None:
        return office.look.award(case)
    return office.drive.plan.award_name(decision.award, decision.concrete_for(case))


def _who(office: Office, case: Nomination) -> tuple[str, str, str, str, str]:
    """Name, gender, birth, position and unit, each in a cell of its own."""
    desk = office.desk
    if case.subject_kind == "tập thể":
        unit = office.look.book.unit_name(case.unit)
        return case.group_name or unit, "", "", "", unit if case.group_name else ""
    post = desk.post(case)
    birth = format_short(case.born_on) if case.born_on else str(case.birth_year or "")
    position = case.position or (post[0].position if post and post[0].position else "")
    return case.full_name or "", desk.gender(case), birth, position or "", office.look.book.unit_name(case.unit)


def council_table(office: Office) -> Table:
    """The council's working table: what is proposed, what the comparison shows, room for the conclusion."""
    heads = (
        Head("TT", 5), Head("Trường hợp", 30), Head("Chức vụ, đơn vị", 30), Head("Hình thức đề nghị", 16),
        Head("Tóm tắt thành tích", 46), Head("Đối chiếu tiêu chuẩn", 14), Head("Điều chưa đạt, chưa rõ", 40),
        Head("Tán thành", 9), Head("Kết luận của Hội đồng", 18),
    )  # fmt: skip
    title = "BẢNG TỔNG HỢP PHỤC VỤ HỘI ĐỒNG XÉT"
    return Table("hoi-dong", title, _subtitle(office), heads, _council_rows(office))


def _council_rows(office: Office) -> Iterator[_Row | Section]:
    concluded = conclusions(office.look.book, office.drive)
    for number, (kind, cases) in enumerate(office.by_kind()):
        yield Section(f"{letter(number + 1).upper()}. {kind.upper()}")
        for order, case in enumerate(cases, 1):
            judgement = office.look.judgements[case.id]
            place = "" if kind == "tập thể" else office.desk.position_and_unit(case)
            last = concluded.get(case.id)
            vote = last.vote if last else None
            yield (
                order,
                office.desk.addressed(case),
                place,
                office.look.award(case),
                case.summary or "",
                judgement.verdict.label,
                "\n".join(_doubts(office, case)),
                vote.in_favour if vote and vote.in_favour is not None else "",
                (vote.conclusion or "") if vote else "",
            )


def _doubts(office: Office, case: Nomination) -> Iterator[str]:
    """What the comparison could not tick off, with the clause of each."""
    judgement = office.look.judgements[case.id]
    if judgement.uncovered:
        yield "kế hoạch không có tiêu chuẩn cho trường hợp này"
    for verdict in (Verdict.NOT_MET, Verdict.OPEN):
        for answer in blamed(judgement.answers, verdict):
            texts = [one.text for one in answer.findings if one.verdict is verdict]
            yield f"{verdict.label}: {'; '.join(texts) or answer.criterion.name} ({answer.clause})"


def consolidated(office: Office) -> Table:
    """How many of each award each unit proposes."""
    awards = [
        one for one in office.drive.plan.awards if any(c.award == one.id for c in office.drive.nominations.values())
    ]
    kinds = [kind for kind, _ in office.by_kind()]
    heads = (
        Head("TT", 5),
        Head("Đơn vị đề nghị", 42),
        *(Head(f"{award.short_name}: {kind}", 13) for award in awards for kind in kinds),
        Head("Cộng", 9),
    )
    counts = Counter((case.proposer, case.award, case.subject_kind) for case in office.drive.nominations.values())

    def rows() -> Iterator[_Row]:
        units = dict.fromkeys(case.proposer for case in office.cases())
        for order, unit in enumerate(units, 1):
            cells = [counts[unit, award.id, kind] for award in awards for kind in kinds]
            yield (order, office.look.book.unit_name(unit), *cells, sum(cells))
        totals = [sum(counts[unit, award.id, kind] for unit in units) for award in awards for kind in kinds]
        yield ("", "Tổng cộng", *totals, sum(totals))

    return Table("tong-hop", "TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG", _subtitle(office), heads, rows())


def duties(office: Office) -> Table:
    """What the plan asks to be done, by whom, and what was handed in."""
    heads = (
        Head("TT", 5), Head("Đơn vị", 40), Head("Thời hạn", 22), Head("Số văn bản", 16), Head("Ngày gửi", 12),
        Head("Ngày nhận", 12), Head("Tình trạng", 26),
    )  # fmt: skip
    return Table(
        "viec-phai-lam", "TÌNH HÌNH THỰC HIỆN CÁC VIỆC CỦA KẾ HOẠCH", _subtitle(office), heads, _duty_rows(office)
    )


def _duty_rows(office: Office) -> Iterator[_Row | Section]:
    for number, duty in enumerate(office.drive.plan.duties, 1):
        clause = f" ({duty.clause})" if duty.clause else ""
        yield Section(f"{roman(number)}. {duty.name}{clause}")
        for order, unit in enumerate(doers(duty, office.drive, office.look.book), 1):
            yield (order, unit.name, *_standing(office, duty, unit))


def _standing(office: Office, duty: DutyKind, unit: Unit) -> _Row:
    """When it is due, what was handed in for it, and how it stands as ``status`` says it."""
    book = office.look.book
    one = standing(duty, unit, office.drive, book, office.look.today)
    last = one.last_day
    wording = one.held.deadline.wording if one.held else "không quy định"
    due = f"hạn cuối {format_short(last)}" if last else wording
    sent = one.done or one.dossier
    # The list is the same on any day, so of what has not come it says neither that it is late nor that it is not.
    state = "chưa có" if one.state in (State.OWED, State.DUE, State.UNDATED) else one.state.label
    if sent is None:
        return due, "", "", "", state
    if one.day is None and last is not None:
        state = "đã có, chưa ghi ngày gửi"
    if one.through:
        state = f"{state}; tính theo {book.unit_name(one.through)}"
    came = (format_short(day) if day else "" for day in (sent.sent_on, sent.received_on))
    return due, sent.number or "", *came, state
