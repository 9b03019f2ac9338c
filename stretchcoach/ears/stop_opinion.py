"""Checks *stop* against what the decoder read: it is looked for in what was half read, and told from *start*.

Positive thresholds compare with probabilities of the head, negative ones with log likelihoods of the decoder, unless
they are described otherwise.
"""

from stretchcoach.core.vocabulary import STOP, labelled
from stretchcoach.ears.decoder import WRITTEN, Said
from stretchcoach.ears.guess import CROWDED, Guess
from stretchcoach.grammar.lexicon.patterns import Words
from stretchcoach.grammar.meaning import plain

STOP_CERTAIN, STOP_DOUBTED, STOP_LIKELY = 0.60, 0.50, -8.0
"""*Stop* is accepted at once from the first on; below the second, or in running talk, the decoder must score it at
least as the third."""
START, START_TRACE, STOP_AGREED, STOP_CLOSE = "start", 0.02, -5.0, 3.0
"""Some voices say *start* so that the head takes it for *stop*.  Where *start* has this probability beside a *stop*
that is not nearly certain, the decoder must have read *stop*, or score it like this and at most so far below the
text."""
START_LIKELY, START_CLOSE = 0.60, 1.0
"""Others say it so that the decoder reads *stop*.  It is *start* where the head gives it this probability, more than
it gives *stop*, and the decoder scores it at most so far below the text: in 281 recordings of *stop*, over talk and
noise too, the head never gave *start* more than 0.46."""
STOP_AMONG, STOP_HINTED = 5, 0.10
"""*Stop* is looked for in texts of at most this many words, and counts where the head gave it this probability and the
text spells it."""
STOP_SPELLED = frozenset({"stop", "stops"})
STOPPED, STOPPED_UNSURE = "stopped", -1.0
"""*Stop that* may be read as *stopped that*: it counts only where the text scores no higher than
this; *he kindly stopped for me* scores higher."""
STOP_LAST, STOP_LAST_SPELLED = 0.40, 0.30
"""Probability of *stop* as the last word of a short saying, judged alone, from which it counts whatever the text is
(*Haste up*), and from which it counts where the text spells it.  The end of one long word does not: *limestone*."""
LONG, LONG_READ = 7, 0.70
"""Nor does the end of a last word with more letters, *LibriVox*; with as many only where the text has this probability,
or the head gave *stop* less than ``STOP_TRACE``."""
_STOPS_BY_ITSELF = frozenset("it that this has have had cramp cramping pain hurting is all everything leg calf".split())
STOP_ASKED = 0.10
"""Probability of *stop* from which the ways to say it are scored where a short text means nothing."""
STOP_NEAR, STOP_NEARER, STOP_TRACE = -8.0, 6.0, 0.05
"""A saying with *stop* that sounds like the text counts with these looser limits where the head gave *stop* at least
this trace."""
STOP_HALF, STOP_FAR, STOP_FARTHER = 0.25, -12.0, 7.0
"""From this probability on with looser ones: in two hours of talk no short text that meant nothing had it."""


def stopped(guess: Guess, said: Said, meant: tuple[str, str], runs: bool) -> tuple[str, str]:
    """What counts for a guess of *stop*: it does, unless it is part of running talk, or was clearly another saying.

    ``meant``: label and phrase of the text; ``runs``: the text continues a sentence.
    """
    likely = said.likely(guess.phrase)
    doubtful = guess.amid and guess.probability < STOP_CERTAIN
    if likely < STOP_LIKELY and meant[0] != STOP:
        written = not said.text or any(word.startswith(STOP) for word in plain(said.text))
        unheard = guess.probability < STOP_DOUBTED and not written and not meant[0]
        doubtful = doubtful or guess.amidst or unheard
    if doubtful:
        return "", ""
    stands = runs or not meant[0] or likely > said.whole - 1
    return (guess.label, guess.phrase) if stands else meant


def may_be_start(guess: Guess, said: Said, meant: str) -> bool:
    """Whether a guess of *stop* may have been *start*, and the decoder does not agree that it was *stop*."""
    agreed = said.likely(guess.phrase) >= max(STOP_AGREED, said.whole - STOP_CLOSE)
    return guess.start >= START_TRACE and meant not in (STOP, START) and not agreed


def rather_start(said: Said, hints: dict[str, float]) -> bool:
    """Whether it was *start* though the decoder read *stop*; ``hints``: the head's best probability of each label."""
    heard = hints.get(START, 0.0) >= max(START_LIKELY, hints.get(STOP, 0.0))
    return heard and plain(said.text) == (STOP,) and said.likely(START) >= said.whole - START_CLOSE


def stop_in(said: Said, hint: float, stop_last: float) -> bool:
    """Whether a short saying holds *stop* though the text is only half right: *I sit stop* for *I said stop*.

    ``hint``: the head's best probability of it; ``stop_last``: that of the last word, judged alone.
    """
    words = plain(said.text)
    if not _short(words):
        return False
    if stop_last >= STOP_LAST and not _end_of_another(said, words, hint):
        return True
    least, most = (STOP_FAR, STOP_FARTHER) if hint >= STOP_HALF else (STOP_NEAR, STOP_NEARER)
    for phrase, likely in said.others if hint >= STOP_TRACE else ():
        saying = len(plain(phrase)) > 1 and labelled(phrase, frozenset({STOP}))
        if saying and likely >= max(least, said.whole - most):
            return True
    if STOP in words and hint >= STOP_TRACE and said.whole >= WRITTEN:
        return True
    heard = hint >= STOP_HINTED or stop_last >= STOP_LAST_SPELLED
    spelled = not STOP_SPELLED.isdisjoint(words) or (STOPPED in words and said.whole <= STOPPED_UNSURE)
    return heard and spelled


def stop_hinted(said: Said, hint: float, crowd: float) -> bool:
    """Whether nothing that was read tells what a short saying was, and the head may have heard *stop* in it."""
    words = plain(said.text)
    return hint >= STOP_ASKED and crowd <= CROWDED and bool(words) and _short(words)


def _short(words: Words) -> bool:
    """Whether *stop* is looked for in a text: it is short, and nothing in it is denied."""
    return len(words) <= STOP_AMONG and "not" not in words


def _end_of_another(said: Said, words: Words, hint: float) -> bool:
    """Whether the last word that was read is another that ends like *stop*: clear and by itself, or too long."""
    if len(words) == 1 and hint < STOP_TRACE and said.whole >= WRITTEN:
        return True
    last = words[-1] if words and STOP not in words[-1] else ""
    return len(last) > LONG or (len(last) == LONG and (said.probability >= LONG_READ or hint < STOP_TRACE))


def perhaps_stop(said: Said, hint: float) -> bool:
    """Whether *stopped* was read without what stopped: *Jesus stopped* may have been *Jesus, stop*."""
    words = plain(said.text)
    return STOPPED in words and hint >= STOP_TRACE and _STOPS_BY_ITSELF.isdisjoint(words)
