"""Records for analysis elsewhere: one row a nomination, an answer or a decided case; never a citizen number,
and who it is only where that was asked for."""

from collections.abc import Iterator

from thidua_cli.judge.concluded import conclusions
from thidua_cli.sheet.tables import Head, Office, Table
from thidua_cli.viet.dates import format_short

_CASE = ("dot", "ma", "don_vi_de_nghi", "doi_tuong", "ten", "gioi_tinh", "ngay_sinh", "nam_sinh", "chuc_vu", "don_vi",
         "ten_don_vi", "nhom_nguoi", "hinh_thuc", "ten_hinh_thuc", "linh_vuc", "vai_tro", "tom_tat_thanh_tich",
         "ho_so", "giai_doan", "ket_qua_doi_chieu", "ket_luan_hoi_dong", "hinh_thuc_ket_luan")  # fmt: skip


def nominations(office: Office) -> Table:
    """Every nomination with its award, its figures and where it stands."""
    figures = list(office.drive.terms.figures.names)
    heads = tuple(Head(name, 14, name) for name in (*_CASE, *figures))

    def rows() -> Iterator[tuple[str, ...]]:
        desk, look = office.desk, office.look
        concluded = conclusions(look.book, look.drive)
        for case in office.cases():
            dossier = look.dossier(case)
            last = concluded.get(case.id)
            amounts = case.figures.amounts if case.figures else {}
            post = desk.post(case)
            shown = office.personal or case.subject_kind == "tập thể"
            born = format_short(case.born_on) if case.born_on else ""
            yield (
                office.drive.id,
                office.token(case),
                case.proposer,
                case.subject_kind or "",
                desk.subject_name(case) if shown else "",
                desk.gender(case) if case.subject_kind != "tập thể" else "",
                born if office.personal else "",
                str(case.birth_year or "") if office.personal else "",
                case.position or (post[0].position or "" if post else ""),
                case.unit or "",
                look.book.unit_name(case.unit) if case.unit else "",
                "; ".join(case.person_groups),
                case.award or "",
                office.look.award(case),
                case.field or "",
                "; ".join(case.roles),
                case.summary or "" if office.personal else "",  # prose tells of people, whoever it is about
                dossier.id if dossier else "",
                look.stages[dossier.id].label if dossier else "",
                look.judgements[case.id].verdict.label,
                (last.vote.conclusion or "") if last else "",
                (last.vote.award or "") if last else "",
                *(_number(amounts.get(figure)) for figure in figures),
            )

    return Table("de-nghi", "", "", heads, rows(), flat=True)


def _number(value: object) -> str:
    """A figure as programs read it: digits, a point before decimals, a fraction as it is."""
    return "" if value is None else str(value)


def answers(office: Office) -> Table:
    """Every criterion's answer for every case."""
    names = ("dot", "ma", "tieu_chuan", "ten_tieu_chuan", "dieu_khoan", "ket_qua", "ly_do")
    heads = tuple(Head(name, 14, name) for name in names)

    def rows() -> Iterator[tuple[str, ...]]:
        for case in office.cases():
            for answer in office.look.judgements[case.id].named():
                said = "; ".join(one.text for one in answer.findings)
                one = answer.criterion
                yield (
                    office.drive.id,
                    office.token(case),
                    one.id or "",
                    one.name or "",
                    answer.clause,
                    answer.verdict.label,
                    said,
                )

    return Table("doi-chieu", "", "", heads, rows(), flat=True)


def decisions(office: Office) -> Table:
    """Every case of every decision."""
    names = ("dot", "quyet_dinh", "so_ky_hieu", "ngay_ban_hanh", "hinh_thuc", "ten_hinh_thuc", "ma", "ten")
    heads = tuple(Head(name, 14, name) for name in names)

    def rows() -> Iterator[tuple[str, ...]]:
        for decision in office.drive.decisions.values():
            if office.public and decision.issued_on is None:
                continue
            for line in decision.cases:
                case = office.drive.nominations.get(line.nomination or "")
                name = line.printed_name or (office.desk.subject_name(case) if case else "")
                yield (
                    office.drive.id,
                    decision.id,
                    decision.number or "",
                    format_short(decision.issued_on) if decision.issued_on else "",
                    decision.award or "",
                    office.drive.plan.award_name(decision.award, decision.concrete_for(case)),
                    office.token(case) if case else "",
                    name if office.personal or decision.issued_on else "",
                )

    return Table("quyet-dinh", "", "", heads, rows(), flat=True)
