"""A saying that only its level told from a television or company that talks on under it."""

from stretchcoach.core.grammar import plain
from stretchcoach.core.sayings import UNCLEAR
from stretchcoach.core.vocabulary import labelled
from stretchcoach.ears.decoder import WRITTEN, Said
from stretchcoach.ears.guess import ALWAYS_ASKED, CROWDED
from stretchcoach.ears.second_opinion import ASK_AGAIN, REASSURES, running


def understood_over_talk(said: Said, armed: frozenset[str], crowd: float) -> tuple[str, str]:
    """Label and phrase of it, by all its words, where the decoder is sure of them; empty where nothing counts.

    What reassures is asked again: a softer word before it may have been lost.
    """
    label, words = labelled(said.text, armed), plain(said.text)
    if not label or len(words) < 2 or running(said) or said.whole < WRITTEN or crowd > CROWDED:
        return "", ""
    if label in ALWAYS_ASKED or label == REASSURES:
        return ASK_AGAIN if UNCLEAR in armed else ("", "")
    return label, said.text
