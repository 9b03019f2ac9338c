"""The time zone that the environment names."""

import os
import sys
import time
from datetime import datetime


def settle() -> bool:
    """See to it that there is a local time; False: ``TZ`` names none that can be told, and UTC is local from now on."""
    try:
        datetime.now().astimezone()
    except (ValueError, OverflowError):
        os.environ["TZ"] = "UTC"
        if sys.platform != "win32":
            time.tzset()
        return False
    return True
