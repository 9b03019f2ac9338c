"""Fitting a routine into minutes.

Longer than usual, every second is stretched.  Shorter, things are given up one after the other until it fits: optional
stretches (the last first), the long explanations, further cues, part of the rests, then part of every second, at last
everything spoken but names.  What cannot fit is told with the shortest that can (``shortest``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.holds import BOTH_SIDES, LIMIT, muscle, static_seconds
from stretchcoach.core.messages import Side
from stretchcoach.core.plan import PACES, CueLevel, Plan, Style
from stretchcoach.core.routine import Group, Routine, Stretch
from stretchcoach.core.unfold import build, plan_seconds
from stretchcoach.words.routine import cannot_fit
from stretchcoach.words.wording import duration

BETWEEN = 0.6
"""Least part of a rest, a set-up or a change of side that is kept."""
MOST_RUNGS = 20
"""Optional stretches that are left out one by one; of more of them, several at a time."""
GRAIN = 1e-6
"""Seconds that are nobody's: minutes into seconds and back are not always the same number."""
STEPS = 16
"""Halvings in the search for a pace; the last is finer than a thousandth."""


class CannotFitError(ValueError):
    """A routine takes more than the minutes asked for, even at its shortest."""

    def __init__(self, routine: Routine, shortest: float) -> None:
        """``shortest``: seconds of its shortest form; told in half minutes, and never less than it takes."""
        self.minutes = ceil(shortest / 30) / 2
        super().__init__(cannot_fit(routine.title, duration(self.minutes * 60)))
        self.shortest = shortest


def fit(routine: Routine, style: Style, minutes: float) -> Plan:
    """``routine`` unfolded to take ``minutes`` at most; raises ``CannotFitError`` where it cannot.

    Where it would be over early, every second is stretched to fill the time.
    """
    goal = minutes * 60 + GRAIN
    for rung in _rungs(routine, style):
        if rung.shortest <= goal:
            return replace(rung.longest_within(goal), note=rung.note(minutes))
    raise CannotFitError(routine, shortest(routine, style))


def shortest(routine: Routine, style: Style) -> float:
    """Seconds of the shortest that ``fit`` can make of it."""
    *_, last = _rungs(routine, style)
    return last.shortest


class _Rung(Struct, frozen=True):
    """A form of the routine with some things given up, and the paces that it may take."""

    routine: Routine
    style: Style
    least: float
    most: float
    left_out: tuple[str, ...] = ()
    given_up: tuple[str, ...] = ()

    def seconds(self, pace: float) -> float:
        return plan_seconds(_capped(self.routine, pace), replace(self.style, pace=pace))

    @property
    def shortest(self) -> float:
        return self.seconds(self.least)

    def longest_within(self, goal: float) -> Plan:
        """The plan with the slowest pace that still keeps to ``goal`` seconds."""
        low, high = self.least, self.most
        if self.seconds(high) <= goal:
            low = high
        for _ in range(STEPS):
            middle = (low + high) / 2
            low, high = (low, middle) if self.seconds(middle) > goal else (middle, high)
        return build(_capped(self.routine, low), replace(self.style, pace=low))

    def note(self, minutes: float) -> str:
        """What was given up, in one sentence; empty where nothing was."""
        left_out = f"without {' and '.join(self.left_out)}" if self.left_out else ""
        told = [*filter(None, (left_out, *self.given_up))]
        return f"To fit {duration(minutes * 60)}: {', '.join(told)}." if told else ""


def _rungs(routine: Routine, style: Style) -> Iterator[_Rung]:
    """The forms of the routine, each with more given up than the one before."""
    pace = style.pace
    yield _Rung(routine, style, pace, PACES[1])
    left_out: tuple[str, ...] = ()
    optional = _optional(routine) if style.optional else ()
    numbers = range(1, len(optional) + 1, 1 + len(optional) // MOST_RUNGS)
    for number in (*numbers, *([len(optional)] if len(optional) > MOST_RUNGS else ())):
        left_out = tuple(stretch.name.lower() for stretch in optional[-number:])
        if number > 2:
            left_out = (f"{number} optional steps",)
        dropped = frozenset(map(id, optional[-number:]))
        yield _Rung(_without(routine, dropped), style, pace, pace, left_out)
    short = replace(style, optional=False, explain=False)
    bare = _without(routine, frozenset(map(id, optional)))
    yield _Rung(bare, short, pace, pace, left_out, ("short instructions",))
    if short.cues is CueLevel.FULL:
        short = replace(short, cues=CueLevel.SHORT)
        yield _Rung(bare, short, pace, pace, left_out, ("short instructions",))
    tight = replace(short, between=min(style.between, BETWEEN))
    given_up = ("short instructions", "short rests")
    yield _Rung(bare, tight, pace, pace, left_out, given_up)
    yield _Rung(bare, tight, PACES[0], pace, left_out, (*given_up, "every step shorter"))
    if tight.cues is not CueLevel.BEEPS:
        names = replace(tight, cues=CueLevel.NAMES)
        told = ("only names spoken", "short rests", "every step shorter")
        yield _Rung(bare, names, PACES[0], pace, left_out, told)


def _optional(routine: Routine) -> tuple[Stretch, ...]:
    return tuple(stretch for entry in routine.steps for stretch in _inside(entry) if stretch.optional)


def _inside(entry: Stretch | Group) -> tuple[Stretch, ...]:
    return entry.stretches if isinstance(entry, Group) else (entry,)


def _without(routine: Routine, dropped: frozenset[int]) -> Routine:
    """The routine without these stretches; groups that are left empty go with them."""
    steps: list[Stretch | Group] = []
    for entry in routine.steps:
        kept = tuple(stretch for stretch in _inside(entry) if id(stretch) not in dropped)
        if isinstance(entry, Group) and kept:
            steps.append(replace(entry, stretches=kept))
        elif kept:
            steps.append(entry)
    return replace(routine, steps=tuple(steps))


def _capped(routine: Routine, pace: float) -> Routine:
    """Before exercise the holds of a muscle, on one side, come to the limit at most."""
    if routine.purpose != "warm-up":
        return routine
    held = _held(routine)

    def cap(stretch: Stretch) -> Stretch:
        if stretch.hold is None or stretch.strength:
            return stretch
        total = max(held[muscle(stretch), side] for side in BOTH_SIDES) * pace
        return replace(stretch, hold=stretch.hold * LIMIT / max(total, LIMIT))

    return replace(routine, steps=tuple(_mapped(entry, cap) for entry in routine.steps))


def _held(routine: Routine) -> Mapping[tuple[str, Side], float]:
    """Seconds for which each muscle is held on each side."""
    total: dict[tuple[str, Side], float] = defaultdict(float)
    for entry in routine.steps:
        rounds = entry.repeat if isinstance(entry, Group) else 1
        for stretch in _inside(entry):
            for where, seconds_still in static_seconds(stretch, rounds):
                total[where] += seconds_still
    return total


def _mapped(entry: Stretch | Group, change: Callable[[Stretch], Stretch]) -> Stretch | Group:
    if isinstance(entry, Group):
        return replace(entry, stretches=tuple(map(change, entry.stretches)))
    return change(entry)
