"""What the loudspeaker makes audible, shared with the ears so that they can take it out of what they hear.

The audio process writes every block it hands to the device into a ring of a few seconds, with the clock time at which
frame 0 was, or would have been, heard.  The ears map the same file.  It has no name as soon as it is open, and it
holds nothing but the program's own voice.
"""

import mmap
import os
import struct
from contextlib import suppress

from stretchcoach.pipes.pcm import RATE

FRAMES = 1 << 17
"""Length of the ring: about six seconds."""
_OURS = "/proc/"
"""Linux names what a process has open, so that the ring needs no name of its own, and none is left when we die."""
_HEAD = struct.Struct("<dqq")
"""Clock time of frame 0, frames written so far (-1: nobody writes yet), frames up to the last that was not silent."""


def make(folder: str) -> str:
    """An empty ring that only this user can read, in memory where the system has a place for that; its path."""
    memory = "/dev/shm"
    folder = memory if os.access(memory, os.W_OK | os.X_OK) else folder
    path = f"{folder}/stretchcoach-{os.urandom(8).hex()}"
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.ftruncate(file, _HEAD.size + 2 * FRAMES)
    os.write(file, _HEAD.pack(0.0, -1, -1))
    ours = f"{_OURS}{os.getpid()}/fd/{file}"
    if os.access(ours, os.R_OK | os.W_OK):
        os.unlink(path)  # noqa: PTH108
        return ours
    os.close(file)
    return path


def discard(path: str) -> None:
    """Let go of a ring that ``make`` made here."""
    try:
        if path.startswith(_OURS):
            os.close(int(path.rpartition("/")[2]))
        elif path:
            os.unlink(path)  # noqa: PTH108
    except OSError:
        return


def _map(path: str) -> mmap.mmap:
    file = os.open(path, os.O_RDWR)
    try:
        return mmap.mmap(file, _HEAD.size + 2 * FRAMES)
    finally:
        os.close(file)


class PlayedWriter:
    """The audio process's end."""

    def __init__(self, path: str) -> None:
        self._ring = _map(path)
        self._loud = -1
        _HEAD.pack_into(self._ring, 0, 0.0, 0, -1)

    def write(self, begin: int, block: bytes, zero_at: float) -> None:
        """Frames ``begin`` and following, 16 bit; ``zero_at`` is when frame 0 was heard.  On the device's thread."""
        end = begin + len(block) // 2
        if block.count(0) != len(block):
            self._loud = end
        at = 2 * (begin % FRAMES)
        first = min(len(block), 2 * FRAMES - at)
        self._ring[_HEAD.size + at : _HEAD.size + at + first] = block[:first]
        if first < len(block):
            self._ring[_HEAD.size : _HEAD.size + len(block) - first] = block[first:]
        _HEAD.pack_into(self._ring, 0, zero_at, end, self._loud)


class PlayedRing:
    """The ears' end: raw frames by number."""

    def __init__(self, path: str) -> None:
        self._ring = _map(path)
        self._path = path

    def state(self) -> tuple[float, int, int]:
        """Clock time of frame 0, frames written, frames up to the last that was not silent."""
        zero_at, written, loud = _HEAD.unpack_from(self._ring, 0)
        if written >= 0 and self._path:
            from pathlib import Path

            with suppress(OSError):
                Path(self._path).unlink()
            self._path = ""
        return zero_at, written, loud

    def frames(self, begin: int, count: int) -> bytes:
        """Frames as 16 bit; those that are not there, or no longer, are silent."""
        _, written, _ = self.state()
        first, last = max(begin, written - FRAMES + RATE // 10, 0), min(begin + count, written)
        if last <= first:
            return bytes(2 * count)
        at, end = 2 * (first % FRAMES), 2 * (first % FRAMES) + 2 * (last - first)
        body = self._ring[_HEAD.size + at : _HEAD.size + min(end, 2 * FRAMES)]
        if end > 2 * FRAMES:
            body += self._ring[_HEAD.size : _HEAD.size + end - 2 * FRAMES]
        return bytes(2 * (first - begin)) + body + bytes(2 * (begin + count - last))
