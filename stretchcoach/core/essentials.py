"""The three taps at the end of a cramp: what a diary is worth nothing without, and nobody knows the next morning."""

from collections.abc import Mapping

from stretchcoach.core.knowledge import NO, YES
from stretchcoach.core.messages import Choice, Question, Side

SIDE, WORST, ASLEEP = "side", "severity", "woke"
LEGS = (Choice("left", "Left", "l"), Choice("right", "Right", "r"), Choice("both", "Both", "b"))
PAIN = tuple(Choice(str(number), str(number), str(number)) for number in range(10))
ESSENTIALS = (
    Question(SIDE, "Which leg was it?", LEGS, "So that you can see later whether it is always the same."),
    Question(WORST, "What was the worst pain, nought to nine?", PAIN, "Nought is no pain, nine is the worst you know."),
    Question(
        ASLEEP,
        "Were you asleep when it began?",
        (Choice(YES, "Yes", "y"), Choice(NO, "No", "n")),
        "Cramps that wake people have causes of their own.",
    ),
)
"""In their order; each may be left out."""


def missing(told: Mapping[str, object], side: Side) -> Question | None:
    """The next that is not told; None when all are."""
    known = {*told} | ({SIDE} if side is not Side.NONE else set())
    return next((each for each in ESSENTIALS if each.key not in known), None)
