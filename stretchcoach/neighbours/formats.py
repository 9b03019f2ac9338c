"""Whose file it is, by what is in it, and the routines that come of it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from stretchcoach.core.routine import Routine
from stretchcoach.machine.files import UnreadableError, json_value
from stretchcoach.machine.nearest import closest
from stretchcoach.neighbours import feeel, jawt, openhiit, timer_machine, wger
from stretchcoach.neighbours.handing_out import track_of
from stretchcoach.neighbours.intervals import Taken, Track, taken_of
from stretchcoach.words import timer_files
from stretchcoach.words.wording import listed

MOST = 100
"""Workouts of one file."""
MOST_STEPS = 5000
"""Steps of all of them as they are written."""


class Format(Struct, frozen=True):
    """A kind of file."""

    app: str
    """Whose it is."""
    ending: str
    recognises: Callable[[object], bool]
    tracks: Callable[[Any, str], Iterator[Track]]
    written: Callable[[Track], tuple[str, tuple[str, ...]]]
    says: bool = False
    """It can speak a text of its own."""

    def handed_out(self, routine: Routine) -> tuple[str, tuple[str, ...]]:
        """The file of a routine, and what it does not say."""
        track = track_of(routine)
        text, lost = self.written(track)
        return text, (*(() if self.says else (timer_files.NAMES_SPOKEN_THERE,)), *track.lost, *lost)


FORMATS: Mapping[str, Format] = MappingProxyType({
    "jawt": Format(timer_files.JAWT, "json", jawt.recognises, jawt.tracks, jawt.written),
    "timer-machine": Format(
        "TimeR Machine", "json", timer_machine.recognises, timer_machine.tracks, timer_machine.written, says=True
    ),
    "openhiit": Format("OpenHIIT", "json", openhiit.recognises, openhiit.tracks, openhiit.written),
    "feeel": Format("Feeel", "feeel", feeel.recognises, feeel.tracks, feeel.written),
    "wger": Format("wger", "json", wger.recognises, wger.tracks, wger.written),
})  # fmt: skip
_MARKS = ("sets", "workouts", "timers", "fullWorkout", "days", "slots", "timeSettings", "activeIntervals")


def taken(text: str) -> tuple[Format, tuple[Taken, ...]]:
    """The app whose file it is, and every workout in it; an ``UnreadableError`` says what is wrong with it."""
    value = _whole(json_value(text))
    format_ = next((each for each in FORMATS.values() if each.recognises(value)), None)
    if format_ is None:
        raise UnreadableError(_unknown(value))
    found = tuple(
        track for track in format_.tracks(value, text) if any(circuit.intervals for circuit in track.circuits)
    )
    if not found:
        raise UnreadableError(timer_files.no_timed_exercise(format_.app))
    if len(found) > MOST:
        raise UnreadableError(timer_files.too_many_workouts(len(found), MOST))
    if sum(len(circuit.intervals) for track in found for circuit in track.circuits) > MOST_STEPS:
        raise UnreadableError(timer_files.too_many_steps(MOST_STEPS))
    return format_, tuple(map(taken_of, found))


def _whole(value: Any) -> Any:
    """The value with a sign in the place of each half letter, half an emoji, which no file can hold."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return {_whole(key): _whole(each) for key, each in value.items()} if isinstance(value, dict) else value


def _unknown(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    keys = [str(key) for key in first] if isinstance(first, dict) else []
    near = next(((key, mark) for key in keys if (mark := closest(key, _MARKS, 0.75))), None)
    hint = timer_files.it_says(near[0][:40], near[1]) if near else ""
    apps = listed([each.app for each in FORMATS.values()], "or")
    return timer_files.no_file_of(apps, hint)
