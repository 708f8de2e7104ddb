"""What a template may say: its tags held to a small syntax and to the fields its paper has.

Reads Jinja's own syntax tree, before any data; knows nothing of Markdown, layout or values.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from thidua_cli.diagnostic import Code, Diagnostic, Place
from thidua_cli.render import codes
from thidua_cli.render.template_filters import FILTERS
from thidua_cli.viet.text import nearest

Shape = str | Mapping[str, Any] | Sequence[Any]
"""What a field holds: a description (it is text or a number), a group of fields, or a list of one
shape that stands for each element."""

Fields = Mapping[str, Shape]

_LOOP: Shape = {"index": "số thứ tự của lượt lặp, từ 1"}
_REMEDY = "để phần dữ liệu tính sẵn, mẫu chỉ điền trường"
_FORBIDDEN: Mapping[type, str] = {
    nodes.Compare: "so sánh",
    nodes.Call: "gọi hàm",
    nodes.Getitem: "ngoặc vuông",
    nodes.Test: "phép thử is",
    nodes.And: "and",
    nodes.Or: "or",
    nodes.Concat: "nối chữ",
    nodes.CondExpr: "if trong dấu {{ }}",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.FilterBlock: "filter",
    nodes.With: "with",
    nodes.Const: "giá trị viết thẳng",
    nodes.TemplateData: "giá trị viết thẳng",
    nodes.Name: "biến tên loop",
    nodes.Tuple: "nhiều biến trong một for",
    nodes.ScopedEvalContextModifier: "autoescape",
}
MAX_TAGS = 2_000
"""Papers have some 110 tags; what is far beyond that is no paper, and takes as long to refuse as someone wishes."""
MAX_TAG = 500
MAX_NESTED = 20
MAX_NAME = 80
_TAG = re.compile(r"\{(?:\{|%[-+]?\s*(?P<word>if|for|end)?)")
_RAW = re.compile(r"\{%[-+]?\s*(?:end)?raw\b")


class Checker:
    """Checks the sources of one template against one contract, collecting findings and roots."""

    def __init__(self, file: str, fields: Fields | None) -> None:
        self.file = file
        self.fields = fields
        self.found: list[Diagnostic] = []
        self.roots: set[str] = set()
        self._lines: list[str] = []
        self._first = 1

    def report(self, code: Code, line: int | None, message: str, remedy: str, near: str = "") -> None:
        """Note a finding; ``near`` is looked for in the line to give a column."""
        line = line or 1  # a few of Jinja's nodes carry no line
        at = self._first + line - 1
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        column = text.find(near) + 1 if near else 0
        place = Place(at, column, column + len(near)) if column else Place(at)
        self.found.append(Diagnostic(code, message, self.file, place=place, remedy=remedy))

    def source(self, text: str, first_line: int, *, tags: bool = True) -> None:
        """Check a text with tags that starts at ``first_line``; ``tags`` false allows only values."""
        if self.beyond_bounds(text, first_line):
            return
        for number, line in enumerate(self._lines, 1):
            if word := _RAW.search(line):
                self.report(codes.CACH_VIET_KHONG_DUNG, number, "mẫu giấy không dùng raw", _REMEDY, word[0])
                return
        try:
            tree = Environment(autoescape=False).parse(text)
        except TemplateSyntaxError as error:
            self._syntax(error)
            return
        except RecursionError:
            self._too_deep(text)
            return
        if not tags and any(type(node) is not nodes.Output for node in tree.body):
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                1,
                "khóa này không dùng được {% … %}",
                "chỉ dùng {{ … }}; điều kiện để trong thân mẫu",
            )
            return
        try:
            self._statements(tree.body, {})
        except RecursionError:
            self._too_deep(text)

    def beyond_bounds(self, text: str, first_line: int) -> bool:
        """Whether a text has more tags, a longer or a deeper one than any paper needs; the first such is told."""
        self._lines, self._first = text.split("\n"), first_line
        depth = 0
        for count, tag in enumerate(_TAG.finditer(text), 1):
            start = tag.start()
            end = text.find("}}" if tag[0] == "{{" else "%}", start, start + MAX_TAG)
            depth += {"if": 1, "for": 1, "end": -1}.get(tag["word"] or "", 0)
            if count > MAX_TAGS:
                what, remedy = (
                    f"mẫu giấy có quá {MAX_TAGS:,} thẻ".replace(",", "."),
                    "chia thành nhiều mẫu, hoặc lặp bằng for",
                )
            elif depth > MAX_NESTED:
                what, remedy = f"if, for lồng nhau quá {MAX_NESTED} bậc", "mỗi if có endif, mỗi for có endfor"
            elif end < 0 and len(text) > start + MAX_TAG:
                what, remedy = f"thẻ dài quá {MAX_TAG} chữ, hoặc chưa đóng", "viết {{ gốc.trường }}"
            else:
                continue
            self.report(codes.CACH_VIET_KHONG_DUNG, text.count("\n", 0, start) + 1, what, remedy)
            return True
        return False

    def _too_deep(self, text: str) -> None:
        """Brackets or signs within each other; the tag is the longest one."""
        tags = [*_TAG.finditer(text)]
        ends = [*(tag.start() for tag in tags[1:]), len(text)]
        _, start = max((end - tag.start(), tag.start()) for tag, end in zip(tags, ends, strict=True))
        self.report(
            codes.CACH_VIET_KHONG_DUNG,
            text.count("\n", 0, start) + 1,
            "thẻ có quá nhiều lớp lồng nhau",
            "viết {{ gốc.trường }} hoặc {{ gốc.trường | bộ_lọc }}",
        )

    def path(self, path: str, line: int, column: int = 1) -> Shape | None:
        """Check a field named in the front matter; its shape, or None when unknown."""
        self._lines, self._first = [], line
        try:
            tree = Environment(autoescape=False).parse("{{ " + path + " }}")
            output = tree.body[0]
            assert isinstance(output, nodes.Output)
            return self._expression(output.nodes[0], {})
        except (TemplateSyntaxError, IndexError, AssertionError, RecursionError):
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                1,
                f"“{path if len(path) < MAX_NAME else path[:MAX_NAME] + '…'}” không phải tên trường",
                "viết gốc.trường, ví dụ ho_so.kinh_gui",
            )
            return None

    def _syntax(self, error: TemplateSyntaxError) -> None:
        message = error.message or ""
        unknown = re.search(r"unknown tag '(\w+)'", message)
        if unknown and not unknown[1].startswith(("end", "el")):
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                error.lineno,
                "thẻ không có trong danh sách",
                "chỉ dùng {{ … }}, if, elif, else, for",
            )
        elif unknown or "end of template" in message:
            self.report(
                codes.MAU_KHONG_DOC_DUOC,
                error.lineno,
                "thẻ mở không có thẻ đóng, hoặc đóng sai thứ tự",
                "mỗi if có endif, mỗi for có endfor, thẻ mở sau đóng trước",
            )
        else:
            self.report(
                codes.MAU_KHONG_DOC_DUOC,
                error.lineno,
                "thẻ viết sai",
                "viết {{ gốc.trường }} hoặc {{ gốc.trường | bộ_lọc }}",
            )

    def _statements(self, body: Iterable[nodes.Node], scope: dict[str, Shape | None]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for item in node.nodes:
                    if not isinstance(item, nodes.TemplateData):
                        self._printed(item, scope)
            elif isinstance(node, nodes.If):
                self._if(node, scope)
            elif isinstance(node, nodes.For):
                self._for(node, scope)
            else:
                self._forbid(node)

    def _if(self, node: nodes.If, scope: dict[str, Shape | None]) -> None:
        test = node.test.node if isinstance(node.test, nodes.Not) else node.test
        if isinstance(test, nodes.Name | nodes.Getattr):
            self._expression(test, scope)
        else:
            self.report(
                codes.CACH_VIET_KHONG_DUNG, test.lineno, "sau if chỉ viết một trường, hoặc not và một trường", _REMEDY
            )
        self._statements(node.body, scope)
        for other in node.elif_:
            self._if(other, scope)
        self._statements(node.else_, scope)

    def _for(self, node: nodes.For, scope: dict[str, Shape | None]) -> None:
        if node.test is not None or node.recursive or node.else_:
            self.report(
                codes.CACH_VIET_KHONG_DUNG, node.lineno, "for không đi với if, else, recursive trong cùng thẻ", _REMEDY
            )
        inner = dict(scope)
        if not isinstance(node.iter, nodes.Name | nodes.Getattr):
            self.report(codes.CACH_VIET_KHONG_DUNG, node.lineno, "sau in chỉ viết một trường có nhiều phần tử", _REMEDY)
            shape: Shape | None = None
        else:
            shape = self._expression(node.iter, scope)
            self._one_list_within(node, node.iter, scope)
        if isinstance(node.target, nodes.Name) and node.target.name != "loop":
            inner.pop(node.target.name, None)  # the innermost stands last
            inner[node.target.name] = self._element(shape, node)
        else:
            self._forbid(node.target)
        inner["loop"] = _LOOP
        self._statements(node.body, inner)

    def _one_list_within(self, node: nodes.For, asked: nodes.Node, scope: dict[str, Shape | None]) -> None:
        """A loop within a loop goes over what the outer one holds: two lists of the same paper, one within the
        other, multiply, and five of them over sixty people never end."""
        root = asked
        while isinstance(root, nodes.Getattr):
            root = root.node
        innermost = next(reversed([name for name in scope if name != "loop"]), None)
        if innermost is not None and isinstance(root, nodes.Name) and root.name != innermost:
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                node.lineno,
                f"for trong for chỉ lặp danh sách của {innermost}",
                f"viết {innermost}.tên_trường, hoặc đóng for ngoài trước",
                _written(asked),
            )

    def _element(self, shape: Shape | None, node: nodes.For) -> Shape | None:
        if shape is None:
            return None
        if isinstance(shape, str | Mapping):
            self.report(
                codes.TRUONG_KHONG_CO,
                node.lineno,
                f"“{_written(node.iter)}” không phải danh sách nên không lặp được",
                "bỏ for, hoặc chọn trường có nhiều phần tử",
            )
            return None
        element: Shape = shape[0]
        return element

    def _printed(self, node: nodes.Node, scope: dict[str, Shape | None]) -> None:
        shape = self._expression(node, scope)
        if shape is None or isinstance(shape, str):
            return
        what = "nhóm trường" if isinstance(shape, Mapping) else "danh sách"
        self.report(
            codes.TRUONG_KHONG_CO,
            node.lineno,
            f"“{_written(node)}” là {what} nên không in được",
            "viết thêm .tên_trường, hoặc lặp bằng for",
        )

    def _expression(self, node: nodes.Node, scope: dict[str, Shape | None]) -> Shape | None:
        """The shape of an expression; None when unknown, which silences what follows from it."""
        if isinstance(node, nodes.Name):
            return self._root(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, node.node, scope)
        self._forbid(node)
        return None

    def _root(self, node: nodes.Name, scope: dict[str, Shape | None]) -> Shape | None:
        if node.name in scope:
            return scope[node.name]
        if self.fields is not None and node.name not in self.fields:
            self.report(
                codes.TRUONG_KHONG_CO,
                node.lineno,
                f"không có gốc dữ liệu “{node.name}”",
                nearest(node.name, [*self.fields, *scope], f"chọn: {', '.join(self.fields)}"),
                node.name,
            )
            return None
        self.roots.add(node.name)
        return None if self.fields is None else self.fields[node.name]

    def _attribute(self, node: nodes.Getattr, scope: dict[str, Shape | None]) -> Shape | None:
        if node.attr.startswith("_"):
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                node.lineno,
                f"tên “{node.attr}” bắt đầu bằng gạch dưới",
                "chọn một trường của giấy",
                node.attr,
            )
            return None
        shape = self._expression(node.node, scope)
        if shape is None:
            return None
        if isinstance(shape, Mapping) and node.attr in shape:
            inner: Shape = shape[node.attr]
            return inner
        names = list(shape) if isinstance(shape, Mapping) else []
        choice = f"các trường: {', '.join(names)}" if names else "trường này không có trường con"
        self.report(
            codes.TRUONG_KHONG_CO,
            node.lineno,
            f"“{_written(node.node)}” không có trường “{node.attr}”",
            nearest(node.attr, names, choice),
            node.attr,
        )
        return None

    def _filtered(self, node: nodes.Filter, inner: nodes.Node, scope: dict[str, Shape | None]) -> Shape | None:
        shape = self._expression(inner, scope)
        if node.name not in FILTERS or node.args or node.kwargs:
            remedy = nearest(node.name, FILTERS, f"dùng được: {', '.join(FILTERS)}")
            self.report(
                codes.CACH_VIET_KHONG_DUNG,
                node.lineno,
                f"không có bộ lọc “{node.name}”"
                if node.name not in FILTERS
                else f"bộ lọc {node.name} không nhận tham số",
                remedy,
                node.name,
            )
            return None
        return "" if isinstance(shape, str) else shape

    def _forbid(self, node: nodes.Node) -> None:
        what = _FORBIDDEN.get(type(node), "phép tính")
        self.report(codes.CACH_VIET_KHONG_DUNG, node.lineno, f"mẫu giấy không dùng {what}", _REMEDY)


def _written(node: nodes.Node) -> str:
    """An expression as its author wrote it."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_written(node.node)} | {node.name}"
    return node.name if isinstance(node, nodes.Name) else "…"
