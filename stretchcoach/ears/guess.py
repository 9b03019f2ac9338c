"""What the head took for a word, and what was heard around it."""

from typing import NamedTuple

from stretchcoach.grammar.lexicon.wordings import NUMBERS

CROWDED, NUMBERS_CROWDED = 0.25, 0.18
"""Share of talk in the last six seconds above which talk is running: a television, people at table.  It is lower for
numbers: *for* and *to* are in every sentence, and a person who is asked for a number has just been silent."""
FIRM, APART = 0.55, 5.0
"""A guess that is this many decibels louder than the talk before it needs only this probability: the decoder has read
the talk."""
WORTH_CUTTING = 0.30
"""From this probability on it is worth another tenth of a second to have the word read without the talk before it."""
ALWAYS_ASKED = frozenset({"gone"})
"""Words that always need a second opinion: half a sentence can reverse their meaning."""


class Guess(NamedTuple):
    """What the head took for a word."""

    label: str
    phrase: str
    probability: float
    alone: bool
    """Nothing was said just before it."""
    amid: bool = False
    """It lies in an utterance that is too long to have been said to the coach."""
    crowd: float = 0.0
    """Share of the last seconds with talk that was about as loud."""
    apart: float = 0.0
    """Decibels by which it is louder than what was said just before it."""
    start: float = 0.0
    """Probability of *start* in the same window of sound."""
    over: float = 0.0
    """Decibels by which it stands over talk of the same utterance that runs under it; 0 where none does."""

    @property
    def crowded(self) -> bool:
        """Whether talk is running, of which it is most likely a part."""
        return self.crowd > (NUMBERS_CROWDED if self.label in NUMBERS else CROWDED)

    @property
    def amidst(self) -> bool:
        """Whether talk is running and there was no pause before it."""
        return self.crowded and not self.alone

    @property
    def worth_cutting(self) -> bool:
        """Whether it is so much louder than the talk before it that the decoder can read it by itself."""
        likely = self.probability >= WORTH_CUTTING and self.label not in ALWAYS_ASKED
        return likely and self.over >= APART and not self.crowded

    @property
    def firm(self) -> bool:
        """Whether it is so much louder than the talk before it that the decoder's text does not matter."""
        stands_out = self.over >= APART or (not self.alone and self.apart >= APART)
        return stands_out and not self.crowded and self.probability >= FIRM and self.label not in ALWAYS_ASKED
