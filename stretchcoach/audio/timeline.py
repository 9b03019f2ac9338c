"""Which frame is heard when: ties the device's frames to the clock, smoothly.

The device asks for blocks a few milliseconds early or late, in a pattern of its own; the average of that is as
steady as a quartz.  So the offset between clock and frames is averaged over a long time, and only a real break
(a drop-out, a sleep) starts it anew.
"""

from stretchcoach.audio.pcm import RATE

_LONG = 600
"""Blocks over which the offset is averaged: about 20 s."""
_CLIP = 0.006
"""How far from the average one block can pull, in seconds."""
_FILLING = 3
"""The first blocks fill the device and come faster than they are heard."""
_BREAK = 0.03
_BREAKS = 6
"""So many blocks in a row that far off are not jitter."""


class Timeline:
    """An estimate of the moment at which each frame is heard."""

    def __init__(self, ahead: float) -> None:
        self._ahead = ahead
        """Seconds of sound the device holds right after it has been given a block."""
        self._offset = 0.0
        self._count = 0
        self._off = 0

    @property
    def known(self) -> bool:
        """Whether there has been a block to judge from."""
        return self._count > 0

    def restart(self) -> None:
        """Forget everything: the device was stopped."""
        self._count = self._off = 0

    def observe(self, now: float, end: int) -> None:
        """At ``now`` the device has asked for a block that ends before frame ``end``."""
        error = now - end / RATE - self._offset
        self._off = self._off + 1 if abs(error) > _BREAK else 0
        if self._off >= _BREAKS:
            self._count = self._off = 0
        self._count += 1
        if self._count <= _FILLING:
            self._offset += error
            return
        weight = min(self._count - _FILLING + 1, _LONG)
        reach = _CLIP if weight > 30 else _BREAK
        self._offset += max(-reach, min(reach, error)) / weight

    def heard_at(self, frame: int) -> float:
        """When that frame is heard, on the clock."""
        return self._offset + self._ahead + frame / RATE

    def frame_at(self, when: float) -> int:
        """The frame that is heard at that moment."""
        return round((when - self._offset - self._ahead) * RATE)
