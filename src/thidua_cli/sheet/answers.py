"""What an office has answered once and for all: what its own headings and spellings mean. Read in ``map_file``."""

from typing import NamedTuple

from thidua_cli.viet.text import fold

SKIP = "bỏ qua"
ONE, TWO = "một người", "hai người"
"""What is answered of somebody in a list who has the name of one in the repository."""


class Answers(NamedTuple):
    """What headings, units, awards and names in capitals mean, each by its folded spelling; and of whom the
    repository has a namesake (``name, day of birth``), whether they are one."""

    headings: dict[str, str]
    units: dict[str, str]
    awards: dict[str, str]
    names: dict[str, str]
    namesakes: dict[str, str]

    def of_namesake(self, name: str, born: str) -> str | None:
        """Whether somebody so named, born then, is the one who is there: ``một người``, ``hai người``, or not said."""
        said = self.namesakes.get(fold(f"{name}, {born}" if born else name))
        return next((one for one in (ONE, TWO) if said and fold(said) == fold(one)), None)


NO_ANSWERS = Answers({}, {}, {}, {}, {})
