"""OpenHIIT: a list of timers, each with one length of work, one of rest, and the names of its exercises.

Its ``lib/core/models/timer_type.dart`` and ``interval_calculation.dart``; files of before 2025 have flat workouts.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Meta

from stretchcoach.neighbours.foreign import ForeignTable, Pause, Seconds, checked, wrong
from stretchcoach.neighbours.handing_out import in_order, whole_seconds
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track, label_of, named_only
from stretchcoach.neighbours.json_lines import Path
from stretchcoach.words import timer_files

MOST = 200
BLUE = 4280391411
BRIEF = 5
"""Seconds of a rest that is no more than the time to get into position."""
SOUNDS = {
    "workSound": "short-whistle",
    "restSound": "short-rest-beep",
    "halfwaySound": "short-halfway-beep",
    "endSound": "long-bell",
    "countdownSound": "countdown-beep",
    "breakSound": "horn",
}
"""What the app sets by itself."""
Number = Annotated[int, Meta(ge=0, le=MOST)]


class HiitTimes(ForeignTable, frozen=True, kw_only=True):
    """The lengths of a timer."""

    workTime: Seconds  # noqa: N815 - the app's own keys
    restTime: Pause = 0  # noqa: N815
    breakTime: Pause = 0  # noqa: N815
    warmupTime: Pause = 0  # noqa: N815
    cooldownTime: Pause = 0  # noqa: N815
    getReadyTime: Pause = 0  # noqa: N815
    restarts: Number = 0


class HiitTimer(ForeignTable, frozen=True, kw_only=True):
    """A timer."""

    name: str
    activeIntervals: Annotated[int, Meta(ge=1, le=MOST)]  # noqa: N815
    activities: list[str] | None = None
    timeSettings: HiitTimes  # noqa: N815


class HiitWorkout(ForeignTable, frozen=True, kw_only=True):
    """A timer of an old file."""

    title: str
    numExercises: Annotated[int, Meta(ge=1, le=MOST)]  # noqa: N815
    exercises: str = ""
    exerciseTime: Seconds  # noqa: N815
    restTime: Pause = 0  # noqa: N815
    breakTime: Pause = 0  # noqa: N815
    warmupTime: Pause = 0  # noqa: N815
    cooldownTime: Pause = 0  # noqa: N815
    getReadyTime: Pause = 0  # noqa: N815
    iterations: Number = 0


def recognises(value: object) -> bool:
    """Whether a file is one of this app."""
    keys = {"timeSettings", "activeIntervals", "exerciseTime", "numExercises"}
    every = value if isinstance(value, list) else [value]
    return any(isinstance(each, dict) and keys & each.keys() for each in every)


def tracks(value: Any, text: str) -> Iterator[Track]:
    """Its timers."""
    for index, each in enumerate(value if isinstance(value, list) else [value]):
        at = (index,) if isinstance(value, list) else ()
        old = isinstance(each, dict) and "exerciseTime" in each
        timer = _renewed(checked(each, HiitWorkout, text, at), text, at) if old else None
        yield _track(timer or checked(_unfolded(each), HiitTimer, text, at))


def _unfolded(each: Any) -> Any:
    """Times that stand as JSON in a text, as a few versions wrote them."""
    times = each.get("timeSettings") if isinstance(each, dict) else None
    if not isinstance(times, str):
        return each
    try:
        return {**each, "timeSettings": json.loads(times)}
    except (ValueError, RecursionError):
        return each


def _renewed(old: HiitWorkout, text: str, at: Path) -> HiitTimer:
    """An old workout as it is written today."""
    names: object = []
    if old.exercises:
        try:
            names = json.loads(old.exercises)
        except (ValueError, RecursionError):
            raise wrong(timer_files.NO_LIST_OF_NAMES, text, (*at, "exercises")) from None
    times = HiitTimes(
        workTime=old.exerciseTime,
        restTime=old.restTime,
        breakTime=old.breakTime,
        warmupTime=old.warmupTime,
        cooldownTime=old.cooldownTime,
        getReadyTime=old.getReadyTime,
        restarts=old.iterations,
    )
    activities = checked(names, list[str], text, (*at, "exercises"))
    return HiitTimer(name=old.title, activeIntervals=old.numExercises, activities=activities, timeSettings=times)


def _track(timer: HiitTimer) -> Track:
    times = timer.timeSettings
    names = [*(timer.activities or []), *([timer_files.WORK] * timer.activeIntervals)][: timer.activeIntervals]
    works = [named_only(name or timer_files.WORK, times.workTime) for name in names]
    rest = Interval(IntervalKind.REST if times.restTime > BRIEF else IntervalKind.READY, times.restTime)
    once = [interval for work in works for interval in (work, rest)][:-1]
    between = Interval(IntervalKind.REST, times.breakTime or times.restTime)
    circuits = [Circuit(1, tuple(_before(times))), Circuit(times.restarts, (*once, between))] if times.restarts else [
        Circuit(1, tuple(_before(times)))
    ]  # fmt: skip
    circuits.append(Circuit(1, tuple(once)))
    if times.cooldownTime:
        circuits.append(Circuit(1, (Interval(IntervalKind.WORK, times.cooldownTime, timer_files.COOL_DOWN),)))
    left = len(timer.activities or []) - timer.activeIntervals
    lost = (timer_files.names_left(timer.activeIntervals, left),) if left > 0 else ()
    return Track(
        timer.name,
        tuple(circuit for circuit in circuits if circuit.intervals),
        (*lost, timer_files.COLOUR_AND_SOUNDS),
    )


def _before(times: HiitTimes) -> Iterator[Interval]:
    if times.getReadyTime:
        yield Interval(IntervalKind.READY, times.getReadyTime)
    if times.warmupTime:
        yield Interval(IntervalKind.WORK, times.warmupTime, timer_files.WARM_UP)
        yield Interval(IntervalKind.REST, times.restTime)


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file: a timer for each run of exercises that are equally long and equally far apart."""
    lost = []
    runs = list(_runs(in_order(track.circuits)))
    if len(runs) > 1:
        lost.append(timer_files.several_timers(len(runs)))
    lost += whole_seconds([interval for run, _ in runs for interval in run])
    titles = [track.title] if len(runs) == 1 else [f"{track.title} {number}" for number in range(1, len(runs) + 1)]
    timers = [
        _timer(title, run, gap, index) for index, (title, (run, gap)) in enumerate(zip(titles, runs, strict=True))
    ]
    return json.dumps(timers, ensure_ascii=False), tuple(lost)


def _runs(intervals: Iterable[Interval]) -> Iterator[tuple[list[Interval], int]]:
    """Exercises in a row of one length with one rest between them, and that rest."""
    works: list[tuple[Interval, int]] = []
    gap = 0.0
    for interval in intervals:
        if interval.kind is IntervalKind.WORK:
            works.append((interval, round(gap)))
            gap = 0.0
        else:
            gap += interval.seconds
    run: list[Interval] = []
    rest: int | None = None
    for (interval, _), (following, after) in pairwise([*works, (Interval(IntervalKind.WORK, 0), 0)]):
        run.append(interval)
        if round(following.seconds) == round(interval.seconds) and rest in (None, after) and len(run) < MOST:
            rest = after
            continue
        yield run, rest or 0
        run, rest = [], None


def _timer(title: str, run: list[Interval], rest: int, index: int) -> dict[str, Any]:
    own = str(uuid5(NAMESPACE_URL, f"stretchcoach:{title}/{index}"))
    work = max(1, round(run[0].seconds))
    lengths = {"workTime": work, "restTime": rest, "breakTime": 0, "warmupTime": 0, "cooldownTime": 0}
    names = [label_of(interval) for interval in run]
    return {
        "id": own,
        "name": title,
        "timerIndex": index,
        "totalTime": 10 + work * len(run) + rest * (len(run) - 1),
        "intervals": 2 * len(run),
        "activeIntervals": len(run),
        "activities": names,
        "showMinutes": 0,
        "color": BLUE,
        "timeSettings": {"id": _of(own, "times"), "timerId": own, **lengths, "getReadyTime": 10, "restarts": 0},
        "soundSettings": {"id": _of(own, "sounds"), "timerId": own, **SOUNDS},
    }


def _of(own: str, what: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{own}/{what}"))
