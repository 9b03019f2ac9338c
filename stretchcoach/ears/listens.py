"""What the ears process, the benchmarks and the tests ask of whatever listens."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stretchcoach.ears.reports import Report

Sound = NDArray[np.float32]


class Listens(Protocol):
    """What every recogniser offers."""

    @property
    def drift(self) -> float:
        """Part by which what our loudspeaker played is to be read faster for the next block."""

    def arm(self, labels: frozenset[str]) -> None:
        """Only these act from now on; all are scored."""

    def feed(self, block: Sound, began: float, played: Sound | None) -> list[Report]:
        """20 ms of sound, the clock time of its first sample, and what our loudspeaker played (None: nothing)."""

    def finish(self) -> list[Report]:
        """The sound is over; what is still to be told, and all is forgotten."""
