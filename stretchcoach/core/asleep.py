"""Whether the machine slept: told by its clocks, or, where they do not tell, by how long nothing came."""

from stretchcoach.core.messages import Event, Slept
from stretchcoach.words.routine import ASLEEP, ASLEEP_OR_BUSY, was_asleep, was_put_aside
from stretchcoach.words.wording import duration

GAP = 60.0
"""Seconds without any event that no scheduler explains, however busy it is."""


def slept(event: Event, silence: float, gap: float) -> float:
    """Seconds for which nothing could be done, 0 for none; ``silence``: since the event before."""
    if isinstance(event, Slept):
        return event.seconds
    return silence if silence > gap else 0.0


def asleep_line(event: Event, seconds: float) -> str:
    """``The computer was asleep for two minutes.``"""
    if isinstance(event, Slept) and event.aside:
        return was_put_aside(duration(seconds))
    what = ASLEEP if isinstance(event, Slept) else ASLEEP_OR_BUSY
    return was_asleep(what, duration(seconds))
