"""Train the heads on the windows, report each on voices it never heard, and write the weights that are shipped.

``python -m training.train WINDOWS OUT [--draws 450000]``: every head leaves out one fifth of the voices; ``judge.py``
reads ``OUT/fold<N>.npz`` and measures each recording with heads that do not know its voice.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import nn

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Command
from stretchcoach.core.phrases import SIGNS
from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.encoder import VECTOR
from training.corpus import FRAMES
from training.drawn import Windows, balance
from training.folds import FOLDS, fold_of
from training.noises import Rng
from training.weights import read, write

WIDTH, GAZES, TAPS = 128, 4, 7
UNTRAINED = {phrase for phrase, _ in SIGNS.values()} | set(TABLE[Command.UNWELL].phrases)
"""Signs are told in sentences, which the decoder understands: a head would take talk for them."""
SURE = 0.35
"""Probability from which on a word counts in what is printed."""
NEW = -3.0
"""How unlikely a phrase is at first that earlier heads did not know."""


def learnt() -> list[str]:
    """All phrases that the heads tell apart."""
    return [phrase for phrase in dict.fromkeys(word.phrase for word in WORDS) if phrase not in UNTRAINED]


class Net(nn.Module):
    """``stretchcoach.ears.head.Head`` with gradients."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.enter = nn.Linear(VECTOR, WIDTH)
        self.place = nn.Parameter(torch.randn(FRAMES, WIDTH) * 0.05)
        self.first = nn.Conv1d(WIDTH, WIDTH, TAPS, padding=TAPS // 2, groups=WIDTH)
        self.first_mix = nn.Linear(WIDTH, WIDTH)
        self.second = nn.Conv1d(WIDTH, WIDTH, TAPS, padding=TAPS // 2, groups=WIDTH)
        self.second_mix = nn.Linear(WIDTH, WIDTH)
        self.gaze = nn.Linear(WIDTH, GAZES, bias=False)
        self.leave = nn.Linear(WIDTH * (GAZES + 1), classes)
        self.drop = nn.Dropout(0.3)

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        rows = torch.relu(self.enter(vectors) + self.place)
        if self.training:
            rows = self.drop(rows)
        for layer, mix in ((self.first, self.first_mix), (self.second, self.second_mix)):
            rows = rows + torch.relu(mix(over_time(layer, rows)))
        gaze = torch.softmax(self.gaze(rows), dim=1)
        pooled = torch.einsum("btg,btw->bgw", gaze, rows).flatten(1)
        return self.leave(self.drop(torch.cat([pooled, rows.amax(dim=1)], dim=1)))

    def weights(self) -> dict[str, np.ndarray]:
        """As ``Head`` wants them, in half precision."""
        found = {
            "enter": self.enter.weight.T,
            "enter_bias": self.enter.bias,
            "place": self.place,
            "gaze": self.gaze.weight.T,
            "leave": self.leave.weight.T,
            "leave_bias": self.leave.bias,
        }
        for name in ("first", "second"):
            layer, mix = getattr(self, name), getattr(self, name + "_mix")
            found[name] = layer.weight[:, 0, :].T
            found[name + "_mix"] = mix.weight.T
            found[name + "_bias"] = mix.bias + mix.weight @ layer.bias
        return {name: value.detach().numpy().astype(np.float16) for name, value in found.items()}


def over_time(layer: nn.Conv1d, rows: torch.Tensor) -> torch.Tensor:
    """The layer over rows of (batch, time, channel); in two dimensions it takes a third of the time."""
    flat = rows.transpose(1, 2)[:, :, None, :].contiguous(memory_format=torch.channels_last)
    out = nn.functional.conv2d(flat, layer.weight[:, :, None, :], layer.bias, padding=(0, TAPS // 2), groups=WIDTH)
    return out[:, :, 0].transpose(1, 2)


def again(net: Net, path: Path, fold: int, phrases: list[str]) -> None:
    """Go on from the same fold's head of those that were shipped; phrases that it did not know begin at nothing."""
    shipped, before = read(path)
    raw = {name: torch.from_numpy(value.astype(np.float32)) for name, value in shipped[fold].items()}
    leave, bias = torch.zeros(len(phrases), raw["leave"].shape[0]), torch.full((len(phrases),), NEW)
    for number, phrase in enumerate(phrases):
        if phrase in before:
            leave[number], bias[number] = raw["leave"][:, before.index(phrase)], raw["leave_bias"][before.index(phrase)]
    state = {
        "enter.weight": raw["enter"].T,
        "enter.bias": raw["enter_bias"],
        "place": raw["place"],
        "gaze.weight": raw["gaze"].T,
        "leave.weight": leave,
        "leave.bias": bias,
    }
    for name in ("first", "second"):
        state[f"{name}.weight"] = raw[name].T[:, None, :]
        state[f"{name}.bias"] = torch.zeros(WIDTH)
        state[f"{name}_mix.weight"] = raw[name + "_mix"].T
        state[f"{name}_mix.bias"] = raw[name + "_bias"]
    net.load_state_dict(state)


def blanked(rows: torch.Tensor, chance: float, most: int, rng: Rng) -> torch.Tensor:
    """Now and then two to ``most`` moments of all rows are taken away."""
    if rng.random() < chance:
        at, long = rng.integers(FRAMES - 8), int(rng.integers(2, most))
        rows = rows.clone()
        rows[:, at : at + long] = 0
    return rows


def loss_of(net: Net, vectors: torch.Tensor, label: torch.Tensor, rng: Rng) -> torch.Tensor:
    """How wrong the head is about vectors of which two each are mixed and moments are missing."""
    vectors = blanked(vectors, 0.5, 8, rng)
    shuffled = torch.randperm(len(label))
    mix = float(rng.beta(0.3, 0.3))
    mixed = net(vectors * mix + vectors[shuffled] * (1 - mix))
    loss = mix * nn.functional.cross_entropy(mixed, label, label_smoothing=0.03)
    return loss + (1 - mix) * nn.functional.cross_entropy(mixed, label[shuffled], label_smoothing=0.03)


def fit(windows: Windows, out: int, draws: int, phrases: list[str], begin: Path | None, keep: float) -> Net:
    """One head that never saw the voices of fold ``out``."""
    torch.manual_seed(out)
    rng = np.random.default_rng(out)
    left = np.array([fold_of(voice) for voice in windows.voices])
    train = (left != out) | (windows.voices == "")
    chance = balance(windows, train)
    net = Net(windows.classes)
    if begin:
        again(net, begin, out, [*phrases, ""])
        report(net.eval(), windows, out, "before")
    first = {name: value.clone() for name, value in net.state_dict().items()}
    size = 256
    steps = draws // size
    best = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=2e-2)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=1e-3 if begin else 3e-3, total_steps=steps, pct_start=0.1)
    order = rng.choice(len(chance), size=steps * size, p=chance)
    net.train()
    total = 0.0
    for step in range(steps):
        numbers = np.sort(order[step * size : (step + 1) * size])
        loss = loss_of(net, windows.batch(numbers), torch.from_numpy(windows.label[numbers]), rng)
        best.zero_grad()
        loss.backward()
        best.step()
        plan.step()
        total += float(loss.detach())
        if (step + 1) % 200 == 0:
            print(f"fold {out} step {step + 1}/{steps} loss {total / 200:.3f}", flush=True)
            total = 0.0
    last = {name: value.clone() for name, value in net.eval().state_dict().items()}
    for share in sorted({0.0, 0.25, 0.5, keep}, key=lambda one: one == keep) if begin else ():
        net.load_state_dict(between(first, last, share))
        report(net, windows, out, f"kept {share}")
    if not begin:
        report(net, windows, out, "after")
    return net


def between(before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], keep: float) -> dict[str, torch.Tensor]:
    """Weights between those that it went on from and those that came of it, but for phrases that are new."""
    found = {name: keep * before[name] + (1 - keep) * value for name, value in after.items()}
    new = before["leave.weight"].abs().sum(dim=1) == 0
    for name in ("leave.weight", "leave.bias"):
        found[name][new] = after[name][new]
    return found


def report(net: Net, windows: Windows, out: int, what: str) -> None:
    """How often the fold that was left out is understood, and taken for something where there is nothing."""
    left = np.flatnonzero([fold_of(voice) == out and voice != "" for voice in windows.voices])
    told = []
    with torch.no_grad():
        for begin in range(0, len(left), 256):
            chances = torch.softmax(net(windows.batch(left[begin : begin + 256])), dim=1).numpy()
            chances[:, -1] = 0
            told.append((chances.argmax(axis=1), chances.max(axis=1)))
    best, sure = (np.concatenate(part) for part in zip(*told, strict=True))
    label, of, last = windows.label[left], windows.parts[left], windows.classes - 1
    for part in np.unique(of):
        words, rest = (of == part) & (label != last), (of == part) & (label == last)
        right = ((best == label) & (sure >= SURE))[words].mean() if words.any() else 0
        wrong = ((best != label) & (sure >= SURE))[words].mean() if words.any() else 0
        false = (sure >= SURE)[rest].mean() if rest.any() else 0
        print(f"  {what} {part}: {words.sum()} right {right:.3f} wrong {wrong:.3f}, {rest.sum()} false {false:.4f}")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--which", type=int, nargs="*")
    parser.add_argument("--draws", type=int, default=400_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--parts", nargs="*", default=[])
    parser.add_argument("--begin", type=Path, help="shipped heads (heads.npz) to go on from, each with the same fold")
    parser.add_argument("--keep", type=float, default=0.0, help="part of those that is kept in the end")
    told = parser.parse_args()
    torch.set_num_threads(told.threads)
    phrases = learnt()
    windows = Windows(told.windows, phrases, told.parts)
    print(len(windows.label), "windows", windows.classes, "classes")
    told.out.mkdir(parents=True, exist_ok=True)
    for fold in told.which if told.which is not None else range(FOLDS):
        net = fit(windows, fold, told.draws, phrases, told.begin, told.keep)
        write(told.out, fold, net.weights(), {"phrases": [*phrases, ""], "left out": windows.left_out(fold)})


if __name__ == "__main__":
    main()
