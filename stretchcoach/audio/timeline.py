"""Which frame is heard when: ties the device's frames to the clock, smoothly.

The device asks for its blocks a few milliseconds early or late, in a pattern of its own, and runs a little faster or
slower than it says.  A straight line laid through the last twenty seconds of blocks is as steady as a quartz.  A
drop-out moves the line: a small one shows in the mean of the last blocks, a big one (a sleep, too) starts it anew.
"""

from stretchcoach.pipes.pcm import RATE

_FILLING = 3
"""The first blocks fill the device and come faster than they are heard."""
_LEVEL = 60
"""So many blocks only tell where the line is; after them its slope is fitted too."""
_LONG = 600
"""Blocks over which the line is laid."""
_PULL = 0.006
"""How much one late block can pull, in seconds."""
_RECENT = 20
_SLIP = 0.0018
"""When the last blocks are that far off in the mean, a drop-out has moved the line."""
_BREAK = 0.010
_BREAKS = 8
"""So many blocks in a row that far off are not jitter."""


class Timeline:
    """An estimate of the moment at which each frame is heard."""

    def __init__(self, ahead: float) -> None:
        self._ahead = ahead
        """Seconds of sound the device holds right after it has been given a block."""
        self._offset = 0.0
        self._slope = 0.0
        """Seconds by which the offset grows with each block."""
        self._recent = 0.0
        self._count = 0
        self._off = 0

    @property
    def known(self) -> bool:
        """Whether there has been a block to judge from."""
        return self._count > 0

    def restart(self) -> None:
        """The device was stopped: forget where the line is, but not its slope."""
        self._count = self._off = 0
        self._recent = 0.0

    def observe(self, now: float, end: int) -> None:
        """At ``now`` the device has asked for a block that ends before frame ``end``."""
        self._offset += self._slope
        error = now - end / RATE - self._offset
        self._off = self._off + 1 if abs(error) > _BREAK else 0
        if self._off >= _BREAKS:
            self.restart()
        self._count += 1
        weight = self._count - _FILLING + 1
        if weight <= 1:
            self._offset += error
        else:
            self._lean(error, weight)

    def _lean(self, error: float, weight: int) -> None:
        """Least squares, one block at a time, with the gains of the newest of n points on a line.

        2 (2n - 1) / (n (n + 1)) for where it is, here 4 / n (3 % more at 60), and 6 / (n (n + 1)) for its slope:
        Brookner, Tracking and Kalman Filtering Made Easy, 1998, on the expanding-memory filter.  From ``_LONG`` points
        on they stay, so that a drift of the quartz with its warmth is followed.
        """
        # A late block is jitter, never news, and is clipped before it pulls; a moved line shows in the mean below.
        reach = _PULL if weight > 30 else 5 * _PULL
        error = max(-reach, min(reach, error))
        if weight <= _LEVEL:
            self._offset += error / weight
            return
        self._recent += (error - self._recent) / _RECENT
        if abs(self._recent) > _SLIP:
            self._offset += self._recent
            self._recent = 0.0
            return
        points = min(weight, _LONG)  # a fixed n turns the growing memory into a fading one of about that length
        self._offset += error * 4 / points
        self._slope += error * 6 / (points * (points + 1))

    def heard_at(self, frame: int) -> float:
        """When that frame is heard, on the clock."""
        return self._offset + self._ahead + frame / RATE

    def frame_at(self, when: float) -> int:
        """The frame that is heard at that moment."""
        return round((when - self._offset - self._ahead) * RATE)
