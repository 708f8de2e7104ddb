"""What an office has answered once and for all: what its own headings and spellings mean. Read in ``map_file``."""

from typing import NamedTuple

SKIP = "bỏ qua"


class Answers(NamedTuple):
    """What headings, units, awards and names in capitals mean, each by its folded spelling."""

    headings: dict[str, str]
    units: dict[str, str]
    awards: dict[str, str]
    names: dict[str, str]


NO_ANSWERS = Answers({}, {}, {}, {})
