"""The decoder at work: it writes down utterances, on a thread of its own, or at once where there is time to wait."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Literal, Protocol

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears.clip import Clip
from stretchcoach.ears.decoder import NOTHING, Said
from stretchcoach.ears.sound_alikes import sounds_like
from stretchcoach.grammar.meaning import readings

Sound = NDArray[np.float32]


_UNKNOWN = "please stopper"
"""What nothing reads: after it the patterns of all readers have been laid out."""


class Transcribes(Protocol):
    """A recogniser that writes words down."""

    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        """The words in it, and how likely the phrases are that are asked for."""


class Transcriber:
    """Takes an utterance, and has its words ready a moment later."""

    def __init__(self, make: Callable[[], Transcribes], waits: bool = False) -> None:
        """``waits``: the words are there at once, as when a file is listened to."""
        self._make = make
        self._writer: Transcribes | None = None
        self._jobs: SimpleQueue[tuple[int, Sound, tuple[str, ...], int]] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, Said]] = SimpleQueue()
        self._waits = waits
        self._ticket = 0
        self.able = True
        """It can be asked: what it needs is there, and has not failed."""
        if not waits:
            Thread(target=self._work, daemon=True).start()

    def ask(self, sound: Sound, *asked: str, last: int = 0) -> int:
        """The number under which the words of ``sound`` will come."""
        self._ticket += 1
        if self._waits:
            self._done.put((self._ticket, self._write(sound, asked, last)))
        else:
            self._jobs.put((self._ticket, sound, asked, last))
        return self._ticket

    def done(self) -> list[tuple[int, Said]]:
        """What has been written since the last call."""
        found = []
        while not self._done.empty():
            found.append(self._done.get())
        return found

    def _work(self) -> None:
        self._write(np.zeros(8000, dtype=np.float32), ("stop", *sounds_like(_UNKNOWN)[:1]), 0)
        readings(_UNKNOWN)
        while True:
            ticket, sound, asked, last = self._jobs.get()
            while not self._jobs.empty():
                self._done.put((ticket, NOTHING))
                ticket, sound, asked, last = self._jobs.get()
            self._done.put((ticket, self._write(sound, asked, last)))

    def _write(self, sound: Sound, asked: tuple[str, ...], last: int) -> Said:
        """What fails is no reason to stop listening: the head goes on alone."""
        if not self.able:
            return NOTHING
        try:
            self._writer = self._writer or self._make()
            return self._writer.recognize_moonshine(Clip(sound), show_all=True, asked=asked, last=last)
        except Exception:
            self.able = False
            return NOTHING
