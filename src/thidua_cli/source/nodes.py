"""YAML text to nodes with places: what was typed, and where, with no type guessed.

Reads the event stream of the C parser, because it keeps line, column and quoting at a third of the
cost of loading. Knows nothing of keys or records.
"""

from itertools import pairwise
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from thidua_cli.diagnostic import Code, Diagnostic, Place, Route
from thidua_cli.source import codes

MAX_BYTES = 4_000_000
"""A record file larger than this is a mistake or an attack; the largest honest one seen is 60 kB."""
MAX_DEPTH = 40
MAX_SCALAR = 400_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset(("", "~", "null"))


class Node:
    """A value as typed. ``value`` is ``None``, ``str``, ``list[Node]`` or ``dict[str, Node]``.

    Line and column count from 1; ``end`` is the column after the last character on that line, or
    ``None`` for a value of several lines. ``keys`` holds the places of a mapping's keys.
    """

    __slots__ = ("column", "end", "keys", "line", "value")

    def __init__(self, value: Any, line: int, column: int, end: int | None) -> None:
        self.value: Any = value
        self.line = line
        self.column = column
        self.end = end
        self.keys: dict[str, Place] | None = None

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.line, self.column, self.end)


class _Refused(Exception):
    """A document this reader does not take; carries the finding's parts."""

    def __init__(self, code: Code, message: str, place: Place, remedy: str) -> None:
        super().__init__(message)
        self.parts = (code, message, place, remedy)


def decode(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a record file, or the reason it cannot be read as UTF-8."""

    def refuse(message: str, remedy: str) -> tuple[None, list[Diagnostic]]:
        return None, [Diagnostic(codes.TEP_KHONG_DOC_DUOC, message, file, place=Place(1), remedy=remedy)]

    if len(data) > MAX_BYTES:
        return refuse(
            f"tệp lớn {len(data) // 1_000_000} MB, quá {MAX_BYTES // 1_000_000} MB",
            "bản ghi chỉ chứa chữ; tài liệu, ảnh để trong evidence/",
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return refuse("tệp lưu bằng bảng mã UTF-16 (“Unicode” của Notepad)", "lưu lại bằng bảng mã UTF-8")
    if b"\0" in data:
        return refuse("tệp không phải văn bản (có byte rỗng)", "kiểm tra có phải tệp Word, Excel đổi đuôi")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [
            Diagnostic(
                codes.TEP_KHONG_DOC_DUOC,
                "tệp không theo bảng mã UTF-8",
                file,
                place=Place(line),
                remedy="mở bằng Notepad, chọn Lưu thành…, mã hóa UTF-8",
            )
        ]


def parse(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The top node of a YAML text (``None`` when nothing can be read) and what is wrong with it."""
    found: list[Diagnostic] = []
    try:
        return _build(_Loader(text), file, found), found
    except _Refused as refused:
        code, message, place, remedy = refused.parts
        found.append(Diagnostic(code, message, file, place=place, remedy=remedy))
    except yaml.reader.ReaderError as error:
        # The C parser counts bytes and the Python one characters, so the character itself is looked for.
        bad: Any = error.character
        line = text.count("\n", 0, max(0, text.find(chr(bad) if isinstance(bad, int) else str(bad)))) + 1
        found.append(
            Diagnostic(
                codes.TEP_KHONG_DOC_DUOC,
                "tệp có ký tự điều khiển không in được",
                file,
                place=Place(line),
                remedy="xóa ký tự lạ ở dòng này, thường do dán từ phần mềm khác",
            )
        )
    except yaml.MarkedYAMLError as error:
        found.append(_syntax(error, file, text))
    except (UnicodeError, ValueError, OverflowError):
        found.append(
            Diagnostic(
                codes.TEP_KHONG_DOC_DUOC,
                "tệp có ký tự không hợp lệ",
                file,
                place=Place(1),
                remedy="mở bằng Notepad và lưu lại bằng bảng mã UTF-8",
            )
        )
    return None, found


def _build(loader: Any, file: str, found: list[Diagnostic]) -> Node | None:
    """Turn the event stream into nodes with an explicit stack, so that depth is ours to bound."""
    root: Node | None = None
    stack: list[Node] = []
    keys: list[tuple[str, Place] | None] = []
    documents = 0
    get_event = loader.get_event
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            node = _scalar(event)
            if stack and type(stack[-1].value) is dict and keys[-1] is None:
                keys[-1] = (event.value, node.place)
                continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_extras(event)
            mark = event.start_mark
            node = Node({} if kind is MappingStartEvent else [], mark.line + 1, mark.column + 1, None)
            if kind is MappingStartEvent:
                node.keys = {}
            if stack and type(stack[-1].value) is dict and keys[-1] is None:
                raise _Refused(
                    codes.YAML_SAI,
                    "khóa phải là một chữ, không phải danh sách hay nhóm",
                    node.place,
                    "kiểm tra ngoặc { } hoặc dấu ? thừa ở dòng này",
                )
            if len(stack) >= MAX_DEPTH:
                raise _Refused(
                    codes.YAML_KHONG_DUNG,
                    f"các mục lồng nhau quá {MAX_DEPTH} bậc",
                    node.place,
                    "hồ sơ không cần lồng sâu như vậy",
                )
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = stack.pop()
            keys.pop()
            continue
        elif kind is AliasEvent:
            mark = event.start_mark
            raise _Refused(
                codes.YAML_KHONG_DUNG,
                "tệp dùng bí danh (*…)",
                Place(mark.line + 1, mark.column + 1),
                "viết đầy đủ giá trị ở từng chỗ",
            )
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _Refused(
                    codes.YAML_KHONG_DUNG,
                    "tệp chứa nhiều tài liệu, ngăn bằng ---",
                    Place(event.start_mark.line + 1),
                    "mỗi tệp một bản ghi",
                )
            continue
        else:
            continue
        if not stack:
            root = node
        else:
            _attach(stack[-1], keys, node, file, found, stack)
        if type(node.value) is dict or type(node.value) is list:
            stack.append(node)
            keys.append(None)
    return root


def _scalar(event: Any) -> Node:
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(event)
    mark, after = event.start_mark, event.end_mark
    value: str | None = event.value
    if not event.style and value in _NULLS:
        value = None
    if value is not None and len(value) > MAX_SCALAR:
        raise _Refused(
            codes.YAML_KHONG_DUNG,
            "một giá trị dài quá 400.000 chữ",
            Place(mark.line + 1, mark.column + 1),
            "để phần dài trong tệp riêng",
        )
    end = after.column + 1 if after.line == mark.line else None
    return Node(value, mark.line + 1, mark.column + 1, end)


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None or (event.tag is not None and event.tag != "!"):
        mark = event.start_mark
        raise _Refused(
            codes.YAML_KHONG_DUNG,
            "tệp dùng neo (&…) hoặc thẻ kiểu (!…)",
            Place(mark.line + 1, mark.column + 1),
            "bỏ dấu & hoặc !, hoặc đặt giá trị trong ngoặc kép",
        )


def _attach(
    parent: Node,
    keys: list[tuple[str, Place] | None],
    node: Node,
    file: str,
    found: list[Diagnostic],
    stack: list[Node],
) -> None:
    """Put a finished node into its list or under its waiting key."""
    if type(parent.value) is list:
        parent.value.append(node)
        return
    waiting = keys[-1]
    assert waiting is not None
    assert parent.keys is not None
    keys[-1] = None
    key, place = waiting
    if key in parent.keys:
        first = parent.keys[key]
        found.append(
            Diagnostic(
                codes.KHOA_LAP,
                f"khóa “{key}” viết hai lần (lần đầu ở dòng {first.line})",
                file,
                route=(*_route(stack), key),
                place=place,
                remedy="giữ một dòng, bỏ dòng kia",
            )
        )
        return
    cut_by_comma = node.value is None and node.line == place.line and node.column == place.end
    if cut_by_comma and parent.value and _is_flow(parent):
        # In braces the comma of 95,5 ends the value 95, and 5 becomes a key without value.
        cut = next(reversed(parent.value))
        parent.value.pop(cut)
        found.append(
            Diagnostic(
                codes.NGOAC_DUT,
                f"dấu phẩy trong ngoặc đã cắt giá trị của “{cut}” tại “{key}”",
                file,
                route=(*_route(stack), cut),
                place=parent.keys[cut],
                remedy="bỏ ngoặc { }, mỗi khóa một dòng; hoặc đặt giá trị trong ngoặc kép",
            )
        )
        return
    parent.keys[key] = place
    parent.value[key] = node


def _is_flow(parent: Node) -> bool:
    assert parent.keys is not None
    return any(place.line == parent.line and place.column > parent.column for place in parent.keys.values())


def _route(stack: list[Node]) -> Route:
    """The route of the innermost open node: each node is the newest child of the one before."""
    steps: list[str | int] = []
    for parent, child in pairwise(stack):
        if type(parent.value) is list:
            steps.append(len(parent.value) - 1)
        else:
            step = next((key for key, value in reversed(parent.value.items()) if value is child), None)
            if step is None:  # the value of a repeated key hangs nowhere
                break
            steps.append(step)
    return tuple(steps)


_SYNTAX = (
    ("that cannot start any token", "dòng bắt đầu bằng ký tự không dùng được ở đây", "đặt giá trị trong ngoặc kép"),
    (
        "mapping values are not allowed",
        "có dấu hai chấm giữa câu hoặc dòng thụt lề lệch",
        "đặt cả câu trong ngoặc kép, hoặc viết >- rồi xuống dòng",
    ),
    (
        "could not find expected ':'",
        "dòng này không có dấu hai chấm sau khóa",
        "viết khóa, dấu hai chấm, một dấu cách rồi giá trị; câu dài viết sau >-",
    ),
    ("expected ',' or", "ngoặc { } hoặc [ ] chưa đóng, hoặc thiếu dấu phẩy", "bỏ ngoặc, viết mỗi khóa một dòng"),
    ("expected node content", "ngoặc { } hoặc [ ] viết dở", "bỏ ngoặc, viết mỗi khóa một dòng"),
    ("unexpected end of stream", "có dấu ngoặc kép hoặc ngoặc chưa đóng", "thêm dấu đóng ở cuối giá trị"),
    ("<block end>", "dòng thụt lề lệch so với các dòng cùng bậc", "các khóa cùng bậc thụt lề bằng nhau"),
    ("expected key", "dòng thụt lề lệch so với các dòng cùng bậc", "các khóa cùng bậc thụt lề bằng nhau"),
    (
        "block sequence entries are not allowed",
        "dấu gạch đầu dòng đặt sai chỗ",
        "đặt danh sách ở dòng dưới khóa, thụt vào hai dấu cách",
    ),
    ("undefined tag", "tệp dùng thẻ kiểu (!…)", "đặt giá trị trong ngoặc kép"),
    ("document start", "tệp có phần không thuộc bản ghi", "mỗi tệp một bản ghi, không có --- hoặc % ở đầu dòng"),
)


_NEVER_CLOSED = ("unexpected end of stream", "expected ',' or", "expected node content")


def _syntax(error: yaml.MarkedYAMLError, file: str, text: str) -> Diagnostic:
    """Our own sentence for a parser's complaint; the parser's English never reaches a clerk."""
    said = f"{error.context or ''} {error.problem or ''}"
    # What was never closed is shown where it was opened, not where the parser gave up.
    opened = error.context_mark if any(needle in said for needle in _NEVER_CLOSED) else None
    mark: Any = opened or error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1)
    if place.line > text.count("\n") + 1:
        place = Place(text.count("\n") + 1)
    line = next(iter(text.split("\n")[place.line - 1 : place.line]), "")
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Diagnostic(
            codes.YAML_SAI,
            "dòng thụt lề bằng phím Tab",
            file,
            place=place,
            remedy="thụt lề bằng dấu cách (hai dấu mỗi bậc)",
        )
    for needle, message, remedy in _SYNTAX:
        if needle in said:
            return Diagnostic(codes.YAML_SAI, message, file, place=place, remedy=remedy)
    return Diagnostic(
        codes.YAML_SAI,
        "không đọc tiếp được từ dòng này",
        file,
        place=place,
        remedy="so với một bản ghi mẫu: khóa, dấu hai chấm, dấu cách, giá trị",
    )


def locate(top: Node | None, route: Route, *, on_key: bool = False) -> Place | None:
    """The place a route leads to: the deepest step that exists, or its key with ``on_key``."""
    if top is None:
        return None
    node, place = top, top.place
    for number, step in enumerate(route):
        value = node.value
        if type(value) is dict and isinstance(step, str) and step in value:
            key_place = node.keys[step] if node.keys is not None else node.place
            node = value[step]
            last = number == len(route) - 1
            is_block = type(node.value) in (dict, list) or node.value is None
            place = key_place if is_block or (on_key and last) else node.place
        elif type(value) is list and isinstance(step, int) and 0 <= step < len(value):
            node = value[step]
            place = node.place
        else:
            break
    return place
