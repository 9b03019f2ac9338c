"""Train the upper layers that the decoder stands on: over talk and noise they are to tell what they told without.

``python -m training.reader OUT FOLDER ...``: the folders are by ``utterances.py`` and ``lower.py``; of the windows of
the latter those of the people who are to judge are left out.  Writes ``OUT/reader.pt``.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from stretchcoach.ears.encoder import VECTOR
from training.corpus import FRAMES
from training.folds import fold_of
from training.moonshine import Upper, frames
from training.noises import Rng
from training.train import blanked
from training.utterances import LEFT_OUT

AT_ONCE = 128 * FRAMES
"""Vectors in a step."""
RATE = 3e-4
EVERY = 50
"""Steps between two lines that tell how it goes."""


class Pile:
    """Examples of one length."""

    def __init__(self, path: Path) -> None:
        length = path.stem.rpartition("-")[2]
        self.frames = frames(int(length)) if length.isdigit() else FRAMES
        self._low, self._aim = (
            np.memmap(path.with_suffix(kind), dtype=np.float16, mode="r").reshape(-1, self.frames, VECTOR)
            for kind in (".low", ".aim")
        )
        self.usable = np.arange(min(len(self._low), len(self._aim)))
        table = path.with_suffix(".npz")
        if table.exists():
            left = np.array([bool(voice) and fold_of(voice) in LEFT_OUT for voice in np.load(table)["voice"]])
            self.usable = np.flatnonzero(~left)

    def batch(self, rng: Rng) -> tuple[torch.Tensor, torch.Tensor]:
        """Some of them: what is given, and where it is to come out."""
        numbers = np.sort(rng.choice(self.usable, AT_ONCE // self.frames))
        low, aim = (torch.from_numpy(some[numbers].astype(np.float32)) for some in (self._low, self._aim))
        return low, aim


def fit(piles: list[Pile], steps: int, rng: Rng) -> Upper:
    """From the layers as they came."""
    upper = Upper().train()
    best = torch.optim.AdamW(upper.parameters(), lr=RATE, weight_decay=1e-2)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=RATE, total_steps=steps, pct_start=0.1)
    share = np.array([len(pile.usable) * pile.frames for pile in piles], dtype=float)
    began, total = time.monotonic(), 0.0
    for step in range(1, steps + 1):
        given, aim = piles[rng.choice(len(piles), p=share / share.sum())].batch(rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = upper(blanked(given, 0.2, 6, rng)).float()
        loss = (found - aim).pow(2).mean() / aim.pow(2).mean()
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(upper.parameters(), 2.0)
        best.step()
        plan.step()
        total += float(loss.detach())
        if step % EVERY == 0:
            print(f"step {step}/{steps} loss {total / EVERY:.4f} {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
    return upper.eval()


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--steps", type=int, default=2000)
    told = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    piles = [Pile(path) for folder in told.folders for path in sorted(folder.glob("*.low"))]
    piles = [pile for pile in piles if len(pile.usable)]
    print(sum(len(pile.usable) for pile in piles), "examples")
    told.out.mkdir(parents=True, exist_ok=True)
    torch.save(fit(piles, told.steps, np.random.default_rng(0)).state_dict(), told.out / "reader.pt")


if __name__ == "__main__":
    main()
