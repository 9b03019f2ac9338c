"""The shell around the coach: the clock, the one timer, and the only door for other threads.

After every event the effects are performed, in order, and one timer is armed for the coach's deadline.  It is
never longer than a second, so that a machine that slept is noticed a second after it wakes.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence

from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Beep, Effect, Event, Hush, Microphone, Notice, Scene, Slept, Tick
from stretchcoach.machine.clock import SessionClock

LONGEST = 1.0
LEAST_SLEEP = 2.0
"""Seconds; that the two clocks are read one after the other explains less."""


class Runner:
    """Runs a coach inside an asyncio loop."""

    def __init__(
        self,
        coach: Coach,
        perform: Callable[[Effect], None],
        clock: SessionClock,
        slept: Callable[[], float] = lambda: 0.0,
        returns: Callable[[], int] = lambda: 0,
    ) -> None:
        """``slept``: real seconds for which the machine has slept so far; a busy one has not.

        ``returns``: how often the shell has taken the program up again.
        """
        self.coach = coach
        self.perform = perform
        self.clock = clock
        self._slept = slept
        self._slept_before = slept()
        self._returns = returns
        self._returns_before = returns()
        self._before = clock()
        self.on_change: Callable[[], None] | None = None
        """Called after every event, on the loop's thread."""
        self.on_beep: Callable[[Beep | None], None] | None = None
        """Called with each beep that is to sound, for whoever shows it; with None when those to come are hushed."""
        self.on_event: Callable[[], None] | None = None
        """The same for whoever made the runner, and before."""
        self.on_step: Callable[[Event, float, Sequence[Effect]], None] | None = None
        """Called with every event, its time and its effects, before the effects are performed."""
        self.on_close: Callable[[], None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._early: list[Event] | None = []
        """What sound and ears told before the start, when a person can do nothing yet; None from then on."""

    def start(self) -> None:
        """Begin; call it inside a running loop."""
        self._loop = asyncio.get_running_loop()
        self.send(Tick())
        early, self._early = self._early, None
        for event in early or ():
            self.send(event)

    def send(self, event: Event) -> None:
        """Something happened: perform what comes out and arm the timer.  On the loop's thread only."""
        if self._loop is None:
            return
        now = self.clock()
        if away := self._away(now):
            self._take(away, now)
        self._take(event, now)
        self._arm()
        if self.on_event:
            self.on_event()
        if self.on_change:
            self.on_change()

    def _away(self, now: float) -> Slept | None:
        """For how long nothing could be done since the event before, where that is worth a word."""
        slept, returns, silence = self._slept(), self._returns(), now - self._before
        asleep, self._slept_before = slept - self._slept_before, slept
        back, self._returns_before, self._before = returns != self._returns_before, returns, now
        if asleep > LEAST_SLEEP:
            return Slept(asleep * self.clock.speed)
        return Slept(silence, aside=True) if back and silence > LEAST_SLEEP * self.clock.speed else None

    def _take(self, event: Event, now: float) -> None:
        effects = self.coach.send(event, now)
        if self.on_step:
            self.on_step(event, now, effects)
        for effect in effects:
            self.perform(effect)
            if self.on_beep and isinstance(effect, Beep | Hush):
                self.on_beep(effect if isinstance(effect, Beep) else None)

    def post(self, event: Event) -> None:
        """The same from any thread; harmless after the end.  Notices from before the start are kept for it."""
        if self._early is not None and isinstance(event, Notice | Microphone):
            self._early.append(event)
        elif self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self.send, event)

    def scene(self) -> Scene:
        """The scene now."""
        return self.coach.view(self.clock())

    @property
    def done(self) -> bool:
        """Whether all is over, the farewell included."""
        return self.coach.done

    @property
    def told(self) -> bool:
        """Whether all is over for whoever reads lines: done, or nothing but captions to come."""
        return self.coach.done or (self.coach.play.done and not self.coach.mouth.voiced)

    def close(self) -> None:
        """Stop the timer; later events are dropped."""
        self._loop = None
        if self._timer:
            self._timer.cancel()
        if self.on_close:
            self.on_close()

    def _arm(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        deadline = self.coach.deadline
        if deadline is not None and self._loop is not None:
            wait = min(LONGEST, self.clock.until(deadline))
            self._timer = self._loop.call_later(wait, self.send, Tick())
