"""What the doctor looks at where listening is concerned: microphone, recogniser, and three tries of the stop word."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from stretchcoach.core.messages import Event, Heard, Microphone, MicState, Notice
from stretchcoach.ears.client import Ears
from stretchcoach.ears.options import EarOptions
from stretchcoach.machine import clock
from stretchcoach.words import doctor_lines

TRIES = 3
PATIENCE = 8.0
"""Seconds for one try, and for the microphone to open."""
QUIET, LOUD = -45.0, -6.0
"""Loudest fifth of a second of a word, dBFS: below, it is too far away; above, it is cut off."""


class Try(NamedTuple):
    """One time the word was asked for."""

    heard: str
    """What was understood; empty: nothing."""
    dbfs: float
    """The loudest it got."""
    seconds: float | None
    """From the end of the word until it was understood."""

    def __str__(self) -> str:
        loud = doctor_lines.TOO_QUIET if self.dbfs < QUIET else doctor_lines.TOO_LOUD if self.dbfs > LOUD else "good"
        late = "" if self.seconds is None else doctor_lines.after_its_end(1000 * self.seconds)
        return f"{self.heard or 'nothing'}, level {self.dbfs:.0f} dB ({loud}){late}"


def three_tries(options: EarOptions, tell: Callable[[str], None]) -> tuple[list[Try], str]:
    """Ask for the stop word three times; the result, and what prevented it."""
    events: SimpleQueue[tuple[float, Event]] = SimpleQueue()
    levels: list[float] = []
    ears = Ears.start(options)
    try:
        ears.listen(lambda event: events.put((clock.now(), event)))
        ears.meter(lambda dbfs, _: levels.append(dbfs))
        trouble = _opened(events)
        if trouble:
            return [], trouble
        found = []
        for number in range(TRIES):
            levels.clear()
            tell(doctor_lines.say_stop(number + 1, TRIES))
            heard, seconds = _word(events)
            found.append(Try(heard, max(levels, default=-100.0), seconds))
            tell(f"   {found[-1]}")
        return found, ""
    finally:
        ears.close()


def _opened(events: "SimpleQueue[tuple[float, Event]]") -> str:
    """Wait until somebody listens; what went wrong, or nothing."""
    end = clock.now() + PATIENCE
    while (left := end - clock.now()) > 0:
        try:
            _, event = events.get(timeout=left)
        except Empty:
            break
        if isinstance(event, Microphone) and event.state is MicState.LISTENING:
            return ""
        if isinstance(event, Notice):
            return event.text
    return doctor_lines.MICROPHONE_SILENT


def _word(events: "SimpleQueue[tuple[float, Event]]") -> tuple[str, float | None]:
    end = clock.now() + PATIENCE
    while (left := end - clock.now()) > 0:
        try:
            when, event = events.get(timeout=left)
        except Empty:
            break
        if isinstance(event, Heard):
            return event.text, when - event.ended
    return "", None
