"""Find and read a repository: files in, a Book of typed records out. The only room that reads records from disk."""

from thidua_cli.book.book import Book, Drive, Held, damaged_routes
from thidua_cli.book.disk import (
    OFFICE_FILE,
    Disk,
    Files,
    StrPath,
    find_top,
    shipped,
    shipped_bytes,
    shipped_names,
    shipped_plans,
    upward,
)
from thidua_cli.book.read import read_book, read_files, with_criteria

__all__ = [
    "OFFICE_FILE",
    "Book",
    "Disk",
    "Drive",
    "Files",
    "Held",
    "StrPath",
    "damaged_routes",
    "find_top",
    "read_book",
    "read_files",
    "shipped",
    "shipped_bytes",
    "shipped_names",
    "shipped_plans",
    "upward",
    "with_criteria",
]
