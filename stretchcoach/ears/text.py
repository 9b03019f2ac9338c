"""Engines that turn a whole utterance into text: found by its end, understood by the words in it."""

from queue import SimpleQueue
from threading import Thread
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.clip import RATE
from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from stretchcoach.ears.reports import EngineTrouble, HeardUtterance, Loudness, Report
from stretchcoach.grammar.meaning import tidy

Sound = NDArray[np.float32]
HANGOVER = 15
"""Blocks of quiet that end an utterance: 300 ms."""
LONGEST = 300
_LEAD = 10
_SHORTEST = 5
_METER = 5
_SECONDS = BLOCK / RATE


class Understands(Protocol):
    """Sound to text."""

    def text(self, sound: Sound) -> str:
        """What was said; empty where nothing was understood, a ``RecogniserError`` where the engine does not work."""


class Endpointer:
    """Cuts utterances out of a stream of blocks."""

    def __init__(self) -> None:
        self._moments = WordEnds()
        self._kept: list[Sound] = []
        self._speech = self._quiet = 0
        self.level = False
        """Something stands out of the background."""

    def feed(self, block: Sound) -> tuple[Sound, int, int] | None:
        """An utterance that has just ended, and how many blocks ago it began and ended."""
        self._moments.feed(block)
        self._kept.append(block)
        self.level = self._moments.active
        if self.level:
            self._speech, self._quiet = self._speech + 1, 0
        elif self._speech:
            self._quiet += 1
        else:
            self._kept = self._kept[-_LEAD:]
        if self._speech and (self._quiet >= HANGOVER or len(self._kept) >= LONGEST):
            kept, speech, quiet = self._kept, self._speech, self._quiet
            self._kept, self._speech, self._quiet = [], 0, 0
            if speech >= _SHORTEST:
                return np.concatenate(kept), max(1, len(kept) - _LEAD), quiet
        return None


def meaning(text: str, armed: frozenset[str]) -> tuple[str, str]:
    """Label and phrase of the longest of our phrases that the whole utterance is, or says over and over."""
    words = tidy(text)
    for word in sorted(WORDS, key=lambda word: -len(word.phrase)):
        if word.label in armed and words and not words.replace(word.phrase, "").strip():
            return word.label, word.phrase
    return "", ""


class TextListener:
    """A ``Hears`` around a recogniser of text; it recognises on a thread of its own."""

    def __init__(self, engine: Understands) -> None:
        self._engine = engine
        self._canceller = Canceller()
        self._endpointer = Endpointer()
        self._armed = frozenset({"stop"})
        self._jobs: SimpleQueue[tuple[Sound, float, float, bool]] = SimpleQueue()
        self._found: SimpleQueue[HeardUtterance] = SimpleQueue()
        self._troubles: SimpleQueue[EngineTrouble] = SimpleQueue()
        self._trouble = ""
        self._open = 0
        self._at = 0
        self._spoken = False
        self._began = 0.0
        Thread(target=self._work, daemon=True).start()

    @property
    def drift(self) -> float:
        """Part by which what our loudspeaker played is to be read faster for the next block."""
        return self._canceller.drift

    def arm(self, labels: frozenset[str]) -> None:
        """Only these act from now on."""
        self._armed = labels

    def feed(self, block: Sound, began: float, played: Sound | None) -> list[Report]:
        """20 ms of sound, the clock time of its first sample, and what our loudspeaker played (None: nothing)."""
        self._at, self._began = self._at + 1, began
        self._spoken |= played is not None
        ended = self._endpointer.feed(self._canceller.clean(block, played))
        if ended:
            sound, first, last = ended
            times = began + _SECONDS * (1 - first), began + _SECONDS * (1 - last)
            self._open += 1
            self._jobs.put((sound, *times, not self._spoken))
            self._spoken = False
        reports: list[Report] = []
        while not self._found.empty():
            reports.append(self._found.get())
            self._open -= 1
        while not self._troubles.empty():
            reports.append(self._troubles.get())
        if self._at % _METER == 0:
            reports.append(Loudness(10 * float(np.log10(np.mean(block * block) + 1e-10)), self._endpointer.level))
        return reports

    def finish(self) -> list[Report]:
        """The sound is over: wait for what is still being recognised."""
        silence = np.zeros(BLOCK, dtype=np.float32)
        reports = [one for _ in range(HANGOVER + 4) for one in self.feed(silence, self._began + _SECONDS, None)]
        while self._open:
            reports.append(self._found.get())
            self._open -= 1
        while not self._troubles.empty():
            reports.append(self._troubles.get())
        self._endpointer = Endpointer()
        return reports

    def _report(self, trouble: str) -> None:
        """Told when it begins and when it is over, not with every utterance."""
        if trouble != self._trouble:
            self._trouble = trouble
            self._troubles.put(EngineTrouble(trouble))

    def _work(self) -> None:
        while True:
            sound, began, ended, clear = self._jobs.get()
            try:
                label, phrase = meaning(self._engine.text(sound), self._armed)
                self._report("")
            except Exception as fault:  # an engine's own; the thread must live
                label = phrase = ""
                self._report(str(fault))
            self._found.put(HeardUtterance(label, phrase, began, ended, clear))
