"""What a lint sees: a campaign with its answers and the stage of each dossier, on a given day."""

from collections.abc import Callable, Container, Iterator
from datetime import date
from typing import NamedTuple

from thidua_cli.book import Book, Drive
from thidua_cli.diagnostic import Diagnostic
from thidua_cli.judge import Judgement
from thidua_cli.model.dossier import Dossier, Stage
from thidua_cli.model.nomination import Nomination


class Look(NamedTuple):
    """A campaign under inspection. ``stages`` are the dossiers' own, or at least *đã trình* in a
    final run, which judges every dossier as if it were being sent."""

    book: Book
    drive: Drive
    today: date
    judgements: dict[str, Judgement]
    stages: dict[str, Stage]

    def label(self, case: Nomination) -> str:
        """The nominee's name as people say it."""
        return self.book.nominee(case)

    def award(self, case: Nomination) -> str:
        """The award a case is proposed for, by its short name."""
        return self.drive.plan.award_name(case.award, case.concrete_award)

    def dossier(self, case: Nomination) -> Dossier | None:
        """The dossier that lists a case."""
        return self.drive.dossier_with(case.id)

    def files(self, room: str) -> frozenset[str]:
        """The ids of a room's record files, readable or not: a broken file is said once, at the file."""
        top = f"{self.drive.folder}/{room}/"
        return frozenset(path[len(top) : -5] for path in self.book.disk.below(top[:-1]) if path.endswith(".yaml"))

    def unread(self) -> list[str]:
        """The records that could not be read: whatever counts all of a campaign counts too few without them."""
        drive = self.drive
        rooms: tuple[tuple[str, Container[str]], ...] = (
            ("nominations", drive.nominations),
            ("meetings", drive.meetings),
            ("dossiers", drive.dossiers),
            ("duties", drive.duties),
            ("decisions", drive.decisions),
        )
        return [
            f"{drive.folder}/{room}/{id_}.yaml"
            for room, held in rooms
            for id_ in sorted(self.files(room))
            if id_ not in held
        ]

    def day_of_law(self, case: Nomination) -> date:
        """The day whose law holds for a case: that of its submission, else the last the campaign gives it."""
        dossier = self.dossier(case)
        period = self.drive.plan.period
        known = dossier.submitted_on if dossier else None
        return known or (date(case.year, 12, 31) if case.year else None) or (period and period.last_day) or self.today

    def due(self, dossier: Dossier | None, stage: Stage) -> str:
        """Empty once the stage is reached; before that, when the thing will be demanded."""
        reached = self.stages[dossier.id] if dossier is not None else Stage.PREPARING
        return "" if reached >= stage else stage.before

    def listed(self) -> Iterator[tuple[Dossier, int, Nomination]]:
        """Every case of every dossier that is not withdrawn, with its position there."""
        for dossier in self.drive.dossiers.values():
            if not dossier.withdrawn:
                for index, id_ in enumerate(dossier.cases):
                    case = self.drive.nominations.get(id_)
                    if case is not None:
                        yield dossier, index, case


Rule = Callable[[Look], Iterator[Diagnostic]]
BookRule = Callable[[Book], Iterator[Diagnostic]]
"""A rule about the repository, or about campaigns beside each other: run once, not once a campaign."""
