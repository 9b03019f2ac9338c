"""What the user may set: typed values, the TOML file they are kept in, and the folders of the program."""

from stretchcoach.settings.file import load, save
from stretchcoach.settings.folders import Folders, folders, obstacle
from stretchcoach.settings.values import (
    CoachSettings,
    HelpWords,
    ScreenSettings,
    Settings,
    VoiceSettings,
    help_words,
    schema,
)

__all__ = [
    "CoachSettings",
    "Folders",
    "HelpWords",
    "ScreenSettings",
    "Settings",
    "VoiceSettings",
    "folders",
    "help_words",
    "load",
    "obstacle",
    "save",
    "schema",
]
