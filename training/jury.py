"""Listeners with any heads, so that those can be judged by the way that the microphone takes."""

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import onnxruntime
import speech_recognition as sr

from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears.clip import sound_of
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.decoder import Decoder, Said
from stretchcoach.ears.encoder import Encoder, level
from stretchcoach.ears.head import Head, Heads
from stretchcoach.ears.listener import Listener, heard
from stretchcoach.ears.transcriber import Transcriber
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from training.corpus import Sound
from training.folds import fold_of
from training.original import Original
from training.weights import read


class Case(NamedTuple):
    """One recording, and what is to be understood."""

    text: str
    label: str
    """Empty: nothing is to be understood."""
    voice: str
    human: bool
    sound: Sound


def context(label: str) -> str:
    """The context in which a word is measured."""
    if label in NUMBERS:
        return "number"
    if label in ("yes", "no", "unsure"):
        return "yesno"
    return "session" if label in CONTEXTS["session"] or not label else "all"


class Words(Encoder):
    """The encoder with other upper layers than those that come with the program."""

    def __init__(self, path: Path) -> None:
        self._words = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


class Remembering:
    """Encoder and decoder that do the same work once only."""

    def __init__(self, path: Path | None) -> None:
        self._encoder, self._original = Encoder(), Original()
        self._words: dict[Path, tuple[str, Words]] = {}
        self._decoder = Decoder(self._encoder)
        self._path = path
        self._known: dict[bytes, Any] = pickle.loads(path.read_bytes()) if path and path.exists() else {}

    def _once(self, key: tuple[Any, ...], sound: Sound, make: Callable[[], Any]) -> Any:
        name = hashlib.blake2b(repr(key).encode() + sound.tobytes(), digest_size=16).digest()
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def frozen(self, window: Sound) -> Sound:
        """As the encoder's that came, in half precision."""
        found = self._once((), window, lambda: self._original.vectors(level(window)).astype(np.float16))
        return np.asarray(found, dtype=np.float32)

    def own(self, window: Sound, path: Path) -> Sound:
        """By the layers in a ``words.ort``, for each head."""
        if path not in self._words:
            self._words[path] = (hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest(), Words(path))
        name, words = self._words[path]
        found = self._once((name,), window, lambda: words.vectors(window).astype(np.float16))
        return np.asarray(found, dtype=np.float32)

    def recognize_moonshine(
        self, audio: sr.AudioData, show_all: Literal[True], asked: tuple[str, ...] = (), last: int = 0
    ) -> Said:
        """As the decoder's."""

        def made() -> tuple[Any, ...]:
            return tuple(self._decoder.recognize_moonshine(audio, show_all, asked, last))

        return Said(*self._once((asked, last), sound_of(audio), made))

    def keep(self) -> None:
        """For the next time."""
        if self._path:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(pickle.dumps(self._known))


class Below:
    """What some heads stand on: the layers of their own that lie beside them, else the frozen encoder's vectors."""

    def __init__(self, heads: Path, count: int, shared: Remembering) -> None:
        words = (heads if heads.is_dir() else heads.parent) / "words.ort"
        self._words = words if words.exists() else None
        self._count, self._shared = count, shared

    def vectors(self, window: Sound) -> Sound:
        """For each head."""
        if self._words is None:
            return np.stack([self._shared.frozen(window)] * self._count)
        return self._shared.own(window, self._words)


class Jury:
    """Listeners with the heads to be judged: all of them, and each alone."""

    def __init__(self, path: Path, shared: Remembering) -> None:
        weights, phrases = read(path)
        folds = tuple(sorted(weights))
        heads = Heads({place: Head(weights[fold]) for place, fold in enumerate(folds)}, tuple(phrases), folds, {})
        below = Below(path, len(folds), shared)
        transcriber = Transcriber(lambda: shared, waits=True)
        each = {None: heads} | {fold: heads.only(place) for place, fold in enumerate(heads.folds)}
        self._listeners = {
            fold: Listener(ClosedSet(below, one), transcriber=transcriber)  # type: ignore[arg-type]
            for fold, one in each.items()
        }

    def judges(self, case: Case) -> bool:
        """Whether there is a head that was never told of that voice."""
        return not case.human or fold_of(case.voice) in self._listeners

    def got(self, case: Case, where: str) -> list[str]:
        """The labels that were understood."""
        listener = self._listeners[fold_of(case.voice) if case.human else None]
        listener.arm(CONTEXTS[where])
        return [one.label for one in heard(listener, case.sound) if one.label]
