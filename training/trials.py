"""People's words by condition, over talk and noise that nothing was trained on, and how heads fare by them.

``python -m training.trials OUT --speech FOLDER [--which 0 1]``: windows of the people of these folds, written as
``lower.py`` writes them; ``upper.py --trials OUT`` reports them for the head that left those people out.
"""

import argparse
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from bench.hard import conditions
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.spotter import LABELS
from training.corpus import RATE, Clip, Sound, load, recorded, talk, word
from training.drawn import Windows
from training.folds import FOLDS, RUNNING, fold_of
from training.lower import write
from training.maker import Window
from training.noises import Noises, Rng, power
from training.train import SURE

NAMES = {
    "tv20": "a television, 20 dB",
    "tv10": "a television, 10 dB",
    "eight": "eight talkers, 10 dB",
    "far": "far away, echo of 0.5 s",
}
"""What the conditions of ``bench/hard.py`` are called here; ``clean`` and ``household`` (10 dB) are made here."""
TIMES = {"clean": 1, "tv20": 2, "tv10": 2, "eight": 2, "household": 1, "far": 1}
"""How often each recording is in each."""
FALSE = 0.05
"""Part of other words that may be taken for ours where heads are compared."""
See = Callable[[np.ndarray], torch.Tensor]
"""From the numbers of windows to how likely each phrase is in each."""


class Trials:
    """Makes them."""

    def __init__(self, speech: Path) -> None:
        kept = {clip.voice: load(clip.path) for clip in talk(speech, kept=True) if clip.voice in RUNNING}
        self.talk = [kept[name] for name in RUNNING]
        self.noises = Noises(speech, keep=(0.66, 1.0))
        self.household = [name for name in self.noises.names if self.noises.kinds[name] == "household"]

    def over(self, name: str, sound: Sound, rng: Rng) -> Sound:
        """A word under a condition, with a second around it."""
        around = np.pad(sound, RATE)
        if name == "clean":
            return around
        if name == "household":
            noise = self.noises.files[self.household[rng.integers(len(self.household))]]
            at = int(rng.integers(max(1, len(noise) - len(around))))
            cut = np.resize(noise[at : at + len(around)], len(around))
            return around + cut / np.sqrt(np.mean(cut**2) + 1e-12) * power(sound) * 10**-0.5
        changed = conditions(self.talk, rng)[NAMES[name]](sound, power(sound))
        if name == "far":
            hiss = rng.standard_normal(RATE) * 4e-4
            changed = np.concatenate([hiss, changed, hiss])
        return changed

    def windows(self, name: str, clips: list[Clip]) -> Iterator[Window]:
        """All clips under a condition, looked at a moment after their end."""
        for clip in clips:
            sound = load(clip.path)
            if len(sound) < 2000 or np.abs(sound).max() < 1e-3:
                continue
            for turn in range(TIMES[name]):
                rng = np.random.default_rng(zlib.crc32(f"lab{name}{turn}{clip.path.name}".encode()))
                heard = self.over(name, sound, rng)
                now = RATE + word(sound)[1] + int(rng.uniform(0.08, 0.35) * RATE)
                window = np.pad(heard, (WINDOW, RATE))[now : now + WINDOW].astype(np.float32)
                yield Window(window, clip.text, "whole", clip.voice, True)

    def talking(self, count: int = 3000) -> Iterator[Window]:
        """Talk alone."""
        rng = np.random.default_rng(5)
        for number in range(count):
            one = self.talk[number % len(self.talk)]
            at = int(rng.integers(len(one) - WINDOW))
            yield Window(one[at : at + WINDOW], "", "talk", "", True)


def report(folder: Path, fold: int, phrases: list[str], see: Callable[[str], See], what: str) -> None:
    """Print how a fold's people are understood; ``see``: for a condition, how its windows look to the head.

    *Likeliest*: the likeliest of our words is the right one.  *At 5 % false*: it is, and is likelier than all but one
    in twenty of the same people's other words under the same condition.
    """
    labels = sorted({LABELS[phrase] for phrase in phrases})
    gather = np.array([[LABELS[phrase] == label for label in labels] for phrase in phrases], dtype=np.float32)
    for name in [*TIMES, "talk"]:
        facts = Windows(folder, phrases, [name])
        mine = np.flatnonzero([name == "talk" or fold_of(voice) == fold for voice in facts.voices])
        look = see(name)
        with torch.no_grad():
            chances = np.concatenate([look(mine[at : at + 128]).numpy() for at in range(0, len(mine), 128)])
        chances = chances[:, :-1] @ gather
        best, sure = chances.argmax(1), chances.max(1)
        said = np.append(gather, np.zeros((1, len(labels)), np.float32), axis=0)[facts.label[mine]]
        ours, right = said.any(1), said[np.arange(len(mine)), best] > 0
        false = f"false {(sure >= SURE)[~ours].mean():.3f} of {(~ours).sum()}"
        if not ours.any():
            print(f"  {what} {name:10} {false}", flush=True)
            continue
        least = np.quantile(sure[~ours], 1 - FALSE)
        sharp, wrong = (right & (sure > least))[ours].mean(), (~right & (sure >= SURE))[ours].mean()
        told = f"n {ours.sum()} likeliest {right[ours].mean():.3f} at 5 % false {sharp:.3f} wrong {wrong:.3f}"
        print(f"  {what} {name:10} {told} {false}", flush=True)


def main() -> None:
    """Write all conditions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--which", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--most", type=int, help="so many windows of each at most")
    told = parser.parse_args()
    torch.set_num_threads(1)
    trials = Trials(told.speech)
    clips = [clip for clip in recorded(told.speech) if fold_of(clip.voice) in told.which]
    for name in TIMES:
        print(name, write(told.out, name, islice(trials.windows(name, clips), told.most), False), flush=True)
    print("talk", write(told.out, "talk", islice(trials.talking(), told.most), False))


if __name__ == "__main__":
    main()
