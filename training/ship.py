"""Join the heads of the folds into what the program loads: ``python -m training.ship HEADS FIGURES.json [...]``.

FIGURES.json is what ``judge.py --json`` wrote for the same heads; it is kept with the weights, and so are the names of
the voices and the talk that no head was told of, and of the people whom each head was not.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from training.folds import HELD_OUT, TALK_HELD_OUT

MODEL = Path(__file__).parent.parent / "stretchcoach" / "ears" / "model"


def main() -> None:
    """Write ``model/heads.npz`` and ``model/figures.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("heads", type=Path)
    parser.add_argument("figures", type=Path, nargs="+")
    told = parser.parse_args()
    arrays: dict[str, Any] = {}
    folds = sorted(told.heads.glob("fold*.npz"))
    left = {}
    for number, path in enumerate(folds):
        raw = np.load(path)
        mine = json.loads(bytes(raw["about"]).decode())
        phrases, left[number] = mine["phrases"], mine["left out"]
        arrays |= {f"{number}.{name}": raw[name] for name in raw.files if name != "about"}
    figures = {
        "never heard": {"voices": [f"kokoro-{name}" for name in sorted(HELD_OUT)], "talk": sorted(TALK_HELD_OUT)},
        "left out by one head": left,
        "measured": {
            name: figure
            for path in told.figures
            for name, figure in json.loads(path.read_text(encoding="utf-8")).items()
        },
    }
    about = json.dumps({"heads": len(folds), "phrases": phrases, "figures": figures})
    arrays["about"] = np.frombuffer(about.encode(), np.uint8)
    np.savez_compressed(MODEL / "heads.npz", **arrays)
    (MODEL / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
