"""A report as programs get it unless names were asked for: people stand in it by the ids of their records.

What a person is called is in the paths of the records too, as far as a path tells it; no more is said.
"""

from thidua_cli.book import Book
from thidua_cli.book.unnamed import Unnamed
from thidua_cli.format.report import Nominee, Placed, Report, Spot


def nameless(report: Report, book: Book) -> Report:
    """The same findings and cases, in words that name nobody and without the lines they are about."""
    words = Unnamed(book)
    persons = {case.file for drive in book.drives.values() for case in drive.nominations.values() if case.full_name}

    def placed(one: Placed) -> Placed:
        found = one.finding
        said = found._replace(
            message=words.finding(found), remedy=words.remedy(found), allowed=words.says(found.allowed)
        )
        return one._replace(
            finding=said,
            spot=one.spot._replace(text=""),
            related=tuple(Spot(spot.file, spot.place, "", words.says(spot.label)) for spot in one.related),
            workbook=words.says(one.workbook),
        )

    def nominee(one: Nominee) -> Nominee:
        return one._replace(label=one.id if one.file in persons else words.says(one.label))

    return report._replace(
        findings=tuple(map(placed, report.findings)),
        todo=tuple(todo._replace(items=tuple(map(placed, todo.items))) for todo in report.todo),
        nominees=tuple(map(nominee, report.nominees)),
    )
