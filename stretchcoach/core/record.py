"""What is worth keeping of a session: one frozen class for each kind of fact, for the diary and the program's memory.

``KINDS`` names them as the journal does; a name, once written, stays.
"""

from dataclasses import dataclass

from stretchcoach.core.messages import Fact, Side


@dataclass(frozen=True, slots=True)
class CrampBegan(Fact):
    """A cramp is coached."""

    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class PracticeBegan(Fact):
    """The same without a cramp; nothing of it is written down."""

    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class SideTold(Fact):
    """Which leg it is."""

    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class RoundDone(Fact):
    """A hold and the ease after it are over."""

    number: int = 0
    position: str = ""
    """``lying``, or where the person is."""


@dataclass(frozen=True, slots=True)
class Stopped(Fact):
    """The stretch was stopped."""

    phase: str = ""
    """``Phase.name``."""


@dataclass(frozen=True, slots=True)
class Worsened(Fact):
    """It is worse."""

    times: int = 0
    """How often that was said of this cramp."""


@dataclass(frozen=True, slots=True)
class Released(Fact):
    """The cramp has let go."""

    seconds: int = 0
    position: str = ""


@dataclass(frozen=True, slots=True)
class Returned(Fact):
    """It is back."""

    times: int = 0
    """How often it has let go within the hour."""


@dataclass(frozen=True, slots=True)
class Answered(Fact):
    """A question was answered, or left open."""

    key: str = ""
    value: str | float | bool | None = None


@dataclass(frozen=True, slots=True)
class Judged(Fact):
    """What the answers come to."""

    level: str | None = None
    """``Level.name``; None where only what was never answered speaks for the lowest."""
    rules: tuple[str, ...] = ()
    causes: tuple[str, ...] | None = None
    """None where causes were not asked about."""


@dataclass(frozen=True, slots=True)
class PutOff(Fact):
    """What is still open is asked another day."""


@dataclass(frozen=True, slots=True)
class Reopened(Fact):
    """The end, or a result, was gone back from."""


@dataclass(frozen=True, slots=True)
class CrampEnded(Fact):
    """The session of a cramp is over."""

    seconds: int = 0
    level: str | None = None
    rules: tuple[str, ...] = ()
    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class RoutineBegan(Fact):
    """A routine is played."""

    routine: str = ""
    pace: float | None = None


@dataclass(frozen=True, slots=True)
class BoutDone(Fact):
    """A hold, a set or a movement of a routine is done."""

    name: str = ""
    side: Side = Side.NONE
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class RoutineDone(Fact):
    """A routine was done to its end."""

    routine: str = ""


@dataclass(frozen=True, slots=True)
class RoutineStopped(Fact):
    """A routine was ended before."""

    routine: str = ""
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class WalkedAway(Fact):
    """The program was ended, or the session left, without a word."""


KINDS: dict[str, type[Fact]] = {
    "cramp": CrampBegan,
    "practice": PracticeBegan,
    "side": SideTold,
    "round": RoundDone,
    "stopped": Stopped,
    "worse": Worsened,
    "released": Released,
    "returned": Returned,
    "answer": Answered,
    "outcome": Judged,
    "put_off": PutOff,
    "reopened": Reopened,
    "end": CrampEnded,
    "routine": RoutineBegan,
    "bout": BoutDone,
    "routine_done": RoutineDone,
    "routine_stopped": RoutineStopped,
    "left": WalkedAway,
}
NAMES = {kind: name for name, kind in KINDS.items()}
