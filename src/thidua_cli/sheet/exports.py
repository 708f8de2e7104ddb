"""Everything that can be exported, one line each: a new list is a function that makes a Table and a line here."""

from collections.abc import Callable, Iterator

from thidua_cli.sheet import flat, lists, money, scores, template, write_text, write_xlsx
from thidua_cli.sheet.tables import Office, Table

TABLES: dict[str, Callable[[Office], Table]] = {
    "trich-ngang": lists.short_list,
    "hoi-dong": lists.council_table,
    "tong-hop": lists.consolidated,
    "viec-phai-lam": lists.duties,
    "so-khen-thuong": money.book_of_awards,
    "de-nghi": flat.nominations,
    "doi-chieu": flat.answers,
    "quyet-dinh": flat.decisions,
}
REFILLED = "danh-sach-nhap"
"""The template filled with the records: what a unit gets back to correct, and import reads again."""
WORKBOOKS: dict[str, Callable[[Office], tuple[Table, ...]]] = {
    "tien-thuong": money.workbook,
    "cham-diem": scores.sheets,
    "xep-hang": scores.rankings,
}
"""Lists that belong together, a sheet each; none where there is nothing to list, as points without clusters."""
KINDS = (*TABLES, *WORKBOOKS, REFILLED)
PUBLIC = ("trich-ngang", "quyet-dinh")
"""The kinds that can be made for the public: who was decided, and what for."""


def exported(kind: str, office: Office) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The files of a kind: each name, and its bytes in pieces."""
    if kind == REFILLED:
        yield f"{kind}.xlsx", iter([template.filled(office.drive, office.look.book)])
        return
    if kind in WORKBOOKS:
        tables = WORKBOOKS[kind](office)
        if tables:
            yield f"{kind}.xlsx", iter([write_xlsx.xlsx(*tables)])
        return
    table = TABLES[kind](office)
    if not table.flat:
        yield f"{kind}.xlsx", iter([write_xlsx.xlsx(table)])
        return
    yield f"{kind}.csv", (line.encode() for line in write_text.csv_lines(table))
    yield f"{kind}.json", (line.encode() for line in write_text.json_lines(TABLES[kind](office)))
