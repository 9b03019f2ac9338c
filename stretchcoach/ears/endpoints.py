"""When the encoder is worth running: a word may just have ended.

At every moment it would cost half a core.  So it runs a few blocks after the level has fallen from a peak, and, where
the level never falls (a television, a tap), five times a second.  Levels are in decibels of full scale (dBFS), lengths
in blocks of 20 ms.
"""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.guess import APART

BLOCK = 320
"""Samples of a block: 20 ms."""
_MEMORY = 50
"""Blocks in which a peak is looked for: 1 s."""
_KEPT = 240
"""Blocks of which it is known how loud they were: 4.8 s."""
_BEFORE = 300
"""Blocks before a word, 6 s, of which it is told how much was talk, ..."""
_ABOUT = 15.0
"""... which is what reached this many decibels below the word."""
_NEARLY_ALL, _OUT = 95, 5.0
"""A word this many decibels above that percentile of the talk is no piece of it."""
_CORE = 10.0
"""Decibels below its peak down to which a word is certainly itself, and not what runs under it."""
_STANDS_OUT = 7.0
"""The same for a saying: talk that runs 10 dB under it comes as near as this to its peaks only now and then."""
_SOFT = 9
"""Blocks before it that may belong to it, though they are softer."""
_WAIT = 6
"""Blocks that are waited longer where only the level tells that it is over."""
_NEAR, _EDGES = 75, 3
"""What is right before a word: the last 1.5 s, without the 60 ms in which it may have begun already."""
_GAP = 8
"""Quiet blocks inside a word, 160 ms: the closure of a consonant, the *p* of *stop*, is shorter."""
_PAUSE = 20
"""So many quiet blocks are between two utterances: 400 ms."""
BREATH = 160
"""Blocks, 3.2 s, after which a sound that does not fall is taken for talk or a television that runs on."""
LONGEST = 200
"""Blocks of what is read at once, 4 s: somebody in pain gives a reason too; what is longer was not said to us."""
_FLOOR = 150
"""Blocks whose quietest pair is the background: 3 s."""
_LOOKS = (3, 6, 10, 16)
"""Blocks after the beginning of the fall at which it is looked."""
LAST = _LOOKS[-1]
_ANYWAY = 10
"""Blocks, 200 ms, after which it is looked while the level has not fallen."""
_RISE = 5.0
"""Decibels above the background from which on there is something to hear."""
_DEEP = 40.0
"""Decibels below the peak from which on it does not matter how quiet the background is."""
_FALLEN, _EDGE = 0.45, 0.35
"""How far between background and peak a word is over, and where its edges are."""
_SILENCE = -84.0
"""A soft microphone is not a silent room: only what no microphone delivers is silence."""
_TILT = np.float32(0.8)
"""Pre-emphasis, y[n] = x[n] - 0.8 x[n-1]: hum and rumble weigh little, consonants much.  The first-order filter of
speech recognition, where 0.95 to 0.97 is common (Rabiner and Schafer, Digital Processing of Speech Signals)."""


class WordEnds:
    """Fed with every block; says when it is worth looking, and where the word began and ended."""

    def __init__(self) -> None:
        self.level = -100.0
        """Level of the last block, dBFS, low rumble left out."""
        self.floor = -100.0
        self._last = np.float32(0.0)
        self._levels: deque[float] = deque(maxlen=_MEMORY)
        self._history: deque[float] = deque(maxlen=_KEPT)
        self._lows: deque[float] = deque(maxlen=_FLOOR)
        self._others: deque[float] = deque(maxlen=_KEPT + _BEFORE)
        """Levels as they were while we ourselves said nothing."""
        self.fallen = 0
        """Blocks since the sound fell from its peak; 0 while it lasts."""
        self._since = 0

    def feed(self, block: NDArray[np.float32], ours: bool = False) -> bool:
        """True: look now.  ``ours``: our own voice is in it."""
        before = np.concatenate(([self._last], block[:-1]))
        self._last = block[-1]
        tilted = block - _TILT * before
        # mean power in decibels; the least power that is added keeps silence at -100
        self.level = 10 * float(np.log10(np.mean(tilted * tilted) + 1e-10))
        self._levels.append(self.level)
        self._history.append(self.level)
        self._others.append(-100.0 if ours else self.level)
        # the mean of two neighbours: one quiet block by itself is no background
        self._lows.append(self.level if len(self._levels) < 2 else (self.level + self._levels[-2]) / 2)
        self.floor = min(self._lows)
        self._since += 1
        peak = self.peak
        if peak < max(_SILENCE, self.floor + _RISE):
            self.fallen = 0
            return False
        fallen = self.level < self._up(_FALLEN, peak)
        self.fallen = self.fallen + 1 if fallen else 0
        if self.fallen in _LOOKS or (not fallen and self._since >= _ANYWAY):
            self._since = 0
            return True
        return False

    @property
    def peak(self) -> float:
        """The loudest pair of blocks of the last second."""
        levels = self._levels
        return max((min(a, b) for a, b in zip(levels, list(levels)[1:], strict=False)), default=-100.0)

    def _up(self, share: float, peak: float) -> float:
        """The level so much of the way up to a peak, from the floor or from ``_DEEP`` below the peak."""
        base = max(self.floor, peak - _DEEP)
        return base + share * (peak - base)

    @property
    def active(self) -> bool:
        """There is something louder than the floor right now."""
        return self.level > max(_SILENCE, self.floor + _RISE)

    def crowd(self, began: int, saying: bool = False) -> float:
        """Share of the time before ``began`` (blocks ago) with talk about as loud as since then.

        None of it, where that was a word, not a ``saying``, that is louder than nearly all of the talk.
        """
        since, before = self._parted(began)
        if not saying and self.above(began) >= _OUT:
            return 0.0
        return float(np.sum(before >= _loudest(since) - _ABOUT)) / _BEFORE

    def above(self, began: int) -> float:
        """Decibels by which it has been louder since ``began`` (blocks ago) than nearly all of the time before."""
        since, before = self._parted(began)
        return _loudest(since) - float(np.percentile(before, _NEARLY_ALL)) if before.size else 0.0

    def apart(self, began: int) -> float:
        """Decibels by which it has been louder since ``began`` (blocks ago) than in the 1.5 s before."""
        since, before = self._parted(began)
        return _loudest(since) - _loudest(before[-_NEAR:-_EDGES])

    def _parted(self, began: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        levels = np.array(self._others)
        return levels[len(levels) - began :], levels[: len(levels) - began][-_BEFORE:]

    def over(self) -> float:
        """Decibels by which the last word stands over talk that ran before it in the same breath; 0: there was none."""
        began = self.core
        return self.apart(began) if self.utterance[0] - began > _GAP else 0.0

    @property
    def bounds(self) -> tuple[int, int]:
        """Blocks ago that the last loud stretch began and ended; gaps of 160 ms belong to it."""
        return self._stretch(self._levels, _GAP, self._up(_EDGE, self.peak))

    @property
    def core(self) -> int:
        """Blocks ago that what is about as loud as the last peak began: a word without the talk that runs under it."""
        return self._stretch(self._history, _GAP, self.peak - _CORE)[0]

    @property
    def loud(self) -> tuple[int, int]:
        """The same of all that was said in one breath and stands out of the talk that runs under it."""
        began, ended = self._standing_out
        return (began + _SOFT, ended) if began else (0, 0)

    @property
    def _standing_out(self) -> tuple[int, int]:
        return self._stretch(self._history, _PAUSE, self.peak - _STANDS_OUT)

    def stands_out(self, peak: float) -> bool:
        """Whether it is about as loud right now as ``peak`` (dBFS)."""
        return self.level > peak - _STANDS_OUT

    @property
    def talk_under(self) -> bool:
        """Whether there was talk right before what was said that is so much softer that it is not part of it."""
        began = self._standing_out[0]
        return self.utterance[0] > began + _GAP and self.apart(began) >= APART

    @property
    def saying(self) -> tuple[int, int]:
        """Blocks ago that what was said in one breath began and ended, without talk that runs under it all the time."""
        began, ended = self.utterance
        return self.loud if began - ended > BREATH and self.talk_under else (began, ended)

    @property
    def passed(self) -> int:
        """Blocks since what was said has ended, if it has; talk that runs under it may go on."""
        if self.fallen or self.stands_out(self.peak) or not self.talk_under:
            return self.fallen
        return max(0, self._standing_out[1] - _WAIT)

    @property
    def utterance(self) -> tuple[int, int]:
        """The same of all that was said in one breath."""
        return self._stretch(self._history, _PAUSE, self._up(_EDGE, self.peak))

    def _stretch(self, levels: deque[float], gap: int, edge: float) -> tuple[int, int]:
        ended = began = None
        quiet = 0
        for ago, level in enumerate(reversed(levels)):
            if level >= edge:
                if ended is None:
                    ended = ago
                began, quiet = ago + 1, 0
            elif ended is not None:
                quiet += 1
                if quiet > gap:
                    break
        return (began or 0, ended or 0)


def _loudest(levels: NDArray[np.float64]) -> float:
    """The level that two neighbouring blocks both reach: a click, which is shorter, does not count."""
    return float(np.minimum(levels[1:], levels[:-1]).max(initial=-100.0))
