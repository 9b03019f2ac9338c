"""Our own voice at 16 kHz, by the clock, without a seam from one block to the next."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.clip import RATE, from_frames
from stretchcoach.pipes.pcm import RATE as PLAYED_RATE

EARLY = 0.01
"""Seconds by which the reference runs ahead of the clock: the device may be faster than it is thought to be."""
LINGER = 0.8
"""So long after the last sound its echo may still come."""
_TAPS = 16
_PHASES = 128
_FAR = 0.25
"""Seconds off at which the clock is followed at once ..."""
_OFF = 0.02
"""... or once it is that far off in the mean of the last second; a late block is no reason to."""
_MEAN = 0.02
_LEAN = 0.00005
"""Part of the mean difference that is made up for in each block: two devices differ by 100 ppm at most."""


def _kernels() -> NDArray[np.float32]:
    """Windowed sinc for each of the phases between two frames, cut off below 8 kHz."""
    at = np.arange(_TAPS) - _TAPS // 2 + 1
    time = at[None, :] - np.arange(_PHASES)[:, None] / _PHASES
    cut = 2 * 7600 / PLAYED_RATE
    taps = cut * np.sinc(cut * time) * np.cos(np.clip(time / (_TAPS / 2), -1, 1) * np.pi / 2) ** 2
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), dtype=np.float32)


class Ring(Protocol):
    """What was played, as ``PlayedRing`` has it."""

    def state(self) -> tuple[float, int, int]:
        """Clock time of frame 0, frames written, frames up to the last that was not silent."""

    def frames(self, begin: int, count: int) -> bytes:
        """Frames as 16 bit, silent where there are none."""


class Reference:
    """Reads the ring at the pace of the microphone."""

    def __init__(self, ring: Ring) -> None:
        self._ring = ring
        self._kernels = _kernels()
        self._at: float | None = None
        self._error = 0.0

    def block(self, began: float, count: int, drift: float = 0.0) -> NDArray[np.float32] | None:
        """``count`` samples of what is heard ``EARLY`` after ``began``; None: we have long been silent.

        ``drift``: part by which they are read faster than the clocks say (``Canceller.drift``).
        """
        zero_at, _, loud = self._ring.state()
        wanted = (began + EARLY - zero_at) * PLAYED_RATE
        step = PLAYED_RATE / RATE * (1 + drift)
        begin = self._place(wanted)
        at = begin + step * np.arange(count)
        self._at = begin + step * count + _LEAN * self._error
        if loud < 0 or wanted > loud + (LINGER + EARLY) * PLAYED_RATE:
            return None
        first = int(np.floor(at[0])) - _TAPS
        raw = self._ring.frames(first, int(at[-1] - first) + 2 * _TAPS)
        frames = from_frames(raw)
        whole = np.floor(at).astype(int)
        phase = ((at - whole) * _PHASES).astype(int)
        window = whole[:, None] - first + (np.arange(_TAPS) - _TAPS // 2 + 1)[None, :]
        return np.asarray(np.einsum("nt,nt->n", frames[window], self._kernels[phase]), dtype=np.float32)

    def _place(self, wanted: float) -> float:
        """Where to read on: where the last block ended, as long as the clock does not say otherwise for long."""
        if self._at is None or abs(wanted - self._at) > _FAR * PLAYED_RATE:
            self._error = 0.0
            return wanted
        self._error += _MEAN * (wanted - self._at - self._error)
        if abs(self._error) > _OFF * PLAYED_RATE:
            moved, self._error = self._at + self._error, 0.0
            return moved
        return self._at
