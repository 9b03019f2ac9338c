"""Frames into a file: WAV by Python itself, MP3 and Ogg Vorbis by libsndfile."""

import wave
from collections.abc import Iterable
from errno import EIO
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from stretchcoach.pipes.pcm import RATE
from stretchcoach.words import recording_lines

FORMS = {".wav": "WAV", ".mp3": "MP3", ".ogg": "OGG"}


class MissingError(Exception):
    """A library that the form needs is not installed."""


def write_frames(file: Path, frames: Iterable[bytes], form: str) -> None:
    """Write 16-bit frames of one channel; what the system refuses is an ``OSError``."""
    with file.open("wb") as target:  # libsndfile would not say why it cannot
        if form == "WAV":
            return _wave(target, frames)
    return _encode(str(file), frames, form)


def in_memory(frames: Iterable[bytes], form: str) -> bytes:
    """The same as MP3 or Ogg, in no file."""
    target = BytesIO()
    _encode(target, frames, form)
    return target.getvalue()


def _wave(target: BinaryIO, frames: Iterable[bytes]) -> None:
    with wave.open(target, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        for piece in frames:
            sound.writeframes(piece)


def _encode(target: str | BytesIO, frames: Iterable[bytes], form: str) -> None:
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise MissingError(recording_lines.by_soundfile(form, recording_lines.INSTALL_EXPORT)) from error
    subtype = "MPEG_LAYER_III" if form == "MP3" else "VORBIS"
    try:
        with soundfile.SoundFile(target, "w", RATE, 1, subtype, format=form) as sound:
            for piece in frames:
                sound.buffer_write(piece, dtype="int16")
    except soundfile.LibsndfileError as error:
        raise OSError(EIO, recording_lines.NOT_WRITTEN_WHOLE) from error
