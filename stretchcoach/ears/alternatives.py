"""What is read where the likeliest text means nothing: the next likely one that does."""

from stretchcoach.core.vocabulary import labelled
from stretchcoach.ears.decoder import Alternative, Said
from stretchcoach.ears.guess import ALWAYS_ASKED
from stretchcoach.ears.second_opinion import MAYBE_GONE, NEGATIONS, REASSURES
from stretchcoach.ears.words_alone import running
from stretchcoach.grammar.meaning import plain

NEAR = 2.0
"""How much less likely than the best (log likelihood) a text may be to be read instead of it."""
REASSURING = ALWAYS_ASKED | {REASSURES}
"""What is read so only if nothing else that may have been said means anything else, and nothing was denied."""


def read_as(said: Said, armed: frozenset[str]) -> Said:
    """``said``, with the text that is to be read; a single word was one, *leaflet* and not *leave it*."""
    if not said.alternatives or len(plain(said.text)) < 2 or labelled(said.text, armed):
        return said
    meant = [(label, each) for each in said.alternatives if (label := _label(said, each, armed))]
    if not meant or meant[0][1].behind > NEAR:
        return said
    label, best = meant[0]
    differs = any(other != label for other, _ in meant) or not NEGATIONS.isdisjoint(plain(said.text))
    text = MAYBE_GONE if label in REASSURING and differs else best.text
    return said._replace(text=text, whole=best.whole, probability=best.probability, alternatives=())


def _label(said: Said, other: Alternative, armed: frozenset[str]) -> str:
    """What another text means; nothing where it is a single word, which is for the heads, or only a beginning."""
    words, likeliest = plain(other.text), plain(said.text)
    alone = len(words) < 2 or running(said._replace(text=other.text))
    cut_off = len(words) < len(likeliest) and words == likeliest[: len(words)]
    return "" if alone or cut_off else labelled(other.text, armed)
