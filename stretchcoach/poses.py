"""``python -m stretchcoach.poses [FILE.html]``: every figure on one sheet, so that they can be looked at and mended."""

import sys
from pathlib import Path

from stretchcoach.figure.sheet import everything


def main(argv: list[str]) -> int:
    """Write the sheet into the file, or to standard output."""
    if argv:
        Path(argv[0]).write_text(everything(), encoding="utf-8")
    else:
        sys.stdout.write(everything())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
