"""What is worth keeping of a session: one frozen class for each kind of fact, for the diary and the program's memory.

``KINDS`` names them as the journal does; a name, once written, stays.  Facts of one shape share what ``dataclass``
makes, half a millisecond of the start for each.
"""

from dataclasses import dataclass

from stretchcoach.core.messages import Fact, Side


@dataclass(frozen=True, slots=True)
class _OfSide(Fact):
    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class _Times(Fact):
    times: int = 0


class CrampBegan(_OfSide):
    """A cramp is coached."""

    __slots__ = ()


class PracticeBegan(_OfSide):
    """The same without a cramp; nothing of it is written down."""

    __slots__ = ()


class SideTold(_OfSide):
    """Which leg it is."""

    __slots__ = ()


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


class Worsened(_Times):
    """It is worse, and how often that was said of this cramp."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Released(Fact):
    """The cramp has let go."""

    seconds: int = 0
    position: str = ""
    by: str = ""
    """What ended it; empty in a journal of an earlier version."""


class Returned(_Times):
    """It is back, and how often it has let go within the hour."""

    __slots__ = ()


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


class PutOff(Fact):
    """What is still open is asked another day."""

    __slots__ = ()


class Reopened(Fact):
    """The end, or a result, was gone back from."""

    __slots__ = ()


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


class WalkedAway(Fact):
    """The program was ended, or the session left, without a word."""

    __slots__ = ()


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
