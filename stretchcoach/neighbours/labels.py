"""Side, repetitions and hold in the name of an exercise: where an app has no other place for them."""

import re

from msgspec import Struct

from stretchcoach.core.messages import Side
from stretchcoach.handout import keywords
from stretchcoach.words.wording import leg

_COUNT = re.compile(r",? (?P<reps>\d{1,3}) times(?:, hold (?P<held>\d+(?:\.\d+)?) s)?$")
_SIDE = r"(?P<side>left|right)"
_LIMB = r"(?:leg|foot|calf|knee|ankle|thigh)"
_LEG = re.compile(
    rf"^{_SIDE} {_LIMB}[,:-]? (?P<name>.+)$|^(?P<name2>.+?)\s*[,:(-]?\s*\b(?P<side2>left|right) {_LIMB}\)?$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"^{_SIDE} (?P<name>.+)$|^(?P<name2>.+?)\s*[,:(-]?\s*\b(?P<side2>left|right|l|r)(?: side)?\)?$", re.IGNORECASE
)
_OF_LEGS = re.compile(
    r"\b(?:calf|calves|legs?|legged|lunges?|quads?|quadriceps|hamstrings?|thighs?|ankles?|heels?|foot|feet|knees?|squats?"
    r"|toes?|shins?|soleus|achilles|hip flexors?)\b",
    re.IGNORECASE,
)
"""Exercises of which the side is a leg: the coach says *left leg*."""


class Label(Struct, frozen=True):
    """What the name of an exercise tells."""

    name: str
    side: Side = Side.NONE
    reps: int = 0
    held: float = 0.0


def written(label: Label) -> str:
    """``Heel raises, left leg, 10 times, hold 5 s``."""
    count = f"{label.reps} times" if label.reps else ""
    held = f"hold {label.held:g} s" if label.held else ""
    return ", ".join(filter(None, (label.name, leg(label.side), count, held)))


def parsed(text: str) -> Label:
    """The same back; sides that are none of a leg stay in the name."""
    text = " ".join(text.split())
    reps, held = 0, 0.0
    if count := _COUNT.search(text):
        text, reps, held = text[: count.start()], int(count["reps"]), float(count["held"] or 0)
    found = _LEG.match(text)
    if not found:
        bare = _BARE.match(text)
        found = bare if bare and _OF_LEGS.search(bare["name"] or bare["name2"]) else None
    if not found:
        return Label(text, Side.NONE, reps, held)
    name = (found["name"] or found["name2"]).strip(" ,:-(")
    side = Side.LEFT if (found["side"] or found["side2"]).lower().startswith("l") else Side.RIGHT
    return Label(name[0].upper() + name[1:] if name else text, side, reps, held)


def still(name: str) -> bool:
    """Whether an exercise is held still, by its name; what neither holds nor moves for sure is taken to move."""
    plain = name.lower()
    if keywords.CONTEXT.search(plain):
        return False
    if keywords.STILL.search(plain):
        return True
    return bool(keywords.HELD.search(plain)) and not keywords.MOVED.search(plain)
