"""The state of reading one record: which file, how deep, and what was found wrong so far."""

from thidua_cli.diagnostic import Code, Diagnostic, Place, Route


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
        place: Place | None = None,
        route: Route | None = None,
    ) -> None:
        """Note a finding at the present route."""
        where = tuple(self.route) if route is None else route
        self.found.append(
            Diagnostic(
                code,
                message,
                self.file,
                where,
                on_key=on_key,
                place=place,
                remedy=remedy,
            )
        )
