"""A cramp's lines where nobody can answer: what asks for a key or a word tells what to do instead."""

from collections.abc import Callable

from stretchcoach.words.cramp import ASKING, CHECK_FIRST, EASE_AND_CHECK, PLACE_QUESTION
from stretchcoach.words.first_lines import SAFETY

SECONDS = 660.0
"""Ten minutes of it, and what is said then."""
CALL = "Chest pain, breathless or injured? Call {number} now."
SIGNS = "Is any of this happening now? Call {number}."
GONE = "Ease off slightly. If it's gone, stop here."
ANOTHER = "Not gone yet. Try another position."
_FIRST_SIGNS = "Is any of this happening now?"


def worded(number: str) -> Callable[[str], str]:
    """How each line is said; ``number``: the emergency number, in words."""
    others = {
        SAFETY: CALL.format(number=number),
        CHECK_FIRST: GONE,
        EASE_AND_CHECK: GONE,
        ASKING: "Toes up. Some signs need help at once.",
        _FIRST_SIGNS: SIGNS.format(number=number),
        PLACE_QUESTION: ANOTHER,
    }
    return lambda text: others.get(text, text)
