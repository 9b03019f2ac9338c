"""The decoder: an utterance of a few seconds in, the words out; for sayings, which the head does not know.

It is the other half of Moonshine tiny-en (MIT licence, ``model/LICENSE``), 30 MB, quantised, one token after the other.
What comes out is only ever matched against the grammar (``grammar/meaning.py``).
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Any, Literal, NamedTuple, overload

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears.beam import BEGIN, BEHIND, END, Hypothesis, Scores, likeliest
from stretchcoach.ears.clip import RATE, sound_of
from stretchcoach.ears.encoder import Encoder, level, session
from stretchcoach.ears.pieces import Pieces
from stretchcoach.ears.sound_alikes import alike, sounds_like
from stretchcoach.grammar.meaning import plain, readings

Sound = NDArray[np.float32]
_SHORTEST, _LONGEST = 0.25, 192 * 384 / RATE
"""Seconds of an utterance; the encoder has places for 192 vectors of 384 samples, 4.6 s."""
_HEADS, _WIDTH = 8, 36
_A_SECOND = 8
"""Tokens in a second of speech at most; more is a model that has lost the thread."""
_FEWEST = 4
UNLIKELY = -10.0
"""Score of a phrase that the decoder was not asked about."""
BEAM, ALTERNATIVE = 8, 0.45
"""Where the text means nothing, what else may have been said is looked for among so many at a time, and told where it
has this part of the letter pairs of the text: talk that is not for us has some saying of ours among its less likely
texts as well, but a less similar one."""
SENTENCE, EACH = 6, 0.7
"""Words from which on a text is none that is made of noise, if it has this probability whatever it scores."""
WRITTEN = -3.7
"""Score below which a text of several words may be made of noise: there the decoder writes *I don't know* as well."""


class Alternative(NamedTuple):
    """What may have been said as well."""

    text: str
    probability: float
    whole: float
    behind: float
    """How much less it scores than the best that was found."""


class Said(NamedTuple):
    """What was made out."""

    text: str
    probability: float
    """Of the whole text, to the power of one by its tokens: 1 is certain."""
    whole: float = 0.0
    """The logarithm of the probability of the whole text."""
    others: tuple[tuple[str, float], ...] = ()
    """What else was asked for or sounds like it, each with the same logarithm."""
    alternatives: tuple[Alternative, ...] = ()
    """Where the text means nothing: others that do, the likeliest first."""

    @property
    def made_of_noise(self) -> bool:
        """Whether a text of several words may be: a few that score low."""
        return self.whole < WRITTEN and (len(plain(self.text)) < SENTENCE or self.probability < EACH)

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
        told = likeliest(self._steps(vectors), 1, most)[0]
        text = self._text(told)
        word = self._encoder.all_vectors(level(sound[-last:]))[None] if asked and last else vectors
        likely = tuple((phrase, self._likelihood(word, phrase)) for phrase in asked)
        if not text or readings(text):
            return Said(text, told.probability, told.score, likely)
        others = [phrase for phrase in sounds_like(text) if phrase not in asked]
        likely += tuple((phrase, self._likelihood(vectors, phrase)) for phrase in others)
        alternatives = self._alternatives(text, likeliest(self._steps(vectors), BEAM, most))
        return Said(text, told.probability, told.score, likely, alternatives)

    def _text(self, told: Hypothesis) -> str:
        return self._pieces.text(list(told.tokens[:-1])) if told.over else ""

    def _alternatives(self, text: str, found: list[Hypothesis]) -> tuple[Alternative, ...]:
        """Those that mean something."""
        near = [each for each in found if each.over and found[0].score - each.score <= BEHIND]
        best = found[0].score
        told = [Alternative(self._text(each), each.probability, each.score, best - each.score) for each in near]
        return tuple(each for each in told if alike(text, each.text) >= ALTERNATIVE and readings(each.text))

    def _likelihood(self, vectors: NDArray[np.float32], phrase: str) -> float:
        numbers = self._pieces.numbers(phrase)
        past = dict.fromkeys(self._past, self._empty)
        fed = {**self._heard(vectors), **past, "input_ids": np.array([[BEGIN, *numbers]])}
        scores = self._session.run(["logits"], {**fed, "use_cache_branch": np.array([False])})[0][0]
        likely = _logarithms(scores)
        return float(sum(likely[at, number] for at, number in enumerate([*numbers, END])))

    def _heard(self, vectors: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
        mask = np.ones(vectors.shape[:2], dtype=np.int64)
        return {"encoder_hidden_states": vectors, "encoder_attention_mask": mask}

    def _steps(self, vectors: NDArray[np.float32]) -> Callable[[list[int], list[int]], Scores]:
        """The next step of a search: what it has heard so far is kept from one to the next."""
        past = dict.fromkeys(self._past, self._empty)
        heard: dict[str, NDArray[Any]] = {}

        def step(rows: list[int], tokens: list[int]) -> Scores:
            begun = bool(heard)
            kept = {name: value[rows] for name, value in past.items() if name not in heard}
            kept |= {name: np.repeat(value, len(rows), axis=0) for name, value in heard.items()}
            fed = {**self._heard(np.repeat(vectors, len(rows), axis=0)), **kept}
            fed |= {"input_ids": np.array(tokens)[:, None], "use_cache_branch": np.array([begun])}
            found = dict(zip(self._names, self._session.run(None, fed), strict=True))
            for name in past:
                now = found[name.replace("past_key_values", "present")]
                if "decoder" in name:
                    past[name] = now
                elif not begun:
                    heard[name] = now
            return _logarithms(found["logits"][:, -1])

        return step


def _logarithms(scores: Scores) -> Scores:
    """Of the probabilities, in each row."""
    highest = scores.max(axis=-1, keepdims=True)
    out: Scores = scores - highest - np.log(np.exp(scores - highest).sum(axis=-1, keepdims=True))
    return out
