"""An utterance that the decoder has been given, and what is known of it until it has been read."""

from typing import NamedTuple

from stretchcoach.ears.decoder import Said
from stretchcoach.ears.endpoints import WordEnds
from stretchcoach.ears.guess import ALWAYS_ASKED, Guess
from stretchcoach.grammar.lexicon.wordings import NUMBERS

ASK = 6
"""Blocks after the fall at which an utterance is given to the decoder ..."""
TELL = 11
"""... and after which what it read counts, if nobody has gone on: 220 ms."""
PATIENT = 20
"""The same for *gone*, 400 ms: "it's gone ... but it still hurts"."""
_UNDER, _AFTER = TELL - ASK, 15
"""The same since it was asked, where talk ran under it and goes on, and where talk has come up after it."""


class Unread(NamedTuple):
    """An utterance that the decoder has been given."""

    ticket: int
    guess: Guess | None
    began: int
    ended: int
    times: tuple[float, float]
    at: int
    """The block in which the decoder was given it, and ..."""
    peak: float
    """... how loud it was, in dBFS."""
    crowd: float
    """Part of the time before it in which there was talk."""
    above: float = 0.0
    """Decibels by which it is louder than nearly all of the time before it."""
    stop_last: float = 0.0
    """How likely its last word is *stop*, by itself."""
    almost: str = ""
    """The phrase that the head nearly took, where it took none."""
    said: Said | None = None
    core: int = 0
    """The block in which the word began, where talk ran under it."""
    whole: Said | None = None
    """What the decoder read in the whole utterance, while it reads the word by itself."""
    stop_asked: bool = False
    """Read once more, and asked how likely it is that *stop* was said in it."""
    cut: bool = False
    """Only the level told where it begins or ends, as talk runs under it."""

    def goes_on(self, moments: WordEnds) -> bool:
        """Whether somebody speaks as loud as before right now; talk that runs under it does not count."""
        decided = self.guess is not None and self.guess.label not in ALWAYS_ASKED and self.guess.label not in NUMBERS
        return not decided and moments.stands_out(self.peak)

    def may_go_on(self, label: str, now: int, passed: int) -> bool:
        """Whether what it means is to wait a moment longer for what may still be said."""
        return label in ALWAYS_ASKED and passed < PATIENT and now - self.at < PATIENT

    def over(self, now: int, passed: int) -> bool:
        """Whether nobody has gone on: for so many blocks since it ended, or, where talk does, since it was asked."""
        wait = _UNDER if self.core or self.cut else _AFTER
        return bool(self.guess) or passed >= TELL or now - self.at >= wait
