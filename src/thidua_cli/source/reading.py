"""The state of reading one record: which file, how deep, and what was found wrong so far."""

from thidua_cli.diagnostic import Code, Diagnostic, Route
from thidua_cli.source import codes

MAX_FOUND = 1_000
"""A file with more mistakes is not a record someone wrote: that it is broken throughout is one more finding, the last."""


class Reading:
    """Collects the findings of one file while its nodes are turned into typed values."""

    __slots__ = ("file", "found", "route")

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.route: list[str | int] = []

    def report(
        self,
        code: Code,
        message: str,
        *,
        remedy: str = "",
        on_key: bool = False,
        route: Route | None = None,
    ) -> None:
        """Note a finding at the present route, unless the file has had as many as are ever told."""
        if self.full:
            return
        where = tuple(self.route) if route is None else route
        self.found.append(Diagnostic(code, message, self.file, where, on_key=on_key, remedy=remedy))
        if self.full:
            self.found.append(too_many(self.file))

    @property
    def full(self) -> bool:
        """Whether nothing more will be told of this file."""
        return len(self.found) >= MAX_FOUND


def too_many(file: str) -> Diagnostic:
    """The last finding of a file that is broken throughout."""
    return Diagnostic(
        codes.TEP_KHONG_DOC_DUOC,
        f"tệp có từ {MAX_FOUND:,} lỗi trở lên, phần còn lại không kể ra".replace(",", ".", 1),
        file,
        remedy="sửa các lỗi trên rồi chạy lại; cả tệp sai dạng thì viết lại theo bản ghi mẫu",
    )
