"""The coach's own voice in the microphone's sound: takes it out, and tells whether a word may have been it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import STOP
from stretchcoach.ears.clip import Clip
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.reports import Report, TalkingOver

Sound = NDArray[np.float32]
Share = Callable[[Sound, str], float]
_FOREIGN = 0.25
"""Part of a word in which there must be more than our own voice explains."""
_LEFT, _LOUDER = -9.0, -3.0
"""Decibels by which what is left of a word may be softer than what is taken out as ours, for somebody to have said it
over us: where a line of ours sets in 10 to 28 dB less is left for a moment; and from where on it is about as
loud as us, whatever our line sounds like, as it has to be while the echo path is unknown."""
_SHORTEST = 8
"""Blocks that a word over us is long at least, but for *stop*: *right* was heard in 120 ms of our own *reach*."""
_CERTAIN = 0.75
_OURS = 0.25
"""Our own voice saying the same word with this probability: it was us, unless somebody spoke over it."""
_LIKE_OURS = 0.03
"""The same for words that nobody needs at once: a trace of it in our own line is enough."""
SAFETY_LABELS = frozenset({"stop", "hurts", "help"})
"""What may be heard before the echo path from loudspeaker to microphone is known; all else has to wait for it."""
_TAIL = 10
"""Blocks for which our own voice lingers in a room."""
_BARGE = 10
"""Blocks of a foreign voice before the coach becomes quieter: 200 ms."""
_HUSH = 25
"""Blocks without one before it is as loud again: 500 ms."""
_LATE = 1600
"""Samples by which our own voice may come in late: a tenth of a second."""


class OwnVoice:
    """What our loudspeaker played during the last 1.28 s, and what in the microphone's sound is more than that."""

    def __init__(self, recogniser: ClosedSet, share: Share, canceller: Canceller | None = None) -> None:
        """``share``: how likely a label is, by the probabilities of the phrases; ``canceller``: what knows the path."""
        self._recogniser = recogniser
        self._share = share
        self._canceller = canceller or Canceller()
        self._played = np.zeros(WINDOW, dtype=np.float32)
        self._foreign = np.zeros(WINDOW // BLOCK, dtype=bool)
        self._powers = np.zeros((2, WINDOW // BLOCK))
        """Of what is left, and of what was taken out as ours, by block."""
        self._voiced = self._unvoiced = 0
        self._barging = False
        self.until = -(10**6)
        """The last block in which it can be heard."""

    def follow(self, canceller: Canceller) -> None:
        """Our own voice is taken out by this one from now on."""
        self._canceller = canceller

    @property
    def drift(self) -> float:
        """Part by which what our loudspeaker played is to be read faster for the next block."""
        return self._canceller.drift

    @property
    def settled(self) -> bool:
        """Whether the echo path from loudspeaker to microphone is known."""
        return self._canceller.settled

    def taken_out(self, block: Sound, played: Sound | None, at: int) -> Sound:
        """The block of number ``at`` without what our loudspeaker played (None: nothing)."""
        clean = self._canceller.clean(block, played)
        self._played = np.concatenate([self._played[BLOCK:], np.zeros_like(block) if played is None else played])
        self._foreign = np.append(self._foreign[1:], self._canceller.foreign)
        powers = np.mean(clean * clean), np.mean((block - clean) ** 2)
        self._powers = np.column_stack([self._powers[:, 1:], powers])
        if played is not None:
            self.until = at + _TAIL
        return clean

    def talked_over(self, speaking: bool) -> list[Report]:
        """Whether somebody begins to talk over us, or has stopped; ``speaking``: the loudspeaker plays."""
        foreign = speaking and self._canceller.foreign
        self._voiced = self._voiced + 1 if foreign else max(0, self._voiced - 1)
        self._unvoiced = 0 if foreign else self._unvoiced + 1
        if not self._barging and self._voiced >= _BARGE:
            self._barging = True
            return [TalkingOver(True)]
        if self._barging and self._unvoiced >= _HUSH:
            self._barging, self._voiced = False, 0
            return [TalkingOver(False)]
        return []

    def during(self, began: int) -> bool:
        """Whether it could be heard in a word that began this many blocks ago."""
        return bool(self._played[-(began + _TAIL) * BLOCK :].any())

    def may_have_said(self, label: str, probability: float, began: int, ended: int) -> bool:
        """It may have been us: nobody spoke over the loudspeaker, or the loudspeaker itself sounds like that word.

        *Stop* that somebody spoke over us passes unless our own line sounds like it and is louder; before the echo path
        is learnt a safety word passes if it is certain and not ours.
        """
        if label != STOP and began - ended < _SHORTEST:
            return True
        foreign = self._foreign[-began:][: began - ended]
        left = self._left(began, ended)
        over_us = self.settled and foreign.size > 0 and foreign.mean() > _FOREIGN and left > _LEFT
        if over_us and label == STOP and left > _LOUDER:
            return False
        if not over_us and (label not in SAFETY_LABELS or probability < _CERTAIN or left < _LOUDER):
            return True
        judge = self._recogniser.recognize_closed_set
        chances = [judge(Clip(shifted), show_all=True, personal=False) for shifted in self._shifted()]
        limit = _OURS if label in SAFETY_LABELS else _LIKE_OURS
        return max(self._share(one, label) for one in chances) > limit

    def _left(self, began: int, ended: int) -> float:
        """Decibels of what is left between two blocks ago, over what was taken out as ours."""
        left, ours = self._powers[:, -began:][:, : began - ended].sum(axis=1)
        return 10 * float(np.log10((left + 1e-12) / (ours + 1e-12)))

    def _shifted(self) -> list[Sound]:
        """What was played as it may have come in: at once, or late."""
        late = np.concatenate([np.zeros(_LATE, dtype=np.float32), self._played[:-_LATE]])
        return [self._played, late]
