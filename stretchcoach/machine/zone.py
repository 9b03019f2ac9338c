"""The time zone that the environment names."""

import os
import sys
import time
from datetime import datetime


def can_be_told() -> bool:
    """Whether the local time can; where ``TZ`` makes that impossible, UTC is local from now on."""
    try:
        datetime.now().astimezone()
    except (ValueError, OverflowError):
        os.environ["TZ"] = "UTC"
        if sys.platform != "win32":
            time.tzset()
        return False
    return True
