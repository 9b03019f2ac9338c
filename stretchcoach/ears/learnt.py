"""How one person says a word: the heads' features of three repetitions, with which later sounds are compared.

The file holds numbers that are made of sound, and no sound: for each phrase some vectors of the heads' own features.  A
sound whose features point in almost the same direction is that word, whatever the heads think of it themselves.  Other
heads have other features, so the file names the heads it was made with, and with others its words are asked for anew.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.head import heads_version
from stretchcoach.machine import private

Array = NDArray[np.float32]
LIKE = 0.92
"""Cosine from which on it is the same word."""
SURE = 0.90
"""The probability that such a word gets."""
REPEATS = 3
WEAK = ("pause", "start", "gone", "back", "both")
"""The words that voices differ in most."""
_MADE_WITH = "#heads"
"""The entry of the file that names the heads; no phrase is called so."""


class Learnt:
    """All that was learnt, ready to be compared with."""

    def __init__(self, words: Mapping[str, Array], lapsed: tuple[str, ...] = ()) -> None:
        """``words``: phrase and its vectors, one a row; ``lapsed``: phrases that were learnt with other heads."""
        self.words = {phrase: _unit(rows) for phrase, rows in words.items() if len(rows)}
        self.lapsed = lapsed

    @classmethod
    def load(cls, path: Path) -> "Learnt":
        """From its file; empty if the file is missing, cannot be read or was made with other heads."""
        try:
            with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as raw:
                phrases = [name for name in raw.files if name != _MADE_WITH]
                if _MADE_WITH not in raw.files or str(raw[_MADE_WITH]) != heads_version():
                    return cls({}, tuple(phrases))
                return cls({phrase: raw[phrase].astype(np.float32) for phrase in phrases})
        except (OSError, ValueError, EOFError, KeyError, BadZipFile):
            return cls({})

    def save(self, path: Path) -> None:
        """Into a file that nobody else can read; OSError where that cannot be."""
        held = BytesIO()
        entries = {phrase: rows.astype(np.float16) for phrase, rows in self.words.items()}
        np.savez(held, **{_MADE_WITH: np.array(heads_version())}, **entries)  # type: ignore[arg-type]
        private.replace(path, held.getvalue())

    def with_word(self, phrase: str, rows: Array) -> "Learnt":
        """With one more word, or one word replaced."""
        return Learnt({**self.words, phrase: rows})

    def nearest(self, features: Array) -> str:
        """The phrase that was said like this before; empty if there is none."""
        one = _unit(features[None])[0]
        likeness = {
            phrase: float((rows @ one).max()) for phrase, rows in self.words.items() if rows.shape[1] == len(one)
        }
        best = max(likeness, key=lambda phrase: likeness[phrase], default="")
        return best if best and likeness[best] >= LIKE else ""

    def weighed(self, chances: Array, features: Array, phrases: tuple[str, ...]) -> Array:
        """The heads' probabilities, bent towards a word that was learnt."""
        phrase = self.nearest(features)
        if not phrase or phrase not in phrases:
            return chances
        at = phrases.index(phrase)
        if chances[at] >= SURE:
            return chances
        rest = chances * ((1 - SURE) / max(1e-6, 1 - float(chances[at])))
        rest[at] = SURE
        return np.asarray(rest, dtype=np.float32)


def _unit(rows: Array) -> Array:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


_HALF_HEARD = 0.12
"""What the heads must give a word at least for it to count as missed ..."""
_WITHIN = 30.0
"""... and so soon after the first time it is missed for the second."""


class Missed:
    """Whether a word was missed twice, so that learning it may be offered; once, and never demanded."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}
        self._told = False

    def again(self, candidates: tuple[tuple[str, float], ...], armed: frozenset[str], now: float) -> bool:
        """An utterance was not understood; whether the offer is due."""
        likely = [label for label, score in candidates if label in armed and score >= _HALF_HEARD]
        if not likely or self._told:
            return False
        before = self._last.get(likely[0], -_WITHIN)
        self._last[likely[0]] = now
        self._told = now - before < _WITHIN
        return self._told
