"""Which pages a site has, one after the other; whoever writes decides where."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.book import Book
from thidua_cli.render.folder import Packed
from thidua_cli.rules import Inspection
from thidua_cli.site.campaigns import balance_charts, campaign_values, comparison_charts, summary
from thidua_cli.site.cases import blocks, sign_of
from thidua_cli.site.holders import decision_rows, holder_rows
from thidua_cli.site.paper import Paper
from thidua_cli.site.plans import plan_values
from thidua_cli.site.shelf import PER_PAGE, Shelf, Stall, chunks
from thidua_cli.site.units import paged, unit_pages

HOLDERS_PER_PAGE = 500


def build(book: Book, inspection: Inspection, day: date | None, *, internal: bool = False) -> Iterator[Packed]:
    """Every page of the site. ``day`` is the day it speaks of; nothing depends on the clock."""
    shelf = Shelf(book, inspection, day, internal=internal)
    paper = Paper(shelf)
    summaries = [summary(shelf, stall) for stall in shelf.stalls]
    units = unit_pages(shelf)
    yield paper.page(
        "index.html",
        "overview.html",
        campaigns=summaries,
        charts=comparison_charts(shelf),
        unit_count=len(units),
        owing=sum(1 for one in units if one.owes),
    )
    for stall in shelf.stalls:
        yield from _campaign(shelf, stall, paper)
    yield paper.page("don-vi.html", "units.html", units=units)
    for unit in units:
        parts = paged(unit)
        paths = [one.path for one in parts]
        for index, part in enumerate(parts):
            yield paper.page(part.path, "unit.html", unit=part, pages=paths, index=index)
    yield from _holders(shelf, paper)


def page_count(book: Book) -> int:
    """About how many pages there will be, for a progress bar."""
    cases = sum(len(drive.nominations) for drive in book.drives.values())
    return 3 + len(book.units) + 5 * len(book.drives) + cases // PER_PAGE + cases // HOLDERS_PER_PAGE


def _campaign(shelf: Shelf, stall: Stall, paper: Paper) -> Iterator[Packed]:
    inside = {"campaign": summary(shelf, stall), "folder": stall.folder}
    yield paper.page(f"{stall.folder}/index.html", "campaign.html", **{**inside, **campaign_values(shelf, stall)})
    pages = [stall.table_page(index) for index in range(stall.pages)]
    for index, cases in enumerate(chunks(stall.cases, PER_PAGE)):
        yield paper.page(
            pages[index],
            "cases.html",
            **inside,
            blocks=blocks(shelf, stall, cases),
            pages=pages,
            index=index,
            per_page=PER_PAGE,
        )
    if stall.pages > 1:
        rows = [
            (
                shelf.mask.subject(stall.desk, case),
                case.subject_kind,
                shelf.book.unit_name(case.proposer),
                stall.look.award(case),
                sign_of(stall.look.judgements[case.id].verdict),
                stall.place(case),
            )
            for case in stall.cases
        ]
        yield paper.page(f"{stall.folder}/danh-sach.html", "list.html", **inside, rows=rows)
    yield paper.page(f"{stall.folder}/co-cau.html", "balance.html", **inside, charts=balance_charts(stall))
    yield paper.page(f"{stall.folder}/ke-hoach.html", "plan.html", **inside, **plan_values(shelf, stall))


def _holders(shelf: Shelf, paper: Paper) -> Iterator[Packed]:
    rows = holder_rows(shelf)
    parts = chunks(rows, HOLDERS_PER_PAGE)
    pages = [f"khen-thuong{f'-{index + 1}' if index else ''}.html" for index in range(len(parts))]
    for index, part in enumerate(parts):
        yield paper.page(
            pages[index],
            "holders.html",
            holders=part,
            decisions=decision_rows(shelf) if not index else [],
            pages=pages,
            index=index,
            total=len(rows),
        )
