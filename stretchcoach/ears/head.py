"""The head: from the encoder's vectors to how likely each phrase of the vocabulary has just been said.

A linear layer, two depthwise separable convolutions over time with a skip around each, attention pooling beside
max-pooling, and a softmax: a few hundred kilobytes of weights, trained by ``training/upper.py``; the same equations
stand in PyTorch in ``training/train.py``.  Several such heads, trained on different voices, are asked, each by vectors
of its own, and their probabilities are averaged.
"""

import json
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
OTHER = ""
"""The phrase of everything that is none of ours: other words, half words, noise."""


def _convolve(rows: Array, kernel: Array) -> Array:
    """A convolution over time of each channel by itself, as long as its input: kernel of shape (taps, channels)."""
    taps = len(kernel)
    padded = np.pad(rows, ((taps // 2, taps // 2), (0, 0)))
    out = np.zeros_like(rows)
    for tap in range(taps):
        out += padded[tap : tap + len(rows)] * kernel[tap]
    return out


class Head:
    """Weights in, probabilities out."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self._w = {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}

    def features(self, vectors: Array) -> Array:
        """What the scores are made of: one row for the encoder's (frames, vector) output."""
        w = self._w
        # "place" is learnt, one row a frame: where in the window something stands
        rows = np.maximum(vectors @ w["enter"] + w["enter_bias"] + w["place"], 0)
        for layer in ("first", "second"):
            rows = rows + np.maximum(_convolve(rows, w[layer]) @ w[layer + "_mix"] + w[layer + "_bias"], 0)
        gaze = rows @ w["gaze"]
        gaze = np.exp(gaze - gaze.max(axis=0))  # softmax over time; less the largest, so that nothing overflows
        pooled = ((gaze / gaze.sum(axis=0)).T @ rows).reshape(-1)
        return np.asarray(np.concatenate([pooled, rows.max(axis=0)]), dtype=np.float32)

    def scores(self, features: Array) -> Array:
        """Logits of every phrase."""
        return np.asarray(features @ self._w["leave"] + self._w["leave_bias"], dtype=np.float32)


class Heads:
    """All heads together."""

    def __init__(
        self, heads: dict[int, Head], phrases: tuple[str, ...], folds: tuple[int, ...], figures: dict[str, object]
    ) -> None:
        self._heads = heads
        """By the place of their vectors among the encoder's."""
        self.phrases = phrases
        """What each number of ``probabilities`` stands for; the last is ``OTHER``."""
        self.folds = folds
        """Of each place, which of the five parts of all voices that head was never told of (``training/README.md``)."""
        self.figures = figures
        """What was measured when the weights were made."""

    @classmethod
    def load(cls) -> "Heads":
        """The heads that come with the program."""
        raw = np.load(BytesIO(_weights()))
        about = json.loads(bytes(raw["about"]).decode())
        each: list[dict[str, Array]] = [{} for _ in about["folds"]]
        for name in raw.files:
            number, _, part = name.partition(".")
            if part:
                each[int(number)][part] = raw[name]
        heads = dict(enumerate(map(Head, each)))
        return cls(heads, tuple(about["phrases"]), tuple(about["folds"]), about["figures"])

    def __len__(self) -> int:
        """How many heads there are."""
        return len(self._heads)

    def only(self, place: int) -> "Heads":
        """One of them by itself, which can be judged by the voices that it never heard."""
        return Heads({place: self._heads[place]}, self.phrases, self.folds, self.figures)

    def probabilities(self, vectors: Array) -> Array:
        """How likely each of ``phrases`` was just said: sums to 1."""
        return self.judged(vectors)[0]

    def judged(self, vectors: Array) -> tuple[Array, Array]:
        """The same, and the features of all heads in one row."""
        seen = [head.features(vectors[place]) for place, head in self._heads.items()]
        total = np.zeros(len(self.phrases), dtype=np.float32)
        for head, features in zip(self._heads.values(), seen, strict=True):
            scores = head.scores(features)
            likely = np.exp(scores - scores.max())
            total += likely / likely.sum()
        return np.asarray(total / len(self._heads), dtype=np.float32), np.concatenate(seen)


@cache
def heads_version() -> str:
    """Which heads come with the program: another name for every other set of weights."""
    return blake2b(_weights(), digest_size=8).hexdigest()


def _weights() -> bytes:
    return files("stretchcoach.ears").joinpath("model/heads.npz").read_bytes()
