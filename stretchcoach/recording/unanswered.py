"""A cramp's lines where nobody can answer: what asks for a key or a word tells what to do instead."""

from collections.abc import Callable

from stretchcoach.words import recording_lines
from stretchcoach.words.cramp import ASKING, CHECK_FIRST, EASE_AND_CHECK, PLACE_QUESTION
from stretchcoach.words.first_lines import SAFETY

SECONDS = 660.0
"""Ten minutes of it, and what is said then."""


def worded(number: str) -> Callable[[str], str]:
    """How each line is said; ``number``: the emergency number, in words."""
    others = {
        SAFETY: recording_lines.CALL_NOW.format(number=number),
        CHECK_FIRST: recording_lines.EASE_OFF,
        EASE_AND_CHECK: recording_lines.EASE_OFF,
        ASKING: recording_lines.TOES_UP,
        recording_lines.HAPPENING_NOW: recording_lines.HAPPENING_NOW_CALL.format(number=number),
        PLACE_QUESTION: recording_lines.NOT_GONE_YET,
    }
    return lambda text: others.get(text, text)
