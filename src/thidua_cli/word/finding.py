"""A finding about a paper: a code, where it stands in the paper, and where in the records, if anywhere."""

from typing import NamedTuple

from thidua_cli.diagnostic import Code, Severity
from thidua_cli.word.records import Origin


class Finding(NamedTuple):
    """A finding about a paper: where in the paper, where in the records, what to do."""

    code: Code
    message: str
    where: str
    clause: str = ""
    remedy: str = ""
    origin: Origin | None = None
    expected: str = ""
    actual: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity
