"""So many on the one side, or the one way, and as many on the other: ``10 right, 10 left``."""

from stretchcoach.handout.atoms import Maker, both_of, turns_of, ways_of
from stretchcoach.handout.numbers import span

_RIGHT, _LEFT = r"\s+(?:on the\s+)?(?:right|r)\b", r"\s+(?:on the\s+)?(?:left|l)\b"
_THEN = r"\s*[,;/]?\s*(?:and\s+|then\s+)*"
_COUNTED = r"\s*(?:x|times?|circles|rotations|reps)?\s*"
_OTHER_WAY = r"(?:(?:anti|counter)[- ]?clockwise|(?:in )?the (?:other|opposite) (?:way|direction)|(?:in )?the other)\b"
TURNS: tuple[tuple[str, Maker], ...] = (
    (
        rf"{span('n')}{_RIGHT}{_THEN}{span('r')}{_LEFT}|{span('m')}{_LEFT}{_THEN}{span('q')}{_RIGHT}",
        turns_of,
    ),
    (
        rf"\b(?:to the\s+|on the\s+)?(?:right|left)\s+{span('n')}(?:\s*times)?\s*[,;]?\s*(?:and\s+|then\s+)*"
        rf"{span('r')}(?:\s*times)?\s+(?:to|on) the (?:left|right)\b",
        turns_of,
    ),
    (
        rf"{span('n')}{_COUNTED}(?:clockwise|(?:in )?one (?:way|direction))\s*[,;&]?\s*(?:and\s+|then\s+)*"
        rf"{span('r')}{_COUNTED}{_OTHER_WAY}",
        ways_of,
    ),
    (
        r"(?:(?P<n>(?<!\d)\d{1,2})\s*(?:x|sets? of)\s*)?(?<![\d+])(?P<r>\d{1,2})\s*\+\s*(?P=r)(?![\d+])"
        r"(?:\s*(?:reps?|times|x\b))?",
        both_of,
    ),
)
