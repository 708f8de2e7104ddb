"""A template file read into a paper: typed front matter, blocks of the body, both checked first.

Knows the shapes of papers and what each must say; knows nothing of values or of Word.
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from thidua_cli import source
from thidua_cli.diagnostic import Code, Diagnostic, Place, Route
from thidua_cli.render import codes
from thidua_cli.render.markup import Block, parse
from thidua_cli.render.template_check import Checker, Fields
from thidua_cli.render.template_front import FRONT, Front
from thidua_cli.render.template_shapes import check_shape
from thidua_cli.viet.text import ToneStyle, place_tone

FIELD_PATH: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+\Z")
"""How a slot names a field; anything else in a list of texts is text."""

_FENCE = "---"


class Paper(NamedTuple):
    """A template that passed its contract, and the digest of its text."""

    file: str
    front: Front
    blocks: tuple[Block, ...]
    digest: str


class _Loader:
    """Reads one template, gathering findings that all carry a place in its file."""

    def __init__(self, text: str, file: str, fields: Fields | None) -> None:
        self.text = text
        self.file = file
        self.checker = Checker(file, fields)
        self.found: list[Diagnostic] = []
        self.node: source.Node | None = None

    def report(self, code: Code, route: Route, message: str, remedy: str) -> None:
        """Note a finding at a key of the front matter."""
        self.found.append(Diagnostic(code, message, self.file, place=self.place(route), remedy=remedy))

    def place(self, route: Route) -> Place:
        """Where a route of the front matter stands in the file."""
        return source.locate(self.node, route) or Place(1)

    def load(self) -> Paper | None:
        """The paper, or None when anything was an error."""
        lines = self.text.split("\n")
        end = next((i for i, line in enumerate(lines) if i and line.rstrip() == _FENCE), None)
        if lines[0].rstrip() != _FENCE or end is None:
            self.found.append(
                Diagnostic(
                    codes.MAU_KHONG_DOC_DUOC,
                    "mẫu giấy thiếu phần đầu",
                    self.file,
                    place=Place(1),
                    remedy="bắt đầu tệp bằng dòng ---, các khóa, rồi một dòng --- nữa",
                )
            )
            return None
        front = self._front("\n" + "\n".join(lines[1:end]))
        body = "\n".join(lines[end + 1 :])
        if self.checker.beyond_bounds(body, end + 2):
            self.found += self.checker.found
            return None
        blocks, outside = parse(body, end + 2, self.file)
        torn = (codes.MAU_KHONG_DOC_DUOC, codes.THE_KHONG_KHOP)
        if not any(found.code in torn for found in outside):  # one mistake, one message
            self.checker.source(body, end + 2)
        self.found += outside
        if front is not None:
            self._slots(front)
            self.found += check_shape(front, blocks, self.file, self.place)
        self.found += self.checker.found
        if front is not None and not any(f.severity == 0 for f in self.found):
            self._roots(front)
            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            return Paper(self.file, front, blocks, digest)
        return None

    def _front(self, text: str) -> Front | None:
        """The front matter; a blank line stands for the fence, so that lines keep their numbers."""
        self.node, found = source.parse_nodes(text, self.file)
        reading = source.Reading(self.file)
        front: Front | None = None
        if self.node is not None:
            front = FRONT.read(source.plain(self.node), reading)
        for finding in (*found, *reading.found):
            place = finding.place or self.place_of(finding)
            code = codes.PHAN_DAU_SAI if finding.place is None else finding.code
            self.found.append(finding._replace(code=code, place=place, route=()))
        if self.node is None and not found:
            self.report(codes.PHAN_DAU_SAI, (), "phần đầu của mẫu chưa có khóa nào", "chép phần đầu của một mẫu có sẵn")
        return front

    def place_of(self, finding: Diagnostic) -> Place:
        """The place of a finding of the reader, which holds only a route."""
        return source.locate(self.node, finding.route, on_key=finding.on_key) or Place(1)

    def _slots(self, front: Front) -> None:
        """Check every field and every text of the front matter."""
        for route, path in front.paths():
            self._path(route, path)
        for route, text in front.texts():
            if FIELD_PATH.match(text):
                self._path(route, text)
            else:
                self.checker.source(text, self.place(route).line, tags=False)

    def _path(self, route: Route, path: str) -> None:
        place = self.place(route)
        self.checker.path(path, place.line, place.column)

    def _roots(self, front: Front) -> None:
        """Compare the roots declared with those used."""
        declared = set(front.roots)
        for root in sorted(declared - self.checker.roots):
            self.report(
                codes.TRUONG_KHONG_DUNG,
                ("truong_su_dung",),
                f"khai gốc dữ liệu “{root}” nhưng mẫu không dùng",
                f"bỏ {root} khỏi truong_su_dung",
            )
        for root in sorted(self.checker.roots - declared):
            self.report(
                codes.TRUONG_KHONG_DUNG,
                ("truong_su_dung",),
                f"mẫu dùng gốc dữ liệu “{root}” nhưng chưa khai",
                f"thêm {root} vào truong_su_dung",
            )


def load(
    path_or_text: Path | str, file_label: str, fields: Fields | None = None, tone: ToneStyle | None = None
) -> tuple[Paper | None, list[Diagnostic]]:
    """A template from a file or from its text, checked before any data.

    ``fields`` is the contract of the context; without it names are not checked. ``tone`` is where the
    office places tones: a paper keeps to one way, and the template's words follow the office's. The
    paper is None when a finding is an error; each finding carries its line in the file.
    """
    if isinstance(path_or_text, Path):
        try:
            data = path_or_text.read_bytes()
        except OSError:
            return None, [
                Diagnostic(
                    codes.MAU_KHONG_DOC_DUOC,
                    "không đọc được tệp mẫu",
                    file_label,
                    place=Place(1),
                    remedy="kiểm tra tên mẫu và thư mục templates/",
                )
            ]
        text, found = source.decode(data, file_label)
        if text is None:
            return None, found
    else:
        text = path_or_text
    if tone is not None:
        text = place_tone(text, tone)
    loader = _Loader(text.replace("\r\n", "\n"), file_label, fields)
    paper = loader.load()
    return paper, sorted(loader.found, key=_order)


def _order(found: Diagnostic) -> tuple[Any, ...]:
    place = found.place or Place(1)
    return place.line, place.column, found.code.id
