"""What the poses are called: all that a routine's file is checked against."""

import re
from functools import lru_cache
from pathlib import Path

POSES = Path(__file__).with_name("poses.toml")


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The heads of the tables, which are read a hundred times faster than the tables."""
    return tuple(re.findall(r"^\[([a-z-]+)\]$", POSES.read_text(encoding="utf-8"), re.MULTILINE))
