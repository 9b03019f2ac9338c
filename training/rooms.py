"""Simulated rooms: what becomes of a voice on its way to a microphone, near or through a small loudspeaker."""

import numpy as np
from numpy.typing import NDArray

from stretchcoach.pipes.pcm import RATE as PLAYED_RATE

RATE = 16000
Sound = NDArray[np.float32]


def convolve(sound: Sound, kernel: Sound) -> Sound:
    """As long as the sound."""
    size = 1 << int(np.ceil(np.log2(len(sound) + len(kernel))))
    product = np.fft.rfft(sound, size) * np.fft.rfft(kernel, size)
    return np.asarray(np.fft.irfft(product, size)[: len(sound)], dtype=np.float32)


def band(sound: Sound, low: float, high: float) -> Sound:
    """The middle of a sound, falling 12 dB an octave at either end."""
    size = 1 << int(np.ceil(np.log2(len(sound) + 1)))
    at = np.fft.rfftfreq(size, 1 / RATE)
    gain = 1 / np.sqrt((1 + (low / np.maximum(at, 1)) ** 4) * (1 + (at / high) ** 4))
    return np.asarray(np.fft.irfft(np.fft.rfft(sound, size) * gain, size)[: len(sound)], dtype=np.float32)


def response(rng: np.random.Generator, direct: float, decay: float) -> Sound:
    """A direct sound, a few early reflections and a decaying tail; ``decay`` is the time to -60 dB, in seconds."""
    length = int(RATE * decay * 0.8) + 800
    time = np.arange(length) / RATE
    tail = rng.standard_normal(length) * np.exp(-6.9 * time / decay)
    tail[: int(0.004 * RATE)] = 0
    tail[1:] += 0.4 * tail[:-1]
    tail *= direct / np.sqrt(np.sum(tail**2))
    for _ in range(rng.integers(3, 8)):
        tail[rng.integers(16, int(0.03 * RATE))] += rng.uniform(-0.5, 0.5) * direct
    tail[0] += 1
    return np.asarray(tail, dtype=np.float32)


def room(sound: Sound, rng: np.random.Generator) -> Sound:
    """Somebody half a metre to three metres from the microphone."""
    return convolve(sound, response(rng, rng.uniform(0.15, 1.0), rng.uniform(0.15, 0.6)))


def echo(played: Sound, rng: np.random.Generator) -> Sound:
    """What a loudspeaker plays as a microphone hears it: band, overdrive, delay, room, a clock that is a bit off."""
    sound = band(played, rng.uniform(80, 300), rng.uniform(5000, 7600))
    drive = rng.uniform(0, 1.2)
    loud = np.abs(sound).max() + 1e-9
    if drive > 0.2:
        sound = np.tanh(sound / loud * drive) * loud / drive
    sound = convolve(np.asarray(sound, dtype=np.float32), response(rng, rng.uniform(0.2, 1.2), rng.uniform(0.2, 0.6)))
    drift = 1 + rng.uniform(-50e-6, 50e-6)
    at = np.arange(len(sound)) * drift
    sound = np.interp(at, np.arange(len(sound)), sound)
    delay = int(rng.uniform(0.0, 0.15) * RATE)
    return np.asarray(np.concatenate([np.zeros(delay), sound])[: len(played)], dtype=np.float32)


def stumbling(sound: Sound, rng: np.random.Generator, seconds: float) -> Sound:
    """The sound of a device that stumbles one to four times until then.

    Each time it comes 15 to 120 ms later or earlier, never earlier than it was at first, nor 0.2 s later.
    """
    late = 0
    for at in np.sort(rng.uniform(1.0, seconds, rng.integers(1, 5)) * RATE).astype(int):
        by = int(rng.uniform(0.015, 0.12) * RATE)
        if late < by or (late + by < 0.2 * RATE and rng.random() < 0.6):
            late, pieces = late + by, (sound[:at], np.zeros(by, np.float32), sound[at:-by])
        else:
            late, pieces = late - by, (sound[:at], sound[at + by :], np.zeros(by, np.float32))
        sound = np.concatenate(pieces)
    return sound


class Tape:
    """A whole recording as the ears would find it in the ring of what was played."""

    def __init__(self, played: Sound) -> None:
        count = round(len(played) * PLAYED_RATE / RATE)
        spectrum = np.zeros(count // 2 + 1, dtype=np.complex128)
        spectrum[: len(played) // 2 + 1] = np.fft.rfft(played)
        loud = np.fft.irfft(spectrum, count) * (count / len(played))
        self._frames = (np.clip(loud, -1, 1) * 32767).astype("<i2")

    def state(self) -> tuple[float, int, int]:
        """Frame 0 was heard at 0; all is written."""
        return 0.0, len(self._frames), len(self._frames)

    def frames(self, begin: int, count: int) -> bytes:
        """Frames as 16 bit, silent where there are none."""
        first, last = max(begin, 0), max(0, min(begin + count, len(self._frames)))
        body = self._frames[first:last].tobytes()
        return bytes(2 * (min(first, begin + count) - begin)) + body + bytes(2 * (begin + count - max(last, begin)))
