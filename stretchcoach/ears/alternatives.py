"""What is read where the likeliest text means nothing: the next likely one that does."""

from stretchcoach.core.vocabulary import labelled
from stretchcoach.ears.decoder import Said
from stretchcoach.ears.guess import ALWAYS_ASKED
from stretchcoach.ears.second_opinion import NEGATIONS
from stretchcoach.grammar.meaning import plain

NEAR = 2.0
"""How much less likely than the best (log likelihood) a text may be to be read instead of it."""
REASSURING = ALWAYS_ASKED | {"no", "none"}
"""What is read so only if nothing else that may have been said means anything else, and nothing was denied."""
DOUBTFUL = "maybe it's gone"
"""A saying that is asked again."""


def read_as(said: Said, armed: frozenset[str]) -> Said:
    """``said``, with the text that is to be read; single words are never read so, they are the head's."""
    if not said.alternatives or labelled(said.text, armed):
        return said
    told = [(labelled(each.text, armed), each) for each in said.alternatives if len(plain(each.text)) > 1]
    meant = [(label, each) for label, each in told if label]
    if not meant or meant[0][1].behind > NEAR:
        return said
    label, best = meant[0]
    differs = any(other != label for other, _ in meant) or not NEGATIONS.isdisjoint(plain(said.text))
    text = DOUBTFUL if label in REASSURING and differs else best.text
    return said._replace(text=text, whole=best.whole, probability=best.probability, alternatives=())
