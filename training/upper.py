"""Train upper layers of its own for each head, together with it, from frozen ones and a head that stood on them.

``python -m training.upper WINDOWS OUT --begin HEADS [--which 0 1] [--trials TRIALS]``: ``WINDOWS`` is by ``lower.py``,
``HEADS`` a ``heads.npz`` or a folder of heads by ``train.py``.  Writes ``OUT/fold<N>.npz`` (the head) and
``OUT/fold<N>.pt`` (layers 3 to 5 and the last norm).  ``--frozen``: the head alone goes on, by the frozen encoder's
vectors of the same windows in the same order: what the windows alone are worth.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.drawn import Windows, balance
from training.folds import fold_of
from training.moonshine import Upper
from training.noises import Rng
from training.train import Net, again, blanked, learnt, loss_of
from training.trials import See, report
from training.weights import write

SIZE = 128
"""Windows at a time."""
NET_RATE, UPPER_RATE = 1e-3, 3e-4
"""How fast the head and the upper layers learn."""
EVERY = 100
"""Steps between two lines that tell how it goes."""


class Ear(nn.Module):
    """A head, and the layers below it that are its own; without them it stands on the frozen ones."""

    def __init__(self, classes: int, frozen: bool) -> None:
        super().__init__()
        self.upper = None if frozen else Upper()
        self.net = Net(classes)

    def vectors(self, given: torch.Tensor) -> torch.Tensor:
        """Of what the lower layers made of windows, or of the frozen encoder's vectors."""
        if self.upper is None:
            return given
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.upper(given).float()

    def groups(self) -> list[dict[str, object]]:
        """What learns, and how fast."""
        found: list[dict[str, object]] = [{"params": self.net.parameters(), "lr": NET_RATE, "weight_decay": 2e-2}]
        if self.upper is not None:
            found.append({"params": self.upper.parameters(), "lr": UPPER_RATE, "weight_decay": 1e-2})
        return found


class Material:
    """What the layers are given, and where they are to come out."""

    def __init__(self, folder: Path, phrases: list[str], frozen: bool) -> None:
        self.given = Windows(folder, phrases, [], "f16" if frozen else "low")
        self.aim = None if frozen else Windows(folder, phrases, [], "aim")

    def loss(self, ear: Ear, numbers: np.ndarray, rng: Rng) -> torch.Tensor:
        """How wrong the head is, and how far its vectors are from those of the clean sound."""
        label = torch.from_numpy(self.given.label[numbers])
        given = self.given.batch(numbers)
        if self.aim is None:
            return loss_of(ear.net, given, label, rng)
        vectors, aim = ear.vectors(blanked(given, 0.3, 6, rng)), self.aim.batch(numbers)
        return loss_of(ear.net, vectors, label, rng) + (vectors - aim).pow(2).mean() / aim.pow(2).mean()


def fit(material: Material, ear: Ear, fold: int, draws: int, look: Callable[[str], None]) -> None:
    """Train what never hears the voices of a fold."""
    rng = np.random.default_rng(fold)
    windows = material.given
    left = np.array([fold_of(voice) for voice in windows.voices])
    chance = balance(windows, (left != fold) | (windows.voices == ""))
    steps = draws // SIZE
    order = rng.choice(len(chance), size=(steps, SIZE), p=chance)
    best = torch.optim.AdamW(ear.groups())
    rates = [group["lr"] for group in best.param_groups]
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=rates, total_steps=steps, pct_start=0.1)
    began, total = time.monotonic(), 0.0
    look("before")
    ear.train()
    for step, numbers in enumerate(order, 1):
        loss = material.loss(ear, np.sort(numbers), rng)
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(ear.parameters(), 2.0)
        best.step()
        plan.step()
        total += float(loss.detach())
        if step % EVERY == 0:
            print(
                f"fold {fold} step {step}/{steps} loss {total / EVERY:.3f} {time.monotonic() - began:.0f} s", flush=True
            )
            total = 0.0
    ear.eval()
    look("after")


def looks(ear: Ear, trials: Path | None, fold: int, phrases: list[str]) -> Callable[[str], None]:
    """What prints how the people fare who were left out."""

    def see(name: str) -> See:
        assert trials is not None
        given = Windows(trials, phrases, [name], "f16" if ear.upper is None else "low")
        return lambda numbers: torch.softmax(ear.net(ear.vectors(given.batch(numbers))), 1)

    def look(what: str) -> None:
        if trials is not None:
            ear.eval()
            report(trials, fold, phrases, see, what)

    return look


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("windows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--begin", type=Path, required=True, help="heads on frozen vectors, the same folds")
    parser.add_argument("--which", type=int, nargs="*", default=[0, 1])
    parser.add_argument("--trials", type=Path)
    parser.add_argument("--draws", type=int, default=150_000)
    parser.add_argument("--frozen", action="store_true")
    told = parser.parse_args()
    torch.set_num_threads(1)
    phrases = learnt()
    told.out.mkdir(parents=True, exist_ok=True)
    material = Material(told.windows, phrases, told.frozen)
    print(len(material.given.label), "windows")
    for fold in told.which:
        torch.manual_seed(fold)
        ear = Ear(material.given.classes, told.frozen)
        again(ear.net, told.begin, fold, [*phrases, ""])
        fit(material, ear, fold, told.draws, looks(ear, told.trials, fold, phrases))
        about = {"phrases": [*phrases, ""], "left out": material.given.left_out(fold)}
        write(told.out, fold, ear.net.weights(), about)
        if ear.upper is not None:
            torch.save(ear.upper.state_dict(), told.out / f"fold{fold}.pt")


if __name__ == "__main__":
    main()
