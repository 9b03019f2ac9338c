"""A pyttsx3 driver for espeak-ng: the library of ``espeakng-loader`` through ctypes, in synchronous mode."""

import ctypes
import os
import sys
from array import array

from stretchcoach.audio.base_driver import Driver
from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

USUAL = "gmw/en"
"""The voice when none is asked for; its id is the name of its file, so no list of voices is read."""
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_UTF8 = 1
_RATE, _VOLUME, _PITCH = 1, 2, 3
_NUMBERS = {"rate": _RATE, "pitch": _PITCH}
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("unused", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


class Espeak:
    """The library; there can be one in a process."""

    def __init__(self) -> None:
        folder = _folder()
        self._library = ctypes.CDLL(os.path.join(folder, _file()))  # noqa: PTH118
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self._library.espeak_GetCurrentVoice.restype = ctypes.POINTER(_Voice)
        data = os.path.join(folder, "espeak-ng-data").encode()  # noqa: PTH118
        rate = self._library.espeak_Initialize(_SYNCHRONOUS, 100, data, _DONT_EXIT)
        if rate != pcm.RATE:
            raise RuntimeError(f"espeak-ng did not start ({rate})")
        self._sound = array("h")
        self._callback = _Callback(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)

    def render(self, text: str) -> "array[int]":
        """The sound of a text."""
        self._sound = array("h")
        spoken = text.encode("utf-8", "replace")
        size = ctypes.c_size_t(len(spoken) + 1)
        fault = self._library.espeak_Synth(spoken, size, 0, 1, 0, _UTF8, None, None)
        if fault:
            raise RuntimeError(f"espeak-ng could not speak ({fault})")
        return self._sound

    def _collect(self, wave: "Any", count: int, _events: int | None) -> int:
        if wave and count > 0:
            self._sound.frombytes(ctypes.string_at(wave, 2 * count))
        return 0

    def set(self, parameter: int, value: int) -> None:
        """Set one of the library's numbers."""
        self._library.espeak_SetParameter(parameter, value, 0)

    def get(self, parameter: int) -> int:
        """One of the library's numbers."""
        return int(self._library.espeak_GetParameter(parameter, 1))

    def choose(self, voice: str) -> bool:
        """Speak with that voice: an id, a name or a language."""
        if self._library.espeak_SetVoiceByName(voice.encode()) == 0:
            return True
        wished = voice.casefold()
        for known, name, language in self.voices():
            if wished in (known.casefold(), name.casefold(), language.casefold()):
                return bool(self._library.espeak_SetVoiceByName(known.encode()) == 0)
        return False

    def chosen(self) -> str:
        """The id of the voice that speaks."""
        current = self._library.espeak_GetCurrentVoice()
        return _text(current.contents.identifier) if current else ""

    def voices(self) -> list[tuple[str, str, str]]:
        """Id, name and language of every voice."""
        found, at = self._library.espeak_ListVoices(None), 0
        voices = []
        while found[at]:
            voice = found[at].contents
            voices.append((_text(voice.identifier), _text(voice.name), _text((voice.languages or b" ")[1:])))
            at += 1
        return voices


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")


def _folder() -> str:
    """Where espeakng-loader lies; importing it would cost 10 ms."""
    from importlib.machinery import PathFinder

    found = PathFinder.find_spec("espeakng_loader")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("the package espeakng-loader is not installed")
    return str(next(iter(found.submodule_search_locations)))


def _file() -> str:
    if sys.platform == "win32":
        return "espeak-ng.dll"
    return "libespeak-ng.dylib" if sys.platform == "darwin" else "libespeak-ng.so"


_library: Espeak | None = None


class EspeakDriver(Driver):
    """espeak-ng as pyttsx3 sees it."""

    def __init__(self, proxy: "Any") -> None:
        global _library  # noqa: PLW0603
        super().__init__(proxy)
        _library = _library or Espeak()
        self._espeak = _library
        self.setProperty("voice", USUAL)

    def render(self, text: str) -> "array[int]":
        """The sound of a text."""
        return self._espeak.render(text)

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3 names it
        """``voices``, ``voice``, ``rate`` in words a minute, ``volume`` from 0 to 1, or ``pitch``."""
        if name == "voices":
            from pyttsx3.voice import Voice

            return [Voice(known, name, [language]) for known, name, language in self._espeak.voices()]
        if name == "voice":
            return self._espeak.chosen()
        if name == "volume":
            return self._espeak.get(_VOLUME) / 100
        return self._espeak.get(_NUMBERS[name])

    def setProperty(self, name: str, value: "Any") -> None:  # noqa: N802 - pyttsx3 names it
        """Set one of those, ``voices`` excepted."""
        if name == "voice":
            if not self._espeak.choose(str(value) or USUAL):
                raise ValueError(f"no such voice: {value}")
        elif name == "volume":
            self._espeak.set(_VOLUME, round(100 * float(value)))
        else:
            self._espeak.set(_NUMBERS[name], round(value))


def buildDriver(proxy: "Any") -> EspeakDriver:  # noqa: N802 - pyttsx3 names it
    """What pyttsx3 calls."""
    return EspeakDriver(proxy)
