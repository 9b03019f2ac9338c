"""What the layers below the decoder learn from: what they are given, where it is to come out, what is to be written.

``python -m training.piles FOLDER ...`` keeps what the decoder writes of the undisturbed sounds in each folder by
``utterances.py`` beside them (``.npz``: tokens, their score, and whether they came to an end).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from stretchcoach.ears.beam import END
from stretchcoach.ears.encoder import VECTOR
from stretchcoach.ears.pieces import Pieces
from training.corpus import FRAMES
from training.folds import fold_of
from training.moonshine import frames
from training.moonshine_decoder import Writer, tokens_of, written
from training.noises import Rng
from training.utterances import LEFT_OUT

AT_ONCE = 128
UNSURE = -8.0
"""What was written of the undisturbed sound with a lower score is no example."""


class Batch(NamedTuple):
    """Some of a pile."""

    low: torch.Tensor
    """What layer 3 is given."""
    aim: torch.Tensor
    """Where the last layer comes out without the talk and the noise."""
    tokens: torch.Tensor
    """What is to be written."""


class Pile:
    """Examples of one length: utterances, with what is written of them, or the windows of people who do not judge."""

    def __init__(self, path: Path) -> None:
        self.path = path
        length = path.stem.rpartition("-")[2]
        self.frames = frames(int(length)) if length.isdigit() else FRAMES
        self._low, self._aim = (
            np.memmap(path.with_suffix(kind), dtype=np.float16, mode="r").reshape(-1, self.frames, VECTOR)
            for kind in (".low", ".aim")
        )
        table = path.with_suffix(".npz")
        self.table = dict(np.load(table)) if table.exists() else None

    def aims(self, most: int) -> Iterator[torch.Tensor]:
        """All undisturbed vectors, so many at once."""
        for begin in range(0, len(self._aim), most):
            yield torch.from_numpy(self._aim[begin : begin + most].astype(np.float32))


class Examples(Pile):
    """A pile of which it is known what is to be written; ``usable``: the numbers of those that count."""

    def __init__(self, path: Path, pieces: Pieces) -> None:
        super().__init__(path)
        assert self.table is not None, f"{path}: python -m training.piles {path.parent}"
        self.windows = "text" in self.table
        chance = None
        if self.windows:
            texts = self.table["text"]
            left = np.array([bool(voice) and fold_of(voice) in LEFT_OUT for voice in self.table["voice"]])
            self.usable = np.flatnonzero(~left & (texts != "") & (self.table["how"] == "whole"))
            self._tokens = tokens_of(texts, pieces)
            _, place, times = np.unique(texts[self.usable], return_inverse=True, return_counts=True)
            chance = times[place] ** -0.5
        else:
            self._tokens = self.table["tokens"]
            sure = self.table["ended"] & (self.table["sure"] > UNSURE)
            self.usable = np.flatnonzero(sure & (self._tokens[:, 0] != END))
        self._chance = None if chance is None else chance / chance.sum()

    def batch(self, rng: Rng, vectors: int) -> Batch:
        """Examples of so many vectors; of windows a word that is there often is drawn less often than it is there."""
        most = max(8, vectors // self.frames)
        numbers = np.sort(rng.choice(self.usable, most, p=self._chance, replace=self.windows))
        low, aim = (torch.from_numpy(some[numbers].astype(np.float32)) for some in (self._low, self._aim))
        tokens = self._tokens[numbers]
        long = int((tokens != END).sum(1).max()) + 1
        return Batch(low, aim, torch.from_numpy(tokens[:, :long].astype(np.int64)))


def main() -> None:
    """Write what is written of each pile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    told = parser.parse_args()
    torch.set_num_threads(1)
    writer = Writer().eval()
    for pile in (Pile(path) for folder in told.folders for path in sorted(folder.glob("*.low"))):
        if pile.table is None:
            parts = [written(writer, aim) for aim in pile.aims(AT_ONCE)]
            tokens, sure, ended = (np.concatenate(some) for some in zip(*parts, strict=True))
            np.savez(pile.path.with_suffix(".npz"), tokens=tokens, sure=sure, ended=ended)
            print(pile.path.stem, f"{ended.mean():.2f} ended", flush=True)


if __name__ == "__main__":
    main()
