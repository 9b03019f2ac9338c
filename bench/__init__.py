"""Measurements, each a command: ``python -m bench.sound``, ``python -m bench.app``."""

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


def heed_signals() -> None:
    """Below ``nohup`` and in the background a hang-up and Ctrl-C are ignored, and what is started there inherits it."""
    for name, usual in (("SIGHUP", signal.SIG_DFL), ("SIGINT", signal.default_int_handler)):
        number = getattr(signal, name, None)  # Windows knows no hang-up
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)
