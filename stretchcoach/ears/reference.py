"""Our own voice at 16 kHz, by the clock, without a seam from one block to the next."""

import numpy as np
from numpy.typing import NDArray

from stretchcoach.audio.pcm import RATE as PLAYED_RATE
from stretchcoach.audio.played import PlayedRing

RATE = 16000
EARLY = 0.06
"""Seconds by which the reference runs ahead of the clock: the device may be faster than it is thought to be."""
LINGER = 0.8
"""So long after the last sound its echo may still come."""
_TAPS = 16
_PHASES = 128
_JUMP = 0.010
_LEAN = 0.003
"""Part of the difference between the clock and the frames that is made up for in each block."""


def _kernels() -> NDArray[np.float32]:
    """Windowed sinc for each of the phases between two frames, cut off below 8 kHz."""
    at = np.arange(_TAPS) - _TAPS // 2 + 1
    time = at[None, :] - np.arange(_PHASES)[:, None] / _PHASES
    cut = 2 * 7600 / PLAYED_RATE
    taps = cut * np.sinc(cut * time) * np.cos(np.clip(time / (_TAPS / 2), -1, 1) * np.pi / 2) ** 2
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), dtype=np.float32)


class Reference:
    """Reads the ring at the pace of the microphone."""

    def __init__(self, ring: PlayedRing) -> None:
        self._ring = ring
        self._kernels = _kernels()
        self._at: float | None = None

    def block(self, began: float, count: int) -> NDArray[np.float32] | None:
        """``count`` samples of what is heard ``EARLY`` after ``began``; None: we have long been silent."""
        zero_at, _, loud = self._ring.state()
        wanted = (began + EARLY - zero_at) * PLAYED_RATE
        if loud < 0 or wanted > loud + (LINGER + EARLY) * PLAYED_RATE:
            self._at = None
            return None
        step = PLAYED_RATE / RATE
        if self._at is None or abs(wanted - self._at) > _JUMP * PLAYED_RATE:
            self._at = wanted
        at = self._at + step * np.arange(count)
        self._at += step * count + _LEAN * (wanted - self._at)
        first = int(np.floor(at[0])) - _TAPS
        raw = self._ring.frames(first, int(at[-1] - first) + 2 * _TAPS)
        frames = np.frombuffer(raw, dtype="<i2").astype(np.float32) / 32768
        whole = np.floor(at).astype(int)
        phase = ((at - whole) * _PHASES).astype(int)
        window = whole[:, None] - first + (np.arange(_TAPS) - _TAPS // 2 + 1)[None, :]
        return np.asarray(np.einsum("nt,nt->n", frames[window], self._kernels[phase]), dtype=np.float32)
