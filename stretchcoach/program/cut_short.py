"""A session whose program died: what it was, and what goes on with it."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.messages import Side
from stretchcoach.core.plan import Plan, resumed
from stretchcoach.core.record import BoutDone, RoutineBegan
from stretchcoach.program.jobs import CrampJob, Job, RoutineJob
from stretchcoach.settings import Settings
from stretchcoach.words import program_lines

if TYPE_CHECKING:
    from stretchcoach.core.routine import Routine
    from stretchcoach.diary import Unfinished

CRAMP_GOES_ON, ROUTINE_GOES_ON = 1800.0, 12 * 3600.0
"""Seconds after which an interrupted cramp, or routine, is not taken up again."""


class CutShort(Struct, frozen=True):
    """A session whose program died."""

    name: str
    when: str
    """ISO 8601: the last that is known of it."""
    job: Job | None
    """What goes on with it; None where that makes no sense any more."""


def cut_short(
    found: "Unfinished",
    routines: "Mapping[str, Routine]",
    lately: Sequence[RoutineJob],
    settings: Settings,
    plan: Callable[[RoutineJob], Plan],
) -> CutShort:
    """What an unfinished session was, for the person; ``lately``: a routine from a file is on no shelf."""
    age = time.time() - datetime.fromisoformat(found.last).timestamp()
    first = found.tale[0].fact
    if not isinstance(first, RoutineBegan):
        sides = {each.value: each for each in Side}
        side = sides.get(getattr(found.entry, "side", None) or "", Side.NONE)
        return CutShort(program_lines.THE_CRAMP, found.last, CrampJob(side) if 0 <= age <= CRAMP_GOES_ON else None)
    files = {job.routine.id: job for job in lately[:1] if job.file}
    here = files.get(first.routine)
    routine = here.routine if here else routines.get(first.routine)
    name = routine.title if routine else program_lines.A_ROUTINE
    if routine is None or not 0 <= age <= ROUTINE_GOES_ON:
        return CutShort(name, found.last, None)
    coach = settings.coach
    pace = first.pace if first.pace is not None and 0.5 <= first.pace <= 10 else coach.pace
    again = RoutineJob(routine, pace=pace, cues=coach.cues, file=here.file if here else "")
    done = [(told.fact.name, told.fact.side.value) for told in found.tale if isinstance(told.fact, BoutDone)]
    return CutShort(name, found.last, replace(again, begin=resumed(plan(again), done)))
