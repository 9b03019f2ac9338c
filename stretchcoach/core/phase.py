"""The phases of a cramp."""

from enum import Enum

ROUNDS = 3
"""Holds in one position before something else is tried."""


class Phase(Enum):
    """Where the protocol stands."""

    OPENING = "Here with you"
    TEACH = "Practice"
    HOLD = "Hold"
    EASE = "Ease and check"
    EASED = "Pull less"
    ALARM = "Is it more than a cramp?"
    SUPPORT = "Let it rest"
    SAFETY_CHECK = "Safety questions"
    PLACE = "Another position"
    VARIANT = "Hold, new position"
    VARIANT_EASE = "Ease and check, new position"
    BREATHE = "Slow breathing"
    KEEP = "Ten minutes: get help"
    LIGHT = "Gentle hold"
    WIGGLE = "Ankle wiggles"
    RUB = "Gentle rub"
    WALK = "Easy walk"
    HEELS = "On your heels"
    ADVICE = "What to do now"
    TAP = "For your diary"
    OFFER = "One question"


CRAMPING = frozenset(
    {
        Phase.OPENING,
        Phase.TEACH,
        Phase.HOLD,
        Phase.EASE,
        Phase.EASED,
        Phase.ALARM,
        Phase.SUPPORT,
        Phase.PLACE,
        Phase.VARIANT,
        Phase.VARIANT_EASE,
        Phase.BREATHE,
        Phase.KEEP,
    }
)
"""Phases in which it has not let go."""
