"""Says one stage of the script: its own clock, which stands still in a pause, and how far it has got."""

import math

from stretchcoach.core.cramp_clock import GRAIN
from stretchcoach.core.messages import Priority
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.script import COUNTS, HEARD, Stage


class Narration:
    """Says the lines of a stage when they fall due."""

    def __init__(self, mouth: Mouth, listening: bool = False) -> None:
        """``listening``: the microphone is on, so words may be asked for instead of keys."""
        self.mouth = mouth
        self.listening = listening
        self.stage = Stage("", 0.0)
        self.paused = False
        self._since = self._banked = 0.0
        self._said_to = -1.0

    def begin(self, stage: Stage, now: float) -> None:
        """Tell ``stage`` from its beginning."""
        self.stage, self.paused = stage, False
        self._since, self._banked, self._said_to = now, 0.0, -1.0

    def pause(self, now: float) -> None:
        """Stand still."""
        self._banked, self.paused = self.elapsed(now), True

    def go_on(self, now: float) -> None:
        """Run again."""
        self.paused, self._since = False, now

    def elapsed(self, now: float) -> float:
        """Seconds of this stage, pauses left out."""
        return self._banked if self.paused else max(0.0, self._banked + now - self._since)

    @property
    def end(self) -> float | None:
        """When the stage will be over; None if it has no end."""
        seconds = self.stage.seconds
        return None if seconds is None else self._since + seconds - self._banked

    @property
    def dues(self) -> list[float]:
        """The moments of all lines to come, and of the end."""
        moments = [self._since + at - self._banked for at, _ in self.stage.lines if at > self._said_to]
        return moments if self.end is None else [*moments, self.end]

    def speak(self, now: float) -> None:
        """Say what has fallen due; a line that cannot be said before the stage is over is not said at all."""
        gone = self.elapsed(now) + GRAIN
        for at, line in self.stage.lines:
            if self._said_to < at <= gone:
                text = HEARD.get(line, line) if self.listening else line
                priority = Priority.COUNT if line in COUNTS else Priority.ACTION
                self.mouth.say(text, priority, now, math.inf if self.end is None else self.end)
        self._said_to = max(self._said_to, gone)
