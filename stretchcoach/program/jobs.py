"""What a session can be started on, and how choosing a routine becomes one: the same for every front end."""

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.core.plan import PACES, CueLevel
from stretchcoach.core.routine import Routine

CRAMP_ID = "cramp_now"
"""The shipped routine that is the cramp itself."""


class CrampJob(Struct, frozen=True):
    """A cramp to be talked through."""

    side: Side = Side.NONE
    rehearse: bool = False


class RoutineJob(Struct, frozen=True):
    """A routine to be talked through."""

    routine: Routine
    pace: float = 1.0
    minutes: float | None = None
    """Shorten it to this many minutes."""
    side: Side = Side.NONE
    cues: CueLevel = CueLevel.FULL
    begin: int = 0
    """The step of the plan to begin with."""
    file: str = ""
    """Where it was read from, if that is a file outside the folders of routines."""


class AskJob(Struct, frozen=True):
    """The questions about what may have caused a cramp, by themselves."""

    waiting: bool = False
    """Go on with those that were put off."""


Job = CrampJob | RoutineJob | AskJob


def as_facts(job: RoutineJob) -> dict[str, object]:
    """The job as plain values, for keeping; the step it begins with is not kept."""
    return {
        "routine": job.routine.id,
        "pace": job.pace,
        "minutes": job.minutes,
        "side": job.side.value,
        "cues": job.cues.value,
        **({"file": job.file} if job.file else {}),
    }


def from_facts(facts: Mapping[str, Any], routine: Routine | None) -> RoutineJob | None:
    """The job that was kept; None where its routine is gone or a value means nothing any more."""
    try:
        side, cues = Side(facts["side"]), CueLevel(facts["cues"])
    except ValueError:
        return None
    if routine is None:
        return None
    return RoutineJob(
        routine, min(PACES[1], max(PACES[0], facts["pace"])), facts["minutes"], side, cues, file=facts.get("file", "")
    )


class Usual(Protocol):
    """What the settings say of how routines are coached."""

    @property
    def pace(self) -> float: ...
    @property
    def cues(self) -> CueLevel: ...


def for_routine(
    routine: Routine,
    usual: Usual,
    *,
    pace: float | None = None,
    minutes: float | None = None,
    side: Side = Side.NONE,
    cues: CueLevel | None = None,
) -> RoutineJob:
    """A routine as asked for; what was not said comes from the settings."""
    return RoutineJob(routine, pace or usual.pace, minutes, side, cues or usual.cues)


def job_for(routine: Routine, usual: Usual) -> Job:
    """What choosing ``routine`` from a list starts; the cramp in the list is the cramp itself."""
    return CrampJob() if routine.id == CRAMP_ID else for_routine(routine, usual)
