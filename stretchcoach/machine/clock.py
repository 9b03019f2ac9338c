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


class SessionClock:
    """The clock of sessions: the machine's, or ``speed`` times as fast from now on, for trying and tests."""

    def __init__(self, speed: float = 1.0, machine: Callable[[], float] = now) -> None:
        self.speed = speed
        self._machine = machine
        self._began = machine()

    def __call__(self) -> float:
        """Its time."""
        return self.of_session(self._machine())

    @property
    def real(self) -> bool:
        """Whether its seconds are seconds; what is done at another speed is not remembered."""
        return self.speed == 1.0

    def of_session(self, at: float) -> float:
        """A moment of the machine's clock in this one."""
        return at if self.real else self._began + (at - self._began) * self.speed

    def of_machine(self, at: float) -> float:
        """A moment of this clock in the machine's."""
        return at if self.real else self._began + (at - self._began) / self.speed

    def until(self, at: float) -> float:
        """Seconds to wait for a moment of this clock."""
        return max(0.0, (at - self()) / self.speed)
