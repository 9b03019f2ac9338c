"""TimeR Machine: timers of steps and groups of steps, in milliseconds, each step with what it does meanwhile.

Its ``data/.../datas`` and ``StepEntity.kt``, ``BehaviourEntity.kt``; ``.json`` and ``.tmd`` are the same.
"""

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any

from msgspec import Meta

from stretchcoach.neighbours.foreign import Record, Times, checked, guess, wrong
from stretchcoach.neighbours.json_lines import Path
from stretchcoach.neighbours.spans import Block, Span, SpanKind, Track, called, label_of, tidy

LONGEST = 3_600_000
NEED = "halt"
_VARIABLE = re.compile(r"\{[^{}]*\}|\$\w+%?")
_DOES = {
    "MUSIC": "music",
    "VIBRATION": "vibration",
    "SCREEN": "screen",
    "HALT": NEED,
    "VOICE": "voice",
    "BEEP": "beeps",
    "HALF": "half-way signals",
    "COUNT": "counting",
    "NOTIFICATION": "notifications",
    "FLASHLIGHT": "flashlight",
    "IMAGE": "pictures",
}
_OURS = frozenset({NEED, "voice", "beeps", "half-way signals", "counting"})
"""What the coach does by itself."""


class Behaviour(Record, frozen=True):
    """What a step does."""

    type: str
    label: str = ""
    content: str = ""


class Step(Record, frozen=True):
    """One length of time."""

    label: str
    length: Annotated[float, Meta(ge=1, le=LONGEST)]
    behaviour: list[Behaviour] = []


class Group(Record, frozen=True):
    """Steps in order."""

    loop: Times
    steps: list[dict[str, Any]]
    name: str = ""


class Timer(Record, frozen=True):
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
        yield _Reader(text).track(checked(each, Timer, text, ("timers", index)), ("timers", index))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lost: dict[str, None] = {}

    def track(self, timer: Timer, at: Path) -> Track:
        blocks = self._blocks(timer.steps, (*at, "steps"))
        if timer.loop > 1:
            blocks = (
                [Block(timer.loop, blocks[0].spans)]
                if len(blocks) == 1 and blocks[0].rounds == 1
                else blocks * timer.loop
            )
        if timer.startStep:
            blocks = [Block(1, (self._span(timer.startStep, (*at, "startStep")),)), *blocks]
        if timer.endStep:
            blocks.append(Block(1, (self._span(timer.endStep, (*at, "endStep")),)))
        gone = [name for name in self._lost if name not in _OURS]
        lost: tuple[str, ...] = (f"Not taken: {', '.join(gone)}.",) if gone else ()
        if NEED in self._lost:
            lost += ("A step that halts goes on when you say so, or by itself after its time.",)
        return Track(timer.name, tuple(blocks), lost)

    def _blocks(self, steps: list[dict[str, Any]], at: Path) -> list[Block]:
        found: list[Block] = []
        loose: list[Span] = []
        for index, raw in enumerate(steps):
            place = (*at, index)
            if not _is_group(raw):
                loose.append(self._span(raw, place))
                continue
            if loose:
                found.append(Block(1, tuple(loose)))
                loose = []
            group = checked(raw, Group, self._text, place)
            if any(map(_is_group, group.steps)):
                raise wrong("is a group in a group, which the app does not have either", self._text, place)
            spans = tuple(self._span(each, (*place, "steps", inner)) for inner, each in enumerate(group.steps))
            found.append(Block(group.loop, spans, tidy(group.name)[:80]))
        return [*found, Block(1, tuple(loose))] if loose else found

    def _span(self, raw: dict[str, Any], at: Path) -> Span:
        step = checked(raw, Step, self._text, at)
        said, waits = "", False
        for number, each in enumerate(step.behaviour):
            if each.type not in _DOES:
                message = f"there is no '{each.type[:40]}'{guess(each.type, _DOES)}"
                raise wrong(message, self._text, (*at, "behaviour", number, "type"))
            self._lost[_DOES[each.type]] = None
            waits = waits or each.type == "HALT"
            if each.type == "VOICE":
                said = _plain(each.content or each.label).removeprefix(step.label).lstrip(".:, ") or said
        span = called(step.label, step.length / 1000)
        if span.kind is not SpanKind.WORK and not waits:
            return span
        name = span.name or step.label
        return Span(SpanKind.WORK, span.seconds, name, span.side, span.reps, span.held, span.still, waits, said)


def _is_group(raw: dict[str, Any]) -> bool:
    return raw.get("step_type") == "group" or ("steps" in raw and "length" not in raw)


def _plain(text: str) -> str:
    """What is spoken, unless the app puts names and times into it."""
    return "" if _VARIABLE.search(text) else tidy(text)


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """The file, and what it cannot say."""
    steps: list[dict[str, Any]] = []
    for block in track.blocks:
        inner = [_step(span) for span in block.spans]
        if block.rounds == 1 and not block.name:
            steps += inner
        else:
            steps.append({"step_type": "group", "name": block.name or "Rounds", "loop": block.rounds, "steps": inner})
    timer = {"id": 1, "name": track.title, "loop": 1, "steps": steps, "more": {}, "folderId": 1}
    value = {"folders": [], "timers": [timer], "timerStamps": [], "schedulers": [], "prefs": {}}
    return json.dumps(value, ensure_ascii=False), ()


def _step(span: Span) -> dict[str, Any]:
    label = label_of(span)
    does = [{"type": "VOICE", "label": "", "content": _saying(span, label)}]
    if span.waits:
        does.append({"type": "HALT"})
    elif span.kind is SpanKind.WORK and span.seconds >= 20:
        does += [{"type": "HALF"}, {"type": "COUNT", "label": "3", "content": "1"}]
    work = span.kind is SpanKind.WORK
    length, kind = round(span.seconds * 1000), "NORMAL" if work else "NOTIFIER"
    return {"step_type": "step", "label": label, "length": length, "behaviour": does, "type": kind}


def _saying(span: Span, label: str) -> str:
    name = re.sub(r"[{}$]", "", label)
    return f"{name}. {re.sub('[{}$]', '', span.say)}" if span.say else name
