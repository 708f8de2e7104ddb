"""What every legal value carries: the days it holds, its source, its confidence, and the file it stands in.

Knows no law: the values themselves are those of `tables`.
"""

from datetime import date
from typing import Generic, NamedTuple, TypeVar

from thidua_cli.source import DATE, TEXT, Choice, Field

VERIFIED, ONE_SOURCE, INFERRED = "đã đối chiếu", "một nguồn", "suy ra"
CONFIDENCE = (VERIFIED, ONE_SOURCE, INFERRED)
"""From the firmest to the weakest; only the first may ever make a lỗi (law.md §7)."""

Key = tuple[str, ...]
"""The question a value answers inside its table: an award, an authority, a kind of paper."""

V = TypeVar("V")


class Dated(NamedTuple, Generic[V]):
    """A value of the law on the days it holds. With ``unknown`` set it is an explicit gap: for these
    days the answer is *chưa đủ căn cứ*, and ``unknown`` says why.

    ``file`` starts ``thidua:law/`` for our own data and ``law/`` for what an office added; ``row`` is
    the position in that file.
    """

    value: V
    valid_from: date
    valid_to: date | None
    confidence: str
    source: str
    unknown: str | None
    file: str
    row: int

    def holds_on(self, day: date) -> bool:
        """Whether this is an answer for that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def verified(self) -> bool:
        """Whether the value may make a lỗi."""
        return self.confidence == VERIFIED and self.unknown is None

    @property
    def of_office(self) -> bool:
        """Whether an office's own file gave the value."""
        return not self.file.startswith("thidua:")

    @property
    def cited(self) -> str:
        """The source as findings and tables name it, with its confidence and whose data it is."""
        whose = f", dữ liệu của văn phòng ({self.file})" if self.of_office else ""
        doubt = "" if self.confidence == VERIFIED else f" ({self.confidence})"
        return f"{self.source}{doubt}{whose}"


DATED_FIELDS = (
    Field("hieu_luc_tu", "valid_from", DATE, "hiệu lực từ ngày", need="value"),
    Field("hieu_luc_den", "valid_to", DATE, "hiệu lực đến hết ngày; null là chưa biết ngày cuối", need="key"),
    Field("do_tin_cay", "confidence", Choice(*CONFIDENCE), "độ tin cậy", need="value"),
    Field("nguon", "source", TEXT, "nguồn", need="value"),
    Field("chua_du_can_cu", "unknown", TEXT, "vì sao những ngày này chưa đủ căn cứ"),
)
