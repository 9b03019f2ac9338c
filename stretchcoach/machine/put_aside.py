"""The shell's Ctrl-Z and ``fg``: how often the program was taken up again, for clocks that ran on meanwhile."""

import signal
from types import FrameType

_returns = 0


def returns() -> int:
    """How often it was taken up again so far."""
    return _returns


def note_return(_number: int = 0, _frame: FrameType | None = None) -> None:
    """It goes on."""
    global _returns  # noqa: PLW0603
    _returns += 1


def heed() -> None:
    """From now on each return is counted; a terminal's driver that hears of it first calls ``note_return``."""
    if hasattr(signal, "SIGCONT"):
        signal.signal(signal.SIGCONT, note_return)
