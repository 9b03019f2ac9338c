"""Rendered phrases, on disk and in memory; any fault of the disk only costs the time to render again."""

import os
import time
from zlib import crc32

from stretchcoach.machine import private
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

LIMIT = 64 * 1024 * 1024
"""Bytes on disk; the phrases not used for longest go first."""
_MEMORY = 16 * 1024 * 1024
_MAGIC = b"STRETCH3"
_HEAD = len(_MAGIC) + 8
_EVERY = 50
"""Phrases written between two looks at the size."""


def key(engine: str, voice: str, rate: int, text: str, soft: bool = False) -> str:
    """The file name under which a phrase is kept."""
    from _blake2 import blake2b  # hashlib would load OpenSSL first

    pace = f"{rate} soft" if soft else str(rate)
    return blake2b("\0".join((engine, voice, pace, text)).encode("utf-8", "replace"), digest_size=16).hexdigest()


class Cache:
    """A folder of phrases; with no folder, or one that cannot be written to, memory alone."""

    def __init__(self, folder: str, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._memory: dict[str, array[int]] = {}
        self._held = 0
        self._written = 0
        self.fault = ""
        """Why phrases cannot be kept on disk."""

    def get(self, name: str) -> "array[int] | None":
        """The phrase, if it is there and whole."""
        kept = self._memory.get(name)
        if kept is None and self._folder:
            kept = self._read(name)
        return kept

    def put(self, name: str, sound: "array[int]") -> None:
        """Keep a phrase."""
        if not self._folder or not self._write(name, sound):
            self._remember(name, sound)

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name + ".pcm")  # noqa: PTH118 - pathlib costs 10 ms before the first word

    def _read(self, name: str) -> "array[int] | None":
        try:
            with open(self._path(name), "rb") as file:  # noqa: PTH123
                data = file.read()
            os.utime(self._path(name))
        except OSError:
            return None
        body = data[_HEAD:]
        head = _MAGIC + len(body).to_bytes(4, "little") + crc32(body).to_bytes(4, "little")
        return pcm.samples(body) if data[:_HEAD] == head else None

    def _write(self, name: str, sound: "array[int]") -> bool:
        body = pcm.data(sound)
        head = _MAGIC + len(body).to_bytes(4, "little") + crc32(body).to_bytes(4, "little")
        part = f"{self._path(name)}.{os.getpid()}.part"
        try:
            private.folder(self._folder)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, private.FILE)
            with open(descriptor, "wb") as file:  # noqa: PTH123
                file.write(head + body)
            os.replace(part, self._path(name))  # noqa: PTH105
        except OSError as error:
            self.fault = error.strerror or str(error)
            _remove(part)
            return False
        self.fault = ""
        if self._written % _EVERY == 0:
            self._prune()
        self._written += 1
        return True

    def _remember(self, name: str, sound: "array[int]") -> None:
        self._memory[name] = sound
        self._held += 2 * len(sound)
        while self._held > _MEMORY:
            self._held -= 2 * len(self._memory.pop(next(iter(self._memory))))

    def _prune(self) -> None:
        """Remove the phrases not used for longest, and what a killed writer left behind."""
        files = []
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".pcm", ".part")):
                        found = entry.stat(follow_symlinks=False)
                        files.append((found.st_mtime, found.st_size, entry.path))
        except OSError:
            return
        for path in [path for age, _, path in files if path.endswith(".part") and age < time.time() - 60]:
            _remove(path)
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self._limit:
                break
            _remove(path)
            total -= size


def _remove(path: str) -> None:
    try:
        os.remove(path)  # noqa: PTH107
    except OSError:
        return
