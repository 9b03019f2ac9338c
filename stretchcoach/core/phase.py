"""The phases of a cramp."""

from enum import Enum

from stretchcoach.words import cramp as words

ROUNDS = 3
"""Holds in one position before something else is tried."""


class Phase(Enum):
    """Where the protocol stands."""

    OPENING = words.PHASE_OPENING
    TEACH = words.PHASE_TEACH
    HOLD = words.PHASE_HOLD
    EASE = words.PHASE_EASE
    EASED = words.PHASE_EASED
    ALARM = words.PHASE_ALARM
    SUPPORT = words.PHASE_SUPPORT
    SAFETY_CHECK = words.PHASE_SAFETY_CHECK
    PLACE = words.PHASE_PLACE
    VARIANT = words.PHASE_VARIANT
    VARIANT_EASE = words.PHASE_VARIANT_EASE
    BREATHE = words.PHASE_BREATHE
    KEEP = words.PHASE_KEEP
    LIGHT = words.PHASE_LIGHT
    WIGGLE = words.PHASE_WIGGLE
    RUB = words.PHASE_RUB
    WALK = words.PHASE_WALK
    HEELS = words.PHASE_HEELS
    ADVICE = words.PHASE_ADVICE
    TAP = words.PHASE_TAP
    OFFER = words.PHASE_OFFER


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
