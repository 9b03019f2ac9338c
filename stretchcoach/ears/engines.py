"""The recognisers that can be chosen, each behind a ``Recognizer`` of the SpeechRecognition package.

``closed-set`` is ours.  Any other name is one of that package's ``recognize_...`` methods, for whoever has installed
what it needs; ``sphinx`` is given a grammar of our phrases and keeps its decoder, and stands in, weakly, where there is
no onnxruntime.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.availability import USUAL, standing
from stretchcoach.ears.clip import RATE, Clip
from stretchcoach.ears.errors import RecogniserError
from stretchcoach.ears.listener import make_listener
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.text import TextListener
from stretchcoach.machine import offline
from stretchcoach.words.ear_notices import does_not_work


def make_ears(engine: str, headphones: bool = False, waits: bool = False, learnt: str = "") -> tuple[Listens, str]:
    """A listener, and the name of its engine; EngineError where it cannot be.

    ``waits``: a file is listened to; ``learnt``: the file of what was learnt of the user's voice.
    """
    engine, _ = standing(engine)
    if engine == USUAL:
        return make_listener(headphones, waits, learnt), engine
    return TextListener(recogniser(engine)), engine


class Sphinx(sr.Recognizer):
    """pocketsphinx with our phrases as its grammar; the package's own method reloads both at every call, and fails."""

    def __init__(self) -> None:
        super().__init__()
        import pocketsphinx

        self._decoder: Any = pocketsphinx.Decoder(lm=None, loglevel="FATAL", samprate=RATE)
        known = [word.phrase for word in WORDS if all(map(self._decoder.lookup_word, word.phrase.split()))]
        rule = " | ".join(known)
        self._decoder.add_jsgf_string("ours", f"#JSGF V1.0;\ngrammar ours;\npublic <ours> = {rule} ;")
        self._decoder.activate_search("ours")

    def recognize_sphinx(self, audio: sr.AudioData) -> str:
        """One of the phrases: a grammar always finds one."""
        self._decoder.start_utt()
        self._decoder.process_raw(audio.get_raw_data(convert_rate=RATE, convert_width=2), False, True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        if found is None:
            raise sr.UnknownValueError
        return str(found.hypstr)


OWN: dict[str, Callable[[], sr.Recognizer]] = {"sphinx": Sphinx}
"""Engines for which there is more to do than to call the package's own ``recognize_...``."""


class Recogniser:
    """One engine of SpeechRecognition as a function of sound."""

    def __init__(self, source: sr.Recognizer, engine: str) -> None:
        self._engine = engine
        self._recognise = getattr(source, f"recognize_{engine}")

    def text(self, sound: NDArray[np.float32]) -> str:
        """What was said in 16 kHz sound, or nothing; a ``RecogniserError`` where the engine does not work."""
        try:
            said = self._recognise(Clip(sound))
        except sr.UnknownValueError:
            return ""
        except Exception as fault:  # sr.RequestError, and whatever an engine raises of its own
            raise RecogniserError(does_not_work(self._engine, str(fault) or type(fault).__name__)) from fault
        return str(said)


def recogniser(engine: str) -> Recogniser:
    """An engine that turns an utterance into text."""
    offline.stay()
    return Recogniser(OWN.get(engine, sr.Recognizer)(), engine)
