"""The standard streams, where they are missing, narrow or gone."""

import os
import sys
from contextlib import suppress


def tame() -> None:
    """No stream is missing, and no letter that a terminal lacks is an error."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass  # one that was closed now leads nowhere; a socket of ours in its place would be written to
    os.close(descriptor)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        with suppress(AttributeError, OSError):
            getattr(sys, name).reconfigure(errors="replace")


def mute() -> None:
    """Nobody can read stdout any more: keep the interpreter from complaining about it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
