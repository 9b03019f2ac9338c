"""A saying that only its level told from a television or company that talks on under it."""

from stretchcoach.core.vocabulary import labelled
from stretchcoach.ears.crowd_limit import crowd_limit
from stretchcoach.ears.decoder import WRITTEN, Said
from stretchcoach.ears.guess import ALWAYS_ASKED
from stretchcoach.ears.second_opinion import ASK_AGAIN, CALLS_FOR_HELP, REASSURES
from stretchcoach.ears.words_alone import running
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import plain

ANSWERED = 0.10
"""Share of talk before it above which a *yes* or a *not sure* is asked again: narrators say *it is*, *I don't know*."""


def understood_over_talk(said: Said, armed: frozenset[str], crowd: float, above: float = 0.0) -> tuple[str, str]:
    """Label and phrase of it, by all its words, where the decoder is sure of them; empty where nothing counts.

    What reassures is asked again: a softer word before it may have been lost; so is an answer where talk is running.
    ``crowd``: share of the time before it with talk; ``above``: decibels by which it is louder than nearly all of that.
    """
    label, words = labelled(said.text, armed), plain(said.text)
    if not label or len(words) < 2 or running(said) or said.whole < WRITTEN or crowd > crowd_limit(said, label, above):
        return "", ""
    doubtful = label in CALLS_FOR_HELP and crowd > ANSWERED
    if doubtful or label in ALWAYS_ASKED or label == REASSURES:
        return ASK_AGAIN if UNCLEAR in armed else ("", "")
    return label, said.text
