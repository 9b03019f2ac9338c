"""The engines behind one call: text, voice and rate in, sound out.

``espeak`` and ``natural`` are drivers of our own behind pyttsx3's engine; ``system`` is pyttsx3's own.
"""

import sys
from _thread import allocate_lock
from importlib import import_module

from stretchcoach.audio import base_driver
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from typing import Any, Protocol

    from stretchcoach.audio.system_voice import SystemVoice

    class Renderer(Protocol):
        """What every engine can do."""

        def render(self, text: str, voice: str, rate: int, soft: bool = False) -> "array[int]":
            """The sound of a text, at the common loudness."""

        def voices(self) -> list[str]:
            """Id and name of every voice."""


class EngineError(Exception):
    """The engine cannot be used at all; says why."""


class VoiceError(Exception):
    """The engine has no such voice."""


def register(engine: str) -> str:
    """Make our driver known to pyttsx3; returns the name to give to ``pyttsx3.init``."""
    name = f"stretchcoach_{engine}"
    sys.modules[f"pyttsx3.drivers.{name}"] = import_module(f"stretchcoach.audio.{engine}_driver")
    return name


_plain: "list[Renderer]" = []


def the_espeak() -> "Renderer":
    """The one espeak of this process, for any thread: its library cannot be had twice."""
    if not _plain:
        _plain.append(engine("espeak"))
    return _plain[0]


def engine(name: str) -> "Renderer":
    """The engine of that name, loaded; EngineError if it cannot be."""
    try:
        if name == "system":
            from stretchcoach.audio.system_voice import SystemVoice

            return Levelled(SystemVoice())
        return Pyttsx3(name if name == "natural" else "espeak")
    except Exception as error:
        raise EngineError(f"{type(error).__name__}: {error}") from error


def finished(sound: "array[int]", soft: bool) -> "array[int]":
    """As it is played: at the common loudness, by night with less treble."""
    return pcm.levelled(pcm.softened(sound) if soft else sound)


class Levelled:
    """The system's own voices, as loud as the others."""

    def __init__(self, engine: "SystemVoice") -> None:
        self._engine = engine
        self.voices = engine.voices

    def render(self, text: str, voice: str, rate: int, soft: bool = False) -> "array[int]":
        """The sound of a text, at the common loudness."""
        return finished(self._engine.render(text, voice, rate), soft)


class Pyttsx3:
    """A pyttsx3 engine with one of our drivers, used by one thread at a time."""

    def __init__(self, name: str) -> None:
        from pyttsx3.engine import Engine

        self._heard: Any = None
        self._fault: Exception | None = None
        self._voice = ""
        self._lock = allocate_lock()
        self._engine = Engine(register(name))
        self._engine.connect("error", self._error)
        self._engine.startLoop(False)
        self._engine.iterate()

    def render(self, text: str, voice: str, rate: int, soft: bool = False) -> "array[int]":
        """The sound of a text, at the common loudness."""
        with self._lock:
            self._choose(voice)
            self._engine.setProperty("rate", rate)
            self._heard = None
            base_driver.use(self._take)
            self._engine.say(text)
            self._check()
            heard = self._heard
        if heard is None:
            raise RuntimeError("nothing to say")
        return finished(heard, soft)

    def voices(self) -> list[str]:
        """Id and name of every voice."""
        return [f"{voice.id}  {voice.name}" for voice in self._engine.getProperty("voices")]

    def _choose(self, voice: str) -> None:
        if voice == self._voice:
            return
        self._engine.setProperty("voice", voice)
        fault, self._fault = self._fault, None
        if fault:
            raise VoiceError(str(fault))
        self._voice = voice

    def _check(self) -> None:
        fault, self._fault = self._fault, None
        if fault:
            raise RuntimeError(str(fault))

    def _take(self, sound: "array[int]", _tell: "base_driver.Tell") -> None:
        self._heard = sound

    def _error(self, name: object, exception: Exception) -> None:
        del name
        self._fault = exception
