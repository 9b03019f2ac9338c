"""Keeps a microphone open: opens it, notices when it has gone away, opens it again, says so once."""

from collections.abc import Callable, Iterator
from typing import Any

import speech_recognition as sr

from stretchcoach.ears.capture import MicrophoneError, MicrophoneSource, Piece
from stretchcoach.ears.health import Health
from stretchcoach.machine import clock
from stretchcoach.words.ear_notices import BACK, LOST, MISSING


class MicrophoneWatch:
    """Yields blocks of sound as long as the process lives; None while there is nothing to yield."""

    def __init__(
        self,
        device: str,
        tell: Callable[[str, str], None],
        microphone: Callable[[str], sr.AudioSource] = MicrophoneSource,
    ) -> None:
        """``tell(state, text)``: state is ``listening`` or ``trouble``, text a notice or empty.

        ``microphone``: what makes an ``AudioSource`` of SpeechRecognition that delivers 16 kHz, 16 bit.
        """
        self._device = device
        self._tell = tell
        self._make = microphone
        self._told = ""
        self._worked = False
        self._health = Health()
        self.backend = self.fault = ""

    def pieces(self) -> Iterator[Piece | None]:
        """Sound, for ever."""
        while True:
            try:
                with self._make(self._device) as microphone:
                    self.backend, self.fault = getattr(microphone, "backend", ""), ""
                    self._health = Health()
                    yield from self._read(microphone)
            except MicrophoneError as fault:
                self.fault = str(fault)
            self._trouble(LOST if self._worked else MISSING)
            yield None

    def _read(self, microphone: Any) -> Iterator[Piece]:
        while sound := microphone.stream.read(microphone.CHUNK):
            piece = sound if isinstance(sound, Piece) else Piece.at(sound, clock.now())
            if self._told != "listening":
                self._tell("listening", BACK if self._told else "")
                self._told, self._worked = "listening", True
            if trouble := self._health.trouble(piece, piece.arrived):
                self._tell("listening", trouble)
            yield piece

    def _trouble(self, text: str) -> None:
        if self._told != "trouble":
            self._told = "trouble"
            self._tell("trouble", text)
