"""The three taps at the end of a cramp: what a diary is worth nothing without, and nobody knows the next morning."""

from collections.abc import Mapping

from stretchcoach.core.knowledge import NO, YES
from stretchcoach.core.messages import Choice, Question, Side
from stretchcoach.words import questions as words

SIDE, WORST, ASLEEP = "side", "severity", "woke"
LEGS = (Choice("left", words.LEFT, "l"), Choice("right", words.RIGHT, "r"), Choice("both", words.BOTH, "b"))
PAIN = tuple(Choice(str(number), str(number), str(number)) for number in range(10))
ESSENTIALS = (
    Question(SIDE, words.WHICH_LEG, LEGS, words.WHICH_LEG_WHY),
    Question(WORST, words.WORST_PAIN, PAIN, words.WORST_PAIN_WHY),
    Question(
        ASLEEP,
        words.ASLEEP,
        (Choice(YES, words.YES, "y"), Choice(NO, words.NO, "n")),
        words.ASLEEP_WHY,
    ),
)
"""In their order; each may be left out."""


def missing(told: Mapping[str, object], side: Side) -> Question | None:
    """The next that is not told; None when all are."""
    known = {*told} | ({SIDE} if side is not Side.NONE else set())
    return next((each for each in ESSENTIALS if each.key not in known), None)
