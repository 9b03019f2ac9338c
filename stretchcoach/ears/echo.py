"""Echo cancellation: removes the coach's own voice from what the microphone hears.

A partitioned-block Kalman filter in the frequency domain (Enzner and Vary 2006; Kuech, Mabande and Enzner 2014): it
learns the path from loudspeaker to microphone in about a second, and by itself stops learning while somebody speaks.
When the delay has jumped, what it has learnt is moved instead of learnt anew (``lost_path``).
"""

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.alignment import ClockDrift, Way
from stretchcoach.ears.lost_path import LostPath

Sound = NDArray[np.float32]
BLOCK = 320
_BINS = BLOCK + 1
"""Frequencies of a partition, which is padded to two blocks."""
_PARTS = 20
"""Partitions of 20 ms: delay and echo up to 0.4 s."""
_FORGET = 0.996
_SMOOTH = 0.9
_START = 0.5 * np.exp(-np.arange(_PARTS) / 6, dtype=np.float32)
"""How far each part may be from nothing: an echo becomes softer with time."""
_LEAK = 1e-9
_TRUST = 0.05
"""How fast the usual size of the remaining echo is learnt."""
_SETTLED = 0.2
"""Part of our own voice, in power, that may be left."""
_FEW = 0.4
_FOREIGN = 8.0
"""A rest this many times as strong, in power, as the usual remaining echo is somebody else."""


class Canceller:
    """One microphone; fed with blocks of 20 ms."""

    def __init__(self) -> None:
        self._way = np.zeros((_PARTS, _BINS), dtype=np.complex64)
        self._begin_to_learn()
        self._rest = np.full(_BINS, 1e-6, dtype=np.float32)
        self._quiet = 1e-7
        self.begin_again()

    def _begin_to_learn(self) -> None:
        self._doubt = np.repeat(_START[:, None], _BINS, axis=1)
        self._usual = 1.0

    def begin_again(self) -> None:
        """From the first block again, with the path that has been learnt."""
        self._spectra = np.zeros_like(self._way)
        self._last = np.zeros(BLOCK, dtype=np.float32)
        self._left = 1e-9
        self._pace = ClockDrift(BLOCK)
        self._lost = LostPath(_PARTS, BLOCK)
        self.foreign = False
        """There is more in the last block than our own voice explains."""
        self.echo = 0.0
        """Power of our own voice in the last block, as estimated."""

    @property
    def settled(self) -> bool:
        """Whether it has learnt the echo path well enough to remove most of our own voice."""
        return self._usual < _SETTLED

    @property
    def drift(self) -> float:
        """Fraction by which to read the reference faster in the next block."""
        return self._pace.drift

    def clean(self, heard: Sound, played: Sound | None) -> Sound:
        """A block without our own voice; as it came in while there is nothing of ours to be heard."""
        if played is None:
            self.foreign, self.echo = False, 0.0
            if self._last.any():
                self._last = np.zeros(BLOCK, dtype=np.float32)
                self._spectra[:] = 0
                self._pace.restart()
                self._lost.pause()
            power = float(np.mean(heard * heard)) + 1e-12
            self._quiet = min(power, self._quiet * 1.01)
            return heard
        self._spectra = np.roll(self._spectra, 1, axis=0)
        self._spectra[0] = np.fft.rfft(np.concatenate([self._last, played]))
        self._last = played
        # Overlap-save: of two blocks only the second is a true convolution, the first one has wrapped round.
        guess = np.fft.irfft((self._way * self._spectra).sum(axis=0))[BLOCK:]
        rest = (heard - guess).astype(np.float32)
        self._learn(rest)
        self._judge(heard, guess, rest)
        if not self.foreign:
            self._pace.look(self._way)
        self._find(self._lost.look(heard, played, guess.astype(np.float32), self._way))
        return rest

    def _find(self, way: Way | None) -> None:
        """Go on with this path, if it is one; with none, begin to learn."""
        if way is None:
            return
        self._way = way
        self._pace.restart()
        if not way.any():
            self._begin_to_learn()

    def _learn(self, rest: Sound) -> None:
        """One step of the Kalman filter of each frequency, with P the ``_doubt``, W the ``_way`` and A ``_FORGET``.

        K = P X* / (sum of X P X* + 2 S);  W += K E;  P = A^2 (1 - K X / 2) P + (1 - A^2) |W|^2.  Enzner and Vary,
        Frequency-domain adaptive Kalman filter for acoustic echo control, Signal Processing 86 (2006); in parts, as
        Kuech, Mabande and Enzner, ICASSP 2014.
        """
        # The 2 and the 1/2 are frame over shift: each spectrum covers two blocks and moves by one.
        error = np.fft.rfft(np.concatenate([np.zeros(BLOCK, dtype=np.float32), rest]))
        self._rest = (_SMOOTH * self._rest + (1 - _SMOOTH) * np.abs(error) ** 2).astype(np.float32)
        power = np.abs(self._spectra) ** 2
        gain = self._doubt / ((power * self._doubt).sum(axis=0) + 2 * self._rest + _LEAK)
        change = np.fft.irfft(gain * np.conj(self._spectra) * error, axis=1)
        change[:, BLOCK:] = 0  # a part of the echo path is one block long; the rest is wrap-around of the FFT
        self._way = (self._way + np.fft.rfft(change, axis=1)).astype(np.complex64)
        sure = np.clip(1 - 0.5 * gain * power, 0, 1)
        doubt = _FORGET**2 * sure * self._doubt + (1 - _FORGET**2) * np.abs(self._way) ** 2
        self._doubt = np.maximum(doubt, 1e-8).astype(np.float32)

    def _judge(self, heard: Sound, guess: NDArray[np.floating], rest: Sound) -> None:
        """Is there more than the usual remainder of our own voice?"""
        self._left += _FEW * (float(np.mean(rest * rest)) + 1e-12 - self._left)
        self.echo += _FEW * (float(np.mean(guess * guess)) + 1e-12 - self.echo)
        self._quiet = min(self._left, self._quiet * 1.01)  # follows down at once, up by 2 dB a second
        share = self._left / self.echo
        # Learnt only where our echo stands 13 dB above the room and what is left is not far above it; and upwards
        # slowly, or a person who speaks over us would become usual.
        if self.echo > 20 * self._quiet and share < 1.5:
            self._usual += _TRUST * (share - self._usual) * (0.05 if share > self._usual else 1.0)
        explained = min(self._usual, 1.0) * self.echo + self._quiet
        loud = float(np.mean(heard * heard)) > 8 * self._quiet
        self.foreign = self.settled and loud and self._left > _FOREIGN * explained
