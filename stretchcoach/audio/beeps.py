"""The beeps: pitches and lengths one can tell apart from across a room, made here, not shipped."""

from array import array
from math import cos, pi, sin

from stretchcoach.pipes.pcm import RATE

TONES: dict[str, tuple[tuple[float, float], ...]] = {
    "count": ((880.0, 0.09),),
    "go": ((1320.0, 0.25),),
    "end": ((660.0, 0.35),),
    "switch": ((740.0, 0.12), (988.0, 0.16)),
    "half": ((523.0, 0.14),),
    "done": ((660.0, 0.14), (880.0, 0.14), (1320.0, 0.35)),
}
"""For each ``messages.Sound`` its notes: Hz and seconds."""

_LOUD = 0.1699
"""The level of a note at full volume that is as loud as the speech, -16.1 LUFS, before the ear is reckoned with."""
_OVERTONE = 0.2
_EDGE = 0.006
"""Seconds of rise and fall; shorter ones click."""
_DUCK = 0.65
"""How much of the voice a beep takes away while it sounds."""


class Tone:
    """A beep, and how much of the voice is left at each of its frames (256: all)."""

    __slots__ = ("duck", "sound")

    def __init__(self, sound: "array[int]", duck: "array[int]") -> None:
        self.sound = sound
        self.duck = duck


_made: dict[str, Tone] = {}


def tone(name: str) -> Tone:
    """The beep of that name, made once; an unknown one sounds like ``count``."""
    if name not in _made:
        _made[name] = _make(name)
    return _made[name]


def _make(name: str) -> Tone:
    sound, duck = array("h"), array("h")
    for hertz, seconds in TONES.get(name, TONES["count"]):
        count = int(seconds * RATE)
        edge = int(_EDGE * RATE)
        turn = 2 * pi * hertz / RATE
        high = 32768 * _LOUD / ((_ear(hertz) + _OVERTONE**2 * _ear(2 * hertz)) / 2) ** 0.5
        for at in range(count):
            near = min(at, count - 1 - at)
            shape = 0.5 - 0.5 * cos(pi * near / edge) if near < edge else 1.0
            sound.append(int(high * shape * (sin(turn * at) + _OVERTONE * sin(2 * turn * at))))
            duck.append(int(256 * (1 - _DUCK * shape)))
    return Tone(sound, duck)


def _ear(hertz: float) -> float:
    """How much more power a pitch counts for, by the shelf of ITU-R BS.1770: 4 dB from about two kilohertz on."""
    at = 1j * hertz / 1682.0
    return abs((1.585 * at * at + 1.783 * at + 1) / (at * at + 1.414 * at + 1)) ** 2
