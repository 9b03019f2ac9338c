"""Makes sound of text on a thread of its own: lines that are to be heard now first, the others ahead of time.

An engine belongs to this thread alone.  One that cannot be loaded is replaced by espeak; if that fails too, lines
come back without sound and the session goes on with captions.
"""

import time
from _queue import Empty, SimpleQueue
from _thread import start_new_thread
from collections import deque

from stretchcoach.audio import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from stretchcoach.audio.cache import Cache
    from stretchcoach.audio.dials import Dials
    from stretchcoach.audio.tts import Renderer as Engine

    Deliver = Callable[[array[int] | None], None]
    Report = Callable[[str, bool | None], None]

NATURAL_MISSING = (
    'The natural voice is not installed, so the plain one speaks. To get it: pip install "stretchcoach[natural]".'
)
NO_ENGINE = 'The voice could not be loaded. Captions and beeps go on; "stretchcoach doctor" tells more.'
_PREPARED = 2000
_SHARE = 2.0
"""Rest after a phrase made ahead, in times of what it took."""


class Renderer:
    """Renders lines; ``report(text, voiced)`` says once what does not work."""

    def __init__(self, dials: "Dials", store: "Cache", report: "Report") -> None:
        self._dials = dials
        self.cache = store
        self._report = report
        self._live: deque[tuple[str, Deliver]] = deque()
        self._ahead: deque[str] = deque()
        self._prepared: dict[str, None] = {}
        self._questions: deque[Callable[[list[str], str], None]] = deque()
        self._wake: SimpleQueue[None] = SimpleQueue()
        self._engine: Engine | None = None
        self._loaded = ""
        self._reported: set[str] = set()
        self.replaced: dict[str, str] = {}
        """Engines that could not be loaded, and what speaks instead; empty: nothing does."""
        self.fault = ""
        self._running = False

    def find(self, text: str) -> "array[int] | None":
        """The line, if it is made already."""
        return self.cache.get(self._key(text))

    def live(self, text: str, deliver: "Deliver") -> None:
        """Make this line next; ``deliver`` gets None if that fails."""
        self._live.append((text, deliver))
        self._run()

    def prepare(self, text: str) -> None:
        """Make this line when there is nothing better to do."""
        if text not in self._prepared and len(self._prepared) < _PREPARED:
            self._prepared[text] = None
            self._ahead.append(text)
            self._run()

    def changed(self) -> None:
        """Rate, voice or engine is another one: make all prepared lines again."""
        self._ahead = deque(self._prepared)
        self._reported.clear()
        self.replaced.clear()
        if self._ahead:
            self._run()

    def drop(self) -> None:
        """Nobody waits for the live lines any more."""
        self._live.clear()

    def ask(self, answer: "Callable[[list[str], str], None]") -> None:
        """Call ``answer(voices, fault)`` when the engine has been looked at."""
        self._questions.append(answer)
        self._run()

    def _run(self) -> None:
        if not self._running:
            self._running = True
            start_new_thread(self._work, ())
        self._wake.put(None)

    def _work(self) -> None:
        rest = 0.0
        while True:
            self._wait(rest)
            rest = 0.0
            while self._live or self._questions:
                self._next()
            if self._ahead:
                begun = time.monotonic()
                self._make_ahead()
                rest = _SHARE * (time.monotonic() - begun)

    def _wait(self, rest: float) -> None:
        try:
            self._wake.get(timeout=rest if self._ahead else None)
        except Empty:
            return

    def _next(self) -> None:
        try:
            if self._live:
                text, deliver = self._live.popleft()
                deliver(self._make(text))
            elif self._questions:
                answer = self._questions.popleft()
                engine = self._get()
                answer(engine.voices() if engine else [], self.fault)
        except Exception as error:
            self.fault = str(error)

    def _make_ahead(self) -> None:
        try:
            text = self._ahead.popleft()
        except IndexError:
            return
        if self.find(text) is None:
            self._make(text)

    def _key(self, text: str) -> str:
        dials = self._dials
        return cache.key(self.speaking, dials.voice, dials.rate, text)

    @property
    def speaking(self) -> str:
        """The engine that speaks, or is to."""
        return self.replaced.get(self._dials.engine, self._dials.engine)

    def _make(self, text: str) -> "array[int] | None":
        engine = self._get()
        if engine is None:
            return None
        key, voice, rate = self._key(text), self._dials.voice, self._dials.rate
        try:
            sound = self._speak(engine, text, voice, rate)
        except Exception as error:
            self.fault = str(error)
            self._say_once(f'A line could not be spoken ({error}). It is shown; "stretchcoach doctor" tells more.')
            return None
        self.cache.put(key, sound)
        return sound

    def _speak(self, engine: "Engine", text: str, voice: str, rate: int) -> "array[int]":
        from stretchcoach.audio.pronunciation import spoken
        from stretchcoach.audio.tts import VoiceError

        try:
            return engine.render(spoken(text), voice, rate)
        except VoiceError:
            self._say_once(f'There is no voice "{voice}", so the usual one speaks.')
            return engine.render(spoken(text), "", rate)

    def _get(self) -> "Engine | None":
        from stretchcoach.audio import tts

        wished = self.speaking
        if wished == self._loaded:
            return self._engine
        self._engine, self._loaded = None, wished
        try:
            self._engine = tts.engine(wished)
            self.fault = ""
        except tts.EngineError as error:
            self.fault = str(error)
            return self._fall_back(wished)
        return self._engine

    def _fall_back(self, wished: str) -> "Engine | None":
        if wished == "espeak" or self.replaced.get(self._dials.engine) == "espeak":
            self._say_once(NO_ENGINE, False)
            return None
        missing = wished == "natural" and "ModuleNotFoundError" in self.fault
        self._say_once(NATURAL_MISSING if missing else f"The {wished} voice does not work, so the plain one speaks.")
        self.replaced[wished] = "espeak"
        return self._get()

    def _say_once(self, text: str, voiced: bool | None = None) -> None:
        if text not in self._reported:
            self._reported.add(text)
            self._report(text, voiced)
