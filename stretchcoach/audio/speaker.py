"""The heart of the audio process: takes messages, plays lines and beeps, tells when a line has been heard out.

Everything happens on one thread, one job after the other; the device, the renderer and the pipe only post jobs.
A line goes: ``say`` -> found in the cache, or rendered -> mixer -> the device asks for its first frame -> the
moment its last frame is heard is known -> ``ended``.
"""

from _queue import Empty, SimpleQueue
from contextlib import suppress

from stretchcoach import clock
from stretchcoach.audio import beeps, pcm
from stretchcoach.audio.cache import Cache
from stretchcoach.audio.dials import Dials
from stretchcoach.audio.mixer import Mixer
from stretchcoach.audio.output import Output
from stretchcoach.audio.renderer import Renderer
from stretchcoach.audio.timeline import Timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

NO_DEVICE = (
    "No sound device was found. Captions go on; check the loudspeaker or headphones, "
    "and the voice comes in as soon as there is one."
)
LOST = "The sound device has gone away. Captions go on; the voice comes back as soon as the device does."
BACK = "The sound is back."
_AHEAD = 2 * 0.03
"""Seconds of sound the device holds after a block: two periods."""
_LEAD = 0.25
"""A beep is placed this long before it sounds."""
_RETRIES = (0.05, 0.2, 0.5)
"""Seconds between the first tries to open a device that has gone away, before anybody is told."""
_PATIENCE = 5.0
"""Seconds between later tries, and how long the first opening may take."""
_IDLE = 120.0
"""After so long without a sound the device may rest."""


class Line:
    """One utterance on its way."""

    __slots__ = ("queued", "sound", "text", "utterance")

    def __init__(self, utterance: int, text: str) -> None:
        self.utterance = utterance
        self.text = text
        self.sound: array[int] | None = None
        self.queued = False


class Speaker:
    """Plays what it is told; ``emit(*fields)`` sends a message back."""

    def __init__(self, emit: "Callable[..., None]") -> None:
        self._emit = emit
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._dials = Dials()
        self._mixer = Mixer(self._started)
        self._timeline = Timeline(_AHEAD)
        self._output = Output(self._pull, self._device_is, self._timeline.restart)
        self._renderer = Renderer(self._dials, Cache(""), self._report)
        self._lines: list[Line] = []
        self._timers: list[tuple[float, Callable[[], None], bool]] = []
        self._state = "none"
        self._tries = 0
        self._told = False
        self._last = clock.now()
        self._leaving = self._over = False

    # --- the loop ----------------------------------------------------------------------------------------

    def post(self, message: list[str]) -> None:
        """Take a message, from any thread."""
        self._jobs.put(lambda: self._obey(message))

    def run(self) -> None:
        """Work until the farewell has been heard."""
        while not self._over:
            with suppress(Empty):
                self._jobs.get(timeout=self._pause())()
            self._fire()
            audible = any(timer[2] for timer in self._timers)
            self._over = self._leaving and self._mixer.idle and not (self._lines or audible)

    def _pause(self) -> float | None:
        if not self._timers:
            return None
        return max(0.0, min(timer[0] for timer in self._timers) - clock.now())

    def _fire(self) -> None:
        now = clock.now()
        due = sorted((timer for timer in self._timers if timer[0] <= now), key=lambda timer: timer[0])
        self._timers = [timer for timer in self._timers if timer[0] > now]
        for _, action, _ in due:
            action()

    def _at(self, when: float, action: "Callable[[], None]", audible: bool = False) -> None:
        """Do something later; what is ``audible`` is forgotten by a hush."""
        self._timers.append((when, action, audible))

    def _obey(self, message: list[str]) -> None:
        try:
            getattr(self, f"do_{message[0]}")(*message[1:])
        except (AttributeError, TypeError, ValueError):
            self._emit("notice", "", f"The voice did not understand: {' '.join(message)[:60]}")

    # --- messages ----------------------------------------------------------------------------------------

    def do_set(self, *pairs: str) -> None:
        """Options: name, value, name, value."""
        names = pairs[::2]
        changed = {name for name, value in zip(names, pairs[1::2], strict=True) if self._dials.turn(name, value)}
        self._mixer.set_gain(pcm.volume(self._dials.volume))
        if "cache" in changed:
            self._renderer.cache = Cache(self._dials.cache)
        if changed & {"rate", "voice", "engine"}:
            self._renderer.changed()
        wanted = self._dials.speech or self._dials.beeps
        if wanted and ("device" in changed or self._state == "none"):
            self._open()

    def do_say(self, utterance: str, text: str) -> None:
        """Speak a line after the ones before it."""
        line = Line(int(utterance), text)
        if self._silent():
            self._ended(line)
            return
        self._lines.append(line)
        line.sound = self._renderer.find(text)
        if line.sound is None:
            self._renderer.live(text, lambda sound: self._jobs.put(lambda: self._rendered(line, sound)))
        self._advance()

    def do_again(self, utterance: str) -> None:
        """The opening is asked for a second time: say that it has ended if it has."""
        number = int(utterance)
        if all(line.utterance != number for line in self._lines):
            self._emit("ended", number)

    def do_hush(self) -> None:
        """Silence, now."""
        audible = self._mixer.clear()
        self._lines.clear()
        self._renderer.drop()
        heard = any(timer[2] for timer in self._timers)
        self._timers = [timer for timer in self._timers if not timer[2]]
        if audible or heard:
            self._output.restart()

    def do_beep(self, sound: str, at: str) -> None:
        """Sound a beep at a moment of the clock."""
        if not self._dials.beeps or self._state != "open":
            return
        when = float(at)
        self._sounding()
        beeps.tone(sound)
        self._at(when - _LEAD, lambda: self._place(sound, when), audible=True)

    def do_prepare(self, text: str) -> None:
        """Render a line ahead."""
        self._renderer.prepare(text)

    def do_ask(self, ticket: str) -> None:
        """Tell how things are."""
        self._renderer.ask(lambda voices, fault: self._jobs.put(lambda: self._answer(ticket, voices, fault)))

    def do_bye(self) -> None:
        """Leave when everything has been heard."""
        self._leaving = True

    # --- lines -------------------------------------------------------------------------------------------

    def _rendered(self, line: Line, sound: "array[int] | None") -> None:
        if line not in self._lines:
            return
        if sound:
            line.sound = sound
        else:
            self._lines.remove(line)
            self._ended(line)
        self._advance()

    def _advance(self) -> None:
        """Hand over the lines that are ready, in the order in which they were asked for."""
        for line in self._lines:
            if line.sound is None:
                return
            if not line.queued:
                line.queued = True
                self._mixer.play(line.utterance, line.sound)
                self._sounding()

    def _started(self, utterance: int, _first: int, end: int) -> None:
        """On the device's thread: the first frame of a line has been asked for."""
        self._jobs.put(lambda: self._hear_out(utterance, end))

    def _hear_out(self, utterance: int, end: int) -> None:
        line = next((line for line in self._lines if line.utterance == utterance and line.queued), None)
        if line:
            self._at(self._timeline.heard_at(end), lambda: self._finish(line), audible=True)

    def _finish(self, line: Line) -> None:
        if line in self._lines:
            self._lines.remove(line)
            self._ended(line)

    def _ended(self, line: Line) -> None:
        self._emit("ended", line.utterance)

    def _silent(self) -> bool:
        return not self._dials.speech or (self._state == "none" and self._told)

    def _report(self, text: str, voiced: bool | None) -> None:
        """From any thread: something does not work."""
        mark = "" if voiced is None else str(int(voiced))
        self._jobs.put(lambda: self._emit("notice", mark, text))

    def _answer(self, ticket: str, voices: list[str], fault: str) -> None:
        if self._state == "opening":
            self._at(clock.now() + 0.05, lambda: self._answer(ticket, voices, fault))
            return
        import json

        facts = {
            "backend": self._output.backend,
            "device": self._dials.device or "default",
            "engine": self._renderer.replaced.get(self._dials.engine, self._dials.engine),
            "voice": self._dials.voice,
            "voices": voices,
            "errors": [each for each in (self._output.fault, fault, self._renderer.cache.fault) if each],
        }
        self._emit("answer", ticket, json.dumps(facts))

    # --- beeps and the device ----------------------------------------------------------------------------

    def _place(self, sound: str, when: float) -> None:
        if self._timeline.known:
            self._mixer.beep(self._timeline.frame_at(when), beeps.tone(sound))

    def _pull(self, count: int) -> bytes:
        """On the device's thread: the next frames."""
        block = self._mixer.pull(count)
        self._timeline.observe(clock.now(), self._mixer.frames)
        return block

    def _sounding(self) -> None:
        """There is something to hear: let the device run."""
        self._last = clock.now()
        if self._state == "open" and not self._output.running:
            self._output.start()
            self._at(self._last + _IDLE, self._maybe_rest)

    def _maybe_rest(self) -> None:
        quiet_since = clock.now() - self._last
        if self._mixer.idle and not self._lines and quiet_since >= _IDLE:
            self._output.rest()
        else:
            self._at(clock.now() + _IDLE - min(quiet_since, _IDLE - 1), self._maybe_rest)

    def _open(self) -> None:
        self._state = "opening"
        self._output.open(self._dials.device)
        self._at(clock.now() + _PATIENCE, self._give_up)

    def _give_up(self) -> None:
        """The sound server does not even answer."""
        if self._state == "opening":
            self._device_failed()

    def _device_is(self, state: str) -> None:
        """From any thread: the device is open, gone, or none was found."""
        self._jobs.put({"open": self._device_open, "gone": self._device_gone, "none": self._device_failed}[state])

    def _device_open(self) -> None:
        self._state, self._tries = "open", 0
        if self._told:
            self._told = False
            self._emit("notice", "1", BACK)
        if not self._mixer.idle:
            self._sounding()

    def _device_gone(self) -> None:
        if self._state == "open":
            self._state, self._tries = "lost", 1
            self._at(clock.now() + _RETRIES[0], self._open)

    def _device_failed(self) -> None:
        if 0 < self._tries < len(_RETRIES):
            self._at(clock.now() + _RETRIES[self._tries], self._open)
            self._tries += 1
            return
        self._at(clock.now() + _PATIENCE, self._open)
        self._state = "none"
        if not self._told:
            self._told = True
            self._emit("notice", "0", LOST if self._tries else NO_DEVICE)
        self._mixer.clear()
        while self._lines:
            self._ended(self._lines.pop(0))
