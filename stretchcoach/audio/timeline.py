"""Maps frames of the device to the clock: which frame is heard when.

The device asks for its blocks in steps of its own, late on a busy machine but never early, and runs a little faster or
slower than it says.  So only the promptest block of every two seconds counts, and a straight line laid through the last
two minutes of them is as steady as a quartz.  A drop-out moves the line: then even the promptest is late, and where it
was a long one it is known at once.
"""

from stretchcoach.pipes.pcm import RATE

_FILLING = 3
"""The first blocks fill the device and come faster than they are heard."""
_GROUP = 32
"""Blocks in a group, of which only the earliest counts; before the first full group, the earliest so far.

A sound server that looks at its clock every 16 ms is prompt once in some thirty blocks of 60 ms; the earliest of
sixteen was now and then 3 ms late, twice in a row, and that was taken for a slip.
"""
_LONG = 60
"""Groups over which the line is laid; over twenty of half this size it swayed by 0.7 ms beside four busy threads."""
_SLIP = 0.0018
"""If the earliest block of two groups in a row is this late, a drop-out has moved the line."""
_BREAKS = ((5, 0.020), (12, 0.010))
"""So many blocks in a row as late as this are not so by chance, even where four programs want each processor."""
_DRY = 0.3
"""A device that asks for nothing for so long, in seconds, has run dry and fills itself anew: it holds three blocks of
60 ms, and some sound servers ask for all three at once."""


class Timeline:
    """An estimate of the moment at which each frame is heard."""

    def __init__(self, ahead: float) -> None:
        self._ahead = ahead
        """Seconds of sound the device holds right after it has been given a block."""
        self._offset = 0.0
        self._slope = 0.0
        """Seconds by which the offset grows with each block."""
        self._count = 0
        self._asked = 0.0
        """When the device asked last."""
        self._prompt: list[float] = []
        """How late the blocks of this group were."""
        self._late = 0.0
        """How late the earliest block of the last group was, if that may be a slip; 0 if not."""
        self._broken: list[float] = []
        """How late the blocks in a row were that may be a break."""

    @property
    def known(self) -> bool:
        """Whether there has been a block to judge from."""
        return self._count > 0

    def restart(self) -> None:
        """The device was stopped: forget where the line is, but not its slope."""
        self._count = 0
        self._late = 0.0
        self._prompt.clear()
        self._broken.clear()

    def observe(self, now: float, end: int) -> None:
        """At ``now`` the device has asked for a block that ends before frame ``end``."""
        if now - self._asked > _DRY:
            self.restart()
        self._asked = now
        self._offset += self._slope
        error = now - end / RATE - self._offset
        self._count += 1
        if self._count <= _FILLING:
            self._offset += error
            return
        self._broken = [*self._broken, error] if error > _BREAKS[-1][1] else []
        if broken := self._break():
            self._move(broken)
        elif self._count <= _GROUP:
            self._offset += min(0.0, error)
        else:
            self._prompt.append(error)
            if len(self._prompt) == _GROUP:
                self._judge(min(self._prompt))

    def _break(self) -> float:
        """By how much a drop-out has moved the line; 0 where it was none."""
        for blocks, late in _BREAKS:
            last = self._broken[-blocks:]
            if len(last) == blocks and min(last) > late:
                return min(last)
        return 0.0

    def _judge(self, error: float) -> None:
        """Take the earliest block of a group: a line that is too late or has slipped is moved, others adapt."""
        late, self._late = self._late, error if error > _SLIP else 0.0
        if error < -_SLIP:
            self._move(error)
        elif late and self._late:
            self._move(min(error, late))
        elif not self._late:
            self._lean(error, self._count // _GROUP)
        self._prompt.clear()

    def _move(self, error: float) -> None:
        self._offset += error
        self._late = 0.0
        self._prompt.clear()
        self._broken.clear()

    def _lean(self, error: float, groups: int) -> None:
        """Least squares, one group at a time, with the gains of the newest of n points on a line.

        4 / n for where it is, nearly, and 6 / (n (n + 1)) for its slope: Brookner, Tracking and Kalman Filtering Made
        Easy, 1998, on the expanding-memory filter.  From ``_LONG`` points on they stay, so that a drift of the quartz
        with its warmth is followed.
        """
        points = min(groups + 1, _LONG)
        self._offset += error * min(1.0, 4 / points)
        self._slope += error * 6 / (points * (points + 1)) / _GROUP if points > 4 else 0.0

    def heard_at(self, frame: int) -> float:
        """When that frame is heard, on the clock."""
        return self._offset + self._ahead + frame / RATE

    def frame_at(self, when: float) -> int:
        """The frame that is heard at that moment."""
        return round((when - self._offset - self._ahead) * RATE)
