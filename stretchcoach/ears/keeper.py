"""Keeps a microphone open: opens it, notices when it has gone away or is mute, opens it again, says so once."""

from collections.abc import Callable, Iterator
from queue import Empty

from stretchcoach import clock
from stretchcoach.ears.capture import Microphone, MicrophoneError, Piece

KEYS = "Keys still work."
MISSING = f"No microphone was found. {KEYS}"
LOST = f"The microphone has gone away. {KEYS}"
MUTE = f"The microphone is silent; perhaps it is muted. {KEYS}"
BACK = "The microphone is back."
PATIENCE = 3.0
"""Seconds without a single block after which a microphone is taken for dead, and between tries to open one."""
STILL = 10.0
"""Seconds of digital silence after which it is probably muted."""


class Keeper:
    """Yields pieces of sound as long as the process lives; None while there is nothing to yield."""

    def __init__(
        self, device: str, tell: Callable[[str, str], None], microphone: type[Microphone] = Microphone
    ) -> None:
        """``tell(state, text)``: state is ``listening`` or ``trouble``, text a notice or empty."""
        self._device = device
        self._tell = tell
        self._make = microphone
        self._told = ""
        self._worked = False
        self._muted = False
        self._loud = 0.0
        self.backend = self.fault = ""

    def pieces(self) -> Iterator[Piece | None]:
        """Sound, for ever."""
        while True:
            try:
                with self._make(self._device) as microphone:
                    self.backend, self.fault = microphone.backend, ""
                    self._loud = clock.now()
                    yield from self._read(microphone)
            except MicrophoneError as fault:
                self.fault = str(fault)
            self._trouble(LOST if self._worked else MISSING)
            yield None

    def _read(self, microphone: Microphone) -> Iterator[Piece | None]:
        while True:
            try:
                piece = microphone.read(PATIENCE)
            except Empty:
                return
            if piece is None:
                return
            if self._told != "listening":
                self._tell("listening", BACK if self._told else "")
                self._told, self._worked = "listening", True
            self._watch(piece)
            yield piece

    def _watch(self, piece: Piece) -> None:
        if any(piece):
            self._loud = piece.arrived
            self._muted = False
        elif piece.arrived - self._loud > STILL and not self._muted:
            self._muted = True
            self._tell("listening", MUTE)

    def _trouble(self, text: str) -> None:
        if self._told != "trouble":
            self._told = "trouble"
            self._tell("trouble", text)
