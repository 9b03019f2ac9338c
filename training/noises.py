"""What sounds beside a word: household, music, babble, hiss."""

from pathlib import Path

import numpy as np
from scipy.signal import lfilter

from stretchcoach.ears.encoder import WINDOW
from training.corpus import RATE, Sound, load, rows

Rng = np.random.Generator


class Noises:
    """Household noise, music and babble, two thirds of each file to train on, the last third kept for reporting."""

    def __init__(self, speech: Path, keep: tuple[float, float] = (0.0, 0.66)) -> None:
        self.files: dict[str, Sound] = {}
        self.kinds: dict[str, str] = {}
        for row in rows(speech / "noise" / "noise.tsv"):
            sound = load(speech / "noise" / row["file"])
            self.kinds[row["file"]] = row["kind"]
            self.files[row["file"]] = sound[int(len(sound) * keep[0]) : int(len(sound) * keep[1])]
        self.names = sorted(self.files)

    def cut(self, rng: Rng, length: int = WINDOW, babble: bool = True) -> Sound:
        """A stretch of noise of unit power."""
        if rng.random() < 0.25:
            return coloured(rng, length)
        names = self.names if babble else [name for name in self.names if "babble" not in name]
        sound = self.files[names[rng.integers(len(names))]]
        at = rng.integers(len(sound) - length)
        piece = sound[at : at + length]
        return np.asarray(piece / (np.sqrt(np.mean(piece**2)) + 1e-9), dtype=np.float32)


def coloured(rng: Rng, length: int) -> Sound:
    """Hiss or rumble of unit power, with a slope of 0 to -12 dB an octave and perhaps some hum."""
    white = rng.standard_normal(length)
    pole = rng.choice([0.0, 0.5, 0.9, 0.97])
    noise = lfilter([1.0], [1.0, -pole], white)
    noise /= np.sqrt(np.mean(noise**2))
    if rng.random() < 0.3:
        hum = np.sin(2 * np.pi * rng.choice([50, 60, 100, 120]) * np.arange(length) / RATE + rng.random())
        noise = noise + hum * rng.uniform(0.2, 2)
        noise /= np.sqrt(np.mean(noise**2))
    return np.asarray(noise, dtype=np.float32)


def power(sound: Sound) -> float:
    """Root mean square of the louder half of the blocks: the level of the word, not of the pauses."""
    blocks = sound[: len(sound) // 160 * 160].reshape(-1, 160)
    each = np.sort(np.mean(blocks**2, axis=1)) if len(blocks) else np.array([1e-9])
    return float(np.sqrt(each[len(each) // 2 :].mean() + 1e-12))
