"""wger: the routine that its API gives, ``/api/v2/routine/ID/structure/`` or one of its date sequences, day by day.

Its ``wger/manager/api/serializers.py``; a number of repetitions may be one of seconds or minutes.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite
from typing import Annotated, Any

from msgspec import Meta

from stretchcoach.core.messages import Side
from stretchcoach.machine.files import UnreadableError
from stretchcoach.neighbours import labels
from stretchcoach.neighbours.exercise_names import WGER, names, number_of
from stretchcoach.neighbours.foreign import LONGEST, Record, checked, wrong
from stretchcoach.neighbours.json_lines import Path
from stretchcoach.neighbours.spans import Block, Span, SpanKind, Track

REPS, SECONDS, MINUTES = 1, 3, 4
_UNITS = {2: "until failure", 5: "miles", 6: "kilometres", 7: "as many as possible", 8: "metres"}
TEMPO = 2.0
MOST = 20
Number = float | str
"""wger writes decimals as texts."""


class Config(Record, frozen=True):
    """The value from an iteration on."""

    value: Number
    iteration: int = 1


class Entry(Record, frozen=True):
    """An exercise of the structure."""

    exercise: int
    repetition_unit: int | None = REPS
    comment: str = ""
    type: str = "normal"
    repetitions_configs: list[Config] = []
    set_nr_configs: list[Config] = []
    rest_configs: list[Config] = []
    weight_configs: list[Config] = []


class Set(Record, frozen=True):
    """An exercise of a date sequence."""

    exercise: int
    sets: Number | None = 1
    repetitions: Number | None = None
    repetitions_unit: int | None = REPS
    rest: Number | None = None
    weight: Number | None = None
    comment: str = ""
    type: str = "normal"


class Slot(Record, frozen=True):
    """Exercises that take turns."""

    entries: list[Entry] = []
    sets: list[Set] = []


class Day(Record, frozen=True):
    """A day of the structure."""

    slots: list[Slot]
    name: str = ""
    is_rest: bool = False


class Named(Record, frozen=True):
    """The day of a date sequence."""

    name: str = ""
    id: int | None = None


class Dated(Record, frozen=True):
    """A date of a sequence."""

    slots: list[Slot]
    day: Named | None = None


class Routine(Record, frozen=True):
    """The structure."""

    days: Annotated[list[Day], Meta(min_length=1)]
    name: str = ""


def recognises(value: object) -> bool:
    """Whether a file is one of this app."""
    if isinstance(value, list):
        return any(isinstance(each, dict) and "slots" in each for each in value)
    return isinstance(value, dict) and "days" in value


def tracks(value: Any, text: str) -> Iterator[Track]:
    """A workout for each day."""
    reader = _Reader(text)
    if isinstance(value, list):
        yield from reader.dated(checked(value, list[Dated], text))
        return
    routine = checked(value, Routine, text)
    single = sum(bool(day.slots) for day in routine.days) == 1
    for index, day in enumerate(routine.days):
        title = (routine.name if single else "") or " ".join(
            filter(None, (routine.name, day.name or f"day {index + 1}"))
        )
        if day.slots and not day.is_rest:
            yield reader.track(title, day.slots, ("days", index, "slots"))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lost: dict[str, None] = {}

    def dated(self, dates: list[Dated]) -> Iterator[Track]:
        """Each day once, though it comes back week after week."""
        seen: set[object] = set()
        for index, date in enumerate(dates):
            key = date.day.id if date.day and date.day.id is not None else index
            if date.slots and key not in seen:
                seen.add(key)
                name = (date.day.name if date.day else "") or f"Day {len(seen)}"
                yield self.track(name, date.slots, (index, "slots"))

    def track(self, title: str, slots: list[Slot], at: Path) -> Track:
        self._lost = {}
        blocks = [block for index, slot in enumerate(slots) for block in self._slot(slot, (*at, index))]
        if blocks and blocks[-1].rounds == 1 and blocks[-1].spans[-1].kind is SpanKind.REST:
            blocks[-1] = replace(blocks[-1], spans=blocks[-1].spans[:-1])
        lost = [*self._lost, "Its instructions and pictures are not in the file, so only names are spoken."]
        return Track(title, tuple(blocks), tuple(lost))

    def _slot(self, slot: Slot, at: Path) -> Iterator[Block]:
        """Exercises that take turns: round by round, as long as each has sets left."""
        done = [self._entry(each, (*at, "entries", index)) for index, each in enumerate(slot.entries)]
        done += [self._set(each, (*at, "sets", index)) for index, each in enumerate(slot.sets)]
        turns = [(list(spans), sets) for spans, sets in done if spans]
        while turns:
            rounds = min(sets for _, sets in turns)
            yield Block(rounds if len(turns) > 1 else 1, tuple(
                span for spans, _ in turns for _ in range(1 if len(turns) > 1 else rounds) for span in spans
            ))  # fmt: skip
            turns = [(spans, sets - rounds) for spans, sets in turns if sets > rounds]

    def _entry(self, each: Entry, at: Path) -> tuple[list[Span], int]:
        amount = self._value(each.repetitions_configs, (*at, "repetitions_configs"))
        rest = self._value(each.rest_configs, (*at, "rest_configs")) or 0.0
        sets = self._value(each.set_nr_configs, (*at, "set_nr_configs")) or 1.0
        if len(each.repetitions_configs) > 1:
            self._lost["What changes from week to week is taken as it begins."] = None
        unit = REPS if each.repetition_unit is None else each.repetition_unit
        return self._spans(each, unit, amount, rest, bool(each.weight_configs), at), self._sets(sets, at)

    def _set(self, each: Set, at: Path) -> tuple[list[Span], int]:
        amount, rest, sets = (
            None if value is None else self._number(value, (*at, key))
            for key, value in (("repetitions", each.repetitions), ("rest", each.rest), ("sets", each.sets))
        )
        unit = REPS if each.repetitions_unit is None else each.repetitions_unit
        return self._spans(each, unit, amount, rest or 0.0, each.weight is not None, at), self._sets(sets or 1.0, at)

    def _spans(
        self, each: Entry | Set, unit: int, amount: float | None, rest: float, weight: bool, at: Path
    ) -> list[Span]:
        name = names().get(each.exercise, "")
        if not name:
            name = f"Exercise {each.exercise}"
            self._lost[f"No name is known for exercise {each.exercise}."] = None
        if weight:
            self._lost["Not taken: weights and repetitions in reserve."] = None
        if amount is None or unit in _UNITS or unit not in (REPS, SECONDS, MINUTES):
            why = "without a number" if amount is None else _UNITS.get(unit, f"unit {unit}")
            self._lost[f"Left out, as it has no time: {name} ({why})."] = None
            return []
        label = labels.read(f"{name}, {each.comment}") if each.comment.lower() in _SIDED else labels.read(name)
        length = amount * {REPS: TEMPO, SECONDS: 1.0, MINUTES: 60.0}[unit]
        reps = int(amount) if unit == REPS else 0
        if not 1 <= length <= LONGEST or (unit == REPS and (amount != reps or not 1 <= reps <= 200)):
            raise wrong(f"{amount:,g} cannot be right for {name}", self._text, at)
        if not 0 <= rest <= LONGEST:
            raise wrong(f"a rest of {rest:,g} seconds cannot be right", self._text, at)
        if reps:
            self._lost[f"wger gives no speed: a repetition takes {TEMPO:g} seconds."] = None
        still = not reps and (each.type == "iso" or labels.still(label.name))
        spans = [Span(SpanKind.WORK, length, label.name, label.side, reps, 0.0, still)]
        return [*spans, Span(SpanKind.REST, rest)] if rest else spans

    def _value(self, configs: list[Config], at: Path) -> float | None:
        """What holds in the first week."""
        if not configs:
            return None
        index = min(range(len(configs)), key=lambda place: configs[place].iteration)
        return self._number(configs[index].value, (*at, index, "value"))

    def _number(self, value: Number, at: Path) -> float:
        try:
            number = float(value)
        except (ValueError, OverflowError):
            number = float("nan")
        if not isfinite(number):
            raise wrong(f"must be a number, and is '{str(value)[:30]}'", self._text, at)
        return number

    def _sets(self, sets: float, at: Path) -> int:
        if sets != int(sets) or not 1 <= sets <= MOST:
            raise wrong(f"{sets:,g} sets cannot be right", self._text, at)
        return int(sets)


_SIDED = {"left leg": Side.LEFT, "right leg": Side.RIGHT}
"""Comments that say the side, as ``written`` puts them there."""


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """What the API would give, for a script that sends it: wger itself takes no files."""
    missing: dict[str, None] = {}
    slots: list[dict[str, Any]] = []
    for block in track.blocks:
        entries = list(_entries(block.spans, missing))
        if block.rounds == 1:
            slots += [_slot(len(slots) + number, [each]) for number, each in enumerate(entries, 1)]
        elif entries:
            for each in entries:
                each["set_nr_configs"] = [_config(block.rounds)]
            slots.append(_slot(len(slots) + 1, entries))
    if not slots:
        raise UnreadableError("holds no exercise that wger has under the same name")
    day = {"id": 1, "routine": 1, "order": 1, "name": track.title[:20], "description": "", "is_rest": False}
    days = [{**day, "need_logs_to_advance": False, "type": "custom", "config": None, "slots": slots}]
    value = {"id": 1, "name": track.title[:25], "description": "", "fit_in_week": False, "days": days}
    lost = ["wger takes no files: this is what its API gives, for a script that sends it."]
    if missing:
        lost.append(f"Left out, as wger does not have them by that name: {', '.join(missing)}.")
    if any(span.held for block in track.blocks for span in block.spans):
        lost.append("The holds in repetitions are not said.")
    if len(track.title) > 25:
        lost.append("A name has 25 letters there at most.")
    return json.dumps(value, ensure_ascii=False, indent=1), tuple(lost)


def _entries(spans: Iterable[Span], missing: dict[str, None]) -> Iterator[dict[str, Any]]:
    entry: dict[str, Any] | None = None
    for span in spans:
        if span.kind is SpanKind.REST and entry:
            entry["rest_configs"] = [_config(round(span.seconds))]
        if span.kind is not SpanKind.WORK:
            continue
        if entry:
            yield entry
        number = number_of(span.name, span.side, WGER)
        entry = None if number is None else _exercise(span, number)
        if number is None:
            missing[span.name] = None
    if entry:
        yield entry


def _exercise(span: Span, number: int) -> dict[str, Any]:
    own = labels.read(names()[number]).side
    side = "" if own is span.side else {Side.LEFT: "left leg", Side.RIGHT: "right leg"}.get(span.side, "")
    return {
        "exercise": number,
        "order": 1,
        "comment": side,
        "type": "iso" if span.still else "normal",
        "class_name": None,
        "config": None,
        "repetition_unit": REPS if span.reps else SECONDS,
        "repetition_rounding": None,
        "repetitions_configs": [_config(span.reps or round(span.seconds))],
        "weight_unit": 1,
        "weight_rounding": None,
        "weight_configs": [],
        "set_nr_configs": [_config(1)],
        "rest_configs": [],
    }


def _slot(order: int, entries: list[dict[str, Any]]) -> dict[str, Any]:
    each = [{"id": order, "slot": order, **entry, "order": number} for number, entry in enumerate(entries, 1)]
    return {"id": order, "day": 1, "order": order, "comment": "", "entries": each, "config": None}


def _config(value: float) -> dict[str, Any]:
    change = {"operation": "r", "step": "na", "repeat": False, "requirements": None}
    return {"iteration": 1, "value": f"{value:.2f}", **change}
