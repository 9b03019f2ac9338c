"""What a coach is made from: all that it is told before the first event.

The same setup and the same events at the same times give the same effects; on that a trace and its replay rest.
"""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from stretchcoach.core import asleep
from stretchcoach.core.coach import Coach
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import NOTHING, Knowledge, Value
from stretchcoach.core.messages import Side
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.plan import Plan
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.core.relief import Relief
from stretchcoach.core.triage import HelpWords
from stretchcoach.core.verdict import emergency_number


class Played(Enum):
    """What is coached."""

    CRAMP = "cramp"
    QUESTIONS = "questions"
    ROUTINE = "routine"


class Setup(Struct, frozen=True):
    """One coach; what does not concern what is played stays at its default."""

    played: Played
    rate: int = 160
    """Words a minute."""
    voiced: bool = True
    volume: int = 80
    """Percent."""
    gap: float = asleep.GAP
    """Seconds without any event after which the machine must have slept."""
    listening: bool = False
    words: HelpWords = field(default_factory=HelpWords)
    known: Mapping[str, Value] = {}
    """Answers that need not be asked for."""
    side: Side = Side.NONE
    rehearse: bool = False
    earlier: tuple[float, ...] = ()
    """How many seconds ago other cramps let go."""
    begin: int = 0
    """The step of the plan to begin with."""


def coach(setup: Setup, knowledge: Knowledge = NOTHING, plan: Plan | None = None) -> Coach:
    """The coach that is described; a routine needs its ``plan``, all else the ``knowledge``."""
    mouth = Mouth(setup.rate, setup.voiced, setup.volume)
    if setup.played is Played.ROUTINE:
        assert plan is not None
        return Coach(
            RoutinePlayer(plan, mouth, setup.gap, setup.listening, setup.begin, emergency_number(setup.words)), mouth
        )
    if setup.played is Played.QUESTIONS:
        return Coach(Interview(mouth, knowledge, setup.words, setup.known, setup.listening, setup.gap), mouth)
    relief = Relief(
        mouth, knowledge, setup.words, setup.side, setup.rehearse, setup.earlier, setup.gap, setup.listening,
        setup.known, follow_up=True,
    )  # fmt: skip
    return Coach(relief, mouth)
