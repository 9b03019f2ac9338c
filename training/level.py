"""Stop is to be heard as surely as before: ``python -m training.level HEADS BEFORE.npz WINDOWS``, after ``train.py``.

Other words that are learnt take some of its likelihood.  In each head its bias is raised by as much as the voices that
the head was not told of say it less surely than to the head that it went on from; it is never lowered.
"""

import argparse
from pathlib import Path

import numpy as np

from stretchcoach.core.vocabulary import STOP
from stretchcoach.ears.head import Array, Head
from training.drawn import Windows
from training.folds import fold_of
from training.weights import about_of, read


def margins(head: Head, vectors: Array, at: int) -> Array:
    """By how much phrase ``at`` is likelier than all others, as logarithms."""
    scores = np.array([head.scores(head.features(each)) for each in vectors])
    others = np.delete(scores, at, axis=1)
    top = others.max(axis=1, keepdims=True)
    return np.asarray(scores[:, at] - top[:, 0] - np.log(np.exp(others - top).sum(axis=1)))


def main() -> None:
    """Write the heads anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("heads", type=Path)
    parser.add_argument("before", type=Path)
    parser.add_argument("windows", type=Path)
    told = parser.parse_args()
    shipped, known = read(told.before)
    for path in sorted(told.heads.glob("fold*.npz")):
        raw = np.load(path)
        about = about_of(raw)
        fold, phrases = about["fold"], about["phrases"]
        windows = Windows(told.windows, phrases[:-1], [])
        at = phrases.index(STOP)
        left = [n for n in np.flatnonzero(windows.label == at) if fold_of(windows.voices[n]) == fold]
        vectors = windows.batch(np.array(left)).numpy()
        weights = {name: raw[name] for name in raw.files if name != "about"}
        first = Head(shipped[fold])
        lost = float(np.median(margins(first, vectors, known.index(STOP)) - margins(Head(weights), vectors, at)))
        weights["leave_bias"] = weights["leave_bias"].copy()
        weights["leave_bias"][at] += np.float16(max(0.0, lost))
        print(f"fold {fold}: {len(left)} windows, {lost:+.2f}")
        np.savez(path, about=raw["about"], **weights)


if __name__ == "__main__":
    main()
