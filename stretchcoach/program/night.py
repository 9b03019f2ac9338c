"""Whether the night's colours and voice are due."""

import time

from stretchcoach.machine.folders import night_hour


def is_night(theme: str) -> bool:
    """By the ``theme`` of the settings; by the hour where it is ``auto``, or none that there is."""
    if theme in ("night", "day", "contrast"):
        return theme == "night"
    return night_hour(time.localtime().tm_hour)
