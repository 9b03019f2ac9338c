"""What counts of an utterance in which the head made no guess: what the decoder read in it, by itself.

Positive thresholds compare with probabilities of the head, negative ones with log likelihoods of the decoder, unless
they are described otherwise.
"""

import numpy as np

from stretchcoach.core.vocabulary import STOP, labelled
from stretchcoach.ears.crowd_limit import crowd_limit
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.guess import ALWAYS_ASKED, CROWDED
from stretchcoach.ears.second_opinion import (
    ASK_AGAIN,
    CALLS_FOR_HELP,
    NEARLY_AS_LIKELY,
    NOT_GONE,
    REASSURES,
    denied,
    near,
)
from stretchcoach.ears.stop_opinion import START, STOP_HINTED, perhaps_stop, rather_start, stop_in
from stretchcoach.ears.words_alone import MURMURED, SINGLE, answered_yes, running
from stretchcoach.grammar.answered import YES
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import plain, told_by_phrases_alone

CALLED = 0.10
"""A *no* that only the decoder wrote is asked again where the head found one of those this likely, and *no* not half as
much: some voices say *I have, yes* so that it writes *I can't*."""
GONE_WRITTEN = -2.8
"""*Gone* that only the decoder wrote is asked again below this score: over eight talkers it wrote *it is gone* for *it
isn't gone*."""
HINTED, WORD_HINTED = 0.10, 0.28
"""A single word of the text counts if the head gave it at least this probability, the first if it is a number or
*stop*: *rag* is read as *right*, to which the head gives 0.24."""
SINGLE_HINTED = 0.30
"""A single word that only sounds like the text needs this probability from the head: *worst* is not *worse*."""
DENIED_HINTED = 0.15
"""A text that is denied means *not gone* where the head gave *gone* this probability: the decoder writes *it isn't
long* for *it isn't gone*."""
NEARLY, NEARLY_LEAST = 0.18, -8.0
"""Where the text means nothing, a word counts from this probability on if the decoder, asked for it, scores it no lower
than the second and about as high as the text."""


def nearly_taken(hints: dict[str, float], armed: frozenset[str]) -> str:
    """The label that the head nearly took, for which the decoder is asked as well; empty where there is none.

    *Gone* and *stop* have rules of their own, nobody is reassured by half a *no*, numbers are taken at less, and where
    *stop* is likelier it is none.
    """
    labels = (armed & hints.keys()) - ALWAYS_ASKED - {STOP, REASSURES} - set(NUMBERS)
    label = max(sorted(labels), key=lambda each: hints[each], default="")
    return label if label and hints[label] >= max(NEARLY, hints.get(STOP, 0.0)) else ""


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
    stops = label == STOP
    hinted = HINTED if stops or label in NUMBERS or len(plain(phrase)) > 1 else WORD_HINTED
    stop_hint = hints.get(STOP, 0.0)
    sought = not label or (stops and stop_hint >= STOP_HINTED)
    if sought and crowd <= CROWDED and stop_in(said, stop_hint, stop_last):
        return STOP, phrase if stops else STOP
    if not label:
        (label, phrase), hinted = near(said, armed), SINGLE_HINTED
        if label == START and stop_hint > hints.get(START, 0.0):
            return "", ""
        if not label and crowd <= CROWDED and hints.get("gone", 0.0) >= DENIED_HINTED and denied(said.text):
            label, phrase = labelled(NOT_GONE, armed), NOT_GONE
    if (not stops or told_by_phrases_alone(said.text)) and crowd > crowd_limit(said, label, above):
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
