"""What the user may set: typed values, the TOML file they are kept in."""

from stretchcoach.settings.file import load, save
from stretchcoach.settings.values import (
    CoachSettings,
    ListenSettings,
    ScreenSettings,
    Settings,
    VoiceSettings,
    help_words,
    schema,
)

__all__ = [
    "CoachSettings",
    "ListenSettings",
    "ScreenSettings",
    "Settings",
    "VoiceSettings",
    "help_words",
    "load",
    "save",
    "schema",
]
