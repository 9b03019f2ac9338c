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
from stretchcoach.ears.crowd_limit import crowd_limit
from stretchcoach.ears.decoder import WRITTEN, Said
from stretchcoach.ears.guess import ALWAYS_ASKED, CROWDED, Guess
from stretchcoach.ears.spotter import LABELS
from stretchcoach.ears.stop_opinion import (
    START,
    START_TRACE,
    STOP_CERTAIN,
    STOP_HINTED,
    may_be_start,
    perhaps_stop,
    rather_start,
    stop_in,
    stopped,
)
from stretchcoach.ears.words_alone import MURMURED, SINGLE, answered_yes, moaned, running
from stretchcoach.grammar.answered import YES
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
CALLED = 0.10
"""A *no* that only the decoder wrote is asked again where the head found one of those this likely, and *no* not half as
much: some voices say *I have, yes* so that it writes *I can't*."""
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
NEGATIONS, DENIED_AMONG, DENIED_HINTED = frozenset({"not", "never", "no"}), 5, 0.15
"""A text of at most this many words with a negation means *not gone* where the head gave *gone* this probability: the
decoder writes *it isn't long* for *it isn't gone*."""
_BLURRED = 3
"""In a text of more words than this, a guess must be clear to count."""
NEAR, NEARER = -5.5, 4.5
"""A saying that sounds like the text counts if it scores the first or more, and at most the second below it; ..."""
GONE_NEAR, GONE_NEARER = -4.0, 2.5
"""... *gone* has stricter limits; ..."""
SINGLE_NEARER, SINGLE_HINTED = 1.5, 0.30
"""... and a single word needs this probability from the head as well: *worst* is not *worse*."""
GONE_WRITTEN = -2.8
"""*Gone* that only the decoder wrote is asked again below this score: over eight talkers it wrote *it is gone* for *it
isn't gone*."""
HINTED = 0.10
"""A single word of the text counts if the head gave it at least this probability."""
NEARLY, NEARLY_AS_LIKELY, NEARLY_LEAST = 0.18, 2.5, -8.0
"""Where the text means nothing, a word counts from this probability on if the decoder, asked for it, scores it at most
the second below the text and no lower than the third."""


def phrases_asked(guess: Guess) -> tuple[str, ...]:
    """The phrases that the decoder is to score for this guess."""
    also = (*PLAINLY, *TURNED) if guess.label in ALWAYS_ASKED else ()
    return (guess.phrase, *(phrase for phrase in also if phrase != guess.phrase))


def nearly_taken(hints: dict[str, float], armed: frozenset[str]) -> str:
    """The label that the head nearly took, for which the decoder is asked as well; empty where there is none.

    *Gone* and *stop* have rules of their own, nobody is reassured by half a *no*, numbers are taken at less, and where
    *stop* is likelier it is none.
    """
    labels = (armed & hints.keys()) - ALWAYS_ASKED - {STOP, REASSURES} - set(NUMBERS)
    label = max(sorted(labels), key=lambda each: hints[each], default="")
    return label if label and hints[label] >= max(NEARLY, hints.get(STOP, 0.0)) else ""


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
        meant = meant if meant[0] else _near(said, armed)
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
    likely = said.likely(guess.phrase)
    head, same = (guess.label, guess.phrase), meant[0] == guess.label
    firm = guess.firm and (same or not meant[0])
    if running(said):
        return head if firm or (same and guess.probability >= AT_MOST) else ("", "")
    if not meant[0]:
        meant = _near(said, armed)
        same = meant[0] == guess.label
        if meant[0] and not same and guess.probability >= AT_MOST and _as_likely(guess, said, meant[1]):
            return head
    if not meant[0] or same:
        return head if same or firm or _borne_out(guess, likely, len(plain(said.text))) else ("", "")
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
    if _denied(said.text):
        return NOT_GONE
    likely = dict(said.others)
    plainly, turned = (max(likely.get(phrase, -np.inf) for phrase in some) for some in (PLAINLY, TURNED))
    near = NEAR_TEXT if plainly < said.whole - 1 else NEAR_PLAINLY
    doubtful = turned >= (said.whole - near if same else plainly - NEAR_NOTHING) > -np.inf
    return MAYBE_GONE if doubtful else ""


def _denied(text: str) -> bool:
    """Whether the text is short and has a negation in it."""
    words = plain(text)
    return len(words) <= DENIED_AMONG and not NEGATIONS.isdisjoint(words)


def _borne_out(guess: Guess, likely: float, words: int) -> bool:
    """Whether the guess counts although the text, of so many words, means nothing."""
    if guess.label in NUMBERS and words <= _BLURRED:
        return guess.probability >= COUNTED + BY_COUNTED * likely
    if words > _BLURRED or not guess.alone:
        return _clear(guess, likely)
    return guess.probability >= min(ANOTHER, PLAIN + BY_LIKELIHOOD * likely)


def _clear(guess: Guess, likely: float) -> bool:
    """Whether the guess is likely enough to count in the middle of other talk."""
    surely = guess.probability >= BEYOND_DOUBT or (likely >= CLEARLY and guess.probability >= AMID)
    return surely and guess.label not in ALWAYS_ASKED


def _near(said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """Label and phrase of the best saying that sounds like the text, if it scores high enough."""
    phrase, likely = max(said.others, key=lambda other: other[1], default=("", 0.0))
    label = labelled(phrase, armed)
    least, most = (GONE_NEAR, GONE_NEARER) if label in ALWAYS_ASKED else (NEAR, NEARER)
    most = most if len(plain(phrase)) > 1 else SINGLE_NEARER
    near = label and likely >= least and said.whole - likely <= most
    return (label, phrase) if near else ("", "")


def understood(
    said: Said,
    armed: frozenset[str],
    hints: dict[str, float],
    crowd: float = 0.0,
    stop_last: float = 0.0,
    almost: str = "",
    above: float = 0.0,
) -> tuple[str, str]:
    """Label and phrase of an utterance in which the head made no guess; empty where nothing counts.

    ``hints``: the head's best probability of each label; ``stop_last``: that the last word, judged alone, is *stop*;
    ``almost``: the phrase that the head nearly took, for which the decoder was asked; ``crowd``: share of the time
    before it with talk; ``above``: decibels by which it is louder than nearly all of that.
    """
    if START in armed and rather_start(said, hints):
        return START, START
    likely = said.likely(almost, -np.inf)
    said = said._replace(others=tuple(other for other in said.others if other[0] != almost))
    found = _by_text(said, armed, hints, crowd, stop_last, above)
    if not found[0] and answered_yes(said, armed, hints, crowd):
        return YES, YES
    word = labelled(almost, armed)
    heard = hints.get(word, 0.0) >= NEARLY and likely >= max(NEARLY_LEAST, said.whole - NEARLY_AS_LIKELY)
    unsure = found[0] in ALWAYS_ASKED and (said.whole < GONE_WRITTEN or perhaps_stop(said, hints.get(STOP, 0.0)))
    if unsure or (found[0] == REASSURES and _called_for_help(hints)):
        return ASK_AGAIN if UNCLEAR in armed else ("", "")
    silent = not found[0] and not labelled(said.text, armed) and not running(said)
    return (word, almost) if heard and silent and crowd <= CROWDED else found


def _called_for_help(hints: dict[str, float]) -> bool:
    """Whether the head heard rather what is no *no*."""
    return max(hints.get(label, 0.0) for label in CALLS_FOR_HELP) >= max(CALLED, 2 * hints.get(REASSURES, 0.0))


def _by_text(
    said: Said, armed: frozenset[str], hints: dict[str, float], crowd: float, stop_last: float, above: float
) -> tuple[str, str]:
    """The same by the decoder's text alone, and by the sayings that sound like it."""
    label, phrase = labelled(said.text, armed), said.text
    hinted, stops = HINTED, label == STOP
    stop_hint = hints.get(STOP, 0.0)
    sought = not label or (stops and stop_hint >= STOP_HINTED)
    if sought and crowd <= CROWDED and stop_in(said, stop_hint, stop_last):
        return STOP, phrase if stops else STOP
    if not label:
        (label, phrase), hinted = _near(said, armed), SINGLE_HINTED
        if label == START and stop_hint > hints.get(START, 0.0):
            return "", ""
        if not label and crowd <= CROWDED and hints.get("gone", 0.0) >= DENIED_HINTED and _denied(said.text):
            label, phrase = labelled(NOT_GONE, armed), NOT_GONE
    if not stops and crowd > crowd_limit(said, label, above):
        return "", ""
    words = tuple(word for word in plain(phrase) if word not in MURMURED) or plain(phrase)[:1]
    # *Here's* is two words, but one that was heard, and so is *up, up*, which is written for *up*.
    spelled_out = len(words) > 1 and (stops or (len(said.text.split()) > 1 and len(set(words)) > 1))
    made_up = spelled_out and said.made_of_noise and label != STOP and hints.get(label, 0.0) < HINTED
    if running(said) or made_up:
        return "", ""
    if label and (spelled_out or words[0] in SINGLE or hints.get(label, 0.0) >= hinted):
        return label, phrase
    return "", ""
