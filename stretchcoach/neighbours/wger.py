"""wger: the routine that its API gives, ``/api/v2/routine/ID/structure/`` or one of its date sequences, day by day.

Its ``wger/manager/api/serializers.py``; a number of repetitions may be one of seconds or minutes.
"""

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Annotated, Any

from msgspec import Meta
from msgspec.structs import replace

from stretchcoach.core.messages import Side
from stretchcoach.machine.files import UnreadableError
from stretchcoach.neighbours import labels
from stretchcoach.neighbours.exercise_names import WGER, names, number_of
from stretchcoach.neighbours.foreign import LONGEST, ForeignTable, checked, wrong
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track
from stretchcoach.neighbours.json_lines import Path
from stretchcoach.words import timer_files

REPS, SECONDS, MINUTES = 1, 3, 4
_UNITS = {2: "until failure", 5: "miles", 6: "kilometres", 7: "as many as possible", 8: "metres"}
TEMPO = 2.0
MOST = 20
Number = float | str
"""wger writes decimals as texts."""


class WgerConfig(ForeignTable, frozen=True):
    """The value from an iteration on."""

    value: Number
    iteration: int = 1


class WgerEntry(ForeignTable, frozen=True):
    """An exercise of the structure."""

    exercise: int
    repetition_unit: int | None = REPS
    comment: str | None = ""
    type: str = "normal"
    repetitions_configs: list[WgerConfig] = []
    set_nr_configs: list[WgerConfig] = []
    rest_configs: list[WgerConfig] = []
    weight_configs: list[WgerConfig] = []


class WgerSet(ForeignTable, frozen=True):
    """An exercise of a date sequence."""

    exercise: int
    sets: Number | None = 1
    repetitions: Number | None = None
    repetitions_unit: int | None = REPS
    rest: Number | None = None
    weight: Number | None = None
    comment: str | None = ""
    type: str = "normal"


class WgerSlot(ForeignTable, frozen=True):
    """Exercises that take turns."""

    entries: list[WgerEntry] = []
    sets: list[WgerSet] = []


class WgerDay(ForeignTable, frozen=True):
    """A day of the structure."""

    slots: list[WgerSlot]
    name: str = ""
    is_rest: bool = False


class WgerNamed(ForeignTable, frozen=True):
    """The day of a date sequence."""

    name: str = ""
    id: int | None = None


class WgerDated(ForeignTable, frozen=True):
    """A date of a sequence."""

    slots: list[WgerSlot]
    day: WgerNamed | None = None


class WgerRoutine(ForeignTable, frozen=True):
    """The structure."""

    days: Annotated[list[WgerDay], Meta(min_length=1)]
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
        yield from reader.dated(checked(value, list[WgerDated], text))
        return
    routine = checked(value, WgerRoutine, text)
    single = sum(bool(day.slots) for day in routine.days) == 1
    for index, day in enumerate(routine.days):
        title = (routine.name if single else "") or " ".join(
            filter(None, (routine.name, day.name or timer_files.day_small(index + 1)))
        )
        if day.slots and not day.is_rest:
            yield reader.track(title, day.slots, ("days", index, "slots"))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lost: dict[str, None] = {}

    def dated(self, dates: list[WgerDated]) -> Iterator[Track]:
        """Each day once, though it comes back week after week."""
        seen: set[object] = set()
        for index, date in enumerate(dates):
            key = date.day.id if date.day and date.day.id is not None else index
            if date.slots and key not in seen:
                seen.add(key)
                name = (date.day.name if date.day else "") or timer_files.day_named(len(seen))
                yield self.track(name, date.slots, (index, "slots"))

    def track(self, title: str, slots: list[WgerSlot], at: Path) -> Track:
        self._lost = {}
        circuits = [circuit for index, slot in enumerate(slots) for circuit in self._slot(slot, (*at, index))]
        if circuits and circuits[-1].rounds == 1 and circuits[-1].intervals[-1].kind is IntervalKind.REST:
            circuits[-1] = replace(circuits[-1], intervals=circuits[-1].intervals[:-1])
        lost = [*self._lost, timer_files.NAMES_ONLY]
        return Track(title, tuple(circuits), tuple(lost))

    def _slot(self, slot: WgerSlot, at: Path) -> Iterator[Circuit]:
        """Exercises that take turns: round by round, as long as each has sets left."""
        done = [self._entry(each, (*at, "entries", index)) for index, each in enumerate(slot.entries)]
        done += [self._set(each, (*at, "sets", index)) for index, each in enumerate(slot.sets)]
        turns = [(list(intervals), sets) for intervals, sets in done if intervals]
        while turns:
            rounds = min(sets for _, sets in turns)
            if len(turns) > 1:
                yield Circuit(rounds, tuple(interval for intervals, _ in turns for interval in intervals))
            else:
                yield Circuit(1, tuple(turns[0][0] * rounds))
            turns = [(intervals, sets - rounds) for intervals, sets in turns if sets > rounds]

    def _entry(self, each: WgerEntry, at: Path) -> tuple[list[Interval], int]:
        amount = self._value(each.repetitions_configs, (*at, "repetitions_configs"))
        rest = self._value(each.rest_configs, (*at, "rest_configs")) or 0.0
        sets = self._value(each.set_nr_configs, (*at, "set_nr_configs")) or 1.0
        if len(each.repetitions_configs) > 1:
            self._lost[timer_files.AS_IT_BEGINS] = None
        unit = REPS if each.repetition_unit is None else each.repetition_unit
        return self._intervals(each, unit, amount, rest, bool(each.weight_configs), at), self._sets(sets, at)

    def _set(self, each: WgerSet, at: Path) -> tuple[list[Interval], int]:
        amount, rest, sets = (
            None if value is None else self._number(value, (*at, key))
            for key, value in (("repetitions", each.repetitions), ("rest", each.rest), ("sets", each.sets))
        )
        unit = REPS if each.repetitions_unit is None else each.repetitions_unit
        return self._intervals(each, unit, amount, rest or 0.0, each.weight is not None, at), self._sets(
            sets or 1.0, at
        )

    def _intervals(
        self, each: WgerEntry | WgerSet, unit: int, amount: float | None, rest: float, weight: bool, at: Path
    ) -> list[Interval]:
        name = names().get(each.exercise, "")
        if not name:
            name = timer_files.exercise_by_number(each.exercise)
            self._lost[timer_files.no_exercise_name(each.exercise)] = None
        if weight:
            self._lost[timer_files.WEIGHTS] = None
        if amount is None or unit in _UNITS or unit not in (REPS, SECONDS, MINUTES):
            why = timer_files.WITHOUT_A_NUMBER if amount is None else _UNITS.get(unit, f"unit {unit}")
            self._lost[timer_files.has_no_time(name, why)] = None
            return []
        label = (
            labels.parsed(f"{name}, {each.comment}") if (each.comment or "").lower() in _SIDED else labels.parsed(name)
        )
        length = amount * {REPS: TEMPO, SECONDS: 1.0, MINUTES: 60.0}[unit]
        reps = int(amount) if unit == REPS else 0
        if not 1 <= length <= LONGEST or (unit == REPS and (amount != reps or not 1 <= reps <= 200)):
            raise wrong(timer_files.amount_not_right(amount, name), self._text, at)
        if not 0 <= rest <= LONGEST:
            raise wrong(timer_files.timer_rest_not_right(rest), self._text, at)
        if reps:
            self._lost[timer_files.no_speed(TEMPO)] = None
        still = not reps and (each.type == "iso" or labels.still(label.name))
        intervals = [Interval(IntervalKind.WORK, length, label.name, label.side, reps, 0.0, still)]
        return [*intervals, Interval(IntervalKind.REST, rest)] if rest else intervals

    def _value(self, configs: list[WgerConfig], at: Path) -> float | None:
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
            raise wrong(timer_files.must_be_number(str(value)[:30]), self._text, at)
        return number

    def _sets(self, sets: float, at: Path) -> int:
        if sets != int(sets) or not 1 <= sets <= MOST:
            raise wrong(timer_files.sets_not_right(sets), self._text, at)
        return int(sets)


_SIDED = {"left leg": Side.LEFT, "right leg": Side.RIGHT}
"""Comments that say the side, as ``written`` puts them there."""


def written(track: Track) -> tuple[str, tuple[str, ...]]:
    """What the API would give, for a script that sends it: wger itself takes no files."""
    missing: dict[str, None] = {}
    slots: list[dict[str, Any]] = []
    for circuit in track.circuits:
        entries = list(_entries(circuit.intervals, missing))
        if circuit.rounds == 1:
            slots += [_slot(len(slots) + number, [each]) for number, each in enumerate(entries, 1)]
        elif entries:
            for each in entries:
                each["set_nr_configs"] = [_config(circuit.rounds)]
            slots.append(_slot(len(slots) + 1, entries))
    if not slots:
        raise UnreadableError(timer_files.NO_WGER_EXERCISE)
    day = {"id": 1, "routine": 1, "order": 1, "name": track.title[:20], "description": "", "is_rest": False}
    days = [{**day, "need_logs_to_advance": False, "type": "custom", "config": None, "slots": slots}]
    value = {"id": 1, "name": track.title[:25], "description": "", "fit_in_week": False, "days": days}
    lost = [timer_files.FOR_A_SCRIPT]
    if missing:
        lost.append(timer_files.wger_lacks(", ".join(missing)))
    if any(interval.held for circuit in track.circuits for interval in circuit.intervals):
        lost.append(timer_files.HOLDS_NOT_SAID)
    if len(track.title) > 25:
        lost.append(timer_files.SHORT_NAMES)
    return json.dumps(value, ensure_ascii=False, indent=1), tuple(lost)


def _entries(intervals: Iterable[Interval], missing: dict[str, None]) -> Iterator[dict[str, Any]]:
    entry: dict[str, Any] | None = None
    for interval in intervals:
        if interval.kind is IntervalKind.REST and entry:
            entry["rest_configs"] = [_config(round(interval.seconds))]
        if interval.kind is not IntervalKind.WORK:
            continue
        if entry:
            yield entry
        number = number_of(interval.name, interval.side, WGER)
        entry = None if number is None else _exercise(interval, number)
        if number is None:
            missing[interval.name] = None
    if entry:
        yield entry


def _exercise(interval: Interval, number: int) -> dict[str, Any]:
    own = labels.parsed(names()[number]).side
    side = "" if own is interval.side else {Side.LEFT: "left leg", Side.RIGHT: "right leg"}.get(interval.side, "")
    return {
        "exercise": number,
        "order": 1,
        "comment": side,
        "type": "iso" if interval.still else "normal",
        "class_name": None,
        "config": None,
        "repetition_unit": REPS if interval.reps else SECONDS,
        "repetition_rounding": None,
        "repetitions_configs": [_config(interval.reps or round(interval.seconds))],
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
