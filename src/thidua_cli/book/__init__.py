"""Find and read a repository: files in, a Book of typed records out. The only room that reads records from disk."""

from thidua_cli.book.book import Book, Drive, Held, damaged_routes
from thidua_cli.book.disk import Disk, find_top, shipped, shipped_plans
from thidua_cli.book.read import read_book

__all__ = ["Book", "Disk", "Drive", "Held", "damaged_routes", "find_top", "read_book", "shipped", "shipped_plans"]
