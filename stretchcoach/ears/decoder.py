"""The decoder: an utterance of a few seconds in, the words out; for sayings, which the head does not know.

It is the other half of Moonshine tiny-en (MIT licence, ``model/LICENSE``), 30 MB, quantised, one token after the other.
What comes out is only ever matched against the grammar (``grammar/meaning.py``).
"""

from importlib.resources import files
from typing import Any, Literal, NamedTuple, overload

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears.clip import RATE, sound_of
from stretchcoach.ears.encoder import Encoder, level, session
from stretchcoach.ears.pieces import Pieces
from stretchcoach.ears.sound_alikes import sounds_like
from stretchcoach.grammar.meaning import readings

Sound = NDArray[np.float32]
_SHORTEST, _LONGEST = 0.25, 192 * 384 / RATE
"""Seconds of an utterance; the encoder has places for 192 vectors of 384 samples, 4.6 s."""
_HEADS, _WIDTH = 8, 36
BEGIN, END = 1, 2
"""Tokens before the first and after the last piece of a text."""
_A_SECOND = 8
"""Tokens in a second of speech at most; more is a model that has lost the thread."""
_FEWEST = 4
UNLIKELY = -10.0
"""Score of a phrase that the decoder was not asked about."""
WRITTEN = -3.7
"""Score below which a text of several words may be made of noise: there the decoder writes *I don't know* as well."""


class Said(NamedTuple):
    """What was made out."""

    text: str
    probability: float
    """Of the whole text, to the power of one by its tokens: 1 is certain."""
    whole: float = 0.0
    """The logarithm of the probability of the whole text."""
    others: tuple[tuple[str, float], ...] = ()
    """What else was asked for or sounds like it, each with the same logarithm."""

    def likely(self, phrase: str, unknown: float = UNLIKELY) -> float:
        """The same logarithm of a phrase; ``unknown`` where the decoder was not asked about it."""
        return dict(self.others).get(phrase, unknown)


NOTHING = Said("", 0.0)


def there() -> bool:
    """Whether the decoder's files came with the program."""
    return files("stretchcoach.ears").joinpath("model/decoder.ort").is_file()


class Decoder(sr.Recognizer):
    """A recogniser of SpeechRecognition; loaded once, in half a second, on the thread that needs it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self._encoder = encoder
        self._session = session("decoder.ort")
        self._names = [name.name for name in self._session.get_outputs()]
        self._past = [name.name for name in self._session.get_inputs() if name.name.startswith("past")]
        self._empty = np.zeros((1, _HEADS, 0, _WIDTH), dtype=np.float32)
        self._pieces = Pieces()

    @overload
    def recognize_moonshine(self, audio: sr.AudioData) -> str: ...
    @overload
    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said: ...
    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: bool = False, asked: tuple[str, ...] = (), last: int = 0
    ) -> str | Said:
        """The words in it; ``UnknownValueError`` if there are none, or if it is too long.

        ``show_all``: all that was made out, and nothing is unknown.  ``asked``: phrases of which it is to be told how
        likely they are, as are the sayings that the text is near to; where ``last`` is given, how likely in so many
        last samples.
        """
        said = self._said(sound_of(audio), asked, last)
        if show_all:
            return said
        if not said.text:
            raise sr.UnknownValueError
        return said.text

    def _said(self, sound: Sound, asked: tuple[str, ...], last: int) -> Said:
        seconds = len(sound) / RATE
        if not _SHORTEST <= seconds <= _LONGEST:
            return NOTHING
        vectors = self._encoder.all_vectors(level(sound))[None]
        most = int(seconds * _A_SECOND) + _FEWEST
        told, sure = self._follow(vectors, most)
        text = self._pieces.text(told[:-1]) if told[-1:] == [END] else ""
        word = self._encoder.all_vectors(level(sound[-last:]))[None] if asked and last else vectors
        likely = tuple((phrase, self._likelihood(word, phrase)) for phrase in asked)
        others = [phrase for phrase in sounds_like(text) if phrase not in asked] if text and not readings(text) else []
        likely += tuple((phrase, self._likelihood(vectors, phrase)) for phrase in others)
        return Said(text, float(np.exp(np.mean(sure))), sum(sure), likely)

    def _likelihood(self, vectors: NDArray[np.float32], phrase: str) -> float:
        numbers = self._pieces.numbers(phrase)
        past = dict.fromkeys(self._past, self._empty)
        fed = {**self._heard(vectors), **past, "input_ids": np.array([[BEGIN, *numbers]])}
        scores = self._session.run(["logits"], {**fed, "use_cache_branch": np.array([False])})[0][0]
        highest = scores.max(axis=1, keepdims=True)
        likely = scores - highest - np.log(np.exp(scores - highest).sum(axis=1, keepdims=True))
        return float(sum(likely[at, number] for at, number in enumerate([*numbers, END])))

    def _heard(self, vectors: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
        mask = np.ones(vectors.shape[:2], dtype=np.int64)
        return {"encoder_hidden_states": vectors, "encoder_attention_mask": mask}

    def _follow(self, vectors: NDArray[np.float32], most: int) -> tuple[list[int], list[float]]:
        """Tokens, the likeliest each time, and the logarithms of how likely they were."""
        past = dict.fromkeys(self._past, self._empty)
        fixed = self._heard(vectors)
        told: list[int] = []
        sure: list[float] = []
        now = BEGIN
        while len(told) < most:
            fed = {**fixed, **past, "input_ids": np.array([[now]]), "use_cache_branch": np.array([bool(told)])}
            found = dict(zip(self._names, self._session.run(None, fed), strict=True))
            scores = found["logits"][0, -1]
            now = int(np.argmax(scores))
            told.append(now)
            sure.append(float(scores[now] - scores.max() - np.log(np.exp(scores - scores.max()).sum())))
            if now == END:
                break
            for name in past:
                if "decoder" in name or len(told) == 1:
                    past[name] = found[name.replace("past_key_values", "present")]
        return told, sure
