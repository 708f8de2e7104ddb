"""What stands inside a line: text, bold, italic, and Jinja tags hidden from the Markdown parser.

A tag is replaced by one character nobody types, so that ``|`` and ``*`` in it mean nothing to
Markdown; knows nothing of blocks.
"""

import re
from typing import Any, Literal, NamedTuple

from thidua_cli.diagnostic import Code, Diagnostic, Place
from thidua_cli.render import codes


class Run(NamedTuple):
    """A stretch of one format: words, one ``{{ … }}`` or one ``{% … %}`` as written."""

    kind: Literal["text", "value", "tag"]
    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_STRAY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_FIRST = 0xF0000  # private use, plane 15: neither space nor punctuation to Markdown's rules
_HIDDEN = re.compile(r"[\U000F0000-\U000FFFFD]")
_MANY = re.compile(r"\|\s*doan\b")
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_CLOSER = {"endif": "if", "endfor": "for", "else": "if", "elif": "if"}
_OUTSIDE = {
    "code_inline": ("dấu nháy ngược", "bỏ dấu `"),
    "link_open": ("liên kết", "viết thẳng địa chỉ"),
    "image": ("hình ảnh", "mẫu giấy không chứa hình"),
    "html_inline": ("thẻ HTML", "bỏ thẻ, hoặc viết \\< nếu là dấu nhỏ hơn"),
    "hardbreak": ("ngắt dòng bằng hai dấu cách hoặc \\", "để một dòng trống giữa hai đoạn"),
}


def new_parser() -> Any:
    """A Markdown parser without what would change words: entities, underlined headings, references."""
    from markdown_it import MarkdownIt  # only a template being compiled needs it: 4.6 × pass

    return MarkdownIt("commonmark").disable(["entity", "lheading", "reference"])


class Shield:
    """Hides the tags of one body and gives them back."""

    def __init__(self, first_line: int, file: str) -> None:
        self.first_line = first_line
        self.file = file
        self.tags: list[str] = []
        self.found: list[Diagnostic] = []

    def _report(self, code: Code, line: int, message: str, remedy: str) -> None:
        self.found.append(Diagnostic(code, message, self.file, place=Place(line), remedy=remedy))

    def report_balance(self, line: int) -> None:
        """Note a tag opened here and closed elsewhere."""
        self._report(
            codes.THE_KHONG_KHOP,
            line,
            "thẻ mở và thẻ đóng không cùng một đoạn hoặc một bảng",
            "đặt cả hai thẻ trong một đoạn, hoặc mỗi thẻ một dòng riêng ngoài đoạn",
        )

    def hide(self, body: str) -> str:
        """The body with each tag as one private character, line by line; comments vanish."""
        lines = []
        for number, line in enumerate(body.split("\n"), self.first_line):
            if _HIDDEN.search(line):
                self._report(
                    codes.NGOAI_KHUON_KHO,
                    number,
                    "dòng có ký tự riêng không in được",
                    "xóa ký tự lạ, thường do dán từ phần mềm khác",
                )
                line = _HIDDEN.sub("", line)
            shown = _TAG.sub(self._replace, line)
            if _STRAY.search(shown):
                self._report(
                    codes.MAU_KHONG_DOC_DUOC,
                    number,
                    "thẻ viết dở",
                    "mỗi thẻ mở và đóng trên cùng một dòng: {{ … }} hoặc {% … %}",
                )
                shown = _STRAY.sub("", shown)
            lines.append(shown)
        return "\n".join(lines)

    def _replace(self, match: re.Match[str]) -> str:
        if match[0].startswith("{#"):
            return ""
        self.tags.append(match[0])
        return chr(_FIRST + len(self.tags) - 1)

    def only_tags(self, line: str) -> list[str] | None:
        """The ``{% … %}`` tags of a line that holds nothing else, or None."""
        hidden = line.split()
        tags = [self.tags[ord(char) - _FIRST] for char in "".join(hidden) if _HIDDEN.match(char)]
        whole = hidden and len("".join(hidden)) == len(tags)
        return tags if whole and all(tag.startswith("{%") for tag in tags) else None

    def runs(self, text: str, bold: bool, italic: bool) -> list[Run]:
        """Text with its tags given back."""
        found, start = [], 0
        for match in _HIDDEN.finditer(text):
            if match.start() > start:
                found.append(Run("text", text[start : match.start()], bold, italic))
            tag = self.tags[ord(match[0]) - _FIRST]
            found.append(Run("tag" if tag.startswith("{%") else "value", tag, bold, italic))
            start = match.end()
        if start < len(text):
            found.append(Run("text", text[start:], bold, italic))
        return found

    def check_balance(self, runs: Runs, line: int, *, whole: bool = False) -> None:
        """A tag opened in a paragraph or cell must close there; ``doan`` must be a whole paragraph."""
        opened: list[str] = []
        alone = whole and len(runs) == 1
        for run in runs:
            if run.kind == "value" and not alone and _MANY.search(run.text):
                self._report(
                    codes.DOAN_SAI_CHO,
                    line,
                    "bộ lọc doan phải đứng một mình một đoạn",
                    "đưa {{ … | doan }} xuống dòng riêng, có dòng trống trước và sau",
                )
            if run.kind != "tag":
                continue
            word = _WORD.match(run.text)
            name = word[1] if word else ""
            if name in ("for", "if"):
                opened.append(name)
            elif name in _CLOSER and (not opened or opened[-1] != _CLOSER[name]):
                return self.report_balance(line)
            elif name in ("endif", "endfor"):
                opened.pop()
        if opened:
            self.report_balance(line)
        return None

    def report_inline(self, kind: str, line: int) -> None:
        """Note inline Markdown outside the profile."""
        what, remedy = _OUTSIDE.get(kind, (kind, "bỏ phần này"))
        self._report(codes.NGOAI_KHUON_KHO, line, f"{what} nằm ngoài khuôn khổ của mẫu giấy", remedy)


def inline_runs(token: Any, shield: Shield, line: int) -> Runs:
    """The runs of one inline token of the Markdown parser."""
    runs: list[Run] = []
    bold = italic = 0
    for child in token.children or ():
        kind = child.type
        if kind in ("strong_open", "strong_close"):
            bold += child.nesting
        elif kind in ("em_open", "em_close"):
            italic += child.nesting
        elif kind in ("softbreak", "hardbreak"):
            if kind == "hardbreak":
                shield.report_inline(kind, line)
            runs.append(Run("text", " ", bold > 0, italic > 0))
            line += 1
        elif kind in ("text", "text_special"):
            runs += shield.runs(child.content, bold > 0, italic > 0)
        elif kind != "link_close":
            shield.report_inline(kind, line)
    return tuple(_join(runs))


def _join(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and run.kind == last.kind == "text" and last[2:] == run[2:]:
            joined[-1] = run._replace(text=last.text + run.text)
        else:
            joined.append(run)
    return joined
