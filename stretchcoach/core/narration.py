"""Says one stage of the script: its own clock, which stands still in a pause, and how far it has got."""

import math

from stretchcoach.core.cramp_clock import GRAIN
from stretchcoach.core.messages import Priority
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.script import COUNTS, Stage
from stretchcoach.core.stage_clock import StageClock
from stretchcoach.words.cramp import HEARD


class Narration:
    """Says the lines of a stage when they fall due."""

    def __init__(self, mouth: Mouth, listening: bool = False) -> None:
        """``listening``: the microphone is on, so words may be asked for instead of keys."""
        self.mouth = mouth
        self.listening = listening
        self.stage = Stage("", 0.0)
        self._clock = StageClock()
        self._clock.begin(0.0)

    def begin(self, stage: Stage, now: float) -> None:
        """Tell ``stage`` from its beginning."""
        self.stage, self._clock.paused = stage, False
        self._clock.begin(now)

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._clock.paused

    def pause(self, now: float) -> None:
        """Stand still."""
        self._clock.pause(now)

    def go_on(self, now: float) -> None:
        """Run again."""
        self._clock.go_on(now)

    def elapsed(self, now: float) -> float:
        """Seconds of this stage, pauses left out."""
        return self._clock.elapsed(now)

    @property
    def end(self) -> float | None:
        """When the stage will be over; None if it has no end."""
        return self._clock.end(self.stage.seconds)

    @property
    def dues(self) -> list[float]:
        """The moments of all lines to come, and of the end."""
        moments = [self._clock.moment(at) for at, _ in self.stage.lines if at > self._clock.said_to]
        return moments if self.end is None else [*moments, self.end]

    def speak(self, now: float) -> None:
        """Say what has fallen due; a line that cannot be said before the stage is over is not said at all."""
        gone, said_to = max(self._clock.elapsed(now), self._follows()) + GRAIN, self._clock.said_to
        for at, line in self.stage.lines:
            if said_to < at <= gone:
                text = HEARD.get(line, line) if self.listening else line
                priority = Priority.COUNT if line in COUNTS else Priority.ACTION
                self.mouth.say(text, priority, now, math.inf if self.end is None else self.end)
        self._clock.said_to = max(said_to, gone)

    def _follows(self) -> float:
        """The line whose turn has come, due or not: a gap would have somebody answer half of the question."""
        if self._clock.said_to < 0 or self.mouth.current or not self.mouth.voiced:
            return 0.0
        following = min((at for at, _ in self.stage.lines if at > self._clock.said_to), default=math.inf)
        return following if following <= self.stage.in_one else 0.0
