"""Measures delay and drift between what the loudspeaker plays and what the microphone records.

Two devices never run at quite the same speed, and one that was started anew has another delay.  Both undo what an echo
canceller has learnt: a drift of 40 ppm costs it 9 dB.  What it has learnt shows both.
"""

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]
Way = NDArray[np.complex64]
EVERY = 25
"""Blocks between two looks at the echo path: half a second."""
MOST = 2e-4
"""Two quartz clocks differ by less."""
_SPOKEN = 1e-7
"""Power of our own voice above which a block tells something of the path: -70 dBFS."""
_FIRST = 75
"""Blocks after which the echo path is known well enough to be looked at."""
_FOLLOW = 0.4
_STEP = 1e-4
_BAND = (0.0125, 0.25)
"""Part of the sampling rate in which the phases are compared: 200 Hz to 4 kHz."""
_SEEN = 0.3
"""How much of the whole correlation lies at one lag when that is where our voice is."""
_CLEARER = 2.0
"""So many times as much as at the lag where it was thought to be."""


def spoken(played: Sound) -> bool:
    """Whether there is enough of our own voice in a block to tell something of the path."""
    return float(np.mean(played * played)) >= _SPOKEN


class ClockDrift:
    """How much faster the microphone's clock runs than the loudspeaker's, from how the echo path moves."""

    def __init__(self, block: int) -> None:
        self._block = block
        at = np.arange(block + 1) / (2 * block)
        self._band = (at > _BAND[0]) & (at < _BAND[1])
        self._omega = 2 * np.pi * at[self._band]
        self.drift = 0.0
        """Fraction by which to read the reference faster (negative: slower) to stand still in the microphone."""
        self.restart()

    def restart(self) -> None:
        """The echo path has jumped, or nothing was played: start measuring again."""
        self._blocks = 0
        self._before: Way | None = None

    def look(self, way: Way) -> None:
        """One more block during which nobody else spoke."""
        self._blocks += 1
        if self._blocks < _FIRST or self._blocks % EVERY:
            return
        now = way[:, self._band]
        if self._before is not None:
            # A path that has become d samples longer is turned by -w d at each frequency w.  d is the least-squares
            # line through those angles, each weighted by its cross power: sum(|c| w angle(c)) / sum(|c| w w), negated.
            product = (now * np.conj(self._before)).sum(axis=0)
            weight = self._omega * np.abs(product)
            moved = -float((weight * np.angle(product)).sum() / ((weight * self._omega).sum() + 1e-12))
            step = _FOLLOW * moved / (EVERY * self._block)
            self.drift = float(np.clip(self.drift - np.clip(step, -_STEP, _STEP), -MOST, MOST))
        self._before = now.copy()


def slip(heard: Sound, expected: Sound) -> int:
    """By how many samples our own voice comes later than expected; 0 where that cannot be told.

    Generalised cross-correlation: Knapp and Carter, IEEE Transactions on Acoustics, Speech and Signal Processing 24
    (1976).  Whitened fully (their PHAT), hiss would count as much as speech, and not at all, a vowel's pitch would give
    many peaks: each frequency counts by the root of its cross power.
    """
    size = 2 * len(heard)
    product = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(expected, size))
    near = np.abs(product) / (np.abs(product).max() + 1e-20)
    correlation = np.fft.irfft(product / (np.abs(product) + 1e-20) * np.sqrt(near), size)
    correlation = np.abs(correlation) / (np.sqrt(near).mean() + 1e-20)
    best = int(np.argmax(correlation))
    # Lags wrap round: the last two stand for -2 and -1, and the second half of them for an earlier voice.
    here = correlation[[-2, -1, 0, 1, 2]].max()
    if correlation[best] < max(_SEEN, _CLEARER * here):
        return 0
    return best if best < len(heard) else best - size


def moved(way: Way, samples: int) -> Way:
    """The echo path, delayed by this many samples."""
    block = way.shape[1] - 1
    whole = np.fft.irfft(way, axis=1)[:, :block].reshape(-1)
    out = np.zeros_like(whole)
    if samples >= 0:
        out[samples:] = whole[: len(whole) - samples]
    else:
        out[:samples] = whole[-samples:]
    parts = np.pad(out.reshape(-1, block), ((0, 0), (0, block)))
    return np.asarray(np.fft.rfft(parts, axis=1), dtype=np.complex64)
