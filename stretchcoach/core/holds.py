"""How long each muscle is held still: what the limit before exercise is about."""

from collections.abc import Iterator

from stretchcoach.core.messages import Side
from stretchcoach.core.routine import Sides, Stretch

LIMIT = 30.0
"""Most seconds of static hold for a muscle, on one side, before exercise.  Source: BEHM16, KAY12."""
BOTH_SIDES = (Side.LEFT, Side.RIGHT)
_ONE = {Sides.LEFT: (Side.LEFT,), Sides.RIGHT: (Side.RIGHT,)}


def muscle(stretch: Stretch) -> str:
    """What is stretched; where that is not said, each name is a muscle of its own."""
    return (stretch.muscle or stretch.name).casefold()


def static_seconds(stretch: Stretch, rounds: int = 1) -> Iterator[tuple[tuple[str, Side], float]]:
    """Seconds of static hold for each muscle and side; a stretch without sides counts for both, strength for none."""
    if stretch.hold is not None and not stretch.strength:
        for side in _ONE.get(stretch.side, BOTH_SIDES):
            yield (muscle(stretch), side), stretch.hold * (stretch.reps or 1) * stretch.sets * rounds
