"""Feeel: a workout with one length for all and others for some, its exercises named by their numbers.

Its ``lib/models/feeel_workout_json.dart``, ``full_workout.dart`` and the tables of ``database.dart``, version 300.
"""

import json
from collections.abc import Iterator
from typing import Any

from stretchcoach.core.messages import Side
from stretchcoach.machine.files import UnreadableError
from stretchcoach.neighbours import labels
from stretchcoach.neighbours.exercise_names import FEEEL, names, number_of
from stretchcoach.neighbours.foreign import ForeignTable, Pause, Seconds, checked
from stretchcoach.neighbours.handing_out import in_order
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track, named_only
from stretchcoach.words import timer_files

VERSION = 300
LIST_OF = "2023-02-17T20:00:00.000"
"""The exercise list of its latest version; it refuses files with a newer one."""
CUSTOM, STRETCHING = 1, 1


class FeeelExercise(ForeignTable, frozen=True, kw_only=True):
    """One exercise, and the break before it."""

    exercise: int
    orderPosition: int  # noqa: N815 - the app's own keys
    exerciseDuration: Seconds | None = None  # noqa: N815
    breakDuration: Pause | None = None  # noqa: N815


class FeeelWorkout(ForeignTable, frozen=True, kw_only=True):
    """What holds for all."""

    title: str
    exerciseDuration: Seconds  # noqa: N815
    breakDuration: Pause  # noqa: N815
    countdownDuration: Pause = 0  # noqa: N815


class FeeelFullWorkout(ForeignTable, frozen=True, kw_only=True):
    """Both."""

    workout: FeeelWorkout
    workoutExercises: list[FeeelExercise]  # noqa: N815


class FeeelFile(ForeignTable, frozen=True, kw_only=True):
    """A file."""

    fullWorkout: FeeelFullWorkout  # noqa: N815


def recognises(value: object) -> bool:
    """Whether a file is one of this app."""
    return isinstance(value, dict) and ("fullWorkout" in value or "feeelMetadataVersion" in value)


def tracks(value: Any, text: str) -> Iterator[Track]:
    """Its one workout."""
    full = checked(value, FeeelFile, text).fullWorkout
    workout, unknown = full.workout, []
    intervals = [Interval(IntervalKind.READY, workout.countdownDuration)]
    for place, each in enumerate(sorted(full.workoutExercises, key=lambda each: each.orderPosition)):
        pause = workout.breakDuration if each.breakDuration is None else each.breakDuration
        length = workout.exerciseDuration if each.exerciseDuration is None else each.exerciseDuration
        name = names().get(each.exercise, timer_files.exercise_by_number(each.exercise))
        unknown += [each.exercise] if each.exercise not in names() else []
        if place:
            intervals.append(Interval(IntervalKind.REST, pause))
        intervals.append(named_only(name, length))
    lost = [timer_files.NAMES_ONLY]
    if unknown:
        lost.append(timer_files.no_names(", ".join(map(str, dict.fromkeys(unknown)))))
    yield Track(workout.title, (Circuit(1, tuple(intervals)),), tuple(lost))


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file, and what it cannot say: above all every exercise that Feeel has not."""
    exercises: list[dict[str, Any]] = []
    missing: dict[str, None] = {}
    pause, sides_lost = 0.0, False
    for interval in in_order(track.circuits):
        if interval.kind is not IntervalKind.WORK:
            pause += interval.seconds
            continue
        number = number_of(interval.name, interval.side, FEEEL)
        if number is None:
            missing[interval.name] = None
            continue
        sides_lost = sides_lost or (interval.side is not Side.NONE and labels.parsed(names()[number]).side is Side.NONE)
        rest = round(pause) if exercises else 0
        length = max(1, round(interval.seconds))
        place = {"workoutId": 1, "orderPosition": len(exercises), "exercise": number}
        exercises.append({**place, "exerciseDuration": length, "breakDuration": rest})
        pause = 0.0
    if not exercises:
        raise UnreadableError(timer_files.NO_FEEEL_EXERCISE)
    lost = [timer_files.feeel_lacks(", ".join(missing))] if missing else []
    if sides_lost:
        lost.append(timer_files.NO_SIDES)
    if any(interval.reps for interval in in_order(track.circuits)):
        lost.append(timer_files.REPETITIONS_AS_LONG)
    return json.dumps(_file(track.title, exercises), ensure_ascii=False), tuple(lost)


def _file(title: str, exercises: list[dict[str, Any]]) -> dict[str, Any]:
    workout = {
        "id": 1,
        "type": CUSTOM,
        "title": title,
        "translationJson": None,
        "category": STRETCHING,
        "countdownDuration": 5,
        "exerciseDuration": 30,
        "breakDuration": 10,
        "cachedLastUse": None,
    }
    full = {"workout": workout, "workoutExercises": exercises}
    return {"feeelMetadataVersion": VERSION, "exerciseDbImport": LIST_OF, "fullWorkout": full}
