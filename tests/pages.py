"""HTML pages taken apart with the standard library: tags, texts, links. Knows no page of ours."""

from html.parser import HTMLParser

INLINE = frozenset(["a", "b", "em", "span", "strong"])
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Page(HTMLParser):
    """A page: its tags in order, what was left open, its links, ids, and the text of every element."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.said: list[str] = []
        self.by_id: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{tag}> left open" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {key: value or "" for key, value in attrs}
        self.tags.append((tag, tuple(key for key, _ in attrs)))
        self.attributes.append((tag, known))
        if len(known) != len(attrs):
            self.wrong.append(f"<{tag}> repeats an attribute")
        self.links += [known[key] for key in ("href", "src", "action", "data", "srcset") if key in known]
        if "id" in known:
            self.ids.append(known["id"])
        if tag not in VOID:
            self._open.append((tag, known.get("id", "")))
        self._gap(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.wrong.append(f"</{tag}> closes {self._open[-1:]} at {self.getpos()}")
            return
        self._gap(tag)
        self._open.pop()

    def _gap(self, tag: str) -> None:
        """Words of two cells or paragraphs are two words."""
        if tag not in INLINE:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in ("style", "script"):
            return
        self.said.append(data)
        for _, id_ in self._open:
            if id_:
                self.by_id.setdefault(id_, []).append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.said).split())

    def text_of(self, id_: str) -> str:
        return " ".join("".join(self.by_id[id_]).split())
