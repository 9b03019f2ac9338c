"""Train the upper layers that the decoder stands on: over talk and noise it is to write what it wrote without.

``python -m training.reader OUT FOLDER ...``: the folders are by ``utterances.py`` (then ``piles.py``) and
``lower.py``; of the windows of the latter those of the people who are to judge are left out.  Writes ``OUT/reader.pt``.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from stretchcoach.ears.beam import BEGIN, END
from stretchcoach.ears.pieces import Pieces
from training.corpus import FRAMES
from training.moonshine import Upper
from training.moonshine_decoder import Writer
from training.noises import Rng
from training.piles import Batch, Examples
from training.train import blanked

AT_ONCE = 64 * FRAMES
"""Vectors in a step."""
RATE = 2e-4
NEAR = 4.0
"""How much the distance to where the undisturbed sound comes out counts beside what is written."""
WINDOWS = 0.4
"""Share of the steps with windows, whose words are known; the others have utterances."""
NOTHING = -100
"""A token that does not count: the end counts once."""
EVERY = 100
"""Steps between two lines that tell how it goes."""


def losses(upper: Upper, writer: Writer, batch: Batch, rng: Rng) -> tuple[torch.Tensor, torch.Tensor]:
    """How unlikely what is to be written is, for each token, and how far the vectors lie from the undisturbed ones."""
    begin = torch.full((len(batch.tokens), 1), BEGIN)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = upper(blanked(batch.low, 0.15, 5, rng))
        scores = writer(torch.cat((begin, batch.tokens[:, :-1]), 1), found)
    wanted = batch.tokens.masked_fill((batch.tokens == END).cumsum(1) > 1, NOTHING)
    written = functional.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=NOTHING)
    return written, (found.float() - batch.aim).pow(2).mean() / batch.aim.pow(2).mean()


def share(piles: list[Examples], power: float) -> np.ndarray:
    """How often each pile is drawn from, by how much is in it."""
    size = np.array([len(pile.usable) * pile.frames for pile in piles], dtype=float) ** power
    return np.asarray(size / size.sum())


def fit(upper: Upper, piles: list[Examples], steps: int, rng: Rng) -> Upper:
    """From the layers as they are."""
    writer, upper = Writer().eval(), upper.train()
    best = torch.optim.AdamW(upper.parameters(), lr=RATE, weight_decay=1e-2)
    plan = torch.optim.lr_scheduler.OneCycleLR(
        best, max_lr=RATE, total_steps=steps, pct_start=0.05, anneal_strategy="linear"
    )
    kinds = [[pile for pile in piles if pile.windows == windows] for windows in (False, True)]
    shares = [share(kinds[0], 1.0), share(kinds[1], 0.5)]
    began, told = time.monotonic(), np.zeros(2)
    for step in range(1, steps + 1):
        windows = int(rng.random() < WINDOWS)
        pile = kinds[windows][rng.choice(len(kinds[windows]), p=shares[windows])]
        written, near = losses(upper, writer, pile.batch(rng, AT_ONCE), rng)
        best.zero_grad()
        (written + NEAR * near).backward()
        nn.utils.clip_grad_norm_(upper.parameters(), 2.0)
        best.step()
        plan.step()
        told += [float(written.detach()), float(near.detach())]
        if step % EVERY == 0:
            print(f"step {step}/{steps} {told / EVERY} {time.monotonic() - began:.0f} s", flush=True)
            told[:] = 0.0
    return upper.eval()


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--begin", type=Path, help="weights from which to go on")
    parser.add_argument("--share", type=float, default=1.0, help="of the way from those, 0 to 1: what is written")
    told = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    pieces = Pieces()
    piles = [Examples(path, pieces) for folder in told.folders for path in sorted(folder.glob("*.low"))]
    piles = [pile for pile in piles if len(pile.usable)]
    print(sum(len(pile.usable) for pile in piles), "examples")
    upper = Upper()
    if told.begin:
        upper.load_state_dict(torch.load(told.begin))
    before = {name: value.clone() for name, value in upper.state_dict().items()}
    after = fit(upper, piles, told.steps, np.random.default_rng(0)).state_dict()
    told.out.mkdir(parents=True, exist_ok=True)
    torch.save({name: torch.lerp(before[name], after[name], told.share) for name in after}, told.out / "reader.pt")


if __name__ == "__main__":
    main()
