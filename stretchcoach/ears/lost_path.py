"""Notices that the echo path has become another one, and finds where it has gone.

A sound device that stumbles, or a busy machine, moves the delay, often several times in a second, and the canceller
would unlearn what it knew and hardly learn it again.  The last path that was known to be right is kept, and tried at
other delays.
"""

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.alignment import Sound, Way, moved, slip, spoken

_KEPT = 18
"""Blocks that are compared: a third of a second, shorter than the time between two stumbles."""
_FOLLOW = 0.2
"""How fast the likeness of what is heard to what is expected is followed."""
_LOST = 0.15
"""Below this likeness the path is wrong; somebody who speaks over us twice as loud leaves .2 of a right one."""
_KNOWN = 0.5
"""Above it, it is right."""
_PROOF = 0.25
"""Likeness that a path must have where it is thought to be, ..."""
_BETTER = 2.0
"""... and so many times that of the path in use."""
_SEARCH = 4
"""Blocks between two searches."""
_NEW = 10
"""Blocks of our voice before a path is judged."""
_SAVE = 12
"""Blocks between two copies of a path that is right."""
_GIVE_UP = 60
"""Blocks of our own voice with a wrong path, 1.2 s, after which it is learnt from nothing."""


def likeness(one: Sound, other: Sound) -> float:
    """Squared correlation, 0 to 1: the share of one sound's power that the other explains."""
    return float(np.vdot(one, other)) ** 2 / (float(np.vdot(one, one)) * float(np.vdot(other, other)) + 1e-20)


class LostPath:
    """Watches one canceller of ``parts`` partitions of ``block`` samples."""

    def __init__(self, parts: int, block: int) -> None:
        self._parts, self._block = parts, block
        self._right: Way | None = None
        self._lost = 0
        self.pause()
        self._begin()

    def _begin(self) -> None:
        """Judge anew."""
        self._blocks = 0
        self._cross = self._power = self._expected_power = 0.0

    def pause(self) -> None:
        """We have been silent: what is kept of the sound is not what came right before the next block."""
        self._heard: NDArray[np.float32] = np.zeros((_KEPT, self._block), dtype=np.float32)
        self._played: NDArray[np.float32] = np.zeros((_KEPT + self._parts, self._block), dtype=np.float32)

    def look(self, heard: Sound, played: Sound, expected: Sound, way: Way) -> Way | None:
        """One more block; the path to go on with where the one in use is wrong, all zero where none is known."""
        self._heard, self._played = np.roll(self._heard, -1, axis=0), np.roll(self._played, -1, axis=0)
        self._heard[-1], self._played[-1] = heard, played
        if not spoken(played):
            return None
        alike = self._follow(heard, expected)
        if alike > _KNOWN:
            self._lost = 0
            if self._blocks % _SAVE == 0:
                self._right = way.copy()
        if alike > _LOST or self._blocks < _NEW:
            self._lost = max(0, self._lost - 1)
            return None
        return self._search(way)

    def _follow(self, heard: Sound, expected: Sound) -> float:
        """The likeness of the last few blocks; 0 where what was expected is the opposite."""
        self._blocks += 1
        self._cross += _FOLLOW * (float(np.vdot(heard, expected)) - self._cross)
        self._power += _FOLLOW * (float(np.vdot(heard, heard)) - self._power)
        self._expected_power += _FOLLOW * (float(np.vdot(expected, expected)) - self._expected_power)
        return max(0.0, self._cross) ** 2 / (self._power * self._expected_power + 1e-20)

    def _search(self, way: Way) -> Way | None:
        self._lost += 1
        found = None
        if self._lost >= _GIVE_UP:
            found = np.zeros_like(way)
        elif self._lost % _SEARCH == 1 and self._right is not None:
            found = self._elsewhere(self._right, way)
        if found is not None:
            self._lost = 0
            self._begin()
        return found

    def _elsewhere(self, right: Way, way: Way) -> Way | None:
        """The path that was right, at the delay where it explains what is heard."""
        heard = self._heard.reshape(-1)
        samples = slip(heard, self._expected(right))
        if abs(samples) >= self._parts * self._block // 2:
            return None
        found = moved(right, samples)
        proof = likeness(heard, self._expected(found))
        return found if proof > max(_PROOF, _BETTER * likeness(heard, self._expected(way))) else None

    def _expected(self, way: Way) -> Sound:
        """What of our own voice this path would have let us hear in the blocks that are kept."""
        taps = np.fft.irfft(way, axis=1)[:, : self._block].reshape(-1)
        played = self._played.reshape(-1)
        size = 1 << int(np.ceil(np.log2(len(played) + len(taps))))
        whole = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(taps, size), size)
        return np.asarray(whole[len(played) - _KEPT * self._block : len(played)], dtype=np.float32)
