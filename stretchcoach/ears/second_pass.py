"""Listens to the first seconds of our own voice again, once the way from loudspeaker to microphone is known.

The canceller learns that echo path in three to five seconds of speech, and until then our own voice hides what is said
over it.  Going over one second several times it learns as much, of that second; without our own voice, a word in it is
found a little late instead of never.
"""

from collections import deque
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import STOP
from stretchcoach.ears.alignment import spoken
from stretchcoach.ears.clip import RATE
from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.reports import HeardUtterance, Report

Sound = NDArray[np.float32]
AGAIN = (50, 75, 100, 150)
"""Blocks of our own voice after which it is gone over: 1, 1.5, 2 and 3 s; later the path is known."""
_PASSES, _NEXT_PASSES = 3, 1
"""Times that the canceller goes over them at first, and where it has learnt from a part of them."""
_SOMEBODY = 5
"""Blocks with more in them than our own voice that make it worth listening again: the shortest word."""
_BEFORE = 50
"""Blocks before our own voice that are kept too: they tell how loud the room is."""
_MOST = 400
"""Blocks kept at most, 8 s: a coach who says little needs long for 3 s of speech."""
_ONE_WORD = 50
"""Blocks after it was listened to again in which the same word may come once more, found a little later."""
_WORDS = 20
"""Words told last that are remembered; nobody says more in 8 s."""
_STALE = 2.0
"""Seconds after which a word is no longer acted on: the coach has gone on since.  *Stop* never comes too late."""


class Restarts(Listens, Protocol):
    """A listener that can hear the same sound again."""

    def restart(self, canceller: Canceller) -> None:
        """Forget what was heard, and take our own voice out with this one."""

    def follow(self, canceller: Canceller) -> None:
        """Take our own voice out with this one from now on."""


class _Heard(NamedTuple):
    block: Sound
    began: float
    played: Sound | None
    armed: frozenset[str]


class SecondPass:
    """A listener that hears its first seconds more than once, and tells each word of them once."""

    def __init__(self, listener: Restarts) -> None:
        self._listener = listener
        self._armed = frozenset({STOP})
        self._start()

    def _start(self) -> None:
        self._kept: deque[_Heard] = deque(maxlen=_MOST)
        self._canceller = Canceller()
        self._ours = 0
        self._since = _ONE_WORD
        self._told: deque[HeardUtterance] = deque(maxlen=_WORDS)

    @property
    def drift(self) -> float:
        """Part by which what our loudspeaker played is to be read faster for the next block."""
        return self._listener.drift

    def arm(self, labels: frozenset[str]) -> None:
        """Only these act from now on; all are scored."""
        self._armed = labels
        self._listener.arm(labels)

    def feed(self, block: Sound, began: float, played: Sound | None) -> list[Report]:
        """20 ms of sound, the clock time of its first sample, and what our loudspeaker played (None: nothing)."""
        self._since += 1
        reports = self._fresh(self._listener.feed(block, began, played))
        if self._ours >= AGAIN[-1]:
            return reports
        self._kept.append(_Heard(block, began, played, self._armed))
        if played is None or not spoken(played):
            if not self._ours and len(self._kept) > _BEFORE:
                self._kept.popleft()
            return reports
        self._ours += 1
        if self._ours in AGAIN:
            reports += self._heard_again(began + BLOCK / RATE)
        if self._ours == AGAIN[-1]:
            self._kept.clear()
        return reports

    def finish(self) -> list[Report]:
        """The sound is over; what is still to be told, and all is forgotten."""
        reports = self._fresh(self._listener.finish())
        self._start()
        return reports

    def _heard_again(self, now: float) -> list[Report]:
        somebody = self._gone_over()
        if not self._canceller.settled:
            return []
        if somebody < _SOMEBODY:
            self._listener.follow(self._canceller)
            return []
        self._canceller.begin_again()
        self._listener.restart(self._canceller)
        found: list[HeardUtterance] = []
        for heard in self._kept:
            self._listener.arm(heard.armed)
            reports = self._listener.feed(heard.block, heard.began, heard.played)
            found += [one for one in reports if isinstance(one, HeardUtterance) and one.label]
        self._listener.arm(self._armed)
        self._since = 0
        return self._untold(found, now)

    def _gone_over(self) -> int:
        """The canceller learns from what is kept; in how many blocks of it there was more than our own voice."""
        somebody = 0
        for _ in range(_NEXT_PASSES if self._canceller.settled else _PASSES):
            self._canceller.begin_again()
            somebody = 0
            for heard in self._kept:
                self._canceller.clean(heard.block, heard.played)
                somebody += self._canceller.foreign
        return somebody

    def _fresh(self, reports: list[Report]) -> list[Report]:
        """Without the words of which a second pass has just told."""
        fresh: list[Report] = []
        for one in reports:
            if isinstance(one, HeardUtterance) and one.label:
                if self._since <= _ONE_WORD and one.label in self._told_then(one):
                    continue
                self._told.append(one)
            fresh.append(one)
        return fresh

    def _untold(self, found: list[HeardUtterance], now: float) -> list[Report]:
        """What was not told when it was heard first; *stop* may still take the place of another word."""
        untold: list[Report] = []
        for one in found:
            known = self._told_then(one)
            if one.label in known or (one.label != STOP and (known or now - one.ended >= _STALE)):
                continue
            self._told.append(one)
            untold.append(one)
        return untold

    def _told_then(self, word: HeardUtterance) -> list[str]:
        """What was told of the same time."""
        return [one.label for one in self._told if one.began < word.ended and word.began < one.ended]
