"""Leaving by a key that is also struck in pain: the first wish is only answered, the second counts."""

SAME_BLOW = 0.5
"""Seconds within which a key is still the same blow."""
FORGOTTEN = 5.0
"""Seconds after which it is a first wish again."""


class SecondWish:
    """Whether somebody wishes to leave who has just been told how."""

    def __init__(self) -> None:
        self._last = -FORGOTTEN

    def comes(self, now: float) -> bool | None:
        """True: it is the second; False: the first, to be answered; None: a key that is hammered."""
        since, before = now - self._last, self._last
        self._last = now
        if since < SAME_BLOW and before >= 0:
            return None
        return since <= FORGOTTEN and before >= 0
