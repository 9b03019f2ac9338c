"""The heart of the audio process: takes messages, plays lines and beeps, tells when a line has been heard out.

Everything happens on one thread, one job after the other; the device, the renderer and the pipe only post jobs.
A line goes: ``say`` -> found in the cache, or rendered -> loudspeaker -> ``ended`` when its last frame is heard.
"""

from stretchcoach.audio.cache import Cache
from stretchcoach.audio.dials import NATURAL, PLAIN, Dials
from stretchcoach.audio.loudspeaker import Loudspeaker
from stretchcoach.audio.renderer import Renderer
from stretchcoach.audio.worker_thread import WorkerThread
from stretchcoach.machine import clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable


PATIENCE = 2.5
"""Seconds that a line waits for the natural voice, which needs one to load where nothing was rendered ahead."""


class QueuedLine:
    """One utterance that is waiting for its sound, or for the ones before it."""

    __slots__ = ("sound", "text", "utterance")

    def __init__(self, utterance: int, text: str) -> None:
        self.utterance = utterance
        self.text = text
        self.sound: array[int] | None = None


class VoiceWorker:
    """Plays what it is told; ``emit(*fields)`` sends a message back."""

    def __init__(self, emit: "Callable[..., None]") -> None:
        self._emit = emit
        self._agenda = WorkerThread()
        self._dials = Dials()
        self._loudspeaker = Loudspeaker(self._agenda, self._ended, self._told)
        self._renderer = Renderer(self._dials, Cache(""), self._report)
        self._plain: Renderer | None = None
        self._plain_dials = Dials()
        self._plain_dials.engine = PLAIN
        self._waiting: list[QueuedLine] = []
        self._open: set[int] = set()
        self._leaving = False

    def post(self, message: list[str]) -> None:
        """Take a message, from any thread."""
        self._agenda.post(lambda: self._obey(message))

    def run(self) -> None:
        """Work until the farewell has been heard."""
        while not self._leaving or self._waiting or self._loudspeaker.busy:
            self._agenda.step()

    def _obey(self, message: list[str]) -> None:
        try:
            getattr(self, f"do_{message[0]}")(*message[1:])
        except (AttributeError, TypeError, ValueError):
            from stretchcoach.words.sound_notices import voice_misunderstood

            self._emit("notice", "", voice_misunderstood(" ".join(message)[:60]))

    # --- messages ----------------------------------------------------------------------------------------

    def do_set(self, *pairs: str) -> None:
        """Options: name, value, name, value."""
        dials = self._dials
        spoke = dials.speech
        changed = {name for name, value in zip(pairs[::2], pairs[1::2], strict=True) if dials.turn(name, value)}
        self._loudspeaker.volume(dials.volume)
        self._loudspeaker.watch.use(dials.device)
        self._loudspeaker.watch.want(dials.speech or dials.beeps)
        if "cache" in changed:
            self._renderer.cache = Cache(dials.cache)
        if changed & {"rate", "voice", "engine", "soft"}:
            self._renderer.changed()
        if spoke != dials.speech:
            self._told(dials.speech, "")

    def do_say(self, utterance: str, text: str) -> None:
        """Speak a line after the ones before it."""
        line = QueuedLine(int(utterance), text)
        self._open.add(line.utterance)
        if not self._dials.speech or self._loudspeaker.watch.silent:
            self._ended(line.utterance)
            return
        self._waiting.append(line)
        line.sound = self._renderer.find(text)
        if line.sound is None:
            self._make(line)
        self._advance()

    def _make(self, line: QueuedLine) -> None:
        """Have it rendered; by the plain voice at once where the natural one has been late in this session."""
        renderer = self._spare if self._renderer.slow else self._renderer
        renderer.live(line.text, lambda sound: self._agenda.post(lambda: self._rendered(line, sound)))
        if renderer.speaking == NATURAL and not self._dials.trial:
            self._agenda.at(clock.now() + PATIENCE, lambda: self._hurry(line))

    def _hurry(self, line: QueuedLine) -> None:
        """It is still not there: one change of voice is better than silence."""
        if line in self._waiting and line.sound is None and self._renderer.speaking == NATURAL:
            self._renderer.give_way()
            self._renderer.drop()
            for each in self._waiting:
                if each.sound is None:
                    self._make(each)

    @property
    def _spare(self) -> Renderer:
        """The plain voice on a thread of its own, for when the other's is held up."""
        dials = self._plain_dials
        dials.rate, dials.soft = self._dials.rate, self._dials.soft
        if self._plain is None:
            self._plain = Renderer(dials, self._renderer.cache, self._report)
        return self._plain

    def do_begin(self) -> None:
        self._renderer.begin()

    def do_warm(self) -> None:
        """Something will be said soon."""
        self._renderer.warm_up()

    def do_again(self, utterance: str) -> None:
        """A line that was said already is asked for again: say that it has ended if it has."""
        if int(utterance) not in self._open:
            self._emit("ended", utterance)

    def do_hush(self) -> None:
        """Silence, now."""
        self._waiting.clear()
        self._open.clear()
        self._renderer.drop()
        if self._plain:
            self._plain.drop()
        self._loudspeaker.hush()

    def do_duck(self, on: str) -> None:
        """Be softer, or as before."""
        self._loudspeaker.duck(on == "1")

    def do_played(self, path: str) -> None:
        """Leave everything that is played in this ring as well."""
        from stretchcoach.pipes.played import PlayedWriter

        try:
            self._loudspeaker.share(PlayedWriter(path) if path else None)
        except OSError as fault:
            from stretchcoach.words.sound_notices import ears_do_not_know

            self._emit("notice", "", ears_do_not_know(fault.strerror))

    def do_beep(self, sound: str, at: str) -> None:
        """Sound a beep at a moment of the clock."""
        if self._dials.beeps:
            self._loudspeaker.beep(sound, float(at))

    def do_prepare(self, text: str) -> None:
        """Render a line ahead."""
        if self._dials.speech:
            self._renderer.prepare(text)

    def do_ask(self, ticket: str) -> None:
        """Tell how things are."""
        self._renderer.ask(lambda voices, fault: self._agenda.post(lambda: self._answer(ticket, voices, fault)))

    def do_alive(self) -> None:
        """Show that nothing hangs here."""
        self._emit("alive")

    def do_bye(self) -> None:
        """Leave when everything has been heard."""
        self._leaving = True

    # --- lines -------------------------------------------------------------------------------------------

    def _rendered(self, line: QueuedLine, sound: "array[int] | None") -> None:
        if line not in self._waiting or line.sound is not None:
            return
        if sound:
            line.sound = sound
        else:
            self._waiting.remove(line)
            self._ended(line.utterance)
        self._advance()

    def _advance(self) -> None:
        """Hand over the lines that are ready, in the order in which they were asked for."""
        while self._waiting and self._waiting[0].sound is not None:
            line = self._waiting.pop(0)
            if self._loudspeaker.watch.silent or line.sound is None:
                self._ended(line.utterance)
            else:
                self._loudspeaker.play(line.utterance, line.sound)

    def _ended(self, utterance: int) -> None:
        self._open.discard(utterance)
        self._emit("ended", utterance)

    # --- telling -----------------------------------------------------------------------------------------

    def _told(self, voiced: bool, text: str) -> None:
        self._emit("notice", int(voiced), text)

    def _report(self, text: str, voiced: bool | None) -> None:
        """On the renderer's thread: something does not work."""
        self._agenda.post(lambda: self._emit("notice", "" if voiced is None else int(voiced), text))

    def _answer(self, ticket: str, voices: list[str], fault: str) -> None:
        if self._loudspeaker.watch.opening:
            self._agenda.at(clock.now() + 0.05, lambda: self._answer(ticket, voices, fault))
            return
        import json

        from stretchcoach.audio.device import loudspeakers

        backend, device, trouble = self._loudspeaker.watch.facts
        facts = {
            "backend": backend,
            "device": device,
            "devices": loudspeakers(),
            "engine": self._renderer.speaking,
            "voice": self._dials.voice,
            "voices": voices,
            "errors": [each for each in (trouble, fault, self._renderer.cache.fault) if each],
        }
        self._emit("answer", ticket, json.dumps(facts))
