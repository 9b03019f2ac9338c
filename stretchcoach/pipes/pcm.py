"""Sound as it is kept in this process: 16-bit mono at one rate, all speech equally loud."""

import sys
from array import array
from itertools import accumulate, pairwise
from operator import mul, sub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

RATE = 22_050
"""Frames a second of everything here, and of the device: espeak's own, so the usual path never resamples."""

_POWER = 3.06e7
"""What ``_power`` gives for speech at full volume: -19 LUFS at volume 80 (measured in the tests)."""
_TREBLE = 1.2
"""How much the differences between frames count: an ear takes treble for louder, and so does ITU-R BS.1770."""
_SHORT = 551
"""A hundred milliseconds of every fourth frame; four of them are one window of BS.1770."""
_NEAR = 0.97
"""A limited line that is softer than this is turned up once more."""
_FAR = 1.1
"""A line whose power misses by more than this, 0.4 dB, is limited again."""
_CEILING = 0.84 * 32767
"""-1.5 dB: between the frames, and after the sound server has resampled, peaks are up to half a decibel higher."""
_MOST = 12.0
"""Highest amplification of a quiet voice."""
_BLOCK = 110
"""5 ms: the step of the limiter."""
_RELEASE = 1.06
_SILENCE = 150
_SHELF = 0.43
"""A first-order low-pass at two kilohertz."""
_SOFTER = 0.6
"""How much of what is above it is taken away."""


def samples(data: bytes) -> "array[int]":
    """Little-endian 16-bit bytes as numbers."""
    made = array("h")
    made.frombytes(data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        made.byteswap()
    return made


def data(sound: "array[int]") -> bytes:
    """Numbers as little-endian 16-bit bytes."""
    if sys.byteorder == "little":
        return sound.tobytes()
    turned = sound[:]
    turned.byteswap()
    return turned.tobytes()


def volume(percent: int) -> float:
    """Volume as a factor: 45 sounds about half as loud as 80."""
    return float((max(0, min(100, percent)) / 100) ** 1.5)


def softened(speech: "array[int]") -> "array[int]":
    """The same speech with less treble: 2 dB at two kilohertz, 5 at eight."""
    low = accumulate(speech, lambda kept, value: kept + _SHELF * (value - kept))
    return array("h", [int(value - _SOFTER * (value - kept)) for value, kept in zip(speech, low, strict=True)])


def levelled(speech: "array[int]") -> "array[int]":
    """The same speech at the common loudness, its peaks held down, without the silence around it."""
    speech = _trimmed(speech)
    peaks = [max(map(abs, block)) for block in _blocks(speech, _BLOCK)]
    power = _power(speech)
    wish = min(_MOST, (_POWER / power) ** 0.5) if power else 1.0
    for _ in range(6):
        left = power / _POWER * wish**2 * _left(peaks, wish)
        if not 0 < left < _NEAR or wish >= _MOST:
            break
        wish = min(_MOST, wish / float(left**0.5))
    made = _limited(speech, _gains(peaks, wish))
    for _ in range(4):  # what BS.1770 leaves out as too soft changes with the limiter: only the sound itself tells
        miss = _power(made) / _POWER
        if not miss or 1 / _FAR < miss < _FAR or wish >= _MOST:
            break
        wish = min(_MOST, wish / float(miss**0.5))
        made = _limited(speech, _gains(peaks, wish))
    return made


def _left(peaks: list[int], wish: float) -> float:
    """How much of the power at ``wish`` the limiter leaves."""
    inside = _inside(peaks, wish)
    whole: float = sum(map(mul, peaks, peaks)) * wish**2
    return sum((peak * gain) ** 2 for peak, gain in zip(peaks, inside, strict=True)) / whole if whole else 1.0


def _limited(speech: "array[int]", gains: list[float]) -> "array[int]":
    """Times the gains at the borders of the blocks."""
    out = array("h")
    first = 0
    for block in range(1, len(gains)):
        if gains[block] == gains[first] and block < len(gains) - 1:
            continue
        begin, end = first * _BLOCK, block * _BLOCK
        if gains[block] == gains[first]:
            out.extend(scaled(speech[begin:end], gains[first]))
        else:
            flat = end - _BLOCK
            out.extend(scaled(speech[begin:flat], gains[block - 1]))
            out.extend(ramped(speech[flat:end], gains[block - 1], gains[block]))
        first = block
    return out


def _trimmed(speech: "array[int]") -> "array[int]":
    """Without the silence before and after: nobody should wait for it."""
    loud = [at for at in range(0, len(speech), _BLOCK) if max(speech[at : at + _BLOCK]) > _SILENCE]
    return speech[max(0, loud[0] - _BLOCK) : loud[-1] + 3 * _BLOCK] if loud else speech


def scaled(sound: "array[int]", gain: float) -> "array[int]":
    """Every frame times the gain."""
    factor = int(gain * 4096)
    return array("h", [value * factor >> 12 for value in sound])


def ramped(sound: "array[int]", begin: float, end: float) -> "array[int]":
    """The gain goes straight from ``begin`` to ``end``."""
    step = (end - begin) / max(1, len(sound))
    return array("h", [int(value * (begin + step * at)) for at, value in enumerate(sound)])


def _power(speech: "array[int]") -> float:
    """The mean power of the loud parts, about as BS.1770 weighs and gates it; within half a decibel of pyloudnorm's."""
    thin, then = speech[::4], speech[1::4]
    thin = thin[: len(then)]
    step = array("l", map(sub, then, thin))
    pieces = []
    for at in range(0, len(thin), _SHORT):
        level, change = thin[at : at + _SHORT], step[at : at + _SHORT]
        pieces.append(sum(map(mul, level, level)) + _TREBLE * sum(map(mul, change, change)))
    whole = min(len(thin), 4 * _SHORT)
    count = max(1, round(len(thin) / _SHORT - 3))  # with half a step left at the end, one more, as pyloudnorm counts
    windows = [sum(pieces[at : at + 4]) / whole for at in range(count)] if thin else []
    gate = 0.1 * sum(windows) / len(windows) if windows else 0.0
    loud = [power for power in windows if power >= gate]
    return sum(loud) / len(loud) if loud else 0.0


def _blocks(sound: "array[int]", size: int) -> "Iterator[array[int]]":
    return (sound[at : at + size] for at in range(0, len(sound), size))


def _inside(peaks: list[int], wish: float) -> list[float]:
    """The highest gain that each block bears; after a peak it comes back slowly."""
    inside, before = [], wish
    for peak in peaks:
        before = min(wish, before * _RELEASE, _CEILING / max(peak, 1))
        inside.append(before)
    return inside


def _gains(peaks: list[int], wish: float) -> list[float]:
    """The gain at each border between blocks; inside a block it goes straight from one to the next."""
    inside = _inside(peaks, wish)
    return [*inside[:1], *(min(pair) for pair in pairwise(inside)), *inside[-1:]]
