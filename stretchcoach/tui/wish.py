"""How the person wants a routine today, as set on the card: minutes, pace, the side that begins, how much is said."""

from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.fitting import shortest
from stretchcoach.core.messages import Side
from stretchcoach.core.plan import PACES, CueLevel, Style
from stretchcoach.core.routine import Routine
from stretchcoach.program.jobs import CrampJob, Job, Usual, for_routine, job_for
from stretchcoach.words.wording import minutes as minutes_of

CUES = tuple(CueLevel)
SIDES = (Side.NONE, Side.LEFT, Side.RIGHT)
MOST = 60
"""Minutes that are offered at most."""


class Wish(Struct, frozen=True):
    """What was changed for today; the rest comes from the settings."""

    minutes: int | None = None
    pace: float | None = None
    side: Side = Side.NONE
    cues: CueLevel | None = None

    def job(self, routine: Routine, usual: Usual) -> Job:
        """What choosing ``routine`` starts now; minutes that it cannot keep to become the fewest it can."""
        job = job_for(routine, usual)
        if isinstance(job, CrampJob):
            return job
        minutes = None if self.minutes is None else max(self.minutes, fewest(routine))
        return for_routine(routine, usual, pace=self.pace, minutes=minutes, side=self.side, cues=self.cues)

    def longer(self, routine: Routine, seconds: float, by: int) -> "Wish":
        """A minute more or less than the ``seconds`` that it takes now."""
        now = self.minutes if self.minutes is not None else round(seconds / 60)
        return replace(self, minutes=min(MOST, max(fewest(routine), now + by)))

    def faster(self, usual: Usual, by: float) -> "Wish":
        """Another pace, between the least and the most."""
        return replace(self, pace=min(PACES[1], max(PACES[0], (self.pace or usual.pace) + by)))

    def other_side(self) -> "Wish":
        """The side that begins: as in the settings, left, right."""
        return replace(self, side=SIDES[(SIDES.index(self.side) + 1) % len(SIDES)])

    def other_cues(self, usual: Usual) -> "Wish":
        """The next level of what is said."""
        return replace(self, cues=CUES[(CUES.index(self.cues or usual.cues) + 1) % len(CUES)])

    def told(self, usual: Usual, seconds: float) -> tuple[str, str]:
        """All of it in two lines, each thing behind the keys that change it."""
        side = f"{self.side.value} first" if self.side is not Side.NONE else "usual side first"
        return (
            f"← → {minutes_of(seconds)} min   + - pace {self.pace or usual.pace:g}",
            f"s {side}   u cues {self.cues or usual.cues}",
        )


def fewest(routine: Routine) -> int:
    """The fewest whole minutes that a routine fits into."""
    return ceil(shortest(routine, Style()) / 60 - 0.01)
