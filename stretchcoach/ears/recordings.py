"""Recordings of any rate (wav, flac, ogg, mp3) as the microphone would deliver them, by miniaudio's decoder."""

from pathlib import Path

import miniaudio
import numpy as np
from numpy.typing import NDArray


class RecordingError(Exception):
    """A file that cannot be listened to; names it and says why."""


def read(path: str) -> NDArray[np.float32]:
    """16 kHz, mono, -1 to 1."""
    try:
        Path(path).open("rb").close()
        decoded = miniaudio.decode_file(path, miniaudio.SampleFormat.SIGNED16, 1, 16000)
    except OSError as fault:
        raise RecordingError(f"{path}: {(fault.strerror or 'cannot be read').lower()}.") from None
    except miniaudio.DecodeError:
        raise RecordingError(f"{path}: no sound in it that can be read (wav, flac, ogg and mp3 can).") from None
    return np.frombuffer(decoded.samples, dtype=np.int16).astype(np.float32) / np.float32(32768)
