"""How much talk may run before what was said, a television or people at table, for it to count all the same."""

from stretchcoach.core.vocabulary import YES_NO
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.guess import ALWAYS_ASKED, CROWDED, NUMBERS_CROWDED
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain, told_by_phrases_alone

OVER_CROWDED = 0.45
"""Share of talk up to which a saying counts that was said plainly over it: of at least as many words, ..."""
SEVERAL, SURELY, ABOVE = 3, -1.6, 4.0
"""... read with at least this log likelihood, and so many decibels louder than nearly all of the talk."""
QUIET = 0.05
"""The same of a saying of which only a phrase is understood, and of an answer with more after it."""
_NARRATED = YES_NO | ALWAYS_ASKED | set(NUMBERS)
"""What a narrator says as well, *I don't know*, and what may not be taken from one."""


def crowd_limit(said: Said, label: str, above: float) -> float:
    """The share of talk up to which what was read counts; ``above``: decibels by which it is louder than that talk."""
    if told_by_phrases_alone(said.text):
        return QUIET
    if label in NUMBERS:
        return NUMBERS_CROWDED
    plainly = len(plain(said.text)) >= SEVERAL and said.whole >= SURELY and above >= ABOVE
    return OVER_CROWDED if plainly and label not in _NARRATED else CROWDED
