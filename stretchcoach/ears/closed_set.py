"""Our words, as a recogniser of the SpeechRecognition package: encoder, heads, and what was learnt of a voice."""

from pathlib import Path
from typing import Literal, overload

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears.clip import sound_of
from stretchcoach.ears.encoder import WINDOW, Encoder
from stretchcoach.ears.endpoints import BLOCK, LAST, WordEnds
from stretchcoach.ears.head import Heads
from stretchcoach.ears.learnt import Learnt
from stretchcoach.ears.spotter import Spotter

Sound = NDArray[np.float32]


class ClosedSet(sr.Recognizer):
    """``recognize_closed_set``: one of our words, or how likely each of them is."""

    def __init__(self, encoder: Encoder, heads: Heads, learnt: Learnt | None = None) -> None:
        super().__init__()
        self.encoder, self._heads = encoder, heads
        self._learnt = learnt if learnt and learnt.words else None

    @classmethod
    def load(cls, learnt: str = "") -> "ClosedSet":
        """The model that comes with the program, in about 0.2 s; ``learnt``: the file of what was learnt of a voice."""
        return cls(Encoder(), Heads.load(), Learnt.load(Path(learnt)) if learnt else None)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What each of the probabilities stands for."""
        return self._heads.phrases

    @overload
    def recognize_closed_set(self, audio: sr.AudioData) -> str: ...
    @overload
    def recognize_closed_set(self, audio: sr.AudioData, show_all: Literal[True], personal: bool = True) -> Sound: ...
    def recognize_closed_set(self, audio: sr.AudioData, show_all: bool = False, personal: bool = True) -> "str | Sound":
        """The first of our words in an utterance; ``UnknownValueError`` if there is none.

        ``show_all``: how likely each of ``phrases`` ended just now, by the last 1.28 s, and nothing is unknown;
        ``personal``: what was learnt of a voice counts.
        """
        if show_all:
            seen = sound_of(audio)[-WINDOW:]
            return self._judged(np.pad(seen, (WINDOW - len(seen), 0)), personal)
        return self._first_word(sound_of(audio))

    def _judged(self, window: Sound, personal: bool = True) -> Sound:
        vectors = self.encoder.vectors(window)
        if self._learnt is None or not personal:
            return self._heads.probabilities(vectors)
        chances, features = self._heads.judged(vectors)
        return self._learnt.weighed(chances, features, self._heads.phrases)

    def _first_word(self, sound: Sound) -> str:
        """By the same looks and limits as the microphone's sound."""
        ends, spotter = WordEnds(), Spotter(self.phrases)
        tail = (LAST + 4) * BLOCK + -len(sound) % BLOCK
        whole = np.concatenate([np.zeros(WINDOW, np.float32), sound, np.zeros(tail, np.float32)])
        for at, end in enumerate(range(WINDOW + BLOCK, len(whole) + 1, BLOCK), 1):
            if not ends.feed(whole[end - BLOCK : end]):
                continue
            began, ended = ends.bounds
            if spotter.due(at, ends.fallen, began):
                found = spotter.look(self._judged(whole[end - WINDOW : end]), at, ends.fallen, began - ended)
                if found.taken:
                    return found.phrase
        raise sr.UnknownValueError
