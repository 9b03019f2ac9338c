"""TimeR Machine: timers of steps and groups of steps, in milliseconds, each step with what it does meanwhile.

Its ``data/.../datas`` and ``StepEntity.kt``, ``BehaviourEntity.kt``; ``.json`` and ``.tmd`` are the same.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from msgspec import Meta
from msgspec.structs import replace

from stretchcoach.machine.nearest import guess
from stretchcoach.neighbours.foreign import ForeignTable, Times, checked, wrong
from stretchcoach.neighbours.handing_out import in_order
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track, label_of, named_only, one_line
from stretchcoach.neighbours.json_lines import Path
from stretchcoach.words import timer_files

LONGEST = 3_600_000
MOST = 2000
"""Steps of a group, those of groups in it included."""
NEED = "halt"
_VARIABLE = re.compile(r"\{[^{}]*\}|\$\w+%?")
_DOES = {
    "MUSIC": "music",
    "VIBRATION": "vibration",
    "SCREEN": "screen",
    "HALT": NEED,
    "VOICE": "voice",
    "BEEP": "beeps",
    "HALF": timer_files.HALF_WAY_SIGNALS,
    "COUNT": "counting",
    "NOTIFICATION": "notifications",
    "FLASHLIGHT": "flashlight",
    "IMAGE": "pictures",
}
_OURS = frozenset({NEED, "voice", "beeps", timer_files.HALF_WAY_SIGNALS, "counting"})
"""What the coach does by itself."""


class StepBehaviour(ForeignTable, frozen=True):
    """What a step does."""

    type: str
    label: str = ""
    content: str = ""


class TimerStep(ForeignTable, frozen=True):
    """One length of time."""

    label: str
    length: Annotated[float, Meta(ge=0, le=LONGEST)]
    behaviour: list[StepBehaviour] = []


class StepGroup(ForeignTable, frozen=True):
    """Steps in order."""

    loop: Times
    steps: list[dict[str, Any]]
    name: str = ""


class StepTimer(ForeignTable, frozen=True):
    """A timer."""

    name: str
    loop: Times
    steps: Annotated[list[dict[str, Any]], Meta(min_length=1)]
    startStep: dict[str, Any] | None = None  # noqa: N815 - the app's own key
    endStep: dict[str, Any] | None = None  # noqa: N815


def recognises(value: object) -> bool:
    """Whether a file is one of this app."""
    return isinstance(value, dict) and "timers" in value


def tracks(value: Any, text: str) -> Iterator[Track]:
    """Its timers."""
    for index, each in enumerate(checked(value["timers"], list, text, ("timers",))):
        yield _Reader(text).track(checked(each, StepTimer, text, ("timers", index)), ("timers", index))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lost: dict[str, None] = {}

    def track(self, timer: StepTimer, at: Path) -> Track:
        circuits = self._blocks(timer.steps, (*at, "steps"))
        if timer.loop * sum(len(circuit.intervals) for circuit in circuits) > MOST and len(circuits) > 1:
            raise wrong(timer_files.too_many_steps(MOST), self._text, (*at, "loop"))
        if timer.loop > 1:
            circuits = (
                [Circuit(timer.loop, circuits[0].intervals)]
                if len(circuits) == 1 and circuits[0].rounds == 1
                else circuits * timer.loop
            )
        if timer.startStep:
            circuits = [Circuit(1, (self._interval(timer.startStep, (*at, "startStep")),)), *circuits]
        if timer.endStep:
            circuits.append(Circuit(1, (self._interval(timer.endStep, (*at, "endStep")),)))
        gone = [name for name in self._lost if name not in _OURS]
        lost: tuple[str, ...] = (timer_files.not_taken(", ".join(gone)),) if gone else ()
        if NEED in self._lost:
            lost += (timer_files.HALTS,)
        return Track(timer.name, tuple(circuits), lost)

    def _blocks(self, steps: list[dict[str, Any]], at: Path) -> list[Circuit]:
        found: list[Circuit] = []
        loose: list[Interval] = []
        for index, raw in enumerate(steps):
            place = (*at, index)
            if not _is_group(raw):
                loose.append(self._interval(raw, place))
                continue
            if loose:
                found.append(Circuit(1, tuple(loose)))
                loose = []
            group = checked(raw, StepGroup, self._text, place)
            intervals = tuple(islice(in_order(self._blocks(group.steps, (*place, "steps"))), MOST + 1))
            if len(intervals) > MOST:
                raise wrong(timer_files.too_many_steps(MOST), self._text, place)
            found.append(Circuit(group.loop, intervals, one_line(group.name)[:80]))
        return [*found, Circuit(1, tuple(loose))] if loose else found

    def _interval(self, raw: dict[str, Any], at: Path) -> Interval:
        step = checked(raw, TimerStep, self._text, at)
        said, waits = "", False
        for number, each in enumerate(step.behaviour):
            if each.type not in _DOES and (near := guess(each.type, _DOES)):
                message = timer_files.no_type(each.type[:40], near)
                raise wrong(message, self._text, (*at, "behaviour", number, "type"))
            self._lost[_DOES.get(each.type) or timer_files.type_unknown(one_line(each.type)[:40])] = None
            waits = waits or each.type == "HALT"
            if each.type == "VOICE":
                said = _plain(each.content or each.label).removeprefix(step.label).lstrip(".:, ") or said
        interval = named_only(step.label, step.length / 1000)
        if interval.kind is not IntervalKind.WORK and not waits:
            return interval
        return replace(interval, kind=IntervalKind.WORK, name=interval.name or step.label, waits=waits, say=said)


def _is_group(raw: dict[str, Any]) -> bool:
    return raw.get("step_type") == "group" or ("steps" in raw and "length" not in raw)


def _plain(text: str) -> str:
    """What is spoken, unless the app puts names and times into it."""
    return "" if _VARIABLE.search(text) else one_line(text)


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file, and what it cannot say."""
    steps: list[dict[str, Any]] = []
    for circuit in track.circuits:
        inner = [_step(interval) for interval in circuit.intervals]
        if circuit.rounds == 1 and not circuit.name:
            steps += inner
        else:
            steps.append(
                {
                    "step_type": "group",
                    "name": circuit.name or timer_files.ROUNDS,
                    "loop": circuit.rounds,
                    "steps": inner,
                }
            )
    timer = {"id": 1, "name": track.title, "loop": 1, "steps": steps, "more": {}, "folderId": 1}
    value = {"folders": [], "timers": [timer], "timerStamps": [], "schedulers": [], "prefs": {}}
    return json.dumps(value, ensure_ascii=False), ()


def _step(interval: Interval) -> dict[str, Any]:
    label = label_of(interval)
    does = [{"type": "VOICE", "label": "", "content": _saying(interval, label)}]
    if interval.waits:
        does.append({"type": "HALT"})
    elif interval.kind is IntervalKind.WORK and interval.seconds >= 20:
        does += [{"type": "HALF"}, {"type": "COUNT", "label": "3", "content": "1"}]
    work = interval.kind is IntervalKind.WORK
    length, kind = round(interval.seconds * 1000), "NORMAL" if work else "NOTIFIER"
    return {"step_type": "step", "label": label, "length": length, "behaviour": does, "type": kind}


def _saying(interval: Interval, label: str) -> str:
    name = re.sub(r"[{}$]", "", label)
    return f"{name}. {re.sub('[{}$]', '', interval.say)}" if interval.say else name
