"""All windows of a folder, and how often each is drawn."""

from pathlib import Path

import numpy as np
import torch

from stretchcoach.ears.encoder import VECTOR
from training.corpus import FRAMES
from training.folds import fold_of


class Windows:
    """All windows of a folder, memory-mapped."""

    def __init__(self, folder: Path, phrases: list[str], only: list[str], kind: str = "f16") -> None:
        """``kind``: what of each window ``batch`` gives, as its file's name ends."""
        index = {phrase: number for number, phrase in enumerate(phrases)}
        none = len(phrases)
        self.maps, labels, weights, voices, people, parts = [], [], [], [], [], []
        for table in sorted(folder.glob("*.npz")):
            if only and table.stem not in only:
                continue
            facts = np.load(table)
            vectors = np.memmap(table.with_suffix(f".{kind}"), dtype=np.float16, mode="r").reshape(-1, FRAMES, VECTOR)
            assert len(vectors) == len(facts["text"])
            label = np.array([index.get(text, none) for text in facts["text"]])
            how, human = facts["how"], facts["human"]
            known = label != none
            label[~np.isin(how, ("whole", "echo"))] = none
            weight = np.where(human, 2.0, 1.0) * np.where(how == "sentence", 2.0, 1.0)
            weight = np.where(known & (label == none) & (how == "part"), 0.7, weight)
            weight = np.where(np.isin(how, ("echo", "residue")), 2 * weight, weight)
            self.maps.append(vectors)
            parts += [table.stem] * len(vectors)
            labels.append(label)
            weights.append(weight)
            voices += [str(voice) for voice in facts["voice"]]
            people += [bool(one) for one in human]
        self.label = np.concatenate(labels)
        self.weight = np.concatenate(weights)
        self.voices, self.parts = np.array(voices), np.array(parts)
        self.people = sorted({voice for voice, human in zip(voices, people, strict=True) if human and voice})
        self.starts = np.cumsum([0] + [len(one) for one in self.maps])
        self.classes = none + 1

    def left_out(self, fold: int) -> list[str]:
        """The people whom the head of a fold was not told of."""
        return [person for person in self.people if fold_of(person) == fold]

    def batch(self, numbers: np.ndarray) -> torch.Tensor:
        """Vectors of the windows with these numbers."""
        out = np.empty((len(numbers), FRAMES, VECTOR), dtype=np.float32)
        which = np.searchsorted(self.starts, numbers, side="right") - 1
        for part in np.unique(which):
            mine = which == part
            out[mine] = self.maps[part][numbers[mine] - self.starts[part]]
        return torch.from_numpy(out)


def balance(windows: Windows, train: np.ndarray) -> np.ndarray:
    """How often each window is drawn: rare phrases more often, other words about half of all."""
    counts = np.bincount(windows.label[train], windows.weight[train], minlength=windows.classes)
    share = np.maximum(counts, 1) ** 0.5
    share[-1] = share[:-1].sum() * 0.9
    draw = np.where(train, windows.weight * (share / np.maximum(counts, 1))[windows.label], 0.0)
    return np.asarray(draw / draw.sum())
