"""stub"""
from thidua_cli.book import Book
from thidua_cli.word.verify import Verdict
def with_layout(verdict: Verdict, book: Book) -> Verdict:
    """x"""
    return verdict
