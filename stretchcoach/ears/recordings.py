"""Recordings of any rate (wav, flac, ogg, mp3) as the microphone would deliver them, by miniaudio's decoder.

``Recording`` is an ``AudioSource`` of the SpeechRecognition package, as the microphone is.

What a file says of itself is not believed: it is read piece by piece, and no further than the longest that is listened
to.
"""

from io import BytesIO
from pathlib import Path
from types import TracebackType

import miniaudio
import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

from stretchcoach.ears.clip import RATE, sound_of
from stretchcoach.machine.files import UnreadableError, check_plain
from stretchcoach.words.ear_notices import NOT_READABLE, no_sound, no_speech, too_long

LONGEST = 3600.0
"""Seconds of sound that are listened to."""
SLOWEST, FASTEST = 1000, 1_000_000
"""Samples a second, between which there is something that could be speech."""
MOST_BYTES = 2 * 1024**3
_PIECE = 16 * RATE
_INFO = {
    b"RIFF": miniaudio.wav_get_file_info,
    b"RF64": miniaudio.wav_get_file_info,
    b"RIFX": miniaudio.wav_get_file_info,
    b"riff": miniaudio.wav_get_file_info,
    b"FORM": miniaudio.wav_get_file_info,
    b"fLaC": miniaudio.flac_get_file_info,
    b"OggS": miniaudio.vorbis_get_file_info,
}
"""Who reads the head of a file that begins so; an mp3 can claim no odd rate."""


class RecordingError(Exception):
    """A file that cannot be listened to; names it and says why."""


class _Frames(BytesIO):
    """What a recogniser of SpeechRecognition reads from."""

    def read(self, frames: int | None = -1) -> bytes:
        """So many frames of 16 bits; fewer only at the end."""
        return super().read(2 * frames if frames and frames > 0 else frames)


class Recording(sr.AudioSource):
    """A file, between ``__enter__`` and ``__exit__``; ``__enter__`` raises a ``RecordingError`` where it is none."""

    SAMPLE_RATE = RATE
    SAMPLE_WIDTH = 2
    CHUNK = RATE

    def __init__(self, path: str) -> None:
        self._path = path
        self.stream: _Frames | None = None

    def __enter__(self) -> "Recording":
        """Decode it."""
        self.stream = _Frames(_read(self._path).tobytes())
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Forget it."""
        self.stream = None


def samples_of(path: str) -> NDArray[np.float32]:
    """16 kHz, mono, -1 to 1."""
    with Recording(path) as source:
        return sound_of(sr.Recognizer().record(source))


def _read(path: str) -> NDArray[np.int16]:
    try:
        check_plain(path, MOST_BYTES)
        _look(path)
        return _decoded(path)
    except UnreadableError as fault:
        raise RecordingError(f"{path}: {fault.message}.") from None
    except OSError as fault:
        raise RecordingError(f"{path}: {(fault.strerror or NOT_READABLE).lower()}.") from None
    except (miniaudio.MiniaudioError, ArithmeticError, ValueError):
        raise RecordingError(no_sound(path)) from None


def _look(path: str) -> None:
    """Refuse what the head of the file makes impossible."""
    with Path(path).open("rb") as file:
        info = _INFO.get(file.read(4))
    if info is None:
        return
    try:
        head = info(path)
    except miniaudio.DecodeError:
        return
    if not SLOWEST <= head.sample_rate <= FASTEST:
        raise UnreadableError(no_speech(head.sample_rate))
    if head.duration > LONGEST:
        raise UnreadableError(_too_long())


def _decoded(path: str) -> NDArray[np.int16]:
    pieces: list[NDArray[np.int16]] = []
    left = int(LONGEST * RATE)
    for piece in miniaudio.stream_file(path, miniaudio.SampleFormat.SIGNED16, 1, RATE, _PIECE):
        pieces.append(np.array(piece, dtype=np.int16))
        left -= len(piece)
        if left < 0:
            raise UnreadableError(_too_long())
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16)


def _too_long() -> str:
    return too_long(LONGEST / 60)
