"""``python -m stretchcoach.poses FILE``: every figure on a page, ``.html``, to be looked at and mended.

A name that ends in ``.svg`` gets the positions of a cramp, as they stand in ``docs/positions.svg``.
"""

import sys
from pathlib import Path

from stretchcoach.figure.figure_page import everything
from stretchcoach.figure.pose import poses
from stretchcoach.figure.svg import strip

POSITIONS = {
    "lying-toes-up": "Lying: toes towards you",
    "sitting-towel": "Sitting: with a towel",
    "lying-wall": "Lying: foot against a wall",
    "chair-toes-up": "On a chair: heel out, toes up",
    "standing-press": "Standing: heel down, lean in",
    "wall-lunge": "At a wall: sore leg behind",
}


def main(argv: list[str]) -> int:
    """Write the page or the picture."""
    if len(argv) != 1:
        sys.stderr.write("Give one file: python -m stretchcoach.poses poses.html\n")
        return 2
    file = Path(argv[0])
    known = poses()
    positions = [(known[name], caption) for name, caption in POSITIONS.items()]
    file.write_text(strip(positions) if file.suffix == ".svg" else everything(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
