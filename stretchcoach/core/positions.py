"""The positions that a cramp is stretched in, and what is drawn of each phase.  Source: MAYO, AAOS-S, MERCK-RS."""

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.messages import Choice
from stretchcoach.core.phase import Phase
from stretchcoach.words import cramp as words


class Variant(Struct, frozen=True):
    """A position for the stretch when the first one did not end it.  Source: MAYO, AAOS-S, MERCK-RS."""

    cue: str
    """Said."""
    shown: str
    """The same in few words, to be read from the floor."""
    how: str
    pose: str
    reliever: str
    """What the diary calls it, where it ends the cramp."""


TOWEL = Variant(
    words.TOWEL,
    words.TOWEL_SHOWN,
    words.TOWEL_HOW,
    "sitting-towel",
    "towel",
)
WALL = Variant(
    words.WALL,
    words.WALL_SHOWN,
    words.WALL_HOW,
    "lying-wall",
    "wall",
)
CHAIR = Variant(
    words.CHAIR,
    words.CHAIR_SHOWN,
    words.CHAIR_HOW,
    "chair-toes-up",
    "other",
)
FLAT = Variant(
    words.FLAT,
    words.FLAT_SHOWN,
    words.FLAT_HOW,
    "standing-press",
    "standing",
)
LUNGE = Variant(
    words.LUNGE,
    words.LUNGE_SHOWN,
    words.LUNGE_HOW,
    "wall-lunge",
    "standing",
)
PLACES = (
    Choice("bed", words.IN_BED, "b"),
    Choice("chair", words.ON_A_CHAIR, "c"),
    Choice("standing", words.STANDING, "s"),
)
VARIANTS = {
    "bed": (WALL, TOWEL),
    "chair": (CHAIR, replace(TOWEL, pose="chair-towel")),
    "standing": (FLAT, LUNGE),
    "": (TOWEL, WALL),
}
"""By where the person is; without an answer the towel, which needs neither light nor steady feet."""


def variant(place: str, cycle: int) -> Variant:
    """The position for ``cycle`` (from 0); they take turns."""
    choices = VARIANTS.get(place, VARIANTS[""])
    return choices[cycle % len(choices)]


_LYING = "lying-toes-up"
_POSES: dict[Phase, dict[str, str]] = {
    Phase.OPENING: {"": _LYING, "chair": "seated-leg-out", "standing": "standing-press"},
    Phase.HOLD: {"": _LYING, "chair": "seated-leg-out", "standing": "standing-press"},
    Phase.EASE: {"": "lying-foot-easy", "chair": "seated-foot-easy", "standing": ""},
    Phase.EASED: {"": "lying-knee-bent", "chair": "seated-foot-easy", "standing": ""},
    Phase.SUPPORT: {"": "lying-leg-rests"},
    Phase.VARIANT_EASE: {"": "lying-foot-easy", "chair": "seated-foot-easy", "standing": ""},
    Phase.BREATHE: {"": _LYING, "chair": "seated-leg-out"},
    Phase.LIGHT: {"": _LYING, "chair": "seated-leg-out"},
    Phase.WIGGLE: {"": "lying-ankle-pumps", "chair": "seated-foot-bends"},
    Phase.RUB: {"": "rubbing-calf"},
    Phase.WALK: {"": "walk"},
    Phase.HEELS: {"": "heel-walk"},
}
"""What is drawn, by where the person is; where that is not told, or nothing else fits, as if lying in bed."""


def pose(phase: Phase, place: str = "", cycle: int = 0) -> str:
    """The name of the figure that shows a phase; empty where nothing is done with the leg."""
    if phase is Phase.VARIANT:
        return variant(place, cycle).pose
    known = _POSES.get(phase, {})
    return known.get(place, known.get("", ""))
