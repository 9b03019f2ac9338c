"""The exercises that somebody has been doing, for a page with their figures."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from stretchcoach.core.routine import Stretch
from stretchcoach.core.stretch_words import dose, side_shown, stretches
from stretchcoach.diary.report.practised_routine import Exercise, Practised
from stretchcoach.words import program_lines
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.diary import Diary
    from stretchcoach.library import Shelf

MOST = 3
"""Routines on the page: those that were done most often."""


def practised(diary: "Diary", shelf: "Shelf", now: datetime, weeks: int) -> tuple[Practised, ...]:
    """The routines that were done to their end in the last ``weeks``, the most frequent first."""
    runs = diary.runs(since=(now - timedelta(weeks=weeks)).isoformat(timespec="seconds"))
    often = Counter(run.routine for run in runs if run.finished and run.routine in shelf.routines)
    return tuple(
        Practised(
            shelf.routines[routine].title,
            program_lines.done_in_the_last(counted(times, "time"), counted(weeks, "week")),
            tuple(map(exercise, stretches(shelf.routines[routine]))),
        )
        for routine, times in often.most_common(MOST)
    )


def exercise(stretch: Stretch) -> Exercise:
    """One stretch with its figure, shown on the side that is meant."""
    from stretchcoach.figure.pose import poses
    from stretchcoach.figure.svg import svg

    pose, side = poses().get(stretch.pose), side_shown(stretch)
    picture, told = (svg(pose, side), pose.describe(side)) if pose else ("", "")
    return Exercise(stretch.name, dose(stretch), picture, told)
