"""What a session can be started on, and how choosing a routine becomes one: the same for every front end."""

from dataclasses import dataclass
from typing import Protocol

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Routine

CRAMP_ID = "cramp_now"
"""The shipped routine that is the cramp itself."""


@dataclass(frozen=True, slots=True)
class CrampJob:
    """A cramp to be talked through."""

    side: Side = Side.NONE
    rehearse: bool = False


@dataclass(frozen=True, slots=True)
class RoutineJob:
    """A routine to be talked through."""

    routine: Routine
    pace: float = 1.0
    minutes: float | None = None
    """Fit it into so many minutes."""
    side: Side = Side.NONE
    cues: str = "full"
    begin: int = 0
    """The step of the plan to begin with."""


@dataclass(frozen=True, slots=True)
class AskJob:
    """The questions about what may have caused a cramp, by themselves."""

    waiting: bool = False
    """Go on with those that were put off."""


Job = CrampJob | RoutineJob | AskJob


class Usual(Protocol):
    """What the settings say of how routines are coached."""

    @property
    def pace(self) -> float: ...
    @property
    def cues(self) -> str: ...


def for_routine(
    routine: Routine,
    usual: Usual,
    *,
    pace: float | None = None,
    minutes: float | None = None,
    side: Side = Side.NONE,
    cues: str | None = None,
) -> RoutineJob:
    """A routine as asked for; what was not said comes from the settings."""
    return RoutineJob(routine, pace or usual.pace, minutes, side, cues or usual.cues)


def chosen(routine: Routine, usual: Usual) -> Job:
    """What choosing ``routine`` from a list starts; the cramp in the list is the cramp itself."""
    return CrampJob() if routine.id == CRAMP_ID else for_routine(routine, usual)
