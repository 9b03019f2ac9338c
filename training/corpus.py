"""The recordings to train on: who said what, and where in the file the word lies.

A recipe line is ``file, text, voice, kind``: ``text`` is what was said, ``kind`` one of ``word`` (a phrase of the
vocabulary), ``other`` (any other word) and ``sentence``.  README.md lists the sources and their licences.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from training.folds import held_out

RATE = 16000
FRAMES = 52
"""Vectors that the encoder makes of a window."""
Sound = NDArray[np.float32]


class Clip(NamedTuple):
    """One recording."""

    path: Path
    text: str
    """What was said; empty where it is not known, or a sentence."""
    voice: str
    human: bool
    kind: str


def load(path: Path) -> Sound:
    """16 kHz mono, -1 to 1."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = sound.mean(axis=1)
    if rate != RATE:
        mono = resample_poly(mono, RATE, rate)
    return np.asarray(mono, dtype=np.float32)


def rows(table: Path) -> Iterator[dict[str, str]]:
    """The lines of a table with a header."""
    with table.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def recorded(folder: Path) -> Iterator[Clip]:
    """The human clips of a folder laid out as ``commands/human.tsv`` and ``more/human.tsv``."""
    for part in ("commands", "more"):
        for row in rows(folder / part / "human.tsv"):
            path = folder / part / row["file"]
            text = row.get("word") or (row["label"] if row["label"] != "_oov_" else path.name.split("__")[1])
            text = text.split("gsc-")[0]
            yield Clip(path, text, row["speaker"], True, "word")


def talk(folder: Path, kept: bool = False) -> Iterator[Clip]:
    """Speech that is not for us, to learn from; ``kept``: that which no head is ever told of."""
    for part in ("other", "other2"):
        table = folder / part / "other.tsv"
        for row in rows(table) if table.exists() else ():
            if held_out(row["file"]) == kept:
                yield Clip(folder / part / row["file"], "", row["file"], True, "sentence")


def made(folder: Path) -> Iterator[Clip]:
    """What ``voices.py`` and ``kokoro.py`` made: one table for each engine."""
    for table in sorted(folder.glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or line.count("\t") < 3:
                continue
            path, text, voice, kind = line.split("\t")[:4]
            if path == "path":
                continue
            place = Path(path) if Path(path).is_absolute() else folder / path
            yield Clip(place, text, voice, "human" in table.name or voice.startswith("human"), kind)


def word(sound: Sound) -> tuple[int, int]:
    """Samples where the word begins and ends: what is within 26 dB of its loudest and above the clip's own floor."""
    tilted = np.diff(sound, prepend=np.float32(0)) * 0.6 + sound * 0.4
    blocks = tilted[: len(tilted) // 160 * 160].reshape(-1, 160)
    levels = 10 * np.log10(np.mean(blocks * blocks, axis=1) + 1e-10)
    levels = np.convolve(levels, np.ones(3) / 3, "same")
    edge = max(levels.max() - 26, np.percentile(levels, 8) + 0.3 * (levels.max() - np.percentile(levels, 8)))
    loud = np.flatnonzero(levels > edge)
    best = int(np.argmax(levels))
    first = last = best
    for at in loud[loud < best][::-1]:
        if first - at > 20:
            break
        first = int(at)
    for at in loud[loud > best]:
        if at - last > 20:
            break
        last = int(at)
    return max(0, first - 1) * 160, min(len(sound), (last + 2) * 160)
