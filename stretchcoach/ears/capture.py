"""The microphone, through miniaudio's C library: 16 kHz, mono, 16 bit, in blocks of about 20 ms.

``MicrophoneSource`` is an ``AudioSource`` of the SpeechRecognition package, without PortAudio: the ears read its
``stream``, as every recogniser of that package can.  miniaudio converts from whatever rate and channels the device has.
Nothing is written anywhere.
"""

import sys
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any

import speech_recognition as sr
from _miniaudio import ffi, lib

from stretchcoach.ears.clip import RATE
from stretchcoach.machine import clock
from stretchcoach.machine.priority import in_time

PERIOD = 20
"""Milliseconds a block."""
_PERIODS = 4
PATIENCE = 3.0
"""Seconds without any sound after which a microphone is taken for dead."""
_CLOSING = 0.5
"""Seconds that a device may take to close."""
_BACKENDS = {"linux": ("pulseaudio", "alsa"), "darwin": ("coreaudio",), "win32": ("wasapi", "dsound", "winmm")}
"""Tried one by one; never ``null``, which hears nothing and says nothing."""
_OTHER = ("pulseaudio", "alsa", "oss", "sndio", "audio4")

lib.init_miniaudio()


class MicrophoneError(Exception):
    """No microphone could be opened; says what was tried."""


class Piece(bytes):
    """Sound of 16 bits, with the clock time at which its last sample arrived."""

    arrived: float

    @classmethod
    def at(cls, sound: bytes, arrived: float) -> "Piece":
        """Sound that arrived then."""
        piece = cls(sound)
        piece.arrived = arrived
        return piece


class Stream:
    """What a recogniser of SpeechRecognition reads from: pieces of any length in, as many frames as are wanted out."""

    def __init__(self, pieces: "SimpleQueue[Piece | None]", patience: float = PATIENCE) -> None:
        self._pieces, self._patience = pieces, patience
        self._rest = b""
        self._arrived = 0.0

    def read(self, frames: int) -> Piece:
        """So many frames; fewer, and then none, when the device has stopped or nothing has come for a while."""
        size = 2 * frames
        while len(self._rest) < size and (piece := self._next()) is not None:
            self._rest += piece
            self._arrived = piece.arrived
        found, self._rest = self._rest[:size], self._rest[size:]
        return Piece.at(found, self._arrived - len(self._rest) / 2 / RATE)

    def _next(self) -> Piece | None:
        try:
            piece = self._pieces.get(timeout=self._patience)
        except Empty:
            piece = None
        if piece is None:
            self._pieces.put(None)  # whoever reads on is told at once
        return piece


class MicrophoneSource(sr.AudioSource):
    """An input device that is listened to between ``__enter__`` and ``__exit__``."""

    SAMPLE_RATE = RATE
    SAMPLE_WIDTH = 2
    CHUNK = RATE * PERIOD // 1000

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.backend = ""
        self.running = False
        self.in_time = False
        """Its thread comes before others, so that nothing of what is said is lost on a busy machine."""
        self.pieces: SimpleQueue[Piece | None] = SimpleQueue()
        """What came in; None: the device has stopped by itself."""
        self.stream: Stream | None = None
        self._me = ffi.new_handle(self)
        self._device = ffi.new("ma_device*")
        self._context: Any = None

    def __enter__(self) -> "MicrophoneSource":
        """Open the device and start it; MicrophoneError if there is none."""
        self._open()
        if lib.ma_device_start(self._device) != lib.MA_SUCCESS:
            self._let_go()
            raise MicrophoneError(f"{self.backend}: the microphone did not start")
        self.running = True
        self.stream = Stream(self.pieces)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Close it; a device that has died may never answer, and is left to itself."""
        self.running = False
        closing = Thread(target=self._let_go, daemon=True)
        closing.start()
        closing.join(_CLOSING)
        self.stream = None

    def _let_go(self) -> None:
        lib.ma_device_uninit(self._device)
        lib.ma_context_uninit(self._context)

    def _open(self) -> None:
        tried = []
        for backend in _BACKENDS.get(sys.platform, _OTHER):
            fault = self._try(backend)
            if not fault:
                self.backend = backend
                return
            tried.append(f"{backend}: {fault}")
        raise MicrophoneError("; ".join(tried))

    def _try(self, backend: str) -> str:
        context = _context(backend)
        if context is None:
            return "not there"
        self._context = context
        fault = self._init()
        if fault:
            lib.ma_context_uninit(context)
        return fault

    def _wanted(self) -> tuple[Any, str]:
        """The microphone to open, None for the system's own choice; and why there is none.

        PulseAudio hands a stream that was left to its choice over to a monitor when the last microphone goes, and one
        that was opened by name it ends: so there the choice is made here.
        """
        found = [info for info in _infos(self._context) if not _listens_to_us(info)]
        if self.name:
            named = [info for info in found if self.name.casefold() in _name(info).casefold()]
            return (named[0], "") if named else (None, f"no microphone like {self.name!r}")
        if self._context.backend != lib.ma_backend_pulseaudio:
            return None, ""
        usual = [info for info in found if info.isDefault]
        return ([*usual, *found][0], "") if found else (None, "no microphone")

    def _init(self) -> str:
        config = lib.ma_device_config_init(lib.ma_device_type_capture)
        config.sampleRate = RATE
        config.capture.channels = 1
        config.capture.format = lib.ma_format_s16
        config.periodSizeInMilliseconds = PERIOD
        config.periods = _PERIODS
        config.dataCallback = lib._internal_data_callback
        config.stopCallback = lib._internal_stop_callback
        config.pUserData = self._me
        info, fault = self._wanted()
        if fault:
            return fault
        chosen = None if info is None else ffi.new("ma_device_id*", info.id)
        if chosen is not None:
            config.capture.pDeviceID = chosen
        if lib.ma_device_init(self._context, ffi.addressof(config), self._device):
            return "no microphone"
        if self._device.pContext.backend == lib.ma_backend_null:
            lib.ma_device_uninit(self._device)
            return "no microphone"
        return ""


def monitor(identity: bytes) -> bool:
    """Whether PulseAudio's name of a source tells that it is what a loudspeaker plays."""
    return identity.partition(b"\0")[0].endswith(b".monitor")


def of_a_card(identity: bytes) -> bool:
    """Whether ALSA's name of a device names a card; its plug-ins are listed on a machine without one, too."""
    return b":" in identity.partition(b"\0")[0]


def devices() -> tuple[str, list[str]]:
    """The sound system, and the names of its microphones; nothing is opened."""
    for backend in _BACKENDS.get(sys.platform, _OTHER):
        context = _context(backend)
        if context is None:
            continue
        infos = [info for info in _infos(context) if not _listens_to_us(info)]
        names = [_name(info) for info in infos]
        real = backend != "alsa" or any(of_a_card(_identity(info)) for info in infos)
        lib.ma_context_uninit(context)
        if names and real:
            return backend, names
    return "", []


def _context(backend: str) -> Any:
    context = ffi.new("ma_context*")
    settings = lib.ma_context_config_init()
    settings.threadPriority = lib.ma_thread_priority_highest
    number = getattr(lib, f"ma_backend_{backend}")
    failed = lib.ma_context_init(ffi.new("ma_backend[]", [number]), 1, ffi.addressof(settings), context)
    return None if failed else context


def _infos(context: Any) -> list[Any]:
    found, count = ffi.new("ma_device_info**"), ffi.new("ma_uint32*")
    if lib.ma_context_get_devices(context, ffi.NULL, ffi.NULL, found, count):
        return []
    return [found[0][at] for at in range(count[0])]


def _listens_to_us(info: Any) -> bool:
    """It is no microphone: a loudspeaker's own monitor, into which the coach speaks."""
    return monitor(_identity(info))


def _identity(info: Any) -> bytes:
    return bytes(ffi.buffer(ffi.addressof(info.id)))


def _name(info: Any) -> str:
    return str(ffi.string(info.name).decode("utf-8", "replace"))


# One for a process, as ``audio/device`` says.
@ffi.def_extern()  # type: ignore[untyped-decorator]
def _internal_data_callback(device: Any, _output: Any, heard: Any, frames: int) -> None:
    mine = ffi.from_handle(device.pUserData)
    if not mine.in_time:
        mine.in_time = True
        in_time()
    mine.pieces.put(Piece.at(ffi.buffer(heard, 2 * frames)[:], clock.now()))


@ffi.def_extern()  # type: ignore[untyped-decorator]
def _internal_stop_callback(device: Any) -> None:
    mine = ffi.from_handle(device.pUserData)
    if mine.running:
        mine.running = False
        mine.pieces.put(None)
