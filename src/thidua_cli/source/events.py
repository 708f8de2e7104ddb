"""Any YAML text to nodes with places, and what is wrong with it.

Reads the event stream of the C parser, because it keeps line, column and quoting at a third of the
cost of loading. Knows nothing of keys or records.
"""

import re
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
from thidua_cli.source.nodes import MAX_DEPTH, MAX_SCALAR, Node, Spot
from thidua_cli.source.reading import MAX_FOUND, too_many

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset(("", "~", "null"))


def _spot(event: Any) -> Spot:
    """Where a key stands; keys stand on one line."""
    return event.start_mark.line + 1, event.start_mark.column + 1, event.end_mark.column + 1


def _node(value: Any, event: Any) -> Node:
    """A node where its event begins; a list or group, and text of several lines, have no end to show."""
    start, end = event.start_mark, event.end_mark
    alone = type(event) is ScalarEvent and end.line == start.line
    return Node(value, start.line + 1, start.column + 1, end.column + 1 if alone else None, {})


class _Refused(Exception):
    """A document this reader does not take; carries the finding's parts."""

    def __init__(self, code: Code, message: str, place: Place, remedy: str) -> None:
        super().__init__(message)
        self.parts = (code, message, place, remedy)


def parse(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The top node of a YAML text (``None`` when nothing can be read) and what is wrong with it."""
    found: list[Diagnostic] = []
    try:
        return _build(LOADER(text), file, found), found
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
    """Turn the event stream into nodes with an explicit stack, so that depth is ours to bound.

    One flat loop, because it runs once for every value of every file: calls cost more than the work.
    """
    root: Node | None = None
    stack: list[Node] = []
    top: Any = None
    in_map = False
    waiting: Any = None  # the key that has no value yet, as its event
    documents = 0
    get_event = loader.get_event
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                _refuse_extras(event)
            if in_map and waiting is None:
                waiting = event
                continue
            value = event.value
            if value in _NULLS and not event.style:
                value = None
            elif len(value) > MAX_SCALAR:
                raise _Refused(
                    codes.YAML_KHONG_DUNG,
                    "một giá trị dài quá 400.000 chữ",
                    Place(*_spot(event)),
                    "để phần dài trong tệp riêng",
                )
            node = _node(value, event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            node = _container(event, {} if kind is MappingStartEvent else [], in_map and waiting is None, len(stack))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
            top = stack[-1] if stack else None
            in_map = top is not None and type(top.value) is dict
            continue
        elif kind is DocumentStartEvent and documents == 0:
            documents = 1
            continue
        elif kind is AliasEvent or kind is DocumentStartEvent:
            raise _unused(event)
        else:
            continue
        if top is None:
            root = node
        elif in_map:
            if waiting.value in top.spots or (node.value is None and _cut_by_comma(top, waiting, node)):
                found.append(_lost(top, waiting, file, stack))
                if len(found) >= MAX_FOUND:
                    found.append(too_many(file))
                    return None
            else:
                top.value[waiting.value] = node
                top.spots[waiting.value] = _spot(waiting)
            waiting = None
        else:
            top.value.append(node)
        if kind is not ScalarEvent:
            stack.append(node)
            top = node
            in_map = kind is MappingStartEvent
    return root


def _container(event: Any, value: Any, as_key: bool, depth: int) -> Node:
    """A mapping or list that begins, unless it stands where a key should or too deep."""
    _refuse_extras(event)
    node = _node(value, event)
    if as_key:
        raise _Refused(
            codes.YAML_SAI,
            "khóa phải là một chữ, không phải danh sách hay nhóm",
            node.place,
            "kiểm tra ngoặc { } hoặc dấu ? thừa ở dòng này",
        )
    if depth >= MAX_DEPTH:
        raise _Refused(
            codes.YAML_KHONG_DUNG,
            f"các mục lồng nhau quá {MAX_DEPTH} bậc",
            node.place,
            "hồ sơ không cần lồng sâu như vậy",
        )
    return node


def _unused(event: Any) -> _Refused:
    """What YAML knows and records do not: aliases, and several documents in one file."""
    place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
    if type(event) is AliasEvent:
        return _Refused(codes.YAML_KHONG_DUNG, "tệp dùng bí danh (*…)", place, "viết đầy đủ giá trị ở từng chỗ")
    return _Refused(
        codes.YAML_KHONG_DUNG, "tệp chứa nhiều tài liệu, ngăn bằng ---", Place(place.line), "mỗi tệp một bản ghi"
    )


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None or (event.tag is not None and event.tag != "!"):
        mark = event.start_mark
        raise _Refused(
            codes.YAML_KHONG_DUNG,
            "tệp dùng neo (&…) hoặc thẻ kiểu (!…)",
            Place(mark.line + 1, mark.column + 1),
            "bỏ dấu & hoặc !, hoặc đặt giá trị trong ngoặc kép",
        )


def _cut_by_comma(top: Node, key: Any, node: Node) -> bool:
    """In braces the comma of ``95,5`` ends the value 95, and 5 becomes a key without value."""
    line, _, after = _spot(key)
    if (line, after) != (node.line, node.column) or not top.value:
        return False
    first_line, first_column, _ = next(iter(top.spots.values()))
    return first_line == top.line and first_column > top.column


def _lost(top: Node, key: Any, file: str, stack: list[Node]) -> Diagnostic:
    """The finding for an entry that cannot be kept: a repeated key, or a value cut by a comma."""
    if key.value in top.spots:
        first, _, _ = top.spots[key.value]
        return Diagnostic(
            codes.KHOA_LAP,
            f"khóa “{key.value}” viết hai lần (lần đầu ở dòng {first})",
            file,
            route=(*_route(stack), key.value),
            place=Place(*_spot(key)),
            remedy="giữ một dòng, bỏ dòng kia",
        )
    cut = next(reversed(top.value))
    top.value.pop(cut)
    return Diagnostic(
        codes.NGOAC_DUT,
        f"dấu phẩy trong ngoặc đã cắt giá trị của “{cut}” tại “{key.value}”",
        file,
        route=(*_route(stack), cut),
        place=Place(*top.spots[cut]),
        remedy="bỏ ngoặc { }, mỗi khóa một dòng; hoặc đặt giá trị trong ngoặc kép",
    )


def _route(stack: list[Node]) -> Route:
    """The route of the innermost open node: each node is the newest child of the one before."""
    steps: list[str | int] = []
    for parent, child in pairwise(stack):
        if type(parent.value) is list:
            steps.append(len(parent.value) - 1)
        else:
            step, newest = next(reversed(parent.value.items()), ("", None))
            if newest is not child:  # the value of a repeated key hangs nowhere
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


_SHOWN_WHERE_IT_BEGAN = (
    "unexpected end of stream",
    "expected ',' or",
    "expected node content",
    "could not find expected ':'",
)
_NO_SPACE = r"\s*(?:- +)?[\w-]+[:：][^ ]"


def _syntax(error: yaml.MarkedYAMLError, file: str, text: str) -> Diagnostic:
    """Our own sentence for a parser's complaint; the parser's English never reaches a clerk."""
    said = f"{error.context or ''} {error.problem or ''}"
    # What was never closed is shown where it was opened, a key without its colon where it stands: the parser gives
    # up only on the next line.
    opened = error.context_mark if any(needle in said for needle in _SHOWN_WHERE_IT_BEGAN) else None
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
    if "could not find expected ':'" in said and re.match(_NO_SPACE, line):
        return Diagnostic(
            codes.YAML_SAI,
            "thiếu dấu cách sau dấu hai chấm",
            file,
            place=place,
            remedy="viết khóa, dấu hai chấm, một dấu cách rồi giá trị; gõ lại dấu cách nếu chép từ Word",
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
