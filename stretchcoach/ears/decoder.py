"""The decoder: an utterance of a few seconds in, the words out; for sayings, which the head does not know.

It is the other half of Moonshine tiny-en (MIT licence, ``model/LICENSE``), 30 MB, quantised, one token after the other.
What comes out is only ever matched against the grammar (``core/grammar.py``).
"""

import itertools
import re
from importlib.resources import files
from typing import Any, Literal, NamedTuple, overload

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.core.grammar import readings
from stretchcoach.ears.clip import RATE, sound_of
from stretchcoach.ears.encoder import Encoder, level, session
from stretchcoach.ears.endpoints import BLOCK, BREATH
from stretchcoach.ears.sound_alikes import sounds_like

Sound = NDArray[np.float32]
_SHORTEST = 0.25
_HEADS, _WIDTH = 8, 36
_BEGIN, _END = 1, 2
_A_SECOND = 8
"""Tokens in a second of speech at most; more is a model that has lost the thread."""
_FEWEST = 4


class Said(NamedTuple):
    """What was made out."""

    text: str
    probability: float
    """Of the whole text, to the power of one by its tokens: 1 is certain."""
    whole: float = 0.0
    """The logarithm of the probability of the whole text."""
    others: tuple[tuple[str, float], ...] = ()
    """What else was asked for or sounds like it, each with the same logarithm."""


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
        self._tokens = _tokens(files("stretchcoach.ears").joinpath("model/tokenizer.bin").read_bytes())
        self._numbers = {piece: number for number, piece in enumerate(self._tokens)}

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
        if not _SHORTEST <= seconds <= BREATH * BLOCK / RATE + 1:
            return NOTHING
        vectors = self._encoder.all_vectors(level(sound))[None]
        most = int(seconds * _A_SECOND) + _FEWEST
        told, sure = self._follow(vectors, most)
        text = _text(self._tokens, told[:-1]) if told[-1:] == [_END] else ""
        word = self._encoder.all_vectors(level(sound[-last:]))[None] if asked and last else vectors
        likely = tuple((phrase, self._likelihood(word, phrase)) for phrase in asked)
        others = [phrase for phrase in sounds_like(text) if phrase not in asked] if text and not readings(text) else []
        likely += tuple((phrase, self._likelihood(vectors, phrase)) for phrase in others)
        return Said(text, float(np.exp(np.mean(sure))), sum(sure), likely)

    def _likelihood(self, vectors: NDArray[np.float32], phrase: str) -> float:
        numbers = _pieces(self._tokens, self._numbers, f"{phrase[:1].upper()}{phrase[1:]}.")
        past = dict.fromkeys(self._past, self._empty)
        fed = {**self._heard(vectors), **past, "input_ids": np.array([[_BEGIN, *numbers]])}
        scores = self._session.run(["logits"], {**fed, "use_cache_branch": np.array([False])})[0][0]
        highest = scores.max(axis=1, keepdims=True)
        likely = scores - highest - np.log(np.exp(scores - highest).sum(axis=1, keepdims=True))
        return float(sum(likely[at, number] for at, number in enumerate([*numbers, _END])))

    def _heard(self, vectors: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
        mask = np.ones(vectors.shape[:2], dtype=np.int64)
        return {"encoder_hidden_states": vectors, "encoder_attention_mask": mask}

    def _follow(self, vectors: NDArray[np.float32], most: int) -> tuple[list[int], list[float]]:
        """Tokens, the likeliest each time, and the logarithms of how likely they were."""
        past = dict.fromkeys(self._past, self._empty)
        fixed = self._heard(vectors)
        told: list[int] = []
        sure: list[float] = []
        now = _BEGIN
        while len(told) < most:
            fed = {**fixed, **past, "input_ids": np.array([[now]]), "use_cache_branch": np.array([bool(told)])}
            found = dict(zip(self._names, self._session.run(None, fed), strict=True))
            scores = found["logits"][0, -1]
            now = int(np.argmax(scores))
            told.append(now)
            sure.append(float(scores[now] - scores.max() - np.log(np.exp(scores - scores.max()).sum())))
            if now == _END:
                break
            for name in past:
                if "decoder" in name or len(told) == 1:
                    past[name] = found[name.replace("past_key_values", "present")]
        return told, sure


def _tokens(raw: bytes) -> list[bytes]:
    """The pieces of words: each with its length in one byte, or in two where the first is 128 or more."""
    found: list[bytes] = []
    at = 0
    while at < len(raw):
        length, at = raw[at], at + 1
        if length >= 128:
            length, at = raw[at] * 128 + length - 128, at + 1
        found.append(raw[at : at + length])
        at += length
    return found


def _pieces(tokens: list[bytes], numbers: dict[bytes, int], text: str) -> list[int]:
    """The text in pieces of words, joined in the order in which the tokenizer learnt them."""
    pieces = [sign.encode() for sign in "\u2581" + text.replace(" ", "\u2581")]
    while True:
        pairs = [(numbers.get(first + second, len(tokens)), at) for at, (first, second) in enumerate(_pairs(pieces))]
        number, at = min(pairs, default=(len(tokens), 0))
        if number == len(tokens):
            return [numbers[piece] for piece in pieces]
        pieces[at : at + 2] = [tokens[number]]


def _pairs(pieces: list[bytes]) -> list[tuple[bytes, bytes]]:
    return list(itertools.pairwise(pieces))


def _text(tokens: list[bytes], numbers: list[int]) -> str:
    pieces = b"".join(
        bytes([int(piece[3:-1], 16)]) if re.fullmatch(rb"<0x[0-9A-F]{2}>", piece) else piece
        for piece in (tokens[number] for number in numbers)
    )
    return pieces.decode("utf-8", "ignore").replace("\u2581", " ").strip()
