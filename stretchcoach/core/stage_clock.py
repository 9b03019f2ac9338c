"""The clock of one stage or step: it stands still in a pause, and knows how far its lines and beeps have come.

The time gone is ``banked + (now - since)``, never a count of ticks, and no list of what was said is kept, only how far
each crossing has come.
"""

HEARTBEAT = 2.0
"""Longest time between two ticks while a clock runs; what makes a gap visible."""
BEFORE = -0.001
"""Nothing has been said or sounded, not even what falls due at 0."""


class StageClock:
    """Since when it runs, what was banked before, and how far lines and beeps have come."""

    def __init__(self) -> None:
        self.since: float | None = None
        """When it began to run, or will; None before that."""
        self.banked = 0.0
        """Seconds from before ``since``."""
        self.said_to = BEFORE
        self.sounded_to = BEFORE
        self.paused = False

    def begin(self, now: float | None) -> None:
        """From nought; None: it waits to be started."""
        self.since, self.banked = now, 0.0
        self.said_to = self.sounded_to = BEFORE

    def elapsed(self, now: float) -> float:
        """Seconds of this stage, pauses left out."""
        if self.since is None or self.paused:
            return self.banked
        return self.banked + max(0.0, now - self.since)

    def pause(self, now: float) -> None:
        """Stand still; a beep that was handed over ahead has not sounded."""
        self.banked = self.elapsed(now)
        self.sounded_to = min(self.sounded_to, self.banked)
        self.paused = True

    def go_on(self, now: float) -> None:
        """Run again, from a moment that may be still to come."""
        self.paused, self.since = False, now

    def moment(self, at: float) -> float:
        """When second ``at`` of the stage is, or was."""
        return (self.since or 0.0) + at - self.banked

    def end(self, seconds: float | None) -> float | None:
        """When it has run ``seconds``; None where that is not known."""
        return None if seconds is None or self.since is None else self.moment(seconds)

    def rescale(self, scale: float, now: float) -> None:
        """The stage goes at another tempo from now on, and stays where it is in it."""
        self.banked = self.elapsed(now) * scale
        self.since = None if self.since is None else max(now, self.since)
        self.said_to *= scale
        self.sounded_to *= scale
