"""A routine as a person wrote it: stretches in order, some of them in groups that repeat.

``library`` reads these values from TOML and checks them; ``plan`` unfolds them into steps with seconds.
"""

from enum import Enum
from typing import Literal, get_args

from msgspec import Struct

Position = Literal["bed", "floor", "chair", "standing"]
POSITIONS: tuple[str, ...] = get_args(Position)
"""Where most of a routine is done."""


class Sides(Enum):
    """Which sides a stretch is done on, as the routine file says."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    EACH = "each"
    """All sets on one side, then all sets on the other; the same seconds each."""
    ALTERNATE = "alternate"
    """One leg rests while the other works."""
    CRAMPING = "cramping"
    """The sore leg, if the person has said which."""


class Until(Enum):
    """What ends a step that has no length."""

    READY = "ready"
    """The person says or presses ready, or ``wait`` seconds have gone."""
    RELEASED = "released"
    """It lets go; the step counts up until the person goes on."""


class Cue(Struct, frozen=True):
    """Something said, or sounded, at a moment inside a step."""

    at: float
    """Seconds from the start of the step; negative: before its end."""
    say: str = ""
    sound: str = ""
    """A ``messages.Sound`` value."""


class Stretch(Struct, frozen=True):
    """One exercise.  Exactly one of ``hold``, ``move``, ``reps`` and ``until`` says how it is measured.

    ``hold`` beside ``reps`` is the hold in each repetition.
    """

    name: str
    say: str
    """The instruction, spoken in full the first time; a short sentence or three."""
    short: str = ""
    """Spoken instead of ``say`` on later sets and the other side; ``say`` if empty."""
    how: str = ""
    """The longer explanation: spoken once at cue level ``full``, and whenever the person asks."""
    pose: str = ""
    """The name of the figure that shows it; empty: none does."""
    side: Sides = Sides.NONE
    hold: float | None = None
    """Seconds of a static hold; beside ``reps`` of the hold in each repetition."""
    move: float | None = None
    """Seconds of moving: marching, jogging, a circuit."""
    reps: int | None = None
    tempo: float = 2.0
    """Seconds a repetition, its hold left out."""
    until: Until | None = None
    wait: float = 60.0
    """Seconds after which ``until = "ready"`` ends by itself."""
    sets: int = 1
    """How often on each side."""
    rest: float = 0.0
    """Seconds of rest between sets (after the last set of the stretch there is none)."""
    setup: float | None = None
    """Seconds to get into position once the instruction was spoken; None: the usual time."""
    muscle: str = ""
    """What a static hold stretches, for the thirty-second rule; empty: the stretch's own name."""
    strength: bool = False
    """A hold of strength or balance (a plank), which the thirty-second rule for stretches does not concern."""
    optional: bool = False
    """Left out first when the routine must fit into few minutes."""
    after_screen: bool = False
    """Rubbing and the like: done only where the safety questions were answered, so left out of a plain run.
    Source: BMC-MASS."""
    cues: tuple[Cue, ...] = ()
    caution: str = ""
    stop_if: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def seconds(self) -> float | None:
        """How long one set takes; None where an event ends it."""
        if self.reps is not None:
            return self.reps * (self.tempo + (self.hold or 0.0))
        return self.move if self.hold is None else self.hold

    @property
    def care(self) -> str:
        """When to leave it out, and when to break it off, in a line to read; empty where nothing is said of it."""
        signs = ", ".join(sign[:1].lower() + sign[1:] for sign in self.stop_if)
        return " ".join(filter(None, (self.caution, f"Stop if: {signs}." if signs else "")))


class Group(Struct, frozen=True):
    """Stretches done in order, ``repeat`` times over."""

    repeat: int
    stretches: tuple[Stretch, ...]
    rest: float = 0.0
    """Seconds between rounds."""
    name: str = ""
    """What it is called where it comes more than once; empty: it has no name."""
    again: bool = False
    """It stands further up in the file, and comes once more."""


class Routine(Struct, frozen=True):
    id: str
    """The file's name without ``.toml``."""
    title: str
    purpose: str
    """``relief``, ``warm-up``, ``cool-down``, ``prevention`` or ``break``."""
    steps: tuple[Stretch | Group, ...]
    position: str = "standing"
    """``bed``, ``floor``, ``chair`` or ``standing``: where most of it is done."""
    props: tuple[str, ...] = ()
    sports: tuple[str, ...] = ()
    """What it is for, as ``--for`` asks: run, cycle, strength, football, desk, night, pregnancy, ..."""
    audience: str = ""
    """Whom it suits, in a few words."""
    minutes: float = 0.0
    """As written in the file; 0: reckoned from the steps."""
    cautions: tuple[str, ...] = ()
    evidence: str = ""
    sources: tuple[str, ...] = ()

    @property
    def all_sources(self) -> tuple[str, ...]:
        """Those of the routine and of its stretches, each once."""
        inner = (each for step in self.steps for each in (step.stretches if isinstance(step, Group) else (step,)))
        return tuple(dict.fromkeys((*self.sources, *(key for stretch in inner for key in stretch.sources))))
