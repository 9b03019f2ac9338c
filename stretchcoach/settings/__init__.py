"""What the user may set: typed values, the TOML file they are kept in."""

from stretchcoach.settings.file import load, save
from stretchcoach.settings.values import (
    CoachSettings,
    ScreenSettings,
    Settings,
    VoiceSettings,
    help_words,
    schema,
)

__all__ = [
    "CoachSettings",
    "ScreenSettings",
    "Settings",
    "VoiceSettings",
    "help_words",
    "load",
    "save",
    "schema",
]
