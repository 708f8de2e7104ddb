"""Where findings and printed words stand: the files of a repository read once more for their lines."""

from functools import lru_cache

from thidua_cli.book.book import Book
from thidua_cli.diagnostic import Diagnostic, Place, Route
from thidua_cli.source import Node, decode, locate, parse_key, parse_nodes
from thidua_cli.viet.text import editor_lines

_KEPT = 256


class Places:
    """The lines and nodes of a repository's files, and of the shipped ones behind ``thidua:``.

    The last few hundred files are kept: whoever asks of many asks file by file, and reads each once. Most are asked
    for one place only, so the first is looked for alone; whoever asks again has the whole file parsed.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._text = lru_cache(maxsize=_KEPT)(self._read)
        self._tree = lru_cache(maxsize=_KEPT)(self._parsed)
        self._asked: set[str] = set()

    def lines(self, file: str) -> list[str]:
        """The lines of a file as editors count them; what is not UTF-8 is shown as it can be."""
        return self._text(file)[0]

    def node(self, file: str) -> Node | None:
        """The top node of a record's file; ``None`` for prose and for what cannot be parsed."""
        return self._tree(file, None)

    def at(self, file: str, route: Route, *, on_key: bool = False) -> Place:
        """The place a route leads to; the first line where nothing can be found."""
        key = str(route[0]) if route and file not in self._asked else None
        self._asked.add(file)
        return locate(self._tree(file, key), route, on_key=on_key) or Place(1)

    def of(self, one: Diagnostic) -> Place:
        """The place of a finding."""
        return one.place or self.at(one.file, one.route, on_key=one.on_key)

    def _read(self, file: str) -> tuple[list[str], str | None]:
        data = self._book.bytes_of(file)
        text, _ = decode(data, file)
        shown = text if text is not None else data.decode("utf-8", "replace")
        return editor_lines(shown).splitlines(), text

    def _parsed(self, file: str, key: str | None) -> Node | None:
        text = self._text(file)[1]
        if text is None or not file.endswith(".yaml"):
            return None
        return parse_nodes(text, file)[0] if key is None else parse_key(text, file, key)
