"""Find and read a repository: files in, a Book of typed records out. The only room that reads records from disk."""

from thidua_cli.book.book import Book, Drive, damaged_routes
from thidua_cli.book.disk import Disk, find_top, shipped, shipped_plans
from thidua_cli.book.read import read_book, with_criteria

__all__ = [
    "Book",
    "Disk",
    "Drive",
    "damaged_routes",
    "find_top",
    "read_book",
    "shipped",
    "shipped_plans",
    "with_criteria",
]
