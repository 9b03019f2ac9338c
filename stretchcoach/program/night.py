"""Whether the night's colours and voice are due."""

import time

from stretchcoach.machine.folders import night_hour
from stretchcoach.settings import Settings


def is_night(settings: Settings) -> bool:
    """By the setting or the hour."""
    if settings.screen.theme != "auto":
        return settings.screen.theme == "night"
    return night_hour(time.localtime().tm_hour)
