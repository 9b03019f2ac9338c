"""Just Another Workout Timer: sets of exercises with a name and whole seconds, each set so many times over.

Its ``lib/utils/workout.dart``, files of version 1 and 2: one workout, or a backup with several.
"""

import json
from collections.abc import Iterator
from typing import Annotated, Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Meta

from stretchcoach.neighbours.foreign import Record, Seconds, Times, checked
from stretchcoach.neighbours.spans import Block, Span, SpanKind, Track, called, label_of

VERSION = 2


class Exercise(Record, frozen=True):
    """One length of time."""

    name: str
    duration: Seconds


class Set(Record, frozen=True):
    """Exercises in order."""

    exercises: list[Exercise]
    repetitions: Times


class Workout(Record, frozen=True):
    """A file."""

    title: str
    sets: Annotated[list[Set], Meta(min_length=1)]


def recognises(value: object) -> bool:
    """Whether a file is one of this app, be there what mistake in it may."""
    return isinstance(value, dict) and ("sets" in value or "workouts" in value)


def tracks(value: Any, text: str) -> Iterator[Track]:
    """Its workouts."""
    several = "workouts" in value and "sets" not in value
    for index, each in enumerate(checked(value["workouts"], list, text, ("workouts",)) if several else [value]):
        workout = checked(each, Workout, text, ("workouts", index) if several else ())
        blocks = (Block(one.repetitions, tuple(_spans(one))) for one in workout.sets if one.exercises)
        yield Track(workout.title, tuple(blocks))


def _spans(one: Set) -> Iterator[Span]:
    return (called(each.name, each.duration) for each in one.exercises)


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file, and what it cannot say; it gives ten seconds to get ready by itself."""
    lost = []
    blocks = list(track.blocks)
    if blocks and blocks[0].spans[0].kind is SpanKind.READY:
        first = Block(blocks[0].rounds, blocks[0].spans[1:])
        again = Block(blocks[0].rounds - 1, blocks[0].spans)
        blocks[:1] = [Block(1, first.spans), *([again] if again.rounds else [])]
    spans = [span for block in blocks for span in block.spans]
    if any(span.seconds != round(span.seconds) for span in spans):
        lost.append("It counts whole seconds, so fractions are rounded.")
    if any(span.waits for span in spans):
        lost.append("It does not wait for anybody: those steps go on by themselves.")
    sets = [_set(block, f"{track.title}/{number}") for number, block in enumerate(blocks)]
    value = {"title": track.title, "sets": sets, "version": VERSION, "position": -1}
    return json.dumps(value, ensure_ascii=False), tuple(lost)


def _set(block: Block, name: str) -> dict[str, Any]:
    exercises = [
        {"name": label_of(span), "id": _id(f"{name}/{number}"), "duration": max(1, round(span.seconds))}
        for number, span in enumerate(block.spans)
    ]
    return {"repetitions": block.rounds, "id": _id(name), "exercises": exercises}


def _id(name: str) -> str:
    """The same for the same place in the same routine, so that the same file comes out twice."""
    return str(uuid5(NAMESPACE_URL, f"stretchcoach:{name}"))
