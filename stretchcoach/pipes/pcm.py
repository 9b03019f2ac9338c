"""Sound as it is kept in this process: 16-bit mono at one rate, all speech equally loud."""

import sys
from array import array
from itertools import pairwise
from operator import mul

RATE = 22_050
"""Frames a second of everything here, and of the device: espeak's own, so the usual path never resamples."""

_LEVEL = 7800.0
"""Mean level of the loud parts of speech at full volume; gives -19 LUFS at volume 80 (measured in the tests)."""
_CEILING = 0.84 * 32767
"""-1.5 dB: between the frames, and after the sound server has resampled, peaks are up to half a decibel higher."""
_MOST = 6.0
"""Highest amplification of a quiet voice."""
_BLOCK = 110
"""5 ms: the step of the limiter."""
_RELEASE = 1.06
_SILENCE = 150


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


def levelled(speech: "array[int]") -> "array[int]":
    """The same speech at the common loudness, its peaks held down, without the silence around it."""
    speech = _trimmed(speech)
    gains = _gains(speech, _wish(speech))
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


def _wish(speech: "array[int]") -> float:
    thin = speech[::4]
    powers = []
    for at in range(0, len(thin), _BLOCK):
        block = thin[at : at + _BLOCK]
        powers.append(sum(map(mul, block, block)) / len(block))
    if not powers or max(powers) == 0:
        return 1.0
    loud = [power for power in powers if power > 0.05 * max(powers)]
    return min(_MOST, float(_LEVEL / (sum(loud) / len(loud)) ** 0.5))


def _gains(speech: "array[int]", wish: float) -> list[float]:
    """The gain at each border between blocks; inside a block it goes straight from one to the next."""
    inside, before = [], wish
    for at in range(0, len(speech), _BLOCK):
        block = speech[at : at + _BLOCK]
        high, low = max(block), min(block)
        before = min(wish, before * _RELEASE, _CEILING / max(high, -low, 1))
        inside.append(before)
    if not inside:
        return []
    borders = [min(pair) for pair in pairwise(inside)]
    return [inside[0], *borders, inside[-1]]
