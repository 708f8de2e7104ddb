"""What is wrong, where and under which clause: the one value every room speaks, and the one refusal.

Knows nothing of YAML, of rules or of how a finding is laid out.
"""

from enum import IntEnum
from typing import NamedTuple

Route = tuple[str | int, ...]
"""The way from the top of a record to a datum: keys and 0-based list positions."""


class Routes:
    """Routes of one file, asked whether one of them lies on a datum's way or within it without walking them all:
    a broken file has as many of them as lines."""

    __slots__ = ("_own", "_steps")

    def __init__(self) -> None:
        self._own: set[Route] = set()
        self._steps: set[Route] = set()

    def add(self, route: Route) -> None:
        """One more."""
        self._own.add(route)
        for length in range(len(route), -1, -1):
            if route[:length] in self._steps:
                break  # then so are the shorter ones
            self._steps.add(route[:length])

    def within(self, route: Route) -> bool:
        """Whether one leads to this datum or to something in it."""
        return route in self._steps

    def around(self, route: Route) -> bool:
        """Whether one leads to this datum or to something it is in."""
        return any(route[:length] in self._own for length in range(len(route) + 1))


class Refused(Exception):
    """What cannot be read or carried out at all: why, in a sentence, and what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy

    def of(self, file: str) -> "Refused":
        """The same, said of a file."""
        return Refused(f"{file}: {self}", self.remedy)


class Severity(IntEnum):
    """How grave a finding is; the order is the order of printing."""

    ERROR = 0
    UNDECIDED = 1
    REVIEW = 2
    NOTE = 3

    @property
    def label(self) -> str:
        """The office's own word."""
        return ("lỗi", "chưa đủ căn cứ", "cần xem lại", "ghi chú")[self]

    @property
    def style(self) -> str:
        """How its word is set off on a terminal."""
        return f"bold {('red', 'yellow', 'magenta', 'cyan')[self]}"


class Place(NamedTuple):
    """A stretch of one line; ``line`` and columns count from 1, ``end`` is exclusive."""

    line: int
    column: int = 1
    end: int | None = None


class Code(NamedTuple):
    """A kind of finding: ``TD301``, declared once in the ``codes.py`` of the room that raises it.

    ``basis`` is what the rule rests on: ``luật``, ``kế hoạch``, ``thông lệ`` (practice, never a lỗi)
    or ``dữ liệu`` (the record contradicts itself or cannot be read).
    """

    id: str
    name: str
    severity: Severity
    basis: str
    summary: str
    wrong: str = ""
    right: str = ""


class Mark(NamedTuple):
    """A second place of a finding: the clause it rests on, or the other record it collides with."""

    file: str
    route: Route
    label: str
    place: Place | None = None


class Diagnostic(NamedTuple):
    """One finding.

    ``file`` is relative to the repository with ``/``; a file shipped with thidua starts ``thidua:``.
    ``route`` leads to the guilty datum, or with ``on_key`` to its key; line and column are looked up
    only when printing. ``place`` is set instead where no route exists (YAML that cannot be parsed).
    ``due`` names the stage that will demand it while the dossier has not come so far: such a finding
    is listed under "còn phải làm" and counts as nothing. ``allowed`` is the reason someone gave for
    letting the finding stand (chấp nhận có lý do): it is still shown, and no longer weighs;
    ``inherited`` when it stands in the baseline rather than in a comment.
    """

    code: Code
    message: str
    file: str
    route: Route = ()
    on_key: bool = False
    place: Place | None = None
    clause: str = ""
    remedy: str = ""
    related: tuple[Mark, ...] = ()
    severity_override: Severity | None = None
    record: str = ""
    due: str = ""
    allowed: str = ""
    inherited: bool = False

    @property
    def severity(self) -> Severity:
        """The gravity of this finding: its code's, unless the plan makes this one graver or lighter."""
        return self.code.severity if self.severity_override is None else self.severity_override

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two findings of different days the same: code, file, route and record, never the line."""
        return self.code.id, self.file, "/".join(str(step) for step in self.route), self.record

    @property
    def fingerprint(self) -> str:
        """``key`` in sixteen characters."""
        from hashlib import sha256  # 3 ms at start-up, and most runs print no fingerprint

        seed = "\0".join(self.key)
        return sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]
