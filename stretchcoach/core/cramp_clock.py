"""The clock of a cramp: from the first word until it lets go, pauses and sleep counted, and again if it returns."""

from collections.abc import Sequence

from stretchcoach.words.cramp import EIGHT_MINUTES, FIVE_MINUTES, THREE_MINUTES
from stretchcoach.words.first_lines import RETURN_WITHIN

CALLS = (
    (180.0, THREE_MINUTES),
    (300.0, FIVE_MINUTES),
    (480.0, EIGHT_MINUTES),
)
TEN_MINUTES = 600.0
"""Seconds after which a cramp is to be seen the same day.  Source: NHS-LC, NIDIRECT."""
HOUR = 3600.0
OFTEN = 3
"""Returns within an hour that are worth a visit."""
GRAIN = 1e-6
"""A moment reached by so little less is reached: sums of fractions do not come out even."""


class CrampClock:
    """When it began, when it let go, and which of its minutes have been called out."""

    def __init__(self, now: float, earlier: Sequence[float] = ()) -> None:
        """``earlier``: how many seconds ago other cramps let go."""
        self.began = now
        self.released: float | None = None
        self.releases = [now - ago for ago in earlier if ago <= HOUR]
        self._called_to = 0.0

    @property
    def returning(self) -> bool:
        """Whether it begins so soon after another that it is the same one come back."""
        return any(self.began - release <= RETURN_WITHIN for release in self.releases)

    def seconds(self, now: float) -> float:
        """How long it has lasted."""
        return (now if self.released is None else self.released) - self.began

    def let_go(self, now: float) -> None:
        """It is gone."""
        self.released = now
        self.releases.append(now)

    def come_back(self, now: float) -> bool:
        """It is there again, with a clock of its own; whether that makes three within an hour."""
        self.began, self.released, self._called_to = now, None, 0.0
        return sum(now - release <= HOUR for release in self.releases) >= OFTEN

    def next_call(self) -> float | None:
        """The next moment at which minutes are called out; None once it has let go, or all are."""
        if self.released is not None:
            return None
        moments = [*(at for at, _ in CALLS), TEN_MINUTES]
        return next((self.began + at for at in moments if at > self._called_to), None)

    def calls(self, now: float) -> tuple[str, bool]:
        """The line that has fallen due since the last call, if any, and whether the ten minutes have."""
        if self.released is not None:
            return "", False
        gone = self.seconds(now) + GRAIN
        due = [text for at, text in CALLS if self._called_to < at <= gone]
        ten = self._called_to < TEN_MINUTES <= gone
        self._called_to = max(self._called_to, gone)
        return due[-1] if due else "", ten
