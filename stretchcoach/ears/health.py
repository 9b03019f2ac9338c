"""What is wrong with the sound that comes in: silence, full scale, the wrong speed, or more of it than can be heard."""

import numpy as np

from stretchcoach.words.ear_notices import FULL, MUTE, SPEED

STILL = 10.0
"""Seconds of digital silence after which it is probably muted."""
_LOUD = 3.0
"""Seconds at full scale that are no shout."""
_CLIPPED = 0.3
"""Part of the samples that lie at the end of the scale."""
_TOP = 32_700
_SPAN = 10.0
"""Seconds over which the speed is measured, twice: a busy computer brings sound late, and then makes up for it."""
_OFF = 0.12
"""How far the speed may be off, twice in the same direction; sound that is 2.4 s late comes no nearer than that."""
_LATE = 0.5
"""Seconds that sound waits to be listened to ..."""
_OFTEN = 2.0
"""... for so long, before anybody is told; and not again for a while."""
_AGAIN = 60.0


class Health:
    """Looks at each piece as it arrives; says once what is wrong, and again only after it was right."""

    def __init__(self, rate: int = 16_000) -> None:
        self._rate = rate
        self._told = ""
        self._sound = self._soft = -1.0
        self._began = -1.0
        self._count = 0
        self._before = 0.0

    def trouble(self, piece: bytes, arrived: float) -> str:
        """What there is to be told; nothing most of the time."""
        samples = np.frombuffer(piece, dtype="<i2")
        if self._began < 0:
            self._sound = self._soft = self._began = arrived
            self._count = -len(samples)
        if samples.any():
            self._sound = arrived
        if np.mean((samples >= _TOP) | (samples <= -_TOP)) < _CLIPPED:
            self._soft = arrived
        self._count += len(samples)
        wrong = MUTE if arrived - self._sound > STILL else FULL if arrived - self._soft > _LOUD else ""
        speed = self._speed(arrived)
        wrong = wrong or (self._told if speed is None and self._told == SPEED else SPEED if speed else "")
        fresh, self._told = wrong != self._told, wrong
        return wrong if fresh else ""

    def _speed(self, arrived: float) -> bool | None:
        """Whether the speed was wrong over the last span; None: it is not over yet."""
        gone = arrived - self._began
        if gone < _SPAN:
            return None
        before, self._before = self._before, self._count / gone / self._rate - 1
        self._began, self._count = arrived, 0
        return min(before, self._before) > _OFF or max(before, self._before) < -_OFF


class Backlog:
    """Whether the listener keeps up."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._told = -_AGAIN

    def late(self, waited: float, now: float) -> bool:
        """A piece waited so long; whether somebody should be told."""
        if waited < _LATE:
            self._since = None
            return False
        self._since = now if self._since is None else self._since
        if now - self._since < _OFTEN or now - self._told < _AGAIN:
            return False
        self._told = now
        return True
