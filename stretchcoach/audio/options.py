"""How the session is to sound; a named tuple, because the start cannot wait for dataclasses to load."""

import sys
from functools import cache
from typing import NamedTuple

from stretchcoach.audio.dials import HEART, NATURAL, PLAIN, RATE, night_rate

NIGHT_VOLUME = 45
"""The usual volume by night."""
FASTEST = 450
"""Words a minute that can be set; the natural voice ends at 380, which is the double of its own speed."""
AUTO, SYSTEM = "auto", "system"
NATURAL_VOICES = ("", HEART, "fenrir", "emma", "fable", "kore")
_NEEDED = ("hibari", "onnxruntime", "numpy")


class SoundOptions(NamedTuple):
    """Everything the audio process needs to know."""

    speech: bool = True
    beeps: bool = True
    volume: int = 80
    """0 to 100."""
    rate: int = RATE
    """Words a minute, 120 to 450."""
    voice: str = ""
    """Id, name or language of one of the engine's voices; empty: the engine's usual one."""
    engine: str = PLAIN
    """``espeak``, ``natural`` (hibari-tts) or ``system`` (the stock pyttsx3 driver of the platform)."""
    device: str = ""
    """Name of the output device, or a part of it; empty: the default one."""
    cache: str = ""
    """Folder for rendered phrases; empty: they are kept in memory alone."""
    soft: bool = False
    """With less treble, as by night."""
    trial: bool = False
    """A voice is tried, by this rate and no other, however long it takes."""


def engine_for(wished: str, voice: str) -> str:
    """Which engine speaks: ``auto`` is the natural one where it is installed and no voice of another is wished."""
    if wished != AUTO:
        return wished
    if voice in NATURAL_VOICES and natural_is_here():
        return NATURAL
    return PLAIN if sys.platform == "linux" else SYSTEM


@cache
def natural_is_here() -> bool:
    """Whether the natural voice is installed; it is looked for, not loaded."""
    from importlib.machinery import PathFinder

    return all(PathFinder.find_spec(name) is not None for name in _NEEDED)


def by_night(day: SoundOptions, volume: int) -> SoundOptions:
    """The same for the night: not louder than ``volume``, slower, and softer in tone."""
    return day._replace(volume=min(day.volume, volume), rate=night_rate(day.rate), soft=True)
