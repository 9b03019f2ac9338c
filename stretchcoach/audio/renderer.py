"""Makes sound of text on a thread of its own: lines that are to be heard now first, the others ahead of time.

An engine that cannot be loaded, or dies, is replaced by espeak, and so is one that was too slow once
(``give_way``), until the next session; if that fails too, lines come back without sound and the session goes on with
captions.
"""

import time
from _queue import Empty, SimpleQueue
from _thread import start_new_thread
from collections import deque

from stretchcoach.audio import cache, packaged
from stretchcoach.audio.dials import HEART, NATURAL, PLAIN
from stretchcoach.audio.sentences import joined, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from stretchcoach.audio.cache import Cache
    from stretchcoach.audio.dials import Dials
    from stretchcoach.audio.tts import Renderer as Engine

    Deliver = Callable[[array[int] | None], None]
    Report = Callable[[str, bool | None], None]

_PREPARED = 2000
_SHARE, _LONGEST = 2.0, 0.5
"""Rest after a phrase made ahead, in times of what it took, and in seconds at most."""
_AT_ONCE = 3
"""Lines that are made ahead without a rest: they may be due before the others."""
_IDLE = 600.0
"""Seconds without work after which an engine with a process of its own gives its memory back."""


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
        self._rests: Callable[[], None] | None = None
        """Gives back what the engine holds while it is not needed."""
        self._loaded = ""
        self._reported: set[str] = set()
        self.replaced: dict[str, str] = {}
        """Engines that could not be loaded, and what speaks instead; empty: nothing does."""
        self.slow = False
        """The natural voice is among them because a line was late."""
        self.fault = ""
        self._running = False

    def find(self, text: str) -> "array[int] | None":
        """The line, if it is made already."""
        whole = self.cache.get(self._key(text))
        if whole is not None or self.speaking != NATURAL:
            return whole
        found = [self._made(part) for part in sentences(text)]
        known = [sound for sound in found if sound is not None]
        return joined(known, self._dials.soft) if len(known) == len(found) else None

    def _made(self, sentence: str, exactly: bool = False) -> "array[int] | None":
        """A sentence that is made, or lies in the package; unless ``exactly``, at its usual rate where it must."""
        dials = self._dials
        kept = self.cache.get(self._key(sentence))
        if kept is not None or dials.voice not in ("", HEART):
            return kept
        usual = packaged.usual_rate(dials.soft)
        found = packaged.sound_of(sentence, dials.rate, dials.soft)
        if found is not None or exactly or dials.trial or usual == dials.rate:
            return found
        return packaged.sound_of(sentence, usual, dials.soft)

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
        self.slow = False
        if self._ahead:
            self._run()

    def give_way(self) -> None:
        """A line was not there in time: the plain voice speaks, until the next session."""
        from stretchcoach.words.sound_notices import TOO_SLOW

        self.replaced[NATURAL], self.slow = PLAIN, True
        self._say_once(TOO_SLOW)

    def warm_up(self) -> None:
        """Load the engine when there is nothing better to do."""
        self._ahead.append("")
        self._run()

    def begin(self) -> None:
        """A session begins: whoever was too slow in the last one may try again."""
        if self.slow:
            self.changed()

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
                soon = len(self._prepared) - len(self._ahead) < _AT_ONCE
                rest = 0.0 if soon else min(_LONGEST, _SHARE * (time.monotonic() - begun))

    def _wait(self, rest: float) -> None:
        try:
            self._wake.get(timeout=rest if self._ahead else _IDLE)
        except Empty:
            if not self._ahead and self._rests is not None:
                self._rests()

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
        """The next prepared line, or the first of its sentences that is missing; the engine is there from then on."""
        try:
            text = self._ahead.popleft()
        except IndexError:
            return
        self._get()
        if not text or self.cache.get(self._key(text)) is not None:
            return
        if self.speaking != NATURAL:
            self._make(text)
            return
        missing = [part for part in _parts(text) if self._made(part, exactly=True) is None]
        if missing:
            self._render(missing[0])
        if len(missing) > 1:
            self._ahead.appendleft(text)

    def _key(self, text: str) -> str:
        dials = self._dials
        return cache.key(self.speaking, dials.voice, dials.rate, text, dials.soft)

    @property
    def speaking(self) -> str:
        """The engine that speaks, or is to."""
        return self.replaced.get(self._dials.engine, self._dials.engine)

    def _make(self, text: str) -> "array[int] | None":
        """The sound of a line; the natural voice makes what is missing of its sentences."""
        if self.speaking != NATURAL:
            return self._render(text)
        sounds = []
        for part in _parts(text):
            sound = self._made(part)
            if sound is None:
                sound = self._render(part)
            if self.speaking != NATURAL:
                return self._render(text)
            if sound is not None:
                sounds.append(sound)
        return joined(sounds, self._dials.soft) if sounds else None

    def _render(self, text: str) -> "array[int] | None":
        """Make a line or a sentence, and keep it."""
        engine = self._get()
        if engine is None:
            return None
        key, voice, rate, soft = self._key(text), self._dials.voice, self._dials.rate, self._dials.soft
        try:
            sound = self._speak(engine, text, voice, rate, soft)
        except Exception as error:
            self.fault = str(error)
            if self.speaking == NATURAL:
                self._fall_back(NATURAL)
                return self._render(text)
            from stretchcoach.words.sound_notices import not_spoken

            self._say_once(not_spoken(error))
            return None
        self.cache.put(key, sound)
        return sound

    def _speak(self, engine: "Engine", text: str, voice: str, rate: int, soft: bool) -> "array[int]":
        from stretchcoach.audio.pronunciation import spoken
        from stretchcoach.audio.tts import VoiceError

        try:
            return engine.render(spoken(text), voice, rate, soft)
        except VoiceError:
            from stretchcoach.words.sound_notices import no_such_voice

            self._say_once(no_such_voice(voice))
            return engine.render(spoken(text), "", rate, soft)

    def _get(self) -> "Engine | None":
        wished = self.speaking
        if wished == self._loaded:
            return self._engine
        self._let_go()
        self._loaded = wished
        try:
            self._engine = self._load(wished)
            self.fault = ""
        except Exception as error:
            self.fault = str(error)
            return self._fall_back(wished)
        return self._engine

    def _load(self, name: str) -> "Engine":
        if name == NATURAL:
            from stretchcoach.audio.engine_process import EngineProcess

            apart = EngineProcess()
            self._rests = apart.rest
            return apart
        from stretchcoach.audio import tts

        return tts.the_espeak() if name == PLAIN else tts.engine(name)

    def _let_go(self) -> None:
        rests, self._rests, self._engine = self._rests, None, None
        if rests is not None:
            rests()

    def _fall_back(self, wished: str) -> "Engine | None":
        from stretchcoach.words.sound_notices import NATURAL_MISSING, NO_ENGINE, voice_does_not_work

        if wished == PLAIN:
            self._say_once(NO_ENGINE, False)
            return None
        missing = wished == NATURAL and "ModuleNotFoundError" in self.fault
        self._say_once(NATURAL_MISSING if missing else voice_does_not_work(wished))
        self.replaced[wished] = PLAIN
        return self._get()

    def _say_once(self, text: str, voiced: bool | None = None) -> None:
        if text not in self._reported:
            self._reported.add(text)
            self._report(text, voiced)


def _parts(text: str) -> list[str]:
    """The sentences of a line, unless its numbers are to be said in another way when they stand alone."""
    from stretchcoach.audio.pronunciation import spoken

    parts = sentences(text)
    return parts if len(parts) == 1 or " ".join(map(spoken, parts)) == spoken(text) else [text]
