"""Windows for the upper layers: what stands below them, and where they are to come out.

``python -m training.lower OUT --speech FOLDER [--made FOLDER ...] --part PART`` takes what ``windows.py`` takes, and
writes ``OUT/<part>.npz`` (labels), ``.f16`` (the frozen encoder's vectors), ``.low`` (what its layer 3 is given) and
``.aim``: for hard windows the frozen encoder's vectors of the same sound before talk or noise was laid over it, for all
others its vectors as they are.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from stretchcoach.ears.encoder import level
from training.corpus import Sound
from training.maker import Window
from training.moonshine import Upper, lower
from training.windows import arguments, wanted, write_labels

BATCH = 64


class Frozen:
    """The encoder as it came, in two parts."""

    def __init__(self) -> None:
        self._lower, self._upper = lower(), Upper().eval()

    def vectors(self, sounds: list[Sound]) -> tuple[np.ndarray, np.ndarray]:
        """What stands below the upper layers, and what they make of it."""
        below = self._below(sounds)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            above = self._upper(below).float()
        return below.numpy().astype(np.float16), above.numpy().astype(np.float16)

    def below(self, sounds: list[Sound]) -> np.ndarray:
        """What stands below the upper layers alone."""
        return self._below(sounds).numpy().astype(np.float16)

    def _below(self, sounds: list[Sound]) -> torch.Tensor:
        levelled = torch.from_numpy(np.stack([level(sound) for sound in sounds]))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            return self._lower(levelled).float()


def aims(frozen: Frozen, windows: list[Window], vectors: np.ndarray) -> np.ndarray:
    """Where the upper layers are to come out."""
    found = vectors.copy()
    clean = {place: window.clean for place, window in enumerate(windows) if window.clean is not None}
    if clean:
        found[list(clean)] = frozen.vectors(list(clean.values()))[1]
    return found


def write(out: Path, name: str, windows: Iterable[Window], hard: bool) -> int:
    """All of a part; ``hard``: they aim at what is clean."""
    out.mkdir(parents=True, exist_ok=True)
    frozen = Frozen()
    kept: list[Window] = []

    def encoded() -> Iterator[tuple[bytes, bytes, bytes]]:
        coming = iter(windows)
        while some := list(islice(coming, BATCH)):
            below, above = frozen.vectors([window.sound for window in some])
            kept.extend(window._replace(sound=np.zeros(0, dtype=np.float32), clean=None) for window in some)
            yield above.tobytes(), below.tobytes(), (aims(frozen, some, above) if hard else above).tobytes()

    with (
        (out / f"{name}.f16").open("wb") as above,
        (out / f"{name}.low").open("wb") as below,
        (out / f"{name}.aim").open("wb") as aim,
    ):
        for row in encoded():
            for file, some in zip((above, below, aim), row, strict=True):
                file.write(some)
    write_labels(out / f"{name}.npz", kept)
    return len(kept)


def main() -> None:
    """Write one part."""
    told = arguments(__doc__).parse_args()
    torch.set_num_threads(1)
    name = told.name or told.part
    print(name, write(told.out, name, wanted(told), told.part == "hard"), "windows")


if __name__ == "__main__":
    main()
