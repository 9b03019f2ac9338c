"""Just Another Workout Timer: sets of exercises with a name and whole seconds, each set repeated a number of times.

Its ``lib/utils/workout.dart``, files of version 1 and 2: one workout, or a backup with several.
"""

import json
from collections.abc import Iterator
from typing import Annotated, Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Meta

from stretchcoach.neighbours.foreign import ForeignTable, Pause, Times, checked
from stretchcoach.neighbours.handing_out import whole_seconds
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track, label_of, named_only
from stretchcoach.words import handout_questions, timer_files

VERSION = 2
USUAL = 30.0
"""Seconds of an exercise for which the file has none."""


class JawtExercise(ForeignTable, frozen=True):
    """One length of time."""

    name: str | None
    duration: Pause | None


class JawtSet(ForeignTable, frozen=True):
    """Exercises in order."""

    exercises: list[JawtExercise] | None
    repetitions: Times | None


class JawtWorkout(ForeignTable, frozen=True):
    """A file."""

    title: str | None
    sets: Annotated[list[JawtSet], Meta(min_length=1)]


def recognises(value: object) -> bool:
    """Whether a file is one of this app, be there what mistake in it may."""
    return isinstance(value, dict) and ("sets" in value or "workouts" in value)


def tracks(value: Any, text: str) -> Iterator[Track]:
    """Its workouts."""
    several = "workouts" in value and "sets" not in value
    for index, each in enumerate(checked(value["workouts"], list, text, ("workouts",)) if several else [value]):
        workout = checked(each, JawtWorkout, text, ("workouts", index) if several else ())
        circuits = (
            Circuit(one.repetitions or 1, tuple(_intervals(one.exercises))) for one in workout.sets if one.exercises
        )
        yield Track(workout.title or timer_files.WORKOUT, tuple(circuits))


def _intervals(exercises: list[JawtExercise]) -> Iterator[Interval]:
    """What is null, the app reads as its own default."""
    return (
        named_only(each.name or handout_questions.EXERCISE, USUAL if each.duration is None else each.duration)
        for each in exercises
    )


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file, and what it cannot say; it gives ten seconds to get ready by itself."""
    circuits = list(track.circuits)
    if circuits and circuits[0].intervals[0].kind is IntervalKind.READY:
        rounds, intervals = circuits[0].rounds, circuits[0].intervals
        circuits[:1] = [Circuit(1, intervals[1:]), *([Circuit(rounds - 1, intervals)] if rounds > 1 else [])]
    lost = tuple(whole_seconds([interval for circuit in circuits for interval in circuit.intervals]))
    sets = [_set(circuit, f"{track.title}/{number}") for number, circuit in enumerate(circuits)]
    value = {"title": track.title, "sets": sets, "version": VERSION, "position": -1}
    return json.dumps(value, ensure_ascii=False), lost


def _set(circuit: Circuit, name: str) -> dict[str, Any]:
    exercises = [
        {"name": label_of(interval), "id": _id(f"{name}/{number}"), "duration": max(1, round(interval.seconds))}
        for number, interval in enumerate(circuit.intervals)
    ]
    return {"repetitions": circuit.rounds, "id": _id(name), "exercises": exercises}


def _id(name: str) -> str:
    """The same for the same place in the same routine, so that the same file comes out twice."""
    return str(uuid5(NAMESPACE_URL, f"stretchcoach:{name}"))
