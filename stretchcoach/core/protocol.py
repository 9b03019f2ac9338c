"""What the table of a cramp is made of: how far it has come, what moves it on, and what is done on the way.

Nothing of a ``Progress`` is set back by hand: a cramp that comes back begins with a new one (``returned``).
"""

from collections.abc import Callable
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.phase import ROUNDS, Phase
from stretchcoach.core.positions import variant

EASES = frozenset({Phase.EASE, Phase.VARIANT_EASE})
SKIPPED = frozenset({Phase.TEACH, *EASES, Phase.SAFETY_CHECK, Phase.PLACE})
"""Phases of a cramp that can be gone on from; a hold cannot be cut short by a key that slipped."""
EVERYWHERE = frozenset(Phase)
PROMPTS = frozenset({Phase.OPENING, Phase.HOLD})
"""Phases in which the safety line may stand."""
ENDING = frozenset({Phase.KEEP, Phase.TAP, Phase.OFFER})
"""Phases that *stop* ends."""
LETTER = "letter"
"""The value of a key that means nothing and may have been meant for a letter."""


class Progress(Struct, frozen=True):
    """How far a cramp has come; ``Relief`` keeps no other state of the protocol."""

    phase: Phase = Phase.OPENING
    rehearse: bool = False
    follow_up: bool = False
    """The talk about causes is offered when all is well."""
    calm: bool = False
    """It has let go, so there is time."""
    round: int = 1
    place: str = ""
    """Where the person is, once told."""
    varied: bool = False
    """Another position is tried."""
    cycle: int = 0
    """How often a set of rounds in another position was gone through."""
    worse: int = 0
    """How often it was said to be worse."""
    stopping: bool = False
    """The stretch was stopped; only the questions are left."""
    reopened: bool = False
    """A result was gone back from: nothing is stretched on the strength of a word."""
    asked: bool = False
    """The safety questions were begun."""
    warned: bool = False
    """The safety line was said, and stood as long as the first hold."""
    flagged: bool = False
    """The safety line was answered: it may be more than a cramp."""
    repeated: bool = False
    """The safety line was said once more, for a key that meant nothing."""
    offering: bool = False
    """The talk is offered after the taps."""
    done: bool = False

    @property
    def prompting(self) -> bool:
        """The safety line stands: what *stop* and *yes* mean is one of its things."""
        opening = self.phase is Phase.OPENING or (self.phase is Phase.HOLD and not self.warned)
        return opening and not (self.rehearse or self.flagged)

    @property
    def position(self) -> str:
        """How the leg is stretched, for the diary."""
        return (self.place if self.varied else "") or "lying"

    @property
    def reliever(self) -> str:
        """What ends the cramp if it ends now, for the diary."""
        if self.stopping:
            return "rest"
        return variant(self.place, self.cycle).reliever if self.varied else "toes_up"

    @property
    def hold(self) -> Phase:
        """The hold of this set of rounds."""
        return Phase.VARIANT if self.varied else Phase.HOLD

    def returned(self) -> "Progress":
        """The cramp has come back: all begins again, but for what is known of the person and was said."""
        return Progress(
            Phase.HOLD, self.rehearse, self.follow_up, place=self.place, asked=self.asked, flagged=self.flagged,
            warned=True, repeated=self.repeated,
        )  # fmt: skip


class Happening(Enum):
    """What moves a cramp on, in the words of ``docs/cramp.md``."""

    TIME = "its time is over"
    SAME = "same"
    NEXT = "next"
    GONE = "gone"
    WORSE = "worse"
    STOP = "stop"
    ALARM = "it is more than a cramp"
    LATER = "in the morning"
    BACK = "back"
    STRAY = "a key that means nothing"
    ANSWER = "an answer"
    TICKS = "a list is ticked"
    SLEPT = "the computer slept"
    RETURNED = "it came back soon"
    TEN = "ten minutes"
    HELP_TODAY = "judged: help today, or no stretching"
    CLEAR = "judged: nothing urgent, may be rubbed"
    CLEAR_NO_RUB = "judged: nothing urgent, not to be rubbed"
    SERIOUS = "judged: a visit today, nothing else"
    STOPPED = "judged after stop"
    OVER_TEN = "judged after ten minutes"
    UNHEARD = "questions left open"
    MORNING = "put off, nothing urgent"
    TO_TELL = "something is left to tell"
    TOLD = "nothing is left to tell"
    TALKED = "the talk is over"


JUDGED = (Happening.SERIOUS, Happening.CLEAR, Happening.CLEAR_NO_RUB)


class Act(Enum):
    """What ``Relief`` does on the way; the method of the same name, ``_hush`` for ``HUSH``."""

    HUSH = auto()
    WAKE = auto()
    """Go on from a pause, in silence."""
    CLEAR_NOTICE = auto()
    TELL_SLEPT = auto()
    NOTE_ROUND = auto()
    NOTE_STOP = auto()
    NOTE_RELEASE = auto()
    NOTE_WORSE = auto()
    NOTE_ANSWER = auto()
    FLAG = auto()
    """The answer to the safety line is kept."""
    COME_BACK = auto()
    LET_BE = auto()
    MUCH_WORSE = auto()
    REPEAT_SAFETY = auto()
    JUDGE_STOP = auto()
    JUDGE_TEN = auto()
    TELL_TEN = auto()
    FORGET_OUTCOME = auto()
    LEAVE_OPEN = auto()
    """The safety question is left open, by silence."""
    SKIP = auto()
    """The same, by the person."""
    KEEP_ANSWER = auto()
    KEEP_TICKS = auto()
    TAKE_BACK = auto()
    REOPEN = auto()
    JUDGE_LATER = auto()
    """What is urgent waits for no morning."""
    PUT_OFF_ALL = auto()
    WIND_UP = auto()
    TAP = auto()
    PASS_TAP = auto()
    LEAVE_TAPS = auto()
    TALK = auto()
    NOTE_PUT_OFF = auto()


class Ending(Enum):
    """The line with which it ends."""

    PRACTISED = "practice done"
    STOPPED = "stopped"
    FAREWELL = "farewell"
    SAID = "nothing: all is said"


class Always(Enum):
    """Where a row leads that does not name its phase."""

    STAY = "stays"
    AGAIN = "the same, from its beginning"
    HOLD = "the hold of this position"


Condition = Callable[[Progress, str], bool]
Change = Callable[[Progress, str], Progress]


class Transition(Struct, frozen=True):
    """In these phases this leads there, if the condition holds."""

    where: frozenset[Phase]
    on: Happening
    to: Phase | Always = Always.STAY
    when: str = ""
    """Name of a condition; empty: always."""
    change: str = ""
    """Name of a change."""
    acts: tuple[Act, ...] = ()
    end: Ending | None = None
    entered: bool = True
    """The phase that it leads to begins at once; otherwise one of the acts begins it."""


CONDITIONS: dict[str, Condition] = {
    "practice": lambda at, _: at.rehearse,
    "a cramp": lambda at, _: not at.rehearse,
    "rounds are left": lambda at, _: at.round < ROUNDS,
    "first position": lambda at, _: not at.varied,
    "let go": lambda at, _: at.calm,
    "not let go": lambda at, _: not at.calm,
    "stopped": lambda at, _: at.stopping,
    "stopped, or judged before": lambda at, _: at.stopping or at.reopened,
    "judged before": lambda at, _: at.reopened,
    "stopped, or let go and asked": lambda at, _: at.stopping or (at.calm and at.asked),
    "the first time": lambda at, _: at.worse == 0,
    "the first time, or practice": lambda at, _: at.worse == 0 or at.rehearse,
    "the safety line stands": lambda at, _: at.prompting,
    "the talk is offered": lambda at, _: at.offering,
    "a cramp, not let go": lambda at, _: not (at.rehearse or at.calm),
    "a letter, the safety line stands": lambda at, value: at.prompting and value == LETTER and not at.repeated,
    "yes": lambda _, value: value == "yes",
    "no": lambda _, value: value == "no",
    "tomorrow": lambda _, value: value == "tomorrow",
}
CHANGES: dict[str, Change] = {
    "next round": lambda at, _: replace(at, round=at.round + 1),
    "first round": lambda at, _: replace(at, round=1),
    "another position": lambda at, _: replace(at, varied=True),
    "another position, here": lambda at, value: replace(at, varied=True, place=value),
    "the next way": lambda at, _: replace(at, cycle=at.cycle + 1),
    "the safety line was said": lambda at, _: replace(at, warned=True),
    "let go": lambda at, _: replace(at, calm=not at.rehearse, stopping=False),
    "stopped": lambda at, _: replace(at, stopping=True),
    "once more": lambda at, _: replace(at, worse=at.worse + 1),
    "once more, stopped": lambda at, _: replace(at, worse=at.worse + 1, stopping=True),
    "flagged": lambda at, _: replace(at, flagged=True, stopping=at.stopping or not at.calm),
    "a new cramp": lambda at, _: at.returned(),
    "the talk is offered": lambda at, _: replace(at, offering=at.follow_up),
    "no talk": lambda at, _: replace(at, offering=False),
    "repeated": lambda at, _: replace(at, repeated=True),
    "not over": lambda at, _: replace(at, done=False, reopened=True),
}
