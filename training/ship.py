"""Join the heads of the folds into what the program loads: ``python -m training.ship HEADS FIGURES.json [...]``.

FIGURES.json is what ``judge.py --json`` wrote for the same heads; it is kept with the weights, and so are the names of
the voices and the talk that no head was told of, and of the people whom each head was not.  The layers below the heads
and, if they are there, those for the decoder go with them (``HEADS/words.ort`` and ``reader.ort``, by ``export.py``).
"""

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from training.folds import HELD_OUT, TALK_HELD_OUT
from training.weights import about_of, read, told

MODEL = Path(__file__).parent.parent / "stretchcoach" / "ears" / "model"


def main() -> None:
    """Write ``heads.npz``, ``figures.json`` and the layers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("heads", type=Path)
    parser.add_argument("figures", type=Path, nargs="*")
    parser.add_argument("--model", type=Path, default=MODEL, help="where to")
    asked = parser.parse_args()
    heads, phrases = read(asked.heads)
    folds = sorted(heads)
    figures = {
        "never heard": {"voices": [f"kokoro-{name}" for name in sorted(HELD_OUT)], "talk": sorted(TALK_HELD_OUT)},
        "left out by one head": {
            fold: about_of(np.load(asked.heads / f"fold{fold}.npz"))["left out"] for fold in folds
        },
        "measured": {
            name: figure
            for path in asked.figures
            for name, figure in json.loads(path.read_text(encoding="utf-8")).items()
        },
    }
    about = {"folds": folds, "phrases": phrases, "figures": figures}
    arrays: dict[str, Any] = {"about": told(about)}
    for place, fold in enumerate(folds):
        arrays |= {f"{place}.{name}": value for name, value in heads[fold].items()}
    np.savez_compressed(asked.model / "heads.npz", **arrays)
    shutil.copy(asked.heads / "words.ort", asked.model / "words.ort")
    if (asked.heads / "reader.ort").exists():
        shutil.copy(asked.heads / "reader.ort", asked.model / "reader.ort")
    (asked.model / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
