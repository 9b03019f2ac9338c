"""What is worth keeping of a session: one frozen class for each kind of fact, for the diary and the program's memory.

``KINDS`` names them as the journal does; a name, once written, stays.
"""

from stretchcoach.core.messages import Fact, Side


class _OfSide(Fact, frozen=True):
    side: Side = Side.NONE


class _Times(Fact, frozen=True):
    times: int = 0


class CrampBegan(_OfSide, frozen=True):
    """A cramp is coached."""


class PracticeBegan(_OfSide, frozen=True):
    """The same without a cramp; nothing of it is written down."""


class SideTold(_OfSide, frozen=True):
    """Which leg it is."""


class RoundDone(Fact, frozen=True):
    """A hold and the ease after it are over."""

    number: int = 0
    position: str = ""
    """``lying``, or where the person is."""


class Stopped(Fact, frozen=True):
    """The stretch was stopped."""

    phase: str = ""
    """``Phase.name``."""


class Worsened(_Times, frozen=True):
    """It is worse, and how often that was said of this cramp."""


class Released(Fact, frozen=True):
    """The cramp has let go."""

    seconds: int = 0
    position: str = ""
    by: str = ""
    """What ended it; empty in a journal of an earlier version."""


class Returned(_Times, frozen=True):
    """It is back, and how often it has let go within the hour."""


class Answered(Fact, frozen=True):
    """A question was answered, or left open."""

    key: str = ""
    value: str | float | bool | None = None


class Judged(Fact, frozen=True):
    """What the answers come to."""

    level: str | None = None
    """``Level.name``; None where only what was never answered speaks for the lowest."""
    rules: tuple[str, ...] = ()
    causes: tuple[str, ...] | None = None
    """None where causes were not asked about."""


class PutOff(Fact, frozen=True):
    """What is still open is asked another day."""


class Reopened(Fact, frozen=True):
    """The end, or a result, was gone back from."""


class CrampEnded(Fact, frozen=True):
    """The session of a cramp is over."""

    seconds: int = 0
    level: str | None = None
    rules: tuple[str, ...] = ()
    side: Side = Side.NONE


class RoutineBegan(Fact, frozen=True):
    """A routine is played."""

    routine: str = ""
    pace: float | None = None


class BoutDone(Fact, frozen=True):
    """A hold, a set or a movement of a routine is done."""

    name: str = ""
    side: Side = Side.NONE
    seconds: int = 0


class RoutineDone(Fact, frozen=True):
    """A routine was done to its end."""

    routine: str = ""


class RoutineStopped(Fact, frozen=True):
    """A routine was ended before."""

    routine: str = ""
    stretch: int = 0


class WalkedAway(Fact, frozen=True):
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
