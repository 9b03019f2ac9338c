"""A cramp's lines where nobody can answer: what asks for a key or a word tells what to do instead."""

from collections.abc import Callable

from stretchcoach.words import recording_lines
from stretchcoach.words.cramp import ASKING, CHECK_FIRST, EASE_AND_CHECK, PLACE_QUESTION
from stretchcoach.words.first_lines import SAFETY

SECONDS = 660.0
"""Ten minutes of it, and what is said then."""
CALL = recording_lines.CALL_NOW
SIGNS = recording_lines.HAPPENING_NOW_CALL
GONE = recording_lines.EASE_OFF
ANOTHER = recording_lines.NOT_GONE_YET
_FIRST_SIGNS = recording_lines.HAPPENING_NOW


def worded(number: str) -> Callable[[str], str]:
    """How each line is said; ``number``: the emergency number, in words."""
    others = {
        SAFETY: CALL.format(number=number),
        CHECK_FIRST: GONE,
        EASE_AND_CHECK: GONE,
        ASKING: recording_lines.TOES_UP,
        _FIRST_SIGNS: SIGNS.format(number=number),
        PLACE_QUESTION: ANOTHER,
    }
    return lambda text: others.get(text, text)
