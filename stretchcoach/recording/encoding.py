"""Frames into a file: WAV by Python itself, MP3 and Ogg Vorbis by libsndfile."""

import wave
from collections.abc import Iterable
from pathlib import Path

from stretchcoach.pipes.pcm import RATE
from stretchcoach.words import recording_lines

FORMS = {".wav": "WAV", ".mp3": "MP3", ".ogg": "OGG"}


class MissingError(Exception):
    """A library that the form needs is not installed."""


def write_frames(file: Path, frames: Iterable[bytes], form: str) -> None:
    """Write 16-bit frames of one channel."""
    if form == "WAV":
        with file.open("wb") as target, wave.open(target, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            for piece in frames:
                sound.writeframes(piece)
        return
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise MissingError(recording_lines.by_soundfile(form, recording_lines.INSTALL_EXPORT)) from error
    subtype = "MPEG_LAYER_III" if form == "MP3" else "VORBIS"
    with soundfile.SoundFile(str(file), "w", RATE, 1, subtype, format=form) as sound:
        for piece in frames:
            sound.buffer_write(piece, dtype="int16")
