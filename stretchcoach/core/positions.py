"""The positions that a cramp is stretched in, and what is drawn of each phase.  Source: MAYO, AAOS-S, MERCK-RS."""

from dataclasses import dataclass, replace

from stretchcoach.core.messages import Choice
from stretchcoach.core.phase import Phase


@dataclass(frozen=True, slots=True)
class Variant:
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
    "Loop a towel round your foot. Pull gently.",
    "Towel round your foot. Pull.",
    "Put a towel, belt or trouser leg round the ball of your foot. "
    "Keep your knee straight and pull slowly towards you.",
    "sitting-towel",
    "towel",
)
WALL = Variant(
    "Press your foot flat against the wall.",
    "Foot flat on the wall. Press.",
    "Rest the ball of your foot on the wall or the end of the bed. Straighten your knee slowly.",
    "lying-wall",
    "wall",
)
CHAIR = Variant(
    "Heel out in front. Knee straight. Toes up.",
    "Heel out, knee straight, toes up",
    "Slide your heel forward on the floor and lean forward gently from the hips.",
    "chair-toes-up",
    "other",
)
FLAT = Variant(
    "Stand, holding something firm. Heel down, knee straight.",
    "Stand: heel down, knee straight",
    "Put your weight on that foot, knee straight, heel down. "
    "Only do this with the light on and something firm to hold.",
    "standing-press",
    "standing",
)
LUNGE = Variant(
    "Sore leg behind you. Heel down. Lean in.",
    "Leg back, heel down, lean in",
    "Put your hands on the wall and your sore leg behind you, knee straight and heel down. Bend your front knee.",
    "wall-lunge",
    "standing",
)
PLACES = (
    Choice("bed", "In bed or on the floor", "b"),
    Choice("chair", "On a chair", "c"),
    Choice("standing", "Standing steadily, with the light on", "s"),
)
PLACE_QUESTION = "Are you in bed, sitting or standing?"
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
