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

    def slept() -> float:
        """Seconds of those for which it was asleep: a machine that was only busy has both clocks running."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)

elif sys.platform == "darwin":

    def now() -> float:
        """Seconds since the machine was started, sleep included."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)

    def slept() -> float:
        """Seconds of those for which it was asleep: a machine that was only busy has both clocks running."""
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)

else:
    now = time.perf_counter

    def slept() -> float:
        """Not told here: a long silence has to do (``core/asleep.py``)."""
        return 0.0


def faster(speed: float, start: float) -> Callable[[], float]:
    """A clock that runs ``speed`` times as fast from ``start`` on, for trying and tests."""
    return lambda: start + (now() - start) * speed
