"""A pyttsx3 driver for hibari-tts, the usual voice: its model lies in its wheel.

Its other voices would be downloaded on first use.  This program never goes on line, so they are offered only if
they are on the disk already.
"""

from array import array
from importlib import import_module

from stretchcoach.audio.base_driver import Driver
from stretchcoach.machine import offline
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

USUAL = "heart"
PACE = 190
"""Words a minute of the model at its own speed, counted as espeak counts (five letters and a space)."""


class NaturalDriver(Driver):
    """hibari as pyttsx3 sees it."""

    def __init__(self, proxy: "Any") -> None:
        super().__init__(proxy)
        self._voice = ""
        self._rate = 160
        self._model: Any = None
        self.setProperty("voice", USUAL)

    def render(self, text: str) -> "array[int]":
        """The sound of a text."""
        import numpy as np

        speed = min(2.0, max(0.5, self._rate / PACE))
        wave = self._model(text, speed=speed, seed=1)
        count = round(len(wave) * pcm.RATE / self._model.sample_rate)
        if not count:
            return array("h")
        spectrum = np.fft.rfft(wave)[: count // 2 + 1]
        resampled = np.fft.irfft(spectrum, count) * count / len(wave)
        return pcm.samples((np.clip(resampled, -1, 1) * 32767).astype("<i2").tobytes())

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3 names it
        """``voices``, ``voice``, ``rate`` in words a minute, or ``volume``, which is always 1."""
        if name == "voices":
            return _voices()
        return {"voice": self._voice, "rate": self._rate, "volume": 1.0}[name]

    def setProperty(self, name: str, value: "Any") -> None:  # noqa: N802 - pyttsx3 names it
        """Set the voice or the rate."""
        if name == "rate":
            self._rate = round(value)
        elif name == "voice":
            self._choose(str(value) or USUAL)

    def _choose(self, voice: str) -> None:
        offline.onnxruntime()
        hibari = import_module("hibari")
        if voice == self._voice:
            return
        try:
            path = import_module("hibari.voices").voice_path(voice, download_missing=False)
        except FileNotFoundError:
            raise ValueError(f"the voice {voice} is not on this machine") from None
        self._model, self._voice = hibari.Hibari(voice=voice, model=path), voice


def _voices() -> list[object]:
    from pyttsx3.voice import Voice

    known = import_module("hibari.voices")
    found: list[object] = []
    for name, facts in known.VOICES.items():
        try:
            known.voice_path(name, download_missing=False)
        except FileNotFoundError:
            continue
        shown = f"{name.capitalize()}, natural (English, {facts['accent']})"
        found.append(Voice(name, shown, [facts["language"]], facts["gender"]))
    return found


def buildDriver(proxy: "Any") -> NaturalDriver:  # noqa: N802 - pyttsx3 names it
    """What pyttsx3 calls."""
    return NaturalDriver(proxy)
