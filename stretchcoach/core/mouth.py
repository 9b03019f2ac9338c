"""The single channel of speech: what is being said, what is waiting, and until when its echo may linger.

Rules: a higher line cuts a lower one; a line below ``NAME`` that comes while another is being said is dropped,
never said late; ``NAME`` and above wait their turn, ``NAME`` not longer than three seconds.  A line that the
loudspeaker never reports as ended counts as ended after twice its usual length, so silence in the machine never
stalls a session.
"""

import math
from collections import deque

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.messages import Beep, Duck, Effect, Fact, Hush, Priority, Say, Sound, Tune
from stretchcoach.core.speech_time import speech_seconds
from stretchcoach.words.routine import volume_now, words_a_minute

ECHO = 0.5
"""Seconds for which a room, or a slow sound server, may still carry our own last word (measured by others:
linux-voice-assistant closes its microphone for as long)."""
CLEAR_ECHO = 0.15
"""The same where the ears know our own voice and have taken it out: only the clocks may differ a little."""
NAME_PATIENCE = 3.0
KEPT_CAPTIONS = 6


class SpokenLine(Struct, frozen=True):
    """One line said, or being said."""

    text: str
    utterance: int
    priority: Priority
    began: float
    ends: float
    """When it counts as ended even if nobody says so."""


class Mouth:
    """Decides what is said; effects pile up in it until ``drain``."""

    def __init__(self, rate: int = 160, voiced: bool = True, volume: int = 80) -> None:
        self.rate = rate
        self._fastest = 450 if rate > 200 else 200
        self.volume = volume
        self.voiced = voiced
        self.current: SpokenLine | None = None
        self._ducked = False
        self.last = ""
        self.captions: tuple[str, ...] = ()
        self._spoken: deque[tuple[str, float, float]] = deque(maxlen=4)
        self._waiting: deque[tuple[str, int, Priority, float]] = deque()
        self._number = 0
        self._out: list[Effect] = []

    def drain(self) -> list[Effect]:
        """The effects since the last call, in order."""
        out, self._out = self._out, []
        return out

    @property
    def deadline(self) -> float | None:
        """When the line being said counts as ended at the latest."""
        return self.current.ends if self.current else None

    def set_voiced(self, voiced: bool, now: float) -> None:
        """The loudspeaker is gone, or there again; without it captions stand as long as speech would take."""
        if self.voiced and not voiced and self.current:
            usual = speech_seconds(self.current.text, self.rate)
            self.current = replace(self.current, ends=max(now, self.current.began + usual))
        self.voiced = voiced

    def say(self, text: str, priority: Priority, now: float, until: float = math.inf) -> int:
        """Say ``text`` now, later but not after ``until``, or never; its number, 0 if dropped."""
        if not text:
            return 0
        busy = self.current
        cuts = busy is not None and priority > busy.priority and priority is not Priority.FAREWELL
        if busy and not cuts and priority < Priority.NAME:
            return 0
        self._number += 1
        if busy and not cuts:
            limit = now + NAME_PATIENCE if priority is Priority.NAME else until
            self._waiting.append((text, self._number, priority, limit))
            return self._number
        if cuts:
            self.hush(now)
        self._speak(text, self._number, priority, now)
        return self._number

    def pending(self, utterance: int) -> bool:
        """Whether ``utterance`` is being said or waits its turn."""
        if self.current and self.current.utterance == utterance:
            return True
        return any(number == utterance for _, number, _, _ in self._waiting)

    def hush(self, now: float) -> None:
        """Silence, now; what waited is forgotten."""
        self._close(now)
        self._waiting.clear()
        self._out.append(Hush())

    def ended(self, utterance: int, now: float) -> None:
        """The loudspeaker is done with ``utterance``; old news, and those of a silent one, mean nothing."""
        if self.voiced and self.current and self.current.utterance == utterance:
            self._close(now)
            self._go_on(now)

    def tick(self, now: float) -> None:
        """Give up on a line that never ended."""
        if self.current and now >= self.current.ends:
            self._close(now)
            self._go_on(now)

    def saying_at(self, moment: float, echo: float = ECHO) -> str:
        """What of ours could be heard at ``moment``, or ``echo`` seconds before it; empty if nothing."""
        if not self.voiced:
            return ""
        heard = [text for text, began, ended in self._spoken if began <= moment <= ended + echo]
        if self.current and moment >= self.current.began:
            heard.append(self.current.text)
        return " ".join(heard)

    def beep(self, sound: Sound, at: float) -> None:
        """Hand a beep over for the moment ``at``."""
        self._out.append(Beep(sound, at))

    def count_in(self, start: float, now: float) -> None:
        """Hand over what is still to come of the beeps before a clock starts."""
        for second in (3, 2, 1):
            if start - second >= now:
                self.beep(Sound.COUNT, start - second)
        self.beep(Sound.GO, start)

    def duck(self, on: bool) -> None:
        """Be softer while somebody speaks over the line, or as before."""
        if on and self.current is not None:
            self._out.append(Duck(True))
            self._ducked = True
        elif not on and self._ducked:
            self._out.append(Duck(False))
            self._ducked = False

    def tune(self, what: str, step: int) -> str:
        """Turn the voice's ``volume`` or ``rate`` by a step; the new figure, as it is said."""
        if what == "rate":
            self.rate = min(self._fastest, max(120, self.rate + 20 * step))
        else:
            self.volume = min(100, max(5, self.volume + 10 * step))
        self._out.append(Tune(what, step, self.rate if what == "rate" else self.volume))
        return words_a_minute(self.rate) if what == "rate" else volume_now(self.volume)

    def log(self, fact: Fact) -> None:
        self._out.append(fact)

    def _speak(self, text: str, utterance: int, priority: Priority, now: float) -> None:
        usual = speech_seconds(text, self.rate)
        patience = 2 * usual + 2 if self.voiced else usual
        self.current = SpokenLine(text, utterance, priority, now, now + patience)
        self.last = text
        self.captions = (*self.captions, text)[-KEPT_CAPTIONS:]
        self._out.append(Say(text, utterance, priority))

    def _close(self, now: float) -> None:
        if self.current:
            self._spoken.append((self.current.text, self.current.began, now))
            self.current = None

    def _go_on(self, now: float) -> None:
        while self._waiting:
            text, utterance, priority, limit = self._waiting.popleft()
            if now <= limit:
                self._speak(text, utterance, priority, now)
                return
