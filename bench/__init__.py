"""Measurements, each a command: ``python -m bench.sound``, ``python -m bench.app``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
