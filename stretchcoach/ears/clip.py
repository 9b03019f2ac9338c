"""Sound on its way to a recogniser of the SpeechRecognition package, and back out of its ``AudioData``."""

from functools import cached_property

import numpy as np
import speech_recognition as sr
from numpy.typing import NDArray

RATE = 16000
"""Samples a second, in all that the ears do."""
_FULL = np.float32(32768)
"""Full scale of 16 bits."""


class Clip(sr.AudioData):
    """``AudioData`` around the floating-point sound that the ears have; 16 bits are made of it once an engine asks.

    Our own recognisers, asked up to a dozen times a second, take ``samples``: nothing is converted or rounded.
    """

    def __init__(self, samples: NDArray[np.float32]) -> None:
        self.samples = samples
        self.sample_rate, self.sample_width = RATE, 2

    @cached_property
    def frame_data(self) -> bytes:
        """What every other recogniser of the package reads."""
        frames: NDArray[np.int16] = np.clip(np.rint(self.samples * _FULL), -_FULL, _FULL - 1).astype("<i2")
        return frames.tobytes()


def sound_of(audio: sr.AudioData) -> NDArray[np.float32]:
    """Any ``AudioData`` as 16 kHz sound, -1 to 1."""
    if isinstance(audio, Clip):
        return audio.samples
    return from_frames(audio.get_raw_data(convert_rate=RATE, convert_width=2))


def from_frames(frames: bytes) -> NDArray[np.float32]:
    """Sound of 16 bits, as an ``AudioSource`` delivers it, -1 to 1."""
    return np.frombuffer(frames, dtype="<i2").astype(np.float32) / _FULL
