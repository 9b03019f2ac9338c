"""What counts by the decoder's text alone though the head was never told of it: single words, and answers with more."""

from stretchcoach.ears.crowd_limit import QUIET
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.guess import Guess
from stretchcoach.grammar.answered import YES, answered
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain

RUNNING = frozenset("and but then or with as when because".split())
"""First words of a text that continues a sentence, and so was not said to the coach, ..."""
_ASKS_WHEN = frozenset("is does do did will can are may".split())
"""... but for *when* with one of these after it."""
SINGLE = frozenset(
    "enough cancel halt abort ouch ow argh agony painful hurting tighter worsening excruciating unbearable easing"
    " fading loosening improving subsiding unchanged sure never nah sometimes definitely absolutely certainly probably"
    " possibly perhaps pardon rewind unpause hurry slowly shush correct affirmative quicker".split()
)
"""Single words that count without the head."""
MURMURED = frozenset("mhm hmm uh huh um er ah oh".split())
"""Words that the decoder also reads in noise."""
_MOANS = MURMURED | {"mm", "eh", "uhhuh", "ow", "argh"}
"""What it writes of a moan, which the head may take for *eight*."""
YES_HINTED = 0.10
"""An answer with more after it, *yes, every night*, counts by voice only where the head found a *yes* this likely."""


def running(said: Said) -> bool:
    """Whether the text continues a sentence, and so was not said to the coach."""
    words = plain(said.text)
    asks = words[:1] == ("when",) and words[1:2] and words[1] in _ASKS_WHEN
    return len(words) > 1 and words[0] in RUNNING and not asks


def moaned(guess: Guess, said: Said) -> bool:
    """Whether a number was guessed of what the decoder wrote down as a moan."""
    words = plain(said.text)
    return guess.label in NUMBERS and bool(words) and _MOANS.issuperset(words)


def answered_yes(said: Said, armed: frozenset[str], hints: dict[str, float], crowd: float) -> bool:
    """Whether it is a *yes* with more after it that takes nothing back, said into a quiet room."""
    heard = YES in armed and crowd <= QUIET and hints.get(YES, 0.0) >= YES_HINTED
    return heard and answered(said.text) == YES
