"""The body of a template, Markdown with Jinja tags, as a flat list of blocks; the tags stay opaque.

Knows nothing of fields, values or layout. The profile is small on purpose: headings, paragraphs,
bold, italic, tables. Numbers, dashes and punctuation of lists belong to the layout.
"""

import re
from typing import Final, Literal, NamedTuple

from thidua_cli.diagnostic import Diagnostic, Place
from thidua_cli.render import codes
from thidua_cli.render.markup_inline import Runs, Shield, inline_runs, new_parser

Align = Literal["left", "center", "right"]


class Heading(NamedTuple):
    """A heading of level 1 to 3, to be numbered."""

    level: int
    runs: Runs
    line: int


class Paragraph(NamedTuple):
    """A paragraph of text."""

    runs: Runs
    line: int


class Many(NamedTuple):
    """A field that holds several paragraphs: ``{{ x | doan }}`` standing alone."""

    value: str
    line: int


class Tag(NamedTuple):
    """A ``{% … %}`` on a line of its own, around blocks or around rows of a table."""

    source: str
    line: int

    @property
    def word(self) -> str:
        """Its first word: for, if, elif, else, endif, endfor."""
        return self.source.strip("{%-+ }").partition(" ")[0]


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Runs, ...]
    line: int


class Table(NamedTuple):
    """A table: one heading row as written, and rows with the tags between them."""

    head: tuple[Runs, ...]
    align: tuple[Align, ...]
    rows: tuple[Row | Tag, ...]
    line: int


Block = Heading | Paragraph | Many | Tag | Table

PUNCTUATION: Final = ".;:,!?…"


def is_numbered_text(runs: Runs) -> bool:
    """True for a heading that ends in punctuation: a numbered paragraph, not a title."""
    last = next((part for part in reversed(runs) if part.kind != "tag"), None)
    return bool(last and last.kind == "text" and last.text.rstrip()[-1:] in PUNCTUATION)


_DELIMITER = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*\Z")
_BREAK = re.compile(r"(?<!\\)\|")
_MANY = re.compile(r"\{\{-?\s*(.+?)\s*\|\s*doan\s*-?\}\}\Z")
_OUTSIDE = {
    "bullet_list_open": ("gạch đầu dòng", "viết ## trước mỗi mục; phần trình bày đặt số, đặt dấu"),
    "ordered_list_open": ("danh sách đánh số tay", "viết # , ## hoặc ### thay cho số thứ tự"),
    "fence": ("khối mã", "bỏ ba dấu nháy ngược"),
    "code_block": ("dòng thụt lề bốn dấu cách", "viết sát lề trái"),
    "blockquote_open": ("dấu > đầu dòng", "bỏ dấu >"),
    "hr": ("đường kẻ ngang", "bỏ dòng này; đường kẻ do phần trình bày vẽ"),
    "html_block": ("thẻ HTML", "bỏ thẻ HTML"),
}


class _Scanner:
    """Walks the lines of one body once and sorts them into text, tags and tables."""

    def __init__(self, body: str, first_line: int, file: str) -> None:
        self.shield = Shield(first_line, file)
        self.lines = self.shield.hide(body).split("\n")
        self.first_line = first_line
        self.file = file
        self.found = self.shield.found
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.parser = new_parser()

    def report(self, line: int, message: str, remedy: str) -> None:
        """Note something outside the profile."""
        self.found.append(Diagnostic(codes.NGOAI_KHUON_KHO, message, self.file, place=Place(line), remedy=remedy))

    def run(self) -> None:
        """Read every line."""
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            tags = self.shield.only_tags(line)
            if tags is not None:
                self._flush(index)
                self.blocks += [Tag(tag, self.first_line + index) for tag in tags]
            elif not line.strip():
                self._flush(index)
            elif self._opens_table(index):
                self._flush(index)
                index = self._table(index)
                continue
            else:
                self.text.append(line)
            index += 1
        self._flush(len(self.lines))

    def _opens_table(self, index: int) -> bool:
        following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
        return self.lines[index].lstrip().startswith("|") and bool(_DELIMITER.match(following))

    def _flush(self, index: int) -> None:
        """Hand the text gathered before ``index`` to the Markdown parser."""
        if not self.text:
            return
        line = self.first_line + index - len(self.text)
        source, self.text = "\n".join(self.text), []
        depth = 0
        tokens = self.parser.parse(source)
        for place, token in enumerate(tokens):
            where = line + (token.map[0] if token.map else 0)
            if depth == 0 and token.type in _OUTSIDE:
                what, remedy = _OUTSIDE[token.type]
                self.report(where, f"{what} nằm ngoài khuôn khổ của mẫu giấy", remedy)
            if token.type in _OUTSIDE or depth:
                depth += token.nesting
            elif token.type == "inline":
                self._text_block(tokens[place - 1].tag, token, where)

    def _text_block(self, tag: str, token: object, line: int) -> None:
        runs = inline_runs(token, self.shield, line)
        self.shield.check_balance(runs, line, whole=tag == "p")
        if tag == "p":
            many = _MANY.match(runs[0].text) if len(runs) == 1 and runs[0].kind == "value" else None
            self.blocks.append(Many(many[1], line) if many else Paragraph(runs, line))
        elif int(tag[1]) > 3:
            self.report(line, "đề mục chỉ có ba bậc", "dùng # , ## hoặc ###")
        else:
            self.blocks.append(Heading(int(tag[1]), runs, line))

    def _table(self, index: int) -> int:
        """Read the table that starts at ``index``; the index of the first line after it."""
        start = index
        head, align = self._cells(index), _alignments(self.lines[index + 1])
        rows: list[Row | Tag] = []
        index += 2
        while index < len(self.lines):
            line = self.lines[index]
            tags = self.shield.only_tags(line)
            if tags is not None:
                rows += [Tag(tag, self.first_line + index) for tag in tags]
            elif line.lstrip().startswith("|"):
                cells = self._cells(index)
                if len(cells) != len(head):
                    self.report(
                        self.first_line + index,
                        f"hàng có {len(cells)} ô, dòng đầu bảng có {len(head)} ô",
                        "thêm hoặc bớt dấu | cho bằng nhau",
                    )
                else:
                    rows.append(Row(cells, self.first_line + index))
            else:
                break
            index += 1
        inside, after = self._split_tags(rows)
        self.blocks.append(Table(head, align, tuple(inside), self.first_line + start))
        self.blocks += after
        return index

    def _cells(self, index: int) -> tuple[Runs, ...]:
        line = self.first_line + index
        texts = _BREAK.split(self.lines[index].strip().removeprefix("|"))
        if not texts[-1].strip():
            texts.pop()
        cells = []
        for text in texts:
            token = self.parser.parseInline(text.strip().replace("\\|", "|"))[0]
            runs = inline_runs(token, self.shield, line)
            self.shield.check_balance(runs, line)
            cells.append(runs)
        return tuple(cells)

    def _split_tags(self, rows: list[Row | Tag]) -> tuple[list[Row | Tag], list[Tag]]:
        """Part the tags around rows from those that close or open something after the table."""
        last = max((i for i, row in enumerate(rows) if isinstance(row, Row)), default=-1)
        depth = 0
        for i, row in enumerate(rows):
            if isinstance(row, Row):
                continue
            closes = row.word.startswith(("end", "el"))
            if (closes and depth == 0) or (i > last and not closes):
                if i < last:
                    self.shield.report_balance(row.line)
                    break
                return rows[:i], [tag for tag in rows[i:] if isinstance(tag, Tag)]
            depth += {"for": 1, "if": 1, "endfor": -1, "endif": -1}.get(row.word, 0)
        if depth:
            self.shield.report_balance(rows[-1].line)
        return rows, []


def _alignments(line: str) -> tuple[Align, ...]:
    marks = [mark.strip() for mark in line.strip().strip("|").split("|")]
    return tuple(
        "center" if m[0] == ":" == m[-1] and len(m) > 1 else "right" if m[-1] == ":" else "left" for m in marks
    )


def parse(body: str, first_line: int, file: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """The blocks of a body that starts at ``first_line`` of ``file``, and what lies outside."""
    scanner = _Scanner(body, first_line, file)
    scanner.run()
    return tuple(scanner.blocks), scanner.found
