"""Utterances for the layers that the decoder stands on: what is given to them, and where they are to come out.

``python -m training.utterances OUT --speech FOLDER --made FOLDER ... --count N --seed S --name NAME`` takes words,
sayings and pieces of talk, lays other talk or noise over them, or puts them at the far end of a room, and writes for
each of ``LENGTHS`` ``OUT/NAME-<samples>.low`` (what layer 3 of the frozen encoder is given) and ``.aim`` (the frozen
encoder's vectors of the same sound without all that).  The people of the folds ``LEFT_OUT`` are not in it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from training.corpus import RATE, Clip, Sound, load, made, recorded, talk, word
from training.folds import fold_of, held_out
from training.lower import Frozen
from training.maker import speed, tint
from training.noises import Noises, Rng, coloured, power
from training.rooms import convolve, response, room

LEFT_OUT = frozenset({0, 1})
"""Folds of people who are to judge."""
LENGTHS = tuple(round(seconds * RATE) for seconds in (1.28, 1.92, 2.56, 3.2))
"""Samples of an utterance with what is before and after it."""
BATCH = 32
LEAD, TAIL = (0.05, 0.45), (0.05, 0.40)
"""Seconds before and after what is said, at least and mostly."""
LONGEST = LENGTHS[-1] - round((LEAD[0] + TAIL[0]) * RATE)


class Utterance(NamedTuple):
    """One example."""

    heard: Sound
    clean: Sound


class Sayers:
    """Everybody who may be learnt from."""

    def __init__(self, speech: Path, folders: list[Path], rng: Rng) -> None:
        clips = [clip for folder in folders for clip in made(folder) if not held_out(clip.voice)]
        people = [clip for clip in recorded(speech) if fold_of(clip.voice) not in LEFT_OUT]
        self.speech = [load(clip.path) for clip in talk(speech)]
        sentences = [clip for clip in clips if clip.kind == "sentence"]
        phrases = [clip for clip in clips if clip.kind != "sentence" and " " in clip.text]
        words = [clip for clip in clips if clip.kind != "sentence" and " " not in clip.text]
        self.kinds: tuple[tuple[float, list[Clip]], ...] = (
            (0.30, people),
            (0.15, words),
            (0.20, phrases),
            (0.15, sentences),
        )
        others = [*self.speech, *(load(clip.path) for clip in sentences[::2])]
        self.talk = np.concatenate([each * np.float32(0.05 / power(each)) for each in others])
        self.rng = rng

    def one(self) -> Sound:
        """Somebody says something that is not too long."""
        rng = self.rng
        drawn = rng.random()
        for share, clips in self.kinds:
            if drawn < share:
                return self.cut(load(clips[rng.integers(len(clips))].path))
            drawn -= share
        running = self.speech[rng.integers(len(self.speech))]
        at = rng.integers(max(1, len(running) - LONGEST))
        return running[at : at + int(rng.uniform(0.7 * RATE, LONGEST))]

    def cut(self, sound: Sound) -> Sound:
        """Without the silence around it; of what is too long a part."""
        loud = np.flatnonzero(np.abs(sound) > np.abs(sound).max() * 0.03)
        if len(loud):
            begin, end = word(sound) if len(sound) < RATE else (int(loud[0]), int(loud[-1]))
            sound = sound[max(0, begin - 800) : end + 800]
        if len(sound) <= LONGEST:
            return sound
        at = self.rng.integers(len(sound) - LONGEST)
        return sound[at : at + int(self.rng.uniform(0.5, 1) * LONGEST)]

    def others(self, length: int) -> tuple[Sound, float]:
        """Talk in the background, and the least by which it is softer, in dB."""
        many = 8 if self.rng.random() < 0.25 else 1
        begins = self.rng.integers(len(self.talk) - length, size=many)
        return np.sum([self.talk[at : at + length] for at in begins], axis=0), 5 if many == 1 else 3


def placed(said: Sound, rng: Rng) -> Sound:
    """What is said, with silence before and after it, in one of the lengths."""
    least = len(said) + round((LEAD[0] + TAIL[0]) * RATE)
    fits = [length for length in LENGTHS if length >= least]
    out = np.zeros(fits[0] if rng.random() < 0.7 else fits[rng.integers(len(fits))], dtype=np.float32)
    spare = len(out) - len(said)
    tail = min(spare, int(rng.uniform(*TAIL) * RATE))
    begin = spare - tail if rng.random() < 0.7 else int(rng.uniform(0, spare))
    out[begin : begin + len(said)] = said
    return out


def utterance(sayers: Sayers, noises: Noises, rng: Rng) -> Utterance:
    """Said somewhere, over something."""
    said = sayers.one()
    said = speed(said, rng)[:LONGEST] if rng.random() < 0.6 else said[:LONGEST]
    clean = placed(tint(said, rng), rng)
    loud, heard, drawn = power(said), clean, rng.random()
    if drawn < 0.2:
        heard = convolve(clean, response(rng, rng.uniform(0.7, 1.5), rng.uniform(0.3, 0.9)))
    elif drawn < 0.4:
        heard = room(clean, rng)[: len(clean)]
    drawn = rng.random()
    if drawn < 0.6:
        others, least = sayers.others(len(heard))
        heard = heard + others * (loud / (power(others) + 1e-6) * 10 ** (-rng.uniform(least, 24) / 20))
    elif drawn < 0.85:
        heard = heard + noises.cut(rng, len(heard)) * (loud * 10 ** (-rng.uniform(3, 30) / 20))
    else:
        heard = heard + coloured(rng, len(heard)) * (loud * 10 ** (-rng.uniform(30, 50) / 20))
    return Utterance(np.asarray(heard, dtype=np.float32), clean)


def utterances(sayers: Sayers, noises: Noises, rng: Rng) -> Iterator[Utterance]:
    """Without end; none is silent."""
    while True:
        found = utterance(sayers, noises, rng)
        if np.isfinite(found.heard).all() and power(found.clean) > 1e-3:
            yield found


class Shelf:
    """Where utterances of one length are collected and written."""

    def __init__(self, out: Path, frozen: Frozen) -> None:
        self._files = out.with_suffix(".low").open("wb"), out.with_suffix(".aim").open("wb")
        self._frozen = frozen
        self._waiting: list[Utterance] = []

    def put(self, one: Utterance) -> None:
        """One more."""
        self._waiting.append(one)
        if len(self._waiting) == BATCH:
            below = self._frozen.below([each.heard for each in self._waiting])
            _, aim = self._frozen.vectors([each.clean for each in self._waiting])
            for file, some in zip(self._files, (below, aim), strict=True):
                file.write(some.tobytes())
            self._waiting = []


def main() -> None:
    """Write one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--made", type=Path, nargs="*", default=[])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="utterances")
    told = parser.parse_args()
    torch.set_num_threads(1)
    rng = np.random.default_rng(told.seed)
    told.out.mkdir(parents=True, exist_ok=True)
    frozen = Frozen()
    shelves = {length: Shelf(told.out / f"{told.name}-{length}", frozen) for length in LENGTHS}
    coming = utterances(Sayers(told.speech, told.made, rng), Noises(told.speech), rng)
    for number, one in zip(range(told.count), coming, strict=False):
        shelves[len(one.heard)].put(one)
        if (number + 1) % 1000 == 0:
            print(number + 1, flush=True)


if __name__ == "__main__":
    main()
