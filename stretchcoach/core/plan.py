"""A routine unfolded: a flat, frozen list of steps with seconds, spoken intros and cues.

``unfold.build`` makes a Plan, ``player`` plays it.  The clock of a step starts when its intro has been spoken,
so a slow voice never eats the hold.  Both sides always get the same seconds: what changes one bout changes its
twin on the other side, and once the first side is done the second can no longer be changed.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.cues import Bout, PlacedCue, placed_cues
from stretchcoach.core.messages import Kind, Side
from stretchcoach.core.routine import Routine
from stretchcoach.core.speech_time import speech_seconds

BOUTS = (Kind.HOLD, Kind.MOVE, Kind.REPS, Kind.OPEN)
"""The steps in which something is done."""

PACES = (0.5, 10.0)
"""Least and most of what every second may be multiplied by; ten times is what WCAG 2.2.1 asks for."""
SHORTEST = 5.0
"""Seconds below which no hold is shortened."""


class CueLevel(StrEnum):
    """How much is spoken."""

    FULL = "full"
    """Everything, the long explanation the first time included."""
    SHORT = "short"
    NAMES = "names"
    """Names and sides only."""
    BEEPS = "beeps"


class Style(Struct, frozen=True):
    """How a routine is unfolded."""

    pace: float = 1.0
    """Multiplies every second of work, rest and set-up; 0.5 to 10."""
    between: float = 1.0
    """Multiplies rests, set-up and side changes once more; below 1 where a routine is fitted into few minutes."""
    cues: CueLevel = CueLevel.FULL
    first: Side = Side.LEFT
    """The side that goes first."""
    sore: Side = Side.NONE
    """The cramping side, if the person has said which."""
    encourage: bool = True
    explain: bool = True
    """Say the long explanation the first time a stretch comes; off for whoever has heard it on another day."""
    optional: bool = True
    """Keep the optional stretches."""
    rate: int = 160
    """Words a minute, for reckoning how long the intros take."""


class Step(Struct, frozen=True):
    """One length of time with one thing to do."""

    index: int
    name: str
    bout: Bout
    intro: str = ""
    """Spoken before the clock of the step starts."""
    cues: tuple[PlacedCue, ...] = ()
    """What sounds and is said, in order of time."""
    instruction: str = ""
    pose: str = ""
    how: str = ""
    care: str = ""
    """When to leave it out, and when to break it off."""
    stretch: int = 0
    """Number of the stretch, from 1."""
    round: int = 0
    """Which time its group is done, from 1; 0 where it stands in none that repeats."""
    rounds: int = 0
    unit: int = 0
    """Stretch and side together: what next, back and repeat jump between."""
    limit: float | None = None
    """Seconds after which a ``WAIT`` ends by itself."""

    @property
    def kind(self) -> Kind:
        """What kind of step it is."""
        return self.bout.kind

    @property
    def seconds(self) -> float | None:
        """Its length; None until an event ends it."""
        return self.bout.seconds

    def estimate(self, rate: int) -> float:
        """Seconds with the intro spoken; a wait counts ten, an open hold thirty."""
        guess = {Kind.WAIT: 10.0, Kind.OPEN: 30.0}.get(self.kind, 0.0)
        return speech_seconds(self.intro, rate) + (guess if self.seconds is None else self.seconds)


class Plan(Struct, frozen=True):
    """What will happen, step by step."""

    routine: Routine
    style: Style
    steps: tuple[Step, ...]
    note: str = ""
    """What was left out or shortened to fit it into the minutes asked for, in one sentence."""

    @property
    def stretches(self) -> int:
        """How many stretches there are, repeated ones counted each time."""
        return max((step.stretch for step in self.steps), default=0)

    def start_of(self, unit: int) -> int:
        """Index of the first step of ``unit``; the number of steps where there is no such unit after the last."""
        return next((step.index for step in self.steps if step.unit == unit), len(self.steps))

    def seconds_from(self, index: int) -> float:
        """Estimate of what is left from the step ``index`` on, intros included."""
        return sum(step.estimate(self.style.rate) for step in self.steps[index:])

    @property
    def seconds(self) -> float:
        """Estimate for the whole."""
        return self.seconds_from(0)

    def lines(self) -> Iterator[str]:
        """Every line that will be spoken, in order, for rendering ahead."""
        for step in self.steps:
            yield from filter(None, (step.intro, *(cue.say for cue in step.cues)))


def may_change(plan: Plan, index: int) -> bool:
    """Whether this step's length may change: it has one, and its twin on the other side is not done yet."""
    step = plan.steps[index]
    if step.kind not in (Kind.HOLD, Kind.MOVE, Kind.REPS):
        return False
    return not any(_twins(step, earlier) for earlier in plan.steps[:index])


def lengthened(plan: Plan, index: int, seconds: float) -> Plan:
    """A new plan in which the hold or movement at ``index``, and its twin to come, lasts ``seconds`` more or less."""
    bout = plan.steps[index].bout
    if bout.seconds is None or bout.kind is Kind.REPS or not may_change(plan, index):
        return plan
    length = max(min(SHORTEST, bout.seconds), bout.seconds + seconds)
    return _changed(plan, index, lambda twin: replace(twin, seconds=length))


def retimed(plan: Plan, index: int, factor: float) -> Plan:
    """A new plan in which each repetition of the step at ``index``, and of its twin, takes ``factor`` as long.

    The hold in it stays as it is.
    """
    bout = plan.steps[index].bout
    if bout.kind is not Kind.REPS or not may_change(plan, index):
        return plan
    tempo = bout.held + min(10.0, max(0.5, (bout.tempo - bout.held) * factor))
    return _changed(plan, index, lambda twin: replace(twin, tempo=tempo, seconds=tempo * twin.reps))


def _twins(step: Step, other: Step) -> bool:
    same = (other.stretch, other.kind, other.bout.set) == (step.stretch, step.kind, step.bout.set)
    return same and other.bout.side is not step.bout.side


def _changed(plan: Plan, index: int, change: Callable[[Bout], Bout]) -> Plan:
    step = plan.steps[index]

    def renew(other: Step) -> Step:
        if other.index != index and not (other.index > index and _twins(step, other)):
            return other
        bout = change(other.bout)
        return replace(other, bout=bout, cues=placed_cues(bout, plan.style.cues.value, plan.style.encourage))

    return replace(plan, steps=tuple(map(renew, plan.steps)))


def resumed(plan: Plan, done: Iterable[tuple[str, str]]) -> int:
    """The first step of the stretch after those that were ``done``, by name and side; 0 where all of it was, or none.

    What was done twice counts twice; what is not in the plan is passed over.
    """
    index = 0
    for name, side in done:
        rest = (step for step in plan.steps[index:] if step.kind in BOUTS)
        index = next((step.index + 1 for step in rest if (step.name, step.bout.side.value) == (name, side)), index)
    rest = (step for step in plan.steps[index:] if step.kind in BOUTS)
    following = next(rest, None)
    if not index or not following:
        return 0
    return next(step.index for step in plan.steps if step.unit == following.unit)
