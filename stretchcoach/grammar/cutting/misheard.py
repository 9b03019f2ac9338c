"""What a recogniser writes for a short form that sounds the same: *your making it worse*, *this calves swollen*."""

import re

_AFTER_YOU = "(?:making|hurting|killing|doing) (?:it|me|this|that|my)"
_AFTER_WE = "(?:getting|nearly|almost|done|finished)"
_SOUNDS = tuple(
    (re.compile(rf"(?i)\b{heard}\b(?= |$)"), meant)
    for heard, meant in (
        (rf"your(?= {_AFTER_YOU}\b)", "you are"),
        (rf"^((?:oh|yes|no|and|well|so) )?were(?= {_AFTER_WE}\b)", r"\1we are"),
        (r"(this|that|my left|my right|the left|the right)(?: one)? calves", r"\1 calf is"),
        (r"(this|that|my left|my right|the left|the right) (leg|foot|ankle|knee)s", r"\1 \2 is"),
    )
)


def as_meant(text: str) -> str:
    """The text with the short forms that were meant."""
    for sound, meant in _SOUNDS:
        text = sound.sub(meant, text)
    return text
