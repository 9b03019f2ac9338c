"""Simulated rooms: what becomes of a voice on its way to a microphone, near or through a small loudspeaker."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, lfilter

RATE = 16000
Sound = NDArray[np.float32]


def response(rng: np.random.Generator, direct: float, decay: float) -> Sound:
    """A direct sound, a few early reflections and a decaying tail; ``decay`` is the time to -60 dB, in seconds."""
    length = int(RATE * decay * 0.8) + 800
    time = np.arange(length) / RATE
    tail = rng.standard_normal(length) * np.exp(-6.9 * time / decay)
    tail[: int(0.004 * RATE)] = 0
    tail = lfilter([1.0, 0.4], [1.0], tail)
    tail *= direct / np.sqrt(np.sum(tail**2))
    for _ in range(rng.integers(3, 8)):
        tail[rng.integers(16, int(0.03 * RATE))] += rng.uniform(-0.5, 0.5) * direct
    tail[0] += 1
    return np.asarray(tail, dtype=np.float32)


def room(sound: Sound, rng: np.random.Generator) -> Sound:
    """Somebody half a metre to three metres from the microphone."""
    wet = fftconvolve(sound, response(rng, rng.uniform(0.15, 1.0), rng.uniform(0.15, 0.6)))
    return np.asarray(wet[: len(sound)], dtype=np.float32)


def echo(played: Sound, rng: np.random.Generator) -> Sound:
    """What a loudspeaker plays as a microphone hears it: band, overdrive, delay, room, a clock that is a bit off."""
    low, high = rng.uniform(80, 300), rng.uniform(5000, 7600)
    b, a = butter(2, [low, high], "band", fs=RATE)
    sound = lfilter(b, a, played)
    drive = rng.uniform(0, 1.2)
    loud = np.abs(sound).max() + 1e-9
    if drive > 0.2:
        sound = np.tanh(sound / loud * drive) * loud / drive
    sound = fftconvolve(sound, response(rng, rng.uniform(0.2, 1.2), rng.uniform(0.2, 0.6)))[: len(played)]
    drift = 1 + rng.uniform(-50e-6, 50e-6)
    at = np.arange(len(sound)) * drift
    sound = np.interp(at, np.arange(len(sound)), sound)
    delay = int(rng.uniform(0.0, 0.15) * RATE)
    return np.asarray(np.concatenate([np.zeros(delay), sound])[: len(played)], dtype=np.float32)
