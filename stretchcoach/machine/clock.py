"""The one clock: seconds that never run backwards and go on while the machine sleeps.

``time.monotonic`` stands still during suspend on Linux and macOS; the ten-minute safety clock must not.
All processes of the program see the same value.
"""

import sys
import time
from collections.abc import Callable

if sys.platform == "linux":

    def now() -> float:
        """Seconds since the machine was started, sleep included."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def now() -> float:
        """Seconds since the machine was started, sleep included."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)

else:
    now = time.perf_counter


def faster(speed: float, start: float) -> Callable[[], float]:
    """A clock that runs ``speed`` times as fast from ``start`` on, for trying and tests."""
    return lambda: start + (now() - start) * speed
