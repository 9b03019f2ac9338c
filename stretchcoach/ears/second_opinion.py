"""Checks a word that the closed-set head found (the guess) against what the decoder read in the whole utterance.

A guess is accepted at once only where it is nearly certain: *stop* almost always, any other word only if it was said
alone, after quiet.  Everything else waits 0.1 to 0.2 s for the decoder's text.  The text may confirm the guess, change
it (*it's not gone*) or mean nothing; where it means nothing, the guess counts only if the head found it likely enough.
A saying that the head does not know is understood from the text alone.

Positive thresholds compare with probabilities of the head, negative ones with log likelihoods of the decoder, unless
they are described otherwise.
"""

import numpy as np

from stretchcoach.core.vocabulary import STOP, YES_NO, labelled
from stretchcoach.ears.decoder import WRITTEN, Said
from stretchcoach.ears.guess import ALWAYS_ASKED, Guess
from stretchcoach.ears.spotter import LABELS
from stretchcoach.ears.stop_opinion import (
    START,
    START_TRACE,
    STOP_CERTAIN,
    may_be_start,
    stopped,
)
from stretchcoach.ears.words_alone import moaned, running
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain
from stretchcoach.grammar.whole_sayings import strictly

CERTAIN = 0.85
"""A word after quiet needs no second opinion from this probability on; but see ``ALWAYS_ASKED``."""
REASSURES = "no"
"""An answer that may not be taken where the decoder wrote one of the others, ..."""
CALLS_FOR_HELP = YES_NO - {REASSURES}
"""... and not into noise."""
_AFFIRMING = frozenset({"yes", "not sure"})
"""The others as the grammar names them."""
PLAINLY, TURNED = ("gone", "it's gone", "much better"), ("not gone", "it's not gone", "not better")
"""Phrases that mean *gone*, and phrases that sound like them and mean the opposite; the decoder scores each of them.
The person is asked again where one of the second kind scores within one of these three margins:"""
NEAR_TEXT, NEAR_PLAINLY, NEAR_NOTHING = 8.5, 5.5, 3.0
"""margin (log likelihood) to a text that means *gone*; to a text that is one of ``PLAINLY``; and to the best of
``PLAINLY`` where the text means nothing."""
NOT_GONE, MAYBE_GONE = "not gone", "maybe it's gone"
ASK_AGAIN = UNCLEAR, UNCLEAR
"""Label and phrase of what was said to the coach, where it may be either of two words."""
PLAIN, BY_LIKELIHOOD, AT_MOST = 0.13, -0.05, 0.65
"""Where the decoder read something else, a guess counts from ``PLAIN + BY_LIKELIHOOD * score`` on (0.28 at a score of
-3, 0.58 at -9); in a sentence that goes on, from ``AT_MOST`` on."""
ANOTHER = 0.78
"""Upper limit of that sum: at a score of -12 the head gives *sugar* 0.74 as *shorter*."""
OTHER_WORD, BY_DISTANCE, OTHER_AT_MOST, WORD_READ = 0.28, 0.07, 0.57, -1.95
"""Where the decoder read a single word that scores the last or more, the guess counts from the first and so much for
each by which it scores less, and at most from the third on: *Badger* scores 6 more than *better*, to which the head
gives 0.52."""
AMID, CLEARLY = 0.60, -3.0
"""A guess in the middle of talk counts where head and decoder both find it this likely, ..."""
BEYOND_DOUBT = 0.80
"""... or the head alone this probable."""
WORD_WRITTEN, WORD_CLEAR, WORD_DOUBTED = -1.75, 1.2, 0.70
"""In talk or noise one of our words that the decoder wrote counts against another one that the head found: if the text
scores the first or more and that one so much less, and the head is less sure of it than the third."""
REPEAT, HEARD, HEARD_CLOSE = "repeat", 0.35, 4.0
"""*What?* and *huh?* are also what the decoder writes for *left* and *right*: the head's word counts from this
probability on if the decoder scores it at most so far below that."""
COUNTED, BY_COUNTED = 0.05, -0.02
"""``PLAIN`` and ``BY_LIKELIHOOD`` for numbers, where a mistake does no harm: 0.15 at a score of -5, 0.25 at -10."""
NEGATIONS, DENIED_AMONG = frozenset({"not", "never", "no"}), 5
"""A text of at most this many words with a negation may deny *gone*."""
_BLURRED = 3
"""In a text of more words than this, a guess must be clear to count."""
NEAR, NEARER = -5.5, 4.5
"""A saying that sounds like the text counts if it scores the first or more, and at most the second below it; ..."""
GONE_NEAR, GONE_NEARER = -4.0, 2.5
"""... *gone* has stricter limits; ..."""
SINGLE_NEARER = 1.5
"""... and so has a single word."""
NEARLY_AS_LIKELY = 2.5
"""Where the text means nothing, a word that the decoder was asked for may score at most so much below it."""


def phrases_asked(guess: Guess) -> tuple[str, ...]:
    """The phrases that the decoder is to score for this guess."""
    also = (*PLAINLY, *TURNED) if guess.label in ALWAYS_ASKED else ()
    return (guess.phrase, *(phrase for phrase in also if phrase != guess.phrase))


def at_once(guess: Guess) -> bool:
    """Whether the guess is accepted without the decoder."""
    if guess.label == STOP:
        return guess.probability >= (CERTAIN if guess.amidst or guess.start >= START_TRACE else STOP_CERTAIN)
    quiet = guess.alone and not guess.crowded
    return quiet and guess.probability >= CERTAIN and guess.label not in ALWAYS_ASKED


def without_decoder(guess: Guess) -> bool:
    """Whether the guess is accepted where there is no decoder."""
    return guess.label == STOP or (guess.alone and not guess.crowded and guess.probability >= 0.4)


def settled(guess: Guess, said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """Label and phrase that count once the decoder has read the utterance of a guess; empty where nothing counts."""
    found = _settled(guess, said, armed) if not moaned(guess, said) else ("", "")
    if found[0] == REASSURES and said.whole >= WRITTEN and _affirms(said, armed):
        return ASK_AGAIN if UNCLEAR in armed else ("", "")
    return found


def _affirms(said: Said, armed: frozenset[str]) -> bool:
    """Whether what was read is no *no*, or would be none if it were said to us: *that's true* may be said to others."""
    return labelled(said.text, armed) in CALLS_FOR_HELP or not _AFFIRMING.isdisjoint(strictly(plain(said.text)))


def by_itself(guess: Guess, whole: Said, word: Said, armed: frozenset[str]) -> tuple[str, str]:
    """The same where the whole utterance meant nothing, and the word was read once more without the talk before it.

    The decoder may only bear the guess out, and nobody is reassured by a *no* that it did not write.
    """
    if labelled(whole.text, armed):
        return "", ""
    meant = labelled(word.text, armed)
    found = settled(guess._replace(alone=True, amid=False), word, armed)
    likely = word.likely(guess.phrase)
    if not meant and not found[0] and guess.label != STOP and likely >= word.whole - NEARLY_AS_LIKELY:
        found = guess.label, guess.phrase
    told = found[0] == guess.label and (meant == guess.label or found[0] != REASSURES)
    return found if told else ("", "")


def _settled(guess: Guess, said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """The same, even if it is a *no* against what the decoder wrote."""
    likely = said.likely(guess.phrase)
    head = guess.label, guess.phrase
    meant = labelled(said.text, armed), said.text
    if guess.label == STOP:
        meant = meant if meant[0] else near(said, armed)
        if may_be_start(guess, said, meant[0]):
            return ASK_AGAIN if UNCLEAR in armed else ("", "")
        return stopped(guess, said, meant, running(said))
    if _another_of_ours(guess, said, meant[0]):
        return meant
    same = meant[0] == guess.label
    firm = guess.firm and (same or not meant[0])
    if guess.amid or guess.crowded:
        enough = guess.amid or same or guess.probability >= CERTAIN
        return head if firm or (enough and _clear(guess, likely)) else ("", "")
    doubt = guess.label in ALWAYS_ASKED and meant[0] in ("", guess.label) and _doubted(said, same)
    return (labelled(doubt, armed), doubt) if doubt else _weighed(guess, said, armed, meant)


def _weighed(guess: Guess, said: Said, armed: frozenset[str], meant: tuple[str, str]) -> tuple[str, str]:
    """``settled`` where no talk is running; ``meant``: label and phrase of the text."""
    head, same = (guess.label, guess.phrase), meant[0] == guess.label
    firm = guess.firm and (same or not meant[0])
    if running(said):
        return head if firm or (same and guess.probability >= AT_MOST) else ("", "")
    if not meant[0]:
        meant = near(said, armed)
        same = meant[0] == guess.label
        if meant[0] and not same and guess.probability >= AT_MOST and _as_likely(guess, said, meant[1]):
            return head
    if not meant[0] or same:
        return head if same or firm or _borne_out(guess, said) else ("", "")
    return _differing(guess, said, armed, meant)


def _differing(guess: Guess, said: Said, armed: frozenset[str], meant: tuple[str, str]) -> tuple[str, str]:
    """The same where the text means something else than the guess."""
    likely, head = said.likely(guess.phrase), (guess.label, guess.phrase)
    several = len(plain(meant[1])) > 1
    if several and said.made_of_noise and meant[0] not in (STOP, UNCLEAR):
        return head if likely > said.whole and guess.label not in ALWAYS_ASKED else ("", "")
    if _misread(guess, said, meant[0]):
        return head
    if meant[0] not in (STOP, UNCLEAR) and _torn(guess, said, meant[1]):
        surely = guess.probability >= AT_MOST and likely >= said.whole and guess.label not in ALWAYS_ASKED
        if surely or UNCLEAR in armed:
            return head if surely else ASK_AGAIN
    return meant if several or said.probability > guess.probability else ("", "")


def _another_of_ours(guess: Guess, said: Said, meant: str) -> bool:
    """Whether the decoder wrote one of our words so clearly that the head found the wrong one in talk or noise."""
    clear = said.whole >= WORD_WRITTEN and said.likely(guess.phrase) <= said.whole - WORD_CLEAR
    ours = " ".join(plain(said.text)) in LABELS and meant not in ("", guess.label, REASSURES, *ALWAYS_ASKED)
    return ours and clear and guess.probability < WORD_DOUBTED and not guess.alone and guess.label != START


def _misread(guess: Guess, said: Said, meant: str) -> bool:
    """Whether the decoder wrote *what* for the word that the head found."""
    words = plain(said.text)
    asks = meant == REPEAT and len(words) == 1 and words[0] not in LABELS
    heard = guess.probability >= HEARD and said.likely(guess.phrase) >= said.whole - HEARD_CLOSE
    return asks and heard and guess.label not in (REASSURES, *ALWAYS_ASKED)


def _torn(guess: Guess, said: Said, other: str) -> bool:
    """Whether head and decoder heard a whole utterance differently, and the decoder scores both about as high."""
    words = plain(said.text)
    differs = set(plain(guess.phrase)).isdisjoint(words)
    return differs and (guess.alone or len(words) == 1) and _as_likely(guess, said, other)


def _as_likely(guess: Guess, said: Said, other: str) -> bool:
    """Whether the decoder scores the guess about as high as its text, or as ``other``, a saying that sounds like it."""
    likely = dict(said.others)
    ours = (guess.phrase, *(PLAINLY if guess.label in ALWAYS_ASKED else ()))
    return max(likely.get(phrase, -np.inf) for phrase in ours) >= likely.get(other, said.whole) - NEAR_NOTHING


def _doubted(said: Said, same: bool) -> str:
    """What counts instead of the head's *gone* where the text may deny it; ``same``: the text means *gone*."""
    if denied(said.text):
        return NOT_GONE
    likely = dict(said.others)
    plainly, turned = (max(likely.get(phrase, -np.inf) for phrase in some) for some in (PLAINLY, TURNED))
    near = NEAR_TEXT if plainly < said.whole - 1 else NEAR_PLAINLY
    doubtful = turned >= (said.whole - near if same else plainly - NEAR_NOTHING) > -np.inf
    return MAYBE_GONE if doubtful else ""


def denied(text: str) -> bool:
    """Whether the text is short and has a negation in it."""
    words = plain(text)
    return len(words) <= DENIED_AMONG and not NEGATIONS.isdisjoint(words)


def _borne_out(guess: Guess, said: Said) -> bool:
    """Whether the guess counts although the text means nothing."""
    likely, words = said.likely(guess.phrase), len(plain(said.text))
    if guess.label in NUMBERS and words <= _BLURRED:
        return guess.probability >= COUNTED + BY_COUNTED * likely
    if words > _BLURRED or not guess.alone:
        return _clear(guess, likely)
    least = min(ANOTHER, PLAIN + BY_LIKELIHOOD * likely)
    if words == 1 and said.whole >= WORD_READ:
        least = max(least, min(OTHER_AT_MOST, OTHER_WORD + BY_DISTANCE * (said.whole - likely)))
    return guess.probability >= least


def _clear(guess: Guess, likely: float) -> bool:
    """Whether the guess is likely enough to count in the middle of other talk."""
    surely = guess.probability >= BEYOND_DOUBT or (likely >= CLEARLY and guess.probability >= AMID)
    return surely and guess.label not in ALWAYS_ASKED


def near(said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """Label and phrase of the best saying that sounds like the text, if it scores high enough."""
    phrase, likely = max(said.others, key=lambda other: other[1], default=("", 0.0))
    label = labelled(phrase, armed)
    least, most = (GONE_NEAR, GONE_NEARER) if label in ALWAYS_ASKED else (NEAR, NEARER)
    most = most if len(plain(phrase)) > 1 else SINGLE_NEARER
    near = label and likely >= least and said.whole - likely <= most
    return (label, phrase) if near else ("", "")
