"""How the program ends when it is told to: Ctrl-C, a signal, a terminal that has gone.

Until a session runs, it ends at once.  A session is given a moment to fall silent and to put the terminal back; a
program that does not come to it is ended all the same.  Imported before everything else, so nothing is imported here
that takes time.
"""

import atexit
import os
import sys
from _thread import start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_signal = __import__("_signal")  # signal.py around it would cost 5 ms before the first word
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
BASE = 128
INTERRUPTED = BASE + 2
"""The exit code after Ctrl-C; any other above ``BASE`` is not the person's doing."""
HUNG_UP = BASE + 1
PATIENCE = 1.0
LOOKS = 0.25
"""Seconds between two looks whether anybody is still there."""
_way: "Callable[[int], None] | None" = None
_tidy: "Callable[[], None] | None" = None
_ending = _guarded = False
_parent = os.getppid()


def catch_signals() -> None:
    """From now on a signal leads here; one that is ignored stays so."""
    for name in SIGNALS:
        number = getattr(_signal, name, None)
        if number is not None and _signal.getsignal(number) is not _signal.SIG_IGN:
            _signal.signal(number, _told)
    atexit.register(_done)


def _done() -> None:
    """What was asked for is done: Ctrl-C while the interpreter takes itself apart ends nothing any more."""
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


def _told(number: int, _: "Any") -> None:
    leave(BASE + number)


def leave(code: int) -> None:
    """End with ``code``; from any thread."""
    global _ending  # noqa: PLW0603
    way = _way
    if way is None:
        leave_at_once(code)
    elif not _ending:
        _ending = True
        start_new_thread(_end, (code,))
        way(code)


def leave_at_once(code: int) -> None:
    """End now; all that is left to do is to put the terminal back."""
    try:
        if _tidy is not None:
            _tidy()
    finally:
        os._exit(code)


def leave_if_told(code: int) -> None:
    """End now where the program was told to: taking an interpreter apart takes a busy machine seconds.

    Nor could ``_end`` cut that short, for the other threads do not run any more by then.
    """
    if _ending:
        try:
            sys.stdout.flush()
        finally:
            leave_at_once(code)


def _end(code: int) -> None:
    from time import sleep

    sleep(PATIENCE)
    leave_at_once(code)


class through:  # noqa: N801  # contextlib would have to be imported for less
    """While this is open, ``way`` is how to end; it is told the exit code, from any thread, and must not wait."""

    def __init__(self, way: "Callable[[int], None]") -> None:
        self._way = way

    def __enter__(self) -> None:
        global _way  # noqa: PLW0603
        _way = self._way

    def __exit__(self, *_: object) -> None:
        global _way, _tidy  # noqa: PLW0603
        _way = _tidy = None


def tidy_with(tidy: "Callable[[], None]") -> None:
    """How the terminal is put back, should nothing else do it any more."""
    global _tidy  # noqa: PLW0603
    _tidy = tidy


def guard() -> None:
    """From now on the program also ends when its terminal goes, or whoever started it, without a word."""
    global _guarded  # noqa: PLW0603
    if not _guarded and not _deserted():
        _guarded = True
        start_new_thread(_guard, ())


def _guard() -> None:
    from time import sleep

    while not _deserted():
        sleep(LOOKS)
    leave(HUNG_UP)


def _deserted() -> bool:
    try:
        return not os.isatty(0) or os.getppid() != _parent
    except OSError:
        return True
