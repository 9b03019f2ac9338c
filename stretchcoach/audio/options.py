"""How the session is to sound; a named tuple, because the start cannot wait for dataclasses to load."""

from typing import NamedTuple

NIGHT_VOLUME = 45
"""The usual volume by night."""


class SoundOptions(NamedTuple):
    """Everything the audio process needs to know."""

    speech: bool = True
    beeps: bool = True
    volume: int = 80
    """0 to 100."""
    rate: int = 160
    """Words a minute, 120 to 200."""
    voice: str = ""
    """Id, name or language of one of the engine's voices; empty: the engine's usual one."""
    engine: str = "espeak"
    """``espeak``, ``natural`` (hibari-tts) or ``system`` (the stock pyttsx3 driver of the platform)."""
    device: str = ""
    """Name of the output device, or a part of it; empty: the default one."""
    cache: str = ""
    """Folder for rendered phrases; empty: they are kept in memory alone."""
