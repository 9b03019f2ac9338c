"""The recognisers that can be chosen, each behind a ``Recognizer`` of the SpeechRecognition package.

``closed-set`` is ours.  Any other name is one of that package's ``recognize_...`` methods, for whoever has installed
what it needs; ``sphinx`` is given a grammar of our phrases and keeps its decoder, and stands in, weakly, where there is
no onnxruntime.
"""

from typing import Any

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.availability import USUAL, standing
from stretchcoach.ears.errors import RecogniserError
from stretchcoach.ears.listener import Listener, Listens
from stretchcoach.ears.listener import make_listener as closed_set
from stretchcoach.machine import offline

FAILS = "The recogniser {0} does not work ({1}). The keys do."


def build(engine: str, headphones: bool = False, waits: bool = False, learnt: str = "") -> tuple[Listens, str]:
    """A listener, and the name of its engine; EngineError where it cannot be.

    ``waits``: a file is listened to; ``learnt``: the file of what was learnt of the user's voice.
    """
    engine, _ = standing(engine)
    if engine == USUAL:
        return closed_set(headphones, waits, learnt), engine
    from stretchcoach.ears.text import TextListener

    return TextListener(recogniser(engine)), engine


class ClosedSet(sr.Recognizer):
    """SpeechRecognition with our closed set: ``recognize_closed_set(audio)`` is one of the phrases."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self._listener = listener

    def recognize_closed_set(self, audio: sr.AudioData) -> str:
        """The first phrase in it; ``UnknownValueError`` where there is none."""
        from stretchcoach.ears.listener import heard

        raw = audio.get_raw_data(convert_rate=16000, convert_width=2)
        sound = np.frombuffer(raw, dtype="<i2").astype(np.float32) / np.float32(32768)
        for found in heard(self._listener, sound):
            if found.phrase:
                return found.phrase
        raise sr.UnknownValueError


class Sphinx(sr.Recognizer):
    """pocketsphinx with our phrases as its grammar; the package's own way loads both anew at every call, and fails."""

    def __init__(self) -> None:
        super().__init__()
        import pocketsphinx

        self._decoder: Any = pocketsphinx.Decoder(lm=None, loglevel="FATAL", samprate=16000)
        known = [word.phrase for word in WORDS if all(map(self._decoder.lookup_word, word.phrase.split()))]
        rule = " | ".join(known)
        self._decoder.add_jsgf_string("ours", f"#JSGF V1.0;\ngrammar ours;\npublic <ours> = {rule} ;")
        self._decoder.activate_search("ours")

    def recognize_sphinx(self, audio: sr.AudioData) -> str:
        """One of the phrases: a grammar always finds one."""
        self._decoder.start_utt()
        self._decoder.process_raw(audio.get_raw_data(convert_rate=16000, convert_width=2), False, True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        if found is None:
            raise sr.UnknownValueError
        return str(found.hypstr)


class Recogniser:
    """One engine of SpeechRecognition as a function of sound."""

    def __init__(self, source: sr.Recognizer, engine: str) -> None:
        self._engine = engine
        self._recognise = getattr(source, f"recognize_{engine}")

    def text(self, sound: NDArray[np.float32]) -> str:
        """What was said in 16 kHz sound, or nothing; a ``RecogniserError`` where the engine does not work."""
        raw = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
        try:
            said = self._recognise(sr.AudioData(raw, 16000, 2))
        except sr.UnknownValueError:
            return ""
        except Exception as fault:  # sr.RequestError, and whatever an engine raises of its own
            raise RecogniserError(FAILS.format(self._engine, str(fault) or type(fault).__name__)) from fault
        return str(said)


def recogniser(engine: str) -> Recogniser:
    """An engine that turns an utterance into text."""
    offline.stay()
    return Recogniser(Sphinx() if engine == "sphinx" else sr.Recognizer(), engine)
