"""Voice, beeps and volume to one stream of frames; counts frames, knows no device and no clock.

``pull`` runs on the device's thread, everything else on the speaker's.
"""

from _thread import allocate_lock
from array import array
from collections import deque

from stretchcoach.audio.beeps import Tone
from stretchcoach.pipes.pcm import RATE, ramped, scaled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_GAP = int(0.12 * RATE)
"""Silence between two lines that follow each other."""
_LATE = int(0.25 * RATE)
"""A beep that comes later than this is no help any more."""


class Mixer:
    """Plays lines one after the other, and beeps at their frame."""

    def __init__(self, started: "Callable[[int, int], None]") -> None:
        self.frames = 0
        """How many frames the device has been given."""
        self._started = started
        self._lock = allocate_lock()
        self._lines: deque[tuple[int, array[int]]] = deque()
        self._at = 0
        self._gap = 0
        self._beeps: list[tuple[int, Tone]] = []
        self._gain = self._wish = 1.0
        self.held = False
        """The queued line waits until the device restarts."""

    def play(self, ticket: int, sound: "array[int]") -> None:
        """Queue a line; ``started(ticket, frame after its last)`` tells that its turn has come."""
        with self._lock:
            self._lines.append((ticket, sound))

    def wait(self, seconds: float) -> None:
        """Silence before the next line."""
        with self._lock:
            self._gap = max(self._gap, int(seconds * RATE))

    def beep(self, frame: int, tone: Tone) -> None:
        """Sound a beep at a frame, at once if that has just gone by, never if it is long gone."""
        with self._lock:
            if frame >= self.frames - _LATE:
                self._beeps.append((max(frame, self.frames), tone))

    def set_gain(self, gain: float) -> None:
        """Turn everything up or down, smoothly."""
        self._wish = gain

    def clear(self) -> bool:
        """Drop everything; tells whether there was anything to hear."""
        with self._lock:
            audible = bool(self._lines or self._beeps)
            self._lines.clear()
            self._beeps.clear()
            self._at = self._gap = 0
            self.held = False
            return audible

    @property
    def idle(self) -> bool:
        """Nothing is left to play."""
        return not (self._lines or self._beeps)

    def pull(self, count: int) -> bytes:
        """The next ``count`` frames."""
        begun: list[tuple[int, int]] = []
        with self._lock:
            begin = self.frames
            self.frames = begin + count
            if self.idle and not self._gap:
                self._gain = self._wish
                return bytes(2 * count)
            block = self._voice(begin, count, begun)
            for frame, tone in self._beeps:
                _add(block, frame - begin, tone)
            self._beeps = [beep for beep in self._beeps if beep[0] + len(beep[1].sound) > self.frames]
        for ticket, end in begun:
            self._started(ticket, end)
        return self._scaled(block)

    def _voice(self, begin: int, count: int, begun: list[tuple[int, int]]) -> "array[int]":
        block = array("h")
        while len(block) < count and (self._lines or self._gap) and not self.held:
            room = count - len(block)
            if self._gap:
                rest = min(self._gap, room)
                block.frombytes(bytes(2 * rest))
                self._gap -= rest
                continue
            ticket, sound = self._lines[0]
            if self._at == 0:
                begun.append((ticket, begin + len(block) + len(sound)))
            block.extend(sound[self._at : self._at + room])
            self._at += room
            if self._at >= len(sound):
                self._lines.popleft()
                self._at, self._gap = 0, _GAP
        block.frombytes(bytes(2 * (count - len(block))))
        return block

    def _scaled(self, block: "array[int]") -> bytes:
        old, new = self._gain, self._wish
        self._gain = new
        if old == new == 1.0:
            return block.tobytes()
        return (scaled(block, new) if old == new else ramped(block, old, new)).tobytes()


def _add(block: "array[int]", offset: int, tone: Tone) -> None:
    """Mix the part of the tone that falls into the block, which begins ``offset`` frames before the tone does."""
    first, end = max(0, offset), min(len(block), offset + len(tone.sound))
    if first >= end:
        return
    mine = slice(first - offset, end - offset)
    mixed = zip(block[first:end], tone.duck[mine], tone.sound[mine], strict=True)
    block[first:end] = array("h", [max(-29_000, min(29_000, (v * d >> 8) + s)) for v, d, s in mixed])
