"""The bytes of a file to values, with their places where asked: as the lines people write, and whatever else it is as YAML."""

from thidua_cli.diagnostic import Diagnostic, Place
from thidua_cli.source import codes, lines
from thidua_cli.source.nodes import Node, Plain, plain
from thidua_cli.viet.text import editor_lines

MAX_BYTES = 4_000_000
"""A record file larger than this is a mistake or an attack; the largest honest one seen is 60 kB."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a record file, or the reason it cannot be read as UTF-8."""
    if len(data) > MAX_BYTES:
        return _refused(
            f"tệp lớn quá {MAX_BYTES // 1_000_000} MB", file, "bản ghi chỉ chứa chữ; tài liệu, ảnh để trong evidence/"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused("tệp lưu bằng bảng mã UTF-16 (“Unicode” của Notepad)", file, "lưu lại bằng bảng mã UTF-8")
    if b"\0" in data:
        return _refused("tệp không phải văn bản (có byte rỗng)", file, "kiểm tra có phải tệp Word, Excel đổi đuôi")
    try:
        # Without the codec that drops the mark: it is made in Python, and slow.
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _refused(
            "tệp không theo bảng mã UTF-8",
            file,
            "mở bằng Notepad, chọn Lưu thành…, mã hóa UTF-8",
            line=data.count(b"\n", 0, error.start) + 1,
        )


def _refused(message: str, file: str, remedy: str, *, line: int = 1) -> tuple[None, list[Diagnostic]]:
    return None, [Diagnostic(codes.TEP_KHONG_DOC_DUOC, message, file, place=Place(line), remedy=remedy)]


def parse(text: str, file: str) -> tuple[Plain, list[Diagnostic]]:
    """The values of a YAML text (``None`` when there are none to be read) and what is wrong with it."""
    values = lines.values(text)
    if values is not None:
        return values, []
    top, problems = _by_events(text, file)
    return None if top is None else plain(top), problems


def parse_nodes(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The same values as nodes, each with its place: for who must say where something stands, or change it there."""
    top = lines.nodes(text)
    return (top, []) if top is not None else _by_events(text, file)


def parse_key(text: str, file: str, key: str) -> Node | None:
    """The top node with what stands below one of its keys, and with more only where that is not to be had alone."""
    top = lines.node_of_key(text, key)
    return top if top is not None else parse_nodes(text, file)[0]


def _by_events(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    from thidua_cli.source import events  # the parser of all of YAML is dear to import, and few files need it

    return events.parse(editor_lines(text), file)
