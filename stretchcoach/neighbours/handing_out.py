"""A routine as the intervals that other apps can say, and what is lost on the way."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from stretchcoach.core.messages import Kind
from stretchcoach.core.plan import CueLevel, Step, Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.core.stretch_words import stretches
from stretchcoach.core.unfold import LEADS, SETUP, build
from stretchcoach.neighbours.intervals import Circuit, Interval, IntervalKind, Track
from stretchcoach.words import timer_files

OPEN = 30.0
"""Seconds of what lasts until it lets go."""
_STYLE = Style(cues=CueLevel.NAMES, explain=False)
_LEADS = {Kind.REST: IntervalKind.REST, Kind.PREPARE: IntervalKind.READY, Kind.SWITCH: IntervalKind.SWITCH}


def track_of(routine: Routine) -> Track:
    """The routine, group by group; what is for after the safety questions alone is left out, as in a plain run."""
    circuits: list[Circuit] = []
    for entry in routine.steps:
        if isinstance(entry, Group):
            circuits += _rounds(entry, not circuits)
        elif intervals := tuple(_intervals([entry], not circuits)):
            single = bool(circuits) and circuits[-1].rounds == 1 and not circuits[-1].name
            circuits[-1:] = (
                [replace(circuits[-1], intervals=(*circuits[-1].intervals, *intervals))]
                if single
                else [*circuits[-1:], Circuit(1, intervals)]
            )
    return Track(routine.title, tuple(circuits), tuple(_lost(routine)))


def in_order(circuits: Iterable[Circuit]) -> Iterator[Interval]:
    """Every interval in order."""
    return (interval for circuit in circuits for _ in range(circuit.rounds) for interval in circuit.intervals)


def whole_seconds(intervals: Sequence[Interval]) -> Iterator[str]:
    """What an app cannot say that counts whole seconds and waits for nobody."""
    if any(interval.seconds != round(interval.seconds) for interval in intervals):
        yield timer_files.WHOLE_SECONDS
    if any(interval.waits for interval in intervals):
        yield timer_files.NO_WAITING


def _rounds(group: Group, first: bool) -> Iterator[Circuit]:
    """After the last round there is no rest, so with one it is a circuit of its own."""
    intervals = tuple(_intervals(group.stretches, first))
    if not intervals:
        return
    if group.repeat == 1 or not group.rest:
        yield Circuit(group.repeat, intervals, group.name)
        return
    yield Circuit(group.repeat - 1, (*intervals, Interval(IntervalKind.REST, group.rest)), group.name)
    yield Circuit(1, intervals)


def _intervals(stretches: Iterable[Stretch], first: bool) -> Iterator[Interval]:
    kept = tuple(stretch for stretch in stretches if not stretch.after_screen)
    if not kept:
        return
    if not first and kept[0].setup is None:  # each entry is unfolded by itself, and takes itself for the first
        kept = (replace(kept[0], setup=SETUP), *kept[1:])
    _, *steps = build(Routine("", "T", "prevention", kept), _STYLE).steps
    yield from filter(None, map(_interval, steps))


def _interval(step: Step) -> Interval | None:
    bout = step.bout
    if step.kind in LEADS:
        kind = _LEADS.get(step.kind)
        return Interval(kind, bout.seconds) if kind and bout.seconds else None
    if step.kind is Kind.WAIT:
        return Interval(IntervalKind.WORK, step.limit or OPEN, step.name, bout.side, waits=True, say=step.instruction)
    seconds = OPEN if bout.seconds is None else bout.seconds
    still = step.kind in (Kind.HOLD, Kind.OPEN)
    return Interval(IntervalKind.WORK, seconds, step.name, bout.side, bout.reps, bout.held, still, say=step.instruction)


def _lost(routine: Routine) -> Iterator[str]:
    """What none of the apps can say."""
    every = list(stretches(routine))
    told = {
        "explanations": any(each.how for each in every),
        "cues": any(each.cues for each in every),
        "cautions": bool(routine.cautions) or any(each.care for each in every),
        "figures": any(each.pose for each in every),
        "sources": bool(routine.all_sources),
    }
    if names := [name for name, there in told.items() if there]:
        yield timer_files.no_place_for(", ".join(names))
    if any(each.until is Until.RELEASED for each in every):
        yield timer_files.open_gets(OPEN)
    if any(each.side is Sides.CRAMPING for each in every):
        yield timer_files.NO_SORE_SIDE
    if left := [each.name for each in every if each.after_screen]:
        yield timer_files.needs_questions(", ".join(left))
